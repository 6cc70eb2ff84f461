"""Decides whether a statement answers a question: a logistic confidence with two thresholds.

``decision.toml`` holds the coefficients. ``python -m tools.eval train`` writes it from development questions.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import tomli

from bot.domain.questions.statement_index import CONCEPT, NAME, NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.domain.questions.parsed_question import ParsedQuestion
    from bot.domain.questions.segmenter import Segment
    from bot.domain.questions.statement_index import Match, StatementIndex, Tokens

COEFFICIENTS: Final = Path(__file__).with_name("decision.toml")

_ASKING: Final = ("who", "whose", "when", "where", "why", "how-many", "how-much", "how-long")
"""Concepts that tell what kind of answer is asked for."""
_SONG: Final = frozenset({"song", "sing", "heard"})
GAPS: Final = frozenset({"unknown", "false-claim", "dispute"})
_OF_SONGS: Final = frozenset({"scene", "track", "singer"})
_TABLES: Final = (
    "award", "beat", "credit", "dispute", "fact", "false-claim", "member", "place", "reason", "role", "statement",
    "unknown",
)  # fmt: skip
_SAME: Final = 0.99
"""How likely a statement answers a question that it is written down to answer, but for names."""
_FEWEST: Final = 4
"""Tokens of such a question."""
_CHATTER: Final = 0.5
"""The share of a message that may stand beside it."""
_MANY: Final = 6
_ALIKE: Final = 0.8
"""Cosine from which on two questions are nearly the same."""


class Candidate(NamedTuple):
    """A statement that may answer, and how sure that is, from 0 to 1."""

    place: tuple[str, ...]
    confidence: float
    match: Match
    features: Mapping[str, float]


class Decision(NamedTuple):
    """The coefficients and the thresholds."""

    weights: Mapping[str, float]
    sure: float
    """From this confidence on a statement is the answer."""
    loose: float
    """From this confidence on it is, where the parser reads a question whose answer is a summary."""
    near: float
    """From this confidence on statements are offered."""

    def confidence(self, features: Mapping[str, float]) -> float:
        """How likely a statement answers; nearly certainly where it is known to answer the very question."""
        if features["same"] and features["left-out"] < _CHATTER:
            return _SAME
        logit = sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


@cache
def decision() -> Decision:
    """The decision as trained, read once."""
    tables: Any = tomli.loads(COEFFICIENTS.read_text(encoding="utf-8"))
    return Decision(tables["weights"], **tables["thresholds"])


def candidates(index: StatementIndex, tokens: Tokens, asked: Mapping[str, float]) -> list[Candidate]:
    """The statements that may answer, the surest first. ``asked`` are the features of the question itself."""
    matches = index.search(tokens)
    found: list[Candidate] = []
    for at, match in enumerate(matches):
        rivals = [other.score for other in matches[:at] + matches[at + 1 :]]
        values = {**features(index, tokens, match, max(rivals, default=0.0)), **asked}
        found.append(Candidate(index.places[match.number], decision().confidence(values), match, values))
    return sorted(found, key=lambda one: -one.confidence)


def question_features(segments: Sequence[Segment], parsed: ParsedQuestion, share: float) -> dict[str, float]:
    """What the question itself tells, whatever statement may answer it; ``share`` is how much of the message it is."""
    words = sum(not segment.ending for segment in segments) or 1
    kinds = [{option.kind for option in mention.options} for mention in parsed.mentions]
    return {
        "unread": len(parsed.unknown) / words,
        "left-out": 1 - share,
        "scope": float(parsed.out_of_scope),
        "player": float(any(kind <= {"actor"} for kind in kinds)),
        "elsewhere": float(any(kind <= {"work", "rival"} for kind in kinds)),
        "negated": float(parsed.negated),
    }


def features(index: StatementIndex, tokens: Tokens, match: Match, rival: float) -> dict[str, float]:
    """What tells whether a statement answers a question; ``rival`` is the score of the best other statement."""
    table = index.places[match.number][0]
    names = {token[1:] for token in tokens if token[0] == NAME}
    words = [token for token, weight in tokens.items() if token[0] not in {NAME, CONCEPT, NUMBER} and weight == 1]
    numbers = [token for token in tokens if token[0] == NUMBER]
    heavy = {token: weight * index.idf(token) for token, weight in tokens.items()}
    total = sum(heavy.values()) or 1.0
    said = index.said(match, tokens)
    form = index.nearest(match)
    form_weight = sum(map(index.idf, form)) or 1.0
    unsaid = [token for token in words if token not in said]
    unlike = [token for token in words if token not in form]
    asked = {concept for concept in _ASKING if CONCEPT + concept in tokens}
    of_songs = any(CONCEPT + concept in tokens for concept in _SONG)
    return {
        "bias": 1.0,
        "score": match.score,
        "form": match.form,
        "form-squared": match.form**2,
        "alike": max(0.0, match.form - _ALIKE),
        "same": float(
            len(tokens) >= _FEWEST and _asks(tokens) == _asks(form) and names <= {token[1:] for token in form}
        ),
        "second": match.second,
        "margin": max(-1.0, min(1.0, (match.score - rival) / (match.score or 1.0))),
        "first": float(match.score > rival),
        "covered": sum(heavy[token] for token in said) / total,
        "form-covered": sum(index.idf(token) for token in form if token in tokens) / form_weight,
        "unsaid": len(unsaid[:_MANY]) / _MANY,
        "rarest-unsaid": max(map(index.idf, unsaid), default=0.0) / index.rare,
        "unlike": len(unlike[:_MANY]) / _MANY,
        "rarest-unlike": max(map(index.idf, unlike), default=0.0) / index.rare,
        "unknown": sum(not index.knows(token) for token in words[:_MANY]) / _MANY,
        "missing": len(names - index.names[match.number]) / len(names) if names else 0.0,
        "nameless": float(not names),
        "length": min(len(words), _MANY) / _MANY,
        "asks-alike": float(any(CONCEPT + concept in form for concept in asked)),
        "asks-else": float(any(CONCEPT + concept not in form for concept in asked)),
        "asks-unsaid": float(any(CONCEPT + concept not in said for concept in asked)),
        "other-number": float(any(token not in said for token in numbers)),
        "song": float(of_songs and table in _OF_SONGS),
        "no-song": float(of_songs and table == "beat"),
        "prize": float(table == "award" and f"{CONCEPT}awards" not in tokens),
        "unasked-role": float(table == "role" and "who" not in asked),
        **{f"is-{name}": float(name == table) for name in _TABLES},
    }


def _asks(tokens: Iterable[str]) -> set[str]:
    """What is asked, but for names and numbers."""
    return {token for token in tokens if token[0] not in {NAME, NUMBER}}
