"""The facts as they were read last time, so that a bot that starts again need not read and check them."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import structs

from data.records import Show, Translations

SUFFIX = ".facts"


class _Snapshot(msgspec.Struct):
    """What a file of the cache holds: each language by itself, so that it is decoded when a reader first needs it."""

    show: Show
    translations: dict[str, msgspec.Raw]


def load_cached(folder: Path, cache: Path) -> Show:
    """Return what :func:`data.loader.load` returns, from ``cache`` while neither the facts nor this package change."""
    path = cache / (digest_of_files((folder, "**/*.toml"), (Path(__file__).parent, "*.py")) + SUFFIX)
    with suppress(OSError, msgspec.DecodeError):
        snapshot = msgspec.msgpack.decode(path.read_bytes(), type=_Snapshot)
        return structs.replace(snapshot.show, translations=Translations(snapshot.show, snapshot.translations))
    from data.loader import Loader  # noqa: PLC0415 - most starts find a snapshot

    show = Loader(folder).load()
    store(path, msgspec.msgpack.encode(_snapshot(show)))
    return show


def store(path: Path, content: bytes) -> None:
    """Keep a file in the cache in place of older ones with its suffix. If it cannot be written, nothing happens."""
    with suppress(OSError):  # a cache that cannot be written costs time, nothing else
        _replace(path, content)


def _snapshot(show: Show) -> _Snapshot:
    """Return the show for a file, with the publishers and sources that all languages share in one place only."""
    translations: dict[str, msgspec.Raw] = {}
    for language, other in show.translations.items():
        named = {key: one for key, one in other.publishers.items() if one != show.publishers[key]}
        own = structs.replace(other, publishers=named, sources={})
        translations[language] = msgspec.Raw(msgspec.msgpack.encode(own))
    return _Snapshot(structs.replace(show, translations={}), translations)


def digest_of_files(*patterns: tuple[Path, str], start: bytes = b"") -> str:
    """Return a digest of ``start`` and of all files that match a pattern: their paths, sizes and times of change."""
    digest = blake2b(start, digest_size=16)
    for root, pattern in patterns:
        for path in sorted(root.glob(pattern)):
            with suppress(OSError):
                state = path.stat()
                digest.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _replace(path: Path, content: bytes) -> None:
    """Write a snapshot as a whole or not at all, and remove those of older facts."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    for old in path.parent.glob("*" + path.suffix):
        if old != path:
            old.unlink(missing_ok=True)
