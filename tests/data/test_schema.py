"""An editor completes and checks the files by the schemas, which follow from the records."""

from __future__ import annotations

import datetime as dt
import json
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import tomli
from jsonschema import Draft202012Validator

from data.fields import fields_of
from data.loader import TRANSLATIONS
from data.schema import FACTS, TRANSLATION, main
from data.tables import SINGLE, TABLES

if TYPE_CHECKING:
    from data.records import Record

ROOT = Path(__file__).parents[2]
SHOWS = (ROOT / "data" / "queen_of_tears", ROOT / "tests" / "shows" / "harbour_lights")
FILES = [path for show in SHOWS for path in sorted(show.rglob("*.toml"))]


def schema_of(file: Path) -> Path:
    return TRANSLATION if file.parent.name == TRANSLATIONS else FACTS


def as_json(value: Any) -> Any:
    """A TOML value as editors hand it to a schema: dates are text."""
    if isinstance(value, dict):
        return {key: as_json(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_json(part) for part in value]
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


@cache
def validator(schema: Path) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema.read_text()))


def faults(schema: Path, tables: dict[str, Any]) -> list[str]:
    found = validator(schema).iter_errors(as_json(tables))
    return [f"{'.'.join(map(str, fault.absolute_path))}: {fault.message}" for fault in found]


def test_the_schemas_are_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, capsys.readouterr().err


def test_the_schemas_are_schemas() -> None:
    for schema in (FACTS, TRANSLATION):
        Draft202012Validator.check_schema(json.loads(schema.read_text()))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_file_names_its_schema_in_the_first_line_and_keeps_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    schema = schema_of(file)

    assert text.split("\n", 1)[0] == f"#:schema {Path(os.path.relpath(schema, file.parent)).as_posix()}"
    assert faults(schema, tomli.loads(text)) == []


@pytest.mark.parametrize(
    ("schema", "tables"),
    [
        (FACTS, {"membr": []}),
        (FACTS, {"group": [{"key": "queens", "nam": "Queens"}]}),
        (FACTS, {"group": [{"key": "Queens Group", "name": "Queens"}]}),
        (FACTS, {"company": [{"key": "a", "name": {"en": "A"}, "part": "Broadcaster", "sources": ["b"]}]}),
        (FACTS, {"company": [{"key": "a", "name": {"latin": "A", "Korean": "가"}, "part": "P", "sources": ["b"]}]}),
        (TRANSLATION, {"group": {"queens": {"nam": "퀸즈"}}}),
    ],
)
def test_an_editor_sees_a_mistake(schema: Path, tables: dict[str, Any]) -> None:
    assert len(faults(schema, tables)) > 0


@pytest.mark.parametrize("record", [*SINGLE.values(), *(record for _name, record in TABLES.values())])
def test_whatever_is_translated_in_a_list_has_a_key(record: type[Record]) -> None:
    def without_key(record: type[Record]) -> list[str]:
        found = []
        for name, field in fields_of(record).items():
            listed = "tuple" in str(field.type)
            if field.record and listed and has_texts(field.record) and "key" not in fields_of(field.record):
                found.append(name)
            if field.translated and listed and name != "asked":  # a translation has questions of its own
                found.append(name)
            if field.record:
                found += without_key(field.record)
        return found

    def has_texts(record: type[Record]) -> bool:
        fields = fields_of(record).values()
        return any(field.translated or (field.record and has_texts(field.record)) for field in fields)

    assert without_key(record) == []
