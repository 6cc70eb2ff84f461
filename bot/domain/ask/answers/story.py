"""How it ends and what befalls people: everything behind bars, each from the episode on that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.domain.ask.said import Part, Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.domain.ask.answers.desk import Desk
    from data.records import Fact

_CARD = ("show", "ending")
_MOST = 4
_RELATED: Final[Mapping[str, frozenset[str]]] = {
    "have-child": frozenset({"have-child", "kin:child-female", "kin:child-male", "kin:child"}),
    "remarry": frozenset({"remarry", "kin:spouse"}),
    "cured": frozenset({"cured", "die", "illness"}),
}
"""Ideas that say the same of a fate in other words."""


def ending(desk: Desk, *keys: str) -> list[Part]:
    """The end of the story, or what becomes of somebody."""
    parts = [part for key in keys for part in _last_of(desk, key)]
    if parts:
        return parts[:_MOST]
    facts = desk.library.facts("ending")
    return [desk.stated(fact.text, fact, *_CARD, after=_finale(desk)) for fact in facts[-_MOST - 2 :]]


def fate(desk: Desk, *about: str) -> list[Part]:
    """Whether somebody dies, marries, falls ill, and so on, as the facts tell it."""
    keys = [word for word in about if word in desk.library.members]
    leads = [member.key for member in desk.library.show.members if member.billing == "lead"]
    ideas = {idea for word in about if word not in keys for idea in _RELATED.get(word, {word})}
    found: list[Part] = []
    for key in keys:
        found += _befalls(desk, key, ideas)
    if not keys or len(found) < len(keys):
        facts = [fact for fact in desk.library.facts("ending") if desk.recall.ideas(fact.text) & ideas]
        found += [desk.stated(fact.text, fact, *_CARD, after=_finale(desk)) for fact in facts]
    found.sort(key=lambda part: -part.after_episode)
    if not keys and not found[1:]:
        found += [part for key in leads[:2] for part in _befalls(desk, key, ideas)]
    return found[:_MOST] or ending(desk, *keys)


def _befalls(desk: Desk, key: str, ideas: set[str]) -> list[Part]:
    facts = desk.library.members[key].facts
    return [_told(desk, key, fact) for fact in facts if desk.recall.ideas(fact.text) & ideas]


def _last_of(desk: Desk, key: str) -> list[Part]:
    """What the facts say of somebody's last episodes."""
    facts = desk.library.members[key].facts
    last = max((fact.after_episode for fact in facts), default=0)
    return [_told(desk, key, fact) for fact in facts if fact.after_episode == last and last]


def _told(desk: Desk, key: str, fact: Fact) -> Part:
    member = desk.library.members[key]
    arguments = {"name": member.character, "text": Prose(fact.text), "episode": ""}
    after = max(fact.after_episode, member.after_episode)
    return Part("ask-stated-about", arguments, fact.sources, fact.sure, after, ("cast", key))


def _finale(desk: Desk) -> int:
    return max(desk.library.episodes, default=0)


ANSWERS: Final[Mapping[str, Callable[..., list[Part]]]] = {"ending": ending, "fate": fate}
