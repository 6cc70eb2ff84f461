"""Settings, read once from the environment; every problem at once, in words. The token is never printed."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from bot.config import shards

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")

SHOW = Path(__file__).parents[2] / "data" / "queen_of_tears"
CACHE = Path(__file__).parents[2] / ".cache"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
FORMATS = ("console", "json")
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
    log_format: str = "console"
    preview_port: int = 8080
    cache: Path = CACHE
    """Where files are kept that can be made again; it need not exist, nor be writable."""
    listen: str = "127.0.0.1"
    port: int = 8000
    metrics_port: int | None = None
    shard_count: int | None = None
    shard_ids: tuple[int, ...] | None = None
    """The shards of this process, named or reckoned from the pod; None: all of them."""
    shards_per_pod: int | None = None
    pod_name: str = ""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Settings from variables; an empty one is as good as none. Raises :class:`WrongSettings`."""
        problems: list[str] = []
        values: dict[str, Any] = {
            "discord_token": _read(env, "DISCORD_TOKEN", _token, "", problems),
            "show": _read(env, "SHOW", _folder, SHOW, problems),
            "report_url": _read(env, "REPORT_URL", _url, "", problems),
            "log_level": _read(env, "LOG_LEVEL", _level, "INFO", problems),
            "log_format": _read(env, "LOG_FORMAT", _format, "console", problems),
            "preview_port": _read(env, "PREVIEW_PORT", _port, 8080, problems),
            "cache": _read(env, "CACHE", Path, CACHE, problems),
            "listen": _read(env, "LISTEN", _address, "127.0.0.1", problems),
            "port": _read(env, "PORT", _port, 8000, problems),
            "metrics_port": _read(env, "METRICS_PORT", _port, None, problems),
            "shard_count": _read(env, "SHARD_COUNT", _count, None, problems),
            "shard_ids": _read(env, "SHARD_IDS", shards.listed, None, problems),
            "shards_per_pod": _read(env, "SHARDS_PER_POD", _count, None, problems),
            "pod_name": (env.get("POD_NAME") or env.get("HOSTNAME", "")).strip(),
        }
        values["shard_ids"] = _own_shards(values, problems)
        if problems:
            raise WrongSettings("\n".join(["The settings have problems:", *(f"  {problem}" for problem in problems)]))
        return cls(**values)


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


def _format(text: str) -> str:
    if text.lower() not in FORMATS:
        raise ValueError(f"{text[:60]!r} is neither {' nor '.join(FORMATS)}")
    return text.lower()


def _address(text: str) -> str:
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        raise ValueError(f"{text[:60]!r} is no address to listen on; 0.0.0.0 means every one of this machine") from None


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= shards.MOST:
        raise ValueError(f"{text[:60]!r} is no number of shards; choose a number from 1 to {shards.MOST}")
    return int(text)


def _own_shards(values: Mapping[str, Any], problems: list[str]) -> tuple[int, ...] | None:
    """The shards of this process, from settings that are each right but may not fit together."""
    if any(problem.startswith("SHARD") for problem in problems):
        return None
    ids, per_pod = values["shard_ids"], values["shards_per_pod"]
    try:
        return shards.own(ids, per_pod, values["pod_name"], values["shard_count"])
    except ValueError as problem:
        problems.append(f"{'SHARDS_PER_POD' if ids is None else 'SHARD_IDS'}: {problem}")
        return None


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= 65535:
        raise ValueError(f"{text[:60]!r} is not a port; choose a number from 0 (any free one) to 65535")
    return int(text)
