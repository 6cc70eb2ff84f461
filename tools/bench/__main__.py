"""Everything that the README says of speed and cost, measured anew; tables as Markdown, progress on standard error."""

from __future__ import annotations

import argparse
import asyncio
import sys

import uvloop

from tests.ports import haproxy_program
from tools.bench.beside import guilds, speed
from tools.bench.processes import ROOT
from tools.bench.ways import ways

PARTS = ("speed", "ways", "guilds")


async def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"some of {', '.join(PARTS)}; all of them if none")
    parser.add_argument("--rounds", type=int, default=7, help="of each part, in which whatever is compared takes turns")
    parser.add_argument("--calls", type=int, default=300, help="of each kind in each round")
    chosen = parser.parse_args()
    if unknown := set(chosen.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    if not haproxy_program():
        say("haproxy is not installed: two copies behind it are left out")
    for part in chosen.parts or PARTS:
        match part:
            case "speed":
                await drawn_ahead()
                text = await speed(chosen.rounds, chosen.calls, say)
            case "ways":
                text = await ways(chosen.rounds * 2, chosen.calls, say)  # the ratio of two copies is asked for closely
            case _:
                text = await guilds(min(chosen.rounds, 3), say)
        print(f"\n{text}", flush=True)


async def drawn_ahead() -> None:
    """Draw what pictures are missing, which takes a minute the first time; they are no part of what is measured."""
    drawing = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "render", cwd=ROOT, stdout=sys.stderr)
    await drawing.wait()


def say(progress: str) -> None:
    """Tell how far it is."""
    print(progress, file=sys.stderr, flush=True)


if __name__ == "__main__":
    uvloop.run(main())
