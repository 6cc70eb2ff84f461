"""The drawn pictures: kept on disk by what is in them, drawn by a process of their own when they are missing.

The bot never waits for one and never imports the drawing libraries. A file is named for the digest of its job and of
the drawing itself, so what is there is right, whoever drew it, and copies of the bot may share a folder. Where that
folder cannot be written, a temporary one takes its place for as long as the bot runs.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import sys
import tempfile
import time
from collections import OrderedDict
from contextlib import suppress
from enum import Enum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from bot.pictures.specs import Outcome

if TYPE_CHECKING:
    from asyncio.subprocess import Process

log = logging.getLogger(__name__)

LARGEST = 150_000
"""Bytes of a picture that is shown."""
IN_MEMORY = 16_000_000
"""Bytes of pictures that are kept at hand."""
PATIENCE = 60.0
"""Seconds that one picture may take, the start of the drawer included."""
TRIES = 2
"""How often a drawing process that ends meanwhile is given another try."""
LINGER = 20.0
"""Seconds for which the drawer stays when there is nothing to draw."""
REST = 600.0
"""Seconds until a picture that could not be drawn is tried again."""
HALF_DONE = 3600.0
"""Age in seconds from which a file that a drawer left half written is cleared away."""

FONTS = ("noto-cjk-sans-jp-regular", "noto-cjk-sans-jp-bold", "fontpkg-sarabun")

_SIGNATURE, _END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB\x60\x82"


@cache
def edition() -> bytes:
    """What tells one way of drawing from another: the code and the versions of what it draws with."""
    from importlib import metadata  # noqa: PLC0415 - the start does not pay for it

    found = hashlib.sha256()
    for file in sorted((Path(__file__).parent / "drawing").glob("*.py")):
        found.update(file.read_bytes())
    for package in ("matplotlib", "pillow", "pygraphviz", *FONTS):
        with suppress(metadata.PackageNotFoundError):  # then the drawer will say so
            found.update(metadata.version(package).encode())
    return found.digest()


class Picture(NamedTuple):
    """A picture before it is drawn."""

    name: str
    """Of the file, as Discord shows it."""
    alt: str
    job: bytes
    """What is drawn: a :class:`bot.pictures.specs.Job` as JSON."""
    digest: str
    """Of the job."""
    spoiler: bool = False

    @property
    def filename(self) -> str:
        """What the file is called on Discord."""
        return f"{self.name}.png"


class Drawn(Enum):
    """Whether a card's picture is there."""

    YES = "yes"
    """It is sent along."""
    LATER = "later"
    """It is being drawn, and put in when it is ready; until then the card is the same without it."""
    NO = "no"
    """It cannot be had; the card says so."""


class NotDrawn(Exception):
    """A picture cannot be had; the message says why."""


class Pictures:
    """The pictures in one folder. Close it when done: it may have a drawer running, and a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self._aside: tempfile.TemporaryDirectory[str] | None = None
        self._at_hand: OrderedDict[str, bytes] = OrderedDict()
        self._under_way: dict[str, asyncio.Task[bytes]] = {}
        self._failed: dict[str, float] = {}
        self._drawer = _Drawer()

    def place(self, picture: Picture) -> Path:
        """Where the file of a picture is, or will be."""
        digest = hashlib.sha256(edition() + picture.digest.encode()).hexdigest()[:32]
        return self.folder / f"{picture.name}-{digest}.png"

    def shown(self, picture: Picture) -> tuple[Drawn, bytes]:
        """The picture, if it is there; if not, whether it can be expected. Never waits for a drawing."""
        known = self._at_hand.get(picture.digest)
        if known:
            self._at_hand.move_to_end(picture.digest)
            return Drawn.YES, known
        if time.monotonic() < self._failed.get(picture.digest, 0):
            return Drawn.NO, b""
        png = _whole(self.place(picture))
        if not png and self._aside:
            png = _whole(Path(self._aside.name, self.place(picture).name))
        if not png:
            return Drawn.LATER, b""
        if len(png) > LARGEST:
            self._give_up(picture, f"{len(png)} bytes are too many")
            return Drawn.NO, b""
        self._keep(picture, png)
        return Drawn.YES, png

    async def drawn(self, picture: Picture) -> bytes:
        """The picture, drawn if it has to be; raises :class:`NotDrawn`. Whoever asks meanwhile waits for the same."""
        drawn, png = self.shown(picture)
        if drawn is Drawn.YES:
            return png
        if drawn is Drawn.NO:
            raise NotDrawn("it could not be drawn a short while ago")
        task = self._under_way.get(picture.digest)
        if task is None:
            task = asyncio.create_task(self._draw(picture), name=f"picture {picture.name}")
            self._under_way[picture.digest] = task
            task.add_done_callback(lambda _task: self._under_way.pop(picture.digest, None))
        return await asyncio.shield(task)

    async def close(self) -> None:
        """End the drawer and what waits for it."""
        for task in [*self._under_way.values()]:
            task.cancel()
        await asyncio.gather(*self._under_way.values(), return_exceptions=True)
        await self._drawer.close()
        if self._aside:
            self._aside.cleanup()

    async def _draw(self, picture: Picture) -> bytes:
        folder = self._drawing_folder()
        if folder is None:
            self._failed[picture.digest] = time.monotonic() + REST
            raise NotDrawn("there is no folder to draw it in")
        try:
            problem = await self._drawer.draw(folder / self.place(picture).name, picture.job)
        except OSError as error:
            problem = str(error)
        drawn, png = (Drawn.NO, b"") if problem else self.shown(picture)
        if drawn is not Drawn.YES:
            self._give_up(picture, problem or "the file is not there")
            raise NotDrawn(problem)
        return png

    def _drawing_folder(self) -> Path | None:
        """Where a picture can be put now."""
        if self._aside:
            return Path(self._aside.name)
        try:
            make_ready(self.folder)
        except OSError as problem:
            return self._go_aside(problem)
        return self.folder

    def _go_aside(self, problem: OSError) -> Path | None:
        mend = "let CACHE name a folder that the bot may write"
        try:
            self._aside = tempfile.TemporaryDirectory(prefix="pictures-")
        except OSError:
            log.warning("cards come without pictures, which cannot be kept anywhere (%s); %s", problem, mend)
            return None
        log.warning("pictures are kept only until the bot stops (%s); %s", problem, mend)
        return Path(self._aside.name)

    def _give_up(self, picture: Picture, why: str) -> None:
        self._failed[picture.digest] = time.monotonic() + REST
        log.error("the picture %s cannot be shown: %s", picture.name, why)

    def _keep(self, picture: Picture, png: bytes) -> None:
        self._at_hand[picture.digest] = png
        while sum(map(len, self._at_hand.values())) > IN_MEMORY:
            self._at_hand.popitem(last=False)


def make_ready(folder: Path) -> None:
    """Make a folder that pictures can be put into. Raises OSError where that is not possible."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        pass


def _whole(path: Path) -> bytes:
    """A finished PNG; b"" when there is none, or when it was cut short."""
    try:
        png = path.read_bytes()
    except OSError:
        return b""
    return png if png.startswith(_SIGNATURE) and png.endswith(_END) else b""


class _Drawer:
    """The drawing process: started when there is something to draw, ended when there has not been for a while."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._turn = asyncio.Lock()
        self._leaving: asyncio.TimerHandle | None = None
        self._complaints: asyncio.Task[None] | None = None
        self._last_words = ""

    async def draw(self, path: Path, job: bytes) -> str:
        """Draw one picture into its file; returns what went wrong, or "". Raises OSError when nothing can be drawn."""
        async with self._turn:
            if self._leaving:
                self._leaving.cancel()
            try:
                for _ in range(TRIES):
                    with suppress(ConnectionError, msgspec.DecodeError):
                        async with asyncio.timeout(PATIENCE):
                            return await self._ask(path, job)
                    await self.close()
                return f"the drawing process ended ({self._last_words})"  # noqa: TRY300 - the end of the loop
            except TimeoutError:
                await self.close()
                return f"it took longer than {PATIENCE:.0f} seconds"
            except asyncio.CancelledError:
                await self.close()
                raise
            finally:
                self._leaving = asyncio.get_running_loop().call_later(LINGER, self._leave)

    async def _ask(self, path: Path, job: bytes) -> str:
        process = await self._running(path.parent)
        if process.stdin is None or process.stdout is None:
            raise ConnectionError
        process.stdin.write(b'{"path":' + msgspec.json.encode(str(path)) + b',"job":' + job + b"}\n")
        await process.stdin.drain()
        answer = await process.stdout.readline()
        return msgspec.json.decode(answer, type=Outcome).problem

    async def _running(self, folder: Path) -> Process:
        process = self._process
        if process and process.returncode is None and process.stdin and not process.stdin.is_closing():
            return process
        _clear_half_done(folder)
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "HOME") if name in os.environ}
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.pictures.drawing", cwd=Path(__file__).parents[2],
            stdin=pipe, stdout=pipe, stderr=pipe, env=kept | {"MPLCONFIGDIR": str(folder), "PYTHONUTF8": "1"},
        )  # fmt: skip
        self._complaints = asyncio.create_task(self._listen(self._process), name="drawer")
        return self._process

    async def _listen(self, process: Process) -> None:
        """Keep the last thing that the process complained of."""
        while process.stderr and (line := await process.stderr.readline()):
            self._last_words = line.decode(errors="replace").strip() or self._last_words

    def _leave(self) -> None:
        """Let the process end by itself: it stops when there are no more orders."""
        if self._process and self._process.stdin:
            self._process.stdin.close()

    async def close(self) -> None:
        """End the process at once."""
        if self._leaving:
            self._leaving.cancel()
        process, self._process = self._process, None
        if process and process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if self._complaints:
            await self._complaints


def _clear_half_done(folder: Path) -> None:
    """Remove what a drawer left that was stopped while it wrote."""
    for file in folder.glob("*.part"):
        if time.time() - file.stat().st_mtime > HALF_DONE:
            file.unlink(missing_ok=True)
