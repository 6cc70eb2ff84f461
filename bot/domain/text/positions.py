"""Reads a place in a numbered list: "finale", "S1E4", "the fourth episode", "part IV", 최종회, 4번 트랙, 第4話.

Commands and questions share this reading. A text is a position only as a whole: a number inside other words is none.
The words stand under ``[positions]`` in the lexicon of each language.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from bot.domain.text.lexicon_tables import lexicon_tables, lexicon_words
from bot.domain.text.normalization import clean, without_markup

ListKind = Literal["", "episode", "part"]

LAST: Final = -1
"""The number of the last one, counted from the end."""


class Position(NamedTuple):
    """A place in a list: which list, as far as the text says it, and the number from 1, or :data:`LAST`."""

    kind: ListKind
    number: int

    def resolve(self, count: int) -> int:
        """The number in a list of ``count``; 0 where the list has no such place."""
        number = count if self.number == LAST else self.number
        return number if 1 <= number <= count else 0


class _Words(NamedTuple):
    """How positions are said, in all languages together: a text does not tell its language."""

    kinds: dict[str, ListKind]
    """What is numbered."""
    ends: dict[str, Position]
    """The first and the last."""
    cardinals: dict[str, int]
    ordinals: dict[str, int]
    articles: frozenset[str]
    fillers: frozenset[str]
    counted: frozenset[str]
    """What is counted when a number stands right before it."""
    unspaced: tuple[str, ...]
    """The words of scripts without blanks between words, the longest first."""
    of_the_show: re.Pattern[str]
    season: re.Pattern[str]


_KINDS: Final[tuple[ListKind, ...]] = ("episode", "part", "")
_ENDS: Final = {
    "finale": Position("episode", LAST),
    "premiere": Position("episode", 1),
    "last": Position("", LAST),
    "first": Position("", 1),
}


@cache
def _words() -> _Words:
    kinds: dict[str, ListKind] = {word: kind for kind in _KINDS for word in _words_for(kind or "number")}
    ends = {word: position for name, position in _ENDS.items() for word in _words_for(name)}
    cardinals, ordinals, articles = _numbered("cardinals"), _numbered("ordinals"), frozenset(_words_for("articles"))
    fillers = articles.union(_words_for("said-along"))
    known = {*ends, *kinds, *cardinals, *ordinals, *fillers}
    season = "|".join(sorted(map(re.escape, _words_for("season")), key=len, reverse=True))
    return _Words(
        kinds,
        ends,
        cardinals,
        ordinals,
        articles,
        fillers,
        frozenset(_words_for("counted")),
        tuple(sorted((word for word in known if not word.isascii()), key=len, reverse=True)),
        re.compile("|".join(lexicon_words("positions", "of-the-show")), re.IGNORECASE),
        re.compile(rf"(?<![^\W\d_])(?:{season})\s*0*(\d{{1,2}})(?=\b|[\s.:x-]*e|[^\W\da-z])", re.IGNORECASE),
    )


def _words_for(name: str) -> list[str]:
    return [clean(word).casefold() for word in lexicon_words("positions", name)]


def _numbered(name: str) -> dict[str, int]:
    """Words by their number: each list counts from 1, and a bar stands between words for the same number."""
    lists = [enumerate(table.get(name, ()), 1) for table in lexicon_tables("positions")]
    return {clean(word).casefold(): number for some in lists for number, words in some for word in words.split("/")}


_ROMANS: Final = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ")  # noqa: SIM905 - a list takes 20 lines
_BY_X: Final = re.compile(r"^\s*0*1x0*(\d{1,3})\s*$", re.IGNORECASE)
_PIECE: Final = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+|[a-z]+|[^\W\d_a-z]+")
_LONGEST: Final = 60


def kind_of(word: str) -> ListKind | None:
    """What a word counts, "" for a number of anything; None where it counts nothing."""
    return _words().kinds.get(word)


@lru_cache(maxsize=256)
def read_position(text: str) -> Position | None:
    """The position that a text says; None where it says none, several, or something else as well."""
    if len(text) > _LONGEST:
        return None
    text = without_markup(text)
    if crossed := _BY_X.match(text):
        return Position("episode", int(crossed[1]))
    words = _words()
    season = words.season.search(text)
    if season and int(season[1]) != 1:
        return None
    plain = clean(words.of_the_show.sub(" ", words.season.sub(" ", text)).replace("#", " no ")).casefold()
    pieces = [piece for found in _PIECE.findall(plain) for piece in _split_compound(found)]
    if "".join(pieces) != re.sub(r"[\W_]+", "", plain):
        return None
    if _is_count(pieces):
        return None
    return _position_of([piece for piece in pieces if piece not in words.fillers])


def _is_count(pieces: list[str]) -> bool:
    """Whether a number says how many, as in "16 episodes" and 두 곡, or is a bare word such as 네 or "the one"."""
    words = _words()
    if words.articles.union(words.cardinals).issuperset(pieces):
        return True
    return any(
        (piece in words.cardinals or piece.isdecimal()) and after in words.counted for piece, after in pairwise(pieces)
    )


def _split_compound(piece: str) -> list[str]:
    """The words of a compound: Korean writes 마지막화, 네번째곡 and 파트사 without blanks, English ep4."""
    words = _words()
    if piece.isascii() or piece in words.ends:
        return [piece]
    for word in words.unspaced:
        if piece.startswith(word):
            rest = _split_compound(piece[len(word) :]) if piece != word else []
            if piece == word or rest:
                return [word, *rest]
    return []


def _position_of(words: list[str]) -> Position | None:
    """The position of some words: one number or end, and perhaps what is counted, before or after it."""
    kind: ListKind | None = None
    said: Position | None = None
    for word in words:
        position = _position(word, after_kind=kind is not None)
        counted = kind_of(word)
        if counted is not None and (not kind or not counted):
            kind = kind or counted
        elif position and (said is None or said.number == position.number):
            said = Position(said.kind if said and said.kind else position.kind, position.number)
        else:
            return None
    if said is None or (said.kind and kind and said.kind != kind):
        return None
    return Position(said.kind or kind or "", said.number)


def _position(word: str, *, after_kind: bool) -> Position | None:
    words = _words()
    if word in words.ends:
        return words.ends[word]
    digits = re.match(r"\d{1,3}(?=\D|$)", word)
    number = int(digits[0]) if digits else words.ordinals.get(word) or words.cardinals.get(word)
    if number is None and after_kind:
        number = _ROMANS.index(word) + 1 if word in _ROMANS else None
    return Position("", number) if number else None
