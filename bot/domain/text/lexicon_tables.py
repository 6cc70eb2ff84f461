"""Single tables of the lexicons: what the search for names needs without parsing all the words of questions."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import tomli

LEXICONS: Final = Path(__file__).parents[1] / "questions" / "lexicons"


@cache
def lexicon_tables(name: str) -> tuple[dict[str, Any], ...]:
    """A table of every language that has it, in the order of the languages."""
    table = re.compile(rf"^\[{re.escape(name)}\]$.*?(?=^\[|\Z)", re.MULTILINE | re.DOTALL)
    found = [table.search(path.read_text(encoding="utf-8")) for path in sorted(LEXICONS.glob("*.toml"))]
    return tuple(tomli.loads(one[0])[name] for one in found if one)


@cache
def lexicon_words(table: str, key: str) -> tuple[str, ...]:
    """The words under a key of a table, of all languages together."""
    return tuple(word for words in lexicon_tables(table) for word in words.get(key, ()))
