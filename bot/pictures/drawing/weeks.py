"""WeeklyChart below each other: how much was watched as a bar, the rank behind it, the best rank with a star."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.drawing.canvas import (
    GOLD,
    INK,
    MARGIN,
    NORMAL,
    SKY,
    SMALL,
    SOFT,
    WIDTH,
    Box,
    Paper,
    head_height,
    width,
)

if TYPE_CHECKING:
    from bot.pictures.specs import Week, WeeklyChart

ROW = 58
BAR = 34
RIGHT = WIDTH - MARGIN


def draw(chart: WeeklyChart) -> Paper:
    """The weeks on paper."""
    paper = Paper(chart.language, head_height(chart.title, chart.subtitle) + ROW * (len(chart.weeks) + 1))
    y = paper.head(chart.title, chart.subtitle) + ROW / 2
    days = MARGIN + 66
    left = days + max(width(text, SMALL) for text in (chart.heads[0], *(week.day for week in chart.weeks))) + 26
    ranks = max(width(text, NORMAL, bold=True) for text in (chart.heads[2], *(week.rank for week in chart.weeks))) + 76
    room = RIGHT - ranks - left - max(width(week.figure, NORMAL, bold=True) for week in chart.weeks) - 34
    scale = room / max(week.value for week in chart.weeks)
    for x, text in zip((MARGIN, left, RIGHT), chart.heads, strict=True):
        paper.text(x, y, text, SMALL, SOFT, across="right" if x == RIGHT else "left")
    paper.line([MARGIN, RIGHT], [y + ROW / 2 - 4] * 2)
    most = max(week.value for week in chart.weeks)
    for week in chart.weeks:
        y += ROW
        paper.text(MARGIN + 40, y, week.number, NORMAL, across="right", bold=True)
        paper.text(days, y, week.day, SMALL, SOFT)
        _bar(paper, week, left, y, left + week.value * scale, most=week.value == most)
    return paper


def _bar(paper: Paper, week: Week, left: float, y: float, end: float, *, most: bool) -> None:
    paper.panel(Box(left, y - BAR / 2, max(end, left + 6), y + BAR / 2), SKY, radius=8)
    paper.text(max(end, left + 6) + 14, y, week.figure, NORMAL, bold=most)
    box = paper.text(RIGHT, y, week.rank, NORMAL, INK if week.best else SOFT, bold=week.best, across="right")
    if week.best:
        paper.star(box.left - 32, y, GOLD)
