"""How long the bot holds its event loop from READY on, while fans do everything for the first time.

What is measured is the CPU time of the event loop's thread in one turn of the loop, so a busy machine does not matter.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bot.i18n.catalog import SOURCE, languages
from bot.preview.client.client import LocalDiscord
from tools.bench.processes import POINTED, ROOT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.preview.client.client import UserClient

PROBE = """
import asyncio, os, time
from bot.app import FanBot

async def write_turns():
    with open(os.environ["TURNS"], "a", buffering=1) as file:
        while True:
            before = time.thread_time()
            await asyncio.sleep(0)
            file.write(f"{(time.thread_time() - before) * 1000:.2f}\\n")

on_connect = FanBot.on_connect

async def measured(bot):
    bot.probe = asyncio.create_task(write_turns())
    await on_connect(bot)

FanBot.on_connect = measured
"""

FIRST_TIMES: dict[str, Callable[[UserClient], Awaitable[object]]] = {
    "a command": lambda fan: fan.slash("season2"),
    "a question": lambda fan: fan.slash("ask", question="who plays the younger brother?"),
    "a question that searches the statements": lambda fan: fan.slash("ask", question="why did they get divorced?"),
    "a question that nothing answers": lambda fan: fan.slash("ask", question="good morning everybody"),
    "autocomplete": lambda fan: fan.autocomplete("cast", "who", "hae"),
    "a name": lambda fan: fan.slash("ost", track="hold me back"),
    "a picture": lambda fan: fan.slash("ratings"),
    "everything": lambda fan: fan.slash("help"),
}


async def holds(seconds_before: float) -> str:
    """Start the bot, wait, do everything once in two languages; return a table of the longest turns."""
    lines = ["| for the first time | longest turn of the event loop, ms |", "|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        turns = Path(folder, "turns")
        turns.touch()  # noqa: ASYNC240
        async with LocalDiscord() as discord:
            program = (sys.executable, "-c", PROBE + POINTED, discord.api_url, discord.gateway_url, "bot")
            environment = os.environ | {"DISCORD_TOKEN": discord.token, "TURNS": str(turns)}
            nowhere = asyncio.subprocess.DEVNULL
            process = await asyncio.create_subprocess_exec(
                *program, cwd=ROOT, env=environment, stdout=nowhere, stderr=nowhere
            )
            await discord.wait_for_bot(30)
            await asyncio.sleep(seconds_before)
            lines.append(f"| READY, and {seconds_before:g} s after it | {_longest(turns)} |")
            for locale in ("en-US", *sorted(languages() - {SOURCE})):
                for what, act in FIRST_TIMES.items():
                    await act(discord.client("Ann", locale=locale))
                    await asyncio.sleep(0.5)
                    lines.append(f"| {what} ({locale}) | {_longest(turns)} |")
            process.terminate()
            await process.wait()
    return "\n".join(lines)


def _longest(turns: Path) -> str:
    """The longest turn since the last call."""
    with turns.open("r+") as file:
        found = [float(line) for line in file.read().split()]
        file.truncate(0)
    return f"{max(found, default=0):.1f}"
