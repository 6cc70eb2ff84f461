"""What is wrong with the facts, in words that say what to do."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One mistake in the facts, and what to do about it."""

    file: str
    record: str
    field: str
    what: str

    def __str__(self) -> str:
        place = " ".join(part for part in (self.record, self.field and f"field {self.field!r}") if part)
        return f"{self.file}: {place + ': ' if place else ''}{self.what}"


class BrokenFacts(Exception):
    """The facts cannot be used. ``problems`` holds every mistake, not only the first."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        count = f"{len(problems)} problem{'s' if len(problems) != 1 else ''}"
        super().__init__("\n".join([f"{count} in the facts:", *(f"  {problem}" for problem in problems)]))
