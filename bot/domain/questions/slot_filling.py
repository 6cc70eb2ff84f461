"""From a question taken apart to what it asks: the one question of the table in which every word has its place."""

from __future__ import annotations

from itertools import permutations, product
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.questions.parsed_question import ALWAYS
from bot.domain.questions.query import Asked, Unclear
from bot.domain.questions.question_types import questions
from bot.domain.relations import YOUNGER_SELF

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.domain.questions.parsed_question import Figure, Frame, Mention
    from bot.domain.questions.question_types import Question
    from bot.domain.questions.segmenter import Piece

_FIGURES: Final = frozenset({"episode", "percent", "year", "week", "disc", "special", "place"})
_IDLE: Final = frozenset({"count", "season"})
"""Figures that change nothing about what is asked."""
_HALVES: Final = {"first-half": "h1", "second-half": "h2"}
_PEOPLE: Final = frozenset({"character", "kin", "younger"})
"""What is taken as a character: any, one reached over relations, somebody's younger self."""
_PLAYED: Final = frozenset({"plays", "is", "relation"})
"""Questions in which an actor's name may stand for the part."""
_NEED, _SLOT = 3, 2
"""What it counts that a question needs a word, and that it takes a name or a figure."""

Values = tuple[tuple[str, ...], ...]
"""What a name or figure may mean: for each meaning the arguments of the answer."""


class Fit(NamedTuple):
    """A question that fits, how well, and the values for each thing it takes."""

    score: int
    question: Question
    values: tuple[Values, ...]
    flags: tuple[str, ...]


def matched(frame: Frame, finale: int) -> Asked | None:
    """What a question asks, or None where no question of the table has a place for every word of it.

    ``finale`` is the number of the last episode. Raises :class:`Unclear` where a name fits several.
    """
    if frame.unknown or frame.outside or frame.negated:
        return None
    fits = [fit for question in questions() for fit in _fits(question, frame, finale)]
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
    return next((mine for at, mine in enumerate(option.about) if any(mine != one.about[at] for one in options)), "")


def _fits(question: Question, frame: Frame, finale: int) -> Iterator[Fit]:
    for tray in _served(question, frame, finale):
        if question.never & frame.ideas:
            continue
        if all(piece.ideas & (question.may | ALWAYS) for piece in tray.words) and _met(question.needs, tray.words):
            flags = tuple(flag for flag in question.flags if any(flag in piece.ideas for piece in tray.words))
            yield Fit(_NEED * len(question.needs) + _SLOT * len(tray.values), question, tuple(tray.values), flags)


def _met(needs: Sequence[frozenset[str]], words: Sequence[Piece]) -> bool:
    """Whether each need has a word of its own."""
    if not needs:
        return True
    first, *rest = needs
    return any(_met(rest, [one for one in words if one is not word]) for word in words if word.ideas & first)


def _served(question: Question, frame: Frame, finale: int) -> Iterator[Tray]:
    """Every way to give the names and figures of a question to what the table says it takes."""
    ignored = question.ignores
    hard = [one for one in frame.mentions if one.steps or not all(option.kind in ignored for option in one.options)]
    for some in (hard, [one for one in hard if not one.soft]):
        for order in permutations(some):
            tray = Tray(question, frame, order, finale)
            if all(tray.take(slot) for slot in question.takes) and tray.empty:
                yield tray


class Tray:
    """The names, figures and words of a question, until each has found its place."""

    def __init__(self, question: Question, frame: Frame, mentions: Sequence[Mention], finale: int) -> None:
        self._question = question
        self._frame = frame
        self._finale = finale
        self._mentions = list(mentions)
        self._figures = [one for one in frame.figures if one.kind not in question.ignores | _IDLE]
        self.words = list(frame.words)
        """The words that are not used up by what the question takes."""
        self.values: list[Values] = []

    @property
    def empty(self) -> bool:
        """Whether no name and no figure is left."""
        return not self._mentions and not self._figures

    def take(self, slot: str) -> bool:
        """Serve one thing that the question takes; whether there was such a thing, or there need not be."""
        kind = slot.removesuffix("?")
        if kind in _FIGURES:
            value = self._figure(kind)
        elif kind == "period":
            value = self._period()
        elif kind in {"lang", "country"}:
            value = self._coded(kind)
        else:
            value = self._named(kind)
        if value:
            self.values.append(value)
        return bool(value) or slot.endswith("?")

    def _figure(self, kind: str) -> Values:
        if figure := self._drawn(kind):
            return ((figure.value,),)
        named = [piece for piece in self.words if piece.ideas & {"finale", "first-episode"}]
        if kind != "episode" or not named:
            return ()
        self.words.remove(named[0])
        return ((str(self._finale if "finale" in named[0].ideas else 1),),)

    def _period(self) -> Values:
        year = self._drawn("year")
        half = next((_HALVES[idea] for idea in _HALVES if idea in self._frame.ideas), "")
        period = "-".join(filter(None, [year.value if year else "", half]))
        return ((period,),) if period else ()

    def _coded(self, kind: str) -> Values:
        """A language or a country, by its code."""
        said = [(piece, idea) for piece in self.words for idea in piece.ideas if idea.startswith(f"{kind}:")]
        if not said:
            return ()
        self.words = [piece for piece in self.words if piece not in [one for one, _ in said]]
        return ((said[0][1].removeprefix(f"{kind}:").lower(),),)

    def _named(self, kind: str) -> Values:
        found = self._keys(kind, self._mentions[0]) if self._mentions else ()
        if found:
            self._mentions.pop(0)
        return found

    def _drawn(self, kind: str) -> Figure | None:
        figure = next((one for one in self._figures if one.kind == kind), None)
        if figure:
            self._figures.remove(figure)
        return figure

    def _keys(self, kind: str, mention: Mention) -> Values:
        """What a name means as one of this kind; nothing where it can be none."""
        steps = mention.steps
        if (kind == "kin" and not steps) or (kind == "younger" and steps[:1] != (YOUNGER_SELF,)):
            return ()
        if steps and kind not in _PEOPLE:
            return ()
        kinds = {"character"} if kind in _PEOPLE else {kind}
        if steps and kind in _PEOPLE and self._is_about_the_story():
            kinds.add("actor")
        return tuple(dict.fromkeys((option.key, *steps) for option in mention.options if option.kind in kinds))

    def _is_about_the_story(self) -> bool:
        """Whether "Yoon Ha-rin's husband" asks about the story; else it would be about a private life."""
        what = self._question.what
        return what in _PLAYED and "irl" not in self._frame.ideas and (self._frame.in_story or what == "plays")
