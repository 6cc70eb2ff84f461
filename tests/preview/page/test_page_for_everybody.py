"""The accessibility of the preview page, checked by axe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.async_playwright import Axe

from tests.preview.page.showcase_bot import ShowcaseGate
from tests.preview.page.test_page_in_browser import offered, use
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from playwright.async_api import Page

    from bot.preview.client.client import LocalDiscord
    from bot.preview.page.server import PreviewServer
    from bot.preview.server.clock import ManualClock

    Visit = Callable[..., Awaitable[Page]]

AXE = Axe()


async def barriers(page: Page) -> list[str]:
    """What axe holds to be serious or critical, with the place."""
    # Elements still fading in would be measured half transparent.
    await page.emulate_media(reduced_motion="reduce")
    found = (await AXE.run(page)).response["violations"]
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {node['html'][:200]} {node['any'][:1]}" for one in grave for node in one["nodes"]]


@pytest.mark.parametrize("look", ["theme=dark", "theme=light&locale=ko"])
async def test_the_page_is_accessible(visit: Visit, clock: ManualClock, server: PreviewServer, look: str) -> None:
    page = await visit(f"?{look}")
    server.show_problems(["cast.toml: seo-i-jun: no source"])
    await page.locator("#text").fill("/")
    await offered(page).get_by_role("option").first.wait_for()
    assert await barriers(page) == []
    server.show_problems([])

    await page.locator("#text").fill("/cast ")
    await offered(page).get_by_role("option", name="Captain Oh").wait_for()
    await page.keyboard.press("ArrowDown")
    assert await barriers(page) == []

    await page.keyboard.press("Escape")
    await page.keyboard.press("Enter")
    await page.locator(".container").first.wait_for()
    await page.locator("#inspector summary").first.click()
    await page.locator(".select > [role=combobox]").first.press("Enter")
    assert await barriers(page) == []

    await page.get_by_role("button", name="Ask").press("Enter")
    await page.get_by_role("dialog").wait_for()
    assert await barriers(page) == []


async def test_failures_and_private_messages_are_accessible(
    visit: Visit, clock: ManualClock, local: LocalDiscord
) -> None:
    page = await visit("?theme=light", viewport={"width": 360, "height": 740})
    ShowcaseGate.opened.clear()
    for line in ("think", "silence", "cast nobody", "cast"):
        await use(page, line)
    await page.get_by_role("button", name="Never answers").press("Enter")
    await page.locator("[aria-busy=true]").wait_for()
    await until(lambda: any(act.message for act in local.state.interactions.values()))
    clock.advance(3)
    await page.get_by_text("This interaction failed").wait_for()
    assert await barriers(page) == []

    await page.locator("#toggle").click()
    assert await barriers(page) == []
    ShowcaseGate.opened.set()
