"""Numbers, ordinals and positions, as commands and questions read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text.positions import LAST, Position, read_position

POSITIONS = {
    "finale": Position("episode", LAST),
    "the finale": Position("episode", LAST),
    "last": Position("", LAST),
    "last episode": Position("episode", LAST),
    "final ep": Position("episode", LAST),
    "first": Position("", 1),
    "S1E1": Position("episode", 1),
    "s01e16": Position("episode", 16),
    "1x03": Position("episode", 3),
    "Season 1 Episode 4": Position("episode", 4),
    "ep. 4": Position("episode", 4),
    "ep4": Position("episode", 4),
    "4th episode": Position("episode", 4),
    "the fourth episode": Position("episode", 4),
    "episode four": Position("episode", 4),
    "part IV": Position("part", 4),
    "OST Part.4": Position("part", 4),
    "track 4": Position("part", 4),
    "#4": Position("", 4),
    "4": Position("", 4),
    "last song": Position("part", LAST),
    "마지막화": Position("episode", LAST),
    "마지막 회": Position("episode", LAST),
    "최종회": Position("episode", LAST),
    "첫 회": Position("episode", 1),
    "4화": Position("episode", 4),
    "제4회": Position("episode", 4),
    "4번 트랙": Position("part", 4),
    "네 번째 곡": Position("part", 4),
    "파트4": Position("part", 4),
    "파트 4": Position("part", 4),
    "마지막 노래": Position("part", LAST),
    "시즌1 3화": Position("episode", 3),
    "season finale": Position("episode", LAST),
    "the last episode of the series": Position("episode", LAST),
    "P4": Position("part", 4),
    "episode 4 <3": Position("episode", 4),
    "capítulo 4": Position("episode", 4),
    "el cuarto capítulo": Position("episode", 4),
    "T1E4": Position("episode", 4),
    "último capítulo de la serie": Position("episode", LAST),
    "la última canción": Position("part", LAST),
    "第4話": Position("episode", 4),
    "四話": Position("episode", 4),
    "シーズン1第4話": Position("episode", 4),
    "最終回": Position("episode", LAST),
    "4曲目": Position("part", 4),
    "最後の曲": Position("part", LAST),
}

NONE = [
    "",
    "March 9",
    "top 10",
    "season 2",
    "S2E1",
    "시즌2",
    "hello 4",
    "4 5",
    "episode",
    "3.5",
    "i",
    "9일",
    "Last Boat",
    "16 episodes",
    "16 capítulos",
    "4曲",
    "temporada 2",
    "シーズン2",
    "두 곡",
    "4곡",
    "season two",
    "last season",
    "series",
    "네",
    "the one",
    "<@4>",
    "<#4>",
    "<:x:4>",
    "<3",
    "https://example.org/4",
]


@pytest.mark.parametrize(("text", "position"), POSITIONS.items(), ids=POSITIONS.keys())
def test_a_position_is_read_however_it_is_said(text, position):
    assert read_position(text) == position


@pytest.mark.parametrize("text", NONE)
def test_a_number_inside_other_words_is_no_position(text):
    assert read_position(text) is None


@given(st.text(max_size=80))
def test_any_text_is_read_or_turned_down(text):
    read_position(text)


def test_the_last_one_is_counted_from_the_end():
    assert Position("", LAST).resolve(16) == 16
    assert Position("", 17).resolve(16) == 0
