"""Redirects this process's discord.py to a local Discord.

This is the only module that touches the two names in discord.py which hold Discord's address. They apply
to the whole process. An import fails if they no longer exist.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

if TYPE_CHECKING:
    from collections.abc import Generator

    from bot.preview.server.server import LocalServer

for _owner, _name in ((Route, "BASE"), (DiscordWebSocket, "DEFAULT_GATEWAY")):
    if not hasattr(_owner, _name):
        raise ImportError(f"this discord.py has no {_owner.__name__}.{_name}: it cannot be redirected")


@contextmanager
def redirect_discordpy(discord: LocalServer) -> Generator[None]:
    """Connect every discord.py client that starts inside the ``with`` block to a local Discord."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = discord.api_url, URL(discord.gateway_url)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before
