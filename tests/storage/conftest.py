"""Stores for the tests: SQLite in a file and in memory, and PostgreSQL where it is installed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bot.storage.connect import open_memory, open_store
from tools.postgres import programs, running_postgres

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from bot.storage.store import Store

KINDS = ("memory", "sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL of the tests' own."""
    folder = programs()
    if folder is None:
        missing = "PostgreSQL is not installed (apt-get install postgresql)"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    with running_postgres(folder) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database that several stores may open."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'points.db'}"
    return await empty(request.getfixturevalue("postgres"))


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """An empty store."""
    if request.param == "memory":
        opened = open_memory()
    elif request.param == "sqlite":
        opened = open_store(f"sqlite:///{tmp_path / 'points.db'}")
    else:
        opened = open_store(await empty(request.getfixturevalue("postgres")))
    yield opened
    await opened.close()


async def empty(url: str) -> str:
    """Drop everything in a PostgreSQL and return its URL."""
    import asyncpg

    connection = await asyncpg.connect(url)
    await connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    await connection.close()
    return url
