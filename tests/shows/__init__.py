"""The two shows of the tests. A process loads each once, and its indexes are kept between runs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.config.settings import SHOW
from bot.domain.knowledge_base import KnowledgeBase
from data import load

if TYPE_CHECKING:
    from data.records import Show

ROOT = Path(__file__).parents[2]
HARBOUR = ROOT / "tests" / "shows" / "harbour_lights"
SHOWS = {"bundled": SHOW, "invented": HARBOUR}

_knowledge: dict[int, KnowledgeBase] = {}
"""By the identity of a loaded show, which lives as long as the process."""


def cache_folder(show: Path) -> Path:
    """Where the facts and indexes of a show are kept; a folder for two shows would keep those of the last one only."""
    return ROOT / ".cache" / "tests" / show.name


@cache
def loaded(folder: Path) -> Show:
    """A show, loaded once in a process."""
    show = load(folder)
    _knowledge[id(show)] = KnowledgeBase(show, cache=cache_folder(folder))
    return show


def knowledge_of(show: Show) -> KnowledgeBase:
    """The knowledge base of a show; the tests of a process share that of a show that is as it was loaded."""
    return _knowledge.get(id(show)) or KnowledgeBase(show)
