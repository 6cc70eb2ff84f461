"""Bots as processes of their own on local Discords, and what the kernel says that they use."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import psutil

from tests.ports import free_port, haproxy_program, listens

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.preview.client.client import LocalDiscord

ROOT = Path(__file__).parents[2]
BALANCER = ROOT / "deploy" / "haproxy" / "haproxy.cfg"
PATIENCE = 200
"""Seconds that the balancer waits for a copy."""
POINTED = """
import runpy, sys
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL
Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = sys.argv[1], URL(sys.argv[2])
sys.argv = sys.argv[3:]
runpy.run_module(sys.argv[0], run_name="__main__")
"""


class Process:
    """``python -m MODULE ARGUMENTS`` on a local Discord, with its usual settings; its log goes nowhere."""

    def __init__(self, discord: LocalDiscord, *command: str, **settings: object) -> None:
        self.discord = discord
        self._command = (sys.executable, "-c", POINTED, discord.api_url, discord.gateway_url, *command)
        self._settings = {"DISCORD_TOKEN": discord.token} | {name: str(value) for name, value in settings.items()}

    async def __aenter__(self) -> Self:
        nowhere = asyncio.subprocess.DEVNULL
        self._process = await asyncio.create_subprocess_exec(
            *self._command, cwd=ROOT, env=os.environ | self._settings, stdout=nowhere, stderr=nowhere
        )
        self._usage = psutil.Process(self._process.pid)
        return self

    async def __aexit__(self, *_exception: object) -> None:
        self._process.terminate()
        await self._process.wait()

    def processor_seconds(self) -> float:
        """Seconds of a core so far, to the nanosecond where the scheduler tells."""
        try:
            threads = Path(f"/proc/{self._process.pid}/task").iterdir()
            return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9
        except OSError:
            times = self._usage.cpu_times()
            return times.user + times.system

    def mebibytes(self) -> float:
        """What it holds of the memory."""
        return self._usage.memory_info().rss / 2**20


class Copy(Process):
    """The bot behind Discord's interactions endpoint."""

    def __init__(self, discord: LocalDiscord) -> None:
        self.port, self.health = free_port(), free_port()
        super().__init__(discord, "bot", "serve", PORT=self.port, METRICS_PORT=self.health)

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        await listens(self.port)
        return self


class Ports(NamedTuple):
    """Where a copy of the bot listens, and where it tells its health."""

    port: int
    health: int


@asynccontextmanager
async def balanced(*copies: Copy | Ports) -> AsyncIterator[int]:
    """Put the balancer of ``deploy`` before copies of the bot; gives its port.

    The balancer waits for slow copies: a busy machine makes them slow, not dead.
    """
    port = free_port()
    lines = [f"server bot{n} 127.0.0.1:{one.port} check port {one.health}" for n, one in enumerate(copies)]
    limit = r"(timeout (?:connect|client|server|http-request)) \d+s"
    patient, changed = re.subn(limit, rf"\1 {PATIENCE}s", BALANCER.read_text())
    assert changed == 4
    with tempfile.TemporaryDirectory() as folder:
        config, servers = Path(folder) / "haproxy.cfg", Path(folder) / "servers.cfg"
        config.write_text(patient.replace("defaults\n", f"defaults\n    timeout check {PATIENCE}s\n"))
        servers.write_text("\n    ".join(["backend bots", *lines]) + "\n")
        haproxy = await asyncio.create_subprocess_exec(
            *(haproxy_program() or "haproxy", "-f", config, "-f", servers),
            env={"BALANCER": f"127.0.0.1:{port}"},
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            await listens(port)
            yield port
        finally:
            haproxy.kill()
            await haproxy.wait()
