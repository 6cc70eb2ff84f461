"""Discord stumbles; every interaction is answered all the same, once."""

from __future__ import annotations

import asyncio
import re

import pytest

from bot.cards import router
from bot.preview.server.events import BotConnected
from tests.waiting import HANG_GUARD, until

CALLBACK = "/callback$"

pytestmark = pytest.mark.parametrize("running", ["gateway"], indirect=True)
"""Over HTTP an answer is the response to the request: there is no callback and no gateway to stumble."""


@pytest.mark.parametrize("status", [429, 500, 502, 503])
async def test_a_callback_that_discord_refuses_for_a_moment_is_answered_all_the_same(discord, fan, status):
    discord.fail_requests("POST", CALLBACK, times=2, status=status)
    answer = await fan.slash("cast")

    assert "Cast of Harbour Lights" in answer.text
    assert not answer.failed


async def test_a_connection_that_breaks_while_answering_is_no_lost_answer(discord, fan):
    discord.drop_requests("POST", CALLBACK, times=1)
    answer = await fan.slash("ost")

    assert "Soundtrack of Harbour Lights" in answer.text


async def test_a_press_is_answered_when_discord_stumbles(discord, fan):
    answer = await fan.slash("ost")
    discord.fail_requests("POST", CALLBACK, times=1, status=500)
    pressed = await fan.press(answer, "Cast")

    assert pressed.edited
    assert "Cast of Harbour Lights" in pressed.text


@pytest.mark.parametrize("options", [{}, {"who": "nobody of that name"}], ids=["card", "apology"])
async def test_a_discord_that_refuses_every_response_costs_one_line_of_the_log(discord, running, fan, caplog, options):
    discord.fail_requests("POST", CALLBACK, times=3, status=400)
    asked = asyncio.create_task(fan.slash("cast", **options))
    await until(lambda: "could not send" in caplog.text)
    await running.bot.responder.wait_until_idle(HANG_GUARD)
    asked.cancel()

    (line,) = [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]
    assert re.fullmatch("unexpected failure [0-9a-f]{8}: could not send: 400 Bad Request .*", line.getMessage())
    assert line.exc_info is None


@pytest.mark.parametrize("code", [1001, 4000, 4009])
async def test_a_gateway_that_closes_is_joined_again_and_nothing_is_lost(discord, running, fan, code):
    await discord.close_gateway(code)
    asked = asyncio.create_task(discord.client("Ann").slash("cast"))
    await discord.wait_for_bot()
    again = await discord.client("Ann").slash("cast")

    assert "Cast of Harbour Lights" in again.text
    assert "Cast of Harbour Lights" in (await asked).text or code == 4009


async def test_a_request_to_reconnect_loses_nothing(discord, running, fan):
    with discord.state.subscribe() as events:
        discord.request_reconnect()
        while not isinstance(await anext(events), BotConnected):
            pass

    assert "Cast of Harbour Lights" in (await fan.slash("cast")).text


async def test_a_failure_nobody_expects_is_private_quotable_and_logged_once(running, fan, caplog, monkeypatch):
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("inside the bot")

    router.card.cache_clear()
    monkeypatch.setattr(router, "ROUTES", {"cast": broken})
    answer = await fan.slash("cast", private=False)

    assert answer.ephemeral
    reference = answer.text.split("`")[1]
    logged = [record for record in caplog.records if reference in record.getMessage()]
    assert len(logged) == 1
    assert "inside the bot" not in answer.text
