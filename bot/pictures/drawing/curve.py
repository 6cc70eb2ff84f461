"""One or two series over the episodes. They differ in markers and dashes as well as in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.pictures.drawing.canvas import (
    BACKGROUND,
    GOLD,
    GRID,
    MARGIN,
    MUTED,
    PANEL,
    RIGHT,
    SKY,
    SMALL_SIZE,
    TEXT,
    TEXT_SIZE,
    Box,
    Canvas,
)

if TYPE_CHECKING:
    from bot.pictures.specs import Annotation, LineChart

PLOT_HEIGHT = 560
MOST_TICKS = 16
DASHES = "18 12"
FAINT_GOLD = "#3a3833"
"""Gold that is nearly transparent on the background; a solid colour is drawn faster and packed smaller."""


class _Scale(NamedTuple):
    """Maps episodes and values to coordinates."""

    left: float
    right: float
    top: float
    bottom: float
    first: int
    last: int
    highest: float

    def x(self, episode: int) -> float:
        return self.left + (self.right - self.left) * (episode - self.first) / max(self.last - self.first, 1)

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * value / self.highest


def draw(chart: LineChart) -> Canvas:
    """Draw the line chart."""
    canvas = Canvas(chart.language)
    top = _legend(canvas, chart, canvas.header(chart.title, chart.subtitle)) + 72
    ticks = max(canvas.type.width(text, SMALL_SIZE) for text in chart.y_ticks.values())
    scale = _Scale(
        MARGIN + ticks + 36,
        RIGHT - 28,
        top,
        top + PLOT_HEIGHT,
        chart.points[0].episode,
        chart.points[-1].episode,
        max(max(point.value, point.second_value or 0) for point in chart.points),
    )
    _grid(canvas, chart, scale)
    _series(canvas, chart, scale)
    for order, annotation in enumerate(chart.annotations):
        _annotation(canvas, chart, scale, annotation, order)
    return canvas.finish(scale.bottom + 100)


def _legend(canvas: Canvas, chart: LineChart, y: float) -> float:
    """Draw the legend, in one row if there is room; return its bottom edge."""
    x, row = MARGIN, y + TEXT_SIZE / 2
    for name, colour, dashes in ((chart.first_name, GOLD, ""), (chart.second_name, SKY, DASHES)):
        if not name:
            continue
        if x + 98 + canvas.type.width(name, SMALL_SIZE) > RIGHT:
            x, row = MARGIN, row + canvas.line_height(TEXT_SIZE)
        canvas.line([(x + 4, row), (x + 76, row)], colour, 6, dashes=dashes)
        _marker(canvas, x + 40, row, colour)
        x = canvas.text(x + 94, row, name, SMALL_SIZE).right + 52
    return row + TEXT_SIZE / 2


def _marker(canvas: Canvas, x: float, y: float, colour: str) -> None:
    if colour == GOLD:
        canvas.circle(x, y, 10, GOLD, edge=BACKGROUND)
    else:
        canvas.triangle(x, y, 13, colour, layer=3)


def _grid(canvas: Canvas, chart: LineChart, scale: _Scale) -> None:
    for height, text in chart.y_ticks.items():
        y = scale.y(height)
        canvas.line([(scale.left - 20, y), (RIGHT, y)], GRID if height == 0 else PANEL, 2 if height == 0 else 3)
        canvas.text(scale.left - 32, y, text, SMALL_SIZE, MUTED, align="right")
    for point in chart.points[:: -(-len(chart.points) // MOST_TICKS)]:
        canvas.text(scale.x(point.episode), scale.bottom + 36, str(point.episode), SMALL_SIZE, MUTED, align="center")
    canvas.text((scale.left + RIGHT) / 2, scale.bottom + 84, chart.x_title, SMALL_SIZE, MUTED, align="center")


def _series(canvas: Canvas, chart: LineChart, scale: _Scale) -> None:
    points = [(scale.x(point.episode), scale.y(point.value)) for point in chart.points]
    canvas.area([(points[0][0], scale.bottom), *points, (points[-1][0], scale.bottom)], FAINT_GOLD, layer=0)
    canvas.line(points, GOLD, 7, layer=4)
    for x, y in points:
        _marker(canvas, x, y, GOLD)
    both = [(point.episode, point.second_value) for point in chart.points if point.second_value is not None]
    if both:
        points = [(scale.x(episode), scale.y(value)) for episode, value in both]
        canvas.line(points, SKY, 5, dashes=DASHES, layer=3)
        for x, y in points:
            _marker(canvas, x, y, SKY)
        episode, value = max(both, key=lambda pair: pair[1])
        _beside(canvas, scale, scale.x(episode), scale.y(value) - 44, chart.second_peak, SKY)


def _annotation(canvas: Canvas, chart: LineChart, scale: _Scale, annotation: Annotation, order: int) -> None:
    """Draw a star at the point and its text below the line, where nothing else is."""
    values = {point.episode: point.value for point in chart.points}
    x, y = scale.x(annotation.episode), scale.y(values[annotation.episode])
    room = canvas.type.width(annotation.text, TEXT_SIZE, bold=True)
    near = [point.value for point in chart.points if abs(scale.x(point.episode) - x) <= room]
    text_y = scale.y(min(near) * (0.62 - 0.3 * order))
    canvas.line([(x, y), (x, text_y)], TEXT, 2, layer=3)
    canvas.star(x, y, 52)
    box = _beside(canvas, scale, x, text_y, annotation.text, TEXT)
    middle = (box.top + box.bottom) / 2
    canvas.panel(Box(box.left - 18, middle - 30, box.right + 18, middle + 30), PANEL, edge=GOLD, radius=14, layer=5)


def _beside(canvas: Canvas, scale: _Scale, x: float, y: float, text: str, colour: str) -> Box:
    """Write a text centred on a point, or as near to that as the plot allows."""
    half = canvas.type.width(text, TEXT_SIZE, bold=True) / 2
    x = min(max(x, scale.left + half), RIGHT - 18 - half)
    return canvas.text(x, y, text, TEXT_SIZE, colour, bold=True, align="center")
