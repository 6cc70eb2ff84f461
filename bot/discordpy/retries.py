"""Retries where discord.py gives up too early: responses to interactions, and the connection to the gateway."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Self, cast

import aiohttp
import discord.shard
from discord.gateway import DiscordWebSocket, KeepAliveHandler, ReconnectWebSocket, WebSocketClosure
from discord.webhook.async_ import AsyncWebhookAdapter

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

log = logging.getLogger(__name__)

RETRY_DELAYS = (0, 0.25, 0.5, 1.0)
"""Seconds between attempts. discord.py's own are one and three, after which Discord's three seconds are over."""
SERVER_ERROR = 500
"""The first HTTP status that another attempt may not get."""
EXPECTED = (ReconnectWebSocket, WebSocketClosure, discord.DiscordException, aiohttp.ClientError, OSError,
            asyncio.TimeoutError)  # fmt: skip
"""What discord.py recovers from by itself."""

if not hasattr(discord.shard, "DiscordWebSocket"):
    raise ImportError("this version of discord.py connects shards differently: connections cannot be made resilient")
if "_last_send" not in KeepAliveHandler.ack.__code__.co_names or not hasattr(DiscordWebSocket, "send_heartbeat"):
    raise ImportError("this version of discord.py times heartbeats differently: their latency may be wrong")


class ServerError(Exception):
    """Discord answered with a server error."""


class _RaiseOn5xx:
    """A session that raises :class:`ServerError`, so that discord.py does not wait for its own delays."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @asynccontextmanager
    async def request(self, method: str, url: str, **options: Any) -> AsyncGenerator[aiohttp.ClientResponse]:
        async with self._session.request(method, url, **options) as response:
            if response.status >= SERVER_ERROR:
                raise ServerError
            yield response


class RetryingWebhookAdapter(AsyncWebhookAdapter):
    """Sends requests about interactions, and retries sooner than discord.py and after broken connections too."""

    async def request(self, route: Any, session: Any, **options: Any) -> Any:
        """Send a request.

        Every route that the bot uses can be tried again: Discord refuses a first response that it has already, and an
        edit can be repeated.
        """
        for delay in RETRY_DELAYS:
            with suppress(aiohttp.ClientConnectionError, ServerError):
                return await super().request(route, cast("Any", _RaiseOn5xx(session)), **options)
            await asyncio.sleep(delay)
        return await super().request(route, session, **options)


class ResilientWebSocket(DiscordWebSocket):
    """A connection to the gateway on which a damaged message ends that connection and not the bot."""

    @classmethod
    async def from_client(cls, client: discord.Client, **options: Any) -> Self:
        """Connect. To resume is tried several times: discord.py's new session would miss what was sent meanwhile."""
        for delay in RETRY_DELAYS if options.get("resume") else ():
            with suppress(aiohttp.ClientError, OSError):
                return await super().from_client(client, **options)
            await asyncio.sleep(delay)
        return await super().from_client(client, **options)

    async def send_heartbeat(self, data: Any) -> None:
        """Send a heartbeat, and note the time before.

        discord.py 2.7.1 notes it afterwards in another thread. If the acknowledgement is faster, it counts from the
        heartbeat before: the latency would be a whole interval, and discord.py would warn that it cannot keep up.
        """
        if self._keep_alive:
            self._keep_alive._last_send = time.perf_counter()  # pyright: ignore[reportPrivateUsage]
        await super().send_heartbeat(data)

    async def received_message(self, msg: Any, /) -> None:
        """Handle a message. A damaged one is sent again after a resume; an event that raises is skipped."""
        sequence = self.sequence
        try:
            await super().received_message(msg)
        except EXPECTED:
            raise
        except Exception as problem:
            if self.sequence != sequence:
                log.exception("could not handle an event of the gateway")
                return
            log.warning("received a damaged message from the gateway (%s): reconnecting", problem)
            raise WebSocketClosure from problem


def install_retries() -> None:
    """Let discord.py connect to the gateway with :class:`ResilientWebSocket`."""
    discord.shard.DiscordWebSocket = ResilientWebSocket  # pyright: ignore[reportPrivateImportUsage]
