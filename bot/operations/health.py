"""Liveness, readiness and metrics over HTTP, on a port of their own that need not be public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web
from yarl import URL

if TYPE_CHECKING:
    from collections.abc import Callable

METRICS_TYPE = "text/plain; version=0.0.4"
"""The content type of Prometheus's text format."""


class HealthServer:
    """Serves ``/livez``, ``/readyz`` and ``/metrics``; use it with ``async with``.

    Entering returns the URL without a path and raises OSError if the port is taken.
    """

    PATHS = ("/livez", "/readyz", "/metrics")

    def __init__(self, host: str, port: int, *, ready: Callable[[], bool], metrics: Callable[[], bytes]) -> None:
        self._host, self._port = host, port
        self._ready = ready
        self._metrics = metrics
        app = web.Application()
        for path, handler in zip(self.PATHS, (self._livez, self._readyz, self._metrics_page), strict=True):
            app.router.add_get(path, handler)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> str:
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        host, port = self._runner.addresses[0][:2]
        return str(URL.build(scheme="http", host=host, port=port))

    async def __aexit__(self, *_exception: object) -> None:
        await self._runner.cleanup()

    async def _livez(self, _request: web.Request) -> web.Response:
        """Liveness: the event loop responds."""
        return web.Response(text="alive\n")

    async def _readyz(self, _request: web.Request) -> web.Response:
        """Readiness: 200 if interactions may be sent here, else 503."""
        return web.Response(text="ready\n") if self._ready() else web.Response(status=503, text="not ready\n")

    async def _metrics_page(self, _request: web.Request) -> web.Response:
        return web.Response(body=self._metrics(), headers={"Content-Type": METRICS_TYPE})
