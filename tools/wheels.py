"""Checks that every package has a wheel for each platform: ``python -m tools.wheels``.

uv resolves what it would install there, with the package index, and downloads nothing.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

REQUIREMENTS = Path(__file__).parents[1] / "requirements.txt"
PYTHON = "3.13"
PLATFORMS = (
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "x86_64-unknown-linux-musl",
    "aarch64-unknown-linux-musl",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
    "aarch64-pc-windows-msvc",
)


def problem(platform: str) -> str:
    """Return what keeps the requirements from being installed on a platform, or ""."""
    with tempfile.TemporaryDirectory() as target:
        command = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--dry-run", "--only-binary", ":all:"]
        command += ["--target", target, "--python-platform", platform, "--python-version", PYTHON]
        done = subprocess.run([*command, "-r", str(REQUIREMENTS)], capture_output=True, text=True, check=False)  # noqa: S603
    return done.stderr if done.returncode else ""


def main() -> int:
    """Check all platforms and return the exit code."""
    with ThreadPoolExecutor() as pool:
        problems = dict(zip(PLATFORMS, pool.map(problem, PLATFORMS), strict=True))
    for platform, text in problems.items():
        print(f"{platform}: {text.strip() or 'all packages have wheels'}")
    return 1 if any(problems.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
