"""Draws all pictures in advance, in every language."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import orjson
from msgspec import to_builtins
from tqdm import tqdm

from bot.cards.charts import all_charts
from bot.cards.reader import BotInfo, Reader
from bot.i18n.catalog import catalog, languages, regions
from bot.pictures.cache import PictureCache, PictureState, PictureUnavailable, ensure_writable
from data.freshness import named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.domain.knowledge_base import KnowledgeBase
    from bot.pictures.cache import Picture


async def render(knowledge: KnowledgeBase, folder: Path) -> int:
    """Draw the pictures that ``folder`` lacks, show the progress and return the number of failures."""
    try:
        ensure_writable(folder)
    except OSError as error:
        print(f"CACHE: {folder} is not writable ({error}); choose another folder", file=sys.stderr)
        return 1
    pictures = [(locale, picture) for locale in _locales() for picture in _pictures(knowledge, locale)]
    cache = PictureCache(folder)
    failures: list[str] = []
    drawn = 0
    try:
        with tqdm(pictures, unit="picture", disable=None) as progress:  # None: a progress bar on a terminal only
            for number, (language, picture) in enumerate(progress, start=1):
                progress.set_description(f"{picture.name} ({language})")
                exists = cache.lookup(picture)[0] is PictureState.READY
                try:
                    await cache.render(picture)
                    drawn += not exists
                except PictureUnavailable as error:
                    failures.append(f"{picture.name} ({language}): {error}")
                if progress.disable:
                    print(f"{number}/{len(pictures)} {picture.name} ({language})", flush=True)
    finally:
        await cache.close()
    existing = len(pictures) - drawn - len(failures)
    print(f"{drawn} pictures drawn, {existing} already there, {len(failures)} failed: {folder}")
    for failure in [*failures, *(missing_characters(knowledge) if failures else ())]:
        print(failure, file=sys.stderr)
    return len(failures)


def missing_characters(knowledge: KnowledgeBase) -> list[str]:
    """Return a line for each character that no font has: the character, the record and the picture that it is in."""
    from bot.pictures.drawing.fonts import missing_characters as missing_in  # noqa: PLC0415 - only images lack it

    found: dict[str, None] = {}
    for language in sorted(languages()):
        show = knowledge.in_language(language).library.show
        for picture in _pictures(knowledge, language):
            for char in missing_in(" ".join(_texts(orjson.loads(picture.spec)))):
                records = [name for name, record in named(show) if char in " ".join(_texts(to_builtins(record)))]
                where = ", ".join(records) or "the message catalog"
                sign = f"{char} (U+{ord(char):04X})"
                found[f"no font has {sign} of {where}, for the picture {picture.name} ({language})"] = None
    return list(found)


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        values = cast("dict[str, object]", value).values() if isinstance(value, dict) else cast("list[object]", value)
        for part in values:
            yield from _texts(part)


def _locales() -> list[str]:
    return sorted(languages() | regions())


def _pictures(knowledge: KnowledgeBase, locale: str) -> list[Picture]:
    return all_charts(Reader.of(knowledge, catalog(locale), BotInfo()))
