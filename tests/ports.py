"""Ports of this computer, and the balancer that listens on one."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket


def haproxy_program() -> str | None:
    """Where haproxy is, if it is installed."""
    return shutil.which("haproxy", path=f"{os.environ['PATH']}:/usr/sbin")


async def listens(port: int) -> None:
    """Wait until somebody takes connections there."""
    async with asyncio.timeout(30):
        while True:
            try:
                _reader, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.02)
            else:
                writer.close()
                return


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
