"""What each command opens and suggests, from its name and the text in its option; and what a press opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.cards import ask, cast, ratings, soundtrack
from bot.cards.address import SELECT_ID, Address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.cards.layout import Suggestion
    from bot.cards.reader import Reader


class Command(NamedTuple):
    """A command with one option for text, beside the one that makes its answer private."""

    option: str
    address: Callable[[Reader, str], Address]
    """Where the text leads; raises what :data:`bot.interactions.responder.EXPECTED` lists."""
    offers: Callable[[Reader, str], list[Suggestion]] = lambda _reader, _typed: []
    """What is suggested while the option is typed."""


def _opens(*path: str) -> Command:
    def address(_reader: Reader, _text: str) -> Address:
        return Address.to(*path)

    return Command("", address)


COMMANDS: Mapping[str, Command] = {  # in the order of the help
    "ask": Command("question", ask.address),
    "cast": Command("who", cast.address, cast.suggest),
    "ost": Command("track", soundtrack.address, soundtrack.suggest),
    "ratings": Command("episode", ratings.address, ratings.suggest),
    "season2": _opens("season2"),
    "show": _opens("show"),
    "help": _opens("help"),
}


def pressed(custom_id: str, chosen: Sequence[str]) -> Address:
    """Where a button or the option of a select leads; raises NoSuchAddress."""
    address = Address.from_custom_id(custom_id)
    return Address.parse(chosen[0]) if address == SELECT_ID and chosen else address
