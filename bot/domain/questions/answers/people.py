"""Who plays whom, who is what to whom, and what else they made."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from itertools import permutations
from typing import TYPE_CHECKING, Any, Final

from bot.domain.questions.answer_sentence import Day, Item, Prose, RelationChain, RelationTerm, lowest_confidence
from bot.domain.questions.answers.context import say
from bot.domain.questions.entity_linker import slug
from bot.domain.questions.relation_paths import (
    BIOLOGICAL_PARENT,
    RelationPath,
    follow_relations,
    inverse,
    is_relation,
    refuted,
    relations_between,
    split_gender,
)
from bot.domain.relations import RELATIONS, YOUNGER_SELF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bot.domain.questions.answer_sentence import AnswerSentence
    from bot.domain.questions.answers.context import AnswerContext, Card
    from data.records import Member, Work

    Answer = Callable[..., list[AnswerSentence]]

_CAST: Final = ("cast",)
_MOST_WORKS, _MOST_GROUPS = 8, 2


def along(answer: Answer) -> Answer:
    """An answer about a character that also follows relations, and then is about each one at their end."""

    def told(context: AnswerContext, key: str, *said: str) -> list[AnswerSentence]:
        steps = [one for one in said if is_relation(one)]
        rest = [one for one in said if one not in steps]
        if not steps:
            return answer(context, key, *rest)
        parts = [
            replace(one, after_episode=max(one.after_episode, path.after_episode), card=_card_of(path, key))
            for path in _reached(context, key, steps)[0]
            for one in answer(context, path.member.key, *rest)
        ]
        return parts or _nobody(context, key, steps)

    return told


def plays(context: AnswerContext, key: str, *steps: str) -> list[AnswerSentence]:
    """The actor of a character, or of whom relations lead to; whether it is the one who is named last."""
    members = context.library.members
    named = tuple(step for step in steps if step in members)
    asked, steps = named[0] if len(named) == 1 else "", steps[: len(steps) - len(named)]
    found, way = _reached(context, key, steps)
    if not found:
        return _nobody(context, key, steps)
    if asked and all(path.member.key != asked for path in found):
        titles = {slug(one) for one in members[key].character.spellings}
        if elsewhere := [answer for title in titles for answer in in_work(context, asked, title)]:
            return elsewhere  # the character has the title of another work as a name, and that is what was meant
    parts = [_played(path.member, path, key, asked) for path in found]
    if not steps or steps[-1] == YOUNGER_SELF or found[0].member.key == key:
        return parts
    whose = RelationChain(members[key].character, tuple(_terms(members[key], way)))
    return [replace(one, message=f"{one.message}-kin", arguments={**one.arguments, "whose": whose}) for one in parts]


_BILLINGS: Final = {"leads": "lead", "cameo": "special-appearance"}


def role(context: AnswerContext, key: str, *said: str) -> list[AnswerSentence]:
    """The character of an actor; whether it is a lead or a guest."""
    member = context.library.members[key]
    asked = [_BILLINGS[one] for one in said if one in _BILLINGS] if "polar" in said else []
    return [replace(_played(member), holds=(member.billing in asked if asked else True) if "polar" in said else None)]


def who(context: AnswerContext, key: str, *said: str) -> list[AnswerSentence]:
    """Who a character is; that no name is known, where one is asked for and the facts say so."""
    member, card = context.library.members[key], (*_CAST, key)
    arguments = {"character": member.character, "actor": member.actor, "role": Prose(member.role)}
    told = say("ask-who" if member.actor else "ask-who-uncast", arguments, member, card=card)
    return [*(context.known_gap("naming", key, card=card) if "naming" in said else []), told]


def works(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """What else somebody played in or made."""
    person, card = _person(context, key)
    found = person.works[:_MOST_WORKS]
    items = [_dated("ask-work", one, title=Prose(one.title)) for one in found]
    arguments = {"person": name_of(person), "works": items}
    return [say("ask-works", arguments, *found, card=card)] if found else context.missing("works", key, card=card)


def in_work(context: AnswerContext, key: str, title: str) -> list[AnswerSentence]:
    """Whether somebody had a part in another work; nothing where the facts do not say so."""
    person, card = _person(context, key)
    found = [
        _dated("ask-in-work", one, person=name_of(person), title=Prose(one.title))
        for one in _titled(context, person, title)
    ]
    return [say(one.message, one.arguments, *_titled(context, person, title), card=card) for one in found]


def work_people(context: AnswerContext, title: str, *said: str) -> list[AnswerSentence]:
    """Who of this show, or of its guests, was in another work as well."""
    guests = [one for one in context.library.show.members if one.billing == _BILLINGS["cameo"]]
    people = guests if said else (*context.library.show.members, *context.library.show.credits)
    found = [(one, work) for one in people for work in _titled(context, one, title)]
    if not found:
        return []
    names = list({str(name_of(one)): name_of(one) for one, _ in found}.values())
    shown = Prose(found[0][1].title)
    return [say("ask-work-people", {"title": shown, "people": names}, *(work for _, work in found), card=_CAST)]


def age(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """How old a character is."""
    member, card = context.library.members[key], (*_CAST, key)
    if member.age is None:
        return context.disputed("age", key) or context.missing("age", key, card=card)
    arguments = {"character": member.character, "age": member.age}
    told = say("ask-age", arguments, member, card=card, sources=member.age_sources)
    return [replace(told, confidence="confirmed" if len(member.age_sources) > 1 else "single")]


def ages(context: AnswerContext, one: str, other: str, *said: str) -> list[AnswerSentence]:
    """How old each of two characters is, the older first, or whether one is older or younger than the other."""
    members = context.library.members
    known = {key: years for key in (one, other) if (years := members[key].age) is not None}
    for older, younger in permutations((one, other)) if len(known) < 2 else ():
        paths = relations_between(context.library, members[younger], members[older])
        if siblings := [path for path in paths if path.kind == "older-sibling"]:
            (told,) = _as_stated(members[younger], siblings[:1])
            return [replace(told, holds=(older == one) != ("young" in said) if "polar" in said else None)]
    return _older(one, other, said, known, partial(age, context))


def oldest(context: AnswerContext, *said: str) -> list[AnswerSentence]:
    """The oldest or the youngest character whose age is known."""
    known = [one for one in context.library.show.members if one.age is not None and not one.after_episode]
    known.sort(key=lambda one: one.age or 0, reverse="lowest" not in said)
    return [part for one in known[:1] for part in age(context, one.key)]


def born(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """When an actor was born, as published."""
    member, card = context.library.members[key], (*_CAST, key)
    if not member.born or not member.actor:
        return context.missing("born", key, "cast", card=card)
    return [say("ask-born", {"actor": member.actor, "date": Day(member.born.date)}, member.born, card=card)]


def births(context: AnswerContext, one: str, other: str, *said: str) -> list[AnswerSentence]:
    """When each of two actors was born, or whether one is older or younger than the other."""
    days = {key: record.date for key in (one, other) if (record := context.library.members[key].born)}
    return _older(one, other, said, {key: -day.toordinal() for key, day in days.items()}, partial(born, context))


def _older(
    one: str, other: str, said: Sequence[str], ages: Mapping[str, float], told: Callable[[str], list[AnswerSentence]]
) -> list[AnswerSentence]:
    """What is told of two people: whose age is not known first, then the older, or the younger where asked for."""
    sign = 1 if "young" in said else -1
    first, second = sorted((one, other), key=lambda key: sign * ages[key] if key in ages else -math.inf)
    parts = [*told(first), *told(second)]
    known = "polar" in said and len(set(ages.values())) > 1
    return [replace(parts[0], holds=first == one if known else None), *parts[1:]]


def appears(context: AnswerContext, key: str, *asked: str) -> list[AnswerSentence]:
    """In which episodes a character is seen; whether the one that is asked about is among them."""
    member, card = context.library.members[key], (*_CAST, key)
    if not member.appears:
        return context.missing("episode", key, "cast", card=card)
    arguments = {"person": member.actor or member.character, "where": Prose(member.appears.text)}
    numbers = set(map(str, member.appears.numbers))
    holds = not numbers.isdisjoint(asked) if numbers and asked else None
    return [say("ask-appears", arguments, member.appears, card=card, after=member.after_episode, holds=holds)]


def relation(context: AnswerContext, key: str, *said: str) -> list[AnswerSentence]:
    """Who is what to somebody, over any number of steps; those that give something away apart."""
    start = context.library.members[key]
    steps = [one for one in said if one != "naming"]
    found, way = _reached(context, key, steps)
    if not found:
        return _nobody(context, key, steps)
    parts = [one for path in found if "naming" in said for one in _nameless(context, path, key)]
    safe = [path for path in found if not path.after_episode]
    groups = [safe] * bool(safe) + [[path] for path in found if path.after_episode]
    return parts + [_related_people(start, way, paths) for paths in groups]


def _nameless(context: AnswerContext, path: RelationPath, key: str) -> list[AnswerSentence]:
    """What the facts say of a name that nobody has published; nothing of anybody who has one."""
    unknown = context.known_gap("naming", path.member.key, card=_card_of(path, key))
    return [replace(one, after_episode=max(one.after_episode, path.after_episode)) for one in unknown]


def related(context: AnswerContext, one: str, *rest: str) -> list[AnswerSentence]:
    """What two people are to each other."""
    members = context.library.members
    start, other = members[one], members[rest[-1]]
    if found := relations_between(context.library, start, other):
        kinds = {path.kind for path in found}
        back = [path for path in relations_between(context.library, other, start)[:1] if path.kind not in kinds]
        return _as_stated(start, found) + _as_stated(other, back)
    if claims := _false_claims(context, {one, other.key}):
        return claims
    after = max(start.after_episode, other.after_episode)
    names = {"one": start.character, "other": other.character}
    return [say("ask-not-related", names, card=(*_CAST, one), after=after, is_known=False)]


def _false_claims(context: AnswerContext, keys: set[str]) -> list[AnswerSentence]:
    """The wrong claims that are about several of these people and about nobody and nothing else."""
    return [
        say("ask-false", {"claim": Prose(one.claim), "verdict": Prose(one.verdict)}, one, card=_CAST)
        for one in context.library.show.false_claims
        if len(one.about) > 1 and keys.issuperset(one.about)
    ]


def is_related(context: AnswerContext, candidate: str, key: str, *steps: str) -> list[AnswerSentence]:
    """Whether somebody is what the question says; of two to whom that may be so, the one to whom it is."""
    start = context.library.members[key]
    if not context.library.members.keys().isdisjoint(steps):
        return relation(context, candidate, _turned(start, steps))
    found = follow_relations(context.library, start, steps)
    right = [path for path in found if path.member.key == candidate]
    lovers = {path.member.key for path in follow_relations(context.library, start, ["love"])}
    if found and candidate in lovers and split_gender(steps[-1])[0] == "child":  # "is her baby his?"
        child = found[0].member.key
        is_safe = not found[0].after_episode
        return is_related(context, candidate, child, "parent") if is_safe else relation(context, key, *steps)
    if not right:
        return _is_not(context, candidate, start, steps, found)
    child, born_to = refuted(context.library, right[0]) or (start, ())
    if not born_to:
        return [_related_people(start, steps, right[:1], message="ask-is")]
    no = _related_people(child, (BIOLOGICAL_PARENT,), born_to, message="ask-is-not")
    return [no, *_as_stated(start, relations_between(context.library, start, context.library.members[candidate]))]


def _is_not(
    context: AnswerContext, candidate: str, start: Member, steps: Sequence[str], found: Sequence[RelationPath]
) -> list[AnswerSentence]:
    """That somebody is not what the question says: who that is, and what the one asked about is instead."""
    members = context.library.members
    between = relations_between(context.library, start, members[candidate])
    told = _as_stated(start, between)
    on_the_way = {end for path in found for relation in path.relations for end in (relation.of, relation.to)}
    claims = _false_claims(context, {candidate, start.key, *on_the_way})
    if found:
        safe = [path for path in found if not path.after_episode]
        barred = [_related_people(start, steps, [path]) for path in found if safe and path.after_episode]
        return [*claims, _related_people(start, steps, safe or found, message="ask-is-not"), *barred, *told]
    if told and RELATIONS[between[0].kind].line == RELATIONS[split_gender(steps[-1])[0]].line == "pair":
        return [replace(told[0], holds=False)]
    turned = _turned(start, steps)
    if len(steps) == 1 and follow_relations(context.library, members[candidate], [turned]):
        return is_related(context, start.key, candidate, turned)  # no child of hers, but that of others
    return [*(claims or _nobody(context, start.key, steps)), *related(context, start.key, candidate)]


def _as_stated(start: Member, paths: Iterable[RelationPath]) -> list[AnswerSentence]:
    """What the facts say that others are to somebody, a sentence for each relation."""
    return [_related_people(start, (path.kind,), [path]) for path in paths]


def _turned(start: Member, steps: Sequence[str]) -> str:
    """The last relation from the other end: whose child somebody is whose parent is asked about."""
    return "-".join(filter(None, (inverse(steps[-1]), start.gender)))


def leads(context: AnswerContext, *genders: str) -> list[AnswerSentence]:
    """Who has the leads, as actor and character."""
    found = [one for one in _billed(context, "lead") if not genders or one.gender in genders]
    people = [Item("ask-actor-as", {"actor": one.actor, "character": one.character}) for one in found]
    return [say("ask-leads", {"people": people}, *found, card=_CAST)]


def cameos(context: AnswerContext) -> list[AnswerSentence]:
    """Who appears as a guest: the actors, since some of their parts give things away."""
    found = _billed(context, "special-appearance")
    told = say("ask-cameos", {"people": [one.actor for one in found]}, *found, card=_CAST)
    return [replace(told, after_episode=0)] if found else []


def families(context: AnswerContext) -> list[AnswerSentence]:
    """Who belongs to which family or side; the card shows them as a chart."""
    parts: list[AnswerSentence] = []
    for group in context.library.show.groups[:_MOST_GROUPS]:
        members = [one for one in context.library.show.members if one.group == group.key and not one.after_episode]
        names = [one.character for one in members]
        arguments = {"group": Prose(group.name), "people": names}
        parts.append(say("ask-group", arguments, *members, card=(*_CAST, "who-is-who")))
    return parts


def _billed(context: AnswerContext, billing: str) -> list[Member]:
    return [one for one in context.library.show.members if one.billing == billing and one.actor]


def _reached(context: AnswerContext, key: str, steps: Sequence[str]) -> tuple[list[RelationPath], Sequence[str]]:
    """Who is at the end of a way of relations, and the way; "her lawyer friend" is two things at once instead."""
    start = context.library.members[key]
    if not steps:
        return [RelationPath(start, (), "", start.after_episode)], steps
    found = follow_relations(context.library, start, steps)
    if found or len(steps) == 1:
        return found, steps
    by_step = [{path.member.key for path in follow_relations(context.library, start, [step])} for step in steps]
    both = set[str].intersection(*by_step)
    last = steps[-1:]
    return [path for path in follow_relations(context.library, start, last) if path.member.key in both], last


def _played(member: Member, path: RelationPath | None = None, key: str = "", asked: str = "") -> AnswerSentence:
    """Who plays a character; whether that is ``asked``."""
    card = _card_of(path, key) if path else (*_CAST, member.key)
    after = max(path.after_episode if path else 0, member.after_episode)
    if not member.actor:
        return say("ask-uncast", {"character": member.character}, card=card, after=after, is_known=False)
    told = say(
        "ask-plays",
        {"actor": member.actor, "character": member.character},
        *(path.relations if path else ()),
        card=card,
        after=after,
        holds=member.key == asked if asked else None,
    )
    sources = tuple(dict.fromkeys((*member.sources, *told.sources)))
    return replace(told, sources=sources, confidence=member.confidence)


def _card_of(path: RelationPath, asked: str) -> Card:
    """The card of somebody; that of the person asked about where the way there gives something away."""
    given_away = path.relations and path.after_episode > 0
    return (*_CAST, asked if given_away else path.member.key)


def _related_people(
    start: Member, steps: Sequence[str], found: Sequence[RelationPath], message: str = "ask-relation"
) -> AnswerSentence:
    several, only = len(found) > 1, found[0]
    relations = [relation for path in found for relation in path.relations]
    told = say(
        message,
        {
            "whose": RelationChain(start.character, tuple(_terms(start, steps[:-1]))),
            "bond": _last_term(start, steps, found),
            "people": [
                Item("ask-person-bond", {"person": path.member.character, "bond": _last_term(start, steps, [path])})
                if several
                else _with_actor(path.member)
                for path in found
            ],
            "count": len(found),
            "detail": "" if several else _detail(only),
        },
        *relations,
        card=_card_of(only, start.key),
        after=max(path.after_episode for path in found),
    )
    derived = any(path.derived for path in found)
    return replace(told, confidence=lowest_confidence([told.confidence, "derived"])) if derived else told


def _detail(path: RelationPath) -> object:
    """What the facts add to a relation, where that is said of the person who answers."""
    if len(path.relations) != 1 or not path.relations[0].detail:
        return ""
    relation = path.relations[0]
    if relation.of != path.member.key and not RELATIONS[relation.kind].symmetric:
        return ""
    return Item("ask-detail", {"text": Prose(relation.detail or "")})


def _with_actor(member: Member) -> Item:
    message = "ask-person-played" if member.actor else "ask-person"
    return Item(message, {"person": member.character, "actor": member.actor})


def _terms(start: Member, steps: Sequence[str]) -> list[RelationTerm]:
    """The words for the steps on the way."""
    terms: list[RelationTerm] = []
    of = start.gender or ""
    for step in steps:
        kind, gender = split_gender(step)
        terms.append(RelationTerm(kind, gender, of))
        of = gender
    return terms


def _last_term(start: Member, steps: Sequence[str], found: Sequence[RelationPath]) -> RelationTerm:
    """The word for the last step: as close as the facts go for one person, as it was asked for several."""
    kind, gender = split_gender(steps[-1])
    of = (split_gender(steps[-2])[1] if len(steps) > 1 else start.gender) or ""
    if len(found) == 1:
        return RelationTerm(found[0].kind if len(steps) == 1 else kind, found[0].member.gender or gender, of)
    genders = {path.member.gender for path in found}
    return RelationTerm(kind, gender or (next(iter(genders)) or "" if len(genders) == 1 else ""), of)


def _nobody(context: AnswerContext, key: str, steps: Sequence[str]) -> list[AnswerSentence]:
    """That nobody in the facts is this to somebody, in the facts' own words where they have some."""
    member, card = context.library.members[key], (*_CAST, key)
    kind, gender = split_gender(steps[-1])
    kinds = (kind, *RELATIONS[kind].broader)
    concepts = "young" if kind == YOUNGER_SELF else " ".join(f"kin:{one} kin:{one}-{gender}" for one in kinds)
    whose = RelationChain(member.character, tuple(_terms(member, steps[:-1])))
    bond = RelationTerm(kind, gender, member.gender or "")
    told = say("ask-nobody", {"whose": whose, "bond": bond}, card=card, after=member.after_episode, is_known=False)
    return context.known_gap(concepts, key, card=card) or [told]


def _person(context: AnswerContext, key: str) -> tuple[Any, Card]:
    """A member or somebody behind the camera, and the card."""
    library = context.library
    return (
        (library.members[key], (*_CAST, key)) if key in library.members else (library.credits[key], ("show", "makers"))
    )


def name_of(person: Any) -> object:
    """What a member, a singer or somebody behind the camera is called; an actor rather than the character."""
    return person.name if hasattr(person, "name") else person.actor or person.character


def _dated(message: str, work: Work, **arguments: object) -> Item:
    return Item(f"{message}-year" if work.year else message, {**arguments, "year": str(work.year)})


def _titled(context: AnswerContext, person: Any, title: str) -> Iterator[Work]:
    """The work of somebody that has a title, by which its address is made."""
    originals = context.original.members.get(person.key) or context.original.credits[person.key]
    for original, work in zip(originals.works, person.works, strict=True):
        if slug(original.title) == title:
            yield work
