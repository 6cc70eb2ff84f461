"""What a press in a quiz costs: from the bytes of its payload to the bytes of its answer, in this process."""

from __future__ import annotations

import random
import time
from statistics import fmean, quantiles
from typing import TYPE_CHECKING

import orjson

from bot.cards.reader import BotInfo
from bot.config.settings import SHOW
from bot.domain.knowledge_base import KnowledgeBase
from bot.interactions.responder import InteractionResponder
from data import load

if TYPE_CHECKING:
    from collections.abc import Iterator

FAN = {"id": "1234567890123456789"}
PAYLOAD = {
    "token": "t" * 200,
    "type": 3,
    "locale": "en-US",
    "attachment_size_limit": 10_485_760,
    "member": {"user": FAN, "permissions": "0"},
    "message": {"flags": 64, "interaction_metadata": {"user": FAN}},
}
QUESTIONS = 10


class MeasuredPlayer:
    """A fan who plays quizzes, and what each press costs the bot."""

    def __init__(self) -> None:
        self._responder = InteractionResponder(KnowledgeBase(load(SHOW)), BotInfo("https://example.org/report"))
        self._dice = random.Random(1)  # noqa: S311 - a game, no secret
        self._id = 1 << 60
        self.costs: dict[str, list[float]] = {"first question": [], "answer": [], "next question": [], "result": []}

    def press(self, what: str, custom_id: str) -> list[str]:
        """Answer a press, note its cost, and return the custom ids of the buttons on the answer."""
        self._id += self._dice.getrandbits(40)
        body = orjson.dumps(PAYLOAD | {"id": str(self._id), "data": {"component_type": 2, "custom_id": custom_id}})
        started = time.process_time()
        request = self._responder.read(orjson.loads(body))
        if request is None:
            raise RuntimeError("the bot does not read the payload")
        answer = self._responder.decide(request).body.parts[0]
        self.costs[what].append(time.process_time() - started)
        return list(_custom_ids(answer))

    def play(self) -> None:
        """Play one quiz."""
        buttons = self.press("first question", "1:quiz/new/all")
        for number in range(1, QUESTIONS + 1):
            buttons = self.press("answer", buttons[self._dice.randrange(4)])
            buttons = self.press("next question" if number < QUESTIONS else "result", buttons[0])


def _custom_ids(answer: bytes) -> Iterator[str]:
    for part in orjson.loads(answer)["data"]["components"][0]["components"]:
        for button in part.get("components", ()):
            if "custom_id" in button:
                yield button["custom_id"]


def quiz(games: int) -> str:
    """Return a table of the CPU milliseconds that each kind of press costs."""
    player = MeasuredPlayer()
    for _game in range(games):
        player.play()
    lines = ["| Press in a quiz | mean, CPU ms | p50 | p99 |", "|---|---|---|---|"]
    for what, costs in player.costs.items():
        cuts = quantiles(costs, n=100)
        lines.append(f"| {what} | {fmean(costs) * 1000:.3f} | {cuts[49] * 1000:.3f} | {cuts[98] * 1000:.3f} |")
    return "\n".join(lines)
