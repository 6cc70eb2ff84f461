"""The component tree of a message: walk it, and convert it to the form that Discord returns."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.preview.server.models import Attachment, Json

ROW, BUTTON, SELECT, TEXT_INPUT = 1, 2, 3, 4
USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 5, 6, 7, 8
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR = 9, 10, 11, 12, 13, 14
CONTAINER, LABEL, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 17, 18, 19, 21, 22, 23
SELECTS = (SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT)
LINK, PREMIUM = 5, 6
"""Button styles that send no interaction."""

Path = tuple[str, ...]

_DEFAULTS: dict[int, Json] = {
    **{kind: {"min_values": 1, "max_values": 1} for kind in SELECTS},
    THUMBNAIL: {"description": None, "spoiler": False},
    FILE: {"spoiler": False},
    SEPARATOR: {"spacing": 1, "divider": True},
    CONTAINER: {"accent_color": None, "spoiler": False},
}
"""Defaults that Discord fills in."""


def walk(components: Sequence[Json], path: Path = ()) -> Iterator[tuple[Path, Json]]:
    """Yield every component with its path in reading order, including nested ones."""
    for index, component in enumerate(components):
        here = (*path, str(index))
        yield here, component
        yield from walk(component.get("components") or (), (*here, "components"))
        for name in ("accessory", "component"):
            if component.get(name):
                yield (*here, name), component[name]


def media(component: Json, path: Path = ()) -> Iterator[tuple[Path, Json]]:
    """Yield the media items of a component with their paths."""
    for name in ("media", "file"):
        if name in component:
            yield (*path, name), component[name]
    for index, item in enumerate(component.get("items") or ()):
        yield (*path, "items", str(index), "media"), item["media"]


def as_returned(components: Sequence[Json], files: Sequence[Attachment]) -> list[Json]:
    """Return components as Discord does: with ids, defaults and resolved attachments."""
    taken = {component.get("id") for _path, component in walk(components)}
    numbers = (number for number in count(1) if number not in taken)
    named = {f"attachment://{file.filename}": file for file in files} | {file.url: file for file in files}
    return [_returned(component, numbers, named) for component in components]


def _returned(component: Json, numbers: Iterator[int], named: dict[str, Attachment]) -> Json:
    copy = _DEFAULTS.get(component["type"], {}) | {k: v for k, v in component.items() if v is not None}
    copy["id"] = component.get("id") or next(numbers)
    if "components" in copy:
        copy["components"] = [_returned(child, numbers, named) for child in copy["components"]]
    for name in ("accessory", "component"):
        if name in copy:
            copy[name] = _returned(copy[name], numbers, named)
    if "media" in copy:
        copy["media"] = _resolved(copy["media"], named)
    if copy["type"] == GALLERY:
        blank = {"description": None, "spoiler": False}
        copy["items"] = [blank | item | {"media": _resolved(item["media"], named)} for item in copy["items"]]
    if copy["type"] == FILE:
        file = named[copy["file"]["url"]]
        copy |= {"file": _resolved(copy["file"], named), "name": file.filename, "size": len(file.data)}
    return copy


def _resolved(media: Json, named: dict[str, Attachment]) -> Json:
    """Return a media item with the attachment that it refers to; an external URL stays as it is."""
    file = named.get(media["url"])
    if file is None:
        return {"id": "0", "url": media["url"], "proxy_url": media["url"]}
    width, height = file.size or (None, None)
    return {
        "id": str(file.id),
        "url": file.url,
        "proxy_url": file.url,
        "content_type": file.content_type,
        "width": width,
        "height": height,
        "attachment_id": str(file.id),
    }
