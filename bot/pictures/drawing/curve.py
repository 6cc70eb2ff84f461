"""One or two series over the episodes. They differ in markers and dashes as well as in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.pictures.drawing.canvas import (
    GOLD,
    MARGIN,
    MUTED,
    PANEL,
    SKY,
    SMALL_SIZE,
    TEXT,
    TEXT_SIZE,
    WIDTH,
    Box,
    Canvas,
    text_width,
)

if TYPE_CHECKING:
    from bot.pictures.specs import Annotation, LineChart

HEIGHT = 880
LEFT, RIGHT, BOTTOM = 138, WIDTH - MARGIN - 20, HEIGHT - 104
MOST_TICKS = 16
DASHED = (0, (3, 1.5))


class _Scale(NamedTuple):
    """Maps episodes and values to coordinates."""

    first: int
    last: int
    highest: float
    top: float

    def x(self, episode: int) -> float:
        return LEFT + (RIGHT - LEFT) * (episode - self.first) / max(self.last - self.first, 1)

    def y(self, value: float) -> float:
        return BOTTOM - (BOTTOM - self.top) * value / self.highest


def draw(chart: LineChart) -> Canvas:
    """Draw the line chart."""
    canvas = Canvas(chart.language, HEIGHT)
    top = _legend(canvas, chart, canvas.draw_header(chart.title, chart.subtitle))
    highest = max(max(point.value, point.second_value or 0) for point in chart.points)
    scale = _Scale(chart.points[0].episode, chart.points[-1].episode, highest, top + 64)
    _grid(canvas, chart, scale)
    _series(canvas, chart, scale)
    for order, annotation in enumerate(chart.annotations):
        _annotation(canvas, chart, scale, annotation, order)
    return canvas


def _legend(canvas: Canvas, chart: LineChart, y: float) -> float:
    """Draw the legend, in one row if there is room; return its bottom edge."""
    x, row = MARGIN + 8, y + TEXT_SIZE / 2
    for name, colour, marker, dashes in ((chart.first_name, GOLD, "o", "-"), (chart.second_name, SKY, "^", DASHED)):
        if not name:
            continue
        if x + 110 + text_width(name, TEXT_SIZE) > WIDTH - MARGIN:
            x, row = MARGIN + 8, row + TEXT_SIZE * 1.5
        canvas.line([x, x + 44, x + 88], [row] * 3, colour, 6, linestyle=dashes, marker=marker, markersize=15)
        x = canvas.text(x + 106, row, name, TEXT_SIZE).right + 56
    return row + TEXT_SIZE / 2


def _grid(canvas: Canvas, chart: LineChart, scale: _Scale) -> None:
    for height, text in chart.y_ticks.items():
        canvas.line([LEFT - 22, RIGHT + 22], [scale.y(height)] * 2, zorder=1)
        canvas.text(LEFT - 34, scale.y(height), text, SMALL_SIZE, MUTED, align="right")
    for point in chart.points[:: -(-len(chart.points) // MOST_TICKS)]:
        canvas.text(scale.x(point.episode), BOTTOM + 36, str(point.episode), SMALL_SIZE, MUTED, align="center")
    canvas.text((LEFT + RIGHT) / 2, BOTTOM + 82, chart.x_title, SMALL_SIZE, MUTED, align="center")


def _series(canvas: Canvas, chart: LineChart, scale: _Scale) -> None:
    xs = [scale.x(point.episode) for point in chart.points]
    ys = [scale.y(point.value) for point in chart.points]
    canvas.fill(xs, ys, BOTTOM, GOLD)
    canvas.line(xs, ys, GOLD, 7, marker="o", markersize=15, zorder=4)
    both = [(point.episode, point.second_value) for point in chart.points if point.second_value is not None]
    if both:
        xs, ys = [scale.x(episode) for episode, _ in both], [scale.y(value) for _, value in both]
        canvas.line(xs, ys, SKY, 5, linestyle=DASHED, marker="^", markersize=16, zorder=3)
        episode, value = max(both, key=lambda pair: pair[1])
        _beside(canvas, scale.x(episode), scale.y(value) - 40, chart.second_peak, SKY)


def _annotation(canvas: Canvas, chart: LineChart, scale: _Scale, annotation: Annotation, order: int) -> None:
    """Draw a star at the point and its text below the line, where nothing else is."""
    values = {point.episode: point.value for point in chart.points}
    x, y = scale.x(annotation.episode), scale.y(values[annotation.episode])
    room = text_width(annotation.text, TEXT_SIZE, bold=True)
    near = [point.value for point in chart.points if abs(scale.x(point.episode) - x) <= room]
    text_y = scale.y(min(near) * (0.62 - 0.28 * order))
    canvas.line([x, x], [y, text_y - 26], TEXT, 2, zorder=3)
    canvas.star(x, y, size=40)
    canvas.badge(_beside(canvas, x, text_y, annotation.text, TEXT), PANEL)


def _beside(canvas: Canvas, x: float, y: float, text: str, colour: str) -> Box:
    """Write a text to the right of a point or, if there is no room, up to the right edge."""
    fits = x + text_width(text, TEXT_SIZE, bold=True) <= RIGHT + 20
    return canvas.text(
        x if fits else RIGHT + 20, y, text, TEXT_SIZE, colour, bold=True, align="left" if fits else "right"
    )
