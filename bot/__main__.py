"""The command line: the only place that reads ``.env`` and opens resources."""

from __future__ import annotations

import gc

if __name__ == "__main__":
    gc.disable()  # until all is loaded: imports and facts leave no garbage, they only make the walks for it longer

import argparse
import asyncio
import logging
import os
import signal
import sys
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from dotenv import load_dotenv
from dotenv.parser import parse_stream

from bot.app import FanBot
from bot.cards import router
from bot.config.settings import Settings, WrongSettings
from bot.domain.library import Library
from bot.operations import logging_setup
from bot.transports.gateway import GatewayBot
from data import BrokenFacts, load, load_kept

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Coroutine, Generator, Sequence

    from bot.operations.health import Health
    from bot.operations.metrics import Metrics
    from bot.transports.http import Endpoint

log = logging.getLogger("bot")

PATIENCE = 1.5
"""Seconds that answers under way are given when the bot is stopped."""

REFUSED = "Discord does not accept DISCORD_TOKEN; reset the token on your application's Bot page and copy it anew"


class CannotStart(Exception):
    """Something that the operator can mend; the message says how, in one line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot", description="Sourced answers about a show, on Discord.")
    commands = parser.add_subparsers(dest="command", metavar="command")
    commands.add_parser("run", help="start the bot: on Discord with a token, on the local Discord without (default)")
    preview = commands.add_parser("preview", help="start it on the local Discord, whatever the settings say")
    preview.add_argument("--port", type=int, help="port of the page on 127.0.0.1; 0 takes any free one")
    preview.add_argument("--open", action="store_true", help="open the page in the browser")
    commands.add_parser("serve", help="answer behind Discord's interactions endpoint, without the gateway")
    commands.add_parser("sync", help="make Discord's commands those of this version, and stop")
    commands.add_parser("render", help="draw all pictures ahead into the folder CACHE")
    commands.add_parser("check", help="check facts and catalogs; print every problem")
    find = commands.add_parser("find", help="show what a text finds by name, and why")
    find.add_argument("text", nargs="+", help="as a fan would type it")
    chosen = parser.parse_args(arguments)
    try:
        return COMMANDS[chosen.command or "run"](chosen)
    except (WrongSettings, BrokenFacts, CannotStart) as problem:
        logging.shutdown()  # what is still to be logged comes before the last word
        print(problem, file=sys.stderr)
        return 1


def _settings() -> Settings:
    try:
        _look_over(Path(".env"))
        load_dotenv(".env", override=False)
    except (OSError, UnicodeDecodeError) as problem:
        raise CannotStart(f".env cannot be read ({problem}); mend or remove it") from problem
    settings = Settings.from_env(os.environ)
    logging_setup.keep(settings.log_level, settings.log_format)
    return settings


def _look_over(file: Path) -> None:
    """Name the lines that would be passed over in silence."""
    with suppress(FileNotFoundError), file.open(encoding="utf-8") as stream:
        broken = [str(line.original.line) for line in parse_stream(stream) if line.error]
        if broken:
            raise CannotStart(f"{file} cannot be read at line {', '.join(broken)}; write NAME=value, without quotes")


def _run(chosen: argparse.Namespace) -> int:
    settings = _settings()
    if not settings.discord_token:
        print("DISCORD_TOKEN is not set: starting on a local Discord instead. README.md says how to get a token.")
        return _preview(chosen)
    _in_loop(_on_discord(settings))
    return 0


def _preview(chosen: argparse.Namespace) -> int:
    settings = _settings()
    wanted: int | None = getattr(chosen, "port", None)
    port = settings.preview_port if wanted is None else wanted
    _in_loop(_on_local_discord(settings, port, browse=getattr(chosen, "open", False)))
    return 0


def _sync(_chosen: argparse.Namespace) -> int:
    settings = _settings()
    if not settings.discord_token:
        raise CannotStart("DISCORD_TOKEN is not set; there is no Discord to sync with")
    _in_loop(_synced(settings))
    return 0


def _serve(_chosen: argparse.Namespace) -> int:
    settings = _settings()
    if not settings.discord_token:
        raise CannotStart("DISCORD_TOKEN is not set; README.md says how to get a token")
    _in_loop(_behind_endpoint(settings))
    return 0


def _check(_chosen: argparse.Namespace) -> int:
    from bot.i18n import lint  # noqa: PLC0415 - nobody else pays for it

    show = load(_settings().show)
    if slips := lint.problems():
        raise CannotStart("\n".join(["Problems in the catalogs:", *(f"  {slip}" for slip in slips)]))
    languages = ", ".join([show.language, *show.translations])
    print(f"{show.about.title.latin}: {len(show.sources)} sources, languages {languages}, no problems")
    return 0


def _render(_chosen: argparse.Namespace) -> int:
    from bot.render import render  # noqa: PLC0415 - nobody else pays for the progress bar

    settings = _settings()
    return 1 if asyncio.run(render(Library(load(settings.show)), settings.cache)) else 0


def _find(chosen: argparse.Namespace) -> int:
    settings = _settings()
    library = Library(load_kept(settings.show, settings.cache))
    for kind, hits in library.hits(" ".join(chosen.text)).items():
        print(f"/{kind}" if hits else f"/{kind}: nothing")
        for hit in hits:
            print(f"  {hit.score:.3f}  {hit.reason:<12}  {hit.key}  ({hit.spelling.kind} {hit.spelling.text!r})")
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": _run,
    "preview": _preview,
    "serve": _serve,
    "sync": _sync,
    "render": _render,
    "check": _check,
    "find": _find,
}


def _in_loop(work: Coroutine[Any, Any, None]) -> None:
    """Run ``work`` on the fastest event loop there is."""
    factory: Callable[[], asyncio.AbstractEventLoop] | None = None
    with suppress(ImportError):  # uvloop is not made for Windows
        import uvloop  # noqa: PLC0415

        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(work)


def _told_to_stop() -> asyncio.Event:
    """Set by Ctrl-C and by SIGTERM."""
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows has no handlers on its loop; there Ctrl-C ends the runner
            asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    return stopped


async def _on_local_discord(settings: Settings, port: int, *, browse: bool) -> None:
    from bot.preview.run import trial  # noqa: PLC0415 - who runs on Discord does not pay for the local one

    _freeze()
    try:
        await trial(settings, port, browse=browse, stopped=_told_to_stop())
    except OSError as problem:
        raise CannotStart(f"port {port} of this computer is taken ({problem}); choose another with --port") from None


async def _on_discord(settings: Settings) -> None:
    """Connect, answer until told to stop, finish what is being answered, close."""
    library = Library(load_kept(settings.show, settings.cache))
    stopped = _told_to_stop()
    bot = GatewayBot(
        library,
        shard_count=settings.shard_count,
        shard_ids=settings.shard_ids,
        report_url=settings.report_url,
        cache=settings.cache,
    )
    async with bot, _watched(settings, bot, lambda: bot.is_connected and not stopped.is_set(), lambda: bot.heartbeats):
        running = asyncio.create_task(_connected(bot, settings.discord_token), name="bot")
        _freeze()
        waiting = asyncio.create_task(stopped.wait(), name="stop")
        await asyncio.wait((running, waiting), return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if running.done():
            running.result()
            return
        log.info("stopping")
        await bot.shut_down()
        running.cancel()


async def _behind_endpoint(settings: Settings) -> None:
    """Take requests until told to stop, while copies elsewhere may go on; finish what is being answered, close."""
    from bot.transports import http  # noqa: PLC0415 - who is on the gateway does not pay for a web server

    stopped = _told_to_stop()
    bot = http.EndpointBot(
        Library(load_kept(settings.show, settings.cache)),
        spread=http.SPREAD,
        report_url=settings.report_url,
        cache=settings.cache,
    )
    endpoint = http.Endpoint(bot, settings.listen, settings.port)
    async with bot, _watched(settings, bot, lambda: endpoint.ready) as metrics:
        endpoint.count = metrics and metrics.requested
        with _plain_words():
            await bot.login(settings.discord_token)
        _freeze()
        async with _listening(endpoint, "PORT", settings.port) as url:
            log.info("taking Discord's interactions at %s", url)
            await bot.on_ready()
            syncing = asyncio.create_task(bot.sync_commands(), name="sync")
            await stopped.wait()
            log.info("stopping")
            syncing.cancel()
            await endpoint.drain()
        await bot.wait_until_idle(PATIENCE)


@asynccontextmanager
async def _watched(
    settings: Settings,
    bot: FanBot,
    ready: Callable[[], bool],
    heartbeats: Callable[[], dict[int, float | None]] | None = None,
) -> AsyncGenerator[Metrics | None]:
    """Health and metrics on their own port, where one is set."""
    if settings.metrics_port is None:
        yield None
        return
    from bot.operations.health import Health  # noqa: PLC0415 - who does not ask for it does not pay for it
    from bot.operations.metrics import Metrics  # noqa: PLC0415

    metrics = Metrics(lambda: bot.responder.library.show, router.serialize.cache_info, heartbeats)
    metrics.watch_log()
    bot.responder.observer = metrics.answered
    health = Health(settings.listen, settings.metrics_port, metrics, ready)
    async with _listening(health, "METRICS_PORT", settings.metrics_port) as url:
        log.info("health and metrics at %s", url)
        yield metrics


@asynccontextmanager
async def _listening(server: Health | Endpoint, setting: str, port: int) -> AsyncGenerator[str]:
    """A server on its port, or one line that says why not."""
    async with AsyncExitStack() as stack:
        try:
            url = await stack.enter_async_context(server)
        except OSError as problem:
            raise CannotStart(f"{setting}: port {port} cannot be listened on ({problem}); choose another") from None
        yield url


def _freeze() -> None:
    """Tell the collector that what is loaded by now lives as long as the process, and to look at the rest rarely."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()


async def _synced(settings: Settings) -> None:
    async with FanBot(Library(load_kept(settings.show, settings.cache)), report_url=settings.report_url) as bot:
        with _plain_words():
            await bot.login(settings.discord_token)
        await bot.sync_commands()


async def _connected(bot: FanBot, token: str) -> None:
    with _plain_words():
        await bot.start(token)


@contextmanager
def _plain_words() -> Generator[None]:
    """Why Discord does not let the bot in, in one line."""
    try:
        yield
    except discord.LoginFailure:
        raise CannotStart(REFUSED) from None
    except (aiohttp.ClientConnectionError, OSError) as problem:
        raise CannotStart(f"Discord cannot be reached ({problem}); check the network and try again") from None
    except discord.HTTPException as problem:
        raise CannotStart(f"Discord does not let the bot in ({problem}); try again in a while") from None


if __name__ == "__main__":
    sys.exit(main())
