"""Send interactions to the bot as a process of its own, one in a hundred with a fault; end with a table.

An interaction could have been answered if the bot was connected for the last third at least of the time that it had,
in the session to which it was sent: what Discord sends into a session that is then begun anew is lost there.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psutil
from tqdm import tqdm

from bot.config.settings import SHOW
from bot.i18n.catalog import languages
from bot.preview.client.client import LocalDiscord
from bot.preview.server.events import BotConnected, BotDisconnected
from bot.preview.server.models import RESPONSE_DEADLINE
from data import load
from tests.cards.walking import reader, walked
from tools.soak.crowd import Crowd

ROOT = Path(__file__).parents[2]
POINTED = """
import sys
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL
Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = sys.argv[1], URL(sys.argv[2])
from bot.cli import main
sys.exit(main(["run"]))
"""
AT_ONCE = 16
STARTING = 120.0
"""Seconds in which the bot must be connected, or stopped, however slow the machine."""
ENOUGH = 1 / 3
"""The share of an interaction's time for which the bot must be connected to answer it."""
REMEMBERED = 120.0
"""Seconds after which nobody edits an answer any more: a picture takes less."""
TOLD = (40060, 10062)
"""Refusals that follow from a lost receipt or from lateness, and break no rule."""


class Tally:
    """What the local Discord saw."""

    def __init__(self, discord: LocalDiscord) -> None:
        self.answered = self.cut_off = 0
        self.unanswered: list[str] = []
        self.violations: list[str] = []
        self.waits: list[float] = []
        self.memory: list[tuple[int, float]] = []
        self._discord = discord
        self._forgotten: set[str] = set()
        """Tokens that the local Discord does not know any more, and Discord would for a quarter of an hour."""
        self._patience = discord.state.response_deadline
        self._away: list[tuple[float, float]] = []
        """When the bot was gone, and until when it could not have what was sent meanwhile."""
        discord.state.add_listener(self._connection)

    def _connection(self, event: object) -> None:
        if isinstance(event, BotDisconnected):
            self._away.append((time.time(), float("inf")))
        elif isinstance(event, BotConnected) and self._away and self._away[-1][1] == float("inf"):
            self._away[-1] = self._away[-1][0], time.time() + (0 if event.resumed else self._patience)

    def settle(self) -> None:
        """Count what is finished, and let the local Discord forget it."""
        state = self._discord.state
        for exchange in self._discord.transcript:
            self._look(exchange)
        self._discord.transcript.clear()
        for act in [act for act in state.interactions.values() if act.finished.is_set() or act.failed]:
            if time.time() - act.created_at < 2 * RESPONSE_DEADLINE:
                continue  # a second answer may still come
            taken = act.acknowledged.is_set() + len(act.followups)
            if taken > 1:
                self.violations.append(f"{taken} answers to one interaction: {act.data}")
            if act.acknowledged.is_set():
                self.answered += 1
            elif self._connected(act.created_at) < ENOUGH * self._patience:
                self.cut_off += 1
            else:
                self.unanswered.append(f"{act.data} with {self._connected(act.created_at):.2f} s of connection")
            del state.interactions[act.id]
        while (
            oldest := next(iter(state.interactions_by_token.values()), None)
        ) and time.time() - oldest.created_at > REMEMBERED:
            del state.interactions_by_token[oldest.token]
            self._forgotten.add(oldest.token)
        for message in list(state.messages.values())[:-2000]:
            del state.messages[message.id]
        for file in list(state.attachments)[:-500]:
            del state.attachments[file]

    def _look(self, exchange: object) -> None:
        path, status, said = exchange.path, exchange.status, exchange.response
        act = re.match(r"/interactions/(\d+)/.*/callback$", path)
        if act and status in (204, 200) and int(act[1]) in self._discord.state.interactions:
            self.waits.append(exchange.at - self._discord.state.interactions[int(act[1])].created_at)
        planned = isinstance(said, dict) and "planned fault" in str(said.get("message"))
        forgotten = path.startswith("/webhooks/") and path.split("/")[3] in self._forgotten
        excused = planned or forgotten or (said or {}).get("code") in TOLD
        if status and status >= 400 and status != 429 and not excused:
            self.violations.append(f"{exchange.method} {path[:40]}: {status} {said}")

    def _connected(self, began: float) -> float:
        """Seconds, of those that an interaction had, in which the bot was connected to the end."""
        ended = began + self._patience
        until = max((min(back, ended) for left, back in self._away if left < ended and back > began), default=began)
        return ended - until

    def slope(self) -> float:
        """MiB for 10,000 interactions, over the second half, when caches are full."""
        half = self.memory[len(self.memory) // 2 :]
        if len(half) < 2:
            return float("nan")
        return statistics.linear_regression(*zip(*half, strict=True)).slope * 10_000

    def table(self, seconds: float, crowd: Crowd) -> str:
        """Return the result as a Markdown table."""
        hundredths = statistics.quantiles(self.waits, n=100) if len(self.waits) > 1 else [float("nan")] * 99
        away = max((back - left for left, back in self._away if back < float("inf")), default=0)
        opened = min(crowd.pressed, crowd.all_pairs)
        faults = ", ".join(f"{name} {count}" for name, count in sorted(crowd.faults.items()))
        rows = {
            "interactions": f"{self.answered + self.cut_off + len(self.unanswered):,} in {seconds:.0f} s",
            "an address in a language and a place": f"{opened:,} of {crowd.all_pairs:,}",
            "faults": f"{sum(crowd.faults.values()):,} ({faults})",
            "answered": f"{self.answered:,}",
            "unanswered that could have been": len(self.unanswered),
            "cut off by the gateway": self.cut_off,
            "longest without the gateway, s": f"{away:.2f}",
            "violations": len(self.violations),
            "memory, MiB": f"{self.memory[0][1]:.1f} at first, {self.memory[-1][1]:.1f} at last",
            "memory slope, MiB per 10,000": f"{self.slope():+.2f}",
            "p50, ms": f"{hundredths[49] * 1000:.1f}",
            "p99, ms": f"{hundredths[98] * 1000:.1f}",
        }
        return "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows.items())])


async def soak(discord: LocalDiscord, usage: psutil.Process, chosen: argparse.Namespace, tally: Tally) -> Crowd:
    """Let the crowd act until there were enough interactions, or time is over."""
    facts = load(SHOW)
    addresses = sorted(set.intersection(*(set(walked(reader(facts, name))) for name in languages())))
    crowd = Crowd(discord, addresses, chosen.seed, 0.01)
    begun, ends = 0, time.monotonic() + (chosen.seconds or float("inf"))
    total = None if chosen.seconds else chosen.count
    every = 500
    with tqdm(total=total, unit=" interactions", disable=not sys.stderr.isatty()) as bar:

        async def act_on() -> None:
            nonlocal begun
            while time.monotonic() < ends and (total is None or begun < total):
                begun += 1
                bar.update()
                if begun % every == 0:
                    tally.settle()
                    tally.memory.append((begun, usage.memory_info().rss / 2**20))
                if bar.disable and begun % 5000 == 0:
                    print(f"{begun:,} interactions, {len(tally.unanswered)} unanswered", file=sys.stderr, flush=True)
                await crowd.act()

        tally.memory.append((0, usage.memory_info().rss / 2**20))
        await asyncio.gather(*(act_on() for _ in range(AT_ONCE)))
    await asyncio.sleep(2 * RESPONSE_DEADLINE)
    tally.settle()
    try:
        await discord.wait_for_bot(STARTING, commands=False)
    except TimeoutError as gone:
        tally.violations.append(str(gone))
    return crowd


async def _stopped(process: asyncio.subprocess.Process) -> bool:
    """Tell the bot to stop; whether it did in order."""
    if process.returncode is None:
        process.terminate()
    try:
        async with asyncio.timeout(STARTING):
            return await process.wait() == 0
    except TimeoutError:
        process.kill()
        return False


async def main() -> int:
    """Run the bot under load; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.soak", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="interactions")
    parser.add_argument("--seconds", type=float, help="instead of a count")
    parser.add_argument(
        "--patience",
        type=float,
        default=RESPONSE_DEADLINE,
        help="seconds that Discord gives the bot: more where the machine may be slow, and only losses count",
    )
    parser.add_argument("--seed", type=int, default=20_240_309)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "log").open("w+") as log:
        async with LocalDiscord(response_deadline=chosen.patience) as discord:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-c", POINTED, discord.api_url, discord.gateway_url),
                cwd=ROOT,
                env={
                    "PATH": os.environ["PATH"],
                    "DISCORD_TOKEN": discord.token,
                    "LOG_LEVEL": "WARNING",
                    "CACHE": f"{folder}/cache",
                },
                stdout=log,
                stderr=log,
            )
            try:
                await discord.wait_for_bot(STARTING)
                tally = Tally(discord)
                started = time.monotonic()
                print(f"seed {chosen.seed}", file=sys.stderr)
                crowd = await soak(discord, psutil.Process(process.pid), chosen, tally)
            finally:
                stopped = await _stopped(process)
        if not stopped:
            tally.violations.append("the bot ended otherwise than it was told to")
        log.seek(0)
        # A connection that broke at the wrong moment is no error of ours; what the desk does not expect is.
        lines = log.readlines()
        tally.violations += [line.strip() for line in lines if "unexpected failure" in line]
    print(tally.table(time.monotonic() - started, crowd))
    problems = [*tally.unanswered[:5], *tally.violations[:5]]
    for problem in problems:
        print(f"  {problem[:300]}", file=sys.stderr)
    if problems:
        print("The bot's log ends so:", *lines[-40:], sep="\n", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
