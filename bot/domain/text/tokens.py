"""The smallest pieces of a question: a word of a spaced script, a number, or a syllable of Hangul.

Korean is written with and without blanks, and endings hang on its words; so its words are not taken for granted.
"""

from __future__ import annotations

import re
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
_UNIT: Final = re.compile(r"\d+|[가-힣]|[ㄱ-ㅣ]+|[^\W\d_ㄱ-ㅣ가-힣]+")
_HANGUL: Final = re.compile(r"[ㄱ-힣]")
_ORDINAL: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)(?![^\W\d_])", re.IGNORECASE)
_SIGNS: Final = {"%": " percent ", "％": " percent ", "#": " number ", "&": " and ", "+": " and ", "=": " equals "}


class Token(NamedTuple):
    """One piece, and whether it follows the one before without a blank."""

    text: str
    attached: bool = False

    @property
    def is_hangul(self) -> bool:
        """Whether this is one Korean syllable, or a letter in the making."""
        return "ㄱ" <= self.text[0] <= "힣" and not self.text.isascii()

    @property
    def is_number(self) -> bool:
        """Whether these are digits."""
        return self.text[0].isdecimal()


@lru_cache(maxsize=4096)
def tokenize(text: str) -> tuple[Token, ...]:
    """The pieces of a text; "Ha-rin's" is ``ha rin s``, "8회" is ``8`` and ``회``."""
    plain = _ORDINAL.sub(" ", _BELONGS.sub(" ", without_markup(text[:MOST_CHARACTERS])))
    for sign, word in _SIGNS.items():
        plain = plain.replace(sign, word)
    found: list[Token] = []
    for part in _DECIMAL.split(plain):
        if _DECIMAL.fullmatch(part):
            found.append(Token(part.replace(",", ".")))
        else:
            found.extend(_pieces(_DRAWN_OUT.sub(r"\1", clean(part).casefold())))
    return tuple(found)


def _pieces(plain: str) -> Iterable[Token]:
    end = -1
    for piece in _UNIT.finditer(plain):
        yield Token(piece[0], attached=piece.start() == end)
        end = piece.end()


def joined(parts: Sequence[Token]) -> str:
    """Pieces without what stands between them: how names are compared."""
    return "".join(part.text for part in parts)


def has_hangul(text: str) -> bool:
    """Whether a text holds a Korean letter."""
    return _HANGUL.search(text) is not None
