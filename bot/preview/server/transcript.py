"""A record of the requests, responses and events between the local Discord and the bot."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_PRINTED = 1_000
"""Characters of a body that are printed."""


@dataclass(slots=True, frozen=True)
class Exchange:
    """A REST request with its response, or an event that was sent to the bot."""

    at: float
    """Seconds since 1970."""
    method: str
    """An HTTP method, or ``DISPATCH`` for an event."""
    path: str
    """The path of the request, or the name of the event."""
    body: Any
    """What the bot sent, as parsed JSON."""
    status: int | None
    """The HTTP status; ``None`` for an event, or if the connection was dropped."""
    response: Any
    """What the bot received, as JSON."""

    def __str__(self) -> str:
        lines = [f"{self.method} {self.path} {self.status or ''}".rstrip()]
        for sign, content in ((">", self.body), ("<", self.response)):
            if content is not None:
                lines.append(f"  {sign} {orjson.dumps(content).decode()[:_MAX_PRINTED]}")
        return "\n".join(lines)


class Transcript:
    """The latest exchanges, oldest first; ``str()`` makes them readable."""

    def __init__(self, max_length: int = 1_000) -> None:
        self._exchanges: deque[Exchange] = deque(maxlen=max_length)

    def add(self, exchange: Exchange) -> None:
        """Add an exchange. The oldest one is dropped if there are too many."""
        self._exchanges.append(exchange)

    def clear(self) -> None:
        """Remove all exchanges."""
        self._exchanges.clear()

    def __iter__(self) -> Iterator[Exchange]:
        return iter(tuple(self._exchanges))

    def __len__(self) -> int:
        return len(self._exchanges)

    def __str__(self) -> str:
        return "\n".join(map(str, self._exchanges))
