"""Understands questions about one show and answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.questions.answers import AnswerContext, answer_queries
from bot.domain.questions.interpreter import Interpreter
from bot.domain.questions.retrieval import StatementIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.library import Library
    from bot.domain.questions.answer_sentence import AnswerSentence
    from bot.domain.questions.query import Queries
    from bot.domain.questions.segmenter import Segmenter


class Answerer:
    """Answers questions in one language.

    ``original`` is the library in the language in which the facts are written; ``segmenter`` knows its names.
    """

    def __init__(self, library: Library, original: Library, segmenter: Segmenter) -> None:
        self._statements = StatementIndex(library, segmenter)
        self._interpreter = Interpreter(library, segmenter, self._statements)
        self._context = AnswerContext(library, original, self._statements)

    def interpret(self, question: str) -> Queries:
        """What a question asks; raises :class:`AmbiguousQuestion`, or :class:`DontKnow` where there is no answer."""
        queries = self._interpreter.interpret(question)
        answer_queries(self._context, queries)
        return queries

    def answer(self, queries: Queries) -> list[AnswerSentence]:
        """The sentences that answer; raises :class:`DontKnow` where there are none."""
        return answer_queries(self._context, queries)

    def warm_up(self) -> Iterator[None]:
        """Build what answering needs, in small steps."""
        return self._statements.warm_up()
