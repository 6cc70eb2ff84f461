"""The parts of a message that may be the question: fans greet, sigh and give thanks around it."""

from __future__ import annotations

import re
from typing import Final

_SENTENCES: Final = re.compile(r"(?<=[.!?？！…;~\n])\s+|(?<=[。？！])(?=\w)|\n+|(?<=[ㅋㅎㅠㅜ]{2})\s+")
_PARTS: Final = re.compile(r"\s*(?:[,、:;(（…]|\.{2,}|\s[-–—]+\s|\b(?:anyway|btw|but|so)\b)\s*", re.IGNORECASE)
_ASKS: Final = re.compile(r"[?？]\W*$")
_MOST: Final = 4


def clauses(text: str) -> list[str]:
    """The whole text, then its sentences, questions first, then what stands between commas, the longest first."""
    sentences = _pieces(_SENTENCES, text)
    parts = [part for sentence in sentences for part in _pieces(_PARTS, sentence)]
    sentences.sort(key=lambda one: not _ASKS.search(one))
    parts.sort(key=len, reverse=True)
    return list(dict.fromkeys([text, *sentences, *parts]))[:_MOST]


def _pieces(border: re.Pattern[str], text: str) -> list[str]:
    return [piece.strip() for piece in border.split(text) if piece.strip()]
