"""Which of the bot's shards a process has: as listed, or by the number of its pod."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 16_384
"""More than Discord gives any bot; a figure beyond it is a slip."""


def listed(text: str) -> tuple[int, ...]:
    """The shards of a list such as ``0-3,6``. Raises ValueError, which says what is wrong."""
    ids: list[int] = []
    for part in text.split(","):
        spanned = re.fullmatch(r"\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?", part, re.ASCII)
        if not spanned:
            raise ValueError(f"{part.strip()[:60]!r} is no shard; list numbers or ranges, such as 0-3,6")
        first, last = int(spanned[1]), int(spanned[2] or spanned[1])
        if not first <= last < MOST:
            raise ValueError(f"{part.strip()} is no range of shards; it goes from a lower number to a higher one")
        ids.extend(range(first, last + 1))
    if twice := [shard for shard, times in Counter(ids).items() if times > 1]:
        raise ValueError(f"{_named(twice)} listed twice")
    return tuple(ids)


def own(ids: tuple[int, ...] | None, per_pod: int | None, pod: str, count: int | None) -> tuple[int, ...] | None:
    """The shards of this process: those listed, or those of its pod; None for all. Raises ValueError."""
    if ids is None and per_pod is None:
        return None
    if count is None:
        raise ValueError("needs SHARD_COUNT, the number of shards that all processes have together")
    if per_pod is None:
        return _within(ids or (), count)
    if ids is not None:
        raise ValueError("goes without SHARDS_PER_POD, which chooses the shards by the pod's number")
    return _of_pod(pod, per_pod, count)


def _within(ids: tuple[int, ...], count: int) -> tuple[int, ...]:
    if beyond := [shard for shard in ids if shard >= count]:
        raise ValueError(f"{_named(beyond)} beyond SHARD_COUNT={count}, whose shards are numbered 0 to {count - 1}")
    return ids


def _of_pod(name: str, per_pod: int, count: int) -> tuple[int, ...]:
    """The shards of a StatefulSet's pod.

    Pods beyond the last shard begin again with the first: a second set of pods holds a second copy of every shard.
    """
    ordinal = re.search(r"-(\d{1,5})$", name, re.ASCII)
    if not ordinal:
        raise ValueError(f"needs POD_NAME to be a StatefulSet pod's name, such as bot-0, not {name[:60]!r}")
    pods = -(-count // per_pod)
    first = int(ordinal[1]) % pods * per_pod
    return tuple(range(first, min(first + per_pod, count)))


def _named(shards: Sequence[int]) -> str:
    """At most three shards and a verb: "4 and 5 are"."""
    shown = [*map(str, shards[:3]), *(["more"] if len(shards) > 3 else [])]
    return f"{shown[0]} is" if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]} are"
