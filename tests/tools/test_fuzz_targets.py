"""The doors of ``make fuzz`` again, with what hypothesis makes up: what falls over is made small before it is shown."""

from __future__ import annotations

import logging
import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.fuzz.__main__ import COUNTS, Complaints, doors

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from tools.fuzz.targets import Target

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
async def targets() -> AsyncIterator[dict[str, Target]]:
    async with doors(random.Random(), patience=60) as targets:  # noqa: S311 - no secret
        yield {target.name: target for target in targets}


@pytest.fixture(scope="module", params=COUNTS)
async def target(request: pytest.FixtureRequest, targets: dict[str, Target]) -> AsyncIterator[Target]:
    async with targets[request.param] as target:
        yield target


@pytest.fixture
def complaints() -> Iterator[Complaints]:
    complaints = Complaints()
    logging.getLogger().addHandler(complaints)
    yield complaints
    logging.getLogger().removeHandler(complaints)


reached: list[str] = []
"""The files that this process opens and the hosts that it asks for, while somebody wants to know."""


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("open", "socket.getaddrinfo") and isinstance(arguments[0], str | bytes):
        reached.append(os.fsdecode(arguments[0]))
    elif event == "socket.connect" and isinstance(arguments[1], tuple):
        reached.append(str(arguments[1][0]))


sys.addaudithook(_note)


@settings(max_examples=100)
@given(dice=st.randoms(use_true_random=False))
async def test_nothing_is_let_in_and_nothing_falls_over(target, complaints, dice):
    target.dice = dice

    assert await target.attempt() is None
    assert complaints.heard == []


async def test_no_path_and_no_host_is_made_of_what_somebody_sends(targets):
    dice = random.Random(7)  # noqa: S311 - no secret
    doors = [targets[name] for name in COUNTS if name != "facts files"]
    for _round in ("in which libraries read what they read once", "that counts"):
        reached.clear()
        for door in doors:
            door.dice = dice
            async with door:
                for _ in range(100):
                    await door.attempt()
    asked = {name for name in reached if not name.startswith((str(ROOT), sys.prefix, sys.base_prefix))}

    assert asked <= {"127.0.0.1"}
    assert "127.0.0.1" in asked, "the doors were knocked at"
