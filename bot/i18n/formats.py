"""Dates, numbers and lists as a language writes them (by Babel, from Unicode's CLDR)."""

from __future__ import annotations

import datetime as dt
import unicodedata
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal, get_decimal_symbol

if TYPE_CHECKING:
    from collections.abc import Iterable

NOON = dt.time(12)
"""A day as a moment: at noon in UTC it is the same day nearly everywhere."""


class Formats:
    """How one language, or one region of it, writes values. Each has one object, which lives as long as the process."""

    def __init__(self, language: str, locale: str) -> None:
        self.language = language
        self._locale = Locale.parse(locale, sep="-")
        self._comma = self._locale.list_patterns["standard"]["middle"].replace("{0}", "").replace("{1}", "")
        self._is_wide = unicodedata.east_asian_width(self._comma[0]) == "W"
        """Whether punctuation is as wide as a letter and no blank follows it, as in Japanese."""

    @lru_cache(maxsize=2048)  # noqa: B019 - see the class
    def date(self, day: dt.date, precision: str = "day") -> str:
        """A calendar day; with another ``precision`` its month or its year."""
        if precision == "year":
            return format_skeleton("y", day, locale=self._locale)
        if precision == "month":
            return format_skeleton("yMMMM", day, locale=self._locale)
        return format_date(day, "long", locale=self._locale)

    def days(self, first: dt.date, last: dt.date) -> str:
        """The days from one to another, with what they share said once."""
        return format_interval(first, last, "yMMMMd", locale=self._locale)

    @lru_cache(maxsize=256)  # noqa: B019
    def weekday(self, day: dt.date) -> str:
        """The short name of the day of the week."""
        return format_skeleton("EEE", day, locale=self._locale)

    @lru_cache(maxsize=256)  # noqa: B019
    def short_date(self, day: dt.date) -> str:
        """A day in few characters, for tables."""
        return format_date(day, "medium", locale=self._locale)

    @lru_cache(maxsize=16)  # noqa: B019
    def short_month(self, day: dt.date) -> str:
        """A month and its year in few characters."""
        return format_skeleton("yMMM", day, locale=self._locale)

    def day_of_year(self, day: dt.date) -> str:
        """A day without its year, for places where the year is clear."""
        return format_skeleton("MMMd", day, locale=self._locale)

    def day_and_month(self, day: dt.date) -> str:
        """A day without its year, the month in full."""
        return format_skeleton("MMMMd", day, locale=self._locale)

    @property
    def day_comes_first(self) -> bool:
        """Whether 3/9 is read as the third day of September."""
        pattern = str(self._locale.date_formats["short"].pattern)
        return pattern.index("d") < pattern.index("M")

    def age(self, day: dt.date) -> str:
        """How long ago a day was. Discord works it out by the clock of each reader, in the language of the client."""
        return f"<t:{int(dt.datetime.combine(day, NOON, dt.UTC).timestamp())}:R>"

    def number(self, value: float, digits: int | None = None) -> str:
        """A number with the language's separators and ``digits`` decimals, or as many as it has."""
        pattern = None if digits is None else "#,##0." + "0" * digits if digits else "#,##0"
        return format_decimal(value, format=pattern, locale=self._locale, decimal_quantization=digits is not None)

    @cached_property
    def decimal_mark(self) -> str:
        """What stands before the decimals of a number."""
        return get_decimal_symbol(self._locale)

    def percent(self, value: float) -> str:
        """A rating in per cent, with the decimals that are known."""
        return f"{self.number(value)}{self._locale.percent_formats[None].suffix[0]}"

    def country(self, code: str) -> str:
        """The name of a country by its ISO 3166 code."""
        return str(self._locale.territories.get(code, code))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - Babel leaves it untyped

    def language_name(self, tag: str) -> str:
        """The name of a language by its BCP 47 tag, or the tag if Babel does not know it."""
        return str(self._locale.languages.get(tag.replace("-", "_"), tag))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - Babel leaves it untyped

    def listed(self, parts: Iterable[str]) -> str:
        """A list without "and": "a, b, c"."""
        return self._comma.join(parts)

    def labelled(self, label: str, value: str) -> str:
        """A value behind its label and a colon."""
        return f"{label}：{value}" if self._is_wide else f"{label}: {value}"

    def aside(self, text: str) -> str:
        """A remark in brackets, to stand right behind what it is about; "" without a text."""
        if not text:
            return ""
        return f"（{text}）" if self._is_wide else f" ({text})"

    def sentences(self, parts: Iterable[str]) -> str:
        """Sentences one after the other."""
        return ("" if self._is_wide else " ").join(parts)
