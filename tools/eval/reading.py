"""What a person reads of an answer: all visible text without markdown, with the bars of spoilers kept."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.preview.client.client import Answer

_LINK = re.compile(r"\[([^\]\n]*)\]\(<?[^)\s>]*>?\)")
_MARKS = re.compile(r"(?m)^(?:-# |#{1,3} |> |- |\s+- )|(?<!\\)\*{1,3}|(?<!\\)__|(?<!\\)~~|(?<!\\)`+")
_ESCAPED = re.compile(r"\\([^\w\s])")
_BARRED = re.compile(r"\|\|(.+?)\|\|", re.DOTALL)
_ESCAPED_BARS = re.compile(r"\\\|")
_NOT_LEADING = re.compile(r"^(?:#{1,3} |-# )", re.MULTILINE)
_TEXT = 10
_LEAD_LENGTH = 500


def visible(answer: Answer) -> str:
    """Every text display, button label, and label and description of an option, one a line."""
    components: list[Any] = answer.shown.components if answer.shown else []
    content = answer.shown.content if answer.shown else ""
    return "\n".join(filter(None, [without_markdown(content), *texts(components)]))


def texts(components: list[Any]) -> list[str]:
    """Every text display, button label, and label and description of an option."""
    return [without_markdown(text) for text in _texts(components)]


def leading(components: list[Any]) -> str:
    """What is said first: before any heading, small print or card, and at most 500 characters of it."""
    first = next((part["content"] for part in _flat(components) if part.get("type") == _TEXT), "")
    end = _NOT_LEADING.search(first)
    return without_markdown(first[: end.start()] if end else first)[:_LEAD_LENGTH]


def pressed(components: list[Any]) -> list[str]:
    """The custom ids of the buttons and the values of the options, from top to bottom."""
    found: list[str] = []
    for part in _flat(components):
        options: list[dict[str, str]] = part.get("options") or []
        if options:
            found += [option["value"] for option in options]
        elif part.get("custom_id"):
            found.append(part["custom_id"])
    return found


def _flat(components: list[Any]) -> Iterator[dict[str, Any]]:
    for part in components:
        yield part
        yield from _flat(part.get("components") or [])
        if accessory := part.get("accessory"):
            yield accessory


def heading(answer: Answer) -> str:
    """The first line of a card."""
    return without_markdown(answer.text).split("\n", 1)[0]


def labels(answer: Answer) -> list[str]:
    """What stands on the buttons and options of a card."""
    options = [option["label"] for select in answer.selects.values() for option in select.get("options", [])]
    return [*answer.buttons, *options]


def without_markdown(text: str) -> str:
    """Text as Discord shows it, but for the bars of spoilers."""
    plain = _MARKS.sub("", _LINK.sub(r"\1", _ESCAPED_BARS.sub("¦", text)))
    return _ESCAPED.sub(r"\1", plain)


def closed(text: str) -> str:
    """What is left for a reader who opens no spoiler."""
    return _BARRED.sub("█", text)


def barred(text: str) -> list[str]:
    """What stands behind each pair of bars."""
    return _BARRED.findall(text)


def bare(name: str) -> str:
    """A name as names are compared: without case, blanks and punctuation."""
    return "".join(char for char in unicodedata.normalize("NFKC", name).casefold() if char.isalnum())


def _texts(components: list[Any]) -> Iterator[str]:
    for part in components:
        yield from (part[field] for field in ("content", "label") if isinstance(part.get(field), str))
        options: list[dict[str, str]] = part.get("options") or []
        for option in options:
            yield from filter(None, (option["label"], option.get("description")))
        yield from _texts(part.get("components") or [])
        if accessory := part.get("accessory"):
            yield from _texts([accessory])
