"""The bot's own words in the reader's language: Fluent catalogs, dates, numbers, and Discord's translator.

A catalog is a folder of ``.ftl`` files under ``locales``; adding a language is adding a folder. A message is parsed
when it is first said, since parsing a whole catalog costs more than answering; so no message can refer to another.
"""

from __future__ import annotations

import logging
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel import Locale as CalendarLocale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from discord import app_commands
from fluent.runtime import FluentBundle, FluentResource

from bot.domain.text.hangul import particle

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from discord import Locale

log = logging.getLogger(__name__)

LOCALES = Path(__file__).parent / "locales"
SOURCE = "en"
"""The language that every message exists in."""

_MESSAGE = re.compile(r"^([a-zA-Z][\w-]*) *=.*\n(?:(?:[ }].*)?\n)*", re.MULTILINE)
"""A message as it stands in a file: its name, and all lines up to the next one's or to a comment."""

_FUNCTIONS: dict[str, Callable[[Any], Any]] = {"PARTICLE": particle}  # type: ignore[dict-item]
"""What messages can call: Korean particles depend on the word before them."""


class MissingWords(LookupError):
    """A message that no catalog has, or that lacks an argument: a slip in the code, found by the tests."""


@cache
def languages() -> frozenset[str]:
    """The languages that there is a catalog for."""
    return frozenset(folder.name for folder in LOCALES.iterdir() if any(folder.glob("*.ftl")))


@cache
def language_of(locale: str) -> str:
    """The catalog for one of Discord's locales; English for those that have none."""
    return next((name for name in (locale, locale.partition("-")[0]) if name in languages()), SOURCE)


@cache
def words_in(language: str) -> Words:
    """The words of one language, read once."""
    return Words(language)


def forget() -> None:
    """Read every catalog anew when it is next needed: its files have changed."""
    languages.cache_clear()
    language_of.cache_clear()
    words_in.cache_clear()


class Words:
    """What the bot says in one language. Calling it gives a message: ``words("cast-title", show="…")``."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._calendar = CalendarLocale.parse(language, sep="-")
        self._bundle = FluentBundle([language], use_isolating=False, functions=_FUNCTIONS)
        files = sorted((LOCALES / language).glob("*.ftl"))
        self._unread = {
            found[1]: found[0] for file in files for found in _MESSAGE.finditer(file.read_text(encoding="utf-8") + "\n")
        }

    def __call__(self, key: str, /, **arguments: Any) -> str:
        """The message ``key``; raises :class:`MissingWords` where neither this catalog nor the English one has it."""
        if not self._has(key):
            if self.language == SOURCE:
                raise MissingWords(key)
            return words_in(SOURCE)(key, **arguments)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MissingWords(f"{key} ({self.language}) is empty")
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise MissingWords(f"{key} ({self.language}): {errors}")
        return str(text)

    def _has(self, key: str) -> bool:
        """Whether the catalog has a message, which is parsed if it was not yet."""
        if unread := self._unread.pop(key, None):
            self._bundle.add_resource(FluentResource(unread))
        return self._bundle.has_message(key)

    @lru_cache(maxsize=2048)  # noqa: B019 - one object a language lives as long as the process
    def date(self, day: dt.date, precision: str = "day") -> str:
        """A calendar day (or month, or year) as the reader writes it."""
        if precision == "year":
            return format_skeleton("y", day, locale=self._calendar)
        if precision == "month":
            return format_skeleton("yMMMM", day, locale=self._calendar)
        return format_date(day, "long", locale=self._calendar)

    @lru_cache(maxsize=256)  # noqa: B019
    def weekday(self, day: dt.date) -> str:
        """The short name of the day of the week."""
        return format_skeleton("EEE", day, locale=self._calendar)

    @lru_cache(maxsize=256)  # noqa: B019
    def short_date(self, day: dt.date) -> str:
        """A day in few characters, for tables."""
        return format_date(day, "medium", locale=self._calendar)

    def day_of_year(self, day: dt.date) -> str:
        """A day without its year, where that stands nearby."""
        return format_skeleton("MMMd", day, locale=self._calendar)

    def number(self, value: float, digits: int | None = None) -> str:
        """A figure with the reader's separators; ``digits`` after the point, or as many as it has."""
        pattern = None if digits is None else "#,##0." + "0" * digits if digits else "#,##0"
        return format_decimal(value, format=pattern, locale=self._calendar, decimal_quantization=digits is not None)

    def percent(self, value: float) -> str:
        """A rating: 24.85 is shown with the decimals that are known."""
        return f"{self.number(value)}%"

    def country(self, code: str) -> str:
        """The name of a country by its ISO code."""
        return str(self._calendar.territories.get(code, code))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - Babel leaves it untyped

    def language_name(self, tag: str) -> str:
        """The name of a language by its tag; the tag itself where Babel does not know it."""
        return str(self._calendar.languages.get(tag.replace("-", "_"), tag))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - Babel leaves it untyped

    def join(self, parts: Sequence[str]) -> str:
        """A list in a sentence: "a, b and c"."""
        return format_list(list(parts), locale=self._calendar) if parts else ""


def localized(key: str, **arguments: Any) -> app_commands.locale_str:
    """A text that Discord shows before the bot answers (a description): English now, the rest when it is synced."""
    return app_commands.locale_str(words_in(SOURCE)(key, **arguments), key=key, arguments=arguments)


class CatalogTranslator(app_commands.Translator):
    """Gives Discord the descriptions in every language there is a catalog for."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 - the key says enough
    ) -> str | None:
        """The text in ``locale``; None where the default, English, already says it (en-US is given explicitly)."""
        key = string.extras.get("key")
        language = language_of(locale.value)
        if key is None or (language == SOURCE and locale.value != "en-US"):
            return None
        return words_in(language)(key, **string.extras["arguments"])
