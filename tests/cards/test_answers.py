"""Answers to questions, hundreds of them about two shows in all languages: they keep what every card keeps."""

from __future__ import annotations

import random
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from bot.cards import ask
from bot.cards.address import Address, NoSuchAddress
from bot.cards.text import utf16_length
from bot.domain.questions import NOT_ANSWERED
from bot.i18n.catalog import SOURCE, catalog
from tests.cards.editions import fan
from tests.cards.spoilers import windows_of_spoilers, windows_within
from tests.cards.walking import BUTTON, Shown, shown
from tests.shows import SHOWS, loaded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records import Show

FEWEST = {"bundled": 400, "invented": 80}
"""Questions that are answered at the least."""
SAMPLE = 200
"""Answers that are read at the most in each language but English."""


def questions(show: Show) -> Iterator[str]:
    """What fans ask, above all what would give something away."""
    yield from ("How does it end?", "Will there be a season 2?", "Where was it filmed?", "Who wrote it?")
    yield from ("Which awards did it win?", "What was the best rating?", "How many hours on Netflix?", "결말 알려줘")
    leads = [member.character.latin for member in show.members if member.billing == "lead"]
    for member in show.members:
        name = member.character.latin
        yield from (f"Who plays {name}?", f"Who is {name}?", f"What happens to {name}?", f"How old is {name}?")
        yield from (f"Who is {name}'s father?", f"Who is {name} married to?", f"Who attacked {name}?")
        yield from (f"How is {name} related to {lead}?" for lead in leads)
        if member.actor:
            yield f"Who does {member.actor.latin} play?"
    for track in show.tracks:
        yield from (f"Who sings {track.title.latin}?", f"Where is {track.title.latin} heard?")
    for episode in show.episodes:
        number = episode.number
        yield from (
            f"What happens in episode {number}?",
            f"Which songs are in episode {number}?",
            f"{number}회 시청률?",
        )


def answer_to(show: str, language: str, question: str) -> Address | None:
    try:
        return ask.address(fan(show, language), question)
    except NOT_ANSWERED:
        return None


@cache
def addresses(show: str, language: str) -> dict[Address, None]:
    """Where the answers are: in English to all questions, in another language to some of them and some of its own."""
    asked = [*questions(loaded(SHOWS[show]))]
    if language == SOURCE:
        return dict.fromkeys(address for one in asked if (address := answer_to(show, language, one)))
    some = random.Random(language).sample(asked, 40)  # noqa: S311
    english = addresses(show, SOURCE)
    return dict.fromkeys(
        [
            *random.Random(language).sample([*english], min(len(english), SAMPLE)),  # noqa: S311
            *(address for one in some if (address := answer_to(show, language, one))),
        ]
    )


@cache
def answers(show: str, language: str) -> dict[str, Shown]:
    """The first page of every answer, and of its sources."""
    places = [place for one in addresses(show, language) for place in (one, Address.to("sources", *one.path))]
    return {str(place): shown(fan(show, language), place) for place in places}


@pytest.fixture
def found(edition: tuple[str, str]) -> dict[str, Shown]:
    found = answers(*edition)
    assert len(found) >= (FEWEST[edition[0]] if edition[1] == SOURCE else min(FEWEST[edition[0]], SAMPLE))
    return found


def test_an_answer_fits_into_a_message(found: dict[str, Shown]) -> None:
    for address, card in found.items():
        ids = [part["custom_id"] for part in card.components if "custom_id" in part]
        assert len(card.components) <= 40, address
        assert all(text.strip() for text in card.texts), address
        assert sum(utf16_length(text) for text in card.texts) <= 4000, address
        assert len(set(ids)) == len(ids), address
        assert all(len(custom_id) <= 100 for custom_id in ids), address
        assert all(0 < utf16_length(button["label"]) <= 38 for button in card.of_type(BUTTON)), address
        assert all(0 < utf16_length(option["label"]) <= 100 for option in card.options), address


def test_an_answer_is_a_finished_sentence(found: dict[str, Shown]) -> None:
    for address, card in found.items():
        assert card.left_over == [], address


def test_what_gives_something_away_is_barred_in_answers_and_said_to_be(
    edition: tuple[str, str], found: dict[str, Shown]
) -> None:
    show, language = edition
    windows = windows_of_spoilers(loaded(SHOWS[show]).in_language(language))
    said = re.escape(catalog(language)("spoiler-after", episode=7)).replace("7", r"[1-9]\d*")
    told: dict[str, set[str]] = {}
    for address, card in found.items():
        bars = re.findall(r"(?<!\\)\|\|.+?(?<!\\)\|\|", card.text)
        assert all(len(re.findall(r"(?<!\\)\|\|", line)) % 2 == 0 for line in card.text.splitlines()), address
        assert len(re.findall(rf"{said} ?\|\|", card.text)) == len(bars), address
        given = {" ".join(at) for text in [card.visible, *card.unbarred] for at in windows_within(text) & windows}
        if given:
            told[address] = given

    assert told == {}


def test_an_answer_leads_on_and_names_its_sources(edition: tuple[str, str], found: dict[str, Shown]) -> None:
    somebody = fan(*edition)
    onward = {str(address): address for card in found.values() for address in card.leads_to}

    for address in random.Random(edition[1]).sample([*onward.values()], 40):  # noqa: S311
        assert shown(somebody, address).texts
    checked = somebody.words.short_month(somebody.library.show.about.version)
    line = somebody.words("sources-line", sources="", date=checked)
    # A page can tell the story by its address: in public it is named without a link.
    library = somebody.library
    tell_the_story = {
        library.publisher_of(key).name for key, page in library.show.sources.items() if page.after_episode
    }
    named = 0
    for address, card in found.items():
        if not address.startswith("sources/"):
            has_sources = Address.to("sources", *card.address.path) in card.leads_to
            assert has_sources == (line in card.text), address
            if has_sources and "](<http" not in card.text:
                without_link = card.text[: card.text.index(line)].splitlines()[-1]
                assert card.visible != card.text or any(name in without_link for name in tell_the_story), address
            named += has_sources
    assert named > 40


FORGED = ["ask", "ask/x", "ask/plays", "ask/plays/nobody", "ask/relation/seo-i-jun", "ask/and", "ask/says/fact/none"]


@pytest.mark.parametrize("address", FORGED)
def test_a_forged_question_has_no_answer(address: str) -> None:
    with pytest.raises(NoSuchAddress):
        shown(fan("invented", SOURCE), Address.parse(address))
