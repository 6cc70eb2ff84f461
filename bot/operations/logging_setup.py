"""The log: lines for a console, or JSON for a collector; never what a fan typed, nor who it was."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from contextlib import nullcontext
from typing import Any, TextIO

import discord
import orjson

from bot.interactions.responder import TOO_LATE

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
MOMENT = 0.2
"""Seconds that a line may wait for others."""


def keep(level: str, form: str) -> None:
    """Write the log of this process from now on; ``form`` is ``console`` or ``json``."""
    handler = Together()
    handler.setFormatter(JsonLines() if form == "json" else logging.Formatter(LINE))
    handler.addFilter(_discreet)
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False  # which no line says
    logging._srcfile = None  # pyright: ignore[reportAttributeAccessIssue, reportPrivateUsage] # nor where in the code it was written: the manual's own advice for speed
    logging.basicConfig(level=level, handlers=[handler])
    # At DEBUG discord.py writes down everything that Discord sends.
    logging.getLogger("discord").setLevel(max(logging.INFO, logging.getLevelNamesMapping()[level]))
    for name in ("discord.client", "discord.state"):
        logging.getLogger(name).setLevel(logging.ERROR)  # it warns of voice and intents, which are not used on purpose


class Together(logging.StreamHandler[TextIO]):
    """Writes the lines of a moment together, which spares a busy bot much; what is urgent, at once."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._timer: asyncio.TimerHandle | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Take a line."""
        self._lines.append(self.format(record) + self.terminator)
        if record.levelno >= logging.WARNING:
            self.flush()
        elif self._timer is None:
            try:
                self._timer = asyncio.get_running_loop().call_later(MOMENT, self.flush)
            except RuntimeError:  # no loop runs here
                self.flush()

    def flush(self) -> None:
        """Write what waits; called at the end of the process, too."""
        with self.lock or nullcontext():
            if self._timer:
                self._timer.cancel()
            self._timer = None
            lines, self._lines = self._lines, []
            self.stream.write("".join(lines))
            super().flush()


class JsonLines(logging.Formatter):
    """One object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record."""
        line: dict[str, Any] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if isinstance(record.args, dict):  # the line of an interaction says each thing in a field of its own, too
            line |= record.args
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return orjson.dumps(line).decode()


def _discreet(record: logging.LogRecord) -> bool:
    """Take the person's id out of the one line in which discord.py writes it: of suggestions that failed."""
    if record.name == "discord.app_commands.tree" and isinstance(record.args, tuple) and len(record.args) == 3:
        failure = record.exc_info[1] if record.exc_info else None
        if isinstance(failure, discord.HTTPException) and failure.code in TOO_LATE:
            return False
        record.msg, record.args = "the suggestions of %r failed", record.args[:1]
    return True
