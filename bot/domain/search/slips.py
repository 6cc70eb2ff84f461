"""Which slips of the pen are forgiven, and which are another word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from bot.domain.hangul import from_hangul_layout

if TYPE_CHECKING:
    from bot.domain.search.typed import Typed

MOST_SLIPS: Final = 3
_SHORT: Final = 5
"""Up to here one letter makes another word: crash is not Crush."""

_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUND_ALIKE: Final = frozenset({"ck", "kc", "sz", "zs", "iy", "yi", "op", "po", "OP", "PO"})
"""Letters that are taken for each other; ``op`` and ``OP`` are the keys of ㅐㅔ and ㅒㅖ."""


def _neighbours() -> frozenset[str]:
    """Return pairs of keys that lie next to each other; each row is shifted to the right of the one above."""
    place = {key: (row, column) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)}
    beside = {(0, 1), (0, -1), (1, 0), (1, -1), (-1, 0), (-1, 1)}
    return frozenset(
        a + b for a, (row, column) in place.items() for b, (r, c) in place.items() if (r - row, c - column) in beside
    )


_EASILY_MISTAKEN: Final = _neighbours() | _SOUND_ALIKE


def most_slips(length: int) -> int:
    """Return how many slips a text of so many keystrokes may hold."""
    return 0 if length < 4 else 1 if length < 8 else 2 if length < 16 else MOST_SLIPS


def is_slip(typed: Typed, form: str) -> bool:
    """Say whether ``form`` (keystrokes) may have been meant, though it is not what was typed."""
    shorter = min(len(typed.keys), len(form))
    most = most_slips(shorter)
    if OSA.distance(typed.keys, form, score_cutoff=most) > most:
        return False
    short = shorter <= _SHORT or (bool(typed.hangul) and len(typed.hangul) <= 2)
    return not short or _easily_made(typed.keys, form)


def is_slip_of_a_person(typed: Typed, form: str) -> bool:
    """The same for a name: what other people are called is no slip."""
    slips = OSA.distance(typed.keys, form)
    return is_slip(typed, form) and not (typed.is_common_name or (slips > 1 and typed.is_possible_name))


def is_slip_of_a_title(typed: Typed, form: str, title: tuple[str, ...]) -> bool:
    """The same for a title: no single word of it may be another one, as in Last Dance for Last Chance."""
    if not is_slip(typed, form):
        return False
    if len(title) != len(typed.words):
        return True
    return all(
        OSA.distance(mine, yours) <= (1 if len(yours) < 8 else 2)
        for mine, yours in zip(typed.words, title, strict=True)
    )


def _easily_made(typed: str, meant: str) -> bool:
    """Say whether a short text differs by a swap, a missing or added letter, or a neighbouring key, not at its start."""
    if len(typed) != len(meant):
        return typed[0] == meant[0]
    mistaken = [mine + yours for mine, yours in zip(typed, meant, strict=True) if mine != yours]
    if len(mistaken) == 2:
        return True
    return typed[0] == meant[0] and from_hangul_layout(mistaken[0]) in _EASILY_MISTAKEN
