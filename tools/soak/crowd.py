"""Fans in every place and language, who ask, press and type while Discord stumbles."""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress
from itertools import cycle, product
from typing import TYPE_CHECKING

from bot.preview.server.command_rules import LOCALES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.preview.client.client import Answer, LocalDiscord, UserClient
    from bot.preview.server.models import Context, IntegrationType

PLACES: tuple[tuple[Context, IntegrationType], ...] = (
    ("guild", "guild"),
    ("guild", "user"),
    ("dm", "guild"),
    ("private", "user"),
)
COMMANDS = ("ask", "cast", "ost", "ratings", "season2", "show", "help")
TYPED = {"cast": "who", "ost": "track", "ratings": "episode"}
QUESTIONS = ("who plays the lead", "시청률", "is there a season 2?", "who sings the first song", "no such thing")
WORDS = ("", "k", "kim", "김", "홍해인", "love", "12", "no such thing", "||x||", "@everyone", "\u202e")
DAMAGES = (lambda packed: packed[: len(packed) // 2], lambda packed: bytes(len(packed)))
CALLBACK = "/callback$"


class Crowd:
    """Sends interactions; over a long run each address is opened in each language and place."""

    def __init__(self, discord: LocalDiscord, addresses: Sequence[str], seed: int, faults: float) -> None:
        self.faults: dict[str, int] = {}
        """How often each fault was planned."""
        self._discord = discord
        self._dice = random.Random(seed)  # noqa: S311 - no secret
        self._share = faults
        settings = list(product(sorted(LOCALES), PLACES))
        self._dice.shuffle(settings)
        self._fans = [
            discord.client(f"Fan {number}", locale=locale, context=where, install=install)
            for number, (locale, (where, install)) in enumerate(settings)
        ]
        self.pressed = 0
        self.all_pairs = len(self._fans) * len(addresses)
        """Presses until every address was opened in every language and place."""
        # Shifted by one fan at each round, so that every address meets every language and place.
        self._turns = cycle(product(range(len(self._fans)), range(len(addresses))))
        self._addresses = addresses
        self._open: dict[int, Answer] = {}

    async def act(self) -> None:
        """One interaction, now and then with a fault on its way."""
        if self._dice.random() < self._share:
            await self._stumble()
        dice, fan = self._dice.random(), self._dice.choice(self._fans)
        if dice < 0.1:
            command = self._dice.choice(list(TYPED))
            with suppress(TimeoutError):  # the tally sees it too
                await fan.autocomplete(command, TYPED[command], self._dice.choice(WORDS))
        elif dice < 0.3:
            await self._ask(fan, self._dice.choice(COMMANDS))
        else:
            round_, place = next(self._turns)
            self.pressed += 1
            await self._press(self._fans[(round_ + place) % len(self._fans)], self._addresses[place])

    async def _ask(self, fan: UserClient, command: str) -> None:
        filled = {TYPED[command]: self._dice.choice(WORDS)} if command in TYPED else {}
        if command == "ask":
            filled["question"] = self._dice.choice(QUESTIONS)
        answer = await fan.slash(command, **filled, private=self._dice.random() < 0.2)
        if answer.shown and not answer.ephemeral:
            self._open[fan.channel.id] = answer

    async def _press(self, fan: UserClient, address: str) -> None:
        """Press a button that leads there: on the latest message of the channel, whoever asked for that."""
        on = self._open.get(fan.channel.id)
        if on is None or on.shown is None:
            on = self._open[fan.channel.id] = await fan.slash("help")
        if on.shown:
            await fan.press_raw(on, f"1:{address}")

    async def _refuse(self) -> None:
        """Cut the gateway off, and let nobody in for a moment."""
        self._discord.fail_requests("GET", "^/gateway$", status=503, times=2)
        await self._discord.close_gateway(1006)

    async def _stumble(self) -> None:
        discord = self._discord
        kinds: dict[str, Callable[[], object]] = {
            "500": lambda: discord.fail_requests("POST", CALLBACK, status=500),
            "502": lambda: discord.fail_requests("POST", CALLBACK, status=502),
            "503": lambda: discord.fail_requests("POST", CALLBACK, status=503),
            "429 on a route": lambda: discord.fail_requests("POST", CALLBACK, status=429),
            "429 everywhere": lambda: discord.fail_requests("POST", CALLBACK, status=429, global_limit=True),
            "connection reset": lambda: discord.drop_requests("POST", CALLBACK),
            "receipt lost": lambda: discord.drop_requests("POST", CALLBACK, processed=True),
            "slow answer": lambda: discord.delay_requests("POST", CALLBACK, 0.5),
            "stream torn": discord.truncate_next_message,
            "message damaged": lambda: discord.corrupt_next_message(self._dice.choice(DAMAGES)),
            "reconnect": discord.request_reconnect,
            "closed 1006": lambda: asyncio.create_task(discord.close_gateway(1006)),
            "closed 4000": lambda: asyncio.create_task(discord.close_gateway(4000)),
            "gateway refuses": lambda: asyncio.create_task(self._refuse()),
        }
        kind = self._dice.choice(list(kinds))
        self.faults[kind] = self.faults.get(kind, 0) + 1
        done = kinds[kind]()
        if isinstance(done, asyncio.Task):
            await done
