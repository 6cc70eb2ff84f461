"""How long a bot that was told to stop waits for what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class ShutdownTimeouts:
    """Seconds; on the gateway they are less than two in all."""

    receive: float = 0.1
    """To read what Discord has already sent."""
    finish: float = 1.0
    """To answer that."""
    disconnect: float = 0.3
    """To close the shards."""
    finish_late: float = 0.3
    """To answer what arrived while the shards were closing."""
    drain: float = 2.0
    """Until the endpoint takes no more requests: load balancers notice meanwhile that it is not ready."""
    finish_requests: float = 1.5
    """To send what the endpoint answers through the callback route."""


SHUTDOWN = ShutdownTimeouts()
