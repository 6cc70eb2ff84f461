"""What a suggestion shows may be sent instead of its value, and finds itself again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.cards.address import Address
from bot.cards.commands import COMMANDS
from bot.domain.errors import Ambiguous, NoMatch
from bot.i18n.catalog import languages
from tests.cards.walking import reader as reader_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cards.commands import Command
    from bot.cards.layout import Suggestion
    from bot.cards.reader import Reader
    from data.records import Show

LANGUAGES = sorted(languages())


@pytest.fixture(params=["show", "harbour"])
def any_show(request: pytest.FixtureRequest) -> Show:
    return request.getfixturevalue(request.param)


def suggested(reader: Reader, command: Command) -> Iterator[Suggestion]:
    """Every suggestion: those for nothing, and those for each of these names and for the start of each."""
    for first in command.suggest(reader, ""):
        yield first
        for typed in (first.name, first.name[:2]):
            yield from command.suggest(reader, typed)


def test_the_shown_name_of_a_suggestion_opens_what_its_value_opens_and_suggests_itself_first(any_show: Show) -> None:
    walked = set[tuple[str, str, str]]()
    for language in LANGUAGES:
        reader = reader_of(any_show, language)
        for name, command in COMMANDS.items():
            for shown, value in suggested(reader, command):
                if (language, name, shown) not in walked:
                    walked.add((language, name, shown))
                    assert command.address(reader, shown) == command.address(reader, value), (language, name, shown)
                    assert command.suggest(reader, shown)[0].value == value, (language, name, shown)

    records = len(any_show.members) + len(any_show.tracks) + len(any_show.episodes)
    assert len(walked) > records
    assert {command for _language, command, _shown in walked} >= {"cast", "ost", "ratings"}


def test_the_name_of_a_suggestion_in_another_language_opens_it_too(show: Show) -> None:
    english, *others = (reader_of(show, language) for language in LANGUAGES)
    for reader in others:
        for command in ("cast", "ost", "ratings"):
            for shown, value in COMMANDS[command].suggest(reader, ""):
                assert COMMANDS[command].address(english, shown) == COMMANDS[command].address(english, value)


def test_a_name_that_is_typed_in_part_is_still_suggested(harbour: Show) -> None:
    reader = reader_of(harbour, "en")
    name, value = COMMANDS["ratings"].suggest(reader, "")[1]

    assert [one.value for one in COMMANDS["ratings"].suggest(reader, name[:-4])] == [value]


EPISODES = {
    "finale": 4,
    "the last one of the series": 0,
    "last": 4,
    "first": 1,
    "S1E1": 1,
    "ep 04": 4,
    "마지막화": 4,
    "최종회": 4,
    "첫회": 1,
    "3회": 3,
    "January 4": 1,
    "5 Jan 2025": 2,
    "1/11": 3,
    "1월 12일": 4,
    "2025-01-04": 1,
    "2025년 1월 5일": 2,
    # Nothing opens by a number that happens to stand in the text.
    "March 3": 0,
    "January": 0,
    "top 3": 0,
    "3 episodes": 0,
    "hello 3": 0,
    "3일": 0,
    "season 2": 0,
    "track 3": 0,
    "ep 99": 0,
    "2024-01-04": 0,
}
TRACKS = {
    "track 2": "Lamp",
    "part II": "Lamp",
    "2번 트랙": "Lamp",
    "두 번째 곡": "Lamp",
    "first": "*Low* Tide",
    "last song": "Lamp",
    "마지막 곡": "Lamp",
    "top 2": "",
    "2곡": "",
    "2 songs": "",
    "ep 2": "",
    "finale": "",
}


def opened(reader: Reader, command: str, text: str) -> Address | None:
    try:
        return COMMANDS[command].address(reader, text)
    except (NoMatch, Ambiguous):
        return None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("text", "number"), EPISODES.items(), ids=EPISODES.keys())
def test_an_episode_is_opened_by_its_position_or_day_and_by_nothing_else(
    harbour: Show, language: str, text: str, number: int
) -> None:
    expected = Address.to("ratings", str(number)) if number else None

    assert opened(reader_of(harbour, language), "ratings", text) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("text", "title"), TRACKS.items(), ids=TRACKS.keys())
def test_a_track_is_opened_by_its_position(harbour: Show, language: str, text: str, title: str) -> None:
    keys = {track.title.latin: track.key for track in harbour.tracks}

    assert opened(reader_of(harbour, language), "ost", text) == (Address.to("ost", keys[title]) if title else None)


def test_a_single_is_opened_by_the_day_on_which_it_came_out(show: Show) -> None:
    days = [track.release.date for track in show.tracks if track.release]
    reader = reader_of(show, "en")
    found = 0
    for track in show.tracks:
        if track.release and days.count(track.release.date) == 1:
            day = track.release.date
            for text in (day.isoformat(), reader.words.date(day), f"{day.month}월 {day.day}일"):
                assert opened(reader, "ost", text) == Address.to("ost", track.key)
                found += 1
    assert found > 10


@pytest.mark.parametrize(
    ("text", "near"),
    [("top 3", "episode-3"), ("January 6", "episode-2"), ("January", "episode-1"), ("track 3", "episode-3")],
)
def test_what_names_no_episode_is_asked_back_with_what_may_have_been_meant(harbour: Show, text: str, near: str) -> None:
    with pytest.raises(NoMatch) as failure:
        COMMANDS["ratings"].address(reader_of(harbour, "en"), text)

    assert failure.value.near[0] == near


def test_an_episode_that_is_named_instead_of_a_track_offers_what_is_heard_in_it(show: Show) -> None:
    reader = reader_of(show, "en")
    with pytest.raises(NoMatch) as failure:
        COMMANDS["ost"].address(reader, "episode 4")

    assert list(failure.value.near) == [heard.track.key for heard in reader.library.heard_in(show.episodes[3])]
