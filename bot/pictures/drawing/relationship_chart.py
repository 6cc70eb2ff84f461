"""Characters by group: couples joined, thick lines to children, all other relations as labelled lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.drawing.canvas import (
    BACKGROUND,
    GOLD,
    GRID,
    LINE_HEIGHT,
    MUTED,
    ROSE,
    SKY,
    TEXT,
    WIDTH,
    Box,
    Canvas,
    header_height,
)
from bot.pictures.drawing.graph_plan import GraphPlan, MaxWidths
from bot.pictures.drawing.layout import End

if TYPE_CHECKING:
    from bot.pictures.drawing.graph_plan import Bundle, Label
    from bot.pictures.specs import RelationshipChart

EDGE = 28
USABLE_WIDTH = WIDTH - 2 * EDGE
MAX_SCALE, MIN_SCALE = 1.15, 0.75
"""Limits for scaling the chart to the width of the picture."""
WIDE, NARROW = MaxWidths(290, 200), MaxWidths(220, 120)
MIN_WIDE_SCALE = 0.88
"""Scale below which the texts get narrower lines instead."""
PASSES = 2
"""How often each relation is tried in the other direction."""


class TooCrowded(Exception):
    """There are so many people that their names would not be legible on a phone."""


def draw(chart: RelationshipChart) -> Canvas:
    """Draw the relationship chart. Raises :class:`TooCrowded`."""
    plan = GraphPlan(chart, WIDE)
    plan.narrow(USABLE_WIDTH, PASSES)
    if plan.extent * MIN_WIDE_SCALE > USABLE_WIDTH:
        plan = GraphPlan(chart, NARROW)
        plan.narrow(USABLE_WIDTH, PASSES)
    scale = min(MAX_SCALE, USABLE_WIDTH / plan.layout.size.width)
    if scale < MIN_SCALE:
        raise TooCrowded(f"the chart would have to be scaled down to {scale:.0%}")
    top = header_height(chart.title, chart.subtitle)
    canvas = Canvas(chart.language, top + plan.layout.size.height * scale)
    canvas.draw_header(chart.title, chart.subtitle)
    _Painter(canvas, plan, scale, top).draw()
    return canvas


class _Painter:
    """Draws a plan."""

    def __init__(self, canvas: Canvas, plan: GraphPlan, scale: float, top: float) -> None:
        self.canvas = canvas
        self.plan = plan
        self.scale = scale
        self.left, self.top = (WIDTH - plan.layout.size.width * scale) / 2, top

    def draw(self) -> None:
        """Draw frames, lines, labels and names."""
        plan, layout = self.plan, self.plan.layout
        for label, frame, title in zip(plan.titles, layout.frames, layout.titles, strict=True):
            self.canvas.panel(self._at(frame))
            box = self._at(title)
            self.canvas.panel(box, zorder=3)
            self._write(label, box, GOLD, left=True)
        bundles = {bundle.key: bundle for bundle in plan.bundles}
        for key, points in layout.links.items():
            bundle = bundles.get(key[:-2])
            colour = MUTED if bundle is None else ROSE if bundle.paired else SKY
            on_canvas = [(self.left + x * self.scale, self.top + y * self.scale) for x, y in points]
            self.canvas.curve(on_canvas, colour, 6 if bundle is None else 3)
        for bundle in plan.bundles:
            self._draw_label(bundle)
        for couple in {bundle.key: bundle for bundle in plan.couples.values()}:
            self._write(plan.labels[couple], self._cell(End(couple, 1)), ROSE)
        for key in plan.names:
            self._name(key)

    def _at(self, box: Box) -> Box:
        """Convert a box of the layout to the canvas."""
        x, y, scale = self.left, self.top, self.scale
        return Box(x + box.left * scale, y + box.top * scale, x + box.right * scale, y + box.bottom * scale)

    def _cell(self, end: End) -> Box:
        return self._at(self.plan.layout.blocks[end.block][end.cell])

    def _name(self, key: str) -> None:
        box, lead = self._cell(self.plan.end(key)), key in self.plan.leads
        self.canvas.panel(box, BACKGROUND, edge=GOLD if lead else GRID, zorder=5)
        self._write(self.plan.names[key], box)
        if lead:
            self.canvas.star(box.left + 4, box.top + 4, size=26)

    def _draw_label(self, bundle: Bundle) -> None:
        """Draw the label of two people's relations, with an arrow if it is true in one direction only."""
        box, colour = self._cell(End(bundle.key, 0)), ROSE if bundle.paired else SKY
        self.canvas.panel(box, BACKGROUND, zorder=3)
        self._write(self.plan.labels[bundle.key], box, colour)
        y = (box.top + box.bottom) / 2
        ends = {bundle.first: (box.left + 8, "<"), bundle.second: (box.right - 8, ">")}
        for key, (x, marker) in ends.items():
            if bundle.points_to(key):
                self.canvas.line([x], [y], colour, marker=marker, markersize=20, zorder=6)

    def _write(self, label: Label, box: Box, colour: str = TEXT, *, left: bool = False) -> None:
        """Write a label centred in a box or from its left edge."""
        size = label.size * self.scale
        x = box.left + 6 if left else (box.left + box.right) / 2
        y = (box.top + box.bottom) / 2 - (len(label.lines) - 1) * size * LINE_HEIGHT / 2
        for line in label.lines:
            self.canvas.text(x, y, line, size, colour, bold=label.bold, align="left" if left else "center")
            y += size * LINE_HEIGHT
