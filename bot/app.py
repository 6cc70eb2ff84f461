"""The bot: receives settings and a knowledge base, loads the cogs; nothing else."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import aiohttp
import discord
from discord.ext import commands

from bot.cards.reader import BotInfo
from bot.cogs import EXTENSIONS
from bot.command_tree import FanTree
from bot.discordpy.internals import intercept_interactions, parse
from bot.discordpy.retries import SERVER_ERROR, install_retries
from bot.i18n.translator import CatalogTranslator
from bot.interactions.callback_client import CallbackClient
from bot.interactions.fast_path import ready
from bot.interactions.responder import InteractionResponder
from bot.pictures.cache import PictureCache

if TYPE_CHECKING:
    from pathlib import Path

    from bot.domain.knowledge_base import KnowledgeBase
    from bot.interactions.fast_path import Ready

log = logging.getLogger(__name__)

SYNC_RETRY_DELAY = 30.0
"""Seconds after which the commands are synced again when Discord could not be asked."""


class FanBot(commands.AutoShardedBot):
    """Answers interactions, for which no intent is needed; keeps no messages, members or views."""

    def __init__(
        self, knowledge: KnowledgeBase, *, report_url: str = "", cache: Path | None = None, **options: Any
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=FanTree,
            intents=discord.Intents.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            **options,
        )
        self.responder = InteractionResponder(knowledge, BotInfo(report_url))
        self.responder.pictures = PictureCache(cache) if cache else None
        self.callback_client: CallbackClient | None = None
        self._syncing: asyncio.Task[None] | None = None

    async def setup_hook(self) -> None:
        """Load the cogs, and take the short way where there is one."""
        install_retries()
        self.callback_client = CallbackClient(self.http.user_agent)
        intercept_interactions(self, self.take)
        for extension in EXTENSIONS:
            await self.load_extension(extension)
        await self.tree.set_translator(CatalogTranslator())

    async def close(self) -> None:
        """Close the connections, the callback_client's among them, and end what draws pictures."""
        if self.callback_client:
            await self.callback_client.close()
        if self.responder.pictures:
            await self.responder.pictures.close()
        await super().close()

    def take(self, payload: dict[str, Any]) -> bool:
        """Answer an interaction on the short way, if it can be; where that fails, discord.py gets it after all."""
        answer = ready(self.responder, payload)
        if answer:
            self.send(payload, answer)
        return answer is not None

    def send(self, payload: dict[str, Any], answer: Ready) -> None:
        """Send an answer on the short way; where that fails, let discord.py answer."""
        sending = cast("CallbackClient", self.callback_client).send(payload["id"], payload["token"], answer.body)
        sending.add_done_callback(lambda sent: self._sent(payload, answer, sent))

    def _sent(self, payload: dict[str, Any], answer: Ready, sent: asyncio.Future[bool]) -> None:
        if sent.cancelled():  # the bot ends
            return
        if sent.result():
            self.responder.write_down(payload, answer.command, answer.outcome)
        else:
            parse(self, payload)

    async def wait_until_idle(self, patience: float) -> None:
        """Wait until no interaction is being answered, and no picture put in, ``patience`` seconds at most."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while running := self._running():
                    await asyncio.wait(running)
                    await asyncio.sleep(0)  # what ended may begin something: an answer the other way

    def _running(self) -> set[asyncio.Future[Any]]:
        names = ("CommandTree-", "discord.py: on_interaction", "put in ")
        tasks: set[asyncio.Future[Any]] = {t for t in asyncio.all_tasks() if t.get_name().startswith(names)}
        return tasks | self.callback_client.sending if self.callback_client else tasks

    async def on_connect(self) -> None:
        """Compare the commands with Discord's once the bot hears it: the first answer need not wait for that."""
        await self.sync_commands()

    async def sync_commands(self) -> None:
        """Make the commands what Discord has, once; wait until they are."""
        self._syncing = self._syncing or asyncio.create_task(self._sync(), name="sync")
        await self._syncing

    async def _sync(self) -> None:
        tree, leads = cast("FanTree", self.tree), not self.shard_ids or 0 in self.shard_ids
        while True:
            try:
                ids = await tree.sync_changes(leads=leads)
                break
            except (discord.HTTPException, aiohttp.ClientError) as error:
                log.error("the commands could not be synced: %s", error)  # noqa: TRY400 - it says why; no traceback
                if isinstance(error, discord.HTTPException) and error.status < SERVER_ERROR:
                    return
            await asyncio.sleep(SYNC_RETRY_DELAY)
        self.responder.place = replace(self.responder.place, command_ids=ids)

    async def on_ready(self) -> None:
        """Log how to invite the bot."""
        for name, url in self.invites().items():
            log.info("invite for a %s: %s", name, url)

    def invites(self) -> dict[str, str]:
        """The links that add the bot to a server, or to one person everywhere; no permission is asked for."""
        base = f"https://discord.com/oauth2/authorize?client_id={self.application_id}"
        return {
            "server": f"{base}&scope=bot+applications.commands&permissions=0&integration_type=0",
            "person": f"{base}&scope=applications.commands&integration_type=1",
        }


Interaction = discord.Interaction[FanBot]
