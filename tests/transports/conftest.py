"""A local Discord that posts to an endpoint, and what starts processes of the bot against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.preview.server.endpoint import EndpointDelivery
from tests.processes import start
from tests.waiting import PatientDiscord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.preview.client.client import LocalDiscord


@pytest.fixture
async def discord() -> AsyncIterator[LocalDiscord]:
    async with PatientDiscord() as discord:
        yield discord


@pytest.fixture
async def post(discord: LocalDiscord) -> AsyncIterator[EndpointDelivery]:
    async with EndpointDelivery(discord) as post:
        yield post


@pytest.fixture
async def bot(discord: LocalDiscord) -> AsyncIterator[Callable[..., object]]:
    """Start ``python -m bot`` with a command and settings."""
    async with start(discord) as one:
        yield one
