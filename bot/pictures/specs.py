"""What a picture shows: charts as plain structures, which the bot writes as JSON and the renderer reads.

Every text is finished: in the reader's language, with numbers and dates formatted.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Chart(Struct, frozen=True, kw_only=True, tag_field="kind"):
    """One picture."""

    language: str
    title: str
    subtitle: str = ""


class Point(Struct, frozen=True, kw_only=True):
    """The values of one episode in a line chart."""

    episode: int
    value: float
    second_value: float | None = None


class Annotation(Struct, frozen=True, kw_only=True):
    """A text and a star at a point of the first series."""

    episode: int
    text: str


class LineChart(Chart, frozen=True, kw_only=True, tag="curve"):
    """One or two series over the episodes."""

    first_name: str
    second_name: str
    """The names of the series; ``second_name`` is "" if there is only one."""
    points: tuple[Point, ...]
    annotations: tuple[Annotation, ...]
    second_peak: str
    """The text at the highest point of the second series."""
    x_title: str
    y_ticks: dict[int, str]
    """The labels of the grid lines by value."""


class Bar(Struct, frozen=True, kw_only=True):
    """An entry of a ranking; a highlighted one has a star and bold text."""

    rank: str
    label: str
    value: float
    value_text: str
    detail: str = ""
    highlighted: bool = False


class Ranking(Struct, frozen=True, kw_only=True):
    """Bars under a heading."""

    heading: str
    bars: tuple[Bar, ...]


class BarChart(Chart, frozen=True, kw_only=True, tag="bars"):
    """One or more rankings, one below the other."""

    rankings: tuple[Ranking, ...]


class Week(Struct, frozen=True, kw_only=True):
    """One week in a streaming chart."""

    number: str
    day: str
    value: float
    value_text: str
    rank: str
    is_best: bool
    """Whether the show was never ranked higher."""


class WeeklyChart(Chart, frozen=True, kw_only=True, tag="weeks"):
    """Viewing hours and rank by week."""

    column_titles: tuple[str, str, str]
    """Week, hours, rank."""
    weeks: tuple[Week, ...]


class Release(Struct, frozen=True, kw_only=True):
    """A single of the soundtrack."""

    part: str
    title: str
    singer: str


class Day(Struct, frozen=True, kw_only=True):
    """A day of the timeline; ``gap`` is the number of days since the day before it."""

    day: str
    gap: int
    episodes: tuple[str, ...] = ()
    releases: tuple[Release, ...] = ()


class Timeline(Chart, frozen=True, kw_only=True, tag="timeline"):
    """Episodes and singles by day."""

    column_titles: tuple[str, str, str]
    """Day, episode, single."""
    days: tuple[Day, ...]


class Person(Struct, frozen=True, kw_only=True):
    """A character in a relationship chart."""

    key: str
    name: str
    is_lead: bool = False


class Group(Struct, frozen=True, kw_only=True):
    """A family or other group; without a name it gets no frame."""

    name: str
    people: tuple[Person, ...]


RelationLine = Literal["pair", "descent", "other"]
"""How a relation is drawn: two people as a couple, as parent and child, or with a line between them."""


class Relation(Struct, frozen=True, kw_only=True):
    """``label`` says what the person ``source`` is to the person ``target``."""

    source: str
    target: str
    line: RelationLine
    label: str = ""
    mutual: bool = False
    """Whether the label is true in both directions, so that the line needs no arrow."""


class RelationshipChart(Chart, frozen=True, kw_only=True, tag="people"):
    """Characters by group, with the relations between them."""

    groups: tuple[Group, ...]
    relations: tuple[Relation, ...]


class RelatedPerson(Struct, frozen=True, kw_only=True):
    """A character around the one in the middle; ``label`` says what that character is to the one in the middle."""

    label: str
    name: str
    actor: str = ""


class EgoChart(Chart, frozen=True, kw_only=True, tag="circle"):
    """One character in the middle and the related ones around."""

    name: str
    actor: str
    related: tuple[RelatedPerson, ...]


AnyChart = LineChart | BarChart | WeeklyChart | Timeline | RelationshipChart | EgoChart


class RenderRequest(Struct, frozen=True, kw_only=True):
    """A chart and the file to write; one line of the renderer's standard input."""

    path: str
    chart: AnyChart


class RenderResult(Struct, frozen=True, kw_only=True):
    """What went wrong, or ""; one line of the renderer's standard output."""

    path: str
    problem: str = ""
