"""Commands that run in the process of the tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bot.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str]]:
    """Return what runs a command in this process, in an empty folder, and returns the exit code and the output."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "environ", os.environ.copy())

    def here(*arguments: str, **settings: object) -> tuple[int, str]:
        os.environ.update({name: str(value) for name, value in settings.items()})
        code = main(arguments)
        return code, "".join(capsys.readouterr())

    return here
