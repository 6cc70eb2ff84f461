"""Finds the statements that answer a question: by the questions that each one answers, and by its words.

A text becomes weighted tokens: stems of words, pairs of characters of unspaced scripts, concepts of the lexicon, names,
numbers. The two known questions of a statement that are most like the one asked count, and how much of what is asked
the statement says anywhere, in its text or in its questions.
"""

from __future__ import annotations

import math
import re
import unicodedata
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import attrgetter, mul
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.questions.lexicon import EMPTY
from bot.domain.text.tokens import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from bot.domain.questions.segmenter import Segment
    from bot.domain.questions.statements import Place, Statement

Tokens = dict[str, float]
"""Tokens of a text with their weights."""

NAME, CONCEPT, NUMBER = "@", "#", "="
"""The first character of a token that is no word: the key of a record, a concept, a number."""
ACTOR = "!"
"""Marks a member that is named as the actor."""

# The weights were measured on development questions.
_NAME_WEIGHT: Final = 1.2
_PART_WEIGHT: Final = 0.5
"""Of the character in a question that names the actor."""
_CONCEPT_WEIGHT: Final = 0.7
_EMPTY_WEIGHT: Final = 0.7
"""Of words that carry no question by themselves."""
_IMPLIED_WEIGHT: Final = 0.5
"""Of a record that a statement is about, in a question that names nobody."""
_EPISODE_WEIGHT: Final = 0.3
"""Of the episode of a statement, in a question that does not name it."""
_UNKNOWN_WEIGHT: Final = 0.7
"""Of a word that no statement has."""
_MOST_KEYS: Final = 4
_SECOND_SHARE: Final = 0.4
"""How much the second question of a statement counts."""
_SAID_SHARE: Final = 1.4
"""How much it counts that a statement says anywhere what is asked."""
_COMPARED: Final = 32
"""So many statements are compared with a question: those that say most of it.

The best one was among 24 of them for each of 383 questions.
"""
_MANY: Final = 60
"""So many statements are looked through for a description."""
_LIKE, _WHOLE, _NEARLY = 0.45, 0.85, 0.85
"""What a description must share with a question, with a whole statement, and with the best one."""
_UNTOLD: Final = EMPTY | {
    "of", "article", "copula", "possessive", "conjunction", "pronoun", "owner-female", "owner-male", "occupation-verb",
    "what", "deed", "somebody",
}  # fmt: skip
"""Concepts that tell nothing about what is asked."""
_SCALE: Final = 255
_SHORTEST_TYPO: Final = 5

_SUFFIX: Final = re.compile(r"(?:'s|ing|ings|ed|es|s|ly|d|e)$")
_SHORTEST_STEM, _LONGEST_STEM = 3, 5


@lru_cache(maxsize=1024)
def stem(word: str) -> str:
    """The beginning of a word without its ending: inflections of a word share it, in most languages.

    Snowball's stemmer answers no more questions, costs a dependency and 80 ms more of warm-up.
    """
    plain = _SUFFIX.sub("", word)
    return (plain if len(plain) >= _SHORTEST_STEM else word)[:_LONGEST_STEM]


def tokens_of(segments: Sequence[Segment]) -> Tokens:
    """The tokens of a segmented text."""
    found: Tokens = {}

    def add(token: str, weight: float) -> None:
        found[token] = max(weight, found.get(token, 0.0))

    for segment in segments:
        names = {entity for entity in segment.entities if entity.kind != "show"}
        for entity in names:
            if entity.kind == "actor":
                add(NAME + ACTOR + entity.key, _NAME_WEIGHT / len(names))
            add(NAME + entity.key, (_PART_WEIGHT if entity.kind == "actor" else _NAME_WEIGHT) / len(names))
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
            yield _parts(word)[:2]
        else:
            yield from (_parts(one)[:2] + _parts(other)[0] for one, other in pairwise(word))


@lru_cache(maxsize=1024)
def _parts(character: str) -> str:
    """The parts of a character, such as the consonants and the vowel of a Korean syllable.

    Endings change the last parts of a stem: 뺏기, 뺏겨 and 뺏김 begin alike.
    """
    return unicodedata.normalize("NFD", character)


class Match(NamedTuple):
    """A statement, and how well it answers a question."""

    number: int
    """Its place among all statements."""
    score: float
    form: float
    """Cosine of the most similar question, from 0 to 1."""
    second: float
    """Cosine of the next one."""
    third: float
    said: float
    """How much of what is asked the statement says anywhere, from 0 to 1."""
    nearest: int
    """The number of the most similar question."""


_PLACES: Final[dict[Place, Place]] = {}
"""The places of all statements, which the indexes of all languages share."""


class _Stored(msgspec.Struct):
    """The index as it is kept in a file."""

    places: list[tuple[str, ...]]
    tokens: list[str]
    idf: bytes
    said: bytes
    """For each token the numbers of the statements that have it, in order."""
    said_weights: bytes
    said_ends: bytes
    form_ends: bytes
    """For each statement where its questions end."""
    form_tokens: bytes
    """For each question the numbers of its tokens."""
    form_weights: bytes
    """For each token of each question its weight."""
    form_token_ends: bytes


class StatementIndex:
    """All statements about one show in one language, ready to be searched."""

    def __init__(self, stored: _Stored) -> None:
        self.places = [_PLACES.setdefault(place, place) for place in stored.places]
        self._tokens = stored.tokens
        self._numbers = {token: number for number, token in enumerate(stored.tokens)}
        self._idf = _unpacked("f", stored.idf)
        self._said = _unpacked("H", stored.said)
        self._said_weights = stored.said_weights
        self._said_ends = _unpacked("I", stored.said_ends)
        self._form_ends = _unpacked("H", stored.form_ends)
        self._form_tokens = _unpacked("H", stored.form_tokens)
        self._form_weights = stored.form_weights
        self._form_token_ends = _unpacked("I", stored.form_token_ends)
        self.rare = math.log(len(stored.places) + 1)
        """The weight of a token that a single statement has."""

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
        return self.rare * _UNKNOWN_WEIGHT if number is None else self._idf[number]

    def said(self, match: Match, tokens: Iterable[str]) -> set[str]:
        """Which of some tokens a statement has, in its text or in a question that it answers."""
        found: set[str] = set()
        for token in tokens:
            number = self._numbers.get(token)
            if number is not None:
                part = self._saying(number)
                at = bisect_left(self._said, match.number, part.start, part.stop)
                if at < part.stop and self._said[at] == match.number:
                    found.add(token)
        return found

    def nearest(self, match: Match) -> set[str]:
        """The tokens of the question of a statement that is most like the one asked."""
        start = self._form_token_ends[match.nearest - 1] if match.nearest else 0
        return {self._tokens[number] for number in self._form_tokens[start : self._form_token_ends[match.nearest]]}

    def form_number(self, match: Match) -> int:
        """The number of that question among those of its statement."""
        return match.nearest - self._forms_of(match.number)[0]

    def corrected(self, tokens: Tokens) -> Tokens:
        """The same tokens, with misspelled words of Latin letters replaced by words of the index."""
        return {
            (self._correction(token) if len(token) >= _SHORTEST_TYPO and token.isalpha() else token): weight
            for token, weight in tokens.items()
        }

    @cached_property
    def _by_start(self) -> dict[tuple[str, int], list[str]]:
        """Words of spaced scripts by first letter and length."""
        words: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._tokens:
            if len(word) >= _SHORTEST_TYPO - 1 and word.isalpha() and not is_unspaced(word):
                words[word[0], len(word)].append(word)
        return words

    @lru_cache(maxsize=1024)  # noqa: B019 - an index lives as long as the bot
    def _correction(self, token: str) -> str:
        """The word that a misspelled one is one slip away from."""
        if token in self._numbers:
            return token
        words = [word for length in (0, 1, -1) for word in self._by_start.get((token[0], len(token) + length), ())]
        near = process.extractOne(token, words, scorer=OSA.distance, score_cutoff=1)
        return near[0] if near else token

    def search(self, tokens: Tokens, most: int = 8) -> list[Match]:
        """The statements that answer best, the best one first: of those that say most of what is asked."""
        heavy = {token: weight * self.idf(token) for token, weight in tokens.items()}
        total = sum(heavy.values()) * _SCALE or 1.0
        norm = math.sqrt(sum(weight**2 for weight in heavy.values())) * _SCALE or 1.0
        said = [0.0] * len(self.places)
        asked = [0.0] * len(self._tokens)
        for token, weight in heavy.items():
            if (number := self._numbers.get(token)) is not None:
                asked[number] = weight / norm
                share = weight / total
                part = self._saying(number)
                for at, weight_there in zip(self._said[part], self._said_weights[part], strict=True):
                    said[at] += share * weight_there
        telling = sorted(range(len(said)), key=said.__getitem__, reverse=True)[: max(_COMPARED, most)]
        found = [self._match(number, asked, said[number]) for number in telling if said[number]]
        return sorted(found, key=attrgetter("score"), reverse=True)[:most]

    def _saying(self, token: int) -> slice:
        """Where the statements that have a token are listed."""
        return slice(self._said_ends[token - 1] if token else 0, self._said_ends[token])

    def _match(self, number: int, asked: Sequence[float], said: float) -> Match:
        """How well a statement answers a question, of which ``asked`` holds the weight of each token."""
        forms = self._forms_of(number)
        start = self._form_token_ends[forms.start - 1] if forms.start else 0
        ends = self._form_token_ends[forms.start : forms.stop]
        part = slice(start, ends[-1])
        shares = list(map(mul, map(asked.__getitem__, self._form_tokens[part]), self._form_weights[part]))
        cosines = [sum(shares[low - start : high - start]) for low, high in pairwise((start, *ends))]
        third, second, best = sorted((0.0, 0.0, *cosines))[-3:]
        score = best + _SECOND_SHARE * second + _SAID_SHARE * said
        return Match(number, score, best, second, third, said, forms[cosines.index(best)])

    def _forms_of(self, number: int) -> range:
        """The numbers of the questions of a statement."""
        return range(self._form_ends[number - 1] if number else 0, self._form_ends[number])

    def described(self, tokens: Tokens, tables: Collection[str]) -> list[tuple[str, ...]]:
        """The statements of some tables that say all of a description, the best one first: "song at the wedding"."""
        if any(token[0] == NUMBER for token in tokens):
            return []
        heavy = {token: weight * self.idf(token) for token, weight in tokens.items()}
        told = [
            match
            for match in self.search(tokens, _MANY)
            if self.places[match.number][0] in tables
            and match.form >= _LIKE
            and sum(heavy[token] for token in self.said(match, tokens)) >= _WHOLE * sum(heavy.values())
        ]
        return [self.places[match.number] for match in told if match.score >= _NEARLY * told[0].score]


class IndexBuilder:
    """Collects statements and builds their index."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._said: list[Tokens] = []
        self._forms: list[Tokens] = []
        self._form_ends: list[int] = []

    def add(self, statement: Statement, text: Tokens, forms: Sequence[Tokens]) -> None:
        """Add a statement, with the tokens of its text and of the questions that it answers.

        Without questions, its text stands for one.
        """
        keys = [NAME + key for key in statement.keys]
        text = text | {CONCEPT + concept: _CONCEPT_WEIGHT for concept in statement.implied}
        text |= dict.fromkeys(keys, 1.0)
        names = dict.fromkeys(keys, _IMPLIED_WEIGHT) if len(keys) <= _MOST_KEYS else {}
        episode: Tokens = {}
        if statement.episode:
            text[f"{NUMBER}{statement.episode}"] = 1.0
            episode = {f"{NUMBER}{statement.episode}": _EPISODE_WEIGHT}
        said = dict(text)
        for form in forms or [text]:
            is_named = any(token[0] == NAME for token in form)
            self._forms.append(episode | ({} if is_named else names) | form)
            for token, weight in form.items():
                said[token] = max(weight, said.get(token, 0.0))
        self._form_ends.append(len(self._forms))
        self._places.append(statement.place)
        self._said.append(said)

    def encode(self) -> bytes:
        """The index of everything that was added, as a file keeps it."""
        count = len(self._places)
        frequency = Counter(token for said in self._said for token in said)
        tokens = sorted(frequency)
        numbers = {token: number for number, token in enumerate(tokens)}
        idf = {token: max(math.log((count + 1) / (times + 0.5)), 0.0) for token, times in frequency.items()}
        weights: list[list[int]] = []
        for form in self._forms:
            norm = math.sqrt(sum((weight * idf[token]) ** 2 for token, weight in form.items())) or 1.0
            weights.append([round(_SCALE * weight * idf[token] / norm) for token, weight in form.items()])
        form_weights, form_token_ends = _packed("B", weights)
        form_tokens, _ends = _packed("H", ([numbers[token] for token in form] for form in self._forms))
        postings: list[list[tuple[int, int]]] = [[] for _ in tokens]
        for at, said in enumerate(self._said):
            for token, weight in said.items():
                postings[numbers[token]].append((at, min(_SCALE, round(_SCALE * weight / _NAME_WEIGHT))))
        said, said_ends = _packed("H", ([at for at, _weight in some] for some in postings))
        said_weights, _ends = _packed("B", ([weight for _at, weight in some] for some in postings))
        return msgspec.msgpack.encode(
            _Stored(
                self._places,
                tokens,
                array("f", (idf[token] for token in tokens)).tobytes(),
                said,
                said_weights,
                said_ends,
                array("H", self._form_ends).tobytes(),
                form_tokens,
                form_weights,
                form_token_ends,
            )
        )


def _packed(kind: str, lists: Iterable[Sequence[int]]) -> tuple[bytes, bytes]:
    """Many short lists as one array, and where each of them ends."""
    values: array[int] = array(kind)
    ends: array[int] = array("I")
    for some in lists:
        values.extend(some)
        ends.append(len(values))
    return values.tobytes(), ends.tobytes()


def _unpacked(kind: str, content: bytes) -> array[Any]:
    values: array[Any] = array(kind)
    values.frombytes(content)
    return values


__all__ = ["IndexBuilder", "Match", "StatementIndex", "Tokens", "tokens_of"]
