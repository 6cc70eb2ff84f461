"""Discord's snowflakes as times: whatever happens at Discord carries one, so that no clock but Discord's is needed."""

from __future__ import annotations

EPOCH = 1_420_070_400_000
"""The millisecond since 1970 at which Discord's snowflakes begin."""


def from_ms(milliseconds: int) -> int:
    """The first snowflake of a millisecond since 1970."""
    return milliseconds - EPOCH << 22


def to_ms(snowflake: int) -> int:
    """The millisecond since 1970 at which a snowflake was made."""
    return (snowflake >> 22) + EPOCH


def after(snowflake: int, seconds: float) -> int:
    """A snowflake so many seconds later."""
    return snowflake + (round(seconds * 1000) << 22)
