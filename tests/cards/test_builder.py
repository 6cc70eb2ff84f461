"""What every card relies on: texts that are cut, barred or repeated from a fan stay harmless and readable."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.address import Address
from bot.cards.builder import CardBuilder
from bot.cards.layout import PAGE_LENGTH, SelectOption
from bot.cards.text import echo, escape, shorten, spoiler, utf16_length
from bot.domain.library import Library
from bot.preview.page.markdown import Markdown
from tests.cards.walking import Shown, reader

if TYPE_CHECKING:
    from data.records import Confidence, Show

TEXTS = st.text(st.sampled_from("ab 가나🎬|\\*_") | st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEXTS, st.integers(3, 40))
def test_a_shortened_text_fits(text: str, limit: int) -> None:
    assert utf16_length(shorten(text, limit)) <= limit


@given(TEXTS)
def test_a_text_that_fits_stays_as_it_is(text: str) -> None:
    assert shorten(text, utf16_length(text)) == text


@given(
    st.lists(st.sampled_from(["||secret||", "a", " ", "||x||", "🎬", "가"]), max_size=12).map("".join),
    st.integers(3, 40),
)
def test_a_shortened_spoiler_stays_closed(text: str, limit: int) -> None:
    short = shorten(text, limit)

    assert short.count("||") % 2 == 0
    assert "secret" not in re.sub(r"\|\|.*?\|\|", "", short)


@pytest.mark.parametrize("limit", range(3, 12))
def test_a_spoiler_that_is_cut_at_its_edge_opens_no_bars(limit: int) -> None:
    assert shorten("ab||cdef||gh", limit).count("||") in (0, 2)


def test_a_shortened_text_ends_with_an_ellipsis_and_no_half_character() -> None:
    assert shorten("🎬🎬🎬", 4) == "🎬…"
    assert shorten("harbour", 4) == "har…"
    assert shorten("ab\\*cd", 4) == "ab…"


@given(TEXTS)
def test_a_barred_text_is_hidden_whole(text: str) -> None:
    hidden = spoiler(escape(text))

    assert re.sub(r"(?<!\\)\|\|.*?(?<!\\)\|\|", "", hidden, count=1, flags=re.DOTALL) == "" or "\\" in text


@pytest.mark.parametrize("text", ["a||b", "||", "a | b", "|a|", "*a*", "a||b||c"])
def test_bars_inside_a_spoiler_do_not_close_it(text: str) -> None:
    shown = str(Markdown("en")(f"before {spoiler(escape(text))} after"))

    assert shown.count('class="spoiler"') == 1, shown


@pytest.mark.parametrize(
    "text", ["*Low* Tide", "a_b_c", "`code`", "~~gone~~", "||hidden||", "# big", "> said", "- one", "[a](b)"]
)
def test_text_of_the_facts_is_shown_as_it_is_written(text: str) -> None:
    assert _read(escape(text)) == text


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
    shown = str(Markdown("en")(f"No actor like “{echo(MEAN[name])}” is known."))

    assert "<" not in shown
    assert "@everyone" not in shown
    assert "://" not in shown


@pytest.mark.parametrize("name", MEAN)
def test_what_a_fan_types_is_said_back_on_one_line_without_hidden_characters(name: str) -> None:
    said = echo(MEAN[name]).replace("\u200b", "")

    assert said.splitlines() == [said]
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") or char == "\u3164" for char in said)


@pytest.mark.parametrize("typed", ["x" * 6000, "🎬" * 3000, "||" * 3000, "@" * 6000, "*" * 6000, "\u200b" * 6000])
def test_a_very_long_text_is_said_back_in_few_characters(typed: str) -> None:
    assert utf16_length(echo(typed)) <= 200


@pytest.mark.parametrize("typed", ["서이준", "Yoon Ha-rin", "¿Quién?", "ハリン", "it's 100%", "Ha-rin & I-jun", "שלום"])
def test_an_honest_text_is_said_back_as_it_is(typed: str) -> None:
    assert _read(echo(typed)) == typed


# Pages.


@pytest.fixture
def card(harbour: Show) -> CardBuilder:
    card = CardBuilder(reader(harbour, "en"), Address.to("cast"))
    card.title("Title", "Answer")
    return card


def pages(card: CardBuilder) -> list[Shown]:
    return [Shown(card.page(number)) for number in range(1, card.page_count() + 1)]


def test_text_that_is_too_long_for_a_message_goes_on_over_the_page(card: CardBuilder) -> None:
    for number in range(200):
        card.text(f"Line {number} of the log.")

    shown = pages(card)

    assert len(shown) > 1
    assert [f"Line {number} of the log." in "\n".join(page.text for page in shown) for number in range(200)] == [
        True
    ] * 200
    assert all(
        utf16_length(page.text) <= PAGE_LENGTH + 10 and page.text.startswith("## Title\nAnswer") for page in shown
    )


@pytest.mark.parametrize(
    "pieces", [["word"] * 900, ["x" * 4000], ["🎬" * 2000], ["가" * 3000]], ids=["words", "x", "🎬", "가"]
)
def test_a_spoiler_that_is_too_long_for_a_page_stays_barred_on_all(card: CardBuilder, pieces: list[str]) -> None:
    card.text(card.barred(" ".join(pieces), 3))

    shown = pages(card)

    assert len(shown) > 1
    assert all(line.count("||") % 2 == 0 for page in shown for line in page.text.splitlines())
    assert not any(piece[:100] in page.visible for page in shown for piece in pieces)
    assert all(utf16_length(page.text) <= 4000 for page in shown)


def test_a_heading_stays_with_what_it_heads(card: CardBuilder) -> None:
    card.text("x" * (PAGE_LENGTH - 60))
    card.heading("Part")
    card.text("y" * 60)

    first, second = pages(card)

    assert "### Part" not in first.text
    assert f"### Part\n{'y' * 60}" in second.text


def test_a_page_beyond_the_end_is_the_last_one(card: CardBuilder) -> None:
    assert card.page(2).address == card.page(1).address


def test_a_page_has_at_most_as_many_options_as_a_select_can_hold(card: CardBuilder) -> None:
    for number in range(60):
        card.text(f"Line {number}", SelectOption(f"Option {number}", Address.to("cast", f"member-{number}")))

    shown = pages(card)

    assert [option["label"] for page in shown for option in page.options] == [
        f"Option {number}" for number in range(60)
    ]
    assert all(len(page.options) <= 25 for page in shown)


def test_one_card_is_offered_once_however_often_it_is_named(card: CardBuilder) -> None:
    for label in ("One", "One again"):
        card.option(label, Address.to("cast", "seo-i-jun"))
    card.text("Somebody")

    (page,) = pages(card)

    assert [option["label"] for option in page.options] == ["One"]


def test_a_neighbour_is_led_to_from_the_first_page_to_the_last(card: CardBuilder) -> None:
    for number in range(200):
        card.text(f"Line {number} of the log.")

    shown = pages(card)
    buttons = [{button["label"]: button for button in page.of_type(2)} for page in shown]

    assert buttons[0]["Previous"]["disabled"]
    assert buttons[-1]["Next"]["disabled"]
    assert all(not page["Next"].get("disabled") for page in buttons[:-1])


# Sources.


class Said(NamedTuple):
    confidence: Confidence
    sources: tuple[str, ...]


@pytest.mark.parametrize(
    ("said", "label"),
    [
        (Said("confirmed", ("daily", "blog")), ""),
        (Said("single", ("daily",)), "one source"),
        (Said("single", ("blog",)), "one source, a fan site"),
        (Said("confirmed", ("blog", "blog")), "fan sites only"),
        (Said("derived", ("blog",)), "our calculation"),
    ],
)
def test_a_fact_that_rests_on_fans_alone_says_so(card: CardBuilder, said: Said, label: str) -> None:
    assert card.confidence_label(said) == (f" (*{label}*)" if label else "")


def test_newer_pages_of_a_kind_stand_before_older_and_undated_ones(harbour: Show) -> None:
    library = Library(harbour)

    assert library.best_first(["blog", "recap", "broadcaster", "daily", "album-notes", "daily"]) == [
        "album-notes", "broadcaster", "daily", "recap", "blog"
    ]  # fmt: skip


def test_a_press_text_in_a_forum_ranks_as_a_forum(harbour: Show) -> None:
    copied = msgspec.structs.replace(harbour.sources["daily"], key="copied", kind="forum")
    library = Library(msgspec.structs.replace(harbour, sources=harbour.sources | {"copied": copied}))

    assert library.best_first(["copied", "blog", "daily"]) == ["daily", "blog", "copied"]
    assert library.weak_kind(["copied"]) == "forum"
