"""What can be asked: for each question the concepts it required, those it allows, and what it slots.

The table stands in ``questions.toml`` and knows no language: words become concepts in the lexicons. A question is
understood only if every word of it is needed or allowed, so that a word that was not reckoned with leads to "I don't
know" and excluded to a wrong answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import tomli

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE: Final = Path(__file__).with_name("question_types.toml")


@dataclass(frozen=True, slots=True)
class QuestionType:
    """One way to ask for one kind of answer."""

    intent: str
    slots: tuple[str, ...]
    """Names and figures, in the order of the answer's arguments; with "?" where one may be missing."""
    required: tuple[frozenset[str], ...]
    """For each of these a word of its own with one of the concepts."""
    optional: frozenset[str]
    """Concepts that words optional have."""
    modifiers: tuple[str, ...]
    """Concepts that become arguments when a word has them."""
    ignored_entities: frozenset[str]
    """Kinds of names that optional stand in the question without changing it."""
    excluded: frozenset[str]
    """Concepts that make it another question."""

    @classmethod
    def from_row(cls, row: Mapping[str, str]) -> QuestionType:
        """One row of the table."""
        required = tuple(frozenset(need.split("/")) for need in row.get("required", "").split())
        modifiers = tuple(row.get("modifiers", "").split())
        optional = frozenset(row.get("optional", "").split()).union(modifiers, *required, ("who", "whose"))
        return cls(
            row["intent"],
            tuple(row.get("slots", "").split()),
            required,
            optional,
            modifiers,
            frozenset(row.get("ignored_entities", "").split()),
            frozenset(row.get("excluded", "").split()),
        )


@cache
def question_types() -> tuple[QuestionType, ...]:
    """The table, read once."""
    return tuple(QuestionType.from_row(row) for row in tomli.loads(TABLE.read_text(encoding="utf-8"))["question"])
