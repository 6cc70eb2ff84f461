"""One character in the middle, the related ones to the left and right, each with the relation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.pictures.drawing.canvas import (
    GOLD,
    GRID,
    LINE_HEIGHT,
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
    header_height,
    wrap_text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.pictures.specs import EgoChart

SIDE = 320
"""Width of the boxes at the sides; the box in the middle gets the rest."""
PADDING = 20
BETWEEN = 18


class _Line(NamedTuple):
    text: str
    size: float
    colour: str
    bold: bool


class _Card(NamedTuple):
    """The lines of a box."""

    lines: list[_Line]

    @property
    def height(self) -> float:
        return sum(line.size * LINE_HEIGHT for line in self.lines) + 2 * PADDING


def _card(room: float, *parts: tuple[str, float, str, bool]) -> _Card:
    room -= 2 * PADDING
    return _Card(
        [
            _Line(line, size, colour, bold)
            for text, size, colour, bold in parts
            for line in wrap_text(text, size, room, bold=bold)
        ]
    )


def draw(chart: EgoChart) -> Canvas:
    """Draw the ego chart."""
    cards = [
        _card(
            SIDE,
            (one.label, SMALL_SIZE, SKY, False),
            (one.name, TEXT_SIZE, TEXT, True),
            (one.actor, SMALL_SIZE, MUTED, False),
        )
        for one in chart.related
    ]
    half = -(-len(cards) // 2)
    columns = (cards[:half], cards[half:])
    middle = WIDTH - 2 * (MARGIN + SIDE) - 2 * MARGIN
    hub = _card(middle, (chart.name, TEXT_SIZE, TEXT, True), (chart.actor, SMALL_SIZE, MUTED, False))
    height = max(*map(_stacked, columns), hub.height)
    top = header_height(chart.title, chart.subtitle)
    canvas = Canvas(chart.language, top + height)
    canvas.draw_header(chart.title, chart.subtitle)
    centre = top + height / 2
    box = Box((WIDTH - middle) / 2, centre - hub.height / 2, (WIDTH + middle) / 2, centre + hub.height / 2)
    for column, left in zip(columns, (MARGIN, WIDTH - MARGIN - SIDE), strict=True):
        _column(canvas, column, left, centre, box)
    canvas.panel(box, PANEL, edge=GOLD, zorder=4)
    _write(canvas, hub, box)
    return canvas


def _stacked(column: Sequence[_Card]) -> float:
    return sum(card.height for card in column) + BETWEEN * max(len(column) - 1, 0)


def _column(canvas: Canvas, column: Sequence[_Card], left: float, centre: float, hub: Box) -> None:
    """Draw a column of boxes, each connected to the middle."""
    y = centre - _stacked(column) / 2
    for card in column:
        box = Box(left, y, left + SIDE, y + card.height)
        near, edge = (box.right, hub.left) if left < hub.left else (box.left, hub.right)
        turn = (near + edge) / 2
        canvas.curve([(near, y + card.height / 2), (turn, y + card.height / 2), (turn, centre), (edge, centre)], SKY, 3)
        canvas.panel(box, PANEL, edge=GRID, zorder=4)
        _write(canvas, card, box)
        y += card.height + BETWEEN


def _write(canvas: Canvas, card: _Card, box: Box) -> None:
    y = box.top + PADDING
    for line in card.lines:
        y += line.size * LINE_HEIGHT
        x = (box.left + box.right) / 2
        canvas.text(
            x, y - line.size * LINE_HEIGHT / 2, line.text, line.size, line.colour, bold=line.bold, align="center"
        )
