"""What a fan typed, read in every way in which it may have been meant."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Final

from bot.domain.search import phonetics, transcriptions
from bot.domain.search.namesakes import Namesake, namesake, namesake_in_latin, namesake_in_script
from bot.domain.text.hangul import (
    INITIALS,
    VOWELS,
    compose,
    decompose,
    from_hangul_layout,
    from_latin_layout,
    initials,
    is_syllable,
)
from bot.domain.text.lexicon_tables import lexicon_words
from bot.domain.text.normalization import clean, words
from bot.domain.text.positions import Position, kind_of, read_position

MOST_LETTERS: Final = 100
"""No name is longer than this."""
_MOST_WORDS: Final = 12
"""A text of more words is searched for no phrase."""
_MOST_HEARD: Final = 40
"""No Korean name or title in Latin letters is longer than this."""

_LOOSE: Final = "".join(sorted({*INITIALS, *VOWELS}))
"""Letters that make no syllable: laughs and tears, and slips of the keyboard after a name."""


class SearchQuery:
    """A text as it was typed; each property is one way to read it."""

    def __init__(self, all_words: tuple[str, ...], cleaned: str = "") -> None:
        self._cleaned = cleaned
        self.words = all_words
        self.text = "".join(all_words)
        self.keys = decompose(self.text)

    @staticmethod
    @lru_cache(maxsize=8)
    def read(text: str) -> SearchQuery:
        """Read what arrived from Discord; several indexes are asked for the same text."""
        cleaned = clean(text)
        return SearchQuery(words(cleaned), cleaned)

    def part(self, start: int, end: int) -> SearchQuery:
        """Some of the words."""
        return SearchQuery(self.words[start:end])

    def without(self, phrases: frozenset[str]) -> SearchQuery | None:
        """What is left without these phrases (blanks left out) and words that say nothing, if that is less.

        In somebody's name every word says something: Song is also a family name.
        """
        if self.namesake is not Namesake.NOBODY:
            return None
        left = _without_phrase(self.words, phrases)
        fillers = lexicon_words("names", "said-along")
        left = tuple(
            word
            for at, word in enumerate(left)
            if (self.has_digits and kind_of(word) is not None) or (word not in fillers and (at or word != "a"))
        )
        return SearchQuery(left) if left and left != self.words else None

    @property
    def too_long(self) -> bool:
        """Longer than any name."""
        return len(self.text) > MOST_LETTERS

    @cached_property
    def size(self) -> int:
        """How much was typed, in Latin letters; a Hangul syllable, a kana or a Han character counts as two."""
        return len(self.text) + sum("぀" <= char <= "ヿ" or char >= "㐀" for char in self.text)

    @cached_property
    def hangul(self) -> str:
        """The text, if it is nothing but finished syllables."""
        return self.text if all(map(is_syllable, self.text)) else ""

    @property
    def by_syllable(self) -> SearchQuery:
        """A long word of Hangul as single syllables, since blanks between names may be missing."""
        return SearchQuery(tuple(self.hangul)) if len(self.words) == 1 and len(self.hangul) > 3 else self

    @cached_property
    def without_affixes(self) -> list[SearchQuery]:
        """The names in 이준아, 윤하린ㅋㅋ, 윤하린배우 and 윤하린ㅛ, and in 윤하린린, whose end was typed twice."""
        name = self.text.rstrip(_LOOSE)
        found = [name]
        found += [name.removesuffix(suffix) for suffix in lexicon_words("names", "hung-on") if len(name) > 2]
        found += [name[:-1] for last in name[-1:] if len(name) > 2 and is_syllable(last) and name[-2] == last]
        found += [name.removeprefix(prefix) for prefix in lexicon_words("names", "put-before")]
        names = [one for one in dict.fromkeys(found) if len(one) > 1 and one != self.text]
        return [SearchQuery((one,)) for one in names]

    @cached_property
    def pronunciations(self) -> tuple[phonetics.Pronunciation, ...]:
        """How the text sounds if it is Korean, in Hangul or in Latin letters."""
        if self.hangul:
            sound = phonetics.join(part for word in self.words for part in phonetics.of_hangul(word))
            return (phonetics.Pronunciation(sound, 0),)
        if len(self.text) > _MOST_HEARD or not (self.text.isascii() and self.text.isalpha()):
            return ()
        return phonetics.together(map(phonetics.of_latin, self.words))

    @cached_property
    def script(self) -> transcriptions.Script | None:
        """Kana or Cyrillic, if the text is written in one of them."""
        return transcriptions.script_of(self.text)

    @cached_property
    def transcribed(self) -> tuple[str, ...]:
        """How the text sounds if it is Korean in kana or in Cyrillic."""
        return transcriptions.of_typed(self.words, self.script) if self.script else ()

    @cached_property
    def initials(self) -> str:
        """Initial consonants, if some of the text is written so: ㅎㄹ, or 윤ㅎ."""
        first = initials(self.text)
        return first if not self.hangul and set(first) <= set(INITIALS) else ""

    @cached_property
    def other_layout(self) -> list[SearchQuery]:
        """What was meant if the keyboard was switched to the wrong layout."""
        if not self._cleaned.isascii():
            latin = from_hangul_layout(self._cleaned)
            return [SearchQuery(words(latin))] if latin.isascii() and len(latin) > 2 else []
        meant = dict.fromkeys(from_latin_layout(keys) for keys in (self._cleaned, self._cleaned.lower()))
        composed = [SearchQuery(words(compose(keys))) for keys in meant]
        return [
            one for one in composed if len(one.text) > 1 and is_syllable(one.text[0]) and (one.initials or one.hangul)
        ]

    @cached_property
    def position(self) -> Position | None:
        """The place in a numbered list that is meant, as in "pt. 4"."""
        return read_position(" ".join(self.words))

    @property
    def has_digits(self) -> bool:
        """Whether a digit was typed."""
        return any(map(str.isdecimal, self.text))

    @cached_property
    def namesake(self) -> Namesake:
        """How much the text looks like the name of some Korean, no matter who."""
        if self.hangul:
            return namesake(self.hangul)
        if self.script:
            return namesake_in_script(self.transcribed, self.script)
        return namesake_in_latin(self.words) if self.pronunciations else Namesake.NOBODY


def _without_phrase(words: tuple[str, ...], phrases: frozenset[str]) -> tuple[str, ...]:
    """Leave out the first run of words that is one of the phrases."""
    count = len(words) if len(words) <= _MOST_WORDS else 0
    for start in range(count):
        for end in range(count, start, -1):
            if "".join(words[start:end]) in phrases:
                return words[:start] + words[end:]
    return words
