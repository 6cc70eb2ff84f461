"""The bot behind Discord's interactions endpoint: no gateway, no state, any number of copies side by side."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any, cast

import orjson
from aiohttp import hdrs, web

from bot.app import FanBot
from bot.delivery import CaughtExpress, deliver
from bot.signature import Seal

if TYPE_CHECKING:
    from collections.abc import Callable

    from discord import AppInfo

    from bot.delivery import Answer

log = logging.getLogger(__name__)

PATH = "/interactions"
MOST_BYTES = 256 * 1024
"""Of a request; the largest that Discord sends holds one message with all that a message may hold."""
PATIENCE = 2.5
"""Seconds that the body of a request, or its answer, is waited for; at three Discord gives up."""
NOTICE = 2.0
"""Seconds from the wish to stop until no request is taken: balancers notice meanwhile that this copy is not ready."""

PING, PONG = 1, b'{"type":1}'
ANSWERED = {2, 3, 4, 5}
"""Kinds of interaction: a command, a press, suggestions while typing, a form."""

FORGED = "401: this is not signed by Discord, or too old\n"
BROWSER = "405: this address answers Discord; there is nothing to see here\n"


class EndpointBot(FanBot):
    """The bot whose answers go into the response to the request."""

    express_kind = CaughtExpress


class Endpoint:
    """Takes Discord's requests for one bot; use it with ``async with`` once that is logged in."""

    def __init__(self, bot: EndpointBot, host: str, port: int) -> None:
        self.ready = False
        """Whether it takes requests, and will go on for a while."""
        self.count: Callable[[int], None] | None = None
        """Told the status of every response, where somebody counts."""
        self._bot = bot
        self._where = host, port
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_post(PATH, self._receive)
        app.router.add_get(PATH, _to_browsers)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=PATIENCE)

    async def __aenter__(self) -> str:
        """Listen; returns the URL. Raises OSError if the port is taken."""
        self._seal = Seal(cast("AppInfo", self._bot.application).verify_key)
        await self._runner.setup()
        await web.TCPSite(self._runner, *self._where).start()
        self.ready = True
        host, port = self._runner.addresses[0][:2]
        return f"http://{host}:{port}{PATH}"

    async def __aexit__(self, *_exception: object) -> None:
        """Take no new connections, finish the requests that are here."""
        await self._runner.cleanup()

    async def leave(self) -> None:
        """Let balancers notice that this copy goes, while it still answers; then take no more."""
        self.ready = False
        await asyncio.sleep(NOTICE)

    async def _receive(self, request: web.Request) -> web.Response:
        response = await self._response(request)
        if not self.ready:
            response.force_close()
        if self.count:
            self.count(response.status)
        return response

    async def _response(self, request: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(PATIENCE):
                body = await request.read()
        except TimeoutError:
            return web.Response(status=408)
        signature = request.headers.get("X-Signature-Ed25519", "")
        timestamp = request.headers.get("X-Signature-Timestamp", "")
        if not self._seal.vouches(signature, timestamp, body, time.time()):
            return web.Response(status=401, text=FORGED)
        try:
            payload: dict[str, Any] = orjson.loads(body)
            kind = payload["type"]
            if kind == PING:
                return _json(PONG)
            if kind not in ANSWERED:
                return web.Response(status=400, text=f"400: interactions of type {str(kind)[:20]} are not known here\n")
            answer = deliver(self._bot, payload)
        except (KeyError, TypeError, ValueError, AttributeError):
            log.exception("Discord sent what is no interaction")
            return web.Response(status=400, text="400: this is no interaction\n")
        return await _answered(answer)


async def _answered(answer: Answer) -> web.Response:
    """Return the first response, or that one will come through the callback route."""
    try:
        content = await asyncio.wait_for(answer, PATIENCE)
    except TimeoutError:
        content = None
    return web.Response(status=202) if content is None else _json(content)


def _json(content: bytes) -> web.Response:
    return web.Response(body=content, content_type="application/json")


async def _to_browsers(_request: web.Request) -> web.Response:
    return web.Response(status=405, text=BROWSER, headers={hdrs.ALLOW: "POST"})
