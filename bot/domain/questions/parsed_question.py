"""A question taken apart: whom and what it names, the figures in it, and the other words that carry it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.domain.questions.entity_linker import SOFT, Entity
from bot.domain.questions.lexicon import EMPTY, NOT, OUTSIDE
from bot.domain.questions.relation_paths import inverse
from bot.domain.questions.segmenter import Piece
from bot.domain.relations import OCCUPATIONS, TITLES, YOUNGER_SELF
from bot.domain.text.tokens import has_hangul

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


ALWAYS: Final = EMPTY | {"what", "in-story", "of", "copula", "article", "possessive", "joint", "doing"}
"""Words that change nothing about what is asked."""

OUTSIDE_ALONE: Final = frozenset({OUTSIDE})

_NUMBERED: Final = ("episode", "part", "disc", "week", "special")
"""What has numbers: episode 8, part 3."""
_SEASON: Final = frozenset({"season-2"})
_KEPT: Final = frozenset({"count", "season", "place"})
"""Figures beside which the word still counts: "two specials" asks about specials, "seaosn 2" about a season,
"the third highest" about what is high."""
_EXTREMES: Final = frozenset({"highest", "lowest"})
"""What has places: the third highest."""
_COUNTED: Final = ("episode", "percent", "disc", "week", "special")
_BY_TRADE: Final = frozenset({"job"})
_DOING: Final = frozenset({"doing"})
_POINTING: Final = frozenset({"article", "pronoun"})
_LISTING: Final = frozenset({"what", "who", "whose", "how-many", "when", "where"})
"""What asks for some of many."""
_TURNED_ANYWAY: Final = frozenset({"why", "season-2"})
"""What is answered the same way with a "not": why there is none, and who says so."""
_FINALS, _FINAL_N = 28, 4
"""How many ends a syllable may have, and which of them is ㄴ."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


_WORDLIKE: Final = SOFT | {"work", "ceremony"}
"""Names that are rather meant as words where they are words as well: a film may be called Actresses."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the question, what it may mean, and the way of relations that starts from it."""

    options: tuple[Entity, ...]
    text: str
    steps: tuple[str, ...] = ()

    @property
    def soft(self) -> bool:
        """Whether the question may name it without being about it."""
        return not self.steps and all(option.kind == "show" for option in self.options)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts: episode 8, 10 percent, the year 2024."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What is left to understand once names, figures and relations are made out."""

    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    words: tuple[Piece, ...] = ()
    """Pieces that say something else than a name or a figure."""
    unknown: tuple[str, ...] = ()
    in_story: bool = False
    """Whether it says that the story is meant, not the lives of those who play in it."""
    negated: bool = False
    """Whether it asks for everything that is not so: "which songs are not by Low Tide"."""
    of_somebody: bool = False
    """Whether it asks if the one it names is something to somebody it does not: "isn't Ha-rin his wife"."""

    @property
    def outside(self) -> bool:
        """Whether a word says that the facts cannot answer, or the only words may say so: "is she single"."""
        doubtful = bool(self.words) and all(OUTSIDE in piece.ideas for piece in self.words)
        return doubtful or any(piece.ideas == OUTSIDE_ALONE for piece in self.words)

    @property
    def ideas(self) -> frozenset[str]:
        """Every idea of every word."""
        return frozenset(idea for piece in self.words for idea in piece.ideas)


def framed(pieces: Sequence[Piece]) -> Frame:
    """Take a covered question apart."""
    parts: list[Piece | Mention | Figure] = [_named(one) for one in _figured(_merged(pieces))]
    for reduce in (_titled, _is_one, _led_on, _of, _whose, _young):
        parts = reduce(parts)
    mentions: dict[tuple[object, ...], Mention] = {}
    for one in parts:
        if isinstance(one, Mention):
            mentions.setdefault((one.options, one.steps), one)
    rest = [one for one in parts if not isinstance(one, Mention | Figure) and not one.ending]
    words = tuple(piece for piece in rest if piece.ideas and not piece.ideas <= ALWAYS)
    if not words and any(one.steps for one in mentions.values()) and pieces[-1].ideas & _DOING:
        words = (replace(pieces[-1], ideas=_BY_TRADE),)  # "what does her mother do"
    return Frame(
        tuple(mentions.values()),
        tuple(one for one in parts if isinstance(one, Figure)),
        words,
        tuple(piece.text for piece in rest if not piece.ideas),
        any(piece.ideas & {"in-story", "role"} for piece in rest),
        _is_negated(pieces),
        _is_of_somebody(parts),
    )


def _is_of_somebody(parts: Sequence[Piece | Mention | Figure]) -> bool:
    """Whether "his wife" or "the wife" is said of the only one who is named."""
    ideas = [one.ideas if isinstance(one, Piece) else frozenset[str]() for one in parts]
    name = next((at for at, one in enumerate(parts) if isinstance(one, Mention)), len(parts))
    kin = next((at for at, one in enumerate(parts) if isinstance(one, Piece) and _kin(one)), len(parts))
    between = ideas[name + 1 : kin]
    if not between or any(said & {"who", "whose", "where", "when"} for said in ideas):
        return False
    if any("subject" in said for said in between):  # Korean: "Ha-rin is a wife"
        return any("copula" in said for said in ideas[kin + 1 : kin + 2])
    return bool(between[-1] & _POINTING) and all(said & (_POINTING | {"copula", NOT}) for said in between)


def _is_negated(pieces: Sequence[Piece]) -> bool:
    """Whether a "not" tells those asked for from others; "isn't she his sister" and "why not" ask the same without it.

    English has it after the question word; Korean has either such a word anywhere, or the noun behind the verb.
    """
    at = next((at for at, piece in enumerate(pieces) if NOT in piece.ideas and piece.ideas <= EMPTY), 0)
    if not at or any(piece.ideas & _TURNED_ANYWAY for piece in pieces):
        return False
    korean = has_hangul(pieces[at].text)
    lists = any(piece.ideas & _LISTING for piece in (pieces if korean else pieces[:at]))
    return lists or (korean and any(_is_adnominal(piece.text) for piece in pieces[at + 1 : at + 2]))


def _is_adnominal(text: str) -> bool:
    """Whether a Korean verb stands before what it says more about: "부른 노래"."""
    return "가" <= text[-1] <= "힣" and (ord(text[-1]) - ord("가")) % _FINALS == _FINAL_N


def loosened(frame: Frame) -> Frame | None:
    """The same question with its only loose relation hung on its only person: "does Ha-rin have a son"."""
    loose = [piece for piece in frame.words if _kin(piece)]
    if frame.of_somebody or len(loose) != 1 or len(frame.mentions) != 1:
        return None
    mention = frame.mentions[0]
    words = tuple(piece for piece in frame.words if piece is not loose[0])
    return replace(frame, mentions=(replace(mention, steps=(*mention.steps, _kin(loose[0]))),), words=words)


def _merged(pieces: Sequence[Piece]) -> Iterable[Piece]:
    """One name said in two ways, as "captain Pyo Gang-san" does, is one name."""
    last: Piece | None = None
    for piece in pieces:
        if last and not (last.ideas or piece.ideas) and set(last.entities) & set(piece.entities):
            last = replace(last, entities=tuple(one for one in piece.entities if one in last.entities))
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _named(part: Piece | Figure) -> Piece | Mention | Figure:
    """A name, unless the word is rather said for what it means."""
    if isinstance(part, Figure) or not part.entities or part.ideas & ALWAYS:
        return part
    if part.ideas and all(entity.kind in _WORDLIKE for entity in part.entities):
        return part
    return Mention(part.entities, part.text)


def _figured(pieces: Iterable[Piece]) -> Iterable[Piece | Figure]:
    """Numbers with what they count: "episode 8", "8회", "the eighth episode", "10 percent", "part 3"."""
    rest = list(pieces)
    kind = ""  # of the figure before, which goes for further numbers: "episodes 3 and 4"
    while rest:
        piece = rest.pop(0)
        at = next((at for at, one in enumerate(rest) if not one.ending), None)
        after = None if at is None else rest[at]
        figure = _pair(piece, after) if after and not piece.ending else None
        if not figure and kind and piece.number is not None and not piece.ideas:
            yield Figure(kind, _written(piece.number))
            continue
        if figure or "joint" not in piece.ideas:
            kind = figure.kind if figure and figure.kind in _NUMBERED else ""
        yield figure or _alone(piece)
        if figure and after and at is not None:
            del rest[: at + 1]
            if figure.kind in _KEPT:
                yield piece if piece.ideas & _SEASON else after


def _pair(piece: Piece, after: Piece) -> Figure | None:
    number, ordinal = _number(piece), _ordinal(piece)
    if day := _day(piece, after) or _day(after, piece):
        return Figure("day", day)
    if number is not None or ordinal is not None:
        kind = next((kind for kind in _COUNTED if kind in after.ideas), "")
        if number is not None and kind and "counted" in after.ideas:
            return Figure("count", _written(number))
        if not kind and ordinal is not None and after.ideas & {"song", "part"}:
            kind = "part"
        if not kind and ordinal is not None and after.ideas & _EXTREMES:
            kind = "place"
        value = number if number is not None else ordinal
        return Figure(kind, _written(value)) if kind and value is not None else None
    number = _number(after)
    kind = "season" if piece.ideas & _SEASON else next((kind for kind in _NUMBERED if kind in piece.ideas), "")
    return Figure(kind, _written(number)) if kind and number is not None else None


def _day(month: Piece, day: Piece) -> str:
    """A month and a day of it, "3-24"; empty where it is none."""
    said = next((idea.removeprefix("month:") for idea in month.ideas if idea.startswith("month:")), "")
    number = _number(day) or _ordinal(day)
    return f"{said}-{_written(number)}" if said and number else ""


def _alone(piece: Piece) -> Piece | Figure:
    if piece.number is not None and _FIRST_YEAR <= piece.number <= _LAST_YEAR and not piece.ideas:
        return Figure("year", piece.text)
    return Figure("percent", "10") if "double-digit" in piece.ideas else piece


def _number(piece: Piece) -> float | None:
    if piece.number is not None:
        return piece.number
    return next((float(idea.removeprefix("number:")) for idea in piece.ideas if idea.startswith("number:")), None)


def _ordinal(piece: Piece) -> float | None:
    return next((float(idea.removeprefix("ordinal:")) for idea in piece.ideas if idea.startswith("ordinal:")), None)


def _written(number: float) -> str:
    return f"{number:g}".replace(".", "-")


def _kin(piece: Piece) -> str:
    """The relation that a word asks for, if it is one."""
    return next((idea.removeprefix("kin:") for idea in sorted(piece.ideas) if idea.startswith("kin:")), "")


def _titled(parts: Sequence[Piece | Mention | Figure]) -> list[Piece | Mention | Figure]:
    """Leave out what somebody is right before the name: "the lawyer Ha-rin"."""
    titles = {
        at
        for at, (one, after) in enumerate(pairwise(parts))
        if isinstance(after, Mention) and not isinstance(one, Mention | Figure) and _kin(one) in TITLES
    }
    return [one for at, one in enumerate(parts) if at not in titles]


def _is_one(parts: Sequence[Piece | Mention | Figure]) -> list[Piece | Mention | Figure]:
    """What somebody may be by trade: "is Ha-rin a doctor" asks about Ha-rin, not about a doctor of hers."""
    done = list(parts)
    if any(not isinstance(one, Mention | Figure) and "who" in one.ideas for one in parts):
        return done
    after_name = False
    for at, one in enumerate(parts):
        if isinstance(one, Mention | Figure):
            after_name = isinstance(one, Mention)
        elif after_name and _kin(one) in OCCUPATIONS and at and not isinstance(parts[at - 1], Mention):
            done[at] = replace(one, ideas=_BY_TRADE)
        elif not one.ideas & {"article", "subject", "copula"} or "possessive" in one.ideas:
            after_name = False
    return done


def starts_relation(piece: Piece) -> bool:
    """Whether a word says what somebody is to somebody."""
    return bool(_kin(piece))


def _led_on(parts: Sequence[Piece | Mention | Figure]) -> list[Piece | Mention | Figure]:
    """Relations right after a name: "Ha-rin's brother's wife"."""
    done: list[Piece | Mention | Figure] = []
    last: Mention | None = None
    for one in parts:
        if isinstance(one, Mention):
            last = one
        elif isinstance(one, Figure):
            last = None
        elif last and (step := _kin(one)):
            at = done.index(last)
            last = replace(last, steps=(*last.steps, step))
            done[at] = last
            continue
        elif "subject" in one.ideas or not (one.ending or "possessive" in one.ideas):
            last = None
        done.append(one)
    return done


def _of(parts: Sequence[Piece | Mention | Figure]) -> list[Piece | Mention | Figure]:
    """Relations before "of" and a name, the nearest first: "the wife of the brother of Ha-rin"."""
    done: list[Piece | Mention | Figure] = []
    for one in parts:
        mention = one
        while isinstance(mention, Mention) and (found := _before(done)):
            at, step = found
            mention = replace(mention, steps=(*mention.steps, step))
            del done[at:]
        done.append(mention)
    return done


def _before(done: Sequence[Piece | Mention | Figure]) -> tuple[int, str] | None:
    """Where a relation stands that hangs by "of" on the name to come, and which it is."""
    seen_of = False
    for at in range(len(done) - 1, -1, -1):
        one = done[at]
        if isinstance(one, Mention | Figure):
            return None
        if "of" in one.ideas:
            seen_of = True
        elif seen_of and (step := _kin(one)):
            return at, step
        elif "article" not in one.ideas:
            return None
    return None


def _whose(parts: Sequence[Piece | Mention | Figure]) -> list[Piece | Mention | Figure]:
    """Turn "whose son is X" round: it asks for the parent of X."""
    mentions = [at for at, one in enumerate(parts) if isinstance(one, Mention)]
    for at in range(len(parts) - 1):
        asks, kin = parts[at], parts[at + 1]
        if isinstance(asks, Mention | Figure) or isinstance(kin, Mention | Figure) or len(mentions) != 1:
            continue
        turned = inverse(_kin(kin)) if "whose" in asks.ideas else ""
        if turned:
            return _with_step(parts, mentions[0], turned, {at, at + 1})
    return list(parts)


def _young(parts: Sequence[Piece | Mention | Figure]) -> list[Piece | Mention | Figure]:
    """A name with "young" or "as a child" beside it means the younger self."""
    mentions = [at for at, one in enumerate(parts) if isinstance(one, Mention)]
    young = [at for at, one in enumerate(parts) if not isinstance(one, Mention | Figure) and "young" in one.ideas]
    if len(mentions) != 1 or not young:
        return list(parts)
    return _with_step(parts, mentions[0], YOUNGER_SELF, set(young))


def _with_step(
    parts: Sequence[Piece | Mention | Figure], at: int, step: str, without: set[int]
) -> list[Piece | Mention | Figure]:
    mention = parts[at]
    if isinstance(mention, Mention):
        mention = replace(mention, steps=(*mention.steps, step))
    return [mention if place == at else one for place, one in enumerate(parts) if place not in without]
