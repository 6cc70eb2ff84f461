"""Korean names in scripts that write how they sound: Japanese kana and Cyrillic.

Both tell less apart than Hangul does: ㅗ and ㅓ are オ and о, ㄱ and ㅋ are ク and к. So a name and what was typed are
reduced to what the script can say, a *transcription*: 서이준, ソ・イジュン and Со И Чжун all are ``soicun``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from bot.domain.search import phonetics

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, eq=False)
class Script:
    """How one script writes Korean."""

    letters: re.Pattern[str]
    """What a text in this script looks like, in lower case and without blanks."""
    sounds: Mapping[str, str]
    """What its letters say, alone and in pairs, in the notation of :mod:`phonetics`."""
    rules: Sequence[tuple[re.Pattern[str], str]]
    """What it does not tell apart, or adds: for the sounds of Hangul and of typed letters alike."""

    @cached_property
    def letter(self) -> re.Pattern[str]:
        """The next letter or pair of letters."""
        return re.compile("|".join(sorted(self.sounds, key=len, reverse=True)))

    def reduced(self, sound: str) -> str:
        """A sound in the notation of :mod:`phonetics` as a transcription."""
        sound = sound.translate(_PLAIN)
        for found, said in self.rules:
            sound = found.sub(said, sound)
        return sound


_PLAIN: Final = str.maketrans("gdbjvx", "ktpcou")
_TO_KATAKANA: Final = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_COMMON: Final = (
    ("u(?=[aeo])", "w"),  # クァク and クアク, Квак and Куак
    ("(?<=[kstpcnmrh])we|ye", "e"),  # チェ is 최, イェ and エ are 예
    ("(?<=[cs])y", ""),
    ("wu", "u"),
    (r"([kstpcmr])\1+", r"\1"),
)


def _rules(*rules: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(found), said) for found, said in (*_COMMON, *rules))


def _pronounced(table: str) -> dict[str, str]:
    """A table of letters and what they say; "-" says nothing."""
    return {letters: sound.strip("-") for letters, sound in (entry.split(":") for entry in table.split())}


_KANA_ROWS: Final = """
アイウエオ kカキクケコ gガギグゲゴ sサシスセソ cザジズゼゾ tタ__テト dダ__デド nナニヌネノ
hハヒフヘホ bバビブベボ pパピプペポ mマミムメモ rラリルレロ
"""
_OTHER_KANA: Final = "チ:ci ツ:cu ヂ:ci ヅ:cu ワ:wa ヲ:o ン:n ヤ:ya ユ:yu ヨ:yo ヴ:pu ッ:- ー:-"
_SMALL_KANA: Final = "ャ:ya ュ:yu ョ:yo ァ:wa ィ:i ゥ:u ェ:e ォ:wo"
_CYRILLIC: Final = """
дж:j дз:j чж:j чх:c кх:k тх:t пх:p йо:yo йе:ye
а:a б:b в:w г:g д:d е:e ж:j з:j и:i й:y к:k л:r м:m н:n о:o п:p р:r с:s т:t у:u ф:h х:h ц:c ч:c ш:s щ:s ъ:- ы:u ь:- э:e
ю:yu я:ya
"""


def _kana() -> dict[str, str]:
    """What kana say; a small one changes the vowel of the one before."""
    rows = _KANA_ROWS.split()
    single = {
        letter: row[:-5] + vowel for row in rows for letter, vowel in zip(row[-5:], "aiueo", strict=True)
    } | _pronounced(_OTHER_KANA)
    small = _pronounced(_SMALL_KANA)
    pairs = {one + glide: sound[:-1] + said for one, sound in single.items() for glide, said in small.items()}
    return single | small | pairs | {"ウィ": "wi", "ウェ": "we", "イェ": "ye"}


KANA: Final = Script(
    re.compile("[ァ-ヴー]+"),
    _kana(),
    _rules(
        ("ru(?=r)", ""),
        ("t(?=[kspcnmrh]|$)", ""),  # ッ, which is written or not
        ("([kpmr])(?=[kstpcnmrh]|$)", r"\1u"),  # 백 is ペク
    ),
)
CYRILLIC: Final = Script(
    re.compile("[а-я]+"),
    _pronounced(_CYRILLIC),
    _rules(
        ("nk(?![aeiouyw])", "n"),  # Хонг is 홍
        ("(?<=[ktpc])h", ""),
        ("yo", "e"),  # ё, which most people write as е
        ("y(?=[kstpcnmrh]|$)", "i"),
    ),
)


def script_of(word: str) -> Script | None:
    """The script of a word, cleaned and in lower case; None where this module does not know it."""
    if not word or word.isascii():
        return None
    katakana = word.translate(_TO_KATAKANA)
    return next((script for script in (KANA, CYRILLIC) if script.letters.fullmatch(katakana)), None)


@lru_cache(maxsize=64)
def of_typed(parts: tuple[str, ...], script: Script) -> tuple[str, ...]:
    """The transcriptions that some words in a script may be."""
    letters = [part.translate(_TO_KATAKANA).replace("ё", "е") for part in parts]
    sounds = [script.letter.sub(lambda found: script.sounds[found[0]], part) for part in letters]
    heard = script.reduced("".join(map(script.reduced, sounds)))
    # The South does not say an initial ㄹ before these: リ and Ли are 이.
    return (heard, heard[1:]) if heard.startswith(("ri", "ry")) else (heard,)


def of_hangul(parts: Sequence[str], script: Script) -> str:
    """The transcription of a name in Hangul; no sound runs over from a part of it to the next one."""
    return script.reduced("".join([script.reduced(_sound(part)) for part in parts]))


def _sound(part: str) -> str:
    return "".join([syllable.replace("ng", "n") for syllable in phonetics.of_hangul(part)])
