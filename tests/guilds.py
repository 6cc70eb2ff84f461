"""Servers on the local Discord that belong to a given shard."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.preview.server.models import Guild
    from bot.preview.server.state import DiscordState


async def guild_of(state: DiscordState, shard: int, shards: int) -> Guild:
    """Add servers until one belongs to the shard; the shard depends on the millisecond in the server's id."""
    while True:
        guild = state.add_guild(f"Server of shard {shard}")
        if (guild.id >> 22) % shards == shard:
            return guild
        await asyncio.sleep(0.001)
