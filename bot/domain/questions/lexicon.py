"""The words that questions are made of, by language, kept as data in ``bot/domain/questions/lexicons``.

A lexicon says which words say an idea ("husband", "남편"), never what is true. Adding a language is adding a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import tomli

from bot.domain.text.tokens import has_hangul, joined, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LEXICONS: Final = Path(__file__).parent / "lexicons"

NEUTRAL: Final = "neutral"
"""What carries no question by itself."""
NOT: Final = "not"
"""What turns a question round that stands before it."""
OUTSIDE: Final = "outside"
"""What the facts never hold, whatever else is asked."""

Ideas = frozenset[str]
"""What a word may say: plain ideas ("rating"), and ideas with a value: ``kin:spouse``, ``number:3``, ``lang:ko`` ..."""

NO_IDEAS: Final[Ideas] = frozenset()
EMPTY: Final[Ideas] = frozenset({NEUTRAL, NOT})
_HANGING: Final = ("subject", "copula")
"""What an ending may say: that the word is not a whose, and that somebody is what it says."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of all languages; those of one language rarely mean anything in another."""

    phrases: Mapping[str, Ideas]
    """By phrase: words in any spaced script with one blank between them, Hangul without blanks."""
    endings: Mapping[str, Ideas]
    """What may follow a Hangul word within the same word; some say that the word is not a whose."""
    alone: frozenset[str]
    """Endings that are also written apart."""
    counters: frozenset[str]
    """What may follow a number without saying more."""
    joint: re.Pattern[str]
    """What stands between two questions in one."""

    @cached_property
    def longest(self) -> int:
        """Units of the longest phrase."""
        return max((len(phrase) if has_hangul(phrase) else phrase.count(" ") + 1 for phrase in self.phrases), default=1)

    @cached_property
    def by_length(self) -> Mapping[int, list[str]]:
        """Single words by how many letters they have, to find misspelled ones."""
        lengths: dict[int, list[str]] = {}
        for phrase in self.phrases:
            if " " not in phrase:
                lengths.setdefault(len(phrase), []).append(phrase)
        return lengths


@cache
def lexicon(folder: Path = LEXICONS) -> Lexicon:
    """Every lexicon of a folder as one, read once."""
    phrases: dict[str, set[str]] = {}
    joints: dict[str, list[str]] = {"words": [], "endings": []}
    endings: dict[str, set[str]] = {"words": set(), "subject": set(), "copula": set(), "alone": set(), "units": set()}
    for path in sorted(folder.glob("*.toml")):
        tables = tomli.loads(path.read_text(encoding="utf-8"))
        for phrase, idea in _ideas(tables):
            phrases.setdefault(written(phrase), set()).add(idea)
        for kind, some in tables.get("endings", {}).items():
            endings[kind].update(some)
        for kind, some in tables.get("joints", {}).items():
            joints[kind].extend(some)
    return Lexicon(
        {phrase: frozenset(ideas) for phrase, ideas in phrases.items() if phrase},
        {text: frozenset(idea for idea in _HANGING if text in endings[idea]) for text in endings["words"]},
        frozenset(endings["alone"]),
        frozenset(endings["units"]),
        _joint(joints["words"], joints["endings"]),
    )


_PLAIN: Final = re.compile(r"[a-z]+(?: [a-z]+)*|[가-힣]+")


def written(phrase: str) -> str:
    """A phrase as it is looked up."""
    if _PLAIN.fullmatch(phrase):
        return phrase
    parts = units(phrase)
    return joined(parts) if has_hangul(phrase) else " ".join(part.text for part in parts)


def _joint(words: Sequence[str], endings: Sequence[str]) -> re.Pattern[str]:
    """A pattern for the borders between questions: a stop, a word, or an ending of two syllables and more before it."""
    between = "|".join(map(re.escape, words))
    hanging = "|".join(sorted(map(re.escape, endings), key=len, reverse=True))
    return re.compile(
        rf"[?？;]+\s*(?:(?:{between})\s+)?|,\s+(?:(?:{between})\s+)?|\s+(?:{between})\s+|\s*&\s*"
        rf"|(?<=[가-힣]{{2}})(?:{hanging})\s+",
        re.IGNORECASE,
    )


def _ideas(tables: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for idea, some in tables.get("words", {}).items():
        yield from ((phrase, idea) for phrase in some)
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
    yield from ((phrase, OUTSIDE) for phrase in tables.get("outside", {}).get("words", ()))
