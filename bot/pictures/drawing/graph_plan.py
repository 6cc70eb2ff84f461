"""The layout of a relationship chart: names, couples and the labels of lines, with the size of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.pictures.drawing.canvas import LINE_HEIGHT, SMALL_SIZE, text_width, wrap_text
from bot.pictures.drawing.layout import Block, End, Frame, Link, Size, lay_out

if TYPE_CHECKING:
    from bot.pictures.drawing.layout import Layout
    from bot.pictures.specs import Group, Relation, RelationshipChart

NAME_WIDTH = 170
"""Maximum width of a line of a name, unless a single word is wider."""
ASPECT_RATIO = 1.35
"""Height of the usual picture, in widths."""
LABEL_SIZE = 29
"""Font size of relation labels."""
DESCENT_WEIGHT, LABEL_WEIGHT = 8, 2
"""Graphviz weights of the edges to children and to relation labels."""


class MaxWidths(NamedTuple):
    """Maximum widths of a line of a group's title and of a relation label, unless a single word is wider."""

    title: float
    label: float


class Label(NamedTuple):
    """A text broken into lines."""

    lines: list[str]
    size: float
    bold: bool

    @classmethod
    def of(cls, text: str, room: float, size: float, *, bold: bool) -> Label:
        """Break a text between words only."""
        room = max([room, *(text_width(word, size, bold=bold) for word in text.split())])
        return cls(wrap_text(text, size, room, bold=bold), size, bold)

    def padded_size(self, horizontal: float, vertical: float) -> Size:
        """Return the size of the text with padding."""
        widest = max(text_width(line, self.size, bold=self.bold) for line in self.lines)
        return Size(widest + horizontal, len(self.lines) * self.size * LINE_HEIGHT + vertical)


class Bundle(NamedTuple):
    """All relations between two people; ``first`` is further left."""

    first: str
    second: str
    relations: list[Relation]

    @property
    def key(self) -> str:
        """The key of the label's block, the same in both orders."""
        return " ".join(sorted((self.first, self.second)))

    @property
    def paired(self) -> bool:
        """Whether the two are or were a couple."""
        return any(relation.line == "pair" for relation in self.relations)

    def points_to(self, key: str) -> bool:
        """Whether the line has an arrow at the person ``key``."""
        return any(relation.target == key and not relation.mutual for relation in self.relations)


class GraphPlan:
    """The layout of a chart before it is scaled to the picture's width."""

    def __init__(self, chart: RelationshipChart, max_widths: MaxWidths) -> None:
        self.sides = chart.groups
        self.leads = {person.key for one in chart.groups for person in one.people if person.is_lead}
        self.names = {
            person.key: Label.of(person.name, NAME_WIDTH, SMALL_SIZE, bold=True)
            for one in chart.groups
            for person in one.people
        }
        self.framed = [side for side in chart.groups if side.name]
        self.titles = [Label.of(side.name, max_widths.title, SMALL_SIZE, bold=True) for side in self.framed]
        self.descents = [relation for relation in chart.relations if relation.line == "descent"]
        self.couples: dict[str, Bundle] = {}
        self.bundles: list[Bundle] = []
        self.labels: dict[str, Label] = {}
        side = {person.key: number for number, one in enumerate(chart.groups) for person in one.people}
        for bundle in _bundles(chart):
            pair = {bundle.first, bundle.second}
            if bundle.paired and side[bundle.first] == side[bundle.second] and pair.isdisjoint(self.couples):
                self.couples |= dict.fromkeys(pair, bundle)
            else:
                self.bundles.append(bundle)
            self.labels[bundle.key] = self._label(bundle, max_widths.label)
        self.layout = self._lay_out()

    def _label(self, bundle: Bundle, room: float) -> Label:
        """Return the label of two people's relations; a couple's label contains the arrows."""
        lines: dict[str, None] = {}
        for relation in bundle.relations:
            arrow = ""
            if self.couples.get(bundle.first) is bundle and not relation.mutual:
                arrow = "↓ " if relation.source == bundle.first else "↑ "
            room += text_width(arrow, LABEL_SIZE) if arrow else 0
            lines |= dict.fromkeys(Label.of(arrow + relation.label, room, LABEL_SIZE, bold=False).lines)
        return Label([*lines], LABEL_SIZE, bold=False)

    def end(self, key: str) -> End:
        """Return the cell of a person: in a couple's block the first or the last one."""
        couple = self.couples.get(key)
        return End(couple.key, 0 if key == couple.first else 2) if couple else End(key, 0)

    @property
    def extent(self) -> float:
        """The width that a picture of the usual shape needs to hold the chart."""
        return max(self.layout.size.width, self.layout.size.height / ASPECT_RATIO)

    def narrow(self, room: float, passes: int) -> None:
        """Swap the sides of two people wherever that makes the chart smaller, until it fits into ``room``."""
        for number in [*range(len(self.bundles))] * passes:
            if self.extent <= room:
                return
            bundle, layout, extent = self.bundles[number], self.layout, self.extent
            self.bundles[number] = Bundle(bundle.second, bundle.first, bundle.relations)
            self.layout = self._lay_out()
            if self.extent >= extent:
                self.bundles[number], self.layout = bundle, layout

    def _lay_out(self) -> Layout:
        frames = [
            Frame(title.padded_size(12, 8), self._blocks(side))
            for side, title in zip(self.framed, self.titles, strict=True)
        ]
        loose = [block for side in self.sides if not side.name for block in self._blocks(side)]
        labels = [Block(bundle.key, (self.labels[bundle.key].padded_size(48, 4),)) for bundle in self.bundles]
        return lay_out(frames, loose + labels, self._links())

    def _blocks(self, side: Group) -> list[Block]:
        blocks: dict[str, Block] = {}
        for person in side.people:
            cells = [self.names[person.key].padded_size(34, 20)]
            if couple := self.couples.get(person.key):
                first, second = (self.names[key].padded_size(34, 20) for key in (couple.first, couple.second))
                cells = [first, self.labels[couple.key].padded_size(24, 6), second]
            key = self.end(person.key).block
            blocks[key] = Block(key, tuple(cells))
        return list(blocks.values())

    def _links(self) -> list[Link]:
        """Return the edges: from parents to children, and from people to the labels between them."""
        found: dict[str, Link] = {}
        for relation in self.descents:
            start = self._parent(relation)
            key = f"{start.block} {start.cell} > {relation.target}"
            found[key] = Link(key, start, self.end(relation.target), DESCENT_WEIGHT)
        for bundle in self.bundles:
            middle = End(bundle.key, 0)
            found[f"{bundle.key} <"] = Link(f"{bundle.key} <", self.end(bundle.first), middle, LABEL_WEIGHT)
            found[f"{bundle.key} >"] = Link(f"{bundle.key} >", middle, self.end(bundle.second), LABEL_WEIGHT)
        return list(found.values())

    def _parent(self, relation: Relation) -> End:
        """Return the start of a child's line: between the parents if both of a couple are its parents."""
        couple = self.couples.get(relation.source)
        parents = {other.source for other in self.descents if other.target == relation.target}
        return End(couple.key, 1) if couple and {couple.first, couple.second} <= parents else self.end(relation.source)


def _bundles(chart: RelationshipChart) -> list[Bundle]:
    """Group the labelled relations by the two people; people without family in the chart come second."""
    has_family = {
        key for relation in chart.relations if relation.line != "other" for key in (relation.source, relation.target)
    }
    found: dict[frozenset[str], Bundle] = {}
    for relation in chart.relations:
        if relation.line != "descent":
            first, second = (
                (relation.source, relation.target)
                if relation.source in has_family or relation.target not in has_family
                else (relation.target, relation.source)
            )
            found.setdefault(frozenset((first, second)), Bundle(first, second, [])).relations.append(relation)
    return list(found.values())
