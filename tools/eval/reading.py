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


def visible(answer: Answer) -> str:
    """Every text display, button label, and label and description of an option, one a line."""
    components: list[Any] = answer.shown.components if answer.shown else []
    content = answer.shown.content if answer.shown else ""
    return "\n".join(map(without_markdown, filter(None, [content, *_texts(components)])))


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
        for option in part.get("options") or []:
            yield from filter(None, (option["label"], option.get("description")))
        yield from _texts(part.get("components") or [])
        if accessory := part.get("accessory"):
            yield from _texts([accessory])
