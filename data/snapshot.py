"""The facts as they were read last time: a bot that starts again need not read and check what has not changed."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec

from data.loader import load
from data.records import Show

SUFFIX = ".facts"


def load_cached(folder: Path, cache: Path) -> Show:
    """What :func:`data.loader.load` gives, from ``cache`` when neither the facts nor this package have changed."""
    kept = cache / (_fingerprint(folder) + SUFFIX)
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.msgpack.decode(kept.read_bytes(), type=Show)
    show = load(folder)
    with suppress(OSError):  # a cache that cannot be written costs time, nothing else
        _keep(kept, msgspec.msgpack.encode(show))
    return show


def _fingerprint(folder: Path) -> str:
    """The facts and the code that reads them, in a few letters."""
    digest = blake2b(digest_size=16)
    for path in [*sorted(folder.rglob("*.toml")), *sorted(Path(__file__).parent.glob("*.py"))]:
        with suppress(OSError):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _keep(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, in place of those that older facts left behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as unfinished:
        unfinished.write(content)
    Path(unfinished.name).replace(path)
    for old in path.parent.glob("*" + SUFFIX):
        if old != path:
            old.unlink(missing_ok=True)
