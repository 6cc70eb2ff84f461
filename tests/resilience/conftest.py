"""The bot with the invented show, on a local Discord that each test has for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.resilience.once import WAYS_IN, running
from tests.waiting import HANG_GUARD, PatientDiscord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.app import FanBot
    from bot.preview.client.client import LocalDiscord
    from data.records import Show


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Discord's five seconds between two identifies are not waited for; a picture is, however slow the machine is."""
    monkeypatch.setattr("bot.transports.gateway.IDENTIFY_INTERVAL", 0.05)
    monkeypatch.setattr("bot.interactions.responder.PICTURE_TIMEOUT", HANG_GUARD)


@pytest.fixture
async def discord() -> AsyncIterator[LocalDiscord]:
    async with PatientDiscord() as discord:
        yield discord


@pytest.fixture(params=WAYS_IN)
async def either(request: pytest.FixtureRequest, discord: LocalDiscord, harbour: Show) -> AsyncIterator[FanBot]:
    """The bot by one way in, then by the other."""
    async with running(discord, harbour, request.param) as bot:
        yield bot


@pytest.fixture
async def bot(discord: LocalDiscord, harbour: Show) -> AsyncIterator[FanBot]:
    async with running(discord, harbour) as bot:
        yield bot
