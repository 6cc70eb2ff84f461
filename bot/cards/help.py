"""``help``: every command, what the bot stores (nothing), how to report a mistake, and how fresh the facts are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import Sheet, plain
from bot.cards.commands import COMMANDS

if TYPE_CHECKING:
    from bot.cards.builder import Reader

HERE = ("ask", "help")
"""Commands that have no card of their own to go to from here."""


def sheet(reader: Reader, address: Address) -> Sheet:
    """The card at an address of this family; raises :class:`NoSuchAddress`."""
    if address.path != ("help",):
        raise NoSuchAddress(str(address))
    words, library, place = reader.words, reader.library, reader.place
    sheet = Sheet(reader, address)
    sheet.head(
        words("help-title", show=plain(library.show.about.title.in_language(words.language))), words("help-lead")
    )
    for name in COMMANDS:
        sheet.text(f"- {place.mention(name)} {words(f'help-{name}')}")
    sheet.heading(words("help-reading-heading"))
    sheet.text(words("help-reading"))
    sheet.heading(words("help-stored-heading"))
    sheet.text(words("help-stored"))
    sheet.heading(words("help-data-heading"))
    counts = library.counts
    sheet.text(words("help-data", version=sheet.date(library.show.about.version), **counts))
    if place.report_url:
        sheet.web(words("help-report"), place.report_url)
    for family in COMMANDS:
        if family not in HERE:
            sheet.foot(words(f"{family}-button"), family)
    return sheet
