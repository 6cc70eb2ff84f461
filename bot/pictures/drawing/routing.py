"""Routes lines around obstacles on a grid: Lee's maze algorithm, with costs for bends and crossings.

Lines run along rows and columns of cells. No line enters a blocked cell, and no two lines share a cell but where they
cross at right angles.
"""

from __future__ import annotations

import heapq
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.pictures.drawing.canvas import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.pictures.drawing.canvas import Point

CELL = 12
"""Pixels between two rows or columns of the grid."""
CLEARANCE = 7
"""Pixels between the middle of a line and what it must not touch."""
BEND, CROSSING, BESIDE = 4.0, 25.0, 1.5
"""Costs in cells: of a bend, of a crossing, and of each cell next to another line."""
STRADDLING = 30.0
"""The cost of a label on the edge of a region."""

Path = list[int]
"""Neighbouring cells, from the start of a line to its end."""


class NoRoute(Exception):
    """There is no room for a line or for its label."""


class Reached(NamedTuple):
    """What a search has found: the cost to each cell, and the cell before it."""

    cost: dict[int, float]
    before: dict[int, int]

    def path(self, cell: int) -> Path:
        """Return the way from a source to a cell."""
        found = [cell]
        while (cell := self.before[cell]) >= 0:
            found.append(cell)
        return found[::-1]


class Grid:
    """The free and the occupied cells of a page."""

    def __init__(self, width: float, height: float) -> None:
        self.columns, self.rows = int(width / CELL), int(height / CELL)
        self.blocked = bytearray(self.columns * self.rows)
        for column in range(self.columns):
            self.blocked[column] = self.blocked[-1 - column] = 1
        for row in range(self.rows):
            self.blocked[row * self.columns] = self.blocked[(row + 1) * self.columns - 1] = 1
        self.extra = [0.0] * len(self.blocked)
        self.region = bytearray(len(self.blocked))
        """The number of the region to which a cell belongs."""
        self.used = [bytearray(len(self.blocked)), bytearray(len(self.blocked))]
        """Whether a line runs through a cell horizontally, and vertically."""

    def centre(self, cell: int) -> Point:
        """Return the middle of a cell."""
        row, column = divmod(cell, self.columns)
        return (column + 0.5) * CELL, (row + 0.5) * CELL

    def cell(self, x: float, y: float) -> int:
        """Return the cell at a point."""
        return int(y / CELL) * self.columns + int(x / CELL)

    def cells(self, box: Box) -> list[int]:
        """Return the cells whose middle is in a rectangle."""
        columns = range(max(0, int(box.left / CELL + 0.5)), min(self.columns, int(box.right / CELL + 0.5)))
        rows = range(max(0, int(box.top / CELL + 0.5)), min(self.rows, int(box.bottom / CELL + 0.5)))
        return [row * self.columns + column for row in rows for column in columns]

    def block(self, box: Box) -> None:
        """Keep lines out of a rectangle."""
        for cell in self.cells(box.grown(CLEARANCE)):
            self.blocked[cell] = 1

    def add_region(self, number: int, box: Box, extra: float) -> None:
        """Let lines take a way around a rectangle if it is short, and labels stay off its edge."""
        for cell in self.cells(box):
            self.extra[cell] += extra
            self.region[cell] = number

    def occupy(self, path: Sequence[int]) -> None:
        """Note that a line runs along a path."""
        for one, two in pairwise(path):
            vertical = abs(one - two) != 1
            self.used[vertical][one] = self.used[vertical][two] = 1
            for beside in (-1, 1) if vertical else (-self.columns, self.columns):
                self.extra[one + beside] += BESIDE

    def ports(self, box: Box) -> dict[int, float]:
        """Return the free cells around a rectangle, with a cost for being far from the middle of a side."""
        found: dict[int, float] = {}
        x, y = box.centre
        around = box.grown(CLEARANCE + CELL)
        inside = {*self.cells(box.grown(CLEARANCE))}
        for cell in self.cells(around):
            cell_x, cell_y = self.centre(cell)
            off_x, off_y = abs(cell_x - x), abs(cell_y - y)
            above = off_y > box.height / 2
            if cell in inside or self.blocked[cell] or self.is_used(cell):
                continue
            if above and off_x < box.width / 2 - 22:
                found[cell] = 1.5 * off_x / CELL
            elif off_x > box.width / 2 and off_y < box.height / 2 - 16:
                found[cell] = 1.5 * off_y / CELL
        return found

    def is_used(self, cell: int) -> bool:
        """Whether a line runs through a cell."""
        return bool(self.used[0][cell] or self.used[1][cell])

    def is_free(self, cells: Iterable[int]) -> bool:
        """Whether nothing at all is in these cells."""
        return not any(self.blocked[cell] or self.is_used(cell) for cell in cells)

    def search(self, sources: Mapping[int, float], targets: Mapping[int, float], slack: float = 0) -> Reached:
        """Find the cheapest ways from the sources to the targets, and to all cells that cost up to ``slack`` more."""
        cost, before, heading = dict(sources), dict.fromkeys(sources, -1), dict.fromkeys(sources, 0)
        queue = [(value, cell) for cell, value in sources.items()]
        heapq.heapify(queue)
        best = float("inf")
        blocked, extra, (horizontal, vertical) = self.blocked, self.extra, self.used
        steps = (
            (1, horizontal, vertical), (-1, horizontal, vertical),
            (self.columns, vertical, horizontal), (-self.columns, vertical, horizontal),
        )  # fmt: skip
        nowhere = float("inf")
        while queue:
            value, cell = heapq.heappop(queue)
            if value > cost[cell]:
                continue
            if value >= best + slack:
                break
            if cell in targets:
                best = min(best, value + targets[cell])
            came = heading[cell]
            occupied = horizontal[cell] or vertical[cell]
            for step, along, across in steps:
                following = cell + step
                turning = came not in (0, step)
                if blocked[following] or along[following] or (turning and occupied):
                    continue
                new = value + 1 + extra[following] + (BEND if turning else 0)
                if across[following]:
                    new += CROSSING
                if new < cost.get(following, nowhere):
                    cost[following], before[following], heading[following] = new, cell, step
                    heapq.heappush(queue, (new, following))
        return Reached(cost, before)

    def connect(self, sources: Mapping[int, float], targets: Mapping[int, float]) -> Path:
        """Return the cheapest path from one of the sources to one of the targets. Raises :class:`NoRoute`."""
        reached = self.search(sources, targets)
        ends = [
            (reached.cost[cell] + value, cell)
            for cell, value in targets.items()
            if cell in reached.cost and (cell in sources or not self.is_used(cell))
        ]
        if not ends:
            raise NoRoute
        return reached.path(min(ends)[1])

    def place(self, width: float, height: float, ends: Sequence[Reached]) -> Box:
        """Return a free rectangle that is cheap to reach from all ends. Raises :class:`NoRoute`."""
        first, *others = (end.cost for end in ends)
        reachable = [
            (first[cell] + sum(other[cell] for other in others), cell)
            for cell in first
            if all(cell in other for other in others)
        ]
        best, best_cost = None, float("inf")
        for cost, cell in sorted(reachable):
            if cost >= best_cost:
                break
            x, y = self.centre(cell)
            box = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            cells = self.cells(box.grown(CLEARANCE))
            if not cells or not self.is_free(cells):
                continue
            regions = {self.region[cell] for cell in cells}
            total = cost + STRADDLING * (len(regions) - 1)
            if total < best_cost:
                best, best_cost = box, total
        if best is None:
            raise NoRoute
        return best
