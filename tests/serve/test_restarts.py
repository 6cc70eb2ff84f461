"""Copies come and go while fans ask; no fan notices."""

from __future__ import annotations

import asyncio
import re
import signal
from typing import TYPE_CHECKING

from processes import balanced, free_port

if TYPE_CHECKING:
    from bot.preview.fan import Answer, LocalDiscord

COMMANDS = ("cast", "ost", "ratings", "season2", "show", "help")


class Crowd:
    """Fans who go on asking, pressing and typing; each of the three is an interaction that can be lost."""

    def __init__(self, discord: LocalDiscord, fans: int) -> None:
        self.answers: list[Answer] = []
        self._discord = discord
        self._enough = asyncio.Event()
        self._asking = [asyncio.create_task(self._ask(number)) for number in range(fans)]

    async def _ask(self, number: int) -> None:
        fan = self._discord.fan(f"Fan {number}")
        while not self._enough.is_set():
            answer = await fan.slash(COMMANDS[len(self.answers) % len(COMMANDS)])
            self.answers.append(answer)
            self.answers.append(await fan.press(answer, next(iter(answer.buttons))))
            assert await fan.autocomplete("cast", "who", "ha")
            await asyncio.sleep(0.02)

    async def had(self, number: int) -> None:
        """Wait until so many answers have come in all."""
        async with asyncio.timeout(30):
            while len(self.answers) < number:  # noqa: ASYNC110 - nothing announces it
                await asyncio.sleep(0.01)

    async def content(self) -> list[Answer]:
        """Let everybody finish; returns all that came."""
        self._enough.set()
        await asyncio.gather(*self._asking)
        return self.answers


async def test_a_rolling_restart_behind_the_balancer_loses_no_interaction(tmp_path, discord, post, bot):
    ports = [{"PORT": free_port(), "METRICS_PORT": free_port()} for _ in range(2)]
    copies = [await bot("serve", **port) for port in ports]
    async with balanced(tmp_path, *copies) as url:
        await post.use(url)
        crowd = Crowd(discord, fans=4)
        for copy, port in zip(copies, ports, strict=True):
            await crowd.had(len(crowd.answers) + 30)
            assert await copy.stopped() == 0
            assert "Traceback" not in copy.log
            again = await bot("serve", **port)
            await again.ready()
            await asyncio.sleep(1.5)  # the balancer looks once a second
        await crowd.had(200)
        answers = await crowd.content()

    assert len(answers) >= 200
    assert all(answer.text and not answer.failed for answer in answers)


async def test_a_copy_that_is_killed_takes_nothing_with_it(tmp_path, discord, post, bot):
    copies = [await bot("serve") for _ in range(2)]
    async with balanced(tmp_path, *copies) as url:
        await post.use(url)
        crowd = Crowd(discord, fans=20)
        await crowd.had(150)
        await copies[0].stopped(signal.SIGKILL)
        await crowd.had(500)
        answers = await crowd.content()

    assert len(re.findall("answered", copies[0].log)) > 20, "the copy had been given some"
    assert all(answer.text and not answer.failed for answer in answers)


async def test_a_gateway_process_that_is_replaced_before_it_leaves_loses_no_interaction(discord, bot):
    old = await bot("run")
    await old.ready()
    await discord.ready()
    crowd = Crowd(discord, fans=4)
    await crowd.had(50)
    new = await bot("run")
    await new.ready()
    await crowd.had(len(crowd.answers) + 50)
    assert await old.stopped() == 0
    await crowd.had(max(200, len(crowd.answers) + 50))
    answers = await crowd.content()

    assert all(answer.text and not answer.failed for answer in answers)
    for process in (old, new):
        assert "Traceback" not in process.log
        assert " ERROR " not in process.log
    assert "answered before" in old.log + new.log, "both heard the same for a while"
