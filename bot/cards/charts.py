"""Which pictures there are, what is drawn in them, and what their alt texts say. Nothing is drawn here.

A picture that a show has no facts for does not exist. Alt texts and, but for the one that says so, pictures hold
nothing that gives the plot away.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from bot.cards.builder import shortened
from bot.domain.relations import RELATIONS
from bot.pictures import specs
from bot.pictures.cache import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cards.builder import Reader
    from bot.i18n.translator import Words
    from data.records import Ladder, Member, Rating, Relation

ALT = 256
"""UTF-16 units of an alt text."""
TICKS = 4
"""Lines of a grid, at most, above the ground line."""

REGULARS = ("lead", "supporting")
"""Who is more than a guest."""
FEWEST_AROUND = 2
"""People whom a circle is worth drawing for."""


def _picture(name: str, alt: str, job: specs.AnyChart, *, spoiler: bool = False) -> Picture:
    written = msgspec.json.encode(job)
    return Picture(name, shortened(alt, ALT), written, hashlib.sha256(written).hexdigest(), spoiler)


def pictures(reader: Reader) -> Iterator[Picture]:
    """All pictures of a show in one language."""
    everybody = (circle(reader, member) for member in reader.library.show.members)
    shared = (curve, ladders, weeks, timeline, who_is_who, what_comes_out)
    yield from filter(None, [*(draw(reader) for draw in shared), *everybody])


def _title(reader: Reader) -> str:
    return reader.library.show.about.title.in_language(reader.words.language)


# How many watched.


def curve(reader: Reader) -> Picture | None:
    """The ratings over the episodes."""
    words, library = reader.words, reader.library
    ratings = [library.ratings[number] for number in sorted(library.ratings)]
    best = library.best_rating()
    if best is None or len(ratings) < 2:
        return None
    seconds = [rating.seoul for rating in ratings if rating.seoul is not None]
    job = specs.LineChart(
        language=words.language,
        title=words("chart-ratings-title", show=_title(reader)),
        subtitle=words("chart-ratings-subtitle"),
        first=words("chart-nationwide"),
        second=words("chart-capital") if seconds else "",
        points=tuple(
            specs.Point(episode=rating.episode, value=rating.nationwide, second=rating.seoul) for rating in ratings
        ),
        marks=tuple(_marks(reader, ratings[-1], best)),
        second_best=words.percent(max(seconds)) if seconds else "",
        axis=words("chart-episodes"),
        ticks={height: words.percent(height) for height in _ticks(max([best.nationwide, *seconds]))},
    )
    alt = words(
        "chart-ratings-alt",
        show=_title(reader),
        first=ratings[0].episode,
        last=ratings[-1].episode,
        start=words.percent(ratings[0].nationwide),
        end=words.percent(ratings[-1].nationwide),
        best=words.percent(best.nationwide),
        record=best.episode,
    )
    return _picture("ratings", alt, job)


def _marks(reader: Reader, finale: Rating, best: Rating) -> Iterator[specs.Annotation]:
    told = {"finale": finale, "record": best} if finale is not best else {"finale-record": best}
    for what, rating in told.items():
        text = reader.words(f"chart-{what}", rating=reader.words.percent(rating.nationwide))
        yield specs.Annotation(episode=rating.episode, text=text)


def _ticks(highest: float) -> range:
    """Round heights for the lines of a grid."""
    step = next(step for step in (1, 2, 5, 10, 20, 25) if highest / step < TICKS + 1)
    return range(0, int(highest) + 1, step)


def ladders(reader: Reader) -> Picture | None:
    """Where the show stands among others."""
    words, library = reader.words, reader.library
    shown = [ladder for ladder in library.show.ladders if library.place_on(ladder)]
    if not shown:
        return None
    own = next(rung for rung in shown[0].rungs if rung.this_show)
    places = [words("chart-ladder-place", place=library.place_on(ladder)) for ladder in shown]
    alt = words(
        "chart-ladder-alt",
        count=len(shown),
        show=_title(reader),
        date=words.date(max(ladder.as_of for ladder in shown)),
        rating=words.percent(own.rating),
        places=words.join(places),
    )
    title = words("chart-ladder-title", show=_title(reader))
    rankings = tuple(_ranking(reader, ladder) for ladder in shown)
    return _picture("ladder", alt, specs.BarChart(language=words.language, title=title, rankings=rankings))


def _ranking(reader: Reader, ladder: Ladder) -> specs.Ranking:
    words = reader.words
    bars = (
        specs.Bar(
            place=words.number(place),
            text=rung.title,
            value=rung.rating,
            figure=words.percent(rung.rating),
            detail=" · ".join(filter(None, [rung.channel, words.short_date(rung.aired)])) if rung.aired else "",
            marked=rung.this_show,
        )
        for place, rung in enumerate(ladder.rungs, start=1)
    )
    heading = words("ladder-heading", ladder=ladder.name, date=words.date(ladder.as_of))
    return specs.Ranking(heading=heading, bars=tuple(bars))


def weeks(reader: Reader) -> Picture | None:
    """The weeks in the streaming chart."""
    words, found = reader.words, reader.library.show.weeks
    if not found:
        return None
    best = min(week.rank for week in found)
    alt = words(
        "chart-netflix-alt",
        show=_title(reader),
        weeks=len(found),
        first=words.date(found[0].starts),
        last=words.date(found[-1].ends),
        hours=words.number(max(week.hours for week in found)),
        rank=best,
    )
    rows = (
        specs.Week(
            number=words.number(week.number),
            day=words.short_date(week.ends),
            value=week.hours,
            figure=words.number(week.hours),
            rank=words("chart-rank-of", rank=week.rank),
            best=week.rank == best,
        )
        for week in found
    )
    job = specs.WeeklyChart(
        language=words.language,
        title=words("chart-netflix-title", show=_title(reader)),
        subtitle=words("chart-netflix-subtitle"),
        heads=(words("chart-week"), words("chart-hours"), words("chart-rank")),
        weeks=tuple(rows),
    )
    return _picture("netflix", alt, job)


# The soundtrack.


def timeline(reader: Reader) -> Picture | None:
    """The singles by day of release, against the episodes."""
    words, library = reader.words, reader.library
    released = {track.key: track.release.date for track in library.songs() if track.release}
    if not released:
        return None
    aired = [episode.aired for episode in library.show.episodes]
    days = sorted({*released.values(), *aired})
    years = dict.fromkeys(words.date(day, "year") for day in days)
    one_year = len(years) == 1
    rows: list[specs.Day] = []
    for before, day in zip([days[0], *days], days, strict=False):
        tracks = [library.tracks[key] for key, date in released.items() if date == day]
        releases = (
            specs.Release(
                part=words.number(track.part or 0),
                title=track.title.in_language(words.language),
                singer=library.singers[track.singer].name.in_language(words.language) if track.singer else "",
            )
            for track in tracks
        )
        episodes = tuple(words.number(episode.number) for episode in library.show.episodes if episode.aired == day)
        written = words.day_of_year(day) if one_year else words.short_date(day)
        rows.append(specs.Day(day=written, gap=(day - before).days, episodes=episodes, releases=tuple(releases)))
    job = specs.Timeline(
        language=words.language,
        title=words("chart-ost-title", show=_title(reader)),
        subtitle=words("chart-ost-subtitle", year="–".join([*years][:: max(len(years) - 1, 1)])),
        heads=(words("chart-day"), words("chart-episode"), words("chart-single")),
        days=tuple(rows),
    )
    alt = words(
        "chart-ost-alt",
        show=_title(reader),
        count=len(released),
        first=words.date(min(released.values())),
        last=words.date(max(released.values())),
    )
    return _picture("soundtrack", alt, job)


# Who is who.


class Tie(NamedTuple):
    """A relation as a chart shows it."""

    relation: Relation
    of: Member
    to: Member
    bond: specs.RelationKind
    after_episode: int

    @property
    def ends(self) -> set[str]:
        """Whom it ties."""
        return {self.of.key, self.to.key}

    def word(self, words: Words) -> str:
        """What the one is to the other."""
        return words(f"tie-{self.relation.kind}", gender=self.of.gender or "other")

    @property
    def mutual(self) -> bool:
        """Whether it is said of both in the same word."""
        return RELATIONS[RELATIONS[self.relation.kind].label].symmetric


class Cast:
    """The people of a chart and their ties: those that give nothing away, or those that do and couples among them."""

    def __init__(self, reader: Reader, *, spoilers: bool) -> None:
        self.reader = reader
        self._spoilers = spoilers

    @cached_property
    def ties(self) -> list[Tie]:
        """What is shown, in the order of the facts, without what goes without saying."""
        found = [tie for relation in self.reader.library.show.relations if (tie := self._tie(relation))]
        if self._spoilers:
            told = {key for tie in found if tie.after_episode for key in tie.ends}
            return [
                tie
                for tie in found
                if tie.after_episode or (tie.bond == "pair" and tie.of.group == tie.to.group and told >= tie.ends)
            ]
        found = [tie for tie in found if not tie.after_episode]
        families = _families(found)
        return [
            tie
            for tie in found
            if not RELATIONS[tie.relation.kind].implied_in_family or families[tie.of.key] != families[tie.to.key]
        ]

    @cached_property
    def people(self) -> list[Member]:
        """Who is shown."""
        tied = {key for tie in self.ties for key in tie.ends}
        return [
            member
            for member in self.reader.library.show.members
            if member.billing in REGULARS and (member.key in tied or not (self._spoilers or member.after_episode))
        ]

    def _tie(self, relation: Relation) -> Tie | None:
        """A relation between regulars."""
        members = self.reader.library.members
        of, to = members[relation.of], members[relation.to]
        if of.billing not in REGULARS or to.billing not in REGULARS:
            return None
        after = max(relation.after_episode, of.after_episode, to.after_episode)
        line = RELATIONS[relation.kind].line
        bond: specs.RelationKind = "other" if line == "descent" and after else line
        return Tie(relation, of, to, bond, after)


def _families(ties: list[Tie]) -> dict[str, int]:
    """People by number of the family that couples and children make of them."""
    family = {key: number for number, key in enumerate({key for tie in ties for key in tie.ends})}
    for tie in ties:
        if tie.bond != "other":
            old, new = family[tie.to.key], family[tie.of.key]
            family = {key: new if number == old else number for key, number in family.items()}
    return family


def who_is_who(reader: Reader) -> Picture | None:
    """The relations that give nothing away."""
    cast = Cast(reader, spoilers=False)
    if not cast.ties:
        return None
    words = reader.words
    job = _people(cast, words("who-title", show=_title(reader)), words("chart-who-subtitle"), framed=True)
    alt = words("chart-who-alt", show=_title(reader), people=len(cast.people), sides=len(job.sides))
    return _picture("who-is-who", alt, job)


def what_comes_out(reader: Reader) -> Picture | None:
    """The relations that give the plot away."""
    cast = Cast(reader, spoilers=True)
    if not cast.ties:
        return None
    words = reader.words
    job = _people(
        cast, words("who-spoilers-title", show=_title(reader)), words("chart-spoilers-subtitle"), framed=False
    )
    return _picture("spoilers", words("chart-spoilers-alt", show=_title(reader)), job, spoiler=True)


def _people(cast: Cast, title: str, subtitle: str, *, framed: bool) -> specs.RelationshipChart:
    language = cast.reader.words.language
    sides: list[specs.Group] = []
    for group in cast.reader.library.show.groups:
        people = tuple(
            specs.Person(key=member.key, name=member.character.in_language(language), lead=member.billing == "lead")
            for member in cast.people
            if member.group == group.key
        )
        if people:
            sides.append(specs.Group(name=group.name if framed else "", people=people))
    ties = tuple(
        specs.Relation(of=tie.of.key, to=tie.to.key, bond=tie.bond, word=tie.word(cast.reader.words), mutual=tie.mutual)
        for tie in cast.ties
    )
    return specs.RelationshipChart(language=language, title=title, subtitle=subtitle, sides=tuple(sides), ties=ties)


def circle(reader: Reader, member: Member) -> Picture | None:
    """The people around somebody, as far as they give nothing away; no guests and no younger selves."""
    words, language = reader.words, reader.words.language
    around: dict[str, list[str]] = {}
    for one in reader.library.related(member):
        safe = not (one.relation.after_episode or one.member.after_episode or member.after_episode)
        if safe and one.member.billing in REGULARS and one.relation.kind != "younger-self":
            word = words(f"relation-{one.kind}", gender=one.member.gender or "other")
            around.setdefault(one.member.key, []).append(word)
    if len(around) < FEWEST_AROUND:
        return None
    name = member.character.in_language(language)
    related: list[specs.Related] = []
    for key, said in around.items():
        other = reader.library.members[key]
        actor = other.actor.in_language(language) if other.actor else ""
        related.append(specs.Related(word=" · ".join(said), name=other.character.in_language(language), actor=actor))
    job = specs.EgoChart(
        language=language,
        title=words("chart-circle-title", name=name),
        name=name,
        actor=member.actor.in_language(language) if member.actor else "",
        around=tuple(related),
    )
    return _picture("circle", words("chart-circle-alt", name=name, count=len(around)), job)
