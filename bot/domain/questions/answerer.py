"""Understands questions about one show and answers them."""

from __future__ import annotations

import math
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from bot.domain.questions.answers.context import AnswerContext
from bot.domain.questions.clauses import beginning, clauses
from bot.domain.questions.decision import (
    ALIKE,
    GAPS,
    candidates,
    decision,
    logistic,
    question_features,
    reading_features,
)
from bot.domain.questions.interpreter import Interpreter, query_for, related_card
from bot.domain.questions.parsed_question import attach_loose_relation, relation_of
from bot.domain.questions.query import (
    AmbiguousQuestion,
    DontKnow,
    Query,
    StillReading,
    UnknownLanguage,
    UnsureQuestion,
)
from bot.domain.questions.relation_paths import follow_relations
from bot.domain.questions.schema import answer_queries
from bot.domain.questions.statement_index import NAME, stem, tokens_of
from bot.domain.questions.statements import statement_at
from bot.domain.questions.text_concepts import TextConcepts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.domain.library import Library
    from bot.domain.questions.answer_sentence import AnswerSentence
    from bot.domain.questions.decision import Candidate
    from bot.domain.questions.languages import Segmenters
    from bot.domain.questions.parsed_question import ParsedQuestion
    from bot.domain.questions.query import Queries
    from bot.domain.questions.statement_index import StatementIndex, Tokens
    from bot.domain.questions.statements import Statement

_LOOSE: Final = frozenset({"synopsis", "ending"})
"""Intents whose answer is a summary, so that a statement that answers exactly is better."""
_OF_THE_STORY: Final = frozenset({"end", "happen", "finale", "premise", "episode"})
_PLAYERS: Final = frozenset({"actor", "singer", "credit"})
"""Who has a life outside the story; a lead may sing as well."""
_SCENES: Final = frozenset({"beat", "place", "scene"})
"""Tables of what is seen and heard in the story."""
_WORKS: Final = frozenset({"work", "rival"})
_WHO: Final = frozenset({"who"})
_PROFILED: Final = _WHO | {"job"}
"""What a profile answers exactly."""
_REASON: Final = frozenset({"why"})
_PRIVATE: Final = frozenset({"remarry", "divorce", "have-child", "die", "home", "kin:love", "kin:spouse"})
"""What is nobody's business where it is asked of an actor."""
OFFERED: Final = 3
"""So many statements are offered."""
FURTHER: Final = 5
"""So many further statements are offered by a question that each of them answers."""
NEARLY: Final = 0.5
"""A second statement is told as well from this share of the best one's confidence on."""
_FEWEST_TOKENS: Final = 4
"""Of a clause that is a question by itself."""
_KIN_WEIGHT: Final = 0.7
"""Of the token of somebody to whom a relation leads."""


class Indexes(Protocol):
    """The statements by language."""

    def __getitem__(self, language: str, /) -> StatementIndex: ...

    def get(self, language: str, /) -> StatementIndex | None:
        """The statements in a language; None where the facts are not written in it."""
        ...


class Reading(NamedTuple):
    """What one clause of a question may ask."""

    text: str
    queries: Queries
    """What the parser reads; nothing where a word stays unread."""
    candidates: list[Candidate]
    parsed: ParsedQuestion
    tokens: Tokens
    language: str
    ambiguous: AmbiguousQuestion | None = None

    @property
    def is_read(self) -> bool:
        """Whether the parser has a place for every word."""
        return bool(self.queries or self.ambiguous)

    @property
    def is_elsewhere(self) -> bool:
        """Whether it names another work, or asks what something is about that is unknown here."""
        kinds = [{option.kind for option in mention.options} for mention in self.parsed.mentions]
        return any(kind <= _WORKS for kind in kinds) or (
            bool(self.parsed.unknown) and "premise" in self.parsed.concepts
        )

    @property
    def tells(self) -> bool:
        """Whether it is a question by itself: one that the parser reads, or says enough. Thanks do neither."""
        return len(self.tokens) >= _FEWEST_TOKENS or self.is_read

    @property
    def confidence(self) -> float:
        """How sure the best statement is."""
        return self.candidates[0].confidence if self.candidates else 0.0

    @property
    def is_sure(self) -> bool:
        """Whether the best statement is the answer."""
        return self.confidence >= decision().sure

    @property
    def is_known(self) -> bool:
        """Whether the best statement is known to answer the very question, whatever words it has."""
        return bool(self.candidates) and self.candidates[0].is_known


class Answerer:
    """Answers questions in one language.

    ``original`` is the library in the language in which the facts are written.
    """

    def __init__(self, library: Library, original: Library, segmenters: Segmenters, indexes: Indexes) -> None:
        self._library = library
        self._language = library.show.language
        self.segmenters = segmenters
        self._indexes = indexes
        texts = TextConcepts(library, segmenters[self._language])
        self._context = AnswerContext(library, original, texts)
        self._interpreters: dict[str, Interpreter] = {}

    def interpret(self, question: str) -> Queries:
        """What a question asks.

        Raises :class:`AmbiguousQuestion`, :class:`UnsureQuestion` where no answer is sure, :class:`DontKnow`, or
        :class:`StillReading` where another process builds the index.
        """
        language = self._language_of(question)
        index = self._index(language)
        if index.places and self.segmenters.is_foreign(beginning(question), language, index.knows):
            raise UnknownLanguage(tuple(self.segmenters.languages))
        readings = _until_sure(self._readings(question, language))
        whole, told = readings[0].parsed, told_best(readings)
        if _is_private(whole) or whole.is_empty or (whole.out_of_scope and not told.is_sure):
            raise DontKnow
        if whole.out_of_scope and not told.is_known:
            raise self._offer(told)
        read = read_best(readings)
        if read and not _is_checked_summary(read) and (queries := self._parsed(read, told)):
            return queries
        if told.is_sure and (told.is_known or not told.parsed.negated):
            return self._stated(told)
        if told.confidence >= decision().near and not told.is_elsewhere:
            raise self._offer(told)
        raise DontKnow(related_card(whole)) if index.places else StillReading

    def _parsed(self, read: Reading, told: Reading) -> Queries:
        """What the parser reads, unless a statement is a better answer; nothing where it has no answer."""
        elsewhere = read.text not in told.text and told.text not in read.text
        sentences: list[AnswerSentence] = []
        with suppress(DontKnow):
            sentences = self.answer(read.queries)
        is_useful = bool(told.candidates) and not _tells_nothing(read, told.candidates[0].place, sentences)
        bar = decision().sure if elsewhere else _bar(read, sentences)
        if is_useful and told.confidence >= bar:
            return self._stated(told) if elsewhere or (_is_loose(read) and not read.ambiguous) else ()
        if read.ambiguous:
            raise read.ambiguous
        if not sentences:
            return ()
        best = self._stated(told) if is_useful and told.is_sure else ()
        if _is_loose(read):
            return (*best[:1], *read.queries) if read.queries == (Query("ending"),) else read.queries
        features = self.features(read, sentences, told)
        if _is_about_less(read, told, agrees=bool(features["agrees"])):
            return ()
        confidence = logistic(decision().reading, features)
        if confidence >= decision().read:
            further = () if features["agrees"] else best[:1]
            return (*further, *read.queries) if told.confidence > confidence else (*read.queries, *further)
        if best:
            return best
        raise self._offer(told, read.queries if any(one.known for one in sentences) else ())

    def _stated(self, reading: Reading) -> Queries:
        """The best statement, after its yes or no, and the next one where it is nearly as sure."""
        best, *others = reading.candidates
        near = [one for one in others[:1] if one.confidence >= NEARLY * best.confidence]
        first, *further = (query_for(one.place, reading.parsed) for one in (best, *near))
        reply = self._reply(reading, best) if first.arguments == best.place else ()
        return (Query(first.intent, (*first.arguments, *reply)), *further)

    def _reply(self, reading: Reading, best: Candidate) -> tuple[str, ...]:
        """The yes or no that a question gets: that of nearly the same one among those that the statement answers."""
        is_plain = not (reading.parsed.listing or reading.parsed.negated)
        if reading.language != self._language or not is_plain or best.match.form < ALIKE:
            return ()
        reply = statement_at(self._library, best.place).reply(self._index(reading.language).form_number(best.match))
        return (reply,) if reply else ()

    def features(self, read: Reading, sentences: Sequence[AnswerSentence], told: Reading) -> dict[str, float]:
        """What tells whether the parser reads a question rightly, which ``sentences`` answer."""
        best = told.candidates[0] if told.candidates else None
        card = statement_at(self._library, best.place).sentence().card if best else ()
        segments = self.segmenters[read.language].segments(read.text)
        return reading_features(segments, read.parsed, read.queries, sentences, best, card)

    def _offer(self, reading: Reading, queries: Queries = ()) -> UnsureQuestion:
        """The best statements, offered as what may be meant, behind what the parser reads."""
        count = OFFERED - bool(queries)
        best, further = reading.candidates[:count], reading.candidates[count : count + FURTHER]
        index = self._index(reading.language)
        offered: list[tuple[Statement, str]] = []
        for one in further:
            statement = statement_at(self._library, one.place)
            number = index.form_number(one.match) if reading.language == self._language else 0
            offered.append((statement, statement.question(number)))
        stated = tuple((Query("says", one.place),) for one in best)
        return UnsureQuestion((queries, *stated) if queries else stated, tuple(offered))

    def readings(self, question: str) -> list[Reading]:
        """What the question, and each clause of it, may ask; the whole comes first."""
        return list(self._readings(question, self._language_of(question)))

    def _language_of(self, question: str) -> str:
        return self.segmenters.language_of(beginning(question), self._language)

    def _readings(self, question: str, language: str) -> Iterator[Reading]:
        for clause in clauses(question, self.segmenters[language].clause_borders):
            reading = self._read(clause, len(clause) / max(len(question), 1), language)
            yield reading
            if clause == question and reading.is_read and not _is_loose(reading):
                break

    def answer(self, queries: Queries) -> list[AnswerSentence]:
        """The sentences that answer; raises :class:`DontKnow` where there are none."""
        return answer_queries(self._context, queries)

    def _index(self, language: str) -> StatementIndex:
        """The statements in a language, or else those that the reader reads."""
        return self._indexes.get(language) or self._indexes[self._language]

    def _read(self, text: str, share: float, language: str) -> Reading:
        segments = self.segmenters[language].segments(text)
        interpreter = self._interpreter(language)
        parsed = interpreter.parse(text)
        ambiguous = None
        queries: Queries = ()
        try:
            queries = interpreter.interpret(text)
        except AmbiguousQuestion as failure:
            ambiguous = failure
        tokens = tokens_of(segments) | self._kin(parsed)
        index = self._index(language)
        if any(one.guessed and one.concepts and index.knows(stem(one.text)) for one in segments):
            queries, ambiguous = (), None  # a word of the story, and no slip of another one
        tokens = index.corrected(tokens)
        found = candidates(index, tokens, question_features(segments, parsed, share))
        return Reading(text, queries, found, parsed, tokens, language, ambiguous)

    def _interpreter(self, language: str) -> Interpreter:
        if language not in self._interpreters:
            self._interpreters[language] = Interpreter(self._library, self.segmenters[language])
        return self._interpreters[language]

    def _kin(self, parsed: ParsedQuestion) -> Tokens:
        """Whom the relations of a question lead to: "her brother" is somebody with a name."""
        members = self._library.members
        reached = [
            path.member.key
            for mention in parsed.mentions
            if mention.steps
            for option in mention.options
            if option.key in members
            for path in follow_relations(self._library, members[option.key], mention.steps)
        ]
        return dict.fromkeys((NAME + key for key in reached), _KIN_WEIGHT)


def _bar(read: Reading, sentences: Sequence[AnswerSentence]) -> float:
    """How sure a statement must be to be told rather than what the parser reads, and answers with ``sentences``."""
    if read.ambiguous or (not _is_loose(read) and any(one.known for one in sentences)):
        return math.inf
    return decision().loose if _is_loose(read) else decision().sure


def _is_about_less(read: Reading, told: Reading, *, agrees: bool) -> bool:
    """Whether a clause asks about the whole show what the rest of the question asks about a scene: "where was it"."""
    if len(read.text) >= len(told.text) or any(query.arguments or query.intent in _LOOSE for query in read.queries):
        return False
    is_of_a_scene = told.confidence >= decision().near and told.candidates[0].place[0] in _SCENES
    return is_of_a_scene or (told.is_sure and not agrees)


def _tells_nothing(read: Reading, place: tuple[str, ...], sentences: Sequence[AnswerSentence]) -> bool:
    """Whether a statement is a gap, or, where a relation is asked, who the one is from whom it starts, or of others.

    Of others it may be if the facts know who has that relation.
    """
    asked = {option.key for mention in read.parsed.mentions if mention.steps for option in mention.options}
    table, key, *_ = place
    is_of_others = bool(asked) and key not in asked and not any(one.known for one in sentences)
    return table in GAPS or (table == "role" and key in asked) or (table == "member" and is_of_others)


def _until_sure(readings: Iterable[Reading]) -> list[Reading]:
    """The readings up to the first one that is surely answered by a statement with nearly the same question."""
    found: list[Reading] = []
    for reading in readings:
        found.append(reading)
        if reading.is_sure and reading.candidates[0].match.form >= ALIKE:
            break
    return found


def parsed_exactly(readings: Sequence[Reading]) -> bool:
    """Whether the parser reads the question, and as one with an exact answer."""
    read = read_best(readings)
    return read is not None and not _is_loose(read)


def told_best(readings: Sequence[Reading]) -> Reading:
    """The clause that a statement answers most surely."""
    return max((one for one in readings if one is readings[0] or one.tells), key=lambda one: one.confidence)


def read_best(readings: Sequence[Reading]) -> Reading | None:
    """The first clause that the parser reads and that holds what the whole question asks."""
    whole = readings[0]
    return next((one for one in readings if one.is_read and (one is whole or _holds(one.parsed, whole.parsed))), None)


def _holds(part: ParsedQuestion, whole: ParsedQuestion) -> bool:
    """Whether a clause asks something, and names every person, thing, figure and relation of the whole question."""
    return (
        bool(part.words)
        and bool(whole.listing) <= bool(part.listing)
        and whole.listing & _REASON <= part.listing
        and {one.text for one in whole.mentions} <= {one.text for one in part.mentions}
        and set(whole.quantities) <= set(part.quantities)
        and {word.text for word in whole.words if relation_of(word)} <= {word.text for word in part.words}
    )


def _is_private(parsed: ParsedQuestion) -> bool:
    """Whether it asks for a relation of an actor, not of the character."""
    parsed = attach_loose_relation(parsed) or parsed
    return not parsed.in_story and any(
        (mention.steps or parsed.concepts & _PRIVATE) and all(option.kind in _PLAYERS for option in mention.options)
        for mention in parsed.mentions
    )


def _is_loose(reading: Reading) -> bool:
    """Whether it only asks for a summary, or gets the profile of somebody without asking who or what that is."""
    profiled = bool(reading.parsed.listing) and not _PROFILED & (reading.parsed.listing | reading.parsed.concepts)
    return all(
        bool(query.arguments)
        and (query.intent in _LOOSE or (profiled and query.intent in _WHO and len(query.arguments) == 1))
        for query in reading.queries
    )


def _is_checked_summary(reading: Reading) -> bool:
    """Whether it asks for the yes or no of an event, which a summary of the story does not say."""
    words = [word for word in reading.parsed.words if not word.concepts & _OF_THE_STORY]
    return reading.parsed.polar and bool(words) and _is_loose(reading)
