"""The private card for a failure: what went wrong, and buttons to what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards import ask, cast, ratings, router, soundtrack
from bot.cards.address import EVERYONE, FAILURE, MAX_LENGTH, Address, NoSuchAddress
from bot.cards.builder import CardBuilder
from bot.cards.commands import NoSuchCommand, NoTextInMessage
from bot.cards.layout import MAX_BUTTONS
from bot.cards.text import echo, escape
from bot.domain.errors import Ambiguous, NoMatch, NoSuchDate, NotYourQuiz
from bot.domain.questions import (
    AmbiguousQuestion,
    DontKnow,
    StillReading,
    UnknownLanguage,
    UnsureQuestion,
    to_path,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.cards.reader import Reader
    from bot.domain.errors import Kind
    from bot.domain.questions.query import Queries
    from bot.domain.questions.statements import Statement

OVERVIEWS: dict[Kind, str] = {"cast": "cast", "ost": "ost", "episode": "ratings"}
"""The card that lists all records of a kind."""


def build(reader: Reader, failure: Exception, reference: str) -> CardBuilder:
    """The card for a failure. It shows ``reference``, which is also in the log, if the failure is unexpected."""
    words = reader.words
    card = CardBuilder(reader, FAILURE)
    match failure:
        case NoMatch(kind=kind, typed=typed, near=near):
            hint = words("no-match-near") if near else words("no-match-all")
            card.title(words(f"no-match-{kind}", typed=echo(typed)), hint)
            _links(card, kind, near)
        case Ambiguous(kind=kind, typed=typed, keys=keys):
            card.title(words("ambiguous", typed=echo(typed)))
            _links(card, kind, keys)
        case AmbiguousQuestion() | UnsureQuestion() | UnknownLanguage() | StillReading() | DontKnow():
            _unanswered(card, failure)
        case NoSuchAddress():
            card.title(words("no-such-address"))
            card.footer_link(words("show-button"), "show")
        case NoSuchDate(args=(typed,)):
            example = words.day_and_month(reader.library.show.about.version)
            card.title(words("no-such-date", typed=echo(typed)), words("no-such-date-hint", example=example))
            card.footer_link(words("today-button"), "today")
        case NotYourQuiz():
            card.title(words("quiz-not-yours"))
            card.footer_link(words("quiz-button"), "quiz")
        case NoSuchCommand():
            card.title(words("no-such-command"))
            card.footer_link(words("all-commands"), "help")
        case NoTextInMessage():
            card.title(words("no-text-in-message"), words("no-text-in-message-hint"))
        case _:
            card.title(words("unexpected", reference=reference))
    return card


def _unanswered(card: CardBuilder, failure: Exception) -> None:
    """Why a question has no answer, and what may help."""
    words = card.words
    match failure:
        case AmbiguousQuestion(choices=choices):
            card.title(words("ask-unclear"))
            for queries, key in choices[:MAX_BUTTONS]:
                card.link(_name(card.reader, key), "ask", *to_path(queries))
        case UnsureQuestion(closest=closest, further=further):
            _closest(card, closest)
            _further(card, further)
        case UnknownLanguage(languages=languages):
            served = words.join([words.language_name(language) for language in languages])
            card.title(words("ask-unknown-language", languages=served))
        case StillReading():
            card.title(words("ask-still-reading"))
        case DontKnow(related_card=related):
            _dont_know(card, related)
        case _:
            raise TypeError(failure)


def _closest(card: CardBuilder, asked: Iterable[Queries]) -> None:
    """Show the answers that come closest to the question, with buttons to their cards."""
    card.title(card.words("ask-not-sure"))
    for path in ask.offer(card, asked):
        card.link(router.title_of(card.reader, path), *path)
    for number, queries in enumerate(asked, start=1):
        if len(str(shown := Address.to(EVERYONE, "ask", *to_path(queries)))) <= MAX_LENGTH - ask.PAGE_SUFFIX:
            card.footer_link(card.words("ask-show-everyone", number=number), *shown.path)


def _further(card: CardBuilder, further: Iterable[tuple[Statement, str]]) -> None:
    """A select of further statements, each by a question that it answers; a spoiler only by whom it is about."""
    reader, words = card.reader, card.words
    card.placeholder = words("ask-further")
    for statement, question in further:
        label, after = question, statement.after_episode
        if after > reader.open_level:
            members = [reader.library.members[key] for key in statement.keys if key in reader.library.members]
            names = [one.character.in_language(words.language) for one in members if not one.after_episode]
            safe = words.listed(dict.fromkeys(names)) or router.title_of(reader, statement.sentence().card)
            label = words.sentences([words("spoiler-after", episode=after), safe])
        card.option(label, Address.to("ask", "says", *statement.place))


def _dont_know(card: CardBuilder, related: tuple[str, ...]) -> None:
    """Show the card that may answer the question, or what can be asked at all."""
    reader, words = card.reader, card.words
    if related:
        card.title(words("ask-not-sure-card"))
        card.link(router.title_of(reader, related), *related)
        return
    show = escape(reader.library.show.about.title.in_language(words.language))
    card.title(words("ask-dont-know"), words("ask-dont-know-hint", show=show))
    for command in ("cast", "ost", "ratings", "season2", "show"):
        card.footer_link(words(f"{command}-button"), command)


def _name(reader: Reader, key: str) -> str:
    """A short label for the record with this key."""
    library, language = reader.library, reader.words.language
    if key in library.members:
        return cast.label(library.members[key], language)
    if key in library.tracks:
        return soundtrack.label(reader, library.tracks[key])
    record = library.singers.get(key) or library.credits.get(key)
    return record.name.in_language(language) if record else key


def _links(card: CardBuilder, kind: Kind, keys: Iterable[str]) -> None:
    for key in list(keys)[: MAX_BUTTONS - 1]:
        card.link(*_link(card.reader, kind, key))
    card.footer_link(card.words(f"all-{kind}"), OVERVIEWS[kind])


def _link(reader: Reader, kind: Kind, key: str) -> tuple[str, ...]:
    library, language = reader.library, reader.words.language
    if kind == "cast":
        return cast.label(library.members[key], language), "cast", key
    if kind == "ost":
        return soundtrack.label(reader, library.tracks[key]), "ost", key
    episode = next(episode for episode in library.show.episodes if episode.key == key)
    return ratings.suggestion_name(reader, episode), "ratings", str(episode.number)
