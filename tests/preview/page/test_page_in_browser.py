"""The preview page in a real browser, used mostly with the keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Locator, Page, expect

from bot.preview.page.server import PreviewServer
from bot.preview.server.clock import ManualClock
from tests.preview.page.showcase_bot import ShowcaseGate, running
from tests.waiting import PatientDiscord, until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.preview.client.client import LocalDiscord

    Visit = Callable[..., Awaitable[Page]]


def log(page: Page) -> Locator:
    return page.get_by_role("log")


def offered(page: Page) -> Locator:
    return page.locator("#popup")


async def read_aloud(page: Page) -> str:
    """What the browser hands to a screen reader, in reading order."""
    session = await page.context.new_cdp_session(page)
    tree = await session.send("Accessibility.getFullAXTree")
    return "\n".join(node["name"]["value"] for node in tree["nodes"] if not node["ignored"] and node.get("name"))


async def use(page: Page, line: str) -> None:
    """Type a command without options, or with a text for its first option, and send it."""
    name, _, text = line.partition(" ")
    await page.locator("#text").fill(f"/{name} ")
    if text:
        await page.keyboard.type(text)
    await page.keyboard.press("Enter")


async def test_a_command_is_found_filled_in_and_sent_with_the_keyboard_alone(page: Page) -> None:
    await page.keyboard.type("/ca")
    await expect(offered(page).get_by_role("option")).to_have_text([re.compile("Everyone aboard")])
    await page.keyboard.press("Tab")
    await page.keyboard.type("jun")
    suggestion = offered(page).get_by_role("option", name="Seo I-jun 서이준")
    await expect(suggestion).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("Enter")

    await expect(log(page).get_by_role("heading", name="Seo I-jun 서이준")).to_be_visible()
    await expect(page.locator(".above")).to_contain_text("Ann used /cast")
    await expect(page.locator("#text")).to_be_focused()


async def test_a_line_typed_in_one_go_runs_its_command(page: Page) -> None:
    for number in range(12):
        # After a reload the picker may still be empty while the line is typed.
        await page.reload() if number % 2 else await page.locator("#text").focus()
        await page.keyboard.type(f"/echo ahoy {number}")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("article").last).to_contain_text("Ann used /echo")
        await expect(page.get_by_role("article").last).to_contain_text(f"ahoy {number}")

    await expect(page.get_by_role("article")).to_have_count(12)


@pytest.mark.parametrize("line", ["/show", "/show ", "/cast", "/cast jun"])
async def test_enter_runs_a_command_without_a_second_enter(page: Page, line: str) -> None:
    for suggestions_awaited in (False, True):
        await page.keyboard.type(line)
        if suggestions_awaited and "cast " in line:
            await offered(page).get_by_role("option").first.wait_for()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("article").last).to_contain_text(f"Ann used /{line[1:5]}")
        await page.get_by_role("button", name="Clear the channel").click()
        await expect(page.get_by_role("article")).to_have_count(0)
        await page.locator("#text").focus()


async def test_a_command_without_its_required_option_opens_its_fields(page: Page) -> None:
    await page.keyboard.type("/echo")
    await page.keyboard.press("Enter")

    await expect(page.get_by_label("words")).to_be_focused()
    await expect(page.get_by_role("article")).to_have_count(0)


async def test_arrows_move_through_suggestions_and_escape_closes_them(page: Page) -> None:
    await page.locator("#text").fill("/cast ")
    await expect(offered(page).get_by_role("option")).to_have_count(3)
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowUp")
    await expect(offered(page).get_by_role("option", name="Captain Oh")).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("Escape")
    await expect(page.locator("#popup")).to_be_hidden()
    await page.keyboard.press("Escape")
    await expect(page.locator("#text")).to_be_focused()


async def test_choices_and_switches_of_a_command_are_offered_and_sent(page: Page) -> None:
    await page.locator("#text").fill("/echo ")
    await page.keyboard.type("ahoy")
    await page.get_by_label("times").fill("tw")
    await offered(page).get_by_role("option", name="Twice").click()
    await page.get_by_label("loud").focus()
    await offered(page).get_by_role("option", name="True").click()
    await page.keyboard.press("Enter")

    await expect(log(page).get_by_text("AHOY AHOY")).to_be_visible()


async def test_a_required_option_is_asked_for(page: Page) -> None:
    await use(page, "echo")

    await expect(page.get_by_label("words")).to_be_focused()
    await expect(page.locator("article")).to_have_count(0)


async def test_a_press_changes_the_card_and_the_focus_stays_on_what_does_the_same(page: Page) -> None:
    await use(page, "cast yoon-ha-rin")
    await page.get_by_role("button", name="Next").focus()
    for name in ("Seo I-jun", "Captain Oh", "Yoon Ha-rin"):
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("article").get_by_role("heading", name=name)).to_be_visible()
        await expect(page.get_by_role("button", name="Next")).to_be_focused()


async def test_a_spoiler_is_hidden_from_screen_readers_until_it_is_opened(page: Page) -> None:
    await use(page, "cast yoon-ha-rin")
    await page.get_by_role("button", name="Show spoiler").focus()
    assert "Busan" not in await read_aloud(page)
    await page.keyboard.press("Enter")

    await expect(log(page).get_by_text("Leaves for Busan.")).to_be_focused()
    assert "Leaves for Busan." in await read_aloud(page)


async def test_a_covered_card_and_a_covered_picture_open_on_a_click(page: Page) -> None:
    await use(page, "cast")
    veils = page.locator(".veil > .reveal")
    await expect(veils).to_have_count(2)
    assert not {"The last evening", "Everybody leaves."} & set((await read_aloud(page)).splitlines())
    await veils.first.click()
    await veils.first.click()

    await expect(veils).to_have_count(0)
    assert {"The last evening", "Everybody leaves."} <= set((await read_aloud(page)).splitlines())


async def test_every_kind_of_component_is_shown(page: Page, local: LocalDiscord) -> None:
    await use(page, "cast")
    card = page.get_by_role("article")

    await expect(card.get_by_role("heading")).to_have_text(["The cast", "Harbour Lights", "What is known", "The end"])
    await expect(card.get_by_role("img", name="The lighthouse at dusk")).to_be_visible()
    await expect(card.get_by_role("img", name="The pier, empty")).to_be_visible()
    await expect(card.get_by_role("link", name="a masked link")).to_have_attribute("rel", re.compile("noopener"))
    await expect(card.get_by_role("link", name="Source")).to_have_attribute("href", "https://example.org/source")
    await expect(card.get_by_role("link", name="ratings.csv")).to_be_visible()
    await expect(card.get_by_role("button", name="Closed")).to_be_disabled()
    await expect(card.get_by_role("combobox", name="Somebody else")).to_be_visible()
    await expect(card.get_by_role("separator")).to_have_count(2)
    await expect(card.get_by_text("@Ann")).to_be_visible()
    await expect(card.locator("time").first).to_be_visible()
    await expect(card.locator(".accent rect").first).to_have_attribute("fill", "#e0a030")
    await expect(card.locator(".veil")).to_have_count(2)
    assert await card.locator("img").evaluate_all("all => all.every(one => one.naturalWidth === 240)")


async def test_an_unsupported_component_is_named(page: Page, local: LocalDiscord) -> None:
    await use(page, "cast")
    await expect(page.get_by_text("Not supported by this page: component of type 5")).to_be_visible()
    strange = local.client("Ann").say("Look:")
    strange.components = [{"type": 99}]
    local.state.edit_message(strange)

    await expect(page.get_by_text("Not supported by this page: component of type 99")).to_be_visible()


async def test_a_mentioned_command_opens_in_the_composer(page: Page) -> None:
    await use(page, "cast")
    await page.get_by_role("article").get_by_role("button", name="/cast").click()

    await expect(page.get_by_label("who")).to_be_focused()


async def test_a_menu_is_used_with_the_keyboard(page: Page) -> None:
    await use(page, "cast")
    await page.get_by_role("combobox", name="Somebody else").focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        await page.keyboard.press(key)

    await expect(page.get_by_role("article").get_by_role("heading", name="Seo I-jun")).to_be_visible()
    await expect(page.get_by_role("article")).to_be_focused()


async def test_a_menu_for_two_choices_is_submitted_when_it_closes(page: Page) -> None:
    await use(page, "cast")
    await page.get_by_role("combobox", name="Two people").focus()
    for key in ("Enter", "Enter", "ArrowDown", " ", "Escape"):
        await page.keyboard.press(key)

    await expect(log(page).get_by_text("Yoon Ha-rin 윤하린 and Seo I-jun 서이준")).to_be_visible()


async def test_a_menu_is_used_with_the_mouse(page: Page) -> None:
    await use(page, "cast")
    await page.get_by_role("combobox", name="Somebody else").click()
    await log(page).get_by_role("option", name="Captain Oh").click()

    await expect(page.get_by_role("article").get_by_role("heading", name="Captain Oh")).to_be_visible()


async def test_a_form_is_filled_in_and_sent_and_the_focus_goes_to_its_answer(page: Page) -> None:
    await use(page, "cast")
    await page.get_by_role("button", name="Ask").press("Enter")
    form = page.get_by_role("dialog", name="A question")
    await expect(form.get_by_role("combobox", name="About whom")).to_be_focused()
    for key in ("Enter", "Enter", "Tab"):
        await page.keyboard.press(key)
    await page.keyboard.type("<b>Where?</b>")
    await page.keyboard.press("Enter")

    await expect(form).to_be_hidden()
    answer = page.get_by_role("article").filter(has_text="Yoon Ha-rin 윤하린: <b>Where?</b>")
    await expect(answer).to_be_focused()
    await expect(answer).to_contain_text("Only you can see this")


async def test_the_page_shows_texts_and_dates_in_korean(page: Page) -> None:
    await use(page, "cast")
    await page.get_by_label("Client language").focus()
    await page.get_by_label("Client language").select_option("ko")

    await expect(page.get_by_label("클라이언트 언어")).to_be_focused()
    await expect(page.locator("html")).to_have_attribute("lang", "ko")
    await expect(log(page).get_by_text("2024년 3월 30일")).to_be_visible()
    await page.locator("#text").fill("/ca")
    await expect(offered(page).get_by_role("option")).to_contain_text(["등장인물 모두, 또는 한 사람의 카드"])
    await page.reload()
    await expect(page.get_by_label("클라이언트 언어")).to_have_value("ko")


async def test_somebody_else_gets_a_private_copy_that_nobody_else_sees(page: Page, visit: Visit) -> None:
    await use(page, "cast yoon-ha-rin")
    minji = await visit("?user=2")
    await minji.get_by_role("button", name="Next").press("Enter")

    copy = minji.get_by_role("article").filter(has_text="Only you can see this")
    await expect(copy).to_be_focused()
    await expect(copy.get_by_role("heading", name="Seo I-jun")).to_be_visible()
    await expect(page.get_by_role("article")).to_have_count(1)
    await expect(page.get_by_role("heading", name="Yoon Ha-rin")).to_be_visible()
    await copy.get_by_role("button", name="Dismiss message").click()
    await expect(minji.get_by_role("article")).to_have_count(1)
    await minji.reload()
    await expect(minji.get_by_role("article")).to_have_count(1)


@pytest.mark.parametrize(("place", "here"), [("user", "#general"), ("dm", "@Harbour"), ("private", "#Friends")])
async def test_the_bot_answers_wherever_it_was_added(visit: Visit, place: str, here: str) -> None:
    page = await visit(f"?place={place}")
    await expect(page.get_by_role("heading", level=1)).to_have_text(here)
    await use(page, "show")

    await expect(log(page).get_by_text("Two siblings, one harbour.")).to_be_visible()


@pytest.mark.parametrize("locale", ["en-US", "ko"])
async def test_nothing_is_wider_than_a_phone(visit: Visit, locale: str) -> None:
    page = await visit(f"?locale={locale}", viewport={"width": 360, "height": 740})
    await use(page, "cast")
    await page.locator(".container").first.wait_for()
    wider = "all => all.filter(one => one.scrollWidth > 360).map(one => one.id || one.className)"
    assert await page.locator("html, body, #log, main, .container").evaluate_all(wider) == []
    await page.locator("#toggle").click()
    await page.locator("#inspector summary").last.click()

    await expect(page.locator("#close")).to_be_visible()
    assert await page.locator("html, body, #panel").evaluate_all(wider) == []
    await page.keyboard.press("Escape")
    await expect(page.locator("#toggle")).to_be_focused()


async def test_the_page_outlives_the_bot_and_an_old_button_works_after_its_return(visit: Visit) -> None:
    clock = ManualClock()
    async with PatientDiscord(clock=clock) as local, PreviewServer(local, port=0) as server, running(local) as bot:
        page = await visit(server=server)
        await use(page, "cast yoon-ha-rin")
        await page.get_by_role("button", name="Next").wait_for()
        await bot.close()
        await expect(page.get_by_role("status")).to_have_text("offline")
        await page.get_by_role("button", name="Next").press("Enter")
        await expect(page.get_by_role("button", name="Next")).to_have_attribute("aria-busy", "true")
        await until(lambda: any(act.message for act in local.state.interactions.values()))
        clock.advance(3)
        await expect(page.get_by_text("This interaction failed")).to_be_visible()
        await expect(page.locator("[aria-busy]")).to_have_count(0)
        async with running(local):
            await expect(page.get_by_role("status")).to_have_text("online")
            await page.get_by_role("button", name="Next").press("Enter")
            await expect(page.get_by_role("article").get_by_role("heading", name="Seo I-jun")).to_be_visible()
            await expect(page.get_by_text("This interaction failed")).to_have_count(0)
            await page.close()


async def test_a_deferred_answer_shows_that_the_bot_is_thinking(page: Page) -> None:
    ShowcaseGate.opened.clear()
    await use(page, "think")
    await expect(log(page).get_by_text("Harbour is thinking…")).to_be_visible()
    ShowcaseGate.opened.set()

    await expect(log(page).get_by_text("It was the lighthouse keeper.")).to_be_visible()
    await expect(log(page).get_by_text("Harbour is thinking…")).to_have_count(0)


async def test_a_deferred_answer_that_never_comes_is_reported(
    page: Page, clock: ManualClock, local: LocalDiscord
) -> None:
    ShowcaseGate.opened.clear()
    await use(page, "think")
    await expect(log(page).get_by_text("Harbour is thinking…")).to_be_visible()
    clock.advance(local.answer_timeout)

    await expect(log(page).get_by_text("The application did not respond")).to_be_visible()
    await expect(page.get_by_role("article")).to_have_count(1)
    ShowcaseGate.opened.set()


async def test_a_command_without_a_response_is_reported_and_can_be_dismissed(
    page: Page, clock: ManualClock, local: LocalDiscord
) -> None:
    await use(page, "silence")
    await expect(page.get_by_text("Sending command…")).to_be_visible()
    await until(lambda: local.state.interactions)
    clock.advance(3)
    await expect(page.get_by_text("The application did not respond")).to_be_visible()
    await page.get_by_role("button", name="Dismiss message").press("Enter")

    await expect(page.get_by_role("article")).to_have_count(0)


@pytest.mark.parametrize("line", ["<script>document.title='taken'</script>", "/echo <img src=x onerror=alert(1)>"])
async def test_typed_html_is_shown_and_never_executed(page: Page, line: str) -> None:
    typed = line.removeprefix("/echo ")
    if line == typed:
        await page.locator("#text").fill(line)
        await page.keyboard.press("Enter")
    else:
        await use(page, line[1:])

    await expect(page.get_by_role("article").get_by_text(typed)).to_be_visible()
    await expect(page).to_have_title("Harbour · Preview")


async def test_the_panel_shows_requests_and_custom_ids(page: Page) -> None:
    await use(page, "cast yoon-ha-rin")
    panel = page.get_by_role("complementary")

    await expect(panel.get_by_role("row", name="Components")).to_contain_text("5 / 40")
    await expect(panel.get_by_role("definition")).to_have_text(["1:cast/seo-i-jun", "1:cast"])
    await panel.get_by_text("INTERACTION_CREATE").click()
    await expect(panel.get_by_text('"name": "cast"').first).to_be_visible()
    await expect(panel.get_by_text("callback")).to_be_visible()


async def test_problems_are_shown_until_they_are_solved(page: Page, server: PreviewServer) -> None:
    server.show_problems(["cast.toml: seo-i-jun: no <source>"])
    await expect(page.get_by_role("alert").get_by_text("cast.toml: seo-i-jun: no <source>")).to_be_visible()
    server.show_problems([])

    await expect(page.get_by_text("cast.toml")).to_have_count(0)


async def test_the_channel_can_be_cleared(page: Page) -> None:
    await use(page, "show")
    await page.get_by_role("article").wait_for()
    await page.get_by_role("button", name="Clear the channel").click()

    await expect(page.get_by_role("article")).to_have_count(0)


async def test_a_page_without_its_server_says_so(page: Page, server: PreviewServer) -> None:
    await page.context.set_offline(True)
    await use(page, "show")

    await expect(page.get_by_role("alert").last).to_contain_text("connection to the server is lost")


async def test_nothing_is_animated_with_reduced_motion(visit: Visit) -> None:
    page = await visit(reduced_motion="reduce")
    ShowcaseGate.opened.clear()
    await use(page, "think")
    dots = log(page).get_by_text("Harbour is thinking…")

    assert await dots.evaluate("one => getComputedStyle(one, '::before').animationName") == "none"
