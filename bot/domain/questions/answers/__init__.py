"""Answers queries: each intent has a function that looks the answer up and returns its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.questions.answers import music, people, show, story, viewership
from bot.domain.questions.answers.context import AnswerContext
from bot.domain.questions.query import DontKnow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.domain.questions.answer_sentence import AnswerSentence
    from bot.domain.questions.query import Queries

ANSWERS: Mapping[str, Callable[..., list[AnswerSentence]]] = {
    **people.ANSWERS,
    **music.ANSWERS,
    **viewership.ANSWERS,
    **show.ANSWERS,
    **story.ANSWERS,
}
"""For each intent a function of the context and the query's arguments."""


def answer_queries(context: AnswerContext, queries: Queries) -> list[AnswerSentence]:
    """The sentences that answer, each once; raises :class:`DontKnow` where there are none."""
    sentences: list[AnswerSentence] = []
    for query in queries:
        try:
            sentences += ANSWERS[query.intent](context, *query.arguments)
        except (IndexError, KeyError, StopIteration, TypeError, ValueError):  # the address is forged or outdated
            raise DontKnow from None
    if not sentences:
        raise DontKnow
    return [sentence for number, sentence in enumerate(sentences) if sentence not in sentences[:number]]


__all__ = ["ANSWERS", "AnswerContext", "answer_queries"]
