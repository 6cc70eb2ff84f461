"""Rankings as bars. The highlighted one has a star, bold text and another colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.drawing.canvas import GOLD, MARGIN, MUTED, PANEL, RIGHT, SMALL_SIZE, TEXT, TEXT_SIZE, Box, Canvas

if TYPE_CHECKING:
    from bot.pictures.specs import Bar, BarChart, Ranking

INDENT = MARGIN + 60
BAR = 14
BARS = "#7d89b3"
BETWEEN = 18
"""Distance between two bars."""


def draw(chart: BarChart) -> Canvas:
    """Draw the rankings."""
    canvas = Canvas(chart.language)
    y = canvas.header(chart.title, chart.subtitle)
    for ranking in chart.rankings:
        y = _ranking(canvas, ranking, y) + 28
    return canvas.finish(y - 40)


def _ranking(canvas: Canvas, ranking: Ranking, y: float) -> float:
    heading = canvas.type.wrap(ranking.heading, SMALL_SIZE, RIGHT - MARGIN, bold=True)
    y = canvas.lines(MARGIN, y, heading, SMALL_SIZE, GOLD, bold=True) + 16
    longest = max(bar.value for bar in ranking.bars)
    for bar in ranking.bars:
        y = _bar(canvas, bar, y, longest) + BETWEEN
    return y


def _bar(canvas: Canvas, bar: Bar, y: float, longest: float) -> float:
    middle = y + canvas.line_height(TEXT_SIZE) / 2
    colour = TEXT if bar.highlighted else MUTED
    canvas.text(MARGIN + 36, middle, bar.rank, TEXT_SIZE, colour, bold=bar.highlighted, align="right")
    value = canvas.text(RIGHT, middle, bar.value_text, TEXT_SIZE, TEXT, bold=True, align="right")
    y = canvas.lines(
        INDENT,
        y,
        canvas.type.wrap(bar.label, TEXT_SIZE, value.left - 30 - INDENT, bold=bar.highlighted),
        TEXT_SIZE,
        bold=bar.highlighted,
    )
    if bar.detail:
        y = canvas.lines(INDENT, y, canvas.type.wrap(bar.detail, SMALL_SIZE, RIGHT - INDENT), SMALL_SIZE, MUTED)
    y += 8
    end = INDENT + (RIGHT - INDENT) * bar.value / longest
    canvas.panel(Box(INDENT, y, RIGHT, y + BAR), PANEL, radius=BAR / 2)
    canvas.panel(Box(INDENT, y, end, y + BAR), GOLD if bar.highlighted else BARS, radius=BAR / 2, layer=2)
    if bar.highlighted:
        canvas.star(end - 6, y + BAR / 2, 46)
    return y + BAR
