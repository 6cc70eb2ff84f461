"""Finding the statement of the facts that says what a question says, for all that no question of the table covers.

A statement answers only if it has every word of the question, or belongs to what the question names. Figures and days
are asked for only where the statement has some.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.questions.parsed_question import ALWAYS
from bot.domain.questions.relation_paths import split_gender
from bot.domain.questions.statements import SourceText, source_texts
from bot.domain.relations import OCCUPATIONS
from bot.domain.text.tokens import has_hangul

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.domain.library import Library
    from bot.domain.questions.entity_linker import Entity
    from bot.domain.questions.parsed_question import ParsedQuestion
    from bot.domain.questions.segmenter import Segment, Segmenter
    from data.records import Unknown

_ASKING: Final = frozenset({"who", "whose", "where", "when", "how-many", "how-much", "how-long", "why"})
_COUNTING: Final = frozenset({"when", "how-many", "how-much", "how-long"})
_LOOSE: Final = frozenset(
    {"heard", "appear", "announced", "plays", "works", "release", "air", "compare", "standing", "rank", "happen"}
    | {"produce", "else", "above", "cast", "role", "actor", "write", "compose", "watched", "highest", "end", "premise"}
    | {"crew", "job", "title", "leads", "days-of-work", "episode", "award-category", "scene", "countable"}
)
"""Concepts that so many words share that two words of one of them need not say the same."""
_MEASURES: Final = _LOOSE - {"award-category", "rank"} | {"standing", "lowest", "first", "last", "finale", "ended"}
"""Concepts of words that only compare or link: "the most" and "is in" tell nothing about what is meant."""
_SHORT: Final = frozenset({"role", "award", "special", "false-claim"})
_PLACED: Final = frozenset({"where", "place"})
_PEOPLED: Final = frozenset({"who", "whose", "plays", "actor", "role", "job"})
"""Concepts of questions about a place, and about somebody."""
_UNTOLD: Final = frozenset({"why", "lyrics", "age", "born", "meaning"})
"""What no single statement is quoted for."""
_RARE: Final = 0.06
"""A word in a smaller share of all statements than this is what the question is about."""
_UNKNOWN_WORD, _KNOWN_WORD, _NAME, _CONCEPT = 2.0, 1.0, 1.0, 0.5
"""What it is worth that a statement shares a word with the question, a name, or only what the word says."""
_ENOUGH, _OF_NOBODY = 1.5, 3.0
_ENOUGH_OF: Final = {"false-claim": 1.0}
_PERSONAL: Final = frozenset({"member", "singer", "credit", "track"})
"""Tables of what is told of somebody; it takes more to ask for that without the name."""
_MOST: Final = 3

_DIGIT: Final = re.compile(r"\d")
_SUFFIX: Final = re.compile(r"(?:'s|ing|ings|ed|es|s|ly|d|e)$")
_SHORTEST_STEM: Final = 3
_DEPUTY: Final = re.compile(r"\bvice[ -]")
"""A vice-chairman is no chairman."""


class IndexedStatement(NamedTuple):
    """Something the facts say, read as questions are read."""

    source: SourceText
    words: str
    """Its words without the names in it, with a blank before and behind each."""
    stems: frozenset[str]
    concepts: frozenset[str]
    """What its words say, but for what is loose."""
    names: frozenset[Entity]
    """Whom and what it names."""

    @property
    def table(self) -> str:
        """Which kind of record it stands in."""
        return self.source.place[0]

    def names_one_of(self, segment: Segment) -> bool:
        """Whether it is about somebody or something that the segment names."""
        meant = [one for one in segment.entities if not (self.source.of_the_story and one.kind == "actor")]
        return any(option in self.names or option.key in self.source.keys for option in meant)

    def implies(self, segment: Segment) -> bool:
        """Whether the segment goes without saying here, or has the same concept as a word of it."""
        counted = segment.number is not None and f"number:{segment.number:g}" in self.source.implied
        return counted or bool(segment.concepts & self.concepts) or not segment.concepts.isdisjoint(self.source.implied)


class StatementIndex:
    """All statements about one show in one language."""

    def __init__(self, library: Library, segmenter: Segmenter) -> None:
        self._library = library
        self._segmenter = segmenter
        self._hangul_forms = lru_cache(maxsize=2048)(self._find_hangul_forms)
        self._unread = source_texts(library.show)
        self._read: list[IndexedStatement] = []
        self._meanings: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    @property
    def statements(self) -> list[IndexedStatement]:
        """Every statement; those that are not indexed yet are indexed now."""
        for _ in self.warm_up():
            pass
        return self._read

    def warm_up(self) -> Iterator[None]:
        """Index the statements one by one."""
        for text in self._unread:
            self._read.append(self._index(text))
            yield

    def search(self, segments: Sequence[Segment], question: ParsedQuestion) -> list[tuple[str, ...]]:
        """Where the facts say what the question says; nothing where no statement has all its words."""
        words = [segment for segment in segments if _tells(segment)]
        counts = "how-many" in question.concepts and any(segment.number is not None for segment in words)
        if not words or counts or not _may_be_told(question):
            return []
        for some in (words, _run_together(words)):
            rare = frozenset(segment.text for segment in some if self._is_rare(segment))
            found = [one for one in self.statements if self._answers(one, some, rare, question.concepts)]
            if found:
                return self._closest(found, some)
        return []

    def known_gap(self, concepts: set[str], *keys: str) -> Unknown | None:
        """What the facts say was looked for and not found; of several the one that says least besides."""
        found = [one for one in self._library.unknown_about(*keys) if self.concepts(one.text) & concepts]
        return min(found, key=lambda one: (-len(self.concepts(one.text) & concepts), len(one.text)), default=None)

    def concepts(self, text: str) -> frozenset[str]:
        """Everything that the words of a text of the facts say."""
        return self._meaning(text)[0]

    def names(self, text: str) -> frozenset[str]:
        """The keys of everybody and everything that a text of the facts names."""
        return self._meaning(text)[1]

    def _meaning(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """The concepts of a text of the facts, and the keys of what it names; remembered, since facts do not change."""
        if text not in self._meanings:
            self._meanings[text] = _meaning(self._segmenter.plain(text))
        return self._meanings[text]

    def _index(self, source: SourceText) -> IndexedStatement:
        segments = self._segmenter.plain(source.text)
        self._meanings[source.text] = _meaning(segments)
        words = [
            segment.text for segment in segments if (segment.concepts or not segment.entities) and not segment.ending
        ]
        return IndexedStatement(
            source,
            f" {' '.join(word.replace(' ', '') for word in words)} ",
            stems(" ".join(words)),
            frozenset(concept for segment in segments for concept in segment.concepts) - _LOOSE,
            frozenset(option for segment in segments for option in segment.entities),
        )

    def _answers(
        self, one: IndexedStatement, words: Sequence[Segment], rare: frozenset[str], concepts: frozenset[str]
    ) -> bool:
        """Whether a statement has all the words, and enough of them are rare enough to be what is asked about."""
        if not _fits(one, concepts):
            return False
        worth, telling, named = 0.0, False, False
        for segment in words:
            if one.names_one_of(segment):
                worth += _NAME
                named = True
            elif segment.number is None and segment.text in rare and self._says(one, segment):
                worth += _CONCEPT if segment.concepts and segment.concepts <= _MEASURES else _worth(segment)
                said_outright = segment.unknown or (one.table != "statement" and not segment.concepts <= _MEASURES)
                telling = telling or (said_outright and _worth(segment) > _CONCEPT)
            elif one.implies(segment) or self._says(one, segment):
                worth += _CONCEPT
            else:
                return False
        if one.table == "role" and not concepts & _PEOPLED:
            return False
        if len(words) == 1 and not _is_said_in_a_word(one, concepts):
            return False
        return telling and worth >= (
            _OF_NOBODY if one.table in _PERSONAL and not named else _ENOUGH_OF.get(one.table, _ENOUGH)
        )

    def _closest(self, found: Sequence[IndexedStatement], words: Sequence[Segment]) -> list[tuple[str, ...]]:
        """Those that say most of the words outright; what is known before what is not, prizes before remarks."""
        said = [sum(self._says(one, segment) for segment in words) for one in found]
        best = [one for one, count in zip(found, said, strict=True) if count == max(said)]
        best.sort(key=lambda one: (one.table == "unknown", one.table != "award", len(one.stems)))
        return [one.source.place for one in best if one.table == best[0].table][:_MOST]

    def _says(self, one: IndexedStatement, segment: Segment) -> bool:
        """Whether the statement has this very word."""
        if not has_hangul(segment.text):
            return _word_stems(segment.text) <= one.stems
        return any(form in one.words for form in self._hangul_forms(segment.text))

    def _find_hangul_forms(self, text: str) -> tuple[str, ...]:
        """What to look for in a statement's words: the word, and what is left of it without an ending."""
        word = text.replace(" ", "")
        whole = len(word)
        bare = [word[:end] for end in range(whole, 0, -1) if end == whole or self._segmenter.is_ending(word[end:])]
        return tuple(f" {stem}" if len(stem) > 1 else f" {stem} " for stem in bare)

    def _is_rare(self, segment: Segment) -> bool:
        """Whether few statements have this word."""
        return sum(self._says(one, segment) for one in self.statements) <= _RARE * len(self.statements)


def _meaning(segments: Sequence[Segment]) -> tuple[frozenset[str], frozenset[str]]:
    concepts = frozenset(concept for segment in segments for concept in segment.concepts)
    return concepts, frozenset(option.key for segment in segments for option in segment.entities)


def _is_said_in_a_word(one: IndexedStatement, concepts: frozenset[str]) -> bool:
    """Whether one word may ask for it: for whom a trade describes, or a prize; it says too little of a whole story."""
    if one.table == "place":
        return bool(concepts & _PLACED)
    return one.table in _SHORT and "end" not in one.source.implied


def _fits(one: IndexedStatement, concepts: frozenset[str]) -> bool:
    """Whether a statement can tell a prize, a place, a figure or a day, where one is asked for."""
    if "award-category" in concepts and one.table != "award":
        return False  # who won it is told there alone
    if "awards" in one.source.implied and "awards" not in concepts:
        return False  # "the best song" is a matter of opinion, until it wins
    if "where" in concepts and "where" not in one.source.implied:
        return False
    if one.table == "place" and concepts & {"happen", "naming"} and not concepts & _PLACED:
        return False
    if one.table == "scene":
        return not concepts & (_COUNTING - {"when"})
    return not concepts & _COUNTING or bool(_DIGIT.search(one.source.text))


def stems(text: str) -> frozenset[str]:
    """Stem the English words of a text.

    Snowball's stemmer answers no question of the evaluation better, costs a dependency and 80 ms more of warm-up.
    """
    plain = _DEPUTY.sub("vice", text.casefold().replace("\u2019", "'").replace("'s", ""))
    found = ((_SUFFIX.sub("", word), word) for word in re.findall(r"[^\W_]+", plain))
    return frozenset(stem if len(stem) >= _SHORTEST_STEM else word for stem, word in found)


_word_stems = lru_cache(maxsize=2048)(stems)


def _tells(segment: Segment) -> bool:
    """Whether a word of a question has to be in the answer."""
    if segment.ending or segment.concepts & (ALWAYS | _ASKING):
        return False
    return not segment.entities or any(option.kind != "show" for option in segment.entities)


def _may_be_told(question: ParsedQuestion) -> bool:
    """Whether a single statement can answer at all: nothing about another show, and no relation."""
    elsewhere = any(option.kind in {"work", "rival"} for mention in question.mentions for option in mention.options)
    related = any(mention.steps for mention in question.mentions)
    somebody = "pronoun" in question.concepts and not question.mentions
    return not (
        question.out_of_scope or question.negated or elsewhere or related or somebody or question.concepts & _UNTOLD
    )


def _worth(segment: Segment) -> float:
    """What a rare word is worth that a statement shares with the question."""
    if segment.unknown:
        return _UNKNOWN_WORD
    kin = [split_gender(concept.removeprefix("kin:"))[0] for concept in segment.concepts if concept.startswith("kin:")]
    return _CONCEPT if kin and not OCCUPATIONS.issuperset(kin) else _KNOWN_WORD


def _run_together(words: Sequence[Segment]) -> list[Segment]:
    """Unknown words side by side as one, as a name with a hyphen may be written."""
    run: list[Segment] = []
    for segment in words:
        if run and run[-1].unknown and segment.unknown:
            run[-1] = replace(run[-1], text=run[-1].text + segment.text)
        else:
            run.append(segment)
    return run
