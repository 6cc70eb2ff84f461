"""Days from top to bottom: episodes on a vertical line, singles beside their release day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.drawing.canvas import (
    GOLD,
    GRID,
    MARGIN,
    MUTED,
    PANEL,
    RIGHT,
    SKY,
    SMALL_SIZE,
    TEXT_SIZE,
    Box,
    Canvas,
)

if TYPE_CHECKING:
    from bot.pictures.specs import Day, Release, Timeline

ROW = 64
"""Height of a day without a single, and of the column titles."""
GAP = 20
"""Extra space above a day that does not follow directly on the one before."""
SINGER_GAP = 18
"""Space between title and singer."""
DOT = 26
PADDING = 9
"""Space above and below the singles of a day."""


class _Painter:
    """Draws a timeline with columns as wide as their texts need."""

    def __init__(self, chart: Timeline) -> None:
        self.canvas = Canvas(chart.language)
        self.chart = chart
        self.row = self.canvas.line_height(TEXT_SIZE)
        width = self.canvas.type.width
        days = max(width(text, SMALL_SIZE) for text in (chart.column_titles[0], *(day.day for day in chart.days)))
        episodes = max(width(chart.column_titles[1], SMALL_SIZE), 2 * DOT)
        self.line_x = MARGIN + days + 28 + episodes / 2
        self.singles = self.line_x + episodes / 2 + 32
        self.titles = self.singles + 66

    def draw(self) -> Canvas:
        canvas = self.canvas
        y = canvas.header(self.chart.title, self.chart.subtitle)
        day, episode, single = self.chart.column_titles
        canvas.text(MARGIN, y + 20, day, SMALL_SIZE, MUTED)
        canvas.text(self.line_x, y + 20, episode, SMALL_SIZE, MUTED, align="center")
        canvas.text(self.singles, y + 20, single, SMALL_SIZE, MUTED)
        y += ROW
        canvas.line([(MARGIN, y - 12), (RIGHT, y - 12)], GRID)
        start = y
        for one in self.chart.days:
            y = self._day(one, y + (GAP if one.gap > 1 else 0)) + 6
        canvas.line([(self.line_x, start), (self.line_x, y)], GRID, 6)
        return canvas.finish(y)

    def _day(self, day: Day, y: float) -> float:
        canvas = self.canvas
        singles = [(release, self._lines(release)) for release in day.releases]
        text_height = sum(len(lines) * self.row for _, lines in singles)
        height = max(ROW, text_height + 2 * PADDING)
        middle = y + height / 2
        canvas.text(MARGIN, middle, day.day, SMALL_SIZE, MUTED)
        for episode in day.episodes:
            canvas.circle(self.line_x, middle, DOT, PANEL, edge=SKY)
            canvas.text(self.line_x, middle, episode, SMALL_SIZE, bold=True, align="center")
        if singles:
            canvas.panel(Box(self.singles - 12, y, RIGHT + 12, y + height), PANEL, radius=14)
        top = y + (height - text_height) / 2
        for release, lines in singles:
            canvas.text(self.titles - 20, top + self.row / 2, release.part, TEXT_SIZE, GOLD, bold=True, align="right")
            for title, singer in lines:
                self._line(top + self.row / 2, title, singer)
                top += self.row
        return y + height

    def _lines(self, release: Release) -> list[tuple[str, str]]:
        """Return the lines of a single, each as title and singer; one line if both fit."""
        setter, room = self.canvas.type, RIGHT - self.titles
        title = setter.width(release.title, TEXT_SIZE, bold=True)
        if title + SINGER_GAP + setter.width(release.singer, SMALL_SIZE) <= room:
            return [(release.title, release.singer)]
        titles = setter.wrap(release.title, TEXT_SIZE, room, bold=True)
        return [(line, "") for line in titles] + [("", line) for line in setter.wrap(release.singer, SMALL_SIZE, room)]

    def _line(self, y: float, title: str, singer: str) -> None:
        x = self.titles
        if title:
            x = self.canvas.text(x, y, title, TEXT_SIZE, bold=True).right + SINGER_GAP
        if singer:
            self.canvas.text(x, y, singer, SMALL_SIZE, MUTED)


def draw(chart: Timeline) -> Canvas:
    """Draw the timeline."""
    return _Painter(chart).draw()
