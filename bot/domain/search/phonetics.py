"""How a Korean name sounds, roughly: one notation in which Hangul and every romanization of it meet.

윤하린, "Yoon Ha-rin" and "Yun Harin" all sound ``yunharin``; 시현, "Si-hyun", "Shi-hyeon" and "Sihyŏn" all ``sihyvn``.
The notation writes ㅓ as ``v`` and ㅡ as ``x``, makes no difference between plain and tense consonants, nor between
ㅐ and ㅔ, and runs through syllables, so their borders need not be known. Plain stops are ``g d b j``, aspirated ones
``k t p c``; a ``key`` to look names up by has only the latter, since K is ㄱ as often as ㅋ.

Hangul has one pronunciation. Latin letters may have several, since "Sung" may be 성 or 숭; the unusual ones are weak.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.text.hangul import FINALS, INITIALS, VOWELS, is_syllable, parts

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_PRONUNCIATIONS: Final = 16
MOST_WEAK: Final = 2
"""A pronunciation of a name with more unusual parts than this is dropped."""

_INITIALS: Final = "g g n d d r m b b s s - j j c k t p h"
_VOWELS: Final = "a e ya ye v e yv ye o wa we we yo u wv we wi yu x i i"
_BEFORE_CONSONANTS: Final = "- g g g n n n d r g m r r r b r m b b d d ng d d g d b -"
_BEFORE_VOWELS: Final = "- g g gs n nj n d r rg m rb rs rt rp r m b bs s s ng j c k t p -"

_INITIAL_SOUNDS: Final = dict(zip(INITIALS, _INITIALS.replace("-", "").split(" "), strict=True))
_VOWEL_SOUNDS: Final = dict(zip(VOWELS, _VOWELS.split(), strict=True))
_FINAL_SOUNDS: Final = {
    final: (before_consonant.strip("-"), before_vowel.strip("-"))
    for final, before_consonant, before_vowel in zip(
        FINALS, _BEFORE_CONSONANTS.split(), _BEFORE_VOWELS.split(), strict=True
    )
}
_TO_KEY: Final = str.maketrans("gdbj", "ktpc")
_PLAIN, _ASPIRATED = "gdbj", "ktpc"


def key(sound: str) -> str:
    """Reduce a sound to what all ways to write it have in common."""
    return sound.translate(_TO_KEY)


def agree(written: str, hangul: str) -> bool:
    """Whether Latin letters may stand for a Hangul sound of the same key: K may be ㄱ, but G is never ㅋ."""
    return not any(mine in _PLAIN and yours in _ASPIRATED for mine, yours in zip(written, hangul, strict=True))


def join(sounds: Iterable[str]) -> str:
    """Run sounds together; 죠 and 조 sound the same."""
    return "".join(sounds).replace("jy", "j").replace("cy", "c")


def of_hangul(word: str) -> list[str]:
    """The sounds of a word, one a syllable. Characters that are no syllables make no sound."""
    syllables = [parts(char) for char in word if is_syllable(char)]
    before_vowels = [*(initial == "ㅇ" for initial, _, _ in syllables), False][1:]
    return [
        _INITIAL_SOUNDS[initial] + _VOWEL_SOUNDS[vowel] + _FINAL_SOUNDS[final][before_vowel]
        for (initial, vowel, final), before_vowel in zip(syllables, before_vowels, strict=False)
    ]


class Pronunciation(NamedTuple):
    """One way to hear Latin letters, and how unusual it is (0 is usual)."""

    sound: str
    weak: int


# fmt: off
_AS_WRITTEN: Final = {
    # A vowel as people write it: the sounds it may stand for, "?" after the unusual ones.
    "a": "a", "ae": "e", "ai": "e?", "ay": "e?", "ea": "e?", "e": "e ye?", "ya": "ya", "ye": "ye e?", "yae": "ye",
    "yea": "ye?", "eo": "v", "eou": "v", "yeo": "yv", "o": "o", "yo": "yo", "u": "u", "oo": "u", "ou": "u",
    "woo": "u", "wu": "u", "wou": "u", "yu": "yu", "yoo": "yu", "you": "yu", "eu": "x", "i": "i", "ee": "i",
    "yi": "i", "ui": "i wi?", "eui": "i", "y": "i?", "wa": "wa", "oe": "we", "oi": "we", "oy": "we?", "we": "we",
    "wae": "we", "wo": "wv", "weo": "wv", "wi": "wi", "wee": "wi",
}
_BEFORE_A_CONSONANT: Final = {
    # What it may stand for there besides: "sung" is 성 as often as 숭, but "su" is 수.
    "o": "v?", "yo": "yv?", "u": "v x?", "yu": "yv", "you": "yv", "ou": "v",
}
# fmt: on


def _pronunciations(table: dict[str, str]) -> dict[str, tuple[Pronunciation, ...]]:
    return {
        written: tuple(Pronunciation(said.rstrip("?"), said.count("?")) for said in sounds.split())
        for written, sounds in table.items()
    }


_OPEN: Final = _pronunciations(_AS_WRITTEN)
_CLOSED: Final = _pronunciations(_BEFORE_A_CONSONANT)
_BEFORE_SILENT_H: Final = {"u": "v", "yu": "yv"}  # Suh is 서; elsewhere the h of Noh, Ahn changes nothing
# fmt: off
_CONSONANTS: Final = {
    "l": "r", "ch": "c", "sh": "s", "rh": "r", "ck": "g", "kk": "g", "gg": "g", "tt": "d", "dd": "d", "pp": "b",
    "bb": "b", "ss": "s", "jj": "j",
}
# fmt: on
_PIECE: Final = re.compile(
    r"(?P<consonant>ch|sh|rh|ck|ng|([kgtdpbsj])\2|[bdghjklmnprst])"
    r"|(?P<vowels>[aeiouyw]{1,6})(?P<silent_h>h(?![aeiouyw]))?(?:(?<=a)r(?=k))?"  # the r of Park
)
_BACK: Final = re.compile(r"(?<=[bp])a(?=ck)")  # 백 is Baek, and often Back


@lru_cache(maxsize=256)
def of_latin(word: str) -> tuple[Pronunciation, ...]:
    """The pronunciations of one Latin word as Korean, the usual ones first; none where it cannot be Korean."""
    heard: list[tuple[Pronunciation, ...]] = []
    word = _BACK.sub("ae", word)
    at = 0
    while at < len(word):
        piece = _PIECE.match(word, at)
        if piece is None:
            return ()
        at = piece.end()
        consonant = piece["consonant"]
        if consonant:
            heard.append((Pronunciation(_CONSONANTS.get(consonant, consonant), 0),))
        else:
            heard.append(_vowels(piece["vowels"], closed=at < len(word), silent_h=bool(piece["silent_h"])))
    return _without_initial_liquid(together(heard))


def together(heard: Iterable[tuple[Pronunciation, ...]]) -> tuple[Pronunciation, ...]:
    """Combine the pronunciations of following parts into pronunciations of the whole, the usual ones first."""
    whole: list[tuple[int, str]] = [(0, "")]
    for pronunciations in heard:
        whole = [(weak + more, sound + part) for weak, sound in whole for part, more in pronunciations]
        if len(pronunciations) > 1:
            whole = sorted(one for one in whole if one[0] <= MOST_WEAK)[:MOST_PRONUNCIATIONS]
    return tuple(Pronunciation(join((sound,)), weak) for weak, sound in whole)


def _without_initial_liquid(pronunciations: tuple[Pronunciation, ...]) -> tuple[Pronunciation, ...]:
    """Add what the South makes of an initial ㄹ: Lee and Rhee are 이, Roh is 노."""
    softened = [
        Pronunciation(sound[1:] if sound[1:2] in {"i", "y"} else "n" + sound[1:], weak)
        for sound, weak in pronunciations
        if sound.startswith("r")
    ]
    return (*pronunciations, *softened)


@lru_cache(maxsize=256)
def _vowels(letters: str, *, closed: bool, silent_h: bool) -> tuple[Pronunciation, ...]:
    """The pronunciations of a run of vowel letters, cut into as few vowels as possible."""
    cuts = _cuts(letters)
    fewest = min(map(len, cuts), default=0)
    pronunciations: dict[str, int] = {}
    for cut in cuts:
        if len(cut) == fewest:
            for sound, weak in _said(cut, closed=closed, silent_h=silent_h):
                pronunciations[sound] = min(weak, pronunciations.get(sound, weak))
    return tuple(sorted((Pronunciation(*one) for one in pronunciations.items()), key=attrgetter("weak")))


def _cuts(letters: str) -> list[tuple[str, ...]]:
    if not letters:
        return [()]
    heads = [letters[:length] for length in range(1, min(3, len(letters)) + 1) if letters[:length] in _OPEN]
    return [(head, *tail) for head in heads for tail in _cuts(letters[len(head) :])]


def _said(cut: tuple[str, ...], *, closed: bool, silent_h: bool) -> tuple[Pronunciation, ...]:
    *before, last = cut
    heard = [_OPEN[vowel] for vowel in before]
    if silent_h and last in _BEFORE_SILENT_H:
        heard.append((Pronunciation(_BEFORE_SILENT_H[last], 0),))
    else:
        heard.append(_OPEN[last] + (_CLOSED.get(last, ()) if closed else ()))
    return together(heard)
