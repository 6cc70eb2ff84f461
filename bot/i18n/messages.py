"""The messages of one language or region, from its Fluent files.

A message is parsed when it is first needed: all messages of a language take 40 ms to parse, which a start need not
wait for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from fluent.runtime import FluentBundle, FluentResource

from bot.domain.text.hangul import particle
from bot.i18n.formats import Formats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path


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
_PLAIN = re.compile(r"\S+ *= *((?:[^{}\n]|\{ *\$[\w-]+ *\})+)\n")
"""A message of one line that holds nothing but text and variables, and needs no parser: six of seven do."""
_VARIABLE = re.compile(r"\{ *\$([\w-]+) *\}")
_REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")
"""The name of a message or a term in a placeable. Function names match as well; no message has such a name."""


class MissingMessage(LookupError):
    """A message that no catalog has, or that lacks an argument: a mistake in the code, which the tests find."""


def read_messages(file: Path) -> str:
    """The text of a file of messages without those that are empty: there, English stands in."""
    return _EMPTY.sub("", file.read_text(encoding="utf-8"))


class Catalog(Formats):
    """The messages of one language or region. Calling it formats a message: ``words("cast-title", show="…")``."""

    def __init__(self, language: str, locale: str, files: Iterable[Path], fallback: Catalog | None) -> None:
        """Of two ``files`` that have a message, the later one counts; ``fallback`` has what none of them has."""
        super().__init__(language, locale)
        self._fallback = fallback
        self._bundle = FluentBundle([locale], use_isolating=False, functions=FUNCTIONS)
        self._unparsed: dict[str, str] = {}
        """The text of the messages and terms that are not parsed yet, by name."""
        self._templates: dict[str, str] = {}
        for file in files:
            self._unparsed |= {entry[1]: entry[0] for entry in _ENTRY.finditer(read_messages(file))}

    def join(self, parts: Sequence[str]) -> str:
        """A list in a sentence: "a, b, and c"."""
        *rest, last = parts or [""]
        return self("list", rest=self.listed(rest), last=last, count=len(parts)) if rest else last

    def __call__(self, key: str, /, **arguments: Any) -> str:
        """Format a message. ``key`` is its name, or ``name.attribute`` for one of its attributes.

        Raises :class:`MissingMessage` if neither this catalog nor the English one has it, or if an argument is missing.
        """
        types = set(map(type, arguments.values()))
        if types <= {str} and (template := self._template(key)):
            try:
                return template.format_map(arguments)
            except KeyError as missing:
                raise MissingMessage(f"{key} ({self.language}) lacks {missing}") from None
        return (self._format if str in types else self._formatted)(key, **arguments)

    def _template(self, name: str) -> str:
        """A plain message as a format string; "" for other ones."""
        if name not in self._templates:
            plain = _PLAIN.fullmatch(self._unparsed.get(name, ""))
            self._templates[name] = _VARIABLE.sub(r"{\1}", plain[1]).strip() if plain else ""
        return self._templates[name]

    def _format(self, key: str, /, **arguments: Any) -> str:
        name, _, attribute = key.partition(".")
        if not self._has_message(name):
            if self._fallback is None:
                raise MissingMessage(key)
            return self._fallback(key, **arguments)
        message = self._bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise MissingMessage(f"{key} ({self.language}) is empty")
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise MissingMessage(f"{key} ({self.language}): {errors}")
        return str(text)

    _formatted = lru_cache(maxsize=1000, typed=True)(_format)
    """The same with numbers alone as arguments: there are few such messages, on many cards."""

    def has_attribute(self, name: str, attribute: str) -> bool:
        """Whether a message has an attribute; the English one counts if this catalog lacks the message."""
        if self._has_message(name):
            return attribute in self._bundle.get_message(name).attributes
        return self._fallback is not None and self._fallback.has_attribute(name, attribute)

    def _has_message(self, name: str) -> bool:
        self._parse(name)
        return self._bundle.has_message(name)

    def _parse(self, name: str) -> None:
        """Parse a message or term, after those that it refers to.

        It is unparsed until all of it is there: the warm-up formats messages in a thread while others are sent.
        """
        text = self._unparsed.get(name)
        if text is None:
            return
        for referenced in _REFERENCE.findall(text):
            self._parse(referenced)
        self._bundle.add_resource(FluentResource(text))
        self._unparsed.pop(name, None)
