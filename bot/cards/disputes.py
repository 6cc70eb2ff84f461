"""What sources disagree on about a card, what is wrongly claimed, and what is not known: ``disputed/<card>``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.address import NoSuchAddress
from bot.cards.builder import CardBuilder
from bot.cards.text import escape

if TYPE_CHECKING:
    from bot.cards.address import Address
    from bot.cards.reader import Reader


def build(reader: Reader, address: Address, of: CardBuilder) -> CardBuilder:
    """The disputes of a card. Raises :class:`NoSuchAddress` if it has none."""
    if not of.has_disputes:
        raise NoSuchAddress(str(address))
    card = CardBuilder(reader, address)
    card.title(reader.words("disputed-title", name=escape(of.title_text)))
    card.disputes_section(*of.disputed_keys)
    card.footer_link(reader.words("sources-back"), *of.address.path)
    return card
