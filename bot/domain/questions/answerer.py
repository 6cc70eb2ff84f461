"""Understands questions and answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.questions.answers import Desk, answered
from bot.domain.questions.interpreter import Understanding

if TYPE_CHECKING:
    from bot.domain.library import Library
    from bot.domain.questions.answer_sentence import Part
    from bot.domain.questions.query import Asked


class Answerer:
    """Understands and answers questions in one language; ``original`` is the library in which the facts are written."""

    def __init__(self, library: Library, original: Library) -> None:
        self._understanding = Understanding(library, original)
        self._desk = Desk(library, original, self._understanding.recall)

    def asked(self, question: str) -> tuple[Asked, ...]:
        """What is asked, if there is an answer to it; raises :class:`Unclear` or :class:`DontKnow`."""
        asked = self._understanding.asked(question)
        answered(self._desk, asked)
        return asked

    def answer(self, asked: tuple[Asked, ...]) -> list[Part]:
        """The sentences that answer; raises :class:`DontKnow` where there are none."""
        return answered(self._desk, asked)
