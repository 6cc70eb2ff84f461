"""Send nonsense and forgeries to every door of the bot; end with a table of what was let in or fell over."""

from __future__ import annotations

import argparse
import asyncio
import logging
import random
import sys
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tqdm import tqdm

from bot.domain.knowledge_base import KnowledgeBase
from bot.preview.client.client import LocalDiscord
from bot.preview.page.server import PreviewServer
from bot.preview.server.connect import redirect_discordpy
from bot.preview.server.endpoint import EndpointDelivery
from bot.preview.server.models import RESPONSE_DEADLINE
from bot.transports.http import Endpoint, EndpointBot
from data import load
from tools.fuzz.targets import HARBOUR, Addresses, Facts, Forgeries, Options, Preview, Raw, Signed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from tools.fuzz.targets import Target

COUNTS = {"custom ids": 20_000, "option values": 5_000, "forged requests": 100_000, "signed nonsense": 5_000,
          "broken requests": 5_000, "facts files": 1_000, "preview page": 5_000}  # fmt: skip
AT_ONCE = 16


class Complaints(logging.Handler):
    """What the bot logs as an error: nothing that comes from outside may cause one."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep an error that the log must not have."""
        if "malformed interaction payload" not in record.getMessage():  # the right log line for signed nonsense
            self.heard.append(f"logged: {record.getMessage()} {record.exc_info and record.exc_info[1]!r}")


async def fuzz(target: Target, count: int | None, seconds: float | None, bar: tqdm[object]) -> None:
    """Try a target so often, or for so long."""
    ends = time.monotonic() + (seconds or float("inf"))

    async def go_on() -> None:
        while time.monotonic() < ends and (count is None or target.tried < count):
            target.tried += 1
            bar.update()
            try:
                problem = await target.attempt()
            except Exception as failure:  # noqa: BLE001 - whatever it is, it is a finding
                problem = repr(failure)
            if problem:
                target.problems.append(problem)
            await asyncio.sleep(0)

    await asyncio.gather(*(go_on() for _ in range(AT_ONCE)))


def table(targets: Sequence[Target], complaints: Complaints) -> str:
    """Return the result as a Markdown table."""
    lines = ["| target | tried | let in or fallen over |", "|---|---|---|"]
    lines += [f"| {target.name} | {target.tried:,} | {len(target.problems)} |" for target in targets]
    return "\n".join([*lines, f"| errors in the log | | {len(complaints.heard)} |"])


@asynccontextmanager
async def doors(dice: random.Random, patience: float = RESPONSE_DEADLINE) -> AsyncIterator[list[Target]]:
    """Every door of a bot behind its endpoint, and of the preview page; ``patience`` is Discord's, in seconds."""
    async with (
        LocalDiscord(response_deadline=patience) as discord,
        EndpointDelivery(discord) as post,
        PreviewServer(discord, 0) as page,
    ):
        with redirect_discordpy(discord):
            async with EndpointBot(KnowledgeBase(load(HARBOUR))) as bot:
                await bot.login(discord.token)
                async with Endpoint(bot, "127.0.0.1", 0) as url:
                    await post.set_url(url)
                    await bot.sync_commands()
                    yield [
                        Addresses(dice, discord),
                        Options(dice, discord),
                        Forgeries(dice, url, post),
                        Signed(dice, url, post),
                        Raw(dice, url),
                        Facts(dice),
                        Preview(dice, page.url),
                    ]


async def main() -> int:
    """Fuzz every target, or the chosen one; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, help="in all, instead of the usual counts")
    parser.add_argument("--patience", type=float, default=RESPONSE_DEADLINE, help="seconds that Discord gives the bot")
    parser.add_argument("--target", choices=COUNTS, help="this one alone")
    parser.add_argument("--seed", type=int, default=20_240_309)
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}", file=sys.stderr)
    complaints = Complaints()
    logging.getLogger().addHandler(complaints)
    async with doors(random.Random(chosen.seed), chosen.patience) as all_targets:  # noqa: S311 - no secret
        targets = [target for target in all_targets if chosen.target in (None, target.name)]
        for target in targets:
            count = None if chosen.seconds else COUNTS[target.name]
            with tqdm(total=count, desc=target.name, disable=not sys.stderr.isatty()) as bar:
                share = chosen.seconds / len(targets) if chosen.seconds else None
                async with target:
                    await fuzz(target, count, share, bar)
            print(f"{target.name}: {target.tried:,}", file=sys.stderr, flush=True)
    print(table(targets, complaints))
    problems = [problem for target in targets for problem in target.problems] + complaints.heard
    for problem in list(dict.fromkeys(problems))[:10]:
        print(f"  {problem[:400]}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
