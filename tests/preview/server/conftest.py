"""Fixtures: a local Discord with a small real bot. When a test fails, the transcript is printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from bot.preview.server.clock import ManualClock
from tests.openapi import DESCRIPTION
from tests.preview.server.tiny_bot import TinyBot, running
from tests.waiting import PatientDiscord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Generator

    from bot.preview.client.client import LocalDiscord, UserClient


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
async def local() -> AsyncIterator[LocalDiscord]:
    async with PatientDiscord() as local:
        yield local


@pytest.fixture
async def bot(local: LocalDiscord) -> AsyncIterator[TinyBot]:
    async with running(local) as bot:
        yield bot


@pytest.fixture
def ann(local: LocalDiscord, bot: TinyBot) -> UserClient:
    return local.client("Ann")


@pytest.fixture
def bea(local: LocalDiscord, bot: TinyBot) -> UserClient:
    return local.client("Bea")


@pytest.fixture(scope="session")
def described() -> Callable[[str], Draft202012Validator]:
    """Return what checks a value against a named part of Discord's description of its API."""
    if not DESCRIPTION.exists():
        pytest.skip("DISCORD_OPENAPI does not name Discord's description of its API")
    description = json.loads(DESCRIPTION.read_text())
    return lambda name: Draft202012Validator({"$ref": f"#/components/schemas/{name}", **description})


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: Any, call: Any) -> Generator[None, Any, Any]:
    report = yield
    local = getattr(item, "funcargs", {}).get("local")
    if report.failed and local is not None:
        report.sections.append(("transcript", str(local.transcript)))
    return report
