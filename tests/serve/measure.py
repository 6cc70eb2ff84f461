"""What an answer over HTTP costs: ``.venv/bin/python tests/serve/measure.py``; takes four minutes.

CPU is the scheduler's own count for the copies alone, not for the balancer or for what asks. One copy and two are
measured in turns, each copy asked at the same rate, so that what else this machine does meets both alike.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import orjson

sys.path.insert(0, str(Path(__file__).parents[2]))

from processes import balanced, start

from bot.preview import payloads
from bot.preview import world as w
from bot.preview.endpoint import Endpoint as PostOffice
from bot.preview.fan import LocalDiscord

if TYPE_CHECKING:
    from processes import Process

ROUNDS, ANSWERS, PAUSE = 16, 500, 0.02
"""Rounds; answers of each copy in one; seconds between two questions of one fan, of whom each copy has two."""
BUSY = 16
"""Fans of a copy who ask without a pause, for the second figure."""


def requests(discord: LocalDiscord, post: PostOffice, number: int) -> list[tuple[bytes, dict[str, str]]]:
    """Signed questions, since signing is not what is measured."""
    fan = discord.fan("Ann")
    made: list[tuple[bytes, dict[str, str]]] = []
    for _ in range(number):
        act = w.Interaction(
            id=discord.world.snowflake(),
            token=w.new_token(),
            kind=w.COMMAND,
            data={"id": "1", "name": "cast", "type": 1},
            user=fan.user,
            locale=fan.locale,
            channel=fan.channel,
            owners={"0": str(discord.world.home.id)},
            created_at=discord.clock.now(),
        )
        body = orjson.dumps(payloads.interaction(act, discord.world))
        made.append((body, post.signed(body)))
    return made


async def ask(url: str, questions: list[tuple[bytes, dict[str, str]]], fans: int, pause: float) -> list[float]:
    """Ask them all; returns how long each answer took, in seconds."""
    took: list[float] = []
    left = iter(questions)

    async def one(session: aiohttp.ClientSession) -> None:
        for body, headers in left:
            began = time.perf_counter()
            async with session.post(url, data=body, headers=headers) as response:
                await response.read()
                assert response.status == 200
            took.append(time.perf_counter() - began)
            await asyncio.sleep(pause)

    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(one(session) for _ in range(fans)))
    return took


def cpu(copies: list[Process]) -> float:
    """Seconds that copies have spent so far."""
    tasks = (task for copy in copies for task in Path(f"/proc/{copy.process.pid}/task").iterdir())
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


class Measured:
    """One way of asking: what one copy and two copies spent on an answer, round by round, in microseconds."""

    def __init__(self, fans: int, pause: float) -> None:
        self.fans = fans
        self.pause = pause
        self.spent: tuple[list[float], list[float]] = ([], [])
        self.took: list[float] = []

    def __str__(self) -> str:
        one, two = self.spent
        ratios = sorted(b / a for a, b in zip(one, two, strict=True))
        quarter = len(ratios) // 4
        pause = f"{self.pause * 1000:.0f} ms between questions" if self.pause else "no pause"
        return (
            f"{self.fans} fans a copy, {pause}:\n"
            f"  one copy    {statistics.median(one):.0f} µs of CPU an answer, least {min(one):.0f}; "
            f"answered in {statistics.median(self.took) * 1000:.1f} ms\n"
            f"  two copies  {statistics.median(two):.0f} µs, least {min(two):.0f}; "
            f"ratio {statistics.median(ratios):.2f}, quartiles {ratios[quarter]:.2f} and {ratios[-quarter]:.2f}"
        )


async def main() -> None:
    """Measure and print."""
    async with AsyncExitStack() as stack:
        discord = await stack.enter_async_context(LocalDiscord())
        post = await stack.enter_async_context(PostOffice(discord))
        bot = await stack.enter_async_context(start(discord))
        sets = [[await bot("serve")], [await bot("serve"), await bot("serve")]]
        urls: list[str] = []
        for copies in sets:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            urls.append(await stack.enter_async_context(balanced(folder, *copies)))
        for measured in (Measured(2, PAUSE), Measured(BUSY, 0)):
            for number in range(ROUNDS + 1):
                for which, copies in enumerate(sets):
                    questions = requests(discord, post, ANSWERS * len(copies))
                    before = cpu(copies)
                    took = await ask(urls[which], questions, measured.fans * len(copies), measured.pause)
                    if number:  # the first round warms up
                        measured.spent[which].append((cpu(copies) - before) / len(took) * 1e6)
                        measured.took += took if which == 0 else []
            print(measured)


if __name__ == "__main__":
    asyncio.run(main())
