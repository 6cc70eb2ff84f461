"""Settings, read once from environment variables. All problems are reported together; the token is never printed.

Own code because of the start-up time: pydantic-settings takes 95 ms and 14 MB to import, environs 50 ms and 4 MB.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from bot.config.shards import MAX_SHARDS, parse_shards, resolve_shards

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")

ROOT = Path(__file__).parents[2]
SHOW = ROOT / "data" / "queen_of_tears"
CACHE = ROOT / ".cache"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LOG_FORMATS = ("console", "json")
TOKEN_PATTERN = re.compile(r"[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}", re.ASCII)


class StartupError(Exception):
    """Something that the operator can fix; the message says how."""


class InvalidSettings(StartupError):
    """The settings are invalid; the message lists every problem and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can set. Each field is an environment variable of the same name; see ``.env.example``."""

    discord_token: str = field(default="", repr=False)
    show: Path = SHOW
    report_url: str = ""
    database: str = field(default="", repr=False)
    """Where points are kept: a URL that may hold a password. Empty: nowhere."""
    log_level: str = "INFO"
    log_format: str = "console"
    preview_port: int = 8080
    cache: Path = CACHE
    """A folder for generated files; it may be missing or read-only."""
    listen: str = "127.0.0.1"
    port: int = 8000
    metrics_port: int | None = None
    shard_count: int | None = None
    shard_ids: tuple[int, ...] | None = None
    """The shards of this process, as listed or derived from the pod's name; None for all."""
    shards_per_pod: int | None = None
    pod_name: str = ""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Return the settings in ``env``; empty variables count as unset. Raises :class:`InvalidSettings`."""
        problems: list[str] = []
        values: dict[str, Any] = {
            "discord_token": _read(env, "DISCORD_TOKEN", _token, "", problems),
            "show": _read(env, "SHOW", _folder, SHOW, problems),
            "report_url": _read(env, "REPORT_URL", _url, "", problems),
            "database": _read(env, "DATABASE", _database, "", problems),
            "log_level": _read(env, "LOG_LEVEL", _level, "INFO", problems),
            "log_format": _read(env, "LOG_FORMAT", _format, "console", problems),
            "preview_port": _read(env, "PREVIEW_PORT", parse_port, 8080, problems),
            "cache": _read(env, "CACHE", _path, CACHE, problems),
            "listen": _read(env, "LISTEN", _address, "127.0.0.1", problems),
            "port": _read(env, "PORT", parse_port, 8000, problems),
            "metrics_port": _read(env, "METRICS_PORT", parse_port, None, problems),
            "shard_count": _read(env, "SHARD_COUNT", _count, None, problems),
            "shard_ids": _read(env, "SHARD_IDS", parse_shards, None, problems),
            "shards_per_pod": _read(env, "SHARDS_PER_POD", _count, None, problems),
            "pod_name": (env.get("POD_NAME") or env.get("HOSTNAME", "")).strip(),
        }
        values["shard_ids"] = _shard_ids(values, problems)
        if problems:
            raise InvalidSettings("\n".join(["The settings have problems:", *(f"  {problem}" for problem in problems)]))
        return cls(**values)


NAMES = frozenset(field.name.upper() for field in fields(Settings))
"""The environment variables that are settings."""


def _read(env: Mapping[str, str], name: str, parse: Callable[[str], T], default: T, problems: list[str]) -> T:
    """Return a variable's parsed value or its default; add what is wrong with it to ``problems``."""
    text = env.get(name, "").strip()
    try:
        return parse(text) if text else default
    except ValueError as problem:
        problems.append(f"{name}: {problem}")
        return default


def _token(text: str) -> str:
    if not TOKEN_PATTERN.fullmatch(text):
        raise ValueError("is not a bot token; copy all of it from the Bot page of your application, without quotes")
    return text


def _path(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise ValueError(f"{text!r} names no home folder; write the whole path") from None


def _folder(text: str) -> Path:
    folder = _path(text)
    if not folder.is_dir():
        raise ValueError(f"folder {text!r} does not exist; set a folder that holds a show's .toml files")
    return folder


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\S*", text) or len(text) > 512:
        raise ValueError(f"{text[:60]!r} is not a URL; it must start with https:// and have at most 512 characters")
    return text


def _database(text: str) -> str:
    scheme, _, rest = text.partition("://")
    try:
        is_valid = scheme in ("postgresql", "postgres") and bool(rest) and urlsplit(text).port != 0
    except ValueError:  # no number, or half an IPv6 address
        is_valid = False
    if not is_valid and not re.fullmatch(r"sqlite:///.+", text):
        # The text is not shown: it may hold a password.
        raise ValueError("is not a database; write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME")
    return text


def _level(text: str) -> str:
    if text.upper() not in LOG_LEVELS:
        raise ValueError(f"{text[:60]!r} is not a log level; choose {', '.join(LOG_LEVELS)}")
    return text.upper()


def _format(text: str) -> str:
    if text.lower() not in LOG_FORMATS:
        raise ValueError(f"{text[:60]!r} is not a log format; choose {' or '.join(LOG_FORMATS)}")
    return text.lower()


def _address(text: str) -> str:
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        raise ValueError(f"{text[:60]!r} is not a valid listen address; 0.0.0.0 means all interfaces") from None


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MAX_SHARDS:
        raise ValueError(f"{text[:60]!r} is not a number of shards; choose one from 1 to {MAX_SHARDS}")
    return int(text)


def _shard_ids(values: Mapping[str, Any], problems: list[str]) -> tuple[int, ...] | None:
    """Return the shards of this process; the settings are valid one by one but may conflict."""
    if any(problem.startswith("SHARD") for problem in problems):
        return None
    ids, per_pod = values["shard_ids"], values["shards_per_pod"]
    try:
        return resolve_shards(ids, per_pod, values["pod_name"], values["shard_count"])
    except ValueError as problem:
        problems.append(f"{'SHARDS_PER_POD' if ids is None else 'SHARD_IDS'}: {problem}")
        return None


def parse_port(text: str) -> int:
    """Return a port. Raises ValueError, which says what is wrong."""
    if not text.isdecimal() or not 0 <= int(text) <= 65535:
        raise ValueError(f"{text[:60]!r} is not a port; choose a number from 0 (any free port) to 65535")
    return int(text)
