"""Latency, processor time, answers a second, cold start and memory, side by side in one run on local Discords.

Both bots run as processes of their own; rounds alternate between them, and ratios are medians over the rounds, so
that whatever else the machine does weighs on both alike.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

import psutil

from bot.preview.fan import Fan, LocalDiscord

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.preview.answer import Answer

ROOT = Path(__file__).parents[2]
POINTED = """
import runpy, sys
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL
Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = sys.argv[1], URL(sys.argv[2])
module = sys.argv[3]
sys.argv = [module]
runpy.run_module(module, run_name="__main__")
"""
AT_ONCE = 64


@dataclass
class Contender:
    """A bot under measurement."""

    name: str
    module: str
    acts: dict[str, Callable[[Fan], Awaitable[object]]]
    warm_up: Callable[[Fan], Awaitable[Answer]]
    figures: dict[str, list[float]] = field(default_factory=dict)
    page: Answer | None = None

    def note(self, what: str, value: float) -> None:
        self.figures.setdefault(what, []).append(value)


class Process:
    """A bot's process on a Discord of its own."""

    def __init__(self, contender: Contender, discord: LocalDiscord) -> None:
        self.contender = contender
        self.discord = discord

    async def __aenter__(self) -> Self:
        self.started = time.perf_counter()
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", POINTED, self.discord.api_url, self.discord.gateway_url, self.contender.module),
            cwd=ROOT,
            env={**os.environ, "DISCORD_TOKEN": self.discord.token, "LOG_LEVEL": "WARNING"},
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        self.usage = psutil.Process(self._process.pid)
        return self

    async def __aexit__(self, *_exception: object) -> None:
        self._process.terminate()
        await self._process.wait()

    def processor_seconds(self) -> float:
        times = self.usage.cpu_times()
        return times.user + times.system

    def mebibytes(self) -> float:
        return self.usage.memory_info().rss / 2**20


def ours() -> Contender:
    async def press(fan: Fan) -> None:
        contender.page = await fan.press(
            contender.page or await fan.slash("ost"), "Cast" if toggled(contender) else "Soundtrack"
        )

    contender = Contender(
        "this bot",
        "bot",
        {
            "/cast": lambda fan: fan.slash("cast"),
            "/cast who": lambda fan: fan.slash("cast", who="hong hae-in"),
            "/ost track": lambda fan: fan.slash("ost", track="hold me back"),
            "/ratings": lambda fan: fan.slash("ratings"),
            "/season2": lambda fan: fan.slash("season2"),
            "autocomplete": lambda fan: fan.autocomplete("cast", "who", "hae"),
            "button": press,
        },
        lambda fan: fan.slash("cast"),
    )
    return contender


def toggled(contender: Contender) -> bool:
    """Whether the page that is shown is the soundtrack, from which the button leads to the cast."""
    return contender.page is None or "Cast" in contender.page.buttons


def minimal() -> Contender:
    async def press(fan: Fan) -> None:
        contender.page = contender.page or await fan.slash("button")
        await fan.press(contender.page, "Next")

    fixed: Callable[[Fan], Awaitable[object]] = lambda fan: fan.slash("fixed")  # noqa: E731
    acts = dict.fromkeys(("/cast", "/cast who", "/ost track", "/ratings", "/season2"), fixed)
    contender = Contender(
        "minimal",
        "tests.bench.minimal",
        {**acts, "autocomplete": lambda fan: fan.autocomplete("fixed", "name", "hae"), "button": press},
        lambda fan: fan.slash("fixed"),
    )
    return contender


async def cold_start(contender: Contender) -> None:
    """From the start of the process to the first answer."""
    async with LocalDiscord() as discord, Process(contender, discord) as process:
        await discord.ready(30)
        await contender.warm_up(discord.fan("Ann"))
        contender.note("cold start to first answer, s", time.perf_counter() - process.started)


async def measure(process: Process, calls: int) -> None:
    """One round: every act one at a time, then many at once."""
    contender, fan = process.contender, process.discord.fan("Ann")
    for what, act in contender.acts.items():
        await act(fan)
        waits: list[float] = []
        before = process.processor_seconds()
        for _ in range(calls):
            process.discord.transcript.clear()
            await act(fan)
            waits.append(_wait(process.discord))
        spent = process.processor_seconds() - before
        contender.note(f"{what}, p50 ms", statistics.median(waits))
        contender.note(f"{what}, p99 ms", statistics.quantiles(waits, n=100)[98])
        contender.note(f"{what}, CPU s per 1,000", spent / calls * 1000)
    started = time.perf_counter()
    for _ in range(calls // AT_ONCE or 1):
        await asyncio.gather(*(contender.warm_up(fan) for _ in range(AT_ONCE)))
    contender.note("answers a second", (calls // AT_ONCE or 1) * AT_ONCE / (time.perf_counter() - started))
    contender.note("memory, MiB", process.mebibytes())


def _wait(discord: LocalDiscord) -> float:
    """Milliseconds from the interaction's event to the bot's answer, as the local Discord saw them."""
    sent = answered = 0.0
    for exchange in discord.transcript:
        if exchange.method == "DISPATCH":
            sent = exchange.at
        elif exchange.path.endswith("/callback"):
            answered = exchange.at
    return (answered - sent) * 1000


def table(contenders: list[Contender]) -> str:
    """The medians and the median ratio of paired rounds, as Markdown."""
    mine, other = contenders
    lines = [f"| | {mine.name} | {other.name} | ratio |", "|---|---|---|---|"]
    for what, values in mine.figures.items():
        beside = other.figures[what]
        ratio = statistics.median(a / b for a, b in zip(values, beside, strict=True) if b)
        lines.append(f"| {what} | {statistics.median(values):.3g} | {statistics.median(beside):.3g} | {ratio:.2f} |")
    return "\n".join(lines)


async def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--calls", type=int, default=300, help="of each kind in each round")
    chosen = parser.parse_args()
    contenders = [ours(), minimal()]
    for number in range(chosen.rounds):
        for contender in contenders if number % 2 else reversed(contenders):
            await cold_start(contender)
        print(f"cold start {number + 1} of {chosen.rounds}", file=sys.stderr, flush=True)
    async with AsyncExitStack() as stack:
        processes: list[Process] = []
        for contender in contenders:
            discord = await stack.enter_async_context(LocalDiscord())
            processes.append(await stack.enter_async_context(Process(contender, discord)))
            await discord.ready(30)
        for number in range(chosen.rounds):
            for process in processes if number % 2 else reversed(processes):
                await measure(process, chosen.calls)
            print(f"round {number + 1} of {chosen.rounds}", file=sys.stderr, flush=True)
    print(table(contenders))


if __name__ == "__main__":
    asyncio.run(main())
