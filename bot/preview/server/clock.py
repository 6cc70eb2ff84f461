"""The clock of the local Discord, which tests replace to reach deadlines without waiting."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    """A source of time; all values are seconds."""

    def now(self) -> float:
        """Return the time since 1970."""
        ...

    async def wait(self, event: asyncio.Event, seconds: float) -> bool:
        """Wait for the event for at most ``seconds``; return whether it was set."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> float:
        """Return the time since 1970."""
        return time.time()

    async def wait(self, event: asyncio.Event, seconds: float) -> bool:
        """Wait for the event for at most ``seconds``; return whether it was set."""
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            return False
        return True


class ManualClock:
    """A clock that starts now and moves only when it is advanced."""

    def __init__(self) -> None:
        self._now = time.time()
        self._alarms: dict[asyncio.Event, float] = {}
        self.awaited: list[asyncio.Event] = []
        """The events for which somebody waits: only their deadlines can pass when the clock is advanced."""

    def now(self) -> float:
        """Return the time since 1970."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Move the clock forward and wake everyone whose deadline has passed."""
        self._now += seconds
        for alarm, due in self._alarms.items():
            if due <= self._now:
                alarm.set()

    async def wait(self, event: asyncio.Event, seconds: float) -> bool:
        """Wait until the event is set or the deadline has passed; return whether the event was set."""
        alarm = asyncio.Event()
        self._alarms[alarm] = self._now + seconds
        self.awaited.append(event)
        both = [asyncio.ensure_future(event.wait()), asyncio.ensure_future(alarm.wait())]
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            del self._alarms[alarm]
            self.awaited.remove(event)
            for waiting in both:
                waiting.cancel()
        return event.is_set()
