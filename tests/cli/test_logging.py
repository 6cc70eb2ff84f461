"""The log of a running bot: it is written in batches, and a line is neither lost nor late when it matters."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import threading

import pytest

from bot.operations.logging_setup import BufferedStreamHandler, JsonFormatter


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def log(stream: io.StringIO) -> logging.Logger:
    log = logging.Logger("bot")  # noqa: LOG001 - no other test must share it
    log.addHandler(BufferedStreamHandler(stream))
    return log


class Stream(io.StringIO):
    """Sets ``written`` when something is written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.written = asyncio.Event()
        self.calls = 0

    def write(self, text: str) -> int:
        self.calls += 1
        self.written.set()
        return super().write(text)


async def test_lines_that_follow_each_other_closely_are_written_together():
    stream = Stream()
    log = logging.Logger("bot")  # noqa: LOG001 - no other test must share it
    log.addHandler(BufferedStreamHandler(stream))
    log.info("one")
    log.info("two")

    assert stream.getvalue() == ""
    await stream.written.wait()
    assert (stream.getvalue(), stream.calls) == ("one\ntwo\n", 1)


async def test_a_warning_is_written_at_once_after_the_lines_before_it(log, stream):
    log.info("one")
    log.warning("two")

    assert stream.getvalue() == "one\ntwo\n"


async def test_no_line_is_lost_when_the_process_ends(log, stream):
    log.info("one")
    log.handlers[0].flush()

    assert stream.getvalue() == "one\n"


def test_without_an_event_loop_every_line_is_written_at_once(log, stream):
    log.info("one")

    assert stream.getvalue() == "one\n"


async def test_a_line_of_another_thread_takes_its_place_in_the_log(log, stream):
    log.info("one")
    thread = threading.Thread(target=log.info, args=("two",))
    thread.start()
    await asyncio.to_thread(thread.join)
    log.warning("three")

    assert stream.getvalue() == "one\ntwo\nthree\n"


def test_lines_are_written_in_the_event_loop_that_runs_now(log):
    async def log_and_wait(text: str) -> str:
        stream = Stream()
        log.handlers[0].setStream(stream)
        log.info(text)
        await stream.written.wait()
        return stream.getvalue()

    async def log_and_end() -> None:
        log.info("zero")

    asyncio.run(log_and_end())
    assert asyncio.run(log_and_wait("one")) == "one\n"
    assert asyncio.run(log_and_wait("two")) == "two\n"


async def test_a_log_that_cannot_be_written_never_stops_the_bot(log, stream, capsys):
    stream.close()
    log.info("lost")
    log.warning("lost")
    log.warning("%d arguments", "no")

    assert "Logging error" in capsys.readouterr().err


def test_fields_and_traceback_of_a_json_line_are_fields_of_their_own():
    try:
        raise ValueError("x")  # noqa: TRY301 - its traceback is what is tested
    except ValueError as error:
        exc_info = (ValueError, error, error.__traceback__)
    record = logging.LogRecord("bot", logging.ERROR, "", 0, "%(command)s failed", ({"command": "cast"},), exc_info)
    line = json.loads(JsonFormatter().format(record))

    assert (line["level"], line["logger"], line["message"]) == ("ERROR", "bot", "cast failed")
    assert line["command"] == "cast"
    assert line["traceback"].endswith("ValueError: x")
