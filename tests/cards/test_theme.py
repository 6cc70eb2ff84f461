"""What every card relies on: texts that are cut, barred or repeated from a fan stay harmless and readable."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import BODY, Jump, Sheet, barred, plain, quoted, shortened, units
from bot.preview.page.markdown import Markdown
from tests.cards.walking import Shown, reader

if TYPE_CHECKING:
    from data.records import Show

TEXTS = st.text(st.sampled_from("ab 가나🎬|\\*_") | st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEXTS, st.integers(3, 40))
def test_a_shortened_text_fits(text: str, limit: int) -> None:
    assert units(shortened(text, limit)) <= limit


@given(TEXTS)
def test_a_text_that_fits_stays_as_it_is(text: str) -> None:
    assert shortened(text, units(text)) == text


@given(
    st.lists(st.sampled_from(["||secret||", "a", " ", "||x||", "🎬", "가"]), max_size=12).map("".join),
    st.integers(3, 40),
)
def test_a_shortened_spoiler_stays_closed(text: str, limit: int) -> None:
    short = shortened(text, limit)

    assert short.count("||") % 2 == 0
    assert "secret" not in re.sub(r"\|\|.*?\|\|", "", short)


@pytest.mark.parametrize("limit", range(3, 12))
def test_a_spoiler_that_is_cut_at_its_edge_opens_no_bars(limit: int) -> None:
    assert shortened("ab||cdef||gh", limit).count("||") in (0, 2)


def test_a_shortened_text_ends_with_an_ellipsis_and_no_half_character() -> None:
    assert shortened("🎬🎬🎬", 4) == "🎬…"
    assert shortened("harbour", 4) == "har…"
    assert shortened("ab\\*cd", 4) == "ab…"


@given(TEXTS)
def test_a_barred_text_is_hidden_whole(text: str) -> None:
    hidden = barred(plain(text))

    assert re.sub(r"(?<!\\)\|\|.*?(?<!\\)\|\|", "", hidden, count=1, flags=re.DOTALL) == "" or "\\" in text


@pytest.mark.parametrize("text", ["a||b", "||", "a | b", "|a|", "*a*", "a||b||c"])
def test_bars_inside_a_spoiler_do_not_close_it(text: str) -> None:
    shown = str(Markdown("en")(f"before {barred(plain(text))} after"))

    assert shown.count('class="spoiler"') == 1, shown


@pytest.mark.parametrize(
    "text", ["*Low* Tide", "a_b_c", "`code`", "~~gone~~", "||hidden||", "# big", "> said", "- one", "[a](b)"]
)
def test_text_of_the_facts_is_shown_as_it_is_written(text: str) -> None:
    assert _read(plain(text)) == text


# What a fan typed, said back.


def _read(text: str) -> str:
    """What a reader sees of a text; characters without width are not seen."""
    return html.unescape(re.sub(r"<[^>]+>", "", str(Markdown("en")(text)))).replace("\u200b", "")


MEAN = {
    "everybody is pinged": "@everyone @here",
    "somebody is pinged": "<@1234567890> <@&1234567890> <#1234567890>",
    "a command is offered": "</cast:1234567890>",
    "a time is shown": "<t:1700000000:R>",
    "code": "`rm -rf` ```x```",
    "marks": "**bold** _it_ ~~no~~ __u__",
    "bars": "||x|| a||b",
    "a heading": "# big",
    "small print": "-# small",
    "a link": "https://evil.example/a_b?c=||d||",
    "a masked link": "[free](https://evil.example)",
    "a masked link in angles": "[free](<https://evil.example>)",
    "an address in angles": "<https://evil.example>",
    "a turned line": "abc\u202egnp.exe\u2066x\u061cy",
    "nothing to see": "a\u200bb\u200d\u2060c\u00add\u3164e\ufefff\u180eg",
    "lines": "a\n# b\r\n> c\u2028- d",
    "a backslash": "\\*a\\* \\",
    "an emoji of a server": "<:evil:1234567890> <a:evil:1234567890>",
}


@pytest.mark.parametrize("name", MEAN)
def test_what_a_fan_types_is_said_back_harmlessly(name: str) -> None:
    shown = str(Markdown("en")(f"No actor like “{quoted(MEAN[name])}” is known."))

    assert "<" not in shown
    assert "@everyone" not in shown
    assert "://" not in shown


@pytest.mark.parametrize("name", MEAN)
def test_what_a_fan_types_is_said_back_on_one_line_without_hidden_characters(name: str) -> None:
    said = quoted(MEAN[name]).replace("\u200b", "")

    assert said.splitlines() == [said]
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") or char == "\u3164" for char in said)


@pytest.mark.parametrize("typed", ["x" * 6000, "🎬" * 3000, "||" * 3000, "@" * 6000, "*" * 6000, "\u200b" * 6000])
def test_a_very_long_text_is_said_back_in_few_characters(typed: str) -> None:
    assert units(quoted(typed)) <= 200


@pytest.mark.parametrize("typed", ["서이준", "Yoon Ha-rin", "¿Quién?", "ハリン", "it's 100%", "Ha-rin & I-jun", "שלום"])
def test_an_honest_text_is_said_back_as_it_is(typed: str) -> None:
    assert _read(quoted(typed)) == typed


# Pages.


@pytest.fixture
def sheet(harbour: Show) -> Sheet:
    sheet = Sheet(reader(harbour, "en"), Address.to("cast"))
    sheet.head("Title", "Answer")
    return sheet


def pages(sheet: Sheet) -> list[Shown]:
    return [Shown(sheet.page(number)) for number in range(1, sheet.page_count() + 1)]


def test_text_that_is_too_long_for_a_message_goes_on_over_the_page(sheet: Sheet) -> None:
    for number in range(200):
        sheet.text(f"Line {number} of the log.")

    shown = pages(sheet)

    assert len(shown) > 1
    assert [f"Line {number} of the log." in "\n".join(page.text for page in shown) for number in range(200)] == [
        True
    ] * 200
    assert all(units(page.text) <= BODY + 10 and page.text.startswith("## Title\nAnswer") for page in shown)


@pytest.mark.parametrize(
    "pieces", [["word"] * 900, ["x" * 4000], ["🎬" * 2000], ["가" * 3000]], ids=["words", "x", "🎬", "가"]
)
def test_a_spoiler_that_is_too_long_for_a_page_stays_barred_on_all(sheet: Sheet, pieces: list[str]) -> None:
    sheet.text(sheet.kept(" ".join(pieces), 3))

    shown = pages(sheet)

    assert len(shown) > 1
    assert all(line.count("||") % 2 == 0 for page in shown for line in page.text.splitlines())
    assert not any(piece[:100] in page.visible for page in shown for piece in pieces)
    assert all(units(page.text) <= 4000 for page in shown)


def test_a_heading_stays_with_what_it_heads(sheet: Sheet) -> None:
    sheet.text("x" * (BODY - 60))
    sheet.heading("Part")
    sheet.text("y" * 60)

    first, second = pages(sheet)

    assert "### Part" not in first.text
    assert f"### Part\n{'y' * 60}" in second.text


def test_a_page_that_there_is_not_has_no_card(sheet: Sheet) -> None:
    with pytest.raises(NoSuchAddress):
        sheet.page(2)


def test_a_page_has_at_most_as_many_options_as_a_select_can_hold(sheet: Sheet) -> None:
    for number in range(60):
        sheet.text(f"Line {number}", Jump(f"Option {number}", Address.to("cast", f"member-{number}")))

    shown = pages(sheet)

    assert [option["label"] for page in shown for option in page.options] == [
        f"Option {number}" for number in range(60)
    ]
    assert all(len(page.options) <= 25 for page in shown)


def test_one_card_is_offered_once_however_often_it_is_named(sheet: Sheet) -> None:
    for label in ("One", "One again"):
        sheet.jump(label, Address.to("cast", "seo-i-jun"))
    sheet.text("Somebody")

    (page,) = pages(sheet)

    assert [option["label"] for option in page.options] == ["One"]


def test_a_neighbour_is_led_to_from_the_first_page_to_the_last(sheet: Sheet) -> None:
    for number in range(200):
        sheet.text(f"Line {number} of the log.")

    shown = pages(sheet)
    buttons = [{button["label"]: button for button in page.of_type(2)} for page in shown]

    assert buttons[0]["Previous"]["disabled"]
    assert buttons[-1]["Next"]["disabled"]
    assert all(not page["Next"].get("disabled") for page in buttons[:-1])
