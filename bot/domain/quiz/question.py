"""What a question is: data, which cards put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias, get_args

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bot.domain.questions.answer_sentence import Day, Percent, RelationTerm
    from data.records import Confidence, Name

OPTIONS: Final = 4
"""Options of a question, one of which is right."""
LONGEST_GAME: Final = 15
"""The most questions of a game."""

Topic = Literal["cast", "songs", "ratings", "show"]
"""What a game can be about."""
TOPICS: Final[tuple[Topic, ...]] = get_args(Topic)

TOPIC_OF: Final[Mapping[str, Topic]] = {
    **dict.fromkeys(("plays", "role", "age", "born", "relation"), "cast"),
    **dict.fromkeys(("sings", "song", "part", "released", "first", "award"), "songs"),
    **dict.fromkeys(("rating", "highest", "lowest", "week", "ranking"), "ratings"),
    **dict.fromkeys(("aired", "episode", "crew"), "show"),
}
"""What each kind of question is about. Each has a sentence ``quiz-<kind>``."""
KINDS: Final = tuple(TOPIC_OF)


class Term(NamedTuple):
    """A number that is shown by a message: episode 5, no. 3."""

    message: str
    argument: str
    """The name of the number in the message."""
    number: int


class Span(NamedTuple):
    """The days from one to another."""

    first: dt.date
    last: dt.date


Value: TypeAlias = "Name | Day | Span | Percent | RelationTerm | Term | str | int"
"""Something in a question or option. A text is in the reader's language already."""


class Choice(NamedTuple):
    """An option of a question."""

    key: str
    """The same in every language, and different for every value."""
    value: Value
    after_episode: int = 0
    """The episode after which it gives nothing away."""
    sources: tuple[str, ...] = ()
    """Where its own figure comes from, if the question compares the options."""


@dataclass(frozen=True, slots=True)
class Template:
    """A question and everything that its wrong options are chosen from."""

    key: str
    """Permanent, such as ``plays/seo-i-jun``."""
    arguments: Mapping[str, Value]
    """What the sentence ``quiz-<kind>`` needs."""
    answer: Choice
    wrong: tuple[Choice, ...]
    """Wrong options, the most plausible first."""
    sources: tuple[str, ...]
    confidence: Confidence
    level: int = 0
    """The episode after which asking it gives nothing away."""
    alike: frozenset[str] = frozenset()
    """Keys of wrong options that share with the answer the words that the question has in common with it.

    If there are any such words, at least one of these is among the options, so that they do not tell the answer.
    """

    @property
    def kind(self) -> str:
        """The kind of question."""
        return self.key.partition("/")[0]

    @property
    def subject(self) -> str:
        """What it is about. Questions about the same do not come soon after each other."""
        return self.key.split("/")[1]


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its options in the order in which they are shown."""

    key: str
    arguments: Mapping[str, Value]
    options: tuple[Choice, ...]
    right: int
    """The index of the one right option."""
    sources: tuple[str, ...]
    confidence: Confidence
    level: int

    @property
    def kind(self) -> str:
        """The kind of question. Its sentence is the message ``quiz-<kind>``, with ``arguments``."""
        return self.key.partition("/")[0]

    @property
    def content(self) -> str:
        """What a signature covers: it differs as soon as the question or one of its options does."""
        return " ".join((self.key, *(option.key for option in self.options), str(self.right)))

    @property
    def topic(self) -> Topic:
        """What it is about."""
        return TOPIC_OF[self.kind]
