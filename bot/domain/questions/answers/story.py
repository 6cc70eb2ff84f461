"""The ending: a spoiler, each part of it safe from the episode that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.domain.questions.answers.viewership import synopsis

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.domain.questions.answer_sentence import AnswerSentence
    from bot.domain.questions.answers.context import AnswerContext

_CARD = ("show", "ending")
_MOST = 6
_MOST_OF_SOMEBODY = 3


def ending(context: AnswerContext, *about: str) -> list[AnswerSentence]:
    """The end of the story, or of an episode, or what becomes of somebody or of two together."""
    finale = max(context.library.episodes, default=0)
    if about and about[0].isdecimal() and int(about[0]) != finale:
        return synopsis(context, about[0])[1:]
    members = [context.library.members[key] for key in about if not key.isdecimal()]
    if any(member.billing != "lead" for member in members) or len(members) == 1:
        return _last_of(context, about)
    facts = context.library.ending()
    return [context.stated(fact.text, fact, *_CARD, after=finale) for fact in facts[-_MOST:]]


def _last_of(context: AnswerContext, keys: tuple[str, ...]) -> list[AnswerSentence]:
    """What the story tells of some characters last."""
    told = [beat for beat in context.library.show.beats if set(keys) <= set(beat.who)]
    last = max((beat.after_episode for beat in told), default=0)
    latest = [beat for beat in told if beat.after_episode == last]
    latest.sort(key=lambda beat: ("ending" not in beat.about, len(beat.who)))
    return [context.stated(beat.text, beat, "cast", keys[0]) for beat in latest[:_MOST_OF_SOMEBODY]]


ANSWERS: Final[Mapping[str, Callable[..., list[AnswerSentence]]]] = {"ending": ending}
