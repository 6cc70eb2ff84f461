"""Read the TOML files of a show into one :class:`~data.records.Show`, or raise every problem in one message.

All files of a folder are read together: a table means the same in whichever file it stands. Each table is converted
in one typed step. Only when that fails is each field checked alone, so that every problem is named at once.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import msgspec
import tomli  # compiled: reads the bundled show in 20 ms, tomllib in 57 ms
from msgspec import structs

from data import records as r
from data.fields import Part, Table, fields_of, join, labelled, parts_of, texts_in, values
from data.problems import BrokenFacts, Problem
from data.tables import REFERENCES, SECTIONS, SINGLE, SPOILERS, TABLES

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from pathlib import Path

    from data.fields import Field

TRANSLATIONS = "translations"
MAX_QUOTED = 60
"""How many characters of a wrong value a problem quotes."""
KEY_RULE = "a key consists of lower-case words and digits with hyphens between them"


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as it was read, and the file that it comes from."""

    file: str
    kind: str
    table: Table
    record: type[r.Record]
    """The record that the table becomes."""
    parts: list[Part]

    @property
    def name(self) -> str:
        """The name of the record in messages: ``member seo-i-jun``."""
        key = self.table.get("key")
        return f"{self.kind} {key}" if isinstance(key, str) else self.kind


class Loader:
    """Reads one folder once and collects the problems on its way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.tables: list[SourceTable] = []

    def load(self) -> r.Show:
        """Read, check and convert; see :func:`data.load`."""
        self._read_tables()
        keys = self._keys()
        episodes = [episode.get("number") for episode in keys["episode"].values()]
        for table in self.tables:
            self._check_inner_keys(table)
            self._check_spoiler(table)
            self._check_beat(table, episodes)
            self._check_references(table, keys)
            self._derive_confidence(table, keys["source"])
        self._check_order()
        show = self._show("en", [table.table for table in self.tables])
        paths = sorted(self.folder.glob(f"{TRANSLATIONS}/*.toml"))
        translations = {path.stem: self._translated(path) for path in paths}
        self._check_uses(show)
        if self.problems or show is None:
            raise BrokenFacts(self.problems)
        return structs.replace(
            show,
            translations={language: other.with_sources_of(show) for language, other in translations.items() if other},
        )

    def _problem(self, table: SourceTable, field: str, what: str) -> None:
        self.problems.append(Problem(table.file, table.name, field, what))

    def _read_tables(self) -> None:
        paths = [path for path in sorted(self.folder.rglob("*.toml")) if path.parent != self.folder / TRANSLATIONS]
        if not paths:
            what = "contains no facts; choose a folder with .toml files"
            self.problems.append(Problem(str(self.folder), "", "", what))
        for path in paths:
            for kind, value in self._parsed(path).items():
                self._add(self._relative(path), kind, value)
        abouts = sum(table.kind == "about" for table in self.tables)
        if paths and abouts != 1:
            what = f"a show needs exactly one table [about]; found {abouts}"
            self.problems.append(Problem(str(self.folder), "about", "", what))

    def _parsed(self, path: Path) -> Table:
        try:
            return tomli.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
            self.problems.append(Problem(self._relative(path), "", "", f"cannot be read: {error}"))
            return {}

    def _relative(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def _add(self, file: str, kind: str, value: object) -> None:
        tables = [part for _label, part in labelled(value)]
        known = kind in (TABLES if isinstance(value, list) else SINGLE)
        if known and len(tables) == len(values(cast("object", value))):
            record = SINGLE[kind] if kind in SINGLE else TABLES[kind][1]
            for table in tables:
                parts = list(parts_of(table, record))
                for part in parts:
                    if part.record is r.Name:
                        _collect_scripts(part.table)
                self.tables.append(SourceTable(file, kind, table, record, parts))
            return
        expected = f"[[{kind}]]" if kind in TABLES else f"[{kind}]" if kind in SINGLE else None
        what = f"write it as {expected}" if expected else f"unknown table{_suggestion(kind, [*TABLES, *SINGLE])}"
        self.problems.append(Problem(file, kind, "", what))

    def _keys(self) -> dict[str, dict[str, Table]]:
        keys: dict[str, dict[str, Table]] = {kind: {} for kind in TABLES}
        urls: dict[str, str] = {}
        for table in self.tables:
            key = table.table.get("key")
            if table.kind not in TABLES or not isinstance(key, str):
                continue
            if key in keys[table.kind]:
                self._problem(table, "key", "is used twice; give one of the two records another key")
            keys[table.kind][key] = table.table
            url = table.table.get("url")
            if table.kind == "source" and isinstance(url, str) and urls.setdefault(url, key) != key:
                self._problem(table, "url", f"is also the page of source {urls[url]}; keep one of the two")
        return keys

    def _check_inner_keys(self, table: SourceTable) -> None:
        """Records inside a record need different keys that are no positions."""
        paths = [part.path for part in table.parts]
        for path in dict.fromkeys(path for path in paths if paths.count(path) > 1):
            self._problem(table, f"{path}key", "is used twice; give one of the two records another key")
        for part in table.parts:
            if str(part.table.get("key", "")).isdigit():
                self._problem(table, f"{part.path}key", "is only a number, which reads as a position; add a word")

    def _check_spoiler(self, table: SourceTable) -> None:
        if table.table.get("after_episode") and table.kind not in SPOILERS and table.kind != "source":
            what = "has no effect on this kind of record, because cards show it to everybody; remove it"
            self._problem(table, "after_episode", what)

    def _check_beat(self, table: SourceTable, episodes: Container[object]) -> None:
        """A beat belongs to an episode that there is, and is safe after it unless it says otherwise."""
        number = table.table.get("episode")
        if table.kind != "beat" or not isinstance(number, int):
            return
        if number not in episodes:
            self._problem(table, "episode", f"there is no episode {number}")
        after = table.table.setdefault("after_episode", number)
        if isinstance(after, int) and after < number:
            self._problem(table, "after_episode", f"is before its episode, {number}; correct or remove it")

    def _check_references(self, table: SourceTable, keys: Mapping[str, Mapping[str, Table]]) -> None:
        for part in table.parts:
            for field in _source_fields(part.table):
                self._check_names(table, part.path + field, part.table[field], keys, ("source",))
            for field in ("music", "lyrics") if part.record is r.Writing else ():
                self._check_names(table, part.path + field, part.table.get(field), keys, ("credit",))
        for field, kinds in REFERENCES.get(table.kind, {}).items():
            self._check_names(table, field, table.table.get(field), keys, kinds)

    def _check_names(
        self,
        table: SourceTable,
        field: str,
        names: object,
        keys: Mapping[str, Mapping[str, Table]],
        kinds: tuple[str, ...],
    ) -> None:
        sections = sorted(SECTIONS) if field == "about" else []
        for name in texts_in(names):
            if any(name in keys[kind] for kind in kinds) or name in sections:
                continue
            known = [key for kind in kinds for key in keys[kind]] + sections
            expected = kinds[0] if len(kinds) == 1 else "record"
            self._problem(table, field, f"there is no {expected} {name!r}{_suggestion(name, known)}")

    def _derive_confidence(self, table: SourceTable, sources: Mapping[str, Table]) -> None:
        """Add ``confidence`` where the files leave it out: two independent publishers confirm a fact."""
        for part in table.parts:
            if "confidence" in fields_of(part.record) and "sources" in part.table:
                part.table.setdefault("confidence", _confidence(part.table["sources"], sources))

    def _check_order(self) -> None:
        taken: dict[int, str] = {}
        for table in self.tables:
            order = table.table.get("order")
            if table.kind == "member" and isinstance(order, int) and taken.setdefault(order, table.name) != table.name:
                self._problem(table, "order", f"is the place of {taken[order]} too; choose a number between others")

    def _check_uses(self, show: r.Show | None) -> None:
        """Report sources that no fact cites and publishers without a source: either lost the other."""
        cited = {
            name
            for table in self.tables
            for part in table.parts
            for field in _source_fields(part.table)
            for name in texts_in(part.table[field])
        }
        publishers = {
            name for table in self.tables if table.kind == "source" for name in texts_in(table.table.get("publisher"))
        }
        for table in self.tables if show is not None else ():
            if table.kind == "source" and table.table["key"] not in cited:
                self._problem(table, "", "no fact cites it; cite it or remove it")
            if table.kind == "publisher" and table.table["key"] not in publishers:
                self._problem(table, "", "no source is published by it; remove it")

    def _show(self, language: str, tables: list[Table], file: str | None = None) -> r.Show | None:
        """Build the show in one language. ``file`` is the translation to name in problems that only it has."""
        lists: dict[str, list[Any]] = {name: [] for name, _record in TABLES.values()}
        single: dict[str, Any] = {}
        for source, table in zip(self.tables, tables, strict=True):
            record = self._converted(source, table, file or source.file)
            if record and source.kind in SINGLE:
                single[source.kind] = record
            elif record:
                lists[TABLES[source.kind][0]].append(record)
        if self.problems:
            return None
        _sort_by_billing(lists["members"], lists["relations"])
        fields: dict[str, Any] = {name: tuple(records) for name, records in lists.items()}
        for name in ("publishers", "sources"):
            fields[name] = {record.key: record for record in lists[name]}
        return r.Show(language=language, **single, **fields)

    def _converted(self, source: SourceTable, table: Table, file: str) -> r.Record | None:
        try:
            return msgspec.convert(table, source.record)
        except msgspec.ValidationError:
            known = {problem[1:] for problem in self.problems}
            found = [Problem(file, source.name, *fault) for fault in _faults(table, source.record)]
            self.problems += [problem for problem in found if problem[1:] not in known]
            return None

    def _translated(self, path: Path) -> r.Show | None:
        """Build the show with the texts of a translation; English remains where it has none."""
        texts, complete = self.texts(path)
        tables: list[Table] = []
        for source in self.tables:
            own = texts.pop(source.kind if source.kind in SINGLE else source.name, {})
            missing: list[str] = []
            tables.append(_overlaid(source.table, own, source.record, missing))
            for field in missing if complete else ():
                self._translation_problem(path, source.name, field, "is not translated; add it")
            for field in _leaves(own):
                what = "is not a text of this record; correct the name or remove it"
                if any(step.isdigit() for step in field.split(".")):
                    what = "names its record by position; use the key of the record instead"
                self._translation_problem(path, source.name, field, what)
        for name in texts:
            self._translation_problem(path, name, "", "there is no such record; correct the key or remove the table")
        show = self._show(path.stem, tables, self._relative(path))
        return show and structs.replace(show, is_complete=complete)

    def texts(self, path: Path) -> tuple[dict[str, Table], bool]:
        """Return the tables of a translation by record name, and whether it must be complete. Empty texts are none."""
        kinds = _without_empty(self._parsed(path))
        complete = bool(kinds.pop("complete", False))
        texts: dict[str, Table] = {}
        for kind, value in kinds.items():
            tables: Table = cast("Table", value) if isinstance(value, dict) and kind not in SINGLE else {"": value}
            for key, table in tables.items():
                name = f"{kind} {key}".rstrip()
                if isinstance(table, dict):
                    texts[name] = cast("Table", table)
                else:
                    place = ".".join(filter(None, [kind, key]))
                    self._translation_problem(path, name, "", f"is not a table; write its texts under [{place}]")
        return texts, complete

    def _translation_problem(self, path: Path, record: str, field: str, what: str) -> None:
        self.problems.append(Problem(self._relative(path), record, field, what))


def _sort_by_billing(members: list[r.Member], relations: list[r.Relation]) -> None:
    """Order members by billing, and relations by the billing of the two; the names of the files do not matter."""
    members.sort(key=lambda member: member.order)
    place = {member.key: member.order for member in members}
    relations.sort(key=lambda relation: (place[relation.of], place[relation.to]))


def _suggestion(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _collect_scripts(name: Table) -> None:
    """Move the language tags of a name, ``ko = "..."``, into the one field that holds them all."""
    tags = [tag for tag in name if tag not in fields_of(r.Name) and re.fullmatch(r.LANGUAGE_TAG, tag)]
    if tags:
        name["scripts"] = {tag: name.pop(tag) for tag in tags}


def _source_fields(table: Table) -> list[str]:
    return [field for field in table if field == "sources" or field.endswith("_sources")]


def _confidence(names: object, sources: Mapping[str, Table]) -> r.Confidence:
    found = [sources[name] for name in texts_in(names) if name in sources]
    witnesses = {str(source.get("origin") or source.get("publisher")) for source in found}
    return "confirmed" if len(witnesses) > 1 else "single"


def _faults(table: Table, record: type[r.Record]) -> Iterator[tuple[str, str]]:
    """Yield (field, what to do) for every mistake in a table."""
    for path, part, inner in parts_of(table, record):
        fields = fields_of(inner)
        for name in sorted(part.keys() - fields.keys()):
            yield path + name, f"unknown field{_suggestion(name, list(fields))}"
        for name, field in fields.items():
            if inner is r.Name and name == "scripts":
                scripts = _below(part, "scripts")
                yield from ((path + tag, what) for tag in scripts for what in _fault(scripts[tag], fields["latin"]))
            elif name in part:
                yield from ((path + name, what) for what in _fault(part[name], field))
            elif field.required:
                yield path + name, "is missing; add it"


def _fault(value: object, field: Field) -> Iterator[str]:
    """Yield what is wrong with a value. Tables inside it are checked on their own."""
    tables = list(labelled(value)) if field.record else []
    if tables and len(tables) == len(values(value)):
        return
    try:
        msgspec.convert(value, field.type)
    except msgspec.ValidationError as error:
        quoted = repr(value)
        quoted = quoted if len(quoted) <= MAX_QUOTED else quoted[: MAX_QUOTED - 1] + "…"
        message = str(error).split(" - at ", maxsplit=1)[0].replace("`", "")
        yield f"{KEY_RULE if r.KEY_PATTERN in message else message}, but it is {quoted}"


def _overlaid(table: Table, texts: Table, record: type[r.Record], missing: list[str], path: str = "") -> Table:
    """Return a copy of ``table`` in another language, and remove from ``texts`` what was used."""
    result = dict(table)
    for name, field in fields_of(record).items():
        if name not in table:
            continue
        if field.record:
            parts = [
                _overlaid(part, _below(texts, name, label), field.record, missing, join(path, name, label))
                for label, part in labelled(table[name])
            ]
            if len(parts) == len(values(table[name])):
                result[name] = parts if isinstance(table[name], list) else parts[0]
        elif field.translated and name in texts:
            result[name] = texts.pop(name)
        elif field.translated == r.TRANSLATED:
            missing.append(path + name)
    return result


def _below(texts: Table, *names: str) -> Table:
    """Return the table at the end of a path of names; an empty one where there is none."""
    for name in filter(None, names):
        inner = texts.get(name)
        texts = cast("Table", inner) if isinstance(inner, dict) else {}
    return texts


def _without_empty(texts: Table) -> Table:
    """Return the texts without the places that nobody has filled yet."""
    filled = {
        name: _without_empty(cast("Table", value)) if isinstance(value, dict) else value
        for name, value in texts.items()
    }
    return {name: value for name, value in filled.items() if value not in ("", [], {})}


def _leaves(texts: Table, path: str = "") -> Iterator[str]:
    for name, value in texts.items():
        if isinstance(value, dict):
            yield from _leaves(cast("Table", value), f"{path}{name}.")
        else:
            yield path + name
