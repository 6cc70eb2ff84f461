"""The short way of ready answers says exactly what the ordinary one, through discord.py, says."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from bot.app import FanBot
from bot.domain.library import Library
from bot.pictures import Pictures
from bot.preview import components
from bot.preview.connect import pointed_at
from bot.preview.fan import LocalDiscord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from bot.pictures import Picture
    from bot.preview.fan import Answer
    from data.records import Show

PNG = b"\x89PNG\r\n\x1a\n a picture IEND\xaeB\x60\x82"
COMMANDS = ("cast", "ost", "ratings", "season2", "show", "help")


class TwoWays(FanBot):
    """The bot on a local Discord, which can be kept from the short way."""

    def __init__(self, discord: LocalDiscord, show: Show, pictures: Path) -> None:
        super().__init__(Library(show))
        self.desk.pictures = Drawn(pictures)
        self.discord = discord
        self.short = True
        self.taken = 0

    def take(self, payload: dict[str, Any]) -> bool:
        taken = self.short and super().take(payload)
        self.taken += taken
        return taken


class Drawn(Pictures):
    """Pictures that are all drawn already."""

    def place(self, picture: Picture) -> Path:
        file = super().place(picture)
        file.write_bytes(PNG)
        return file


@pytest.fixture(params=["harbour", "show"])
async def bot(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[TwoWays]:
    show: Show = request.getfixturevalue(request.param)
    async with LocalDiscord() as discord:
        with pointed_at(discord):
            bot = TwoWays(discord, show, tmp_path)
            running = asyncio.create_task(bot.start(discord.token))
            await discord.ready()
            await bot.synced()
            yield bot
            await bot.close()
            await asyncio.gather(running, return_exceptions=True)


async def both(bot: TwoWays, do: Callable[[], Awaitable[Any]]) -> Any:
    """What is done, after it was done on both ways and the bot had sent the same for it."""
    said: list[Any] = []
    done = None
    for bot.short in (True, False):
        bot.discord.transcript.clear()
        taken = bot.taken
        done = await do()
        assert bot.taken - taken == bot.short
        said += [told(exchange.body) for exchange in bot.discord.transcript if exchange.path.endswith("/callback")]
    assert len(said) == 2
    assert said[0] == said[1]
    return done


def told(sent: Any) -> tuple[bytes, Any, Any]:
    """The very bytes of a card, what else was said, but for what discord.py adds to say nothing, and the files."""
    body = sent.get("payload_json", sent)
    edits = body["type"] == 7  # where an empty list of files takes those of the card before away
    data = {name: value for name, value in body["data"].items() if value or (edits and name == "attachments")}
    return orjson.dumps(data.pop("components", None)), {**body, "data": data}, sent.get("files")


def addresses(answer: Answer) -> set[str]:
    """The custom ids of a card's buttons, and those that the options of its select stand for."""
    parts = [part for _path, part in components.walk(answer.message["components"])]
    pressed = {part["custom_id"] for part in parts if part["type"] == components.BUTTON and "custom_id" in part}
    return pressed | {f"1:{option['value']}" for part in parts for option in part.get("options", ())}


@pytest.mark.parametrize("locale", ["en-US", "ko"])
async def test_every_card_is_the_same_on_both_ways(bot: TwoWays, locale: str):
    fan = bot.discord.fan("Ann", locale=locale)
    answers = [await both(bot, lambda name=name: fan.slash(name)) for name in COMMANDS]
    waiting = set.union(*map(addresses, answers))
    seen: set[str] = set()
    while waiting - seen:
        for custom_id in waiting - seen:
            pressed = await both(bot, lambda custom_id=custom_id: fan.press_raw(answers[0], custom_id))
            seen.add(custom_id)
            waiting |= addresses(pressed)

    assert len(seen) > 60


@pytest.mark.parametrize("locale", ["en-US", "ko"])
async def test_private_copies_menus_and_suggestions_are_the_same_on_both_ways(bot: TwoWays, locale: str):
    ann, other = (bot.discord.fan(name, locale=locale) for name in ("Ann", "Min-ji"))
    for name in COMMANDS:
        await both(bot, lambda name=name: ann.slash(name, private=True))
    publics = [await ann.slash("cast") for _way in range(2)]
    await both(bot, lambda: other.press_raw(publics[0], "1:ost"))
    await both(bot, lambda: ann.choose(publics.pop(), None, "cast/" + bot.desk.library.show.members[0].key))
    await both(bot, lambda: ann.slash("ask", question="season 2?"))
    for name, option in (("cast", "who"), ("ost", "track"), ("ratings", "episode")):
        for typed in ("", "a", "1", "서", "zzzzzz", "||@everyone||"):
            await both(bot, lambda name=name, option=option, typed=typed: ann.autocomplete(name, option, typed))
