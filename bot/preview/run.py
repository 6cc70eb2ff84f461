"""Runs the bot on the local Discord with the preview page, and reloads changed facts and catalogs."""

from __future__ import annotations

import asyncio
import logging
import webbrowser
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from bot.app import FanBot
from bot.config.settings import StartupError
from bot.domain.knowledge_base import KnowledgeBase
from bot.i18n import catalog
from bot.preview.client.client import LocalDiscord
from bot.preview.page.server import PreviewServer
from bot.preview.server.connect import redirect_discordpy
from bot.preview.server.models import TOKEN_LIFETIME
from bot.storage.connect import open_store
from data import BrokenFacts, load

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from bot.config.settings import Settings

log = logging.getLogger(__name__)

POLL_INTERVAL = 0.5
"""Seconds between two checks of the files."""


class PreviewBot(FanBot):
    """The bot on the local Discord."""

    async def on_ready(self) -> None:
        """Log no invite URL: nobody could use it."""


async def serve_preview(settings: Settings, port: int, *, browse: bool, stopped: asyncio.Event) -> None:
    """Serve the page until ``stopped`` is set. Raises StartupError if the port is taken."""
    knowledge = KnowledgeBase(load(settings.show))
    async with LocalDiscord(answer_timeout=TOKEN_LIFETIME) as discord, _serve_page(discord, port) as page:
        with redirect_discordpy(discord):
            store = open_store(settings.database) if settings.database else None
            async with PreviewBot(knowledge, report_url=settings.report_url, cache=settings.cache, store=store) as bot:
                tasks = [
                    asyncio.create_task(bot.start(discord.token), name="bot"),
                    asyncio.create_task(_watch_files(settings.show, bot, page), name="files"),
                ]
                await discord.wait_for_bot()
                print(f"\n  Try the bot in your browser: {page.url}\n  Stop it with Ctrl-C.\n", flush=True)
                if browse:
                    webbrowser.open(page.url)
                await stopped.wait()
                await bot.close()
                for task in tasks:
                    task.cancel()


@asynccontextmanager
async def _serve_page(discord: LocalDiscord, port: int) -> AsyncGenerator[PreviewServer]:
    async with AsyncExitStack() as stack:
        try:
            page = await stack.enter_async_context(PreviewServer(discord, port))
        except OSError as error:
            advice = "choose another one with PREVIEW_PORT or preview --port"
            raise StartupError(f"cannot listen on port {port} ({error}); {advice}") from None
        yield page


async def _watch_files(folder: Path, bot: FanBot, page: PreviewServer) -> None:
    seen = _modified_times(folder)
    while True:
        await asyncio.sleep(POLL_INTERVAL)
        now = await asyncio.to_thread(_modified_times, folder)
        if now != seen:
            seen = now
            page.show_problems(_reload(folder, bot))


def _modified_times(folder: Path) -> dict[Path, int]:
    """Return the modification time of each facts file and catalog."""
    files = [*folder.rglob("*.toml"), *catalog.LOCALES.rglob("*.ftl")]
    return {file: file.stat().st_mtime_ns for file in files if file.exists()}


def _reload(folder: Path, bot: FanBot) -> list[str]:
    """Give the bot the new facts and catalogs. Return the problems of broken facts; the bot then keeps the old ones."""
    catalog.clear_caches()
    try:
        bot.responder.knowledge = KnowledgeBase(load(folder))
    except BrokenFacts as broken:
        log.warning("%s", broken)
        return [str(problem) for problem in broken.problems]
    log.info("reloaded facts and catalogs")
    return []
