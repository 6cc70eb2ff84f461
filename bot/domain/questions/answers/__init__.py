"""From what is asked to the sentences that answer it, by looking it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.questions.answers import figures, music, people, show, story
from bot.domain.questions.answers.registry import Desk
from bot.domain.questions.query import DontKnow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.domain.questions.answer_sentence import Part
    from bot.domain.questions.query import Asked

ANSWERS: Mapping[str, Callable[..., list[Part]]] = {
    **people.ANSWERS,
    **music.ANSWERS,
    **figures.ANSWERS,
    **show.ANSWERS,
    **story.ANSWERS,
}
"""For each question of the table a function of the desk and of what it takes."""


def answered(desk: Desk, asked: tuple[Asked, ...]) -> list[Part]:
    """The sentences that answer; raises :class:`DontKnow` where there is nothing to say, or nothing was asked."""
    parts: list[Part] = []
    for one in asked:
        try:
            parts += ANSWERS[one.what](desk, *one.about)
        except (IndexError, KeyError, StopIteration, TypeError, ValueError):  # only a forger writes such an address
            raise DontKnow from None
    if not parts:
        raise DontKnow
    return [part for number, part in enumerate(parts) if part not in parts[:number]]


__all__ = ["ANSWERS", "Desk", "answered"]
