"""What is wrong with the bot's own words, for people who translate them: ``python -m bot check`` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.i18n.catalog import LOCALES, SOURCE, languages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def problems() -> list[str]:
    """Every slip in the catalogs, each with its file, its message and what to do."""
    source = dict(_messages(SOURCE, found := []))
    for language in sorted(languages() - {SOURCE}):
        for key, (place, arguments) in _messages(language, found):
            if key not in source:
                found.append(f"{place}: {key} is no message of {SOURCE}; mend its name or take it out")
            elif strange := arguments - source[key][1]:
                names = ", ".join(f"${name}" for name in sorted(strange))
                found.append(f"{place}: {key} uses {names}, which the English message does not have; mend the name")
    return found


def _messages(language: str, found: list[str]) -> Iterator[tuple[str, tuple[str, set[str]]]]:
    """Each message of a language with its file and its arguments; what cannot be read is added to ``found``."""
    for path in sorted((LOCALES / language).glob("*.ftl")):
        place = _place(path)
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Junk):
                line = (entry.content or "").strip().splitlines()[0]
                found.append(f"{place}: cannot be read from {line[:60]!r} on; look for a missing brace or indent")
            elif isinstance(entry, ast.Message):
                arguments = _Arguments()
                arguments.visit(entry)
                found += [
                    f"{place}: {entry.id.name} refers to {other}; write out what that says"
                    for other in sorted(arguments.others)
                ]
                yield entry.id.name, (place, arguments.names)


def _place(path: Path) -> str:
    return path.relative_to(LOCALES.parents[2]).as_posix()


class _Arguments(Visitor):
    """Collects the names that a message wants to be given, and the messages that it refers to."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.others: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
        """Take the name of an argument."""
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference | ast.TermReference) -> None:  # noqa: N802
        """Take the name of another message."""
        self.others.add(node.id.name)

    visit_TermReference = visit_MessageReference  # noqa: N815
