"""What is stored about somebody, the consent to it, and the boards of a server."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bot.cards.address import Address
from bot.cards.builder import CardBuilder
from bot.cards.components import Component, action_row, button
from bot.cards.layout import level_labels
from bot.cards.match import mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.cards.reader import Reader
    from bot.storage.records import BoardEntry, Export

PERIODS: Final = ("week", "month", "all")
EPOCH: Final = dt.date(1970, 1, 1)


def privacy_card(reader: Reader, stored: Export, *, has_storage: bool) -> CardBuilder:
    """What is stored about somebody, in numbers, and what they can do about it."""
    words = reader.words
    card = CardBuilder(reader, Address.to("privacy"))
    card.title(words("privacy-title"))
    for line in _stored_lines(reader, stored):
        card.text(line)
    if not stored:
        card.text(words("privacy-nothing" if has_storage else "privacy-no-storage"))
    if has_storage and not stored.get("person"):
        card.link(words("keep-button"), "privacy", "agree", "0")
    if stored:
        card.text(f"-# {words('privacy-retention')}")
        card.link(words("privacy-export"), "privacy", "export")
        card.link(words("privacy-delete"), "privacy", "delete")
    if stored.get("person"):
        hidden = stored["person"][0]["hidden"]
        card.link(words("privacy-show" if hidden else "privacy-hide"), "privacy", "show" if hidden else "hide")
        _level_options(card)
    return card


def _stored_lines(reader: Reader, stored: Export) -> list[str]:
    words, lines = reader.words, list[str]()
    for person in stored.get("person", ()):
        lines.append(words("privacy-kept", date=words.date(day_date(person["since"]))))
        if person["hidden"]:
            lines.append(words("privacy-hidden"))
        if person["seen"] is not None:
            lines.append(words("privacy-seen", episode=person["seen"]))
    if scores := stored.get("score"):
        points, days, servers = (
            sum(one["points"] for one in scores),
            len({one["day"] for one in scores}),
            len({one["guild"] for one in scores}),
        )
        lines.append(words("privacy-scores", points=points, days=days, servers=servers))
    if daily := stored.get("daily"):
        lines.append(words("privacy-daily", days=len(daily)))
    if stored.get("answer"):
        lines.append(words("privacy-match"))
    return lines


def _level_options(card: CardBuilder) -> None:
    """A select of the episode up to which the bot shall remember that somebody has seen the show."""
    words = card.words
    card.placeholder = words("privacy-level")
    for level, label in level_labels(words, card.reader.library.last_episode).items():
        card.option(label if level else words("privacy-level-forget"), Address.to("privacy", "seen", str(level)))


def question_card(reader: Reader, message: str, *answers: tuple[str, tuple[str, ...]]) -> CardBuilder:
    """A private card that asks or says one thing, with buttons."""
    card = CardBuilder(reader, Address.to("privacy"))
    card.intro(reader.words(message))
    for label, path in answers:
        card.link(reader.words(label), *path)
    return card


def keep_button(reader: Reader) -> Component:
    """The button below an answer for whoever wants to keep their points."""
    return action_row(button(reader.words("keep-button"), Address.to("privacy", "agree", "0").custom_id()))


def board_card(
    reader: Reader,
    period: str,
    entries: Sequence[BoardEntry],
    own: BoardEntry | None,
    *,
    is_public: bool,
    may_clear: bool,
) -> CardBuilder:
    """The board of a server; a private one tells its reader's own rank."""
    words = reader.words
    card = CardBuilder(reader, Address.to("board", period))
    card.title(words("board-title", period=period))
    for entry in entries:
        card.text(words("board-line", **entry._asdict() | {"person": mention(entry.person)}))
    if not entries:
        card.text(words("board-empty"))
    if own and not is_public:
        card.text(f"-# {words('board-own', rank=own.rank, points=own.points)}")
    for other in PERIODS:
        if other != period:
            card.link(words("board-period", period=other), "board", other)
    if not is_public:
        card.footer_link(words("board-post"), "board", period, "post")
        card.footer_link(words("privacy-title"), "privacy")
    if may_clear:
        card.footer_link(words("board-clear"), "board", "all", "clear")
    return card


def period_start(period: str, today: int) -> int:
    """The first day of a period, which ends today; weeks begin on Monday."""
    if period == "week":
        return today - day_date(today).weekday()
    return (day_date(today).replace(day=1) - EPOCH).days if period == "month" else 0


def day_date(day: int) -> dt.date:
    """The date of a day that is counted from 1970-01-01."""
    return EPOCH + dt.timedelta(days=day)
