"""A question in any words, answered from the facts: no model, no guess, no network.

``units`` and ``cover`` turn a text into what its words say, by the ``lexicon`` and the ``names`` of the facts;
``frame`` takes it apart, ``match`` finds the one question of the table in ``questions`` in which every word has its
place, and ``recall`` the statement that has all the words. What is asked is an :class:`Asked`, as small as an address;
``answers`` looks it up and says it in :class:`Part` by :class:`Part`. Sentences are made by whoever shows them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.ask.answers import Desk, answered
from bot.domain.ask.asked import Asked, DontKnow, Unclear, of_path, path
from bot.domain.ask.said import Part
from bot.domain.ask.understand import Understanding

if TYPE_CHECKING:
    from bot.domain.library import Library


class Asking:
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


__all__ = ["Asked", "Asking", "DontKnow", "Part", "Unclear", "of_path", "path"]
