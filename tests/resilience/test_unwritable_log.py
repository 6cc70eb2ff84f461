"""A log that cannot be written costs its lines and nothing else."""

from __future__ import annotations

import os
import pty
from typing import TYPE_CHECKING

import pytest

from tests.processes import HARBOUR, launch
from tests.resilience.once import all_answered_once

if TYPE_CHECKING:
    from collections.abc import Callable


def full_disk() -> tuple[int, Callable[[], None]]:
    return os.open("/dev/full", os.O_WRONLY), lambda: None


def closed_pipe() -> tuple[int, Callable[[], None]]:
    reader, writer = os.pipe()
    return writer, lambda: os.close(reader)


def closed_terminal() -> tuple[int, Callable[[], None]]:
    controller, terminal = pty.openpty()
    return terminal, lambda: os.close(controller)


@pytest.mark.parametrize("unwritable", [full_disk, closed_pipe, closed_terminal])
async def test_an_outage_of_discord_does_not_end_a_bot_that_cannot_write_its_log(discord, unwritable):
    stderr, break_it = unwritable()
    bot = await launch(discord=discord, stderr=stderr, DISCORD_TOKEN=discord.token, SHOW=HARBOUR)
    try:
        await discord.wait_for_bot()
        break_it()
        discord.drop_requests("GET", "^/gateway$", times=3)
        await discord.close_gateway(1006)

        assert (await discord.client("Ann").slash("cast")).text
        assert all_answered_once(discord)
    finally:
        code = await bot.stopped()
        os.close(stderr)
    assert code == 0
