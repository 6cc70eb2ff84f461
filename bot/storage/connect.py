"""Opens the store that DATABASE names, and imports its driver only then."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from bot.config.settings import StartupError
from bot.storage.store import Store

SQLITE = "sqlite:///"


def open_store(url: str) -> Store:
    """Return the store at a valid URL; it connects on first use. Raises StartupError if its driver is missing."""
    if url.startswith(SQLITE):
        _require("aiosqlite", "sqlite")
        from bot.storage.sqlite import SqliteFile  # noqa: PLC0415

        return Store(SqliteFile(Path(url.removeprefix(SQLITE))))
    _require("asyncpg", "postgresql")
    from bot.storage.postgresql import PostgreSql  # noqa: PLC0415

    return Store(PostgreSql(url))


def open_memory() -> Store:
    """Return a store that ends with the process."""
    from bot.storage.sqlite import SqliteMemory  # noqa: PLC0415

    return Store(SqliteMemory())


def _require(package: str, extra: str) -> None:
    if not find_spec(package):
        raise StartupError(f"DATABASE needs the package {package}: install the bot with its extra '{extra}'")
