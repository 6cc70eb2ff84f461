"""The table of commands: which address each one leads to, and what it suggests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.cards import ask, cast, ratings, soundtrack
from bot.cards.address import Address
from bot.cards.layout import MAX_OPTIONS, Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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


def _day(reader: Reader, text: str) -> Address:
    from bot.cards import today  # noqa: PLC0415 - the start does not pay for it

    return today.address(reader, text)


def _suggest_days(reader: Reader, typed: str) -> list[Suggestion]:
    from bot.cards import today  # noqa: PLC0415

    return today.suggest(reader, typed)


COMMANDS: Mapping[str, Command] = {  # in the order of /help
    "ask": Command("question", ask.address),
    "cast": Command("who", cast.address, cast.suggest),
    "ost": Command("track", soundtrack.address, soundtrack.suggest),
    "ratings": Command("episode", ratings.address, ratings.suggest),
    "season2": _opens("season2"),
    "show": _opens("show"),
    "today": Command("date", _day, _suggest_days),
    "quiz": _opens("quiz"),
    "match": _opens("match"),
    "privacy": _opens("privacy"),
    "help": _opens("help"),
}


SEEN = "seen"
"""The option that says how far somebody has seen the show."""


def seen_level(reader: Reader, text: str) -> int:
    """The spoiler level that the text of the option means. Raises NoMatch."""
    if text.casefold() == reader.words("level-everything").casefold():
        return reader.library.last_episode
    return reader.knowledge.names.episode(text).number


def suggest_levels(reader: Reader, typed: str) -> list[Suggestion]:
    """Suggest everything, and the episodes by number."""
    words, last = reader.words, reader.library.last_episode
    names = {last: words("level-everything")}
    names |= {episode.number: words("episode", number=episode.number) for episode in reader.library.show.episodes[:-1]}
    wanted = typed.strip().casefold()
    fitting = [Suggestion(name, str(level)) for level, name in names.items() if wanted in name.casefold()]
    return fitting[:MAX_OPTIONS]


MESSAGE_COMMAND = "ask"
"""The command that gets the text of a message whose menu was used."""
