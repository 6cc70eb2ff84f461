"""Every card of two shows in every language: it fits Discord, leads on, names its sources and gives nothing away."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import orjson
import pytest

from bot.cards import router
from bot.cards.address import Address, NoSuchAddress
from bot.cards.text import escape, utf16_length
from bot.i18n.catalog import catalog, languages
from bot.pictures.cache import PictureState
from data import load
from data.tables import SPOILERS, TABLES
from tests.cards.spoilers import Window, told_relations, windows_of_spoilers, windows_within
from tests.cards.walking import BUTTON, COMMANDS, CONTAINER, ROW, SELECT, Shown, reader, shown, walked
from tests.shows import SHOWS, loaded

if TYPE_CHECKING:
    from bot.cards.reader import Reader
    from data.records import Show

FEWEST = {"bundled": 300, "invented": 60}
"""Cards that there are at the least."""
LANGUAGES = sorted(languages())


@cache
def fan(show: str, language: str) -> Reader:
    return reader(loaded(SHOWS[show]), language)


@cache
def all_cards(show: str, language: str) -> dict[str, Shown]:
    return walked(fan(show, language))


@pytest.fixture(params=[(show, language) for show in SHOWS for language in LANGUAGES], ids="-".join, scope="module")
def edition(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A show in a language."""
    return request.param


@pytest.fixture
def found(edition: tuple[str, str]) -> dict[str, Shown]:
    """All its cards."""
    return all_cards(*edition)


def test_every_button_option_and_page_opens_a_card(edition: tuple[str, str], found: dict[str, Shown]) -> None:
    assert len(found) >= FEWEST[edition[0]]
    assert {address.split("/")[0].split("~")[0] for address in found} == {*COMMANDS, "sources", "disputed"}
    leads_to = {address for card in found.values() for address in card.leads_to}
    assert {str(address) for address in leads_to if not address.level} <= found.keys()
    for address in leads_to:
        assert shown(fan(*edition), address).texts


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
    missing = f"-# {catalog(edition[1])('chart-missing')}"
    for card in found.values():
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
    ends = words("sources-line", sources="", more=0, date=words.short_month(loaded(SHOWS[edition[0]]).about.version))
    for address, card in found.items():
        family = card.address.path[0]
        if family in ("help", "quiz", "disputed") or words("today-none") in card.text:
            continue
        if family == "sources":
            assert "\n-# " in card.text, address
        else:
            assert card.texts[-1].startswith("-# ["), address
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
    text = _all_pages(edition, Address.to("show", "ending", level=levels(edition[0])[-1]))

    assert beats
    assert not [beat.key for beat in beats if escape(beat.text) not in text]


# Nothing is given away.


def levels(show: str) -> range:
    """Every spoiler level of a show."""
    return range(max(episode.number for episode in loaded(SHOWS[show]).episodes) + 1)


def walked_levels(show: str) -> list[int]:
    """The levels whose cards are all read: every one of the invented show, a sample of the bundled one."""
    last = levels(show)[-1]
    return [*levels(show)] if show == "invented" else [0, 1, last // 2, last - 1, last]


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
    for level in walked_levels(show):
        windows, relations = windows_of_spoilers(facts, level), told_relations(somebody, level)
        assert bool(windows) == (level < levels(show)[-1])
        for address, card in walked(somebody, level).items():
            texts = [card.text, *card.unbarred]
            found.told[address] = {one for text in texts for one in windows_within(text)} & windows
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
    assert found.pictures[0] != found.pictures[levels(edition[0])[-1]]


def test_no_card_has_bars(edition: tuple[str, str]) -> None:
    assert reading(*edition).barred == []


def test_a_card_at_a_level_says_so_and_all_it_leads_to_has_that_level(edition: tuple[str, str]) -> None:
    assert reading(*edition).unlabelled == []
    assert reading(*edition).strayed == []


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


@pytest.mark.parametrize("level", [1, 3])
@pytest.mark.parametrize("kind", sorted(SPOILERS))
def test_whatever_may_give_something_away_is_left_out_of_all_cards(harbour: Show, kind: str, level: int) -> None:
    field = TABLES[kind][0]
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


# A card depends on its address and its reader, and on nothing else.


def _bytes(show: Show, language: str, order: list[Address]) -> dict[str, bytes]:
    somebody = reader(show, language)
    return {str(a): orjson.dumps(router.card(somebody, a).container.to_component_dict()) for a in order}


def test_a_card_is_the_same_whenever_and_in_whichever_order_it_is_opened(
    edition: tuple[str, str], found: dict[str, Shown]
) -> None:
    show, language = edition
    order = [card.address for card in found.values()]
    once = _bytes(load(SHOWS[show]), language, order)

    assert _bytes(loaded(SHOWS[show]), language, order[::-1]) == once
    assert {str(a): router.serialize(fan(show, language), a).components for a in order} == {
        a: b"[" + c + b"]" for a, c in once.items()
    }


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
