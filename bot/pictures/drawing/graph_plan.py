"""What is laid out of a chart of relations: names, couples, and words on lines, with the room that each takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.pictures.drawing.canvas import LEADING, SMALL, width, wrapped
from bot.pictures.drawing.layout import Block, End, Frame, Link, Size, placed

if TYPE_CHECKING:
    from bot.pictures.drawing.layout import Placed
    from bot.pictures.specs import Group, Relation, RelationshipChart

NAME = 170
"""Width that a line of a name may take, unless one word takes more."""
TALL = 1.35
"""Height of a page that is one wide."""
WORDS = 29
"""Size of the letters on lines."""
FAMILY, TIE = 8, 2
"""Weights of the links to children and to the words of ties."""


class Rooms(NamedTuple):
    """Width that a line of a side's title and of the words of a tie may take, unless one word takes more."""

    title: float
    tie: float


class Label(NamedTuple):
    """Finished lines."""

    lines: list[str]
    size: float
    bold: bool

    @classmethod
    def of(cls, text: str, room: float, size: float, *, bold: bool) -> Label:
        """A text that breaks between words only."""
        room = max([room, *(width(word, size, bold=bold) for word in text.split())])
        return cls(wrapped(text, size, room, bold=bold), size, bold)

    def room(self, across: float, down: float) -> Size:
        """What it takes, with so much around it."""
        widest = max(width(line, self.size, bold=self.bold) for line in self.lines)
        return Size(widest + across, len(self.lines) * self.size * LEADING + down)


class Bundle(NamedTuple):
    """Everything that two people are to each other; ``first`` stands further left."""

    first: str
    second: str
    ties: list[Relation]

    @property
    def key(self) -> str:
        """The block of its words: the same, whoever comes first."""
        return " ".join(sorted((self.first, self.second)))

    @property
    def paired(self) -> bool:
        """Whether the two are, or were, a couple."""
        return any(tie.bond == "pair" for tie in self.ties)

    def points_to(self, key: str) -> bool:
        """Whether an arrow ends at one of the two."""
        return any(tie.to == key and not tie.mutual for tie in self.ties)


class Plan:
    """A chart before it is scaled to the width."""

    def __init__(self, chart: RelationshipChart, rooms: Rooms) -> None:
        self.sides = chart.sides
        self.leads = {person.key for one in chart.sides for person in one.people if person.lead}
        self.names = {
            person.key: Label.of(person.name, NAME, SMALL, bold=True) for one in chart.sides for person in one.people
        }
        self.framed = [side for side in chart.sides if side.name]
        self.titles = [Label.of(side.name, rooms.title, SMALL, bold=True) for side in self.framed]
        self.descents = [tie for tie in chart.ties if tie.bond == "descent"]
        self.couples: dict[str, Bundle] = {}
        self.bundles: list[Bundle] = []
        self.labels: dict[str, Label] = {}
        side = {person.key: number for number, one in enumerate(chart.sides) for person in one.people}
        for bundle in _bundles(chart):
            pair = {bundle.first, bundle.second}
            if bundle.paired and side[bundle.first] == side[bundle.second] and pair.isdisjoint(self.couples):
                self.couples |= dict.fromkeys(pair, bundle)
            else:
                self.bundles.append(bundle)
            self.labels[bundle.key] = self._label(bundle, rooms.tie)
        self.layout = self._placed()

    def _label(self, bundle: Bundle, room: float) -> Label:
        """What two people are to each other; between a couple's names arrows stand among the words."""
        lines: dict[str, None] = {}
        for tie in bundle.ties:
            arrow = ""
            if self.couples.get(bundle.first) is bundle and not tie.mutual:
                arrow = "↓ " if tie.of == bundle.first else "↑ "
            room += width(arrow, WORDS) if arrow else 0
            lines |= dict.fromkeys(Label.of(arrow + tie.word, room, WORDS, bold=False).lines)
        return Label([*lines], WORDS, bold=False)

    def end(self, key: str) -> End:
        """The cell in which somebody stands: in a couple's block the first or the last one."""
        couple = self.couples.get(key)
        return End(couple.key, 0 if key == couple.first else 2) if couple else End(key, 0)

    @property
    def extent(self) -> float:
        """How wide a page of the usual shape has to be to hold the chart."""
        return max(self.layout.size.width, self.layout.size.height / TALL)

    def narrow(self, room: float, passes: int) -> None:
        """Turn ties round one by one, for as long as that makes the chart smaller and it needs more than ``room``."""
        for number in [*range(len(self.bundles))] * passes:
            if self.extent <= room:
                return
            bundle, layout, extent = self.bundles[number], self.layout, self.extent
            self.bundles[number] = Bundle(bundle.second, bundle.first, bundle.ties)
            self.layout = self._placed()
            if self.extent >= extent:
                self.bundles[number], self.layout = bundle, layout

    def _placed(self) -> Placed:
        frames = [
            Frame(title.room(12, 8), self._blocks(side)) for side, title in zip(self.framed, self.titles, strict=True)
        ]
        loose = [block for side in self.sides if not side.name for block in self._blocks(side)]
        words = [Block(bundle.key, (self.labels[bundle.key].room(48, 4),)) for bundle in self.bundles]
        return placed(frames, loose + words, self._links())

    def _blocks(self, side: Group) -> list[Block]:
        blocks: dict[str, Block] = {}
        for person in side.people:
            cells = [self.names[person.key].room(34, 20)]
            if couple := self.couples.get(person.key):
                first, second = (self.names[key].room(34, 20) for key in (couple.first, couple.second))
                cells = [first, self.labels[couple.key].room(24, 6), second]
            key = self.end(person.key).block
            blocks[key] = Block(key, tuple(cells))
        return list(blocks.values())

    def _links(self) -> list[Link]:
        """Parents before children; the words of a tie between the two people."""
        found: dict[str, Link] = {}
        for tie in self.descents:
            start = self._parent(tie)
            key = f"{start.block} {start.cell} > {tie.to}"
            found[key] = Link(key, start, self.end(tie.to), FAMILY)
        for bundle in self.bundles:
            middle = End(bundle.key, 0)
            found[f"{bundle.key} <"] = Link(f"{bundle.key} <", self.end(bundle.first), middle, TIE)
            found[f"{bundle.key} >"] = Link(f"{bundle.key} >", middle, self.end(bundle.second), TIE)
        return list(found.values())

    def _parent(self, tie: Relation) -> End:
        """Where a child's line begins: between the two where both of a couple are its parents."""
        couple = self.couples.get(tie.of)
        parents = {other.of for other in self.descents if other.to == tie.to}
        return End(couple.key, 1) if couple and {couple.first, couple.second} <= parents else self.end(tie.of)


def _bundles(chart: RelationshipChart) -> list[Bundle]:
    """The ties in words by the two people; whoever has no family in the chart comes second."""
    kin = {key for tie in chart.ties if tie.bond != "other" for key in (tie.of, tie.to)}
    found: dict[frozenset[str], Bundle] = {}
    for tie in chart.ties:
        if tie.bond != "descent":
            first, second = (tie.of, tie.to) if tie.of in kin or tie.to not in kin else (tie.to, tie.of)
            found.setdefault(frozenset((first, second)), Bundle(first, second, [])).ties.append(tie)
    return list(found.values())
