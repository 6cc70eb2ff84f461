"""What an operator reads of a running bot: health, metrics and the log; and what nobody reads in it."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import socket
import sys

import aiohttp
import pytest

from tests.processes import ROOT
from tests.waiting import HANG_GUARD


async def fetch(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.text()


async def test_a_copy_lives_and_is_ready_until_it_is_told_to_stop_and_logs_how_to_invite_the_bot(discord, post, bot):
    copy = await bot("serve", constants={"bot.transports.shutdown.SHUTDOWN.drain": HANG_GUARD})
    await copy.ready()
    health = await copy.health

    assert await fetch(f"{health}/livez") == (200, "alive\n")
    assert await fetch(f"{health}/readyz") == (200, "ready\n")
    copy.process.send_signal(signal.SIGTERM)
    await copy.says("stopping")
    assert await fetch(f"{health}/livez") == (200, "alive\n")
    assert await fetch(f"{health}/readyz") == (503, "not ready\n")
    await post.set_url(await copy.endpoint)  # which still answers until balancers have noticed
    assert "integration_type=0" in await copy.says(r"invite for a server: (\S+)")
    assert "integration_type=1" in await copy.says(r"invite for a person: (\S+)")


async def test_a_gateway_process_is_ready_once_it_hears_discord(discord, bot):
    discord.fail_requests("GET", "/gateway/bot$", times=1, status=500)
    process = await bot("run")
    health = await process.health

    assert await fetch(f"{health}/livez") == (200, "alive\n")
    await process.ready()
    assert discord.connected


async def test_interactions_are_counted_by_command_locale_and_outcome_and_errors_by_who_logged_them(discord, post, bot):
    copy = await bot("serve")
    await post.set_url(await copy.endpoint)
    await copy.says("names and questions are ready")  # so that the last answers are in their responses
    ann, min_ji = discord.client("Ann"), discord.client("Min-ji", locale="ko")
    answer = await ann.slash("cast")
    await ann.press(answer, next(iter(answer.buttons)))
    await min_ji.slash("cast", who="zzzz")
    await min_ji.autocomplete("cast", "who", "yoon")
    status, text = await fetch(f"{await copy.health}/metrics")

    assert status == 200
    for line in (
        'bot_interactions_total{command="cast",locale="en-US",outcome="answered"} 1.0',
        'bot_interactions_total{command="component",locale="en-US",outcome="answered"} 1.0',
        'bot_interactions_total{command="cast",locale="ko",outcome="NoMatch"} 1.0',
        'bot_interactions_total{command="cast",locale="ko",outcome="suggested"} 1.0',
        'bot_interaction_duration_seconds_count{command="cast"} 3.0',
        'bot_interaction_duration_seconds_bucket{command="cast",le="3.0"} 3.0',
        'bot_http_requests_total{status="401"} 1.0',
        'bot_facts_info{show="harbour-lights",',
        "bot_newest_source_age_seconds ",
        "bot_card_cache_misses_total ",
        "bot_card_cache_size ",
        "process_cpu_seconds_total ",
    ):
        assert f"\n{line}" in text
    answered = re.findall(r'^bot_http_requests_total{status="20[02]"} (\S+)$', text, re.MULTILINE)
    assert sum(map(float, answered)) == 5, "a ping and four interactions; with a picture it is 202"
    assert "bot_errors_total{" not in text
    body = b'{"type":2}'
    await post.post(await copy.endpoint, body, post.signed_headers(body))

    assert '\nbot_errors_total{logger="bot.transports.http"} 1.0' in (await fetch(f"{await copy.health}/metrics"))[1]


@pytest.mark.parametrize("command", ["serve", "run"])
async def test_the_log_is_json_where_a_collector_reads_it_with_one_line_an_interaction(discord, post, bot, command):
    process = await bot(command, LOG_FORMAT="json", LOG_LEVEL="DEBUG")
    if command == "serve":
        await post.set_url(await process.endpoint)
    await process.says("commands synced")
    fan = discord.client("Somebody Secret", locale="ko")
    answer = await fan.slash("cast", who="a secret thought")
    await fan.press(answer, next(iter(answer.buttons)))
    await fan.autocomplete("cast", "who", "half a secret")
    await fan.slash("show", private=True)
    await process.stopped()
    lines = [json.loads(line) for line in process.log.splitlines()]

    told = [(line["command"], line["locale"], line["outcome"]) for line in lines if "outcome" in line]
    assert told == [
        ("cast", "ko", "NoMatch"),
        ("component", "ko", "answered"),
        ("cast", "ko", "suggested"),
        ("show", "ko", "answered"),
    ]
    assert all({"time", "level", "logger", "message"} <= set(line) for line in lines)
    for secret in ("ecret", "hought", str(fan.user.id), discord.token, answer.interaction.token):
        assert secret not in process.log


@pytest.mark.parametrize("setting", ["PORT", "METRICS_PORT"])
async def test_a_busy_port_is_one_clear_line(discord, bot, setting):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        copy = await bot("serve", **{setting: port})
        code = await copy.ended()

    assert code == 1
    assert f"{setting}: cannot listen on port {port}" in copy.log.splitlines()[-1]
    assert "Traceback" not in copy.log


async def test_an_endpoint_without_a_token_says_what_is_missing(discord, bot):
    copy = await bot("serve", DISCORD_TOKEN="")
    assert await copy.ended() == 1
    assert copy.log == "DISCORD_TOKEN is not set; README.md explains how to get a token\n"


async def test_the_images_health_check_tells_a_bot_that_lives_from_one_that_does_not(discord, bot):
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", "")
    _python, *check = json.loads(re.search(r"^HEALTHCHECK .*?CMD (\[.+\])$", dockerfile, re.MULTILINE)[1])
    copy = await bot("serve")
    port = (await copy.health).rpartition(":")[2]

    async def healthy(port: str) -> bool:
        asked = await asyncio.create_subprocess_exec(
            sys.executable, *check, env={"METRICS_PORT": port}, stderr=asyncio.subprocess.DEVNULL
        )
        return await asked.wait() == 0

    assert await healthy(port)
    copy.process.send_signal(signal.SIGSTOP)  # it hangs
    assert not await healthy(port)
    await copy.stopped(signal.SIGKILL)
    assert not await healthy(port)
    assert await healthy(""), "health is switched off, and says nothing"


async def test_no_other_port_is_open_where_none_is_set(discord, bot):
    process = await bot("run", METRICS_PORT="")
    await discord.wait_for_bot()

    assert "health" not in process.log
    maps = (f"/proc/{process.process.pid}/maps",)
    assert not any("prometheus" in open(path).read() for path in maps)  # noqa: ASYNC230, PTH123, SIM115


async def test_suggestions_that_fail_are_logged_without_who_typed_them(discord, bot):
    process = await bot("run")
    await process.ready()
    await discord.wait_for_bot()
    discord.fail_requests("POST", "/callback$", times=2, status=400)
    fan = discord.client("Somebody Secret")
    typing = asyncio.create_task(fan.autocomplete("cast", "who", "half a secret"))
    await process.says("unexpected failure [0-9a-f]{8}: could not send: 400 Bad Request")
    typing.cancel()

    assert "Traceback" not in process.log
    for secret in ("ecret", str(fan.user.id)):
        assert secret not in process.log
