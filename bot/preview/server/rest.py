"""Discord's REST API and CDN: the routes that discord.py uses for interactions.

Any other route answers 501 and names the route.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from aiohttp import hdrs, web
from yarl import URL

from bot.preview.server import payloads
from bot.preview.server.registry import CommandRoutes
from bot.preview.server.request import MAX_BODY, ApiError, ApiRequest, read_body
from bot.preview.server.responses import ResponseRoutes
from bot.preview.server.transcript import Exchange

if TYPE_CHECKING:
    from bot.preview.server.faults import Faults
    from bot.preview.server.gateway import LocalGateway
    from bot.preview.server.models import Interaction, Json
    from bot.preview.server.state import DiscordState
    from bot.preview.server.transcript import Transcript

API = "/api/v10"
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True, frozen=True)
class _Route:
    """A route and its handler; ``authorized`` routes need the bot's token."""

    method: str
    path: str
    handler: Callable[[ApiRequest], Any]
    authorized: bool


class RestApi:
    """The HTTP side of one local Discord, the entrance to its gateway included."""

    def __init__(
        self, state: DiscordState, token: str, gateway: LocalGateway, transcript: Transcript, faults: Faults
    ) -> None:
        self._state = state
        self._authorization = f"Bot {token}"
        self._gateway = gateway
        self._transcript = transcript
        self._faults = faults
        self._commands = CommandRoutes(state)
        self._responses = ResponseRoutes(state)

    def set_base_url(self, url: str) -> None:
        """Tell where files are served, once the server listens."""
        self._responses.base_url = url

    def accept_response(self, interaction: Interaction, response: bytes) -> None:
        """Handle a first response that did not come by the callback route, as if it had."""
        request = ApiRequest({"interaction": str(interaction.id), "token": interaction.token}, {})
        status = 204
        content: Json | None = None
        try:
            request.body = orjson.loads(response)
            self._responses.respond(request)
        except orjson.JSONDecodeError:
            status, content = 400, {"message": "The request body contains invalid JSON.", "code": 50109}
        except ApiError as error:
            status, content = error.status, error.body
        path = f"/interactions/{interaction.id}/{interaction.token}/callback"
        self._transcript.add(Exchange(self._state.clock.now(), "POST", path, request.logged, status, content))

    def application(self) -> web.Application:
        """Return the web application with all routes."""
        app = web.Application(middlewares=[_only_loopback], client_max_size=MAX_BODY)
        for route in self._routes():
            app.router.add_route(route.method, API + route.path, self._handler(route))
        app.router.add_get("/gateway", self._websocket)
        app.router.add_get(r"/attachments/{channel:\d+}/{attachment:\d+}/{name}", self._file)
        app.router.add_route("*", "/{anything:.*}", self._handler(None))
        return app

    def _routes(self) -> list[_Route]:
        commands, responses = self._commands, self._responses
        hook = "/webhooks/{app}/{token}"
        hook_message = hook + r"/messages/{message:@original|\d+}"
        channel_message = r"/channels/{channel:\d+}/messages/{message:\d+}"
        routes = [
            _Route("GET", "/users/@me", self._me, authorized=True),
            _Route("GET", "/oauth2/applications/@me", self._application, authorized=True),
            _Route("GET", "/applications/@me", self._application, authorized=True),
            _Route("GET", "/gateway", self._gateway_info, authorized=False),
            _Route("GET", "/gateway/bot", self._gateway_info, authorized=True),
            _Route("POST", r"/interactions/{interaction:\d+}/{token}/callback", responses.respond, authorized=False),
            _Route("POST", hook, responses.follow_up, authorized=False),
            _Route("GET", hook_message, responses.webhook_message, authorized=False),
            _Route("PATCH", hook_message, responses.edit_webhook_message, authorized=False),
            _Route("DELETE", hook_message, responses.delete_webhook_message, authorized=False),
            _Route("GET", channel_message, responses.message, authorized=True),
            _Route("PATCH", channel_message, responses.edit_message, authorized=True),
            _Route("DELETE", channel_message, responses.delete_message, authorized=True),
        ]
        for scope in ("/applications/{app}/commands", r"/applications/{app}/guilds/{guild:\d+}/commands"):
            routes += [
                _Route("GET", scope, commands.list_all, authorized=True),
                _Route("PUT", scope, commands.overwrite, authorized=True),
                _Route("POST", scope, commands.create, authorized=True),
                _Route("GET", scope + "/{command}", commands.get, authorized=True),
                _Route("PATCH", scope + "/{command}", commands.edit, authorized=True),
                _Route("DELETE", scope + "/{command}", commands.delete, authorized=True),
            ]
        return routes

    def _handler(self, route: _Route | None) -> Handler:
        """Return the handler of a route (``None``: of all routes that are not implemented)."""

        async def handle(http_request: web.Request) -> web.StreamResponse:
            path = http_request.path.removeprefix(API)
            request = ApiRequest(http_request.match_info, http_request.query)
            status: int | None = None
            content: Any = None
            headers: dict[str, str] = {}
            received_at = self._state.clock.now()
            try:
                await read_body(http_request, request)
                fault = self._faults.pop_match(http_request.method, path)
                if fault is not None:
                    await fault.wait()
                if fault is None or fault.processed:
                    content = self._call(route, http_request, request)
                    status = 204 if content is None else 200
                if fault is not None and fault.status != 0:
                    status, content, headers = fault.reply(self._state.clock.now())
            except ApiError as error:
                status, content = error.status, error.body
            self._transcript.add(Exchange(received_at, http_request.method, path, request.logged, status, content))
            return _response(http_request, status, content, headers)

        return handle

    def _call(self, route: _Route | None, http_request: web.Request, request: ApiRequest) -> Any:
        if route is None:
            raise ApiError(501, 0, f"The local Discord does not implement {http_request.method} {http_request.path}")
        if route.authorized and http_request.headers.get(hdrs.AUTHORIZATION) != self._authorization:
            raise ApiError(401, 0, "401: Unauthorized")
        return route.handler(request)

    async def _websocket(self, http_request: web.Request) -> web.StreamResponse:
        if fault := self._faults.pop_match(http_request.method, http_request.path):
            await fault.wait()
            if fault.status != 0:
                return _response(http_request, *fault.reply(self._state.clock.now()))
        return await self._gateway.serve(http_request)

    async def _file(self, http_request: web.Request) -> web.Response:
        """Serve a file as Discord's CDN does."""
        file = self._state.attachments.get(int(http_request.match_info["attachment"]))
        if file is None or file.filename != http_request.match_info["name"]:
            raise web.HTTPNotFound
        headers = {"X-Content-Type-Options": "nosniff"}
        return web.Response(body=file.data, content_type=file.content_type, headers=headers)

    def _me(self, _request: ApiRequest) -> Json:
        return payloads.current_user(self._state)

    def _application(self, _request: ApiRequest) -> Json:
        return payloads.application(self._state)

    def _gateway_info(self, _request: ApiRequest) -> Json:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return {"url": self._gateway.url, "shards": self._gateway.options.shards, "session_start_limit": limit}


def _response(
    http_request: web.Request, status: int | None, content: Any, headers: dict[str, str]
) -> web.StreamResponse:
    if status is None:
        if http_request.transport is not None:
            http_request.transport.abort()
        return web.Response()
    if content is None:
        return web.Response(status=status)
    body = orjson.dumps(content)
    # No charset: discord.py parses JSON only if the content type is exactly application/json.
    return web.Response(status=status, body=body, headers=headers, content_type="application/json")


@web.middleware
async def _only_loopback(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse requests that a foreign web page could make a browser send here."""
    origin = request.headers.get(hdrs.ORIGIN)
    try:
        local = URL(f"http://{request.host}").host in _LOOPBACK
        local = local and (origin is None or URL(origin).host in _LOOPBACK)
    except ValueError:
        local = False
    if local:
        return await handler(request)
    body = {"message": "Only pages and programs on this computer have access", "code": 0}
    return _response(request, 403, body, {})
