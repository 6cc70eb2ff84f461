"""Settings, read once from the environment; every problem at once, in words. The token is never printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")

SHOW = Path(__file__).parent.parent / "data" / "queen_of_tears"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
TOKEN = re.compile(r"[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}", re.ASCII)


class WrongSettings(Exception):
    """The settings cannot be used; the message holds all that is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can set; each field is a variable of the same name, documented in ``.env.example``."""

    discord_token: str = field(default="", repr=False)
    show: Path = SHOW
    report_url: str = ""
    log_level: str = "INFO"
    preview_port: int = 8080

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Settings from variables; an empty one is as good as none. Raises :class:`WrongSettings`."""
        problems: list[str] = []
        values = {
            "discord_token": _read(env, "DISCORD_TOKEN", _token, "", problems),
            "show": _read(env, "SHOW", _folder, SHOW, problems),
            "report_url": _read(env, "REPORT_URL", _url, "", problems),
            "log_level": _read(env, "LOG_LEVEL", _level, "INFO", problems),
            "preview_port": _read(env, "PREVIEW_PORT", _port, 8080, problems),
        }
        if problems:
            raise WrongSettings("\n".join(["The settings have problems:", *(f"  {problem}" for problem in problems)]))
        return cls(**values)  # type: ignore[arg-type] - each reader gives its field's type


def _read(env: Mapping[str, str], name: str, read: Callable[[str], T], default: T, problems: list[str]) -> T:
    text = env.get(name, "").strip()
    try:
        return read(text) if text else default
    except ValueError as problem:
        problems.append(f"{name}: {problem}")
        return default


def _token(text: str) -> str:
    if not TOKEN.fullmatch(text):
        raise ValueError("is not a bot token; copy it whole from the Bot page of your application, without quotes")
    return text


def _folder(text: str) -> Path:
    folder = Path(text)
    if not folder.is_dir():
        raise ValueError(f"there is no folder {text!r}; name one that holds a show's .toml files")
    return folder


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\S*", text) or len(text) > 512:
        raise ValueError(f"{text[:60]!r} is not a web address; it starts with https:// and has at most 512 characters")
    return text


def _level(text: str) -> str:
    if text.upper() not in LEVELS:
        raise ValueError(f"{text[:60]!r} is none of {', '.join(LEVELS)}")
    return text.upper()


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= 65535:
        raise ValueError(f"{text[:60]!r} is not a port; choose a number from 0 (any free one) to 65535")
    return int(text)
