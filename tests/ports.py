"""Ports of this computer, and the balancer that listens on one."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket


def haproxy_program() -> str | None:
    """Return the path of haproxy, if it is installed."""
    return shutil.which("haproxy", path=f"{os.environ['PATH']}:/usr/sbin")


async def listens(port: int) -> None:
    """Wait until a server accepts connections on the port. Raises TimeoutError after two minutes."""
    async with asyncio.timeout(120):
        while True:
            try:
                _reader, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.02)
            else:
                writer.close()
                return


def free_port() -> int:
    """Return a port on which nothing listens at the moment."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
