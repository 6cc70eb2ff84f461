"""Time as the local Discord sees it, so that a test reaches a deadline without waiting for it."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    """What the local Discord asks of a clock; all figures are seconds."""

    def now(self) -> float:
        """Return the time since 1970."""
        ...

    async def wait(self, event: asyncio.Event, seconds: float) -> bool:
        """Wait for the event, at most this long; say whether it came."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> float:
        """Return the time since 1970."""
        return time.time()

    async def wait(self, event: asyncio.Event, seconds: float) -> bool:
        """Wait for the event, at most this long; say whether it came."""
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            return False
        return True


class HandClock:
    """Starts at the present and then moves only when told to."""

    def __init__(self) -> None:
        self._now = time.time()
        self._alarms: dict[asyncio.Event, float] = {}

    def now(self) -> float:
        """Return the time since 1970, as far as this clock was moved."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Let time pass; whoever waited for a moment now reached is woken."""
        self._now += seconds
        for alarm, due in self._alarms.items():
            if due <= self._now:
                alarm.set()

    async def wait(self, event: asyncio.Event, seconds: float) -> bool:
        """Wait for the event or for the clock to be moved past the deadline; say whether it came."""
        alarm = asyncio.Event()
        self._alarms[alarm] = self._now + seconds
        both = [asyncio.ensure_future(event.wait()), asyncio.ensure_future(alarm.wait())]
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            del self._alarms[alarm]
            for waiting in both:
                waiting.cancel()
        return event.is_set()
