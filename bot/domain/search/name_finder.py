"""The records of a show that a text names, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bot.domain.errors import Ambiguous, Kind, NoMatch

if TYPE_CHECKING:
    from bot.domain.library import Library
    from bot.domain.search import Hit
    from bot.domain.search.name_index import NameIndex
    from data.records import Episode, Member, Track


class NameFinder:
    """Finds members, tracks and episodes as fans type them."""

    def __init__(self, library: Library, index: NameIndex) -> None:
        self._library = library
        self._index = index

    def find_cast(self, typed: str, limit: int = 25) -> list[Member]:
        """Members by name, best first; the whole cast by billing when nothing is typed."""
        return [self._library.members[key] for key in self._index.find("cast", typed, limit)]

    def find_tracks(self, typed: str, limit: int = 25) -> list[Track]:
        """Tracks by title, singer or part, best first; the soundtrack in its order when nothing is typed."""
        return [self._library.tracks[key] for key in self._index.find("ost", typed, limit)]

    def find_episodes(self, typed: str, limit: int = 25) -> list[Episode]:
        """Episodes by number; all of them when nothing is typed."""
        digits = _digits(typed)
        episodes = self._library.show.episodes
        if not typed.strip():
            return list(episodes)[:limit]
        return [episode for episode in episodes if str(episode.number).startswith(digits or "-")][:limit]

    def cast_member(self, text: str) -> Member:
        """The one member that a key or free text means; raises :class:`NoMatch` or :class:`Ambiguous`."""
        return self._library.members.get(text) or self._library.members[self._resolve("cast", text)]

    def track(self, text: str) -> Track:
        """The one track that a key or free text means; raises :class:`NoMatch` or :class:`Ambiguous`."""
        return self._library.tracks.get(text) or self._library.tracks[self._resolve("ost", text)]

    def episode(self, text: str) -> Episode:
        """The episode that a key or a number in any writing means; raises :class:`NoMatch`."""
        episodes = self._library.show.episodes
        for episode in episodes:
            if text in (episode.key, str(episode.number)) or _digits(text) == str(episode.number):
                return episode
        raise NoMatch("episode", text, [episode.key for episode in episodes[-5:]])

    def hits(self, typed: str, limit: int = 10) -> dict[Kind, list[Hit]]:
        """What a text finds by name, with scores and rules, to explain a result of the search."""
        return {"cast": self._index.cast.find(typed, limit), "ost": self._index.ost.find(typed, limit)}

    def is_blank(self, typed: str) -> bool:
        """Whether the text holds nothing that could be a name."""
        return not typed or self._index.is_blank(typed)

    def _resolve(self, kind: Literal["cast", "ost"], text: str) -> str:
        """The key of the one record that free text means."""
        match = self._index.match(kind, text)
        if match.key:
            return match.key
        raise Ambiguous(kind, text, match.several) if match.several else NoMatch(kind, text, match.near)


def _digits(text: str) -> str:
    """The number in "ep. 08" or "8회", without leading zeros; "" when there is none or more than one."""
    runs = "".join(char if char.isdecimal() else " " for char in text).split()
    return str(int(runs[0])) if len(runs) == 1 else ""
