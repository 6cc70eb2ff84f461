"""Nothing is given away: no card of two shows tells what is safe only after a later episode, in any language."""

from __future__ import annotations

import random
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import pytest

from bot.cards.address import Address
from bot.cards.text import escape
from bot.i18n.catalog import SOURCE, catalog
from data.tables import SPOILERS, TABLES
from tests.cards.editions import EDITIONS, all_cards, fan
from tests.cards.spoilers import Window, told_relations, windows_of_spoilers, windows_within, windows_within_label
from tests.cards.walking import Shown, reader, shown, walked
from tests.shows import SHOWS, loaded

if TYPE_CHECKING:
    from data.records import Show


def levels(show: str) -> range:
    """Every spoiler level of a show."""
    return range(max(episode.number for episode in loaded(SHOWS[show]).episodes) + 1)


def walked_levels(show: str, language: str) -> list[int]:
    """The levels whose cards are all read: all of the invented show, of the bundled one some, by language."""
    last = levels(show)[-1]
    if show == "invented":
        return [*levels(show)]
    return [0, last // 2, last] if language == SOURCE else [0, random.Random(language).randrange(1, last)]  # noqa: S311


def test_titles_and_buttons_hold_no_spoiler_not_even_barred(found: dict[str, Shown]) -> None:
    for address, card in found.items():
        assert not [line for line in card.text.splitlines() if line.startswith("#") and "||" in line], address
        assert not [text for text in card.unbarred if "||" in text], address


class Reading(NamedTuple):
    """What was found wrong on the cards of all spoiler levels, by address."""

    told: dict[str, set[Window]]
    """Words that are safe only after a later episode."""
    related: dict[str, list[str]]
    """Relations that are."""
    drawn: dict[str, set[Window]]
    """Such words in pictures."""
    barred: list[str]
    unlabelled: list[str]
    """Cards that do not say for whom they are, or offer no other level."""
    strayed: list[str]
    """Cards that lead to one of a lower level."""
    pictures: dict[int, set[str]]
    """The pictures of each level."""
    last: dict[str, str]
    """The text of the cards for somebody who has seen everything."""


@cache
def reading(show: str, language: str) -> Reading:
    """Read every card of a show at its walked levels."""
    found = Reading({}, {}, {}, [], [], [], {}, {})
    somebody, facts = fan(show, language), loaded(SHOWS[show]).in_language(language)
    for level in walked_levels(show, language):
        windows, relations = windows_of_spoilers(facts, level), told_relations(somebody, level)
        assert bool(windows) == (level < levels(show)[-1])
        cards = walked(somebody, level) if level else all_cards(show, language)
        for address, card in cards.items():
            texts = [card.text, *card.unbarred]
            told = {one for label in {*card.unbarred} for one in windows_within_label(label) & windows}
            found.told[address] = told | windows_within(card.text) & windows
            phrases = relations.get(card.address.path[-1], set()) if card.address.path[-2:-1] == ("cast",) else set()
            found.related[address] = [phrase for phrase in phrases for text in texts if phrase in text]
            if card.picture:
                drawn = " · ".join(re.findall(r'"((?:[^"\\]|\\.)*)"', card.picture.spec.decode()))
                found.drawn[address] = windows_within(drawn) & windows
                found.pictures.setdefault(level, set()).add(card.picture.digest)
            found.barred.extend([address] if "||" in card.text else [])
            found.strayed.extend(address for to in card.leads_to if to.level < level)
            found.unlabelled.extend([address] if level and not _is_labelled(show, language, card, level) else [])
            if level == levels(show)[-1]:
                found.last[address] = card.text
    return found


def _is_labelled(show: str, language: str, card: Shown, level: int) -> bool:
    """Whether a card says for whom it is, and offers the other levels with its own as the chosen one."""
    line = catalog(language)("audience", episode=level, left=levels(show)[-1] - level)
    options = (card.level_select or {"options": []})["options"]
    chosen = [option["value"] for option in options if option.get("default")]
    return card.text.startswith(f"-# {line}\n") and chosen == [str(card.address.with_page(1))]


def test_nobody_reads_what_is_safe_only_after_a_later_episode(edition: tuple[str, str]) -> None:
    assert {address: words for address, words in reading(*edition).told.items() if words} == {}


def test_who_is_what_to_whom_is_left_out_until_it_is_safe(edition: tuple[str, str]) -> None:
    assert {address: phrases for address, phrases in reading(*edition).related.items() if phrases} == {}


def test_a_picture_shows_what_is_known_by_then_and_nothing_later(edition: tuple[str, str]) -> None:
    found = reading(*edition)

    assert {address: words for address, words in found.drawn.items() if words} == {}
    assert found.pictures[0] != found.pictures[walked_levels(*edition)[-1]]


def test_no_card_has_bars(edition: tuple[str, str]) -> None:
    assert reading(*edition).barred == []


def test_a_card_at_a_level_says_so_and_all_it_leads_to_has_that_level(edition: tuple[str, str]) -> None:
    assert reading(*edition).unlabelled == []
    assert reading(*edition).strayed == []


@pytest.mark.parametrize(
    "edition", [one for one in EDITIONS if levels(one[0])[-1] in walked_levels(*one)], indirect=True, ids="-".join
)
def test_whoever_has_seen_everything_can_read_everything(edition: tuple[str, str]) -> None:
    text = "\n".join(reading(*edition).last.values())

    for episode in loaded(SHOWS[edition[0]]).in_language(edition[1]).episodes:
        assert escape(episode.synopsis) in text
    for beat in loaded(SHOWS[edition[0]]).in_language(edition[1]).beats:
        assert escape(beat.text) in text


def test_a_card_says_how_much_waits_and_offers_to_say_how_far_one_has_seen(
    edition: tuple[str, str], found: dict[str, Shown]
) -> None:
    show, language = edition
    waiting = re.compile("|".join(_withheld(language, count) for count in (1, 7)))
    offered = {address for address, card in found.items() if card.level_select and card.address.path[0] != "quiz"}

    assert {address for address, card in found.items() if waiting.search(card.text)} == offered
    assert len(offered) > 10
    for address in offered:
        values = [option["value"] for option in (found[address].level_select or {})["options"]]
        here = address.split("~")[0]
        assert values == [here, *(f"{here}@{level}" for level in levels(show)[1:])]


def _withheld(language: str, count: int) -> str:
    line = re.escape(catalog(language)("withheld", count=count, episode=99))
    return line.replace("99", r"\d+").replace(str(count), r"\d+" if count > 1 else "1")


@pytest.mark.parametrize("kind", sorted(SPOILERS))
def test_whatever_may_give_something_away_is_left_out_of_all_cards(harbour: Show, kind: str) -> None:
    field, level = TABLES[kind][0], 3
    records = tuple(msgspec.structs.replace(record, after_episode=4) for record in getattr(harbour, field))
    given_away = msgspec.structs.replace(harbour, translations={}, **{field: records})
    windows = windows_of_spoilers(given_away, level)

    for address, card in walked(reader(given_away, "en"), level).items():
        for text in [card.text, *card.unbarred]:
            assert windows_within(text) & windows == set(), address


@pytest.mark.parametrize("kind", sorted(SPOILERS))
def test_a_public_card_of_somebody_who_chose_so_bars_what_the_level_allows(harbour: Show, kind: str) -> None:
    field = TABLES[kind][0]
    records = tuple(msgspec.structs.replace(record, after_episode=2) for record in getattr(harbour, field))
    given_away = msgspec.structs.replace(harbour, translations={}, **{field: records})
    in_public = reader(given_away, "en")._replace(is_public=True)
    hidden, later = windows_of_spoilers(given_away), windows_of_spoilers(given_away, 2)

    for address in walked(reader(given_away, "en")):
        card = shown(in_public, Address.parse(address).at_level(2))
        assert len(re.findall(r"Safe after episode [12]: \|\|", card.text)) == card.text.count("||") // 2, address
        for text in [card.visible, *card.unbarred]:
            assert windows_within(text) & hidden == set(), address
        assert windows_within(card.text) & later == set(), address
        raised = {to.path[-1] for to in card.leads_to if to.level}
        assert raised <= {"story", "ending", "spoilers"}, address


def test_a_part_that_gives_something_away_is_listed_by_its_actor_alone() -> None:
    cast = all_cards("invented", "en")["cast/guests"]

    assert "Cha Dan-u 차단우\n" in cast.text
    assert "Captain Pyo" not in cast.text
    assert [option["label"] for option in cast.options if option["value"] == "cast/cha-dan-u"] == ["Cha Dan-u"]
    assert (
        "Cha Dan-u 차단우 — Captain Pyo 표 선장"
        in shown(fan("invented", "en"), Address.to("cast", "guests", level=3)).text
    )


def test_in_which_episodes_a_part_is_seen_that_gives_something_away_is_left_out(harbour: Show) -> None:
    seen = next(member.appears for member in harbour.members if member.appears)
    members = tuple(msgspec.structs.replace(member, appears=seen, after_episode=3) for member in harbour.members)
    somebody = reader(msgspec.structs.replace(harbour, members=members, translations={}), "en")

    for member in members:
        assert seen.text not in shown(somebody, Address.to("cast", member.key, "about")).text
        assert seen.text in shown(somebody, Address.to("cast", member.key, "about", level=3)).text
