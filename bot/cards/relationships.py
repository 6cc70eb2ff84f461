"""How the characters are related, at ``cast/who-is-who``, and what is revealed about that, at ``cast/spoilers``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import CardBuilder
from bot.cards.charts.relationships import RelationshipGraph, relationships_chart, spoilers_chart
from bot.cards.text import escape

if TYPE_CHECKING:
    from bot.cards.reader import Reader

SAFE, SPOILERS = "who-is-who", "spoilers"
"""The last segments of the two addresses."""


def build(reader: Reader, *, spoilers: bool) -> CardBuilder:
    """One of the two cards. Raises :class:`NoSuchAddress` if the facts have no such relations."""
    words, language = reader.words, reader.words.language
    last = reader.library.last_episode
    every = RelationshipGraph(reader, spoilers=spoilers, level=last).ties
    address = Address.to("cast", SPOILERS if spoilers else SAFE)
    if not every:
        raise NoSuchAddress(str(address))
    card = CardBuilder(reader, address)
    key = "who-spoilers" if spoilers else "who"
    show = escape(reader.library.show.about.title.in_language(language))
    card.title(words(f"{key}-title", show=show), words(f"{key}-lead"))
    card.picture(spoilers_chart(reader) if spoilers else relationships_chart(reader))
    ties = RelationshipGraph(reader, spoilers=spoilers, level=reader.level).ties
    card.allowed(tie for tie in every if tie not in ties)
    if ties:
        card.heading(words("who-ties-heading"))
    for tie in sorted(ties, key=lambda tie: tie.after_episode):
        of, to = (escape(member.character.in_language(language)) for member in (tie.of, tie.to))
        text = words("who-pair" if tie.mutual else "who-tie", of=of, to=to, word=tie.word(words))
        card.text(f"- {card.spoiler_after(text, tie.after_episode)}{card.confidence_label(tie.relation)}")
        cited = words.labelled(f"{of} · {to}", tie.word(words))
        card.cite_sources(cited, tie.relation.sources, tie.relation.confidence, after=tie.after_episode)
    if spoilers:
        card.link(words("who-button"), "cast", SAFE)
    elif RelationshipGraph(reader, spoilers=True, level=last).ties:
        card.link(words("who-spoilers-button"), "cast", SPOILERS, level=reader.level or last)
    card.footer_link(words("cast-button"), "cast")
    return card
