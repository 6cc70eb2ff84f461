"""What is asked, as data: small enough to be an address, and the same however it was put into words."""

from __future__ import annotations

from typing import NamedTuple

AND = "and"
"""What stands between two questions in one address."""


class Asked(NamedTuple):
    """One question: what is asked, and about what. ``("singer", ("low-tide",))`` asks who sings Low Tide."""

    what: str
    about: tuple[str, ...] = ()


class Unclear(LookupError):
    """A name fits several; each choice is what would be asked about one of them, with the key of its record."""

    def __init__(self, choices: tuple[tuple[tuple[Asked, ...], str], ...]) -> None:
        super().__init__(choices)
        self.choices = choices


class DontKnow(LookupError):
    """The facts hold no answer, or the question is not understood.

    ``near`` is the address of the card on which the answer may stand; empty where the question leads to none.
    """

    def __init__(self, near: tuple[str, ...] = ()) -> None:
        super().__init__(near)
        self.near = near


def path(asked: tuple[Asked, ...]) -> tuple[str, ...]:
    """What is asked as the words of an address."""
    words: list[str] = []
    for one in asked:
        words += ([AND] if words else []) + [one.what, *one.about]
    return tuple(words)


def of_path(words: tuple[str, ...]) -> tuple[Asked, ...]:
    """What an address asks; the opposite of :func:`path`."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word == AND:
            parts.append([])
        else:
            parts[-1].append(word)
    return tuple(Asked(part[0], tuple(part[1:])) for part in parts if part)
