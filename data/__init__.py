"""The facts of a show: ``load(folder)`` reads them into a :class:`~data.records.Show`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from data.problems import BrokenFacts, Problem
from data.snapshot import load_cached

if TYPE_CHECKING:
    from data.records import Show

__all__ = ["BrokenFacts", "Problem", "load", "load_cached"]


def load(folder: Path | str) -> Show:
    """Read every ``*.toml`` below ``folder``; raises :class:`BrokenFacts` with all problems."""
    from data.loader import Loader  # noqa: PLC0415 - a bot that finds a snapshot of the facts needs none

    return Loader(Path(folder)).load()
