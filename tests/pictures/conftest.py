"""The pictures of two shows in every language, and a bot with a picture cache on a local Discord."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot.app import FanBot
from bot.i18n.catalog import languages
from bot.interactions import responder
from bot.pictures.cache import PictureCache
from bot.preview.server.connect import redirect_discordpy
from bot.preview.server.endpoint import EndpointDelivery
from bot.transports.http import Endpoint, EndpointBot
from tests.pictures.drawings import Running, drawings
from tests.shows import SHOWS, knowledge_of
from tests.waiting import HANG_GUARD, PatientDiscord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from data.records import Show
    from tests.pictures.drawings import Drawing


@pytest.fixture(scope="session", params=[(show, language) for show in SHOWS for language in sorted(languages())])
def all_drawings(request: pytest.FixtureRequest) -> list[Drawing]:
    """The pictures of a show in one language."""
    return drawings(*request.param)


@pytest.fixture(scope="session")
def cached_pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every English picture of the invented show."""
    folder = tmp_path_factory.mktemp("drawn")
    cache = PictureCache(folder)
    for drawing in drawings("invented", "en"):
        cache.path(drawing.picture).write_bytes(drawing.webp)
    return folder


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let cards wait for their pictures, however slow the machine is."""
    monkeypatch.setattr(responder, "PICTURE_TIMEOUT", HANG_GUARD)


@asynccontextmanager
async def _running(show: Show, folder: Path) -> AsyncIterator[Running]:
    async with PatientDiscord() as discord:
        with redirect_discordpy(discord):
            async with FanBot(knowledge_of(show), cache=folder) as bot:
                task = asyncio.create_task(bot.start(discord.token))
                await discord.wait_for_bot()
                await bot.sync_commands()
                yield Running(discord, bot)
                await bot.close()
                await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
async def running(harbour: Show, tmp_path: Path) -> AsyncIterator[Running]:
    """A bot with an empty picture cache."""
    async with _running(harbour, tmp_path / "pictures") as running:
        yield running


@pytest.fixture
async def prepared(harbour: Show, tmp_path: Path, cached_pictures: Path) -> AsyncIterator[Running]:
    """A bot with all pictures in its cache."""
    shutil.copytree(cached_pictures, tmp_path / "pictures")
    async with _running(harbour, tmp_path / "pictures") as running:
        yield running


@pytest.fixture
async def over_http(harbour: Show, tmp_path: Path) -> AsyncIterator[Running]:
    """A bot with an empty picture cache behind Discord's interactions endpoint."""
    async with PatientDiscord() as discord, EndpointDelivery(discord) as posting:
        with redirect_discordpy(discord):
            async with EndpointBot(knowledge_of(harbour), cache=tmp_path / "pictures") as bot:
                await bot.login(discord.token)
                async with Endpoint(bot, "127.0.0.1", 0) as url:
                    await posting.set_url(url)
                    await bot.sync_commands()
                    yield Running(discord, bot)
