"""The command line: the only place that reads ``.env`` and opens resources."""

from __future__ import annotations

import argparse
import asyncio
import gc
import logging
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from dotenv import load_dotenv

from bot.app import FanBot
from bot.config import Settings, WrongSettings
from bot.domain.library import Library
from bot.ui.reply import drained
from data import BrokenFacts, load

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

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
    commands.add_parser("sync", help="make Discord's commands those of this version, and stop")
    commands.add_parser("check", help="check facts and catalogs; print every problem")
    chosen = parser.parse_args(arguments)
    try:
        return COMMANDS[chosen.command or "run"](chosen)
    except (WrongSettings, BrokenFacts, CannotStart) as problem:
        print(problem, file=sys.stderr)
        return 1


def _settings() -> Settings:
    try:
        load_dotenv(".env", override=False)
    except (OSError, UnicodeDecodeError) as problem:
        raise CannotStart(f".env cannot be read ({problem}); mend or remove it") from problem
    settings = Settings.from_env(os.environ)
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for name in ("discord.client", "discord.state"):
        logging.getLogger(name).setLevel(logging.ERROR)  # it warns of voice and intents, which are not used on purpose
    return settings


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


def _check(_chosen: argparse.Namespace) -> int:
    show = load(_settings().show)
    languages = ", ".join([show.language, *show.translations])
    print(f"{show.about.title.en}: {len(show.sources)} sources, languages {languages}, no problems")
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": _run,
    "preview": _preview,
    "sync": _sync,
    "check": _check,
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
    from bot.trial import trial  # noqa: PLC0415 - who runs on Discord does not pay for the local one

    try:
        await trial(settings, port, browse=browse, stopped=_told_to_stop())
    except OSError as problem:
        raise CannotStart(f"port {port} of this computer is taken ({problem}); choose another with --port") from None


async def _on_discord(settings: Settings) -> None:
    """Connect, answer until told to stop, finish what is being answered, close."""
    library = Library(load(settings.show))
    stopped = _told_to_stop()
    async with FanBot(library, report_url=settings.report_url) as bot:
        running = asyncio.create_task(_connected(bot, settings.discord_token), name="bot")
        gc.collect()
        gc.freeze()  # the facts live as long as the process; the collector need not walk them
        waiting = asyncio.create_task(stopped.wait(), name="stop")
        await asyncio.wait((running, waiting), return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if running.done():
            running.result()
            return
        log.info("stopping")
        await drained(PATIENCE)
        await bot.close()
        running.cancel()


async def _connected(bot: FanBot, token: str) -> None:
    try:
        await bot.start(token)
    except discord.LoginFailure:
        raise CannotStart(REFUSED) from None
    except (aiohttp.ClientConnectionError, OSError) as problem:
        raise CannotStart(f"Discord cannot be reached ({problem}); check the network and try again") from None


async def _synced(settings: Settings) -> None:
    async with FanBot(Library(load(settings.show)), report_url=settings.report_url) as bot:
        try:
            await bot.login(settings.discord_token)
        except discord.LoginFailure:
            raise CannotStart(REFUSED) from None
        await bot.synced()


if __name__ == "__main__":
    sys.exit(main())
