"""Verifies that a request comes from Discord: Ed25519 over its timestamp and its body as received."""

from __future__ import annotations

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

MAX_CLOCK_SKEW = 300
"""Seconds between the timestamp and the clock, beyond which a request is refused: it may be a replay."""


class RequestVerifier:
    """Verifies requests with the public key of one application."""

    def __init__(self, public_key: str) -> None:
        """Take the key in hexadecimal, as Discord shows it. Raises ValueError if it is malformed."""
        self._key = VerifyKey(bytes.fromhex(public_key))

    def verify(self, signature: str, timestamp: str, body: bytes, *now: float) -> bool:
        """Whether Discord signed the request and it is recent by any of the clocks ``now``, in seconds since 1970.

        The signature is checked before the age, so that the answer does not tell which of the two was wrong.
        """
        try:
            self._key.verify(timestamp.encode() + body, bytes.fromhex(signature))
            return any(abs(clock - int(timestamp)) <= MAX_CLOCK_SKEW for clock in now)
        except (BadSignatureError, ValueError):
            return False
