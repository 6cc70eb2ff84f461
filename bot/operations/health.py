"""Whether this process lives and may be sent work, and its metrics: on a port of its own, away from the public one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.operations.metrics import Metrics


class Health:
    """Serves ``/livez``, ``/readyz`` and ``/metrics``; use it with ``async with``.

    Entering raises OSError if the port is taken.
    """

    PATHS = ("/livez", "/readyz", "/metrics")

    def __init__(self, host: str, port: int, metrics: Metrics, ready: Callable[[], bool]) -> None:
        self._where = host, port
        self._metrics = metrics
        self._ready = ready
        app = web.Application()
        for path, answer in zip(self.PATHS, (self._livez, self._readyz, self._text), strict=True):
            app.router.add_get(path, answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> str:
        """Listen; returns the URL without a path."""
        await self._runner.setup()
        await web.TCPSite(self._runner, *self._where).start()
        host, port = self._runner.addresses[0][:2]
        return f"http://{host}:{port}"

    async def __aexit__(self, *_exception: object) -> None:
        await self._runner.cleanup()

    async def _livez(self, _request: web.Request) -> web.Response:
        """Who can say so, lives; a process that hangs answers nothing."""
        return web.Response(text="alive\n")

    async def _readyz(self, _request: web.Request) -> web.Response:
        return web.Response(text="ready\n") if self._ready() else web.Response(status=503, text="not ready\n")

    async def _text(self, _request: web.Request) -> web.Response:
        return web.Response(body=self._metrics.text(), headers={"Content-Type": "text/plain; version=0.0.4"})
