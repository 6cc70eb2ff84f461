"""The records of a show that a text names, in one language."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from bot.domain.errors import Ambiguous, Kind, NoMatch
from bot.domain.text.normalization import is_blank, without_markup
from bot.domain.text.positions import read_position

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bot.domain.library import Library
    from bot.domain.search import Hit
    from bot.domain.search.name_index import NameIndex
    from bot.domain.text.dates import DateReader
    from data.records import Episode, Member, Track

MOST_NEAR: Final = 5
"""Records that are offered where a text names none."""
_OF_MEMBERS, _OF_TRACKS = ("role",), ("scene", "track")
"""Kinds of statements that describe a member or a track."""
_DIGITS: Final = re.compile(r"\d{1,3}")


class NameFinder:
    """Finds members, tracks and episodes as fans type them."""

    def __init__(
        self,
        library: Library,
        index: NameIndex,
        related: Callable[[str], list[str]],
        told: Callable[[str, tuple[str, ...]], list[str]],
    ) -> None:
        """``related`` gives the keys of the members that a text describes by relations: "Ha-rin's mother".

        ``told`` gives the keys of the records of which statements of some tables say what a text says.
        """
        self._library = library
        self._index = index
        self._related = related
        self._told = told

    def find_cast(self, typed: str, limit: int = 25) -> list[Member]:
        """Members by name, best first; the whole cast by billing when nothing is typed."""
        keys = self._index.find("cast", typed, limit) or self._described("cast", typed)[:limit]
        return [self._library.members[key] for key in keys]

    def find_tracks(self, typed: str, limit: int = 25) -> list[Track]:
        """Tracks by title, singer, part or date, best first; the soundtrack in its order when nothing is typed."""
        keys = self._on(typed, self._releases) or self._index.find("ost", typed, limit)
        return [self._library.tracks[key] for key in (keys or self._described("ost", typed))[:limit]]

    def find_episodes(self, typed: str, limit: int = 25) -> list[Episode]:
        """Episodes by number or date, best first; all of them when nothing is typed."""
        episodes = self._library.show.episodes
        if self.is_blank(typed):
            return list(episodes)[:limit]
        exact = self._episodes(typed)
        digits = (
            str(exact[0].number) if exact and any(map(str.isdecimal, typed)) and not self._dates.read(typed) else "-"
        )
        longer = [episode for episode in episodes if str(episode.number).startswith(digits) and episode not in exact]
        return ([*exact, *longer] or self._in_month(typed))[:limit]

    def cast_member(self, text: str) -> Member:
        """The one member that a key or free text means; raises :class:`NoMatch` or :class:`Ambiguous`."""
        return self._library.members.get(text) or self._library.members[self._resolve("cast", text)]

    def track(self, text: str) -> Track:
        """The one track that a key or free text means; raises :class:`NoMatch` or :class:`Ambiguous`."""
        if text in self._library.tracks:
            return self._library.tracks[text]
        released = self._on(text, self._releases)
        if len(released) > 1:
            raise Ambiguous("ost", text, released)
        try:
            return self._library.tracks[released[0] if released else self._resolve("ost", text)]
        except NoMatch as failure:
            raise NoMatch("ost", text, failure.near or self._near_tracks(text)) from None

    def episode(self, text: str) -> Episode:
        """The one episode that a key, number, position or date means; raises :class:`NoMatch` or :class:`Ambiguous`."""
        episodes = self._library.show.episodes
        found = [episode for episode in episodes if episode.key == text] or self._episodes(text)
        if len(found) == 1:
            return found[0]
        if found:
            raise Ambiguous("episode", text, [episode.key for episode in found])
        raise NoMatch("episode", text, [episode.key for episode in self._near_episodes(text)])

    def _episodes(self, text: str) -> list[Episode]:
        """The episode at a position, or the episodes of a day."""
        position, episodes = read_position(text), self._library.show.episodes
        if position and position.kind in ("", "episode"):
            number = position.resolve(max(self._library.episodes, default=0))
            return [self._library.episodes[number]] if number in self._library.episodes else []
        aired = self._on(text, {episode.key: episode.aired for episode in episodes})
        return [episode for episode in episodes if episode.key in aired]

    def _on(self, text: str, days: Mapping[str, dt.date]) -> list[str]:
        """The keys of the records of a day; none where the text is no day."""
        dates = [date for date in self._dates.read(text) if date.day]
        return [key for key, day in days.items() if any(date.includes(day) for date in dates)]

    def _in_month(self, text: str) -> list[Episode]:
        months = [date for date in self._dates.read(text) if not date.day]
        return [one for one in self._library.show.episodes if any(month.includes(one.aired) for month in months)]

    def _near_episodes(self, text: str) -> list[Episode]:
        """What a text that names no episode may have meant: a month, a day nearby, or a number that stands in it."""
        episodes = self._library.show.episodes
        if dates := self._dates.read(text):
            by_distance = sorted(episodes, key=lambda one: min(date.days_from(one.aired) for date in dates))
            return self._in_month(text) or by_distance[:MOST_NEAR]
        numbers = _numbers_in(text)
        return [one for one in episodes if one.number in numbers][:MOST_NEAR] or list(episodes[-MOST_NEAR:])

    def _near_tracks(self, text: str) -> list[str]:
        """What a text that names no track may have meant: what is heard in an episode, a day nearby, or a number."""
        position = read_position(text)
        if position and position.kind == "episode" and (episodes := self._episodes(text)):
            return list(dict.fromkeys(heard.track.key for heard in self._library.heard_in(episodes[0])))
        days = self._releases
        if dates := self._dates.read(text):
            return sorted(days, key=lambda key: min(date.days_from(days[key]) for date in dates))[:MOST_NEAR]
        numbers = _numbers_in(text)
        return [track.key for track in self._library.songs() if track.part in numbers][:MOST_NEAR]

    @cached_property
    def _releases(self) -> dict[str, dt.date]:
        """The days on which tracks came out, by the key of the track."""
        return {track.key: track.release.date for track in self._library.show.tracks if track.release}

    @property
    def _dates(self) -> DateReader:
        return self._index.dates

    def hits(self, typed: str, limit: int = 10) -> dict[Kind, list[Hit]]:
        """What a text finds by name, with scores and rules, to explain a result of the search."""
        return {"cast": self._index.cast.find(typed, limit), "ost": self._index.ost.find(typed, limit)}

    def is_blank(self, typed: str) -> bool:
        """Whether the text holds nothing that could be a name."""
        return not typed or is_blank(typed)

    def _resolve(self, kind: Literal["cast", "ost"], text: str) -> str:
        """The key of the one record that free text means."""
        match = self._index.match(kind, text)
        if match.key:
            return match.key
        described = [] if match.several else self._described(kind, text)
        if len(described) == 1:
            return described[0]
        if several := match.several or described:
            raise Ambiguous(kind, text, several)
        raise NoMatch(kind, text, match.near)

    def _described(self, kind: Literal["cast", "ost"], text: str) -> list[str]:
        """The keys of the records that a text describes: by relations, by a role, or by the scene of a song."""
        if kind == "ost":
            return self._told(text, _OF_TRACKS)
        members = self._library.members
        return self._related(text) or [key for key in self._told(text, _OF_MEMBERS) if not members[key].after_episode]


def _numbers_in(text: str) -> set[int]:
    """The numbers that stand in a text, in digits or as a position."""
    position = read_position(text)
    return {int(digits) for digits in _DIGITS.findall(without_markup(text))} | (
        {position.number} if position else set[int]()
    )
