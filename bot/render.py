"""``python -m bot render``: draw all pictures ahead, in every language, and say how far it is."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from tqdm import tqdm

from bot.cards.charts import all_charts
from bot.cards.reader import BotInfo, Reader
from bot.i18n.catalog import catalog, languages
from bot.pictures.cache import PictureCache, PictureState, PictureUnavailable, ensure_writable

if TYPE_CHECKING:
    from pathlib import Path

    from bot.domain.library import Library
    from bot.pictures.cache import Picture


async def render(library: Library, folder: Path) -> int:
    """Draw what is missing; returns how many problems there were."""
    try:
        ensure_writable(folder)
    except OSError as problem:
        print(f"CACHE: {folder} cannot be written ({problem}); choose another folder", file=sys.stderr)
        return 1
    wanted = [(language, picture) for language in sorted(languages()) for picture in _pictures(library, language)]
    pictures = PictureCache(folder)
    problems: list[str] = []
    drawn = 0
    try:
        with tqdm(wanted, unit="picture", disable=None) as progress:  # None: a bar on a terminal only
            for number, (language, picture) in enumerate(progress, start=1):
                progress.set_description(f"{picture.name} ({language})")
                there = pictures.lookup(picture)[0] is PictureState.READY
                try:
                    await pictures.render(picture)
                    drawn += not there
                except PictureUnavailable as problem:
                    problems.append(f"{picture.name} ({language}): {problem}")
                if progress.disable:
                    print(f"{number}/{len(wanted)} {picture.name} ({language})", flush=True)
    finally:
        await pictures.close()
    print(f"{drawn} pictures drawn, {len(wanted) - drawn - len(problems)} were there, {len(problems)} failed: {folder}")
    for problem in problems:
        print(problem, file=sys.stderr)
    return len(problems)


def _pictures(library: Library, language: str) -> list[Picture]:
    reader = Reader(library.in_language(language), catalog(language), dt.datetime.now(dt.UTC).date(), BotInfo())
    return list(all_charts(reader))
