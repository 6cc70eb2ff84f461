"""What a fan reads when something cannot be answered: what is true, and ways on; nothing that was typed does harm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.cards import cast, errors, ratings, soundtrack
from bot.cards.address import NoSuchAddress
from bot.cards.text import utf16_length
from bot.domain.errors import Ambiguous, NoMatch
from bot.domain.knowledge_base import KnowledgeBase
from bot.domain.questions import UnsureQuestion
from bot.domain.questions.statements import Statement
from bot.i18n.catalog import languages
from tests.cards.spoilers import windows_of_spoilers, windows_within
from tests.cards.walking import BUTTON, Shown, reader, shown

if TYPE_CHECKING:
    from bot.cards.reader import Reader
    from bot.domain.errors import Kind
    from data.records import Show

KINDS: tuple[Kind, ...] = ("cast", "ost", "episode")
TYPED = ["Somebody", "서", "x" * 6000, "||@everyone|| `<@1>` [a](https://evil.example)", "\u202e\u200b", "*_~"]


@pytest.fixture(params=["bundled", "invented"])
def any_show(request: pytest.FixtureRequest, show: Show, harbour: Show) -> Show:
    return show if request.param == "bundled" else harbour


@pytest.fixture(params=sorted(languages()))
def fan(request: pytest.FixtureRequest, any_show: Show) -> Reader:
    return reader(any_show, request.param)


def keys(fan: Reader, kind: Kind) -> list[str]:
    show = fan.library.show
    found = {"cast": show.members, "ost": show.tracks, "episode": show.episodes}
    return [record.key for record in found[kind]]


def failed(fan: Reader, failure: Exception) -> Shown:
    return Shown(errors.build(fan, failure, "4711abcd").page())


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_found_is_said_with_ways_on(fan: Reader, kind: Kind, typed: str) -> None:
    for failure in (
        NoMatch(kind, typed),
        NoMatch(kind, typed, keys(fan, kind)),
        Ambiguous(kind, typed, keys(fan, kind)),
    ):
        card = failed(fan, failure)

        assert len(card.components) <= 40
        assert all(0 < utf16_length(button["label"]) <= 38 for button in card.of_type(BUTTON))
        assert all(shown(fan, address).texts for address in card.leads_to)
        assert str(card.leads_to[-1]) == {"cast": "cast", "ost": "ost", "episode": "ratings"}[kind]
        assert not re.search(r"(?<!\\)\|\||@everyone|://|(?<!\\)`|<@", card.text)


def test_somebody_whose_part_gives_something_away_is_offered_by_the_actor(harbour: Show) -> None:
    card = failed(reader(harbour, "en"), Ambiguous("cast", "cap", ["cha-dan-u", "seo-i-jun"]))

    assert [button["label"] for button in card.of_type(BUTTON)][:2] == ["Cha Dan-u", "Seo I-jun · Yoon Ha-rin"]


def test_a_further_offer_that_is_a_spoiler_names_its_episode_and_not_its_question(harbour: Show) -> None:
    spoiler = next(beat for beat in harbour.beats if beat.after_episode > 1)
    statement = Statement(("beat", spoiler.key), spoiler.text, spoiler, keys=("seo-i-jun",))
    failure = UnsureQuestion((), ((statement, "does the trawler sink"),))
    seen = reader(harbour, "en")._replace(level=spoiler.after_episode)

    assert [one["label"] for one in failed(seen, failure).options] == ["does the trawler sink"]
    (label,) = [one["label"] for one in failed(reader(harbour, "en"), failure).options]
    assert label == f"Safe after episode {spoiler.after_episode}: Seo I-jun"


def test_a_card_that_is_gone_leads_to_the_show(fan: Reader) -> None:
    assert [str(address) for address in failed(fan, NoSuchAddress("cast/gone")).leads_to] == ["show"]


@pytest.mark.parametrize("slip", [KeyError("x"), IndexError("x"), ValueError("x"), RuntimeError("||secret||")])
def test_a_slip_of_ours_gives_a_reference_to_quote_and_nothing_of_its_inside(fan: Reader, slip: Exception) -> None:
    card = failed(fan, slip)

    assert "`4711abcd`" in card.text
    assert "secret" not in card.text


# What is offered while a fan types.


def test_suggestions_fit_and_give_nothing_away(fan: Reader) -> None:
    library = fan.library
    offered = [
        cast.suggestion_name(fan, member, typed) for member in library.show.members for typed in ("", "se", "서")
    ]
    offered += [
        soundtrack.suggestion_name(fan, track, typed) for track in library.show.tracks for typed in ("", "lo", "썰")
    ]
    offered += [ratings.suggestion_name(fan, episode) for episode in library.show.episodes]
    windows = windows_of_spoilers(library.show)

    assert len(offered) > 20
    assert [text for text in offered if not 0 < utf16_length(text) <= 100] == []
    assert [text for text in offered if windows_within(text) & windows] == []


def test_nobody_without_a_name_is_offered_to_those_who_have_typed_nothing(harbour: Show) -> None:
    hidden = tuple(
        msgspec.structs.replace(member, after_episode=4) if not member.actor else member for member in harbour.members
    )
    knowledge = KnowledgeBase(msgspec.structs.replace(harbour, members=hidden, translations={}))

    assert [member.key for member in knowledge.names.find_cast("")] == [
        member.key for member in harbour.members if member.actor
    ]
