"""Have fans press the buttons of matches on two copies of the bot, kill one copy, and recount every press.

The copies stand behind the balancer of ``deploy`` and share a PostgreSQL. Fans press in random order, several at once.
A fan who gets no answer, because the copy has died, presses again, as people do. In the end the points that are stored
must be exactly those of the last confirmed press of each fan to each question.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bot.config.settings import SHOW
from bot.domain.knowledge_base import KnowledgeBase
from bot.preview.client.client import LocalDiscord
from bot.preview.server.endpoint import EndpointDelivery
from bot.storage.connect import open_store
from bot.storage.store import FAST_POINTS, MAX_POINTS_PER_DAY
from data import load
from tools.bench.processes import ROOT, balanced
from tools.postgres import programs, running_postgres

if TYPE_CHECKING:
    from bot.preview.client.answer import Answer
    from bot.preview.client.client import UserClient
    from bot.storage.store import Store

FANS, ROUNDS, AT_ONCE = 40, 12, 24
PROGRAM = """
import sys
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL
from bot.interactions import match
Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = sys.argv[1], URL(sys.argv[2])
match.BURST = 1_000_000  # here, fans press faster than people may
from bot.cli import main
sys.exit(main(["serve"]))
"""


class Copy:
    """A copy of the bot behind the endpoint."""

    def __init__(self, port: int) -> None:
        self.port, self.health = port, port + 1

    async def start(self, discord: LocalDiscord, database: str, folder: Path) -> None:
        """Start it, and wait until it is ready."""
        self.log = folder / f"{self.port}.log"
        environment = {"PATH": os.environ["PATH"], "DISCORD_TOKEN": discord.token, "DATABASE": database}
        environment |= {"PORT": str(self.port), "METRICS_PORT": str(self.health), "CACHE": str(folder / "cache")}
        with self.log.open("w") as log:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-c", PROGRAM, discord.api_url, discord.gateway_url),
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=log,
            )
        while "serving Discord interactions" not in self.log.read_text():
            if self.process.returncode is not None:
                raise SystemExit(self.log.read_text())
            await asyncio.sleep(0.1)

    async def kill(self) -> None:
        """Kill it at once."""
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()


class Load:
    """Plays matches, and knows what must be stored."""

    def __init__(self, discord: LocalDiscord, seed: int) -> None:
        self.waits: list[float] = []
        self.confirmed = self.unanswered = self.late = 0
        self.problems: list[str] = []
        self._discord = discord
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self._deck = KnowledgeBase(load(SHOW)).quiz.deck()
        self._fans = [discord.client(f"Fan {number}") for number in range(FANS)]
        self._points: Counter[int] = Counter()

    async def agree(self, store: Store) -> None:
        """Let every fan agree to have their points kept."""
        for fan in self._fans:
            await store.agree(fan.user.id, 0)

    async def play(self, number: int, presses: int, store: Store, killed: Copy | None) -> None:
        """Play one match with so many presses in each round; kill a copy in the middle of the sixth."""
        starter = self._fans[number % FANS]
        match = await starter.slash("match", questions=15, seconds=60)
        buttons = list(match.buttons.values())
        name = int(buttons[0]["custom_id"].split("/")[1])
        last: dict[tuple[int, int], tuple[int, int]] = {}
        for asked in range(1, ROUNDS + 1):
            await self._press(match, name, asked, presses, last, killed if asked == 6 else None)
            await self._until_confirmed(starter, match, f"1:match/{name}/{asked}/show")
            self._forget(match)
        await self._recount(name, last, store)

    async def _press(
        self,
        match: Answer,
        name: int,
        asked: int,
        presses: int,
        last: dict[tuple[int, int], tuple[int, int]],
        killed: Copy | None,
    ) -> None:
        left = presses

        async def one_after_another() -> None:
            nonlocal left, killed
            while left > 0:
                left -= 1
                if killed and left < presses // 2:
                    killed, dying = None, killed
                    await dying.kill()
                fan, choice = self._random.choice(self._fans), self._random.randrange(4)
                began = time.perf_counter()
                answer = await self._until_confirmed(fan, match, f"1:match/{name}/{asked}/{choice}")
                self.waits.append(time.perf_counter() - began)
                if "You chose" not in answer.text:
                    self.late += 1
                    continue
                self.confirmed += 1
                key, pressed = (asked, fan.user.id), answer.interaction.id
                last[key] = max(last.get(key, (0, 0)), (pressed, choice))

        await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))

    async def _until_confirmed(self, fan: UserClient, match: Answer, custom_id: str) -> Answer:
        """Press until there is an answer."""
        while True:
            answer = await fan.press_raw(match, custom_id)
            if not answer.failed:
                return answer
            self.unanswered += 1

    def _forget(self, match: Answer) -> None:
        """Let the local Discord forget what is answered, so that it stays quick."""
        state = self._discord.state
        self._discord.transcript.clear()
        for act in [one for one in state.interactions.values() if one is not match.interaction]:
            if act.acknowledged.is_set() or act.failed:
                del state.interactions[act.id]
        for message in [one for one in state.messages.values() if one is not match.shown]:
            del state.messages[message.id]

    async def _recount(self, name: int, last: dict[tuple[int, int], tuple[int, int]], store: Store) -> None:
        """Compare what is stored of a match with what the fans were told."""
        halves = dict(await store.database.fetch("SELECT number, half FROM round WHERE match = $1", name))
        points: Counter[int] = Counter()
        for asked in range(1, ROUNDS + 1):
            stored = {one.person: (one.pressed, one.choice) for one in await store.answers(name, asked)}
            wanted = {person: press for (number, person), press in last.items() if number == asked}
            if stored != wanted:
                wrong = {person for person in stored.keys() | wanted.keys() if stored.get(person) != wanted.get(person)}
                self.problems.append(f"match {name}, question {asked}: {len(wrong)} of {len(wanted)} fans are wrong")
            right = self._deck.pick(name, asked).right
            for person, (pressed, choice) in wanted.items():
                points[person] += 0 if choice != right else FAST_POINTS - (pressed >= halves[asked])
        standings = {one.person: one.points for one in await store.standings(name)}
        if standings != {person: points[person] for person in standings} or sum(points.values()) == 0:
            self.problems.append(f"match {name}: the final score is not that of the last presses")
        self._points.update(points)

    async def compare_board(self, store: Store, guild: int) -> None:
        """Compare the board with the points of all matches."""
        board = {one.person: one.points for one in await store.board(guild, 0, FANS)}
        wanted = {person: min(points, MAX_POINTS_PER_DAY) for person, points in self._points.items() if points}
        if board != wanted:
            self.problems.append("the board does not show the sum of all matches")


async def run(presses: int, matches: int, seed: int, database: str) -> int:
    """Run the load test on an empty database; returns the exit code."""
    each = -(-presses // (matches * ROUNDS))
    with tempfile.TemporaryDirectory() as folder:
        async with LocalDiscord(response_deadline=20, answer_timeout=20) as discord, EndpointDelivery(discord) as post:
            port = random.randrange(20_000, 30_000)  # noqa: S311 - no secret
            copies = [Copy(port), Copy(port + 2)]
            for copy in copies:
                await copy.start(discord, database, Path(folder))
            store, load_test, began = open_store(database), Load(discord, seed), time.monotonic()
            try:
                async with balanced(*copies) as balancer:
                    await post.set_url(f"http://127.0.0.1:{balancer}/interactions")
                    await discord.wait_for_bot(60) if not discord.state.commands[None] else None
                    await load_test.agree(store)
                    for number in range(matches):
                        await load_test.play(number, each, store, copies[0] if number == matches // 2 else None)
                        print(f"{load_test.confirmed:,} presses after {time.monotonic() - began:.0f} s", flush=True)
                    await load_test.compare_board(store, discord.state.home_guild.id)
            finally:
                await store.database.close()
                for copy in copies:
                    await copy.kill()
            errors = [line for copy in copies for line in copy.log.read_text().splitlines() if " ERROR " in line]
    waits = statistics.quantiles(load_test.waits, n=100)
    print(f"{load_test.confirmed:,} presses confirmed, {load_test.late:,} late, {load_test.unanswered:,} unanswered")
    print(f"p50 {waits[49] * 1000:.1f} ms, p99 {waits[98] * 1000:.1f} ms, {len(errors)} errors in the logs")
    print(*load_test.problems, *errors[:5], sep="\n")
    print("none lost, none counted twice" if not load_test.problems else "WRONG")
    return 1 if load_test.problems else 0


def main() -> int:
    """Parse the arguments, start a PostgreSQL, and run."""
    parser = argparse.ArgumentParser(prog="python -m tools.load", description=__doc__)
    parser.add_argument("--presses", type=int, default=100_000)
    parser.add_argument("--matches", type=int, default=10)
    parser.add_argument("--seed", type=int, default=20_240_309)
    chosen = parser.parse_args()
    if not (folder := programs()):
        raise SystemExit("PostgreSQL is not installed")
    with running_postgres(folder) as url:
        return asyncio.run(run(chosen.presses, chosen.matches, chosen.seed, url))


if __name__ == "__main__":
    sys.exit(main())
