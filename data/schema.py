"""JSON Schemas of the files of a show, so that an editor completes and checks what is typed.

``python -m data.schema`` writes them beside this module; with ``--check`` it only tells whether they are current.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from data import records as r
from data.fields import fields_of
from data.tables import SINGLE, TABLES

FACTS = Path(__file__).parent / "schema.json"
TRANSLATION = Path(__file__).parent / "translation.schema.json"

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def facts_schema() -> Schema:
    """Return the schema of a file of facts, derived from the records."""
    lists: list[Any] = [(kind, tuple[record, ...], ()) for kind, (_name, record) in TABLES.items()]
    single: list[Any] = [(kind, record | msgspec.UnsetType, msgspec.UNSET) for kind, record in SINGLE.items()]
    whole = msgspec.defstruct("Facts", [*single, *lists], forbid_unknown_fields=True)
    _root, definitions = msgspec.json.schema_components([whole], ref_template="#/$defs/{name}")
    facts: Schema = definitions.pop("Facts")
    facts["properties"] = {kind: _without_null(schema) for kind, schema in facts["properties"].items()}
    for record, definition in definitions.items():
        _polish(record, definition)
    # The languages of a name stand beside its other fields in the files.
    name = definitions["Name"]
    name["patternProperties"] = {r.LANGUAGE_TAG: name["properties"].pop("scripts")["additionalProperties"]}
    facts["title"] = "Facts of a show"
    return {"$schema": _DRAFT, **facts, "$defs": dict(sorted(definitions.items()))}


def translation_schema() -> Schema:
    """Return the schema of a translation: the texts of each record, by its key."""
    tables = {kind: _keyed(texts) for kind, (_name, record) in TABLES.items() if (texts := _texts(record))}
    single = {kind: texts for kind, record in SINGLE.items() if (texts := _texts(record))}
    complete = {"type": "boolean", "description": "Whether a missing text is a problem."}
    return {
        "$schema": _DRAFT,
        "title": "A show in another language",
        **_object({"complete": complete, **single, **tables}),
    }


def _texts(record: type[r.Record]) -> Schema | None:
    """The texts of a record that can be translated, or None where it has none."""
    properties: Schema = {}
    for name, field in fields_of(record).items():
        if field.translated:
            properties[name] = _without_null(msgspec.json.schema(field.type))
        elif field.record and (inner := _texts(field.record)):
            properties[name] = _keyed(inner) if "key" in fields_of(field.record) else inner
    return _object(properties) if properties else None


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _keyed(texts: Schema) -> Schema:
    return {"type": "object", "patternProperties": {r.KEY_PATTERN: texts}, "additionalProperties": False}


def _without_null(schema: Schema) -> Schema:
    """TOML has no null: a field that may be None is just left out."""
    options = [option for option in schema.get("anyOf", ()) if option != {"type": "null"}]
    return options[0] if len(options) == 1 else schema


def _polish(name: str, definition: Schema) -> None:
    """Add the docstrings of the fields, which msgspec does not know, and drop what means nothing in TOML."""
    record: type[r.Record] = getattr(r, name)
    definition["description"] = _plain(record.__doc__ or "")
    descriptions = {field: text for kind in reversed(record.__mro__) for field, text in _documented(kind).items()}
    properties = definition["properties"]
    for attribute, field in zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True):
        properties[field] = schema = _without_null(properties[field])
        if schema.get("default", "") in (None, ()) or field == "confidence":  # left out: the loader derives it
            schema.pop("default", None)
        if attribute in descriptions:
            properties[field] = schema | {"description": descriptions[attribute]}


def _documented(kind: type) -> dict[str, str]:
    """The docstrings below the fields of a record."""
    if not issubclass(kind, r.Record):
        return {}
    (definition,) = ast.parse(inspect.getsource(kind)).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    found: dict[str, str] = {}
    for field, text in pairwise(body):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                found[name] = _plain(said)
            case _:
                pass
    return found


def _plain(docstring: str) -> str:
    return inspect.cleandoc(docstring).replace("`", "").replace("::", ":")


def main(arguments: list[str]) -> int:
    """Write the schemas, or check them with ``--check``; returns the exit status."""
    outdated: list[str] = []
    for path, schema in ((FACTS, facts_schema()), (TRANSLATION, translation_schema())):
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        outdated.append(path.name)
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
    if outdated and "--check" in arguments:
        print(f"not current: {', '.join(outdated)}; run `make schema`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
