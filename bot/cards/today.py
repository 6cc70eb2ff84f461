"""What happened on a day of the year: today at ``today``, any day at ``today/<month>-<day>``."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.cards import suggestions
from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import CardBuilder
from bot.cards.layout import MAX_OPTIONS, Suggestion
from bot.cards.text import escape
from bot.domain.errors import NoSuchDate
from bot.domain.text.dates import DateReader
from bot.i18n.catalog import languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.cards.reader import Reader
    from data.records import Confidence, Fact, ShowFact

LEAP_YEAR = 2024
MOST_LINKS = 4
"""Cards behind the events of a day that get a button."""


class Event(NamedTuple):
    """Something that happened on a day."""

    date: dt.date
    text: str
    sources: tuple[str, ...]
    confidence: Confidence
    after_episode: int = 0
    link: tuple[str, ...] = ()
    """The label of a button, and the address that it opens."""


def build(reader: Reader, address: Address) -> CardBuilder:
    """The card at an address of this command. Raises :class:`NoSuchAddress`."""
    match address.path:
        case ("today",):
            return _day(reader, key_of(dt.datetime.now(dt.UTC).date()))
        case ("today", day) if is_day(day):
            return _day(reader, day)
        case _:
            raise NoSuchAddress(str(address))


def address(reader: Reader, text: str) -> Address:
    """The address of the day that a text names; that of today if it says nothing else. Raises NoSuchDate."""
    if text.strip().casefold() in ("", reader.words("today-word")):
        return Address.to("today")
    if is_day(text):
        return Address.to("today", text)
    if days := _read(reader, text):
        return Address.to("today", days[0])
    if key := suggestions.key_of(reader, text, _shown_names):
        return Address.to("today", key)
    raise NoSuchDate(text)


def suggest(reader: Reader, typed: str) -> list[Suggestion]:
    """Suggest the day that is typed, and days on which something happened."""
    keys = suggestions.completed(reader, typed, _shown_names, _read(reader, typed))
    if not typed.strip():
        keys = list(_events(reader))[:MAX_OPTIONS]
    return [Suggestion(_name(reader, key), key) for key in keys]


def key_of(day: dt.date) -> str:
    """The name of a day in addresses."""
    return f"{day:%m-%d}"


def is_day(key: str) -> bool:
    """Whether a word of an address is a day of the year."""
    try:
        return key_of(_in_leap_year(key)) == key
    except ValueError:
        return False


def _in_leap_year(key: str) -> dt.date:
    return dt.date.fromisoformat(f"{LEAP_YEAR}-{key}")


@lru_cache(maxsize=1)
def _date_reader(known: frozenset[str]) -> DateReader:
    return DateReader(known)


def _read(reader: Reader, text: str) -> list[str]:
    """The days that a text may mean, in the order that its language prefers."""
    found = [date for date in _date_reader(languages()).read(text) if date.day]
    return [f"{date.month:02}-{date.day:02}" for date in (found[::-1] if reader.words.day_comes_first else found)]


def _shown_names(reader: Reader) -> Iterator[tuple[str, str]]:
    for key in _events(reader):
        yield key, _name(reader, key)


def _name(reader: Reader, key: str) -> str:
    return reader.words.day_and_month(_in_leap_year(key))


def _day(reader: Reader, key: str) -> CardBuilder:
    words = reader.words
    card = CardBuilder(reader, Address.to("today", key))
    card.title(words("today-title", date=_name(reader, key)))
    events = card.allowed(_events(reader).get(key, []))
    for event in events:
        card.cite_sources(event.text, event.sources, event.confidence, after=event.after_episode)
        text = card.spoiler_after(event.text, event.after_episode)
        card.text(f"- **{event.date.year}** {text}{card.confidence_label(event)}")
    for label, *path in list(dict.fromkeys(event.link for event in events if event.link))[:MOST_LINKS]:
        card.link(label, *path)
    earlier, later = _neighbours(reader, key)
    if not events:
        card.text(words("today-none"))
    if earlier and later:
        if not events:
            card.text(words("today-nearest", earlier=_name(reader, earlier), later=_name(reader, later)))
        card.footer_link(words("today-earlier", date=_name(reader, earlier)), "today", earlier)
        card.footer_link(words("today-later", date=_name(reader, later)), "today", later)
    return card


def _neighbours(reader: Reader, key: str) -> tuple[str, str]:
    """The nearest days before and after one on which something happened that the reader may know, or ""."""
    days = [
        day
        for day, events in _events(reader).items()
        if day != key and min(event.after_episode for event in events) <= reader.level
    ]
    if not days:
        return "", ""
    place = bisect_left(days, key)
    return days[place - 1], days[place % len(days)]


def _events(reader: Reader) -> Mapping[str, list[Event]]:
    return _collected(reader._replace(level=0, is_public=False))


@lru_cache(maxsize=16)
def _collected(reader: Reader) -> Mapping[str, list[Event]]:
    """Everything that is dated, by the day of the year."""
    found: dict[str, list[Event]] = {}
    for event in sorted((*_broadcasts(reader), *_releases(reader), *_reports(reader)), key=lambda event: event.date):
        found.setdefault(key_of(event.date), []).append(event)
    return dict(sorted(found.items()))


def _broadcasts(reader: Reader) -> Iterator[Event]:
    """Episodes, their ratings, specials, and weeks in the streaming chart."""
    words, library = reader.words, reader.library
    for episode in library.show.episodes:
        link = (words("episode", number=episode.number), "ratings", str(episode.number))
        text = words("today-episode", number=episode.number)
        yield Event(episode.aired, text, episode.sources, episode.confidence, link=link)
        if rating := library.ratings.get(episode.number):
            text = words("today-rating", number=episode.number, rating=words.percent(rating.nationwide))
            yield Event(episode.aired, text, rating.sources, rating.confidence, rating.after_episode, link)
    for special in library.show.specials:
        text = words.labelled(f"**{escape(special.name.in_language(words.language))}**", escape(special.text))
        yield Event(special.aired, text, special.sources, special.confidence, special.after_episode)
    netflix = (words("netflix-button"), "ratings", "netflix")
    for week in library.show.weeks:
        yield Event(
            week.ends, words("today-week", rank=week.rank), week.sources, week.confidence, week.after_episode, netflix
        )


def _releases(reader: Reader) -> Iterator[Event]:
    """Singles, and the birthdays of actors."""
    words, library = reader.words, reader.library
    for track in library.songs():
        singer = library.singers.get(track.singer or "")
        if track.release and singer:
            title = track.title.in_language(words.language)
            name = singer.name.in_language(words.language)
            text = words("today-single", title=escape(title), singer=escape(name))
            release = track.release
            link = (title, "ost", track.key)
            yield Event(release.date, text, release.sources, release.confidence, track.after_episode, link)
    for member in library.show.members:
        if member.actor and member.born:
            name = member.actor.in_language(words.language)
            born = member.born
            text = words("today-born", name=escape(name))
            # The card of a member whose part is a spoiler opens without it.
            yield Event(born.date, text, born.sources, born.confidence, link=(name, "cast", member.key))


def _reports(reader: Reader) -> Iterator[Event]:
    """Awards, statements about a second season, and whatever else is dated to the day."""
    words, show = reader.words, reader.library.show
    for award in show.awards:
        if award.precision == "day":
            won = words(f"award-{award.result}")
            what = words.listed([f"**{escape(award.category)}**", escape(award.recipient)])
            text = f"{words.labelled(won, what)} · {escape(award.award)}"
            yield Event(award.date, text, award.sources, award.confidence, award.after_episode)
    for one in show.statements:
        if one.precision == "day":
            text = words.labelled(f"{words(f'level-{one.level}')} · {escape(one.who)}", escape(one.text))
            link = (words("season2-button"), "season2")
            yield Event(one.date, text, one.sources, one.confidence, one.after_episode, link)
    facts: list[tuple[Fact | ShowFact, int]] = [(fact, 0) for fact in show.facts if fact.topic != "run"]
    for record in (*show.members, *show.singers, *show.credits, *show.tracks):
        facts += [(fact, record.after_episode) for fact in record.facts]
    for fact, after in facts:
        if fact.date and fact.precision == "day":
            yield Event(fact.date, escape(fact.text), fact.sources, fact.confidence, max(after, fact.after_episode))
