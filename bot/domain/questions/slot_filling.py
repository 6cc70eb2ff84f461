"""Finds the one question type in which every word of a parsed question has a place."""

from __future__ import annotations

from itertools import permutations, product
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.questions.parsed_question import ALWAYS
from bot.domain.questions.query import AmbiguousQuestion, Query
from bot.domain.questions.question_types import question_types
from bot.domain.relations import YOUNGER_SELF

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.domain.questions.parsed_question import Mention, ParsedQuestion, Quantity
    from bot.domain.questions.question_types import QuestionType
    from bot.domain.questions.segmenter import Segment

_QUANTITIES: Final = frozenset({"episode", "percent", "year", "week", "disc", "special", "place"})
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
    question_type: QuestionType
    values: tuple[Values, ...]
    modifiers: tuple[str, ...]


def match_question(question: ParsedQuestion, finale: int) -> Query | None:
    """What a question asks, or None where no question of the table has a place for every word of it.

    ``finale`` is the number of the last episode. Raises :class:`AmbiguousQuestion` where a name fits several.
    """
    if question.unknown or question.out_of_scope or question.negated:
        return None
    concepts = question.concepts
    fits = [
        fit
        for question_type in question_types()
        if not question_type.excluded & concepts and all(need & concepts for need in question_type.required)
        for fit in _fits(question_type, question, finale)
    ]
    if not fits:
        return None
    best = max(fits, key=lambda fit: fit.score)
    options = [
        Query(best.question_type.intent, (*(part for value in values for part in value), *best.modifiers))
        for values in product(*best.values)
    ]
    if len(options) == 1:
        return options[0]
    raise AmbiguousQuestion(tuple(((option,), _told_apart(option, options)) for option in options))


def _told_apart(option: Query, options: Sequence[Query]) -> str:
    """The argument in which a choice differs from the others: the key of the record that it means."""
    return next(
        (mine for at, mine in enumerate(option.arguments) if any(mine != one.arguments[at] for one in options)), ""
    )


def _fits(question_type: QuestionType, question: ParsedQuestion, finale: int) -> Iterator[Fit]:
    for filler in _fillings(question_type, question, finale):
        if all(segment.concepts & (question_type.optional | ALWAYS) for segment in filler.words) and _met(
            question_type.required, filler.words
        ):
            modifiers = tuple(value for name in question_type.modifiers for value in _modifier(name, filler.words))
            yield Fit(
                _NEED * len(question_type.required) + _SLOT * len(filler.values),
                question_type,
                tuple(filler.values),
                modifiers,
            )


def _modifier(name: str, words: Sequence[Segment]) -> list[str]:
    """A modifier if a word has that concept; its values where the concept has some."""
    concepts = {concept for word in words for concept in word.concepts}
    values = sorted(concept.removeprefix(f"{name}:") for concept in concepts if concept.startswith(f"{name}:"))
    return values or ([name] if name in concepts else [])


def _met(needs: Sequence[frozenset[str]], words: Sequence[Segment]) -> bool:
    """Whether each need has a word of its own."""
    if not needs:
        return True
    first, *rest = needs
    return any(_met(rest, [one for one in words if one is not word]) for word in words if word.concepts & first)


def _fillings(question_type: QuestionType, question: ParsedQuestion, finale: int) -> Iterator[SlotFiller]:
    """Every way to give the names and quantities of a question to what the table says it takes."""
    ignored = question_type.ignored_entities
    hard = [one for one in question.mentions if one.steps or not all(option.kind in ignored for option in one.options)]
    for some in (hard, [one for one in hard if not one.soft]):
        for order in permutations(some):
            filler = SlotFiller(question_type, question, order, finale)
            if all(filler.fill(slot) for slot in question_type.slots) and filler.empty:
                yield filler


class SlotFiller:
    """The names, quantities and words of a question, until each has found its place."""

    def __init__(
        self, question_type: QuestionType, question: ParsedQuestion, mentions: Sequence[Mention], finale: int
    ) -> None:
        self._type = question_type
        self._parsed = question
        self._finale = finale
        self._mentions = list(mentions)
        self._quantities = [
            one for one in question.quantities if one.kind not in question_type.ignored_entities | _IDLE
        ]
        self.words = list(question.words)
        """The words that are not used up by what the question takes."""
        self.values: list[Values] = []

    @property
    def empty(self) -> bool:
        """Whether no name and no figure is left."""
        return not self._mentions and not self._quantities

    def fill(self, slot: str) -> bool:
        """Serve one thing that the question takes; whether there was such a thing, or there need not be."""
        kind = slot.removesuffix("?")
        if kind in _QUANTITIES:
            value = self._quantity(kind)
        elif kind == "period":
            value = self._period()
        elif kind in {"lang", "country"}:
            value = self._coded(kind)
        else:
            value = self._named(kind)
        if value:
            self.values.append(value)
        return bool(value) or slot.endswith("?")

    def _quantity(self, kind: str) -> Values:
        if figure := self._drawn(kind):
            return ((figure.value,),)
        named = [segment for segment in self.words if segment.concepts & {"finale", "first-episode"}]
        if kind != "episode" or not named:
            return ()
        self.words.remove(named[0])
        return ((str(self._finale if "finale" in named[0].concepts else 1),),)

    def _period(self) -> Values:
        year = self._drawn("year")
        half = next((_HALVES[concept] for concept in _HALVES if concept in self._parsed.concepts), "")
        period = "-".join(filter(None, [year.value if year else "", half]))
        return ((period,),) if period else ()

    def _coded(self, kind: str) -> Values:
        """A language or a country, by its code."""
        said = [
            (segment, concept)
            for segment in self.words
            for concept in segment.concepts
            if concept.startswith(f"{kind}:")
        ]
        if not said:
            return ()
        self.words = [segment for segment in self.words if segment not in [one for one, _ in said]]
        return ((said[0][1].removeprefix(f"{kind}:").lower(),),)

    def _named(self, kind: str) -> Values:
        found = self._keys(kind, self._mentions[0]) if self._mentions else ()
        if found:
            self._mentions.pop(0)
        return found

    def _drawn(self, kind: str) -> Quantity | None:
        figure = next((one for one in self._quantities if one.kind == kind), None)
        if figure:
            self._quantities.remove(figure)
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
        what = self._type.intent
        return what in _PLAYED and "irl" not in self._parsed.concepts and (self._parsed.in_story or what == "plays")
