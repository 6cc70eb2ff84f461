"""``season2``: the verdict first; ``season2/history``: who said what and when; ``season2/why``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import Sheet, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.cards.builder import Reader
    from data.records import Statement

NEWEST = 3
"""Statements on the first card; the history has all."""
MONTH = 30.44
"""Days, on average."""


def sheet(reader: Reader, address: Address) -> Sheet:
    """The card at an address of this family; raises :class:`NoSuchAddress`."""
    match address.path:
        case ("season2",):
            return _verdict(reader)
        case ("season2", "history"):
            return _history(reader)
        case ("season2", "why"):
            return _why(reader)
        case _:
            raise NoSuchAddress(str(address))


def _verdict(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = Sheet(reader, Address.to("season2"))
    title = words("season2-title", show=plain(library.show.about.title.in_language(words.language)))
    verdict = library.show.verdict
    if not verdict:
        sheet.head(title, words("season2-none"))
        return sheet
    sheet.head(title, f"**{plain(verdict.text)}**{sheet.mark(verdict.sure)}", _age(reader))
    sheet.cite(verdict.text, verdict)
    sheet.text(words("season2-official", text=plain(verdict.official)))
    sheet.text(words("season2-press", text=plain(verdict.press)))
    sheet.heading(words("season2-newest-heading"))
    _statements(sheet, [one for one in _newest_first(reader) if one.level in ("official", "reported")][:NEWEST])
    sheet.facts(words("season2-silence-heading"), library.facts("silence"))
    sheet.disagreements("season2")
    sheet.link(words("history-button"), "season2", "history")
    sheet.link(words("why-button"), "season2", "why")
    sheet.foot(words("show-button"), "show")
    return sheet


def _age(reader: Reader) -> str:
    """How old the newest information is, counted to today."""
    verdict = reader.library.show.verdict
    if not verdict:
        return ""
    date = reader.words.date(verdict.as_of, verdict.precision)
    months = int((reader.today - verdict.as_of).days / MONTH)
    return reader.words("season2-age", date=date, months=months, today=reader.words.date(reader.today))


def _newest_first(reader: Reader) -> list[Statement]:
    return sorted(reader.library.show.statements, key=lambda one: one.date, reverse=True)


def _statements(sheet: Sheet, statements: Iterable[Statement]) -> None:
    for one in statements:
        level = sheet.words(f"level-{one.level}")
        note = f"\n  -# {sheet.kept(plain(one.note), one.after_episode)}" if one.note else ""
        day = sheet.date(one.date, one.precision)
        sheet.text(f"- **{day}** · {level} · {plain(one.who)}: {sheet.stated(one.text, one)}{note}")


def _history(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = Sheet(reader, Address.to("season2", "history"))
    sheet.head(words("history-title"), words("history-lead", count=len(library.show.statements)), _age(reader))
    _statements(sheet, _newest_first(reader))
    sheet.foot(words("season2-button"), "season2")
    sheet.foot(words("why-button"), "season2", "why")
    return sheet


def _why(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = Sheet(reader, Address.to("season2", "why"))
    sheet.head(words("why-title"), words("why-lead"))
    for reason in library.show.reasons:
        day = sheet.date(reason.date, reason.precision)
        sheet.text(f"- {sheet.stated(reason.text, reason)}\n  -# {plain(reason.who)}, {day}")
    sheet.facts(words("adaptation-heading"), library.facts("adaptation"), dated=True)
    sheet.foot(words("season2-button"), "season2")
    sheet.foot(words("history-button"), "season2", "history")
    return sheet
