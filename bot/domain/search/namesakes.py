"""Whether a text is the well-formed name of *another* Korean, and so no slip of the pen.

윤하림 is one letter away from 윤하린, and so is 윤하릳. But parents do name a child 하림, so the first is somebody
else, whereas the second is a slip. What parents name their children is general knowledge about Korean, not about
any show.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from bot.domain.search import phonetics, transcriptions
from bot.domain.text.hangul import is_syllable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SURNAMES: Final = """
김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 전 홍 유 고 문 양 손 배 백 허 남
심 노 하 곽 성 차 주 우 구 민 류 나 진 지 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석
선 설 마 길 위 표 명 기 반 왕 금 옥 육 인 맹 제 모 탁 편 봉 감 경 국 남궁 황보 제갈 선우
독고 사공
"""
_GIVEN_NAMES: Final = """
가람연영온은을인희 강우현훈 건우하희 경미수숙아원호희 고은 광수현 규리민영진현 기광범용우현 나라연영은현
남길주준희 다빈솜연영온은인현희 대현 도경아연영완윤하현훈 동건민석욱운원윤주하현호훈휘희 두나준 라미온희 로아
류진 리아 명민수훈희 무열 문희 미경나란림선숙연영정주희 민경규기서석선수식아영우재정주준지진하혁현호희 범수
병규헌호 보검라람미영은현 상민우욱현호훈 새론롬벽 서연영우윤준진현희 석규진훈 선규미빈아영우재주호희
설아윤현희 성경규균민빈수용우욱웅윤일재주준진찬현호훈 세경나영윤정준진현훈희 소나라민연영원윤은이정진현희 솔이
수경미민빈아안연영정지진하혁현호희 숙희 순재 슬기비아 승관기룡민아연우원재준철하현호훈희 시아온완우원윤은현
신비애영혜 아라름린영인중현 여름정 연경수우재주지희 영광규남대미민선수숙식아애우은자재주준지진철하현호화훈희
예나리린림슬원은인준지진 옥빈 요섭 용준화 우빈석성식진 원빈영희 유겸나라리미빈영정주진찬
윤경미서석수아정주지진하호희 은경미별비빈서석선성수숙아영우재정주지진채탁하혜희 이경든서수슬안준진현
인경국나성수숙아영하혜호환 재경민범석영욱원윤이인준중현형호환훈희
정국남민석섭수숙아안연우원윤은인재하한현호화환훈희 제니훈 조이 종석혁현협 주아연영원은혁현호희
준기서수열영우혁현형호희 중기 지민빈섭성수숙아안연영예온완용우욱운원유윤은인한헌혁현혜호환효후훈희
진경구서석수아영우욱원주태하혁환희 찬미열영우 창민석욱정훈 채령린아연영원은 철민수 초롱아희 탄희
태경리민산석양연영오용우웅원윤준평하현형호환훈희 하나늘늬니람린선영온윤율은준진 학주 한나별솔
해경나란리린림미수숙원인준진찬 향기미 혁수 현경민빈서석수숙승아영우욱재정주준지진철태호희 형민석식욱준진
혜교나란리림민빈선성수숙연영원윤은인정준지진 호영정준진 화영 효리린림민섭정주진 훈정
희경동란봉선수숙순애영원재정주준진
"""
"""The first syllable, and those that may follow it."""

SURNAMES: Final = frozenset(_SURNAMES.split())
GIVEN_NAMES: Final = frozenset(first + second for first, *rest in _GIVEN_NAMES.split() for second in rest)
_MOST_LETTERS: Final = 24
"""No Korean is called anything longer in Latin letters."""
_SYLLABLES: Final = frozenset("".join(GIVEN_NAMES))
_KEY: Final = {char: phonetics.key(phonetics.join(phonetics.of_hangul(char))) for char in _SYLLABLES.union(*SURNAMES)}


def _keys(names: frozenset[str]) -> frozenset[str]:
    return frozenset("".join([_KEY[char] for char in name]) for name in names)


_SURNAME_KEYS: Final = _keys(SURNAMES)
_GIVEN_KEYS: Final = _keys(GIVEN_NAMES)
_SYLLABLE_KEYS: Final = _keys(_SYLLABLES)


@lru_cache(maxsize=256)
def is_surname(word: str) -> bool:
    """Whether a word in Latin letters or in Hangul is a Korean family name."""
    return word in SURNAMES or not _SURNAME_KEYS.isdisjoint(_keys_of([word]))


def surname_length(name: str) -> int:
    """How many syllables of a full Hangul name are its family name; 0 where it is no full name."""
    if not 3 <= len(name) <= 5 or not all(map(is_syllable, name)):
        return 0
    return next((length for length in (2, 1) if len(name) - length >= 2 and name[:length] in SURNAMES), 0)


class Namesake(IntEnum):
    """How much a text looks like what some Korean is called."""

    NOBODY = 0
    SOMEBODY = 1
    """A family name and syllables that are used in given names: built like a name."""
    GIVEN = 2
    """Two such syllables without a family name."""
    KNOWN = 3
    """A given name that many have, with or without a family name."""


def namesake(name: str) -> Namesake:
    """Whether a name in Hangul, written without blanks, is what somebody is called."""
    given = [name[length:] for length in (1, 2) if name[:length] in SURNAMES]
    return _judged(name, given, GIVEN_NAMES, _SYLLABLES)


def namesake_in_latin(words: Sequence[str]) -> Namesake:
    """The same for a name in Latin letters."""
    if sum(map(len, words)) > _MOST_LETTERS:
        return Namesake.NOBODY
    return max(
        (_judged(whole, given, _GIVEN_KEYS, _SYLLABLE_KEYS) for whole, given in _split(words)), default=Namesake.NOBODY
    )


def namesake_in_script(heard: Sequence[str], script: transcriptions.Script) -> Namesake:
    """The same for a name in kana or Cyrillic, by its transcriptions."""
    surnames, known, syllables = _transcribed(script)
    return max(
        _judged(whole, [whole[len(name) :] for name in surnames if whole.startswith(name)], known, syllables)
        for whole in heard
    )


@cache
def _transcribed(script: transcriptions.Script) -> tuple[frozenset[str], ...]:
    """The family names, given names and their syllables in a script."""
    return tuple(
        frozenset(transcriptions.of_hangul([name], script) for name in names)
        for names in (SURNAMES, GIVEN_NAMES, _SYLLABLES)
    )


def _split(words: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """How a name sounds, and what is left of it without a family name in front or behind."""
    if len(words) == 1:
        for whole in _keys_of(words):
            borders = range(1, len(whole))
            given = [whole[at:] for at in borders if whole[:at] in _SURNAME_KEYS]
            yield whole, given + [whole[:at] for at in borders if whole[at:] in _SURNAME_KEYS]
        return
    given = [*_keys_of(words[1:])] if is_surname(words[0]) else []
    given += _keys_of(words[:-1]) if is_surname(words[-1]) else []
    yield from ((whole, given) for whole in _keys_of(words))


def _keys_of(words: Sequence[str]) -> list[str]:
    """The usual pronunciations of some words, run together."""
    heard = phonetics.together([phonetics.of_latin(word) for word in words])
    return [phonetics.key(sound) for sound, weak in heard if not weak]


def _judged(whole: str, given: Sequence[str], known: frozenset[str], syllables: frozenset[str]) -> Namesake:
    if whole in known or not known.isdisjoint(given):
        return Namesake.KNOWN
    if _of_syllables(whole, syllables):
        return Namesake.GIVEN
    return Namesake(any(name in syllables or _of_syllables(name, syllables) for name in given))


def _of_syllables(name: str, syllables: frozenset[str]) -> bool:
    """Whether a name is two syllables that are used in given names."""
    return any(name[:at] in syllables and name[at:] in syllables for at in range(1, len(name)))
