"""From a text to what its words say: the cheapest way to cover it with names, words of the lexicon and endings.

What nothing covers stays as an unknown word. A question with an unknown word is not understood, however much else is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.domain.questions.lexicon import EMPTY, NEUTRAL, NO_IDEAS
from bot.domain.questions.typos import meant
from bot.domain.text.tokens import Unit, has_hangul, joined, units

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.domain.questions.entity_linker import Entity, Names
    from bot.domain.questions.lexicon import Ideas, Lexicon

_PIECE = 1.0
_UNIT = 0.001
"""Of two ways that cost the same the one with the longer words is right more often."""
_GIVEN_NAME = 1.2
_NUMBER = 1.0
_ENDING = 0.3
_LONE_SYLLABLE = 0.4
"""One syllable is a word less often than part of one."""
_LIKE_WORDS = 1.5
"""What it costs to take an article and a word for a title."""
_GUESSED = 4.0
_SWALLOWED = 1.6
_AMBIGUOUS = 2.0
_UNKNOWN = 20.0

_MOST_ENDING = 5
_BEFORE, _AFTER = 3, 5
"""How many pieces around an unknown word may be part of a misspelled name with it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text and what it may say: ideas, things with that name, a number; nothing where it is unknown."""

    text: str
    ideas: Ideas = NO_IDEAS
    entities: tuple[Entity, ...] = ()
    number: float | None = None
    attached: bool = False
    """Whether it continues the word before it."""
    ending: bool = False
    """Whether it only hangs on the word before it."""
    guessed: bool = False
    """Whether it is no name as it stands, but perhaps a slip of one."""

    @property
    def unknown(self) -> bool:
        """Whether nothing is known about it."""
        return not (self.ideas or self.entities or self.ending or self.number is not None)


class Guess(NamedTuple):
    """A piece that may be meant, and what it costs to take it for that."""

    piece: Piece
    cost: float


class _Step(NamedTuple):
    cost: float
    before: int
    piece: Piece | None


class Cover:
    """Reads texts with one lexicon and the names of one show."""

    def __init__(self, lexicon: Lexicon, names: Names) -> None:
        self._lexicon = lexicon
        self._names = names
        self._longest = max(lexicon.longest, names.longest)

    def pieces(self, text: str) -> list[Piece]:
        """What a question says; misspelled words and names are made out where that is safe."""
        parts = units(text)
        found = self._covered(parts, {})
        if not any(piece.unknown for piece in found):
            return found
        return _sure(self._covered(parts, dict(self._guesses(parts, found))))

    def plain(self, text: str) -> list[Piece]:
        """What a text of the facts says, which is not misspelled."""
        return self._covered(units(text), {})

    def is_ending(self, text: str) -> bool:
        """Whether this may hang on a Korean word."""
        return text in self._lexicon.endings

    def _covered(self, parts: Sequence[Unit], guesses: Mapping[tuple[int, int], Guess]) -> list[Piece]:
        """The cheapest way through the text, from each piece to the next."""
        steps = [_Step(0.0, 0, None)] + [_Step(float("inf"), 0, None)] * len(parts)
        for at in range(len(parts)):
            if steps[at].cost == float("inf"):
                continue
            before = steps[at].piece
            for end, cost, piece in self._from(parts, at, guesses):
                if before and piece.attached and _clash(before, piece):
                    continue
                if steps[at].cost + cost < steps[end].cost:
                    steps[end] = _Step(steps[at].cost + cost, at, piece)
        found: list[Piece] = []
        at = len(parts)
        while at:
            if piece := steps[at].piece:
                found.append(piece)
            at = steps[at].before
        return found[::-1]

    def _from(
        self, parts: Sequence[Unit], at: int, guesses: Mapping[tuple[int, int], Guess]
    ) -> Iterator[tuple[int, float, Piece]]:
        """Every piece that may begin here: where it ends and what it costs."""
        attached = parts[at].attached
        for end in range(at + 1, min(at + self._longest, len(parts)) + 1):
            piece, cost = self._known(parts, at, end)
            if piece:
                yield end, cost, piece
            if guess := guesses.get((at, end)):
                yield end, guess.cost, guess.piece
        yield from self._endings(parts, at)
        unit = parts[at]
        if unit.is_number:
            yield at + 1, _NUMBER, Piece(unit.text, number=float(unit.text), attached=attached)
        yield from _unknown(parts, at)

    def _known(self, parts: Sequence[Unit], at: int, end: int) -> tuple[Piece | None, float]:
        """The piece that covers exactly these units, if a name or a phrase does, and what it costs."""
        span = parts[at:end]
        if span[0].is_hangul and span[0].attached and not all(unit.attached for unit in span[1:]):
            return None, 0.0  # a phrase over a blank begins at a word
        key = joined(span)
        hangul = any(unit.is_hangul for unit in span)
        ideas = self._lexicon.phrases.get(key if hangul else _phrase(span), NO_IDEAS)
        entities, cost = self._named(span, key, ideas)
        if not entities and not ideas:
            return None, 0.0
        if hangul and len(key) == 1:
            if NEUTRAL in ideas and ideas <= EMPTY and not _is_word(parts, at, end):
                return None, 0.0
            cost += _LONE_SYLLABLE
        return Piece(_as_typed(span), ideas, entities, attached=span[0].attached), cost

    def _named(self, span: Sequence[Unit], key: str, ideas: Ideas) -> tuple[tuple[Entity, ...], float]:
        """What has exactly this name, and what it costs to take it for that."""
        exact = self._names.exact.get(key, ())
        if not exact and not ideas and key.endswith("s"):
            exact = self._names.exact.get(key[:-1], ())  # "ha-rins mother"
        if ideas or exact:
            titled = exact and not ideas and span[0].text == "the" and _phrase(span[1:]) in self._lexicon.phrases
            return exact, _PIECE - _UNIT * len(span) + (_LIKE_WORDS if titled else 0)
        given = self._names.given
        return given.get(key, ()) or given.get(key.removesuffix("s"), ()), _GIVEN_NAME

    def _endings(self, parts: Sequence[Unit], at: int) -> Iterator[tuple[int, float, Piece]]:
        """Korean endings, which follow a word within it or, some of them, stand alone."""
        if not parts[at].is_hangul:
            return
        for end in range(at + 1, min(at + _MOST_ENDING, len(parts)) + 1):
            if end > at + 1 and not parts[end - 1].attached:
                return
            text = joined(parts[at:end])
            if at and self._hangs(parts[at], parts[at - 1], text):
                ideas = self._lexicon.endings.get(text, NO_IDEAS)
                yield end, _ENDING, Piece(text, ideas, attached=parts[at].attached, ending=True)

    def _hangs(self, unit: Unit, before: Unit, text: str) -> bool:
        if before.is_number and text in self._lexicon.counters:
            return True
        return text in (self._lexicon.endings if unit.attached else self._lexicon.alone)

    def _guesses(self, parts: Sequence[Unit], found: Sequence[Piece]) -> Iterator[tuple[tuple[int, int], Guess]]:
        """Names and words that unknown pieces may be slips of; the dearer, the more known words they swallow."""
        ends = list(accumulate(len(units(piece.text)) for piece in found))
        known = {end for piece, end in zip(found, ends, strict=True) if not piece.unknown}
        for piece, end in zip(found, ends, strict=True):
            at = end - len(units(piece.text))
            for start, stop in self._spans(parts, at, end) if piece.unknown else ():
                text = _as_typed(parts[start:stop])
                swallowed = sum(start < other <= stop for other in known)
                if entities := self._names.near(text):
                    guess = Piece(text, entities=entities, attached=parts[start].attached, guessed=True)
                    doubt = _AMBIGUOUS if len({entity.key for entity in entities}) > 1 else 0
                    yield (start, stop), Guess(guess, _GUESSED + _SWALLOWED * swallowed + doubt)
                elif start == at and text not in self._names.words and (ideas := meant(self._lexicon, text)):
                    yield (start, stop), Guess(Piece(text, ideas, attached=parts[start].attached), _GUESSED)

    def _spans(self, parts: Sequence[Unit], at: int, end: int) -> Iterator[tuple[int, int]]:
        """What around an unknown word may be a name with it: words before and behind, or less of a Korean word."""
        if parts[at].is_hangul:
            for stop in range(at + 2, end):
                if joined(parts[stop:end]) in self._lexicon.endings:
                    yield at, stop
            stops = range(end, min(len(parts), end + _AFTER) + 1)
            yield from ((at, stop) for stop in stops if all(unit.is_hangul for unit in parts[at:stop]))
            return
        for start in range(max(0, at - _BEFORE), at + 1):
            for stop in range(end, min(len(parts), end + _AFTER) + 1):
                if not any(unit.is_hangul for unit in parts[start:stop]):
                    yield start, stop


def _clash(before: Piece, piece: Piece) -> bool:
    """Whether two pieces of one word cannot both be right: nothing hangs on the unknown, nor syllable on syllable."""
    if before.unknown:
        return has_hangul(before.text) == has_hangul(piece.text)
    lone = not before.ending and len(before.text) == 1 and has_hangul(before.text)
    return lone and not piece.ending and len(piece.text) == 1 and has_hangul(piece.text)


def _is_word(parts: Sequence[Unit], at: int, end: int) -> bool:
    return not parts[at].attached and (end == len(parts) or not parts[end].attached)


def _phrase(span: Sequence[Unit]) -> str:
    return " ".join(unit.text for unit in span)


def _as_typed(span: Sequence[Unit]) -> str:
    text = "".join(unit.text if unit.attached else f" {unit.text}" for unit in span)
    return text.strip()


def _unknown(parts: Sequence[Unit], at: int) -> Iterator[tuple[int, float, Piece]]:
    """What is left: a whole word."""
    unit = parts[at]
    if not unit.is_hangul:
        yield at + 1, _UNKNOWN, Piece(unit.text, attached=unit.attached)
        return
    if unit.attached and parts[at - 1].is_hangul:
        return
    end = at + 1
    while end < len(parts) and parts[end].attached and parts[end].is_hangul:
        end += 1
    yield end, _UNKNOWN, Piece(joined(parts[at:end]), attached=unit.attached)


def _sure(pieces: Sequence[Piece]) -> list[Piece]:
    """Two guessed names side by side are rather the name of somebody else, whom the facts do not know."""
    doubtful = {
        at
        for at, (one, other) in enumerate(pairwise(pieces))
        if one.guessed and (other.guessed or other.unknown or other.entities) and not other.ending
    }
    doubtful |= {at for at, piece in enumerate(pieces) if piece.guessed and at and _is_name(pieces[at - 1])}
    return [replace(piece, entities=()) if at in doubtful else piece for at, piece in enumerate(pieces)]


def _is_name(piece: Piece) -> bool:
    return bool(piece.unknown or (piece.entities and not piece.ideas))
