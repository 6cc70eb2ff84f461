"""Checks the catalogs for translators: ``python -m bot check`` prints what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.i18n.catalog import LOCALES, SOURCE, language_of, languages, message_files, regions
from bot.i18n.messages import FUNCTIONS, read_messages

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


class _Entry(NamedTuple):
    """A message or term: the file it is in, the arguments it takes, and what it refers to."""

    file: str
    arguments: set[str]
    references: set[str]
    functions: set[str]


def problems(complete: Collection[str] = ()) -> list[str]:
    """Every mistake in the catalogs, each with its file, its message, and what to do.

    A language that is ``complete`` has every message; in another one, English stands in for what is missing.
    """
    found: list[str] = []
    source = _entries(SOURCE, found)
    for language in sorted(languages() | regions()):
        entries = source if language == SOURCE else _entries(language, found)
        others = _entries(language_of(language), []) if language in regions() else entries
        for name, entry in entries.items():
            place = f"{entry.file}: {name}"
            if name not in source and not name.startswith("-"):
                found.append(f"{place} is not a message of {SOURCE}; correct its name or remove it")
            elif unknown := entry.arguments - source.get(name, entry).arguments - _OPTIONAL:
                names = ", ".join(f"${argument}" for argument in sorted(unknown))
                found.append(f"{place} uses {names}, which the English message does not; correct the name")
            found += [
                f"{place} refers to {other}, which does not exist; correct the name"
                for other in sorted(entry.references - entries.keys() - others.keys())
            ]
            found += [
                f"{place} calls {function}, which does not exist; use one of {', '.join(sorted(FUNCTIONS))}"
                for function in sorted(entry.functions - FUNCTIONS.keys())
            ]
        if language in complete:
            found += [
                f"{entry.file.replace(f'/{SOURCE}/', f'/{language}/')}: {name} is missing; add it"
                for name, entry in source.items()
                if name not in entries and not name.startswith("-")
            ]
    return found


_OPTIONAL = {"gender", "of"}
"""Arguments of every word for a relation. A language uses those that its grammar needs."""


def _entries(language: str, found: list[str]) -> dict[str, _Entry]:
    """The messages and terms of a language or region by name. What cannot be parsed is added to ``found``."""
    entries: dict[str, _Entry] = {}
    for path in message_files(language):
        file = _relative(path)
        for entry in FluentParser().parse(read_messages(path)).body:
            if isinstance(entry, ast.Junk):
                line = (entry.content or "").strip().splitlines()[0]
                found.append(f"{file}: cannot be read from {line[:60]!r} on; look for a missing brace or indent")
            elif isinstance(entry, ast.Message | ast.Term):
                name = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
                if name in entries:
                    found.append(f"{file}: {name} is also in {entries[name].file}; remove one of them")
                collector = _Collector()
                collector.visit(entry)
                entries[name] = _Entry(file, collector.arguments, collector.references, collector.functions)
    return entries


def translated_shares(language: str) -> dict[str, tuple[int, int]]:
    """How many messages of each file a language has, and of how many."""
    own = _entries(language, [])
    shares: dict[str, tuple[int, int]] = {}
    for name, entry in _entries(SOURCE, []).items():
        file = entry.file.rpartition("/")[2]
        done, whole = shares.get(file, (0, 0))
        shares[file] = (done + (name in own), whole + 1)
    return shares


def _relative(path: Path) -> str:
    return path.relative_to(LOCALES.parents[2]).as_posix()


class _Collector(Visitor):
    """Collects the arguments, references and functions in a message."""

    def __init__(self) -> None:
        self.arguments: set[str] = set()
        self.references: set[str] = set()
        self.functions: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
        """Collect an argument."""
        self.arguments.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        """Collect a message."""
        self.references.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        """Collect a term."""
        self.references.add(f"-{node.id.name}")

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        """Collect a function and its arguments."""
        self.functions.add(node.id.name)
        self.generic_visit(node)
