"""The languages of the bot, and their catalogs of messages.

A catalog is a folder of Fluent files under ``locales``; a new language is a new folder. A region that says some
things in its own way has a file beside the folders, such as ``es-419.ftl``, with only the messages that differ.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.i18n.messages import Catalog

LOCALES = Path(__file__).parent / "locales"
SOURCE = "en"
"""The language in which every message exists."""


@cache
def languages() -> frozenset[str]:
    """The languages that have a catalog."""
    return frozenset(folder.name for folder in LOCALES.iterdir() if any(folder.glob("*.ftl")))


@cache
def language_of(locale: str) -> str:
    """The language for one of Discord's locales; English if there is no catalog for it."""
    return next((name for name in (locale, locale.partition("-")[0]) if name in languages()), SOURCE)


@cache
def regions() -> frozenset[str]:
    """The locales that have a file of their own beside the catalog of their language."""
    return frozenset(file.stem for file in LOCALES.glob("*.ftl"))


def message_files(locale: str) -> list[Path]:
    """The files of a language, or the one file of a region."""
    return [*sorted((LOCALES / locale).glob("*.ftl")), *LOCALES.glob(f"{locale}.ftl")]


@cache
def catalog(locale: str) -> Catalog:
    """The catalog of a language, or that of its region, one object for each in the whole process."""
    from bot.i18n.messages import Catalog  # noqa: PLC0415 - Fluent and Babel take 40 ms of a start

    language = language_of(locale)
    if locale != language and locale not in regions():
        return catalog(language)
    files = dict.fromkeys([*message_files(language), *message_files(locale)])
    return Catalog(language, locale, files, None if language == SOURCE else catalog(SOURCE))


def clear_caches() -> None:
    """Forget all catalogs, so that changed files are read again."""
    languages.cache_clear()
    regions.cache_clear()
    language_of.cache_clear()
    catalog.cache_clear()
