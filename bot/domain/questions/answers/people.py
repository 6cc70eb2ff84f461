"""Who plays whom, who is what to whom, and what else they made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.domain.questions.answer_sentence import Bond, Day, Item, Part, Prose, Whose, cited, lowest_confidence
from bot.domain.questions.entity_linker import slug
from bot.domain.questions.relation_paths import RelationPath, follow_relations, relations_between, split_gender
from bot.domain.relations import RELATIONS, YOUNGER_SELF

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.domain.questions.answers.registry import Desk
    from data.records import Credit, Member, Work

_MOST_WORKS = 8
_GROWN = 16
"""Years from which on a character may have a younger self."""


def plays(desk: Desk, key: str, *steps: str) -> list[Part]:
    """The actor of a character."""
    found, way = _found(desk, key, steps)
    if not found and steps in {(YOUNGER_SELF,), ("child",)} and (desk.library.members[key].age or _GROWN) < _GROWN:
        found, _ = _found(desk, key, ())  # a child has neither a younger self nor children; it is the child
    if not found:
        return _nobody(desk, key, steps)
    parts = [_played(path.member, path, key) for path in found]
    if not steps or steps[-1] == YOUNGER_SELF or found[0].member.key == key:
        return parts
    whose = {"whose": Whose(desk.library.members[key].character, tuple(_bonds(desk.library.members[key], way)))}
    return [replace(one, message=f"{one.message}-kin", arguments={**one.arguments, **whose}) for one in parts]


def played_by(desk: Desk, key: str, _actor: str) -> list[Part]:
    """Who really plays a character, for those who ask whether a certain actor does."""
    return plays(desk, key)


def role(desk: Desk, key: str) -> list[Part]:
    """The character of an actor."""
    return [_played(desk.library.members[key])]


def who(desk: Desk, key: str, *steps: str) -> list[Part]:
    """Who a character is."""
    parts: list[Part] = []
    for path in _found(desk, key, steps)[0]:
        member = path.member
        message = "ask-who" if member.actor else "ask-who-uncast"
        arguments = {"character": member.character, "actor": member.actor, "role": Prose(member.role)}
        parts.append(
            Part(message, arguments, member.sources, member.confidence, path.after_episode, _card_of(path, key))
        )
    return parts or _nobody(desk, key, steps)


def works(desk: Desk, key: str) -> list[Part]:
    """What else somebody played in or made."""
    person = _person(desk, key)
    name = _name(person)
    found = person.works[:_MOST_WORKS]
    card = _card(desk, person)
    if not found:
        return desk.missing("works", key, card=card)
    items = [
        Item("ask-work-year" if work.year else "ask-work", {"title": Prose(work.title), "year": str(work.year)})
        for work in found
    ]
    sources = tuple(dict.fromkeys(source for work in found for source in work.sources))
    return [Part("ask-works", {"person": name, "works": items}, sources, card=card)]


def in_work(desk: Desk, key: str, title: str) -> list[Part]:
    """Whether somebody had a part in another work; nothing where the facts do not say so."""
    person = _person(desk, key)
    work = next((work for work in _english(desk, person).works if slug(work.title) == title), None)
    if work is None:
        return []
    message = "ask-in-work-year" if work.year else "ask-in-work"
    arguments = {"person": _name(person), "title": Prose(_title(desk, person, work)), "year": str(work.year)}
    return [Part(message, arguments, work.sources, card=_card(desk, person))]


def work_people(desk: Desk, title: str) -> list[Part]:
    """Who of this show was in another work as well."""
    library = desk.library
    found: list[tuple[Member | Credit, Work]] = [
        (person, work)
        for person in (*library.show.members, *library.show.credits)
        for work in _english(desk, person).works
        if slug(work.title) == title
    ]
    if not found:
        return []
    people = [_name(person) for person, _ in found]
    sources = tuple(dict.fromkeys(source for _, work in found for source in work.sources))
    shown = Prose(_title(desk, *found[0]))
    return [Part("ask-work-people", {"title": shown, "people": people}, sources, card=("cast",))]


def age(desk: Desk, key: str, *steps: str) -> list[Part]:
    """How old a character is."""
    parts = [
        Part(
            "ask-age",
            {"character": path.member.character, "age": path.member.age},
            path.member.age_sources,
            "confirmed" if len(path.member.age_sources) > 1 else "single",
            path.after_episode,
            _card_of(path, key),
        )
        for path in _found(desk, key, steps)[0]
        if path.member.age is not None
    ]
    return parts or desk.missing("age", key, card=("cast", key))


def ages(desk: Desk, *keys: str) -> list[Part]:
    """How old each of several characters is."""
    return [part for key in keys for part in age(desk, key)]


def born(desk: Desk, key: str) -> list[Part]:
    """When an actor was born, as published."""
    member = desk.library.members[key]
    if not member.born or not member.actor:
        return desk.missing("born", key, "cast", card=("cast", key))
    arguments = {"actor": member.actor, "date": Day(member.born.date)}
    return [Part("ask-born", arguments, member.born.sources, member.born.confidence, card=("cast", key))]


def births(desk: Desk, *keys: str) -> list[Part]:
    """When each of several actors was born."""
    return [part for key in keys for part in born(desk, key)]


def appears(desk: Desk, key: str) -> list[Part]:
    """In which episodes a character is seen."""
    member = desk.library.members[key]
    if not member.appears:
        return desk.missing("episode", key, "cast", card=("cast", key))
    arguments = {"person": member.actor or member.character, "where": Prose(member.appears.text)}
    after = member.after_episode
    return [Part("ask-appears", arguments, member.appears.sources, after_episode=after, card=("cast", key))]


def relation(desk: Desk, key: str, *steps: str) -> list[Part]:
    """Who is what to somebody, over any number of steps; those that give something away apart."""
    start = desk.library.members[key]
    found, way = _found(desk, key, steps)
    if not found:
        return _nobody(desk, key, steps)
    safe = [path for path in found if not path.after_episode]
    parts = [_related_people(start, way, safe)] if safe else []
    return parts + [_related_people(start, way, [path]) for path in found if path.after_episode]


def related(desk: Desk, one: str, *rest: str) -> list[Part]:
    """What two people are to each other."""
    members = desk.library.members
    other = members[rest[-1]]
    start = members[one]
    found = relations_between(desk.library, start, other)
    if found:
        return [_bond(start, path) for path in found]
    claims = [claim for claim in desk.library.false_claims_about(one) if other.key in claim.about]
    if claims:
        return [_claim(desk, claims[0].key)]
    names = {"one": start.character, "other": other.character}
    after = max(start.after_episode, other.after_episode)
    return [Part("ask-not-related", names, card=("cast", one), after_episode=after, known=False)]


def is_related(desk: Desk, candidate: str, key: str, *steps: str) -> list[Part]:
    """Whether somebody is what the question says."""
    found = follow_relations(desk.library, desk.library.members[key], steps)
    right = next((path for path in found if path.member.key == candidate), None)
    start = desk.library.members[key]
    if right:
        return [_related_people(start, steps, [right], message="ask-is")]
    if not found:
        return [*_nobody(desk, key, steps), *related(desk, key, candidate)]
    safe = [path for path in found if not path.after_episode]
    if safe:
        return [_related_people(start, steps, safe, message="ask-is-not")]
    return relation(desk, key, *steps)


def leads(desk: Desk, *genders: str) -> list[Part]:
    """Who has the leads, as actor and character."""
    found = [
        member
        for member in desk.library.show.members
        if member.billing == "lead" and member.actor and (not genders or member.gender in genders)
    ]
    people = [Item("ask-actor-as", {"actor": member.actor, "character": member.character}) for member in found]
    return [
        Part(
            "ask-leads",
            {"people": people},
            cited(*found),
            lowest_confidence(m.confidence for m in found),
            card=("cast",),
        )
    ]


def cameos(desk: Desk) -> list[Part]:
    """Who appears as a guest: the actors, since some of their parts give things away."""
    found = [member for member in desk.library.show.members if member.billing == "special-appearance" and member.actor]
    people = [member.actor for member in found]
    return [Part("ask-cameos", {"people": people}, cited(*found), card=("cast",))] if found else []


def _found(desk: Desk, key: str, steps: Sequence[str]) -> tuple[list[RelationPath], Sequence[str]]:
    """Who is at the end of a way of relations, and the way; "her lawyer friend" is two things at once instead."""
    start = desk.library.members[key]
    if not steps:
        return [RelationPath(start, (), "", start.after_episode)], steps
    found = follow_relations(desk.library, start, steps)
    if found or len(steps) == 1:
        return found, steps
    by_step = [{path.member.key for path in follow_relations(desk.library, start, [step])} for step in steps]
    both = set[str].intersection(*by_step)
    return [path for path in follow_relations(desk.library, start, steps[-1:]) if path.member.key in both], steps[-1:]


def _played(member: Member, path: RelationPath | None = None, key: str = "") -> Part:
    after = max(path.after_episode if path else 0, member.after_episode)
    card = _card_of(path, key) if path else ("cast", member.key)
    if not member.actor:
        return Part("ask-uncast", {"character": member.character}, card=card, after_episode=after, known=False)
    arguments = {"actor": member.actor, "character": member.character}
    sources = cited(member, *(path.relations if path else ()))
    return Part("ask-plays", arguments, sources, member.confidence, after, card)


def _card_of(path: RelationPath, asked: str) -> tuple[str, ...]:
    """The card of somebody; that of the person asked about where the way there gives something away."""
    given_away = path.relations and path.after_episode > 0
    return ("cast", asked if given_away else path.member.key)


def _related_people(
    start: Member, steps: Sequence[str], found: Sequence[RelationPath], message: str = "ask-relation"
) -> Part:
    several = len(found) > 1
    people = [_with_bond(start, steps, path) if several else _with_actor(path.member) for path in found]
    only = found[0]
    arguments = {
        "whose": Whose(start.character, tuple(_bonds(start, steps[:-1]))),
        "bond": _last_bond(start, steps, found),
        "people": people,
        "count": len(people),
        "detail": "" if several else _detail(only),
    }
    return Part(
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


def _bonds(start: Member, steps: Sequence[str]) -> list[Bond]:
    """The words for the steps on the way."""
    bonds: list[Bond] = []
    of = start.gender or ""
    for step in steps:
        kind, gender = split_gender(step)
        bonds.append(Bond(kind, gender, of))
        of = gender
    return bonds


def _last_bond(start: Member, steps: Sequence[str], found: Sequence[RelationPath]) -> Bond:
    """The word for the last step: as close as the facts go for one person, as it was asked for several."""
    kind, gender = split_gender(steps[-1])
    of = (split_gender(steps[-2])[1] if len(steps) > 1 else start.gender) or ""
    if len(found) == 1:
        return Bond(found[0].kind if len(steps) == 1 else kind, found[0].member.gender or gender, of)
    genders = {path.member.gender for path in found}
    return Bond(kind, gender or (next(iter(genders)) or "" if len(genders) == 1 else ""), of)


def _bond(start: Member, path: RelationPath) -> Part:
    return _related_people(start, (path.kind,), [path])


def _nobody(desk: Desk, key: str, steps: Sequence[str]) -> list[Part]:
    """That nobody in the facts is this to somebody, in the facts' own words where they have some."""
    member = desk.library.members[key]
    kind, gender = split_gender(steps[-1])
    ideas = f"kin:{steps[-1]} " + ("young" if kind == YOUNGER_SELF else f"kin:{kind}")
    if hole := desk.hole(ideas, key, card=("cast", key)):
        return hole
    arguments = {
        "whose": Whose(member.character, tuple(_bonds(member, steps[:-1]))),
        "bond": Bond(kind, gender, member.gender or ""),
    }
    return [Part("ask-nobody", arguments, card=("cast", key), known=False, after_episode=member.after_episode)]


def _claim(desk: Desk, key: str) -> Part:
    claim = next(claim for claim in desk.library.show.false_claims if claim.key == key)
    arguments = {"claim": Prose(claim.claim), "verdict": Prose(claim.verdict)}
    return Part("ask-false", arguments, claim.sources, claim.confidence, claim.after_episode, ("cast",))


def _person(desk: Desk, key: str) -> Member | Credit:
    library = desk.library
    return library.members[key] if key in library.members else library.credits[key]


def _english(desk: Desk, person: Member | Credit) -> Member | Credit:
    """The same person with works as they are titled in English, by which their addresses are made."""
    original = desk.original
    return original.members[person.key] if person.key in original.members else original.credits[person.key]


def _title(desk: Desk, person: Member | Credit, work: Work) -> str:
    """The title of a work in the reader's language."""
    return person.works[_english(desk, person).works.index(work)].title


def _name(person: Member | Credit) -> object:
    return person.name if hasattr(person, "name") else person.actor or person.character  # type: ignore[union-attr]


def _card(desk: Desk, person: Member | Credit) -> tuple[str, ...]:
    return ("cast", person.key) if person.key in desk.library.members else ("show", "makers")


ANSWERS: Final[Mapping[str, Callable[..., list[Part]]]] = {
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
}
