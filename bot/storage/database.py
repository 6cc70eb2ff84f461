"""The port to a database: connecting on first use, migrations, transactions, and one kind of failure."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from abc import ABC, abstractmethod
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator, Sequence
    from contextlib import AbstractAsyncContextManager

log = logging.getLogger(__name__)

MIGRATIONS = Path(__file__).parent / "migrations"
RETRY_DELAY = 5.0
"""Seconds after a failed connection in which no other one is tried."""
LOG_INTERVAL = 60.0
"""Seconds after a logged failure in which no other one is logged."""
TIMEOUT = 1.5
"""Seconds for connecting, and for a statement; Discord waits three seconds for a response."""

Rows: TypeAlias = "Sequence[Sequence[Any]]"


class StorageUnavailable(Exception):
    """The database cannot be reached, is full, or refuses a statement."""


class Connection(Protocol):
    """Executes statements. ``$1`` is the first value, in PostgreSQL by position and in SQLite by name."""

    async def fetch(self, sql: str, *values: object) -> Rows:
        """Execute one statement and return its rows."""
        ...


class Database(ABC):
    """A database that connects on first use and is migrated then. All methods raise :class:`StorageUnavailable`."""

    errors: tuple[type[Exception], ...] = ()
    """What the driver raises."""
    migration_lock: ClassVar[str] = ""
    """A statement that makes other processes wait until a migration is committed."""

    def __init__(self) -> None:
        self.observer: Callable[[float], None] | None = None
        """Called with the seconds that each statement or transaction took."""
        self._connecting = asyncio.Lock()
        self._is_connected = False
        self._retry_at = self._log_at = 0.0

    async def fetch(self, sql: str, *values: object) -> Rows:
        """Execute one statement, as a transaction of its own, and return its rows."""
        await self.connect()
        with self._watch():
            return await self._fetch(sql, *values)

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[Connection]:
        """Begin a transaction, which is rolled back if an exception leaves the block."""
        await self.connect()
        with self._watch():
            async with self._transaction() as connection:
                yield connection

    async def connect(self) -> None:
        """Connect and migrate, unless that is done. After a failure, the next attempt has to wait a little."""
        if self._is_connected:
            return
        async with self._connecting:
            if self._is_connected:
                return
            if time.monotonic() < self._retry_at:
                raise StorageUnavailable("not connected")
            try:
                with self._watch():
                    await self._connect()
                    await self._migrate()
            except StorageUnavailable:
                self._retry_at = time.monotonic() + RETRY_DELAY
                raise
            self._is_connected = True

    @abstractmethod
    async def close(self) -> None:
        """Disconnect."""

    @abstractmethod
    async def _connect(self) -> None: ...

    @abstractmethod
    async def _fetch(self, sql: str, *values: object) -> Rows: ...

    @abstractmethod
    def _transaction(self) -> AbstractAsyncContextManager[Connection]: ...

    @contextmanager
    def _watch(self) -> Generator[None]:
        """Measure, and turn the errors of the driver into one of ours, with the first line of its message."""
        started = time.perf_counter()
        try:
            yield
        except (*self.errors, OSError, TimeoutError) as error:
            text = str(error).partition("\n")[0]
            reason = f"{type(error).__name__}: {text}" if text else type(error).__name__
            if time.monotonic() >= self._log_at:
                self._log_at = time.monotonic() + LOG_INTERVAL
                log.error("the database cannot be used, so points are not kept: %s", reason)  # noqa: TRY400
            raise StorageUnavailable(reason) from error
        finally:
            if self.observer:
                self.observer(time.perf_counter() - started)

    async def _migrate(self) -> None:
        """Execute the migrations that this database has not seen, in one transaction."""
        async with self._transaction() as connection:
            if self.migration_lock:
                await connection.fetch(self.migration_lock)
            await connection.fetch("CREATE TABLE IF NOT EXISTS migration (number INT PRIMARY KEY)")
            done = {row[0] for row in await connection.fetch("SELECT number FROM migration")}
            for file in sorted(MIGRATIONS.glob("*.sql")):
                number = int(file.name.partition("_")[0])
                if number in done:
                    continue
                for statement in statements(file.read_text(encoding="utf-8")):
                    await connection.fetch(statement)
                await connection.fetch("INSERT INTO migration (number) VALUES ($1)", number)


def statements(script: str) -> list[str]:
    """Split a script into its statements, without comments."""
    text = re.sub(r"--.*", "", script)
    return [statement.strip() for statement in text.split(";") if statement.strip()]
