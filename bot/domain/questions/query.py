"""A question as data: small enough to be an address, and the same however it was worded."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.domain.questions.statements import Statement

AND = "and"
"""Separates two queries in one address."""


class Query(NamedTuple):
    """One question: the intent and its arguments. ``("singer", ("low-tide",))`` asks who sings Low Tide."""

    intent: str
    arguments: tuple[str, ...] = ()


Queries = tuple[Query, ...]


class AmbiguousQuestion(LookupError):
    """A name in the question fits several records.

    Each choice holds the queries for one of them, and the key of that record.
    """

    def __init__(self, choices: tuple[tuple[Queries, str], ...]) -> None:
        super().__init__(choices)
        self.choices = choices


class DontKnow(LookupError):
    """The facts hold no answer, or the question is not understood.

    ``related_card`` is the address of the card on which the answer may stand; empty where there is none.
    """

    def __init__(self, related_card: tuple[str, ...] = ()) -> None:
        super().__init__(related_card)
        self.related_card = related_card


class UnknownLanguage(LookupError):
    """The question is in another language than those that have a lexicon; ``languages`` are their tags."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__(languages)
        self.languages = languages


class StillReading(LookupError):
    """The statements in the language of the question are still being indexed, after a first start."""


class UnsureQuestion(LookupError):
    """No answer is sure.

    ``closest`` are those that come closest, ``further`` the statements that come next, each with a question for it.
    """

    def __init__(self, closest: tuple[Queries, ...], further: tuple[tuple[Statement, str], ...]) -> None:
        super().__init__(closest, further)
        self.closest = closest
        self.further = further


def to_path(queries: Queries) -> tuple[str, ...]:
    """The queries as the words of an address."""
    words: list[str] = []
    for query in queries:
        words += ([AND] if words else []) + [query.intent, *query.arguments]
    return tuple(words)


def from_path(words: tuple[str, ...]) -> Queries:
    """The queries of an address; the opposite of :func:`to_path`."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word == AND:
            parts.append([])
        else:
            parts[-1].append(word)
    return tuple(Query(part[0], tuple(part[1:])) for part in parts if part)
