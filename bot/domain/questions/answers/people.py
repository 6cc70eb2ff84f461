"""Who plays whom, who is what to whom, and what else they made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.domain.questions.answer_sentence import (
    AnswerSentence,
    Day,
    Item,
    Prose,
    RelationChain,
    RelationTerm,
    cited,
    lowest_confidence,
)
from bot.domain.questions.entity_linker import slug
from bot.domain.questions.relation_paths import RelationPath, follow_relations, relations_between, split_gender
from bot.domain.relations import RELATIONS, YOUNGER_SELF

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.domain.questions.answers.context import AnswerContext
    from data.records import Credit, Member, Work

_MOST_WORKS = 8
_MOST_GROUPS = 2
_GROWN = 16
"""Years from which on a character may have a younger self."""


def plays(context: AnswerContext, key: str, *steps: str) -> list[AnswerSentence]:
    """The actor of a character."""
    found, way = _found(context, key, steps)
    if not found and steps in {(YOUNGER_SELF,), ("child",)} and (context.library.members[key].age or _GROWN) < _GROWN:
        found, _ = _found(context, key, ())  # a child has neither a younger self nor children; it is the child
    if not found:
        return _nobody(context, key, steps)
    parts = [_played(path.member, path, key) for path in found]
    if not steps or steps[-1] == YOUNGER_SELF or found[0].member.key == key:
        return parts
    whose = {
        "whose": RelationChain(context.library.members[key].character, tuple(_bonds(context.library.members[key], way)))
    }
    return [replace(one, message=f"{one.message}-kin", arguments={**one.arguments, **whose}) for one in parts]


def played_by(context: AnswerContext, key: str, _actor: str) -> list[AnswerSentence]:
    """Who really plays a character, for those who ask whether a certain actor does."""
    return plays(context, key)


def role(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """The character of an actor."""
    return [_played(context.library.members[key])]


def who(context: AnswerContext, key: str, *steps: str) -> list[AnswerSentence]:
    """Who a character is."""
    parts: list[AnswerSentence] = []
    for path in _found(context, key, steps)[0]:
        member = path.member
        message = "ask-who" if member.actor else "ask-who-uncast"
        arguments = {"character": member.character, "actor": member.actor, "role": Prose(member.role)}
        parts.append(
            AnswerSentence(
                message, arguments, member.sources, member.confidence, path.after_episode, _card_of(path, key)
            )
        )
    return parts or _nobody(context, key, steps)


def works(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """What else somebody played in or made."""
    person = _person(context, key)
    name = _name(person)
    found = person.works[:_MOST_WORKS]
    card = _card(context, person)
    if not found:
        return context.missing("works", key, card=card)
    items = [
        Item("ask-work-year" if work.year else "ask-work", {"title": Prose(work.title), "year": str(work.year)})
        for work in found
    ]
    sources = tuple(dict.fromkeys(source for work in found for source in work.sources))
    return [AnswerSentence("ask-works", {"person": name, "works": items}, sources, card=card)]


def in_work(context: AnswerContext, key: str, title: str) -> list[AnswerSentence]:
    """Whether somebody had a part in another work; nothing where the facts do not say so."""
    person = _person(context, key)
    work = next((work for work in _english(context, person).works if slug(work.title) == title), None)
    if work is None:
        return []
    message = "ask-in-work-year" if work.year else "ask-in-work"
    arguments = {"person": _name(person), "title": Prose(_title(context, person, work)), "year": str(work.year)}
    return [AnswerSentence(message, arguments, work.sources, card=_card(context, person))]


def work_people(context: AnswerContext, title: str) -> list[AnswerSentence]:
    """Who of this show was in another work as well."""
    library = context.library
    found: list[tuple[Member | Credit, Work]] = [
        (person, work)
        for person in (*library.show.members, *library.show.credits)
        for work in _english(context, person).works
        if slug(work.title) == title
    ]
    if not found:
        return []
    people = [_name(person) for person, _ in found]
    sources = tuple(dict.fromkeys(source for _, work in found for source in work.sources))
    shown = Prose(_title(context, *found[0]))
    return [AnswerSentence("ask-work-people", {"title": shown, "people": people}, sources, card=("cast",))]


def age(context: AnswerContext, key: str, *steps: str) -> list[AnswerSentence]:
    """How old a character is."""
    parts = [
        AnswerSentence(
            "ask-age",
            {"character": path.member.character, "age": path.member.age},
            path.member.age_sources,
            "confirmed" if len(path.member.age_sources) > 1 else "single",
            path.after_episode,
            _card_of(path, key),
        )
        for path in _found(context, key, steps)[0]
        if path.member.age is not None
    ]
    return parts or context.missing("age", key, card=("cast", key))


def ages(context: AnswerContext, *keys: str) -> list[AnswerSentence]:
    """How old each of several characters is."""
    return [part for key in keys for part in age(context, key)]


def born(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """When an actor was born, as published."""
    member = context.library.members[key]
    if not member.born or not member.actor:
        return context.missing("born", key, "cast", card=("cast", key))
    arguments = {"actor": member.actor, "date": Day(member.born.date)}
    return [AnswerSentence("ask-born", arguments, member.born.sources, member.born.confidence, card=("cast", key))]


def births(context: AnswerContext, *keys: str) -> list[AnswerSentence]:
    """When each of several actors was born."""
    return [part for key in keys for part in born(context, key)]


def appears(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """In which episodes a character is seen."""
    member = context.library.members[key]
    if not member.appears:
        return context.missing("episode", key, "cast", card=("cast", key))
    arguments = {"person": member.actor or member.character, "where": Prose(member.appears.text)}
    after = member.after_episode
    return [AnswerSentence("ask-appears", arguments, member.appears.sources, after_episode=after, card=("cast", key))]


def relation(context: AnswerContext, key: str, *steps: str) -> list[AnswerSentence]:
    """Who is what to somebody, over any number of steps; those that give something away apart."""
    start = context.library.members[key]
    found, way = _found(context, key, steps)
    if not found:
        return _nobody(context, key, steps)
    safe = [path for path in found if not path.after_episode]
    parts = [_related_people(start, way, safe)] if safe else []
    return parts + [_related_people(start, way, [path]) for path in found if path.after_episode]


def related(context: AnswerContext, one: str, *rest: str) -> list[AnswerSentence]:
    """What two people are to each other."""
    members = context.library.members
    other = members[rest[-1]]
    start = members[one]
    found = relations_between(context.library, start, other)
    if found:
        return [_bond(start, path) for path in found]
    claims = [claim for claim in context.library.false_claims_about(one) if other.key in claim.about]
    if claims:
        return [_claim(context, claims[0].key)]
    names = {"one": start.character, "other": other.character}
    after = max(start.after_episode, other.after_episode)
    return [AnswerSentence("ask-not-related", names, card=("cast", one), after_episode=after, known=False)]


def is_related(context: AnswerContext, candidate: str, key: str, *steps: str) -> list[AnswerSentence]:
    """Whether somebody is what the question says."""
    found = follow_relations(context.library, context.library.members[key], steps)
    right = next((path for path in found if path.member.key == candidate), None)
    start = context.library.members[key]
    if right:
        return [_related_people(start, steps, [right], message="ask-is")]
    if not found:
        return [*_nobody(context, key, steps), *related(context, key, candidate)]
    safe = [path for path in found if not path.after_episode]
    if safe:
        return [_related_people(start, steps, safe, message="ask-is-not")]
    return relation(context, key, *steps)


def leads(context: AnswerContext, *genders: str) -> list[AnswerSentence]:
    """Who has the leads, as actor and character."""
    found = [
        member
        for member in context.library.show.members
        if member.billing == "lead" and member.actor and (not genders or member.gender in genders)
    ]
    people = [Item("ask-actor-as", {"actor": member.actor, "character": member.character}) for member in found]
    return [
        AnswerSentence(
            "ask-leads",
            {"people": people},
            cited(*found),
            lowest_confidence(m.confidence for m in found),
            card=("cast",),
        )
    ]


def cameos(context: AnswerContext) -> list[AnswerSentence]:
    """Who appears as a guest: the actors, since some of their parts give things away."""
    found = [
        member for member in context.library.show.members if member.billing == "special-appearance" and member.actor
    ]
    people = [member.actor for member in found]
    return [AnswerSentence("ask-cameos", {"people": people}, cited(*found), card=("cast",))] if found else []


def _found(context: AnswerContext, key: str, steps: Sequence[str]) -> tuple[list[RelationPath], Sequence[str]]:
    """Who is at the end of a way of relations, and the way; "her lawyer friend" is two things at once instead."""
    start = context.library.members[key]
    if not steps:
        return [RelationPath(start, (), "", start.after_episode)], steps
    found = follow_relations(context.library, start, steps)
    if found or len(steps) == 1:
        return found, steps
    by_step = [{path.member.key for path in follow_relations(context.library, start, [step])} for step in steps]
    both = set[str].intersection(*by_step)
    return [path for path in follow_relations(context.library, start, steps[-1:]) if path.member.key in both], steps[
        -1:
    ]


def _played(member: Member, path: RelationPath | None = None, key: str = "") -> AnswerSentence:
    after = max(path.after_episode if path else 0, member.after_episode)
    card = _card_of(path, key) if path else ("cast", member.key)
    if not member.actor:
        return AnswerSentence(
            "ask-uncast", {"character": member.character}, card=card, after_episode=after, known=False
        )
    arguments = {"actor": member.actor, "character": member.character}
    sources = cited(member, *(path.relations if path else ()))
    return AnswerSentence("ask-plays", arguments, sources, member.confidence, after, card)


def _card_of(path: RelationPath, asked: str) -> tuple[str, ...]:
    """The card of somebody; that of the person asked about where the way there gives something away."""
    given_away = path.relations and path.after_episode > 0
    return ("cast", asked if given_away else path.member.key)


def _related_people(
    start: Member, steps: Sequence[str], found: Sequence[RelationPath], message: str = "ask-relation"
) -> AnswerSentence:
    several = len(found) > 1
    people = [_with_bond(start, steps, path) if several else _with_actor(path.member) for path in found]
    only = found[0]
    arguments = {
        "whose": RelationChain(start.character, tuple(_bonds(start, steps[:-1]))),
        "bond": _last_bond(start, steps, found),
        "people": people,
        "count": len(people),
        "detail": "" if several else _detail(only),
    }
    return AnswerSentence(
        message,
        arguments,
        cited(*(relation for path in found for relation in path.relations)),
        lowest_confidence(
            "derived" if path.derived else relation.confidence for path in found for relation in path.relations
        ),
        max(path.after_episode for path in found),
        _card_of(only, start.key),
    )


def _detail(path: RelationPath) -> object:
    """What the facts add to a relation, where that is said of the person who answers."""
    if len(path.relations) != 1 or not path.relations[0].detail:
        return ""
    relation = path.relations[0]
    if relation.of != path.member.key and not RELATIONS[relation.kind].symmetric:
        return ""
    return Item("ask-detail", {"text": Prose(relation.detail or "")})


def _with_bond(start: Member, steps: Sequence[str], path: RelationPath) -> Item:
    """One of several, each with what exactly they are."""
    return Item("ask-person-bond", {"person": path.member.character, "bond": _last_bond(start, steps, [path])})


def _with_actor(member: Member) -> Item:
    message = "ask-person-played" if member.actor else "ask-person"
    return Item(message, {"person": member.character, "actor": member.actor})


def _bonds(start: Member, steps: Sequence[str]) -> list[RelationTerm]:
    """The words for the steps on the way."""
    bonds: list[RelationTerm] = []
    of = start.gender or ""
    for step in steps:
        kind, gender = split_gender(step)
        bonds.append(RelationTerm(kind, gender, of))
        of = gender
    return bonds


def _last_bond(start: Member, steps: Sequence[str], found: Sequence[RelationPath]) -> RelationTerm:
    """The word for the last step: as close as the facts go for one person, as it was asked for several."""
    kind, gender = split_gender(steps[-1])
    of = (split_gender(steps[-2])[1] if len(steps) > 1 else start.gender) or ""
    if len(found) == 1:
        return RelationTerm(found[0].kind if len(steps) == 1 else kind, found[0].member.gender or gender, of)
    genders = {path.member.gender for path in found}
    return RelationTerm(kind, gender or (next(iter(genders)) or "" if len(genders) == 1 else ""), of)


def _bond(start: Member, path: RelationPath) -> AnswerSentence:
    return _related_people(start, (path.kind,), [path])


def _nobody(context: AnswerContext, key: str, steps: Sequence[str]) -> list[AnswerSentence]:
    """That nobody in the facts is this to somebody, in the facts' own words where they have some."""
    member = context.library.members[key]
    kind, gender = split_gender(steps[-1])
    concepts = f"kin:{steps[-1]} " + ("young" if kind == YOUNGER_SELF else f"kin:{kind}")
    if gap := context.known_gap(concepts, key, card=("cast", key)):
        return gap
    arguments = {
        "whose": RelationChain(member.character, tuple(_bonds(member, steps[:-1]))),
        "bond": RelationTerm(kind, gender, member.gender or ""),
    }
    return [
        AnswerSentence("ask-nobody", arguments, card=("cast", key), known=False, after_episode=member.after_episode)
    ]


def _claim(context: AnswerContext, key: str) -> AnswerSentence:
    claim = next(claim for claim in context.library.show.false_claims if claim.key == key)
    arguments = {"claim": Prose(claim.claim), "verdict": Prose(claim.verdict)}
    return AnswerSentence("ask-false", arguments, claim.sources, claim.confidence, claim.after_episode, ("cast",))


def _person(context: AnswerContext, key: str) -> Member | Credit:
    library = context.library
    return library.members[key] if key in library.members else library.credits[key]


def _english(context: AnswerContext, person: Member | Credit) -> Member | Credit:
    """The same person with works as they are titled in English, by which their addresses are made."""
    original = context.original
    return original.members[person.key] if person.key in original.members else original.credits[person.key]


def _title(context: AnswerContext, person: Member | Credit, work: Work) -> str:
    """The title of a work in the reader's language."""
    return person.works[_english(context, person).works.index(work)].title


def _name(person: Member | Credit) -> object:
    return person.name if hasattr(person, "name") else person.actor or person.character  # type: ignore[union-attr]


def _card(context: AnswerContext, person: Member | Credit) -> tuple[str, ...]:
    return ("cast", person.key) if person.key in context.library.members else ("show", "makers")


def families(context: AnswerContext) -> list[AnswerSentence]:
    """Who belongs to which family or side."""
    library, parts = context.library, list[AnswerSentence]()
    for group in library.show.groups[:_MOST_GROUPS]:
        members = [one for one in library.show.members if one.group == group.key and not one.after_episode]
        arguments = {"group": Prose(group.name), "people": [one.character for one in members]}
        card = ("cast", members[0].key) if members else ("cast",)
        parts.append(AnswerSentence("ask-group", arguments, cited(*members), card=card))
    return parts


ANSWERS: Final[Mapping[str, Callable[..., list[AnswerSentence]]]] = {
    "plays": plays,
    "played-by": played_by,
    "role": role,
    "who": who,
    "works": works,
    "in-work": in_work,
    "work-people": work_people,
    "age": age,
    "ages": ages,
    "born": born,
    "births": births,
    "appears": appears,
    "relation": relation,
    "related": related,
    "is": is_related,
    "leads": leads,
    "cast": leads,
    "cameos": cameos,
    "families": families,
}
