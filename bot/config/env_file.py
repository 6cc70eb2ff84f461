"""The ``.env`` file: checked, then loaded into the environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dotenv import load_dotenv
from dotenv.parser import parse_stream

from bot.config.settings import NAMES, StartupError

if TYPE_CHECKING:
    from pathlib import Path

    from dotenv.parser import Binding


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
    """Raise :class:`StartupError` with every line that python-dotenv would skip, and every misspelled setting."""
    with file.open(encoding="utf-8") as stream:
        lines = [line for line in parse_stream(stream) if line.error or line.key]
    problems: list[str] = []
    # A line without "=" may be a token that slipped below its name: it is not shown.
    if invalid := [str(_number(line)) for line in lines if line.error or line.value is None]:
        problems.append(f"cannot parse line {', '.join(invalid)}; write NAME=value on one line, without quotes")
    problems += [
        f"line {_number(line)}: {line.key} is not a setting; did you mean {name}?"
        for line in lines
        if not line.error and line.value is not None and (name := _misspelled(line.key or ""))
    ]
    if problems:
        raise StartupError("\n".join(f"{file}: {problem}" for problem in problems))


def _number(line: Binding) -> int:
    """Return the number of a line's first character that is not blank: python-dotenv counts from blank lines on."""
    text = line.original.string
    return line.original.line + text[: len(text) - len(text.lstrip())].count("\n")


def _misspelled(name: str) -> str | None:
    """Return the setting that an unknown name is a slip of: another case, or a letter too many, too few or wrong."""
    if name in NAMES:
        return None
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - most files hold no unknown name

    return next((known for known in NAMES if OSA.distance(name.upper(), known, score_cutoff=1) <= 1), None)
