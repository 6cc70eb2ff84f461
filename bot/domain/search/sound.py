"""How a Korean name sounds, roughly: one notation in which Hangul and every romanization of it meet.

홍해인, "Hong Hae-in" and "Hong Haein" all sound ``honkhein``; 현우, "Hyun-woo", "Hyeon-u" and "Hyŏnu" all ``hyvnu``.
The notation writes ㅓ as ``v`` and ㅡ as ``x``, makes no difference between plain, tense and aspirated consonants
(K/G, P/B, Ch/J), nor between ㅐ and ㅔ, and runs through syllables, so their borders need not be known.

Hangul has one sound. Latin letters may have several readings, since "Sung" may be 성 or 숭; the unusual ones are weaker.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from bot.domain.hangul import FINALS, INITIALS, VOWELS, is_syllable, parts

MOST_READINGS: Final = 32
MOST_WEAK: Final = 2
"""More unusual readings than this in one name are no longer a reading of it."""

_DOUBLED: Final = re.compile(r"([chkmnprst])\1+")

_INITIAL_SOUNDS: Final = dict(
    zip(INITIALS, ["k", "k", "n", "t", "t", "r", "m", "p", "p", "s", "s", "", "c", "c", "c", "k", "t", "p", "h"], strict=True)
)
_VOWEL_SOUNDS: Final = dict(
    zip(VOWELS, "a e ya ye v e yv ye o wa we we yo u wv we wi yu x i i".split(), strict=True)
)
_FINAL_SOUNDS: Final = {
    # final: (before a consonant or at the end, before a vowel)
    final: sounds
    for final, sounds in zip(
        FINALS,
        [
            ("", ""),
            *[("k", "k"), ("k", "k"), ("k", "ks"), ("n", "n"), ("n", "nc"), ("n", "n"), ("t", "t"), ("r", "r")],
            *[("k", "rk"), ("m", "rm"), ("r", "rp"), ("r", "rs"), ("r", "rt"), ("p", "rp"), ("r", "r"), ("m", "m")],
            *[("p", "p"), ("p", "ps"), ("t", "s"), ("t", "s"), ("nk", "nk"), ("t", "c"), ("t", "c"), ("k", "k")],
            *[("t", "t"), ("p", "p"), ("", "")],
        ],
        strict=True,
    )
}


def join(sounds: list[str] | tuple[str, ...]) -> str:
    """Run sounds together: a consonant that meets itself is heard once."""
    return _DOUBLED.sub(r"\1", "".join(sounds)).replace("cy", "c")


def of_hangul(word: str) -> list[str]:
    """Return the sounds of a word, one a syllable. Characters that are no syllables make no sound."""
    syllables = [parts(char) for char in word if is_syllable(char)]
    before_vowels = [*(initial == "ㅇ" for initial, _, _ in syllables), False][1:]
    return [
        _INITIAL_SOUNDS[initial] + _VOWEL_SOUNDS[vowel] + _FINAL_SOUNDS[final][before_vowel]
        for (initial, vowel, final), before_vowel in zip(syllables, before_vowels, strict=False)
    ]


class Reading(NamedTuple):
    """One way to hear Latin letters, and how unusual it is (0 is usual)."""

    sound: str
    weak: int


# A vowel as people write it: the sounds it may stand for, with their weakness. Those under CLOSED hold only when a
# consonant follows: "sung" may be 성, "su" is 수.
_VOWELS: Final[dict[str, tuple[Reading, ...]]] = {
    spelling: tuple(Reading(sound.rstrip("?"), sound.count("?")) for sound in sounds.split())
    for spelling, sounds in {
        **{"a": "a", "ya": "ya", "wa": "wa", "ae": "e", "ai": "e?", "ay": "e?", "ea": "e?", "e": "e ye?"},
        **{"ye": "ye", "yae": "ye", "yea": "ye?", "eo": "v", "yeo": "yv", "o": "o", "yo": "yo"},
        **{"u": "u", "oo": "u", "ou": "u", "woo": "u", "wu": "u", "wou": "u", "yu": "yu", "yoo": "yu", "you": "yu"},
        **{"eu": "x", "i": "i", "ee": "i", "yi": "i", "ui": "i wi?", "eui": "i", "y": "i?"},
        **{"oe": "we", "oi": "we", "oy": "we?", "we": "we", "wae": "we", "wo": "wv", "weo": "wv", "wi": "wi", "wee": "wi"},
    }.items()
}
_CLOSED: Final[dict[str, tuple[Reading, ...]]] = {
    "o": (Reading("v", 1),),
    "yo": (Reading("yv", 1),),
    "u": (Reading("v", 0), Reading("x", 1)),
    "yu": (Reading("yv", 0),),
    "you": (Reading("yv", 0),),
}
_BEFORE_SILENT_H: Final = {"u": "v", "yu": "yv"}  # Suh is 서; elsewhere the h of Noh, Ahn changes nothing
_CONSONANTS: Final = {"ch": "c", "sh": "s", "rh": "r", "ck": "k", "g": "k", "d": "t", "b": "p", "j": "c", "l": "r"}
_PIECE: Final = re.compile(
    r"(?P<consonant>ch|sh|rh|ck|[bdghjklmnprst])"
    r"|(?P<vowels>[aeiouyw]{1,6})(?P<silent_h>h(?![aeiouyw]))?(?:(?<=a)r(?=k))?"  # the r of Park
)


@lru_cache(maxsize=4096)
def of_latin(word: str) -> tuple[Reading, ...]:
    """Return the readings of one Latin word as Korean, the usual ones first; none where it cannot be Korean."""
    heard: list[tuple[Reading, ...]] = []
    at = 0
    while at < len(word):
        piece = _PIECE.match(word, at)
        if piece is None:
            return ()
        at = piece.end()
        consonant = piece["consonant"]
        if consonant:
            heard.append((Reading(_CONSONANTS.get(consonant, consonant), 0),))
        else:
            heard.append(_vowels(piece["vowels"], closed=at < len(word), silent_h=bool(piece["silent_h"])))
    return _without_initial_liquid(together(heard))


def together(heard: list[tuple[Reading, ...]]) -> tuple[Reading, ...]:
    """Combine the readings of following parts into readings of the whole."""
    whole: list[Reading] = [Reading("", 0)]
    for readings in heard:
        combined = [Reading(a.sound + b.sound, a.weak + b.weak) for a, b in product(whole, readings)]
        whole = sorted((one for one in combined if one.weak <= MOST_WEAK), key=_weakness)[:MOST_READINGS]
    return tuple(Reading(join((one.sound,)), one.weak) for one in whole)


def _weakness(reading: Reading) -> int:
    return reading.weak


def _without_initial_liquid(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Add what the South makes of an initial ㄹ: Lee and Rhee are 이, Roh is 노."""
    softened = [
        Reading(sound[1:] if sound[1:2] in {"i", "y"} else "n" + sound[1:], weak)
        for sound, weak in readings
        if sound.startswith("r")
    ]
    return (*readings, *softened)


@lru_cache(maxsize=1024)
def _vowels(letters: str, *, closed: bool, silent_h: bool) -> tuple[Reading, ...]:
    """Return the readings of a run of vowel letters, cut into as few vowels as possible."""
    cuts = _cuts(letters)
    fewest = min(map(len, cuts), default=0)
    readings: dict[str, int] = {}
    for cut in cuts:
        if len(cut) == fewest:
            for reading in _said(cut, closed=closed, silent_h=silent_h):
                readings[reading.sound] = min(reading.weak, readings.get(reading.sound, reading.weak))
    return tuple(sorted((Reading(*one) for one in readings.items()), key=_weakness))


def _cuts(letters: str) -> list[tuple[str, ...]]:
    if not letters:
        return [()]
    heads = [letters[:length] for length in range(1, min(3, len(letters)) + 1) if letters[:length] in _VOWELS]
    return [(head, *tail) for head in heads for tail in _cuts(letters[len(head) :])]


def _said(cut: tuple[str, ...], *, closed: bool, silent_h: bool) -> tuple[Reading, ...]:
    *before, last = cut
    heard = [_VOWELS[vowel] for vowel in before]
    if silent_h and last in _BEFORE_SILENT_H:
        heard.append((Reading(_BEFORE_SILENT_H[last], 0),))
    else:
        heard.append(_VOWELS[last] + (_CLOSED.get(last, ()) if closed else ()))
    return together(heard)
