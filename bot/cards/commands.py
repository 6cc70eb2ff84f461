"""The table of commands: which address each one leads to, and what it suggests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.cards import ask, cast, ratings, soundtrack
from bot.cards.address import Address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.cards.layout import Suggestion
    from bot.cards.reader import Reader


class NoSuchCommand(LookupError):
    """A command of an earlier version, which somebody's Discord still offers."""


class NoTextInMessage(ValueError):
    """The message whose menu was used has no text: it is a picture, a sticker, a file."""


class Command(NamedTuple):
    """A command: its option for text, and what that text leads to."""

    option: str
    address: Callable[[Reader, str], Address]
    """The address that the text leads to. Raises one of the failures of :mod:`bot.cards.errors`."""
    suggest: Callable[[Reader, str], list[Suggestion]] = lambda _reader, _typed: []
    """The suggestions while the option is typed."""


def _opens(*path: str) -> Command:
    def address(_reader: Reader, _text: str) -> Address:
        return Address.to(*path)

    return Command("", address)


COMMANDS: Mapping[str, Command] = {  # in the order of /help
    "ask": Command("question", ask.address),
    "cast": Command("who", cast.address, cast.suggest),
    "ost": Command("track", soundtrack.address, soundtrack.suggest),
    "ratings": Command("episode", ratings.address, ratings.suggest),
    "season2": _opens("season2"),
    "show": _opens("show"),
    "help": _opens("help"),
}


MESSAGE_COMMAND = "ask"
"""The command that gets the text of a message whose menu was used."""
