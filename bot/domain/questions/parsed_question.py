"""A question taken apart: whom and what it names, the quantities in it, and the other words that carry it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.questions.entity_linker import SOFT, Entity
from bot.domain.questions.lexicon import DEED, EMPTY, NO_CONCEPTS, NOT, OUT_OF_SCOPE, SOMEBODY
from bot.domain.questions.relation_paths import follow_relations, inverse, split_gender
from bot.domain.questions.segmenter import Segment
from bot.domain.relations import TITLES, YOUNGER_SELF
from bot.domain.text.hangul import has_hangul
from bot.domain.text.hangul import parts as jamo_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.domain.library import Library


ALWAYS: Final = EMPTY | {
    "polar",
    "or",
    "what",
    "in-story",
    "of",
    "copula",
    "article",
    "possessive",
    "conjunction",
    "occupation-verb",
}
"""Words that change nothing about what is asked."""

ONLY_OUT_OF_SCOPE: Final = frozenset({OUT_OF_SCOPE})

_NUMBERED: Final = ("episode", "part", "disc", "week", "special")
"""What has numbers: episode 8, part 3."""
_KIN: Final = "kin:"
_NUMBERS: Final = ("number:", "ordinal:", "month:", "double-digit")
"""What begins the concepts of words for numbers."""
_FIRST_WEEK: Final = frozenset({"first", "week"})
_BEFORE_FIGURE: Final = frozenset({"season-2", "special"})
"""Words that are kept where their figure stands behind them."""
_COUNTERS: Final = frozenset({"countable", "episode"})
_KEPT: Final = frozenset({"count", "season", "place"})
"""Figures beside which the word still counts: "two specials" asks about specials, "seaosn 2" about a season,
"the third highest" about what is high."""
_EXTREMES: Final = frozenset({"highest", "lowest"})
"""What has places: the third highest."""
_MOST: Final = frozenset({"most"})
_COUPLE: Final = frozenset({"couple"})
"""What goes back to the names or figures of a question, or else means the leads: "the two of them"."""
_SUPERLATIVES: Final = _EXTREMES | {"first", "last", "number-one", "chart"}
"""What a "most" may stand beside; it says more than the parser reads where none is: "the saddest episode"."""
_COUNTED: Final = ("episode", "percent", "disc", "week", "special")
_BY_TRADE: Final = frozenset({"job"})
_OCCUPATION_VERB: Final = frozenset({"occupation-verb"})
_DEED: Final = frozenset({DEED})
_IN_STORY: Final = frozenset({"in-story", "role"})
_ASKS_FOR_SOMEBODY: Final = frozenset({"who", "whose"})
_OF_MUSIC: Final = frozenset({"song", "sing", "heard", "album", "disc", "compose", "lyrics", "lyricist", "chart"})
"""Words beside which part 2 is one of the soundtrack; else it is a second season."""
_SECOND_SEASON: Final = frozenset({"season-2"})
_JOINING: Final = EMPTY | {"of", "article", "possessive", "copula"}
"""What may stand between two names to choose from."""
_OF_BOTH: Final = _JOINING | {"conjunction", "subject"}
_BETWEEN_CHOICES: Final = _JOINING | {"or", "polar", "pronoun", "owner-female", "owner-male", SOMEBODY}
_WHICH_RELATION: Final = frozenset({"asking", "related"})
_GENDERS: Final = ("female", "male")
_POINTING: Final = frozenset({"article", "pronoun", "couple"})
LISTING: Final = frozenset(
    {"asking", "what", "who", "whose", "how-many", "how-much", "how-long", "when", "where", "why"}
)
"""What asks for something; without one a question asks for yes or no."""
_TURNED_ANYWAY: Final = frozenset({"why", "season-2"})
"""What is answered the same way with a "not": why there is none, and who says so."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


_WORDLIKE: Final = SOFT | {"work", "ceremony"}
"""Names that are rather meant as words where they are words as well: a film may be called Actresses."""


class Mention(NamedTuple):
    """A name in the question, what it may mean, and the way of relations that starts from it."""

    options: tuple[Entity, ...]
    text: str
    steps: tuple[str, ...] = ()
    concepts = NO_CONCEPTS
    ending = False

    @property
    def soft(self) -> bool:
        """Whether the question may name it without being about it."""
        return not self.steps and all(option.kind == "show" for option in self.options)


class Quantity(NamedTuple):
    """A number and what it counts: episode 8, 10 percent, the year 2024."""

    kind: str
    value: str
    concepts = NO_CONCEPTS
    ending = False


_SECOND_PART: Final = Quantity("part", "2")

Part = Segment | Mention | Quantity
"""A piece of a question while it is taken apart; only a segment has concepts."""


class ParsedQuestion(NamedTuple):
    """What is left to understand once names, quantities and relations are made out."""

    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    words: tuple[Segment, ...] = ()
    """Pieces that say something else than a name or a figure."""
    unknown: tuple[str, ...] = ()
    in_story: bool = False
    """Whether it says that the story is meant, not the lives of those who play in it."""
    negated: bool = False
    """Whether it asks for everything that is not so: "which songs are not by Low Tide"."""
    of_somebody: bool = False
    """Whether it asks if the one it names is something to somebody it does not: "isn't Ha-rin his wife"."""
    listing: frozenset[str] = frozenset()
    """What it asks by: who, when, which of two."""
    polar: bool = False
    """Whether it asks for yes or no."""

    @property
    def out_of_scope(self) -> bool:
        """Whether a word says that the facts cannot answer, or the only words may say so: "is she single"."""
        doubtful = bool(self.words) and all(OUT_OF_SCOPE in segment.concepts for segment in self.words)
        return doubtful or any(segment.concepts == ONLY_OUT_OF_SCOPE for segment in self.words)

    @property
    def concepts(self) -> frozenset[str]:
        """Every concept of every word."""
        return concepts_of(self.words)

    @property
    def is_empty(self) -> bool:
        """Whether it asks nothing and names nobody, as thanks do."""
        return not (self.mentions or self.quantities or self.words or self.unknown or self.listing)


def parse(segments: Sequence[Segment], *, of_leads: bool = False) -> ParsedQuestion:
    """Take a covered question apart; with ``of_leads`` "her aunt" and "the aunt" start from a lead."""
    segments = _by_argument(segments)
    said = concepts_of(segments)
    parts: list[Part] = [_named(one) for one in _with_quantities(segments, said)]
    if _SECOND_PART in parts and said.isdisjoint(_OF_MUSIC):
        parts = [Segment("", _SECOND_SEASON) if one == _SECOND_PART else one for one in parts]
    has_relations = any(concept.startswith(_KIN) for concept in said)
    if has_relations:
        parts = _with_relations(_without_choices(parts), of_leads=of_leads)
    grown = [one for one in parts if "young" not in one.concepts]  # "her child" has led on to somebody by now
    if len(grown) < len(parts):
        parts = _with_step(grown, YOUNGER_SELF) or parts
    mentions: dict[tuple[object, ...], Mention] = {}
    quantities: list[Quantity] = []
    rest: list[Segment] = []
    for one in parts:
        if isinstance(one, Mention):
            mentions.setdefault((one.options, one.steps), one)
        elif isinstance(one, Quantity):
            quantities.append(one)
        elif not one.ending:
            rest.append(one)
    words = [segment for segment in rest if not segment.concepts <= ALWAYS]
    if not words and any(one.steps for one in mentions.values()) and segments[-1].concepts & _OCCUPATION_VERB:
        words = [replace(segments[-1], concepts=_BY_TRADE)]  # "what does her mother do"
    unread = _MOST if said.isdisjoint(_SUPERLATIVES) else NO_CONCEPTS
    told = _MOST | _COUPLE if mentions or quantities else _MOST
    listing = LISTING & said.union(concepts_of(rest))
    return ParsedQuestion(
        tuple(mentions.values()),
        tuple(quantities),
        tuple(segment for segment in words if not segment.concepts <= told),
        tuple(segment.text for segment in rest if not segment.concepts or segment.concepts & unread),
        any(segment.concepts & _IN_STORY for segment in rest),
        NOT in said and _is_negated(segments),
        has_relations and _is_of_somebody(parts),
        listing,
        not listing,
    )


def _with_relations(parts: Sequence[Part], *, of_leads: bool) -> list[Part]:
    """Words for relations in the mentions of those from whom they start."""
    if of_leads and not any(isinstance(one, Mention) for one in parts):
        parts = _of_a_lead(parts)
    for reduce in (_titled, _led_on, _of, _alike, _whose):
        parts = reduce(parts)
    return list(parts)


def _without_choices(parts: Sequence[Part]) -> Sequence[Part]:
    """Ask what somebody is where a question offers two relations for it: "is she the sister or the aunt of I-jun"."""
    kin = [at for at, one in enumerate(parts) if relation_of(one)]
    several = sum(isinstance(one, Mention) for one in parts) > 1
    for first, second in pairwise(kin):
        between = parts[first + 1 : second]
        said = frozenset(chain.from_iterable(one.concepts for one in between))
        is_of_somebody = several or (first > 0 and not parts[first - 1].concepts.isdisjoint(_POINTING))
        ends_twice = any(one.ending and "copula" in one.concepts for one in between)  # Korean and Japanese have no "or"
        is_choice = (ends_twice or (is_of_somebody and "or" in said)) and said <= _BETWEEN_CHOICES
        if is_choice and all(one.ending or one.concepts for one in between):
            return [*parts[:first], Segment("", _WHICH_RELATION), *parts[second + 1 :]]
    return parts


def concepts_of(segments: Iterable[Segment]) -> frozenset[str]:
    """Every concept of some segments."""
    return frozenset(chain.from_iterable([segment.concepts for segment in segments]))


def _by_argument(segments: Sequence[Segment]) -> Sequence[Segment]:
    """Take each word that may tell a deed for what its argument makes it; between two people a "do" is one.

    A relation needs somebody asked for: "who does she love". Anything else needs another word for the same, or a
    question that is about nobody: "which awards did she win", "did it win".
    """
    said = Counter(chain.from_iterable([one.concepts for one in segments]))
    if DEED not in said and "occupation-verb" not in said:
        return segments
    asks_for_somebody = not _ASKS_FOR_SOMEBODY.isdisjoint(said)
    people = sum(any(entity.kind == "character" for entity in one.entities) for one in segments)
    is_about_somebody = SOMEBODY in said or people

    def resolved(one: Segment) -> Segment:
        if DEED not in one.concepts:
            return replace(one, concepts=_DEED) if people > 1 and "occupation-verb" in one.concepts else one
        typed = one.concepts - _DEED
        is_supported = not is_about_somebody or any(said[concept] > 1 for concept in typed)
        holds = asks_for_somebody if relation_of(one) else is_supported
        return replace(one, concepts=(holds and typed) or _DEED)

    return [resolved(one) for one in segments]


def _of_a_lead(parts: Sequence[Part]) -> list[Part]:
    """A lead in the place of the pronoun before a relation, or before the relation itself; the one behind "of"."""
    kin = [at for at, one in enumerate(parts) if relation_of(one)]
    if not kin:
        return list(parts)
    before_last = parts[: kin[-1]]
    last_of = max((at for at, one in enumerate(before_last) if "of" in one.concepts), default=-1)
    at = next(at for at in kin if at > last_of)
    before = parts[: at - 1] if at > 1 and _is_unread(parts[at - 1]) else parts[:at]  # "the hot-headed aunt"
    said = before[-1].concepts if before else NO_CONCEPTS
    if len(before) < at and not said & _POINTING:
        return list(parts)
    gender = next((gender for gender in _GENDERS if f"owner-{gender}" in said), "")
    owner = Mention((Entity("lead", gender),), "")
    return [*(before[:-1] if gender else before), owner, *parts[at:]]


def _is_unread(part: Part) -> bool:
    return isinstance(part, Segment) and part.unknown


def _is_of_somebody(parts: Sequence[Part]) -> bool:
    """Whether "his wife" or "the wife" is said of the only one who is named."""
    name = next((at for at, one in enumerate(parts) if isinstance(one, Mention)), len(parts))
    kin = next((at for at, one in enumerate(parts) if at > name and relation_of(one)), name)
    concepts = [one.concepts for one in parts]
    between = concepts[name + 1 : kin]
    if not between or any(said & {"who", "whose", "where", "when"} for said in concepts):
        return False
    if any("subject" in said for said in between):  # Korean: "Ha-rin is a wife"
        return any("copula" in said for said in concepts[kin + 1 : kin + 2])
    return bool(between[-1] & _POINTING) and all(said & (_POINTING | {"copula", NOT}) for said in between)


def _is_negated(segments: Sequence[Segment]) -> bool:
    """Whether a "not" tells those asked for from others; "isn't she his sister" and "why not" ask the same without it.

    English has it after the question word; Korean has either such a word anywhere, or the noun behind the verb.
    """
    at = next((at for at, segment in enumerate(segments) if NOT in segment.concepts and segment.concepts <= EMPTY), 0)
    if not at or any(segment.concepts & _TURNED_ANYWAY for segment in segments):
        return False
    if not has_hangul(segments[at].text):
        return any(segment.concepts & LISTING for segment in segments[:at])
    verb = "".join(segment.text[-1] for segment in segments[at + 1 : at + 2])
    says_more = "가" <= verb <= "힣" and jamo_of(verb)[2] == "ㄴ"  # "부른 노래"
    return says_more or any(segment.concepts & LISTING for segment in segments)


def attach_loose_relation(question: ParsedQuestion) -> ParsedQuestion | None:
    """The same question with its only loose relation hung on its only person: "does Ha-rin have a son"."""
    loose = [segment for segment in question.words if relation_of(segment)]
    if question.of_somebody or len(loose) != 1 or len(question.mentions) != 1 or question.mentions[0].steps:
        return None
    mention = question.mentions[0]
    words = tuple(segment for segment in question.words if segment is not loose[0])
    return question._replace(mentions=(mention._replace(steps=(relation_of(loose[0]),)),), words=words)


def _named(part: Segment | Quantity) -> Part:
    """A name, unless the word is rather said for what it means."""
    if isinstance(part, Quantity) or not part.entities or part.concepts & ALWAYS:
        return part
    if part.concepts and all(entity.kind in _WORDLIKE for entity in part.entities):
        return part
    return Mention(part.entities, part.text)


def _with_quantities(segments: Sequence[Segment], said: frozenset[str]) -> Iterable[Segment | Quantity]:
    """Numbers with what they count: "episode 8", "8회", "the eighth episode", "10 percent", "part 3"."""
    has_numbers = any(segment.number is not None for segment in segments)
    if has_numbers or said >= _FIRST_WEEK or any(concept.startswith(_NUMBERS) for concept in said):
        return _quantified(list(segments))
    return segments


def _quantified(rest: list[Segment]) -> Iterable[Segment | Quantity]:
    kind = ""  # of the figure before, which goes for further numbers: "episodes 3 and 4"
    while rest:
        segment = rest.pop(0)
        at = next((at for at, one in enumerate(rest) if not one.ending), None)
        after = None if at is None else rest[at]
        figure = _pair(segment, after, is_next=at == 0) if after and not segment.ending else None
        if figure and figure.kind == "special" and figure.value != "1" and "special" in segment.concepts:
            counter = next((one for one in rest[(at or 0) + 1 :] if not one.ending), None)
            if counter and counter.concepts & _COUNTERS:  # behind its word, as "two specials" is in Korean
                figure = Quantity("count", figure.value)
        if not figure and kind and segment.number is not None and not segment.concepts:
            yield Quantity(kind, _number(segment))
            continue
        if figure or "conjunction" not in segment.concepts:
            kind = figure.kind if figure and figure.kind in _NUMBERED else ""
        yield figure or _alone(segment)
        if figure and after and at is not None:
            del rest[: at + 1]
            if figure.kind in _KEPT:
                yield segment if segment.concepts & _BEFORE_FIGURE else after


def _pair(segment: Segment, after: Segment, *, is_next: bool) -> Quantity | None:
    """A figure that two segments say; "episode 8" is one only where the number stands right behind."""
    number, ordinal = _number(segment), _value(segment, "ordinal:")
    if not ordinal and "first" in segment.concepts and "week" in after.concepts:
        return Quantity("week", "1")
    if day := _day(segment, after) or _day(after, segment):
        return Quantity("day", day)
    if number or ordinal:
        kind = next((kind for kind in _COUNTED if kind in after.concepts), "")
        if number and kind and ("countable" in after.concepts or kind == "special"):
            return Quantity("count", number)
        if not kind and ordinal:
            kind = "part" if after.concepts & {"song", "part"} else "place" if after.concepts & _EXTREMES else ""
        return Quantity(kind, number or ordinal) if kind else None
    if not (is_next or "special" in segment.concepts):
        return None
    numbered = next((kind for kind in _NUMBERED if kind in segment.concepts), "")
    kind = "season" if "season-2" in segment.concepts else numbered
    return Quantity(kind, _number(after)) if kind and _number(after) else None


def _day(month: Segment, day: Segment) -> str:
    """A month and a day of it, "3-24"; empty where it is none."""
    if not (said := _value(month, "month:")):
        return ""
    number = _number(day) or _value(day, "ordinal:")
    return f"{said}-{number}" if number else ""


def _alone(segment: Segment) -> Segment | Quantity:
    if segment.number is not None and _FIRST_YEAR <= segment.number <= _LAST_YEAR and not segment.concepts:
        return Quantity("year", segment.text)
    return Quantity("percent", "10") if "double-digit" in segment.concepts else segment


def _number(segment: Segment) -> str:
    """A number as part of an address: 3.5 is "3-5"."""
    return _value(segment, "number:") if segment.number is None else f"{segment.number:g}".replace(".", "-")


def _value(part: Part, kind: str) -> str:
    """The value of a concept such as ``month:3`` of the kind ``month:``; "" where there is none."""
    values = [concept for concept in part.concepts if concept.startswith(kind)]
    return min(values).removeprefix(kind) if values else ""


def relation_of(part: Part) -> str:
    """The relation that a word asks for, if it is one."""
    return _value(part, _KIN)


def _titled(parts: Sequence[Part]) -> list[Part]:
    """Leave out what somebody is right before the name: "the lawyer Ha-rin"."""
    titles = {
        at
        for at, (one, after) in enumerate(pairwise(parts))
        if isinstance(after, Mention) and relation_of(one) in TITLES
    }
    return [one for at, one in enumerate(parts) if at not in titles]


def _led_on(parts: Sequence[Part]) -> list[Part]:
    """Relations right after a name: "Ha-rin's brother's wife"."""
    done: list[Part] = []
    last: Mention | None = None
    for one in parts:
        if last and (step := relation_of(one)):
            at = done.index(last)
            done[at] = last = last._replace(steps=(*last.steps, step))
            continue
        if isinstance(one, Mention):
            last = one
        elif isinstance(one, Quantity) or "subject" in one.concepts or not (one.ending or "possessive" in one.concepts):
            last = None
        done.append(one)
    return done


def _of(parts: Sequence[Part]) -> list[Part]:
    """Relations before "of" and a name, the nearest first: "the wife of the brother of Ha-rin"."""
    done: list[Part] = []
    for one in parts:
        mention = one
        while isinstance(mention, Mention) and (found := _before(done)):
            at, step = found
            mention = mention._replace(steps=(*mention.steps, step))
            del done[at:]
        done.append(mention)
    return done


def _alike(parts: Sequence[Part]) -> list[Part]:
    """The relation of one name for the other as well: "the son of Ha-rin or Da-on", "Ha-rin's or Da-on's son"."""
    done = list(parts)
    names = [at for at, one in enumerate(parts) if isinstance(one, Mention)]
    for first, second in pairwise(names):
        one, other = done[first], done[second]
        between = frozenset(concept for part in parts[first + 1 : second] for concept in part.concepts)
        if isinstance(one, Mention) and isinstance(other, Mention) and "or" in between and between <= _JOINING:
            done[first] = one._replace(steps=one.steps or other.steps)
            done[second] = other._replace(steps=other.steps or one.steps)
        elif "conjunction" in between and between <= _OF_BOTH:  # "Ha-rin and Da-on's son" is that of either
            children = [
                isinstance(part, Mention) and split_gender("".join(part.steps[:1]))[0] == "child"
                for part in (one, other)
            ]
            if any(children):
                return [*parts[: first + children[0]], *parts[second + (not children[1]) :]]
    return done


def _before(done: Sequence[Part]) -> tuple[int, str] | None:
    """Where a relation stands that hangs by "of" on the name to come, and which it is."""
    seen_of = False
    for at, one in reversed(list(enumerate(done))):
        if "of" in one.concepts:
            seen_of = True
        elif seen_of and (step := relation_of(one)):
            return at, step
        elif "article" not in one.concepts:
            return None
    return None


def _whose(parts: Sequence[Part]) -> list[Part]:
    """Turn "whose son is X" round: it asks for the parent of X."""
    for at, (asks, kin) in enumerate(pairwise(parts)):
        if "whose" in asks.concepts and (turned := inverse(relation_of(kin))):
            return _with_step([*parts[:at], *parts[at + 2 :]], turned) or list(parts)
    return list(parts)


def _with_step(parts: Sequence[Part], step: str) -> list[Part]:
    """A further step from the only name; nothing where there are several names, or none."""
    is_single = sum(isinstance(one, Mention) for one in parts) == 1
    steps = [one._replace(steps=(*one.steps, step)) if isinstance(one, Mention) else one for one in parts]
    return steps if is_single else []


def described_members(library: Library, segments: Sequence[Segment]) -> list[str]:
    """The keys of the members whom a text means by name and relations alone: "Ha-rin's mother", "Aunt Ha-rin".

    Nobody whom only a spoiler reveals.
    """
    question = parse(segments)
    if question.unknown or question.quantities or len(question.mentions) != 1:
        return []
    mention = question.mentions[0]
    kin = list(filter(relation_of, question.words))
    if len(kin) != len(question.words) or not (kin or mention.steps):
        return []
    starts = [library.members[option.key] for option in mention.options if option.kind == "character"]
    paths = [path for start in starts for path in follow_relations(library, start, mention.steps)]
    found = [path.member for path in paths] if mention.steps else starts
    safe = {path.member.key for path in paths if not path.after_episode} if mention.steps else set(library.members)
    return [one.key for one in found if one.key in safe and not one.after_episode]
