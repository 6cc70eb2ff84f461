"""Pointing this process's discord.py at a local Discord, and back again.

The only module that touches the two names in discord.py which say where Discord is. They belong to
the whole process; that they still exist is checked when this module is imported.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

if TYPE_CHECKING:
    from collections.abc import Generator

    from bot.preview.client.client import LocalDiscord

for _owner, _name in ((Route, "BASE"), (DiscordWebSocket, "DEFAULT_GATEWAY")):
    if not hasattr(_owner, _name):
        raise ImportError(f"this discord.py has no {_owner.__name__}.{_name}: it cannot be pointed elsewhere")


@contextmanager
def pointed_at(discord: LocalDiscord) -> Generator[None]:
    """Let every discord.py client of this process that starts in the ``with`` block connect there."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = discord.api_url, URL(discord.gateway_url)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before
