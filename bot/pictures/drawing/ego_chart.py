"""One person in the middle, everybody else to the left and right with what that one is to the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.pictures.drawing.canvas import (
    GOLD,
    INK,
    LEADING,
    MARGIN,
    NORMAL,
    PANEL,
    RULE,
    SKY,
    SMALL,
    SOFT,
    WIDTH,
    Box,
    Paper,
    head_height,
    wrapped,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.pictures.specs import EgoChart

SIDE = 320
"""Width of a box at the left or right; the middle has what is left."""
PADDING = 20
BETWEEN = 18


class _Line(NamedTuple):
    text: str
    size: float
    colour: str
    bold: bool


class _Card(NamedTuple):
    """What stands in a box."""

    lines: list[_Line]

    @property
    def height(self) -> float:
        return sum(line.size * LEADING for line in self.lines) + 2 * PADDING


def _card(room: float, *parts: tuple[str, float, str, bool]) -> _Card:
    room -= 2 * PADDING
    return _Card(
        [
            _Line(line, size, colour, bold)
            for text, size, colour, bold in parts
            for line in wrapped(text, size, room, bold=bold)
        ]
    )


def draw(chart: EgoChart) -> Paper:
    """The circle on paper."""
    cards = [
        _card(SIDE, (one.word, SMALL, SKY, False), (one.name, NORMAL, INK, True), (one.actor, SMALL, SOFT, False))
        for one in chart.around
    ]
    half = -(-len(cards) // 2)
    columns = (cards[:half], cards[half:])
    middle = WIDTH - 2 * (MARGIN + SIDE) - 2 * MARGIN
    hub = _card(middle, (chart.name, NORMAL, INK, True), (chart.actor, SMALL, SOFT, False))
    height = max(*map(_stacked, columns), hub.height)
    top = head_height(chart.title, chart.subtitle)
    paper = Paper(chart.language, top + height)
    paper.head(chart.title, chart.subtitle)
    centre = top + height / 2
    box = Box((WIDTH - middle) / 2, centre - hub.height / 2, (WIDTH + middle) / 2, centre + hub.height / 2)
    for column, left in zip(columns, (MARGIN, WIDTH - MARGIN - SIDE), strict=True):
        _column(paper, column, left, centre, box)
    paper.panel(box, PANEL, edge=GOLD, above=4)
    _write(paper, hub, box)
    return paper


def _stacked(column: Sequence[_Card]) -> float:
    return sum(card.height for card in column) + BETWEEN * max(len(column) - 1, 0)


def _column(paper: Paper, column: Sequence[_Card], left: float, centre: float, hub: Box) -> None:
    """Boxes below each other, each on a line that leads to the middle."""
    y = centre - _stacked(column) / 2
    for card in column:
        box = Box(left, y, left + SIDE, y + card.height)
        near, edge = (box.right, hub.left) if left < hub.left else (box.left, hub.right)
        turn = (near + edge) / 2
        paper.curve([(near, y + card.height / 2), (turn, y + card.height / 2), (turn, centre), (edge, centre)], SKY, 3)
        paper.panel(box, PANEL, edge=RULE, above=4)
        _write(paper, card, box)
        y += card.height + BETWEEN


def _write(paper: Paper, card: _Card, box: Box) -> None:
    y = box.top + PADDING
    for line in card.lines:
        y += line.size * LEADING
        x = (box.left + box.right) / 2
        paper.text(x, y - line.size * LEADING / 2, line.text, line.size, line.colour, bold=line.bold, across="center")
