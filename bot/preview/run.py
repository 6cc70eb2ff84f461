"""The bot on the local Discord, with the page to try it on; changed facts and catalogs are read anew."""

from __future__ import annotations

import asyncio
import logging
import webbrowser
from typing import TYPE_CHECKING

from bot.app import FanBot
from bot.domain.library import Library
from bot.i18n import catalog
from bot.preview.client.client import LocalDiscord
from bot.preview.page.server import PreviewServer
from bot.preview.server.connect import pointed_at
from bot.preview.server.state import TOKEN_LIFE
from data import BrokenFacts, load

if TYPE_CHECKING:
    from pathlib import Path

    from bot.config.settings import Settings

log = logging.getLogger(__name__)

GLANCE = 0.5
"""Seconds between two looks at the files."""


class TrialBot(FanBot):
    """The bot on the local Discord."""

    async def on_ready(self) -> None:
        """Say nothing of invitations, which nobody could follow."""


async def trial(settings: Settings, port: int, *, browse: bool, stopped: asyncio.Event) -> None:
    """Serve the page until told to stop. Raises OSError when the port is taken."""
    library = Library(load(settings.show))
    async with LocalDiscord(patience=TOKEN_LIFE) as discord, PreviewServer(discord, port) as page:
        with pointed_at(discord):
            async with TrialBot(library, report_url=settings.report_url, cache=settings.cache) as bot:
                tasks = [
                    asyncio.create_task(bot.start(discord.token), name="bot"),
                    asyncio.create_task(_follow_files(settings.show, bot, page), name="files"),
                ]
                await discord.ready()
                print(f"\n  Try the bot in your browser: {page.url}\n  Stop it with Ctrl-C.\n", flush=True)
                if browse:
                    webbrowser.open(page.url)
                await stopped.wait()
                await bot.close()
                for task in tasks:
                    task.cancel()


async def _follow_files(folder: Path, bot: FanBot, page: PreviewServer) -> None:
    seen = _state(folder)
    while True:
        await asyncio.sleep(GLANCE)
        now = await asyncio.to_thread(_state, folder)
        if now != seen:
            seen = now
            page.show_problems(_read_anew(folder, bot))


def _state(folder: Path) -> dict[Path, int]:
    """When each file of facts and catalogs was last written."""
    files = [*folder.rglob("*.toml"), *catalog.LOCALES.rglob("*.ftl")]
    return {file: file.stat().st_mtime_ns for file in files if file.exists()}


def _read_anew(folder: Path, bot: FanBot) -> list[str]:
    """Give the bot the new facts and words; what is wrong with the facts, while it keeps the old ones."""
    catalog.clear_caches()
    try:
        bot.responder.library = Library(load(folder))
    except BrokenFacts as broken:
        log.warning("%s", broken)
        return [str(problem) for problem in broken.problems]
    log.info("facts and catalogs read anew")
    return []
