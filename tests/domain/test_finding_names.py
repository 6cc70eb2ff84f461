"""Finding names as fans type them, over the invented show Harbour Lights."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.search import Blank, Choices, Found, Index, Nothing, Spelling, Target
from bot.domain.text.hangul import compose, decompose, from_hangul_layout, initials, is_syllable

if TYPE_CHECKING:
    from collections.abc import Callable


QWERTY = dict(
    zip(
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        strict=True,
    )
)
DUBEOLSIK = {latin: jamo for jamo, latin in QWERTY.items()}


def member(key: str, character: str, actor: str, *also: str, rank: int = 0) -> Target:
    named = [
        (text, kind) for names, kind in ((character, "character"), (actor, "actor")) for text in names.split(" / ")
    ]
    return Target(key, tuple(Spelling(*one) for one in (*named, *((text, "alias") for text in also))), rank)


def track(key: str, title: str, singer: str, *others: tuple[str, str], part: int = 0) -> Target:
    named = [
        (text, kind) for names, kind in ((title, "title"), (singer, "singer")) for text in names.split(" / ") if text
    ]
    numbered = [(str(part), "part")] if part else []
    return Target(key, tuple(Spelling(*one) for one in (*named, *others, *numbered)), part or 99)


CAST = (
    member("i-jun", "Seo I-jun / 서이준", "Yoon Ha-rin / 윤하린", "I-jun", rank=0),
    member("da-on", "Seo Da-on / 서다온", "Bae I-an / 배이안", "Bae Ian", rank=1),
    member("mi-rae", "Ok Mi-rae / 옥미래", "Noh Ga-eul / 노가을", "Harbour Master", rank=10),
    member("captain", "Captain Pyo / 표 선장", "Cha Dan-u / 차단우", "Pyo Gang-san", rank=11),
    member("keeper", "Victor Salt / 빅터 솔트", "Tak Jeong-u / 탁정우", "Victor", rank=12),
    member("cook", "Bang Seol-ok / 방설옥", "Im Chae-gyeong / 임채경", "Lim Chae-kyung", rank=13),
    member("diver", "Han Geum-byeol / 한금별", "Kwon Sol-bi / 권솔비", rank=14),
    member("i-jun-girl", "Seo I-jun as a girl / 서이준 (어린 시절)", "Shim Bom / 심봄", rank=50),
)
OST = (
    track(
        "tide", "Low Tide / 썰물", "Gulls (TIDELINE) / 갈매기들", ("Ebb", "variant"), ("Minu (민우)", "member"), part=1
    ),
    track(
        "lamp", "The Lamp We Carried / 등불을 들고", "Ma Eun-sol / 마은솔", ("Deungbureul Deulgo", "variant"), part=2
    ),
    track("gulls", "Can't Hear the Gulls / 갈매기 소리가 없네", "Paul Shim / 폴심", part=3),
    track("ferry", "Night Ferry", "Seonu / 선우", ("The Last Boat of the Night", "variant"), part=12),
    track("theme", "Harbour Theme", ""),
)
cast, ost = Index(CAST), Index(OST, stopwords=["Harbour Lights", "항구의 불빛"])


def names(targets: tuple[Target, ...], *kinds: str, hangul: bool) -> list[tuple[str, str]]:
    found = [
        (target.key, spelling.text)
        for target in targets
        for spelling in target.spellings
        if spelling.kind in kinds and all(map(is_syllable, re.sub(r"\W", "", spelling.text))) == hangul
    ]
    assert len(found) >= 4
    return found


LATIN_PEOPLE = names(CAST, "character", "actor", hangul=False)
LATIN = LATIN_PEOPLE + names(OST, "title", "singer", hangul=False)
HANGUL_PEOPLE = [(key, name) for key, name in names(CAST, "character", "actor", hangul=True) if "(" not in name]
HANGUL = HANGUL_PEOPLE + names(OST, "title", "singer", hangul=True)


def first(typed: str, key: str) -> str | None:
    """The key of the best hit in the index that holds ``key``."""
    index = cast if key in {target.key for target in CAST} else ost
    return next((hit.key for hit in index.find(typed)), None)


# Every spelling finds its own target first, whatever is done to it.


@pytest.mark.parametrize(("key", "name"), LATIN + HANGUL)
def test_a_name_is_found_as_it_is_written(key: str, name: str) -> None:
    index = cast if (key, name) in LATIN_PEOPLE + HANGUL_PEOPLE else ost
    hit = index.find(name)[0]

    assert (hit.key, hit.score, hit.spelling.text, hit.reason) == (key, 1.0, name, "exact")
    assert index.decide(name) == Found(hit)


@given(st.sampled_from(LATIN), st.data())
def test_case_blanks_and_hyphens_do_not_matter(named: tuple[str, str], data: st.DataObject) -> None:
    key, name = named
    between = st.sampled_from(["", " ", "-", "  ", "_", "·"])
    pieces = re.split(r"[ -]", name)
    respaced = pieces[0] + "".join(data.draw(between) + piece for piece in pieces[1:])
    typed = "".join(data.draw(st.sampled_from([char.lower(), char.upper()])) for char in respaced)

    assert first(typed, key) == key


@given(st.sampled_from(LATIN + HANGUL), st.data())
def test_noise_around_a_name_does_not_matter(named: tuple[str, str], data: st.DataObject) -> None:
    key, name = named
    noise = st.text(st.sampled_from('*_~|`>#"“”‘’«»!?.,…👑💜🎵\u200b\u200d\u200e\u200f\ufeff\u3164 '), max_size=6)
    typed = data.draw(noise) + name + data.draw(noise)

    assert first(typed, key) == key


@pytest.mark.parametrize(("key", "name"), LATIN)
def test_wide_and_bold_letters_are_letters(key: str, name: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in name)
    bold = "".join(chr(0x1D41A + ord(char) - 97) if char in string.ascii_lowercase else char for char in name.lower())

    assert first(wide, key) == first(bold, key) == key


@pytest.mark.parametrize(("key", "name"), HANGUL)
def test_initial_consonants_stand_for_a_name(key: str, name: str) -> None:
    offered = [hit.key for hit in (cast if (key, name) in HANGUL_PEOPLE else ost).find(initials(name))]

    assert key in offered[:2]


@pytest.mark.parametrize(("key", "name"), HANGUL)
def test_hangul_typed_on_the_latin_layout_finds_the_name(key: str, name: str) -> None:
    assert first("".join(QWERTY.get(jamo, jamo) for jamo in decompose(name)), key) == key


@pytest.mark.parametrize(("key", "name"), LATIN)
def test_latin_letters_typed_on_the_hangul_layout_find_the_name(key: str, name: str) -> None:
    typed = compose("".join(DUBEOLSIK.get(char, DUBEOLSIK.get(char.lower(), char)) for char in name))
    assert from_hangul_layout(typed) == name.lower()

    assert first(typed, key) == key


@given(st.sampled_from(HANGUL_PEOPLE), st.data())
def test_a_half_typed_name_is_on_offer(named: tuple[str, str], data: st.DataObject) -> None:
    key, name = named
    keys = decompose(name)
    typed = compose(keys[: data.draw(st.integers(2, len(keys)))])

    assert key in [hit.key for hit in cast.find(typed)]


@given(st.sampled_from(LATIN), st.data())
def test_the_first_letters_of_a_name_are_enough(named: tuple[str, str], data: st.DataObject) -> None:
    key, name = named
    typed = name[: data.draw(st.integers(3, len(name)))]

    assert key in [hit.key for hit in (cast if named in LATIN_PEOPLE else ost).find(typed)]


@pytest.mark.parametrize(
    ("key", "name"), [one for one in LATIN_PEOPLE if len(one[1].split()) == 2 and "Captain" not in one[1]]
)
def test_the_given_name_may_come_first(key: str, name: str) -> None:
    family, given_name = name.split()

    assert first(f"{given_name} {family}", key) == first(f"{given_name}{family}".lower(), key) == key


@pytest.mark.parametrize(("key", "name"), [one for one in HANGUL_PEOPLE if len(one[1]) == 3])
def test_the_given_name_alone_is_enough(key: str, name: str) -> None:
    assert first(name[1:], key) == key


SLIPS = {
    "two letters swapped": lambda name, at: name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    "a letter doubled": lambda name, at: name[: at + 1] + name[at:],
    "a letter missing": lambda name, at: name[:at] + name[at + 1 :],
}


@given(st.sampled_from(names(OST, "title", hangul=False)), st.sampled_from(sorted(SLIPS)), st.data())
def test_one_slip_in_a_title_is_forgiven(named: tuple[str, str], slip: str, data: st.DataObject) -> None:
    key, name = named
    assume(len(name) > 7)
    typed = SLIPS[slip](name, data.draw(st.integers(1, len(name) - 2)))

    assert first(typed, key) == key


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Yoon Ha-rni", "i-jun"),
        ("Yooon Ha-rinn", "i-jun"),
        ("Yoom Ha-rib", "i-jun"),
        ("Seo Ijnu", "i-jun"),
        ("Bea I-an", "da-on"),
        ("Noh Ga-eull", "mi-rae"),
        ("Noh Gaeuk", "mi-rae"),
        ("Victr", "keeper"),
        ("Vicotr Slat", "keeper"),
        ("Harbuor Mastre", "mi-rae"),
        ("윤햐린", "i-jun"),
        ("서이쥰", "i-jun"),
        ("서디온", "da-on"),
        ("옥미레", "mi-rae"),
        ("옥믜래", "mi-rae"),
        ("Low Tied", "tide"),
        ("Nihgt Ferry", "ferry"),
        ("Cant Haer the Gulsl", "gulls"),
        ("등불를 들고", "lamp"),
        ("갈매기 소리가 업네", "gulls"),
    ],
)
def test_a_slip_or_two_are_forgiven(typed: str, key: str) -> None:
    assert first(typed, key) == key


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Yun Harin", "i-jun"),
        ("Youn Ha Rin", "i-jun"),
        ("Suh Yi-joon", "i-jun"),
        ("Sŏ I-jun", "i-jun"),
        ("Roh Ga-ul", "mi-rae"),
        ("No Kaŭl", "mi-rae"),
        ("Ch'a Tan-u", "captain"),
        ("Cha Dan-woo", "captain"),
        ("Yim Chae-kyung", "cook"),
        ("Rim Chaegyeong", "cook"),
        ("Kwŏn Solbi", "diver"),
        ("Gwon Sol-bee", "diver"),
        ("Han Kum-byul", "diver"),
        ("Harin Yun", "i-jun"),
        ("deungbureul", "lamp"),
        ("tŭngburŭl tŭlgo", "lamp"),
        ("sseolmul", "tide"),
        ("galmaegi sori", "gulls"),
        ("Ma Unsol", "lamp"),
    ],
)
def test_every_romanization_finds_the_name(typed: str, key: str) -> None:
    assert first(typed, key) == key


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (typed, key)
        for key, texts in {
            "i-jun": "ソ・イジュン; ｿ･ｲｼﾞｭﾝ; ソイジュン; そいじゅん; イジュン; ソ・イジュ; ユン・ハリン; ユンハリン; "
            "はりん; Со Иджун; Со И Чжун; Иджун; Юн Харин; Юн Ха Рин; ХАРИН",
            "da-on": "ソ・ダオン; ペ・イアン; ベイアン; Со Даон; Пэ Иан; Бе И Ан",
            "mi-rae": "オク・ミレ; ノ・ガウル; ノカウル; Ок Мирэ; Но Гаыль",
            "keeper": "タク・ジョンウ; タクチョンウ; ジョンウ; タク・チョヌ; Так Чону; Так Джонг У",
            "cook": "パン・ソロク; バンソロク; イム・チェギョン; Пан Сорок; Им Чхэгён; Лим Чеген",
            "diver": "ハン・クムビョル; クォン・ソルビ; クオン・ソルビ; Хан Кымбёль; Квон Сольби; Куон Солби",
        }.items()
        for typed in texts.split("; ")
    ],
)
def test_a_korean_name_is_found_in_kana_and_in_cyrillic(typed: str, key: str) -> None:
    assert first(typed, key) == key


@pytest.mark.parametrize(("key", "name"), [one for one in HANGUL if len(one[1]) > 2])
@pytest.mark.parametrize(
    "slip",
    [
        pytest.param(lambda name: name + name[-1], id="last syllable twice"),
        pytest.param(lambda name: name + "ㅛ", id="stray vowel"),
        pytest.param(lambda name: name + name[-1] + "ㄴ", id="syllable twice and a stray consonant"),
        pytest.param(decompose, id="loose jamo"),
        pytest.param(lambda name: name[0] + decompose(name[1:]), id="loose jamo after a syllable"),
        pytest.param(lambda name: name.replace(" ", ""), id="no blanks"),
    ],
)
def test_a_slip_of_the_korean_keyboard_is_forgiven(key: str, name: str, slip: Callable[[str], str]) -> None:
    index = cast if (key, name) in HANGUL_PEOPLE else ost
    decision = index.decide(slip(name))

    assert isinstance(decision, Found)
    assert decision.hit.key == key


@pytest.mark.parametrize("typed", ["배우윤하린", "윤하린배우", "서이준역", "하린린", "윤하린서이준"])
def test_titles_and_names_without_blanks_are_told_apart(typed: str) -> None:
    assert first(typed, "i-jun") == "i-jun"


@pytest.mark.parametrize(
    ("typed", "key", "reason"),
    [
        ("Yoon Ha-rin Seo I-jun", "i-jun", "combined"),
        ("서이준 윤하린", "i-jun", "combined"),
        ("서이준윤하린", "i-jun", "combined"),
        ("Seo I-jun (Yoon Ha-rin)", "i-jun", "combined"),
        ("Noh Ga-eul as Ok Mi-rae", "mi-rae", "combined"),
        ("low tide gulls", "tide", "combined"),
        ("Tideline low tide", "tide", "combined"),
        ("마은솔 등불을 들고", "lamp", "combined"),
        ("등불을들고 마은솔", "lamp", "combined"),
        ("Paul Shim cant haer the gulls", "gulls", "combined"),
        ("night ferry by seonu", "ferry", "combined"),
        ("low tide part 1", "tide", "combined"),
        ("low tide gul", "tide", "combined"),
        ("lamp we carried", "lamp", "exact"),
        ("the last of the night", "ferry", "word"),
        ("소리가 없네", "gulls", "word"),
        ("the lamp", "lamp", "prefix"),
        ("Victor", "keeper", "exact"),
        ("Harbour", "mi-rae", "prefix"),
        ("Minu", "tide", "exact"),
        ("Tideline", "tide", "exact"),
        ("part 2", "lamp", "number"),
        ("pt.2", "lamp", "number"),
        ("PT2", "lamp", "number"),
        ("파트 12", "ferry", "number"),
        ("ost 3", "gulls", "number"),
        ("3번", "gulls", "number"),
        ("part three", "gulls", "number"),
        ("#12", "ferry", "number"),
        ("harbour lights ost part 1", "tide", "number"),
        ("항구의 불빛 등불을 들고", "lamp", "exact"),
        ("Paul Shim song", "gulls", "exact"),
        ("배우 윤하린", "i-jun", "exact"),
        ("하린아", "i-jun", "word"),
        ("윤하린ㅋㅋㅋ", "i-jun", "exact"),
        ("윤ㅎㄹ", "i-jun", "initials"),
        ("[Yoon Ha-rin](https://example.com) <3", "i-jun", "exact"),
        ("harinnnnn", "i-jun", "near"),
    ],
)
def test_what_is_surely_meant_opens(typed: str, key: str, reason: str) -> None:
    index = cast if key in {target.key for target in CAST} else ost
    decision = index.decide(typed)

    assert isinstance(decision, Found)
    assert (decision.hit.key, decision.hit.reason) == (key, reason)


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("Seo", ["i-jun", "da-on", "i-jun-girl"]),
        ("서", ["i-jun", "da-on", "i-jun-girl"]),
        ("ㅅ", ["i-jun", "da-on", "i-jun-girl"]),
        ("gulls", ["tide", "gulls"]),
        ("night", ["ferry"]),
        ("part", ["tide", "lamp", "gulls", "ferry"]),
        ("Han G", ["diver"]),
    ],
)
def test_a_beginning_or_a_common_word_asks_back_or_opens_what_it_begins(typed: str, keys: list[str]) -> None:
    decision = (cast if set(keys) <= {target.key for target in CAST} else ost).decide(typed)
    offered = [decision.hit.key] if isinstance(decision, Found) else [hit.key for hit in decision.hits]

    assert offered[: len(keys)] == keys[: len(offered)]


def test_exact_beats_prefix_beats_word_beats_near() -> None:
    index = Index(
        [
            member("near", "Dorin", "A"),
            member("word", "Captain Dori", "B"),
            member("prefix", "Dori Quay", "C"),
            member("exact", "Dori", "D"),
        ]
    )
    found = index.find("dori")

    assert [(hit.key, hit.reason) for hit in found[:2]] == [("exact", "exact"), ("near", "prefix")]
    assert [hit.key for hit in found] == ["exact", "near", "prefix", "word"]
    assert sorted((hit.score for hit in found), reverse=True) == [hit.score for hit in found]


def test_on_a_tie_leads_come_before_guests_and_the_grown_up_before_the_child() -> None:
    index = Index(reversed(CAST))

    assert [hit.key for hit in index.find("서이준")] == ["i-jun", "i-jun-girl"]
    assert index.decide("서이준") == Found(index.find("서이준")[0])


@pytest.mark.parametrize("typed", ["", "   ", "\u200b\u200e\ufeff", "***", "\"'!?", "\u3164\u115f", "👑", "\n\t"])
def test_nothing_but_noise_finds_nothing_and_is_told_apart(typed: str) -> None:
    assert cast.find(typed) == cast.near(typed) == []
    assert cast.decide(typed) == Blank()


STRANGERS = """
Seo Ye-ji; 서예지; Yoon Eun-hye; 윤은혜; Yoon Ha-neul; 윤하늘; 윤하나; Bae Suzy; 배수지; Noh Jeong-eui; 노정의;
Cha Eun-woo; 차은우; Kim Ha-rin; 김하린; Lee I-jun; 이이준; Park Da-on; 박다온; Ha-rin Kim; Kim Mi-rae;
Han So-hee; 한소희; Han Ji-min; Im Yoon-ah; 임윤아; Im Si-wan; Kwon Sang-woo; 권상우; Victoria Song; Vincent;
Captain America; Captain Marvel; IU; RM; G-Dragon; Tom Hanks; asdfqwer; qwerty; @everyone;
<@123456789012345678>; <:gull:123456789>; https://example.com/x; print("hello"); null; 12345; ㅋㅋㅋ; ㅠㅠ;
안녕하세요; 이발소; 서울역; 배추; 노트북; 김윤하; 尹河潾; ハリム; キム・ユンハ;
    ハン・イジュン; チョン・イアン; Юн Ха Рим; Ким Иджун; Пак Харин
"""
OTHER_SONGS = """
Ditto; Lighthouse; Lights Out; Low Low Low; High Tide; Tide Is High; Night Changes; Night Fever; Ferris;
Ferry Me Home; Can't Hear You; Can't Stop the Gulls; The Lamp Is Low; Carried Away; We Carried On; 썰매; 물결;
밤배; 등대; 불꽃놀이; 갈매기의 꿈; 소나기; 소리 없이; 없어; Paul McCartney; Sean Paul; Ma Dong-seok; 마동석;
13; part 13; part 120; 파트 5; 1234
"""


@pytest.mark.parametrize("stranger", [one.strip() for one in STRANGERS.split(";")])
def test_a_stranger_is_not_mistaken_for_one_of_the_cast(stranger: str) -> None:
    assert cast.find(stranger) == []
    assert isinstance(cast.decide(stranger), Nothing)


@pytest.mark.parametrize("stranger", [one.strip() for one in OTHER_SONGS.split(";")])
def test_the_song_of_another_drama_is_not_mistaken_for_ours(stranger: str) -> None:
    assert ost.find(stranger) == []
    assert isinstance(ost.decide(stranger), Nothing)


def test_near_misses_are_offered_apart_from_hits() -> None:
    decision = cast.decide("Kim Ha-rin")

    assert isinstance(decision, Nothing)
    assert [hit.key for hit in decision.near] == [hit.key for hit in cast.near("Kim Ha-rin")]
    assert decision.near[0].key == "i-jun"
    assert decision.near[0].score < 0.5


def test_a_limit_is_kept() -> None:
    assert len(cast.find("s", limit=2)) == 2
    assert len(cast.near("Seo Ha-jun", limit=1)) <= 1


def test_a_text_longer_than_any_name_finds_nothing() -> None:
    assert cast.find("Seo I-jun " * 600) == []
    assert isinstance(cast.decide("윤하린" * 2000), Nothing)


@given(st.text(max_size=300))
def test_no_text_is_too_strange(typed: str) -> None:
    for index in (cast, ost):
        hits = index.find(typed)
        assert all(0 < hit.score <= 1 for hit in hits + index.near(typed))
        assert isinstance(index.decide(typed), Found | Choices | Nothing | Blank)
        assert bool(hits) == isinstance(index.decide(typed), Found | Choices)


@given(st.text(st.sampled_from("ㅎㅇㅏㅣ서이준윤하린aeiounyg -1"), max_size=40))
def test_nor_any_jumble_of_names(typed: str) -> None:
    for index in (cast, ost):
        index.decide(typed)


def test_an_index_may_be_empty() -> None:
    assert Index([]).find("Seo I-jun") == []
    assert Index([]).decide("Seo I-jun") == Nothing()


@pytest.mark.parametrize(
    ("typed", "key"), [("Da-on's sister", "seo-i-jun"), ("다온이 누나", "seo-i-jun"), ("xyz Da-on", "")]
)
def test_a_member_is_found_by_what_somebody_is_to_them(knowledge, typed, key):
    assert [member.key for member in knowledge.names.find_cast(typed)][:1] == ([key] if key else [])
