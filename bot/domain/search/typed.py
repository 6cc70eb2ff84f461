"""What a fan typed, read in every way in which it may have been meant."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from bot.domain.hangul import (
    INITIALS,
    compose,
    decompose,
    from_hangul_layout,
    from_latin_layout,
    initials,
    is_syllable,
)
from bot.domain.search import namesakes, sound
from bot.domain.search.text import clean, words

MOST_LETTERS: Final = 100
"""No name is longer than this."""

FILLERS: Final = frozenset("the ost as by feat ft featuring 의 노래 씨 님".split())
"""Words said along with a name."""

_CALLS: Final = re.compile(r"(?<=[가-힣]{2})(?:씨|님|아|야|이)$")
"""What is hung on a name in Korean when one speaks of or to somebody: 현우야, 이준님."""

_NUMBER_WORDS: Final = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}
_NUMBERS: Final = {
    # kind: how its number is said
    "part": re.compile(
        r"(?P<said>(?:ost |o s t )?(?:part|parts|pt|p|no|number|ost|track|파트|트랙|넘버) ?)?0?(?P<number>\d{1,3})"
        r"(?P<after> ?(?:번째?|번 ?(?:곡|노래|트랙)|ost))?"
    ),
    "episode": re.compile(
        r"(?P<said>(?:episode|ep|e|에피소드|제) ?)?0?(?P<number>\d{1,3})(?P<after> ?(?:화|회))?"
    ),
}


_LAYOUT: Final = re.compile(r"[가-힣]+[ㄱ-ㅎ]?")
"""What keys of the other layout must make to be a name: syllables, the last of which may not be finished."""


class Typed:
    """A text as it was typed; each property is one way to read it."""

    def __init__(self, cleaned: str, all_words: tuple[str, ...]) -> None:
        self._cleaned = cleaned
        self.words = all_words
        self.text = "".join(all_words)
        self.keys = decompose(self.text)

    @classmethod
    def read(cls, text: str) -> Typed:
        """Read what arrived from Discord."""
        cleaned = clean(text)
        return cls(cleaned, words(cleaned))

    def part(self, start: int, end: int) -> Typed:
        """Return some of the words."""
        return Typed("", self.words[start:end])

    @property
    def by_syllable(self) -> Typed:
        """One long word of Hangul as single syllables, since blanks between names may be missing."""
        return Typed("", tuple(self.hangul)) if len(self.words) == 1 and len(self.hangul) > 3 else self

    @property
    def too_long(self) -> bool:
        """Longer than any name."""
        return len(self.text) > MOST_LETTERS

    @cached_property
    def hangul(self) -> str:
        """The text, if it is nothing but finished syllables."""
        return self.text if all(map(is_syllable, self.text)) else ""

    @cached_property
    def size(self) -> int:
        """How much was typed, in Latin letters; a Hangul syllable counts as two."""
        return len(self.text) + sum(map(is_syllable, self.text))

    @cached_property
    def readings(self) -> tuple[sound.Reading, ...]:
        """How the text sounds if it is Korean in Latin letters, or in Hangul."""
        if self.hangul:
            return (sound.Reading(sound.join([part for word in self.words for part in sound.of_hangul(word)]), 0),)
        if not self.text.isascii() or not self.text.isalpha():
            return ()
        return sound.together([sound.of_latin(word) for word in self.words])

    @cached_property
    def initials(self) -> str:
        """Initial consonants, if some of the text is written so: ㅎㅇ, or 윤ㅎ."""
        first = initials(self.text)
        return first if not self.hangul and all(char in INITIALS for char in first) else ""

    @cached_property
    def without_fillers(self) -> Typed | None:
        """The text without words and endings that say nothing, if there are any."""
        kept = tuple(word for word in self.words if word not in FILLERS)
        if kept[:1] == ("a",):
            kept = kept[1:]
        if kept:
            kept = (*kept[:-1], _CALLS.sub("", kept[-1]))
        return Typed(self._cleaned, kept) if kept and kept != self.words else None

    @cached_property
    def other_layout(self) -> tuple[str, ...]:
        """The keystrokes that were meant if the keyboard was switched to the wrong layout."""
        typed = "".join(self._cleaned.split())
        if not typed.isascii():
            latin = from_hangul_layout(typed).lower()
            return (latin,) if latin.isascii() and len(latin) > 2 else ()
        meant = dict.fromkeys((from_latin_layout(typed), from_latin_layout(typed.lower())))
        return tuple(keys for keys in meant if _LAYOUT.fullmatch(compose(keys)))

    @cached_property
    def numbers(self) -> list[tuple[str, str, bool]]:
        """Kinds and numbers that may be meant, as in "pt. 4", and whether the kind is said."""
        said = " ".join(_NUMBER_WORDS.get(word, word) for word in self.words)
        found = [(kind, pattern.fullmatch(said)) for kind, pattern in _NUMBERS.items()]
        return [
            (kind, number["number"], bool(number["said"] or number["after"])) for kind, number in found if number
        ]

    @property
    def is_common_name(self) -> bool:
        """The name that many Koreans have, and so no slip of another one."""
        return namesakes.is_common(self.hangul, self._usual_sounds)

    @property
    def is_possible_name(self) -> bool:
        """A name that a Korean may have."""
        return namesakes.is_possible(self.hangul, self._usual_sounds)

    @property
    def _usual_sounds(self) -> list[str]:
        return [heard for heard, weak in self.readings if not weak]
