"""Every card of two shows in every language: it fits Discord, leads on and names its sources."""

from __future__ import annotations

import random
import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.cards import router
from bot.cards.address import Address, NoSuchAddress
from bot.cards.text import escape, utf16_length
from bot.i18n.catalog import SOURCE, catalog
from bot.pictures.cache import PictureState
from data import load
from tests.cards.editions import LANGUAGES, all_cards, fan
from tests.cards.walking import BUTTON, COMMANDS, CONTAINER, ROW, SELECT, Shown, reader, shown, walked
from tests.shows import SHOWS, loaded

if TYPE_CHECKING:
    from collections.abc import Collection

    from data.records import Show

FEWEST = {"bundled": 300, "invented": 60}
"""Cards that there are at the least."""
SAMPLE = 40
"""Cards that are looked at where all of them would tell no more."""


def sampled(cards: Collection[Shown]) -> list[Shown]:
    return random.Random(7).sample([*cards], SAMPLE)  # noqa: S311


def test_every_button_option_and_page_opens_a_card(edition: tuple[str, str], found: dict[str, Shown]) -> None:
    assert len(found) >= FEWEST[edition[0]]
    assert {address.split("/")[0].split("~")[0] for address in found} == {*COMMANDS, "sources", "disputed"}
    leads_to = {address for card in found.values() for address in card.leads_to}
    assert {str(address) for address in leads_to if not address.level} <= found.keys()
    for address in leads_to:
        assert not address.level or shown(fan(*edition), address).texts


def test_every_record_with_a_card_of_its_own_is_reached(edition: tuple[str, str], found: dict[str, Shown]) -> None:
    show = loaded(SHOWS[edition[0]])
    wanted = [f"cast/{member.key}" for member in show.members if member.actor]
    wanted += [f"ost/{track.key}" for track in show.tracks]
    wanted += [
        f"ost/singer/{singer.key}" for singer in show.singers if any(singer.key == t.singer for t in show.tracks)
    ]
    wanted += [f"ost/disc/{disc.number}" for disc in show.discs]
    wanted += [f"ratings/{episode.number}" for episode in show.episodes]

    assert [address for address in wanted if address not in found] == []


def test_a_member_whom_nobody_leads_to_has_a_card_too(edition: tuple[str, str]) -> None:
    uncast = [member for member in loaded(SHOWS[edition[0]]).members if not member.actor]

    assert uncast
    for member in uncast:
        assert shown(fan(*edition), Address.to("cast", member.key)).texts


def test_a_card_fits_into_a_message(found: dict[str, Shown]) -> None:
    for address, card in found.items():
        assert len(card.components) <= 40, address
        assert sum(utf16_length(text) for text in card.texts) <= 4000, address
        assert card.components[0]["type"] == CONTAINER, address
        assert all(len(row["components"]) in range(1, 6) for row in card.of_type(ROW)), address


def test_no_text_of_a_card_is_empty(found: dict[str, Shown]) -> None:
    for address, card in found.items():
        assert card.texts, address
        assert all(text.strip() for text in card.texts), address
        assert all(label.strip() for label in (button["label"] for button in card.of_type(BUTTON))), address
        assert "\n\n" not in card.text, address


def test_buttons_and_options_fit(found: dict[str, Shown]) -> None:
    for address, card in found.items():
        assert all(utf16_length(button["label"]) <= 38 for button in card.of_type(BUTTON)), address
        assert all(len(button.get("url", "")) <= 512 for button in card.of_type(BUTTON)), address
        assert all(1 <= len(select["options"]) <= 25 for select in card.of_type(SELECT)), address
        assert all(utf16_length(select["placeholder"]) <= 150 for select in card.of_type(SELECT)), address
        for option in card.options:
            assert all(1 <= utf16_length(option[name]) <= 100 for name in ("label", "value")), address
            assert utf16_length(option.get("description") or "") <= 100, address


def test_custom_ids_fit_and_are_unique_in_their_message(found: dict[str, Shown]) -> None:
    for address, card in found.items():
        ids = [part["custom_id"] for part in card.components if "custom_id" in part]
        assert len(set(ids)) == len(ids), address
        assert all(1 <= len(custom_id) <= 100 for custom_id in ids), address
        for select in card.of_type(SELECT):
            values = [option["value"] for option in select["options"]]
            assert len(set(values)) == len(values), address


def test_no_button_is_a_card_that_is_already_open(found: dict[str, Shown]) -> None:
    for address, card in found.items():
        here = [button for button in card.of_type(BUTTON) if button.get("custom_id", "").startswith(f"1:{address}#")]
        open_here = [*here, *(b for b in card.of_type(BUTTON) if b.get("custom_id") == f"1:{address}")]
        assert all(button.get("disabled") for button in open_here), address


# Pictures.


def test_every_picture_is_described_and_comes_with_its_card(found: dict[str, Shown]) -> None:
    pictured = {address: card for address, card in found.items() if card.pictures or card.picture}

    assert len(pictured) >= 5
    for address, card in pictured.items():
        (item,) = card.pictures
        assert card.picture, address
        assert item["media"]["url"] == f"attachment://{card.picture.filename}", address
        assert 0 < utf16_length(item["description"]) <= 256, address


def test_a_card_without_its_picture_is_otherwise_the_same(edition: tuple[str, str], found: dict[str, Shown]) -> None:
    """All cards with a picture, and some of the others."""
    missing = f"-# {catalog(edition[1])('chart-missing')}"
    pictured = [card for card in found.values() if card.picture]
    for card in [*pictured, *sampled(found.values())]:
        later, never = (
            shown(fan(*edition), card.address, drawn) for drawn in (PictureState.MISSING, PictureState.FAILED)
        )
        assert later.text == card.text
        assert [line for line in never.text.splitlines() if line != missing] == card.text.splitlines()
        assert (missing in never.text) == bool(card.picture)
        assert later.leads_to == never.leads_to == card.leads_to
        assert not later.pictures
        assert not never.pictures


def test_every_message_is_finished(found: dict[str, Shown]) -> None:
    for address, card in found.items():
        assert card.left_over == [], address


def test_labels_and_options_carry_no_signs_of_markup(found: dict[str, Shown]) -> None:
    for address, card in found.items():
        assert not [text for text in card.unbarred if re.search(r"\\|\*\*|\|\||<[@#:t]", text)], address


def test_text_of_the_facts_is_not_taken_for_markup() -> None:
    card = all_cards("invented", "en")["ost/low-tide"]

    assert r"\*Low\* Tide" in card.text
    assert "*Low* Tide" in card.visible
    assert "*Low* Tide · Saltwind" in [option["label"] for option in all_cards("invented", "en")["ost"].options]


# Where it comes from.


def test_every_card_names_its_sources(edition: tuple[str, str], found: dict[str, Shown]) -> None:
    words = catalog(edition[1])
    ends = words("sources-line", sources="", date=words.short_month(loaded(SHOWS[edition[0]]).about.version))
    for address, card in found.items():
        family = card.address.path[0]
        if family in ("help", "quiz", "disputed") or words("today-none") in card.text:
            continue
        if family == "sources":
            assert "\n-# " in card.text, address
        else:
            assert card.texts[-1].startswith("-# "), address
            assert card.texts[-1].endswith(ends), address
            assert Address.to("sources", *card.address.path) in card.leads_to, address


def test_the_sources_of_a_card_hold_each_of_its_sources(edition: tuple[str, str], found: dict[str, Shown]) -> None:
    link = re.compile(r"\]\(<([^>]+)>\)")
    pages: dict[str, set[str]] = {}
    for card in found.values():
        if card.address.path[0] == "sources":
            pages.setdefault("/".join(card.address.path[1:]), set()).update(link.findall(card.text))

    assert len(pages) > 20
    for card in found.values():
        if card.address.path[0] not in ("sources", "help", "quiz"):
            assert set(link.findall(card.text)) <= pages.get("/".join(card.address.path), set()), str(card.address)


def test_a_card_names_the_most_trustworthy_of_its_publishers_first_and_each_once(
    edition: tuple[str, str], found: dict[str, Shown]
) -> None:
    link = re.compile(r"\]\(<([^>]+)>\)")
    library = fan(*edition).library
    by_url = {source.url: source for source in library.show.sources.values()}
    cited: dict[str, set[str]] = {}
    for card in found.values():
        if card.address.path[0] == "sources":
            keys = {by_url[url].key for url in link.findall(card.text)}
            cited.setdefault("/".join(card.address.path[1:]), set()).update(keys)
    for address, card in found.items():
        if card.address.path[0] in ("sources", "help", "quiz", "disputed"):
            continue
        named = [by_url[url] for url in link.findall(card.texts[-1])]
        if not named:  # a page that is a spoiler has no link
            continue
        first = named[0].key
        assert library.best_first([first, *cited["/".join(card.address.path)]])[0] == first, address
        assert library.best_first(source.key for source in named) == [source.key for source in named], address
        assert len({source.publisher for source in named}) == len(named), address


def test_a_source_whose_address_is_a_spoiler_is_named_without_a_link(harbour: Show) -> None:
    sources = {key: msgspec.structs.replace(one, after_episode=3) for key, one in harbour.sources.items()}
    given_away = reader(msgspec.structs.replace(harbour, sources=sources, translations={}), "en")

    for level in (0, 2, 3):
        for address, card in walked(given_away, level).items():
            assert level == 3 or "](<http" not in card.text, address
            assert level < 3 or card.address.path[0] != "sources" or "](<http" in card.text, address


def test_what_sources_disagree_on_is_one_press_away_from_its_record(
    edition: tuple[str, str], found: dict[str, Shown]
) -> None:
    show = loaded(SHOWS[edition[0]]).in_language(edition[1])
    records = {f"cast/{member.key}": member.key for member in show.members} | {
        f"ost/{track.key}": track.key for track in show.tracks
    }
    checked = 0
    for address, key in records.items():
        disputes = [one for one in show.disputes if key in one.about and not one.after_episode]
        if disputes and address in found:
            behind = Address.to("disputed", *found[address].address.path)
            pages = [card.text for place, card in found.items() if place.split("~")[0] == str(behind)]
            assert behind in found[address].leads_to
            assert all(any(escape(one.topic) in text for text in pages) for one in disputes), address
            checked += len(disputes)

    assert checked


# The story.


def test_an_episode_leads_to_what_happens_in_it(edition: tuple[str, str], found: dict[str, Shown]) -> None:
    library = fan(*edition).library
    beats = [beat for beat in library.show.beats if beat.episode == 1]
    story = Address.to("ratings", "1", "story", level=1)
    text = _all_pages(edition, story)

    assert beats
    assert story in found["ratings/1"].leads_to
    assert not [beat.key for beat in beats if (escape(beat.text) in text) != (beat.after_episode <= 1)]


def _all_pages(edition: tuple[str, str], address: Address) -> str:
    """The text of a card on all its pages."""
    card = router.build(fan(*edition), address)
    return "\n".join(Shown(card.page(number)).text for number in range(1, card.page_count() + 1))


def test_the_end_of_the_story_stands_on_the_card_of_the_ending(edition: tuple[str, str]) -> None:
    beats = [beat for beat in fan(*edition).library.show.beats if "ending" in beat.about]
    text = _all_pages(edition, Address.to("show", "ending", level=fan(*edition).library.last_episode))

    assert beats
    assert not [beat.key for beat in beats if escape(beat.text) not in text]


# A card depends on its address and its reader, and on nothing else.


@cache
def loaded_again(show: str) -> Show:
    return load(SHOWS[show])


def test_a_card_is_the_same_whenever_and_in_whichever_order_it_is_opened(
    edition: tuple[str, str], found: dict[str, Shown]
) -> None:
    """Some of the cards, of the invented show in English all."""
    show, language = edition
    every = edition == ("invented", SOURCE)
    order = [card.address for card in (found.values() if every else sampled(found.values()))]
    somebody = reader(loaded_again(show), language)
    once = {a: router.card(somebody, a).components for a in order}

    assert {a: router.card(fan(show, language), a).components for a in reversed(order)} == once


def test_every_language_has_the_same_cards_but_for_their_length() -> None:
    for show in SHOWS:
        pages = [{address.split("~")[0] for address in all_cards(show, language)} for language in LANGUAGES]
        assert all(other == pages[0] for other in pages)


NOWHERE = [
    "cast/nobody", "cast@99", "cast/seo-i-jun@5", "cast/seo-i-jun/x", "ost/disc/9", "ost/disc/1/x",
    "ost/singer/nobody", "ost/nothing", "ratings/0", "ratings/99", "ratings/ladder/x", "season2/x", "show/x", "help/x",
    "sources", "sources/nothing", "sources/cast/nobody", "sources/cast@99", "nothing", "go", "seen", "failure",
    "disputed", "disputed/help",
]  # fmt: skip


@pytest.mark.parametrize("address", NOWHERE)
def test_an_address_where_no_card_lives_is_said_to_be_none(address: str) -> None:
    with pytest.raises(NoSuchAddress):
        router.card(fan("invented", "en"), Address.parse(address))


@pytest.mark.parametrize("address", ["cast~99", "cast/seo-i-jun~2", "ratings~3", "sources/cast~99"])
def test_a_button_to_a_page_that_a_card_once_had_opens_what_the_card_has_now(address: str) -> None:
    asked = Address.parse(address)

    assert router.build(fan("invented", "en"), asked).page(asked.page).address.path == asked.path


def test_the_sources_of_sources_are_nowhere() -> None:
    with pytest.raises(NoSuchAddress):
        router.card(fan("invented", "en"), Address.to("sources", "sources", "cast"))
