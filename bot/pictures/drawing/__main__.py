"""The drawer: orders come in on standard input, one JSON object a line; outcomes go out the same way.

A picture is written beside its place and then put there in one step, so that nobody ever reads half of one. What the
libraries print goes to standard error.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bot.pictures.drawing import bars, curve, ego_chart, relationship_chart, timeline, weeks
from bot.pictures.specs import (
    AnyChart,
    BarChart,
    EgoChart,
    LineChart,
    RelationshipChart,
    RenderRequest,
    RenderResult,
    Timeline,
)

if TYPE_CHECKING:
    from bot.pictures.drawing.canvas import Paper


def drawn(chart: AnyChart) -> Paper:
    """A chart on paper."""
    match chart:
        case LineChart():
            return curve.draw(chart)
        case BarChart():
            return bars.draw(chart)
        case Timeline():
            return timeline.draw(chart)
        case RelationshipChart():
            return relationship_chart.draw(chart)
        case EgoChart():
            return ego_chart.draw(chart)
        case _:
            return weeks.draw(chart)


def put(path: Path, png: bytes) -> None:
    """Write a file so that it is either there and whole, or not there."""
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(png)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            beside.unlink(missing_ok=True)
            raise
    beside.replace(path)


def main() -> None:
    """Draw until there are no more orders, behind everything else that the machine has to do."""
    if hasattr(os, "nice"):
        os.nice(10)
    out, sys.stdout = sys.stdout, sys.stderr
    orders = msgspec.json.Decoder(RenderRequest)
    for line in sys.stdin.buffer:
        order = orders.decode(line)
        try:
            put(Path(order.path), drawn(order.chart).png())
            outcome = RenderResult(path=order.path)
        except Exception as problem:  # noqa: BLE001 - whatever it is, the bot has to learn of it and the next order waits
            outcome = RenderResult(path=order.path, problem=f"{type(problem).__name__}: {problem}")
        out.write(msgspec.json.encode(outcome).decode() + "\n")
        out.flush()


if __name__ == "__main__":
    main()
