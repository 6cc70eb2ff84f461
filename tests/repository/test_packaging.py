"""The package that an installer gets."""

from __future__ import annotations

import gc
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.processes import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", ["bot", "data"])
def test_every_file_of_the_bot_and_its_facts_is_packaged(folder: str) -> None:
    patterns = ["*.py", "*.pyc", *PROJECT["tool"]["setuptools"]["package-data"]["*"]]
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]

    assert files
    assert [path for path in files if not any(fnmatch(path.name, pattern) for pattern in patterns)] == []


def test_the_installed_script_starts_the_command_line(capsys, monkeypatch) -> None:
    module, _, name = PROJECT["project"]["scripts"]["queen-of-tears-bot"].partition(":")
    monkeypatch.setattr("sys.argv", [str(Path("bin/queen-of-tears-bot")), "--help"])
    with pytest.raises(SystemExit):
        getattr(__import__(module, fromlist=[name]), name)()

    gc.enable()  # the command line switches it off until a bot has started

    assert "usage: queen-of-tears-bot" in capsys.readouterr().out
