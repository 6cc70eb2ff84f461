"""Days below each other: the episodes on a string, the singles beside the day on which they came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.drawing.canvas import (
    GOLD,
    LEADING,
    MARGIN,
    NORMAL,
    PANEL,
    RULE,
    SKY,
    SMALL,
    SOFT,
    WIDTH,
    Box,
    Paper,
    head_height,
    width,
    wrapped,
)

if TYPE_CHECKING:
    from bot.pictures.specs import Day, Release, Timeline

RIGHT = WIDTH - MARGIN
LEAST = 66
"""Height of a day on which no single came out."""
GAP = 20
"""Above a day that does not follow the one before."""
APART = 18
"""Between title and singer."""
DOT = 28


class _Columns:
    """Where the columns stand: as wide as their words need."""

    def __init__(self, chart: Timeline) -> None:
        days = max(width(text, SMALL) for text in (chart.heads[0], *(day.day for day in chart.days)))
        episodes = width(chart.heads[1], SMALL)
        self.string = MARGIN + days + 30 + max(episodes, 2 * DOT) / 2
        self.singles = self.string + max(episodes, 2 * DOT) / 2 + 34
        self.titles = self.singles + 66

    def lines(self, release: Release) -> list[tuple[str, str]]:
        """Title and singer in lines, the bold part of each and the rest: one line where both fit."""
        room = RIGHT - self.titles - 20
        if width(release.title, NORMAL, bold=True) + APART + width(release.singer, SMALL) <= room:
            return [(release.title, release.singer)]
        titles = wrapped(release.title, NORMAL, room, bold=True)
        return [(line, "") for line in titles] + [("", line) for line in wrapped(release.singer, SMALL, room)]

    def height(self, day: Day) -> float:
        """How high a day is."""
        lines = sum(len(self.lines(release)) for release in day.releases)
        return max(LEAST, lines * NORMAL * LEADING + 14 * len(day.releases)) + (GAP if day.gap > 1 else 0)


def draw(chart: Timeline) -> Paper:
    """The timeline on paper."""
    columns = _Columns(chart)
    height = head_height(chart.title, chart.subtitle) + LEAST + sum(map(columns.height, chart.days))
    paper = Paper(chart.language, height)
    y = paper.head(chart.title, chart.subtitle)
    for x, text, across in zip(
        (MARGIN, columns.string, columns.singles), chart.heads, ("left", "center", "left"), strict=True
    ):
        paper.text(x, y + LEAST / 2 - 8, text, SMALL, SOFT, across=across)  # type: ignore[arg-type]
    paper.line([MARGIN, RIGHT], [y + LEAST - 14] * 2)
    y += LEAST
    paper.line([columns.string] * 2, [y, height], RULE, 6)
    for day in chart.days:
        _day(paper, columns, day, y + (GAP if day.gap > 1 else 0))
        y += columns.height(day)
    return paper


def _day(paper: Paper, columns: _Columns, day: Day, y: float) -> None:
    lines = sum(len(columns.lines(release)) for release in day.releases)
    height = max(LEAST, lines * NORMAL * LEADING + 14 * len(day.releases))
    middle = y + height / 2
    paper.text(MARGIN, middle, day.day, SMALL, SOFT)
    for episode in day.episodes:
        paper.line(
            [columns.string],
            [middle],
            PANEL,
            marker="o",
            markersize=2 * DOT - 6,
            markeredgecolor=SKY,
            markeredgewidth=4,
            zorder=4,
        )
        paper.text(columns.string, middle, episode, SMALL, bold=True, across="center")
    if day.releases:
        paper.panel(Box(columns.singles - 14, y + 3, RIGHT, y + height - 3), PANEL, radius=14)
    y += (height - lines * NORMAL * LEADING) / 2
    for release in day.releases:
        _single(paper, columns, release, y)
        y += len(columns.lines(release)) * NORMAL * LEADING


def _single(paper: Paper, columns: _Columns, release: Release, y: float) -> None:
    lines = columns.lines(release)
    middle = y + len(lines) * NORMAL * LEADING / 2
    paper.text(columns.titles - 22, middle, release.part, NORMAL, GOLD, bold=True, across="right")
    for title, singer in lines:
        x = columns.titles
        if title:
            x = paper.text(x, y + NORMAL * LEADING / 2, title, NORMAL, bold=True).right + APART
        if singer:
            paper.text(x if title else columns.titles, y + NORMAL * LEADING / 2, singer, SMALL, SOFT)
        y += NORMAL * LEADING
