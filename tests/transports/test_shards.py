"""Several processes share the bot's shards; every server is heard once, and wrong settings are one clear line each."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import aiohttp
import pytest

from bot.config.settings import InvalidSettings, Settings
from tests.guilds import guild_of
from tests.processes import start
from tests.waiting import HANG_GUARD, PatientDiscord

if TYPE_CHECKING:
    from bot.preview.client.client import LocalDiscord


def answers(discord: LocalDiscord) -> list[int | None]:
    return [exchange.status for exchange in discord.transcript if exchange.path.endswith("/callback")]


async def metric(process, name: str) -> dict[str, float]:
    """A metric of a process, by its labels."""
    async with aiohttp.ClientSession() as session, session.get(f"{await process.health}/metrics") as response:
        text = await response.text()
    found = re.findall(rf"^{name}(\S*) (\S+)$", text, re.MULTILINE)
    return {labels: float(value) for labels, value in found}


async def test_four_shards_in_two_processes_answer_every_server_once(discord, bot):
    settings = [{"SHARD_IDS": "0-1"}, {"SHARDS_PER_POD": "2", "POD_NAME": "gateway-1"}]
    processes = [await bot("run", SHARD_COUNT=4, **one) for one in settings]
    for process in processes:
        await process.ready()
    guilds = [await guild_of(discord.state, shard, 4) for shard in range(4)]
    texts = [(await discord.client("Ann", context=place).slash("cast")).text for place in (*guilds, "dm")]

    connected = [await metric(process, "bot_shard_connected") for process in processes]
    for process in processes:
        await process.stopped()

    assert all("Yoon Ha-rin" in text for text in texts)
    assert answers(discord) == [204] * 5
    assert connected == [{'{shard="0"}': 1, '{shard="1"}': 1}, {'{shard="2"}': 1, '{shard="3"}': 1}]
    assert [process.log.count("answered") for process in processes] == [3, 2], "what is in no server is shard 0's"


async def test_a_bot_without_settings_has_the_shards_that_discord_recommends():
    async with PatientDiscord(shards=3) as discord, start(discord) as bot:
        process = await bot("run")
        await process.ready()

        assert list(await metric(process, "bot_shard_connected")) == [f'{{shard="{n}"}}' for n in range(3)]


async def test_processes_that_identify_at_the_same_time_all_get_in_after_a_while():
    async with PatientDiscord(identify_interval=0.3) as discord, start(discord) as bot:
        pace = {"bot.transports.gateway.IDENTIFY_INTERVAL": 0.3}
        processes = [await bot("run", constants=pace, SHARD_COUNT=6, SHARD_IDS=ids) for ids in ("0-1", "2-3", "4-5")]
        await asyncio.gather(*(process.ready() for process in processes))
        guild = await guild_of(discord.state, 5, 6)
        answer = await discord.client("Ann", context=guild).slash("cast")

    assert "Yoon Ha-rin" in answer.text


async def test_a_shard_that_is_cut_off_is_not_ready_and_comes_back(discord, bot):
    process = await bot("run")
    await process.ready()
    held = discord.hold_requests("GET", "^/gateway$")  # the bot does not come back while the test looks
    await discord.close_gateway(4009)
    async with asyncio.timeout(HANG_GUARD):
        while (await metric(process, "bot_shard_connected"))['{shard="0"}']:  # noqa: ASYNC110 - nothing announces it
            await asyncio.sleep(0.01)
    held.release()
    await process.ready()

    assert (await metric(process, "bot_shard_connected")) == {'{shard="0"}': 1}


def problem(**env: str) -> str:
    with pytest.raises(InvalidSettings) as told:
        Settings.from_env(env)
    header, line = str(told.value).splitlines()
    assert header == "The settings have problems:"
    return line.strip()


@pytest.mark.parametrize(
    ("env", "line"),
    [
        (
            {"SHARD_IDS": "3-5,1", "SHARD_COUNT": "4"},
            "SHARD_IDS: 4 and 5 are out of range: SHARD_COUNT=4 means shards 0 to 3",
        ),
        (
            {"SHARD_IDS": "4", "SHARD_COUNT": "4"},
            "SHARD_IDS: 4 is out of range: SHARD_COUNT=4 means shards 0 to 3",
        ),
        ({"SHARD_IDS": "0-2, 1,2", "SHARD_COUNT": "4"}, "SHARD_IDS: 1 and 2 are listed twice"),
        (
            {"SHARD_IDS": "2-1", "SHARD_COUNT": "4"},
            "SHARD_IDS: 2-1 is not a range of shards; write the lower number first",
        ),
        ({"SHARD_IDS": "0-99999", "SHARD_COUNT": "4"}, "SHARD_IDS: 0-99999 is not a range of shards"),
        (
            {"SHARD_IDS": "one", "SHARD_COUNT": "4"},
            "SHARD_IDS: 'one' is not a shard; list numbers or ranges",
        ),
        ({"SHARD_IDS": "0,,1", "SHARD_COUNT": "4"}, "SHARD_IDS: '' is not a shard"),
        ({"SHARD_IDS": "-1", "SHARD_COUNT": "4"}, "SHARD_IDS: '-1' is not a shard"),
        ({"SHARD_IDS": "0"}, "SHARD_IDS: needs SHARD_COUNT"),
        ({"SHARD_COUNT": "0"}, "SHARD_COUNT: '0' is not a number of shards"),
        ({"SHARD_COUNT": "many", "SHARD_IDS": "0"}, "SHARD_COUNT: 'many' is not a number of shards"),
        ({"SHARDS_PER_POD": "2", "POD_NAME": "gateway-0"}, "SHARDS_PER_POD: needs SHARD_COUNT"),
        (
            {"SHARDS_PER_POD": "2", "SHARD_COUNT": "4", "POD_NAME": "gateway"},
            "SHARDS_PER_POD: needs POD_NAME to be the name of a StatefulSet pod, such as bot-0, not 'gateway'",
        ),
        (
            {"SHARDS_PER_POD": "2", "SHARD_COUNT": "4", "SHARD_IDS": "0", "POD_NAME": "gateway-0"},
            "SHARD_IDS: cannot be combined with SHARDS_PER_POD",
        ),
    ],
)
def test_wrong_shard_settings_are_one_clear_line(env, line):
    assert problem(**env).startswith(line)


def test_wrong_shard_settings_are_told_together_with_all_the_others():
    with pytest.raises(InvalidSettings) as told:
        Settings.from_env(
            {"SHARD_IDS": "1,1", "LISTEN": "here", "PORT": "x", "METRICS_PORT": "-1", "LOG_FORMAT": "xml"}
        )

    assert [line.split(":")[0].strip() for line in str(told.value).splitlines()[1:]] == [
        "LOG_FORMAT",
        "LISTEN",
        "PORT",
        "METRICS_PORT",
        "SHARD_IDS",
    ]


@pytest.mark.parametrize(
    ("pod", "shards"),
    [("bot-0", (0, 1, 2)), ("bot-1", (3, 4, 5)), ("my-bot-2", (6,)), ("bot-3", (0, 1, 2)), ("bot-5", (6,))],
)
def test_pods_share_the_shards_and_a_second_set_of_pods_has_them_all_again(pod, shards):
    settings = Settings.from_env({"SHARD_COUNT": "7", "SHARDS_PER_POD": "3", "POD_NAME": pod})

    assert settings.shard_ids == shards


def test_the_name_of_the_pod_is_the_host_name_where_nothing_else_is_said():
    assert Settings.from_env({"SHARD_COUNT": "2", "SHARDS_PER_POD": "1", "HOSTNAME": "bot-1"}).shard_ids == (1,)


def test_a_bot_without_shard_settings_leaves_them_to_discord():
    settings = Settings.from_env({})

    assert (settings.shard_count, settings.shard_ids) == (None, None)
