"""How the regular characters are related: one chart without spoilers, and one of what is revealed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from bot.cards import relation_words
from bot.cards.charts.common import chart, show_title
from bot.domain.relations import RELATIONS
from bot.pictures import specs

if TYPE_CHECKING:
    from bot.cards.reader import Reader
    from bot.i18n.messages import Catalog
    from bot.pictures.cache import Picture
    from data.records import Member, Relation

REGULARS = ("lead", "supporting")
"""The billings that are not guest roles."""


class Tie(NamedTuple):
    """A relation as a chart shows it."""

    relation: Relation
    of: Member
    to: Member
    bond: specs.RelationLine
    after_episode: int

    @property
    def ends(self) -> set[str]:
        """The keys of the two people."""
        return {self.of.key, self.to.key}

    def word(self, words: Catalog) -> str:
        """The label of the line between them."""
        return relation_words.line(words, RELATIONS[self.relation.kind].label, self.of.gender, self.to.gender)

    @property
    def mutual(self) -> bool:
        """Whether the label applies in both directions."""
        return RELATIONS[RELATIONS[self.relation.kind].label].symmetric


class RelationshipGraph:
    """The people and relations that a reader at ``level`` may know: all, or the spoilers and the couples among them."""

    def __init__(self, reader: Reader, *, spoilers: bool, level: int) -> None:
        self.reader = reader
        self._spoilers = spoilers
        self._level = level

    @cached_property
    def ties(self) -> list[Tie]:
        """The relations of the chart in the order of the facts, without those that follow from others."""
        every = [tie for relation in self.reader.library.show.relations if (tie := self._tie(relation))]
        found = [tie for tie in every if tie.after_episode <= self._level]
        if self._spoilers:
            told = {key for tie in found if tie.after_episode for key in tie.ends}
            return [
                tie
                for tie in found
                if tie.after_episode or (tie.bond == "pair" and tie.of.group == tie.to.group and told >= tie.ends)
            ]
        families = _families([tie for tie in found if not tie.after_episode])
        return [
            tie
            for tie in found
            if not RELATIONS[tie.relation.kind].implied_in_family
            or families.get(tie.of.key, tie.of.key) != families.get(tie.to.key, tie.to.key)
        ]

    @cached_property
    def people(self) -> list[Member]:
        """The people of the chart."""
        tied = {key for tie in self.ties for key in tie.ends}
        return [
            member
            for member in self.reader.library.show.members
            if member.billing in REGULARS
            and (member.key in tied or not (self._spoilers or member.after_episode > self._level))
        ]

    def _tie(self, relation: Relation) -> Tie | None:
        """A relation as the chart shows it, or None if it involves a guest role."""
        members = self.reader.library.members
        of, to = members[relation.of], members[relation.to]
        if of.billing not in REGULARS or to.billing not in REGULARS:
            return None
        after = max(relation.after_episode, of.after_episode, to.after_episode)
        line = RELATIONS[relation.kind].line
        bond: specs.RelationLine = "other" if line == "descent" and after else line
        return Tie(relation, of, to, bond, after)


def _families(ties: list[Tie]) -> dict[str, int]:
    """The number of each person's family. Couples and children connect people to one family."""
    family = {key: number for number, key in enumerate({key for tie in ties for key in tie.ends})}
    for tie in ties:
        if tie.bond != "other":
            old, new = family[tie.to.key], family[tie.of.key]
            family = {key: new if number == old else number for key, number in family.items()}
    return family


def relationships_chart(reader: Reader) -> Picture | None:
    """The relations without spoilers, or None if there are none.

    With those that are revealed there would be no room. They have a chart of their own, which follows the level.
    """
    graph = RelationshipGraph(reader, spoilers=False, level=0)
    if not graph.ties:
        return None
    words = reader.words
    spec = _spec(graph, words("who-title", show=show_title(reader)), words("chart-who-subtitle"), framed=True)
    alt = words("chart-who-alt", show=show_title(reader), people=len(graph.people), sides=len(spec.groups))
    return chart("who-is-who", alt, spec)


def spoilers_chart(reader: Reader) -> Picture | None:
    """The spoilers that the reader may know, or None if there are none."""
    graph = RelationshipGraph(reader, spoilers=True, level=reader.open_level)
    if not graph.ties:
        return None
    words = reader.words
    spec = _spec(
        graph, words("who-spoilers-title", show=show_title(reader)), words("chart-spoilers-subtitle"), framed=False
    )
    return chart("spoilers", words("chart-spoilers-alt", show=show_title(reader)), spec)


def _spec(graph: RelationshipGraph, title: str, subtitle: str, *, framed: bool) -> specs.RelationshipChart:
    language = graph.reader.words.language
    sides: list[specs.Group] = []
    for group in graph.reader.library.show.groups:
        people = tuple(
            specs.Person(key=member.key, name=member.character.in_language(language), is_lead=member.billing == "lead")
            for member in graph.people
            if member.group == group.key
        )
        if people:
            sides.append(specs.Group(name=group.name if framed else "", people=people))
    ties = tuple(
        specs.Relation(
            source=tie.of.key, target=tie.to.key, line=tie.bond, label=tie.word(graph.reader.words), mutual=tie.mutual
        )
        for tie in graph.ties
    )
    return specs.RelationshipChart(
        language=language, title=title, subtitle=subtitle, groups=tuple(sides), relations=ties
    )
