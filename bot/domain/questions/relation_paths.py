"""Following relations from one person to another: those that the facts state, and those that follow from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.relations import RELATIONS, narrower

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.domain.library import Library
    from data.records import Member, Relation

_ACCEPTED: Final[Mapping[str, frozenset[str]]] = {name: narrower(name) for name in RELATIONS}

BIOLOGICAL_PARENT: Final = "biological-parent"
"""A parent by birth: every parent but one of the same gender as somebody of whom the facts say that."""


class RelationPath(NamedTuple):
    """Somebody reached from somebody else, and the relations on the way."""

    member: Member
    relations: tuple[Relation, ...]
    kind: str
    after_episode: int
    derived: bool = False
    """Whether it follows from other relations rather than being stated by a source."""


def split_gender(step: str) -> tuple[str, str]:
    """The relation and the gender that a step asks for: ``"sibling-male"`` gives ``("sibling", "male")``."""
    for gender in ("female", "male"):
        if step.endswith(f"-{gender}"):
            return step.removesuffix(f"-{gender}"), gender
    return step, ""


def is_relation(text: str) -> bool:
    """Whether a word of an address names a relation, with or without a gender."""
    return split_gender(text)[0] in RELATIONS


def inverse(step: str) -> str:
    """The relation seen from the other end, of either gender; "" where ``step`` names none."""
    row = RELATIONS.get(split_gender(step)[0])
    return row.inverse if row else ""


def follow_relations(library: Library, start: Member, steps: Sequence[str]) -> list[RelationPath]:
    """Everybody at the end of a chain of relations, the safest from spoilers first."""
    reached = [RelationPath(start, (), "", start.after_episode)]
    for step in steps:
        reached = _best(further for path in reached for further in _extended(path, _step(library, path.member, step)))
    return sorted((path for path in reached if path.member is not start), key=lambda path: path.after_episode)


def relations_between(library: Library, one: Member, other: Member) -> list[RelationPath]:
    """What ``other`` is to ``one``: what the facts state, or else what follows from them."""
    stated = [path for path in _stated(library, one, None) if path.member is other]
    if stated:
        return sorted(stated, key=lambda path: path.after_episode)
    for name, row in RELATIONS.items():
        if not row.derived_from:
            continue
        derived = [path for path in follow_relations(library, one, [name]) if path.member is other]
        if derived:
            return derived
    return []


def refuted(library: Library, path: RelationPath) -> tuple[Member, list[RelationPath]] | None:
    """The child and its other parent by birth, where the story tells that a parent is not that."""
    if len(path.relations) != 1 or path.relations[0].kind != "parent":
        return None
    parent, child = (library.members[key] for key in (path.relations[0].of, path.relations[0].to))
    born_to = _stated(library, child, frozenset({BIOLOGICAL_PARENT}))
    others = [one for one in born_to if one.member.gender == parent.gender and one.member is not parent]
    return (child, others) if others else None


def _step(library: Library, member: Member, step: str) -> list[RelationPath]:
    name, gender = split_gender(step)
    row = RELATIONS.get(name)
    found = _stated(library, member, _ACCEPTED.get(name, frozenset()))
    if name == BIOLOGICAL_PARENT:
        told = {path.member.gender for path in found}
        parents = _stated(library, member, frozenset({"parent"}))
        found += [path for path in parents if path.member.gender not in told]
    for chain in () if row is None or (name == "love" and found) else row.derived_from:
        found.extend(
            path._replace(kind=name, derived=True)
            for path in follow_relations(library, member, chain)
            if path.member is not member
        )
    return [path for path in _best(found) if not gender or path.member.gender == gender]


def _stated(library: Library, member: Member, kinds: frozenset[str] | None) -> list[RelationPath]:
    return [
        RelationPath(
            one.member,
            (one.relation,),
            one.kind,
            max(one.relation.after_episode, one.member.after_episode, member.after_episode),
            one.relation.confidence == "derived",
        )
        for one in library.related(member)
        if kinds is None or one.kind in kinds
    ]


def _extended(so_far: RelationPath, further: Iterable[RelationPath]) -> Iterable[RelationPath]:
    for path in further:
        yield path._replace(
            relations=so_far.relations + path.relations,
            after_episode=max(so_far.after_episode, path.after_episode),
            derived=so_far.derived or path.derived,
        )


def _best(found: Iterable[RelationPath]) -> list[RelationPath]:
    """Everybody once: by the path that is safe earliest, and stated rather than derived."""
    best: dict[str, RelationPath] = {}
    for path in found:
        known = best.get(path.member.key)
        if known is None or (path.after_episode, path.derived) < (known.after_episode, known.derived):
            best[path.member.key] = path
    return list(best.values())
