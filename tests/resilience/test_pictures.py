"""A card with its picture meets a Discord that stumbles, by both ways in.

What has a picture is sent to Discord by the bot itself, also behind its endpoint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.resilience.once import WAYS_IN, all_answered_once, running
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.app import FanBot
    from bot.preview.client.client import LocalDiscord
    from data.records import Show

CALLBACK = "/callback$"
STUMBLES = {
    **{str(status): lambda discord, status=status: discord.fail_requests("POST", CALLBACK, status=status)
       for status in (429, 500, 502, 503)},
    "429 everywhere": lambda discord: discord.fail_requests("POST", CALLBACK, status=429, global_limit=True),
    "a broken connection": lambda discord: discord.drop_requests("POST", CALLBACK),
    "two broken connections": lambda discord: discord.drop_requests("POST", CALLBACK, times=2),
    "a lost receipt": lambda discord: discord.drop_requests("POST", CALLBACK, processed=True),
    "no answer in time": lambda discord: discord.hold_requests("POST", CALLBACK),
}  # fmt: skip


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


@pytest.mark.parametrize("stumble", STUMBLES.values(), ids=STUMBLES)
async def test_a_card_comes_once_and_with_its_whole_picture_though_discord_stumbles(
    discord, prepared, caplog, monkeypatch, stumble
):
    first = await discord.client("Ann").slash("ratings")
    monkeypatch.setattr("bot.interactions.callback_client.RESPONSE_TIMEOUT", 0.2)
    held = stumble(discord)
    again = await discord.client("Ann").slash("ratings")
    if held:
        held.release()
        await until(lambda: sum(sent.path.endswith("/callback") for sent in discord.transcript) == 3)

    assert [file["size"] for file in again.attachments] == [file["size"] for file in first.attachments]
    assert all_answered_once(discord, fewest=2)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
