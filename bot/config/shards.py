"""Which of the bot's shards this process runs: those listed, or those of its StatefulSet pod."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_SHARDS = 16_384
"""More than Discord assigns to any bot; a larger number is a typing error."""


def parse_shards(text: str) -> tuple[int, ...]:
    """Return the shard ids of a list such as ``0-3,6``. Raises ValueError, which says what is wrong."""
    ids: list[int] = []
    for part in text.split(","):
        match = re.fullmatch(r"\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?", part, re.ASCII)
        if not match:
            raise ValueError(f"{part.strip()[:60]!r} is not a shard; list numbers or ranges, such as 0-3,6")
        first, last = int(match[1]), int(match[2] or match[1])
        if not first <= last < MAX_SHARDS:
            raise ValueError(f"{part.strip()} is not a range of shards; write the lower number first, such as 0-3")
        ids.extend(range(first, last + 1))
    if repeated := [shard for shard, count in Counter(ids).items() if count > 1]:
        raise ValueError(f"{_join(repeated)} listed twice")
    return tuple(ids)


def resolve_shards(
    ids: tuple[int, ...] | None, per_pod: int | None, pod_name: str, count: int | None
) -> tuple[int, ...] | None:
    """Return the shard ids of this process, or None for all shards. Raises ValueError if the settings conflict."""
    if ids is None and per_pod is None:
        return None
    if count is None:
        raise ValueError("needs SHARD_COUNT, the total number of shards of all processes")
    if per_pod is None:
        return _check_range(ids or (), count)
    if ids is not None:
        raise ValueError("cannot be combined with SHARDS_PER_POD, which derives the shards from the pod's name")
    return _shards_of_pod(pod_name, per_pod, count)


def _check_range(ids: tuple[int, ...], count: int) -> tuple[int, ...]:
    if beyond := [shard for shard in ids if shard >= count]:
        raise ValueError(f"{_join(beyond)} out of range: SHARD_COUNT={count} means shards 0 to {count - 1}")
    return ids


def _shards_of_pod(name: str, per_pod: int, count: int) -> tuple[int, ...]:
    """Return the shard ids of a StatefulSet's pod.

    Pods after the last shard start again with the first one: twice the pods run every shard twice.
    """
    ordinal = re.search(r"-(\d{1,5})$", name, re.ASCII)
    if not ordinal:
        raise ValueError(f"needs POD_NAME to be the name of a StatefulSet pod, such as bot-0, not {name[:60]!r}")
    pods = -(-count // per_pod)
    first = int(ordinal[1]) % pods * per_pod
    return tuple(range(first, min(first + per_pod, count)))


def _join(shards: Sequence[int]) -> str:
    """Name at most three shards, with a verb: "4 and 5 are"."""
    names = [*map(str, shards[:3]), *(["more"] if len(shards) > 3 else [])]
    return f"{names[0]} is" if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]} are"
