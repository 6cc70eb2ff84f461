"""The bot on Discord's gateway: which shards are connected, when they may identify, and how it leaves."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING, Any

from bot.app import FanBot

if TYPE_CHECKING:
    from bot.domain.knowledge_base import KnowledgeBase

IDENTIFY_INTERVAL = 5.0
"""Seconds between two identifies of one bot: what Discord allows each, however many it allows at once."""
MAX_BACKOFF_EXPONENT = 5
"""Doublings of the pace after which waiting longer helps nobody."""
SETTLING, FINISHING, FAREWELL, LAST = 0.1, 1.0, 0.3, 0.3
"""Seconds for leaving: to read what Discord has sent, to answer it, to close the shards, to answer what still came."""


class GatewayBot(FanBot):
    """One process of the bot, with all shards or with some of them.

    In a process one shard identifies after the other. Several processes are started one after the other by whoever
    starts them; should two meet nevertheless, or after Discord's own outage all of them, Discord refuses the later one,
    which then waits for a time that grows with every refusal and is partly chance, so that they do not meet again.
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
        """The shards that hear Discord."""
        self._refused: dict[int, int] = {}

    @property
    def heartbeats(self) -> dict[int, float | None]:
        """How long the last heartbeat of each shard took, in seconds; None for one that is not connected."""
        took = dict(self.latencies)
        mine = self.shard_ids or range(self.shard_count or 1)
        return {shard: took.get(shard) if shard in self.connected else None for shard in mine}

    @property
    def is_connected(self) -> bool:
        """Whether every shard of this process is_connected Discord."""
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
        """Note that Discord greeted a shard."""
        self.connected.add(shard)
        self._refused.pop(shard, None)

    async def on_shard_resumed(self, shard: int) -> None:
        """Note that a shard goes on where it was cut off."""
        self.connected.add(shard)

    async def on_shard_disconnect(self, shard: int) -> None:
        """Note that a shard is_connected nothing."""
        self.connected.discard(shard)

    async def shut_down(self) -> None:
        """Answer what Discord has sent, take no more, finish, and close: in less than two seconds."""
        await asyncio.sleep(SETTLING)
        await self.wait_until_idle(FINISHING)
        leaving = [asyncio.create_task(shard.disconnect()) for shard in self.shards.values()]
        if leaving:
            await asyncio.wait(leaving, timeout=FAREWELL)
        await self.wait_until_idle(LAST)
        await self.close()
