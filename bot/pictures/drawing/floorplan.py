"""Places rectangles on a page so that what is linked is near: a slicing floorplan, by simulated annealing.

The page is cut into shelves, each shelf into stacks, and each stack holds rectangles from top to bottom (after Wong and
Liu, "A new algorithm for floorplan design", 1986, with two kinds of cuts in a fixed order).
"""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.pictures.drawing.canvas import Point
    from bot.pictures.drawing.family_tree import Frame

SHELF, STACK, BELOW = range(3)
"""Where a rectangle is: first on a new shelf, first in a new stack, or below the one before it."""
STEPS = 2500
START_TEMPERATURE, END_TEMPERATURE = 6000.0, 60.0
OBSTRUCTION = 200.0
"""The cost of a link whose straight line meets another rectangle, in pixels of length."""
LONG = 1000.0
"""Pixels at which a link costs twice its length: one long line is worse than two short ones."""
UPWARD = 3000.0
"""The cost of a child who is not below the parents."""
HEIGHT_COST = 3.0
"""The cost of a pixel of the page's height."""


class Link(NamedTuple):
    """Two people who are linked; a line that leads from parents to a child should lead down."""

    source: str
    target: str
    descent: bool = False


class Gaps(NamedTuple):
    """Pixels between rectangles side by side, and one below the other."""

    across: float
    down: float


class Slot(NamedTuple):
    """A rectangle in the plan: which one, in which variant, and where it is relative to the one before."""

    item: int
    variant: int
    cut: int


class Acceptance:
    """Whether a plan may follow another: if it costs less, or by chance. The chance is taken once a plan costs more."""

    def __init__(self, cost: float, temperature: float, chance: random.Random) -> None:
        self.limit = cost
        self.temperature = temperature
        self.chance = chance
        self._raised = False

    def refuses(self, cost: float) -> bool:
        """Whether a plan that costs at least this, which is not below the limit, is refused."""
        if not self._raised:
            self._raised = True
            self.limit -= self.temperature * math.log(self.chance.random() or 1e-300)
        return cost >= self.limit


class Floorplan:
    """The search for a good plan; ``items`` are the variants of each rectangle."""

    def __init__(
        self, items: Sequence[Sequence[Frame]], links: Sequence[Link], size: tuple[float, float], gaps: Gaps
    ) -> None:
        self.items = items
        self.width, self.max_height = size
        self.gaps = gaps
        home = {key: number for number, variants in enumerate(items) for key in variants[0].names}
        self.links = [(home[link.source], home[link.target], link) for link in links]
        self.sizes = [[(frame.width, frame.height) for frame in row] for row in items]
        self.centres = [[{key: box.centre for key, box in frame.names.items()} for frame in row] for row in items]

    def search(self, seed: int) -> tuple[float, list[tuple[Frame, Point]]]:
        """Return the cost of the best plan found, and each rectangle with its place. The same seed finds the same."""
        chance = random.Random(seed)  # noqa: S311 - not for secrets
        slots = [Slot(number, len(variants) - 1, SHELF) for number, variants in enumerate(self.items)]
        cost = self._cost(slots, Acceptance(math.inf, START_TEMPERATURE, chance))
        best, best_cost = slots, cost
        for step in range(STEPS):
            temperature = START_TEMPERATURE * (END_TEMPERATURE / START_TEMPERATURE) ** (step / STEPS)
            changed = self._change(slots, chance)
            new = self._cost(changed, Acceptance(cost, temperature, chance))
            if new < math.inf:
                slots, cost = changed, new
                if cost < best_cost:
                    best, best_cost = slots, cost
        places = self.places(best)
        return best_cost, [(self.items[number][variant], places[number]) for number, variant, _ in sorted(best)]

    def _change(self, slots: list[Slot], chance: random.Random) -> list[Slot]:
        changed = slots.copy()
        kind, number = chance.random(), chance.randrange(len(slots))
        one = changed[number]
        if kind < 0.4:
            other = chance.randrange(len(slots))
            two = changed[other]
            changed[number], changed[other] = two._replace(cut=one.cut), one._replace(cut=two.cut)
        elif kind < 0.6:
            moved = changed.pop(number)
            changed.insert(chance.randrange(len(slots)), moved)
        elif kind < 0.85:
            changed[number] = one._replace(cut=chance.randrange(3))
        else:
            changed[number] = one._replace(variant=chance.randrange(len(self.items[one.item])))
        return changed

    def places(self, slots: Sequence[Slot]) -> dict[int, Point]:
        """Return the top left corner of each rectangle. What is left of a shelf's width is divided between stacks."""
        shelves: list[list[list[tuple[int, float, float]]]] = []
        for item, variant, cut in slots:
            sized = (item, *self.sizes[item][variant])
            if cut == SHELF or not shelves:
                shelves.append([[sized]])
            elif cut == STACK:
                shelves[-1].append([sized])
            else:
                shelves[-1][-1].append(sized)
        found: dict[int, Point] = {}
        across, down = self.gaps
        top = 0.0
        for shelf in shelves:
            widths = [max([width for _, width, _ in stack]) for stack in shelf]
            heights = [sum([height for _, _, height in stack]) + down * (len(stack) - 1) for stack in shelf]
            free, tallest = self.width - sum(widths), max(heights)
            gap = max(across, free / (len(shelf) + 1))
            left = max(0.0, (free - gap * (len(shelf) - 1)) / 2)
            for stack, stack_width, stack_height in zip(shelf, widths, heights, strict=True):
                y = top + (tallest - stack_height) / 2
                for item, width, height in stack:
                    found[item] = (left + (stack_width - width) / 2, y)
                    y += height + down
                left += stack_width + gap
            top += tallest + down
        return found

    def _cost(self, slots: Sequence[Slot], acceptance: Acceptance) -> float:
        """Return what a plan costs, or infinity as soon as it is refused."""
        places = self.places(slots)
        boxes: list[tuple[int, float, float, float, float]] = []
        centres: dict[int, dict[str, Point]] = {}
        for item, variant, _ in slots:
            (x, y), (width, height) = places[item], self.sizes[item][variant]
            boxes.append((item, x, y, x + width, y + height))
            centres[item] = self.centres[item][variant]
        width, height = max([box[3] for box in boxes]), max([box[4] for box in boxes])
        cost = HEIGHT_COST * height + 30 * max(0.0, width - self.width) + 40 * max(0.0, height - self.max_height)
        for one, two, link in self.links:
            (x1, y1), (x2, y2) = centres[one][link.source], centres[two][link.target]
            (left1, top1), (left2, top2) = places[one], places[two]
            x1, y1, x2, y2 = x1 + left1, y1 + top1, x2 + left2, y2 + top2
            distance = abs(x1 - x2) + abs(y1 - y2)
            cost += distance + distance * distance / LONG
            if link.descent and y2 < y1 + 100:
                cost += UPWARD
            low_x, high_x = (x1, x2) if x1 < x2 else (x2, x1)
            low_y, high_y = (y1, y2) if y1 < y2 else (y2, y1)
            for item, left, top, right, bottom in boxes:
                if left < high_x and right > low_x and top < high_y and bottom > low_y and item not in (one, two):
                    cost += OBSTRUCTION * _meets(x1, y1, x2, y2, (left, top, right, bottom))
            if cost >= acceptance.limit and acceptance.refuses(cost):
                return math.inf
        return cost


def _meets(x1: float, y1: float, x2: float, y2: float, box: tuple[float, float, float, float]) -> bool:
    """Whether a line whose bounding box meets a rectangle meets the rectangle itself."""
    left, top, right, bottom = box
    a, b = y2 - y1, x1 - x2
    c = -(a * x1 + b * y1)
    sides = [a * x + b * y + c > 0 for x, y in ((left, top), (right, top), (left, bottom), (right, bottom))]
    return any(sides) and not all(sides)
