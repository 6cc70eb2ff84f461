"""The bot on a local Discord, and whether that took one answer to each interaction and no more."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.preview.server.connect import redirect_discordpy
from bot.preview.server.endpoint import EndpointDelivery
from bot.transports.gateway import GatewayBot
from bot.transports.http import Endpoint, EndpointBot
from tests.shows import knowledge_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.app import FanBot
    from bot.domain.knowledge_base import KnowledgeBase
    from bot.preview.client.client import LocalDiscord
    from bot.preview.server.models import Interaction
    from data.records import Show


WAYS_IN = ("gateway", "endpoint")


@asynccontextmanager
async def running(
    discord: LocalDiscord, show: Show, way_in: str = "gateway", **options: object
) -> AsyncIterator[FanBot]:
    """The bot, connected or behind its endpoint, and with its commands registered."""
    with redirect_discordpy(discord):
        start = _on_gateway if way_in == "gateway" else _behind_endpoint
        async with start(discord, knowledge_of(show), **options) as bot:
            await bot.sync_commands()
            yield bot


@asynccontextmanager
async def _on_gateway(discord: LocalDiscord, knowledge: KnowledgeBase, **options: object) -> AsyncIterator[FanBot]:
    bot = GatewayBot(knowledge, **options)
    task = asyncio.create_task(bot.start(discord.token))
    try:
        await discord.wait_for_bot()
        yield bot
    finally:
        await bot.close()
        await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def _behind_endpoint(discord: LocalDiscord, knowledge: KnowledgeBase, **options: object) -> AsyncIterator[FanBot]:
    async with EndpointDelivery(discord) as post, EndpointBot(knowledge, **options) as bot:
        await bot.login(discord.token)
        async with Endpoint(bot, "127.0.0.1", 0) as url:
            await post.set_url(url)
            yield bot


def taken(act: Interaction) -> int:
    """How many answers to an interaction Discord took: first ones, and messages after them."""
    return act.acknowledged.is_set() + len(act.followups)


def all_answered_once(discord: LocalDiscord, *, fewest: int = 1) -> bool:
    """Whether every interaction there was got one answer and no more, as Discord has it."""
    acts = list(discord.state.interactions.values())
    assert len(acts) >= fewest
    assert [(act.id, taken(act)) for act in acts if taken(act) != 1] == []
    assert [act.id for act in acts if act.failed] == []
    return True
