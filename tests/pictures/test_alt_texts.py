"""The alt texts of pictures, for people who use a screen reader."""

from __future__ import annotations

import re

import pytest

from bot.cards import charts
from bot.cards.charts.relationships import RelationshipGraph
from bot.cards.text import utf16_length
from bot.i18n.catalog import languages
from tests.pictures.drawings import pictures, reader
from tests.shows import SHOWS, loaded

LETTERS = {"ko": "[가-힣]", "ja": "[ぁ-ゖ]"}
"""Letters in which one language alone is written."""


@pytest.mark.parametrize("show", SHOWS)
@pytest.mark.parametrize("language", sorted(languages()))
def test_every_picture_has_an_alt_text_in_the_readers_language(show: str, language: str) -> None:
    assert len(pictures(show, language)) >= 5
    for picture in pictures(show, language):
        assert 30 <= utf16_length(picture.alt) <= 256, picture.alt
        assert not picture.alt.endswith("…")
        written = re.sub(r"〈.*?〉|[『「].*?[』」]", "", picture.alt)
        for own, letters in LETTERS.items():
            assert bool(re.search(letters, written)) == (language == own), picture.alt


def test_no_alt_text_names_a_character_who_is_a_spoiler() -> None:
    for folder in SHOWS.values():
        for language in languages():
            somebody = reader(loaded(folder), language)
            secret = [
                member.character.in_language(language)
                for member in somebody.library.show.members
                if member.after_episode
            ]
            told = [picture.alt for picture in charts.charts_for(somebody)]
            assert secret
            assert told
            assert [name for name in secret for alt in told if name in alt] == []


def test_only_the_picture_of_spoilers_shows_spoilers() -> None:
    somebody = reader(loaded(SHOWS["bundled"]), "en")
    show = somebody.library.show
    safe = [picture for picture in charts.charts_for(somebody) if picture.name != "spoilers"]
    people = [member for member in show.members if member.after_episode]
    told = {tie.word for tie in RelationshipGraph(somebody, spoilers=True, level=16).ties if tie.after_episode} - {
        tie.word for tie in RelationshipGraph(somebody, spoilers=False, level=0).ties
    }

    assert len(safe) > 5
    assert len(people) > 5
    assert len(told) > 3
    for picture in safe:
        assert [one.character.latin for one in people if f'"{one.character.latin}"'.encode() in picture.spec] == []
    chart = next(picture for picture in safe if picture.name == "who-is-who")
    assert [word for word in told if f'"{word}"'.encode() in chart.spec] == []


def test_a_show_without_facts_has_no_pictures(harbour) -> None:
    import msgspec

    bare = msgspec.structs.replace(
        harbour, ratings=(), rankings=(), weeks=(), tracks=(), relations=(), members=(), translations={}
    )

    assert list(charts.charts_for(reader(bare, "en"))) == []


def test_pictures_are_drawn_ahead_for_readers_of_every_level() -> None:
    somebody = reader(loaded(SHOWS["bundled"]), "en")
    ahead = {picture.digest for picture in charts.all_charts(somebody)}
    for level in (0, 7, somebody.library.last_episode):
        assert {picture.digest for picture in charts.charts_for(somebody._replace(level=level))} <= ahead
