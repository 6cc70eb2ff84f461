"""Which slips of the pen are forgiven, and which are another word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from bot.domain.search import phonetics
from bot.domain.search.namesakes import Namesake, is_surname
from bot.domain.text.hangul import compose, decompose, from_hangul_layout

if TYPE_CHECKING:
    from bot.domain.search.query import SearchQuery

MOST_SLIPS: Final = 3
_LONG: Final = 9
"""Letters from which on a name with one of them moved is no other name."""
_SHORT: Final = 5
"""Up to here one letter makes another word: night is not light."""

KEYBOARD_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUND_ALIKE: Final = frozenset({"ck", "kc", "sz", "zs", "iy", "yi", "op", "po", "OP", "PO"})
"""Letters that are taken for each other; ``op`` and ``OP`` are the keys of ㅐㅔ and ㅒㅖ."""


def _neighbours() -> frozenset[str]:
    """Pairs of keys that lie next to each other; each row is shifted to the right of the one above."""
    place = {key: (row, column) for row, keys in enumerate(KEYBOARD_ROWS) for column, key in enumerate(keys)}
    beside = {(0, 1), (0, -1), (1, 0), (1, -1), (-1, 0), (-1, 1)}
    return frozenset(
        a + b for a, (row, column) in place.items() for b, (r, c) in place.items() if (r - row, c - column) in beside
    )


_EASILY_MISTAKEN: Final = _neighbours() | _SOUND_ALIKE


def most_slips(length: int) -> int:
    """How many slips a text of so many keystrokes may hold."""
    return 0 if length < 4 else 1 if length < 8 else 2 if length < 16 else MOST_SLIPS


def is_slip(typed: SearchQuery, keys: str, words: tuple[str, ...]) -> bool:
    """Whether a name may have been meant, though it is not what was typed.

    ``keys`` is the name in keystrokes; ``words`` are its words, where it is known to have the same order of them.
    """
    shorter = min(len(typed.keys), len(keys))
    most = most_slips(shorter)
    slips = OSA.distance(typed.keys, keys, score_cutoff=most)
    if not 0 < slips <= most:
        return slips == 0
    if typed.hangul:
        return len(typed.hangul) > 2 or (len(typed.keys) == len(keys) and _easily_made(typed.keys, keys))
    return not _other_words(typed.words, words) and (shorter > _SHORT or _easily_made(typed.keys, keys))


def is_slip_of_a_person(typed: SearchQuery, keys: str, words: tuple[str, ...], *, reversed_order: bool = False) -> bool:
    """The same for the name of a person, also with the family name last: what others are called is no slip."""
    if not is_slip(typed, keys, words):
        return False
    if len(typed.hangul) > 2 and _sounds_alike(typed.hangul, compose(keys)):
        return True
    if len(keys) >= _LONG and _one_moved(typed.keys, keys):
        return True
    if typed.namesake >= Namesake.GIVEN or _of_another_family(typed, keys, reversed_order=reversed_order):
        return False
    if OSA.distance(typed.keys, keys) == 1:
        return True
    return typed.namesake is Namesake.NOBODY and not (typed.hangul and _other_syllables(typed.hangul, compose(keys)))


def _other_words(typed: tuple[str, ...], meant: tuple[str, ...]) -> bool:
    """Whether a single word is another one, as in Low Line for Low Tide."""
    return len(typed) == len(meant) and any(
        OSA.distance(mine, yours) > (2 if len(yours) > 3 and mine[0] == yours[0] else 1)
        for mine, yours in zip(typed, meant, strict=True)
    )


def _of_another_family(typed: SearchQuery, keys: str, *, reversed_order: bool) -> bool:
    """Whether only the family name differs, and is one: nobody mistypes that."""
    said = tuple(typed.hangul) or typed.words
    family, given = (said[-1], said[:-1]) if reversed_order else (said[0], said[1:])
    name = decompose("".join(given))
    meant_family = keys.removeprefix(name) if reversed_order else keys.removesuffix(name)
    return meant_family != keys and is_surname(family) and is_surname(compose(meant_family))


def _one_moved(typed: str, meant: str) -> bool:
    """Whether a single letter stands elsewhere than it should."""
    if len(typed) != len(meant) or sorted(typed) != sorted(meant):
        return False
    return any(
        typed[:at] + typed[at + 1 :] == meant[:to] + meant[to + 1 :]
        for at, letter in enumerate(typed)
        for to, other in enumerate(meant)
        if letter == other
    )


def _sounds_alike(one: str, other: str) -> bool:
    """Whether most people say two words the same: ㅐ is taken for ㅔ and ㅖ, and ㅢ for ㅣ."""
    return [heard.replace("ye", "e") for heard in phonetics.of_hangul(one)] == [
        heard.replace("ye", "e") for heard in phonetics.of_hangul(other)
    ]


def _other_syllables(typed: str, meant: str) -> bool:
    """Whether a syllable is another one, or the family name: more than one slip in it is no slip."""
    slips = [OSA.distance(decompose(mine), decompose(yours)) for mine, yours in zip(typed, meant, strict=False)]
    return len(typed) != len(meant) or max(slips) > 1 or phonetics.of_hangul(typed)[0] != phonetics.of_hangul(meant)[0]


def _easily_made(typed: str, meant: str) -> bool:
    """Whether a short text differs by a swap, a letter more or less or a neighbouring key, not at its start."""
    if len(typed) != len(meant):
        return typed[0] == meant[0]
    mistaken = [mine + yours for mine, yours in zip(typed, meant, strict=True) if mine != yours]
    if len(mistaken) == 2:
        return True
    return typed[0] == meant[0] and from_hangul_layout(mistaken[0]) in _EASILY_MISTAKEN
