"""``make language LANG=fr``: lays out the files of a new language, every English text beside an empty place.

Files that exist stay as they are. ``python -m bot check --progress`` counts what is there.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import tomli
from babel import Locale, UnknownLocaleError
from fluent.syntax import FluentParser, ast, serialize

from bot.config.settings import SHOW
from bot.domain.questions.lexicon import LEXICONS
from bot.i18n.catalog import LOCALES, SOURCE
from bot.preview.page.strings import TEXTS
from data.loader import TRANSLATIONS
from data.translating import laid_out

SERVED_AS = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
"""A language of Discord; one that Discord offers for several countries is served to all of them: ``es``."""


def lay_out(language: str, folder: Path) -> list[Path]:
    """Write every file of a language that is not there yet, and return these files."""
    wanted = {LOCALES / language / path.name: messages(path) for path in sorted((LOCALES / SOURCE).glob("*.ftl"))}
    wanted[LEXICONS / f"{language}.toml"] = lexicon(LEXICONS / f"{SOURCE}.toml")
    wanted[folder / TRANSLATIONS / f"{language}.toml"] = laid_out(folder)
    wanted[TEXTS / f"{language}.toml"] = page_texts(TEXTS / f"{SOURCE}.toml")
    missing = [path for path in wanted if not path.exists()]
    for path in missing:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path], encoding="utf-8")
    return missing


def messages(path: Path) -> str:
    """A catalog without texts: each English message as a comment, and its name below."""
    parts: list[str] = []
    for entry in FluentParser(with_spans=False).parse(path.read_text(encoding="utf-8")).body:
        if isinstance(entry, ast.Message | ast.Term):
            english = serialize(ast.Resource([entry])).strip()
            name = english.partition(" =")[0]
            parts.append("\n".join([*(f"# {line}".rstrip() for line in english.splitlines()), f"{name} ="]))
        else:
            parts.append(serialize(ast.Resource([entry])).strip())
    return "\n\n".join(parts) + "\n"


def lexicon(path: Path) -> str:
    """A lexicon without words: each concept with its English words as a comment."""
    lines = ["# The words of questions. docs/languages.md tells what they mean and how they are written."]
    for name, table in tomli.loads(path.read_text(encoding="utf-8")).items():
        lines += ["", f"[{name}]"]
        for key, words in table.items():
            if isinstance(words, list):
                lines += [f"# {_listed(words)}", f"{key} = []"]
            else:
                lines.append(f"# {key} = {words}")
    return "\n".join(lines) + "\n"


def _listed(words: list[Any]) -> str:
    return ", ".join(map(str, words))


def page_texts(path: Path) -> str:
    """The texts of the preview page, each with its English text as a comment."""
    texts: dict[str, str] = tomli.loads(path.read_text(encoding="utf-8"))
    return "".join(f'# {text}\n{key} = ""\n' for key, text in texts.items())


def main(arguments: list[str]) -> int:
    """Lay out one language and say what to do next."""
    language = arguments[0] if len(arguments) == 1 else ""
    try:
        known = SERVED_AS.fullmatch(language) and Locale.parse(language, sep="-")
    except UnknownLocaleError:
        known = None
    if not known:
        print("Name a language as Discord does, without its country: make language LANG=fr", file=sys.stderr)
        return 1
    for path in lay_out(language, SHOW):
        print(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
    print(f"Fill the empty places of {known.english_name}. How far it is: python -m bot check --progress")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
