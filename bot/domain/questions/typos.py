"""Misspelled words of a question: what they were meant to say, where no other word may have been meant."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.questions.lexicon import NO_CONCEPTS, OUT_OF_SCOPE
from bot.domain.search.typos import KEYBOARD_ROWS
from bot.domain.text.hangul import decompose
from bot.domain.text.tokens import is_unspaced

if TYPE_CHECKING:
    from bot.domain.questions.lexicon import Concepts, Lexicon

_SHORTEST: Final = 5
"""Keystrokes; shorter words are one letter away from too many others, unless only a vowel is left out ("albm")."""
_LONG: Final = 9
"""Keystrokes from which on two slips are forgiven."""
_VOWELS: Final = frozenset("aeiouy")


@lru_cache(maxsize=128)
def corrected_concepts(lexicon: Lexicon, word: str) -> Concepts:
    """What a misspelled word was meant to say; nothing where it is no typo, or may be one of an out-of-scope word."""
    unspaced = is_unspaced(word)
    typed = decompose(word)
    if len(typed) < (_SHORTEST + 1 if unspaced else _SHORTEST - 1):
        return NO_CONCEPTS
    most = 2 if len(typed) >= _LONG else 1
    wide = most + unspaced  # a keystroke may move from one syllable to another
    similar = process.extract(word, lexicon.beginning_like(word), scorer=OSA.distance, score_cutoff=wide, limit=None)
    slips = [
        (distance, other)
        for other, _, _ in similar
        if (distance := OSA.distance(typed, keys := decompose(other))) <= most and _is_slip(typed, keys)
        if other in lexicon.phrases and " " not in other and is_unspaced(other) == unspaced
    ]
    best = min((distance for distance, _ in slips), default=0)
    concepts = [lexicon.phrases[other] for distance, other in slips if distance == best]
    if not concepts or any(OUT_OF_SCOPE in some for some in concepts):
        return NO_CONCEPTS
    return concepts[0].intersection(*concepts[1:])


def _is_slip(typed: str, word: str) -> bool:
    """Whether a hand slips so: letters swapped, doubled, left out or on a neighbouring key. Both begin alike."""
    if len(typed) < _SHORTEST and typed.isascii():
        return any(word[at] in _VOWELS and word[:at] + word[at + 1 :] == typed for at in range(1, len(word)))
    if len(typed) != len(word):
        return True
    wrong = [(mine, yours) for mine, yours in zip(typed, word, strict=True) if mine != yours]
    if len(wrong) == 2 and wrong[0] == wrong[1][::-1]:
        return True
    return all(_easily_struck(mine, yours) for mine, yours in wrong)


def _easily_struck(mine: str, yours: str) -> bool:
    """Whether one letter is typed for another: both are vowels, or their keys are side by side."""
    if not mine.isascii() or {mine, yours} <= _VOWELS:
        return True
    return any(abs(row.find(mine) - row.find(yours)) == 1 for row in KEYBOARD_ROWS if mine in row and yours in row)
