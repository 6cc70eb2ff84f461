"""Starts a PostgreSQL for tests and measurements, in a temporary folder and reachable by a socket in it alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

DEBIAN = Path("/usr/lib/postgresql")
OPTIONS = ("-c listen_addresses=", "-c fsync=off", "-c max_connections=60")


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, or None if it is not installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    return max((path.parent for path in DEBIAN.glob("*/bin/initdb")), default=None)


@contextmanager
def running_postgres(folder_of_programs: Path) -> Generator[str]:
    """Run a server and yield its URL. It refuses to run as root, who starts it as the user ``nobody``."""
    user = "nobody" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    if user:
        shutil.chown(folder, user)

    def run(*command: object) -> None:
        subprocess.run([*map(str, command)], check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)  # noqa: S603

    data, options = folder / "data", " ".join((*OPTIONS, f"-k {folder}"))
    try:
        run(folder_of_programs / "initdb", "-D", data, "-U", "fan", "-A", "trust", "-N", "-E", "UTF8")
        run(folder_of_programs / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start")
        yield f"postgresql://fan@/postgres?host={folder}"
    finally:
        if (data / "postmaster.pid").exists():
            run(folder_of_programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)
