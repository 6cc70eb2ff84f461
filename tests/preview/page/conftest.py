"""Fixtures: a local Discord with a small real bot, the page's server and a browser."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from bot.preview.page.server import PreviewServer
from bot.preview.server.clock import ManualClock
from tests.preview.page.showcase_bot import running
from tests.waiting import HANG_GUARD, PatientDiscord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.preview.client.client import LocalDiscord

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first does without everything that shows windows, and takes a quarter of the time."""
DESKTOP = {"width": 1440, "height": 900}
QUIET = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        missing = f"none of {', '.join(BROWSERS)} is installed"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=QUIET.split())
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture(scope="session")
async def shared(clock: ManualClock) -> AsyncIterator[tuple[LocalDiscord, PreviewServer]]:
    """One local Discord with its bot and page for all tests, which is far quicker than one for each."""
    async with (
        PatientDiscord(clock=clock, bot_name="Harbour") as local,
        PreviewServer(local, port=0) as server,
        running(local),
    ):
        yield local, server


@pytest.fixture
def local(shared: tuple[LocalDiscord, PreviewServer]) -> LocalDiscord:
    """The local Discord, in which nothing has happened yet."""
    state = shared[0].state
    for message in list(state.messages.values()):
        state.delete_message(message)
    state.interactions.clear()
    shared[0].transcript.clear()
    return shared[0]


@pytest.fixture
def server(shared: tuple[LocalDiscord, PreviewServer], local: LocalDiscord) -> PreviewServer:
    return shared[1]


@pytest.fixture(scope="session")
def complaints() -> list[str]:
    """What the browser has complained of since the test began."""
    return []


async def opened(context: BrowserContext, complaints: list[str]) -> Page:
    page = await context.new_page()
    page.set_default_timeout(1000 * HANG_GUARD)
    expect.set_options(timeout=1000 * HANG_GUARD)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    return page


@pytest.fixture(scope="session")
async def window(browser: Browser, complaints: list[str]) -> AsyncIterator[Page]:
    """One window for all tests that need nothing special of theirs; the page keeps nothing in the browser."""
    context = await browser.new_context(viewport=DESKTOP)
    yield await opened(context, complaints)
    await context.close()


@pytest.fixture
async def visit(
    browser: Browser, server: PreviewServer, complaints: list[str]
) -> AsyncIterator[Callable[..., Awaitable[Page]]]:
    """Open the page as ``visit("?user=2")``; whatever the browser complains of fails the test."""
    complaints.clear()
    contexts: list[BrowserContext] = []

    async def visit(
        address: str = "", server: PreviewServer = server, page: Page | None = None, **options: Any
    ) -> Page:
        if page is None:
            contexts.append(await browser.new_context(**({"viewport": DESKTOP} | options)))
            page = await opened(contexts[-1], complaints)
        await page.goto(f"{server.url}/{address}")
        await page.locator(".welcome").wait_for()
        return page

    yield visit
    for context in contexts:
        await context.close()
    assert [said for said in complaints if "ERR_INTERNET_DISCONNECTED" not in said] == []


@pytest.fixture
async def page(visit: Callable[..., Awaitable[Page]], window: Page) -> AsyncIterator[Page]:
    """The page as Ann sees it in the server that added the bot."""
    yield await visit(page=window)
    await window.context.set_offline(False)
    await window.goto("about:blank")
