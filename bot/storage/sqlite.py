"""SQLite, in a file that several processes of one computer may share, or in the memory of this process."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from bot.storage.database import TIMEOUT, Database

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    import aiosqlite

    from bot.storage.database import Connection, Rows

_BUSY_DELAY = 0.02
"""Seconds."""
PRAGMAS = (
    "PRAGMA journal_mode = WAL",  # a process that writes does not keep others from reading
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
)


class _Sqlite(Database):
    """One connection, on which transactions wait for each other."""

    errors = (sqlite3.Error,)

    def __init__(self) -> None:
        super().__init__()
        self._lock = asyncio.Lock()

    async def _fetch(self, sql: str, *values: object) -> Rows:
        async with self._lock:
            return await self.execute(sql, values)

    @asynccontextmanager
    async def _transaction(self) -> AsyncGenerator[Connection]:
        async with self._lock:
            try:
                await self.execute("BEGIN IMMEDIATE")
                yield _Open(self)
                await self.execute("COMMIT")
            except BaseException:
                with suppress(*self.errors):  # a full disk has ended the transaction already
                    await self.execute("ROLLBACK")
                raise

    async def execute(self, sql: str, values: tuple[object, ...] = ()) -> Rows:
        """Execute a statement on the connection, which the caller has to itself."""
        raise NotImplementedError


class _Open:
    """The connection within a transaction."""

    def __init__(self, database: _Sqlite) -> None:
        self._database = database

    async def fetch(self, sql: str, *values: object) -> Rows:
        return await self._database.execute(sql, values)


class SqliteFile(_Sqlite):
    """A file, read and written in a thread. Only its owner may read it."""

    errors = (sqlite3.Error, ValueError)  # aiosqlite's word for a connection that is closed

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._connection: aiosqlite.Connection | None = None

    async def _connect(self) -> None:
        import aiosqlite  # noqa: PLC0415 - the database in memory does not need it

        await self.close()  # what is left of a failed attempt
        os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
        self._connection = await aiosqlite.connect(self._path, timeout=TIMEOUT, isolation_level=None)
        for pragma in PRAGMAS:
            await self._set(pragma)

    async def _set(self, pragma: str) -> None:
        """Set an option. SQLite itself does not wait while another process changes the journal of a new file."""
        async with asyncio.timeout(TIMEOUT):
            while True:
                try:
                    await self.execute(pragma)
                except sqlite3.OperationalError as error:
                    if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                        raise
                    await asyncio.sleep(_BUSY_DELAY)
                else:
                    break

    async def execute(self, sql: str, values: tuple[object, ...] = ()) -> Rows:
        """Execute a statement in the thread of the connection."""
        assert self._connection  # noqa: S101 - it is connected first
        return list(await self._connection.execute_fetchall(sql, _named(values)))

    async def close(self) -> None:
        """Close the file."""
        if self._connection:
            await self._connection.close()


class SqliteMemory(_Sqlite):
    """A database that ends with the process. Its statements take microseconds, so it needs no thread."""

    async def _connect(self) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        await self.execute("PRAGMA foreign_keys = ON")

    async def execute(self, sql: str, values: tuple[object, ...] = ()) -> Rows:
        """Execute a statement at once."""
        return self._connection.execute(sql, _named(values)).fetchall()

    async def close(self) -> None:
        """Forget everything."""


def _named(values: tuple[object, ...]) -> dict[str, object]:
    return {str(number): value for number, value in enumerate(values, 1)}
