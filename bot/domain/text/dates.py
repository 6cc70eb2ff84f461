"""Reads calendar dates as people write them: "March 9", "9 de marzo", "3/9", 3월 9일, "2024-03-09".

The names of months and weekdays, and the words between them, come from Unicode's CLDR. A text is a date as a whole.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from babel import Locale

from bot.domain.text.lexicon_tables import lexicon_words
from bot.domain.text.normalization import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LONGEST: Final = 60
_PIECE: Final = re.compile(r"(?<=\d)\s*[년월일年月日]|\d+|[^\W\d_]+")
_FIGURES: Final = re.compile(
    r"(?P<a>\d{4}|\d{1,2})(?P<separator>[-./])\s*(?P<b>\d{1,2})(?:(?P=separator)\s*(?P<c>\d{4}|\d{1,2}))?\.?"
)
_RUN_TOGETHER: Final = re.compile(r"(\d{4})(\d\d)(\d\d)")
_UNITS: Final = {"년": "year", "年": "year", "월": "month", "月": "month", "일": "day", "日": "day"}
_FILLERS: Final = frozenset({"of", "on", "st", "nd", "rd", "th"})
_LITERAL: Final = re.compile(r"'([^']+)'")
_FEWEST_LETTERS: Final = 3
"""Letters of a month or weekday that are enough: "Mar", "Sept"."""
_LEAP_YEAR: Final = 2024


class CalendarDate(NamedTuple):
    """A day or a whole month, with or without its year; a part that is not said is 0."""

    month: int
    day: int = 0
    year: int = 0

    @property
    def is_valid(self) -> bool:
        """Whether the calendar has such a date."""
        try:
            dt.date(self.year or _LEAP_YEAR, self.month, self.day or 1)
        except (ValueError, OverflowError):
            return False
        return True

    def includes(self, day: dt.date) -> bool:
        """Whether this is the day, or the month of the day, as far as the date says."""
        said = (self.year or day.year, self.month, self.day or day.day)
        return said == (day.year, day.month, day.day)

    def days_from(self, day: dt.date) -> int:
        """Days between this date and another day, in the year of that day if this date has none."""
        year = self.year or day.year
        try:
            return abs((dt.date(year, self.month, self.day or 1) - day).days)
        except ValueError:  # 29 February
            return abs((dt.date(year, 3, 1) - day).days)


class DateReader:
    """Reads dates in some languages."""

    def __init__(self, languages: Iterable[str]) -> None:
        locales = [Locale.parse(language, sep="-") for language in languages]
        self._months = _names(locales, "months", {number: number for number in range(1, 13)})
        self._weekdays = _names(locales, "days", dict.fromkeys(range(7), 0))
        literals = [word for locale in locales for word in _LITERAL.findall(str(locale.date_formats["long"]))]
        self._fillers = _FILLERS.union(literals, lexicon_words("positions", "articles"))

    def read(self, text: str) -> list[CalendarDate]:
        """The dates that a text may mean: none, one, or two if the order of day and month is not clear."""
        if len(text) > _LONGEST:
            return []
        plain = unicodedata.normalize("NFKC", text).casefold().strip()
        weekday, _, rest = plain.partition(" ")
        return self._read(plain) or (self._read(rest.strip()) if clean(weekday) in self._weekdays else [])

    def _read(self, plain: str) -> list[CalendarDate]:
        if figures := _RUN_TOGETHER.fullmatch(plain):
            found = [_ordered(figures.groups(), "ymd")]
        elif figures := _FIGURES.fullmatch(plain):
            found = _of_figures([part for part in (figures["a"], figures["b"], figures["c"]) if part])
            if figures["separator"] == "-" and not figures["c"] and len(plain) < len("03-09"):
                return []  # 3-9 is a range
        else:
            found = [date for date in [self._of_words([clean(piece) for piece in _PIECE.findall(plain)])] if date]
        return [date for date in dict.fromkeys(found) if date.is_valid]

    def _of_words(self, pieces: Sequence[str]) -> CalendarDate | None:
        """The date of some words, each of which is a part of it."""
        said: dict[str, int] = {}
        for piece, after in zip_longest(pieces, pieces[1:], fillvalue=""):
            unit, number = "", 0
            if piece.isdecimal():
                unit = _UNITS.get(after) or ("year" if len(piece) == 4 else "day" if len(piece) < 3 else "")
                number = int(piece)
            elif piece in self._months:
                unit, number = "month", self._months[piece]
            elif piece in _UNITS or piece in self._fillers or piece in self._weekdays:
                continue
            if not unit or unit in said:
                return None
            said[unit] = _full_year(number) if unit == "year" else number
        return CalendarDate(said["month"], said.get("day", 0), said.get("year", 0)) if "month" in said else None


def _names(locales: Iterable[Locale], kind: str, numbers: Mapping[int, int]) -> dict[str, int]:
    """What one may write for a month or weekday: its names, their abbreviations, and the beginnings of its name."""
    found: dict[str, int] = {}
    for locale in locales:
        forms = getattr(locale, kind)
        for context in ("format", "stand-alone"):
            for number in numbers:
                name, short = (
                    clean(str(forms[context][width][number])).casefold() for width in ("wide", "abbreviated")
                )
                begun = [name[:length] for length in range(_FEWEST_LETTERS, len(name) + 1)]
                found |= dict.fromkeys((short, name, *begun), numbers[number])
    return found


def _of_figures(figures: Sequence[str]) -> list[CalendarDate]:
    """What some figures may mean, whichever of them is the day."""
    orders = ["md", "dm"] if len(figures) == 2 else ["ymd", "mdy", "dmy"]
    if len(figures) == 3 and (long := [at for at, figure in enumerate(figures) if len(figure) == 4]):
        orders = [order for order in orders if [order.index("y")] == long]
    elif len(figures) == 2 and len(figures[0]) == 4:
        orders = ["ym"]
    return [_ordered(figures, order) for order in orders]


def _ordered(figures: Sequence[str | None], order: str) -> CalendarDate:
    said = dict(zip(order, map(int, filter(None, figures)), strict=True))
    return CalendarDate(said["m"], said.get("d", 0), _full_year(said["y"]) if "y" in said else 0)


def _full_year(year: int) -> int:
    return year + 2000 if year < 100 else year
