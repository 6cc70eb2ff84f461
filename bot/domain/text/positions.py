"""Reads a place in a numbered list: "finale", "S1E4", "the fourth episode", "part IV", 최종회, 4번 트랙.

Commands and questions share this reading. A text is a position only as a whole: a number inside other words is none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from bot.domain.text.normalization import clean, without_markup

Kind = Literal["", "episode", "part"]

LAST: Final = -1
"""The number of the last one, counted from the end."""


class Position(NamedTuple):
    """A place in a list: which list, as far as the text says it, and the number from 1, or :data:`LAST`."""

    kind: Kind
    number: int

    def resolve(self, count: int) -> int:
        """The number in a list of ``count``; 0 where the list has no such place."""
        number = count if self.number == LAST else self.number
        return number if 1 <= number <= count else 0


def _numbered(words: str, start: int = 1) -> dict[str, int]:
    return {form: number for number, word in enumerate(words.split(), start) for form in word.split("/")}


KINDS: Final[dict[str, Kind]] = {
    # what is numbered, as it is said
    **dict.fromkeys(
        [
            "episode",
            "episodes",
            "epis",
            "epi",
            "eps",
            "ep",
            "e",
            "chapter",
            "회",
            "화",
            "회차",
            "에피소드",
            "에피",
            "편",
        ],
        "episode",
    ),
    **dict.fromkeys(
        ["part", "parts", "pt", "p", "track", "tracks", "trk", "song", "songs", "single", "파트", "트랙", "곡", "노래"],
        "part",
    ),
    **dict.fromkeys(["number", "no", "num", "nr", "n", "번호", "넘버"], ""),
}
_ENDS: Final[dict[str, Position]] = {
    **dict.fromkeys(
        [
            "finale",
            "final",
            "최종회",
            "최종화",
            "마지막회",
            "마지막화",
            "막회",
            "막화",
            "종영회",
            "막방",
            "끝회",
            "피날레",
        ],
        Position("episode", LAST),
    ),
    **dict.fromkeys(["premiere", "pilot", "첫방", "첫방송", "첫회", "첫화"], Position("episode", 1)),
    **dict.fromkeys(["last", "latest", "마지막", "최종", "끝"], Position("", LAST)),
    **dict.fromkeys(["first", "처음", "첫", "첫째", "맨처음"], Position("", 1)),
}
_TEENS: Final = [f"{ten}teen" for ten in ("thir", "four", "fif", "six", "seven", "eigh", "nine")]
_CARDINALS: Final = _numbered(
    " ".join(["one two three four five six seven eight nine ten eleven twelve", *_TEENS, "twenty"])
) | _numbered("일/한/하나 이/두/둘 삼/세/셋 사/네/넷 오/다섯 육/여섯 칠/일곱 팔/여덟 구/아홉 십/열")
_ORDINALS: Final = _numbered(
    " ".join(
        [
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
            *(f"{teen}th" for teen in _TEENS),
            "twentieth",
        ]
    )
)
_ROMANS: Final = _numbered("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx")
_SAID_ALONG: Final = frozenset(
    [
        "the",
        "a",
        "of",
        "ost",
        "soundtrack",
        "제",
        "의",
        "번째",
        "번",
        "째",
        "오스트",
    ]
)
_COUNTED: Final = frozenset(["episodes", "eps", "parts", "songs", "tracks", "곡", "노래"])
"""What is counted when a number stands right before it."""
_OF_THE_SHOW: Final = re.compile(
    r"\b(?:of|in|on) the (?:show|series|season|drama|soundtrack|ost)\b"
    r"|\b(?:series|season|show|drama) (?=finale|premiere)",
    re.IGNORECASE,
)
_SEASON: Final = re.compile(r"\b(?:season\s*|s)0*(\d{1,2})(?=\b|[\s.:x-]*e)|시즌\s*0*(\d{1,2})", re.IGNORECASE)
_BY_X: Final = re.compile(r"^\s*0*1x0*(\d{1,3})\s*$", re.IGNORECASE)
_PIECE: Final = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+|[a-z]+|[가-힣]+")
_LONGEST: Final = 60


@lru_cache(maxsize=2048)
def read_position(text: str) -> Position | None:
    """The position that a text says; None where it says none, several, or something else as well."""
    if len(text) > _LONGEST:
        return None
    text = without_markup(text)
    if crossed := _BY_X.match(text):
        return Position("episode", int(crossed[1]))
    season = _SEASON.search(text)
    if season and int(season[1] or season[2]) != 1:
        return None
    plain = clean(_OF_THE_SHOW.sub(" ", _SEASON.sub(" ", text)).replace("#", " no ")).casefold()
    pieces = [piece for found in _PIECE.findall(plain) for piece in _taken_apart(found)]
    if "".join(pieces) != re.sub(r"[\W_]+", "", plain):
        return None
    if _is_count(pieces):
        return None
    return _composed([piece for piece in pieces if piece not in _SAID_ALONG])


def _is_count(pieces: list[str]) -> bool:
    """Whether a number says how many, as in "16 episodes" and 두 곡, or is a bare word such as 네 or "the one"."""
    if set(pieces) <= {"the", "a", *_CARDINALS}:
        return True
    return any((piece in _CARDINALS or piece.isdecimal()) and after in _COUNTED for piece, after in pairwise(pieces))


def _taken_apart(piece: str) -> list[str]:
    """The words of a piece: Korean writes 마지막화, 네번째곡 and 파트사 without blanks, English ep4."""
    if piece.isascii() or piece in _ENDS:
        return [piece]
    known = (*_ENDS, *KINDS, *_CARDINALS, *_SAID_ALONG)
    for word in sorted((word for word in known if not word.isascii() and piece.startswith(word)), key=len)[::-1]:
        rest = _taken_apart(piece[len(word) :]) if piece != word else []
        if piece == word or rest:
            return [word, *rest]
    return []


def _composed(words: list[str]) -> Position | None:
    """The position of some words: one number or end, and perhaps what is counted, before or after it."""
    kind: Kind | None = None
    said: Position | None = None
    for word in words:
        position = _position(word, after_kind=kind is not None)
        if word in KINDS and (kind is None or not kind or not KINDS[word]):
            kind = kind or KINDS[word]
        elif position and (said is None or said.number == position.number):
            said = Position(said.kind if said and said.kind else position.kind, position.number)
        else:
            return None
    if said is None or (said.kind and kind and said.kind != kind):
        return None
    return Position(said.kind or kind or "", said.number)


def _position(word: str, *, after_kind: bool) -> Position | None:
    if word in _ENDS:
        return _ENDS[word]
    digits = re.match(r"\d{1,3}(?=\D|$)", word)
    number = int(digits[0]) if digits else _ORDINALS.get(word) or _CARDINALS.get(word)
    if number is None and after_kind:
        number = _ROMANS.get(word)
    return Position("", number) if number else None
