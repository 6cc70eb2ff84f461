"""``make`` sets the bot up, again where that is needed, and says what went wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from typing import TYPE_CHECKING

import pytest

from tests.processes import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that needs no packages, with a ``.venv`` that has lost pip; setting one up takes long."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "requirements.txt").touch()
    venv.create(folder / ".venv", symlinks=True, with_pip=False)
    (folder / ".venv" / ".run").touch()
    return folder


def make(checkout: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "setup", f"PYTHON={sys.executable}"], cwd=checkout, capture_output=True, text=True, check=False,  # noqa: S607
        env={"PATH": os.environ["PATH"], **environment},
    )  # fmt: skip


def test_a_virtual_environment_of_another_python_is_set_up_again(checkout: Path):
    left = checkout / ".venv" / "lib" / "python3.1"
    left.mkdir()

    assert make(checkout).returncode == 0
    subprocess.run([checkout / ".venv/bin/python", "-c", "import pip"], check=True)
    assert not left.exists()
    assert "venv" not in make(checkout).stdout


def test_packages_that_cannot_be_fetched_are_explained_in_one_sentence(checkout: Path):
    (checkout / ".venv/.run").unlink(missing_ok=True)
    (checkout / "requirements.txt").write_text(f"aiohttp==3.11.0 --hash=sha256:{'0' * 64}\n")
    ended = make(checkout, PIP_INDEX_URL="http://127.0.0.1:9/", PIP_CONFIG_FILE=os.devnull, PIP_RETRIES="0")

    assert ended.returncode != 0
    assert "The packages could not be installed: pip says above why." in ended.stderr
    assert not (checkout / ".venv/.run").exists()
