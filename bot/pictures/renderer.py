"""The renderer process: started when a picture has to be drawn, stopped when it has been idle for a while.

The protocol is one JSON object a line: a :class:`~bot.pictures.specs.RenderRequest` on standard input, a
:class:`~bot.pictures.specs.RenderResult` on standard output. ``ProcessPoolExecutor`` cannot replace it: before Python
3.14 it cannot kill a worker that hangs, it passes the environment (with the token) on, and its workers never idle out.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bot.pictures.specs import RenderResult

if TYPE_CHECKING:
    from asyncio.subprocess import Process

RENDER_TIMEOUT = 60.0
"""Seconds for one picture, including the start of the process."""
MAX_ATTEMPTS = 2
"""How often a picture is tried when the process ends meanwhile."""
IDLE_TIMEOUT = 20.0
"""Seconds without a request after which the process stops."""
STALE_TEMP_AGE = 3600.0
"""Seconds after which a temporary file that a killed process left is removed."""

DRAWING_LIBRARIES = ("resvg_py", "uharfbuzz", "PIL")
"""The modules without which nothing can be drawn."""
INHERITED_VARIABLES = ("PATH", "SYSTEMROOT", "HOME")


class RendererProcess:
    """Draws one picture at a time in a subprocess."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._lock = asyncio.Lock()
        self._idle_timer: asyncio.TimerHandle | None = None
        self._stderr_task: asyncio.Task[None] | None = None
        self._last_error = ""

    async def draw(self, path: Path, spec: bytes) -> str:
        """Draw a picture into the file ``path``; return what went wrong, or "".

        Raises OSError if the process cannot be started.
        """
        if not all(map(find_spec, DRAWING_LIBRARIES)):
            return "the drawing libraries (requirements.txt) are not installed"
        async with self._lock:
            if self._idle_timer:
                self._idle_timer.cancel()
            try:
                for _ in range(MAX_ATTEMPTS):
                    with suppress(ConnectionError, msgspec.DecodeError):
                        async with asyncio.timeout(RENDER_TIMEOUT):
                            return await self._request(path, spec)
                    await self.close()
                return f"the renderer process ended ({self._last_error})"  # noqa: TRY300 - the end of the loop
            except TimeoutError:
                await self.close()
                return f"drawing took longer than {RENDER_TIMEOUT:.0f} seconds"
            except asyncio.CancelledError:
                await self.close()
                raise
            finally:
                self._idle_timer = asyncio.get_running_loop().call_later(IDLE_TIMEOUT, self._stop_when_idle)

    async def close(self) -> None:
        """Kill the process."""
        if self._idle_timer:
            self._idle_timer.cancel()
        process, self._process = self._process, None
        if process and process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if self._stderr_task:
            await self._stderr_task

    async def _request(self, path: Path, spec: bytes) -> str:
        process = await self._ensure_started(path.parent)
        if process.stdin is None or process.stdout is None:
            raise ConnectionError
        process.stdin.write(b'{"path":' + msgspec.json.encode(str(path)) + b',"chart":' + spec + b"}\n")
        await process.stdin.drain()
        response = await process.stdout.readline()
        return msgspec.json.decode(response, type=RenderResult).problem

    async def _ensure_started(self, folder: Path) -> Process:
        process = self._process
        if process and process.returncode is None and process.stdin and not process.stdin.is_closing():
            return process
        _remove_stale_temp_files(folder)
        env = {name: os.environ[name] for name in INHERITED_VARIABLES if name in os.environ}
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.pictures.drawing", cwd=Path(__file__).parents[2],
            stdin=pipe, stdout=pipe, stderr=pipe, env=env | {"PYTHONUTF8": "1"},
        )  # fmt: skip
        self._stderr_task = asyncio.create_task(self._read_stderr(self._process), name="renderer stderr")
        return self._process

    async def _read_stderr(self, process: Process) -> None:
        """Remember the last line of the process's standard error."""
        while process.stderr and (line := await process.stderr.readline()):
            self._last_error = line.decode(errors="replace").strip() or self._last_error

    def _stop_when_idle(self) -> None:
        """Close the process's standard input, at whose end it exits."""
        if self._process and self._process.stdin:
            self._process.stdin.close()


def _remove_stale_temp_files(folder: Path) -> None:
    """Remove the temporary files of processes that were killed while they wrote."""
    for file in folder.glob("*.part"):
        if time.time() - file.stat().st_mtime > STALE_TEMP_AGE:
            file.unlink(missing_ok=True)
