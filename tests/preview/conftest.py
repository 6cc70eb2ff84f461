"""A local Discord and a small real bot on it; when a test fails, what went over the wire is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tiny_bot import TinyBot, running

from bot.preview.clock import HandClock
from bot.preview.fan import Fan, LocalDiscord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def local() -> AsyncIterator[LocalDiscord]:
    async with LocalDiscord(patience=0.2) as local:
        yield local


@pytest.fixture
async def bot(local: LocalDiscord) -> AsyncIterator[TinyBot]:
    async with running(local) as bot:
        yield bot


@pytest.fixture
def ann(local: LocalDiscord, bot: TinyBot) -> Fan:
    return local.fan("Ann")


@pytest.fixture
def bea(local: LocalDiscord, bot: TinyBot) -> Fan:
    return local.fan("Bea")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: Any, call: Any) -> Generator[None, Any, Any]:
    report = yield
    local = getattr(item, "funcargs", {}).get("local")
    if report.failed and local is not None:
        report.sections.append(("what went over the wire", str(local.transcript)))
    return report
