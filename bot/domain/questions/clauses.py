"""Splits a message into the clauses that may be the question, without greetings and thanks around it."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from bot.domain.text.tokens import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable

_SENTENCES: Final = re.compile(
    r"(?<=[.!?？！…;~〜。\n])\s+|(?<=[。！？])|\n+|(?<=[ㅋㅎㅠㅜㄷ]{2})\s+|(?<=[ぁ-ヿ々㐀-鿿])\s+|\s*[\U0001F000-\U0001FAFF☀-➿]+\s*"
)
QUESTION_MARK: Final = re.compile(r"[?？]\W*$")
"""The one at the end of a sentence."""
_MOST: Final = 5
"""Clauses that are read."""
_MOST_CHARACTERS: Final = 1_000
"""Of a message in which questions are looked for."""
_LONGEST_UNSPACED: Final = 54
"""Characters of a question that are read, or twice as many where blanks part the words.

The longest of 3,200 questions that fans ask has 53 of the ones, or 134 of the others.
"""
_MOST_READ: Final = 2.2 * _LONGEST_UNSPACED
"""Characters of all clauses together."""


def clause_pattern(words: Iterable[str], endings: Iterable[str]) -> re.Pattern[str]:
    """The borders within a sentence: punctuation, words of a language that begin another clause, or endings."""
    borders = [r"[,:;(…、]", r"\.{2,}", r"\s[-–—]+\s"]
    if word := "|".join(map(re.escape, words)):
        borders.append(rf"\b(?:{word})\b")
    if ending := "|".join(sorted(map(re.escape, endings), key=len, reverse=True)):
        borders.append(rf"(?<=[^\W\d_])(?:{ending})(?:\s|(?<=[ぁ-ゟ])(?=[^ぁ-ゟ、]))")
    return re.compile(rf"\s*(?:{'|'.join(borders)})\s*", re.IGNORECASE)


def clauses(text: str, border: re.Pattern[str]) -> list[str]:
    """The whole text where it fits, its sentences, questions first, and their parts, the longest first.

    Only the first :data:`_MOST` of them, each as far as it is read, and none beyond :data:`_MOST_READ`.
    """
    sentences = _pieces(_SENTENCES, text[:_MOST_CHARACTERS])
    parts = [part for sentence in sentences for part in _pieces(border, sentence)]
    sentences.sort(key=lambda one: not QUESTION_MARK.search(one))
    parts.sort(key=len, reverse=True)
    found = list(dict.fromkeys(map(beginning, (text, *sentences, *parts))))[:_MOST]
    ends = accumulate(len(one) if is_unspaced(one) else len(one) / 2 for one in found)
    read = [one for one, end in zip(found, ends, strict=True) if end <= _MOST_READ]
    # The beginning of a long text is no question. It takes its room all the same, or long messages would take longer.
    return read[1:] if len(text) > len(read[0]) and len(read) > 1 else read


def beginning(text: str) -> str:
    """As much of a text as is read of one question."""
    return text[:_LONGEST_UNSPACED] if is_unspaced(text[:_LONGEST_UNSPACED]) else text[: 2 * _LONGEST_UNSPACED]


def _pieces(border: re.Pattern[str], text: str) -> list[str]:
    return [piece.strip() for piece in border.split(text) if piece.strip()]
