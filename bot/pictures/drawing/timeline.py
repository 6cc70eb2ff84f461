"""Days from top to bottom: episodes on a vertical line, singles beside their release day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.drawing.canvas import (
    GOLD,
    GRID,
    LINE_HEIGHT,
    MARGIN,
    MUTED,
    PANEL,
    SKY,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    Box,
    Canvas,
    header_height,
    text_width,
    wrap_text,
)

if TYPE_CHECKING:
    from bot.pictures.specs import Day, Release, Timeline

RIGHT = WIDTH - MARGIN
MIN_DAY_HEIGHT = 66
"""Height of a day without a single."""
GAP = 20
"""Extra space above a day that does not follow directly on the one before."""
SINGER_GAP = 18
"""Space between title and singer."""
DOT = 28


class _Columns:
    """The x positions of the columns, which are as wide as their texts need."""

    def __init__(self, chart: Timeline) -> None:
        days = max(text_width(text, SMALL_SIZE) for text in (chart.column_titles[0], *(day.day for day in chart.days)))
        episodes = text_width(chart.column_titles[1], SMALL_SIZE)
        self.line_x = MARGIN + days + 30 + max(episodes, 2 * DOT) / 2
        self.singles = self.line_x + max(episodes, 2 * DOT) / 2 + 34
        self.titles = self.singles + 66

    def lines(self, release: Release) -> list[tuple[str, str]]:
        """Return the lines of a single, each as title and singer; one line if both fit."""
        room = RIGHT - self.titles - 20
        if (
            text_width(release.title, TEXT_SIZE, bold=True) + SINGER_GAP + text_width(release.singer, SMALL_SIZE)
            <= room
        ):
            return [(release.title, release.singer)]
        titles = wrap_text(release.title, TEXT_SIZE, room, bold=True)
        return [(line, "") for line in titles] + [("", line) for line in wrap_text(release.singer, SMALL_SIZE, room)]

    def height(self, day: Day) -> float:
        """Return the height of a day."""
        lines = sum(len(self.lines(release)) for release in day.releases)
        return max(MIN_DAY_HEIGHT, lines * TEXT_SIZE * LINE_HEIGHT + 14 * len(day.releases)) + (
            GAP if day.gap > 1 else 0
        )


def draw(chart: Timeline) -> Canvas:
    """Draw the timeline."""
    columns = _Columns(chart)
    height = header_height(chart.title, chart.subtitle) + MIN_DAY_HEIGHT + sum(map(columns.height, chart.days))
    canvas = Canvas(chart.language, height)
    y = canvas.draw_header(chart.title, chart.subtitle)
    for x, text, across in zip(
        (MARGIN, columns.line_x, columns.singles), chart.column_titles, ("left", "center", "left"), strict=True
    ):
        canvas.text(x, y + MIN_DAY_HEIGHT / 2 - 8, text, SMALL_SIZE, MUTED, align=across)  # type: ignore[arg-type]
    canvas.line([MARGIN, RIGHT], [y + MIN_DAY_HEIGHT - 14] * 2)
    y += MIN_DAY_HEIGHT
    canvas.line([columns.line_x] * 2, [y, height], GRID, 6)
    for day in chart.days:
        _day(canvas, columns, day, y + (GAP if day.gap > 1 else 0))
        y += columns.height(day)
    return canvas


def _day(canvas: Canvas, columns: _Columns, day: Day, y: float) -> None:
    lines = sum(len(columns.lines(release)) for release in day.releases)
    height = max(MIN_DAY_HEIGHT, lines * TEXT_SIZE * LINE_HEIGHT + 14 * len(day.releases))
    middle = y + height / 2
    canvas.text(MARGIN, middle, day.day, SMALL_SIZE, MUTED)
    for episode in day.episodes:
        canvas.line(
            [columns.line_x],
            [middle],
            PANEL,
            marker="o",
            markersize=2 * DOT - 6,
            markeredgecolor=SKY,
            markeredgewidth=4,
            zorder=4,
        )
        canvas.text(columns.line_x, middle, episode, SMALL_SIZE, bold=True, align="center")
    if day.releases:
        canvas.panel(Box(columns.singles - 14, y + 3, RIGHT, y + height - 3), PANEL, radius=14)
    y += (height - lines * TEXT_SIZE * LINE_HEIGHT) / 2
    for release in day.releases:
        _single(canvas, columns, release, y)
        y += len(columns.lines(release)) * TEXT_SIZE * LINE_HEIGHT


def _single(canvas: Canvas, columns: _Columns, release: Release, y: float) -> None:
    lines = columns.lines(release)
    middle = y + len(lines) * TEXT_SIZE * LINE_HEIGHT / 2
    canvas.text(columns.titles - 22, middle, release.part, TEXT_SIZE, GOLD, bold=True, align="right")
    for title, singer in lines:
        x = columns.titles
        if title:
            x = canvas.text(x, y + TEXT_SIZE * LINE_HEIGHT / 2, title, TEXT_SIZE, bold=True).right + SINGER_GAP
        if singer:
            canvas.text(x if title else columns.titles, y + TEXT_SIZE * LINE_HEIGHT / 2, singer, SMALL_SIZE, MUTED)
        y += TEXT_SIZE * LINE_HEIGHT
