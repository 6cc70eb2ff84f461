"""A card with its picture, and a picture that comes later, meet a Discord that stumbles; by both ways in.

What has a picture is sent to Discord by the bot itself, also behind its endpoint.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.resilience.once import WAYS_IN, all_answered_once, running
from tests.waiting import HANG_GUARD, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.app import FanBot
    from bot.preview.client.client import LocalDiscord
    from data.records import Show

CALLBACK, ORIGINAL = "/callback$", "/messages/@original$"
STUMBLES = {
    **{str(status): lambda discord, status=status: discord.fail_requests("POST", CALLBACK, status=status)
       for status in (429, 500, 502, 503)},
    "429 everywhere": lambda discord: discord.fail_requests("POST", CALLBACK, status=429, global_limit=True),
    "a broken connection": lambda discord: discord.drop_requests("POST", CALLBACK),
    "two broken connections": lambda discord: discord.drop_requests("POST", CALLBACK, times=2),
    "a lost receipt": lambda discord: discord.drop_requests("POST", CALLBACK, processed=True),
    "half a second": lambda discord: discord.delay_requests("POST", CALLBACK, 0.5),
    "no answer in time": lambda discord: discord.delay_requests("POST", CALLBACK, HANG_GUARD),
}  # fmt: skip


@pytest.fixture(params=WAYS_IN)
async def bot(
    request: pytest.FixtureRequest, discord: LocalDiscord, harbour: Show, tmp_path: Path
) -> AsyncIterator[FanBot]:
    """One that has drawn nothing yet."""
    async with running(discord, harbour, request.param, cache=tmp_path) as bot:
        yield bot


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a picture lies that was drawn for an earlier test."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(params=WAYS_IN)
async def prepared(
    request: pytest.FixtureRequest, discord: LocalDiscord, harbour: Show, kept: Path
) -> AsyncIterator[FanBot]:
    """One that need not draw any more."""
    async with running(discord, harbour, request.param, cache=kept) as bot:
        yield bot


def asked(discord: LocalDiscord, method: str) -> bool:
    """Whether the bot has asked so for a message, however that ended."""
    return any(one.method == method and re.search(ORIGINAL, one.path) for one in discord.transcript)


@pytest.mark.parametrize("before", ["GET", "PATCH"])
async def test_a_picture_for_a_message_that_is_gone_is_dropped_in_silence(discord, bot, caplog, before):
    held = discord.hold_requests(before, ORIGINAL)
    with caplog.at_level("INFO"):
        answer = await discord.client("Ann").slash("ratings")
        if before == "PATCH":
            await until(lambda: asked(discord, "GET"))
        discord.state.delete_message(answer.shown)
        held.release()
        await until(lambda: "picture was ready too late" in caplog.text)

    assert asked(discord, before)
    assert all_answered_once(discord)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize("method", ["GET", "PATCH"])
async def test_a_picture_is_put_in_though_the_connection_breaks(discord, bot, method):
    discord.drop_requests(method, ORIGINAL)
    answer = await discord.client("Ann").slash("ratings")
    await until(lambda: answer.attachments)

    assert all_answered_once(discord)


@pytest.mark.parametrize("stumble", STUMBLES.values(), ids=STUMBLES)
async def test_a_card_comes_once_and_with_its_whole_picture_though_discord_stumbles(
    discord, prepared, caplog, monkeypatch, stumble
):
    monkeypatch.setattr("bot.interactions.callback_client.RESPONSE_TIMEOUT", 0.2)
    first = await discord.client("Ann").slash("ratings")
    await until(lambda: first.attachments)
    stumble(discord)
    again = await discord.client("Ann").slash("ratings")

    assert [file["size"] for file in again.attachments] == [file["size"] for file in first.attachments]
    assert all_answered_once(discord, fewest=2)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
