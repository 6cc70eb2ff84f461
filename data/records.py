"""Frozen, typed records of the facts of one show.

Each record is one TOML table (``[[member]]`` is a :class:`Member`) with a permanent kebab-case ``key``. Records hold
English prose. Translations add other languages by key, in ``translations/<language>.toml``. This package does not
know Discord.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

from msgspec import Meta, Raw, Struct, field, msgpack, structs

from data.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Key = Annotated[str, Meta(pattern=KEY_PATTERN, max_length=60)]
"""Permanent name of a record. It is the autocomplete value, the address, the test id and the translation id."""

TRANSLATED = {"translated": True}
MAY_BE_TRANSLATED = {"translated": False}
SELDOM_TRANSLATED = {"translated": False, "asked-for": False}
"""Translators are not asked for it."""

Line = Annotated[str, Meta(min_length=1, max_length=160, extra=TRANSLATED)]
"""A few translated words: a title, a role, a hint."""

Prose = Annotated[str, Meta(min_length=1, max_length=480, extra=TRANSLATED)]
"""One to three translated sentences."""

WorkTitle = Annotated[str, Meta(min_length=1, max_length=120, extra=MAY_BE_TRANSLATED)]
"""Title of another work. A translation gives it only where the work has an established title in that language."""

PublisherName = Annotated[str, Meta(min_length=1, max_length=120, extra=SELDOM_TRANSLATED)]
"""Name of a publisher. A translation gives it only where the name describes: "press text via a portal"."""

Asked = tuple[Annotated[str, Meta(min_length=1, max_length=120, extra=TRANSLATED)], ...]
"""Questions in the words of fans, which a record answers. A translation holds those of its own language, of any number.

``yes: `` or ``no: `` before a question for yes or no, in any language, is the word with which its answer begins.
"""

Written = Annotated[str, Meta(min_length=1, max_length=120)]
"""A name or a code that is never translated."""

EpisodeNumber = Annotated[int, Meta(ge=0, le=200)]
Percent = Annotated[float, Meta(ge=0, le=100)]
Count = Annotated[int, Meta(ge=0)]
Millions = Annotated[float, Meta(ge=0)]
LANGUAGE_TAG = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$"
Language = Annotated[str, Meta(pattern=LANGUAGE_TAG)]

Confidence = Literal["confirmed", "single", "disputed", "derived"]
"""Two independent publishers, only one, sources that differ, or our own calculation from sourced figures."""

Precision = Literal["day", "month", "year"]
"""How much of a date is known. The unknown part is written as 01."""

Sources = Annotated[tuple[Key, ...], Meta(min_length=1)]


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A TOML table. It refuses unknown fields."""


class Sourced(Record, frozen=True, kw_only=True):
    """A fact with its sources, its confidence, and the episode after which it is no spoiler."""

    sources: Sources
    confidence: Confidence = "single"
    """Leave it out where it follows from the sources: the loader derives it."""
    after_episode: EpisodeNumber = 0


class Name(Record, frozen=True, kw_only=True):
    """A proper name in every script that the facts know it in, and all other spellings that people use for it.

    In the files the scripts stand beside each other, by language tag::

        { latin = "Yoon Ha-rin", ko = "윤하린", ja = "ユン・ハリン", also = ["Yoon Harin"] }
    """

    latin: Written
    scripts: dict[str, Written] = field(default_factory=dict[str, str])
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


PublisherKind = Literal[
    "official", "agency", "newspaper", "trade", "entertainment", "web", "guide",
    "encyclopedia", "database", "fan", "forum", "blog", "mirror",
]  # fmt: skip
"""What a publisher is, the most trustworthy kind first. ``docs/facts.md`` says what each kind means."""

PUBLISHER_KINDS: tuple[PublisherKind, ...] = get_args(PublisherKind)
WEAK_KINDS = frozenset[PublisherKind]({"encyclopedia", "database", "fan", "forum", "blog", "mirror"})
"""Kinds that anybody can write without an editor. A fact that rests on them alone is labelled."""


class Publisher(Record, frozen=True, kw_only=True):
    """Who publishes sources: one record, however many hosts carry its texts."""

    key: Key
    name: PublisherName
    kind: PublisherKind


class Source(Record, frozen=True, kw_only=True):
    """A page that states a fact."""

    key: Key
    publisher: Key
    kind: PublisherKind | None = None
    """What the page itself is where that is weaker than its publisher: a press text copied into a forum."""
    title: Annotated[str, Meta(min_length=1, max_length=200)]
    """A short description of the page in our words."""
    url: Annotated[str, Meta(pattern=r"^https?://\S+$", max_length=512)]
    language: Language
    published: dt.date | None = None
    precision: Precision = "day"
    origin: Key | None = None
    """The text that this page repeats, such as a press release. Pages of one origin count as one publisher."""
    after_episode: EpisodeNumber = 0
    """The episode after which the words in its address give nothing away. Until then cards name it without a link."""

    @property
    def witness(self) -> str:
        """Two sources are independent when their witnesses differ."""
        return self.origin or self.publisher


class Fact(Sourced, frozen=True, kw_only=True):
    """One or two sentences inside another record."""

    key: Key
    """Must be unique within the record that holds it."""
    text: Prose
    date: dt.date | None = None
    precision: Precision = "day"
    as_of: dt.date | None = None
    """The day on which it was true, where it can change. ``python -m bot check --age`` lists it."""
    asked: Asked = ()


Topic = Literal[
    "premise", "genre", "network", "run", "slot", "episodes", "neighbours", "titles", "runtime",
    "writing", "directing", "production", "music",
    "timeline", "budget", "watch", "trivia", "events",
    "ratings", "milestones", "netflix", "reading-figures", "buzz", "reviews",
    "album", "label", "sales", "charts", "line-up",
    "specials", "silence", "adaptation", "awards", "ending",
]  # fmt: skip
"""The part of a card that shows a fact about the whole show."""


class ShowFact(Sourced, frozen=True, kw_only=True):
    """A fact about the whole show."""

    key: Key
    topic: Topic
    text: Prose
    date: dt.date | None = None
    precision: Precision = "day"
    amount: float | None = None
    """The figure of the text as a number, in ``unit``."""
    unit: (
        Literal["KRW", "USD", "percent", "hours", "views", "minutes", "episodes", "weeks", "days", "copies"] | None
    ) = None
    about: tuple[Key, ...] = ()
    """Other records whose cards show the fact, too."""
    as_of: dt.date | None = None
    """The day on which it was true, where it can change. ``python -m bot check --age`` lists it."""
    asked: Asked = ()


class Group(Record, frozen=True, kw_only=True):
    """A family or a side in the story."""

    key: Key
    name: Line


class Work(Record, frozen=True, kw_only=True):
    """Another work that a person played in or made."""

    key: Key
    """Must be unique within the record that holds it."""
    title: WorkTitle
    sources: Sources
    year: int | None = None
    until: int | None = None
    note: Line | None = None


class Born(Record, frozen=True, kw_only=True):
    """The published date of birth of an actor."""

    date: dt.date
    sources: Sources
    confidence: Confidence = "single"


class Appearance(Record, frozen=True, kw_only=True):
    """The episodes in which a character is known to appear."""

    text: Line
    sources: Sources
    numbers: tuple[EpisodeNumber, ...] = ()


Billing = Literal["lead", "supporting", "special-appearance", "minor", "child", "photograph", "uncast"]


class Member(Sourced, frozen=True, kw_only=True):
    """An actor and the character. With ``after_episode`` the part itself is a spoiler."""

    key: Key
    billing: Billing
    order: Annotated[int, Meta(ge=1)]
    """The place in the billing order of the whole cast; no two members share one. Steps of ten leave room."""
    group: Key
    character: Name
    actor: Name | None = None
    """Leave it out where nobody knows who plays the part (billing ``uncast``)."""
    gender: Literal["female", "male"] | None = None
    """Gender of the character: relations are worded by it, "mother" or "father"."""
    role: Prose
    asked: Asked = ()
    age: Annotated[int, Meta(ge=0, le=120)] | None = None
    """Age of the character, as the official character notes give it."""
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
    """``of`` is the ``kind`` of ``to``: the parent of a child, the doctor of a patient."""

    key: Key
    of: Key
    to: Key
    kind: RelationName
    detail: Line | None = None


class Credit(Sourced, frozen=True, kw_only=True):
    """A person behind the camera."""

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
    """A singer or a group. ``member`` is the cast member, where an actor sings."""

    key: Key
    name: Name
    people: tuple[Name, ...] = ()
    """The members of a group."""
    group: Written | None = None
    """The group that a solo singer or a smaller unit belongs to."""
    member: Key | None = None
    facts: tuple[Fact, ...] = field(default=(), name="fact")


class Release(Record, frozen=True, kw_only=True):
    """The release of a single."""

    date: dt.date
    sources: Sources
    confidence: Confidence = "single"
    time: Annotated[str, Meta(pattern=r"^\d\d:\d\d$")] | None = None
    """Local time in Korea."""
    note: Line | None = None


class Writing(Record, frozen=True, kw_only=True):
    """The writers of a track, as keys of :class:`Credit`. Empty lists mean that they are not known."""

    sources: Sources
    confidence: Confidence = "single"
    music: tuple[Key, ...] = ()
    lyrics: tuple[Key, ...] = ()
    lyrics_sources: tuple[Key, ...] = ()
    note: Line | None = None


class Scene(Sourced, frozen=True, kw_only=True):
    """A scene in which a track is heard."""

    key: Key
    text: Prose
    episode: EpisodeNumber | None = None
    asked: Asked = ()


class Track(Sourced, frozen=True, kw_only=True):
    """A track of the soundtrack."""

    key: Key
    kind: Literal["song", "theme", "score"]
    title: Name
    romanized: Written | None = None
    part: Annotated[int, Meta(ge=1)] | None = None
    """Number of the single (OST part)."""
    singer: Key | None = None
    release: Release | None = None
    writing: Writing | None = None
    title_note: Line | None = None
    scenes: tuple[Scene, ...] = field(default=(), name="scene")
    facts: tuple[Fact, ...] = field(default=(), name="fact")
    unknown: tuple[
        Literal["singer", "release", "music", "lyrics", "arrangement", "length", "scene", "original-title"], ...
    ] = ()
    """What nobody has published. The card says so."""


class Disc(Sourced, frozen=True, kw_only=True):
    """A disc of the album."""

    key: Key
    number: Annotated[int, Meta(ge=1)]
    name: Line
    total: Annotated[int, Meta(ge=1)]
    """The stated number of tracks. ``listing`` has fewer where only some of them are known."""
    listing: tuple[Key, ...]
    ordered: bool = True
    note: Prose | None = None


class Content(Record, frozen=True, kw_only=True):
    """An object in the box of an edition."""

    key: Key
    """Must be unique within the record that holds it."""
    text: Line


class Edition(Sourced, frozen=True, kw_only=True):
    """An edition of the album and the contents of its box."""

    key: Key
    name: Line
    contents: Annotated[tuple[Content, ...], Meta(min_length=1)] = field(name="content")
    note: Line | None = None
    asked: Asked = ()


class Chart(Sourced, frozen=True, kw_only=True):
    """A placing in a music chart."""

    key: Key
    chart: Line
    track: Key | None = None
    peak: Annotated[int, Meta(ge=1)] | None = None
    detail: Line | None = None
    date: dt.date | None = None
    precision: Precision = "day"


class Episode(Sourced, frozen=True, kw_only=True):
    """An episode. The synopsis is a spoiler for everybody who has not seen it."""

    key: Key
    number: Annotated[int, Meta(ge=1)]
    aired: dt.date
    hint: Line
    synopsis: Prose
    minutes: Annotated[int, Meta(ge=1)] | None = None
    minutes_sources: tuple[Key, ...] = ()
    content_note: Line | None = None


class Beat(Sourced, frozen=True, kw_only=True):
    """Something that happens in the story, or the reason for it, in one or two sentences.

    It is safe after its episode; write ``after_episode`` only where a later one makes it safe.
    """

    key: Key
    episode: Annotated[int, Meta(ge=1)]
    text: Prose
    who: tuple[Key, ...] = ()
    """The members in it."""
    reason: bool = False
    """Whether it tells why, not what."""
    about: tuple[Key, ...] = ()
    """The records, or whole cards, that show it beside the card of its episode."""
    asked: Asked = ()


class Special(Sourced, frozen=True, kw_only=True):
    """A special programme."""

    key: Key
    number: Annotated[int, Meta(ge=1)]
    name: Name
    aired: dt.date
    text: Prose
    asked: Asked = ()


class Rating(Sourced, frozen=True, kw_only=True):
    """Household ratings of an episode in per cent, and the number of viewers."""

    key: Key
    episode: Annotated[int, Meta(ge=1)]
    nationwide: Percent
    seoul: Percent | None = None
    """The Seoul capital area: Seoul, Incheon and Gyeonggi."""
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
    """A show in a ranking, with the rating of its best episode."""

    key: Key
    """Must be unique within the record that holds it."""
    title: WorkTitle
    rating: Percent
    sources: Sources
    confidence: Confidence = "single"
    channel: Written | None = None
    aired: dt.date | None = None
    this_show: bool = False
    note: Line | None = None


class Ranking(Sourced, frozen=True, kw_only=True):
    """The place of the show among others on one day, best first."""

    key: Key
    name: Line
    as_of: dt.date
    claim: Prose
    note: Prose | None = None
    entries: tuple[RankingEntry, ...] = field(name="entry")


class Week(Sourced, frozen=True, kw_only=True):
    """A week in the streaming chart. Hours and views are in millions."""

    key: Key
    number: Annotated[int, Meta(ge=1)]
    starts: dt.date
    ends: dt.date
    rank: Annotated[int, Meta(ge=1)]
    hours: Millions
    views: Millions
    note: Line | None = None


class Total(Sourced, frozen=True, kw_only=True):
    """Streaming hours and views in millions, up to and including a day."""

    key: Key
    as_of: dt.date
    hours: Millions
    views: Millions | None = None
    note: Prose | None = None


class Report(Sourced, frozen=True, kw_only=True):
    """A half-year report of the streaming service. Hours and views are in millions."""

    key: Key
    period: Line
    starts: dt.date
    ends: dt.date
    hours: Millions
    views: Millions | None = None
    rank: Line | None = None
    note: Line | None = None


class Verdict(Sourced, frozen=True, kw_only=True):
    """The answer to whether there will be a second season, as of a day."""

    text: Prose
    announced: bool = False
    """Whether there will be one: the yes or no of the answer."""
    official: Prose
    press: Prose
    as_of: dt.date
    precision: Precision = "day"


Level = Literal["official", "reported", "opinion", "rumour", "wrong", "not-evidence"]


class Statement(Sourced, frozen=True, kw_only=True):
    """A dated statement about a second season."""

    key: Key
    date: dt.date
    precision: Precision = "day"
    level: Level
    who: Line
    text: Prose
    note: Prose | None = None
    asked: Asked = ()

    @property
    def is_report(self) -> bool:
        """Whether it is more than an opinion or a rumor."""
        return self.level in ("official", "reported")


class Reason(Sourced, frozen=True, kw_only=True):
    """A named source's argument for or against a second season, in our words."""

    key: Key
    who: Line
    date: dt.date
    precision: Precision = "day"
    text: Prose
    asked: Asked = ()


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
    asked: Asked = ()


class Award(Sourced, frozen=True, kw_only=True):
    """An award or a nomination. ``to`` names members, tracks, singers or credits whose cards show it."""

    key: Key
    award: Line
    category: Line
    recipient: Line
    result: Literal["won", "nominated"]
    date: dt.date
    precision: Precision = "day"
    to: tuple[Key, ...] = ()
    note: Line | None = None
    asked: Asked = ()


class Claim(Record, frozen=True, kw_only=True):
    """One side of a dispute."""

    key: Key
    """Must be unique within the record that holds it."""
    says: Line
    sources: Sources


class Dispute(Record, frozen=True, kw_only=True):
    """A point on which sources differ: every claim with its sources, and our conclusion if there is one."""

    key: Key
    topic: Line
    about: tuple[Key, ...]
    """The records, or whole cards (see :data:`data.tables.SECTIONS`), that show it."""
    claims: Annotated[tuple[Claim, ...], Meta(min_length=1)] = field(name="claim")
    reading: Prose | None = None
    after_episode: EpisodeNumber = 0
    asked: Asked = ()


class FalseClaim(Sourced, frozen=True, kw_only=True):
    """A common claim that is wrong, and the reason."""

    key: Key
    claim: Line
    verdict: Prose
    about: tuple[Key, ...]
    asked: Asked = ()


class Unknown(Record, frozen=True, kw_only=True):
    """Something that was looked for and not found."""

    key: Key
    text: Line
    about: tuple[Key, ...]
    after_episode: EpisodeNumber = 0
    asked: Asked = ()


class Vocabulary(Record, frozen=True, kw_only=True):
    """Words of questions that only this show needs: the ways to say one concept, by language.

    In the files: ``[[vocabulary]]`` with ``key = "illness"``, ``words.en = ["illness", "sick"]``, ``words.ko = [...]``.
    """

    key: Key
    """The concept, as the question types name it, or the description, as the lexicons name it."""
    words: dict[Language, tuple[Written, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    plot: bool = False
    """Whether it is something that can happen to a character, such as an illness."""
    who: dict[Key, EpisodeNumber] = field(default_factory=dict[str, int])
    """The cast members whom the words describe, the first one first, and the episode after which that is no spoiler."""


class About(Record, frozen=True, kw_only=True):
    """The show itself."""

    key: Key
    title: Name
    original_language: Language
    """The language in which the show was made: its form of a name is shown beside the reader's own."""
    colour: Annotated[str, Meta(pattern=r"^#[0-9a-f]{6}$")]
    """Accent colour of the cards."""
    version: dt.date
    """The day on which the facts were last reviewed."""
    sources: Sources


class Show(Struct, frozen=True, kw_only=True):
    """Everything known about one show, in one language."""

    language: str
    about: About
    verdict: Verdict | None = None
    publishers: dict[str, Publisher]
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
    beats: tuple[Beat, ...] = ()
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
    is_complete: bool = True
    """Whether every text is in this language; a translation says so with ``complete = true``."""
    translations: Mapping[str, Show] = field(default_factory=dict[str, Any])
    """The same show in other languages; empty in a translation itself."""

    def with_sources_of(self, show: Show) -> Show:
        """Return this translation with the sources of ``show``, and its publishers that keep their names."""
        return structs.replace(self, publishers={**show.publishers, **self.publishers}, sources=show.sources)

    def in_language(self, language: str) -> Show:
        """Return the show with its prose in ``language``, or this one where there is no translation."""
        return self.translations.get(language, self)


class Translations(Mapping[str, Show]):
    """Translations of a show from a snapshot. Each is decoded when it is first asked for."""

    def __init__(self, show: Show, encoded: Mapping[str, Raw]) -> None:
        self._show = show
        self._encoded = encoded
        self._decoded: dict[str, Show] = {}

    def __getitem__(self, language: str) -> Show:
        if language not in self._decoded:
            translation = msgpack.decode(self._encoded[language], type=Show)
            self._decoded[language] = translation.with_sources_of(self._show)
        return self._decoded[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)
