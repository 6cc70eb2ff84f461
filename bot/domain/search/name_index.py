"""The names of the records of a show, and which of them a text means."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from bot.domain.search import Choices, Found, Index, Nothing, Spelling, Target
from bot.domain.text.dates import DateReader
from bot.domain.text.normalization import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.domain.search import Hit
    from data.records import Member, Name, Show, Singer, Track

BILLING_RANK = {
    "lead": 0,
    "supporting": 1,
    "special-appearance": 2,
    "minor": 3,
    "photograph": 3,
    "uncast": 4,
    "child": 5,
}
"""On a tie leads come before guests, and the grown-up before the child."""


class NameMatch(NamedTuple):
    """What a text means, as keys: one record, or one of several, or none, but something near."""

    key: str = ""
    several: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


class NameIndex:
    """Finds the keys of records by name, whatever the language; all translations of a show share one."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._titles = [spelling.text for spelling in _spellings(show.about.title, "title")]

    @cached_property
    def cast(self) -> Index:
        """Actors and characters, one target a card."""
        named = (
            Target(member.key, tuple(_cast_spellings(member)), BILLING_RANK[member.billing] * 1000 + order)
            for order, member in enumerate(self._show.members)
            if _can_be_named(member)
        )
        return Index(named, stopwords=self._titles)

    @cached_property
    def ost(self) -> Index:
        """Tracks by title, singer and part."""
        singers = {singer.key: singer for singer in self._show.singers}
        named = (
            Target(track.key, tuple(_track_spellings(track, singers.get(track.singer or ""))), order)
            for order, track in enumerate(self._show.tracks)
        )
        return Index(named, stopwords=self._titles)

    @cached_property
    def dates(self) -> DateReader:
        """Reads dates in the languages of the show."""
        return DateReader({self._show.language, self._show.about.original_language, *self._show.translations})

    def warm_up(self) -> Iterator[None]:
        """Build everything, one by one."""
        for name in ("cast", "ost", "dates"):
            getattr(self, name)
            yield

    def find(self, kind: Literal["cast", "ost"], typed: str, limit: int) -> list[str]:
        """The keys of what a text may name, best first; all that can be named, in their order, where it is blank."""
        if not is_blank(typed):
            return [hit.key for hit in self._index(kind).find(typed, limit)]
        if kind == "ost":
            return [track.key for track in self._show.tracks][:limit]
        return [member.key for member in self._show.members if _can_be_named(member)][:limit]

    def match(self, kind: Literal["cast", "ost"], text: str) -> NameMatch:
        """What free text means that was sent without picking a suggestion."""
        match self._index(kind).decide(text):
            case Found(hit=hit):
                return NameMatch(hit.key)
            case Choices(hits=hits):
                return NameMatch(several=_keys(hits))
            case Nothing(near=near):
                return NameMatch(near=_keys(near))
            case _:
                return NameMatch()

    def _index(self, kind: Literal["cast", "ost"]) -> Index:
        return self.cast if kind == "cast" else self.ost


def _can_be_named(member: Member) -> bool:
    """Whether there is a name that gives nothing away."""
    return bool(member.actor or not member.after_episode)


def _cast_spellings(member: Member) -> Iterable[Spelling]:
    yield from _spellings(member.character, "character")
    if member.actor:
        yield from _spellings(member.actor, "actor")


def _track_spellings(track: Track, singer: Singer | None) -> Iterable[Spelling]:
    yield from _spellings(track.title, "title", "variant")
    if track.romanized:
        yield Spelling(track.romanized, "variant")
    if track.part:
        yield Spelling(str(track.part), "part")
    if singer:
        yield from _spellings(singer.name, "singer")
        for person in singer.people:
            yield from _spellings(person, "member")
        if singer.group:
            yield Spelling(singer.group, "member")


def _spellings(name: Name, kind: str, other: str = "alias") -> Iterable[Spelling]:
    yield from (Spelling(text, kind) for text in name.forms)
    yield from (Spelling(text, other) for text in name.also)


def _keys(hits: Iterable[Hit]) -> tuple[str, ...]:
    return tuple(hit.key for hit in hits)
