"""Weeks from top to bottom: viewing hours as a bar, then the rank. The best rank has a star."""

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
    TEXT,
    TEXT_SIZE,
    Box,
    Canvas,
)

if TYPE_CHECKING:
    from bot.pictures.specs import Week, WeeklyChart

ROW = 58
BAR = 30


def draw(chart: WeeklyChart) -> Canvas:
    """Draw the weeks."""
    canvas = Canvas(chart.language)
    width = canvas.type.width
    y = canvas.header(chart.title, chart.subtitle) + ROW / 2 - 8
    number, _, rank = chart.column_titles
    days = MARGIN + 60
    left = max(MARGIN + width(number, SMALL_SIZE), *(days + width(week.day, SMALL_SIZE) for week in chart.weeks)) + 28
    ranks = max(width(rank, SMALL_SIZE), *(width(week.rank, TEXT_SIZE, bold=True) + 64 for week in chart.weeks)) + 28
    values = max(width(week.value_text, SMALL_SIZE, bold=True) for week in chart.weeks) + 16
    peak = max(week.value for week in chart.weeks)
    scale = (RIGHT - ranks - values - left) / peak
    for x, text in zip((MARGIN, left, RIGHT), chart.column_titles, strict=True):
        canvas.text(x, y, text, SMALL_SIZE, MUTED, align="right" if x == RIGHT else "left")
    canvas.line([(MARGIN, y + ROW / 2), (RIGHT, y + ROW / 2)], GRID)
    y += 10
    for order, week in enumerate(chart.weeks):
        y += ROW
        if order % 2:
            canvas.panel(Box(MARGIN - 16, y - ROW / 2, RIGHT + 16, y + ROW / 2), PANEL, radius=12, layer=0)
        canvas.text(MARGIN + 36, y, week.number, SMALL_SIZE, align="right", bold=True)
        canvas.text(days, y, week.day, SMALL_SIZE, MUTED)
        _bar(canvas, week, left, y, max(week.value * scale, 6), is_peak=week.value == peak)
    return canvas.finish(y + ROW / 2)


def _bar(canvas: Canvas, week: Week, left: float, y: float, length: float, *, is_peak: bool) -> None:
    canvas.panel(Box(left, y - BAR / 2, left + length, y + BAR / 2), SKY, radius=8)
    canvas.text(left + length + 14, y, week.value_text, SMALL_SIZE, TEXT if is_peak else MUTED, bold=is_peak)
    colour = TEXT if week.is_best else MUTED
    box = canvas.text(RIGHT, y, week.rank, TEXT_SIZE, colour, bold=week.is_best, align="right")
    if week.is_best:
        canvas.star(box.left - 32, y, 40, colour=GOLD)
