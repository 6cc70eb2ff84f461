"""Reduces what was typed to words of plain letters, digits and unspaced scripts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from bot.domain.text.hangul import is_syllable

MOST_CHARACTERS: Final = 1000
"""How much of a text is looked at; invisible signs and stacked accents count."""

_BREVES: Final = {"ŏ": "eo", "Ŏ": "Eo", "ǒ": "eo", "ŭ": "eu", "Ŭ": "Eu", "ǔ": "eu"}  # McCune-Reischauer vowels
_SILENT: Final = frozenset("'’‘ʼʻ`´′・\u115f\u1160")  # inside words (can't, ユン・ハリン), and fillers that look blank
_INVISIBLE: Final = frozenset({"Mn", "Me", "Cf"})  # accents, joiners, direction marks
_JAMO: Final = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0x3131, 0x3164)}
_WORD: Final = re.compile(r"[a-z0-9]+|[^\sa-z0-9]+")  # "파트4" is two words, "10cm" is one
_SIGN: Final = re.compile("[^ a-zA-Z0-9가-힣ぁ-ゖァ-ヺー一-鿿]")
_DRAWN_OUT: Final = re.compile(r"([a-z])\1{2,}")
_MARKUP: Final = re.compile(
    r"https?://\S+"
    r"|<(?:a?:\w+:\d+|[@#][!&]?\d+|t:-?\d+(?::\w)?)>"  # Discord's own emoji, mentions and times
    r"|<3+|(?<!\S)[:;=]-?[()dpox3/|]+(?!\S)",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def _plain(char: str) -> str:
    """A plain letter or digit; a blank for any other sign, and nothing for what is not seen."""
    if char in _BREVES:
        return _BREVES[char]
    if char in _SILENT or unicodedata.category(char) in _INVISIBLE:
        return ""
    if char in _JAMO:  # NFKC made ㅎ a conjoining jamo
        return _JAMO[char]
    if is_syllable(char) or "ぁ" <= char <= "ヿ" or char in "йЙ":  # the marks of が, パ and й are no accents
        return char
    base = unicodedata.normalize("NFKD", char)[0]
    return base if base.isalnum() else " "


def clean(text: str) -> str:
    """Strip accents, widths, quotes, punctuation, emoji and invisible signs; keep case, for the keyboard's sake.

    Links, mentions and smileys go too: the numbers in them are none that somebody typed.
    """
    return _letters(without_markup(text[:MOST_CHARACTERS]))


def without_markup(text: str) -> str:
    """Replace links, mentions, custom emoji and smileys by blanks."""
    return _MARKUP.sub(" ", text)


def is_blank(text: str) -> bool:
    """Whether a text has neither letters nor digits, not even in a link or a mention."""
    return not _letters(text[:MOST_CHARACTERS])


def _letters(text: str) -> str:
    normal = unicodedata.normalize("NFKC", text)
    return _SIGN.sub(lambda sign: _plain(sign[0]), normal[:MOST_CHARACTERS]).strip()


def words(cleaned: str) -> tuple[str, ...]:
    """Split cleaned text into lower-case words, also where scripts meet; wooooo is woo."""
    return tuple(_WORD.findall(_DRAWN_OUT.sub(r"\1\1", cleaned.casefold())))
