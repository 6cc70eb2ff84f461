"""What went over the wire, kept for whoever wonders; and faults that break it on demand."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_SHOWN = 1_000
"""Characters of a body that the printed transcript shows."""


@dataclass(slots=True, frozen=True)
class Exchange:
    """One REST request with its response, or one event that was sent to the bot."""

    at: float
    """Seconds since 1970."""
    method: str
    """An HTTP method, or ``DISPATCH`` for an event."""
    path: str
    """The route asked for, or the event's name."""
    body: Any
    """What the bot sent, as parsed JSON."""
    status: int | None
    """The HTTP status; ``None`` if the connection was dropped, or for an event."""
    response: Any
    """What the bot got, as JSON; for an event its payload."""

    def __str__(self) -> str:
        lines = [f"{self.method} {self.path} {self.status or ''}".rstrip()]
        for sign, content in ((">", self.body), ("<", self.response)):
            if content is not None:
                lines.append(f"  {sign} {orjson.dumps(content).decode()[:_SHOWN]}")
        return "\n".join(lines)


class Transcript:
    """The latest exchanges, oldest first. Print it to read it."""

    def __init__(self, length: int = 1_000) -> None:
        self._exchanges: deque[Exchange] = deque(maxlen=length)

    def add(self, exchange: Exchange) -> None:
        """Keep an exchange, at the cost of the oldest one when there are many."""
        self._exchanges.append(exchange)

    def clear(self) -> None:
        """Forget everything so far."""
        self._exchanges.clear()

    def __iter__(self) -> Iterator[Exchange]:
        return iter(tuple(self._exchanges))

    def __len__(self) -> int:
        return len(self._exchanges)

    def __str__(self) -> str:
        return "\n".join(map(str, self._exchanges))


@dataclass(slots=True)
class Fault:
    """How REST will fail the next requests of one kind."""

    method: str
    path: re.Pattern[str]
    """Searched for in the request's path."""
    times: int
    status: int | None
    """429, 500, 502 …; ``None`` drops the connection without a word; 0 answers what there is to answer."""
    retry_after: float = 0
    """Seconds; only said with 429."""
    everywhere: bool = False
    """Whether a 429 is said to be for every route."""
    obeyed: bool = False
    """Whether the request is acted upon nevertheless, so that only the answer fails."""
    late: float = 0
    """Seconds before anything happens."""


class Faults:
    """The faults still to come, oldest first."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []

    def plan(self, fault: Fault) -> None:
        """Let a fault happen from now on, as often as it says."""
        self._planned.append(fault)

    def strike(self, method: str, path: str) -> Fault | None:
        """Return the fault that hits this request, if any does, and count it."""
        for fault in self._planned:
            if fault.method == method and fault.path.search(path):
                fault.times -= 1
                if fault.times <= 0:
                    self._planned.remove(fault)
                return fault
        return None
