"""Planned failures of REST requests, and how they look to the bot."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from bot.preview.server.models import Json

Reply = tuple[int | None, "Json | None", dict[str, str]]
"""Status, body and headers of a response; without a status the connection is dropped."""


class Hold:
    """Requests that wait until they are released."""

    def __init__(self) -> None:
        self.reached = asyncio.Event()
        """Set once a request waits."""
        self.released = asyncio.Event()

    def release(self) -> None:
        """Let the requests go on."""
        self.released.set()


@dataclass(slots=True)
class Fault:
    """How the next matching requests fail."""

    method: str
    path: re.Pattern[str]
    """Searched for in the request's path."""
    times: int
    status: int | None
    """429, 500, 502 …; ``None`` drops the connection; 0 answers as usual, after the delay."""
    retry_after: float = 0
    """Seconds; sent only with 429."""
    global_limit: bool = False
    """Whether a 429 applies to every route."""
    processed: bool = False
    """Whether the request takes effect, so that only its response is lost."""
    delay: float = 0
    """Seconds before the request is handled."""
    hold: Hold | None = None
    """Keeps the request waiting before it is handled."""

    async def wait(self) -> None:
        """Keep a request waiting as planned."""
        await asyncio.sleep(self.delay)
        if self.hold:
            self.hold.reached.set()
            await self.hold.released.wait()

    def reply(self, now: float) -> Reply:
        """Return the response to a request that fails."""
        if self.status is None:
            return None, None, {}
        if self.status != 429:
            return self.status, {"message": f"{self.status}: planned fault", "code": 0}, {}
        body = {"message": "You are being rate limited.", "retry_after": self.retry_after, "global": self.global_limit}
        headers = {
            "Via": "1.1 local",  # without it discord.py takes a 429 for a Cloudflare ban and does not retry
            "Retry-After": str(self.retry_after),
            "X-RateLimit-Limit": "1",
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset": str(now + self.retry_after),
            "X-RateLimit-Reset-After": str(self.retry_after),
            "X-RateLimit-Bucket": "planned",
            "X-RateLimit-Scope": "global" if self.global_limit else "user",
        }
        if self.global_limit:
            headers["X-RateLimit-Global"] = "true"
        return 429, body, headers


class Faults:
    """The faults that are still to happen, oldest first."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Plan a fault."""
        self._planned.append(fault)

    def pop_match(self, method: str, path: str) -> Fault | None:
        """Return the fault that applies to a request, if there is one, and count it."""
        for fault in self._planned:
            if fault.method == method and fault.path.search(path):
                fault.times -= 1
                if fault.times <= 0:
                    self._planned.remove(fault)
                return fault
        return None
