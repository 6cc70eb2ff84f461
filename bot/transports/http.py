"""The bot behind Discord's interactions endpoint: no gateway, no state, any number of copies side by side."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any, cast

import orjson
from aiohttp import hdrs, web
from aiohttp.http_exceptions import HttpProcessingError
from yarl import URL

from bot.app import FanBot
from bot.discordpy.internals import dispatch
from bot.transports.shutdown import SHUTDOWN
from bot.transports.signature import RequestVerifier

if TYPE_CHECKING:
    from collections.abc import Callable

    from discord import AppInfo

    from bot.command_tree import FanTree
    from bot.domain.knowledge_base import KnowledgeBase

log = logging.getLogger(__name__)

PATH = "/interactions"
SIGNATURE = "X-Signature-Ed25519"
REQUEST_TIMEOUT = 2.5
"""Seconds to wait for the body of a request, or for running requests at the end; Discord gives up after three."""
SYNC_JITTER = 10.0
"""Seconds over which copies that start together spread their syncs of the commands."""

PING, PONG = 1, b'{"type":1}'
KINDS = {PING, 2, 3, 4, 5}
"""Discord's kinds of interaction: a ping, a command, a component, autocomplete, a modal."""

UNAUTHORIZED = "401: this is not signed by Discord, or too old\n"
NOT_FOUND = "404: nothing is here\n"
METHOD_NOT_ALLOWED = "405: this address answers Discord; there is nothing to see here\n"


class EndpointBot(FanBot):
    """The bot whose responses are those of HTTP requests."""

    keeps_matches = False

    def __init__(self, knowledge: KnowledgeBase, *, sync_jitter: float = 0.0, **options: Any) -> None:
        super().__init__(knowledge, **options)
        cast("FanTree", self.tree).jitter = sync_jitter


class Endpoint:
    """Receives Discord's requests for a bot that is logged in; use it with ``async with``."""

    def __init__(self, bot: EndpointBot, host: str, port: int) -> None:
        self.ready = False
        """Whether load balancers should send requests here."""
        self.count: Callable[[int], None] | None = None
        """Called with the status of every response."""
        self._bot = bot
        self._address = host, port
        requests = logging.getLogger(f"{__name__}.requests")
        requests.addFilter(_is_own_error)
        # One route needs no router. aiohttp refuses bodies over a mebibyte; compressed ones are not decompressed.
        server = web.Server(self._handle, access_log=None, logger=requests, auto_decompress=False)
        self._runner = web.ServerRunner(server, shutdown_timeout=REQUEST_TIMEOUT)

    async def __aenter__(self) -> str:
        """Listen; returns the URL. Raises OSError if the port is taken."""
        self._started_at = time.time() - time.monotonic()
        self._verifier = RequestVerifier(cast("AppInfo", self._bot.application).verify_key)
        await self._runner.setup()
        await web.TCPSite(self._runner, *self._address).start()
        self.ready = True
        host, port = self._runner.addresses[0][:2]
        return str(URL.build(scheme="http", host=host, port=port, path=PATH))

    async def __aexit__(self, *_exception: object) -> None:
        """Accept no new connections, and finish the running requests."""
        await self._runner.cleanup()

    async def drain(self) -> None:
        """Report not ready, and go on answering until load balancers have noticed."""
        self.ready = False
        await asyncio.sleep(SHUTDOWN.drain)

    async def _handle(self, request: web.BaseRequest) -> web.Response:
        try:
            response = await self._response(request)
        except web.HTTPException as refusal:
            self._count_status(refusal.status)
            raise
        if not self.ready:
            response.force_close()
        self._count_status(response.status)
        return response

    def _count_status(self, status: int) -> None:
        if self.count:
            self.count(status)

    async def _response(self, request: web.BaseRequest) -> web.Response:
        if request.path != PATH:
            await self._warn_of_wrong_path(request)
            raise web.HTTPNotFound(text=NOT_FOUND)
        if request.method != hdrs.METH_POST:
            raise web.HTTPMethodNotAllowed(request.method, [hdrs.METH_POST], text=METHOD_NOT_ALLOWED)
        body = await _body(request)
        if not self._is_signed(request, body):
            raise web.HTTPUnauthorized(text=UNAUTHORIZED)
        try:
            payload = _interaction(body)
            if payload["type"] == PING:
                return _json(PONG)
            return await self._respond(payload)
        except (KeyError, TypeError, ValueError, AttributeError):
            log.exception("malformed interaction payload")
            raise web.HTTPBadRequest(text="400: this is no interaction\n") from None

    def _is_signed(self, request: web.BaseRequest, body: bytes) -> bool:
        signature = request.headers.get(SIGNATURE, "")
        timestamp = request.headers.get("X-Signature-Timestamp", "")
        # The clock of the machine may be corrected while it runs, or may have been wrong at the start.
        return self._verifier.verify(signature, timestamp, body, time.time(), self._started_at + time.monotonic())

    async def _warn_of_wrong_path(self, request: web.BaseRequest) -> None:
        """Tell the operator if it is Discord that was given another path than that of the interactions."""
        if SIGNATURE in request.headers and self._is_signed(request, await _body(request)):
            log.warning("Discord called %s; the interactions endpoint URL must end with %s", request.path, PATH)

    async def _respond(self, payload: dict[str, Any]) -> web.Response:
        """Answer in the response, or with 202 once the answer is sent to the callback route.

        If this copy dies before, the load balancer gives the request to another one.
        """
        responder = self._bot.responder
        request = responder.read(payload)
        if request is None:
            dispatch(self._bot, payload)
            return web.Response(status=202)
        body = await responder.respond_inline(request)
        return web.Response(status=202) if body is None else _json(body)


def _is_own_error(record: logging.LogRecord) -> bool:
    """Whether a log record is about this program: malformed HTTP is the sender's mistake, who is told so."""
    return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))


async def _body(request: web.BaseRequest) -> bytes:
    try:
        async with asyncio.timeout(REQUEST_TIMEOUT):
            return await request.read()
    except TimeoutError:
        raise web.HTTPRequestTimeout(text="408: the rest of the request did not come\n") from None
    except (web.RequestPayloadError, ConnectionError):
        raise web.HTTPBadRequest(text="400: the request broke off\n") from None


def _interaction(body: bytes) -> dict[str, Any]:
    """Parse the body of a request. Raises ValueError, KeyError or TypeError if it is malformed."""
    payload: dict[str, Any] = orjson.loads(body)
    kind = payload["type"]
    if kind not in KINDS:
        raise web.HTTPBadRequest(text=f"400: interactions of type {str(kind)[:20]} are not known here\n")
    return payload


def _json(content: bytes) -> web.Response:
    return web.Response(body=content, content_type="application/json")
