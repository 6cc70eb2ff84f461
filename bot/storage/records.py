"""What a store returns. Days are counted from 1970-01-01 in UTC; times are snowflakes, by Discord's clock."""

from __future__ import annotations

from typing import Any, NamedTuple


class Person(NamedTuple):
    """Somebody who has agreed that their points are kept."""

    since: int
    """The day of the consent."""
    hidden: bool
    """Whether boards leave them out."""
    seen: int | None
    """The episode up to which they have seen the show, if the bot shall remember it."""


class BoardEntry(NamedTuple):
    """A line of a board; those with equal points share a rank."""

    rank: int
    person: int
    points: int
    hits: int
    asked: int


class DailyResult(NamedTuple):
    """What the answer to the question of the day has brought."""

    is_first: bool
    """Whether it is the first answer of that day, the only one that counts."""
    points: int
    streak: int
    """Days in a row with an answer, up to this one."""


class Match(NamedTuple):
    """A match in a channel, named after the interaction that started it."""

    match: int
    channel: int
    guild: int
    starter: int
    token: str
    """The token of the interaction through which the public message can be edited."""
    plan: str
    """What is asked, in the words of whoever started it."""
    seconds: int
    total: int
    ends: int
    """When the round ends."""
    number: int = 1
    """The number of the round, from 1; ``total + 1`` after the last one."""
    silent: int = 0
    """How many rounds in a row nobody has answered."""
    running: bool = True


class Answer(NamedTuple):
    """The last answer of one person to one question of a match."""

    person: int
    choice: int
    pressed: int


class Standing(NamedTuple):
    """What somebody has reached in a match."""

    person: int
    points: int
    hits: int
    asked: int


Export = dict[str, Any]
"""Everything that is stored about one person, ready for JSON."""
