"""Weeks from top to bottom: viewing hours as a bar, then the rank. The best rank has a star."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.drawing.canvas import (
    GOLD,
    MARGIN,
    MUTED,
    SKY,
    SMALL_SIZE,
    TEXT,
    TEXT_SIZE,
    WIDTH,
    Box,
    Canvas,
    header_height,
    text_width,
)

if TYPE_CHECKING:
    from bot.pictures.specs import Week, WeeklyChart

ROW = 58
BAR = 34
RIGHT = WIDTH - MARGIN


def draw(chart: WeeklyChart) -> Canvas:
    """Draw the weeks."""
    canvas = Canvas(chart.language, header_height(chart.title, chart.subtitle) + ROW * (len(chart.weeks) + 1))
    y = canvas.draw_header(chart.title, chart.subtitle) + ROW / 2
    days = MARGIN + 66
    left = (
        days
        + max(text_width(text, SMALL_SIZE) for text in (chart.column_titles[0], *(week.day for week in chart.weeks)))
        + 26
    )
    ranks = (
        max(
            text_width(text, TEXT_SIZE, bold=True)
            for text in (chart.column_titles[2], *(week.rank for week in chart.weeks))
        )
        + 76
    )
    room = RIGHT - ranks - left - max(text_width(week.value_text, TEXT_SIZE, bold=True) for week in chart.weeks) - 34
    peak = max(week.value for week in chart.weeks)
    scale = room / peak
    for x, text in zip((MARGIN, left, RIGHT), chart.column_titles, strict=True):
        canvas.text(x, y, text, SMALL_SIZE, MUTED, align="right" if x == RIGHT else "left")
    canvas.line([MARGIN, RIGHT], [y + ROW / 2 - 4] * 2)
    for week in chart.weeks:
        y += ROW
        canvas.text(MARGIN + 40, y, week.number, TEXT_SIZE, align="right", bold=True)
        canvas.text(days, y, week.day, SMALL_SIZE, MUTED)
        _bar(canvas, week, left, y, left + week.value * scale, is_peak=week.value == peak)
    return canvas


def _bar(canvas: Canvas, week: Week, left: float, y: float, end: float, *, is_peak: bool) -> None:
    canvas.panel(Box(left, y - BAR / 2, max(end, left + 6), y + BAR / 2), SKY, radius=8)
    canvas.text(max(end, left + 6) + 14, y, week.value_text, TEXT_SIZE, bold=is_peak)
    box = canvas.text(RIGHT, y, week.rank, TEXT_SIZE, TEXT if week.is_best else MUTED, bold=week.is_best, align="right")
    if week.is_best:
        canvas.star(box.left - 32, y, GOLD)
