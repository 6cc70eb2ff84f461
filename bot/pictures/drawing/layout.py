"""Where blocks stand that are framed in groups and linked: Graphviz's layered layout, from left to right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pygraphviz  # type: ignore[import-untyped] - it has no types

from bot.pictures.drawing.canvas import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

INCH = 72
"""Graphviz measures blocks in inches, and their places in points; a point is a pixel here."""
ASIDE, BETWEEN, INSIDE = 14, 16, 12
"""Pixels between blocks below each other, between columns, and between a frame and its blocks."""


class Size(NamedTuple):
    """Of something without a place."""

    width: float
    height: float


class Block(NamedTuple):
    """Something that takes room; what is said of a link is a block as well, so that nothing ever covers it."""

    key: str
    cells: tuple[Size, ...]
    """Its parts, from top to bottom; a link starts and ends at one of them."""

    @property
    def width(self) -> float:
        """As wide as the widest part."""
        return max(cell.width for cell in self.cells)


class Frame(NamedTuple):
    """Blocks that stay together, under a title."""

    title: Size
    blocks: Sequence[Block]


class End(NamedTuple):
    """The cell of a block at which a link ends."""

    block: str
    cell: int


class Link(NamedTuple):
    """The second block comes to the right of the first; a heavier link is shorter and straighter."""

    key: str
    start: End
    end: End
    weight: int


class Placed(NamedTuple):
    """The finished layout: each block, each frame and its title, in the order in which they were given."""

    size: Size
    blocks: dict[str, list[Box]]
    """The cells of each block."""
    frames: list[Box]
    titles: list[Box]
    links: dict[str, list[tuple[float, float]]]
    """The points of each link: a start, and three of a cubic curve after it, again and again."""


def placed(frames: Sequence[Frame], loose: Iterable[Block], links: Iterable[Link]) -> Placed:
    """Find places so that no block or title meets another one."""
    graph: Any = pygraphviz.AGraph(directed=True, strict=False)
    graph.graph_attr.update(
        rankdir="LR", newrank="true", splines="spline", nodesep=ASIDE / INCH, ranksep=BETWEEN / INCH,
        remincross="true", searchsize="1000", mclimit="30", nslimit="50", nslimit1="50",
    )  # fmt: skip
    graph.node_attr.update(shape="plain", margin=0)
    blocks = {block.key: block for block in [*(block for frame in frames for block in frame.blocks), *loose]}
    for block in blocks.values():
        graph.add_node(block.key, label=_table(block.width, [cell.height for cell in block.cells]))
    for number, frame in enumerate(frames):
        keys = [block.key for block in frame.blocks]
        label = _table(frame.title.width, [frame.title.height])
        graph.add_subgraph(keys, name=f"cluster{number}", label=label, labeljust="l", margin=INSIDE)
    for key, start, end, weight in links:
        ends = {"tailport": f"{start.cell}:e", "headport": f"{end.cell}:w"}
        graph.add_edge(start.block, end.block, key, weight=weight, arrowhead="none", **ends)
    graph.layout(prog="dot")
    return _read(graph, blocks, len(frames))


def _table(width: float, heights: Sequence[float]) -> str:
    """An empty label of a given size: Graphviz need not know our letters."""
    rows = "".join(
        f'<tr><td port="{number}" fixedsize="true" width="{width:.0f}" height="{height:.0f}"></td></tr>'
        for number, height in enumerate(heights)
    )
    return f'<<table border="0" cellborder="0" cellspacing="0" cellpadding="0">{rows}</table>>'


def _read(graph: Any, blocks: dict[str, Block], frames: int) -> Placed:
    _, _, width, height = _numbers(graph.graph_attr["bb"])

    def box(centre: str, wide: float, high: float) -> Box:
        x, y = _numbers(centre)
        return Box(x - wide / 2, height - y - high / 2, x + wide / 2, height - y + high / 2)

    def cells(block: Block) -> list[Box]:
        heights = [cell.height for cell in block.cells]
        whole = box(graph.get_node(block.key).attr["pos"], block.width, sum(heights))
        edges = [whole.top + sum(heights[:number]) for number in range(len(heights) + 1)]
        return [whole._replace(top=top, bottom=bottom) for top, bottom in pairwise(edges)]

    clusters = [graph.get_subgraph(f"cluster{number}").graph_attr for number in range(frames)]
    boxes = [_numbers(cluster["bb"]) for cluster in clusters]
    titles = [
        box(cluster["lp"], float(cluster["lwidth"]) * INCH, float(cluster["lheight"]) * INCH) for cluster in clusters
    ]
    lines: dict[str, list[tuple[float, float]]] = {}
    for edge in graph.edges(keys=True):
        points = [_numbers(point) for point in graph.get_edge(*edge).attr["pos"].split()]
        lines[edge[2]] = [(x, height - y) for x, y in points]
    shapes = [Box(left, height - top, right, height - bottom) for left, bottom, right, top in boxes]
    return Placed(Size(width, height), {key: cells(block) for key, block in blocks.items()}, shapes, titles, lines)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]
