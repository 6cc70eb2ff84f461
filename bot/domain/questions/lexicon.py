"""The words of questions: one lexicon a language, kept as TOML in ``lexicons/``.

A lexicon says which words express a concept, never what is true. Adding a language is adding a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import tomli

from bot.domain.text.hangul import decompose
from bot.domain.text.tokens import has_hangul, joined, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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

Concepts = frozenset[str]
"""What a word may say: "rating", or with a value ``kin:spouse``, ``number:3``, ``lang:ko`` ..."""

NO_CONCEPTS: Final[Concepts] = frozenset()
EMPTY: Final[Concepts] = frozenset({STOPWORD, NOT})
_ENDING_CONCEPTS: Final = ("subject", "copula")
"""Marks a subject or a copula, not a possessor."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language."""

    phrases: Mapping[str, Concepts]
    """By phrase: words in any spaced script with one blank between them, Hangul without blanks."""
    endings: Mapping[str, Concepts]
    """What may follow a Hangul word within the same word, and what it says of that word: ``subject``, ``copula``."""
    standalone_endings: frozenset[str]
    """Endings that are also written as words of their own."""
    counters: frozenset[str]
    """What may follow a number without changing it."""
    conjunctions: tuple[str, ...]
    """Words between two questions in one sentence."""
    conjunction_endings: tuple[str, ...]
    """Endings of the last word before a second question."""

    @cached_property
    def longest(self) -> int:
        """Tokens of the longest phrase."""
        return max((len(phrase) if has_hangul(phrase) else phrase.count(" ") + 1 for phrase in self.phrases), default=1)

    @cached_property
    def by_start(self) -> Mapping[tuple[str, int], list[tuple[str, str]]]:
        """Single words and their keystrokes, by first keystroke and number of letters, to find misspelled ones."""
        starts: dict[tuple[str, int], list[tuple[str, str]]] = {}
        for phrase in self.phrases:
            if phrase and " " not in phrase:
                keystrokes = decompose(phrase)
                starts.setdefault((keystrokes[0], len(phrase)), []).append((phrase, keystrokes))
        return starts


def lexicons() -> tuple[Lexicon, ...]:
    """The lexicons of all languages."""
    return tuple(read_lexicon(path) for path in lexicon_files())


def lexicon_files() -> list[Path]:
    """The file of each language."""
    return sorted(LEXICONS.glob("*.toml"))


def vocabulary_lexicons(show: Show) -> tuple[Lexicon, ...]:
    """The words that only this show needs, by language."""
    phrases: dict[str, dict[str, Concepts]] = {}
    for entry in show.vocabulary:
        concepts = frozenset({PLOT, f"{PLOT}:{entry.key}"} if entry.plot else {entry.key})
        for language, words in entry.words.items():
            known = phrases.setdefault(language, {})
            for phrase in map(normalize_phrase, words):
                known[phrase] = known.get(phrase, NO_CONCEPTS) | concepts
    return tuple(Lexicon(some, {}, frozenset(), frozenset(), (), ()) for some in phrases.values())


@cache
def read_lexicon(path: Path) -> Lexicon:
    """The lexicon in a file, read once."""
    tables = tomli.loads(path.read_text(encoding="utf-8"))
    phrases: dict[str, set[str]] = {}
    for phrase, concept in _phrases(tables):
        phrases.setdefault(normalize_phrase(phrase), set()).add(concept)
    endings: Mapping[str, list[str]] = tables.get("endings", {})
    conjunctions: Mapping[str, list[str]] = tables.get("conjunctions", {})
    return Lexicon(
        {phrase: frozenset(concepts) for phrase, concepts in phrases.items() if phrase},
        {
            text: frozenset(concept for concept in _ENDING_CONCEPTS if text in endings.get(concept, ()))
            for text in endings.get("words", ())
        },
        frozenset(endings.get("alone", ())),
        frozenset(endings.get("units", ())),
        tuple(conjunctions.get("words", ())),
        tuple(conjunctions.get("endings", ())),
    )


_PLAIN: Final = re.compile(r"[a-z]+(?: [a-z]+)*|[가-힣]+")


def normalize_phrase(phrase: str) -> str:
    """A phrase as the lexicon's keys are written."""
    if _PLAIN.fullmatch(phrase):
        return phrase
    parts = tokenize(phrase)
    return joined(parts) if has_hangul(phrase) else " ".join(part.text for part in parts)


def conjunction_pattern(lexicons: Iterable[Lexicon]) -> re.Pattern[str]:
    """A pattern for the borders between questions: a stop, a word, or an ending behind at least two syllables."""
    words = [word for lexicon in lexicons for word in lexicon.conjunctions]
    endings = [ending for lexicon in lexicons for ending in lexicon.conjunction_endings]
    word = "|".join(map(re.escape, words))
    ending = "|".join(sorted(map(re.escape, endings), key=len, reverse=True))
    return re.compile(
        rf"[?？;]+\s*(?:(?:{word})\s+)?|,\s+(?:(?:{word})\s+)?|\s+(?:{word})\s+|\s*&\s*"
        rf"|(?<=[가-힣]{{2}})(?:{ending})\s+",
        re.IGNORECASE,
    )


def _phrases(tables: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for concept, some in tables.get("words", {}).items():
        yield from ((phrase, concept) for phrase in some)
    for step, some in tables.get("kin", {}).items():
        yield from ((phrase, f"kin:{step}") for phrase in some)
    for code, some in tables.get("languages", {}).items():
        yield from ((phrase, f"lang:{code}") for phrase in some)
    for code, some in tables.get("countries", {}).items():
        yield from ((phrase, f"country:{code}") for phrase in some)
    for job, some in tables.get("jobs", {}).items():
        yield from ((phrase, f"job:{job}") for phrase in some)
    for kind in ("number", "ordinal", "month"):
        yield from ((phrase, f"{kind}:{value}") for phrase, value in tables.get(f"{kind}s", {}).items())
    yield from ((phrase, OUT_OF_SCOPE) for phrase in tables.get("out-of-scope", {}).get("words", ()))
