"""What can be asked: for each question the ideas it needs, those it allows, and what it takes.

The table stands in ``questions.toml`` and knows no language: words become ideas in the lexicons. A question is
understood only if every word of it is needed or allowed, so that a word that was not reckoned with leads to "I don't
know" and never to a wrong answer.
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
class Question:
    """One way to ask for one kind of answer."""

    what: str
    takes: tuple[str, ...]
    """Names and figures, in the order of the answer's arguments; with "?" where one may be missing."""
    needs: tuple[frozenset[str], ...]
    """For each of these a word of its own with one of the ideas."""
    may: frozenset[str]
    """Ideas that words may have."""
    flags: tuple[str, ...]
    """Ideas that become arguments when a word has them."""
    ignores: frozenset[str]
    """Kinds of names that may stand in the question without changing it."""
    never: frozenset[str]
    """Ideas that make it another question."""

    @classmethod
    def read(cls, row: Mapping[str, str]) -> Question:
        """One row of the table."""
        needs = tuple(frozenset(need.split("/")) for need in row.get("needs", "").split())
        flags = tuple(row.get("flags", "").split())
        may = frozenset(row.get("may", "").split()).union(flags, *needs, ("who", "whose"))
        return cls(
            row["what"],
            tuple(row.get("takes", "").split()),
            needs,
            may,
            flags,
            frozenset(row.get("ignores", "").split()),
            frozenset(row.get("never", "").split()),
        )


@cache
def questions() -> tuple[Question, ...]:
    """The table, read once."""
    return tuple(Question.read(row) for row in tomli.loads(TABLE.read_text(encoding="utf-8"))["question"])
