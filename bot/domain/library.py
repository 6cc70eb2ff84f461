"""The facts of a show as look-ups: records by key, and what belongs to a record."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from bot.domain.relations import RELATIONS
from data.records import PUBLISHER_KINDS, WEAK_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.records import (
        Award,
        Beat,
        Credit,
        Dispute,
        Episode,
        Fact,
        FalseClaim,
        Member,
        Publisher,
        PublisherKind,
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

A = TypeVar("A", bound="_Aimed")


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
    """The facts of one show in one language: records by key, and what a record leads to."""

    def __init__(self, show: Show) -> None:
        self.show = show
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

    def beats_in(self, episode: Episode) -> list[Beat]:
        """What happens in an episode, in the order of the facts."""
        return [beat for beat in self.show.beats if beat.episode == episode.number]

    def beats_about(self, key: str) -> list[Beat]:
        """What of the story also belongs on the card of a record or section."""
        return _about(self.show.beats, key)

    def told_of(self, member: Member) -> list[Fact | Beat]:
        """What the facts tell of a character or actor, in and outside the story."""
        return [*member.facts, *self.beats_about(member.key)]

    def ending(self) -> list[ShowFact | Beat]:
        """How the story ends, and what was said about it."""
        return [*self.facts("ending"), *self.beats_about("ending")]

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

    # Sources.

    def publisher_of(self, source: str) -> Publisher:
        """Who publishes a source."""
        return self.show.publishers[self.show.sources[source].publisher]

    def best_first(self, sources: Iterable[str]) -> list[str]:
        """Sources without repetition: the most trustworthy kind first, then the newest; undated ones last."""
        return sorted(dict.fromkeys(sources), key=self._source_ranks.__getitem__)

    def weak_kind(self, sources: Iterable[str]) -> PublisherKind | None:
        """The most trustworthy kind among some sources if all of them are weak; None without sources."""
        best = min((self._kind_of(key) for key in sources), key=PUBLISHER_KINDS.index, default=None)
        return best if best in WEAK_KINDS else None

    def _kind_of(self, source: str) -> PublisherKind:
        return self.show.sources[source].kind or self.publisher_of(source).kind

    @cached_property
    def _source_ranks(self) -> dict[str, tuple[int, int]]:
        """The place of each source among all: the kind of its publisher, then its age."""
        return {
            key: (PUBLISHER_KINDS.index(self._kind_of(key)), -source.published.toordinal() if source.published else 0)
            for key, source in self.show.sources.items()
        }

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

    @property
    def last_episode(self) -> int:
        """The number of the last episode."""
        return max(self.episodes, default=0)

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
