"""Processes of the bot as an operator starts them, and a balancer in front of them; all on the loopback interface."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import pytest
from yarl import URL

from bot.config.settings import SHOW
from tests.ports import haproxy_program
from tests.shows import HARBOUR, ROOT, cache_folder
from tests.waiting import HANG_GUARD, until
from tools.bench import processes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.preview.client.client import LocalDiscord

CONSTANTS = {
    "bot.interactions.responder.PICTURE_TIMEOUT": HANG_GUARD,
    "bot.transports.gateway.IDENTIFY_INTERVAL": 0.01,
    "bot.transports.shutdown.SHUTDOWN.finish": HANG_GUARD,
    "bot.transports.shutdown.SHUTDOWN.disconnect": HANG_GUARD,
    "bot.transports.shutdown.SHUTDOWN.finish_late": HANG_GUARD,
    "bot.transports.shutdown.SHUTDOWN.finish_requests": HANG_GUARD,
    "bot.transports.shutdown.SHUTDOWN.drain": 0.2,
    "bot.transports.http.REQUEST_TIMEOUT": HANG_GUARD,
    "bot.transports.http.SYNC_JITTER": 0.0,
    "bot.command_tree.MIN_JITTER": 0.2,
}
"""Seconds that the bot waits: long where it gives up on a slow machine, short where it waits for other processes."""

PROGRAM = """
import json, os, pkgutil, sys
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL
import bot.cli
Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = os.environ["LOCAL_API"], URL(os.environ["LOCAL_GATEWAY"])
for path, value in json.loads(os.environ["LOCAL_CONSTANTS"]).items():
    owner, _, name = path.rpartition(".")
    owner = pkgutil.resolve_name(owner)
    assert hasattr(owner, name), path
    setattr(owner, name, value)
sys.exit(bot.cli.main(sys.argv[1:]))
"""


class Process:
    """A running ``python -m bot``; everything it prints is in ``log``."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.log = ""
        self.process = process
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.process.stdout is not None
        while line := await self.process.stdout.readline():
            self.log += line.decode()

    async def says(self, pattern: str) -> str:
        """Wait for a line that matches; returns the match, or the pattern's group if it has one."""

        def found() -> re.Match[str] | None:
            match = re.search(pattern, self.log)
            assert match or not self._reading.done(), self.log
            return match

        await until(found)
        match = found()
        assert match
        return match[match.re.groups and 1]

    @property
    async def endpoint(self) -> str:
        """The URL that takes interactions, once the commands are registered."""
        await self.says("commands (?:synced|are up to date)")
        return await self.says(r"interactions at (http[^\s\"]+)")

    @property
    async def health(self) -> str:
        """The URL of health and metrics."""
        return await self.says(r"metrics at (http[^\s\"]+)")

    async def ready(self) -> None:
        """Wait until ``/readyz`` says yes."""
        url = await self.health
        async with asyncio.timeout(HANG_GUARD), aiohttp.ClientSession() as session:
            while (await _status(session, f"{url}/readyz")) != 200:
                assert not self._reading.done(), self.log
                await asyncio.sleep(0.02)

    async def ended(self) -> int:
        """Wait until it ends by itself; returns the exit code."""
        async with asyncio.timeout(HANG_GUARD):
            await self._reading
            return await self.process.wait()

    async def stopped(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Tell it to stop, and wait until it has; returns the exit code."""
        if self.process.returncode is None:
            self.process.send_signal(how)
        return await self.ended()


async def _status(session: aiohttp.ClientSession, url: str) -> int:
    async with session.get(url) as response:
        return response.status


async def launch(
    *command: str,
    discord: LocalDiscord | None = None,
    folder: Path = ROOT,
    constants: dict[str, float] | None = None,
    stderr: int = asyncio.subprocess.STDOUT,
    **settings: object,
) -> Process:
    """Start ``python -m bot`` in a folder with these settings and no others, on a local Discord if there is one.

    ``constants`` replaces some of ``CONSTANTS``; ``stderr`` is a file descriptor that receives the log instead.
    """
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    settings.setdefault("CACHE", cache_folder(Path(str(settings.get("SHOW", SHOW)))))
    if stderr == asyncio.subprocess.STDOUT:
        environment["PYTHONUNBUFFERED"] = "1"
    program = ["-m", "bot"]
    if discord:
        program = ["-c", PROGRAM]
        environment |= {"LOCAL_API": discord.api_url, "LOCAL_GATEWAY": discord.gateway_url}
        environment |= {"LOCAL_CONSTANTS": json.dumps(CONSTANTS | (constants or {}))}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, *program, *command),
        cwd=folder,
        env=environment | {name: str(value) for name, value in settings.items()},
        stdout=asyncio.subprocess.PIPE,
        stderr=stderr,
        start_new_session=stderr != asyncio.subprocess.STDOUT,  # a terminal that closes must not end the test
    )
    return Process(process)


@asynccontextmanager
async def start(discord: LocalDiscord) -> AsyncIterator[Callable[..., object]]:
    """Give a function that starts processes on the invented show; whatever still runs at the end is killed."""
    started: list[Process] = []

    async def one(*command: str, constants: dict[str, float] | None = None, **settings: object) -> Process:
        usual = {"DISCORD_TOKEN": discord.token, "SHOW": HARBOUR, "PORT": 0, "METRICS_PORT": 0}
        process = await launch(*command, discord=discord, constants=constants, **(usual | settings))
        started.append(process)
        return process

    try:
        yield one
    finally:
        for process in started:
            await process.stopped(signal.SIGKILL)


@asynccontextmanager
async def balanced(*copies: Process) -> AsyncIterator[str]:
    """Put the balancer of ``deploy`` in front of copies of the bot; gives the URL that Discord is told."""
    if haproxy_program() is None:
        missing = "haproxy is not installed (apt-get install haproxy)"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    urls = [(await copy.endpoint, await copy.health) for copy in copies]
    ports = [processes.Ports(URL(endpoint).port or 0, URL(health).port or 0) for endpoint, health in urls]
    async with processes.balanced(*ports) as port:
        yield f"http://127.0.0.1:{port}/interactions"
