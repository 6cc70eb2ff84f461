"""Characters by group: families as trees, couples side by side, all other relations as lines with words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.pictures.drawing.canvas import BACKGROUND, GOLD, GRID, MUTED, ROSE, SKY, TEXT, WIDTH, Box, Canvas
from bot.pictures.drawing.family_tree import LABEL_SIZE, FamilyLayout, Frame, Label
from bot.pictures.drawing.floorplan import Floorplan, Gaps, Link
from bot.pictures.drawing.routing import BEND, CELL, Grid, NoRoute

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.pictures.drawing.canvas import Point
    from bot.pictures.drawing.routing import Path
    from bot.pictures.specs import Relation, RelationshipChart

EDGE = 20
"""Pixels between the chart and the sides of the picture."""
BORDER = 96
"""Pixels around the groups that lines may use."""
MAX_HEIGHT = 1560
GAPS = (Gaps(64, 84), Gaps(84, 108), Gaps(110, 140))
"""Distances between groups, tried in this order until there is room for all lines."""
TEXT_WIDTHS = ((150, 190), (110, 130))
"""The widths at which names and the words of relations are broken, tried in this order."""
SEEDS = range(5)
MAX_REROUTES = 8
MOST_ROUTED = 2
"""How many of the floorplans that were found are routed, the best ones first."""
NOT_FROM_ABOVE = 12.0
"""The cost of a line that reaches a child from another side."""
SLACK = 60.0
"""How much longer a line may be to make room for its words, in cells."""
DETOUR = 2.0
"""The cost of each cell by which a line is longer than the way between two people."""
IN_FRAME = 1.2
"""The cost for a line of each cell in a group's frame."""


class TooCrowded(Exception):
    """There are so many people or relations that the chart would not be legible on a phone."""


class Tie(NamedTuple):
    """The line of a relation from one person to one or more of another group, who have the relation in common."""

    hub: str
    others: tuple[str, ...]
    label: Label
    colour: str
    arrow_at: str
    """``hub``, ``others``, or "" if the relation is mutual."""


class Route(NamedTuple):
    """A line with its words."""

    tie: Tie
    box: Box
    lines: list[list[Point]]
    arrows: list[tuple[Point, int]]


class Plan:
    """A chart with all positions; lengths are from the top left corner of the chart."""

    def __init__(self, layout: FamilyLayout, placed: list[tuple[Frame, Point]], ties: list[Tie]) -> None:
        self.layout = layout
        self.frames = placed
        self.height = max(y + frame.height for frame, (_, y) in placed) + 2 * BORDER
        self.width = WIDTH - 2 * EDGE
        self.names = {key: box.moved(*self._origin(at)) for frame, at in placed for key, box in frame.names.items()}
        self.couples = {key: box.moved(*self._origin(at)) for frame, at in placed for key, box in frame.couples.items()}
        self.titles = [
            (frame, frame.title_box.moved(*self._origin(at))) for frame, at in placed if frame.title is not None
        ]
        self.grid = Grid(self.width, self.height)
        self.descents: list[list[Point]] = []
        self.routes: list[Route] = []
        self.cost = 0.0
        self._block()
        self._route_descents()
        for tie in ties:
            try:
                self.routes.append(self._route(tie))
            except NoRoute:
                raise NoRoute(tie) from None

    @staticmethod
    def _origin(at: Point) -> Point:
        return at[0], at[1] + BORDER

    def _block(self) -> None:
        for number, (frame, at) in enumerate(self.frames, start=1):
            x, y = self._origin(at)
            if frame.title:
                self.grid.add_region(number, Box(x, y, x + frame.width, y + frame.height), IN_FRAME)
        for box in (*self.names.values(), *self.couples.values(), *(box for _, box in self.titles)):
            self.grid.block(box)
        for frame, _ in self.frames:  # the two of a couple stand so close that no line belongs between them
            for key in frame.couples:
                one, two = (self.names[key] for key in self.layout.couples[key][:2])
                self.grid.block(Box(one.left, one.top, two.right, one.bottom))

    def _distance(self, tie: Tie) -> float:
        one, two = self.names[tie.hub].centre, self.names[tie.others[0]].centre
        return abs(one[0] - two[0]) + abs(one[1] - two[1])

    @property
    def top(self) -> float:
        """The top edge of all that is drawn."""
        return min(BORDER, *(y - 4 for y in self._heights()))

    @property
    def bottom(self) -> float:
        """The bottom edge of all that is drawn."""
        return max(self.height - BORDER, *(y + 4 for y in self._heights()))

    def _heights(self) -> Iterable[float]:
        yield BORDER
        for route in self.routes:
            yield from (route.box.top, route.box.bottom, *(y for line in route.lines for _, y in line))
        yield from (y for line in self.descents for _, y in line)

    # Parents and children.

    def _route_descents(self) -> None:
        nets: dict[str, dict[int, float]] = {}
        inside: set[tuple[str, str]] = set()
        for frame, at in self.frames:
            x, y = self._origin(at)
            for key, points in frame.brackets:
                moved = [(point_x + x, point_y + y) for point_x, point_y in points]
                self.descents.append(moved)
                nets.setdefault(key, {}).update(dict.fromkeys(self._rasterize(moved), 0.0))
            keys = frame.names.keys()
            inside |= {(one.source, one.target) for one in self.layout.descents if {one.source, one.target} <= keys}
        done: set[tuple[str, str]] = set()
        for relation in self.layout.descents:
            couple = self.layout.couples.get(relation.source)
            parents = couple.first if couple else relation.source
            if (relation.source, relation.target) not in inside and (parents, relation.target) not in done:
                done.add((parents, relation.target))
                self._route_descent(relation, nets.setdefault(parents, {}))

    def _route_descent(self, relation: Relation, net: dict[int, float]) -> None:
        start = self._start(relation.source)
        joining = bool(net)
        if not net:
            net[self.grid.cell(start[0], start[1] + CELL)] = 0.0
        child = self.names[relation.target]
        ports = {
            cell: value + (0 if self.grid.centre(cell)[1] < child.top else NOT_FROM_ABOVE)
            for cell, value in self.grid.ports(child).items()
        }
        path = self.grid.connect(net, ports)
        self.grid.occupy(path)
        self.cost += len(path)
        points = self._points(path)
        if not joining:
            points = [start, (start[0], points[0][1]), *points]
        self.descents.append([*points, self._touch(points[-1], child)])
        net.update(dict.fromkeys(path[:-1], 0.0))

    def _start(self, key: str) -> Point:
        for frame, at in self.frames:
            if key in frame.starts:
                x, y = self._origin(at)
                return frame.starts[key][0] + x, frame.starts[key][1] + y
        raise KeyError(key)

    def _rasterize(self, points: list[Point]) -> Path:
        """Occupy the cells below a line whose parts are horizontal and vertical, and return them."""
        path: Path = []
        for (x1, y1), (x2, y2) in pairwise(points):
            count = int(max(abs(x2 - x1), abs(y2 - y1)) / CELL * 2) + 1
            cells = [self.grid.cell(x1 + (x2 - x1) * k / count, y1 + (y2 - y1) * k / count) for k in range(count + 1)]
            part = [*dict.fromkeys(cells)]
            self.grid.occupy(part)
            path += part
        return [cell for cell in dict.fromkeys(path) if not self.grid.blocked[cell]]

    # All other relations.

    def _route(self, tie: Tie) -> Route:
        """Find the cheapest place for the words, then lines from there to the people."""
        grid = self.grid
        hub, others = self.names[tie.hub], [self.names[key] for key in tie.others]
        at_hub = grid.ports(hub)
        at_others = {cell: value for box in others for cell, value in grid.ports(box).items()}
        from_hub, from_others = grid.search(at_hub, at_others, SLACK), grid.search(at_others, at_hub, SLACK)
        box = grid.place(tie.label.width + 12, tie.label.height, [from_hub, from_others])
        inner = {*grid.cells(box)}
        first = from_hub.path(grid.cell(*box.centre))
        first = first[: next(number for number, cell in enumerate(first) if cell in inner) + 1]
        grid.occupy(first)
        border = self._border(box, first[-1])
        for cell in inner:
            grid.blocked[cell] = 1
        lines = [self._line(first[::-1], box, hub)]
        net: dict[int, float] = border
        length = len(first)
        for one in sorted(
            others, key=lambda one: abs(one.centre[0] - box.centre[0]) + abs(one.centre[1] - box.centre[1])
        ):
            path = grid.connect(net, grid.ports(one))
            grid.occupy(path)
            length += len(path)
            lines.append(self._line(path, box if net is border else None, one))
            net = dict.fromkeys([*path[1:-1], *(() if net is border else net)], 0.0) or net
        grid.block(box)
        self.cost += length + BEND * sum(len(line) - 2 for line in lines)
        self.cost += DETOUR * max(0.0, length - self._distance(tie) / CELL)
        pointed = lines[:1] if tie.arrow_at == "hub" else lines[1:] if tie.arrow_at else []
        arrows = [(line[-1], _turn(line)) for line in pointed]
        return Route(tie, box, lines, arrows)

    def _border(self, box: Box, entered: int) -> dict[int, float]:
        """Return the cells at the edge of a label where a second line may begin: not on the side of the first one."""
        grid = self.grid
        inner = {*grid.cells(box)}
        x, y = box.centre
        steps = {1: "right", -1: "left", grid.columns: "bottom", -grid.columns: "top"}
        closed = {side for step, side in steps.items() if entered + step not in inner}
        found: dict[int, float] = {}
        for cell in inner:
            cell_x, cell_y = grid.centre(cell)
            sides = {side for step, side in steps.items() if cell + step not in inner}
            if len(sides) == 1 and not sides & closed:
                found[cell] = 2 * (abs(cell_x - x) if sides & {"top", "bottom"} else abs(cell_y - y)) / CELL
        return found

    def _points(self, path: Path) -> list[Point]:
        """Return the ends and the bends of a path."""
        points = [self.grid.centre(cell) for cell in path]
        return [
            point
            for number, point in enumerate(points)
            if number in (0, len(points) - 1)
            or (points[number - 1][0] != points[number + 1][0] and points[number - 1][1] != points[number + 1][1])
        ]

    def _line(self, path: Path, label: Box | None, end: Box) -> list[Point]:
        """Return the line along a path: from the edge of a label, in which the path begins, to the edge of a name."""
        points = self._points(path)
        if label and len(path) == 1:
            points = [self._touch(self._touch(points[0], end), label)]
        elif label:
            points[0] = self._touch(self.grid.centre(path[1]), label)
        return [*points, self._touch(points[-1], end)]

    @staticmethod
    def _touch(point: Point, box: Box) -> Point:
        """Return the nearest point on a rectangle's edge."""
        return min(max(point[0], box.left), box.right), min(max(point[1], box.top), box.bottom)


def _turn(line: list[Point]) -> int:
    """Return the direction of a line's end as degrees clockwise from up."""
    (x1, y1), (x2, y2) = line[-2:]
    if abs(x2 - x1) > abs(y2 - y1):
        return 90 if x2 > x1 else 270
    return 180 if y2 > y1 else 0


def make_plan(chart: RelationshipChart, canvas: Canvas) -> Plan:
    """Place groups and route lines. Raises :class:`TooCrowded`."""
    for name_width, label_width in TEXT_WIDTHS:
        layout = FamilyLayout(chart, canvas.type, name_width)
        ties = _ties(chart, layout, label_width)
        for gaps in GAPS:
            if plans := [*_plans(chart, layout, ties, gaps)]:
                return min(plans, key=lambda plan: plan.cost + plan.bottom / CELL)
    raise TooCrowded("there is no room for all people and relations")


def _plans(chart: RelationshipChart, layout: FamilyLayout, ties: list[Tie], gaps: Gaps) -> Iterable[Plan]:
    """Return those of the best floorplans in which there is room for all lines."""
    links = [
        *(Link(tie.hub, other) for tie in ties for other in tie.others),
        *(Link(relation.source, relation.target, descent=True) for relation in layout.descents),
    ]
    width = WIDTH - 2 * EDGE - 2 * CELL
    floorplan = Floorplan([*_items(chart, layout)], links, (width, MAX_HEIGHT - 80), gaps)
    found = sorted((floorplan.search(seed) for seed in SEEDS), key=lambda found: found[0])
    for _, placed in found[:MOST_ROUTED]:
        if max(x + frame.width for frame, (x, _) in placed) <= width + 1:
            plan = _routed(layout, [(frame, (x + CELL, y)) for frame, (x, y) in placed], ties)
            if plan and plan.bottom - plan.top <= MAX_HEIGHT:
                yield plan


def _routed(layout: FamilyLayout, placed: list[tuple[Frame, Point]], ties: list[Tie]) -> Plan | None:
    """Route the lines in an order in which there is room for all: one that finds none goes first the next time."""
    for _ in range(MAX_REROUTES):
        try:
            return Plan(layout, placed, ties)
        except NoRoute as problem:
            failed = [tie for tie in ties if tie in problem.args]
            if not failed or failed[0] is ties[0]:
                return None
            ties = [*failed, *(tie for tie in ties if tie not in failed)]
    return None


def _items(chart: RelationshipChart, layout: FamilyLayout) -> Iterable[list[Frame]]:
    """Return the layouts of each group that is framed, and of each family of one that is not."""
    for group in chart.groups:
        people = [person.key for person in group.people]
        trees = layout.trees(people)
        if group.name:
            yield [layout.frame(people, group.name, count) for count in sorted({1, 2, len(trees)})]
        else:
            yield from ([layout.frame(members, "", 1)] for members in trees)


def _ties(chart: RelationshipChart, layout: FamilyLayout, label_width: float) -> list[Tie]:
    """Return the lines; those with the same words from one person to people of one group become one."""
    group_of = {person.key: number for number, group in enumerate(chart.groups) for person in group.people}
    between: dict[frozenset[str], list[Relation]] = {}
    for relation in chart.relations:
        if relation.line != "descent" and not layout.is_of_couple(relation):
            between.setdefault(frozenset((relation.source, relation.target)), []).append(relation)
    found: list[tuple[str, str, tuple[str, ...], str, str]] = []
    for relations in between.values():
        first = relations[0]
        words = tuple(dict.fromkeys(relation.label for relation in relations))
        colour = ROSE if any(relation.line == "pair" for relation in relations) else SKY
        arrow = "" if all(relation.mutual for relation in relations) else "others"
        found.append((first.source, first.target, words, colour, arrow))
    ties: list[Tie] = []
    while found:
        source, target, words, colour, arrow = found.pop(0)
        alike = [one for one in found if one[2:] == (words, colour, arrow)]
        from_source = [one for one in alike if one[0] == source and group_of[one[1]] == group_of[target]]
        to_target = [one for one in alike if one[1] == target and group_of[one[0]] == group_of[source]]
        label = Label.of(layout.type, words, label_width, LABEL_SIZE)
        if len(to_target) > len(from_source):
            others = (source, *(one[0] for one in to_target))
            ties.append(Tie(target, others, label, colour, "hub" if arrow else ""))
            found = [one for one in found if one not in to_target]
        else:
            others = (target, *(one[1] for one in from_source))
            ties.append(Tie(source, others, label, colour, arrow))
            found = [one for one in found if one not in from_source]
    return ties


def draw(chart: RelationshipChart) -> Canvas:
    """Draw the relationship chart. Raises :class:`TooCrowded`."""
    canvas = Canvas(chart.language)
    return paint(chart, make_plan(chart, canvas), canvas)


def paint(chart: RelationshipChart, plan: Plan, canvas: Canvas) -> Canvas:
    """Draw the relationship chart as planned."""
    top = canvas.header(chart.title, chart.subtitle) - plan.top
    leads = {person.key for group in chart.groups for person in group.people if person.is_lead}
    _Painter(canvas, plan, top, leads).draw()
    return canvas.finish(top + plan.bottom)


class _Painter:
    """Draws a plan."""

    def __init__(self, canvas: Canvas, plan: Plan, top: float, leads: set[str]) -> None:
        self.canvas = canvas
        self.plan = plan
        self.top = top
        self.leads = leads

    def draw(self) -> None:
        for frame, at in self.plan.frames:
            self._frame(frame, at)
        for points in self.plan.descents:
            self.canvas.path(_rounded(self._at(points)), MUTED, 5, layer=3)
        for route in self.plan.routes:
            self._route(route)
        for key, box in self.plan.couples.items():
            self._write(self.plan.layout.couples[key].label, self._box(box), ROSE)
        for key, box in self.plan.names.items():
            self._name(key, self._box(box))

    def _frame(self, frame: Frame, at: Point) -> None:
        x, y = at[0] + EDGE, at[1] + self.top + BORDER
        if frame.title:
            self.canvas.panel(Box(x, y, x + frame.width, y + frame.height), layer=0)
            box = frame.title_box.moved(x, y)
            self.canvas.lines(box.left, box.top, frame.title.lines, frame.title.size, GOLD, bold=True)

    def _route(self, route: Route) -> None:
        colour = route.tie.colour
        for line in route.lines:
            self.canvas.path(_rounded(self._at(line)), colour, 3, layer=3)
        box = self._box(route.box)
        self._write(route.tie.label, box, colour)
        for (x, y), turn in route.arrows:
            back_x, back_y = {0: (0, 1), 90: (-1, 0), 180: (0, -1), 270: (1, 0)}[turn]
            self.canvas.triangle(x + EDGE + 10 * back_x, y + self.top + 10 * back_y, 13, colour, turn=turn, layer=6)

    def _name(self, key: str, box: Box) -> None:
        lead = key in self.leads
        self.canvas.panel(box, BACKGROUND, edge=GOLD if lead else GRID, radius=14, layer=5)
        self._write(self.plan.layout.names[key], box, TEXT)
        if lead:
            self.canvas.star(box.left + 4, box.top + 4, 34)

    def _write(self, label: Label, box: Box, colour: str) -> None:
        y = box.centre[1] - label.height / 2
        self.canvas.lines(box.centre[0], y, label.lines, label.size, colour, bold=label.bold, align="center")

    def _box(self, box: Box) -> Box:
        return box.moved(EDGE, self.top)

    def _at(self, points: list[Point]) -> list[Point]:
        return [(x + EDGE, y + self.top) for x, y in points]


def _rounded(points: list[Point], radius: float = 14) -> str:
    """Return SVG path data of a line with rounded corners."""
    data = [f"M{points[0][0]:.0f} {points[0][1]:.0f}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        near, far = (_towards(corner, other, radius) for other in (before, after))
        data.append(f"L{near[0]:.0f} {near[1]:.0f}Q{corner[0]:.0f} {corner[1]:.0f} {far[0]:.0f} {far[1]:.0f}")
    return f"{''.join(data)}L{points[-1][0]:.0f} {points[-1][1]:.0f}"


def _towards(corner: Point, other: Point, radius: float) -> Point:
    length = abs(other[0] - corner[0]) + abs(other[1] - corner[1])
    share = min(radius, length / 2) / length if length else 0
    return corner[0] + (other[0] - corner[0]) * share, corner[1] + (other[1] - corner[1]) * share
