"""The private card for what cannot be answered: what is true, and buttons to what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.library import Ambiguous, NoMatch
from bot.ui import cast, ratings, soundtrack
from bot.ui.address import Address, NoSuchAddress
from bot.ui.theme import BUTTONS, Sheet, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.domain.library import Kind
    from bot.ui.theme import Reader

FAMILIES: dict[Kind, str] = {"cast": "cast", "ost": "ost", "episode": "ratings"}
"""Under which family the records of a kind have their cards."""


def sheet(reader: Reader, failure: Exception, reference: str) -> Sheet:
    """The card for a failure; ``reference`` finds an unexpected one in the log."""
    words = reader.words
    sheet = Sheet(reader, Address.to("failure"))
    match failure:
        case NoMatch(kind=kind, typed=typed, near=near):
            hint = words("no-match-near") if near else words("no-match-all")
            sheet.head(words(f"no-match-{kind}", typed=quoted(typed)), hint)
            _links(sheet, kind, near)
        case Ambiguous(kind=kind, typed=typed, keys=keys):
            sheet.head(words("ambiguous", typed=quoted(typed)))
            _links(sheet, kind, keys)
        case NoSuchAddress():
            sheet.head(words("no-such-address"))
            sheet.foot(words("show-button"), "show")
        case _:
            sheet.head(words("unexpected", reference=reference))
    return sheet


def _links(sheet: Sheet, kind: Kind, keys: Iterable[str]) -> None:
    for key in list(keys)[: BUTTONS - 1]:
        sheet.link(*_link(sheet.reader, kind, key))
    sheet.foot(sheet.words(f"all-{kind}"), FAMILIES[kind])


def _link(reader: Reader, kind: Kind, key: str) -> tuple[str, ...]:
    library, language = reader.library, reader.words.language
    if kind == "cast":
        return cast.label(library.members[key], language), "cast", key
    if kind == "ost":
        return soundtrack.label(reader, library.tracks[key]), "ost", key
    episode = next(episode for episode in library.show.episodes if episode.key == key)
    return ratings.suggestion(reader, episode), "ratings", str(episode.number)
