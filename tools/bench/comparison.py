"""Compare this bot with a minimal discord.py bot that answers everything with one fixed sentence.

Rounds alternate between the two, and ratios are medians over the rounds, so that whatever else the machine does weighs
on both alike.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.preview.client.client import LocalDiscord, UserClient
from tools.bench.processes import Process

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.preview.client.answer import Answer

AT_ONCE = 64
GUILDS = (1, 2_500, 25_000, 100_000)


@dataclass
class MeasuredBot:
    """A bot under measurement."""

    name: str
    module: str
    acts: dict[str, Callable[[UserClient], Awaitable[object]]]
    warm_up: Callable[[UserClient], Awaitable[Answer]]
    figures: dict[str, list[float]] = field(default_factory=dict)
    page: Answer | None = None

    def note(self, what: str, value: float) -> None:
        """Keep a figure of this round."""
        self.figures.setdefault(what, []).append(value)


def ours() -> MeasuredBot:
    """Return this bot and what is asked of it."""

    async def press(fan: UserClient) -> None:
        bot.page = await fan.press(bot.page or await fan.slash("ost"), "Cast" if toggled(bot) else "Soundtrack")

    bot = MeasuredBot(
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
    return bot


def toggled(bot: MeasuredBot) -> bool:
    """Whether the page that is shown is the soundtrack, from which the button leads to the cast."""
    return bot.page is None or "Cast" in bot.page.buttons


def minimal() -> MeasuredBot:
    """Return the minimal bot and what is asked of it."""

    async def press(fan: UserClient) -> None:
        bot.page = bot.page or await fan.slash("button")
        await fan.press(bot.page, "Next")

    fixed: Callable[[UserClient], Awaitable[object]] = lambda fan: fan.slash("fixed")  # noqa: E731
    acts = dict.fromkeys(("/cast", "/cast who", "/ost track", "/ratings", "/season2"), fixed)
    bot = MeasuredBot(
        "minimal",
        "tools.bench.minimal",
        {**acts, "autocomplete": lambda fan: fan.autocomplete("fixed", "name", "hae"), "button": press},
        lambda fan: fan.slash("fixed"),
    )
    return bot


async def speed(rounds: int, calls: int, print_progress: Callable[[str], None]) -> str:
    """Measure starts and answers; returns a table."""
    bots = [ours(), minimal()]
    for number in range(rounds):
        for bot in bots if number % 2 else reversed(bots):
            await _cold_start(bot)
        print_progress(f"cold start {number + 1} of {rounds}")
    async with AsyncExitStack() as stack:
        processes: list[Process] = []
        for bot in bots:
            discord = await stack.enter_async_context(LocalDiscord())
            processes.append(await stack.enter_async_context(Process(discord, bot.module)))
            await discord.wait_for_bot(30)
        for number in range(rounds):
            for bot, process in [*zip(bots, processes, strict=True)][:: 1 if number % 2 else -1]:
                await _answers(bot, process, calls)
            print_progress(f"answers {number + 1} of {rounds}")
    return table(bots)


async def _cold_start(bot: MeasuredBot) -> None:
    """From the start of the process to the first answer."""
    async with LocalDiscord() as discord:
        started = time.perf_counter()
        async with Process(discord, bot.module):
            await discord.wait_for_bot(30)
            await bot.warm_up(discord.client("Ann"))
            bot.note("cold start to first answer, s", time.perf_counter() - started)


async def _answers(bot: MeasuredBot, process: Process, calls: int) -> None:
    """One round: every act one at a time, then many at once."""
    fan = process.discord.client("Ann")
    for what, act in bot.acts.items():
        await act(fan)
        waits: list[float] = []
        before = process.processor_seconds()
        for _ in range(calls):
            process.discord.transcript.clear()
            await act(fan)
            waits.append(_wait(process.discord))
        spent = process.processor_seconds() - before
        bot.note(f"{what}, p50 ms", statistics.median(waits))
        bot.note(f"{what}, p99 ms", statistics.quantiles(waits, n=100)[98])
        bot.note(f"{what}, CPU s per 1,000", spent / calls * 1000)
    many = max(calls // AT_ONCE, 1) * AT_ONCE
    before = process.processor_seconds()
    for _ in range(many // AT_ONCE):
        await asyncio.gather(*(bot.warm_up(fan) for _ in range(AT_ONCE)))
    spent = process.processor_seconds() - before
    bot.note(f"{AT_ONCE} at once, CPU s per 1,000", spent / many * 1000)
    bot.note(f"{AT_ONCE} at once, answers a second of a core", many / spent)  # the rate itself is the fans' limit
    bot.note("memory, MiB", process.mebibytes())


def _wait(discord: LocalDiscord) -> float:
    """Milliseconds from the interaction's event to the bot's answer, as the local Discord saw them."""
    sent = answered = 0.0
    for exchange in discord.transcript:
        if exchange.method == "DISPATCH":
            sent = exchange.at
        elif exchange.path.endswith("/callback"):
            answered = exchange.at
    return (answered - sent) * 1000


async def guilds(rounds: int, print_progress: Callable[[str], None], counts: Sequence[int] = GUILDS) -> str:
    """Start both in ever more servers, all of them on one shard; returns a table."""
    bots = [ours(), minimal()]
    async with AsyncExitStack() as stack:
        discords = [await stack.enter_async_context(LocalDiscord()) for _ in bots]
        for bot, discord in zip(bots, discords, strict=True):
            async with Process(discord, bot.module):
                await discord.wait_for_bot(30)  # from now on it has the commands
        for count in counts:
            for bot, discord in zip(bots, discords, strict=True):
                for number in range(len(discord.state.guilds), count):
                    discord.state.add_guild(f"Server {number}")
                for _ in range(rounds):
                    await _first_answer(bot, discord, f"{count:,} servers" if count > 1 else "1 server")
            print_progress(f"{count:,} servers")
    return table(bots)


async def _first_answer(bot: MeasuredBot, discord: LocalDiscord, where: str) -> None:
    """From READY to the answer to what is asked at that moment, and the memory that is used by then."""
    async with Process(discord, bot.module) as process:
        await discord.wait_for_bot(60)
        ready = time.perf_counter()
        await bot.warm_up(discord.client("Ann"))
        bot.note(f"{where}: READY to first answer, s", time.perf_counter() - ready)
        bot.note(f"{where}: memory, MiB", process.mebibytes())


def table(bots: list[MeasuredBot]) -> str:
    """The medians and the median ratio of paired rounds, as Markdown."""
    mine, other = bots
    lines = [f"| | {mine.name} | {other.name} | ratio |", "|---|---|---|---|"]
    for what, values in mine.figures.items():
        beside = other.figures[what]
        ratio = statistics.median(a / b for a, b in zip(values, beside, strict=True) if b)
        lines.append(
            f"| {what} | {_short(statistics.median(values))} | {_short(statistics.median(beside))} | {ratio:.2f} |"
        )
    return "\n".join(lines)


def _short(value: float) -> str:
    """Three digits that count."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
