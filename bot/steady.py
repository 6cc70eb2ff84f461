"""What survives a broken connection to Discord where discord.py gives up: answers, and the bot itself."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Any

import aiohttp
import discord.shard
from discord.gateway import DiscordWebSocket, ReconnectWebSocket, WebSocketClosure
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

log = logging.getLogger(__name__)

TRIES = 4
"""Connections over which one thing is said to Discord."""

EXPECTED = (ReconnectWebSocket, WebSocketClosure, discord.DiscordException, aiohttp.ClientError, OSError,
            asyncio.TimeoutError)  # fmt: skip
"""What discord.py itself knows how to go on from."""


class SteadyAdapter(AsyncWebhookAdapter):
    """Discord.py's way to interactions, which opens a new connection when the one at hand breaks."""

    async def request(self, route: Any, session: aiohttp.ClientSession, **sent: Any) -> Any:
        """Ask Discord. It refuses a first response that it had heard already; further messages it would take twice."""
        once = route.method == "POST" and not route.path.endswith("/callback")
        for _ in range(0 if once else TRIES - 1):
            with suppress(aiohttp.ClientConnectionError):
                return await super().request(route, session, **sent)
            for file in sent.get("files") or ():
                file.reset()
        return await super().request(route, session, **sent)


class SteadySocket(DiscordWebSocket):
    """Discord.py's connection to the gateway; what cannot be read ends that connection and not the bot."""

    async def received_message(self, msg: Any, /) -> None:
        """Act on a message. One that is damaged comes again once the session is resumed; an odd event is left out."""
        seen = self.sequence
        try:
            await super().received_message(msg)
        except EXPECTED:
            raise
        except Exception as problem:
            if self.sequence != seen:
                log.exception("the gateway sent an event that is not understood")
                return
            log.warning("the gateway sent what cannot be read (%s): connecting again", problem)
            raise WebSocketClosure from problem


def steady() -> None:
    """Let this task, and those that it starts, answer and listen that way."""
    async_context.set(SteadyAdapter())
    discord.shard.DiscordWebSocket = SteadySocket  # pyright: ignore[reportPrivateImportUsage]
