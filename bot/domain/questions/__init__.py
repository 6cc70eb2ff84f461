"""Answers questions in any words from the facts: no model, no network, and no guess in public.

Two ways lead to an answer. ``interpreter`` reads typed questions of which every word has its place, as a :class:`Query`
that ``answers`` looks up. ``statement_index`` finds the statements that answer a question best, by the questions that
each of them answers and by its text. ``answerer`` decides between the two with the confidence that ``decision`` gives:
an answer, statements that may answer, or that it does not know.
"""

from bot.domain.questions.answer_sentence import AnswerSentence
from bot.domain.questions.query import (
    AmbiguousQuestion,
    DontKnow,
    Query,
    StillReading,
    UnknownLanguage,
    UnsureQuestion,
    from_path,
    to_path,
)

NOT_ANSWERED = (AmbiguousQuestion, DontKnow, StillReading, UnknownLanguage, UnsureQuestion)
"""What understanding a question may raise."""

__all__ = [
    "NOT_ANSWERED",
    "AmbiguousQuestion",
    "AnswerSentence",
    "DontKnow",
    "Query",
    "StillReading",
    "UnknownLanguage",
    "UnsureQuestion",
    "from_path",
    "to_path",
]
