"""Rankings: a bar for each, the marked one with a star, bold letters and another colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.drawing.canvas import (
    GOLD,
    INK,
    LEADING,
    MARGIN,
    NORMAL,
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
    from bot.pictures.specs import Bar, BarChart, Ranking

INDENT = MARGIN + 74
RIGHT = WIDTH - MARGIN
BAR = 16
BARS = "#7d89b3"
BETWEEN = 16
"""Between two bars."""


def draw(chart: BarChart) -> Paper:
    """The rankings on paper."""
    height = head_height(chart.title, chart.subtitle) + sum(map(_height, chart.rankings)) - 24
    paper = Paper(chart.language, height)
    y = paper.head(chart.title, chart.subtitle)
    for ranking in chart.rankings:
        y = _ranking(paper, ranking, y)
    return paper


def _heading(ranking: Ranking) -> list[str]:
    return wrapped(ranking.heading, NORMAL, RIGHT - MARGIN, bold=True)


def _titles(bar: Bar) -> list[str]:
    """What a bar is called, in lines that leave room for its figure."""
    return wrapped(bar.text, NORMAL, RIGHT - INDENT - width(bar.figure, NORMAL, bold=True) - 30, bold=bar.marked)


def _rows(bar: Bar) -> float:
    details = len(wrapped(bar.detail, SMALL, RIGHT - INDENT))
    return len(_titles(bar)) * NORMAL * LEADING + details * SMALL * LEADING + BAR + BETWEEN + 6


def _height(ranking: Ranking) -> float:
    return len(_heading(ranking)) * NORMAL * LEADING + 24 + sum(map(_rows, ranking.bars)) + 24


def _ranking(paper: Paper, ranking: Ranking, y: float) -> float:
    for line in _heading(ranking):
        paper.text(MARGIN, y + NORMAL * LEADING / 2, line, NORMAL, GOLD, bold=True)
        y += NORMAL * LEADING
    paper.line([MARGIN, RIGHT], [y + 8] * 2)
    y += 24
    longest = max(bar.value for bar in ranking.bars)
    for bar in ranking.bars:
        _bar(paper, bar, y, longest)
        y += _rows(bar)
    return y + 24


def _bar(paper: Paper, bar: Bar, y: float, longest: float) -> None:
    middle = y + NORMAL * LEADING / 2
    paper.text(MARGIN + 40, middle, bar.place, NORMAL, INK if bar.marked else SOFT, bold=bar.marked, across="right")
    paper.text(RIGHT, middle, bar.figure, NORMAL, INK, bold=True, across="right")
    for line in _titles(bar):
        paper.text(INDENT, y + NORMAL * LEADING / 2, line, NORMAL, bold=bar.marked)
        y += NORMAL * LEADING
    for line in wrapped(bar.detail, SMALL, RIGHT - INDENT):
        paper.text(INDENT, y + SMALL * LEADING / 2, line, SMALL, SOFT)
        y += SMALL * LEADING
    y += 6
    end = INDENT + (RIGHT - INDENT) * bar.value / longest
    paper.panel(Box(INDENT, y, end, y + BAR), GOLD if bar.marked else BARS, radius=BAR / 2)
    if bar.marked:
        paper.star(end - 4, y + BAR / 2)
