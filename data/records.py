"""What a fact looks like: frozen, typed records of one show.

Each record is one TOML table (``[[member]]`` is a :class:`Member`) with a permanent kebab-case ``key``. Prose is
English in the records and comes in other languages from ``translations/<language>.toml``, by that key.
Nothing in this package knows Discord.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from data.scripts import script_of

KEY_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Key = Annotated[str, Meta(pattern=KEY_PATTERN, max_length=60)]
"""Permanent name of a record: autocomplete value, address, test id and translation id at once."""

TRANSLATED = {"translated": True}
MAY_BE_TRANSLATED = {"translated": False}

Line = Annotated[str, Meta(min_length=1, max_length=160, extra=TRANSLATED)]
"""A few translated words: a title, a role, a hint."""

Prose = Annotated[str, Meta(min_length=1, max_length=480, extra=TRANSLATED)]
"""One to three translated sentences."""

WorkTitle = Annotated[str, Meta(min_length=1, max_length=120, extra=MAY_BE_TRANSLATED)]
"""The title of another work: given in another language only where it is established there."""

Written = Annotated[str, Meta(min_length=1, max_length=120)]
"""A name as it is written; never translated."""

EpisodeNumber = Annotated[int, Meta(ge=0, le=200)]
Percent = Annotated[float, Meta(ge=0, le=100)]
Count = Annotated[int, Meta(ge=0)]
Millions = Annotated[float, Meta(ge=0)]
LANGUAGE_TAG = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$"
Language = Annotated[str, Meta(pattern=LANGUAGE_TAG)]

Confidence = Literal["confirmed", "single", "disputed", "derived"]
"""How sure a fact is: two independent publishers, one, contested, or our arithmetic over sourced figures."""

Precision = Literal["day", "month", "year"]
"""How much of a date is known; the unknown part is written as 01."""

Sources = Annotated[tuple[Key, ...], Meta(min_length=1)]


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A TOML table; an unknown field is a problem, not a guess."""


class Sourced(Record, frozen=True, kw_only=True):
    """A fact: where it comes from, how sure it is, and after which episode it gives nothing away."""

    sources: Sources
    confidence: Confidence = "single"
    """Left out in the files where it follows from the sources; the loader works it out."""
    after_episode: EpisodeNumber = 0


class Name(Record, frozen=True, kw_only=True):
    """A proper name in every script that the facts know it in, and all other spellings that people use for it.

    In the files the scripts stand beside each other, by language tag::

        { latin = "Yoon Ha-rin", ko = "윤하린", ja = "ユン・ハリン", also = ["Yoon Harin"] }
    """

    latin: Written
    scripts: dict[Language, Written] = field(default_factory=dict[str, str])
    """The name by the language that writes it so. The loader collects the tags of the files here."""
    also: tuple[Written, ...] = ()

    def __hash__(self) -> int:
        return hash(self.latin)  # equal names have it in common; ``scripts`` has no hash

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling: Latin first, then the other scripts, then the rest."""
        return (*self.forms, *self.also)

    @property
    def forms(self) -> tuple[str, ...]:
        """The name once in each script or language, Latin first."""
        return (self.latin, *self.scripts.values())

    def in_language(self, language: str) -> str:
        """Return the form that readers of ``language`` know, or the Latin one where the facts have no better form."""
        for tag in _tags(language):
            if tag in self.scripts:
                return self.scripts[tag]
        return self.latin

    def beside(self, form: str, *languages: str) -> str | None:
        """Return the form to show after ``form``: the first other one of ``languages``, else Latin, else None."""
        others = (*map(self.in_language, languages), self.latin)
        return next((other for other in others if other != form), None)

    def in_script_of(self, typed: str, *languages: str) -> str:
        """Return the form in the script of ``typed``.

        Where several forms or none are in that script, the first of ``languages`` that has a form decides.
        """
        script = script_of(typed)
        preferred = [self.in_language(language) for language in languages]
        found = (form for form in (*preferred, *self.forms) if script_of(form) == script)
        return next(found, (preferred or [self.latin])[0])


_SCRIPTS = {"zh-CN": "zh-Hans", "zh-SG": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant", "zh-MO": "zh-Hant"}
"""The script that a region writes, where a language has several."""


@cache
def _tags(language: str) -> tuple[str, ...]:
    """The tags under which a name may serve readers of a language, best first: zh-TW, zh-Hant, zh."""
    base = language.split("-", 1)[0]
    return tuple(dict.fromkeys((language, _SCRIPTS.get(language, language), base)))


class Source(Record, frozen=True, kw_only=True):
    """A page that a fact was read on."""

    key: Key
    publisher: Written
    title: Annotated[str, Meta(min_length=1, max_length=200)]
    """What the page is, in our words."""
    url: Annotated[str, Meta(pattern=r"^https?://\S+$", max_length=512)]
    language: Language
    published: dt.date | None = None
    precision: Precision = "day"
    origin: Key | None = None
    """The text that this page repeats (a press release): pages of one origin count as one witness."""

    @property
    def witness(self) -> str:
        """What makes two sources independent of each other."""
        return self.origin or self.publisher


class Fact(Sourced, frozen=True, kw_only=True):
    """One sentence or two that stand for themselves, inside another record."""

    key: Key
    """Unique within the record that holds it."""
    text: Prose
    date: dt.date | None = None
    precision: Precision = "day"


Topic = Literal[
    "premise", "genre", "network", "run", "slot", "episodes", "neighbours", "titles", "runtime",
    "writing", "directing", "production", "music",
    "timeline", "budget", "watch", "trivia",
    "ratings", "milestones", "netflix", "reading-figures",
    "album", "label", "sales", "charts", "line-up",
    "specials", "silence", "adaptation", "awards", "ending",
]  # fmt: skip
"""Which card, and which part of it, a fact of the whole show belongs to."""


class ShowFact(Sourced, frozen=True, kw_only=True):
    """A fact about the whole show."""

    key: Key
    topic: Topic
    text: Prose
    date: dt.date | None = None
    precision: Precision = "day"
    amount: float | None = None
    """The figure in the text as a number, where there is one (see ``unit``)."""
    unit: (
        Literal["KRW", "USD", "percent", "hours", "views", "minutes", "episodes", "weeks", "days", "copies"] | None
    ) = None
    about: tuple[Key, ...] = ()
    """Records on whose cards the fact shows as well."""


class Group(Record, frozen=True, kw_only=True):
    """A family or side in the story."""

    key: Key
    name: Line


class Work(Record, frozen=True, kw_only=True):
    """Something else that a person played in or made."""

    key: Key
    """Unique within the record that holds it."""
    title: WorkTitle
    sources: Sources
    year: int | None = None
    until: int | None = None
    note: Line | None = None


class Born(Record, frozen=True, kw_only=True):
    """The published birth date of an actor."""

    date: dt.date
    sources: Sources
    confidence: Confidence = "single"


class Appearance(Record, frozen=True, kw_only=True):
    """In which episodes a character is known to appear."""

    text: Line
    sources: Sources
    numbers: tuple[EpisodeNumber, ...] = ()


Billing = Literal["lead", "supporting", "special-appearance", "minor", "child", "photograph", "uncast"]


class Member(Sourced, frozen=True, kw_only=True):
    """An actor and the character played. ``after_episode`` > 0: the part itself gives something away."""

    key: Key
    billing: Billing
    order: Annotated[int, Meta(ge=1)]
    """The place in the billing order of the whole cast; no two members share one. Steps of ten leave room."""
    group: Key
    character: Name
    actor: Name | None = None
    """None: nobody knows who plays it (billing ``uncast``)."""
    gender: Literal["female", "male"] | None = None
    """Of the character: picks "mother" or "father" for a relation."""
    role: Prose
    age: Annotated[int, Meta(ge=0, le=120)] | None = None
    """Of the character, as printed in the character notes."""
    age_sources: tuple[Key, ...] = ()
    born: Born | None = None
    appears: Appearance | None = None
    works: tuple[Work, ...] = field(default=(), name="work")
    facts: tuple[Fact, ...] = field(default=(), name="fact")


RelationName = Literal[
    "spouse", "former-spouse", "partner", "romance", "parent", "biological-parent", "grandparent",
    "older-sibling", "sibling", "aunt-uncle", "parent-in-law", "sibling-in-law", "relative",
    "friend", "first-love", "rival", "enemy", "ally", "acquaintance", "rescuer", "attacker", "shadow",
    "employer", "secretary", "doctor", "lawyer", "coach", "household-staff", "younger-self",
]  # fmt: skip


class Relation(Sourced, frozen=True, kw_only=True):
    """``of`` is the ``kind`` of ``to``: the parent of the child, the doctor of the patient."""

    key: Key
    of: Key
    to: Key
    kind: RelationName
    detail: Line | None = None


class Credit(Sourced, frozen=True, kw_only=True):
    """Somebody behind the camera."""

    key: Key
    name: Name
    job: Literal[
        "writer",
        "director",
        "music",
        "composer",
        "chief-producer",
        "executive-producer",
        "producer",
        "camera",
        "editor",
    ]
    works: tuple[Work, ...] = field(default=(), name="work")
    facts: tuple[Fact, ...] = field(default=(), name="fact")


class Company(Sourced, frozen=True, kw_only=True):
    """A company or broadcaster and its part in the show."""

    key: Key
    name: Name
    part: Line


class Singer(Sourced, frozen=True, kw_only=True):
    """Who sings; ``member`` leads to the cast member where an actor sings."""

    key: Key
    name: Name
    people: tuple[Name, ...] = ()
    """The members of a group."""
    group: Written | None = None
    """The group that a solo singer or a smaller unit belongs to."""
    member: Key | None = None
    facts: tuple[Fact, ...] = field(default=(), name="fact")


class Release(Record, frozen=True, kw_only=True):
    """When a single came out."""

    date: dt.date
    sources: Sources
    confidence: Confidence = "single"
    time: Annotated[str, Meta(pattern=r"^\d\d:\d\d$")] | None = None
    """Korean time."""
    note: Line | None = None


class Writing(Record, frozen=True, kw_only=True):
    """Who wrote a track, by key of :class:`Credit`; an empty tuple: not known."""

    sources: Sources
    confidence: Confidence = "single"
    music: tuple[Key, ...] = ()
    lyrics: tuple[Key, ...] = ()
    lyrics_sources: tuple[Key, ...] = ()
    note: Line | None = None


class Scene(Sourced, frozen=True, kw_only=True):
    """Where a track is heard."""

    key: Key
    text: Prose
    episode: EpisodeNumber | None = None


class Track(Sourced, frozen=True, kw_only=True):
    """One line of the soundtrack."""

    key: Key
    kind: Literal["song", "theme", "score"]
    title: Name
    romanized: Written | None = None
    part: Annotated[int, Meta(ge=1)] | None = None
    """OST part: the number of the single."""
    singer: Key | None = None
    release: Release | None = None
    writing: Writing | None = None
    title_note: Line | None = None
    scenes: tuple[Scene, ...] = field(default=(), name="scene")
    facts: tuple[Fact, ...] = field(default=(), name="fact")
    unknown: tuple[
        Literal["singer", "release", "music", "lyrics", "arrangement", "length", "scene", "korean-title"], ...
    ] = ()
    """What was looked for and not found; the card says so."""


class Disc(Sourced, frozen=True, kw_only=True):
    """A disc of the album."""

    key: Key
    number: Annotated[int, Meta(ge=1)]
    name: Line
    total: Annotated[int, Meta(ge=1)]
    """How many lines the disc is said to hold; more than ``listing`` has where only a part is known."""
    listing: tuple[Key, ...]
    ordered: bool = True
    note: Prose | None = None


class Content(Record, frozen=True, kw_only=True):
    """Something in the box of an edition."""

    key: Key
    """Unique within the record that holds it."""
    text: Line


class Edition(Sourced, frozen=True, kw_only=True):
    """A pressing of the album and what lies in the box."""

    key: Key
    name: Line
    contents: Annotated[tuple[Content, ...], Meta(min_length=1)] = field(name="content")
    note: Line | None = None


class Chart(Sourced, frozen=True, kw_only=True):
    """A place in a music chart."""

    key: Key
    chart: Line
    track: Key | None = None
    peak: Annotated[int, Meta(ge=1)] | None = None
    detail: Line | None = None
    date: dt.date | None = None
    precision: Precision = "day"


class Episode(Sourced, frozen=True, kw_only=True):
    """One episode; the synopsis is safe only for those who have seen it."""

    key: Key
    number: Annotated[int, Meta(ge=1)]
    aired: dt.date
    hint: Line
    synopsis: Prose
    minutes: Annotated[int, Meta(ge=1)] | None = None
    minutes_sources: tuple[Key, ...] = ()
    content_note: Line | None = None


class Special(Sourced, frozen=True, kw_only=True):
    """A programme beside the episodes."""

    key: Key
    number: Annotated[int, Meta(ge=1)]
    name: Name
    aired: dt.date
    text: Prose


class Rating(Sourced, frozen=True, kw_only=True):
    """Household ratings of one episode in per cent; viewers in people."""

    key: Key
    episode: Annotated[int, Meta(ge=1)]
    nationwide: Percent
    seoul: Percent | None = None
    """The capital area: Seoul, Incheon and Gyeonggi."""
    seoul_sources: tuple[Key, ...] = ()
    peak: Percent | None = None
    peak_seoul: Percent | None = None
    peak_sources: tuple[Key, ...] = ()
    viewers: Count | None = None
    viewers_seoul: Count | None = None
    age_20_49: Percent | None = None
    age_20_49_seoul: Percent | None = None
    note: Line | None = None


class RankingEntry(Record, frozen=True, kw_only=True):
    """A show's best episode in a ranking."""

    key: Key
    """Unique within the record that holds it."""
    title: WorkTitle
    rating: Percent
    sources: Sources
    confidence: Confidence = "single"
    channel: Written | None = None
    aired: dt.date | None = None
    this_show: bool = False
    note: Line | None = None


class Ranking(Sourced, frozen=True, kw_only=True):
    """Where the show stands among others, best first, on one day."""

    key: Key
    name: Line
    as_of: dt.date
    claim: Prose
    note: Prose | None = None
    entries: tuple[RankingEntry, ...] = field(name="entry")


class Week(Sourced, frozen=True, kw_only=True):
    """A week in the streaming chart; hours and views in millions, the running sums are our arithmetic."""

    key: Key
    number: Annotated[int, Meta(ge=1)]
    starts: dt.date
    ends: dt.date
    rank: Annotated[int, Meta(ge=1)]
    hours: Millions
    views: Millions
    note: Line | None = None


class Total(Sourced, frozen=True, kw_only=True):
    """Streaming hours (and views) in millions, counted up to a day."""

    key: Key
    as_of: dt.date
    hours: Millions
    views: Millions | None = None
    note: Prose | None = None


class Report(Sourced, frozen=True, kw_only=True):
    """A half-year report of the streaming service; hours and views in millions."""

    key: Key
    period: Line
    starts: dt.date
    ends: dt.date
    hours: Millions
    views: Millions | None = None
    rank: Line | None = None
    note: Line | None = None


class Verdict(Sourced, frozen=True, kw_only=True):
    """The answer about a second season, as of a day."""

    text: Prose
    official: Prose
    press: Prose
    as_of: dt.date
    precision: Precision = "day"


Level = Literal["official", "reported", "opinion", "rumour", "wrong", "not-evidence"]


class Statement(Sourced, frozen=True, kw_only=True):
    """Who said what about a second season, and when."""

    key: Key
    date: dt.date
    precision: Precision = "day"
    level: Level
    who: Line
    text: Prose
    note: Prose | None = None


class Reason(Sourced, frozen=True, kw_only=True):
    """An argument of a named source for or against a second season, in our words."""

    key: Key
    who: Line
    date: dt.date
    precision: Precision = "day"
    text: Prose


class Title(Sourced, frozen=True, kw_only=True):
    """The show's title in a language."""

    key: Key
    language: Line
    code: Language
    title: Written


class Place(Sourced, frozen=True, kw_only=True):
    """A filming place."""

    key: Key
    country: Literal["DE", "KR"] | Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
    place: Line
    used_for: Line
    note: Line | None = None


class Award(Sourced, frozen=True, kw_only=True):
    """A prize won or missed; ``to`` names members, tracks, singers or credits on whose cards it shows."""

    key: Key
    award: Line
    category: Line
    recipient: Line
    result: Literal["won", "nominated"]
    date: dt.date
    precision: Precision = "day"
    to: tuple[Key, ...] = ()
    note: Line | None = None


class Claim(Record, frozen=True, kw_only=True):
    """One side of a dispute."""

    key: Key
    """Unique within the record that holds it."""
    says: Line
    sources: Sources


class Dispute(Record, frozen=True, kw_only=True):
    """Sources that differ: every claim with its sources, and our reading if there is one."""

    key: Key
    topic: Line
    about: tuple[Key, ...]
    """The records or whole sections (see :data:`data.loader.SECTIONS`) whose cards show it."""
    claims: Annotated[tuple[Claim, ...], Meta(min_length=1)] = field(name="claim")
    reading: Prose | None = None
    after_episode: EpisodeNumber = 0


class FalseClaim(Sourced, frozen=True, kw_only=True):
    """A claim that goes round and is wrong, and why."""

    key: Key
    claim: Line
    verdict: Prose
    about: tuple[Key, ...]


class Unknown(Record, frozen=True, kw_only=True):
    """What was looked for and not found."""

    key: Key
    text: Line
    about: tuple[Key, ...]
    after_episode: EpisodeNumber = 0


class Vocabulary(Record, frozen=True, kw_only=True):
    """Words of questions that only this show needs: the ways to say one concept, by language.

    In the files: ``[[vocabulary]]`` with ``key = "illness"``, ``words.en = ["illness", "sick"]``, ``words.ko = [...]``.
    """

    key: Key
    """The concept, as the question types name it."""
    words: dict[Language, tuple[Written, ...]]


class About(Record, frozen=True, kw_only=True):
    """The show itself."""

    key: Key
    title: Name
    original_language: Language
    """The language in which the show was made: its form of a name is shown beside the reader's own."""
    colour: Annotated[str, Meta(pattern=r"^#[0-9a-f]{6}$")]
    """The accent of its cards."""
    version: dt.date
    """When the facts were last looked over."""
    sources: Sources


class Show(Struct, frozen=True, kw_only=True):
    """Everything known about one show, in one language."""

    language: str
    about: About
    verdict: Verdict | None = None
    sources: dict[str, Source]
    groups: tuple[Group, ...] = ()
    members: tuple[Member, ...] = ()
    relations: tuple[Relation, ...] = ()
    credits: tuple[Credit, ...] = ()
    companies: tuple[Company, ...] = ()
    singers: tuple[Singer, ...] = ()
    tracks: tuple[Track, ...] = ()
    discs: tuple[Disc, ...] = ()
    editions: tuple[Edition, ...] = ()
    charts: tuple[Chart, ...] = ()
    episodes: tuple[Episode, ...] = ()
    specials: tuple[Special, ...] = ()
    ratings: tuple[Rating, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    weeks: tuple[Week, ...] = ()
    totals: tuple[Total, ...] = ()
    reports: tuple[Report, ...] = ()
    statements: tuple[Statement, ...] = ()
    reasons: tuple[Reason, ...] = ()
    titles: tuple[Title, ...] = ()
    places: tuple[Place, ...] = ()
    awards: tuple[Award, ...] = ()
    facts: tuple[ShowFact, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    false_claims: tuple[FalseClaim, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    vocabulary: tuple[Vocabulary, ...] = ()
    translations: dict[str, Show] = field(default_factory=dict[str, Any])
    """The same show in other languages; empty in a translation itself."""

    def in_language(self, language: str) -> Show:
        """The show with its prose in ``language``, or in English where there is no translation."""
        return self.translations.get(language, self)
