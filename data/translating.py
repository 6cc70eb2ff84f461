"""What a translation of a show has to hold: laid out for translators, and counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from data import records as r
from data.fields import fields_of, texts_in
from data.loader import TRANSLATIONS, Loader
from data.tables import SINGLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.fields import Table


class Text(NamedTuple):
    """A text of the facts: its file, the table and the field that translate it, and how it reads in English."""

    file: str
    table: str
    field: str
    english: list[str]
    is_list: bool
    is_needed: bool
    """Whether a complete translation has it; titles of other works are free."""


def texts_to_translate(folder: Path) -> Iterator[Text]:
    """Yield every text of a show that is translated, in the order of the files."""
    loader = Loader(folder)
    loader.load()
    for table in loader.tables:
        key = [] if table.kind in SINGLE else [table.table["key"]]
        for part in table.parts:
            path = ".".join([table.kind, *key, *filter(None, part.path.split("."))])
            for name, field in fields_of(part.record).items():
                if field.translated not in (None, r.SELDOM_TRANSLATED) and part.table.get(name):
                    english = part.table[name]
                    needed = field.translated == r.TRANSLATED
                    yield Text(table.file, path, name, texts_in(english), isinstance(english, list), needed)


def laid_out(folder: Path) -> str:
    """Return a translation without any text: an empty place for each, below its English text."""
    lines = ["#:schema ../../translation.schema.json", "# complete = true"]
    lines += ["# (Say so when everything is there: from then on, a text that is missing is a problem.)"]
    above = ""
    for text in texts_to_translate(folder):
        if text.table != above:
            lines += ["", f"[{text.table}]"]
            above = text.table
        lines += [f"# {english}" for english in text.english]
        place = "[]" if text.is_list else '""'
        lines.append(f"{text.field} = {place}" if text.is_needed or text.is_list else f"# {text.field} = {place}")
    return "\n".join(lines) + "\n"


def translated_shares(folder: Path, language: str) -> dict[str, tuple[int, int]]:
    """How many of the needed texts of each file or folder of facts a translation has, and of how many."""
    loader = Loader(folder)
    path = folder / TRANSLATIONS / f"{language}.toml"
    texts = loader.texts(path)[0] if path.exists() else {}
    done: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for text in texts_to_translate(folder):
        name = text.file.partition("/")[0].removesuffix(".toml")
        whole[name] += text.is_needed
        done[name] += text.is_needed and _has(texts, text)
    return {name: (done[name], total) for name, total in whole.items() if total}


def _has(texts: dict[str, Table], text: Text) -> bool:
    kind, _, rest = text.table.partition(".")
    key, _, path = ("", "", rest) if kind in SINGLE else rest.partition(".")
    table: Any = texts.get(f"{kind} {key}".rstrip(), {})
    for step in [*filter(None, path.split(".")), text.field]:
        table = cast("Table", table).get(step) if isinstance(table, dict) else None
    return bool(table)
