"""The bot behind Discord's interactions endpoint: no gateway, no state, any number of copies side by side."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any, cast

import orjson
from aiohttp import hdrs, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.app import FanBot
from bot.discordpy.internals import deliver
from bot.interactions.callback_client import JSON
from bot.interactions.fast_path import ready
from bot.transports.signature import RequestVerifier

if TYPE_CHECKING:
    from collections.abc import Callable

    from discord import AppInfo

    from bot.command_tree import FanTree
    from bot.discordpy.internals import Answer
    from bot.domain.knowledge_base import KnowledgeBase

log = logging.getLogger(__name__)

PATH = "/interactions"
PATIENCE = 2.5
"""Seconds that the body of a request, or its answer, is waited for; at three Discord gives up."""
DRAIN_DELAY = 2.0
"""Seconds from the wish to stop until no request is taken: balancers notice meanwhile that this copy is not ready."""

SPREAD = 10.0
"""Seconds over which copies that start together spread the sending of commands."""

PING, PONG = 1, b'{"type":1}'
KINDS = {PING, 2, 3, 4, 5}
"""Kinds of interaction: a ping, a command, a press, suggestions while typing, a form."""

FORGED = "401: this is not signed by Discord, or too old\n"
ELSEWHERE = "404: nothing is here\n"
BROWSER = "405: this address answers Discord; there is nothing to see here\n"


class EndpointBot(FanBot):
    """The bot whose answers go into the response to the request."""

    def __init__(self, knowledge: KnowledgeBase, *, spread: float = 0.0, **more: Any) -> None:
        super().__init__(knowledge, **more)
        cast("FanTree", self.tree).spread = spread


class Endpoint:
    """Takes Discord's requests for one bot; use it with ``async with`` once that is logged in."""

    def __init__(self, bot: EndpointBot, host: str, port: int) -> None:
        self.ready = False
        """Whether it takes requests, and will go on for a while."""
        self.count: Callable[[int], None] | None = None
        """Told the status of every response, where somebody counts."""
        self._bot = bot
        self._where = host, port
        requests = logging.getLogger(f"{__name__}.requests")
        requests.addFilter(_is_ours)
        # One route needs no router; bodies over a mebibyte are refused by aiohttp, and none is unpacked.
        server = web.Server(self._receive, access_log=None, logger=requests, auto_decompress=False)
        self._runner = web.ServerRunner(server, shutdown_timeout=PATIENCE)

    async def __aenter__(self) -> str:
        """Listen; returns the URL. Raises OSError if the port is taken."""
        self._began = time.time() - time.monotonic()
        self._verifier = RequestVerifier(cast("AppInfo", self._bot.application).verify_key)
        await self._runner.setup()
        await web.TCPSite(self._runner, *self._where).start()
        self.ready = True
        host, port = self._runner.addresses[0][:2]
        return f"http://{host}:{port}{PATH}"

    async def __aexit__(self, *_exception: object) -> None:
        """Take no new connections, finish the requests that are here."""
        await self._runner.cleanup()

    async def drain(self) -> None:
        """Let balancers notice that this copy goes, while it still answers; then take no more."""
        self.ready = False
        await asyncio.sleep(DRAIN_DELAY)

    async def _receive(self, request: web.BaseRequest) -> web.Response:
        try:
            response = await self._response(request)
        except web.HTTPException as refusal:
            self._counted(refusal.status)
            raise
        if not self.ready:
            response.force_close()
        self._counted(response.status)
        return response

    def _counted(self, status: int) -> None:
        if self.count:
            self.count(status)

    async def _response(self, request: web.BaseRequest) -> web.Response:
        if request.path != PATH:
            raise web.HTTPNotFound(text=ELSEWHERE)
        if request.method != hdrs.METH_POST:
            raise web.HTTPMethodNotAllowed(request.method, [hdrs.METH_POST], text=BROWSER)
        body = await _body(request)
        signature = request.headers.get("X-Signature-Ed25519", "")
        timestamp = request.headers.get("X-Signature-Timestamp", "")
        # The computer's clock may be set while requests come, and may have been wrong at the start.
        if not self._verifier.verify(signature, timestamp, body, time.time(), self._began + time.monotonic()):
            raise web.HTTPUnauthorized(text=FORGED)
        try:
            payload = _interaction(body)
            if payload["type"] == PING:
                return _json(PONG)
            if response := self._at_once(payload):
                return response
            answer = deliver(self._bot, payload)
        except (KeyError, TypeError, ValueError, AttributeError):
            log.exception("Discord sent what is no interaction")
            raise web.HTTPBadRequest(text="400: this is no interaction\n") from None
        return await _answered(answer)

    def _at_once(self, payload: dict[str, Any]) -> web.Response | None:
        """The response for an answer that is ready; one with a file goes through the callback route."""
        answer = ready(self._bot.responder, payload)
        if answer is None:
            return None
        if answer.body.kind == JSON:
            self._bot.responder.write_down(payload, answer.command, answer.outcome)
            return _json(answer.body.parts[0])
        self._bot.send(payload, answer)
        return web.Response(status=202)


def _is_ours(record: logging.LogRecord) -> bool:
    """Leave what is no HTTP out of the log: whoever sends it hears so, and no error of ours is at its root."""
    return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))


async def _body(request: web.BaseRequest) -> bytes:
    try:
        async with asyncio.timeout(PATIENCE):
            return await request.read()
    except TimeoutError:
        raise web.HTTPRequestTimeout(text="408: the rest of the request did not come\n") from None
    except (web.RequestPayloadError, ConnectionError):
        raise web.HTTPBadRequest(text="400: the request broke off\n") from None


def _interaction(body: bytes) -> dict[str, Any]:
    """The interaction of a body that Discord signed. Raises ValueError for what is not JSON, KeyError, TypeError."""
    payload: dict[str, Any] = orjson.loads(body)
    kind = payload["type"]
    if kind not in KINDS:
        raise web.HTTPBadRequest(text=f"400: interactions of type {str(kind)[:20]} are not known here\n")
    return payload


async def _answered(answer: Answer) -> web.Response:
    """Return the first response, or that one will come through the callback route."""
    try:
        content = await asyncio.wait_for(answer, PATIENCE)
    except TimeoutError:
        content = None
    return web.Response(status=202) if content is None else _json(content)


def _json(content: bytes) -> web.Response:
    return web.Response(body=content, content_type="application/json")
