"""PostgreSQL, which any number of processes share."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from bot.storage.database import TIMEOUT, Database

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from bot.storage.database import Connection, Rows

MAX_CONNECTIONS = 5


class PostgreSql(Database):
    """A small pool of connections, which come back by themselves when the server does."""

    migration_lock = "SELECT pg_advisory_xact_lock(hashtext('fan bot migrations'))"

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self._pool: Any = None

    async def _connect(self) -> None:
        await self.close()  # what is left of a failed attempt
        import asyncpg  # noqa: PLC0415 # pyright: ignore[reportMissingTypeStubs] - it takes 13 ms, and a start none

        self.errors = (asyncpg.PostgresError, asyncpg.InterfaceError)
        create_pool: Any = asyncpg.create_pool  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        self._pool = await create_pool(
            self._url, min_size=1, max_size=MAX_CONNECTIONS, timeout=TIMEOUT, command_timeout=TIMEOUT
        )

    async def _fetch(self, sql: str, *values: object) -> Rows:
        return await self._pool.fetch(sql, *values)

    @asynccontextmanager
    async def _transaction(self) -> AsyncGenerator[Connection]:
        async with self._pool.acquire(timeout=TIMEOUT) as connection, connection.transaction():
            yield connection

    async def close(self) -> None:
        """Close all connections at once."""
        if self._pool:
            self._pool.terminate()
