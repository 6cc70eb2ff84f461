"""How Korean names sound: every romanization of a name meets it, and another name does not."""

from __future__ import annotations

import pytest

from bot.domain.search import phonetics
from bot.domain.search.namesakes import Namesake, namesake, namesake_in_latin


def heard(hangul: str) -> str:
    return phonetics.join(phonetics.of_hangul(hangul))


def is_read_as(latin: str, hangul: str) -> bool:
    readings = phonetics.together(map(phonetics.of_latin, latin.split("-")))
    same_key = [written for written, _ in readings if phonetics.key(written) == phonetics.key(heard(hangul))]
    return any(phonetics.agree(written, heard(hangul)) for written in same_key)


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("김", "kim gim kym"),
        ("이", "lee yi i rhee ri"),
        ("박", "park pak bak"),
        ("최", "choi choe"),
        ("정", "jung jeong chung joung chong"),
        ("강", "kang gang"),
        ("조", "cho jo joh"),
        ("윤", "yoon yun youn"),
        ("임", "lim im rim yim leem"),
        ("오", "oh o"),
        ("서", "seo suh"),
        ("백", "baek paek back paik"),
        ("유", "yoo yu ryu you"),
        ("노", "noh roh no"),
        ("곽", "kwak gwak"),
        ("현", "hyun hyeon hyon"),
        ("우", "woo u wu"),
        ("성", "seong sung song seoung"),
        ("준", "jun joon chun"),
        ("영", "young yeong yong yung"),
        ("석", "seok suk sok"),
        ("숙", "sook suk"),
        ("혁", "hyuk hyeok"),
        ("희", "hee hui heui"),
        ("은", "eun un"),
        ("범", "beom bum bom"),
        ("혜", "hye he"),
        ("훈", "hoon hun"),
        ("원", "won weon"),
        ("웅", "woong ung"),
        ("환", "hwan"),
        ("다온", "da-on daon"),
        ("가을", "ga-eul gaeul ka-ul"),
        ("소은", "so-eun soeun"),
        ("하은", "ha-eun haeun"),
        ("지예", "ji-ye jiye jee-ye"),
        ("이준", "i-jun yijun ee-joon"),
        ("태호", "tae-ho taeho"),
        ("등불을들고", "deungbureuldeulgo"),
        ("갈매기소리", "galmaegi-sori kalmaegisori"),
        ("좋아해", "joahae choahae"),
        ("떠나줘", "tteonajwo ddeonajwo ttonajwo"),
        ("없죠", "eopjyo eopjo"),
    ],
)
def test_a_name_meets_all_its_romanizations(hangul: str, latin: str) -> None:
    missed = [word for word in latin.split() if not is_read_as(word, hangul)]

    assert not missed


@pytest.mark.parametrize(
    ("latin", "hangul"),
    [
        ("so-hyun", "수현"),
        ("ji-eun", "지원"),
        ("dae-ho", "태호"),
        ("jeon", "천"),
        ("min", "미"),
        ("hwang", "홍"),
        ("ha-ran", "하린"),
        ("tell", "틸"),
        ("i-soon", "이준"),
    ],
)
def test_another_name_does_not_meet_it(latin: str, hangul: str) -> None:
    assert not is_read_as(latin, hangul)


@pytest.mark.parametrize("word", ["vogue", "xylophone", "queen", "fox", "10cm", "été"])
def test_what_cannot_be_korean_has_no_reading(word: str) -> None:
    assert phonetics.of_latin(word) == ()


@pytest.mark.parametrize("word", ["yeouieui" * 5, "a" * 100, "sungjunghyunyoung" * 6])
def test_readings_stay_few_however_long_the_word(word: str) -> None:
    assert len(phonetics.of_latin(word)) <= 2 * phonetics.MOST_PRONUNCIATIONS


@pytest.mark.parametrize("name", ["김지우", "지우", "박하은", "남궁민수", "최하린"])
def test_a_known_name_is_recognized(name: str) -> None:
    assert namesake(name) is Namesake.KNOWN


@pytest.mark.parametrize("name", ["Kim Ji-woo", "Jiwoo", "Ha-eun Park", "parkhaeun", "Choe Harin"])
def test_a_known_name_is_recognized_in_latin_letters(name: str) -> None:
    assert namesake_in_latin(name.lower().replace("-", " ").split()) is Namesake.KNOWN


@pytest.mark.parametrize("name", ["윤하릳", "노가올", "등대지기"])
def test_what_nobody_is_called_is_no_name(name: str) -> None:
    assert namesake(name) is Namesake.NOBODY


@pytest.mark.parametrize("name", ["Kimm Ji-wooo", "Noh Gaeulk", "lighthouse keeper", "Vincent"])
def test_what_nobody_is_called_is_no_name_in_latin_letters(name: str) -> None:
    assert namesake_in_latin(name.lower().replace("-", " ").split()) is Namesake.NOBODY
