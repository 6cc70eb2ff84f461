"""The words of quiz questions and their options, in the reader's language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bot.cards import relation_words
from bot.cards.layout import MAX_LABEL
from bot.cards.text import escape, shorten, utf16_length
from bot.domain.questions.answer_sentence import Day, Percent, RelationTerm
from bot.domain.quiz.question import Span, Term
from data.records import Name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.domain.quiz import Choice, Question
    from bot.domain.quiz.question import Value
    from bot.i18n.messages import Catalog


def question_text(words: Catalog, question: Question) -> str:
    """The sentence of a question, as Markdown."""
    arguments = {name: _argument(words, value) for name, value in question.arguments.items()}
    return " ".join(words(f"quiz-{question.kind}", **arguments).split())


@lru_cache(maxsize=2000)
def option_label(words: Catalog, choice: Choice) -> str:
    """An option as the label of a button: at most 38 UTF-16 units, without Markdown."""
    label = _text(words, choice.value)
    if utf16_length(label) > MAX_LABEL:
        label = label.partition(" (")[0]  # a remark in brackets is the first to go
    return shorten(label, MAX_LABEL)


def _argument(words: Catalog, value: Value) -> str | int:
    return value if isinstance(value, int) else escape(_text(words, value))


def _text(words: Catalog, value: Value) -> str:
    if isinstance(value, Name):
        return value.in_language(words.language)
    if isinstance(value, Term):
        return words(value.message, **{value.argument: value.number})
    localize = LOCALIZERS.get(type(value), lambda _words, text: str(text))
    return localize(words, value)


LOCALIZERS: Mapping[type, Callable[[Catalog, Any], str]] = {
    Day: lambda words, day: words.date(day.date, day.precision),
    Percent: lambda words, percent: words.percent(percent.value),
    Span: lambda words, span: words.days(span.first, span.last),
    RelationTerm: lambda words, bond: relation_words.noun(words, bond.kind, bond.gender, bond.of),
}
"""How the other values are localized. A number or a text is shown as it is."""
