"""An interaction gets the very same response from its payload and through discord.py and a cog."""

from __future__ import annotations

import asyncio
import datetime as dt
import math
import random
import re
import time
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest

from bot.app import FanBot
from bot.cards import router
from bot.cards.address import Address
from bot.cards.builder import CardBuilder
from bot.cards.components import container, text_display
from bot.cards.quiz import is_play
from bot.interactions.response import ResponseBody
from bot.pictures.cache import PictureCache, PictureState
from bot.preview.server import components
from bot.preview.server.connect import redirect_discordpy
from tests.locales import LOCALE_OF
from tests.shows import HARBOUR, knowledge_of, loaded
from tests.waiting import PatientDiscord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from pathlib import Path

    from bot.cards.layout import Card
    from bot.cards.reader import Reader
    from bot.pictures.cache import Picture
    from bot.preview.client.client import Answer, LocalDiscord
    from data.records import Show

WEBP = b"RIFF\x0e\x00\x00\x00WEBP a picture"
COMMANDS = ("cast", "ost", "ratings", "season2", "show", "today", "quiz", "help")


class TwoDoors(FanBot):
    """The bot on a local Discord, whose interactions can be left to discord.py and the cogs."""

    def __init__(self, discord: LocalDiscord, show: Show, pictures: Path) -> None:
        super().__init__(knowledge_of(show))
        self.responder.pictures = AllPicturesReady(pictures)
        self.discord = discord
        self.uses_payload = True
        self.from_payload = 0

    async def setup_hook(self) -> None:
        respond = self.responder.respond_to_payload

        def count(payload: Mapping[str, Any]) -> bool:
            taken = self.uses_payload and respond(payload)
            self.from_payload += taken
            return taken

        self.responder.respond_to_payload = count
        await super().setup_hook()


class AllPicturesReady(PictureCache):
    """Pictures that are all drawn already."""

    def path(self, picture: Picture) -> Path:
        file = super().path(picture)
        file.write_bytes(WEBP)
        return file


@pytest.fixture(params=["harbour", "show"])
async def bot(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[TwoDoors]:
    show: Show = request.getfixturevalue(request.param)
    async with PatientDiscord() as discord:
        with redirect_discordpy(discord):
            bot = TwoDoors(discord, show, tmp_path)
            running = asyncio.create_task(bot.start(discord.token))
            await discord.wait_for_bot()
            await bot.sync_commands()
            yield bot
            await bot.close()
            await asyncio.gather(running, return_exceptions=True)


async def both(bot: TwoDoors, do: Callable[[], Awaitable[Any]]) -> Any:
    """What is done, after it was done through both doors and the bot had sent the same for it."""
    sent: list[Any] = []
    done = None
    for bot.uses_payload in (True, False):
        bot.discord.transcript.clear()
        before = bot.from_payload
        done = await do()
        assert bot.from_payload - before == bot.uses_payload
        sent += [exchange.body for exchange in bot.discord.transcript if exchange.path.endswith("/callback")]
    assert len(sent) == 2
    assert sent[0] == sent[1]
    return done


def addresses(answer: Answer) -> set[str]:
    """The custom ids of a card's buttons, and those that the options of its selects stand for; not those of games
    and of other days."""
    parts = [part for _path, part in components.walk(answer.message["components"])]
    pressed = {part["custom_id"] for part in parts if part["type"] == components.BUTTON and "custom_id" in part}
    found = pressed | {f"1:{option['value']}" for part in parts for option in part.get("options", ())}
    return {one for one in found if not one.startswith("1:today/") and not is_play(Address.from_custom_id(one))}


@pytest.mark.parametrize("locale", [LOCALE_OF["en"], LOCALE_OF["ja"]])
async def test_every_card_is_the_same_through_both_doors(bot: TwoDoors, locale: str):
    """Each is opened at level 0 and, where its select offers levels, with all spoilers: some of the bundled show."""
    fan = bot.discord.client("Ann", locale=locale)
    dice = random.Random(7)  # noqa: S311
    answers = [await both(bot, lambda name=name: fan.slash(name)) for name in COMMANDS]
    library = bot.responder.knowledge.library
    left = dict.fromkeys((0, library.last_episode), math.inf if library.show is loaded(HARBOUR) else 80)
    waiting = set.union(*map(addresses, answers))
    seen: set[str] = set()
    while new := sorted(waiting - seen):
        for custom_id in dice.sample(new, len(new)):
            seen.add(custom_id)
            level = Address.from_custom_id(custom_id).level
            if left.get(level, 0):
                left[level] -= 1
                pressed = await both(bot, lambda custom_id=custom_id: fan.press_raw(answers[0], custom_id))
                waiting |= set() if level else addresses(pressed)

    assert len(seen) > 60


@pytest.mark.parametrize("locale", [LOCALE_OF["en"], LOCALE_OF["es"]])
async def test_private_copies_menus_and_suggestions_are_the_same_through_both_doors(bot: TwoDoors, locale: str):
    ann, other = (bot.discord.client(name, locale=locale) for name in ("Ann", "Min-ji"))
    for name in COMMANDS:
        option = {} if name == "quiz" else {"private": True}  # the quiz is always private
        await both(bot, lambda name=name, option=option: ann.slash(name, **option))
    publics = [await ann.slash("cast") for _way in range(2)]
    await both(bot, lambda: other.press_raw(publics[0], "1:ost"))
    await both(
        bot, lambda: ann.choose(publics.pop(), None, "cast/" + bot.responder.knowledge.library.show.members[0].key)
    )
    await both(bot, lambda: ann.slash("ask", question="season 2?"))
    for name, option in (("cast", "who"), ("ost", "track"), ("ratings", "episode")):
        for typed in ("", "a", "1", "서", "zzzzzz", "||@everyone||"):
            await both(bot, lambda name=name, option=option, typed=typed: ann.autocomplete(name, option, typed))


@pytest.mark.parametrize("room", [0, 1])
async def test_cards_that_are_not_kept_are_the_same_as_those_that_are(
    bot: TwoDoors, monkeypatch: pytest.MonkeyPatch, room: int
):
    kept = await bot.discord.client("Ann").slash("ost")
    monkeypatch.setattr(router, "card", lru_cache(maxsize=room)(router.card.__wrapped__))
    for name in (*COMMANDS, *COMMANDS):
        await both(bot, lambda name=name: bot.discord.client("Ann").slash(name))

    assert (await bot.discord.client("Ann").slash("ost")).text == kept.text


@pytest.mark.parametrize("bot", ["show"], indirect=True)
@pytest.mark.parametrize("locale", ["en-US", "ko"])
async def test_the_age_of_the_latest_information_goes_by_the_clock_of_whoever_reads_it(
    bot: TwoDoors, monkeypatch: pytest.MonkeyPatch, locale: str
):
    class NextMonth(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:
            return cls.fromtimestamp(time.time(), tz) + dt.timedelta(days=31)

    fan = bot.discord.client("Ann", locale=locale)
    today = await fan.slash("season2")
    monkeypatch.setattr(dt, "datetime", NextMonth)
    later = await both(bot, lambda: fan.slash("season2"))

    assert re.search(r"<t:\d+:R>", today.text)
    assert later.text == today.text


async def test_a_card_that_discord_refuses_is_the_same_private_failure_through_both_doors(
    bot: TwoDoors, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    class Endless(CardBuilder):
        def page(self, number: int = 1, drawn: PictureState = PictureState.READY) -> Card:
            components = container(self.reader, text_display("x" * 5000))
            return super().page(number, drawn)._replace(components=components)

    def endless(reader: Reader, address: Address) -> CardBuilder:
        card = Endless(reader, address)
        card.title("Endless", "")
        return card

    monkeypatch.setitem(router.ROUTES, "help", endless)
    said: list[str] = []
    for bot.uses_payload in (True, False):
        failed = await bot.discord.client("Ann").slash("help")
        assert failed.ephemeral
        said.append(re.sub(r"[0-9a-f]{8}", "", failed.text))

    assert said[0] == said[1]
    assert bot.from_payload == 1
    failures = [record for record in caplog.records if "unexpected failure" in record.message]
    assert ["could not send: 400 Bad Request" in record.message for record in failures] == [True, True]


async def test_the_menu_of_a_message_is_the_same_through_both_doors(bot: TwoDoors):
    fan = bot.discord.client("Ann")
    for text in ("Who plays the captain?", "good morning"):
        answered = await both(bot, lambda text=text: fan.menu("Answer this", fan.say(text)))
        assert answered.ephemeral


@pytest.mark.parametrize("typed", ["nobody of that name", "seo", "||@everyone||"])
async def test_what_cannot_be_found_is_the_same_through_both_doors(bot: TwoDoors, typed: str):
    fan = bot.discord.client("Ann")
    for name, option in (("cast", "who"), ("ost", "track"), ("ratings", "episode"), ("ask", "question")):
        await both(bot, lambda name=name, option=option: fan.slash(name, **{option: typed}))


async def test_a_token_that_would_be_a_request_of_its_own_stays_a_token(bot: TwoDoors):
    assert bot.callback_client
    token = "x/callback HTTP/1.1\r\nHost: elsewhere\r\n\r\nDELETE /api/v10/applications/1"
    bot.discord.transcript.clear()
    taken = await bot.callback_client.send("1", token, ResponseBody("application/json", (b"{}",)))

    assert not taken
    assert len([exchange.path for exchange in bot.discord.transcript]) == 1
