"""What is to be drawn: plain structures in the reader's words, which the bot writes and the drawer reads."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Chart(Struct, frozen=True, kw_only=True, tag_field="kind"):
    """One picture. Every text in it is finished: in the reader's language, figures and dates included."""

    language: str
    title: str
    subtitle: str = ""


class Point(Struct, frozen=True, kw_only=True):
    """One episode of a curve."""

    episode: int
    value: float
    second: float | None = None
    """The same in the second series."""


class Annotation(Struct, frozen=True, kw_only=True):
    """A point of the first series that is told from the others by a star and words."""

    episode: int
    text: str


class LineChart(Chart, frozen=True, kw_only=True, tag="curve"):
    """Two series over the episodes."""

    first: str
    second: str
    """What the series are called; ``second`` is "" where there is only one."""
    points: tuple[Point, ...]
    marks: tuple[Annotation, ...]
    second_best: str
    """The words at the highest point of the second series."""
    axis: str
    """What the episodes are called."""
    ticks: dict[int, str]
    """What is written beside the lines of the grid, by height."""


class Bar(Struct, frozen=True, kw_only=True):
    """A line of a ranking; ``marked`` is told from the others by a star and bold letters."""

    place: str
    text: str
    value: float
    figure: str
    """``value`` as it is written."""
    detail: str = ""
    marked: bool = False


class Ranking(Struct, frozen=True, kw_only=True):
    """BarChart under a heading."""

    heading: str
    bars: tuple[Bar, ...]


class BarChart(Chart, frozen=True, kw_only=True, tag="bars"):
    """One ranking or more, above each other."""

    rankings: tuple[Ranking, ...]


class Week(Struct, frozen=True, kw_only=True):
    """A week in a chart."""

    number: str
    day: str
    value: float
    figure: str
    rank: str
    best: bool
    """Whether the rank is the best of all weeks."""


class WeeklyChart(Chart, frozen=True, kw_only=True, tag="weeks"):
    """How much was watched week by week, and the rank."""

    heads: tuple[str, str, str]
    """What the columns hold: week, hours, rank."""
    weeks: tuple[Week, ...]


class Release(Struct, frozen=True, kw_only=True):
    """A single of the soundtrack."""

    part: str
    title: str
    singer: str


class Day(Struct, frozen=True, kw_only=True):
    """A day of the timeline, and how many days after the one before."""

    day: str
    gap: int
    episodes: tuple[str, ...] = ()
    releases: tuple[Release, ...] = ()


class Timeline(Chart, frozen=True, kw_only=True, tag="timeline"):
    """Episodes and singles by day."""

    heads: tuple[str, str, str]
    """What the columns hold: day, episode, single."""
    days: tuple[Day, ...]


class Person(Struct, frozen=True, kw_only=True):
    """Somebody in a chart of relations."""

    key: str
    name: str
    actor: str = ""
    lead: bool = False


class Group(Struct, frozen=True, kw_only=True):
    """A family or side and who belongs to it; without a name it is not framed."""

    name: str
    people: tuple[Person, ...]


RelationKind = Literal["pair", "descent", "other"]
"""How two people hang together: side by side, one above the other, or by any other tie."""


class Relation(Struct, frozen=True, kw_only=True):
    """What ``of`` is to ``to``, in a word."""

    of: str
    to: str
    bond: RelationKind
    word: str = ""
    mutual: bool = False
    """Whether the word is true both ways, so that the line needs no arrow."""


class RelationshipChart(Chart, frozen=True, kw_only=True, tag="people"):
    """Who is who."""

    sides: tuple[Group, ...]
    ties: tuple[Relation, ...]


class Related(Struct, frozen=True, kw_only=True):
    """Somebody around the person in the middle, and what that one is to this person."""

    word: str
    name: str
    actor: str = ""


class EgoChart(Chart, frozen=True, kw_only=True, tag="circle"):
    """One person and those around."""

    name: str
    actor: str
    around: tuple[Related, ...]


AnyChart = LineChart | BarChart | WeeklyChart | Timeline | RelationshipChart | EgoChart


class RenderRequest(Struct, frozen=True, kw_only=True):
    """A job and the file in which the picture belongs; one line of the drawer's input."""

    path: str
    chart: AnyChart


class RenderResult(Struct, frozen=True, kw_only=True):
    """One line of the drawer's output: what went wrong, or "" when the picture is there."""

    path: str
    problem: str = ""
