"""The ending and the fates of characters: spoilers, each safe from the episode that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.domain.questions.answer_sentence import AnswerSentence, Prose
from bot.domain.questions.answers.people import related, relation
from bot.domain.questions.answers.viewership import synopsis
from bot.domain.questions.lexicon import PLOT
from bot.domain.questions.relation_paths import follow_relations, is_relation
from data.records import Beat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.domain.questions.answers.context import AnswerContext
    from data.records import Fact, Member

_CARD = ("show", "ending")
_MOST, _MOST_PEOPLE = 4, 6
_RELATED: Final[Mapping[str, frozenset[str]]] = {
    "have-child": frozenset({"have-child", "kin:child-female", "kin:child-male", "kin:child"}),
    "remarry": frozenset({"remarry", "kin:spouse"}),
}
"""Concepts that say the same of a fate in other words."""
_OF_THE_COUPLE: Final = frozenset({"have-child", "remarry"})
"""What is asked of the two leads where nobody is named."""


def ending(context: AnswerContext, *keys: str) -> list[AnswerSentence]:
    """The end of the story or of an episode, or what becomes of somebody."""
    if keys and keys[0].isdecimal():
        keys, number = (), keys[0]
        if int(number) != _finale(context):
            return synopsis(context, number)[1:]
    parts = [part for key in keys for part in _last_of(context, key)]
    if parts:
        return parts[:_MOST]
    facts = context.library.ending()
    return [context.stated(fact.text, fact, *_CARD, after=_finale(context)) for fact in facts[-_MOST - 2 :]]


def fate(context: AnswerContext, *about: str) -> list[AnswerSentence]:
    """Whether somebody dies, marries, falls ill, and so on, as the facts tell it."""
    library = context.library
    keys = {word for word in about if word in library.members}
    steps = [word for word in about if is_relation(word)]
    if steps:
        keys = {
            kin.member.key
            for key in keys
            for kin in follow_relations(library, library.members[key], steps)
            if not kin.after_episode
        }
        if not keys:
            return []
    if not keys and _OF_THE_COUPLE.intersection(about):
        keys = {member.key for member in library.show.members if _is_of_the_couple(member, library.show.members[0])}
    concepts = {concept for word in about if word not in keys for concept in _related_concepts(context, word)}
    leads = {member.key for member in library.show.members if member.billing == "lead"}
    whose = [(key, fact) for key in keys or library.members for fact in library.told_of(library.members[key])]
    told = [(_told(context, key, fact), fact.text) for key, fact in whose]
    for fact in library.ending():
        named = context.statements.names(fact.text)
        if not keys or named & keys or (not named and keys <= leads and not steps):
            told.append((context.stated(fact.text, fact, *_CARD, after=_finale(context)), fact.text))
    found = [part for part, text in told if context.statements.concepts(text) & concepts]
    found.sort(key=lambda part: -part.after_episode)
    if len(keys) == 2 and not keys <= leads:
        return related(context, *sorted(keys))
    if "have-child" in about and len(keys) == 1:
        children = relation(context, *keys, "child")  # "how many kids" asks for them as much as for what comes
        found = [part for part in children if part.known or not found] + found
    settled = {"die", *(entry.key for entry in context.original.show.vocabulary if entry.settled_by_ending)}
    if not found and settled.intersection(about):
        return ending(context, *sorted(keys))
    return found[: _MOST if keys else _MOST_PEOPLE]


def _related_concepts(context: AnswerContext, fate: str) -> frozenset[str]:
    """The concepts of statements that tell of this fate."""
    plot = {entry.key: entry for entry in context.original.show.vocabulary if entry.plot}
    if fate not in plot:
        return _RELATED.get(fate, frozenset({fate}))
    return frozenset(f"{PLOT}:{name}" if name in plot else name for name in (fate, *plot[fate].related))


def _is_of_the_couple(member: Member, first: Member) -> bool:
    return member.billing == first.billing == "lead" and member.group == first.group


def _last_of(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """What the facts say of somebody's last episodes."""
    facts = context.library.told_of(context.library.members[key])
    last = max((fact.after_episode for fact in facts), default=0)
    return [_told(context, key, fact) for fact in facts if fact.after_episode == last and last]


def _told(context: AnswerContext, key: str, fact: Fact | Beat) -> AnswerSentence:
    member = context.library.members[key]
    if isinstance(fact, Beat):  # it names whoever is in it
        return context.stated(fact.text, fact, "cast", key, after=member.after_episode)
    arguments = {"name": member.character, "text": Prose(fact.text), "episode": ""}
    after = max(fact.after_episode, member.after_episode)
    return AnswerSentence("ask-stated-about", arguments, fact.sources, fact.confidence, after, ("cast", key))


def _finale(context: AnswerContext) -> int:
    return max(context.library.episodes, default=0)


ANSWERS: Final[Mapping[str, Callable[..., list[AnswerSentence]]]] = {"ending": ending, "fate": fate}
