"""The texts of a record, each with the place where it stands and the episode from which it is safe."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import msgspec

from data.records import TRANSLATED, Record, Vocabulary
from data.tables import SINGLE, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msgspec.structs import FieldInfo

    from data.records import Show


class Text(NamedTuple):
    """A name or a sentence of the facts."""

    path: str
    text: str
    safe_after: int
    """The episode after which the record that holds it gives nothing away."""
    translated: bool


def records(show: Show) -> dict[str, Record]:
    """Every record that is a table of its own, by what the loader calls it: ``member seo-i-jun``."""
    single: dict[str, Record] = {kind: getattr(show, kind) for kind in SINGLE if getattr(show, kind)}
    return single | {
        f"{kind} {record.key}": record
        for kind, (field, _record) in TABLES.items()
        for record in _listed(getattr(show, field))
    }


def inside(record: Record, path: str = "", safe_after: int = 0) -> Iterator[tuple[str, Record, int]]:
    """A record and every record in it, each with its path and the episode after which it is safe."""
    safe_after = max(safe_after, getattr(record, "after_episode", 0))
    yield path, record, safe_after
    for field in fields_of(type(record)):
        for part in _listed(getattr(record, field.name)):
            if isinstance(part, Record):
                here = ".".join(filter(None, [path, field.encode_name, getattr(part, "key", "")]))
                yield from inside(part, here, safe_after)


def texts(record: Record) -> Iterator[Text]:
    """Everything in a record that a reader may read: all but keys, codes and addresses."""
    for path, part, safe_after in inside(record) if not isinstance(record, Vocabulary) else ():
        for field, meta in _prose_of(type(part)):
            for text in _listed(getattr(part, field.name)):
                if text is not None:
                    here = ".".join(filter(None, [path, field.encode_name]))
                    yield Text(here, text, safe_after, meta.extra == TRANSLATED)


@cache
def fields_of(record: type[Record]) -> tuple[FieldInfo, ...]:
    """The fields of a record."""
    return msgspec.structs.fields(record)


@cache
def _prose_of(record: type[Record]) -> list[tuple[FieldInfo, msgspec.Meta]]:
    """The fields of a record that hold something to read."""
    fields = [(field, _free_text(field.type)) for field in fields_of(record) if field.name != "asked"]
    return [(field, meta) for field, meta in fields if meta]


def _free_text(kind: Any) -> msgspec.Meta | None:
    """What a field says about its text, or None where it holds none: a key or an address has a pattern."""
    if getattr(kind, "__origin__", None) is str:
        return None if kind.__metadata__[0].pattern else kind.__metadata__[0]
    return next(filter(None, map(_free_text, get_args(kind))), None)


def _listed(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, tuple) else [value]
