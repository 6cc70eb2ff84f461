"""A picture that is put into its card later finds the message gone, or a Discord that stumbles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from once import all_answered_once, running, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.gateway import GatewayBot
    from bot.preview.fan import LocalDiscord
    from data.records import Show

ORIGINAL = "/messages/@original$"


@pytest.fixture
async def bot(discord: LocalDiscord, harbour: Show, tmp_path: Path) -> AsyncIterator[GatewayBot]:
    """One that has drawn nothing yet."""
    async with running(discord, harbour, cache=tmp_path) as bot:
        yield bot


def asked(discord: LocalDiscord, method: str) -> bool:
    """Whether the bot has asked so for a message, however that ended."""
    return any(one.method == method and re.search(ORIGINAL, one.path) for one in discord.transcript)


@pytest.mark.parametrize("before", ["GET", "PATCH"])
async def test_a_picture_for_a_message_that_is_gone_is_dropped_in_silence(discord, bot, caplog, before):
    discord.delay(before, ORIGINAL, 1)
    with caplog.at_level("INFO"):
        answer = await discord.fan("Ann").slash("ratings")
        if before == "PATCH":
            await until(lambda: asked(discord, "GET"))
        discord.world.delete_message(answer.shown)
        await until(lambda: "a picture came too late" in caplog.text)

    assert asked(discord, before)
    assert all_answered_once(discord)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize("method", ["GET", "PATCH"])
async def test_a_picture_is_put_in_though_the_connection_breaks(discord, bot, method):
    discord.drop(method, ORIGINAL)
    answer = await discord.fan("Ann").slash("ratings")
    await until(lambda: answer.attachments)

    assert all_answered_once(discord)


async def test_a_picture_that_is_sent_again_is_sent_whole(discord, bot):
    first = await discord.fan("Ann").slash("ratings")
    await until(lambda: first.attachments)
    discord.drop("POST", "/callback$", times=2)
    again = await discord.fan("Ann").slash("ratings")

    assert [file["size"] for file in again.attachments] == [file["size"] for file in first.attachments]
    assert all_answered_once(discord, fewest=2)
