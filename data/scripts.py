"""Which script a text is written in, by the Unicode names of its letters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LATIN = "LATIN"
_WIDTHS = ("HALFWIDTH ", "FULLWIDTH ")
_KANA = ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA")


@lru_cache(maxsize=4096)
def script_of(text: str) -> str:
    """Return the first script in ``text`` that is not Latin (``HANGUL``, ``KANA``, ``CJK``, ``CYRILLIC`` ...).

    A mixed text counts as the other script: "OST 눈물" is typed by somebody who writes Hangul. Text without a letter
    counts as Latin.
    """
    return next((script for script in map(_script, text) if script != LATIN), LATIN)


def _script(char: str) -> str:
    if not char.isalpha() or char < "\u0250":
        return LATIN
    name = unicodedata.name(char, LATIN)
    for width in _WIDTHS:
        name = name.removeprefix(width)
    word = name.split(" ", 1)[0]
    return "KANA" if word in _KANA else word
