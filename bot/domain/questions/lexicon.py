"""The words of questions: one lexicon a language, kept as TOML in ``lexicons/``.

A lexicon says which words express a concept, never what is true. Adding a language is adding a file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import tomli

from bot.domain.text.hangul import is_syllable, syllables_with_initial_of
from bot.domain.text.tokens import begins, is_unspaced, joined, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from data.records import Show

LEXICONS: Final = Path(__file__).parent / "lexicons"

STOPWORD: Final = "stopword"
"""A word that carries no question by itself."""
NOT: Final = "not"
"""A word that negates the question."""
OUT_OF_SCOPE: Final = "out-of-scope"
"""A word for what the facts never hold."""

PLOT: Final = "plot"
"""What can happen to characters of a show; the facts name each such concept in their vocabulary."""
DEED: Final = "deed"
"""What people of any story do; a question with such a word is about the plot."""
SOMEBODY: Final = "somebody"
"""A pronoun in the place of a name."""
DESCRIBED: Final = "described:"
"""Begins a concept of words that describe people; the vocabulary of the facts says whom."""

Concepts = frozenset[str]
"""What a word may say: "rating", or with a value ``kin:spouse``, ``number:3``, ``lang:ko`` ..."""

NO_CONCEPTS: Final[Concepts] = frozenset()
EMPTY: Final[Concepts] = frozenset({STOPWORD, NOT, "polar", "or"})
_ENDING_CONCEPTS: Final = ("subject", "copula", "polar", "conjunction")
"""Marks a subject or a copula, not a possessor; ends a question for yes or no; joins two names."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language."""

    phrases: dict[str, Concepts]
    """By phrase: words of a spaced script with one blank between them, others without blanks."""
    endings: Mapping[str, Concepts]
    """What may hang on a word of an unspaced script, and what it says: ``subject``, ``copula``, ``polar``."""
    standalone_endings: frozenset[str]
    """Endings that are also written as words of their own."""
    counters: frozenset[str]
    """What may follow a number without changing it."""
    conjunctions: tuple[str, ...]
    """Words between two questions in one sentence."""
    conjunction_endings: tuple[str, ...]
    """Endings of the last word before a second question."""
    asides: tuple[str, ...]
    """Words that begin another clause, before or behind which the question may stand alone."""
    aside_endings: tuple[str, ...]
    """Endings of the last word of a clause before the question."""
    sounds: tuple[tuple[re.Pattern[str], str], ...] = ()
    """Spellings and what they sound like, one after the other, where words are often written as they sound."""
    people: dict[str, str] = field(default_factory=dict[str, str])
    """The cast members whom a phrase of the facts' vocabulary means as a name does."""

    def has_word(self, word: str) -> bool:
        """Whether this is a word, or a character of an unspaced script, of the phrases and endings."""
        return word in self.phrases or word in self._further_words or word in self.people or word in self.endings

    @cached_property
    def _further_words(self) -> frozenset[str]:
        """The words and characters that are no phrase or ending by themselves."""
        texts = (*self.phrases, *self.people, *self.endings)
        words = {word for text in texts for word in (text if is_unspaced(text) else text.split())}
        return frozenset(words.difference(*(self.phrases, self.people, self.endings)))

    def spelled(self, word: str) -> str:
        """A word as the lexicon spells the one that sounds the same; as it stands where none does."""
        if not self.sounds or self.has_word(word):
            return word
        sound = self._sound(word)
        return self._by_sound.get(sound) or (sound if self.has_word(sound) else word)

    @cached_property
    def _by_sound(self) -> Mapping[str, str]:
        """The words by what they sound like, where they are spelled otherwise."""
        words = (*self._further_words, *(one for one in self._sorted if " " not in one), *self.endings)
        return {sound: word for word in sorted(words) if (sound := self._sound(word)) != word}

    def _sound(self, word: str) -> str:
        for spelling, sound in self.sounds:
            word = spelling.sub(sound, word)
        return word

    @cached_property
    def longest(self) -> int:
        """Tokens of the longest phrase."""
        return max(
            (len(one) if is_unspaced(one) else one.count(" ") + 1 for one in (*self.phrases, *self.people)), default=1
        )

    def begins(self, text: str) -> bool:
        """Whether a phrase begins with this text."""
        return begins(self._sorted, text)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted((*self.phrases, *self.people))

    def beginning_like(self, word: str) -> list[str]:
        """Phrases with the same first keystroke as a word."""
        first, last = word[0], chr(ord(word[0]) + 1)
        if is_syllable(first):
            first, last = syllables_with_initial_of(first)
        return self._sorted[bisect_left(self._sorted, first) : bisect_left(self._sorted, last)]

    def warm_up(self) -> Iterator[None]:
        """Build what misspelled words need, in small steps."""
        for name in ("_sorted", "_further_words", "_by_sound"):
            getattr(self, name)
            yield


def lexicon_languages() -> list[str]:
    """The languages in which questions are understood."""
    return sorted(path.stem for path in LEXICONS.glob("*.toml"))


def translated_share(language: str, source: str = "en") -> tuple[int, int]:
    """How many of the concepts in the lexicon of ``source`` another one has words for, and of how many."""
    tables = [_concepts_with_words(LEXICONS / f"{one}.toml") for one in (source, language)]
    return len(tables[0] & tables[1]), len(tables[0])


def _concepts_with_words(path: Path) -> frozenset[str]:
    read = tomli.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return frozenset(concept for concept, words in read.get("words", {}).items() if words)


def lexicon_of(language: str, show: Show) -> Lexicon:
    """The words of one language, with those that only this show needs."""
    lexicon = read_lexicon(LEXICONS / f"{language}.toml")
    phrases = lexicon.phrases
    alone = {f"{DESCRIBED}{entry.key}": key for entry in show.vocabulary if (key := _only_one(entry.who))}
    for entry in show.vocabulary:
        own = {PLOT, f"{PLOT}:{entry.key}"} if entry.plot else {f"{DESCRIBED}{entry.key}" if entry.who else entry.key}
        concepts = frozenset(own)
        for phrase in map(normalize_phrase, entry.words.get(language, ())):
            phrases[phrase] = _shared(phrases.get(phrase, NO_CONCEPTS) | concepts)
    for phrase, (concept, *others) in [*phrases.items()]:
        if concept in alone and not others:
            lexicon.people[phrase] = alone[concept]
            del phrases[phrase]
    return lexicon


def _only_one(who: Mapping[str, int]) -> str:
    """The only person whom a description means, where that gives nothing away."""
    return next((key for key, after_episode in who.items() if len(who) == 1 and not after_episode), "")


@cache
def _shared(concepts: Concepts) -> Concepts:
    """The same concepts as one object: most words, of any language, say what others say as well."""
    return concepts


def read_lexicon(path: Path) -> Lexicon:
    """The lexicon in a file."""
    tables = tomli.loads(path.read_text(encoding="utf-8"))
    phrases: dict[str, Concepts] = {}
    for phrase, concept in _phrases(tables):
        if key := normalize_phrase(phrase):
            phrases[key] = _shared(phrases.get(key, NO_CONCEPTS) | {concept})
    endings: Mapping[str, list[str]] = tables.get("endings", {})
    conjunctions: Mapping[str, list[str]] = tables.get("conjunctions", {})
    return Lexicon(
        phrases,
        {
            text: _shared(frozenset(concept for concept in _ENDING_CONCEPTS if text in endings.get(concept, ())))
            for text in endings.get("words", ())
        },
        frozenset(endings.get("alone", ())),
        frozenset(endings.get("units", ())),
        tuple(conjunctions.get("words", ())),
        tuple(conjunctions.get("endings", ())),
        tuple(conjunctions.get("asides", ())),
        tuple(conjunctions.get("aside_endings", ())),
        tuple((re.compile(spelling), sound) for spelling, sound in tables.get("spelling", {}).get("sounds", ())),
    )


_PLAIN: Final = re.compile(r"[a-z]+(?: [a-z]+)*|[가-힣]+|[ぁ-ゖァ-ヺー一-鿿]+")


def normalize_phrase(phrase: str) -> str:
    """A phrase as the lexicon's keys are written."""
    if _PLAIN.fullmatch(phrase):
        return phrase
    parts = tokenize(phrase)
    return joined(parts) if is_unspaced(phrase) else " ".join(part.text for part in parts)


def conjunction_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """A pattern for the borders between questions: a stop, a word, or an ending behind at least two characters."""
    word = "|".join(map(re.escape, lexicon.conjunctions))
    ending = "|".join(sorted(map(re.escape, lexicon.conjunction_endings), key=len, reverse=True))
    borders = [
        rf"[?？;]+\s*(?:(?:{word})\s+)?",
        rf"[,、]\s*(?:(?:{word})\s+)",
        r",\s+",
        rf"\s+(?:{word})\s+",
        r"\s*&\s*",
    ]
    if ending:
        borders.append(rf"(?<=[^\W\d_]{{2}})(?:{ending})(?:\s+|[,、]\s*)")
    return re.compile("|".join(borders), re.IGNORECASE)


_PREFIXES: Final = {
    "words": "", "kin": "kin:", "described": DESCRIBED, "languages": "lang:", "countries": "country:", "jobs": "job:",
}  # fmt: skip
"""Tables of a lexicon, and what begins the concepts of their words."""


def _phrases(tables: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for table, prefix in _PREFIXES.items():
        for key, some in tables.get(table, {}).items():
            yield from ((phrase, f"{prefix}{key}") for phrase in some)
    for kind in ("number", "ordinal", "month"):
        yield from ((phrase, f"{kind}:{value}") for phrase, value in tables.get(f"{kind}s", {}).items())
    yield from ((phrase, OUT_OF_SCOPE) for phrase in tables.get("out-of-scope", {}).get("words", ()))
