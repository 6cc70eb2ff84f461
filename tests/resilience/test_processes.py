"""What befalls processes: no disk, the order to stop in the middle of work, a start of many at once."""

from __future__ import annotations

import asyncio
import resource
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot.preview.server.endpoint import EndpointDelivery
from tests.processes import HARBOUR, ROOT, start
from tests.resilience.once import WAYS_IN, all_answered_once
from tests.waiting import HANG_GUARD, PatientDiscord, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.preview.client.client import LocalDiscord
    from tests.processes import Process

AT_ONCE = 3
FIND = "import sys; from bot.cli import main; sys.exit(main(['find', 'x']))"


@asynccontextmanager
async def one_process(
    discord: LocalDiscord, way_in: str, *, writes: bool = True, **settings: object
) -> AsyncIterator[Process]:
    """The bot as a process of its own, ready; in the end it has stopped in order and complained of nothing."""
    async with start(discord) as bot, EndpointDelivery(discord) as post:
        process = await bot("run" if way_in == "gateway" else "serve", **settings)
        if not writes:
            resource.prlimit(process.process.pid, resource.RLIMIT_FSIZE, (0, 0))  # no byte goes into any file
        await process.says("commands synced")
        if way_in == "endpoint":
            await post.set_url(await process.endpoint)
        yield process
        assert await process.stopped() == 0
    assert "Traceback" not in process.log


async def test_a_full_disk_costs_no_answer(discord, tmp_path):
    async with one_process(discord, "gateway", writes=False, CACHE=tmp_path):
        assert (await discord.client("Ann").slash("ratings")).text
        assert all_answered_once(discord)
    assert [file for file in tmp_path.rglob("*") if file.is_file() and file.stat().st_size] == []


async def test_starts_on_a_full_disk_leave_no_unfinished_files(tmp_path):
    full = ["-c", "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); " + FIND]
    for _ in range(2):
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *full,
            cwd=ROOT,
            env={"CACHE": str(tmp_path), "SHOW": str(HARBOUR)},
            stdout=asyncio.subprocess.DEVNULL,
        )
        assert await process.wait() == 0

    assert list(tmp_path.iterdir()) == []


async def test_a_cache_that_cannot_be_written_costs_no_picture(discord, tmp_path: Path):
    (tmp_path / "file").touch()
    async with one_process(discord, "endpoint", CACHE=tmp_path / "file" / "cache") as process:
        answer = await discord.client("Ann").slash("ratings")
        await until(lambda: answer.attachments)
        assert all_answered_once(discord)
    assert [line for line in process.log.splitlines() if " INFO " not in line and " WARNING " not in line] == []
    assert "set CACHE to a folder that the bot can write" in process.log


async def test_a_copy_that_was_told_to_stop_still_answers_what_comes(discord):
    async with start(discord) as bot, EndpointDelivery(discord) as post:
        copy = await bot("serve", constants={"bot.transports.shutdown.SHUTDOWN.drain": HANG_GUARD})
        await post.set_url(await copy.endpoint)
        copy.process.terminate()
        await copy.says("stopping")
        answers = await asyncio.gather(*(discord.client(f"Fan {number}").slash("cast") for number in range(50)))

    assert all(answer.text for answer in answers)
    assert all_answered_once(discord, fewest=50)


async def test_the_order_to_stop_in_the_middle_of_200_interactions_leaves_none_unanswered(discord):
    async with one_process(discord, "gateway") as process:
        fans = [discord.client(f"Fan {number}") for number in range(200)]
        asked = [asyncio.create_task(fan.slash("cast")) for fan in fans]
        await until(lambda: len(discord.state.interactions) == len(asked))
        stopping = asyncio.create_task(process.stopped())
        answers = await asyncio.gather(*asked)

        assert all(answer.text for answer in answers)
        assert all_answered_once(discord, fewest=200)
        assert await stopping == 0


@pytest.mark.parametrize("way_in", WAYS_IN)
async def test_the_order_to_stop_while_answers_are_drawn_and_sent_ends_them_quietly(discord, tmp_path, way_in):
    impatient = {f"bot.transports.shutdown.SHUTDOWN.{name}": 0 for name in ("finish", "finish_late", "finish_requests")}
    async with one_process(discord, way_in, constants=impatient, CACHE=tmp_path) as process:
        discord.fail_requests("POST", "/callback$", times=2)
        held = discord.hold_requests("POST", "/callback$", times=9)
        asked = [asyncio.create_task(discord.client("Ann").slash(name)) for name in ("ratings", "cast", "ost")]
        await held.reached.wait()
    for task in asked:
        task.cancel()
    held.release()
    assert [line for line in process.log.splitlines() if " INFO " not in line and "is not drawn" not in line] == []


async def test_processes_that_start_at_once_register_the_commands_once():
    async with PatientDiscord(shards=AT_ONCE) as discord, start(discord) as bot:
        processes = [await bot("run", SHARD_COUNT=AT_ONCE, SHARD_IDS=shard) for shard in range(AT_ONCE)]
        await asyncio.gather(*(process.says("commands (?:synced|are up to date)") for process in processes))
        requests = [(exchange.method, exchange.path) for exchange in discord.transcript if "commands" in exchange.path]

        assert [method for method, _path in requests if method != "GET"] == ["PUT"]
        assert len(requests) <= 4 * AT_ONCE
        assert await asyncio.gather(*(process.stopped() for process in processes)) == [0] * AT_ONCE


async def test_copies_that_start_at_once_register_the_same_commands():
    """They share nothing, so several may send the commands; the same commands twice do no harm."""
    async with PatientDiscord() as discord, start(discord) as bot:
        await asyncio.gather(*[(await bot("serve")).endpoint for _ in range(AT_ONCE)])
        sent = [exchange.body for exchange in discord.transcript if exchange.method == "PUT"]

    assert sent
    assert all(body == sent[0] for body in sent)


async def test_a_copy_sends_nothing_when_another_one_has_meanwhile():
    async with PatientDiscord() as discord, start(discord) as bot:
        discord.delay_requests("GET", "/commands$", 0)
        second_look = discord.hold_requests("GET", "/commands$")
        copy = await bot("serve", constants={"bot.transports.http.SYNC_JITTER": 0.1})
        await second_look.reached.wait()
        assert await (await bot("sync")).ended() == 0
        second_look.release()
        await copy.endpoint

        assert [exchange.method for exchange in discord.transcript if exchange.method == "PUT"] == ["PUT"]
        assert "commands are up to date" in copy.log


async def test_a_copy_that_finds_the_commands_registered_sends_nothing():
    async with PatientDiscord() as discord, start(discord) as bot:
        assert await (await bot("sync")).ended() == 0
        await (await bot("serve", constants={"bot.transports.http.SYNC_JITTER": 600})).endpoint

        assert [exchange.method for exchange in discord.transcript if exchange.method == "PUT"] == ["PUT"]
