"""The renderer process: reads requests from standard input and writes results to standard output, as JSON lines.

A picture is written to a temporary file and then renamed, so that no incomplete file is ever read. What the libraries
print goes to standard error.
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
    from bot.pictures.drawing.canvas import Canvas


def draw(chart: AnyChart) -> Canvas:
    """Draw a chart on a canvas."""
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


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that it is either complete or missing."""
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
    temporary.chmod(0o644)  # an image is built by another user than the one that runs it
    temporary.replace(path)


def main() -> None:
    """Draw until standard input ends."""
    out, sys.stdout = sys.stdout, sys.stderr
    requests = msgspec.json.Decoder(RenderRequest)
    for line in sys.stdin.buffer:
        request = requests.decode(line)
        try:
            write_atomically(Path(request.path), draw(request.chart).webp())
            result = RenderResult(path=request.path)
        except Exception as problem:  # noqa: BLE001 - report it, whatever it is, and go on
            result = RenderResult(path=request.path, problem=f"{type(problem).__name__}: {problem}")
        out.write(msgspec.json.encode(result).decode() + "\n")
        out.flush()


if __name__ == "__main__":
    main()
