"""The people around one character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards import relation_words
from bot.cards.charts.common import chart
from bot.cards.charts.relationships import REGULARS
from bot.pictures import specs

if TYPE_CHECKING:
    from bot.cards.reader import Reader
    from bot.pictures.cache import Picture
    from data.records import Member

MIN_AROUND = 2
"""A chart with fewer people around somebody is not worth drawing."""


def ego_chart(reader: Reader, member: Member) -> Picture | None:
    """The people around a character, as far as the reader may know them, without guest roles and younger selves.

    None if there are too few.
    """
    words, language = reader.words, reader.words.language
    around: dict[str, list[str]] = {}
    for one in reader.library.related(member):
        after = max(one.relation.after_episode, one.member.after_episode, member.after_episode)
        if after <= reader.open_level and one.member.billing in REGULARS and one.relation.kind != "younger-self":
            word = relation_words.label(words, one.kind, one.member.gender, member.gender)
            around.setdefault(one.member.key, []).append(word)
    if len(around) < MIN_AROUND:
        return None
    name = member.character.in_language(language)
    related: list[specs.RelatedPerson] = []
    for key, labels in around.items():
        other = reader.library.members[key]
        actor = other.actor.in_language(language) if other.actor else ""
        related.append(
            specs.RelatedPerson(label=" · ".join(labels), name=other.character.in_language(language), actor=actor)
        )
    spec = specs.EgoChart(
        language=language,
        title=words("chart-circle-title", name=name),
        name=name,
        actor=member.actor.in_language(language) if member.actor else "",
        related=tuple(related),
    )
    return chart("circle", words("chart-circle-alt", name=name, count=len(around)), spec)
