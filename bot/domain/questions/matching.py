"""Finds the one attribute in whose row every word of a parsed question has a place."""

from __future__ import annotations

from functools import cache
from itertools import permutations, product
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.questions.lexicon import DEED, NO_CONCEPTS, PLOT, SOMEBODY
from bot.domain.questions.parsed_question import ALWAYS
from bot.domain.questions.query import AmbiguousQuestion, Query
from bot.domain.questions.schema import ROWS
from bot.domain.relations import YOUNGER_SELF
from bot.domain.text.tokens import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.domain.questions.parsed_question import Mention, ParsedQuestion, Quantity
    from bot.domain.questions.schema import Attribute, Way
    from bot.domain.questions.segmenter import Segment

_QUANTITIES: Final = frozenset({"episode", "percent", "year", "week", "disc", "special", "place"})
_ANYWHERE: Final = ALWAYS | {SOMEBODY, "finale", "first-episode"}
"""What may stand in any question, or be the figure that it takes."""
_IDLE: Final = frozenset({"count", "season"})
"""Figures that change nothing about what is asked."""
_WIDER: Final = {"seoul": "nationwide"}
"""What takes in what a row says of the narrower one."""
_HALVES: Final = {"first-half": "h1", "second-half": "h2"}
_UNTYPED: Final = frozenset({DEED, PLOT})
"""Concepts of the plot, which statements tell."""
_YES_NO: Final = frozenset({"yes-no"})
"""What a question for yes or no has beside its words."""
_PERSONS: Final = frozenset({"character", "actor", "singer", "credit", "kin", "person", "younger"})
"""Names that a pronoun may stand for as well."""
_PEOPLE: Final = frozenset({"character", "kin", "younger"})
"""What is taken as a character over relations: any, only such a one, somebody's younger self; a ``person`` is named."""
_PLAYED: Final = frozenset({"plays", "is", "relation"})
"""Questions in which an actor's name may stand for the part."""
_OF_SONGS: Final = frozenset({
    "song", "sing", "heard", "part", "album", "release", "compose", "write", "lyrics", "lyricist", "arrange", "chart",
    "title", "naming", "meaning", "views", "video", "awards", "instrumental",
})  # fmt: skip
"""Words beside which a title that is a common word means the song."""
_SHORT_TITLE: Final = 6
"""Characters of an unspaced script below which a title is a common word."""
_MOST_NAMES: Final = max(len(way.slots) for row in ROWS for way in row.ways)
_NEED, _SLOT = 3, 2
"""What it counts that a question needs a word, and that it takes a name or a figure."""

Values = tuple[tuple[str, ...], ...]
"""What a name or figure may mean: for each meaning the arguments of the answer."""


class Fit(NamedTuple):
    """An attribute that fits, how well, and the values for each thing it takes."""

    score: int
    attribute: Attribute
    values: tuple[Values, ...]
    said: tuple[str, ...]


def match_question(question: ParsedQuestion, finale: int) -> Query | None:
    """What a question asks, or None where no row of the schema has a place for every word of it.

    ``finale`` is the number of the last episode. Raises :class:`AmbiguousQuestion` where a name fits several.
    """
    if question.unknown or question.negated or question.out_of_scope:
        return None
    concepts = question.concepts | (_YES_NO if question.polar else NO_CONCEPTS)
    firm = sum(not one.soft for one in question.mentions)
    if not concepts.isdisjoint(_UNTYPED) or firm > _MOST_NAMES:
        return None
    demanding = [said for word in question.words if not ((said := word.concepts) & _ANYWHERE or _code(said))]
    ways = {number: way for concept in (*concepts, "") for number, way in _ways().get(concept, ())}
    fits = [
        fit
        for number in sorted(ways)
        if _may_fit(*ways[number], concepts, demanding)
        for fit in _fits(*ways[number], question, finale)
    ]
    if not fits:
        return None
    best = max(fits, key=lambda fit: fit.score)
    options = [
        Query(best.attribute.name, (*(part for value in values for part in value), *best.said))
        for values in product(*best.values)
    ]
    if len(options) == 1:
        return options[0]
    raise AmbiguousQuestion(tuple(((option,), _told_apart(option, options)) for option in options))


@cache
def _ways() -> Mapping[str, Sequence[tuple[int, tuple[Attribute, Way]]]]:
    """The ways of all rows with their place in the table, by the concepts of their first need; "" has those of none."""
    found: dict[str, list[tuple[int, tuple[Attribute, Way]]]] = {}
    for number, (attribute, way) in enumerate((row, way) for row in ROWS for way in row.ways):
        for concept in way.needs[0] if way.needs else ("",):
            found.setdefault(concept, []).append((number, (attribute, way)))
    return found


def _may_fit(attribute: Attribute, way: Way, concepts: frozenset[str], demanding: Sequence[frozenset[str]]) -> bool:
    """Whether a way gets what it needs, and has a place for each word, whatever names and figures are taken for."""
    return (
        attribute.never.isdisjoint(concepts)
        and not any(need.isdisjoint(concepts) for need in way.needs)
        and not any(said.isdisjoint(way.allowed) for said in demanding)
    )


def _told_apart(option: Query, options: Sequence[Query]) -> str:
    """The argument in which a choice differs from the others: the key of the record that it means."""
    return next(
        (mine for at, mine in enumerate(option.arguments) if any(mine != one.arguments[at] for one in options)), ""
    )


def _fits(attribute: Attribute, way: Way, question: ParsedQuestion, finale: int) -> Iterator[Fit]:
    """Every way to give the names and figures of a question to what the row says it takes."""
    ignored = attribute.ignores
    firm = tuple(one for one in question.mentions if not one.soft)
    hard = tuple(one for one in firm if one.steps or not all(option.kind in ignored for option in one.options))
    for some in {len(one): one for one in (question.mentions, firm, hard) if len(one) <= len(way.slots)}.values():
        for order in permutations(some) if len(some) > 1 else (some,):
            slots = _Slots(attribute, question, order, finale)
            taken = [(slot, slots.take(slot)) for slot in way.slots]
            complete = all(value or slot[-1] in "?~" for slot, value in taken) and slots.empty
            allowed = (
                way.allowed | ALWAYS | {SOMEBODY for slot, value in taken if value and slot.rstrip("?~!") in _PERSONS}
            )
            if complete and all(one.concepts & allowed for one in slots.words) and _met(way.needs, slots.words):
                unsaid = "~" if question.polar else "~!"
                values = tuple(value for slot, value in taken if value and not set(unsaid) & set(slot))
                said = [value for name in attribute.says if name != "polar" for value in _said(name, slots.words)]
                said += ["polar"] if question.polar and "polar" in attribute.says else []
                score = _NEED * len(way.needs) + _SLOT * sum(bool(value) for _, value in taken)
                yield Fit(score, attribute, values, tuple(dict.fromkeys(said)))


def _said(name: str, words: Sequence[Segment]) -> list[str]:
    """A concept if a word has it; its values where it has some."""
    concepts = {concept for word in words for concept in word.concepts}
    if _WIDER.get(name) in concepts:
        return []  # "nationwide and in Seoul" is no narrower question
    values = sorted(concept.removeprefix(f"{name}:") for concept in concepts if concept.startswith(f"{name}:"))
    return values or ([name] if name in concepts else [])


def _met(needs: Sequence[frozenset[str]], words: Sequence[Segment]) -> bool:
    """Whether each need has a word of its own."""
    if not needs:
        return True
    first, *rest = needs
    return any(_met(rest, [one for one in words if one is not word]) for word in words if word.concepts & first)


def _code(concepts: Iterable[str], kinds: str | tuple[str, ...] = ("lang:", "country:")) -> str:
    """The concept of a language or a country; "" where there is none."""
    return next((concept for concept in concepts if concept.startswith(kinds)), "")


class _Slots:
    """The names, figures and words of a question, until each has found its place."""

    def __init__(
        self, attribute: Attribute, question: ParsedQuestion, mentions: Sequence[Mention], finale: int
    ) -> None:
        self._attribute = attribute
        self._question = question
        self._finale = finale
        self._mentions = list(mentions)
        self._quantities = [
            one for one in question.quantities if one.kind not in attribute.ignores and one.kind not in _IDLE
        ]
        self.words = list(question.words)
        """The words that are not used up by what the question takes."""

    @property
    def empty(self) -> bool:
        """Whether no name and no figure is left."""
        return not self._mentions and not self._quantities

    def take(self, slot: str) -> Values:
        """What there is of a kind; nothing where there is none."""
        kind = slot.rstrip("?~!")
        if kind in _QUANTITIES and "!" in slot and not self._question.polar:
            return ()
        if kind in _QUANTITIES:
            return self._quantity(kind)
        if kind == "period":
            return self._period()
        if kind in {"lang", "country"}:
            return self._coded(kind)
        found = self._keys(kind, self._mentions[0]) if self._mentions else ()
        if found:
            self._mentions.pop(0)
        return found

    def _quantity(self, kind: str) -> Values:
        if figure := self._figure(kind):
            return ((figure.value,),)
        ends = {"finale"} if any(one.kind == "percent" for one in self._quantities) else {"finale", "first-episode"}
        named = [segment for segment in self.words if segment.concepts & ends]
        if kind != "episode" or not named:
            return ()
        self.words.remove(named[0])
        return ((str(self._finale if "finale" in named[0].concepts else 1),),)

    def _period(self) -> Values:
        year = self._figure("year")
        half = next((_HALVES[concept] for concept in _HALVES if concept in self._question.concepts), "")
        period = "-".join(filter(None, [year.value if year else "", half]))
        return ((period,),) if period else ()

    def _coded(self, kind: str) -> Values:
        """All languages or countries, by their codes."""
        codes = [code for word in self.words if (code := _code(word.concepts, f"{kind}:"))]
        self.words = [word for word in self.words if not _code(word.concepts, f"{kind}:")]
        return (tuple(code.removeprefix(f"{kind}:").lower() for code in codes),) if codes else ()

    def _figure(self, kind: str) -> Quantity | None:
        figure = next((one for one in self._quantities if one.kind == kind), None)
        if figure:
            self._quantities.remove(figure)
        return figure

    def _keys(self, kind: str, mention: Mention) -> Values:
        """What a name means as one of this kind; nothing where it can be none."""
        steps = mention.steps
        if kind == "track" and not self._is_title(mention.text):
            return ()
        if (kind == "kin" and not steps) or (kind == "younger" and steps[:1] != (YOUNGER_SELF,)):
            return ()
        if steps and kind not in _PEOPLE:
            return ()
        kinds = {"character"} if kind in {*_PEOPLE, "person"} else {kind}
        if kind in _PEOPLE and self._is_about_the_story(steps):
            kinds.add("actor")
        return tuple(dict.fromkeys((option.key, *steps) for option in mention.options if option.kind in kinds))

    def _is_title(self, text: str) -> bool:
        """Whether a text is rather a title than a common word: it is long, stands alone, or beside words of songs."""
        if " " in text or (is_unspaced(text) and len(text) >= _SHORT_TITLE):
            return True
        words = self._question.words
        is_of_songs = any(word.concepts & _OF_SONGS and "write" not in word.concepts for word in words)
        return is_of_songs or not (words or self._question.polar)

    def _is_about_the_story(self, steps: Sequence[str]) -> bool:
        """Whether "Yoon Ha-rin's husband" asks about the story; else it would be about a private life."""
        name = self._attribute.name
        if "irl" in self._question.concepts:
            return False
        return (name == "age" or (bool(steps) and name in _PLAYED)) and (self._question.in_story or name == "plays")
