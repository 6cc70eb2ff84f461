"""From a question taken apart to what it asks: the one question of the table in which every word has its place."""

from __future__ import annotations

from itertools import permutations, product
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.ask.asked import Asked, Unclear
from bot.domain.ask.kin import YOUNGER
from bot.domain.ask.questions import questions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.domain.ask.cover import Piece
    from bot.domain.ask.frame import Frame, Mention
    from bot.domain.ask.questions import Question

_FIGURES: Final = frozenset({"episode", "percent", "year", "week", "disc", "special"})
_IDLE: Final = frozenset({"count", "season"})
"""Figures that change nothing about what is asked."""
_HALVES: Final = {"first-half": "h1", "second-half": "h2"}
_PLAYED: Final = frozenset({"plays", "is", "relation"})
"""Questions in which an actor's name stands for the part, once the question says that the story is meant."""

_PEOPLE: Final = frozenset({"character", "kin", "younger"})
"""What is taken as a character: any, one reached over relations, somebody's younger self."""
_NEED, _SLOT = 3, 2
"""What it counts that a question needs a word, and that it takes a name or a figure."""


class Fit(NamedTuple):
    """A question that fits, how well, and the values for each thing it takes; several where a name is shared."""

    score: int
    question: Question
    values: tuple[tuple[tuple[str, ...], ...], ...]
    flags: tuple[str, ...]


class Taken(NamedTuple):
    """The values for what a question takes, and the words that are used up by them."""

    values: tuple[tuple[tuple[str, ...], ...], ...]
    used: tuple[Piece, ...]


def matched(frame: Frame, finale: int) -> Asked | None:
    """What a question asks, or None where no question of the table has a place for every word of it.

    ``finale`` is the number of the last episode. Raises :class:`Unclear` where a name fits several.
    """
    if frame.unknown or frame.outside:
        return None
    fits = [fit for question in questions() if (fit := _fit(question, frame, finale))]
    if not fits:
        return None
    best = max(fits, key=lambda fit: fit.score)
    options = [
        Asked(best.question.what, (*(part for value in values for part in value), *best.flags))
        for values in product(*best.values)
    ]
    if len(options) == 1:
        return options[0]
    raise Unclear(tuple(((option,), _told_apart(option, options)) for option in options))


def _told_apart(option: Asked, options: Sequence[Asked]) -> str:
    """The argument in which a choice differs from the others: the key of the record that it means."""
    others = [other for other in options if other is not option]
    return next((mine for at, mine in enumerate(option.about) if any(mine != one.about[at] for one in others)), "")


def _fit(question: Question, frame: Frame, finale: int) -> Fit | None:
    for taken in _taken(question, frame, finale):
        words = [piece for piece in frame.words if piece not in taken.used]
        if all(piece.ideas & question.may for piece in words) and _needs_met(question, words):
            flags = tuple(flag for flag in question.flags if any(flag in piece.ideas for piece in words))
            score = _NEED * len(question.needs) + _SLOT * sum(1 for value in taken.values if value != ((),))
            return Fit(score, question, taken.values, flags)
    return None


def _needs_met(question: Question, words: Sequence[Piece]) -> bool:
    """Whether each need has a word of its own."""
    if not question.needs:
        return True
    first, *rest = question.needs
    return any(_all_met(rest, [other for other in words if other is not word]) for word in words if word.ideas & first)


def _all_met(needs: Sequence[frozenset[str]], words: Sequence[Piece]) -> bool:
    if not needs:
        return True
    return any(
        _all_met(needs[1:], [one for one in words if one is not word]) for word in words if word.ideas & needs[0]
    )


def _taken(question: Question, frame: Frame, finale: int) -> Iterator[Taken]:
    """Every way to give the names and figures of a question to what the table says it takes."""
    ignored = question.ignores
    mentions = [one for one in frame.mentions if one.steps or not all(option.kind in ignored for option in one.options)]
    soft = [one for one in mentions if one.soft]
    for some in (mentions, [one for one in mentions if one not in soft]):
        for order in permutations(some):
            if taken := _given(question, frame, order, finale):
                yield taken


def _given(question: Question, frame: Frame, mentions: Sequence[Mention], finale: int) -> Taken | None:
    left = list(mentions)
    figures = [figure for figure in frame.figures if figure.kind not in question.ignores | _IDLE]
    values: list[tuple[tuple[str, ...], ...]] = []
    used: list[Piece] = []
    for slot in question.takes:
        kind, may_miss = slot.removesuffix("?"), slot.endswith("?")
        if kind in _FIGURES:
            figure = next((one for one in figures if one.kind == kind), None)
            word = None if figure or kind != "episode" else _episode_word(frame)
            if figure:
                figures.remove(figure)
                values.append(((figure.value,),))
            elif word:
                used.append(word)
                values.append(((str(finale if "finale" in word.ideas else 1),),))
            elif not may_miss:
                return None
        elif kind == "period":
            year = next((one for one in figures if one.kind == "year"), None)
            half = next((_HALVES[idea] for idea in _HALVES if idea in frame.ideas), "")
            if year:
                figures.remove(year)
            if period := "-".join(filter(None, [year.value if year else "", half])):
                values.append(((period,),))
            elif not may_miss:
                return None
        elif kind in {"lang", "country"}:
            said = [(piece, idea) for piece in frame.words for idea in piece.ideas if idea.startswith(f"{kind}:")]
            if not said:
                return None
            values.append(((said[0][1].removeprefix(f"{kind}:").lower(),),))
            used.extend(piece for piece, _ in said)
        else:
            keys = _keys(kind, left[0], question, frame) if left else ()
            if keys:
                left.pop(0)
                values.append(keys)
            elif not may_miss:
                return None
    return None if left or figures else Taken(tuple(values), tuple(used))


def _episode_word(frame: Frame) -> Piece | None:
    return next((piece for piece in frame.words if piece.ideas & {"finale", "first-episode"}), None)


def _keys(kind: str, mention: Mention, question: Question, frame: Frame) -> tuple[tuple[str, ...], ...]:
    """What a name means as one of this kind; nothing where it can be none."""
    steps = mention.steps
    if (kind == "kin" and not steps) or (kind == "younger" and steps[:1] != (YOUNGER,)):
        return ()
    kinds = {"character"} if kind in _PEOPLE else {kind}
    if kinds == {"character"} and question.what in _PLAYED and steps and (frame.in_story or question.what == "plays"):
        # "Yoon Ha-rin's husband" asks about a private life, unless the story is meant.
        kinds |= set() if "irl" in frame.ideas else {"actor"}
    if steps and kind not in _PEOPLE:
        return ()
    return tuple(dict.fromkeys((option.key, *steps) for option in mention.options if option.kind in kinds))
