"""Everything that the facts say in words, one statement at a time, with what goes without saying in it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.records import Show, Topic, Track


class SourceText(NamedTuple):
    """A text of the facts."""

    place: tuple[str, ...]
    """Table and keys: ``("scene", "low-tide", "opening")``."""
    text: str
    implied: tuple[str, ...] = ()
    """Concepts that go without saying: a place was filmed at."""
    keys: tuple[str, ...] = ()
    """Records that it belongs to."""
    of_the_story: bool = False
    """Whether it tells of the character alone, not of who plays it."""


def source_texts(show: Show) -> Iterator[SourceText]:
    """Every statement of a show."""
    return chain(_about_people(show), _about_music(show), _about_the_show(show), _about_what_is_not_so(show))


def _about_people(show: Show) -> Iterator[SourceText]:
    for member in show.members:
        keys = (member.key,)
        lead = ("leads",) if member.billing == "lead" else ()
        yield SourceText(("role", member.key), member.role, ("role", "job", "plays", "actor", *lead), keys)
        for fact in member.facts:
            yield SourceText(("member", member.key, fact.key), fact.text, (), keys, of_the_story=fact.after_episode > 0)
    for credit in show.credits:
        for fact in credit.facts:
            yield SourceText(("credit", credit.key, fact.key), fact.text, (), (credit.key,))


def _about_music(show: Show) -> Iterator[SourceText]:
    for singer in show.singers:
        for fact in singer.facts:
            yield SourceText(("singer", singer.key, fact.key), fact.text, ("sing", "song"), (singer.key,))
    for track in show.tracks:
        yield from _about_a_track(track)
    for edition in show.editions:
        listed = f"{edition.name}: {', '.join(item.text for item in edition.contents)}"
        yield SourceText(("edition", edition.key), listed, ("edition", "album", "song"))


def _about_a_track(track: Track) -> Iterable[SourceText]:
    keys = (track.key, track.singer or "")
    for fact in track.facts:
        yield SourceText(("track", track.key, fact.key), fact.text, ("song",), keys)
    for scene in track.scenes:
        episode = ("episode", f"number:{scene.episode}") if scene.episode else ()
        implied = ("song", "heard", "plays", "sing", "appear", "scene", "where", *episode)
        yield SourceText(("scene", track.key, scene.key), scene.text, implied, keys)


def _about_the_show(show: Show) -> Iterator[SourceText]:
    for fact in show.facts:
        yield SourceText(("fact", fact.key), fact.text, TOPICS.get(fact.topic, ()), fact.about)
    for beat in show.beats:
        if beat.about:  # the others match too many questions by their words alone
            yield SourceText(("beat", beat.key), beat.text, (), (*beat.who, *beat.about), of_the_story=True)
    for special in show.specials:
        numbered = (f"number:{special.number}", f"ordinal:{special.number}")
        yield SourceText(
            ("special", special.key), special.text, ("special", "appear", "episode", *numbered), (special.key,)
        )
    for place in show.places:
        told = f"{place.place}. {place.used_for}. {place.note or ''}"
        implied = ("place", "where", "heard", "happen", "scene", "irl", "kin:relative", f"country:{place.country}")
        yield SourceText(("place", place.key), told, implied)
    for said in show.statements:
        implied = ("season-2", "announced", "special", "remake", "when", "release", "appear", "plays", "heard")
        yield SourceText(("statement", said.key), f"{said.who}: {said.text}", implied)
    for award in show.awards:
        told = f"{award.award}. {award.category}. {award.recipient}."
        missed = ("lost",) if award.result == "nominated" else ()
        yield SourceText(("award", award.key), told, ("awards", "song", "sing", *missed), award.to)


def _about_what_is_not_so(show: Show) -> Iterator[SourceText]:
    for claim in show.false_claims:
        implied = ("heard", "appear", "announced", "cast", "plays")
        yield SourceText(("false-claim", claim.key), claim.claim, implied, claim.about)
    for unknown in show.unknowns:
        yield SourceText(("unknown", unknown.key), unknown.text, (), unknown.about)


TOPICS: Final[dict[Topic, tuple[str, ...]]] = {
    "album": ("album", "song", "release"),
    "sales": ("album", "song"),
    "label": ("album", "label", "song"),
    "line-up": ("song", "sing", "album"),
    "charts": ("song", "chart"),
    "music": ("song",),
    "ratings": ("rating", "episode"),
    "milestones": ("rating", "episode"),
    "reading-figures": ("rating",),
    "buzz": ("rank",),
    "reviews": ("rating",),
    "events": ("where",),
    "netflix": ("netflix", "watched", "watch", "rank"),
    "watch": ("watch", "where"),
    "specials": ("special",),
    "adaptation": ("remake",),
    "awards": ("awards",),
    "timeline": ("place", "produce", "making", "where"),
    "runtime": ("runtime", "how-long"),
    "titles": ("title",),
    "ending": ("end",),
    "budget": ("budget",),
    "slot": ("air", "slot"),
    "neighbours": ("air",),
    "silence": ("season-2", "announced"),
    "production": ("produce", "making", "place", "where"),
}
"""What goes without saying in a fact of a topic."""
