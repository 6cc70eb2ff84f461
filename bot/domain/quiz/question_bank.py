"""All questions of a show, and how those of a game are drawn from them."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from random import Random
from typing import TYPE_CHECKING, Final
from zlib import crc32

from bot.domain.questions.answer_sentence import Day, Percent
from bot.domain.quiz.kinds import templates
from bot.domain.quiz.question import LONGEST_GAME, OPTIONS, TOPIC_OF, Choice, Question, Template, Term, Topic

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from bot.domain.library import Library

PLAUSIBLE: Final = 4
"""Wrong options are drawn from so many that fit best; those of a figure from so many below it and so many above it."""
SUBJECT_DISTANCE: Final = 10
"""Among so many questions in a row, no two are about the same, as far as possible."""
KIND_DISTANCE: Final = 6
"""Among so many, no two are of the same kind."""


class QuestionBank:
    """The questions of one show in one language."""

    def __init__(self, library: Library) -> None:
        self._templates = [one for one in templates(library) if _fits(one, library.last_episode)]
        levels = {choice.after_episode for one in self._templates for choice in (one.answer, *one.wrong)}
        self._levels = sorted({0, *levels, *(one.level for one in self._templates)})
        self._decks: dict[tuple[int, Topic | None], Deck] = {}

    def deck(self, level: int = 0, topic: Topic | None = None) -> Deck:
        """The questions for somebody who has seen up to episode ``level``, of one topic or of all."""
        level = self._levels[bisect_right(self._levels, level) - 1]  # few levels make a difference
        if (level, topic) not in self._decks:
            fitting = [one for one in self._templates if topic in (None, TOPIC_OF[one.kind]) and _fits(one, level)]
            self._decks[level, topic] = Deck(fitting, level)
        return self._decks[level, topic]


class Deck:
    """The questions that one reader may be asked."""

    def __init__(self, templates: Sequence[Template], level: int) -> None:
        self._templates = templates
        self._level = level
        self.keys = tuple(one.key for one in templates)
        """The keys of the questions."""

    def __len__(self) -> int:
        return len(self._templates)

    def pick(self, seed: int, number: int) -> Question:
        """Question ``number``, from 1, of the game with this seed; questions repeat only if the deck is too small."""
        drawn = _draw(self, seed, LONGEST_GAME)
        return self._question(drawn[(number - 1) % len(drawn)], seed)

    def of_day(self, day: dt.date) -> Question:
        """The question of a day. No question comes again before all have been asked."""
        cycle, place = divmod(day.toordinal(), len(self))
        return self._question(_draw(self, cycle, len(self))[place], day.toordinal())

    def _question(self, template: Template, seed: int) -> Question:
        """Choose the wrong options of a question, and shuffle."""
        random = Random(seed * 4_294_967_311 + crc32(template.key.encode()))  # noqa: S311 - a game, no secret
        wrong = _wrong(template, self._level)
        # Only random() is promised to give the same in every version of Python.
        chosen = _wrong_options(template.answer, wrong, random)
        if template.alike and not any(one.key in template.alike for one in chosen):
            chosen[0] = next(one for one in wrong if one.key in template.alike)
        options = _drawn_from([template.answer, *chosen], random, OPTIONS)
        sources = (*template.sources, *(source for option in options for source in option.sources))
        return Question(
            template.key,
            template.arguments,
            tuple(options),
            options.index(template.answer),
            tuple(dict.fromkeys(sources)),
            template.confidence,
            self._level,
        )


def _wrong(template: Template, level: int) -> list[Choice]:
    return [one for one in template.wrong if one.after_episode <= level]


def _fits(template: Template, level: int) -> bool:
    """Whether a question can be asked at a level: nothing in it is a spoiler, and there are enough wrong options."""
    if max(template.level, template.answer.after_episode) > level:
        return False
    wrong = _wrong(template, level)
    return len(wrong) >= OPTIONS - 1 and (not template.alike or any(one.key in template.alike for one in wrong))


def _wrong_options(answer: Choice, wrong: Sequence[Choice], random: Random) -> list[Choice]:
    """Draw the wrong options. The rank of a figure among the others tells nothing, as far as there are figures."""
    figure = _figure(answer)
    lower = [one for one in wrong if _figure(one) < figure]
    higher = [one for one in wrong if _figure(one) > figure]
    if not lower and not higher:
        return _drawn_from(wrong[:PLAUSIBLE], random, OPTIONS - 1)
    least, most = max(0, OPTIONS - 1 - len(higher)), min(OPTIONS - 1, len(lower))
    count = least + int(random.random() * (most - least + 1))
    return [
        *_drawn_from(lower[:PLAUSIBLE], random, count),
        *_drawn_from(higher[:PLAUSIBLE], random, OPTIONS - 1 - count),
    ]


def _figure(choice: Choice) -> float:
    """What orders the options of a question; 0 for words."""
    match choice.value:
        case Term(number=figure) | Percent(value=figure) | (int() as figure):
            return figure
        case Day(date=day):
            return day.toordinal()
        case _:
            return 0


def _drawn_from(choices: Sequence[Choice], random: Random, count: int) -> list[Choice]:
    left = list(choices)
    return [left.pop(int(random.random() * len(left))) for _turn in range(min(count, len(left)))]


@lru_cache(maxsize=256)
def _draw(deck: Deck, seed: int, count: int) -> list[Template]:
    """The first questions of a deck in the order of a seed."""
    random = Random(seed)  # noqa: S311 - a game, no secret
    left = list(deck._templates)  # pyright: ignore[reportPrivateUsage]
    postponed: list[Template] = []
    drawn: list[Template] = []
    while len(drawn) < count and (left or postponed):
        subjects = {one.subject for one in drawn[1 - SUBJECT_DISTANCE :]}
        kinds = {one.kind for one in drawn[1 - KIND_DISTANCE :]}
        found = next((one for one in postponed if one.subject not in subjects and one.kind not in kinds), None)
        while left and not found:
            at = int(random.random() * len(left))
            left[at], left[-1] = left[-1], left[at]
            one = left.pop()
            if one.subject in subjects or one.kind in kinds:
                postponed.append(one)
            else:
                drawn.append(one)
                break
        else:
            found = found or postponed[0]
            postponed.remove(found)
            drawn.append(found)
    return drawn
