"""One character in the middle, the related ones to the left and right, each with the relation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
    WIDTH,
    Box,
    Canvas,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.pictures.specs import EgoChart

SIDE = 330
"""Width of the boxes at the sides; the box in the middle gets the rest."""
LINK = 56
"""Space for the lines between the boxes."""
PADDING = 16
BETWEEN = 18


class _Part(NamedTuple):
    lines: list[str]
    size: float
    colour: str
    bold: bool


class _Card(NamedTuple):
    """The text of a box, and its height."""

    parts: list[_Part]
    height: float


def _card(canvas: Canvas, room: float, *texts: tuple[str, float, str, bool]) -> _Card:
    parts = [
        _Part(canvas.type.wrap(text, size, room - 2 * PADDING, bold=bold), size, colour, bold)
        for text, size, colour, bold in texts
    ]
    return _Card(parts, sum(len(part.lines) * canvas.line_height(part.size) for part in parts) + 2 * PADDING)


def draw(chart: EgoChart) -> Canvas:
    """Draw the ego chart."""
    canvas = Canvas(chart.language)
    cards = [
        _card(
            canvas,
            SIDE,
            (one.label, SMALL_SIZE, SKY, False),
            (one.name, TEXT_SIZE, TEXT, True),
            (one.actor, SMALL_SIZE, MUTED, False),
        )
        for one in chart.related
    ]
    half = -(-len(cards) // 2)
    columns = (cards[:half], cards[half:])
    middle = RIGHT - MARGIN - 2 * (SIDE + LINK)
    hub = _card(canvas, middle, (chart.name, TEXT_SIZE, TEXT, True), (chart.actor, SMALL_SIZE, MUTED, False))
    height = max(*map(_stacked, columns), hub.height)
    top = canvas.header(chart.title, chart.subtitle)
    centre = top + height / 2
    box = Box((WIDTH - middle) / 2, centre - hub.height / 2, (WIDTH + middle) / 2, centre + hub.height / 2)
    for column, left in zip(columns, (MARGIN, RIGHT - SIDE), strict=True):
        _column(canvas, column, left, centre, box)
    _draw_card(canvas, hub, box, GOLD)
    return canvas.finish(top + height)


def _stacked(column: Sequence[_Card]) -> float:
    return sum(card.height for card in column) + BETWEEN * max(len(column) - 1, 0)


def _column(canvas: Canvas, column: Sequence[_Card], left: float, centre: float, hub: Box) -> None:
    """Draw a column of boxes, each connected to the middle."""
    y = centre - _stacked(column) / 2
    for card in column:
        box = Box(left, y, left + SIDE, y + card.height)
        near, edge = (box.right, hub.left) if left < hub.left else (box.left, hub.right)
        turn, start = (near + edge) / 2, y + card.height / 2
        canvas.path(
            f"M{near:.0f} {start:.0f}C{turn:.0f} {start:.0f} {turn:.0f} {centre:.0f} {edge:.0f} {centre:.0f}", SKY, 3
        )
        _draw_card(canvas, card, box, GRID)
        y += card.height + BETWEEN


def _draw_card(canvas: Canvas, card: _Card, box: Box, edge: str) -> None:
    canvas.panel(box, PANEL, edge=edge, layer=4)
    y = box.top + PADDING
    for part in card.parts:
        y = canvas.lines(box.centre[0], y, part.lines, part.size, part.colour, bold=part.bold, align="center")
