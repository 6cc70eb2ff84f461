"""Splits a text into names, words of the lexicon and endings: the segments that cost least together.

What nothing covers stays as an unknown word.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.questions.clauses import clause_pattern
from bot.domain.questions.entity_linker import Entity
from bot.domain.questions.lexicon import EMPTY, NO_CONCEPTS, STOPWORD, conjunction_pattern
from bot.domain.questions.typos import corrected_concepts
from bot.domain.text.tokens import Token, is_unspaced, joined, script_of, tokenize

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from bot.domain.questions.entity_linker import EntityLinker
    from bot.domain.questions.lexicon import Concepts, Lexicon

# What segments cost. The figures were found by trial on development questions.
_SEGMENT: Final = 1.0
_LONGER: Final = 0.001
"""What each further token saves: of two segmentations that cost the same the one with longer segments is better."""
_GIVEN_NAME: Final = 1.2
_NUMBER: Final = 1.0
_ENDING: Final = 0.3
_LONE_SYLLABLE: Final = 0.4
"""More: one syllable is a word less often than part of one."""
_LIKE_WORDS: Final = 1.5
"""More, to take an article and a word for a title."""
_GUESSED: Final = 4.0
_SWALLOWED: Final = 1.6
"""More for each known word that becomes part of a misspelled name."""
_AMBIGUOUS: Final = 2.0
"""More if a misspelled name fits several."""
_UNKNOWN: Final = 20.0

_WORD_LENGTH: Final = 3
"""Characters of an unspaced script that count as one word."""
_SYLLABLES: Final = frozenset({"hangul", "hiragana", "katakana"})
_MOST_ENDING: Final = 5
"""Characters of an ending."""
_MOST_SLIPS: Final = 5
"""A text with more unknown words is not one with slips."""
_BEFORE, _AFTER = 3, 5
"""How many tokens around an unknown word may be part of a misspelled name with it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a text and what it may mean: concepts, entities of that name, or a number; nothing if it is unknown."""

    text: str
    concepts: Concepts = NO_CONCEPTS
    entities: tuple[Entity, ...] = ()
    number: float | None = None
    attached: bool = False
    """Whether it continues the word before it."""
    ending: bool = False
    """Whether it is an ending of the word before it."""
    guessed: bool = False
    """Whether it may be a typo of a name or word."""

    @property
    def unknown(self) -> bool:
        """Whether it means nothing that is known."""
        return not (self.concepts or self.entities or self.ending or self.number is not None)


class Edge(NamedTuple):
    """A segment that may begin at a token of a text: the token after it, what it costs, and the segment."""

    end: int
    cost: float
    segment: Segment


class _Step(NamedTuple):
    """The cheapest segmentation up to a token: its cost, where its last segment begins, and that segment."""

    cost: float
    before: int
    edge: Edge | None


_NO_GUESSES: Final[Mapping[int, Sequence[Edge]]] = {}


class Segmenter:
    """Splits texts in one language into segments, by its lexicon and the names of one show."""

    def __init__(self, lexicon: Lexicon, names: EntityLinker) -> None:
        self._lexicon = lexicon
        self._names = names
        self._longest = max(names.longest, lexicon.longest)
        self.segments = lru_cache(maxsize=16)(self._segments)
        """The segments of a question, in which typos are corrected where that is safe."""
        self.plain = lru_cache(maxsize=8)(self._plain)
        """The segments of a text of the facts, which has no typos."""
        self.conjunctions = conjunction_pattern(lexicon)
        """What stands between two questions in one."""
        self.clause_borders = clause_pattern(lexicon.asides, lexicon.aside_endings)
        """What stands between a question and chatter around it."""

        self.warm_up = lexicon.warm_up

    def _segments(self, text: str) -> list[Segment]:
        tokens = [token._replace(text=self._spelled(token.text)) for token in tokenize(text)]
        edges: dict[int, list[Edge]] = {}
        found = self._cheapest(tokens, edges)
        if 0 < sum(edge.segment.unknown for edge in found) <= _MOST_SLIPS and (guesses := self._guesses(tokens, found)):
            found = self._cheapest(tokens, edges, guesses)
        return _sure([edge.segment for edge in found])

    def _plain(self, text: str) -> list[Segment]:
        return [edge.segment for edge in self._cheapest(tokenize(text), {})]

    def _spelled(self, word: str) -> str:
        """A word as the lexicon spells it, unless it is a word of the facts as it stands."""
        spelled = self._lexicon.spelled(word)
        return word if spelled == word or self._names.is_word(word) else spelled

    def knows(self, tokens: Iterable[Token]) -> int:
        """How many tokens of a text are words that this lexicon has; three unspaced characters count as a word."""
        has_word, known, run = self._lexicon.has_word, 0, 0
        for token in tokens:
            if token.script:
                run += len(token.text) == 1 and has_word(token.text)
            else:
                known += -(-run // _WORD_LENGTH) + (has_word(token.text) or has_word(self._spelled(token.text)))
                run = 0
        return known + -(-run // _WORD_LENGTH)

    def _cheapest(
        self, tokens: Sequence[Token], edges: dict[int, list[Edge]], guesses: Mapping[int, Sequence[Edge]] = _NO_GUESSES
    ) -> list[Edge]:
        """The cheapest segments that cover a text.

        ``edges`` keeps what may begin at each token; ``guesses`` is what may begin there besides.
        """
        steps = [_Step(0.0, 0, None)] + [_Step(math.inf, 0, None)] * len(tokens)
        for at in range(len(tokens)):
            so_far, _before, last = steps[at]
            if so_far == math.inf:
                continue
            if at not in edges:
                edges[at] = list(self._from(tokens, at))
            for edge in (*edges[at], *guesses.get(at, ())):
                end, cost, segment = edge
                if so_far + cost < steps[end].cost and not (
                    last and segment.attached and _clash(last.segment, segment)
                ):
                    steps[end] = _Step(so_far + cost, at, edge)
        return _path(steps)

    def _from(self, tokens: Sequence[Token], at: int) -> Iterator[Edge]:
        """Every segment that may begin here, but for misspelled ones."""
        key = phrase = ""  # without blanks, as names are compared, and with one between words, as phrases are
        for end in range(at + 1, min(at + self._longest, len(tokens)) + 1):
            text = tokens[end - 1].text
            key += text
            phrase += f" {text}" if phrase else text
            segment, cost = self._known(tokens, at, end, key, phrase)
            if segment:
                yield Edge(end, cost, segment)
            if not (
                self._names.begins(key) or self._lexicon.begins(key) or (phrase != key and self._lexicon.begins(phrase))
            ):
                break  # no name or phrase begins so, and none does with more of it
        yield from self._ending_segments(tokens, at)
        token = tokens[at]
        if token.is_number:
            yield Edge(at + 1, _NUMBER, Segment(token.text, number=float(token.text), attached=token.attached))
        yield from _unknown(tokens, at)

    def _known(self, tokens: Sequence[Token], at: int, end: int, key: str, phrase: str) -> tuple[Segment | None, float]:
        """The segment that covers exactly these tokens, if a name or a phrase does, and what it costs."""
        unspaced = is_unspaced(key)
        phrase = key if unspaced else phrase
        concepts = self._concepts(phrase)
        entities, cost = self._named(tokens, at, end, key, concepts)
        if not (entities or concepts or phrase in self._lexicon.people):
            return None, 0.0
        span = tokens[at:end]
        if unspaced and span[0].script and span[0].attached and not all(token.attached for token in span[1:]):
            return None, 0.0  # a phrase over a blank begins at a word
        if not entities and phrase in self._lexicon.people:
            person = Entity("character", self._lexicon.people[phrase])
            segment = Segment(_as_typed(span), entities=(person,), attached=span[0].attached)
            return segment, _SEGMENT - _LONGER * len(span)
        if unspaced and _is_lone_syllable(key):
            if STOPWORD in concepts and concepts <= EMPTY and not _is_word(tokens, at, end):
                return None, 0.0
            cost += _LONE_SYLLABLE
        return Segment(_as_typed(span), concepts, entities, attached=span[0].attached), cost

    def _named(
        self, tokens: Sequence[Token], at: int, end: int, key: str, concepts: Concepts
    ) -> tuple[tuple[Entity, ...], float]:
        """What has exactly this name, and what it costs to take it for that."""
        exact = self._names.exact.get(key, ())
        if not exact and not concepts and key.endswith("s"):
            exact = self._names.exact.get(key[:-1], ())  # "ha-rins mother"
        if concepts or exact:
            is_like_words = exact and not concepts and self._is_article_and_words(tokens[at:end])
            return exact, _SEGMENT - _LONGER * (end - at) + (_LIKE_WORDS if is_like_words else 0)
        given = self._names.given
        return given.get(key, ()) or given.get(key.removesuffix("s"), ()), _GIVEN_NAME

    def _is_article_and_words(self, span: Sequence[Token]) -> bool:
        return span[0].text == "the" and bool(self._concepts(" ".join(token.text for token in span[1:])))

    def _ending_segments(self, tokens: Sequence[Token], at: int) -> Iterator[Edge]:
        """Endings, which follow a word within it or, some of them, stand alone."""
        if not at or not tokens[at].script:
            return
        text = ""
        for end in range(at + 1, min(at + _MOST_ENDING, len(tokens)) + 1):
            if end > at + 1 and not tokens[end - 1].attached:
                return
            text += tokens[end - 1].text
            if self._is_ending(tokens[at], tokens[at - 1], text):
                concepts = self._lexicon.endings.get(text, NO_CONCEPTS)
                yield Edge(end, _ENDING, Segment(text, concepts, attached=tokens[at].attached, ending=True))

    def _is_ending(self, token: Token, before: Token, text: str) -> bool:
        if before.is_number and text in self._lexicon.counters:
            return True
        return text in (self._lexicon.endings if token.attached else self._lexicon.standalone_endings)

    def _concepts(self, phrase: str) -> Concepts:
        return self._lexicon.phrases.get(phrase, NO_CONCEPTS)

    def _guesses(self, tokens: Sequence[Token], found: Sequence[Edge]) -> Mapping[int, Sequence[Edge]]:
        """What unknown segments may be typos of, by where it begins; each known word in it adds to its cost."""
        starts = (0, *(edge.end for edge in found))
        known = [edge.end for edge in found if not edge.segment.unknown]
        unknown = [range(at, edge.end) for at, edge in zip(starts, found, strict=False) if edge.segment.unknown]
        doubtful = set(chain.from_iterable(unknown))
        guesses: dict[int, list[Edge]] = {}
        for word in unknown:
            is_sure = False
            for start, stop in self._spans(tokens, word, doubtful):
                if is_sure and doubtful.isdisjoint((*range(start, word.start), *range(word.stop, stop))):
                    continue  # it would cost more than the word alone
                swallowed = bisect_right(known, stop) - bisect_right(known, start)
                if edge := self._guess(tokens, start, stop, swallowed, at=word.start):
                    guesses.setdefault(start, []).append(edge)
                    is_sure |= range(start, stop) == word and edge.cost == _GUESSED
        return guesses

    def _guess(self, tokens: Sequence[Token], start: int, stop: int, swallowed: int, at: int) -> Edge | None:
        """What these tokens, which hold an unknown word from ``at`` on, may be a typo of, if anything."""
        text = _as_typed(tokens[start:stop])
        attached = tokens[start].attached
        if stop - start > self._longest:
            return None
        if (stop - start == 1 or self._names.resembles(text)) and (entities := self._names.near(text)):
            doubt = _AMBIGUOUS if len({entity.key for entity in entities}) > 1 else 0
            guess = Segment(text, entities=entities, attached=attached, guessed=True)
            return Edge(stop, _GUESSED + _SWALLOWED * swallowed + doubt, guess)
        is_one_word = start == at and (stop - start == 1 or tokens[at].script)
        said = corrected_concepts(self._lexicon, text) if is_one_word and not self._names.is_word(text) else NO_CONCEPTS
        return Edge(stop, _GUESSED, Segment(text, said, attached=attached, guessed=True)) if said else None

    def _spans(self, tokens: Sequence[Token], word: range, doubtful: Container[int]) -> Iterable[tuple[int, int]]:
        """What may be a misspelled name around an unknown word: it with its neighbours, or without its ending."""
        at, end = word.start, word.stop
        if tokens[at].script:
            less = (stop for stop in range(at + 2, end) if joined(tokens[stop:end]) in self._lexicon.endings)
            more = takewhile(lambda stop: tokens[stop - 1].script, range(end, min(len(tokens), end + _AFTER) + 1))
            return ((at, stop) for stop in (*less, *more))
        around = range(at, max(0, at - _BEFORE) - 1, -1), range(at, min(len(tokens), end + _AFTER))
        starts, stops = (
            [
                n
                for n in takewhile(lambda n: self._names.may_be_in_name(tokens[n]), some)
                if n in doubtful or self._names.is_part(tokens[n].text)
            ]
            for some in around
        )
        return ((start, stop + 1) for start in starts for stop in stops)


def _path(steps: Sequence[_Step]) -> list[Edge]:
    """The edges that lead to the last step, in order."""
    found: list[Edge] = []
    step = steps[-1]
    while step.edge:
        found.append(step.edge)
        step = steps[step.before]
    return found[::-1]


def _clash(before: Segment, segment: Segment) -> bool:
    """Whether two segments of one word cannot both be right: an ending on an unknown word, or two lone syllables."""
    if before.unknown:
        return script_of(before.text[-1]) == script_of(segment.text[0]) == "hangul"
    lone = not before.ending and _is_lone_syllable(before.text)
    return lone and not segment.ending and _is_lone_syllable(segment.text)


def _is_lone_syllable(text: str) -> bool:
    """Whether a text is one syllable, which a whole word rarely is; a Han character often is one."""
    return len(text) == 1 and script_of(text) in _SYLLABLES


def _is_word(tokens: Sequence[Token], at: int, end: int) -> bool:
    return not tokens[at].attached and (end == len(tokens) or not tokens[end].attached)


def _as_typed(span: Sequence[Token]) -> str:
    return "".join(token.text if token.attached else f" {token.text}" for token in span).strip()


def _unknown(tokens: Sequence[Token], at: int) -> Iterator[Edge]:
    """What is left: a whole word, or what is written in one script where blanks part no words."""
    token, end = tokens[at], at + 1
    if token.script:
        if token.script == "hangul" and token.attached and tokens[at - 1].script == "hangul":
            return
        while end < len(tokens) and tokens[end].attached and tokens[end].script == token.script:
            end += 1
    yield Edge(end, _UNKNOWN, Segment(joined(tokens[at:end]), attached=token.attached))


def _sure(segments: Sequence[Segment]) -> list[Segment]:
    """Two guessed names side by side are rather the name of somebody else, whom the facts do not know."""
    doubtful = {
        at
        for at, (one, other) in enumerate(pairwise(segments))
        if one.guessed and (other.unknown or other.entities) and not other.ending
    }
    doubtful |= {at for at, segment in enumerate(segments) if segment.guessed and at and _is_name(segments[at - 1])}
    return [replace(segment, entities=()) if at in doubtful else segment for at, segment in enumerate(segments)]


def _is_name(segment: Segment) -> bool:
    return bool(segment.unknown or (segment.entities and not segment.concepts))
