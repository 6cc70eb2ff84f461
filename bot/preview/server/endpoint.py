"""Interactions as signed POSTs to the app's interactions endpoint URL, instead of the gateway."""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING, Self

import aiohttp
import orjson
from nacl.signing import SigningKey

from bot.preview.server import payloads
from bot.preview.server.transcript import Exchange

if TYPE_CHECKING:
    from bot.preview.server.models import Interaction
    from bot.preview.server.server import LocalServer

PING = b'{"type":1}'
PONG = {"type": 1}


class InvalidEndpoint(Exception):
    """A URL that Discord's developer portal would not accept; the message says why."""


class EndpointDelivery:
    """Delivers a local Discord's interactions to a URL; use it with ``async with``, before the bot logs in.

    The bot may answer in the HTTP response, or respond with 202 and use the callback route.
    """

    def __init__(self, discord: LocalServer) -> None:
        self.url = ""
        """The endpoint; set by :meth:`set_url`."""
        self._discord = discord
        self._gateway_delivery = discord.deliver
        self._key = SigningKey.generate()
        self._pending: set[asyncio.Task[None]] = set()
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=discord.state.response_deadline))
        discord.state.verify_key = self._key.verify_key.encode().hex()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_exception: object) -> None:
        self._discord.deliver = self._gateway_delivery
        await self._session.close()

    async def set_url(self, url: str) -> None:
        """Deliver interactions there from now on.

        Raises InvalidEndpoint unless the endpoint answers pings and rejects forged ones.
        """
        status, answer = await self.post(url, PING, self.signed_headers(PING))
        if status != 200 or orjson.loads(answer) != PONG:
            raise InvalidEndpoint(f"{url} answers a ping with {status} {answer[:80]!r}")
        forged = self.signed_headers(PING) | {"X-Signature-Ed25519": secrets.token_hex(64)}
        status, _answer = await self.post(url, PING, forged)
        if status != 401:
            raise InvalidEndpoint(f"{url} answers a forged ping with {status}, not 401")
        self.url = url
        self._discord.deliver = self._deliver

    def signed_headers(self, body: bytes, *, age: float = 0) -> dict[str, str]:
        """Return headers with a valid signature of a body, made ``age`` seconds ago."""
        timestamp = str(int(self._discord.clock.now() - age))
        signature = self._key.sign(timestamp.encode() + body).signature.hex()
        return {
            "Content-Type": "application/json",
            "X-Signature-Ed25519": signature,
            "X-Signature-Timestamp": timestamp,
        }

    async def post(self, url: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        """Send a POST; return status and body of the response."""
        async with self._session.post(url, data=body, headers=headers) as response:
            return response.status, await response.read()

    def _deliver(self, interaction: Interaction) -> None:
        task = asyncio.create_task(self._exchange(interaction))
        self._pending.add(task)
        task.add_done_callback(self._pending.discard)

    async def _exchange(self, interaction: Interaction) -> None:
        """Post an interaction; a 200 carries the first response."""
        payload = payloads.interaction(interaction, self._discord.state)
        body = orjson.dumps(payload)
        status, answer = None, b""
        try:
            status, answer = await self.post(self.url, body, self.signed_headers(body))
        except (aiohttp.ClientError, TimeoutError) as problem:
            answer = str(problem).encode()
        now = self._discord.clock.now()
        said = answer.decode(errors="replace") or None
        self._discord.transcript.add(Exchange(now, "POST", self.url, payload, status, said))
        if status == 200:
            self._discord.accept_response(interaction, answer)
