"""Turns what a fan types into queries."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from bot.domain.questions.clauses import QUESTION_MARK
from bot.domain.questions.descriptions import Described, described, of_couple, of_leads, of_makers
from bot.domain.questions.entity_linker import Entity
from bot.domain.questions.lexicon import OUT_OF_SCOPE
from bot.domain.questions.matching import match_question
from bot.domain.questions.parsed_question import (
    ALWAYS,
    LISTING,
    Mention,
    ParsedQuestion,
    Quantity,
    attach_loose_relation,
    concepts_of,
    parse,
    relation_of,
)
from bot.domain.questions.query import Queries, Query

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.domain.library import Library
    from bot.domain.questions.segmenter import Segment, Segmenter

_STOP: Final = re.compile(r"[?？;!]+")
_DATED: Final = frozenset({"part", "day"})
"""Figures that mean a record."""
_SENTENCES: Final = re.compile(r"(?<=[.!?？！。…~])(?<!\b[A-Z][a-z]\.)\s+|\n+")
_CARDS: Final = {"character": ("cast",), "actor": ("cast",), "track": ("ost",), "singer": ("ost", "singer")}
_ASKING: Final = frozenset({"who", "whose", "when", "where", "why", "what", "how-many", "how-much", "how-long"})
_EXTREMES: Final = frozenset({"highest", "lowest", "first", "last"})
"""Of two of these in one question each is asked for by itself."""
_SONG: Final = frozenset({"song", "sing", "part"})
_PLAYED_BY: Final = frozenset({"plays", "actor", "irl"})
_MOST_PARTS: Final = 3


class Interpreter:
    """Turns the questions about one show into queries."""

    def __init__(self, library: Library, segmenter: Segmenter) -> None:
        self._library = library
        self._segmenter = segmenter
        self.parse = lru_cache(maxsize=64)(self._parse)
        """A question taken apart; "part 3" is the track of that part, a day the episode that was shown on it."""

    def interpret(self, text: str) -> Queries:
        """What a question asks, part by part; nothing where a word stays unread. Raises :class:`AmbiguousQuestion`."""
        whole = self.parse(text)
        if whole.out_of_scope or len(whole.unknown) > 1:
            return ()  # a single unknown word may say what somebody is like: "the hot-headed aunt"
        sentences = self._sentences(text)
        text = " ".join(sentences)
        is_several = not whole.unknown and self._is_more_than_one(text)
        asked = self._several(text) if is_several else ()
        if asked or (len(sentences) > 1 and not self._goes_on(sentences)):
            return asked
        if whole.unknown:
            asked = self._by_lead(whole, sentences)
            return () if asked and self._is_more_than_one(text) else asked
        return (
            self._single(whole)
            or self._beside(whole)
            or (() if is_several else self._several(text))
            or (() if is_several else self._by_description(whole) or self._by_lead(whole, sentences))
            or self._by_singer(whole)
        )

    def _parse(self, text: str) -> ParsedQuestion:
        sentences = self._sentences(text)
        segments = self._segments(sentences)
        question = parse(segments)
        if any(figure.kind in _DATED for figure in question.quantities):
            question = self._with_records(question)
        if question.polar and not self._is_polar(sentences[-1], segments):
            question = question._replace(polar=False)
        return question

    def _with_records(self, question: ParsedQuestion) -> ParsedQuestion:
        """A question with the tracks that its parts are, and the episodes that were shown on its days."""
        parts = {f"{track.part}": track.key for track in self._library.songs()}
        numbers = [figure.value for figure in question.quantities if figure.kind == "part"]
        named = {option for mention in question.mentions for option in mention.options}
        meant = [(Entity("track", parts[number]), number) for number in numbers if number in parts]
        tracks = tuple(Mention((track,), number) for track, number in meant if track not in named)
        quantities = tuple(
            Quantity("episode", self._days[one.value]) if one.kind == "day" and one.value in self._days else one
            for one in question.quantities
            if one.kind != "part" or one.value not in parts
        )
        return question._replace(mentions=(*question.mentions, *tracks), quantities=quantities)

    def _sentences(self, text: str) -> list[str]:
        """The sentences of a text that say anything: greetings and thanks do not."""
        parts = [part.strip() for part in _SENTENCES.split(text) if part.strip()]
        if len(parts) < 2:
            return [text]
        return [part for part in parts if not all(map(_is_empty, self._segmenter.segments(part)))] or [text]

    def _segments(self, sentences: Sequence[str]) -> list[Segment]:
        return [segment for sentence in sentences for segment in self._segmenter.segments(sentence)]

    def _goes_on(self, sentences: Sequence[str]) -> bool:
        """Whether the only sentence that asks names nobody, so that it asks about what the others name."""
        asking = [one for one in map(self._segmenter.segments, sentences) if concepts_of(one) & LISTING]
        return len(asking) == 1 and not parse(asking[0]).mentions

    def _is_polar(self, text: str, segments: Sequence[Segment]) -> bool:
        """Whether a text without a question word is a question: by its mark, its first word or its last ending."""
        ends = concepts_of((*segments[:1], *segments[-1:]))
        return "polar" in ends or ("subject" not in ends and QUESTION_MARK.search(text) is not None)

    def _is_more_than_one(self, text: str) -> bool:
        """Whether there are two sentences, a question word in each part of one, or parts that ask different things."""
        if sum(bool(part.strip()) for part in _STOP.split(text)) > 1:
            return True
        parts = [part for part in self._segmenter.conjunctions.split(text) if part.strip()]
        if not 1 < len(parts) <= _MOST_PARTS:
            return False
        if all(concepts_of(self._segmenter.plain(part)) & _ASKING for part in parts):
            return True
        questions = [self.parse(part) for part in parts]
        asks = [bool(one.listing) or one.polar for one in questions]
        is_named = any(one.mentions or one.quantities for one in questions)
        if not (all(asks) if is_named else any(asks)) or not all(one.words for one in questions):
            return False
        asked = [self._one(one) for one in questions]
        return all(asked) and len({one.intent for one in asked if one}) == len(parts)

    def _beside(self, question: ParsedQuestion) -> Queries:
        """A question about two relations of one person, "the father and the brother of I-jun", asked about each."""
        loose = [word for word in question.words if relation_of(word)]
        is_one = len(loose) == len(question.mentions) == 1 and question.mentions[0].steps
        if not is_one or "pronoun" in question.concepts:
            return ()
        mention, words = question.mentions[0], tuple(word for word in question.words if word is not loose[0])
        both = mention, mention._replace(steps=(*mention.steps[:-1], relation_of(loose[0])))
        return self._each(Described(question._replace(mentions=(one,), words=words)) for one in both)

    def _by_description(self, question: ParsedQuestion) -> Queries:
        """A question about "the writer", "the villains" or "the two", asked about each of them by name."""
        return self._each(described(self._library, question)) or self._each(of_couple(self._library, question))

    def _by_lead(self, question: ParsedQuestion, sentences: Sequence[str]) -> Queries:
        """A question about "her aunt", asked about that of the lead."""
        if question.mentions or not any(map(relation_of, question.words)):
            return ()
        by_lead = parse(self._segments(sentences), of_leads=True)._replace(polar=question.polar)
        return self._each(of_leads(self._library, by_lead))

    def _each(self, questions: Iterable[Described]) -> Queries:
        """What is asked of each; nothing where one of them is not understood."""
        asked: list[Query] = []
        for question, description in questions:
            one = match_question(question, self._finale)
            if one is None:
                return ()
            asked.append(Query("described", (description, one.intent, *one.arguments)) if description else one)
        return tuple(dict.fromkeys(asked))

    def _by_singer(self, question: ParsedQuestion) -> Queries:
        """A question about "the song of So-and-so", who sings a single one, asked about that song."""
        if len(question.mentions) != 1 or not question.concepts & _SONG:
            return ()
        mention = question.mentions[0]
        singers = {option.key for option in mention.options if option.kind == "singer"}
        tracks = [track for track in self._library.show.tracks if track.singer in singers]
        if mention.steps or len(tracks) != 1:
            return ()
        song = question._replace(mentions=(Mention((Entity("track", tracks[0].key),), mention.text),))
        return self._single(song)

    def _single(self, question: ParsedQuestion) -> Queries:
        asked = self._one(question)
        return (asked,) if asked else ()

    def _one(self, question: ParsedQuestion) -> Query | None:
        asked = match_question(question, self._finale)
        loose = None if asked else attach_loose_relation(question)
        return match_question(loose, self._finale) if loose else asked

    @cached_property
    def _finale(self) -> int:
        return max(self._library.episodes, default=0)

    @cached_property
    def _days(self) -> dict[str, str]:
        """Which episode was shown on a day, by month and day."""
        return {f"{one.aired.month}-{one.aired.day}": f"{one.number}" for one in self._library.episodes.values()}

    def _several(self, text: str) -> Queries:
        """Two questions in one, each understood; what the first one is about goes for the second as well."""
        parts = [part for part in self._segmenter.conjunctions.split(text) if part.strip()]
        if not 1 < len(parts) <= _MOST_PARTS:
            return ()
        asked: list[Query] = []
        before: ParsedQuestion | None = None
        for part in parts:
            question = self.parse(part)
            if not (question.words or question.mentions or question.quantities):
                return ()  # an ending that looks like a border
            one = self._with(before, question) if before else self._first(question, parts[-1])
            some = (one,) if one else self._each(of_makers(self._library, asked[-1], question)) if asked else ()
            if not some:
                return ()
            asked += some
            before = question if question.mentions or before is None else before
        return tuple(dict.fromkeys(asked))

    def _first(self, question: ParsedQuestion, last: str) -> Query | None:
        """The first part of a question by itself, or with words of the last one: "the highest and lowest rating"."""
        whole = question._replace(words=(*question.words, *_without_extremes(self.parse(last).words)))
        shared = self._one(whole) if question.concepts & _EXTREMES or not question.words else None
        return (shared if not question.words else None) or self._one(question) or shared

    def _with(self, before: ParsedQuestion, question: ParsedQuestion) -> Query | None:
        """A further part of a question: about the same names, or asking the same of others, or by itself."""
        if "pronoun" not in question.concepts and any(map(relation_of, question.words)):
            goes_back = tuple(one._replace(steps=one.steps[:-1]) for one in before.mentions)
            before = before._replace(mentions=goes_back)
        same_names = question._replace(mentions=tuple(dict.fromkeys((*before.mentions, *question.mentions))))
        same_figures = question._replace(quantities=question.quantities or before.quantities)
        words = (*_without_extremes(before.words), *question.words)
        candidates = [
            *((same_figures, same_names) if same_figures != question else (same_names,)),
            question,
            question._replace(words=words, in_story=before.in_story),
        ]
        return next((asked for one in candidates if (asked := self._one(one))), None)


def _without_extremes(words: Iterable[Segment]) -> list[Segment]:
    return [word for word in words if not word.concepts & _EXTREMES]


def _is_empty(segment: Segment) -> bool:
    """Whether a segment says nothing by itself."""
    said = segment.concepts - {OUT_OF_SCOPE}  # "hello" is out of scope by itself
    return segment.ending or (not segment.entities and bool(said) and said <= ALWAYS)


def related_card(question: ParsedQuestion) -> tuple[str, ...]:
    """The card on which the answer may stand, if the question is about one person or track of the show."""
    if question.out_of_scope or len(question.mentions) != 1:
        return ()
    mention = question.mentions[0]
    cards = {(*_CARDS[option.kind], option.key) for option in mention.options if option.kind in _CARDS}
    private = mention.steps and any(option.kind == "actor" for option in mention.options)
    return next(iter(cards)) if len(cards) == 1 and not private else ()


def query_for(place: tuple[str, ...], question: ParsedQuestion) -> Query:
    """A statement as a question: who somebody is that the question only describes."""
    table, *keys = place
    if table == "role":
        plays = any(word.concepts & _PLAYED_BY and "appear" not in word.concepts for word in question.words)
        return Query("plays" if plays else "who", tuple(keys))
    return Query("says", place)
