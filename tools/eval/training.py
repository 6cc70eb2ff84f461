"""``python -m tools.eval train FILE ...``: fits the coefficients of ``/ask``'s decision to development questions.

The files are like the samples; questions with ``unseen: true`` are left out. Thresholds come from confidences that
a cross-validation gives, so that no question helps to judge itself.
"""

from __future__ import annotations

import math
from collections import defaultdict
from contextlib import suppress
from itertools import accumulate
from operator import add, mul
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bot.domain.questions.answerer import FURTHER, NEARLY, OFFERED, Answerer, parsed_exactly, read_best, told_best
from bot.domain.questions.decision import COEFFICIENTS, GAPS, Decision, logistic
from bot.domain.questions.interpreter import query_for
from bot.domain.questions.query import DontKnow
from bot.domain.questions.statement_index import IndexBuilder, StatementIndex
from bot.i18n.catalog import language_of
from bot.interactions.responder import InteractionResponder
from tools.eval.asking import AskJudge

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.domain.knowledge_base import KnowledgeBase
    from bot.domain.questions.answerer import Reading

_FOLDS: Final = 10
_ROUNDS: Final = 8
_RIDGE: Final = 3.0
_TRAINED, _JUDGED = 2, 5
"""So many candidates of a question are examples to learn from, and to judge the confidences by."""
_WRONG: Final = 0.01
"""The share of all questions that statements may answer wrongly."""
_HELPFUL: Final = 0.1
"""The share of offers that must hold the answer."""
_OFFERS: Final = 60
"""So many offers of about the same confidence are judged together."""
_LOST: Final = 0.01
"""The share of rightly read questions that may be doubted."""
_LEFT_OUT: Final = 3
"""Every so many questions of a statement are left out of the index in turn."""
_EVENT_INTENTS: Final = frozenset({
    "age", "appears", "described", "ending", "families", "heard", "is", "plays", "relation", "role", "songs-in",
})  # fmt: skip
"""Intents that may be meant by a question about an event of an episode."""
_SHOW_TABLES: Final = frozenset({
    "award", "credit", "edition", "fact", "place", "role", "scene", "singer", "special", "track",
})  # fmt: skip
"""Statements about which a question is read rightly."""


class Example(NamedTuple):
    """A candidate of a question, or what the parser reads, and whether it answers."""

    question: int
    features: dict[str, float]
    answers: bool
    trains: bool = True
    """Whether the coefficients are fitted to it; the others only set thresholds."""


def train(knowledge: KnowledgeBase, cases: Sequence[dict[str, Any]], own: Sequence[dict[str, Any]]) -> str:
    """Write the coefficients; return what was found out.

    ``own`` are further questions, which set no threshold.
    """
    judge = AskJudge(InteractionResponder(knowledge))
    refused = [case for case in own if case["refuse"]]
    both = enumerate([*cases, *refused])
    examples = [one for number, case in both for one in _examples(knowledge, judge, number, case)]
    weights, held_out = _cross_validated(examples)
    ranked = _ranked([pair for pair in held_out if pair[1].question < len(cases)])
    sure = _threshold(ranked, _WRONG * len(cases))
    near = _near(ranked)
    loose = _loose(list(_rivals(knowledge, judge, cases, weights)), near)
    asked = [one for number, case in enumerate([*cases, *own]) for one in _read(knowledge, judge, number, case)]
    reading, doubts = _cross_validated([*asked, *_forms(knowledge, len(cases) + len(own))])
    right = sorted(doubt for doubt, one in doubts if one.answers and one.question < len(cases) + len(own))
    read = math.floor(1000 * right[round(_LOST * len(right))]) / 1000
    wrong = [doubt < read for doubt, one in doubts if not one.answers]
    thresholds = {"sure": sure, "read": read, "loose": loose, "near": near}
    tables = {"weights": weights, "reading": reading, "thresholds": thresholds}
    lines = ["# Written by `python -m tools.eval train`."]
    for title, table in tables.items():
        lines += ["", f"[{title}]", *(f"{name} = {value:.3f}" for name, value in table.items())]
    COEFFICIENTS.write_text("\n".join([*lines, ""]), encoding="utf-8")
    answered = [one.told for one in ranked if one.confidence >= sure]
    return (
        f"{len(cases)} questions, {len(examples)} examples; held out: {len(answered)} answered, {sum(answered)} of them"
        f" right; of {len(wrong)} misreadings {sum(wrong)} are doubted"
    )


def _cross_validated(examples: Sequence[Example]) -> tuple[dict[str, float], list[tuple[float, Example]]]:
    """The coefficients, and for each example the confidence by those that the others give."""
    names = sorted({name for one in examples for name in one.features})
    held_out: list[tuple[float, Example]] = []
    for fold in range(_FOLDS):
        weights = _fitted([one for one in examples if one.question % _FOLDS != fold], names)
        held_out += [(_confidence(weights, one), one) for one in examples if one.question % _FOLDS == fold]
    return _fitted(examples, names), held_out


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
        ranked = sorted(reading.candidates, key=lambda one: -one.match.score)[:_JUDGED]
        for rank, candidate in enumerate(ranked):
            if case["refuse"] and candidate.place[0] in GAPS:
                continue  # saying what is not known may be the right refusal, or beside it
            answers = judge.leads(case, (query_for(candidate.place, reading.parsed),))
            yield Example(number, dict(candidate.features), answers, rank < _TRAINED)


def _read(knowledge: KnowledgeBase, judge: AskJudge, number: int, case: dict[str, Any]) -> Iterable[Example]:
    """What the parser reads as a question with an exact answer, if it does."""
    answerer = knowledge.in_language(language_of(case["lang"])).answerer
    for read, features in _features(answerer, case["question"]):
        yield Example(number, features, judge.leads(case, read.queries))


def _features(answerer: Answerer, question: str) -> Iterable[tuple[Reading, dict[str, float]]]:
    readings = answerer.readings(question)
    read = read_best(readings)
    if read and parsed_exactly(readings) and not read.ambiguous and not readings[0].parsed.out_of_scope:
        with suppress(DontKnow):
            sentences = answerer.answer(read.queries)
            if any(one.known for one in sentences):
                yield read, answerer.features(read, sentences, told_best(readings))


def _forms(knowledge: KnowledgeBase, number: int) -> Iterable[Example]:
    """What the parser reads in questions of the facts, which are left out of the index one after the other.

    Of an event in an episode it reads few rightly; of the show itself nearly all.
    """
    segmenters = knowledge.answerer.segmenters
    for language in knowledge.statement_indexes.languages:
        library = knowledge.in_language(language).library
        told = list(knowledge.statement_indexes.tokens(language))
        for start in range(_LEFT_OUT):
            builder = IndexBuilder()
            for one, text, forms in told:
                builder.add(one, text, [form for at, form in enumerate(forms) if at % _LEFT_OUT != start])
            index = StatementIndex.decode(builder.encode())
            alone = Answerer(library, knowledge.library, segmenters, {language: index})
            for one, _text, _forms in told:
                for form in one.asked[start::_LEFT_OUT]:
                    number += 1
                    for read, features in _features(alone, form):
                        is_right = {query.intent for query in read.queries} <= _EVENT_INTENTS
                        if one.table == "beat" or one.table in _SHOW_TABLES:
                            yield Example(number, features, is_right or one.table != "beat")


class Rival(NamedTuple):
    """A statement beside the summary that the parser reads a question for."""

    confidence: float
    gain: int
    """1 where the statement answers and the parser does not, -1 the other way round."""


def _rivals(
    knowledge: KnowledgeBase, judge: AskJudge, cases: Sequence[dict[str, Any]], weights: dict[str, float]
) -> Iterable[Rival]:
    sure = Decision(weights, {}, 0, 0, 0, 0).confidence
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
    return logistic(weights, example.features)


def _fitted(examples: Sequence[Example], names: Sequence[str]) -> dict[str, float]:
    """Logistic regression with a ridge, by Newton's method."""
    examples = [one for one in examples if one.trains]
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
