"""Copies of the bot come and go while fans ask; no fan notices."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

from tests.guilds import guild_of
from tests.ports import free_port
from tests.processes import balanced
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.preview.client.client import Answer, LocalDiscord
    from bot.preview.server.models import Guild
    from tests.processes import Process

COMMANDS = ("cast", "ost", "ratings", "season2", "show", "help")


class Crowd:
    """Fans who keep using commands, buttons and suggestions."""

    def __init__(self, discord: LocalDiscord, fans: int, places: Sequence[Guild] = ()) -> None:
        self.answers: list[Answer] = []
        self._discord = discord
        self._places = places or [discord.state.home_guild]
        self._enough = asyncio.Event()
        self._asking = [asyncio.create_task(self._ask(number)) for number in range(fans)]

    async def _ask(self, number: int) -> None:
        place = self._places[number % len(self._places)]
        fan = self._discord.client(f"Fan {number}", context=place)
        while not self._enough.is_set():
            answer = await fan.slash(COMMANDS[len(self.answers) % len(COMMANDS)])
            assert answer.buttons, answer
            self.answers.append(answer)
            self.answers.append(await fan.press(answer, next(iter(answer.buttons))))
            assert await fan.autocomplete("cast", "who", "ha")
            await asyncio.sleep(0.05)  # leaves the machine to the processes that start

    async def had(self, number: int) -> None:
        """Wait until there are so many answers in all."""
        await until(lambda: len(self.answers) >= number)

    async def content(self) -> list[Answer]:
        """Let everybody finish; returns all answers."""
        self._enough.set()
        await asyncio.gather(*self._asking)
        return self.answers


async def test_a_rolling_restart_behind_the_balancer_loses_no_interaction(discord, post, bot):
    ports = [{"PORT": free_port(), "METRICS_PORT": free_port()} for _ in range(2)]
    copies = [await bot("serve", **port) for port in ports]
    async with balanced(*copies) as url:
        await post.set_url(url)
        crowd = Crowd(discord, fans=2)
        for copy, port in zip(copies, ports, strict=True):
            await crowd.had(len(crowd.answers) + 30)
            assert await copy.stopped() == 0
            assert "Traceback" not in copy.log, copy.log
            again = await bot("serve", **port)
            await again.says(" answered ")  # the balancer has found it
        await crowd.had(len(crowd.answers) + 30)
        answers = await crowd.content()

    assert [answer for answer in answers if answer.failed or not answer.text] == []


async def test_a_copy_that_is_killed_takes_nothing_with_it(discord, post, bot):
    copies = [await bot("serve") for _ in range(2)]
    async with balanced(*copies) as url:
        await post.set_url(url)
        crowd = Crowd(discord, fans=10)
        for copy in copies:
            await copy.says(" answered ")
        await copies[0].stopped(signal.SIGKILL)
        await crowd.had(len(crowd.answers) + 100)
        answers = await crowd.content()

    assert [answer for answer in answers if answer.failed or not answer.text] == []


async def test_a_request_counts_as_accepted_only_once_its_answer_is_sent(discord, post, bot):
    """Until then the balancer gives it to another copy if this one dies. A picture has to be drawn first."""
    copy = await bot("serve")
    await post.set_url(await copy.endpoint)
    await discord.client("Ann").slash("ratings")

    def steps() -> list[str]:
        return [exchange.path for exchange in discord.transcript if exchange.status in (202, 204)]

    await until(lambda: post.url in steps())
    assert [path == post.url for path in steps()] == [False, True]


async def test_gateway_processes_that_are_replaced_before_they_leave_lose_no_interaction(discord, bot):
    async def pod(number: int) -> Process:
        """Start a pod of a StatefulSet; the third and fourth hold the same shards as the first and second."""
        process = await bot("run", SHARD_COUNT=4, SHARDS_PER_POD=2, POD_NAME=f"gateway-{number}")
        await process.ready()
        return process

    old = [await pod(0), await pod(1)]
    await discord.wait_for_bot()
    places = [await guild_of(discord.state, shard, 4) for shard in range(4)]
    crowd = Crowd(discord, fans=4, places=places)
    await crowd.had(30)
    new = []
    for number, leaving in enumerate(old):
        new.append(await pod(number + 2))
        both = leaving, new[-1]
        # For a while both hear the same; Discord takes the first answer.
        await until(lambda both=both: any("answered before" in process.log for process in both))
        assert await leaving.stopped() == 0
    await crowd.had(len(crowd.answers) + 30)
    answers = await crowd.content()

    assert [answer for answer in answers if answer.failed or not answer.text] == []
    log = "".join(process.log for process in (*old, *new))
    assert "Traceback" not in log, log
    assert " ERROR " not in log
