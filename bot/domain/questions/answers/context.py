"""What every answer function receives: the facts in the reader's language, and the concepts of their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.domain.questions.answer_sentence import AnswerSentence, Prose, cited

if TYPE_CHECKING:
    from bot.domain.library import Library
    from bot.domain.questions.text_concepts import TextConcepts
    from data.records import Sourced, Topic


class AnswerContext(NamedTuple):
    """The library and the concepts of its texts."""

    library: Library
    """In the language of the reader."""
    original: Library
    """In the language in which the facts are written, by which works and ceremonies are told apart."""
    texts: TextConcepts

    def stated(self, text: str, record: Sourced, *card: str, after: int = 0) -> AnswerSentence:
        """A statement of the facts as it stands."""
        return AnswerSentence(
            "ask-stated",
            {"text": Prose(text)},
            record.sources,
            record.confidence,
            max(after, record.after_episode),
            card,
        )

    def facts(
        self, *topics: Topic, concept: str = "", most: int = 1, card: tuple[str, ...] = ("show",)
    ) -> list[AnswerSentence]:
        """What the facts say about a topic; with an concept, only what speaks of it."""
        found = self.library.facts(*topics)
        if concept:
            found = [fact for fact in found if concept in self.texts.concepts(fact.text)]
        return [self.stated(fact.text, fact, *card) for fact in found[:most]]

    def known_gap(self, concepts: str, *keys: str, card: tuple[str, ...] = ("show",)) -> list[AnswerSentence]:
        """That something was looked for and not found; nothing where the facts do not even say that."""
        unknown = self.texts.known_gap(set(concepts.split()), *keys)
        return (
            [
                AnswerSentence(
                    "ask-hole",
                    {"text": Prose(unknown.text)},
                    card=card,
                    after_episode=unknown.after_episode,
                    known=False,
                )
            ]
            if unknown
            else []
        )

    def missing(self, what: str, *keys: str, card: tuple[str, ...] = ("show",)) -> list[AnswerSentence]:
        """That no source tells it, in words of ours; in the facts' own where they have some."""
        return self.known_gap(what, *keys, card=card) or [AnswerSentence("ask-missing", card=card, known=False)]


__all__ = ["AnswerContext", "cited"]
