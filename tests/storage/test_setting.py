"""The setting DATABASE: what is accepted, and that no driver is loaded without it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.config.settings import InvalidSettings, Settings, StartupError
from bot.storage.connect import open_store

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "url",
    ["sqlite:///points.db", "sqlite:////var/lib/bot/points.db", "postgresql://fan:pw@db/fan", "postgres://db:5432/fan"],
)
def test_files_and_servers_are_accepted_and_never_printed(url):
    settings = Settings.from_env({"DATABASE": url})

    assert settings.database == url
    assert url not in repr(settings)


@pytest.mark.parametrize(
    "url",
    ["hunter2", "mysql://fan:hunter2@db/fan", "sqlite:///", "sqlite://hunter2", "postgresql://",
     "postgresql://fan:hunter2@db:port/fan", "postgresql://fan:hunter2@[::1/fan"],
)  # fmt: skip
def test_a_wrong_url_is_one_line_without_the_password(url):
    with pytest.raises(InvalidSettings) as problem:
        Settings.from_env({"DATABASE": url})

    assert str(problem.value).count("DATABASE") == 1
    assert "hunter2" not in str(problem.value)


@pytest.mark.parametrize("url", ["sqlite:///points.db", "postgresql://fan:hunter2@db/fan"])
def test_a_driver_that_is_not_installed_is_named(url, monkeypatch):
    monkeypatch.setattr("bot.storage.connect.find_spec", lambda _name: None)
    with pytest.raises(StartupError, match="install the bot with its extra") as problem:
        open_store(url)

    assert "hunter2" not in str(problem.value)


def test_no_driver_is_loaded_without_the_setting():
    code = "import sys, bot.cli, bot.run, bot.transports.http; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert {"asyncpg", "aiosqlite", "sqlite3"} & set(loaded.stdout.split()) == set()
    assert not [name for name in loaded.stdout.split() if name.startswith("bot.storage")]
