"""First cards fit one screen of a phone, with picture and buttons, and the cards behind their buttons fit two."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.app import FanBot
from bot.interactions import responder
from bot.preview.page.server import PreviewServer
from bot.preview.server.connect import redirect_discordpy
from tests.locales import LOCALE_OF
from tests.shows import knowledge_of
from tests.waiting import HANG_GUARD, PatientDiscord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from playwright.async_api import Page

    from bot.preview.client.client import LocalDiscord
    from data.records import Show

    Visit = Callable[..., Awaitable[Page]]

PHONE = {"width": 390, "height": 844}
SCREEN = PHONE["height"]
SHORT_ANSWER = 0.6 * SCREEN
"""The height of an answer to a question, in CSS pixels."""
UNSURE = "does she die?"
"""A question with several answers, which are offered; a card of those may fill a screen."""

FIRST_CARDS: tuple[tuple[str, dict[str, str]], ...] = (
    ("cast", {}),
    ("cast", {"who": "hong-hae-in"}),
    ("cast", {"who": "baek-hyun-woo"}),
    ("cast", {"who": "sebastian-roche"}),
    ("ost", {}),
    ("ost", {"track": "love-you-with-all-my-heart"}),
    ("ratings", {}),
    ("ratings", {"episode": "16"}),
    ("season2", {}),
    ("show", {}),
    ("today", {"date": "04-30"}),
    ("quiz", {}),
    ("help", {}),
    ("ask", {"question": "who plays hae-in"}),
    ("ask", {"question": UNSURE}),
    ("ask", {"question": "is there a season 2?"}),
)

DETAILS: tuple[tuple[str, dict[str, str], str], ...] = (
    ("cast", {}, "1:cast/who-is-who"),
    ("cast", {"who": "hong-hae-in", "seen": "16"}, "1:cast/hong-hae-in/relations@16"),
    ("cast", {"who": "hong-hae-in", "seen": "16"}, "1:cast/hong-hae-in/about@16"),
    ("ost", {}, "1:ost/timeline"),
    ("ost", {}, "1:ost/album"),
    ("ratings", {}, "1:ratings/ladder"),
    ("ratings", {}, "1:ratings/netflix"),
    ("ratings", {"episode": "16", "seen": "16"}, "1:ratings/16/story@16"),
    ("season2", {}, "1:season2/history"),
    ("show", {}, "1:show/story"),
    ("show", {}, "1:show/ending@16"),
    ("help", {}, "1:help/about"),
)
"""Commands, and the buttons of their cards that open the tallest details."""


DRAWN = """([number, text]) => {
    const message = [...document.querySelectorAll('article')].at(number);
    const drawn = message?.querySelector('.container') && message.textContent.includes(text)
        && [...message.querySelectorAll('.container img')].every((picture) => picture.complete);
    return drawn ? message.getBoundingClientRect().height : 0;
}"""
"""The height of a message whose card and pictures are there. The page replaces a message that changes, so that
everything is read in one turn of the browser."""


async def height_of_message(page: Page, number: int, text: str = "") -> float:
    """The height of a message in CSS pixels, once it is drawn and holds a text."""
    height: float = await (await page.wait_for_function(DRAWN, arg=[number, text])).json_value()
    return height


@pytest.fixture
async def local() -> AsyncIterator[LocalDiscord]:
    """A local Discord of its own, with nothing in it."""
    async with PatientDiscord() as local:
        yield local


@pytest.fixture
async def bot(
    show: Show, local: LocalDiscord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[FanBot]:
    """The bot with the bundled show; its cards wait for their pictures, however slow the machine is."""
    monkeypatch.setattr(responder, "PICTURE_TIMEOUT", HANG_GUARD)
    with redirect_discordpy(local):
        async with FanBot(knowledge_of(show), cache=tmp_path) as bot:
            running = asyncio.create_task(bot.start(local.token))
            await local.wait_for_bot()
            yield bot
            await bot.close()
            await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
async def server(local: LocalDiscord) -> AsyncIterator[PreviewServer]:
    async with PreviewServer(local, port=0) as server:
        yield server


@pytest.mark.parametrize("locale", LOCALE_OF.values())
async def test_first_cards_and_answers_fit_a_phone(
    visit: Visit, server: PreviewServer, local: LocalDiscord, bot: FanBot, locale: str
) -> None:
    page = await visit(f"?locale={locale}", server, viewport=PHONE)
    fan = local.client("Ann", locale=locale)
    heights: dict[str, float] = {}
    for number, (command, options) in enumerate(FIRST_CARDS):
        await fan.slash(command, **options)
        await bot.responder.wait_until_idle(HANG_GUARD)
        if command == "ratings" and not options:
            await page.get_by_role("article").nth(number).locator(".container img").first.wait_for()
        heights[f"{command} {options}"] = await height_of_message(page, number)

    assert {card: height for card, height in heights.items() if height > SCREEN} == {}
    answers = {card: height for card, height in heights.items() if card.startswith("ask") and UNSURE not in card}
    assert {card: height for card, height in answers.items() if height > SHORT_ANSWER} == {}


@pytest.mark.parametrize("locale", [LOCALE_OF["en"], LOCALE_OF["es"]])  # Spanish words are the longest
async def test_details_fit_two_screens_of_a_phone(
    visit: Visit, server: PreviewServer, local: LocalDiscord, bot: FanBot, locale: str
) -> None:
    page = await visit(f"?locale={locale}", server, viewport=PHONE)
    fan = local.client("Ann", locale=locale)
    heights: dict[str, float] = {}
    for command, options, button in DETAILS:
        answer = await fan.press(await fan.slash(command, **options), button)
        await bot.responder.wait_until_idle(HANG_GUARD)
        title = next(line for line in answer.text.splitlines() if line.startswith("## "))
        heights[button] = await height_of_message(page, -1, title.removeprefix("## "))

    assert {button: height for button, height in heights.items() if height > 2 * SCREEN} == {}
