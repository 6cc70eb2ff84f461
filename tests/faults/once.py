"""The bot on a local Discord, and whether that took one answer to each interaction and no more."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.domain.library import Library
from bot.gateway import GatewayBot
from bot.preview.connect import pointed_at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.preview.fan import LocalDiscord
    from bot.preview.world import Interaction
    from data.records import Show


@asynccontextmanager
async def running(discord: LocalDiscord, show: Show, **options: object) -> AsyncIterator[GatewayBot]:
    """The bot, connected and with its commands registered."""
    with pointed_at(discord):
        bot = GatewayBot(Library(show), report_url="https://example.org/report", **options)
        task = asyncio.create_task(bot.start(discord.token))
        try:
            await discord.ready(20)
            await bot.synced()
            yield bot
        finally:
            await bot.close()
            await asyncio.gather(task, return_exceptions=True)


async def until(holds: Callable[[], object]) -> None:
    """Wait for something that announces itself to nobody."""
    async with asyncio.timeout(30):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def taken(act: Interaction) -> int:
    """How many answers to an interaction Discord took: first ones, and messages after them."""
    return act.acknowledged.is_set() + len(act.followups)


def all_answered_once(discord: LocalDiscord, *, fewest: int = 1) -> bool:
    """Whether every interaction there was got one answer and no more, as Discord has it."""
    acts = list(discord.world.interactions.values())
    assert len(acts) >= fewest
    assert [(act.id, taken(act)) for act in acts if taken(act) != 1] == []
    assert [act.id for act in acts if act.failed] == []
    return True
