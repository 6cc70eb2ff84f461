"""The questions one can ask of the facts. What it raises is data: who was not found, and who is near."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TypeVar

from bot.domain.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.domain.questions.answerer import Asking
    from bot.domain.search import Hit
    from bot.domain.search.names import Names
    from data.records import (
        Award,
        Credit,
        Dispute,
        Episode,
        FalseClaim,
        Member,
        Ranking,
        Rating,
        Relation,
        Scene,
        Show,
        ShowFact,
        Singer,
        Topic,
        Track,
        Unknown,
    )

Kind = Literal["cast", "ost", "episode"]
"""What can be looked up by name."""

T = TypeVar("T")
A = TypeVar("A", bound="_Aimed")


class NoMatch(LookupError):
    """Nothing has this name. ``near`` holds what may have been meant."""

    def __init__(self, kind: Kind, typed: str, near: Sequence[str] = ()) -> None:
        super().__init__(kind, typed)
        self.kind: Kind = kind
        self.typed = typed
        self.near = tuple(near)


class Ambiguous(LookupError):
    """Several have this name; ``keys`` are the likeliest first."""

    def __init__(self, kind: Kind, typed: str, keys: Sequence[str]) -> None:
        super().__init__(kind, typed)
        self.kind: Kind = kind
        self.typed = typed
        self.keys = tuple(keys)


class RelatedMember(NamedTuple):
    """Somebody seen from somebody else's card: what ``member`` is to ``subject``."""

    subject: Member
    member: Member
    kind: str
    relation: Relation


class Heard(NamedTuple):
    """A track in a scene of an episode."""

    track: Track
    scene: Scene


class Library:
    """One show in one language, by key and by name. ``in_language`` gives the same shelves in another one."""

    def __init__(self, show: Show, original: Library | None = None) -> None:
        self.show = show
        self._original = original or self
        self.members = {member.key: member for member in show.members}
        self.tracks = {track.key: track for track in show.tracks}
        self.singers = {singer.key: singer for singer in show.singers}
        self.credits = {credit.key: credit for credit in show.credits}
        self.episodes = {episode.number: episode for episode in show.episodes}
        self.ratings = {rating.episode: rating for rating in show.ratings}
        self._relations: dict[str, list[Relation]] = defaultdict(list)
        for relation in show.relations:
            self._relations[relation.of].append(relation)
            self._relations[relation.to].append(relation)
        self._translations = {language: Library(other, self) for language, other in show.translations.items()}

    def in_language(self, language: str) -> Library:
        """The library with its prose in ``language``, or this one where there is no translation."""
        return self._translations.get(language, self)

    @cached_property
    def names(self) -> Names:
        """Finds records by name, whatever the language; made when the first one is looked for."""
        if self._original is not self:
            return self._original.names
        from bot.domain.search.names import Names  # noqa: PLC0415 - the start does not pay for it

        return Names(self.show)

    @cached_property
    def asking(self) -> Asking:
        """Understands questions in any words and answers them; made when the first one comes."""
        from bot.domain.questions.answerer import Asking  # noqa: PLC0415 - the start does not pay for it

        return Asking(self, self._original)

    # Found by name: what fans type.

    def find_cast(self, typed: str, limit: int = 25) -> list[Member]:
        """Members by name, best first; the whole cast by billing when nothing is typed."""
        return [self.members[key] for key in self.names.find("cast", typed, limit)]

    def find_tracks(self, typed: str, limit: int = 25) -> list[Track]:
        """Tracks by title, singer or part, best first; the soundtrack in its order when nothing is typed."""
        return [self.tracks[key] for key in self.names.find("ost", typed, limit)]

    def find_episodes(self, typed: str, limit: int = 25) -> list[Episode]:
        """Episodes by number; all of them when nothing is typed."""
        digits = _digits(typed)
        if not typed.strip():
            return list(self.show.episodes)[:limit]
        return [episode for number, episode in self.episodes.items() if str(number).startswith(digits or "-")][:limit]

    def cast_member(self, text: str) -> Member:
        """The one member that a key or free text means; raises :class:`NoMatch` or :class:`Ambiguous`."""
        return self.members.get(text) or self.members[self._named("cast", text)]

    def track(self, text: str) -> Track:
        """The one track that a key or free text means; raises :class:`NoMatch` or :class:`Ambiguous`."""
        return self.tracks.get(text) or self.tracks[self._named("ost", text)]

    def episode(self, text: str) -> Episode:
        """The episode that a key or a number in any writing means; raises :class:`NoMatch`."""
        for episode in self.show.episodes:
            if text in (episode.key, str(episode.number)) or _digits(text) == str(episode.number):
                return episode
        raise NoMatch("episode", text, [episode.key for episode in self.show.episodes[-5:]])

    def hits(self, typed: str, limit: int = 10) -> dict[Kind, list[Hit]]:
        """What a text finds by name, with scores and reasons, for people who wonder why."""
        return {"cast": self.names.cast.find(typed, limit), "ost": self.names.ost.find(typed, limit)}

    def is_blank(self, typed: str) -> bool:
        """Whether nothing was typed that could be a name."""
        return not typed or self.names.is_blank(typed)

    def _named(self, kind: Literal["cast", "ost"], text: str) -> str:
        """The key of the one record that free text means."""
        meant = self.names.meant(kind, text)
        if meant.key:
            return meant.key
        raise Ambiguous(kind, text, meant.several) if meant.several else NoMatch(kind, text, meant.near)

    # Found from another record: what a card leads to.

    def related(self, member: Member) -> list[RelatedMember]:
        """Everybody a member has to do with, the closest first."""
        found = [
            RelatedMember(member, self.members[relation.of], relation.kind, relation)
            if relation.to == member.key
            else RelatedMember(member, self.members[relation.to], RELATIONS[relation.kind].inverse, relation)
            for relation in self._relations[member.key]
        ]
        return sorted(found, key=lambda one: (RELATIONS[one.kind].closeness, one.relation.after_episode))

    def sung_by(self, member: Member) -> list[Track]:
        """The tracks that an actor sings."""
        return [
            track for singer in self.show.singers if singer.member == member.key for track in self.tracks_of(singer)
        ]

    def tracks_of(self, singer: Singer) -> list[Track]:
        """Every track of a singer, in the order of the soundtrack."""
        return [track for track in self.show.tracks if track.singer == singer.key]

    def songs(self) -> list[Track]:
        """The singles, in the order in which they came out."""
        return sorted((track for track in self.show.tracks if track.part), key=lambda track: track.part or 0)

    def heard_in(self, episode: Episode) -> list[Heard]:
        """The tracks known to be heard in an episode."""
        return [
            Heard(track, scene)
            for track in self.show.tracks
            for scene in track.scenes
            if scene.episode == episode.number
        ]

    def facts(self, *topics: Topic) -> list[ShowFact]:
        """The facts of the whole show on these topics, topic by topic."""
        return [fact for topic in topics for fact in self.show.facts if fact.topic == topic]

    def facts_about(self, key: str) -> list[ShowFact]:
        """The facts of the show that also belong on a record's card."""
        return _about(self.show.facts, key)

    def awards_to(self, key: str) -> list[Award]:
        """The prizes that went, or nearly went, to a member, track, singer or credit."""
        return [award for award in self.show.awards if key in award.to]

    def disputes_about(self, *keys: str) -> list[Dispute]:
        """Where sources differ about a record or a section."""
        return _about(self.show.disputes, *keys)

    def false_claims_about(self, *keys: str) -> list[FalseClaim]:
        """Wrong claims about a record or a section that go round."""
        return _about(self.show.false_claims, *keys)

    def unknown_about(self, *keys: str) -> list[Unknown]:
        """What was looked for and not found about a record or a section."""
        return _about(self.show.unknowns, *keys)

    def behind(self, *jobs: str) -> list[Credit]:
        """The people of these jobs."""
        return [credit for job in jobs for credit in self.show.credits if credit.job == job]

    # Figures worked out from the facts.

    def best_rating(self) -> Rating | None:
        """The highest nationwide rating of the run."""
        return max(self.show.ratings, key=lambda rating: rating.nationwide, default=None)

    def place_in_run(self, rating: Rating) -> int:
        """Which place an episode takes among all by nationwide rating, from 1."""
        return 1 + sum(other.nationwide > rating.nationwide for other in self.show.ratings)

    def place_on(self, ranking: Ranking) -> int | None:
        """The place of the show in a ranking, from 1."""
        return next((place for place, entry in enumerate(ranking.entries, start=1) if entry.this_show), None)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many records of each kind there are, for people who ask what the bot knows."""
        return {
            "cast": sum(member.actor is not None for member in self.show.members),
            "tracks": len(self.show.tracks),
            "episodes": len(self.show.episodes),
            "sources": len(self.show.sources),
        }


class _Aimed(Protocol):
    """A record that names the cards on which it shows."""

    @property
    def about(self) -> tuple[str, ...]: ...


def _about(records: Iterable[A], *keys: str) -> list[A]:
    return [record for record in records if not set(keys).isdisjoint(record.about)]


def _digits(text: str) -> str:
    """The number in "ep. 08" or "8회", without leading zeros; "" when there is none or more than one."""
    runs = "".join(char if char.isdecimal() else " " for char in text).split()
    return str(int(runs[0])) if len(runs) == 1 else ""
