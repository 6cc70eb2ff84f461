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
from functools import lru_cache
from hashlib import blake2b
from heapq import nlargest
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.questions.lexicon import EMPTY
from bot.domain.questions.statements import Place
from bot.domain.text.tokens import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from bot.domain.questions.segmenter import Segment
    from bot.domain.questions.statements import Statement

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
"""A statement about more records than these implies none of them in its questions."""
_SECOND_SHARE: Final = 0.4
"""How much the second most similar question of a statement counts."""
_COVERED_SHARE: Final = 0.95
"""How much it counts that a statement says anywhere what is asked."""
_COMPARED: Final = 24
"""How many statements are compared with a question: those that say most of it.

The best one was among 24 of them for each of 383 questions.
"""
_FREQUENT: Final = 300
"""A token of more questions than these is only looked up in the questions of the statements that are compared."""
_LEAST_COVERED: Final = 0.25
"""The share of what the best statement says that others must say to be compared."""
_MANY: Final = 60
"""How many statements are searched for a description."""
_LIKE, _WHOLE, _NEARLY = 0.45, 0.85, 0.85
"""What a description must share with a question, with a whole statement, and with the best one."""
_UNTELLING: Final = EMPTY | {
    "of", "article", "copula", "possessive", "conjunction", "pronoun", "owner-female", "owner-male", "occupation-verb",
    "what", "deed", "somebody",
}  # fmt: skip
"""Concepts that tell nothing about what is asked."""
_SCALE: Final = 255
"""What a weight of 1 is stored as, in one byte."""
_SHORTEST_TYPO: Final = 5
"""Letters from which on a word may be misspelled; the word that is meant may have one less."""

_SUFFIX: Final = re.compile(r"(?:'s|ing|ings|ed|es|s|ly|d|e)$")
_SHORTEST_STEM, _LONGEST_STEM = 3, 5
"""Letters."""


@lru_cache(maxsize=256)
def stem(word: str) -> str:
    """The beginning of a word without its ending: inflections of a word share it, in most languages.

    Snowball's stemmer answers no more questions, costs a dependency and 80 ms more of warm-up.
    """
    plain = _SUFFIX.sub("", word)
    return (plain if len(plain) >= _SHORTEST_STEM else word)[:_LONGEST_STEM]


def tokens_of(segments: Sequence[Segment]) -> Tokens:
    """The tokens of a segmented text, each with the highest weight that it has anywhere."""
    found: Tokens = {}
    for token, weight in chain.from_iterable(map(_tokens_of_segment, segments)):
        found[token] = max(weight, found.get(token, 0.0))
    return found


def _tokens_of_segment(segment: Segment) -> Iterator[tuple[str, float]]:
    names = {entity for entity in segment.entities if entity.kind != "show"}
    for entity in names:
        if entity.kind == "actor":
            yield NAME + ACTOR + entity.key, _NAME_WEIGHT / len(names)
        yield NAME + entity.key, (_PART_WEIGHT if entity.kind == "actor" else _NAME_WEIGHT) / len(names)
    if segment.number is not None:
        yield f"{NUMBER}{segment.number:g}", 1.0
    if segment.ending or (segment.entities and not segment.concepts):
        return
    telling = segment.concepts - _UNTELLING
    for concept in telling:
        yield CONCEPT + concept, _CONCEPT_WEIGHT / math.sqrt(len(telling))
    weight = _EMPTY_WEIGHT if segment.concepts and not telling else 1.0
    yield from ((word, weight) for word in _words(segment.text))


def _words(text: str) -> Iterator[str]:
    for word in text.split():
        if not is_unspaced(word):
            yield stem(word)
        elif len(word) == 1:
            yield _decomposed(word)[:2]
        else:
            yield from (_decomposed(one)[:2] + _decomposed(other)[0] for one, other in pairwise(word))


def _decomposed(character: str) -> str:
    """The parts of a character, such as the consonants and the vowel of a Korean syllable.

    Endings change the last parts of a stem: 뺏기, 뺏겨 and 뺏김 begin alike.
    """
    return unicodedata.normalize("NFD", character)


class StatementMatch(NamedTuple):
    """A statement, and how well it answers a question."""

    number: int
    """Its place among all statements."""
    score: float
    """What statements are ranked by."""
    form: float
    """Cosine of the most similar question, from 0 to 1."""
    second: float
    """Cosine of the next one."""
    third: float
    covered: float
    """The share of what is asked that the statement says anywhere."""
    nearest: int
    """The number of the most similar question."""
    told: AbstractSet[str]
    """Which tokens of the question the statement has, in its text or in a question that it answers."""
    shared: AbstractSet[str]
    """Which of them the most similar question has."""
    form_covered: float
    """The share of the most similar question that is asked."""
    telling: float
    """How telling the words of the question are together; 1 is a word that a single statement has."""
    unasked: int
    """How many words and concepts of the most similar question are not asked."""


_Rank = tuple[float, float, float, float, float, int]
"""The fields of a match from its score to the number of the most similar question."""


class _StoredPostings(msgspec.Struct, array_like=True):
    numbers: bytes
    ends: bytes


class _Stored(msgspec.Struct):
    """The index as it is kept in a file."""

    places: list[Place]
    digests: bytes
    """Of all tokens, in order; a token has the number of its digest."""
    idf: bytes
    words: dict[str, str]
    """Words of Latin letters by the first one."""
    said: _StoredPostings
    """The statements that have a token."""
    asked: _StoredPostings
    """The questions that have it."""
    weights: bytes
    """How much of each of these questions it is."""
    form_ends: bytes
    """For each statement where its questions end."""
    form_idf: bytes
    """What the tokens of each question weigh."""
    form_words: bytes
    """How many words and concepts each question has."""


class _Postings:
    """For each token the numbers of what has it, in order."""

    def __init__(self, stored: _StoredPostings) -> None:
        self._numbers = _unpacked("H", stored.numbers)
        self._ends = _unpacked("I", stored.ends)

    def part(self, token: int) -> slice:
        """Where the numbers of a token stand."""
        return slice(self._ends[token - 1] if token else 0, self._ends[token])

    def within(self, part: slice, some: range) -> slice:
        """Where those of its numbers stand that are in a range."""
        start = bisect_left(self._numbers, some.start, part.start, part.stop)
        return slice(start, bisect_left(self._numbers, some.stop, start, part.stop))

    def numbers(self, part: slice) -> Sequence[int]:
        """The numbers that stand there."""
        return self._numbers[part]

    def having(self, tokens: Mapping[str, int], number: int) -> dict[str, int]:
        """Those of some tokens that stand somewhere."""
        numbers, ends = self._numbers, self._ends
        found: dict[str, int] = {}
        for name, token in tokens.items():
            end = ends[token]
            at = bisect_left(numbers, number, ends[token - 1] if token else 0, end)
            if at < end and numbers[at] == number:
                found[name] = token
        return found


class StatementIndex:
    """All statements about one show in one language, ready to be searched.

    It knows its tokens by their digests: strings would take most of its memory.
    """

    def __init__(self, stored: _Stored) -> None:
        self.places = stored.places
        self._digests = _unpacked("Q", stored.digests)
        self._idf = _unpacked("f", stored.idf)
        self._words = stored.words
        self._said = _Postings(stored.said)
        self._asked = _Postings(stored.asked)
        self._weights = stored.weights
        self._form_ends = _unpacked("H", stored.form_ends)
        self._form_idf = _unpacked("f", stored.form_idf)
        self._form_words = stored.form_words
        self.rare = math.log(len(stored.places) + 1)
        """The weight of a token that a single statement has."""
        self._correction = lru_cache(maxsize=128)(self._corrected)

    @classmethod
    def decode(cls, content: bytes) -> StatementIndex:
        """The index in a file. Raises ``msgspec.DecodeError``."""
        return cls(msgspec.msgpack.decode(content, type=_Stored))

    def knows(self, token: str) -> bool:
        """Whether any statement or question of the index has a token."""
        return self._number(token) is not None

    def _number(self, token: str) -> int | None:
        digest = _digest(token)
        at = bisect_left(self._digests, digest)
        return at if at < len(self._digests) and self._digests[at] == digest else None

    def form_number(self, match: StatementMatch) -> int:
        """The number of the most similar question among those of its statement."""
        return match.nearest - self._forms_of(match.number).start

    def corrected(self, tokens: Tokens) -> Tokens:
        """The same tokens, with misspelled words of Latin letters replaced by words of the index."""
        return {
            (self._correction(token) if len(token) >= _SHORTEST_TYPO and token.isalpha() else token): weight
            for token, weight in tokens.items()
        }

    def _corrected(self, token: str) -> str:
        """The word that a misspelled one is one slip away from."""
        if self.knows(token):
            return token
        words = self._words.get(token[0], "").split()
        words.sort(key=lambda word: (len(word) != len(token), len(word) < len(token)))
        near = process.extractOne(token, words, scorer=OSA.distance, score_cutoff=1)
        return near[0] if near else token

    def search(self, tokens: Tokens, most: int = 8) -> list[StatementMatch]:
        """The statements that answer best, the best one first: of those that say most of what is asked."""
        numbers = {token: number for token in tokens if (number := self._number(token)) is not None}
        weights = {
            token: weight * (self._idf[numbers[token]] if token in numbers else self.rare * _UNKNOWN_WEIGHT)
            for token, weight in tokens.items()
        }
        total = sum(weights.values()) or 1.0
        norm = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        covered = self._covered({number: weights[token] / total for token, number in numbers.items()})
        least = max(covered, default=0.0) * _LEAST_COVERED
        compared = sorted(
            (at for at, share in enumerate(covered) if share > least), key=covered.__getitem__, reverse=True
        )[: max(_COMPARED, most)]
        shares = {number: weights[token] / norm / _SCALE for token, number in numbers.items()}
        cosines = self._cosines(shares, [self._forms_of(at) for at in compared])
        ranked = {at: self._rank(self._forms_of(at), covered[at], cosines) for at in compared}
        best = nlargest(most, ranked, key=lambda at: ranked[at][0])
        return [self._match(at, ranked[at], numbers, total / self.rare) for at in best]

    def _covered(self, shares: Mapping[int, float]) -> list[float]:
        """How much of a question each statement says, given the share of each token in the question."""
        covered = [0.0] * len(self.places)
        for token, share in shares.items():
            for number in self._said.numbers(self._said.part(token)):
                covered[number] += share
        return covered

    def _cosines(self, shares: Mapping[int, float], forms: Sequence[range]) -> list[float]:
        """The cosines of all known questions with one asked, given the share of each token in it.

        Only those of ``forms`` are complete.
        """
        cosines = [0.0] * len(self._form_idf)
        for token, share in shares.items():
            whole = self._asked.part(token)
            is_frequent = whole.stop - whole.start > _FREQUENT
            for part in [self._asked.within(whole, some) for some in forms] if is_frequent else [whole]:
                for number, weight in zip(self._asked.numbers(part), self._weights[part], strict=True):
                    cosines[number] += share * weight
        return cosines

    def _rank(self, forms: range, covered: float, cosines: list[float]) -> _Rank:
        """How well a statement with these known questions answers: the first fields of a match after its number."""
        third, second, best = sorted((0.0, 0.0, *cosines[forms.start : forms.stop]))[-3:]
        score = best + _SECOND_SHARE * second + _COVERED_SHARE * covered
        return score, best, second, third, covered, cosines.index(best, forms.start)

    def _match(self, number: int, rank: _Rank, numbers: Mapping[str, int], telling: float) -> StatementMatch:
        """A statement of this rank, with the tokens that it has in common with a question."""
        *_, nearest = rank
        told = self._said.having(numbers, number)
        shared = self._asked.having(told, nearest)
        form_covered = sum(self._idf[token] for token in shared.values()) / (self._form_idf[nearest] or 1.0)
        unasked = self._form_words[nearest] - sum(not is_name_or_number(token) for token in shared)
        return StatementMatch(number, *rank, told.keys(), shared.keys(), form_covered, telling, unasked)

    def _forms_of(self, number: int) -> range:
        """The numbers of the questions of a statement."""
        return range(self._form_ends[number - 1] if number else 0, self._form_ends[number])

    def described(self, tokens: Tokens, tables: Collection[str]) -> list[Place]:
        """The statements of some tables that say all of a description, the best one first: "song at the wedding"."""
        if any(token[0] == NUMBER for token in tokens):
            return []
        told = [
            match
            for match in self.search(tokens, _MANY)
            if self.places[match.number][0] in tables and match.form >= _LIKE and match.covered >= _WHOLE
        ]
        return [self.places[match.number] for match in told if match.score >= _NEARLY * told[0].score]


def is_name_or_number(token: str) -> bool:
    """Whether a token is a name or a number, which two questions that ask the same need not share."""
    return token[0] in {NAME, NUMBER}


class IndexBuilder:
    """Collects statements and builds their index."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._said: list[set[str]] = []
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
        said = set(text)
        for form in forms or [text]:
            is_named = any(token[0] == NAME for token in form)
            self._forms.append(episode | ({} if is_named else names) | form)
            said.update(form)
        self._form_ends.append(len(self._forms))
        self._places.append(statement.place)
        self._said.append(said)

    def encode(self) -> bytes:
        """The index of everything that was added, as a file keeps it."""
        count = len(self._places)
        frequency = Counter(token for said in self._said for token in said)
        idf = {token: max(math.log((count + 1) / (times + 0.5)), 0.0) for token, times in frequency.items()}
        tokens = sorted(frequency, key=_digest)
        forms = [_unit_vector({token: weight * idf[token] for token, weight in form.items()}) for form in self._forms]
        asked = _having(tokens, forms)
        return msgspec.msgpack.encode(
            _Stored(
                self._places,
                array("Q", map(_digest, tokens)).tobytes(),
                array("f", (idf[token] for token in tokens)).tobytes(),
                _words_by_letter(frequency),
                _stored(_having(tokens, self._said)),
                _stored(asked),
                bytes(
                    round(_SCALE * forms[at][token]) for token, some in zip(tokens, asked, strict=True) for at in some
                ),
                array("H", self._form_ends).tobytes(),
                array("f", (sum(idf[token] for token in form) for form in self._forms)).tobytes(),
                bytes(sum(not is_name_or_number(token) for token in form) for form in self._forms),
            )
        )


def _digest(token: str) -> int:
    """A number of 64 bits that stands for a token."""
    return int.from_bytes(blake2b(token.encode(), digest_size=8).digest())


def _unit_vector(weights: Tokens) -> Tokens:
    norm = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
    return {token: weight / norm for token, weight in weights.items()}


def _words_by_letter(tokens: Iterable[str]) -> dict[str, str]:
    """The words of Latin letters that a misspelled one may stand for, separated by blanks, by their first letter."""
    words: dict[str, list[str]] = defaultdict(list)
    for word in sorted(tokens):
        if len(word) >= _SHORTEST_TYPO - 1 and word.isalpha() and not is_unspaced(word):
            words[word[0]].append(word)
    return {letter: " ".join(some) for letter, some in words.items()}


def _having(tokens: Iterable[str], texts: Sequence[Iterable[str]]) -> list[list[int]]:
    """For each token the numbers of the texts that have it, in order."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for token in text:
            having[token].append(number)
    return [having[token] for token in tokens]


def _stored(having: Sequence[Sequence[int]]) -> _StoredPostings:
    return _StoredPostings(
        array("H", chain.from_iterable(having)).tobytes(), array("I", accumulate(map(len, having))).tobytes()
    )


def _unpacked(kind: str, content: bytes) -> array[Any]:
    values: array[Any] = array(kind)
    values.frombytes(content)
    return values
