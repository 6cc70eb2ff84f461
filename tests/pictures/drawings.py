"""Drawings of pictures, and a bot with a picture cache."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from bot.cards import charts
from bot.cards.reader import BotInfo, Reader
from bot.i18n.catalog import catalog
from bot.pictures.drawing import relationship_chart
from bot.pictures.drawing.__main__ import draw
from bot.pictures.drawing.canvas import Canvas
from bot.pictures.specs import AnyChart, RelationshipChart
from tests.shows import SHOWS, knowledge_of, loaded
from tests.waiting import HANG_GUARD

if TYPE_CHECKING:
    from bot.app import FanBot
    from bot.pictures.cache import Picture, PictureCache
    from bot.pictures.drawing.relationship_chart import Plan
    from bot.preview.client.answer import Answer
    from bot.preview.client.client import LocalDiscord
    from data.records import Show


@dataclass
class Drawing:
    """A picture, the canvas it was drawn on, and the plan of a relationship chart."""

    picture: Picture
    canvas: Canvas
    plan: Plan | None = None

    @cached_property
    def webp(self) -> bytes:
        """The picture as it is sent."""
        return self.canvas.webp()


def reader(show: Show, language: str) -> Reader:
    """Return a reader of a show in a language."""
    return Reader(knowledge_of(show).in_language(language), catalog(language), BotInfo())


def on_canvas(picture: Picture) -> Canvas:
    """Draw a picture in this process."""
    return draw(msgspec.json.decode(picture.spec, type=AnyChart))


@cache
def pictures(show: str, language: str) -> list[Picture]:
    """Return pictures of a show in a language, with and without spoilers."""
    somebody = reader(loaded(SHOWS[show]), language)
    end = somebody._replace(level=somebody.library.last_episode)
    found = [
        *charts.charts_for(somebody),
        *filter(None, (charts.relationships_chart(end), charts.spoilers_chart(end))),
    ]
    return list({picture.digest: picture for picture in found}.values())


@cache
def drawings(show: str, language: str) -> list[Drawing]:
    """Return the same pictures, drawn once for all tests of a process."""
    return [drawing_of(picture) for picture in pictures(show, language)]


def drawing_of(picture: Picture) -> Drawing:
    chart = msgspec.json.decode(picture.spec, type=AnyChart)
    if not isinstance(chart, RelationshipChart):
        return Drawing(picture, draw(chart))
    canvas = Canvas(chart.language)
    plan = relationship_chart.make_plan(chart, canvas)
    return Drawing(picture, relationship_chart.paint(chart, plan, canvas), plan)


class Running(NamedTuple):
    """A bot with a picture cache on a local Discord."""

    discord: LocalDiscord
    bot: FanBot

    @property
    def pictures(self) -> PictureCache:
        """The picture cache of the bot."""
        assert self.bot.responder.pictures
        return self.bot.responder.pictures

    async def complete(self, answer: Answer) -> None:
        """Wait until the bot has nothing more to add to an answer."""
        await self.bot.responder.wait_until_idle(HANG_GUARD)
        assert answer.shown
