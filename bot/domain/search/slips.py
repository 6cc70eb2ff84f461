"""Which slips of the pen are forgiven, and which are another word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from bot.domain.hangul import compose, decompose, from_hangul_layout
from bot.domain.search import sound
from bot.domain.search.namesakes import Namesake, is_surname

if TYPE_CHECKING:
    from bot.domain.search.typed import Typed

MOST_SLIPS: Final = 3
_SHORT: Final = 5
"""Up to here one letter makes another word: night is not light."""

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
    if typed.hangul and len(typed.hangul) <= 2:
        return len(typed.keys) == len(form) and _easily_made(typed.keys, form)
    return shorter > _SHORT or _easily_made(typed.keys, form)


def is_slip_of_a_person(typed: Typed, form: str, *, turned: bool = False) -> bool:
    """The same for a name, or one ``turned`` to have the family name last: what others are called is no slip."""
    if not is_slip(typed, form):
        return False
    if len(typed.hangul) > 2 and _sounds_alike(typed.hangul, compose(form)):
        return True
    if typed.namesake >= Namesake.GIVEN or _of_another_family(typed, form, turned=turned):
        return False
    if OSA.distance(typed.keys, form) == 1:
        return True
    return typed.namesake is Namesake.NOBODY and not (typed.hangul and _other_syllables(typed.hangul, form))


def _of_another_family(typed: Typed, form: str, *, turned: bool) -> bool:
    """Say whether only the family name differs, and is one: nobody mistypes that."""
    said = tuple(typed.hangul) or typed.words
    family, given = (said[-1], said[:-1]) if turned else (said[0], said[1:])
    name = decompose("".join(given))
    meant_family = form.removeprefix(name) if turned else form.removesuffix(name)
    return meant_family != form and is_surname(family) and is_surname(compose(meant_family))


def _sounds_alike(one: str, other: str) -> bool:
    """Say whether most people say two words the same: ㅐ is taken for ㅔ and ㅖ, and ㅢ for ㅣ."""
    return [heard.replace("ye", "e") for heard in sound.of_hangul(one)] == [
        heard.replace("ye", "e") for heard in sound.of_hangul(other)
    ]


def _other_syllables(typed: str, form: str) -> bool:
    """Say whether a syllable is another one, or the family name: more than one slip in it is no slip."""
    meant = compose(form)
    slips = [OSA.distance(decompose(mine), decompose(yours)) for mine, yours in zip(typed, meant, strict=False)]
    return len(typed) != len(meant) or max(slips) > 1 or sound.of_hangul(typed)[0] != sound.of_hangul(meant)[0]


def is_slip_of_a_title(typed: Typed, form: str, title: tuple[str, ...]) -> bool:
    """The same for a title: no single word of it may be another one, as in Harbour Nights for Harbour Lights."""
    if not is_slip(typed, form):
        return False
    if len(title) != len(typed.words) or typed.hangul:
        return True
    return all(
        OSA.distance(mine, yours) <= (2 if len(yours) > _SHORT - 1 and mine[0] == yours[0] else 1)
        for mine, yours in zip(typed.words, title, strict=True)
    )


def _easily_made(typed: str, meant: str) -> bool:
    """Say whether a short text differs by a swap, a letter more or less or a neighbouring key, not at its start."""
    if len(typed) != len(meant):
        return typed[0] == meant[0]
    mistaken = [mine + yours for mine, yours in zip(typed, meant, strict=True) if mine != yours]
    if len(mistaken) == 2:
        return True
    return typed[0] == meant[0] and from_hangul_layout(mistaken[0]) in _EASILY_MISTAKEN
