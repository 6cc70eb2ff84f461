"""The web server of the preview page: it streams patches to browsers and receives what people do.

It binds to loopback only and serves only its own page: it checks the ``Host`` of every request and the
``Origin`` of every POST, and the page may not load anything from other sites.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec
from aiohttp import hdrs, web

from bot.preview.client.answer import Answer
from bot.preview.client.options import ActionUnavailable
from bot.preview.page.page import Page, PageView, Patch, compile_templates, locale_names

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.preview.client.client import LocalDiscord

    Queue = asyncio.Queue[list[Patch] | None]
    """Patches for one browser; ``None`` ends its stream."""
    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_Body = TypeVar("_Body", bound=msgspec.Struct)
_STATIC = Path(__file__).parent / "static"
_HEARTBEAT = 15.0
"""Seconds between comments on an idle stream, which detect that the browser is gone."""
_BODY_TIMEOUT = 10.0
"""Seconds in which a request's body must arrive; aiohttp rejects more than one MiB."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Line(msgspec.Struct):
    """A line typed into the composer: an ordinary message, or a slash command as text."""

    text: str


class CommandInput(msgspec.Struct):
    """A slash command and its options as typed; ``focused`` is the option that needs suggestions."""

    command: str
    options: dict[str, str]
    focused: str = ""


class ComponentInput(msgspec.Struct):
    """A button of a message, or with values a select."""

    message: int
    custom_id: str
    values: list[str] | None = None


class FormInput(msgspec.Struct):
    """The values of a modal, identified by the interaction that opened it."""

    interaction: int
    values: dict[str, str | list[str]]


class Dismissed(msgspec.Struct):
    """The id of an ephemeral message, or of the notice that nobody responded."""

    id: int


class EmptyInput(msgspec.Struct):
    """An action without data."""


class PreviewServer:
    """Serves the page of one local Discord at ``http://127.0.0.1:port``; use it with ``async with``.

    ``port`` 0 takes any free port. Entering raises OSError if the port is taken.
    """

    def __init__(self, local: LocalDiscord, port: int = 8080) -> None:
        self.url = ""
        """The page's URL; set when the server listens."""
        self._local = local
        self._port = port
        self._problems: Sequence[str] = ()
        self._dismissed: set[int] = set()
        self._streams: dict[Queue, Page] = {}
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=0.1)
        self._publisher: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        compile_templates()
        locale_names()
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{self._port}"
        self._publisher = asyncio.create_task(self._publish_patches())
        return self

    async def __aexit__(self, *_exception: object) -> None:
        if self._publisher is not None:
            self._publisher.cancel()
        for queue in self._streams:
            queue.put_nowait(None)
        await self._runner.cleanup()

    def show_problems(self, problems: Sequence[str]) -> None:
        """Show problems of facts or catalogs on every page; an empty list removes them."""
        self._problems = tuple(problems)
        for queue, page in list(self._streams.items()):
            self._streams[queue] = updated = self._page(page.view)
            queue.put_nowait([updated.problem_list()])

    def _application(self) -> web.Application:
        app = web.Application(middlewares=[self._only_our_page])
        app.on_response_prepare.append(_add_headers)
        app.router.add_get("/", self._shell)
        app.router.add_get("/events", self._events)
        app.router.add_get(r"/media/{id:\d+}", self._media)
        app.router.add_static("/static", _STATIC)
        app.router.add_post("/say", self._action(Line, self._say))
        app.router.add_post("/use", self._action(CommandInput, self._use))
        app.router.add_post("/suggest", self._action(CommandInput, self._suggest))
        app.router.add_post("/press", self._action(ComponentInput, self._press))
        app.router.add_post("/submit", self._action(FormInput, self._submit))
        app.router.add_post("/dismiss", self._action(Dismissed, self._dismiss))
        app.router.add_post("/reset", self._action(EmptyInput, self._reset))
        return app

    @web.middleware
    async def _only_our_page(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Reject requests that a foreign page could make a browser send here, by DNS rebinding as well."""
        hosts = {f"{name}:{self._port}" for name in ("127.0.0.1", "localhost")}
        origin = request.headers.get(hdrs.ORIGIN)
        foreign = origin is not None and origin.removeprefix("http://") not in hosts
        if request.headers.get(hdrs.HOST) not in hosts or foreign or (origin is None and request.method != "GET"):
            raise web.HTTPForbidden(text="This page is only available to the browser on this computer.")
        return await handler(request)

    def _page(self, view: PageView) -> Page:
        return Page(self._local, view, self._dismissed, self._problems)

    async def _shell(self, request: web.Request) -> web.Response:
        return web.Response(text=self._page(PageView.from_query(request.query)).shell(), content_type="text/html")

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Send patches until the browser disconnects, first those that fill the page."""
        stream = web.StreamResponse(headers={hdrs.CONTENT_TYPE: "text/event-stream"})
        await stream.prepare(request)
        page = self._page(PageView.from_query(request.query))
        queue: Queue = asyncio.Queue()
        self._streams[queue] = page
        queue.put_nowait(page.everything())
        try:
            await _send(stream, queue)
        finally:
            del self._streams[queue]
        return stream

    async def _publish_patches(self) -> None:
        with self._local.state.subscribe() as events:
            async for event in events:
                for queue, page in self._streams.items():
                    if patches := list(page.after(event)):
                        queue.put_nowait(patches)

    async def _media(self, request: web.Request) -> web.Response:
        """Serve a file of a message; the page may not load images from anywhere else."""
        file = self._local.state.attachments.get(int(request.match_info["id"]))
        if file is None:
            raise web.HTTPNotFound
        return web.Response(body=file.data, content_type=file.content_type)

    def _action(self, kind: type[_Body], action: Callable[[Page, _Body], Awaitable[str | None]]) -> Handler:
        """Return the handler of an action with a body of this type; the action may return HTML."""
        decoder = msgspec.json.Decoder(kind, strict=False)

        async def handle(request: web.Request) -> web.Response:
            try:
                async with asyncio.timeout(_BODY_TIMEOUT):
                    body = await request.read()
            except TimeoutError:
                raise web.HTTPRequestTimeout from None
            try:
                html = await action(self._page(PageView.from_query(request.query)), decoder.decode(body))
            except msgspec.DecodeError as reason:
                raise web.HTTPBadRequest(text=str(reason)) from reason
            except (ActionUnavailable, NotImplementedError) as reason:
                raise web.HTTPConflict(text=str(reason)) from reason
            return web.Response(status=204) if html is None else web.Response(text=html, content_type="text/html")

        return handle

    async def _say(self, page: Page, line: Line) -> None:
        await page.enter(line.text)

    async def _use(self, page: Page, typed: CommandInput) -> None:
        await page.use(typed.command, typed.options)

    async def _suggest(self, page: Page, typed: CommandInput) -> str:
        return await page.suggestions(typed.command, typed.focused, typed.options)

    async def _press(self, page: Page, used: ComponentInput) -> None:
        message = self._local.state.messages.get(used.message)
        if message is None:
            raise ActionUnavailable("that message no longer exists")
        if used.values is None:
            await page.client.press(message, used.custom_id)
        else:
            await page.client.choose(message, used.custom_id, *used.values)

    async def _submit(self, page: Page, form: FormInput) -> None:
        interaction = self._local.state.interactions.get(form.interaction)
        if interaction is None:
            raise ActionUnavailable("the form no longer exists")
        await page.client.submit(Answer(interaction), form.values)

    async def _dismiss(self, _page: Page, dismissed: Dismissed) -> None:
        self._dismissed.add(dismissed.id)

    async def _reset(self, page: Page, _empty: EmptyInput) -> None:
        """Delete all messages of this person's channel, for everybody."""
        state, channel = self._local.state, page.client.channel
        self._dismissed.update(
            interaction.id for interaction in state.interactions.values() if interaction.channel is channel
        )
        for message in [message for message in state.messages.values() if message.channel is channel]:
            state.delete_message(message)
        for queue, shown in self._streams.items():
            queue.put_nowait(shown.everything())


async def _send(stream: web.StreamResponse, queue: Queue) -> None:
    """Write queued patches, and comments while idle, until ``None`` comes or the browser is gone."""
    with suppress(ConnectionError):
        while True:
            try:
                patches = await asyncio.wait_for(queue.get(), _HEARTBEAT)
            except TimeoutError:
                await stream.write(b":\n\n")
                continue
            if patches is None:
                return
            data = msgspec.json.encode(patches, enc_hook=str)  # of Markup
            await stream.write(b"data: " + data + b"\n\n")


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
