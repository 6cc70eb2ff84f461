"""Who is who: people framed by side, couples joined, parents and children on thick lines, every other tie in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.drawing.canvas import (
    GOLD,
    GROUND,
    INK,
    LEADING,
    ROSE,
    RULE,
    SKY,
    SOFT,
    WIDTH,
    Box,
    Paper,
    head_height,
)
from bot.pictures.drawing.graph_plan import Plan, Rooms
from bot.pictures.drawing.layout import End

if TYPE_CHECKING:
    from bot.pictures.drawing.graph_plan import Bundle, Label
    from bot.pictures.specs import RelationshipChart

EDGE = 28
ROOM = WIDTH - 2 * EDGE
LARGEST, SMALLEST = 1.15, 0.75
"""How far the whole chart may be enlarged or reduced to fill the width."""
AT_EASE, SCARCE = Rooms(290, 200), Rooms(220, 120)
REDUCED = 0.88
"""How far a chart at ease may be reduced before its words are given less room."""
PASSES = 2
"""How often every tie is tried the other way round."""


class TooCrowded(Exception):
    """So many people that their names could not be read on a phone."""


def draw(chart: RelationshipChart) -> Paper:
    """The chart on paper; raises :class:`TooCrowded`."""
    plan = Plan(chart, AT_EASE)
    plan.narrow(ROOM, PASSES)
    if plan.extent * REDUCED > ROOM:
        plan = Plan(chart, SCARCE)
        plan.narrow(ROOM, PASSES)
    scale = min(LARGEST, ROOM / plan.layout.size.width)
    if scale < SMALLEST:
        raise TooCrowded(f"the chart would have to be reduced to {scale:.0%}")
    top = head_height(chart.title, chart.subtitle)
    paper = Paper(chart.language, top + plan.layout.size.height * scale)
    paper.head(chart.title, chart.subtitle)
    _Pen(paper, plan, scale, top).draw()
    return paper


class _Pen:
    """Draws a plan at its places."""

    def __init__(self, paper: Paper, plan: Plan, scale: float, top: float) -> None:
        self.paper = paper
        self.plan = plan
        self.scale = scale
        self.left, self.top = (WIDTH - plan.layout.size.width * scale) / 2, top

    def draw(self) -> None:
        """Frames, lines, words, names."""
        plan, layout = self.plan, self.plan.layout
        for label, frame, title in zip(plan.titles, layout.frames, layout.titles, strict=True):
            self.paper.panel(self._at(frame))
            box = self._at(title)
            self.paper.panel(box, above=3)
            self._write(label, box, GOLD, left=True)
        bundles = {bundle.key: bundle for bundle in plan.bundles}
        for key, points in layout.links.items():
            bundle = bundles.get(key[:-2])
            colour = SOFT if bundle is None else ROSE if bundle.paired else SKY
            on_paper = [(self.left + x * self.scale, self.top + y * self.scale) for x, y in points]
            self.paper.curve(on_paper, colour, 6 if bundle is None else 3)
        for bundle in plan.bundles:
            self._tie(bundle)
        for couple in {bundle.key: bundle for bundle in plan.couples.values()}:
            self._write(plan.labels[couple], self._cell(End(couple, 1)), ROSE)
        for key in plan.names:
            self._name(key)

    def _at(self, box: Box) -> Box:
        """A box of the layout on the paper."""
        x, y, scale = self.left, self.top, self.scale
        return Box(x + box.left * scale, y + box.top * scale, x + box.right * scale, y + box.bottom * scale)

    def _cell(self, end: End) -> Box:
        return self._at(self.plan.layout.blocks[end.block][end.cell])

    def _name(self, key: str) -> None:
        box, lead = self._cell(self.plan.end(key)), key in self.plan.leads
        self.paper.panel(box, GROUND, edge=GOLD if lead else RULE, above=5)
        self._write(self.plan.names[key], box)
        if lead:
            self.paper.star(box.left + 4, box.top + 4, size=26)

    def _tie(self, bundle: Bundle) -> None:
        """What two people are to each other, with an arrow where it is true one way only."""
        box, colour = self._cell(End(bundle.key, 0)), ROSE if bundle.paired else SKY
        self.paper.panel(box, GROUND, above=3)
        self._write(self.plan.labels[bundle.key], box, colour)
        y = (box.top + box.bottom) / 2
        ends = {bundle.first: (box.left + 8, "<"), bundle.second: (box.right - 8, ">")}
        for key, (x, marker) in ends.items():
            if bundle.points_to(key):
                self.paper.line([x], [y], colour, marker=marker, markersize=20, zorder=6)

    def _write(self, label: Label, box: Box, colour: str = INK, *, left: bool = False) -> None:
        """Lines in the middle of a box, or from its left edge."""
        size = label.size * self.scale
        x = box.left + 6 if left else (box.left + box.right) / 2
        y = (box.top + box.bottom) / 2 - (len(label.lines) - 1) * size * LEADING / 2
        for line in label.lines:
            self.paper.text(x, y, line, size, colour, bold=label.bold, across="left" if left else "center")
            y += size * LEADING
