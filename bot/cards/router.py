"""Builds the card at an address."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.cards import ask, cast, disputes, help, ratings, season2, show, soundtrack, sources  # noqa: A004 - named for their commands
from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import TitleOnly
from bot.pictures.cache import PictureState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.cards.builder import CardBuilder
    from bot.cards.layout import Card
    from bot.cards.reader import Reader


def _quiz(reader: Reader, address: Address) -> CardBuilder:
    from bot.cards import quiz  # noqa: PLC0415 - the start does not pay for it

    return quiz.build(reader, address)


def _today(reader: Reader, address: Address) -> CardBuilder:
    from bot.cards import today  # noqa: PLC0415 - the start does not pay for it

    return today.build(reader, address)


ROUTES: Mapping[str, Callable[[Reader, Address], CardBuilder]] = {
    "cast": cast.build,
    "ost": soundtrack.build,
    "ratings": ratings.build,
    "season2": season2.build,
    "show": show.build,
    "today": _today,
    "quiz": _quiz,
    "help": help.build,
}


def build(reader: Reader, address: Address) -> CardBuilder:
    """The card at an address, before it is divided into pages. Raises :class:`NoSuchAddress`."""
    if address.level > reader.library.last_episode:
        raise NoSuchAddress(str(address))
    reader = reader._replace(level=address.level)
    family, *rest = address.path
    if family == "sources" and rest[:1] not in ([], [family]):
        return sources.build(reader, address, build(reader, Address.to(*rest, level=address.level)))
    if family == "disputed" and rest:
        return disputes.build(reader, address, build(reader, Address.to(*rest, level=address.level)))
    if family == "ask":
        return ask.build(reader, address, title_of)
    if family not in ROUTES:
        raise NoSuchAddress(str(address))
    return ROUTES[family](reader, address)


@lru_cache(maxsize=500)
def title_of(reader: Reader, path: tuple[str, ...]) -> str:
    """The title of the card at an address; nothing below it is built."""
    try:
        return build(reader._replace(needs_title=True), Address.to(*path)).title_text
    except TitleOnly as title:
        return str(title)


@lru_cache(maxsize=2000)
def card(reader: Reader, address: Address, drawn: PictureState = PictureState.READY) -> Card:
    """The finished card at an address. Raises :class:`NoSuchAddress`.

    A card is a pure function of reader and address, so it is cached. No card depends on the day: ages are timestamps,
    which Discord shows by the clock of whoever reads them.
    """
    return build(reader, address).page(address.page, drawn)


card_at_level = lru_cache(maxsize=500)(card.__wrapped__)
"""The same for addresses with a spoiler level, so that these many cards do not displace the others from the cache."""
