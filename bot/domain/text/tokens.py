"""Tokens of a question: a word of a spaced script, a number, or a character of an unspaced one.

Hangul, kana and Han are unspaced: blanks do not tell where a word of theirs ends, and endings hang on it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.text.normalization import clean, without_markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_CHARACTERS: Final = 300
"""How much of a question is read."""

_BELONGS: Final = re.compile(r"['’‘`´ʼ](?=s(?![^\W\d_]))", re.IGNORECASE)
_DECIMAL: Final = re.compile(r"(\d+[.,]\d+)(?![\d.,])")
_DRAWN_OUT: Final = re.compile(r"(?<=[a-z])([a-z])\1{2,}")
_KANA_AND_HAN: Final = "ぁ-ゟァ-ヿ々㐀-鿿"
_TOKEN: Final = re.compile(rf"\d+|[가-힣{_KANA_AND_HAN}]|[ㄱ-ㅣ]+|[^\W\d_ㄱ-ㅣ가-힣{_KANA_AND_HAN}]+")
_UNSPACED: Final = re.compile(rf"[ㄱ-ㅣ가-힣{_KANA_AND_HAN}]")
_SCRIPTS: Final = (
    ("hangul", "ㄱ", "ㅣ"),
    ("hangul", "가", "힣"),
    ("hiragana", "ぁ", "ゟ"),
    ("katakana", "ァ", "ヿ"),
    ("han", "々", "鿿"),
)
_ORDINAL: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)(?![^\W\d_])", re.IGNORECASE)
_SIGNS: Final = {"%": " percent ", "％": " percent ", "#": " number ", "&": " and ", "+": " and ", "=": " equals "}


class Token(NamedTuple):
    """One token, and whether it follows the one before without a blank."""

    text: str
    attached: bool = False
    script: str = ""
    """The kind of an unspaced character: "hangul", "hiragana", "katakana" or "han"."""

    @property
    def is_number(self) -> bool:
        """Whether these are digits."""
        return self.text[0].isdecimal()


@lru_cache(maxsize=8)
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a text; "Ha-rin's" is ``ha rin s``, "8회" is ``8`` and ``회``."""
    plain = _ORDINAL.sub(" ", _BELONGS.sub(" ", without_markup(text[:MOST_CHARACTERS])))
    for sign, word in _SIGNS.items():
        plain = plain.replace(sign, word)
    found: list[Token] = []
    for part in _DECIMAL.split(plain):
        if _DECIMAL.fullmatch(part):
            found.append(Token(part.replace(",", ".")))
        else:
            found.extend(_tokens(_DRAWN_OUT.sub(r"\1", clean(part).casefold())))
    return tuple(found)


def _tokens(plain: str) -> Iterable[Token]:
    end = -1
    for token in _TOKEN.finditer(plain):
        yield Token(token[0], token.start() == end, script_of(token[0][0]) if is_unspaced(token[0]) else "")
        end = token.end()


def joined(tokens: Sequence[Token]) -> str:
    """Tokens without blanks between them, as names are compared."""
    return "".join(token.text for token in tokens)


def begins(ordered: Sequence[str], text: str) -> bool:
    """Whether one of these texts, which are sorted, begins with a text."""
    at = bisect_left(ordered, text)
    return at < len(ordered) and ordered[at].startswith(text)


def is_unspaced(text: str) -> bool:
    """Whether a text holds a character of Hangul, kana or Han, whose words blanks do not tell apart."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def script_of(character: str) -> str:
    """The kind of an unspaced character, by which words of unknown scripts are told apart."""
    return next((name for name, first, last in _SCRIPTS if first <= character <= last), "")
