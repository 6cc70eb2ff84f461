"""From a text to what its words say: the cheapest way to segmenter it with names, words of the lexicon and endings.

What nothing covers stays as an unknown word. A question with an unknown word is not understood, however much else is.
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

_SEGMENT = 1.0
_UNIT = 0.001
"""Of two ways that cost the same the one with the longer words is right more often."""
_GIVEN_NAME = 1.2
_NUMBER = 1.0
_ENDING = 0.3
_LONE_SYLLABLE = 0.4
"""One syllable is a word less often than part of one."""
_WORD_LENGTH = 3
_SYLLABLES = frozenset({"hangul", "hiragana", "katakana"})
_LIKE_WORDS = 1.5
"""What it costs to take an article and a word for a title."""
_GUESSED = 4.0
_SWALLOWED = 1.6
_AMBIGUOUS = 2.0
_UNKNOWN = 20.0

_MOST_ENDING = 5
_MOST_SLIPS = 5
"""A text with more unknown words is not one with slips."""
_BEFORE, _AFTER = 3, 5
"""How many segments around an unknown word may be part of a misspelled name with it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Some of the text and what it may say: concepts, things with that name, a number; nothing where it is unknown."""

    text: str
    concepts: Concepts = NO_CONCEPTS
    entities: tuple[Entity, ...] = ()
    number: float | None = None
    attached: bool = False
    """Whether it continues the word before it."""
    ending: bool = False
    """Whether it only hangs on the word before it."""
    guessed: bool = False
    """Whether it is no name or word as it stands, but perhaps a slip of one."""

    @property
    def unknown(self) -> bool:
        """Whether nothing is known about it."""
        return not (self.concepts or self.entities or self.ending or self.number is not None)


class Way(NamedTuple):
    """A segment that may begin at some piece of a text: the piece after it, and what it costs."""

    end: int
    cost: float
    segment: Segment


class _Step(NamedTuple):
    cost: float
    before: int
    way: Way | None


NO_GUESSES: Final[Mapping[int, Sequence[Way]]] = {}


class Segmenter:
    """Splits texts in one language into segments, by its lexicon and the names of one show."""

    def __init__(self, lexicon: Lexicon, names: EntityLinker) -> None:
        self._lexicon = lexicon
        self._names = names
        self._longest = max(names.longest, lexicon.longest)
        self.segments = lru_cache(maxsize=16)(self._segments)
        """What a question says; misspelled words and names are made out where that is safe."""
        self.plain = lru_cache(maxsize=8)(self._plain)
        """What a text of the facts says, which is not misspelled."""
        self.conjunctions = conjunction_pattern(lexicon)
        """What stands between two questions in one."""
        self.clause_borders = clause_pattern(lexicon.asides, lexicon.aside_endings)
        """What stands between a question and chatter around it."""

        self.warm_up = lexicon.warm_up

    def _segments(self, text: str) -> list[Segment]:
        parts = [unit._replace(text=self._spelled(unit.text)) for unit in tokenize(text)]
        ways: dict[int, list[Way]] = {}
        found = self._cheapest(parts, ways)
        if 0 < sum(way.segment.unknown for way in found) <= _MOST_SLIPS and (guesses := self._guesses(parts, found)):
            found = self._cheapest(parts, ways, guesses)
        return _sure([way.segment for way in found])

    def _plain(self, text: str) -> list[Segment]:
        return [way.segment for way in self._cheapest(tokenize(text), {})]

    def _spelled(self, word: str) -> str:
        spelled = self._lexicon.spelled(word)
        return word if spelled == word or self._names.is_word(word) else spelled

    def knows(self, parts: Iterable[Token]) -> int:
        """How many pieces of a text are words that this lexicon has; three unspaced characters count as a word."""
        has_word, known, run = self._lexicon.has_word, 0, 0
        for unit in parts:
            if unit.script:
                run += len(unit.text) == 1 and has_word(unit.text)
            else:
                known += -(-run // _WORD_LENGTH) + (has_word(unit.text) or has_word(self._spelled(unit.text)))
                run = 0
        return known + -(-run // _WORD_LENGTH)

    def _cheapest(
        self, parts: Sequence[Token], ways: dict[int, list[Way]], guesses: Mapping[int, Sequence[Way]] = NO_GUESSES
    ) -> list[Way]:
        """The cheapest segments that cover a text.

        ``ways`` keeps what may begin at each piece; ``guesses`` is what may begin there besides.
        """
        steps = [_Step(0.0, 0, None)] + [_Step(math.inf, 0, None)] * len(parts)
        for at in range(len(parts)):
            so_far, _before, last = steps[at]
            if so_far == math.inf:
                continue
            if at not in ways:
                ways[at] = list(self._from(parts, at))
            for way in (*ways[at], *guesses.get(at, ())):
                end, cost, segment = way
                if so_far + cost < steps[end].cost and not (
                    last and segment.attached and _clash(last.segment, segment)
                ):
                    steps[end] = _Step(so_far + cost, at, way)
        found: list[Way] = []
        at = len(parts)
        while at:
            if way := steps[at].way:
                found.append(way)
            at = steps[at].before
        return found[::-1]

    def _from(self, parts: Sequence[Token], at: int) -> Iterator[Way]:
        """Every segment that may begin here, but for misspelled ones."""
        key = phrase = ""  # without blanks, as names are compared, and with one between words, as phrases are
        for end in range(at + 1, min(at + self._longest, len(parts)) + 1):
            text = parts[end - 1].text
            key += text
            phrase += f" {text}" if phrase else text
            segment, cost = self._known(parts, at, end, key, phrase)
            if segment:
                yield Way(end, cost, segment)
            if not (
                self._names.begins(key) or self._lexicon.begins(key) or (phrase != key and self._lexicon.begins(phrase))
            ):
                break  # no name or phrase begins so, and none does with more of it
        yield from self._ending_segments(parts, at)
        unit = parts[at]
        if unit.is_number:
            yield Way(at + 1, _NUMBER, Segment(unit.text, number=float(unit.text), attached=unit.attached))
        yield from _unknown(parts, at)

    def _known(self, parts: Sequence[Token], at: int, end: int, key: str, phrase: str) -> tuple[Segment | None, float]:
        """The segment that covers exactly these units, if a name or a phrase does, and what it costs."""
        unspaced = is_unspaced(key)
        phrase = key if unspaced else phrase
        concepts = self._concepts(phrase)
        entities, cost = self._named(parts, at, end, key, concepts)
        if not (entities or concepts or phrase in self._lexicon.people):
            return None, 0.0
        span = parts[at:end]
        if unspaced and span[0].script and span[0].attached and not all(unit.attached for unit in span[1:]):
            return None, 0.0  # a phrase over a blank begins at a word
        if not entities and phrase in self._lexicon.people:
            person = Entity("character", self._lexicon.people[phrase])
            segment = Segment(_as_typed(span), entities=(person,), attached=span[0].attached)
            return segment, _SEGMENT - _UNIT * len(span)
        if unspaced and _is_lone_syllable(key):
            if STOPWORD in concepts and concepts <= EMPTY and not _is_word(parts, at, end):
                return None, 0.0
            cost += _LONE_SYLLABLE
        return Segment(_as_typed(span), concepts, entities, attached=span[0].attached), cost

    def _named(
        self, parts: Sequence[Token], at: int, end: int, key: str, concepts: Concepts
    ) -> tuple[tuple[Entity, ...], float]:
        """What has exactly this name, and what it costs to take it for that."""
        exact = self._names.exact.get(key, ())
        if not exact and not concepts and key.endswith("s"):
            exact = self._names.exact.get(key[:-1], ())  # "ha-rins mother"
        if concepts or exact:
            titled = exact and not concepts and parts[at].text == "the" and self._concepts(_phrase(parts[at + 1 : end]))
            return exact, _SEGMENT - _UNIT * (end - at) + (_LIKE_WORDS if titled else 0)
        given = self._names.given
        return given.get(key, ()) or given.get(key.removesuffix("s"), ()), _GIVEN_NAME

    def _ending_segments(self, parts: Sequence[Token], at: int) -> Iterator[Way]:
        """Endings, which follow a word within it or, some of them, stand alone."""
        if not at or not parts[at].script:
            return
        text = ""
        for end in range(at + 1, min(at + _MOST_ENDING, len(parts)) + 1):
            if end > at + 1 and not parts[end - 1].attached:
                return
            text += parts[end - 1].text
            if self._hangs(parts[at], parts[at - 1], text):
                concepts = self._lexicon.endings.get(text, NO_CONCEPTS)
                yield Way(end, _ENDING, Segment(text, concepts, attached=parts[at].attached, ending=True))

    def _hangs(self, unit: Token, before: Token, text: str) -> bool:
        if before.is_number and text in self._lexicon.counters:
            return True
        return text in (self._lexicon.endings if unit.attached else self._lexicon.standalone_endings)

    def _concepts(self, phrase: str) -> Concepts:
        return self._lexicon.phrases.get(phrase, NO_CONCEPTS)

    def _guesses(self, parts: Sequence[Token], found: Sequence[Way]) -> Mapping[int, Sequence[Way]]:
        """Names and words that unknown segments may be typos of; each known word they replace adds to the cost."""
        starts = (0, *(way.end for way in found))
        known = [way.end for way in found if not way.segment.unknown]
        unknown = [range(at, way.end) for at, way in zip(starts, found, strict=False) if way.segment.unknown]
        doubtful = set(chain.from_iterable(unknown))
        guesses: dict[int, list[Way]] = {}
        for word in unknown:
            is_sure = False
            for start, stop in self._spans(parts, word, doubtful):
                if is_sure and doubtful.isdisjoint((*range(start, word.start), *range(word.stop, stop))):
                    continue  # it would cost more than the word alone
                swallowed = bisect_right(known, stop) - bisect_right(known, start)
                if way := self._guess(parts, start, stop, swallowed, at=word.start):
                    guesses.setdefault(start, []).append(way)
                    is_sure |= range(start, stop) == word and way.cost == _GUESSED
        return guesses

    def _guess(self, parts: Sequence[Token], start: int, stop: int, swallowed: int, at: int) -> Way | None:
        """What these units, which hold an unknown word from ``at`` on, may be a typo of, if anything."""
        text = _as_typed(parts[start:stop])
        attached = parts[start].attached
        if stop - start > self._longest:
            return None
        if (stop - start == 1 or self._names.resembles(text)) and (entities := self._names.near(text)):
            doubt = _AMBIGUOUS if len({entity.key for entity in entities}) > 1 else 0
            guess = Segment(text, entities=entities, attached=attached, guessed=True)
            return Way(stop, _GUESSED + _SWALLOWED * swallowed + doubt, guess)
        is_one_word = start == at and (stop - start == 1 or parts[at].script)
        said = corrected_concepts(self._lexicon, text) if is_one_word and not self._names.is_word(text) else NO_CONCEPTS
        return Way(stop, _GUESSED, Segment(text, said, attached=attached, guessed=True)) if said else None

    def _spans(self, parts: Sequence[Token], word: range, doubtful: Container[int]) -> Iterable[tuple[int, int]]:
        """What around an unknown word may be a name with it: words around it, or less of a word with its ending."""
        at, end = word.start, word.stop
        if parts[at].script:
            less = (stop for stop in range(at + 2, end) if joined(parts[stop:end]) in self._lexicon.endings)
            more = takewhile(lambda stop: parts[stop - 1].script, range(end, min(len(parts), end + _AFTER) + 1))
            return ((at, stop) for stop in (*less, *more))
        around = range(at, max(0, at - _BEFORE) - 1, -1), range(at, min(len(parts), end + _AFTER))
        starts, stops = (
            [
                n
                for n in takewhile(lambda n: self._names.may_be_in_name(parts[n]), some)
                if n in doubtful or self._names.is_part(parts[n].text)
            ]
            for some in around
        )
        return ((start, stop + 1) for start in starts for stop in stops)


def _clash(before: Segment, segment: Segment) -> bool:
    """Whether two segments of one word cannot both be right: nothing hangs on the unknown, nor syllable on syllable."""
    if not segment.attached:
        return False
    if before.unknown:
        return script_of(before.text[-1]) == script_of(segment.text[0]) == "hangul"
    lone = not before.ending and _is_lone_syllable(before.text)
    return lone and not segment.ending and _is_lone_syllable(segment.text)


def _is_lone_syllable(text: str) -> bool:
    """Whether a text is one syllable, which a whole word rarely is; a Han character often is one."""
    return len(text) == 1 and script_of(text) in _SYLLABLES


def _is_word(parts: Sequence[Token], at: int, end: int) -> bool:
    return not parts[at].attached and (end == len(parts) or not parts[end].attached)


def _phrase(span: Sequence[Token]) -> str:
    return " ".join(unit.text for unit in span)


def _as_typed(span: Sequence[Token]) -> str:
    text = "".join(unit.text if unit.attached else f" {unit.text}" for unit in span)
    return text.strip()


def _unknown(parts: Sequence[Token], at: int) -> Iterator[Way]:
    """What is left: a whole word, or what is written in one script where blanks part no words."""
    unit, end = parts[at], at + 1
    if unit.script:
        if unit.script == "hangul" and unit.attached and parts[at - 1].script == "hangul":
            return
        while end < len(parts) and parts[end].attached and parts[end].script == unit.script:
            end += 1
    yield Way(end, _UNKNOWN, Segment(joined(parts[at:end]), attached=unit.attached))


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
