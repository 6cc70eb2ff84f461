"""Processes of the bot as an operator starts them, and a balancer before them; all on the loopback interface."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import pytest

from tests.ports import free_port, haproxy_program, listens

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.preview.client.client import LocalDiscord

ROOT = Path(__file__).parents[2]
HARBOUR = ROOT / "tests" / "shows" / "harbour_lights"
PATIENCE = 60.0
"""Seconds for what takes one or two, and more on a busy machine."""
PROGRAM = """
import os, sys
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL
import bot.command_tree
import bot.transports.gateway
import bot.transports.http
from bot.cli import main
Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = os.environ["LOCAL_API"], URL(os.environ["LOCAL_GATEWAY"])
bot.transports.gateway.IDENTIFY_INTERVAL = float(os.environ["LOCAL_IDENTIFY_INTERVAL"])
bot.transports.http.SPREAD = float(os.environ["LOCAL_SPREAD"])
bot.command_tree.MIN_JITTER = float(os.environ["LOCAL_ASIDE"])
sys.exit(main(sys.argv[1:]))
"""


class Process:
    """``python -m bot``, pointed at a local Discord; its log is read to the end."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.log = ""
        self.process = process
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.process.stdout is not None
        while line := await self.process.stdout.readline():
            self.log += line.decode()

    async def says(self, pattern: str) -> str:
        """Wait for a line; returns the pattern's first group."""
        async with asyncio.timeout(PATIENCE):
            while not (found := re.search(pattern, self.log)):
                assert not self._reading.done(), self.log
                await asyncio.sleep(0.02)
        return found[1]

    @property
    async def endpoint(self) -> str:
        """Where it takes interactions, once fans have its commands."""
        await self.says("(commands (?:synced|are up to date))")
        return await self.says(r"interactions at (http[^\s\"]+)")

    @property
    async def health(self) -> str:
        return await self.says(r"metrics at (http[^\s\"]+)")

    async def ready(self) -> None:
        """Wait until it says that it may be sent work."""
        url = await self.health
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
            while (await _status(session, f"{url}/readyz")) != 200:
                assert not self._reading.done(), self.log
                await asyncio.sleep(0.05)

    async def stopped(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Tell it to stop, and wait until it has."""
        if self.process.returncode is None:
            self.process.send_signal(how)
        async with asyncio.timeout(PATIENCE):
            await self._reading
            return await self.process.wait()


async def _status(session: aiohttp.ClientSession, url: str) -> int:
    async with session.get(url) as response:
        return response.status


@asynccontextmanager
async def start(discord: LocalDiscord) -> AsyncIterator[Callable[..., object]]:
    """Give what starts processes with a command and settings; whatever still runs in the end is killed."""
    started: list[Process] = []

    async def one(
        *command: str, pace: float = 0.01, spread: float = 0, aside: float = 0.2, **settings: object
    ) -> Process:
        told = {"DISCORD_TOKEN": discord.token, "SHOW": HARBOUR, "PORT": 0, "METRICS_PORT": 0} | settings
        local = {"LOCAL_API": discord.api_url, "LOCAL_GATEWAY": discord.gateway_url, "LOCAL_IDENTIFY_INTERVAL": pace}
        local |= {"LOCAL_SPREAD": spread, "LOCAL_ASIDE": aside}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", PROGRAM, *command),
            cwd=ROOT,
            env={"PATH": os.environ["PATH"]} | {name: str(value) for name, value in (told | local).items()},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        started.append(Process(process))
        return started[-1]

    try:
        yield one
    finally:
        for process in started:
            await process.stopped(signal.SIGKILL)


@asynccontextmanager
async def balanced(folder: Path, *copies: Process) -> AsyncIterator[str]:
    """Put the balancer of ``deploy`` before copies of the bot; gives the URL that Discord is told."""
    program = haproxy_program()
    if program is None:
        missing = "haproxy is not installed (apt-get install haproxy)"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    lines = ["backend bots"]
    for number, copy in enumerate(copies):
        port, health = (re.search(r":(\d+)", url)[1] for url in (await copy.endpoint, await copy.health))
        lines.append(f"    server bot{number} 127.0.0.1:{port} check port {health}")
    servers = folder / "servers.cfg"
    servers.write_text("\n".join([*lines, ""]))
    port = free_port()
    files = ("-f", str(ROOT / "deploy/haproxy/haproxy.cfg"), "-f", str(servers))
    haproxy = await asyncio.create_subprocess_exec(program, *files, env={"BALANCER": f"127.0.0.1:{port}"})
    try:
        await listens(port)
        yield f"http://127.0.0.1:{port}/interactions"
    finally:
        haproxy.kill()
        await haproxy.wait()
