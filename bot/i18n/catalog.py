"""The bot's messages in each language, from Fluent catalogs.

A catalog is a folder of ``.ftl`` files under ``locales``; a new language is a new folder. A region that says some
things in its own way has a file beside the folders, such as ``es-419.ftl``, with only the messages that differ. A
message is parsed when it is first needed: all messages of a language take 40 ms to parse, which a start need not wait
for.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fluent.runtime import FluentBundle, FluentResource

from bot.domain.text.hangul import particle
from bot.i18n.formats import Formats

if TYPE_CHECKING:
    from collections.abc import Callable

LOCALES = Path(__file__).parent / "locales"
SOURCE = "en"
"""The language in which every message exists."""


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


def _myriads(millions: float, ten_thousand: str, hundred_million: str) -> str:
    """Millions for those who count in steps of four digits: 682.6 is 6億8260万."""
    high, low = divmod(round(float(millions) * 100), 10_000)
    return (f"{high}{hundred_million}" if high else "") + (f"{low}{ten_thousand}" if low or not high else "")


def _contracted(preposition: str, text: str, article: str, contraction: str) -> str:
    """A preposition before a text; with the article that the text may begin with it becomes one word: "del"."""
    rest = text.removeprefix(f"{article} ")
    return f"{preposition} {text}" if rest == text else f"{contraction} {rest}"


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "CAPITALIZED": _capitalized,
    "CONTRACTED": _contracted,
    "MYRIADS": _myriads,
    "PARTICLE": particle,
}
"""Functions for messages. A Korean particle depends on the word before it."""

_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=.*\n(?:(?:[ }].*)?\n)*", re.MULTILINE)
"""A message or a term: a name at the beginning of a line, and the lines that belong to it."""
_EMPTY = re.compile(r"^-?[a-zA-Z][\w-]* *=[ \t]*\n(?![ \t]+\S)", re.MULTILINE)
"""A message that nobody has translated yet: a name without a text."""
_REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")
"""The name of a message or a term in a placeable. Function names match as well; no message has such a name."""


class MissingMessage(LookupError):
    """A message that no catalog has, or that lacks an argument: a mistake in the code, which the tests find."""


@cache
def languages() -> frozenset[str]:
    """The languages that have a catalog."""
    return frozenset(folder.name for folder in LOCALES.iterdir() if any(folder.glob("*.ftl")))


@cache
def language_of(locale: str) -> str:
    """The language for one of Discord's locales; English if there is no catalog for it."""
    return next((name for name in (locale, locale.partition("-")[0]) if name in languages()), SOURCE)


@cache
def regions() -> frozenset[str]:
    """The locales that have a file of their own beside the catalog of their language."""
    return frozenset(file.stem for file in LOCALES.glob("*.ftl"))


@cache
def catalog(locale: str) -> Catalog:
    """The catalog of a language, or that of its region, one object for each in the whole process."""
    language = language_of(locale)
    return Catalog(locale) if locale in regions() else catalog(language) if locale != language else Catalog(language)


def read_messages(file: Path) -> str:
    """The text of a file of messages without those that are empty: there, English stands in."""
    return _EMPTY.sub("", file.read_text(encoding="utf-8"))


def clear_caches() -> None:
    """Forget all catalogs, so that changed files are read again."""
    languages.cache_clear()
    regions.cache_clear()
    language_of.cache_clear()
    catalog.cache_clear()


class Catalog(Formats):
    """The messages of one language or region. Calling it formats a message: ``words("cast-title", show="…")``."""

    def __init__(self, locale: str) -> None:
        super().__init__(language_of(locale), locale)
        self._bundle = FluentBundle([self.language], use_isolating=False, functions=FUNCTIONS)
        self._unparsed: dict[str, str] = {}
        """The text of the messages and terms that are not parsed yet, by name."""
        for file in (*sorted((LOCALES / self.language).glob("*.ftl")), *LOCALES.glob(f"{locale}.ftl")):
            self._unparsed |= {entry[1]: entry[0] for entry in _ENTRY.finditer(read_messages(file))}

    def __call__(self, key: str, /, **arguments: Any) -> str:
        """Format a message. ``key`` is its name, or ``name.attribute`` for one of its attributes.

        Raises :class:`MissingMessage` if neither this catalog nor the English one has it, or if an argument is missing.
        """
        name, _, attribute = key.partition(".")
        if not self._has_message(name):
            if self.language == SOURCE:
                raise MissingMessage(key)
            return catalog(SOURCE)(key, **arguments)
        message = self._bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise MissingMessage(f"{key} ({self.language}) is empty")
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise MissingMessage(f"{key} ({self.language}): {errors}")
        return str(text)

    def has_attribute(self, name: str, attribute: str) -> bool:
        """Whether a message has an attribute; the English one counts if this catalog lacks the message."""
        if self._has_message(name):
            return attribute in self._bundle.get_message(name).attributes
        return self.language != SOURCE and catalog(SOURCE).has_attribute(name, attribute)

    def _has_message(self, name: str) -> bool:
        self._parse(name)
        return self._bundle.has_message(name)

    def _parse(self, name: str) -> None:
        """Parse a message or term, and those that it refers to."""
        text = self._unparsed.pop(name, None)
        if text is None:
            return
        self._bundle.add_resource(FluentResource(text))
        for referenced in _REFERENCE.findall(text):
            self._parse(referenced)
