"""Runs the bot: on Discord's gateway, behind its HTTP endpoint, or on the local Discord.

This is where settings, facts, bot, metrics and health checks are put together. Every function blocks until it is done
and raises :class:`StartupError` if the operator has to fix something first.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from typing import TYPE_CHECKING, Any

import aiohttp
import discord

from bot.app import FanBot
from bot.cards import router
from bot.config.settings import StartupError
from bot.domain.knowledge_base import KnowledgeBase
from bot.interactions.responder import EXPIRED
from bot.operations.logging_setup import configure_logging
from bot.transports.gateway import GatewayBot
from bot.transports.shutdown import SHUTDOWN
from data import load, load_cached

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Coroutine, Generator

    from bot.config.settings import Settings
    from bot.operations.health import HealthServer
    from bot.operations.metrics import FactsInfo, Metrics
    from bot.storage.store import Store
    from bot.transports.http import Endpoint
    from data.records import Show

log = logging.getLogger("bot")

LOGIN_REJECTED = "Discord rejects DISCORD_TOKEN; reset the token on your application's Bot page and copy the new one"

GATEWAY_REFUSALS = {
    4004: LOGIN_REJECTED,
    4010: "Discord knows no such shard; check SHARD_IDS and SHARD_COUNT",
    4011: "the bot is in too many servers for its shards; remove SHARD_COUNT, or raise it",
    4012: "Discord no longer supports this version of its API; update the bot",
    4013: "Discord does not know the bot's intents; update the bot",
    4014: "Discord does not grant the bot's intents; see the Bot page of your application",
}
"""What to do about the codes with which Discord closes the gateway for good."""


def run_gateway(settings: Settings) -> None:
    """Run the bot on the gateway until SIGINT or SIGTERM."""
    _run_in_loop(settings, _gateway(settings))


def run_http(settings: Settings) -> None:
    """Run the bot behind Discord's interactions endpoint until SIGINT or SIGTERM."""
    _run_in_loop(settings, _http(settings))


def run_preview(settings: Settings, port: int, *, open_browser: bool) -> None:
    """Run the bot on the local Discord, with its web page on ``port``, until SIGINT or SIGTERM."""
    _run_in_loop(settings, _preview(settings, port, open_browser=open_browser))


def sync_commands(settings: Settings) -> None:
    """Register the bot's commands with Discord."""
    _run_in_loop(settings, _sync(settings))


def render_pictures(settings: Settings) -> int:
    """Draw all pictures into the cache folder; return the number of failures."""
    from bot.render import render  # noqa: PLC0415 - the other commands do not need its progress bar

    configure_logging(settings.log_level, settings.log_format)
    return asyncio.run(render(KnowledgeBase(load(settings.show)), settings.cache))


def _run_in_loop(settings: Settings, main: Coroutine[Any, Any, None]) -> None:
    """Set up logging and run a coroutine on uvloop, or on asyncio's loop where uvloop does not exist."""
    configure_logging(settings.log_level, settings.log_format, expired_codes=EXPIRED)
    loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None
    with suppress(ImportError):  # there is no uvloop on Windows
        import uvloop  # noqa: PLC0415

        loop_factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        runner.run(main)


def open_store(settings: Settings) -> Store | None:
    """Return where points are kept, or None. Raises StartupError if the driver of the database is not installed."""
    if not settings.database:
        return None
    from bot.storage import connect  # noqa: PLC0415 - the driver is imported only with a database

    return connect.open_store(settings.database)


def _stop_event() -> asyncio.Event:
    """Return an event that SIGINT and SIGTERM set."""
    event = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # not available on Windows, where Ctrl-C ends the runner
            asyncio.get_running_loop().add_signal_handler(number, event.set)
    return event


def freeze_heap() -> None:
    """Exclude everything loaded so far from garbage collection, and collect the rest less often."""
    gc.freeze()
    gc.set_threshold(5_000, 20, 50)
    gc.enable()


async def _gateway(settings: Settings) -> None:
    knowledge = _knowledge(settings)
    stop = _stop_event()
    bot = GatewayBot(
        knowledge,
        shard_count=settings.shard_count,
        shard_ids=settings.shard_ids,
        report_url=settings.report_url,
        cache=settings.cache,
        secret=settings.discord_token,
        store=open_store(settings),
    )
    async with bot, _monitoring(settings, bot, lambda: bot.is_connected and not stop.is_set(), lambda: bot.heartbeats):
        running = asyncio.create_task(_connect(bot, settings.discord_token), name="bot")
        freeze_heap()
        stopping = asyncio.create_task(stop.wait(), name="stop")
        await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if running.done():
            running.result()
            return
        log.info("stopping")
        await bot.shut_down()
        running.cancel()


def _knowledge(settings: Settings) -> KnowledgeBase:
    return KnowledgeBase(load_cached(settings.show, settings.cache), cache=settings.cache, facts=settings.show)


async def _http(settings: Settings) -> None:
    from bot.transports import http  # noqa: PLC0415 - the gateway needs no web server

    stop = _stop_event()
    bot = http.EndpointBot(
        _knowledge(settings),
        sync_jitter=http.SYNC_JITTER,
        report_url=settings.report_url,
        cache=settings.cache,
        secret=settings.discord_token,
        store=open_store(settings),
    )
    endpoint = http.Endpoint(bot, settings.listen, settings.port)
    async with bot, _monitoring(settings, bot, lambda: endpoint.ready) as metrics:
        endpoint.count = metrics and metrics.count_request
        with explain_login_errors():
            await bot.login(settings.discord_token)
        freeze_heap()
        async with _listen(endpoint, "PORT", settings.port) as url:
            log.info("serving Discord interactions at %s", url)
            bot.responder.start_warm_up()
            await bot.on_ready()
            await stop.wait()
            log.info("stopping")
            await endpoint.drain()
        await bot.responder.wait_until_idle(SHUTDOWN.finish_requests)


async def _preview(settings: Settings, port: int, *, open_browser: bool) -> None:
    from bot.preview.run import serve_preview  # noqa: PLC0415 - a bot on Discord needs no local Discord

    freeze_heap()
    await serve_preview(settings, port, browse=open_browser, stopped=_stop_event())


async def _sync(settings: Settings) -> None:
    async with FanBot(_knowledge(settings), report_url=settings.report_url) as bot:
        with explain_login_errors():
            await bot.login(settings.discord_token)
        await bot.sync_commands()


@asynccontextmanager
async def _monitoring(
    settings: Settings,
    bot: FanBot,
    ready: Callable[[], bool],
    heartbeats: Callable[[], dict[int, float | None]] | None = None,
) -> AsyncGenerator[Metrics | None]:
    """Serve health checks and metrics on METRICS_PORT if it is set."""
    if settings.metrics_port is None:
        yield None
        return
    from bot.operations.health import HealthServer  # noqa: PLC0415 - only needed with METRICS_PORT
    from bot.operations.metrics import CacheInfo, Metrics  # noqa: PLC0415

    metrics = Metrics(
        facts=lambda: _facts_info(bot.responder.knowledge.library.show),
        card_cache=lambda: CacheInfo(*router.card.cache_info()),
        heartbeats=heartbeats,
        people=(lambda: store.people) if (store := bot.store) else None,
    )
    bot.observe_points(metrics)
    logging.getLogger().addHandler(metrics.log_handler)
    bot.responder.observer = metrics.observe_interaction
    server = HealthServer(settings.listen, settings.metrics_port, ready=ready, metrics=metrics.text)
    async with _listen(server, "METRICS_PORT", settings.metrics_port) as url:
        log.info("serving health and metrics at %s", url)
        yield metrics


def _facts_info(show: Show) -> FactsInfo:
    from bot.operations.metrics import FactsInfo  # noqa: PLC0415 - only needed with METRICS_PORT

    published = [source.published for source in show.sources.values() if source.published]
    return FactsInfo(show.about.key, show.about.version, max(published, default=None))


@asynccontextmanager
async def _listen(server: HealthServer | Endpoint, setting: str, port: int) -> AsyncGenerator[str]:
    """Run a server and yield its URL."""
    async with AsyncExitStack() as stack:
        try:
            url = await stack.enter_async_context(server)
        except OSError as error:
            raise StartupError(f"{setting}: cannot listen on port {port} ({error}); choose another one") from None
        yield url


async def _connect(bot: FanBot, token: str) -> None:
    with explain_login_errors():
        await bot.start(token)


@contextmanager
def explain_login_errors() -> Generator[None]:
    """Turn the ways in which a login fails, or a connection ends for good, into a :class:`StartupError` of one line."""
    try:
        yield
    except discord.LoginFailure:
        raise StartupError(LOGIN_REJECTED) from None
    except (discord.ConnectionClosed, discord.PrivilegedIntentsRequired) as error:
        code = error.code if isinstance(error, discord.ConnectionClosed) else 4014
        advice = GATEWAY_REFUSALS.get(code, "see Discord's list of gateway close codes")
        raise StartupError(f"Discord has closed the connection (code {code}): {advice}") from None
    except (aiohttp.ClientConnectionError, OSError) as error:
        raise StartupError(f"cannot reach Discord ({error}); check the network and try again") from None
    except discord.HTTPException as error:
        raise StartupError(f"Discord refuses the login ({error}); try again later") from None
