"""Help: the commands at ``help``; how to read a card, what is stored and what is known at ``help/about``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import CardBuilder
from bot.cards.commands import COMMANDS
from bot.cards.text import escape

if TYPE_CHECKING:
    from bot.cards.reader import Reader

WITHOUT_CARD = ("ask", "match", "privacy", "help")
"""Commands without a card that a button here could open."""


def build(reader: Reader, address: Address) -> CardBuilder:
    """The card at an address of this command. Raises :class:`NoSuchAddress`."""
    match address.path:
        case ("help",):
            return _commands(reader)
        case ("help", "about"):
            return _about(reader)
        case _:
            raise NoSuchAddress(str(address))


def _commands(reader: Reader) -> CardBuilder:
    words = reader.words
    card = CardBuilder(reader, Address.to("help"))
    show = escape(reader.library.show.about.title.in_language(words.language))
    card.title(words("help-title", show=show), words("help-lead"))
    for name in COMMANDS:
        if name != "help":
            card.text(f"{reader.bot_info.mention(name)} {words(f'help-{name}')}")
    for name in COMMANDS:
        if name not in WITHOUT_CARD:
            card.link(words(f"{name}-button"), name)
    card.footer_link(words("help-about-button"), "help", "about")
    card.report_link()
    return card


def _about(reader: Reader) -> CardBuilder:
    """How to read a card, what is stored, and how much the bot knows."""
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("help", "about"))
    card.title(words("help-about-title"))
    card.heading(words("help-reading-heading"))
    card.text(words("help-reading"))
    card.heading(words("help-stored-heading"))
    card.text(words("help-stored"))
    card.heading(words("help-data-heading"))
    reviewed = library.show.about.version
    card.text(words("help-data", version=card.date(reviewed), age=words.age(reviewed), **library.counts))
    card.footer_link(words("help-button"), "help")
    card.report_link()
    return card
