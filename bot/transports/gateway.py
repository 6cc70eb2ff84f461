"""The bot on Discord's gateway: which shards are connected, when they identify, and how the bot shuts down."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING, Any

from bot.app import FanBot
from bot.transports.shutdown import SHUTDOWN

if TYPE_CHECKING:
    from bot.domain.knowledge_base import KnowledgeBase

IDENTIFY_INTERVAL = 5.0
"""Seconds between two identifies of one bot: Discord's limit for each of its buckets."""
MAX_BACKOFF_EXPONENT = 5
"""Maximum exponent of the identify backoff."""


class GatewayBot(FanBot):
    """One process of the bot, with all shards or with some of them.

    The shards of a process identify one after the other. When several processes identify at the same time, for
    example after an outage of Discord, Discord refuses the later ones; each of these waits for a time that doubles
    with every refusal and is partly random, so that they do not collide again.
    """

    def __init__(
        self,
        knowledge: KnowledgeBase,
        *,
        shard_count: int | None = None,
        shard_ids: tuple[int, ...] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(knowledge, shard_count=shard_count, shard_ids=shard_ids, **more)
        self.connected: set[int] = set()
        """The ids of the shards that are connected."""
        self._refused: dict[int, int] = {}

    @property
    def heartbeats(self) -> dict[int, float | None]:
        """Seconds that the last heartbeat of each shard took; None for a shard that is not connected."""
        latencies = dict(self.latencies)
        shards = self.shard_ids or range(self.shard_count or 1)
        return {shard: latencies.get(shard) if shard in self.connected else None for shard in shards}

    @property
    def is_connected(self) -> bool:
        """Whether every shard of this process is connected to Discord."""
        return None not in self.heartbeats.values()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Wait for this shard's turn."""
        shard = shard_id or 0
        refusals = self._refused.get(shard, 0)
        self._refused[shard] = min(refusals + 1, MAX_BACKOFF_EXPONENT)
        if refusals:
            await asyncio.sleep(IDENTIFY_INTERVAL * 2**refusals * random.uniform(0.5, 1))  # noqa: S311 - no secret
        elif not initial:
            await asyncio.sleep(IDENTIFY_INTERVAL)

    async def on_shard_connect(self, shard: int) -> None:
        """Note that a shard is connected."""
        self.connected.add(shard)
        self._refused.pop(shard, None)

    async def on_shard_resumed(self, shard: int) -> None:
        """Note that a shard has resumed its session."""
        self.connected.add(shard)

    async def on_shard_disconnect(self, shard: int) -> None:
        """Note that a shard is no longer connected."""
        self.connected.discard(shard)

    async def shut_down(self) -> None:
        """Answer what Discord has sent, disconnect, and close."""
        await asyncio.sleep(SHUTDOWN.receive)
        await self.responder.wait_until_idle(SHUTDOWN.finish)
        closing = [asyncio.create_task(shard.disconnect()) for shard in self.shards.values()]
        if closing:
            await asyncio.wait(closing, timeout=SHUTDOWN.disconnect)
        await self.responder.wait_until_idle(SHUTDOWN.finish_late)
        await self.close()
