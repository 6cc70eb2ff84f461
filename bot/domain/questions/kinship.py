"""From one person to another: the relations of the facts, in both directions, and those that follow from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.domain.library import Library
    from data.records import Member, Relation

YOUNGER: Final = "younger-self"

DIRECT: Final[Mapping[str, frozenset[str]]] = {
    # What a word asks for: the kinds of relation, as they read from the person asked about, that answer it.
    word: frozenset(kinds.split())
    for word, kinds in {
        "spouse": "spouse",
        "former-spouse": "former-spouse",
        "love": "romance partner",
        "parent": "parent biological-parent",
        "biological-parent": "biological-parent",
        "child": "child biological-child",
        "sibling": "older-sibling younger-sibling sibling",
        "older-sibling": "older-sibling",
        "younger-sibling": "younger-sibling",
        "grandparent": "grandparent",
        "grandchild": "grandchild",
        "aunt-uncle": "aunt-uncle",
        "niece-nephew": "niece-nephew",
        "parent-in-law": "parent-in-law",
        "child-in-law": "child-in-law",
        "sibling-in-law": "sibling-in-law",
        "relative": "relative spouse parent child older-sibling younger-sibling sibling grandparent grandchild",
        "friend": "friend",
        "first-love": "first-love",
        "rival": "rival",
        "enemy": "enemy rival",
        "ally": "ally",
        "rescuer": "rescuer",
        "employer": "employer superior",
        "employee": "employee secretary household-staff",
        "secretary": "secretary",
        "doctor": "doctor",
        "patient": "patient",
        "lawyer": "lawyer",
        "client": "client",
        "coach": "coach",
        "pupil": "pupil",
        "younger-self": "younger-self",
    }.items()
}

DERIVED: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    # What follows from other relations, and by which way.
    "love": (("spouse",),),
    "sibling": (("parent", "child"),),
    "grandparent": (("parent", "parent"),),
    "grandchild": (("child", "child"),),
    "great-grandparent": (("parent", "grandparent"),),
    "great-grandchild": (("grandchild", "child"),),
    "aunt-uncle": (("parent", "sibling"),),
    "niece-nephew": (("sibling", "child"),),
    "cousin": (("parent", "sibling", "child"),),
    "parent-in-law": (("spouse", "parent"),),
    "child-in-law": (("child", "spouse"),),
    "sibling-in-law": (("spouse", "sibling"), ("sibling", "spouse")),
}

WORDS: Final = frozenset({*DIRECT, *DERIVED})

_PAIRS: Final = (
    "parent child, older-sibling younger-sibling, grandparent grandchild, aunt-uncle niece-nephew, "
    "parent-in-law child-in-law, secretary employer, doctor patient, lawyer client, coach pupil, spouse spouse, "
    "former-spouse former-spouse, love love, sibling sibling, sibling-in-law sibling-in-law, cousin cousin, "
    "friend friend, rival rival, enemy enemy, ally ally"
)
INVERSE: Final[Mapping[str, str]] = {
    # Whose child somebody is: the parent of that person.
    here: there
    for pair in _PAIRS.split(", ")
    for here, there in (pair.split(), pair.split()[::-1])
}


class Kin(NamedTuple):
    """Somebody reached from somebody else, and what it rests on; derived where no source says it outright."""

    member: Member
    relations: tuple[Relation, ...]
    kind: str
    after_episode: int
    derived: bool = False


def parted(step: str) -> tuple[str, str]:
    """A step of a way and the gender it asks for: ``"sibling-male"`` is ``("sibling", "male")``."""
    for gender in ("female", "male"):
        if step.endswith(f"-{gender}"):
            return step.removesuffix(f"-{gender}"), gender
    return step, ""


def is_step(text: str) -> bool:
    """Whether this names a relation."""
    return parted(text)[0] in WORDS


def inverse(step: str) -> str:
    """The relation seen from the other end, of either gender; "" where it has no name from there."""
    return INVERSE.get(parted(step)[0], "")


def reached(library: Library, start: Member, steps: Sequence[str]) -> list[Kin]:
    """Everybody at the end of a way of relations, those that give nothing away first."""
    here = [Kin(start, (), "", start.after_episode)]
    for step in steps:
        here = _nearest(there for kin in here for there in _continued(kin, _step(library, kin.member, step)))
    return sorted((kin for kin in here if kin.member is not start), key=lambda kin: kin.after_episode)


def between(library: Library, one: Member, other: Member) -> list[Kin]:
    """What ``other`` is to ``one``: what the facts say, or else what follows from them."""
    direct = [kin for kin in _direct(library, one, None) if kin.member is other]
    if direct:
        return sorted(direct, key=lambda kin: kin.after_episode)
    for word in DERIVED:
        derived = [kin for kin in reached(library, one, [word]) if kin.member is other]
        if derived:
            return derived
    return []


def _step(library: Library, member: Member, step: str) -> list[Kin]:
    word, gender = parted(step)
    found = _direct(library, member, DIRECT.get(word, frozenset()))
    for way in () if word == "love" and found else DERIVED.get(word, ()):
        found.extend(
            kin._replace(kind=word, derived=True) for kin in reached(library, member, way) if kin.member is not member
        )
    return [kin for kin in _nearest(found) if not gender or kin.member.gender == gender]


def _direct(library: Library, member: Member, kinds: frozenset[str] | None) -> list[Kin]:
    return [
        Kin(
            one.member,
            (one.relation,),
            one.kind,
            max(one.relation.after_episode, one.member.after_episode, member.after_episode),
            one.relation.sure == "derived",
        )
        for one in library.related(member)
        if kinds is None or one.kind in kinds
    ]


def _continued(so_far: Kin, further: Iterable[Kin]) -> Iterable[Kin]:
    for kin in further:
        yield kin._replace(
            relations=so_far.relations + kin.relations,
            after_episode=max(so_far.after_episode, kin.after_episode),
            derived=so_far.derived or kin.derived,
        )


def _nearest(found: Iterable[Kin]) -> list[Kin]:
    """Everybody once, by the safest way there, and what a source says before what follows from others."""
    best: dict[str, Kin] = {}
    for kin in found:
        known = best.get(kin.member.key)
        if known is None or (kin.after_episode, kin.derived) < (known.after_episode, known.derived):
            best[kin.member.key] = kin
    return list(best.values())
