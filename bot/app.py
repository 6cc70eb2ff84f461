"""The bot: receives settings and facts, loads the cogs, and keeps Discord's list of commands current."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import aiohttp
import discord
from discord.ext import commands

from bot.cards.reader import BotInfo
from bot.cogs import add_cogs
from bot.command_tree import FanTree
from bot.discordpy.interaction_api import InteractionApi
from bot.discordpy.internals import intercept_interactions
from bot.discordpy.retries import SERVER_ERROR, install_retries
from bot.i18n.catalog import SOURCE, catalog
from bot.i18n.translator import CatalogTranslator
from bot.interactions.callback_client import CallbackClient
from bot.interactions.responder import InteractionResponder
from bot.pictures.cache import PictureCache

if TYPE_CHECKING:
    from pathlib import Path

    from bot.cards.reader import Reader
    from bot.domain.knowledge_base import KnowledgeBase
    from bot.interactions.request import InteractionRequest
    from bot.interactions.response import Response
    from bot.interactions.stateful import PointsObserver, StatefulAnswers
    from bot.storage.store import Store

log = logging.getLogger(__name__)

SYNC_RETRY_DELAY = 30.0
"""Seconds until the commands are synced again when Discord could not be reached."""


class FanBot(commands.AutoShardedBot):
    """Answers interactions, which need no intent; caches no messages, members or views."""

    keeps_matches = True
    """Whether every press reaches this process, so that matches can be kept in its memory without a database."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        *,
        report_url: str = "",
        cache: Path | None = None,
        secret: str = "",
        store: Store | None = None,
        **options: Any,
    ) -> None:
        """``secret`` is what all copies of the bot share: its token."""
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
        self.responder = InteractionResponder(knowledge, BotInfo(report_url, keeps_points=store is not None))
        self.responder.quiz_secret = secret.encode()
        tree = cast("FanTree", self.tree)
        tree.cache = cache
        self.responder.dispatched = tree.running
        self.responder.pictures = PictureCache(cache) if cache else None
        self.callback_client: CallbackClient | None = None
        self.store = store
        """Where points and matches are kept, if the operator has set a database."""
        self._stateful: StatefulAnswers | None = None
        self._points_observer: PointsObserver | None = None
        self._syncing: asyncio.Task[None] | None = None

    async def setup_hook(self) -> None:
        """Load the cogs, and answer interactions before discord.py builds objects for them."""
        install_retries()
        self.callback_client = CallbackClient(self.http.user_agent)
        self.responder.connect(self.callback_client, InteractionApi(self))
        self.responder.stateful = self._answer_statefully
        self.responder.remember = self._remember
        intercept_interactions(self, self.responder.respond_to_payload)
        await add_cogs(self, self.responder)
        self.tree.error(self.responder.respond_with_error)
        await self.tree.set_translator(CatalogTranslator())
        # While the gateway connects, the commands are synced, and the messages of the first answer are read.
        self._syncing = asyncio.create_task(self._sync(), name="sync")
        self._reading = asyncio.create_task(asyncio.to_thread(catalog, SOURCE), name="read messages")

    async def _answer_statefully(self, request: InteractionRequest, reader: Reader) -> Response:
        return await self.stateful_answers().answer(request, reader)

    async def _remember(self, request: InteractionRequest) -> InteractionRequest:
        return await self.stateful_answers().remember(request)

    def stateful_answers(self) -> StatefulAnswers:
        """What answers with matches and points; imported when it is first needed."""
        if self._stateful is None:
            from bot.interactions.stateful import StatefulAnswers  # noqa: PLC0415
            from bot.storage.connect import open_memory  # noqa: PLC0415

            memory = open_memory if self.keeps_matches else None
            self._stateful = StatefulAnswers(
                self.responder, InteractionApi(self), self.store, memory, self._points_observer
            )
        return self._stateful

    def observe_points(self, observer: PointsObserver) -> None:
        """Have quizzes, matches and the database counted; call it before the login."""
        self._points_observer = observer
        self.responder.count_quiz_answer = observer.count_quiz_answer

    async def close(self) -> None:
        """End everything that this bot has started."""
        await self.responder.close()
        if self._stateful:
            await self._stateful.close()
        if self.store:
            await self.store.close()
        if self._syncing:
            self._syncing.cancel()
        if self.callback_client:
            await self.callback_client.close()
        if self.responder.pictures:
            await self.responder.pictures.close()
        await super().close()

    async def on_connect(self) -> None:
        """Warm up once the bot is connected."""
        self.responder.start_warm_up()

    async def sync_commands(self) -> None:
        """Wait until Discord's list of commands is current; the login starts to make it so."""
        if self._syncing:
            await self._syncing

    async def _sync(self) -> None:
        tree, is_primary = cast("FanTree", self.tree), not self.shard_ids or 0 in self.shard_ids
        while True:
            try:
                ids = await tree.sync_changes(is_primary=is_primary)
                break
            except (discord.HTTPException, aiohttp.ClientError) as error:
                log.error("could not sync the commands: %s", error)  # noqa: TRY400 - the message says why
                if isinstance(error, discord.HTTPException) and error.status < SERVER_ERROR:
                    return
            await asyncio.sleep(SYNC_RETRY_DELAY)
        self.responder.bot_info = replace(self.responder.bot_info, command_ids=ids)

    async def on_ready(self) -> None:
        """Connect to the database, and log how to invite the bot."""
        if self.store and not self.is_closed():
            self.store.start()
        for name, url in self.invites().items():
            log.info("invite for a %s: %s", name, url)

    def invites(self) -> dict[str, str]:
        """The links that add the bot to a server, or to one person everywhere; they ask for no permission."""
        base = f"https://discord.com/oauth2/authorize?client_id={self.application_id}"
        return {
            "server": f"{base}&scope=bot+applications.commands&permissions=0&integration_type=0",
            "person": f"{base}&scope=applications.commands&integration_type=1",
        }
