"""Whether a request comes from Discord: Ed25519 over its timestamp and its body as received."""

from __future__ import annotations

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

MAX_CLOCK_SKEW = 300
"""Seconds after which, or before which, a signature is worth nothing: somebody may have kept the request."""


class RequestVerifier:
    """Discord's key for one application."""

    def __init__(self, public_key: str) -> None:
        """Take the key as Discord writes it, in hexadecimal. Raises ValueError if it is none."""
        self._key = VerifyKey(bytes.fromhex(public_key))

    def verify(self, signature: str, timestamp: str, body: bytes, *now: float) -> bool:
        """Whether a request is Discord's and, by one clock at least, of these minutes; ``now`` in seconds since 1970.

        The signature is checked before the age, so that the answer tells nobody which of the two was wrong.
        """
        try:
            self._key.verify(timestamp.encode() + body, bytes.fromhex(signature))
            return any(abs(clock - int(timestamp)) <= MAX_CLOCK_SKEW for clock in now)
        except (BadSignatureError, ValueError):
            return False
