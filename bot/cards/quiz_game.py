"""The state of a quiz, which the custom ids of its buttons hold, and its signature.

A game for one person is at ``quiz/s/<seed>/<number>/<right answers>/<topic>/<signature>``, with the chosen option at
the end for the four buttons. The question of a day is at ``quiz/d/<day>/<signature>``. The signature covers the
question and, in a game, whose it is. So any copy of the bot can go on, whenever it was started, and refuses what is
forged, somebody else's, or about facts that have changed since.
"""

from __future__ import annotations

import hmac
from base64 import b32encode
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.cards.address import Address, NoSuchAddress
from bot.domain.errors import NotYourQuiz
from bot.domain.quiz import LONGEST_GAME, OPTIONS, TOPICS

if TYPE_CHECKING:
    from bot.domain.quiz import Topic

GAME_LENGTH: Final = 10
FEWEST_QUESTIONS: Final = 4
"""Questions that make a quiz."""
ALL: Final = "all"
"""The topic of a quiz about everything."""
SEEDS: Final = 1 << 24
_SIGNATURE_BYTES: Final = 5


class Player(NamedTuple):
    """Who presses a button of a quiz, and what is needed to answer."""

    user_id: str
    secret: bytes
    """What all copies of the bot share, from which the key of the signatures follows: the bot's token."""
    interaction_id: int
    """Discord's id of the press: new for each, and it holds the time."""

    def sign(self, state: str, content: str) -> str:
        """A signature of eight letters and digits for what this person is shown."""
        text = f"{self.user_id}\n{state}\n{content}".encode()
        digest = hmac.digest(b"quiz " + self.secret, text, "sha256")
        return b32encode(digest[:_SIGNATURE_BYTES]).decode().lower()

    def verify(self, signature: str, state: str, content: str) -> None:
        """Raise NotYourQuiz if this person was shown something else."""
        if not hmac.compare_digest(signature, self.sign(state, content)):
            raise NotYourQuiz(state)


class Game(NamedTuple):
    """A game of one person, before question ``number``."""

    seed: int
    number: int
    right: int
    """The questions that were answered right: bit 0 for the first."""
    topic: Topic | None
    level: int

    @classmethod
    def parse(cls, address: Address) -> tuple[Game, str, int | None]:
        """The game at an address, its signature, and the chosen option if any. Raises NoSuchAddress."""
        try:
            _quiz, _step, seed, number, right, topic, signature, *choice = address.path
            game = cls(int(seed, 16), int(number), int(right, 16), topic_of(topic), address.level)
            chosen = int(choice[0]) if choice else None
        except ValueError:
            raise NoSuchAddress(str(address)) from None
        is_possible = 1 <= game.number <= LONGEST_GAME + 1 and 0 <= game.right < 1 << (game.number - 1)
        if not is_possible or len(choice) > 1 or not (chosen is None or 0 <= chosen < OPTIONS):
            raise NoSuchAddress(str(address))
        return game, signature, chosen

    @property
    def score(self) -> int:
        """How many answers were right."""
        return self.right.bit_count()

    @property
    def state(self) -> str:
        """What is signed beside the content."""
        return f"{self.seed:x}/{self.number}/{self.right:x}/{self.topic or ALL}@{self.level}"

    def address(self, step: str, signature: str, *choice: int) -> Address:
        """The address of a step of this game."""
        state = (f"{self.seed:x}", str(self.number), f"{self.right:x}", self.topic or ALL, signature)
        return Address(("quiz", step, *state, *map(str, choice)), level=self.level)


def topic_of(word: str) -> Topic | None:
    """The topic that a word of an address names; None for everything. Raises ValueError."""
    return None if word == ALL else TOPICS[TOPICS.index(word)]
