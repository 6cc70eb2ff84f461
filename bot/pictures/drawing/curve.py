"""Two series over the episodes: told apart by shape and dashes as well as by colour, the special points by a star."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.pictures.drawing.canvas import GOLD, INK, MARGIN, NORMAL, PANEL, SKY, SMALL, SOFT, WIDTH, Box, Paper, width

if TYPE_CHECKING:
    from bot.pictures.specs import Annotation, LineChart

HEIGHT = 880
LEFT, RIGHT, BOTTOM = 138, WIDTH - MARGIN - 20, HEIGHT - 104
MOST_TICKS = 16
DASHED = (0, (3, 1.5))


class _Scale(NamedTuple):
    """Where an episode and a height stand on the paper."""

    first: int
    last: int
    highest: float
    top: float

    def x(self, episode: int) -> float:
        return LEFT + (RIGHT - LEFT) * (episode - self.first) / max(self.last - self.first, 1)

    def y(self, value: float) -> float:
        return BOTTOM - (BOTTOM - self.top) * value / self.highest


def draw(chart: LineChart) -> Paper:
    """The curve on paper."""
    paper = Paper(chart.language, HEIGHT)
    top = _legend(paper, chart, paper.head(chart.title, chart.subtitle))
    highest = max(max(point.value, point.second or 0) for point in chart.points)
    scale = _Scale(chart.points[0].episode, chart.points[-1].episode, highest, top + 64)
    _grid(paper, chart, scale)
    _series(paper, chart, scale)
    for order, mark in enumerate(chart.marks):
        _mark(paper, chart, scale, mark, order)
    return paper


def _legend(paper: Paper, chart: LineChart, y: float) -> float:
    """A sample of each series with its name; side by side where there is room."""
    x, row = MARGIN + 8, y + NORMAL / 2
    for name, colour, marker, dashes in ((chart.first, GOLD, "o", "-"), (chart.second, SKY, "^", DASHED)):
        if not name:
            continue
        if x + 110 + width(name, NORMAL) > WIDTH - MARGIN:
            x, row = MARGIN + 8, row + NORMAL * 1.5
        paper.line([x, x + 44, x + 88], [row] * 3, colour, 6, linestyle=dashes, marker=marker, markersize=15)
        x = paper.text(x + 106, row, name, NORMAL).right + 56
    return row + NORMAL / 2


def _grid(paper: Paper, chart: LineChart, scale: _Scale) -> None:
    for height, text in chart.ticks.items():
        paper.line([LEFT - 22, RIGHT + 22], [scale.y(height)] * 2, zorder=1)
        paper.text(LEFT - 34, scale.y(height), text, SMALL, SOFT, across="right")
    for point in chart.points[:: -(-len(chart.points) // MOST_TICKS)]:
        paper.text(scale.x(point.episode), BOTTOM + 36, str(point.episode), SMALL, SOFT, across="center")
    paper.text((LEFT + RIGHT) / 2, BOTTOM + 82, chart.axis, SMALL, SOFT, across="center")


def _series(paper: Paper, chart: LineChart, scale: _Scale) -> None:
    xs = [scale.x(point.episode) for point in chart.points]
    ys = [scale.y(point.value) for point in chart.points]
    paper.fill(xs, ys, BOTTOM, GOLD)
    paper.line(xs, ys, GOLD, 7, marker="o", markersize=15, zorder=4)
    both = [(point.episode, point.second) for point in chart.points if point.second is not None]
    if both:
        xs, ys = [scale.x(episode) for episode, _ in both], [scale.y(value) for _, value in both]
        paper.line(xs, ys, SKY, 5, linestyle=DASHED, marker="^", markersize=16, zorder=3)
        episode, value = max(both, key=lambda pair: pair[1])
        _beside(paper, scale.x(episode), scale.y(value) - 40, chart.second_best, SKY)


def _mark(paper: Paper, chart: LineChart, scale: _Scale, mark: Annotation, order: int) -> None:
    """A star at the point, and the words below the curve, where nothing else is."""
    values = {point.episode: point.value for point in chart.points}
    x, y = scale.x(mark.episode), scale.y(values[mark.episode])
    room = width(mark.text, NORMAL, bold=True)
    near = [point.value for point in chart.points if abs(scale.x(point.episode) - x) <= room]
    words = scale.y(min(near) * (0.62 - 0.28 * order))
    paper.line([x, x], [y, words - 26], INK, 2, zorder=3)
    paper.star(x, y, size=40)
    paper.badge(_beside(paper, x, words, mark.text, INK), PANEL)


def _beside(paper: Paper, x: float, y: float, words: str, colour: str) -> Box:
    """Words at a point: to its right while there is room, else ending there."""
    fits = x + width(words, NORMAL, bold=True) <= RIGHT + 20
    return paper.text(
        x if fits else RIGHT + 20, y, words, NORMAL, colour, bold=True, across="left" if fits else "right"
    )
