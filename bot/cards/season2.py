"""The verdict on a second season at ``season2``.

``season2/history`` has what the makers and the press said, ``season2/opinions`` the opinions and rumors,
``season2/why`` the reasons, ``season2/open`` what is unknown or disputed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import CardBuilder
from bot.cards.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.cards.reader import Reader
    from data.records import Statement


def build(reader: Reader, address: Address) -> CardBuilder:
    """The card at an address of this command. Raises :class:`NoSuchAddress`."""
    match address.path:
        case ("season2",):
            return _verdict(reader)
        case ("season2", "open"):
            return _open(reader)
        case ("season2", "history"):
            return _history(reader)
        case ("season2", "opinions"):
            return _opinions(reader)
        case ("season2", "why"):
            return _why(reader)
        case _:
            raise NoSuchAddress(str(address))


def _verdict(reader: Reader) -> CardBuilder:
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("season2"))
    title = words("season2-title", show=escape(library.show.about.title.in_language(words.language)))
    verdict = library.show.verdict
    if not verdict:
        card.title(title, words("season2-none"))
        return card
    card.title(title, f"**{escape(verdict.text)}**{card.confidence_label(verdict)}")
    card.cite(verdict.text, verdict)
    card.text(words("season2-official", text=escape(verdict.official)))
    card.text(words("season2-press", text=escape(verdict.press)))
    card.text(f"-# {_age(reader)}")
    card.link(words("history-button"), "season2", "history")
    card.link(words("why-button"), "season2", "why")
    card.detail(words("open-button"), _open(reader))
    card.footer_link(words("show-button"), "show")
    return card


def _open(reader: Reader) -> CardBuilder:
    """Who has not commented, where sources disagree, and common claims that are wrong."""
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("season2", "open"))
    card.title(words("open-title"))
    card.facts(words("season2-silence-heading"), library.facts("silence"))
    card.disputes_section("season2")
    card.footer_link(words("season2-button"), "season2")
    return card


def _age(reader: Reader) -> str:
    """Of when the latest information is, and how old it is on the day on which it is read; "" without a verdict."""
    verdict = reader.library.show.verdict
    if not verdict:
        return ""
    date = reader.words.date(verdict.as_of, verdict.precision)
    return reader.words("season2-age", date=date, age=reader.words.age(verdict.as_of))


def _newest_first(reader: Reader) -> list[Statement]:
    return sorted(reader.library.show.statements, key=lambda one: one.date, reverse=True)


def _statements(card: CardBuilder, statements: Iterable[Statement]) -> None:
    for one in card.allowed(statements):
        level = card.words(f"level-{one.level}")
        note = f"\n  -# {card.spoiler_after(escape(one.note), one.after_episode)}" if one.note else ""
        day = card.date(one.date, one.precision)
        said = card.words.labelled(escape(one.who), card.cited(one.text, one))
        card.text(f"- **{day}** · {level} · {said}{note}")


def _history(reader: Reader) -> CardBuilder:
    words = reader.words
    statements = [one for one in _newest_first(reader) if one.is_report]
    card = CardBuilder(reader, Address.to("season2", "history"))
    card.title(words("history-title"), words("history-lead", count=len(statements)))
    _statements(card, statements)
    card.detail(words("opinions-button"), _opinions(reader))
    card.footer_link(words("season2-button"), "season2")
    card.footer_link(words("why-button"), "season2", "why")
    return card


def _opinions(reader: Reader) -> CardBuilder:
    words = reader.words
    statements = [one for one in _newest_first(reader) if not one.is_report]
    card = CardBuilder(reader, Address.to("season2", "opinions"))
    card.title(words("opinions-title"), words("history-lead", count=len(statements)))
    _statements(card, statements)
    card.footer_link(words("history-button"), "season2", "history")
    card.footer_link(words("season2-button"), "season2")
    return card


def _why(reader: Reader) -> CardBuilder:
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("season2", "why"))
    card.title(words("why-title"), words("why-lead"))
    for reason in card.allowed(library.show.reasons):
        day = card.date(reason.date, reason.precision)
        card.text(f"- {card.cited(reason.text, reason)}\n  -# {card.words.listed([escape(reason.who), day])}")
    card.facts(words("adaptation-heading"), library.facts("adaptation"), dated=True)
    card.footer_link(words("season2-button"), "season2")
    card.footer_link(words("history-button"), "season2", "history")
    return card
