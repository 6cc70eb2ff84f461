"""Help at ``help``: the commands, what the bot stores, how to report a mistake, and when the facts were reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import CardBuilder
from bot.cards.commands import COMMANDS
from bot.cards.text import escape

if TYPE_CHECKING:
    from bot.cards.reader import Reader

WITHOUT_CARD = ("ask", "help")
"""Commands without a card that a button here could open."""


def build(reader: Reader, address: Address) -> CardBuilder:
    """The card at an address of this command. Raises :class:`NoSuchAddress`."""
    if address.path != ("help",):
        raise NoSuchAddress(str(address))
    words, library, bot_info = reader.words, reader.library, reader.bot_info
    card = CardBuilder(reader, address)
    card.title(
        words("help-title", show=escape(library.show.about.title.in_language(words.language))), words("help-lead")
    )
    for name in COMMANDS:
        card.text(f"- {bot_info.mention(name)} {words(f'help-{name}')}")
    card.heading(words("help-reading-heading"))
    card.text(words("help-reading"))
    card.heading(words("help-stored-heading"))
    card.text(words("help-stored"))
    card.heading(words("help-data-heading"))
    counts = library.counts
    card.text(words("help-data", version=card.date(library.show.about.version), **counts))
    if bot_info.report_url:
        card.web_link(words("help-report"), bot_info.report_url)
    for name in COMMANDS:
        if name not in WITHOUT_CARD:
            card.footer_link(words(f"{name}-button"), name)
    return card
