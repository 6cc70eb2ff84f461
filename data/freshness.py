"""How old the facts are that can change, and what cites a source."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import msgspec

from data import records as r
from data.tables import SINGLE, TABLES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

MONTH = 30.44
"""Average days of a month."""


class Aging(NamedTuple):
    """A record that was true on a day and may not be any more."""

    record: str
    as_of: dt.date
    months: int
    """Whole months since."""


def months_since(day: dt.date, today: dt.date) -> int:
    """Return the whole months between two days."""
    return int((today - day).days / MONTH)


def aging(show: r.Show, today: dt.date) -> list[Aging]:
    """Return every record that states its day (``as_of``), the oldest first; of streaming totals only the newest."""
    dated = [(name, getattr(part, "as_of", None)) for name, record in named(show) for part in parts(record)]
    past = {f"total {total.key}" for total in sorted(show.totals, key=lambda total: total.as_of)[:-1]}
    found = [Aging(name, day, months_since(day, today)) for name, day in dated if day and name not in past]
    return sorted(found, key=lambda one: (one.as_of, one.record))


def citations(show: r.Show) -> Mapping[str, list[str]]:
    """Return the records that cite each source, by its key."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name, record in named(show):
        for part in parts(record):
            for field in part.__struct_fields__:
                if field == "sources" or field.endswith("_sources"):
                    for key in getattr(part, field):
                        found[key][name] = None
    return {key: list(names) for key, names in found.items()}


def named(show: r.Show) -> Iterator[tuple[str, r.Record]]:
    """Yield every record that is a table of its own with its name: ``member seo-i-jun``."""
    for kind in SINGLE:
        if record := getattr(show, kind):
            yield kind, record
    for kind, (field, _record) in TABLES.items():
        for record in _listed(getattr(show, field)):
            yield f"{kind} {record.key}", record


def parts(record: r.Record) -> Iterator[r.Record]:
    """Yield a record and every record in it."""
    yield record
    for field in msgspec.structs.fields(type(record)):
        for part in _listed(getattr(record, field.name)):
            if isinstance(part, r.Record):
                yield from parts(part)


def _listed(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return cast("dict[str, Any]", value).values()
    return cast("tuple[Any, ...]", value) if isinstance(value, tuple) else (value,)
