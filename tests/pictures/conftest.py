"""Pictures of two shows in every language on canvas, and a bot on a local Discord that keeps pictures in a folder."""

from __future__ import annotations

import asyncio
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import pytest

from bot.app import FanBot
from bot.cards import charts
from bot.cards.reader import BotInfo, Reader
from bot.config.settings import SHOW
from bot.domain.knowledge_base import KnowledgeBase
from bot.i18n.catalog import catalog, languages
from bot.pictures.drawing.__main__ import draw
from bot.pictures.specs import AnyChart
from bot.preview.client.client import LocalDiscord
from bot.preview.server.connect import redirect_discordpy
from bot.preview.server.endpoint import EndpointDelivery
from bot.transports.http import Endpoint, EndpointBot
from data import load

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.pictures.cache import Picture, PictureCache
    from bot.pictures.drawing.canvas import Canvas
    from bot.preview.client.answer import Answer
    from data.records import Show

HARBOUR = SHOW.parent.parent / "tests" / "shows" / "harbour_lights"
FOLDERS = {"bundled": SHOW, "invented": HARBOUR}


class Drawing(NamedTuple):
    """A picture, and what was made of it."""

    picture: Picture
    canvas: Canvas
    png: bytes


def reader(show: Show, language: str) -> Reader:
    return Reader(KnowledgeBase(show).in_language(language), catalog(language), show.about.version, BotInfo())


def on_paper(picture: Picture) -> Canvas:
    return draw(msgspec.json.decode(picture.spec, type=AnyChart))


@cache
def drawings(show: str, language: str) -> list[Drawing]:
    """All pictures of a show in a language, drawn once for all tests."""
    found = []
    for picture in charts.all_charts(reader(load(FOLDERS[show]), language)):
        canvas = on_paper(picture)
        found.append(Drawing(picture, canvas, canvas.png()))
    return found


@pytest.fixture(scope="session", params=[(show, language) for show in FOLDERS for language in sorted(languages())])
def edition(request: pytest.FixtureRequest) -> list[Drawing]:
    """The pictures of a show in a language."""
    return drawings(*request.param)


class Running(NamedTuple):
    """A bot with pictures on a local Discord."""

    discord: LocalDiscord
    bot: FanBot

    @property
    def pictures(self) -> PictureCache:
        assert self.bot.responder.pictures
        return self.bot.responder.pictures

    async def complete(self, answer: Answer) -> None:
        """Wait until nothing more is put into an answer."""
        await asyncio.sleep(0.1)  # the bot has yet to learn that its answer arrived
        names = ("attach picture", "picture ")
        while running := {task for task in asyncio.all_tasks() if task.get_name().startswith(names)}:
            await asyncio.wait(running)
        assert answer.shown


@pytest.fixture
async def running(harbour: Show, tmp_path: Path) -> AsyncIterator[Running]:
    async with LocalDiscord(answer_timeout=1.0) as discord:
        with redirect_discordpy(discord):
            async with FanBot(KnowledgeBase(harbour), cache=tmp_path / "pictures") as bot:
                task = asyncio.create_task(bot.start(discord.token))
                await discord.wait_for_bot()
                await bot.sync_commands()
                yield Running(discord, bot)
                await bot.close()
                await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
async def over_http(harbour: Show, tmp_path: Path) -> AsyncIterator[Running]:
    """The same behind Discord's interactions endpoint."""
    async with LocalDiscord(answer_timeout=1.0) as discord, EndpointDelivery(discord) as posting:
        with redirect_discordpy(discord):
            async with EndpointBot(KnowledgeBase(harbour), cache=tmp_path / "pictures") as bot:
                await bot.login(discord.token)
                async with Endpoint(bot, "127.0.0.1", 0) as url:
                    await posting.set_url(url)
                    await bot.sync_commands()
                    yield Running(discord, bot)
