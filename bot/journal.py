"""The log: lines for a console, or JSON for a collector; never what a fan typed, nor who it was."""

from __future__ import annotations

import datetime as dt
import logging
from typing import Any

import discord
import orjson

from bot.ui.reply import TOO_LATE

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
FIELDS = ("command", "locale", "outcome", "ms")
"""What the line of an interaction says, each in a field of its own."""


def keep(level: str, form: str) -> None:
    """Write the log of this process from now on; ``form`` is ``console`` or ``json``."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if form == "json" else logging.Formatter(LINE))
    handler.addFilter(_discreet)
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False  # which no line says
    logging._srcfile = None  # pyright: ignore[reportAttributeAccessIssue, reportPrivateUsage] # nor where in the code it was written: the manual's own advice for speed
    logging.basicConfig(level=level, handlers=[handler])
    # At DEBUG discord.py writes down everything that Discord sends.
    logging.getLogger("discord").setLevel(max(logging.INFO, logging.getLevelNamesMapping()[level]))
    for name in ("discord.client", "discord.state"):
        logging.getLogger(name).setLevel(logging.ERROR)  # it warns of voice and intents, which are not used on purpose


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
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
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
