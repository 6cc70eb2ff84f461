"""From an address to a card: the one table of what lives where."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import orjson

from bot.cards import ask, cast, help, ratings, season2, show, soundtrack, sources  # noqa: A004 - named for their commands
from bot.cards.address import Address, NoSuchAddress
from bot.pictures.cache import PictureState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.cards.builder import Card, Reader, Sheet
    from bot.pictures.cache import Picture

FAMILIES: Mapping[str, Callable[[Reader, Address], Sheet]] = {
    "cast": cast.sheet,
    "ost": soundtrack.sheet,
    "ratings": ratings.sheet,
    "season2": season2.sheet,
    "show": show.sheet,
    "help": help.sheet,
}


def sheet(reader: Reader, address: Address) -> Sheet:
    """What stands at an address, before it is cut into pages; raises :class:`NoSuchAddress`."""
    family, *rest = address.path
    if family == "sources" and rest[:1] not in ([], [family]):
        return sources.sheet(reader, address, sheet(reader, Address.to(*rest)))
    if family == "ask":
        return ask.sheet(reader, address, sheet)
    if family not in FAMILIES:
        raise NoSuchAddress(str(address))
    return FAMILIES[family](reader, address)


def card(reader: Reader, address: Address, drawn: PictureState = PictureState.READY) -> Card:
    """The card at an address; raises :class:`NoSuchAddress`."""
    return sheet(reader, address).page(address.page, drawn)


class Written(NamedTuple):
    """A card as the JSON list of components that Discord is sent, and the picture that belongs to it."""

    components: bytes
    picture: Picture | None


@lru_cache(maxsize=2000)
def written(reader: Reader, address: Address, drawn: PictureState = PictureState.READY) -> Written:
    """The finished card; raises :class:`NoSuchAddress`.

    A card is a pure function of reader and address, so it is made once. The reader's day is part of the key: what is
    computed from today is made anew after midnight (UTC).
    """
    made = card(reader, address, drawn)
    return Written(orjson.dumps([made.container.to_component_dict()]), made.picture)
