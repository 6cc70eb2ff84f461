"""What survives a broken connection to Discord where discord.py gives up: answers, and the bot itself."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Self, cast

import aiohttp
import discord.shard
from discord.gateway import DiscordWebSocket, ReconnectWebSocket, WebSocketClosure
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

log = logging.getLogger(__name__)

RETRY_DELAYS = (0, 0.25, 0.5, 1.0)
"""Seconds between tries; discord.py's own are one and three, after which Discord's three seconds are over."""
SERVER_ERROR = 500
"""The first status that says that another try may do."""
EXPECTED = (ReconnectWebSocket, WebSocketClosure, discord.DiscordException, aiohttp.ClientError, OSError,
            asyncio.TimeoutError)  # fmt: skip
"""What discord.py itself knows how to go on from."""


class ServerError(Exception):
    """Discord answered with a server error."""


class _RaiseOn5xx:
    """A session that raises :class:`ServerError` instead of leaving it to discord.py how long to wait."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @asynccontextmanager
    async def request(self, method: str, url: str, **sent: Any) -> AsyncGenerator[aiohttp.ClientResponse]:
        async with self._session.request(method, url, **sent) as response:
            if response.status >= SERVER_ERROR:
                raise ServerError
            yield response


class RetryingWebhookAdapter(AsyncWebhookAdapter):
    """Discord.py's way to interactions, which tries again sooner, and also when a connection breaks."""

    async def request(self, route: Any, session: Any, **sent: Any) -> Any:
        """Ask Discord. It refuses a first response that it had heard already; further messages it would take twice."""
        once = route.method == "POST" and not route.path.endswith("/callback")
        for pause in () if once else RETRY_DELAYS:
            with suppress(aiohttp.ClientConnectionError, ServerError):
                return await super().request(route, cast("Any", _RaiseOn5xx(session)), **sent)
            await asyncio.sleep(pause)
            for file in sent.get("files") or ():
                file.reset()
        return await super().request(route, session, **sent)


class ResilientWebSocket(DiscordWebSocket):
    """Discord.py's connection to the gateway; what cannot be read ends that connection and not the bot."""

    @classmethod
    async def from_client(cls, client: discord.Client, **how: Any) -> Self:
        """Connect. After one failure discord.py begins a new session, and what was sent into the old one is lost."""
        for pause in RETRY_DELAYS if how.get("resume") else ():
            with suppress(aiohttp.ClientError, OSError):
                return await super().from_client(client, **how)
            await asyncio.sleep(pause)
        return await super().from_client(client, **how)

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


def install_retries() -> None:
    """Let this task, and those that it starts, answer and listen that way."""
    async_context.set(RetryingWebhookAdapter())
    discord.shard.DiscordWebSocket = ResilientWebSocket  # pyright: ignore[reportPrivateImportUsage]
