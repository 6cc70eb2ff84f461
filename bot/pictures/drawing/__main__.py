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
from bot.pictures.specs import AnyJob, Bars, Circle, Curve, Order, Outcome, People, Timeline

if TYPE_CHECKING:
    from bot.pictures.drawing.canvas import Paper


def drawn(job: AnyJob) -> Paper:
    """A job on paper."""
    match job:
        case Curve():
            return curve.draw(job)
        case Bars():
            return bars.draw(job)
        case Timeline():
            return timeline.draw(job)
        case People():
            return relationship_chart.draw(job)
        case Circle():
            return ego_chart.draw(job)
        case _:
            return weeks.draw(job)


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
    orders = msgspec.json.Decoder(Order)
    for line in sys.stdin.buffer:
        order = orders.decode(line)
        try:
            put(Path(order.path), drawn(order.job).png())
            outcome = Outcome(path=order.path)
        except Exception as problem:  # noqa: BLE001 - whatever it is, the bot has to learn of it and the next order waits
            outcome = Outcome(path=order.path, problem=f"{type(problem).__name__}: {problem}")
        out.write(msgspec.json.encode(outcome).decode() + "\n")
        out.flush()


if __name__ == "__main__":
    main()
