"""``python -m tools.eval train FILE ...``: fits the coefficients of ``/ask``'s decision to development questions.

The files are like the samples; questions with ``unseen: true`` are left out. Thresholds come from confidences that
a cross-validation gives, so that no question helps to judge itself.
"""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import accumulate
from operator import add, mul
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bot.domain.questions.answerer import FURTHER, NEARLY, OFFERED, parsed_exactly
from bot.domain.questions.decision import COEFFICIENTS, GAPS, Decision
from bot.domain.questions.interpreter import query_for
from bot.i18n.catalog import language_of
from bot.interactions.responder import InteractionResponder
from tools.eval.asking import AskJudge

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.domain.knowledge_base import KnowledgeBase

_FOLDS: Final = 10
_ROUNDS: Final = 8
_RIDGE: Final = 3.0
_TRAINED: Final = 5
"""So many candidates of a question are examples."""
_WRONG: Final = 0.0175
"""The share of all questions that statements may answer wrongly."""
_HELPFUL: Final = 0.05
"""The share of offers that must hold the answer."""
_OFFERS: Final = 60
"""So many offers of about the same confidence are judged together."""


class Example(NamedTuple):
    """A candidate of a question, and whether it answers."""

    question: int
    features: dict[str, float]
    answers: bool


def train(knowledge: KnowledgeBase, cases: Sequence[dict[str, Any]], refused: Sequence[dict[str, Any]]) -> str:
    """Write the coefficients; return what was found out.

    ``refused`` are further questions without an answer: examples that set no threshold.
    """
    judge = AskJudge(InteractionResponder(knowledge))
    both = enumerate([*cases, *refused])
    examples = [one for number, case in both for one in _examples(knowledge, judge, number, case)]
    names = sorted({name for one in examples for name in one.features})
    held_out: list[tuple[float, Example]] = []
    for fold in range(_FOLDS):
        weights = _fitted([one for one in examples if one.question % _FOLDS != fold], names)
        held_out += [(_confidence(weights, one), one) for one in examples if one.question % _FOLDS == fold]
    ranked = _ranked([pair for pair in held_out if pair[1].question < len(cases)])
    sure = _threshold(ranked, _WRONG * len(cases))
    weights = _fitted(examples, names)
    near = _near(ranked)
    loose = _loose(list(_rivals(knowledge, judge, cases, weights)), near)
    lines = ["# Written by `python -m tools.eval train`.", "", "[weights]"]
    lines += [f"{name} = {weights[name]:.3f}" for name in names]
    lines += [
        "",
        "[thresholds]",
        f"sure = {sure:.3f}",
        f"loose = {loose:.3f}",
        f"near = {near:.3f}",
        "",
    ]
    COEFFICIENTS.write_text("\n".join(lines), encoding="utf-8")
    right = sum(one.told for one in ranked if one.confidence >= sure)
    answered = sum(one.confidence >= sure for one in ranked)
    return f"{len(cases)} questions, {len(examples)} examples; held out: {answered} answered, {right} of them right"


class Ranked(NamedTuple):
    """What would be answered to a question."""

    confidence: float
    told: bool
    """Whether what would be told answers."""
    offered: bool
    """Whether something of what would be offered does."""


def _ranked(held_out: Iterable[tuple[float, Example]]) -> list[Ranked]:
    """What would be answered to each question, the surest first."""
    by_question: dict[int, list[tuple[float, Example]]] = defaultdict(list)
    for confidence, one in held_out:
        by_question[one.question].append((confidence, one))
    ranked: list[Ranked] = []
    for found in by_question.values():
        found.sort(key=lambda pair: -pair[0])
        told = [one for confidence, one in found[:2] if confidence >= NEARLY * found[0][0]]
        offered = [one for _confidence, one in found[: OFFERED + FURTHER]]
        ranked.append(Ranked(found[0][0], any(one.answers for one in told), any(one.answers for one in offered)))
    return sorted(ranked, reverse=True)


def _examples(knowledge: KnowledgeBase, judge: AskJudge, number: int, case: dict[str, Any]) -> Iterable[Example]:
    readings = knowledge.in_language(language_of(case["lang"])).answerer.readings(case["question"])
    if parsed_exactly(readings) or readings[0].parsed.out_of_scope:
        return
    for reading in readings:
        for candidate in sorted(reading.candidates, key=lambda one: -one.match.score)[:_TRAINED]:
            if case["refuse"] and candidate.place[0] in GAPS:
                continue  # saying what is not known may be the right refusal, or beside it
            answers = judge.leads(case, (query_for(candidate.place, reading.parsed),))
            yield Example(number, dict(candidate.features), answers)


class Rival(NamedTuple):
    """A statement beside the summary that the parser reads a question for."""

    confidence: float
    gain: int
    """1 where the statement answers and the parser does not, -1 the other way round."""


def _rivals(
    knowledge: KnowledgeBase, judge: AskJudge, cases: Sequence[dict[str, Any]], weights: dict[str, float]
) -> Iterable[Rival]:
    sure = Decision(weights, 0, 0, 0).confidence
    for case in cases:
        readings = knowledge.in_language(language_of(case["lang"])).answerer.readings(case["question"])
        queries = next((one.queries for one in readings if one.queries), ())
        stated = [
            (sure(candidate.features), (query_for(candidate.place, reading.parsed),))
            for reading in readings
            for candidate in reading.candidates
        ]
        if queries and stated and not parsed_exactly(readings):
            confidence, statement = max(stated, key=lambda one: one[0])
            gain = judge.leads(case, statement) - judge.leads(case, queries)
            yield Rival(confidence, gain)


def _loose(rivals: Sequence[Rival], near: float) -> float:
    """The confidence from which on statements answer more questions than summaries."""
    gains = sorted((one for one in rivals if one.confidence >= near), reverse=True)
    sums = list(accumulate((gain for _confidence, gain in gains), initial=0))
    best = max(range(len(sums)), key=lambda count: (sums[count], -count))
    return math.floor(1000 * gains[best - 1][0]) / 1000 if best else 1.0


def _near(ranked: Sequence[Ranked]) -> float:
    """The lowest confidence around which enough offers help."""
    low = 0
    while low + _OFFERS < len(ranked):
        if sum(one.offered for one in ranked[low : low + _OFFERS]) < _HELPFUL * _OFFERS:
            break
        low += 1
    return math.floor(1000 * ranked[low + _OFFERS // 2].confidence) / 1000


def _confidence(weights: dict[str, float], example: Example) -> float:
    return Decision(weights, 0, 0, 0).confidence(example.features)


def _fitted(examples: Sequence[Example], names: Sequence[str]) -> dict[str, float]:
    """Logistic regression with a ridge, by Newton's method."""
    rows = [[one.features.get(name, 0.0) for name in names] for one in examples]
    weights = [0.0] * len(names)
    for _ in range(_ROUNDS):
        slope = [-_RIDGE * weight for weight in weights]
        curve = [[_RIDGE * (at == other) for other in range(len(names))] for at in range(len(names))]
        for row, one in zip(rows, examples, strict=True):
            expected = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(map(mul, weights, row))))))
            spread = expected * (1 - expected)
            for at, value in enumerate(row):
                if value:
                    slope[at] += (one.answers - expected) * value
                    line, share = curve[at], spread * value
                    for other, factor in enumerate(row):
                        line[other] += share * factor
        weights = list(map(add, weights, _solved(curve, slope)))
    return dict(zip(names, weights, strict=True))


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at in range(len(rows)):
        pivot = max(range(at, len(rows)), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for row in range(len(rows)):
            if row != at and (share := rows[row][at] / rows[at][at]):
                rows[row] = [value - share * other for value, other in zip(rows[row], rows[at], strict=True)]
    return [row[-1] / row[at] for at, row in enumerate(rows)]


def _threshold(ranked: Sequence[Ranked], wrong: float) -> float:
    """The lowest confidence from which on no more than so many answers are wrong."""
    threshold = 1.0
    for one in ranked:
        wrong -= not one.told
        if wrong < 0:
            break
        threshold = one.confidence
    return math.floor(threshold * 1000) / 1000
