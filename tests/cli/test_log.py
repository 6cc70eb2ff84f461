"""The log of a running bot: lines of a moment are written together, and none is lost or late when it matters."""

from __future__ import annotations

import asyncio
import io
import logging

import pytest

from bot.operations.logging_setup import Together


@pytest.fixture
def written() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def log(written: io.StringIO) -> logging.Logger:
    handler = Together()
    handler.setStream(written)
    log = logging.Logger("bot")  # noqa: LOG001 - this one is no other test's
    log.addHandler(handler)
    return log


async def test_lines_of_a_moment_are_written_together(log, written):
    log.info("one")
    log.info("two")

    assert written.getvalue() == ""
    async with asyncio.timeout(20):
        while not written.getvalue():  # noqa: ASYNC110 - nothing tells when a stream was written to
            await asyncio.sleep(0.01)
    assert written.getvalue() == "one\ntwo\n"


async def test_a_warning_is_written_at_once_after_what_came_before_it(log, written):
    log.info("one")
    log.warning("mind")

    assert written.getvalue() == "one\nmind\n"


async def test_nothing_is_lost_when_the_process_ends(log, written):
    log.info("one")
    log.handlers[0].flush()

    assert written.getvalue() == "one\n"


def test_without_a_loop_lines_are_written_at_once(log, written):
    log.info("one")

    assert written.getvalue() == "one\n"
