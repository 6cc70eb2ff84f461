"""What goes into a search and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a name, and why it may match: as "character", "actor", "alias", "title", "singer", "part" ..."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Target:
    """What can be found, under all its spellings. On a tie the smaller rank comes first."""

    key: str
    spellings: tuple[Spelling, ...]
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A target, how well it fits (0 to 1, comparable over queries), which spelling fits and by which rule."""

    key: str
    score: float
    spelling: Spelling
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """One name is clearly meant."""

    hit: Hit


@dataclass(frozen=True, slots=True)
class Choices:
    """Several may be meant, the likeliest first: ask back."""

    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """No name is meant; ``near`` holds what it may have been a slip of."""

    near: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing was typed but blanks or noise."""


Result = Found | Choices | Nothing | Blank
