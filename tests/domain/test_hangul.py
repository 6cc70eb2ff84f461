"""Hangul as it is built, typed and said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text.hangul import compose, decompose, from_hangul_layout, from_latin_layout, initials, particle

SYLLABLES = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
WRITTEN = st.text(st.one_of(SYLLABLES, st.characters(codec="ascii")))


@given(WRITTEN)
def test_what_is_taken_apart_goes_together_again(text: str) -> None:
    assert compose(decompose(text)) == text


@given(st.text())
def test_no_text_is_too_strange_to_be_taken_apart_and_put_together(text: str) -> None:
    compose(decompose(text))
    initials(text)
    from_hangul_layout(from_latin_layout(text))


@given(st.text(SYLLABLES, min_size=1), st.data())
def test_a_half_typed_text_is_the_beginning_of_the_text(text: str, data: st.DataObject) -> None:
    keys = decompose(text)
    typed = keys[: data.draw(st.integers(0, len(keys)))]

    assert keys.startswith(decompose(compose(typed)))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("서이준", "ㅅㅓㅇㅣㅈㅜㄴ"),
        ("과", "ㄱㅗㅏ"),
        ("값", "ㄱㅏㅂㅅ"),
        ("까", "ㄲㅏ"),
        ("윤ㅎ", "ㅇㅠㄴㅎ"),
        ("ㄳ", "ㄱㅅ"),
        ("Seo 서", "Seo ㅅㅓ"),
    ],
)
def test_a_syllable_is_the_keys_that_are_pressed_for_it(text: str, keys: str) -> None:
    assert decompose(text) == keys


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ㄱㅏㄴㅏ", "가나"),
        ("ㄱㅏㄴㄴㅏ", "간나"),
        ("ㄱㅏㅂㅅㅣ", "갑시"),
        ("ㄱㅏㅂㅅㅇㅣ", "값이"),
        ("ㅏㄱ", "ㅏㄱ"),
        ("ㅎㅎ", "ㅎㅎ"),
    ],
)
def test_keys_make_syllables_as_an_input_method_makes_them(keys: str, text: str) -> None:
    assert compose(keys) == text


def test_initials_are_those_of_the_syllables() -> None:
    assert initials("서이준 까치!") == "ㅅㅇㅈ ㄲㅊ!"


@pytest.mark.parametrize(
    ("latin", "hangul"),
    [
        ("tjdlwns", "서이준"),
        ("dbsgkfls", "윤하린"),
        ("Ekr", "딱"),
        ("dPdnjsWkd", "예원짱"),
        ("GKFLS", "하린"),
        ("10aks", "10만"),
    ],
)
def test_hangul_typed_on_the_latin_layout_is_read(latin: str, hangul: str) -> None:
    assert compose(from_latin_layout(latin)) == hangul


@pytest.mark.parametrize(
    ("hangul", "latin"), [("ㄴ대", "seo"), ("ㅗㅁ갸ㅜ", "harin"), ("ㅏㅑㅡ", "kim"), ("ㅆㅒㅖ", "top")]
)
def test_latin_letters_typed_on_the_hangul_layout_are_read(hangul: str, latin: str) -> None:
    assert from_hangul_layout(hangul) == latin


@pytest.mark.parametrize(
    ("word", "this", "object_", "topic", "with_", "by"),
    [
        ("이준", "이", "을", "은", "과", "으로"),
        ("하나", "가", "를", "는", "와", "로"),
        ("서울", "이", "을", "은", "과", "로"),
        ("**이준**", "이", "을", "은", "과", "으로"),
        ("「등대」", "가", "를", "는", "와", "로"),
        ("등대 (2023)", "가", "를", "는", "와", "로"),
        ("||바다||(OST)", "가", "를", "는", "와", "로"),
        ("(이준)", "이", "을", "은", "과", "으로"),
        ("1", "이", "을", "은", "과", "로"),
        ("2", "가", "를", "는", "와", "로"),
        ("3", "이", "을", "은", "과", "으로"),
        ("0", "이", "을", "은", "과", "으로"),
        ("7", "이", "을", "은", "과", "로"),
        ("10", "이", "을", "은", "과", "으로"),
        ("1,200", "이", "을", "은", "과", "으로"),
        ("2024", "가", "를", "는", "와", "로"),
        ("3.250", "이", "을", "은", "과", "으로"),
        ("12.5%", "가", "를", "는", "와", "로"),
        ("막내아들(26.948%)", "이", "을", "은", "과", "로"),
        ("1000000000000", "가", "를", "는", "와", "로"),
        (8, "이", "을", "은", "과", "로"),
        ("OST", "가", "를", "는", "와", "로"),
        ("BBC", "가", "를", "는", "와", "로"),
        ("TVN", "이", "을", "은", "과", "으로"),
        ("SQL", "이", "을", "은", "과", "로"),
        ("Seo I-jun", "이", "을", "은", "과", "으로"),
        ("Hye-seong", "이", "을", "은", "과", "으로"),
        ("Noh Ga-eul", "이", "을", "은", "과", "로"),
        ("Baek", "이", "을", "은", "과", "으로"),
        ("Night Ferry", "가", "를", "는", "와", "로"),
        ("Home", "이", "을", "은", "과", "으로"),
        ("Low Tide", "가", "를", "는", "와", "로"),
        ("Apple", "이", "을", "은", "과", "로"),
        ("⚓", "이(가)", "을(를)", "은(는)", "와(과)", "(으)로"),
        ("", "이(가)", "을(를)", "은(는)", "와(과)", "(으)로"),
        ("潮", "이(가)", "을(를)", "은(는)", "와(과)", "(으)로"),
    ],
)
def test_particles_follow_the_sound_of_the_word(
    word: object, this: str, object_: str, topic: str, with_: str, by: str
) -> None:
    pairs = ("이/가", "을/를", "은/는", "와/과", "으로/로")

    assert [particle(word, pair) for pair in pairs] == [this, object_, topic, with_, by]


@given(st.text())
def test_every_word_has_a_particle(word: str) -> None:
    assert particle(word, "이/가") in {"이", "가", "이(가)"}


def test_a_pair_that_is_no_particle_is_refused() -> None:
    with pytest.raises(KeyError):
        particle("이준", "하/다")
