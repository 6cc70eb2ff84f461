"""Finding the statement of the facts that says what a question says, for all that no question of the table covers.

A statement answers only if it has every word of the question, or belongs to what the question names. Figures and days
are asked for only where the statement has some.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.questions.parsed_question import ALWAYS
from bot.domain.questions.relation_paths import split_gender
from bot.domain.questions.statements import Text, texts
from bot.domain.relations import OCCUPATIONS
from bot.domain.text.tokens import has_hangul

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.domain.library import Library
    from bot.domain.questions.entity_linker import Entity
    from bot.domain.questions.parsed_question import Frame
    from bot.domain.questions.segmenter import Cover, Piece
    from data.records import Unknown

_ASKING: Final = frozenset({"who", "whose", "where", "when", "how-many", "how-much", "how-long", "why"})
_COUNTING: Final = frozenset({"when", "how-many", "how-much", "how-long"})
_LOOSE: Final = frozenset(
    {"heard", "appear", "announced", "plays", "works", "release", "air", "compare", "standing", "rank", "happen"}
    | {"produce", "else", "above", "cast", "role", "actor", "write", "compose", "watched", "highest", "end", "premise"}
    | {"crew", "job", "title", "leads", "days-of-work", "episode", "award-category", "scene", "counted"}
)
"""Ideas that so many words share that two words of one of them need not say the same."""
_MEASURES: Final = _LOOSE - {"award-category", "rank"} | {"standing", "lowest", "first", "last", "finale", "ended"}
"""Ideas of words that only compare or link: "the most" and "is in" tell nothing about what is meant."""
_SHORT: Final = frozenset({"role", "award", "special", "false-claim"})
_PLACED: Final = frozenset({"where", "place"})
_PEOPLED: Final = frozenset({"who", "whose", "plays", "actor", "role", "job"})
"""Ideas of questions about a place, and about somebody."""
_UNTOLD: Final = frozenset({"why", "lyrics", "age", "born", "meaning"})
"""What no single statement is quoted for."""
_RARE: Final = 0.06
"""A word in a smaller share of all statements than this is what the question is about."""
_UNKNOWN_WORD, _KNOWN_WORD, _NAME, _IDEA = 2.0, 1.0, 1.0, 0.5
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


class Statement(NamedTuple):
    """Something the facts say, read as questions are read."""

    source: Text
    words: str
    """Its words without the names in it, with a blank before and behind each."""
    stems: frozenset[str]
    ideas: frozenset[str]
    """What its words say, but for what is loose."""
    names: frozenset[Entity]
    """Whom and what it names."""

    @property
    def table(self) -> str:
        """Which kind of record it stands in."""
        return self.source.place[0]

    def names_one_of(self, piece: Piece) -> bool:
        """Whether it is about somebody or something that the piece names."""
        meant = [one for one in piece.entities if not (self.source.of_the_story and one.kind == "actor")]
        return any(option in self.names or option.key in self.source.keys for option in meant)

    def implies(self, piece: Piece) -> bool:
        """Whether the piece goes without saying here, or has the same idea as a word of it."""
        counted = piece.number is not None and f"number:{piece.number:g}" in self.source.implied
        return counted or bool(piece.ideas & self.ideas) or not piece.ideas.isdisjoint(self.source.implied)


class Recall:
    """All statements about one show in one language."""

    def __init__(self, library: Library, cover: Cover) -> None:
        self._library = library
        self._cover = cover

    @cached_property
    def statements(self) -> list[Statement]:
        """Read once, when the first question needs them."""
        return [self._read(text) for text in texts(self._library.show)]

    def said(self, pieces: Sequence[Piece], frame: Frame) -> list[tuple[str, ...]]:
        """Where the facts say what the question says; nothing where no statement has all its words."""
        words = [piece for piece in pieces if _tells(piece)]
        counts = "how-many" in frame.ideas and any(piece.number is not None for piece in words)
        if not words or counts or not _may_be_told(frame):
            return []
        for some in (words, _run_together(words)):
            rare = frozenset(piece.text for piece in some if self._is_rare(piece))
            found = [one for one in self.statements if self._answers(one, some, rare, frame.ideas)]
            if found:
                return self._closest(found, some)
        return []

    def hole(self, ideas: set[str], *keys: str) -> Unknown | None:
        """What the facts say was looked for and not found; of several the one that says least besides."""
        found = [one for one in self._library.unknown_about(*keys) if self.ideas(one.text) & ideas]
        return min(found, key=lambda one: (-len(self.ideas(one.text) & ideas), len(one.text)), default=None)

    def ideas(self, text: str) -> frozenset[str]:
        """Everything that the words of a text of the facts say."""
        return frozenset(idea for piece in self._cover.plain(text) for idea in piece.ideas)

    def names(self, text: str) -> frozenset[str]:
        """The keys of everybody and everything that a text of the facts names."""
        return frozenset(option.key for piece in self._cover.plain(text) for option in piece.entities)

    def _read(self, source: Text) -> Statement:
        pieces = self._cover.plain(source.text)
        words = [piece.text for piece in pieces if (piece.ideas or not piece.entities) and not piece.ending]
        return Statement(
            source,
            f" {' '.join(word.replace(' ', '') for word in words)} ",
            frozenset(stems(" ".join(words))),
            frozenset(idea for piece in pieces for idea in piece.ideas) - _LOOSE,
            frozenset(option for piece in pieces for option in piece.entities),
        )

    def _answers(self, one: Statement, words: Sequence[Piece], rare: frozenset[str], ideas: frozenset[str]) -> bool:
        """Whether a statement has all the words, and enough of them are rare enough to be what is asked about."""
        if not _fits(one, ideas):
            return False
        worth, telling, named = 0.0, False, False
        for piece in words:
            if one.names_one_of(piece):
                worth += _NAME
                named = True
            elif piece.number is None and piece.text in rare and self._says(one, piece):
                worth += _IDEA if piece.ideas and piece.ideas <= _MEASURES else _worth(piece)
                said_outright = piece.unknown or (one.table != "statement" and not piece.ideas <= _MEASURES)
                telling = telling or (said_outright and _worth(piece) > _IDEA)
            elif one.implies(piece) or self._says(one, piece):
                worth += _IDEA
            else:
                return False
        if one.table == "role" and not ideas & _PEOPLED:
            return False
        if len(words) == 1 and not _is_said_in_a_word(one, ideas):
            return False
        return telling and worth >= (
            _OF_NOBODY if one.table in _PERSONAL and not named else _ENOUGH_OF.get(one.table, _ENOUGH)
        )

    def _closest(self, found: Sequence[Statement], words: Sequence[Piece]) -> list[tuple[str, ...]]:
        """Those that say most of the words outright; what is known before what is not, prizes before remarks."""
        said = [sum(self._says(one, piece) for piece in words) for one in found]
        best = [one for one, count in zip(found, said, strict=True) if count == max(said)]
        best.sort(key=lambda one: (one.table == "unknown", one.table != "award", len(one.stems)))
        return [one.source.place for one in best if one.table == best[0].table][:_MOST]

    def _says(self, one: Statement, piece: Piece) -> bool:
        """Whether the statement has this very word."""
        if not has_hangul(piece.text):
            return set(stems(piece.text)) <= one.stems
        word = piece.text.replace(" ", "")
        bare = [word[:end] for end in range(len(word), 0, -1) if end == len(word) or self._cover.is_ending(word[end:])]
        return any(f" {stem}" in one.words if len(stem) > 1 else f" {stem} " in one.words for stem in bare)

    def _is_rare(self, piece: Piece) -> bool:
        """Whether few statements have this word."""
        return sum(self._says(one, piece) for one in self.statements) <= _RARE * len(self.statements)


def _is_said_in_a_word(one: Statement, ideas: frozenset[str]) -> bool:
    """Whether one word may ask for it: for whom a trade describes, or a prize; it says too little of a whole story."""
    if one.table == "place":
        return bool(ideas & _PLACED)
    return one.table in _SHORT and "end" not in one.source.implied


def _fits(one: Statement, ideas: frozenset[str]) -> bool:
    """Whether a statement can tell a prize, a place, a figure or a day, where one is asked for."""
    if "award-category" in ideas and one.table != "award":
        return False  # who won it is told there alone
    if "awards" in one.source.implied and "awards" not in ideas:
        return False  # "the best song" is a matter of opinion, until it wins
    if "where" in ideas and "where" not in one.source.implied:
        return False
    if one.table == "place" and ideas & {"happen", "naming"} and not ideas & _PLACED:
        return False
    if one.table == "scene":
        return not ideas & (_COUNTING - {"when"})
    return not ideas & _COUNTING or bool(_DIGIT.search(one.source.text))


def stems(text: str) -> Iterator[str]:
    """The words of a text without what English hangs on them."""
    for word in re.findall(r"[^\W_]+", _DEPUTY.sub("vice", text.casefold().replace("’", "'").replace("'s", ""))):
        stem = _SUFFIX.sub("", word)
        yield stem if len(stem) >= _SHORTEST_STEM else word


def _tells(piece: Piece) -> bool:
    """Whether a word of a question has to be in the answer."""
    if piece.ending or piece.ideas & (ALWAYS | _ASKING):
        return False
    return not piece.entities or any(option.kind != "show" for option in piece.entities)


def _may_be_told(frame: Frame) -> bool:
    """Whether a single statement can answer at all: nothing about another show, and no relation."""
    elsewhere = any(option.kind in {"work", "rival"} for mention in frame.mentions for option in mention.options)
    related = any(mention.steps for mention in frame.mentions)
    somebody = "pronoun" in frame.ideas and not frame.mentions
    return not (frame.outside or frame.negated or elsewhere or related or somebody or frame.ideas & _UNTOLD)


def _worth(piece: Piece) -> float:
    """What a rare word is worth that a statement shares with the question."""
    if piece.unknown:
        return _UNKNOWN_WORD
    kin = [split_gender(idea.removeprefix("kin:"))[0] for idea in piece.ideas if idea.startswith("kin:")]
    return _IDEA if kin and not OCCUPATIONS.issuperset(kin) else _KNOWN_WORD


def _run_together(words: Sequence[Piece]) -> list[Piece]:
    """Unknown words side by side as one, as a name with a hyphen may be written."""
    run: list[Piece] = []
    for piece in words:
        if run and run[-1].unknown and piece.unknown:
            run[-1] = replace(run[-1], text=run[-1].text + piece.text)
        else:
            run.append(piece)
    return run
