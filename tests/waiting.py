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


class PatientDiscord(LocalDiscord):
    """A local Discord that waits for every answer, however slow the machine is.

    With a manual clock it keeps Discord's deadlines: they are reached when the test moves the clock.
    """

    def __init__(self, **options: Any) -> None:
        patience = {} if "clock" in options else {"answer_timeout": HANG_GUARD, "response_deadline": HANG_GUARD}
        super().__init__(**patience | options)

    async def wait_for_bot(self, timeout: float = HANG_GUARD, *, commands: bool = True) -> None:  # noqa: ASYNC109
        """Wait until the bot is connected and, unless ``commands`` is false, has registered commands."""
        await super().wait_for_bot(timeout, commands=commands)
