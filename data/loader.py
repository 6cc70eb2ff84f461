"""TOML files in, one :class:`~data.records.Show` out, or every problem there is in one message.

The files of a folder are read together: a table means the same in whichever file it stands, so a show may
spread its facts as it likes. The common case is one typed conversion for a table; only when that fails is each
field looked at by itself, to name all that is wrong at once.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast, get_args

import msgspec
import tomli

from data import records as r
from data.records import LANGUAGE_TAG

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Table = dict[str, Any]

TABLES: dict[str, tuple[str, type[r.Record]]] = {
    "source": ("sources", r.Source),
    "group": ("groups", r.Group),
    "member": ("members", r.Member),
    "relation": ("relations", r.Relation),
    "credit": ("credits", r.Credit),
    "company": ("companies", r.Company),
    "singer": ("singers", r.Singer),
    "track": ("tracks", r.Track),
    "disc": ("discs", r.Disc),
    "edition": ("editions", r.Edition),
    "chart": ("charts", r.Chart),
    "episode": ("episodes", r.Episode),
    "special": ("specials", r.Special),
    "rating": ("ratings", r.Rating),
    "ranking": ("rankings", r.Ranking),
    "week": ("weeks", r.Week),
    "total": ("totals", r.Total),
    "report": ("reports", r.Report),
    "statement": ("statements", r.Statement),
    "reason": ("reasons", r.Reason),
    "title": ("titles", r.Title),
    "place": ("places", r.Place),
    "award": ("awards", r.Award),
    "fact": ("facts", r.ShowFact),
    "dispute": ("disputes", r.Dispute),
    "false_claim": ("false_claims", r.FalseClaim),
    "unknown": ("unknowns", r.Unknown),
    "vocabulary": ("vocabulary", r.Vocabulary),
}
"""Table in the files -> the field of :class:`Show` that holds its records, and what each of them is."""

SINGLE: dict[str, type[r.Record]] = {"about": r.About, "verdict": r.Verdict}
"""Tables that stand once in a show."""

SECTIONS = frozenset({"album", "awards", "cast", "episodes", "netflix", "ratings", "season2", "show"})
"""What ``about`` may name besides a record: a whole card."""

SPOILERS = frozenset(
    {"member", "relation", "statement", "reason", "place", "fact", "dispute", "false_claim", "unknown"}
)
"""Tables whose records may be safe only after an episode, and whose cards bar them; facts and scenes inside any other
record may be, too. The synopsis of an episode is barred by itself."""

REFERENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "member": {"group": ("group",)},
    "relation": {"of": ("member",), "to": ("member",)},
    "singer": {"member": ("member",)},
    "track": {"singer": ("singer",)},
    "disc": {"listing": ("track",)},
    "chart": {"track": ("track",)},
    "award": {"to": ("member", "track", "singer", "credit")},
    "fact": {"about": tuple(TABLES)},
    "dispute": {"about": tuple(TABLES)},
    "false_claim": {"about": tuple(TABLES)},
    "unknown": {"about": tuple(TABLES)},
}
"""Which fields name records of which tables (sources are known by their field names)."""


LONGEST_SHOWN = 60
"""How many characters of a wrong value a problem quotes."""


class Problem(NamedTuple):
    """One thing wrong with the facts, in words that say what to do."""

    file: str
    record: str
    field: str
    what: str

    def __str__(self) -> str:
        place = " ".join(part for part in (self.record, self.field and f"field {self.field!r}") if part)
        return f"{self.file}: {place + ': ' if place else ''}{self.what}"


class BrokenFacts(Exception):
    """The facts cannot be used; ``problems`` holds all that is wrong, not the first only."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        count = f"{len(problems)} problem{'s' if len(problems) != 1 else ''}"
        super().__init__("\n".join([f"{count} in the facts:", *(f"  {problem}" for problem in problems)]))


def load(folder: Path | str) -> r.Show:
    """Read every ``*.toml`` of ``folder`` and its ``translations/``; raises :class:`BrokenFacts` with all problems."""
    return Loader(Path(folder)).load()


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as it was read, and where."""

    file: str
    kind: str
    table: Table
    record: type[r.Record]
    """What the table is once it is converted."""
    parts: list[tuple[str, Table, type[r.Record]]]
    """The table and every table in it, each with the path to it and the record it is."""

    @property
    def name(self) -> str:
        """What a problem calls the record: ``member seo-i-jun``."""
        key = self.table.get("key")
        return f"{self.kind} {key}" if isinstance(key, str) else self.kind


class Loader:
    """One reading of a folder; collects problems on its way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.placed: list[SourceTable] = []

    def load(self) -> r.Show:
        """Read, check, convert; see :func:`load`."""
        self._read_tables()
        keys = self._keys()
        for placed in self.placed:
            self._check_inner_keys(placed)
            self._check_spoiler(placed)
            self._check_references(placed, keys)
            self._derive_confidence(placed, keys["source"])
        show = self._show("en", [placed.table for placed in self.placed])
        translations = {path.stem: self._translated(path) for path in sorted(self.folder.glob("translations/*.toml"))}
        self._check_uses(show)
        if self.problems or show is None:
            raise BrokenFacts(self.problems)
        show.translations.update({language: other for language, other in translations.items() if other})
        return show

    def _problem(self, placed: SourceTable, field: str, what: str) -> None:
        self.problems.append(Problem(placed.file, placed.name, field, what))

    def _read_tables(self) -> None:
        paths = sorted(self.folder.glob("*.toml"))
        if not paths:
            self.problems.append(Problem(str(self.folder), "", "", "holds no facts; name a folder with .toml files"))
        for path in paths:
            for kind, value in self._parsed(path).items():
                self._place(path.name, kind, value)
        abouts = sum(placed.kind == "about" for placed in self.placed)
        if paths and abouts != 1:
            self.problems.append(Problem(str(self.folder), "about", "", f"one table [about] is wanted, {abouts} found"))

    def _parsed(self, path: Path) -> Table:
        try:
            return tomli.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
            self.problems.append(Problem(self._relative(path), "", "", f"cannot be read: {error}"))
            return {}

    def _relative(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def _place(self, file: str, kind: str, value: object) -> None:
        tables = [part for _label, part in _parts(value)]
        known = kind in (TABLES if isinstance(value, list) else SINGLE)
        if known and len(tables) == len(_values(cast("object", value))):
            record = SINGLE[kind] if kind in SINGLE else TABLES[kind][1]
            for table in tables:
                parts = list(_tables(table, record))
                for _path, part, inner in parts:
                    if inner is r.Name:
                        _collect_scripts(part)
                self.placed.append(SourceTable(file, kind, table, record, parts))
            return
        wanted = f"[[{kind}]]" if kind in TABLES else f"[{kind}]" if kind in SINGLE else None
        what = f"write it as {wanted}" if wanted else f"unknown table{_meant(kind, [*TABLES, *SINGLE])}"
        self.problems.append(Problem(file, kind, "", what))

    def _keys(self) -> dict[str, dict[str, Table]]:
        keys: dict[str, dict[str, Table]] = {kind: {} for kind in TABLES}
        addresses: dict[str, str] = {}
        for placed in self.placed:
            key = placed.table.get("key")
            if placed.kind not in TABLES or not isinstance(key, str):
                continue
            if key in keys[placed.kind]:
                self._problem(placed, "key", "is used twice; give one of the two records another key")
            keys[placed.kind][key] = placed.table
            url = placed.table.get("url")
            if placed.kind == "source" and isinstance(url, str) and addresses.setdefault(url, key) != key:
                self._problem(placed, "url", f"is the page of source {addresses[url]} too; keep one of the two")
        return keys

    def _check_inner_keys(self, placed: SourceTable) -> None:
        """Records inside a record are told apart by their keys, too."""
        paths = [path for path, _table, _record in placed.parts]
        for path in dict.fromkeys(path for path in paths if paths.count(path) > 1):
            self._problem(placed, f"{path}key", "is used twice; give one of the two records another key")

    def _check_spoiler(self, placed: SourceTable) -> None:
        if placed.table.get("after_episode") and placed.kind not in SPOILERS:
            what = "has no effect on a record of this kind: cards show it to everybody; leave it out"
            self._problem(placed, "after_episode", what)

    def _check_references(self, placed: SourceTable, keys: Mapping[str, Mapping[str, Table]]) -> None:
        for path, table, _record in placed.parts:
            for field in _source_fields(table):
                self._check_names(placed, path + field, table[field], keys, ("source",))
            for field in ("music", "lyrics") if path == "writing." else ():
                self._check_names(placed, path + field, table.get(field), keys, ("credit",))
        for field, kinds in REFERENCES.get(placed.kind, {}).items():
            self._check_names(placed, field, placed.table.get(field), keys, kinds)

    def _check_names(
        self,
        placed: SourceTable,
        field: str,
        names: object,
        keys: Mapping[str, Mapping[str, Table]],
        kinds: tuple[str, ...],
    ) -> None:
        for name in _listed(names):
            if any(name in keys[kind] for kind in kinds) or (field == "about" and name in SECTIONS):
                continue
            known = [key for kind in kinds for key in keys[kind]] + (sorted(SECTIONS) if field == "about" else [])
            wanted = kinds[0] if len(kinds) == 1 else "record"
            self._problem(placed, field, f"there is no {wanted} {name!r}{_meant(name, known)}")

    def _derive_confidence(self, placed: SourceTable, sources: Mapping[str, Table]) -> None:
        """Fill in ``confidence`` where the files leave it out: two independent witnesses confirm a fact."""
        for _path, table, record in placed.parts:
            if "confidence" in _fields(record) and "sources" in table:
                table.setdefault("confidence", _confidence(table["sources"], sources))

    def _check_uses(self, show: r.Show | None) -> None:
        """A source that nothing names is a slip: a fact lost its source, or the source its fact."""
        cited = {
            name
            for placed in self.placed
            for _path, table, _record in placed.parts
            for field in _source_fields(table)
            for name in _listed(table[field])
        }
        for placed in self.placed:
            if placed.kind == "source" and show is not None and placed.table["key"] not in cited:
                self._problem(placed, "", "no fact names it; cite it or take it out")

    def _show(self, language: str, tables: list[Table], file: str | None = None) -> r.Show | None:
        """The show in one language; ``file`` is to blame for what is wrong only there."""
        lists: dict[str, list[Any]] = {name: [] for name, _record in TABLES.values()}
        single: dict[str, Any] = {}
        for placed, table in zip(self.placed, tables, strict=True):
            record = self._converted(placed, table, file or placed.file)
            if record and placed.kind in SINGLE:
                single[placed.kind] = record
            elif record:
                lists[TABLES[placed.kind][0]].append(record)
        if self.problems:
            return None
        fields: dict[str, Any] = {name: tuple(records) for name, records in lists.items()}
        fields["sources"] = {source.key: source for source in lists["sources"]}
        return r.Show(language=language, **single, **fields)

    def _converted(self, placed: SourceTable, table: Table, file: str) -> r.Record | None:
        try:
            return msgspec.convert(table, placed.record)
        except msgspec.ValidationError:
            known = {problem[1:] for problem in self.problems}
            found = [Problem(file, placed.name, *fault) for fault in _faults(table, placed.record)]
            self.problems += [problem for problem in found if problem[1:] not in known]
            return None

    def _translated(self, path: Path) -> r.Show | None:
        """The show with the prose of a translation laid over it; English shows through where that has holes."""
        texts, whole = self._texts(path)
        tables: list[Table] = []
        for placed in self.placed:
            mine = texts.pop(placed.kind if placed.kind in SINGLE else placed.name, {})
            missing: list[str] = []
            tables.append(_overlaid(placed.table, mine, placed.record, missing))
            if whole and missing:
                self._problem_in(path, placed.name, f"is not translated: {', '.join(missing)}")
            for left in _leaves(mine):
                self._problem_in(path, placed.name, f"{left!r} has nothing to translate; mend its name or take it out")
        for name in texts:
            self._problem_in(path, name, "translates a record that does not exist; mend its key or take it out")
        return self._show(path.stem, tables, self._relative(path))

    def _texts(self, path: Path) -> tuple[dict[str, Table], bool]:
        """The tables of a translation by the name of their record, and whether none may be missing."""
        kinds = self._parsed(path)
        whole = bool(kinds.pop("complete", False))
        texts: dict[str, Table] = {}
        for kind, value in kinds.items():
            tables: Table = cast("Table", value) if isinstance(value, dict) and kind not in SINGLE else {"": value}
            for key, table in tables.items():
                if isinstance(table, dict):
                    texts[f"{kind} {key}".rstrip()] = cast("Table", table)
                else:
                    place = ".".join(filter(None, [kind, key]))
                    self._problem_in(path, f"{kind} {key}".rstrip(), f"is no table; write its texts under [{place}]")
        return texts, whole

    def _problem_in(self, path: Path, record: str, what: str) -> None:
        self.problems.append(Problem(self._relative(path), record, "", what))


def _meant(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _values(value: object) -> list[object]:
    """The values of a list, or the one value."""
    return cast("list[object]", value) if isinstance(value, list) else [value]


def _listed(value: object) -> list[str]:
    return [name for name in _values(value) if isinstance(name, str)]


def _tables(table: Table, record: type[r.Record], path: str = "") -> Iterator[tuple[str, Table, type[r.Record]]]:
    """The table and every table in it, each with the path to it and the record it is."""
    yield path, table, record
    for name, field in _fields(record).items():
        if field.record and name in table:
            for label, part in _parts(table[name]):
                yield from _tables(part, field.record, _path(path, name, label))


def _parts(value: object) -> Iterator[tuple[str, Table]]:
    """The tables of a field by their key or their position in a list; a table that stands alone has the label ""."""
    for index, part in enumerate(_values(value), start=1):
        if isinstance(part, dict):
            table = cast("Table", part)
            yield (str(table.get("key", index)) if isinstance(value, list) else ""), table


def _path(above: str, name: str, label: str) -> str:
    return f"{above}{name}.{label}." if label else f"{above}{name}."


def _collect_scripts(name: Table) -> None:
    """Move the language tags of a name, ``ko = "..."``, into the one field that holds them all."""
    tags = [tag for tag in name if tag not in _fields(r.Name) and re.fullmatch(LANGUAGE_TAG, tag)]
    if tags:
        name["scripts"] = {tag: name.pop(tag) for tag in tags}


def _source_fields(table: Table) -> list[str]:
    return [field for field in table if field == "sources" or field.endswith("_sources")]


def _confidence(names: object, sources: Mapping[str, Table]) -> str:
    found = [sources[name] for name in _listed(names) if name in sources]
    witnesses = {str(source.get("origin") or source.get("publisher")) for source in found}
    return "confirmed" if len(witnesses) > 1 else "single"


def _faults(table: Table, record: type[r.Record]) -> Iterator[tuple[str, str]]:
    """Everything wrong with a table: (field, what to do), each field looked at by itself."""
    for path, part, inner in _tables(table, record):
        fields = _fields(inner)
        for name in sorted(part.keys() - fields.keys()):
            yield path + name, f"unknown field{_meant(name, list(fields))}"
        for name, field in fields.items():
            if inner is r.Name and name == "scripts":
                scripts = _below(part, "scripts")
                yield from ((path + tag, what) for tag in scripts for what in _fault(scripts[tag], fields["latin"]))
            elif name in part:
                yield from ((path + name, what) for what in _fault(part[name], field))
            elif field.required:
                yield path + name, "is missing; add it"


def _fault(value: object, field: _Field) -> Iterator[str]:
    """What is wrong with a value; tables inside it are looked at by themselves."""
    tables = list(_parts(value)) if field.record else []
    if tables and len(tables) == len(_values(value)):
        return
    try:
        msgspec.convert(value, field.type)
    except msgspec.ValidationError as error:
        shown = repr(value)
        shown = shown if len(shown) <= LONGEST_SHOWN else shown[: LONGEST_SHOWN - 1] + "…"
        yield f"{str(error).split(' - at ', maxsplit=1)[0].replace('`', '')}, but it is {shown}"


class _Field(NamedTuple):
    type: Any
    required: bool
    record: type[r.Record] | None
    """The record that the field holds: one, maybe one, or a list of them."""
    translated: dict[str, bool] | None
    """How the field's prose is translated (see :mod:`data.records`); None: it is not prose."""


@cache
def _fields(record: type[r.Record]) -> dict[str, _Field]:
    """The fields of a record by the names they have in the files."""
    return {
        field.encode_name: _Field(field.type, field.required, _record_in(field.type), _translated(field.type))
        for field in msgspec.structs.fields(record)
    }


def _record_in(kind: Any) -> type[r.Record] | None:
    if isinstance(kind, type) and issubclass(kind, r.Record):
        return kind
    return next(filter(None, map(_record_in, get_args(kind))), None)


def _translated(kind: Any) -> dict[str, bool] | None:
    marks = [meta.extra for meta in getattr(kind, "__metadata__", ()) if meta.extra]
    return next(filter(None, [*marks, *map(_translated, get_args(kind))]), None)


def _overlaid(table: Table, texts: Table, record: type[r.Record], missing: list[str], path: str = "") -> Table:
    """A copy of ``table`` in another language; texts that are used are taken out of ``texts``."""
    result = dict(table)
    for name, field in _fields(record).items():
        if name not in table:
            continue
        if field.record:
            parts = [
                _overlaid(part, _below(texts, name, label), field.record, missing, _path(path, name, label))
                for label, part in _parts(table[name])
            ]
            if len(parts) == len(_values(table[name])):
                result[name] = parts if isinstance(table[name], list) else parts[0]
        elif field.translated and name in texts:
            result[name] = texts.pop(name)
        elif field.translated == r.TRANSLATED:
            missing.append(path + name)
    return result


def _below(texts: Table, *names: str) -> Table:
    """The table at the end of a path of names; an empty one where something else stands, or nothing."""
    for name in filter(None, names):
        inner = texts.get(name)
        texts = cast("Table", inner) if isinstance(inner, dict) else {}
    return texts


def _leaves(texts: Table, path: str = "") -> Iterator[str]:
    for name, value in texts.items():
        if isinstance(value, dict):
            yield from _leaves(cast("Table", value), f"{path}{name}.")
        else:
            yield path + name
