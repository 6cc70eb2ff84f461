"""How tests wait: for events, never for a time. A slow machine fails no test."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from bot.preview.client.client import LocalDiscord

if TYPE_CHECKING:
    from collections.abc import Callable

HANG_GUARD = 200.0
"""Seconds after which a test that waits in vain fails. No assertion depends on it."""


async def until(holds: Callable[[], object]) -> None:
    """Wait for a condition that nothing announces. Raises TimeoutError after ``HANG_GUARD`` seconds."""
    async with asyncio.timeout(HANG_GUARD):
        while not holds():  # noqa: ASYNC110 - the only poll of the tests
            await asyncio.sleep(0.01)


def patient_discord(**options: Any) -> LocalDiscord:
    """Return a local Discord that waits for every answer, however slow the machine is."""
    return LocalDiscord(**{"answer_timeout": HANG_GUARD, "response_deadline": HANG_GUARD} | options)
