"""Discord's routes for responding to an interaction, for bodies that are already serialized."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, cast

from discord.http import HTTPClient, Route
from discord.webhook.async_ import AsyncWebhookAdapter

from bot.discordpy.retries import RetryingWebhookAdapter

if TYPE_CHECKING:
    import aiohttp
    import discord

_SESSION = "_HTTPClient__session"
"""The session that discord.py keeps for itself."""

if _SESSION not in HTTPClient.__init__.__code__.co_names:
    raise ImportError("this version of discord.py keeps its session elsewhere: responses cannot be sent")
if not {"route", "session", "payload"} <= set(inspect.signature(AsyncWebhookAdapter.request).parameters):
    raise ImportError("this version of discord.py sends responses differently: they cannot be sent")


Body = tuple[str, tuple[bytes, ...]]
"""A serialized body: its content type and its parts."""


class InteractionApi:
    """Sends through discord.py's session, with its handling of rate limits and errors, and with more retries.

    Methods raise discord.HTTPException when Discord refuses, aiohttp.ClientError when it cannot be reached.
    """

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._adapter = RetryingWebhookAdapter()

    async def respond(self, interaction_id: str, token: str, body: Body) -> None:
        """Send the first response to an interaction."""
        path = "/interactions/{webhook_id}/{webhook_token}/callback"
        await self._send(Route("POST", path, webhook_id=int(interaction_id), webhook_token=token), body)

    async def edit(self, token: str, body: Body) -> None:
        """Edit the message with which an interaction was answered, or which it has edited; for 15 minutes."""
        path = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"
        application = self._client.application_id
        await self._send(Route("PATCH", path, webhook_id=application, webhook_token=token), body)

    async def _send(self, route: Route, body: Body) -> None:
        http = self._client.http
        session: aiohttp.ClientSession = getattr(http, _SESSION)
        sender = cast("Any", _BodySession(session, body))
        await self._adapter.request(route, sender, proxy=http.proxy, proxy_auth=http.proxy_auth)


class _BodySession:
    """A session whose requests carry a serialized body, which discord.py's adapter would not take."""

    def __init__(self, session: aiohttp.ClientSession, body: Body) -> None:
        self._session = session
        self._body = body

    def request(self, method: str, url: str, *, headers: dict[str, str], **options: Any) -> Any:
        content_type, parts = self._body
        options |= {"data": b"".join(parts), "headers": {**headers, "Content-Type": content_type}}
        return self._session.request(method, url, **options)
