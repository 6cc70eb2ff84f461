"""Measures speed and cost; prints tables as Markdown, and progress on standard error."""

from __future__ import annotations

import argparse
import asyncio
import sys

import uvloop

from tests.ports import haproxy_program
from tools.bench.ask import ask, memory
from tools.bench.comparison import guilds, speed
from tools.bench.holds import holds
from tools.bench.processes import ROOT
from tools.bench.quiz import quiz
from tools.bench.transports import transports

PARTS = ("speed", "transports", "guilds", "holds", "quiz", "ask")


async def main() -> None:
    """Measure the chosen parts and print their tables."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"some of {', '.join(PARTS)}; all of them if none")
    parser.add_argument("--rounds", type=int, default=7, help="of each part, in which whatever is compared takes turns")
    parser.add_argument("--calls", type=int, default=300, help="of each kind in each round")
    chosen = parser.parse_args()
    if unknown := set(chosen.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    if not haproxy_program():
        print_progress("haproxy is not installed: two copies behind it are left out")
    for part in chosen.parts or PARTS:
        match part:
            case "speed":
                await render_pictures()
                text = await speed(chosen.rounds, chosen.calls, print_progress)
            case "transports":
                # Twice the rounds, since the ratio of one copy to two has to be precise.
                text = await transports(chosen.rounds * 2, chosen.calls, print_progress)
            case "holds":
                text = await holds(2)
            case "quiz":
                text = quiz(chosen.calls)
            case "ask":
                text = f"{ask()}\n\n{memory()}"
            case _:
                text = await guilds(min(chosen.rounds, 3), print_progress)
        print(f"\n{text}", flush=True)


async def render_pictures() -> None:
    """Draw the missing pictures, which takes a minute the first time, so that this is not measured."""
    drawing = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "render", cwd=ROOT, stdout=sys.stderr)
    await drawing.wait()


def print_progress(progress: str) -> None:
    """Print the progress."""
    print(progress, file=sys.stderr, flush=True)


if __name__ == "__main__":
    uvloop.run(main())
