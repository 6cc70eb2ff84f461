"""How it ends and what befalls people: everything behind bars, each from the episode on that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.domain.questions.answer_sentence import Part, Prose
from bot.domain.questions.answers.figures import synopsis
from bot.domain.questions.answers.people import related, relation
from bot.domain.questions.relation_paths import follow_relations, is_relation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.domain.questions.answers.registry import Desk
    from data.records import Fact, Member

_CARD = ("show", "ending")
_MOST, _MOST_PEOPLE = 4, 6
_RELATED: Final[Mapping[str, frozenset[str]]] = {
    "have-child": frozenset({"have-child", "kin:child-female", "kin:child-male", "kin:child"}),
    "remarry": frozenset({"remarry", "kin:spouse"}),
    "cured": frozenset({"cured", "die", "illness"}),
}
"""Ideas that say the same of a fate in other words."""
_SETTLED_AT_THE_END: Final = frozenset({"die", "prison", "shot", "memory", "cured"})
"""What the last that is told of somebody answers as well."""
_OF_THE_COUPLE: Final = frozenset({"have-child", "remarry"})
"""What is asked of the two leads where nobody is named."""


def ending(desk: Desk, *keys: str) -> list[Part]:
    """The end of the story or of an episode, or what becomes of somebody."""
    if keys and keys[0].isdecimal():
        keys, number = (), keys[0]
        if int(number) != _finale(desk):
            return synopsis(desk, number)[1:]
    parts = [part for key in keys for part in _last_of(desk, key)]
    if parts:
        return parts[:_MOST]
    facts = desk.library.facts("ending")
    return [desk.stated(fact.text, fact, *_CARD, after=_finale(desk)) for fact in facts[-_MOST - 2 :]]


def fate(desk: Desk, *about: str) -> list[Part]:
    """Whether somebody dies, marries, falls ill, and so on, as the facts tell it."""
    library = desk.library
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
    ideas = {idea for word in about if word not in keys for idea in _RELATED.get(word, {word})}
    leads = {member.key for member in library.show.members if member.billing == "lead"}
    whose = [(key, fact) for key in keys or library.members for fact in library.members[key].facts]
    told = [(_told(desk, key, fact), fact.text) for key, fact in whose]
    for fact in library.facts("ending"):
        named = desk.recall.names(fact.text)
        if not keys or named & keys or (not named and keys <= leads and not steps):
            told.append((desk.stated(fact.text, fact, *_CARD, after=_finale(desk)), fact.text))
    found = [part for part, text in told if desk.recall.ideas(text) & ideas]
    found.sort(key=lambda part: -part.after_episode)
    if len(keys) == 2 and not keys <= leads:
        return related(desk, *sorted(keys))
    if "have-child" in about and len(keys) == 1:
        children = relation(desk, *keys, "child")  # "how many kids" asks for them as much as for what comes
        found = [part for part in children if part.known or not found] + found
    if not found and _SETTLED_AT_THE_END.intersection(about):
        return ending(desk, *sorted(keys))
    return found[: _MOST if keys else _MOST_PEOPLE]


def _is_of_the_couple(member: Member, first: Member) -> bool:
    return member.billing == first.billing == "lead" and member.group == first.group


def _last_of(desk: Desk, key: str) -> list[Part]:
    """What the facts say of somebody's last episodes."""
    facts = desk.library.members[key].facts
    last = max((fact.after_episode for fact in facts), default=0)
    return [_told(desk, key, fact) for fact in facts if fact.after_episode == last and last]


def _told(desk: Desk, key: str, fact: Fact) -> Part:
    member = desk.library.members[key]
    arguments = {"name": member.character, "text": Prose(fact.text), "episode": ""}
    after = max(fact.after_episode, member.after_episode)
    return Part("ask-stated-about", arguments, fact.sources, fact.confidence, after, ("cast", key))


def _finale(desk: Desk) -> int:
    return max(desk.library.episodes, default=0)


ANSWERS: Final[Mapping[str, Callable[..., list[Part]]]] = {"ending": ending, "fate": fate}
