"""Lays out the people of one group as family trees: couples side by side, children centred below their parents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.pictures.drawing.canvas import SMALL_SIZE, Box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.pictures.drawing.canvas import Point
    from bot.pictures.drawing.fonts import Typesetter
    from bot.pictures.specs import Relation, RelationshipChart

NAME_SIZE, LABEL_SIZE = SMALL_SIZE, 28
WIDE = 1.3
"""How much wider a single word may be."""
TITLE_WIDTH = 250
"""The width at which the title of a group is broken, unless its people need more."""
COUPLE_GAP, SIBLING_GAP, GENERATION_GAP = 8, 18, 38
"""Pixels between the two of a couple, between trees side by side, and between parents and children."""
TITLE_GAP = 24
"""Pixels between a title and names, so that a line fits in."""
PADDING = 18
"""Pixels between a frame and what is in it."""


class Label(NamedTuple):
    """A text broken into lines, and its size."""

    lines: list[str]
    size: float
    bold: bool
    width: float
    height: float

    @classmethod
    def of(cls, type_: Typesetter, text: Iterable[str], room: float, size: float, *, bold: bool = False) -> Label:
        """Break texts between words, and within words that are far too wide; each text begins a line."""
        texts = [*text]
        words = [word for text in texts for word in re.split(r"\s|(?<=・)", text)]
        room = max(room, *(min(type_.width(word, size, bold=bold), WIDE * room) for word in words))
        lines = [line for text in texts for line in type_.wrap(text, size, room, bold=bold)]
        width = max(type_.width(line, size, bold=bold) for line in lines)
        return cls(lines, size, bold, width, len(lines) * size * type_.leading)


class Couple(NamedTuple):
    """Two people of one group who are or were a couple, and the words for it."""

    first: str
    second: str
    label: Label


class Frame(NamedTuple):
    """The layout of a group, from its top left corner."""

    width: float
    height: float
    title: Label | None
    title_box: Box
    names: dict[str, Box]
    couples: dict[str, Box]
    """The place of each couple's words, by the key of the first of the two."""
    starts: dict[str, Point]
    """Where the lines to the children of a person begin."""
    brackets: list[tuple[str, list[Point]]]
    """The lines from parents to their children in the frame, and the key of one of the parents."""


class _Tree(NamedTuple):
    """A person or couple with descendants: size, and how to place it at a point."""

    width: float
    height: float
    centre: float
    place: Callable[[float, float], None]


class FamilyLayout:
    """Lays out the groups of a chart."""

    def __init__(self, chart: RelationshipChart, type_: Typesetter, name_width: float) -> None:
        self.type = type_
        self.names = {
            person.key: Label.of(type_, [person.name], name_width, NAME_SIZE, bold=True)
            for group in chart.groups
            for person in group.people
        }
        self.descents = [relation for relation in chart.relations if relation.line == "descent"]
        self.couples: dict[str, Couple] = {}
        group_of = {person.key: number for number, group in enumerate(chart.groups) for person in group.people}
        for relation in chart.relations:
            pair = (relation.source, relation.target)
            if (
                relation.line == "pair"
                and group_of[pair[0]] == group_of[pair[1]]
                and self.couples.keys().isdisjoint(pair)
            ):
                words = dict.fromkeys(_couple_words(chart.relations, *pair))
                couple = Couple(*pair, Label.of(type_, words, 300, LABEL_SIZE))
                self.couples |= dict.fromkeys(pair, couple)

    def is_of_couple(self, relation: Relation) -> bool:
        """Whether a relation is told by a couple's words."""
        couple = self.couples.get(relation.source)
        return couple is not None and relation.target in couple[:2]

    def trees(self, people: Sequence[str]) -> list[list[str]]:
        """Return the first of each tree's people, with all that belong to it."""
        children = {child for key in people for child in self._children(key, people)}
        roots = [
            key
            for key in people
            if key not in children
            and (key not in self.couples or (self.couples[key].first == key and self._partner(key) not in children))
        ]
        return [[root, *self._descendants(root, people)] for root in roots]

    def frame(self, people: Sequence[str], title: str, per_row: int) -> Frame:
        """Lay out a group with at most ``per_row`` trees side by side."""
        frame = Frame(0, 0, None, Box(0, 0, 0, 0), {}, {}, {}, [])
        padding = PADDING if title else 0
        trees = [self._tree(members[0], people, frame) for members in self.trees(people)]
        rows = [trees[start : start + per_row] for start in range(0, len(trees), per_row)]
        width = max(sum(tree.width for tree in row) + SIBLING_GAP * (len(row) - 1) for row in rows)
        head = Label.of(self.type, [title], max(width, TITLE_WIDTH), SMALL_SIZE, bold=True) if title else None
        width = max(width, head.width if head else 0)
        y = padding + (head.height + TITLE_GAP if head else 0)
        for row in rows:
            x = padding + (width - sum(tree.width for tree in row) - SIBLING_GAP * (len(row) - 1)) / 2
            for tree in row:
                tree.place(x, y)
                x += tree.width + SIBLING_GAP
            y += max(tree.height for tree in row) + SIBLING_GAP
        box = Box(padding, padding - 4, padding + head.width, padding - 4 + head.height) if head else frame.title_box
        return frame._replace(width=width + 2 * padding, height=y - SIBLING_GAP + padding, title=head, title_box=box)

    def _size(self, key: str) -> tuple[float, float]:
        label = self.names[key]
        return label.width + 26, label.height + 18

    def _partner(self, key: str) -> str:
        couple = self.couples[key]
        return couple.second if couple.first == key else couple.first

    def _children(self, key: str, people: Sequence[str]) -> list[str]:
        """Return the children of a person or of the couple in the group."""
        parents = self.couples[key][:2] if key in self.couples else (key,)
        return [
            *dict.fromkeys(
                relation.target
                for relation in self.descents
                if relation.source in parents and relation.target in people
            )
        ]

    def _descendants(self, key: str, people: Sequence[str]) -> list[str]:
        partner = [self._partner(key)] if key in self.couples else []
        return partner + [
            found for child in self._children(key, people) for found in [child, *self._descendants(child, people)]
        ]

    def _tree(self, key: str, people: Sequence[str], frame: Frame) -> _Tree:
        """Return the tree of a person; a couple stands in the order of its record, the child of the tree included."""
        couple = self.couples.get(key)
        members = couple[:2] if couple else (key,)
        sizes = [self._size(member) for member in members]
        high = max(height for _, height in sizes)
        words = couple.label if couple else None
        own_width = sum(width for width, _ in sizes) + COUPLE_GAP * (len(sizes) - 1)
        own_height = high + (words.height + 4 if words else 0)
        own_width = max(own_width, words.width + 8 if words else 0)
        children = [self._tree(child, people, frame) for child in self._children(key, people)]
        below = sum(child.width for child in children) + SIBLING_GAP * (len(children) - 1) if children else 0
        width = max(own_width, below)
        height = own_height + (GENERATION_GAP + max(child.height for child in children) if children else 0)

        def place(left: float, top: float) -> None:
            x = left + (width - below) / 2
            ends: list[Point] = []
            for child in children:
                child.place(x, top + own_height + GENERATION_GAP)
                ends.append((x + child.centre, top + own_height + GENERATION_GAP))
                x += child.width + SIBLING_GAP
            middle = left + width / 2
            if len(ends) > 1:
                middle = min(max((ends[0][0] + ends[-1][0]) / 2, left + own_width / 2), left + width - own_width / 2)
            elif ends:
                middle = min(max(ends[0][0], left + own_width / 2), left + width - own_width / 2)
            x = middle - (sum(wide for wide, _ in sizes) + COUPLE_GAP * (len(sizes) - 1)) / 2
            for member, (wide, _) in zip(members, sizes, strict=True):
                frame.names[member] = Box(x, top, x + wide, top + high)
                x += wide + COUPLE_GAP
            if words:
                half = words.width / 2
                frame.couples[members[0]] = Box(middle - half, top + high + 2, middle + half, top + own_height)
            start = (middle, top + own_height + 2)
            for member in members:
                frame.starts[member] = start
            turn = start[1] + GENERATION_GAP / 2
            for end in ends:
                frame.brackets.append((key, [start, (middle, turn), (end[0], turn), end]))

        return _Tree(width, height, width / 2, place)


def _couple_words(relations: Iterable[Relation], first: str, second: str) -> Iterable[str]:
    """Return the words for two people who stand side by side, with arrows for what only one is to the other."""
    for relation in relations:
        if (relation.source, relation.target) == (first, second):
            yield relation.label if relation.mutual else f"{relation.label} →"
        elif (relation.target, relation.source) == (first, second):
            yield relation.label if relation.mutual else f"← {relation.label}"
