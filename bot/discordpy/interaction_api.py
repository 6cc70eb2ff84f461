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

if _SESSION not in inspect.getsource(HTTPClient.__init__).replace("self.__session", _SESSION):
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
        await self._request(
            "POST", "/interactions/{webhook_id}/{webhook_token}/callback", int(interaction_id), token, body
        )

    async def original_response(self, token: str) -> dict[str, Any]:
        """Fetch the message of the first response."""
        return await self._request("GET", _ORIGINAL, self._client.application_id or 0, token)

    async def edit_original_response(self, token: str, body: Body) -> None:
        """Edit the message of the first response."""
        await self._request("PATCH", _ORIGINAL, self._client.application_id or 0, token, body)

    async def _request(self, method: str, path: str, webhook_id: int, token: str, body: Body | None = None) -> Any:
        http = self._client.http
        session: aiohttp.ClientSession = getattr(http, _SESSION)
        route = Route(method, path, webhook_id=webhook_id, webhook_token=token)
        sender = cast("Any", _BodySession(session, body) if body else session)
        return await self._adapter.request(route, sender, proxy=http.proxy, proxy_auth=http.proxy_auth)


_ORIGINAL = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"


class _BodySession:
    """A session whose requests carry a serialized body, which discord.py's adapter would not take."""

    def __init__(self, session: aiohttp.ClientSession, body: Body) -> None:
        self._session = session
        self._body = body

    def request(self, method: str, url: str, *, headers: dict[str, str], **options: Any) -> Any:
        content_type, parts = self._body
        options |= {"data": b"".join(parts), "headers": {**headers, "Content-Type": content_type}}
        return self._session.request(method, url, **options)
