"""All sources of a card, fact by fact, with the confidence of each fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.builder import CardBuilder
from bot.cards.text import escape, shorten

if TYPE_CHECKING:
    from bot.cards.address import Address
    from bot.cards.builder import Citation
    from bot.cards.reader import Reader

MAX_FACT = 160
"""UTF-16 units of a fact that are repeated here. The card itself shows all of it."""


def build(reader: Reader, address: Address, of: CardBuilder) -> CardBuilder:
    """The sources of a card."""
    card = CardBuilder(reader, address)
    keys = {key for citation in of.citations for key in citation.sources}
    card.title(reader.words("sources-title"), reader.words("sources-lead", facts=len(of.citations), sources=len(keys)))
    for citation in of.citations:
        pages = reader.library.best_first(citation.sources)
        links = [f"-# {card.source_link(key, after=citation.after_episode)}" for key in pages]
        card.text("\n".join([_fact(card, citation), *links]))
    card.footer_link(reader.words("sources-back"), *of.address.path)
    return card


def _fact(card: CardBuilder, citation: Citation) -> str:
    text, episode = escape(shorten(citation.text, MAX_FACT)), citation.after_episode
    said = card.barred(text, episode) if episode > card.reader.open_level else text
    return f"- {said} **{card.confidence(citation)}**"
