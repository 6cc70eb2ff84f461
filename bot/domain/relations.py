"""The relations between characters: one row each, which charts, catalogs and lexicons are tested against.

A new relation is one row here, its name in ``data.records.RelationName`` where the facts may state it, and its words in
each language's catalog and lexicon. Gendered words belong to the languages, not to this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Gender = Literal["female", "male"]
Line = Literal["pair", "descent", "other"]

UNRANKED: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationType:
    """What one person can be to another."""

    name: str
    inverse: str
    """The relation seen from the other end; the name itself where both are the same to each other."""
    broader: tuple[str, ...] = ()
    """Relations that somebody who has this one has as well: an older sibling is a sibling."""
    derived_from: tuple[tuple[str, ...], ...] = ()
    """Chains of relations that amount to this one: a parent's parent is a grandparent."""
    asked: bool = True
    """Whether the lexicons have words with which a question asks for it."""
    title: bool = False
    """Whether it is an occupation that stands before names: "the lawyer X"."""
    closeness: int = UNRANKED
    """Cards list the closest relations first, by this rank."""
    line: Line = "other"
    """How a chart joins the two."""
    label: str = ""
    """The relation whose word a chart writes on the line, where it is not this one's."""
    implied_in_family: bool = False
    """Whether a chart leaves it out between people whom couples and children already connect."""

    @property
    def symmetric(self) -> bool:
        """Whether both are the same to each other."""
        return self.inverse == self.name


def _row(
    name: str,
    inverse: str = "",
    *,
    broader: tuple[str, ...] = (),
    derived_from: tuple[tuple[str, ...], ...] = (),
    asked: bool = True,
    title: bool = False,
    closeness: int = UNRANKED,
    line: Line = "other",
    label: str = "",
    implied_in_family: bool = False,
) -> RelationType:
    return RelationType(
        name=name,
        inverse=inverse or name,
        broader=broader,
        derived_from=derived_from,
        asked=asked,
        title=title,
        closeness=closeness,
        line=line,
        label=label or name,
        implied_in_family=implied_in_family,
    )


_KIN: Final = ("relative",)
_LOVE: Final = ("love",)
_SIBLING: Final = ("sibling", "relative")

_ROWS: Final = (
    # Couples and love.
    _row("spouse", broader=_KIN, closeness=1, line="pair"),
    _row("partner", broader=_LOVE, closeness=2, line="pair", asked=False),
    _row("former-spouse", closeness=8, line="pair"),
    _row("romance", broader=_LOVE, closeness=9, asked=False),
    _row("love", derived_from=(("spouse",),)),
    _row("first-love", "first-loved"),
    _row("first-loved", "first-love", asked=False),
    # Family.
    _row("parent", "child", broader=_KIN, closeness=3, line="descent"),
    _row("child", "parent", broader=_KIN, closeness=4),
    _row("biological-parent", "biological-child", broader=("parent",)),
    _row("biological-child", "biological-parent", broader=("child",), asked=False),
    _row("older-sibling", "younger-sibling", broader=_SIBLING, closeness=5, label="sibling", implied_in_family=True),
    _row("younger-sibling", "older-sibling", broader=_SIBLING, closeness=6),
    _row("sibling", broader=_KIN, derived_from=(("parent", "child"),), closeness=7, implied_in_family=True),
    _row("grandparent", "grandchild", broader=_KIN, derived_from=(("parent", "parent"),), implied_in_family=True),
    _row("grandchild", "grandparent", broader=_KIN, derived_from=(("child", "child"),)),
    _row("great-grandparent", "great-grandchild", derived_from=(("parent", "grandparent"),)),
    _row("great-grandchild", "great-grandparent", derived_from=(("grandchild", "child"),)),
    _row("aunt-uncle", "niece-nephew", derived_from=(("parent", "sibling"),), implied_in_family=True),
    _row("niece-nephew", "aunt-uncle", derived_from=(("sibling", "child"),)),
    _row("cousin", derived_from=(("parent", "sibling", "child"),)),
    _row("parent-in-law", "child-in-law", derived_from=(("spouse", "parent"),), implied_in_family=True),
    _row("child-in-law", "parent-in-law", derived_from=(("child", "spouse"),)),
    _row("sibling-in-law", derived_from=(("spouse", "sibling"), ("sibling", "spouse")), implied_in_family=True),
    _row("relative"),
    # Friends and foes.
    _row("friend"),
    _row("rival", broader=("enemy",)),
    _row("enemy"),
    _row("ally"),
    _row("acquaintance", asked=False),
    _row("rescuer", "rescued"),
    _row("rescued", "rescuer", asked=False),
    _row("attacker", "attacked", asked=False),
    _row("attacked", "attacker", asked=False),
    _row("shadow", "shadowed", asked=False),
    _row("shadowed", "shadow", asked=False),
    # Work.
    _row("employer", "employee"),
    _row("employee", "employer"),
    _row("secretary", "superior", broader=("employee",), title=True),
    _row("superior", "secretary", broader=("employer",), asked=False),
    _row("household-staff", "household", broader=("employee",), asked=False),
    _row("household", "household-staff", asked=False),
    _row("doctor", "patient", title=True),
    _row("patient", "doctor"),
    _row("lawyer", "client", title=True),
    _row("client", "lawyer"),
    _row("coach", "pupil", title=True),
    _row("pupil", "coach"),
    # One character played by two actors.
    _row("younger-self", "older-self", asked=False),
    _row("older-self", "younger-self", asked=False),
)

RELATIONS: Final[Mapping[str, RelationType]] = {row.name: row for row in _ROWS}
"""Every relation by its name."""

YOUNGER_SELF: Final = "younger-self"
"""The same character at another age, played by somebody else."""

TITLES: Final = frozenset(row.name for row in _ROWS if row.title)


def narrower(name: str) -> frozenset[str]:
    """The relations that answer a question for this one: itself and every one of which it is a broader word."""
    return frozenset(row.name for row in _ROWS if name == row.name or name in row.broader)
