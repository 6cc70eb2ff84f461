"""The real bot on the preview page."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Page, expect

from bot.app import FanBot
from bot.preview.page.server import PreviewServer
from bot.preview.server.connect import redirect_discordpy
from tests.shows import knowledge_of
from tests.waiting import PatientDiscord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.preview.client.client import LocalDiscord
    from data.records import Show


class Gate:
    """The bot with the invented show, which can be sent away and brought back."""

    def __init__(self, local: LocalDiscord, show: Show) -> None:
        self.local = local
        self.show = show

    async def open(self) -> None:
        self.bot = FanBot(knowledge_of(self.show))
        self.running = asyncio.create_task(self.bot.start(self.local.token))
        await self.local.wait_for_bot()

    async def close(self) -> None:
        await self.bot.close()
        await asyncio.gather(self.running, return_exceptions=True)


@pytest.fixture
async def gate(harbour: Show) -> AsyncIterator[Gate]:
    async with PatientDiscord() as local:
        with redirect_discordpy(local):
            gate = Gate(local, harbour)
            await gate.open()
            yield gate
            await gate.close()


@pytest.fixture
async def server(gate: Gate) -> AsyncIterator[PreviewServer]:
    async with PreviewServer(gate.local, port=0) as server:
        yield server


async def ask(page: Page, command: str, typed: str = "") -> None:
    """Send a command and wait for its card."""
    await page.locator("#text").fill(f"/{command} ")
    await page.keyboard.type(typed)
    await page.keyboard.press("Enter")
    await page.get_by_role("article").get_by_role("heading").first.wait_for()


async def test_a_name_in_initial_consonants_is_suggested_and_opened(page: Page) -> None:
    await page.locator("#text").fill("/cast ")
    await page.keyboard.type("ㅅㅇㅈ")
    await expect(page.locator("#popup").get_by_role("option").first).to_contain_text("서이준")
    await expect(page.locator("#popup").get_by_role("option").first).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("article").get_by_role("heading", name="Seo I-jun 서이준")).to_be_visible()


async def test_a_question_typed_in_one_go_is_answered_and_not_posted(page: Page) -> None:
    for number in range(1, 7):
        await page.reload()
        await page.keyboard.type("/ask what is the highest rated episode")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("article")).to_have_count(number)
        await expect(page.get_by_role("article").last).to_contain_text("used /ask")


async def test_three_cards_are_opened_with_buttons_alone(page: Page) -> None:
    await ask(page, "cast")
    for button, heading in (
        ("Soundtrack", "Soundtrack of Harbour Lights"),
        ("The show", "Harbour Lights"),
        ("Ratings", "Ratings of"),
    ):
        await page.get_by_role("article").get_by_role("button", name=button, exact=True).click()
        await expect(page.get_by_role("article").get_by_role("heading", name=heading).first).to_be_visible()
    assert await page.get_by_role("article").count() == 1


async def test_a_synopsis_opens_in_private(page: Page, harbour: Show) -> None:
    synopsis = page.get_by_role("article").get_by_text(harbour.episodes[1].synopsis)
    await ask(page, "ratings", "2")
    await expect(synopsis).to_have_count(0)
    await page.get_by_role("article").get_by_role("button", name="Story (spoiler)").click()

    await expect(synopsis).to_be_visible()
    assert await page.get_by_role("article").count() == 2


async def test_another_person_gets_a_private_copy_in_korean(page: Page, visit) -> None:
    await ask(page, "ost")
    other = await visit("?user=2&locale=ko")
    await other.get_by_role("article").get_by_role("button", name="Cast", exact=True).click()

    await expect(other.get_by_role("article").last).to_contain_text("출연진")
    await expect(page.get_by_role("article")).to_have_count(1)


async def test_an_old_button_works_after_the_bot_was_restarted(page: Page, gate: Gate) -> None:
    await ask(page, "season2")
    await gate.close()
    await gate.open()
    await page.get_by_role("article").get_by_role("button", name="Who said what").click()

    await expect(page.get_by_role("article").get_by_role("heading", name="Who said what")).to_be_visible()
