"""The other way to a bot: interactions as signed posts to a URL, as Discord sends them to an app without a gateway."""

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
    from bot.preview.client.client import LocalDiscord
    from bot.preview.server.state import Interaction

PING = b'{"type":1}'
PONG = {"type": 1}


class NotAnEndpoint(Exception):
    """A URL that Discord's portal would not take; the message says why."""


class Endpoint:
    """Where one local Discord posts its interactions; use it with ``async with``, before the bot logs in.

    An answer may come in the response, or through the callback route once the response was 202.
    """

    def __init__(self, discord: LocalDiscord) -> None:
        self.url = ""
        """Where interactions go; set by :meth:`use`."""
        self._discord = discord
        self._before = discord.deliver
        self._key = SigningKey.generate()
        self._under_way: set[asyncio.Task[None]] = set()
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=discord.world.first_answer))
        discord.world.verify_key = self._key.verify_key.encode().hex()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_exception: object) -> None:
        self._discord.deliver = self._before
        await self._session.close()

    async def use(self, url: str) -> None:
        """Post interactions there from now on. Raises NotAnEndpoint unless it answers pings and refuses forged ones."""
        status, answer = await self.post(url, PING, self.signed(PING))
        if status != 200 or orjson.loads(answer) != PONG:
            raise NotAnEndpoint(f"{url} answers a ping with {status} {answer[:80]!r}")
        forged = self.signed(PING) | {"X-Signature-Ed25519": secrets.token_hex(64)}
        status, _answer = await self.post(url, PING, forged)
        if status != 401:
            raise NotAnEndpoint(f"{url} answers a forged ping with {status}, not 401")
        self.url = url
        self._discord.deliver = self._deliver

    def signed(self, body: bytes, *, age: float = 0) -> dict[str, str]:
        """Return the headers that vouch for a body, as of ``age`` seconds ago."""
        timestamp = str(int(self._discord.clock.now() - age))
        signature = self._key.sign(timestamp.encode() + body).signature.hex()
        return {
            "Content-Type": "application/json",
            "X-Signature-Ed25519": signature,
            "X-Signature-Timestamp": timestamp,
        }

    async def post(self, url: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        """Post anything, and return status and body of the response."""
        async with self._session.post(url, data=body, headers=headers) as response:
            return response.status, await response.read()

    def _deliver(self, act: Interaction) -> None:
        task = asyncio.create_task(self._exchange(act))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _exchange(self, act: Interaction) -> None:
        """Post an interaction and take what the response holds; whatever else it is, nobody has answered yet."""
        payload = payloads.interaction(act, self._discord.world)
        body = orjson.dumps(payload)
        status, answer = None, b""
        try:
            status, answer = await self.post(self.url, body, self.signed(body))
        except (aiohttp.ClientError, TimeoutError) as problem:
            answer = str(problem).encode()
        now = self._discord.clock.now()
        said = answer.decode(errors="replace") or None
        self._discord.transcript.add(Exchange(now, "POST", self.url, payload, status, said))
        if status == 200:
            self._discord.take(act, answer)
