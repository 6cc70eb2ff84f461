"""Every source behind a card, fact by fact, and how sure each fact is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.builder import CardBuilder
from bot.cards.text import escape, shorten

if TYPE_CHECKING:
    from bot.cards.address import Address
    from bot.cards.builder import Citation
    from bot.cards.reader import Reader

FACT = 160
"""UTF-16 units of a fact that are repeated here; the card itself has it whole."""


def build(reader: Reader, address: Address, of: CardBuilder) -> CardBuilder:
    """The sources of the card ``of``."""
    card = CardBuilder(reader, address)
    keys = {key for citation in of.citations for key in citation.sources}
    card.title(reader.words("sources-title"), reader.words("sources-lead", facts=len(of.citations), sources=len(keys)))
    for citation in of.citations:
        card.text("\n".join([_fact(card, citation), *(f"-# {card.source_link(key)}" for key in citation.sources)]))
    card.footer_link(reader.words("sources-back"), *of.address.path)
    return card


def _fact(card: CardBuilder, citation: Citation) -> str:
    said = card.spoiler_after(escape(shorten(citation.text, FACT)), citation.after_episode)
    return f"- {said} **{card.words(f'confidence-{citation.confidence}')}**"
