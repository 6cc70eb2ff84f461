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
    from collections.abc import Mapping

    from bot.domain.questions.statement_index import Match, StatementIndex, Tokens

COEFFICIENTS: Final = Path(__file__).with_name("decision.toml")

_COUNTING: Final = ("how-many", "how-much", "how-long", "when")
GAPS: Final = frozenset({"unknown", "false-claim", "dispute"})
_STORY: Final = frozenset({"beat", "member"})
_LONG: Final = 8


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
    certain: float
    """From this confidence on it is, even where the parser reads another question."""
    near: float
    """From this confidence on statements are offered."""

    def confidence(self, features: Mapping[str, float]) -> float:
        """How likely a statement answers."""
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


def features(index: StatementIndex, tokens: Tokens, match: Match, rival: float) -> dict[str, float]:
    """What tells whether a statement answers a question; ``rival`` is the score of the best other statement."""
    names = {token[1:] for token in tokens if token[0] == NAME}
    told = index.names[match.number]
    words = [token for token in tokens if token[0] not in {NAME, CONCEPT, NUMBER}]
    weight = sum(index.idf(token) for token in words) or 1.0
    said = index.said(match, tokens)
    heavy = {token: value * index.idf(token) for token, value in tokens.items()}
    rarest = max((index.idf(token) for token in words if token not in said), default=0.0)
    table = index.places[match.number][0]
    return {
        "bias": 1.0,
        "score": match.score,
        "form": match.form,
        "text": match.text,
        "form-squared": match.form**2,
        "margin": max(-1.0, min(1.0, (match.score - rival) / (match.score or 1.0))),
        "first": float(match.score > rival),
        "covered": sum(heavy[token] for token in said) / (sum(heavy.values()) or 1.0),
        "rarest": rarest / (max(map(index.idf, words), default=0.0) or 1.0),
        "asked": float(any(token[0] == CONCEPT and token not in said for token in tokens)),
        "unknown": sum(index.idf(token) for token in words if not index.knows(token)) / weight,
        "missing": len(names - told) / len(names) if names else 0.0,
        "nameless": float(not names),
        "length": min(len(words), _LONG) / _LONG,
        "counting": float(any(CONCEPT + concept in tokens for concept in _COUNTING)),
        "gap": float(table in GAPS),
        "formless": float(not match.form),
        "story": float(table in _STORY),
    }
