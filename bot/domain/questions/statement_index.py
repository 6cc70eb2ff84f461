"""Finds the statements that answer a question: by the questions that each one answers, and by its text.

A text becomes weighted tokens: stems of words, pairs of Korean syllables, concepts of the lexicon, names, numbers.
The single question that is most like the one asked counts, then half of how well the statement's own text fits.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.questions.lexicon import EMPTY
from bot.domain.text.tokens import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence

    from bot.domain.questions.segmenter import Segment
    from bot.domain.questions.statements import Place, Statement

Tokens = dict[str, float]
"""Tokens of a text with their weights."""

NAME, CONCEPT, NUMBER = "@", "#", "="
ACTOR = "!"
"""Marks a member that is named as the actor."""
"""The first character of a token that is no word: the key of a record, a concept, a number."""

_PART_WEIGHT: Final = 0.4
"""Of the character in a question that names the actor."""
_CONCEPT_WEIGHT: Final = 0.6
_EMPTY_WEIGHT: Final = 0.35
"""Of words that carry no question by themselves."""
_IMPLIED_WEIGHT: Final = 0.5
"""Of a record that a statement is about, in a question that does not name it."""
_MOST_KEYS: Final = 4
_TEXT_SHARE: Final = 0.9
_SATURATION, _LENGTH_SHARE = 1.2, 0.5
_UNTOLD: Final = EMPTY | {"of", "article", "copula", "possessive", "conjunction", "pronoun", "occupation-verb", "what"}
"""Concepts that tell nothing about what is asked."""
_SCALE: Final = 255
_SHORTEST_TYPO: Final = 5
_LONG_WORD: Final = 8

_SUFFIX: Final = re.compile(r"(?:'s|ing|ings|ed|es|s|ly|d|e)$")
_SHORTEST_STEM: Final = 3


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The stem of an English word; other words stay as they are.

    Snowball's stemmer answers no question of the evaluation better, costs a dependency and 80 ms more of warm-up.
    """
    plain = _SUFFIX.sub("", word)
    return plain if len(plain) >= _SHORTEST_STEM else word


def tokens_of(segments: Sequence[Segment]) -> Tokens:
    """The tokens of a segmented text."""
    found: Tokens = {}

    def add(token: str, weight: float) -> None:
        found[token] = max(weight, found.get(token, 0.0))

    for segment in segments:
        names = {entity for entity in segment.entities if entity.kind != "show"}
        for entity in names:
            if entity.kind == "actor":
                add(NAME + ACTOR + entity.key, 1 / len(names))
            add(NAME + entity.key, (_PART_WEIGHT if entity.kind == "actor" else 1.0) / len(names))
        if segment.number is not None:
            add(f"{NUMBER}{segment.number:g}", 1.0)
        if segment.ending or (segment.entities and not segment.concepts):
            continue
        told = segment.concepts - _UNTOLD
        for concept in told:
            add(CONCEPT + concept, _CONCEPT_WEIGHT / math.sqrt(len(told)))
        weight = _EMPTY_WEIGHT if segment.concepts and not told else 1.0
        for word in _words(segment.text):
            add(word, weight)
    return found


def _words(text: str) -> Iterator[str]:
    for word in text.split():
        if not is_unspaced(word):
            yield stem(word)
        elif len(word) == 1:
            yield word
        else:
            yield from (one + other for one, other in pairwise(word))


class Match(NamedTuple):
    """A statement, and how well it answers a question."""

    number: int
    """Its place among all statements."""
    score: float
    form: float
    """Cosine of the most similar question, from 0 to 1."""
    text: float
    """How well its text fits, from 0 to 1."""


class _Stored(msgspec.Struct):
    """The index as it is kept in a file."""

    places: list[tuple[str, ...]]
    tokens: list[str]
    idf: bytes
    form_ends: bytes
    forms: bytes
    text_ends: bytes
    texts: bytes
    owners: bytes
    said_ends: bytes
    said: bytes
    names: list[list[str]]


class StatementIndex:
    """All statements about one show in one language, ready to be searched."""

    def __init__(self, stored: _Stored) -> None:
        self.places = stored.places
        self.names = [frozenset(keys) for keys in stored.names]
        """The records that each statement is about or names."""
        self._numbers = {token: number for number, token in enumerate(stored.tokens)}
        self._idf = _unpacked("f", stored.idf)
        self._form_ends = _unpacked("I", stored.form_ends)
        self._forms = _unpacked("I", stored.forms)
        self._text_ends = _unpacked("I", stored.text_ends)
        self._texts = _unpacked("I", stored.texts)
        self._owners = _unpacked("H", stored.owners)
        self._said_ends = _unpacked("I", stored.said_ends)
        self._said = _unpacked("H", stored.said)
        self._latin_words = [word for word in stored.tokens if word.isalpha() and word.isascii()]
        self._rare = math.log(len(stored.places) + 1)

    @classmethod
    def decode(cls, content: bytes) -> StatementIndex:
        """The index in a file. Raises ``msgspec.DecodeError``."""
        return cls(msgspec.msgpack.decode(content, type=_Stored))

    def knows(self, token: str) -> bool:
        """Whether any statement or question of the index has a token."""
        return token in self._numbers

    def idf(self, token: str) -> float:
        """How telling a token is; the rarest are the most telling."""
        number = self._numbers.get(token)
        return self._rare if number is None else self._idf[number]

    def said(self, match: Match, tokens: Iterable[str]) -> set[str]:
        """Which of some tokens a statement has, in its text or in a question that it answers."""
        start, end = self._start(self._said_ends, match.number), self._said_ends[match.number]
        numbers = set(self._said[start:end])
        return {token for token in tokens if self._numbers.get(token) in numbers}

    def corrected(self, tokens: Tokens) -> Tokens:
        """The same tokens, with misspelled words of Latin letters replaced by words of the index."""
        return {
            (self._correction(token) if len(token) >= _SHORTEST_TYPO and token.isascii() else token): weight
            for token, weight in tokens.items()
        }

    def _correction(self, token: str) -> str:
        if token in self._numbers or token[0] in {NAME, CONCEPT, NUMBER}:
            return token
        most = 2 if len(token) >= _LONG_WORD else 1
        near = process.extractOne(token, self._latin_words, scorer=OSA.distance, score_cutoff=most)
        return near[0] if near and near[0][0] == token[0] else token

    def search(self, tokens: Tokens, most: int = 6) -> list[Match]:
        """The statements that answer best, the best one first."""
        weighted = [(number, weight * self.idf(token)) for token, weight in tokens.items()
                    if (number := self._numbers.get(token)) is not None]  # fmt: skip
        norm = math.sqrt(sum((weight * self.idf(token)) ** 2 for token, weight in tokens.items())) or 1.0
        total = sum(weight * self.idf(token) for token, weight in tokens.items()) or 1.0
        forms: list[float] = [0.0] * len(self._owners)
        texts: list[float] = [0.0] * len(self.places)
        for number, weight in weighted:
            share = weight / norm / _SCALE
            for posting in self._forms[self._start(self._form_ends, number) : self._form_ends[number]]:
                forms[posting >> 8] += share * (posting & 255)
            share = weight / total / _SCALE
            for posting in self._texts[self._start(self._text_ends, number) : self._text_ends[number]]:
                texts[posting >> 8] += share * (posting & 255)
        best: list[float] = [0.0] * len(self.places)
        for owner, cosine in zip(self._owners, forms, strict=True):
            if cosine > best[owner]:  # noqa: PLR1730 - twice as fast as max()
                best[owner] = cosine
        scores = [form + _TEXT_SHARE * text for form, text in zip(best, texts, strict=True)]
        order = sorted(range(len(scores)), key=scores.__getitem__)[: -most - 1 : -1]
        return [Match(number, scores[number], best[number], texts[number]) for number in order if scores[number]]

    @staticmethod
    def _start(ends: array[int], number: int) -> int:
        return ends[number - 1] if number else 0


class IndexBuilder:
    """Collects statements and builds their index."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._names: list[list[str]] = []
        self._texts: list[Tokens] = []
        self._forms: list[tuple[int, Tokens]] = []

    def add(self, statement: Statement, text: Tokens, forms: Sequence[Tokens]) -> None:
        """Add a statement, with the tokens of its text and of the questions that it answers.

        Without questions, its text stands for one.
        """
        keys = [NAME + key for key in statement.keys]
        text = text | {CONCEPT + concept: _CONCEPT_WEIGHT for concept in statement.implied}
        text |= dict.fromkeys(keys, 1.0)
        implied = dict.fromkeys(keys, _IMPLIED_WEIGHT) if len(keys) <= _MOST_KEYS else {}
        number = len(self._places)
        names = {token for token in text if token[0] == NAME}
        for form in forms or [text]:
            names |= {token for token in form if token[0] == NAME}
            self._forms.append((number, implied | form))
        self._places.append(statement.place)
        self._names.append(sorted(name[1:] for name in names))
        self._texts.append(text)

    def encode(self) -> Generator[None, None, bytes]:
        """The index of everything that was added, as a file keeps it; made in small steps."""
        seen: dict[str, set[int]] = defaultdict(set)
        for number, tokens in [*enumerate(self._texts), *self._forms]:
            for token in tokens:
                seen[token].add(number)
        words = sorted(seen)
        count = len(self._places)
        idf: dict[str, float] = {token: math.log((count + 1) / (len(seen[token]) + 0.5)) for token in words}
        yield
        form_postings: dict[str, list[int]] = defaultdict(list)
        for number, (_owner, tokens) in enumerate(self._forms):
            norm = math.sqrt(sum((weight * idf[token]) ** 2 for token, weight in tokens.items())) or 1.0
            for token, weight in tokens.items():
                form_postings[token].append(number << 8 | round(_SCALE * max(weight * idf[token] / norm, 0)))
        yield
        text_postings: dict[str, list[int]] = defaultdict(list)
        average = sum(map(len, self._texts)) / max(count, 1)
        for number, tokens in enumerate(self._texts):
            longer = 1 - _LENGTH_SHARE + _LENGTH_SHARE * len(tokens) / average
            share = (_SATURATION + 1) / (1 + _SATURATION * longer)
            for token, weight in tokens.items():
                text_postings[token].append(number << 8 | min(_SCALE, round(_SCALE * weight * min(share, 1.0))))
        yield
        form_ends, forms = _packed_postings(words, form_postings)
        text_ends, texts = _packed_postings(words, text_postings)
        yield
        said: list[set[str]] = [set(tokens) for tokens in self._texts]
        for owner, tokens in self._forms:
            said[owner] |= tokens.keys()
        numbers = {token: number for number, token in enumerate(words)}
        yield
        said_ends, said_tokens = array("I"), array("H")
        for some in said:
            said_tokens.extend(sorted(numbers[token] for token in some))
            said_ends.append(len(said_tokens))
        yield
        owners = array("H", (owner for owner, _tokens in self._forms)).tobytes()
        return msgspec.msgpack.encode(
            _Stored(
                self._places,
                words,
                array("f", (max(idf[token], 0.0) for token in words)).tobytes(),
                form_ends,
                forms,
                text_ends,
                texts,
                owners,
                said_ends.tobytes(),
                said_tokens.tobytes(),
                self._names,
            )
        )


def _packed_postings(words: Sequence[str], postings: Mapping[str, list[int]]) -> tuple[bytes, bytes]:
    ends, flat = array("I"), array("I")
    for word in words:
        flat.extend(postings.get(word, ()))
        ends.append(len(flat))
    return ends.tobytes(), flat.tobytes()


def _unpacked(kind: str, content: bytes) -> array[Any]:
    values: array[Any] = array(kind)
    values.frombytes(content)
    return values


__all__ = ["IndexBuilder", "Match", "StatementIndex", "Tokens", "tokens_of"]
