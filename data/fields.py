"""What the fields of a record are called in the files, and which of them hold other records or prose."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast, get_args

import msgspec

from data import records as r

if TYPE_CHECKING:
    from collections.abc import Iterator

Table = dict[str, Any]
"""A TOML table as it was parsed."""


class Field(NamedTuple):
    """A field of a record."""

    type: Any
    required: bool
    record: type[r.Record] | None
    """The record that the field holds: one, an optional one, or a list of them."""
    translated: dict[str, bool] | None
    """How the prose of the field is translated (see :mod:`data.records`); None where it is not prose."""


class Part(NamedTuple):
    """A table, or a table inside it: the path to it, its content, and the record that it describes."""

    path: str
    table: Table
    record: type[r.Record]


@cache
def fields_of(record: type[r.Record]) -> dict[str, Field]:
    """Return the fields of a record by their names in the files."""
    return {
        field.encode_name: Field(field.type, field.required, _record_in(field.type), _translated(field.type))
        for field in msgspec.structs.fields(record)
    }


def parts_of(table: Table, record: type[r.Record], path: str = "") -> Iterator[Part]:
    """Yield the table itself and every table inside it."""
    yield Part(path, table, record)
    for name, field in fields_of(record).items():
        if field.record and name in table:
            for label, inner in labelled(table[name]):
                yield from parts_of(inner, field.record, join(path, name, label))


def labelled(value: object) -> Iterator[tuple[str, Table]]:
    """Yield the tables of a field with their keys; the label is "" where one table stands alone.

    A table in a list without a key gets its position, so that a message can name it. Such facts never load.
    """
    for index, part in enumerate(values(value), start=1):
        if isinstance(part, dict):
            table = cast("Table", part)
            yield (str(table.get("key", index)) if isinstance(value, list) else ""), table


def values(value: object) -> list[object]:
    """Return the values of a list, or the one value in a list."""
    return cast("list[object]", value) if isinstance(value, list) else [value]


def texts_in(value: object) -> list[str]:
    """Return the strings of a list, the keys of a table, or the one string in a list."""
    found = list(cast("dict[str, object]", value)) if isinstance(value, dict) else values(value)
    return [text for text in found if isinstance(text, str)]


def join(above: str, name: str, label: str) -> str:
    """Return the path of a table below ``above``; it ends with a dot."""
    return f"{above}{name}.{label}." if label else f"{above}{name}."


def _record_in(kind: Any) -> type[r.Record] | None:
    if isinstance(kind, type) and issubclass(kind, r.Record):
        return kind
    return next(filter(None, map(_record_in, get_args(kind))), None)


def _translated(kind: Any) -> dict[str, bool] | None:
    marks = [meta.extra for meta in getattr(kind, "__metadata__", ()) if meta.extra]
    return next(filter(None, [*marks, *map(_translated, get_args(kind))]), None)
