"""The ``.env`` file: checked, then loaded into the environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dotenv import load_dotenv
from dotenv.parser import parse_stream

from bot.config.settings import StartupError

if TYPE_CHECKING:
    from pathlib import Path


def load_env_file(file: Path) -> None:
    """Add the variables of ``file`` to the environment, whose own variables win; a missing file is fine.

    Raises :class:`StartupError` if the file cannot be read.
    """
    try:
        check_dotenv(file)
        load_dotenv(file, override=False)
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError) as error:
        raise StartupError(f"{file} cannot be read ({error}); fix or remove it") from error


def check_dotenv(file: Path) -> None:
    """Raise :class:`StartupError` with the numbers of lines that python-dotenv would skip with a warning."""
    with file.open(encoding="utf-8") as stream:
        invalid = [str(line.original.line) for line in parse_stream(stream) if line.error]
    if invalid:
        raise StartupError(f"{file}: cannot parse line {', '.join(invalid)}; write NAME=value, without quotes")
