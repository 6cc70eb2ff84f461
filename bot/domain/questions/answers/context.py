"""What every answer is made from: the facts in the reader's language, the concepts of their texts, and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from bot.domain.questions.answer_sentence import AnswerSentence, Prose, cited, lowest_confidence
from bot.domain.questions.statements import statement_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.library import Library
    from bot.domain.questions.text_concepts import TextConcepts
    from data.records import Topic

Card = tuple[str, ...]
SHOW: Card = ("show",)


class AnswerContext(NamedTuple):
    """The library and the concepts of its texts."""

    library: Library
    """In the language of the reader."""
    original: Library
    """In the language in which the facts are written, by which works and ceremonies are told apart."""
    texts: TextConcepts

    def facts(
        self, *topics: Topic, concept: str = "", but: str = "", most: int = 1, card: Card = SHOW
    ) -> list[AnswerSentence]:
        """What the facts say about a topic; with a concept, only what speaks of it, and with ``but``, not of that."""
        said = self.texts.concepts
        found = [
            one
            for one in self.library.facts(*topics)
            if not concept or (concept in said(one.text) and but not in said(one.text))
        ]
        return [stated(one, card) for one in found[:most]]

    def known_gap(self, concepts: str, *keys: str, card: Card = SHOW) -> list[AnswerSentence]:
        """That something was looked for and not found; nothing where the facts do not even say that."""
        unknown = self.texts.known_gap(set(concepts.split()), *keys)
        return [say("ask-hole", {"text": Prose(unknown.text)}, unknown, card=card, is_known=False)] if unknown else []

    def disputed(self, concept: str, *keys: str) -> list[AnswerSentence]:
        """What sources say differently about some records, where that is about a concept."""
        found = [one for one in self.library.disputes_about(*keys) if concept in self.texts.concepts(one.topic)]
        return [statement_at(self.library, ("dispute", one.key)).sentence() for one in found]

    def missing(self, concepts: str, *keys: str, card: Card = SHOW) -> list[AnswerSentence]:
        """That no source tells it, in words of ours; in the facts' own where they have some."""
        return self.known_gap(concepts, *keys, card=card) or [say("ask-missing", {}, card=card, is_known=False)]


def say(
    message: str,
    arguments: Mapping[str, object],
    *records: Any,
    card: Card = SHOW,
    after: int = 0,
    is_known: bool = True,
    holds: bool | None = None,
    sources: tuple[str, ...] = (),
) -> AnswerSentence:
    """A sentence that rests on some records: their least confidence, latest episode, and sources if none are given."""
    return AnswerSentence(
        message,
        arguments,
        sources or cited(*(one for one in records if hasattr(one, "sources"))),
        lowest_confidence(getattr(one, "confidence", "confirmed") for one in records),
        max((after, *(getattr(one, "after_episode", 0) for one in records))),
        card,
        is_known,
        holds,
    )


def stated(record: Any, card: Card, after: int = 0, text: str = "") -> AnswerSentence:
    """A statement of the facts as it stands."""
    return say("ask-stated", {"text": Prose(text or record.text)}, record, card=card, after=after)
