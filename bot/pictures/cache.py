"""The picture cache: WebP files on disk, named for a digest of what they show, and the most recent ones in memory.

The bot never waits for a picture and never imports the drawing libraries; :mod:`bot.pictures.renderer` draws in a
process of its own. A file name holds a digest of the chart and of the drawing code, so an existing file is always
right, whichever process wrote it, and several processes can share a folder. If the folder is not writable, a
temporary one replaces it until the bot stops. An image of the bot brings its pictures along in :data:`BUNDLED`.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import tempfile
import time
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cachetools import LRUCache

from bot.pictures.renderer import RendererProcess

log = logging.getLogger(__name__)

MAX_FILE_SIZE = 120_000
"""Bytes; larger pictures are not shown."""
MEMORY_LIMIT = 16_000_000
"""Bytes of pictures kept in memory."""
RETRY_AFTER = 600.0
"""Seconds until a picture that could not be drawn is tried again."""

BUNDLED = Path(__file__).parent / "bundled"
"""The folder of the pictures that were drawn when an image was built. It is only read."""


@cache
def renderer_version() -> bytes:
    """Return a digest of the drawing code. It is the same where the drawing libraries are not installed."""
    digest = hashlib.sha256()
    for file in sorted((Path(__file__).parent / "drawing").glob("*.py")):
        digest.update(file.read_bytes())
    return digest.digest()


class Picture(NamedTuple):
    """A picture to draw: what it shows and how it is described."""

    name: str
    """The file name on Discord, without its extension."""
    alt: str
    spec: bytes
    """What to draw: a :class:`bot.pictures.specs.Chart` as JSON."""
    digest: str
    """SHA-256 of ``spec``."""

    @property
    def filename(self) -> str:
        """The file name on Discord."""
        return f"{self.name}.webp"


class PictureState(Enum):
    """Whether the picture of a card is available."""

    READY = "ready"
    """It is sent with the card."""
    MISSING = "missing"
    """It has not been drawn yet."""
    FAILED = "failed"
    """It could not be drawn; the card says so."""


class PictureUnavailable(Exception):
    """A picture could not be drawn; the message says why."""


class PictureCache:
    """The pictures in one folder.

    Close it when done: it may own a running renderer process and a temporary folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self._fallback_dir: tempfile.TemporaryDirectory[str] | None = None
        self._memory_cache: LRUCache[str, bytes] = LRUCache(MEMORY_LIMIT, getsizeof=len)
        self._pending: dict[str, asyncio.Task[bytes]] = {}
        self._retry_times: dict[str, float] = {}
        self._renderer = RendererProcess()

    def path(self, picture: Picture) -> Path:
        """Return the path of the picture's file, whether or not it exists."""
        digest = hashlib.sha256(renderer_version() + picture.digest.encode()).hexdigest()[:32]
        return self.folder / f"{picture.name}-{digest}.webp"

    def lookup(self, picture: Picture) -> tuple[PictureState, bytes]:
        """Return the state of a picture, and its bytes if it is ready. Never draws."""
        cached = self._memory_cache.get(picture.digest)
        if cached:
            return PictureState.READY, cached
        if time.monotonic() < self._retry_times.get(picture.digest, 0):
            return PictureState.FAILED, b""
        name = self.path(picture).name
        folders = [self.folder, BUNDLED, *([Path(self._fallback_dir.name)] if self._fallback_dir else [])]
        webp = next(filter(None, (_read_webp(folder / name) for folder in folders)), b"")
        if not webp:
            return PictureState.MISSING, b""
        if len(webp) > MAX_FILE_SIZE:
            self._mark_failed(picture, f"its {len(webp)} bytes exceed the limit of {MAX_FILE_SIZE}")
            return PictureState.FAILED, b""
        self._memory_cache[picture.digest] = webp
        return PictureState.READY, webp

    async def render(self, picture: Picture) -> bytes:
        """Return the bytes of a picture and draw it first if necessary; raise :class:`PictureUnavailable`.

        Concurrent calls for the same picture share one drawing.
        """
        state, webp = self.lookup(picture)
        if state is PictureState.READY:
            return webp
        if state is PictureState.FAILED:
            raise PictureUnavailable("drawing it failed a short while ago")
        task = self._pending.get(picture.digest)
        if task is None:
            task = asyncio.create_task(self._render(picture), name=f"picture {picture.name}")
            self._pending[picture.digest] = task
            task.add_done_callback(lambda _task: self._pending.pop(picture.digest, None))
        return await asyncio.shield(task)

    async def close(self) -> None:
        """Cancel pending drawings, stop the renderer and remove the temporary folder."""
        for task in [*self._pending.values()]:
            task.cancel()
        await asyncio.gather(*self._pending.values(), return_exceptions=True)
        await self._renderer.close()
        if self._fallback_dir:
            self._fallback_dir.cleanup()

    async def _render(self, picture: Picture) -> bytes:
        folder = self._writable_folder()
        if folder is None:
            self._retry_times[picture.digest] = time.monotonic() + RETRY_AFTER
            raise PictureUnavailable("no folder to draw it in is writable")
        try:
            problem = await self._renderer.draw(folder / self.path(picture).name, picture.spec)
        except OSError as error:
            problem = str(error)
        state, webp = (PictureState.FAILED, b"") if problem else self.lookup(picture)
        if state is not PictureState.READY:
            self._mark_failed(picture, problem or "the renderer wrote no file")
            raise PictureUnavailable(problem)
        return webp

    def _writable_folder(self) -> Path | None:
        """Return the folder in which pictures can be written now."""
        if self._fallback_dir:
            return Path(self._fallback_dir.name)
        try:
            ensure_writable(self.folder)
        except OSError as problem:
            return self._use_fallback_dir(problem)
        return self.folder

    def _use_fallback_dir(self, problem: OSError) -> Path | None:
        advice = "set CACHE to a folder that the bot can write"
        try:
            self._fallback_dir = tempfile.TemporaryDirectory(prefix="pictures-")
        except OSError:
            log.warning("cards are sent without pictures: nowhere to store them (%s); %s", problem, advice)
            return None
        log.warning("pictures are stored only until the bot stops (%s); %s", problem, advice)
        return Path(self._fallback_dir.name)

    def _mark_failed(self, picture: Picture, reason: str) -> None:
        self._retry_times[picture.digest] = time.monotonic() + RETRY_AFTER
        log.error("cannot show picture %s: %s", picture.name, reason)


def ensure_writable(folder: Path) -> None:
    """Create ``folder`` if it is missing and check that files can be created in it. Raises OSError if not."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        pass


def _read_webp(path: Path) -> bytes:
    """Return a complete WebP file, or b"" if it is missing or truncated."""
    try:
        webp = path.read_bytes()
    except OSError:
        return b""
    is_complete = webp[:4] == b"RIFF" and webp[8:12] == b"WEBP" and int.from_bytes(webp[4:8], "little") + 8 == len(webp)
    return webp if is_complete else b""
