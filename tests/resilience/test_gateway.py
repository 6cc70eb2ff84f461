"""The gateway fails in every way that Discord documents; what was delivered in time is answered, once."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from discord.gateway import DiscordWebSocket, KeepAliveHandler

from bot.preview.server.events import BotConnected, BotDisconnected
from tests.resilience.once import all_answered_once, running
from tests.waiting import HANG_GUARD, PatientDiscord, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.preview.client.client import LocalDiscord


@asynccontextmanager
async def rejoined(discord: LocalDiscord) -> AsyncIterator[None]:
    """Wait, after what happens in the block, until the bot has left and come back."""
    with discord.state.subscribe() as events:
        yield
        async with asyncio.timeout(HANG_GUARD):
            for kind in (BotDisconnected, BotConnected):
                while not isinstance(await anext(events), kind):
                    pass


def cast_card(answer) -> bool:
    return "Cast of Harbour Lights" in answer.text


@pytest.mark.parametrize("code", [1006, 4000])
async def test_what_is_asked_while_the_gateway_is_away_is_answered_when_it_is_back(discord, bot, code):
    await discord.close_gateway(code)
    answers = await asyncio.gather(*(discord.client(f"Fan {number}").slash("cast") for number in range(20)))

    assert all(map(cast_card, answers))
    assert all_answered_once(discord, fewest=20)


@pytest.mark.parametrize("status", [None, 503])
async def test_what_is_asked_while_the_gateway_cannot_be_reached_is_answered_when_it_can(discord, bot, status):
    if status is None:
        discord.drop_requests("GET", "^/gateway$", times=3)
    else:
        discord.fail_requests("GET", "^/gateway$", times=3, status=status)
    await discord.close_gateway(1006)
    answers = await asyncio.gather(*(discord.client(f"Fan {number}").slash("cast") for number in range(20)))

    assert all(map(cast_card, answers))
    assert all_answered_once(discord, fewest=20)


async def test_a_session_that_timed_out_begins_anew_and_answers(discord, bot):
    async with rejoined(discord):
        await discord.close_gateway(4009)

    assert cast_card(await discord.client("Ann").slash("cast"))
    assert all_answered_once(discord)


async def test_a_request_to_reconnect_in_the_middle_of_answers_loses_none(discord, bot):
    asked = [asyncio.create_task(discord.client(f"Fan {number}").slash("cast")) for number in range(20)]
    await until(lambda: len(discord.state.interactions) == len(asked))
    discord.request_reconnect()

    assert all(map(cast_card, await asyncio.gather(*asked)))
    assert all_answered_once(discord, fewest=20)


@pytest.mark.parametrize("resumable", [True, False])
async def test_an_invalid_session_is_resumed_or_begun_anew(discord, bot, resumable):
    async with rejoined(discord):
        discord.invalidate_session(resumable=resumable)

    assert cast_card(await discord.client("Ann").slash("cast"))
    assert all_answered_once(discord)


async def test_a_gateway_that_acknowledges_no_heartbeat_is_left_and_joined_again(harbour, caplog):
    async with (
        PatientDiscord(heartbeat_interval=0.1) as discord,
        running(discord, harbour, heartbeat_timeout=1.0),
    ):
        async with rejoined(discord):
            discord.ignore_heartbeats()
        discord.ignore_heartbeats(ignore=False)

        assert cast_card(await discord.client("Ann").slash("cast"))
        assert all_answered_once(discord)


async def test_a_heartbeat_is_timed_from_its_own_sending_though_the_acknowledgement_is_faster(harbour, monkeypatch):
    send, acknowledge = DiscordWebSocket.send_heartbeat, KeepAliveHandler.ack
    acknowledged, send_times = asyncio.Event(), []

    async def return_after_the_acknowledgement(socket, data) -> None:
        acknowledged.clear()
        await send(socket, data)
        await acknowledged.wait()

    def note(handler) -> None:
        send_times.append(handler._last_send)
        acknowledge(handler)
        acknowledged.set()

    monkeypatch.setattr(DiscordWebSocket, "send_heartbeat", return_after_the_acknowledgement)
    monkeypatch.setattr(KeepAliveHandler, "ack", note)
    async with PatientDiscord(heartbeat_interval=0.05) as discord, running(discord, harbour):
        await until(lambda: len(send_times) == 4)

    assert len(set(send_times[:4])) == 4


async def test_a_compressed_stream_that_breaks_in_the_middle_of_an_interaction_brings_it_again(discord, bot):
    discord.truncate_next_message()
    answer = await discord.client("Ann").slash("cast")

    assert cast_card(answer)
    assert all_answered_once(discord)


DAMAGES = {
    "half of it": lambda packed: packed[: len(packed) // 2],
    "zeros": lambda packed: bytes(len(packed)),
    "backwards": lambda packed: packed[::-1],
    "nothing of it": lambda packed: b"",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
async def test_a_compressed_message_that_arrives_damaged_ends_the_connection_and_comes_again(
    discord, bot, damage, caplog
):
    discord.corrupt_next_message(damage)
    answers = await asyncio.gather(*(discord.client(f"Fan {number}").slash("cast") for number in range(3)))

    assert all(map(cast_card, answers))
    assert all_answered_once(discord, fewest=3)
    assert "reconnecting" in caplog.text


async def test_an_event_that_is_not_understood_is_logged_and_the_next_one_answered(discord, bot, caplog, monkeypatch):
    fan = discord.client("Ann")
    with monkeypatch.context() as odd:
        odd.setattr("bot.preview.server.payloads.interaction", lambda act, state: {"id": "7", "type": "slash"})
        unheard = asyncio.create_task(fan.slash("cast"))
        await until(lambda: discord.state.interactions)

    assert cast_card(await discord.client("Ben").slash("cast"))
    assert "could not handle an event" in caplog.text
    unheard.cancel()


async def test_an_interaction_that_is_delivered_twice_is_answered_once(discord, either, caplog):
    once = discord.deliver

    def twice(act) -> None:
        once(act)
        once(act)

    discord.deliver = twice
    answer = await discord.client("Ann").slash("cast")
    pressed = await discord.client("Ann").press(answer, "Soundtrack")
    await until(lambda: len([sent for sent in discord.transcript if sent.path.endswith("/callback")]) >= 4)

    assert pressed.edited
    assert all_answered_once(discord, fewest=2)
    assert "Traceback" not in caplog.text


async def test_interactions_that_arrive_in_the_wrong_order_are_each_answered(discord, either):
    kept, deliver = [], discord.deliver
    discord.deliver = kept.append
    asked = [asyncio.create_task(discord.client(f"Fan {number}").slash("cast")) for number in range(20)]
    await until(lambda: len(kept) == len(asked))
    for act in reversed(kept):
        deliver(act)

    assert all(map(cast_card, await asyncio.gather(*asked)))
    assert all_answered_once(discord, fewest=20)
