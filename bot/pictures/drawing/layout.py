"""Lays out blocks that are framed in groups and linked: Graphviz's layered layout, from left to right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pygraphviz  # type: ignore[import-untyped]

from bot.pictures.drawing.canvas import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

INCH = 72
"""Graphviz takes sizes in inches and returns positions in points; here a point is a pixel."""
NODE_GAP, COLUMN_GAP, FRAME_PADDING = 14, 16, 12
"""Pixels between blocks in a column, between columns, and between a frame and its blocks."""


class Size(NamedTuple):
    """A width and a height."""

    width: float
    height: float


class Block(NamedTuple):
    """A rectangle to place. The label of a link is a block, too, so that nothing covers it."""

    key: str
    cells: tuple[Size, ...]
    """The parts, from top to bottom; links start and end at one of them."""

    @property
    def width(self) -> float:
        """The width of the widest part."""
        return max(cell.width for cell in self.cells)


class Frame(NamedTuple):
    """A group of blocks with a title."""

    title: Size
    blocks: Sequence[Block]


class End(NamedTuple):
    """The cell at one end of a link."""

    block: str
    cell: int


class Link(NamedTuple):
    """An edge whose ``end`` is to the right of its ``start``; a higher weight makes it shorter and straighter."""

    key: str
    start: End
    end: End
    weight: int


class Layout(NamedTuple):
    """The positions of blocks, frames and titles, in the order in which they were given."""

    size: Size
    blocks: dict[str, list[Box]]
    """The cells of each block."""
    frames: list[Box]
    titles: list[Box]
    links: dict[str, list[tuple[float, float]]]
    """The Bézier points of each link: a start point, then three for each cubic segment."""


def lay_out(frames: Sequence[Frame], loose: Iterable[Block], links: Iterable[Link]) -> Layout:
    """Position everything so that no block or title overlaps another one."""
    graph: Any = pygraphviz.AGraph(directed=True, strict=False)
    graph.graph_attr.update(
        rankdir="LR", newrank="true", splines="spline", nodesep=NODE_GAP / INCH, ranksep=COLUMN_GAP / INCH,
        remincross="true", searchsize="1000", mclimit="30", nslimit="50", nslimit1="50",
    )  # fmt: skip
    graph.node_attr.update(shape="plain", margin=0)
    blocks = {block.key: block for block in [*(block for frame in frames for block in frame.blocks), *loose]}
    for block in blocks.values():
        graph.add_node(block.key, label=_table(block.width, [cell.height for cell in block.cells]))
    for number, frame in enumerate(frames):
        keys = [block.key for block in frame.blocks]
        label = _table(frame.title.width, [frame.title.height])
        graph.add_subgraph(keys, name=f"cluster{number}", label=label, labeljust="l", margin=FRAME_PADDING)
    for key, start, end, weight in links:
        ends = {"tailport": f"{start.cell}:e", "headport": f"{end.cell}:w"}
        graph.add_edge(start.block, end.block, key, weight=weight, arrowhead="none", **ends)
    graph.layout(prog="dot")
    return _read(graph, blocks, len(frames))


def _table(width: float, heights: Sequence[float]) -> str:
    """Return an empty label of a given size, so that Graphviz needs no fonts."""
    rows = "".join(
        f'<tr><td port="{number}" fixedsize="true" width="{width:.0f}" height="{height:.0f}"></td></tr>'
        for number, height in enumerate(heights)
    )
    return f'<<table border="0" cellborder="0" cellspacing="0" cellpadding="0">{rows}</table>>'


def _read(graph: Any, blocks: dict[str, Block], frames: int) -> Layout:
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
    return Layout(Size(width, height), {key: cells(block) for key, block in blocks.items()}, shapes, titles, lines)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]
