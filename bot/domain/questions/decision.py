"""Decides what answers a question: logistic confidences of statements and of what the parser reads, and thresholds.

``decision.toml`` holds the coefficients. ``python -m tools.eval train`` writes it from development questions.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import tomli

from bot.domain.questions.lexicon import STOPWORD
from bot.domain.questions.parsed_question import ALWAYS
from bot.domain.questions.statement_index import CONCEPT, NAME, NUMBER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.domain.questions.answer_sentence import AnswerSentence
    from bot.domain.questions.parsed_question import ParsedQuestion
    from bot.domain.questions.query import Queries
    from bot.domain.questions.segmenter import Segment
    from bot.domain.questions.statement_index import StatementIndex, StatementMatch, Tokens

COEFFICIENTS: Final = Path(__file__).with_name("decision.toml")

_ASKING: Final = frozenset(
    f"{CONCEPT}{kind}" for kind in ("who", "whose", "when", "where", "why", "how-many", "how-much", "how-long")
)
"""Tokens that say which kind of answer is asked for."""
_SONG_TOKENS: Final = frozenset(f"{CONCEPT}{one}" for one in ("song", "sing", "heard"))
_MARKS: Final = frozenset({NAME, CONCEPT, NUMBER})
"""The first character of a token that is no word."""
_SONG_TABLES: Final = frozenset({"scene", "track", "singer"})
GAPS: Final = frozenset({"unknown", "false-claim", "dispute"})
"""Tables of what is not known, not so, or not agreed."""
_TABLES: Final = ("award", "dispute", "fact", "statement", "unknown")
"""Tables that are features by themselves."""
_STORY: Final = frozenset({"beat", "member"})
_PROFILES: Final = ("who", "related", "works")
"""Intents whose answer tells of somebody in general."""
_WHO: Final = frozenset({"who"})
"""What is rather asked for an event than for a profile where more is said."""
_FILLER: Final = frozenset({STOPWORD})
"""What a word says that carries no question, and is no part of the grammar either."""
_LONG: Final = 10
"""Divides a number of words or tokens, so that a feature is about 1 at most."""
_SAME: Final = 0.99
"""How likely a statement answers a question that it is written down to answer, but for names."""
_FEWEST: Final = 4
"""Tokens of such a question."""
_CHATTER: Final = 0.5
"""The share of a message that may stand beside it."""
_MANY: Final = 6
"""The same for what there are few of in a question."""
ALIKE: Final = 0.8
"""Cosine from which on two questions are nearly the same."""


class Candidate(NamedTuple):
    """A statement that may answer, and how sure that is, from 0 to 1."""

    place: tuple[str, ...]
    confidence: float
    match: StatementMatch
    features: Mapping[str, float]

    @property
    def is_known(self) -> bool:
        """Whether the statement is known to answer the very question."""
        return _is_known(self.features)


class Decision(NamedTuple):
    """The coefficients and the thresholds."""

    weights: Mapping[str, float]
    """Of the features of a statement."""
    reading: Mapping[str, float]
    """Of the features of what the parser reads."""
    sure: float
    """From this confidence on a statement is the answer."""
    read: float
    """From this confidence on what the parser reads is what is asked."""
    loose: float
    """From this confidence on it is, where the parser reads a question whose answer is a summary."""
    near: float
    """From this confidence on statements are offered."""

    def confidence(self, features: Mapping[str, float]) -> float:
        """How likely a statement answers; nearly certainly where it is known to answer the very question."""
        return _SAME if _is_known(features) else logistic(self.weights, features)


def _is_known(features: Mapping[str, float]) -> bool:
    """Whether most of the message is a question that the statement is written down to answer."""
    return bool(features["same"]) and features["left-out"] < _CHATTER


def logistic(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """A probability by weighted features."""
    logit = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


@cache
def decision() -> Decision:
    """The decision as trained, read once."""
    tables: Any = tomli.loads(COEFFICIENTS.read_text(encoding="utf-8"))
    return Decision(tables["weights"], tables["reading"], **tables["thresholds"])


def candidates(index: StatementIndex, tokens: Tokens, asked: Mapping[str, float]) -> list[Candidate]:
    """The statements that may answer, the surest first. ``asked`` are the features of the question itself."""
    question = _Question.of(tokens)
    found: list[Candidate] = []
    for at, match in enumerate(index.search(tokens)):
        place = index.places[match.number]
        values = {**_features(question, match, place[0]), "first": float(at == 0), **asked}
        found.append(Candidate(place, decision().confidence(values), match, values))
    return sorted(found, key=lambda one: (-one.confidence, -one.match.form))


def question_features(segments: Sequence[Segment], parsed: ParsedQuestion, share: float) -> dict[str, float]:
    """What the question itself tells, whatever statement may answer it; ``share`` is how much of the message it is."""
    words = sum(not segment.ending for segment in segments) or 1
    return {
        "unread": len(parsed.unknown) / words,
        "left-out": 1 - share,
        "negated": float(parsed.negated),
        "polar": float(parsed.polar),
    }


def reading_features(
    segments: Sequence[Segment],
    parsed: ParsedQuestion,
    queries: Queries,
    sentences: Sequence[AnswerSentence],
    best: Candidate | None,
    card: tuple[str, ...],
) -> dict[str, float]:
    """What tells whether the parser reads a question rightly.

    ``sentences`` are the answer to its ``queries``, ``best`` is the best statement, which stands on ``card``.
    """
    words = _without_greetings(segments)
    intents = {query.intent for query in queries}
    story = best.confidence if best and best.place[0] in _STORY else 0.0
    asks_more = parsed.polar or any(word.concepts == _FILLER for word in words)
    vague = (intents - parsed.concepts) | (intents & _WHO) if asks_more else set[str]()
    return {
        "bias": 1.0,
        "agrees": float(any(one.card == card for one in sentences)),
        "best": best.confidence if best else 0.0,
        "guessed": float(any(word.guessed for word in words)),
        "length": min(len(words), _LONG) / _LONG,
        "skipped": sum(bool(word.concepts) and not word.entities and word.concepts <= ALWAYS for word in words)
        / (len(words) or 1),
        "story": story,
        "story-unnamed": 0.0 if parsed.mentions else story,
        "why": float("why" in parsed.listing),
        "polar-profile": float(parsed.polar and not intents.isdisjoint(_PROFILES)),
        "relation": float("relation" in intents),
        **{name: float(name in vague) for name in _PROFILES},
    }


def _without_greetings(segments: Sequence[Segment]) -> Sequence[Segment]:
    """The words from the first to the last one that says something."""
    words = [segment for segment in segments if not segment.ending]
    telling = [at for at, word in enumerate(words) if word.concepts != _FILLER] or [0]
    return words[telling[0] : telling[-1] + 1]


class _Question(NamedTuple):
    """The tokens of a question, by what they are."""

    tokens: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    kinds: frozenset[str]
    """Concepts that tell what kind of answer is asked for."""
    is_of_songs: bool

    @classmethod
    def of(cls, tokens: Tokens) -> _Question:
        return cls(
            frozenset(tokens),
            frozenset(token for token in tokens if token[0] == NAME),
            frozenset(token for token, weight in tokens.items() if token[0] not in _MARKS and weight == 1),
            _ASKING.intersection(tokens),
            not _SONG_TOKENS.isdisjoint(tokens),
        )


def _features(asked: _Question, match: StatementMatch, table: str) -> dict[str, float]:
    """What tells whether a statement answers a question."""
    return {
        "bias": 1.0,
        "alike": max(0.0, match.form - ALIKE),
        "same": float(_is_same(asked, match)),
        "second": match.second,
        "third": match.third,
        "covered": match.covered,
        "told": len(match.told) / _LONG,
        "telling": match.telling / _LONG,
        "form-covered": match.form_covered,
        "unsaid": min(len(asked.words - match.told), _MANY) / _MANY,
        "missing": len(asked.names - match.told) / (len(asked.names) or 1),
        "length": min(len(asked.words), _MANY) / _MANY,
        "asks-else": float(not asked.kinds <= match.shared),
        "song": float(asked.is_of_songs and table in _SONG_TABLES),
        **{f"is-{name}": float(name == table) for name in _TABLES},
    }


def _is_same(asked: _Question, match: StatementMatch) -> bool:
    """Whether a known question asks the same, but for names that only that one holds and for numbers."""
    others = asked.tokens - match.shared
    return len(asked.tokens) >= _FEWEST and not match.unasked and all(token[0] == NUMBER for token in others)
