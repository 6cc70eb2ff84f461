"""Suggestions as input: some clients send the name that is shown instead of the value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.cards.layout import MAX_OPTIONS
from bot.cards.reader import BotInfo, Reader
from bot.domain.text.normalization import clean, words
from bot.i18n.catalog import catalog, languages
from data.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.domain.knowledge_base import KnowledgeBase
    from data.records import Name

ShownNames = Callable[[Reader], Iterable[tuple[str, str]]]
"""The keys of a command's records, each with a name under which its suggestion is shown to a reader."""


def key_of(reader: Reader, text: str, names: ShownNames) -> str:
    """The key of the one record whose suggestion has this name in any language, or ""."""
    found = _keys_by_name(reader.knowledge.original, names).get(_normalized(text), set())
    return next(iter(found)) if len(found) == 1 else ""


def completed(reader: Reader, typed: str, names: ShownNames, found: Sequence[str]) -> list[str]:
    """The keys that a search has found, after the one whose suggestion has just this name.

    If there are none: the keys of the suggestions whose name begins with what is typed.
    """
    if not (normalized := _normalized(typed)):
        return list(found)
    if key := key_of(reader, typed, names):
        return list(dict.fromkeys([key, *found]))[:MAX_OPTIONS]
    begun = (key for key, name in names(reader) if _normalized(name).startswith(normalized))
    return list(found or dict.fromkeys(begun))[:MAX_OPTIONS]


@lru_cache(maxsize=20)
def _keys_by_name(knowledge: KnowledgeBase, names: ShownNames) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for language in languages():
        for key, name in names(Reader(knowledge, catalog(language), BotInfo())):
            found.setdefault(_normalized(name), set()).add(key)
    return found


def one_of_each_script(names: Iterable[Name]) -> list[str]:
    """Something that might be typed in each script in which names are shown; "" for what is shown before."""
    return ["", *{script_of(form): form for name in names for form in name.forms}.values()]


def _normalized(text: str) -> str:
    """A text without blanks, case and signs."""
    return "".join(words(clean(text)))
