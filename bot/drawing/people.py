"""Who is who: people framed by side, couples joined, parents and children on thick lines, every other tie in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.drawing.layout import Block, End, Frame, Link, placed
from bot.drawing.paper import (
    GOLD,
    GROUND,
    INK,
    LEADING,
    ROSE,
    RULE,
    SKY,
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
    from bot.drawing.jobs import People, Side, Tie
    from bot.drawing.layout import Placed

EDGE = 30
NAME, TITLE = 170, 270
"""Width that a line of a name, or of a side's title, may take unless one word takes more."""
WORDS = 29
"""Size of the letters on lines."""
LARGEST, SMALLEST = 1.15, 0.8
"""How far the whole chart may be enlarged or reduced to fill the width."""


class TooCrowded(Exception):
    """So many people that their names could not be read on a phone."""


class _Label(NamedTuple):
    """Finished lines and the room that they take."""

    lines: list[str]
    size: float
    bold: bool

    @property
    def width(self) -> float:
        return max(width(line, self.size, bold=self.bold) for line in self.lines)

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING


class _Bundle(NamedTuple):
    """Everything that two people are to each other; ``left`` stands further left."""

    left: str
    right: str
    ties: list[Tie]

    @property
    def label(self) -> _Label:
        return _Label(list(dict.fromkeys(tie.word for tie in self.ties)), WORDS, bold=False)

    @property
    def key(self) -> str:
        return f"{self.left} {self.right}"

    @property
    def paired(self) -> bool:
        return any(tie.bond == "pair" for tie in self.ties)

    def points_to(self, key: str) -> bool:
        """Whether an arrow ends at one of the two."""
        return any(tie.to == key and not tie.mutual for tie in self.ties)


class _Plan:
    """What is laid out, and how large it is before the chart is scaled to the width."""

    def __init__(self, job: People) -> None:
        side = {person.key: number for number, one in enumerate(job.sides) for person in one.people}
        self.sides = job.sides
        self.names = {person.key: _fitted(person.name, NAME, SMALL) for one in job.sides for person in one.people}
        self.leads = {person.key for one in job.sides for person in one.people if person.lead}
        self.couples: dict[str, _Bundle] = {}
        self.bundles: list[_Bundle] = []
        for bundle in _bundles(job):
            joined = {bundle.left, bundle.right}
            if bundle.paired and side[bundle.left] == side[bundle.right] and joined.isdisjoint(self.couples):
                self.couples |= dict.fromkeys(joined, bundle)
            else:
                self.bundles.append(bundle)
        self.descents = [tie for tie in job.ties if tie.bond == "descent"]

    def end(self, key: str) -> End:
        """The cell in which somebody stands: in a couple's block the first or the last one."""
        couple = self.couples.get(key)
        return End(couple.key, 0 if key == couple.left else 2) if couple else End(key, 0)

    def frame(self, side: Side) -> Frame:
        """A side's title and blocks."""
        title = _fitted(side.name, TITLE, SMALL)
        blocks: dict[str, Block] = {}
        for person in side.people:
            couple = self.couples.get(person.key)
            labels = [self.names[person.key]]
            if couple:
                labels = [self.names[couple.left], couple.label, self.names[couple.right]]
            cells = tuple(label.height + (20 if label.bold else 6) for label in labels)
            key = self.end(person.key).block
            blocks[key] = Block(key, max(label.width for label in labels) + 34, cells)
        return Frame(title.width + 12, title.height + 8, list(blocks.values()))

    def links(self) -> list[Link]:
        """Parents left of children, a tie's words between the two."""
        found: dict[str, Link] = {}
        for tie in self.descents:
            couple = self.couples.get(tie.of)
            together = couple is not None and any(
                other.to == tie.to and other.of in couple[:2] for other in self.descents if other is not tie
            )
            start = End(couple.key, 1) if couple and together else self.end(tie.of)
            key = f"{start.block} {start.cell} > {tie.to}"
            found[key] = Link(key, start, self.end(tie.to), 8)
        for bundle in self.bundles:
            middle = End(bundle.key, 0)
            found[f"{bundle.key} <"] = Link(f"{bundle.key} <", self.end(bundle.left), middle, 2)
            found[f"{bundle.key} >"] = Link(f"{bundle.key} >", middle, self.end(bundle.right), 2)
        return list(found.values())


def _fitted(text: str, room: float, size: float) -> _Label:
    room = max([room, *(width(word, size, bold=True) for word in text.split())])
    return _Label(wrapped(text, size, room, bold=True), size, bold=True)


def _bundles(job: People) -> list[_Bundle]:
    """The ties in words by the two people; whoever has no family in the chart stands on the right."""
    kin = {key for tie in job.ties if tie.bond != "other" for key in (tie.of, tie.to)}
    found: dict[frozenset[str], _Bundle] = {}
    for tie in job.ties:
        if tie.bond == "descent":
            continue
        left, right = (tie.of, tie.to) if tie.of in kin or tie.to not in kin else (tie.to, tie.of)
        found.setdefault(frozenset((left, right)), _Bundle(left, right, [])).ties.append(tie)
    return list(found.values())


def draw(job: People) -> Paper:
    """The chart on paper; raises :class:`TooCrowded`."""
    plan = _Plan(job)
    words = [Block(bundle.key, bundle.label.width + 30, (bundle.label.height,)) for bundle in plan.bundles]
    layout = placed([plan.frame(side) for side in plan.sides], words, plan.links())
    scale = min(LARGEST, (WIDTH - 2 * EDGE) / layout.width)
    if scale < SMALLEST:
        raise TooCrowded(f"the chart would have to be reduced to {scale:.0%}")
    top = head_height(job.title, job.subtitle)
    paper = Paper(job.language, round(top + layout.height * scale + EDGE))
    paper.head(job.title, job.subtitle)
    _Pen(paper, plan, layout, scale, top).draw()
    return paper


class _Pen:
    """Draws a plan at its places."""

    def __init__(self, paper: Paper, plan: _Plan, layout: Placed, scale: float, top: float) -> None:
        self.paper = paper
        self.plan = plan
        self.layout = layout
        self.scale = scale
        self.left, self.top = (WIDTH - layout.width * scale) / 2, top

    def _at(self, box: Box) -> Box:
        """A box of the layout on the paper."""
        x, y, scale = self.left, self.top, self.scale
        return Box(x + box.left * scale, y + box.top * scale, x + box.right * scale, y + box.bottom * scale)

    def _cell(self, end: End) -> Box:
        return self._at(self.layout.blocks[end.block][end.cell])

    def draw(self) -> None:
        """Frames, lines, words, names."""
        for side, frame, title in zip(self.plan.sides, self.layout.frames, self.layout.titles, strict=True):
            self.paper.panel(self._at(frame))
            box = self._at(title)
            self.paper.panel(box, above=3)
            self._write(_fitted(side.name, TITLE, SMALL), box, GOLD, left=True)
        bundles = {bundle.key: bundle for bundle in self.plan.bundles}
        for key in self.layout.links:
            bundle = bundles.get(key[:-2])
            colour = SOFT if bundle is None else ROSE if bundle.paired else SKY
            self._line(key, colour, 6 if bundle is None else 3)
        for bundle in self.plan.bundles:
            self._words(bundle)
        for couple in {bundle.key: bundle for bundle in self.plan.couples.values()}.values():
            self._write(couple.label, self._cell(End(couple.key, 1)), ROSE)
        for key in self.plan.names:
            self._name(key)

    def _name(self, key: str) -> None:
        box, lead = self._cell(self.plan.end(key)), key in self.plan.leads
        self.paper.panel(box, GROUND, edge=GOLD if lead else RULE, above=5)
        self._write(self.plan.names[key], box)
        if lead:
            self.paper.star(box.left + 4, box.top + 4, size=26)

    def _words(self, bundle: _Bundle) -> None:
        """What two people are to each other, with an arrow where it is true one way only."""
        box, colour = self._cell(End(bundle.key, 0)), ROSE if bundle.paired else SKY
        self._write(bundle.label, box, colour)
        y = (box.top + box.bottom) / 2
        for key, x, marker in ((bundle.left, box.left, "<"), (bundle.right, box.right, ">")):
            if bundle.points_to(key):
                self.paper.line([x], [y], colour, marker=marker, markersize=20, zorder=6)

    def _line(self, key: str, colour: str, wide: float) -> None:
        points = [(self.left + x * self.scale, self.top + y * self.scale) for x, y in self.layout.links[key]]
        self.paper.curve(points, colour, wide)

    def _write(self, label: _Label, box: Box, colour: str = INK, *, left: bool = False) -> None:
        """Lines in the middle of a box, or from its left edge."""
        size = label.size * self.scale
        x = box.left + 6 if left else (box.left + box.right) / 2
        y = (box.top + box.bottom) / 2 - (len(label.lines) - 1) * size * LEADING / 2
        for line in label.lines:
            self.paper.text(x, y, line, size, colour, bold=label.bold, across="left" if left else "center")
            y += size * LEADING
