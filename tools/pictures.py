"""Take the README's pictures from the preview page with the real bot; they go to ``docs/pictures``."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from playwright.async_api import Browser, Page, async_playwright
from tqdm import tqdm

from bot.app import FanBot
from bot.config.settings import CACHE, SHOW
from bot.domain.knowledge_base import KnowledgeBase
from bot.preview.client.client import LocalDiscord
from bot.preview.page.server import PreviewServer
from bot.preview.server.connect import redirect_discordpy
from data import load

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
WIDE, PHONE = (700, 2600), (390, 844)
IDLE_TIMEOUT = 120.0
"""Seconds that the bot may take to draw a picture and add it to its answer."""


class Shot(NamedTuple):
    """A picture: what is typed, and how the page is looked at."""

    name: str
    line: str
    theme: str = "dark"
    locale: str = "en-US"
    size: tuple[int, int] = WIDE
    pressed: str = ""
    """The button that is pressed below the answer."""
    seen: str = ""
    """The option that is chosen as how far the show is known."""
    whole_page: bool = False
    sent: bool = True


SHOTS: Sequence[Shot] = (
    Shot("cast", "/cast who:hong-hae-in"),
    Shot("track", "/ost track:hold me back"),
    Shot("ratings", "/ratings"),
    Shot("season2", "/season2", theme="light"),
    Shot("ask", "/ask question:Who sings Way Home?"),
    Shot("who-is-who", "/cast", pressed="Who’s who"),
    Shot("seen", "/cast who:hong-hae-in", seen="Episode 8"),
    Shot("korean", "/cast who:ㅎㅎㅇ", locale="ko", theme="light"),
    Shot("phone", "/ost", size=PHONE, whole_page=True),
    Shot("suggestions", "/cast who:ghdgo", size=(900, 520), whole_page=True, sent=False),
)


async def take(browser: Browser, url: str, bot: FanBot, shot: Shot) -> None:
    """Type the line as a fan would and keep the answer as a picture."""
    width, height = shot.size
    context = await browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=1.5)
    page = await context.new_page()
    await page.goto(f"{url}/?theme={shot.theme}&locale={shot.locale}")
    await page.locator(".welcome").wait_for()
    command, _, typed = shot.line.partition(" ")
    await page.locator("#text").fill(f"{command} ")
    if typed:
        await page.keyboard.type(typed.partition(":")[2], delay=20)
    await asyncio.sleep(0.5)
    if shot.sent:
        await _send(page, bot)
    target = page if shot.whole_page else page.locator("article").last
    answer = page.locator("article").last
    if shot.pressed:
        await answer.get_by_role("button", name=shot.pressed).click()
        await answer.get_by_text("(edited)").wait_for()
    if shot.seen:
        await answer.get_by_role("combobox").first.click()
        await answer.get_by_role("option", name=shot.seen, exact=True).click()
        await page.locator("article").nth(1).wait_for()
    await _settle(page, bot)
    await target.screenshot(path=FOLDER / f"{shot.name}.png")
    await context.close()


async def _send(page: Page, bot: FanBot) -> None:
    """Send what is typed, and wait until the answer is complete."""
    await page.keyboard.press("Enter")
    await page.locator("article").last.wait_for()
    await _settle(page, bot)


async def _settle(page: Page, bot: FanBot) -> None:
    await bot.responder.wait_until_idle(IDLE_TIMEOUT)
    await page.wait_for_load_state("networkidle")


async def main() -> None:
    """Take the pictures, each in an empty channel."""
    parser = argparse.ArgumentParser(prog="python -m tools.pictures", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help="some of the pictures; all of them if none")
    chosen = parser.parse_args().names
    shots = [shot for shot in SHOTS if not chosen or shot.name in chosen]
    if unknown := set(chosen) - {shot.name for shot in SHOTS}:
        parser.error(
            f"there is no picture {', '.join(sorted(unknown))}; choose from {', '.join(shot.name for shot in SHOTS)}"
        )
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit(f"none of {', '.join(BROWSERS)} is installed")
    FOLDER.mkdir(parents=True, exist_ok=True)
    async with (
        async_playwright() as playwright,
        LocalDiscord(bot_name="Queen of Tears") as local,
        PreviewServer(local, 0) as page,
    ):
        browser = await playwright.chromium.launch(executable_path=found, args=QUIET.split())
        with redirect_discordpy(local):
            async with FanBot(KnowledgeBase(load(SHOW)), cache=CACHE) as bot:
                connected = asyncio.create_task(bot.start(local.token))
                await local.wait_for_bot()
                for shot in tqdm(shots, desc="pictures", disable=not sys.stderr.isatty()):
                    for message in list(local.state.messages.values()):
                        local.state.delete_message(message)
                    await take(browser, page.url, bot, shot)
                    if not sys.stderr.isatty():
                        print(FOLDER / f"{shot.name}.png", file=sys.stderr, flush=True)
                await bot.close()
                await asyncio.gather(connected, return_exceptions=True)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
