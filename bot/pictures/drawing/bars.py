"""Rankings as bars. The highlighted one has a star, bold text and another colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.drawing.canvas import (
    GOLD,
    LINE_HEIGHT,
    MARGIN,
    MUTED,
    SMALL_SIZE,
    TEXT,
    TEXT_SIZE,
    WIDTH,
    Box,
    Canvas,
    header_height,
    text_width,
    wrap_text,
)

if TYPE_CHECKING:
    from bot.pictures.specs import Bar, BarChart, Ranking

INDENT = MARGIN + 74
RIGHT = WIDTH - MARGIN
BAR = 16
BARS = "#7d89b3"
BETWEEN = 16
"""Distance between two bars."""


def draw(chart: BarChart) -> Canvas:
    """Draw the rankings."""
    height = header_height(chart.title, chart.subtitle) + sum(map(_height, chart.rankings)) - 24
    canvas = Canvas(chart.language, height)
    y = canvas.draw_header(chart.title, chart.subtitle)
    for ranking in chart.rankings:
        y = _ranking(canvas, ranking, y)
    return canvas


def _heading(ranking: Ranking) -> list[str]:
    return wrap_text(ranking.heading, TEXT_SIZE, RIGHT - MARGIN, bold=True)


def _titles(bar: Bar) -> list[str]:
    """Return the lines of a bar's label, which leave room for its value."""
    return wrap_text(
        bar.label,
        TEXT_SIZE,
        RIGHT - INDENT - text_width(bar.value_text, TEXT_SIZE, bold=True) - 30,
        bold=bar.highlighted,
    )


def _rows(bar: Bar) -> float:
    details = len(wrap_text(bar.detail, SMALL_SIZE, RIGHT - INDENT))
    return len(_titles(bar)) * TEXT_SIZE * LINE_HEIGHT + details * SMALL_SIZE * LINE_HEIGHT + BAR + BETWEEN + 6


def _height(ranking: Ranking) -> float:
    return len(_heading(ranking)) * TEXT_SIZE * LINE_HEIGHT + 24 + sum(map(_rows, ranking.bars)) + 24


def _ranking(canvas: Canvas, ranking: Ranking, y: float) -> float:
    for line in _heading(ranking):
        canvas.text(MARGIN, y + TEXT_SIZE * LINE_HEIGHT / 2, line, TEXT_SIZE, GOLD, bold=True)
        y += TEXT_SIZE * LINE_HEIGHT
    canvas.line([MARGIN, RIGHT], [y + 8] * 2)
    y += 24
    longest = max(bar.value for bar in ranking.bars)
    for bar in ranking.bars:
        _bar(canvas, bar, y, longest)
        y += _rows(bar)
    return y + 24


def _bar(canvas: Canvas, bar: Bar, y: float, longest: float) -> None:
    middle = y + TEXT_SIZE * LINE_HEIGHT / 2
    canvas.text(
        MARGIN + 40,
        middle,
        bar.rank,
        TEXT_SIZE,
        TEXT if bar.highlighted else MUTED,
        bold=bar.highlighted,
        align="right",
    )
    canvas.text(RIGHT, middle, bar.value_text, TEXT_SIZE, TEXT, bold=True, align="right")
    for line in _titles(bar):
        canvas.text(INDENT, y + TEXT_SIZE * LINE_HEIGHT / 2, line, TEXT_SIZE, bold=bar.highlighted)
        y += TEXT_SIZE * LINE_HEIGHT
    for line in wrap_text(bar.detail, SMALL_SIZE, RIGHT - INDENT):
        canvas.text(INDENT, y + SMALL_SIZE * LINE_HEIGHT / 2, line, SMALL_SIZE, MUTED)
        y += SMALL_SIZE * LINE_HEIGHT
    y += 6
    end = INDENT + (RIGHT - INDENT) * bar.value / longest
    canvas.panel(Box(INDENT, y, end, y + BAR), GOLD if bar.highlighted else BARS, radius=BAR / 2)
    if bar.highlighted:
        canvas.star(end - 4, y + BAR / 2)
