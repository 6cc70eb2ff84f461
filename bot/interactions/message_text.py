"""What a person reads in a message, from its payload."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Json: TypeAlias = Mapping[str, Any]

TEXT_DISPLAY = 10
"""Discord's type of a component that shows text."""


def visible_text(message: Json) -> str:
    """Return the text of a message, its embeds, components and poll, and of the message that it forwards."""
    return "\n".join(text for text in _texts(message) if text and text.strip())


def _texts(message: Json) -> Iterator[str | None]:
    yield message.get("content")
    for embed in message.get("embeds", ()):
        yield from _embed_texts(embed)
    for component in message.get("components", ()):
        yield from _component_texts(component)
    if poll := message.get("poll"):
        yield poll["question"].get("text")
        for answer in poll["answers"]:
            yield answer["poll_media"].get("text")
    for snapshot in message.get("message_snapshots", ()):
        yield from _texts(snapshot["message"])


def _embed_texts(embed: Json) -> Iterator[str | None]:
    yield embed.get("title")
    yield embed.get("description")
    for field in embed.get("fields", ()):
        yield field["name"]
        yield field["value"]


def _component_texts(component: Json) -> Iterator[str | None]:
    if component["type"] == TEXT_DISPLAY:
        yield component["content"]
    parts = [*component.get("components", ()), component.get("accessory"), component.get("component")]
    for part in filter(None, parts):
        yield from _component_texts(part)
