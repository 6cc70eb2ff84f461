"""The clock of the bot's computer, or Discord's, jumps while the bot runs."""

from __future__ import annotations

import datetime
import time
from typing import TYPE_CHECKING

import pytest

from bot.preview.server.clock import ManualClock
from tests.resilience.once import WAYS_IN, all_answered_once, running
from tests.waiting import PatientDiscord, until

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = 86_400


@pytest.fixture
def jump(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Set the clock of the computer, as everything in this process reads it, by so many seconds."""
    real = time.time

    def jump(seconds: float) -> None:
        class Shifted(datetime.datetime):
            @classmethod
            def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
                return cls.fromtimestamp(time.time(), tz)

        monkeypatch.setattr(time, "time", lambda: real() + seconds)
        monkeypatch.setattr(datetime, "datetime", Shifted)

    return jump


@pytest.mark.parametrize("way_in", WAYS_IN)
@pytest.mark.parametrize("days", [1, -1, 400])
async def test_a_computer_whose_clock_jumps_goes_on_answering(harbour, tmp_path, jump, caplog, way_in, days):
    # The local Discord has a clock of its own, which stands still.
    async with PatientDiscord(clock=ManualClock()) as discord, running(discord, harbour, way_in, cache=tmp_path):
        fan = discord.client("Ann")
        before = await fan.slash("cast")
        jump(days * DAY)

        assert "Soundtrack of Harbour Lights" in (await fan.slash("ost")).text
        assert (await fan.press(before, "The show")).edited
        assert await fan.autocomplete("cast", "who", "yoon")
        assert (await fan.slash("cast", who="nobody of that name")).ephemeral
        pictured = await fan.slash("ratings")
        await until(lambda: pictured.attachments)
        assert all_answered_once(discord, fewest=6)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize("days", [1, -1])
async def test_a_discord_whose_clock_jumps_is_answered(harbour, days):
    clock = ManualClock()
    async with PatientDiscord(clock=clock) as discord, running(discord, harbour):
        before = await discord.client("Ann").slash("cast")
        clock.advance(days * DAY)
        asked = await discord.client("Ann").slash("ost")
        pressed = await discord.client("Ann").press(before, "The show")

        assert "Soundtrack of Harbour Lights" in asked.text
        assert pressed.edited
        assert all_answered_once(discord, fewest=2)  # a day later the first is forgotten
