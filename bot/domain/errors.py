"""What looking a record up by name can raise; data, which the cards put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["cast", "ost", "episode"]
"""What can be looked up by name."""


class NoMatch(LookupError):
    """Nothing has this name. ``near`` holds the keys of records that may have been meant."""

    def __init__(self, kind: Kind, typed: str, near: Sequence[str] = ()) -> None:
        super().__init__(kind, typed)
        self.kind: Kind = kind
        self.typed = typed
        self.near = tuple(near)


class Ambiguous(LookupError):
    """Several records have this name; ``keys`` holds theirs, the likeliest first."""

    def __init__(self, kind: Kind, typed: str, keys: Sequence[str]) -> None:
        super().__init__(kind, typed)
        self.kind: Kind = kind
        self.typed = typed
        self.keys = tuple(keys)


class NotYourQuiz(LookupError):
    """A button of a quiz that is forged, that somebody else was given, or whose question has changed since."""


class NoSuchDate(ValueError):
    """A text that is no day of the year."""
