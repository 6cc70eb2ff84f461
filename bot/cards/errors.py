"""The private card for what cannot be answered: what is true, and buttons to what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards import cast, ratings, router, soundtrack
from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import BUTTONS, Sheet, plain, quoted
from bot.domain.library import Ambiguous, NoMatch
from bot.domain.questions import DontKnow, Unclear, path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.cards.builder import Reader
    from bot.domain.library import Kind

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
        case Unclear(choices=choices):
            sheet.head(words("ask-unclear"))
            for asked, key in choices[:BUTTONS]:
                sheet.link(_name(reader, key), "ask", *path(asked))
        case DontKnow(near=near) if near:
            sheet.head(words("ask-not-sure"))
            sheet.under(router.sheet(reader, Address.to(*near)), words("ask-whole-card"))
        case DontKnow():
            show = plain(reader.library.show.about.title.in_language(words.language))
            sheet.head(words("ask-dont-know"), words("ask-dont-know-hint", show=show))
            for family in ("cast", "ost", "ratings", "season2", "show"):
                sheet.foot(words(f"{family}-button"), family)
        case NoSuchAddress():
            sheet.head(words("no-such-address"))
            sheet.foot(words("show-button"), "show")
        case _:
            sheet.head(words("unexpected", reference=reference))
    return sheet


def _name(reader: Reader, key: str) -> str:
    """A record in few words, by its key."""
    library, language = reader.library, reader.words.language
    if key in library.members:
        return cast.label(library.members[key], language)
    if key in library.tracks:
        return soundtrack.label(reader, library.tracks[key])
    record = library.singers.get(key) or library.credits.get(key)
    return record.name.in_language(language) if record else key


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
