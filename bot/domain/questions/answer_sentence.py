"""An answer, as data: which sentence, about what, from which sources. The words are put in by whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from data.records import Confidence, Name, Precision, Sourced


class Day(NamedTuple):
    """A calendar day, as much of it as is known."""

    date: dt.date
    precision: Precision = "day"


class Percent(NamedTuple):
    """A rating."""

    value: float


class Millions(NamedTuple):
    """Hours or views, in millions."""

    value: float


class Prose(NamedTuple):
    """Words of the facts, in the reader's language already."""

    text: str


class Country(NamedTuple):
    """A country by its ISO code."""

    code: str


class Language(NamedTuple):
    """A language by its tag."""

    tag: str


class RelationTerm(NamedTuple):
    """What somebody is to somebody: the kind of relation, whose gender picks the word, and that of the other side."""

    kind: str
    gender: str = ""
    of: str = ""


class RelationChain(NamedTuple):
    """Somebody, and the relations that lead on from there: Ha-rin's brother's ..."""

    name: Name
    bonds: tuple[RelationTerm, ...] = ()


class Item(NamedTuple):
    """One of several things in a sentence, with a message of its own."""

    message: str
    arguments: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """One sentence of an answer."""

    message: str
    arguments: Mapping[str, object] = field(default_factory=dict[str, object])
    sources: tuple[str, ...] = ()
    confidence: Confidence = "confirmed"
    after_episode: int = 0
    """From which episode on it gives nothing away; 0: at once."""
    card: tuple[str, ...] = ()
    """The address of the card on which it stands with all that belongs to it."""
    known: bool = True
    """Whether it answers, or says that no source does."""
    holds: bool | None = None
    """Whether what the question asks is so, where it asks for yes or no."""


def cited(*records: Sourced) -> tuple[str, ...]:
    """The sources of some records, each once."""
    return tuple(dict.fromkeys(key for record in records for key in record.sources))


_DOUBTS: dict[Confidence, int] = {"confirmed": 0, "single": 1, "disputed": 2, "derived": 3}


def lowest_confidence(confidences: Iterable[Confidence]) -> Confidence:
    """How sure something is that rests on all of these."""
    least: Confidence = "confirmed"
    for confidence in confidences:
        least = max(least, confidence, key=_DOUBTS.__getitem__)
    return least
