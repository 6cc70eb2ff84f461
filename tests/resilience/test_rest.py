"""Discord's answers fail, come late or get lost; the fan gets one answer all the same."""

from __future__ import annotations

import asyncio

import pytest

from bot.preview.server.clock import ManualClock
from tests.resilience.once import all_answered_once, running
from tests.waiting import PatientDiscord, until

CALLBACK = "/callback$"


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("status", [500, 502, 503])
async def test_after_server_errors_it_is_tried_again(discord, bot, status, times):
    fan = discord.client("Ann")
    discord.fail_requests("POST", CALLBACK, status=status, times=times)
    assert "Cast of Harbour Lights" in (await fan.slash("cast")).text
    discord.fail_requests("POST", CALLBACK, status=status, times=times)
    assert (await fan.slash("cast", who="nobody of that name")).ephemeral
    discord.fail_requests("POST", CALLBACK, status=status, times=times)
    assert await fan.autocomplete("cast", "who", "yoon")

    assert all_answered_once(discord, fewest=3)


@pytest.mark.parametrize("everywhere", [False, True], ids=["this route", "global"])
async def test_a_rate_limit_is_waited_for(discord, bot, everywhere):
    discord.fail_requests("POST", CALLBACK, times=2, status=429, global_limit=everywhere)

    assert "Cast of Harbour Lights" in (await discord.client("Ann").slash("cast")).text
    assert all_answered_once(discord)


async def test_a_global_rate_limit_at_the_start_delays_the_commands_and_no_more(discord, harbour):
    discord.fail_requests("GET", "/commands$", status=429, global_limit=True)
    async with running(discord, harbour):
        assert "Cast of Harbour Lights" in (await discord.client("Ann").slash("cast")).text


async def test_a_discord_that_cannot_be_asked_for_the_commands_is_asked_again(harbour, monkeypatch, caplog):
    monkeypatch.setattr("bot.app.SYNC_RETRY_DELAY", 0.01)
    async with PatientDiscord() as discord:
        discord.drop_requests("GET", "/commands$", times=3)
        async with running(discord, harbour):
            assert "Cast of Harbour Lights" in (await discord.client("Ann").slash("cast")).text
    assert "could not sync the commands" in caplog.text


async def test_a_connection_that_breaks_before_discord_heard_the_answer_is_opened_again(discord, bot):
    discord.drop_requests("POST", CALLBACK)

    assert "Cast of Harbour Lights" in (await discord.client("Ann").slash("cast")).text
    assert all_answered_once(discord)


@pytest.mark.parametrize("who", ["nobody of that name", "yoon"])
async def test_apologies_and_suggestions_survive_a_broken_connection_too(discord, bot, who):
    fan = discord.client("Ann")
    discord.drop_requests("POST", CALLBACK)
    if who == "yoon":
        assert await fan.autocomplete("cast", "who", who)
    else:
        assert (await fan.slash("cast", who=who)).ephemeral
    assert all_answered_once(discord)


@pytest.mark.parametrize("what", ["command", "press", "suggestions", "apology"])
async def test_an_answer_whose_receipt_is_lost_is_not_given_twice(discord, bot, caplog, what):
    fan = discord.client("Ann")
    answer = await fan.slash("ost")
    discord.drop_requests("POST", CALLBACK, processed=True)
    caplog.set_level("INFO")
    if what == "command":
        assert "Cast of Harbour Lights" in (await fan.slash("cast")).text
    elif what == "press":
        assert (await fan.press(answer, "Cast")).edited
    elif what == "suggestions":
        assert await fan.autocomplete("cast", "who", "yoon")
    else:
        assert (await fan.slash("cast", who="nobody of that name")).ephemeral
    await until(lambda: "answered before" in caplog.text)

    assert all_answered_once(discord, fewest=2)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_a_slow_discord_is_given_the_answer_another_way_and_takes_one(discord, bot, monkeypatch):
    monkeypatch.setattr("bot.interactions.callback_client.RESPONSE_TIMEOUT", 0.2)
    held = discord.hold_requests("POST", CALLBACK)
    answer = await discord.client("Ann").slash("cast")
    held.release()
    await until(lambda: len([sent for sent in discord.transcript if sent.path.endswith("/callback")]) == 2)

    assert "Cast of Harbour Lights" in answer.text
    assert all_answered_once(discord)


async def test_an_interaction_that_comes_too_late_is_noted_and_not_answered_elsewhere(harbour, caplog):
    clock = ManualClock()
    async with PatientDiscord(clock=clock) as discord, running(discord, harbour):
        kept, deliver = [], discord.deliver
        discord.deliver = kept.append
        asked = asyncio.create_task(discord.client("Ann").slash("cast"))
        await until(lambda: kept)
        clock.advance(4)
        with caplog.at_level("INFO"):
            deliver(kept[0])
            await until(lambda: "too late" in caplog.text)
        answer = await asked

    assert answer.failed
    assert answer.followups == []
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize(
    ("command", "button", "told"),
    [("cast", "Soundtrack", "Soundtrack of Harbour Lights"), ("quiz", "10 questions", "Question 1 of 10")],
)
async def test_a_press_on_a_message_that_is_gone_is_answered_with_the_card_in_private(
    discord, bot, caplog, command, button, told
):
    fan = discord.client("Ann")
    answer = await fan.slash(command)
    deliver = discord.deliver

    def after_deletion(act) -> None:
        discord.state.delete_message(act.message)
        deliver(act)

    discord.deliver = after_deletion
    pressed = await fan.press(answer, button)

    assert pressed.ephemeral
    assert told in pressed.text
    assert all_answered_once(discord, fewest=2)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
