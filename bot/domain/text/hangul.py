"""Hangul as it is built, typed and said: jamo, initial consonants, keyboard slips and particles.

A syllable is taken apart into *keystrokes*, the jamo a two-set keyboard needs for it (ㅘ is ㅗㅏ, ㄳ is ㄱㅅ).
Written so, a half-typed name is simply the beginning of the name: 윤할 (ㅇㅠㄴㅎㅏㄹ) of 윤하린.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS: Final = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

FIRST_SYLLABLE: Final = 0xAC00
LAST_SYLLABLE: Final = 0xD7A3

_CONSONANT_PAIRS: Final = dict(
    zip(
        "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ",
        ["ㄱㅅ", "ㄴㅈ", "ㄴㅎ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅂㅅ"],
        strict=True,
    )
)
_VOWEL_PAIRS: Final = dict(zip("ㅘㅙㅚㅝㅞㅟㅢ", ["ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅡㅣ"], strict=True))
_HANGUL: Final = re.compile("[ㄱ-ㅣ가-힣]")
_PAIRS: Final = _CONSONANT_PAIRS | _VOWEL_PAIRS
_JOINED: Final = {pair: jamo for jamo, pair in _PAIRS.items()}


def is_syllable(char: str) -> bool:
    """Whether one character is a finished Hangul syllable."""
    return FIRST_SYLLABLE <= ord(char) <= LAST_SYLLABLE


def parts(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final (may be empty) of one finished syllable, as jamo."""
    number = ord(syllable) - FIRST_SYLLABLE
    return INITIALS[number // 588], VOWELS[number // 28 % 21], FINALS[number % 28]


def syllables_with_initial_of(syllable: str) -> tuple[str, str]:
    """The first syllable with the same initial, and the one behind the last."""
    first = ord(syllable) - (ord(syllable) - FIRST_SYLLABLE) % 588
    return chr(first), chr(first + 588)


@lru_cache(maxsize=1024)
def _keystrokes(char: str) -> str:
    return "".join(_PAIRS.get(jamo, jamo) for jamo in (parts(char) if is_syllable(char) else char))


def has_hangul(text: str) -> bool:
    """Whether a text holds a Korean letter."""
    return _HANGUL.search(text) is not None


def decompose(text: str) -> str:
    """Take every syllable and every joined jamo apart into keystrokes; leave the rest as it is."""
    return text if text.isascii() or not has_hangul(text) else "".join(map(_keystrokes, text))


def _either(jamo: str, pairs: dict[str, str]) -> str:
    return "|".join((*pairs.values(), f"[{jamo}]"))


_SYLLABLE: Final = re.compile(
    rf"(?P<initial>[{INITIALS}])"
    rf"(?P<vowel>{_either(VOWELS, _VOWEL_PAIRS)})"
    # A consonant before a vowel opens the next syllable.
    rf"(?:(?P<final>{_either(''.join(FINALS), _CONSONANT_PAIRS)})(?![{VOWELS}]))?"
)


def _build(found: re.Match[str]) -> str:
    initial, vowel, final = (_JOINED.get(part, part) for part in found.groups(default=""))
    number = (INITIALS.index(initial) * 21 + VOWELS.index(vowel)) * 28 + FINALS.index(final)
    return chr(FIRST_SYLLABLE + number)


def compose(keystrokes: str) -> str:
    """Join keystrokes into syllables as an input method does; what makes no syllable stays as it is."""
    return _SYLLABLE.sub(_build, keystrokes)


def initials(text: str) -> str:
    """Reduce every syllable to its initial consonant: 윤하린 to ㅇㅎㄹ. Other characters stay."""
    return "".join(parts(char)[0] if is_syllable(char) else char for char in text)


_KEYBOARD: Final = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        strict=True,
    )
)
_TO_JAMO: Final = str.maketrans(
    {letter: _KEYBOARD.get(letter, _KEYBOARD[letter.lower()]) for key in _KEYBOARD for letter in (key, key.upper())}
)
_TO_LATIN: Final = str.maketrans({jamo: letter.lower() for letter, jamo in _KEYBOARD.items()})


def from_latin_layout(text: str) -> str:
    """The keystrokes that were meant when Hangul was typed with the Latin layout on (``gkfls``)."""
    return text.translate(_TO_JAMO)


def from_hangul_layout(text: str) -> str:
    """The Latin letters that were meant when they were typed with the two-set layout on (``ㅗㅁ``)."""
    return decompose(text).translate(_TO_LATIN)


# What a word sounds like at its end decides its particles: nothing, ㄹ, or another final consonant.
_OPEN, _L, _CLOSED = "", "ㄹ", "ㄱ"

_PARTICLES: Final = {
    # as written: (after a vowel, after ㄹ, after another consonant, where the sound is not known)
    "이/가": ("가", "이", "이", "이(가)"),
    "을/를": ("를", "을", "을", "을(를)"),
    "은/는": ("는", "은", "은", "은(는)"),
    "와/과": ("와", "과", "과", "와(과)"),
    "으로/로": ("로", "로", "으로", "(으)로"),
    "이에요/예요": ("예요", "이에요", "이에요", "이에요"),
}
_DIGITS: Final = (_CLOSED, _L, _OPEN, _CLOSED, _OPEN, _OPEN, _CLOSED, _L, _L, _OPEN)  # 영 일 이 삼 ... 구
_ZEROS: Final = (_CLOSED,) * 11 + (_OPEN,)  # 십 백 천 만 ... 억 ... 천억, 조
_NUMBER: Final = re.compile(r"(?:(\d[\d,]*)|\.\d+)$")
_LETTERS: Final = {"l": _L, "r": _L, "m": _CLOSED, "n": _CLOSED}  # 엘 알 엠 엔; all others end in a vowel
_LATIN_ENDINGS: Final = (
    # How the end of a Latin word is usually written in Hangul; the first that fits counts.
    (re.compile(r"(?:^|[^a-z])[a-z]$|^[b-df-hj-np-tv-xz]+$"), None),  # letters said one by one: BSS, OST
    (re.compile(r"(?:l|[bdfgkpstz]le)$"), _L),
    (re.compile(r"(?:[mn]|[aeiou][mn]e|ng|ck|[aeiou][kpc]|(?<![aeiou])[aeiou]t)$"), _CLOSED),
    (re.compile(r"[a-z]$"), _OPEN),
)
_AFTERTHOUGHT: Final = re.compile(r"(?<=\S)\s*[(\[（［][^()\[\]（）［］]*[)\]）］]\W*$")
_WRAPPING: Final = re.compile(r"[\W_]+$")


def particle(word: object, pair: str) -> str:
    """The particle that follows ``word``, one of ``pair``: ``particle("하린", "이/가")`` is ``"이"``.

    ``word`` is a text or a number. Markdown, quotes and a remark in brackets at the end are not heard: 이준 (가수)
    takes what 이준 takes.
    Both forms come back, as in 이(가), where nobody can tell how the word is said.
    Raises ``KeyError`` for a pair that is no particle.
    """
    after_vowel, after_l, after_consonant, unknown = _PARTICLES[pair]
    sound = _final_sound(str(word))
    if sound is None:
        return unknown
    return {_OPEN: after_vowel, _L: after_l, _CLOSED: after_consonant}[sound]


def _final_sound(word: str) -> str | None:
    heard = _AFTERTHOUGHT.sub("", word)
    said = _WRAPPING.sub("", heard)
    if not said:
        return None
    if heard.rstrip("*_~`|\"'”’」』》〉)").endswith(("%", "％")):
        return _OPEN  # 퍼센트
    last = said[-1]
    if is_syllable(last):
        final = parts(last)[2]
        return final if final in {_OPEN, _L} else _CLOSED
    if number := _NUMBER.search(said):
        return _number_sound(number[1] or "", last)
    return _latin_sound(said)


def _number_sound(whole: str, last: str) -> str:
    """How a number sounds at its end: by its last digit, or by its zeros (십, 백, 천, 만 ...)."""
    digits = whole.replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    if 0 < zeros < len(digits):
        return _ZEROS[min(zeros, len(_ZEROS)) - 1]
    return _DIGITS[int(last)]


def _latin_sound(word: str) -> str | None:
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    for ending, sound in _LATIN_ENDINGS:
        if ending.search(plain):
            return _LETTERS.get(plain[-1], _OPEN) if sound is None else sound
    return None
