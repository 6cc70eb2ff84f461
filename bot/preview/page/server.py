"""The preview page's server: what the local Discord shows goes to browsers, what people do comes back.

It listens on the loopback interface only and answers no page but its own: the ``Host`` of every
request and the ``Origin`` of every act are checked, and the page may load nothing from elsewhere.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec
from aiohttp import hdrs, web

from bot.preview.client.answer import Answer
from bot.preview.client.options import CannotDo
from bot.preview.page.page import Page, Patch, View, compile_templates

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.preview.client.client import LocalDiscord

    Queue = asyncio.Queue[list[Patch] | None]
    """What one browser is still to be sent; ``None`` ends its stream."""
    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_Body = TypeVar("_Body", bound=msgspec.Struct)
_STATIC = Path(__file__).parent / "static"
_HEARTBEAT = 15.0
"""Seconds after which an idle stream is written to, which tells whether anybody still reads it."""
_PATIENCE = 10.0
"""Seconds that a request's body may take; aiohttp refuses one over a mebibyte."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Said(msgspec.Struct):
    """An ordinary message."""

    text: str


class Used(msgspec.Struct):
    """A slash command and its options as typed; ``focused`` is the one that asks for suggestions."""

    command: str
    options: dict[str, str]
    focused: str = ""


class Pressed(msgspec.Struct):
    """A button of a message, or with values its menu."""

    message: int
    custom_id: str
    values: list[str] | None = None


class Submitted(msgspec.Struct):
    """A filled modal, by the interaction that opened it."""

    interaction: int
    values: dict[str, str | list[str]]


class Dismissed(msgspec.Struct):
    """A private message, or the notice that nobody answered."""

    id: int


class Nothing(msgspec.Struct):
    """No more than the wish."""


class PreviewServer:
    """Serves the page of one local Discord on ``http://127.0.0.1:port``; use it with ``async with``.

    ``port`` 0 takes any that is free. Entering raises OSError if the port is taken.
    """

    def __init__(self, local: LocalDiscord, port: int = 8080) -> None:
        self.url = ""
        """Where the page is; known once the server listens."""
        self._local = local
        self._port = port
        self._problems: Sequence[str] = ()
        self._dismissed: set[int] = set()
        self._streams: dict[Queue, Page] = {}
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=0.1)
        self._pump: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        compile_templates()
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{self._port}"
        self._pump = asyncio.create_task(self._follow())
        return self

    async def __aexit__(self, *_exception: object) -> None:
        if self._pump is not None:
            self._pump.cancel()
        for queue in self._streams:
            queue.put_nowait(None)
        await self._runner.cleanup()

    def show_problems(self, problems: Sequence[str]) -> None:
        """Show what is wrong with the facts or catalogs on every page; an empty list takes it away."""
        self._problems = tuple(problems)
        for queue, page in list(self._streams.items()):
            self._streams[queue] = fresh = self._page(page.view)
            queue.put_nowait([fresh.problem_list()])

    def _application(self) -> web.Application:
        app = web.Application(middlewares=[self._only_our_page])
        app.on_response_prepare.append(_add_headers)
        app.router.add_get("/", self._shell)
        app.router.add_get("/events", self._events)
        app.router.add_get(r"/media/{id:\d+}", self._media)
        app.router.add_static("/static", _STATIC)
        app.router.add_post("/say", self._act(Said, self._say))
        app.router.add_post("/use", self._act(Used, self._use))
        app.router.add_post("/suggest", self._act(Used, self._suggest))
        app.router.add_post("/press", self._act(Pressed, self._press))
        app.router.add_post("/submit", self._act(Submitted, self._submit))
        app.router.add_post("/dismiss", self._act(Dismissed, self._dismiss))
        app.router.add_post("/reset", self._act(Nothing, self._reset))
        return app

    @web.middleware
    async def _only_our_page(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse what a page from elsewhere could make a browser send here, also under another name."""
        hosts = {f"{name}:{self._port}" for name in ("127.0.0.1", "localhost")}
        origin = request.headers.get(hdrs.ORIGIN)
        foreign = origin is not None and origin.removeprefix("http://") not in hosts
        if request.headers.get(hdrs.HOST) not in hosts or foreign or (origin is None and request.method != "GET"):
            raise web.HTTPForbidden(text="This page is only for the browser of this computer.")
        return await handler(request)

    def _page(self, view: View) -> Page:
        return Page(self._local, view, self._dismissed, self._problems)

    async def _shell(self, request: web.Request) -> web.Response:
        return web.Response(text=self._page(View.of(request.query)).shell(), content_type="text/html")

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Send patches for as long as the browser listens; first all that fills the page."""
        stream = web.StreamResponse(headers={hdrs.CONTENT_TYPE: "text/event-stream"})
        await stream.prepare(request)
        page = self._page(View.of(request.query))
        queue: Queue = asyncio.Queue()
        self._streams[queue] = page
        queue.put_nowait(page.everything())
        try:
            await _send(stream, queue)
        finally:
            del self._streams[queue]
        return stream

    async def _follow(self) -> None:
        with self._local.world.subscribe() as events:
            async for event in events:
                for queue, page in self._streams.items():
                    if patches := list(page.after(event)):
                        queue.put_nowait(patches)

    async def _media(self, request: web.Request) -> web.Response:
        """Serve a file of a message; the page may load pictures from nowhere else."""
        file = self._local.world.attachments.get(int(request.match_info["id"]))
        if file is None:
            raise web.HTTPNotFound
        return web.Response(body=file.data, content_type=file.content_type)

    def _act(self, kind: type[_Body], act: Callable[[Page, _Body], Awaitable[str | None]]) -> Handler:
        """Return the handler of something people do, with a body of this kind; it may answer with HTML."""
        decoder = msgspec.json.Decoder(kind, strict=False)

        async def handle(request: web.Request) -> web.Response:
            try:
                async with asyncio.timeout(_PATIENCE):
                    body = await request.read()
            except TimeoutError:
                raise web.HTTPRequestTimeout from None
            try:
                html = await act(self._page(View.of(request.query)), decoder.decode(body))
            except msgspec.DecodeError as reason:
                raise web.HTTPBadRequest(text=str(reason)) from reason
            except (CannotDo, NotImplementedError) as reason:
                raise web.HTTPConflict(text=str(reason)) from reason
            return web.Response(status=204) if html is None else web.Response(text=html, content_type="text/html")

        return handle

    async def _say(self, page: Page, said: Said) -> None:
        page.fan.say(said.text)

    async def _use(self, page: Page, used: Used) -> None:
        await page.fan.slash(used.command, **page.entered(used.command, used.options))

    async def _suggest(self, page: Page, used: Used) -> str:
        return await page.suggestions(used.command, used.focused, used.options)

    async def _press(self, page: Page, pressed: Pressed) -> None:
        message = self._local.world.messages.get(pressed.message)
        if message is None:
            raise CannotDo("that message is gone")
        if pressed.values is None:
            await page.fan.press(message, pressed.custom_id)
        else:
            await page.fan.choose(message, pressed.custom_id, *pressed.values)

    async def _submit(self, page: Page, submitted: Submitted) -> None:
        act = self._local.world.interactions.get(submitted.interaction)
        if act is None:
            raise CannotDo("the form is too old")
        await page.fan.submit(Answer(act), submitted.values)

    async def _dismiss(self, _page: Page, dismissed: Dismissed) -> None:
        self._dismissed.add(dismissed.id)

    async def _reset(self, page: Page, _nothing: Nothing) -> None:
        """Empty the channel in which this person is, for everybody."""
        world, channel = self._local.world, page.fan.channel
        self._dismissed.update(act.id for act in world.interactions.values() if act.channel is channel)
        for message in [message for message in world.messages.values() if message.channel is channel]:
            world.delete_message(message)
        for queue, shown in self._streams.items():
            queue.put_nowait(shown.everything())


async def _send(stream: web.StreamResponse, queue: Queue) -> None:
    """Write what comes into the queue, and now and then a comment, until ``None`` comes or the browser is gone."""
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
