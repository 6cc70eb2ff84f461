"""The server: Discord's REST API, gateway and CDN on one port of this computer.

Played are the routes that discord.py uses for interactions. Any other answers 501 and is named.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from aiohttp import hdrs, web
from yarl import URL

from bot.preview.server import payloads
from bot.preview.server.gateway import Gateway
from bot.preview.server.registry import Registry
from bot.preview.server.request import MAX_BODY, Call, Refused, read
from bot.preview.server.responses import Replies
from bot.preview.server.transcript import Exchange, Fault, Faults, Transcript

if TYPE_CHECKING:
    from bot.preview.server.gateway import Limits
    from bot.preview.server.state import Interaction, Json, World

API = "/api/v10"
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True, frozen=True)
class _Route:
    """What answers a kind of request; ``secret`` if that takes the bot's token."""

    method: str
    path: str
    answer: Callable[[Call], Any]
    secret: bool


class Emulator:
    """Serves one world to one bot, on a port of the loopback interface (0: any that is free)."""

    def __init__(self, world: World, token: str, limits: Limits, *, port: int) -> None:
        self.transcript = Transcript()
        self.gateway = Gateway(world, token, self.transcript, limits)
        self.url = ""
        """Scheme, host and port; known once the server listens."""
        self._world = world
        self._shards = limits.shards
        self._authorization = f"Bot {token}"
        self._port = port
        self._faults = Faults()
        self._registry = Registry(world)
        self._replies = Replies(world)
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1)

    async def start(self) -> None:
        """Listen. Raises OSError if the port is taken."""
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self.url = self._replies.base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self.gateway.url = self.url.replace("http", "ws") + "/gateway"

    async def stop(self) -> None:
        """Close the bot's connections and the port."""
        await self.gateway.close(1001)
        await self._runner.cleanup()

    def plan(self, fault: Fault) -> None:
        """Let the next requests of a kind fail."""
        self._faults.plan(fault)

    def take(self, act: Interaction, response: bytes) -> None:
        """Take a first response that came another way than the callback route, as if it had come by that."""
        call = Call({"interaction": str(act.id), "token": act.token}, {})
        status = 204
        content: Json | None = None
        try:
            call.body = orjson.loads(response)
            self._replies.respond(call)
        except orjson.JSONDecodeError:
            status, content = 400, {"message": "The request body contains invalid JSON.", "code": 50109}
        except Refused as refused:
            status, content = refused.status, refused.body
        path = f"/interactions/{act.id}/{act.token}/callback"
        self.transcript.add(Exchange(self._world.clock.now(), "POST", path, call.logged, status, content))

    def _application(self) -> web.Application:
        app = web.Application(middlewares=[_only_loopback], client_max_size=MAX_BODY)
        for route in self._routes():
            app.router.add_route(route.method, API + route.path, self._served(route))
        app.router.add_get("/gateway", self._websocket)
        app.router.add_get(r"/attachments/{channel:\d+}/{attachment:\d+}/{name}", self._file)
        app.router.add_route("*", "/{anything:.*}", self._served(None))
        return app

    def _routes(self) -> list[_Route]:
        registry, replies = self._registry, self._replies
        hook = "/webhooks/{app}/{token}"
        hook_message = hook + r"/messages/{message:@original|\d+}"
        channel_message = r"/channels/{channel:\d+}/messages/{message:\d+}"
        routes = [
            _Route("GET", "/users/@me", self._me, secret=True),
            _Route("GET", "/oauth2/applications/@me", self._about, secret=True),
            _Route("GET", "/applications/@me", self._about, secret=True),
            _Route("GET", "/gateway", self._way_in, secret=False),
            _Route("GET", "/gateway/bot", self._way_in, secret=True),
            _Route("POST", r"/interactions/{interaction:\d+}/{token}/callback", replies.respond, secret=False),
            _Route("POST", hook, replies.follow_up, secret=False),
            _Route("GET", hook_message, replies.webhook_message, secret=False),
            _Route("PATCH", hook_message, replies.edit_webhook_message, secret=False),
            _Route("DELETE", hook_message, replies.delete_webhook_message, secret=False),
            _Route("GET", channel_message, replies.message, secret=True),
            _Route("PATCH", channel_message, replies.edit_message, secret=True),
            _Route("DELETE", channel_message, replies.delete_message, secret=True),
        ]
        for scope in ("/applications/{app}/commands", r"/applications/{app}/guilds/{guild:\d+}/commands"):
            routes += [
                _Route("GET", scope, registry.all, secret=True),
                _Route("PUT", scope, registry.overwrite, secret=True),
                _Route("POST", scope, registry.create, secret=True),
                _Route("GET", scope + "/{command}", registry.one, secret=True),
                _Route("PATCH", scope + "/{command}", registry.edit, secret=True),
                _Route("DELETE", scope + "/{command}", registry.delete, secret=True),
            ]
        return routes

    def _served(self, route: _Route | None) -> Handler:
        """Return what answers a REST request by this route (``None``: by no route that is played)."""

        async def serve(request: web.Request) -> web.StreamResponse:
            path = request.path.removeprefix(API)
            call = Call(request.match_info, request.query)
            status: int | None = None
            content: Any = None
            headers: dict[str, str] = {}
            arrived = self._world.clock.now()
            try:
                await read(request, call)
                fault = self._faults.strike(request.method, path)
                if fault is not None:
                    await asyncio.sleep(fault.late)
                if fault is None or fault.obeyed:
                    content = self._answer(route, request, call)
                    status = 204 if content is None else 200
                if fault is not None and fault.status != 0:
                    status, content, headers = _broken(fault, self._world.clock.now())
            except Refused as refused:
                status, content = refused.status, refused.body
            self.transcript.add(Exchange(arrived, request.method, path, call.logged, status, content))
            return _response(request, status, content, headers)

        return serve

    def _answer(self, route: _Route | None, request: web.Request, call: Call) -> Any:
        if route is None:
            name = f"{request.method} {request.path}"
            raise Refused(501, 0, f"The local Discord does not play {name}")
        if route.secret and request.headers.get(hdrs.AUTHORIZATION) != self._authorization:
            raise Refused(401, 0, "401: Unauthorized")
        return route.answer(call)

    async def _websocket(self, request: web.Request) -> web.StreamResponse:
        if fault := self._faults.strike(request.method, request.path):
            return _response(request, *_broken(fault, self._world.clock.now()))
        return await self.gateway.serve(request)

    async def _file(self, request: web.Request) -> web.Response:
        """Serve a file as Discord's CDN does."""
        file = self._world.attachments.get(int(request.match_info["attachment"]))
        if file is None or file.filename != request.match_info["name"]:
            raise web.HTTPNotFound
        headers = {"X-Content-Type-Options": "nosniff"}
        return web.Response(body=file.data, content_type=file.content_type, headers=headers)

    def _me(self, _call: Call) -> Json:
        return payloads.me(self._world)

    def _about(self, _call: Call) -> Json:
        return payloads.application(self._world)

    def _way_in(self, _call: Call) -> Json:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return {"url": self.gateway.url, "shards": self._shards, "session_start_limit": limit}


def _response(request: web.Request, status: int | None, content: Any, headers: dict[str, str]) -> web.StreamResponse:
    if status is None:
        if request.transport is not None:
            request.transport.abort()
        return web.Response()
    if content is None:
        return web.Response(status=status)
    body = orjson.dumps(content)
    # The type is set bare: discord.py parses nothing as JSON whose type names a charset.
    return web.Response(status=status, body=body, headers=headers, content_type="application/json")


def _broken(fault: Fault, now: float) -> tuple[int | None, Json | None, dict[str, str]]:
    """Return status, body and headers of a request that fails as planned."""
    if fault.status is None:
        return None, None, {}
    if fault.status != 429:
        return fault.status, {"message": f"{fault.status}: as planned", "code": 0}, {}
    body = {"message": "You are being rate limited.", "retry_after": fault.retry_after, "global": fault.everywhere}
    headers = {
        "Via": "1.1 local",  # without it a 429 means a ban by Cloudflare, and is not retried
        "Retry-After": str(fault.retry_after),
        "X-RateLimit-Limit": "1",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": str(now + fault.retry_after),
        "X-RateLimit-Reset-After": str(fault.retry_after),
        "X-RateLimit-Bucket": "planned",
        "X-RateLimit-Scope": "global" if fault.everywhere else "user",
    }
    if fault.everywhere:
        headers["X-RateLimit-Global"] = "true"
    return 429, body, headers


@web.middleware
async def _only_loopback(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what a web page from elsewhere could make a browser send here."""
    origin = request.headers.get(hdrs.ORIGIN)
    try:
        local = URL(f"http://{request.host}").host in _LOOPBACK
        local = local and (origin is None or URL(origin).host in _LOOPBACK)
    except ValueError:
        local = False
    if local:
        return await handler(request)
    refusal = {"message": "Only pages and programs of this computer may ask", "code": 0}
    return _response(request, 403, refusal, {})
