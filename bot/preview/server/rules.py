"""What Discord refuses of a message, a first response or a modal: its limits, as an error tree.

Every public function returns the tree that goes with "Invalid Form Body" (50035), empty if nothing is
wrong. Where Discord's own code for a mistake is not known, the name here follows its habit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.preview.server import components as c
from bot.preview.server.validators import (
    Check,
    ValidationErrors,
    fields_of,
    is_object,
    kind_of,
    list_of,
    number,
    one_of,
    snowflake,
    switch,
    text,
    url,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.preview.server.components import Path
    from bot.preview.server.models import Json

    Walked = Sequence[tuple[Path, Json]]
    """Every component of a tree with where it stands."""

MAX_COMPONENTS = 40
"""Components of a message, nested ones counted."""
MAX_TEXT = 4_000
"""Length of all text displays of a message, in UTF-16 units to be on the safe side."""
MAX_EMBEDS = 6_000
"""Characters over all embeds of a message."""


# --- components ---------------------------------------------------------------------------------------


def _emoji(value: Any, path: Path, problems: ValidationErrors) -> None:
    """An emoji of a component: one of a server by its id, or a Unicode one by itself."""
    if not is_object(value) or not isinstance(value.get("name"), str):
        problems.add((*path, "name"), "BASE_TYPE_REQUIRED", "This field is required")
    elif value.get("id") or value["name"].isascii() or any(x.isalpha() for x in value["name"].replace("ℹ", "")):
        # The state has no emoji of its own, so that no id can be right.
        problems.add((*path, "id" if value.get("id") else "name"), "COMPONENT_INVALID_EMOJI", "Invalid emoji")


def _button_whole(body: Json, path: Path, problems: ValidationErrors) -> None:
    custom_id, url, style = body.get("custom_id"), body.get("url"), body["style"]
    if custom_id and url:
        why = "A custom id and url cannot both be specified"
        problems.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", why)
    elif style == c.LINK and not url:
        problems.add((*path, "url"), "BUTTON_COMPONENT_URL_REQUIRED", "A url is required")
    elif style == c.PREMIUM and not body.get("sku_id"):
        problems.add((*path, "sku_id"), "BASE_TYPE_REQUIRED", "This field is required")
    elif style not in (c.LINK, c.PREMIUM) and not custom_id:
        problems.add((*path, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
    if style != c.PREMIUM and not body.get("label") and not body.get("emoji"):
        problems.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or an emoji is required")


def _select_whole(body: Json, path: Path, problems: ValidationErrors) -> None:
    least, most = body.get("min_values"), body.get("max_values")
    least, most = 1 if least is None else least, 1 if most is None else most
    if least > most:
        problems.add((*path, "min_values"), "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")
    options: list[Json] | None = body.get("options")
    if options is None:
        return
    if most > len(options):
        why = f"int value should be less than or equal to {len(options)}."
        problems.add((*path, "max_values"), "NUMBER_TYPE_MAX", why)
    seen: set[str] = set()
    for place, option in enumerate(options):
        if option["value"] in seen:
            why = "The specified option value is already used"
            problems.add((*path, "options", str(place)), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", why)
        seen.add(option["value"])
    if sum(bool(option.get("default")) for option in options) > most:
        why = "The number of default options exceeds the maximum of selectable ones"
        problems.add((*path, "options"), "SELECT_COMPONENT_TOO_MANY_DEFAULTS", why)


def _row_whole(body: Json, path: Path, problems: ValidationErrors) -> None:
    kinds = [child["type"] for child in body["components"]]
    if len(kinds) > 1 and set(kinds) != {c.BUTTON}:
        why = "The specified component exceeds the maximum width"
        problems.add((*path, "components", "1"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", why)


_CUSTOM_ID = text(1, 100)
_ID = number(0, (1 << 31) - 1)
_SHARED: dict[str, Check] = {"id": _ID}
_ALT_TEXT: dict[str, Check] = {"description": text(1, 1024), "spoiler": switch}
_MEDIA = fields_of({"url": url(2048, ("http", "https", "attachment"))}, "url")
_OPTION = fields_of(
    {
        "label": text(1, 100),
        "value": text(1, 100),
        "description": text(0, 100),
        "default": switch,
        "emoji": _emoji,
    },
    "label value",
)
_SELECT: dict[str, Check] = _SHARED | {
    "custom_id": _CUSTOM_ID,
    "placeholder": text(0, 150),
    "min_values": number(0, 25),
    "max_values": number(1, 25),
    "disabled": switch,
    "required": switch,
}
_DEFAULT_VALUE = fields_of({"type": one_of("user", "role", "channel"), "id": snowflake}, "type id")
_PICK: dict[str, Check] = _SELECT | {"default_values": list_of(_DEFAULT_VALUE, 0, 25)}
_SELECTS: dict[int, Check] = {
    c.SELECT: fields_of(_SELECT | {"options": list_of(_OPTION, 1, 25)}, "custom_id options", _select_whole),
    c.USER_SELECT: fields_of(_PICK, "custom_id", _select_whole),
    c.ROLE_SELECT: fields_of(_PICK, "custom_id", _select_whole),
    c.MENTIONABLE_SELECT: fields_of(_PICK, "custom_id", _select_whole),
    c.CHANNEL_SELECT: fields_of(_PICK | {"channel_types": list_of(_ID)}, "custom_id", _select_whole),
}
_BUTTON = fields_of(
    _SHARED
    | {
        "custom_id": _CUSTOM_ID,
        "style": one_of(1, 2, 3, 4, c.LINK, c.PREMIUM),
        "label": text(0, 80),
        "disabled": switch,
        "url": url(512),
        "sku_id": snowflake,
        "emoji": _emoji,
    },
    "style",
    _button_whole,
)
_TEXT = fields_of(_SHARED | {"content": text(1, MAX_TEXT)}, "content")
_THUMBNAIL = fields_of(_SHARED | _ALT_TEXT | {"media": _MEDIA}, "media")
_ROW = fields_of(
    _SHARED | {"components": list_of(kind_of({c.BUTTON: _BUTTON} | _SELECTS), 1, 5)}, "components", _row_whole
)
_IN_CONTAINER: dict[int, Check] = {
    c.ROW: _ROW,
    c.SECTION: fields_of(
        _SHARED
        | {
            "components": list_of(kind_of({c.TEXT: _TEXT}), 1, 3),
            "accessory": kind_of({c.BUTTON: _BUTTON, c.THUMBNAIL: _THUMBNAIL}),
        },
        "components accessory",
    ),
    c.TEXT: _TEXT,
    c.GALLERY: fields_of(
        _SHARED | {"items": list_of(fields_of(_ALT_TEXT | {"media": _MEDIA}, "media"), 1, 10)}, "items"
    ),
    c.FILE: fields_of(_SHARED | {"spoiler": switch, "file": _MEDIA}, "file"),
    c.SEPARATOR: fields_of(_SHARED | {"spacing": one_of(1, 2), "divider": switch}),
}
_CONTAINER = fields_of(
    _SHARED
    | {
        "accent_color": number(0, 0xFFFFFF),
        "components": list_of(kind_of(_IN_CONTAINER), 1, MAX_COMPONENTS),
        "spoiler": switch,
    },
    "components",
)
_LAYOUT = list_of(kind_of(_IN_CONTAINER | {c.CONTAINER: _CONTAINER}), 0, MAX_COMPONENTS)
_ROWS = list_of(kind_of({c.ROW: _ROW}), 0, 5)


def _unique_ids(walked: Walked, problems: ValidationErrors) -> None:
    seen: set[str] = set()
    for path, component in walked:
        custom_id = component.get("custom_id")
        if custom_id is not None and custom_id in seen:
            why = "Component custom id cannot be duplicated"
            problems.add((*path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", why)
        seen.add(custom_id or "")


def _whole_layout(walked: Walked, problems: ValidationErrors) -> None:
    """Check what no single component can break."""
    if len(walked) > MAX_COMPONENTS:
        why = f"Total number of components exceeds maximum of {MAX_COMPONENTS}"
        problems.add(("components",), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", why)
    if sum(utf16_length(part["content"]) for _path, part in walked if part["type"] == c.TEXT) > MAX_TEXT:
        why = f"Total text size of all displayable components exceeds maximum size of {MAX_TEXT}"
        problems.add(("components",), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", why)


def _references(walked: Walked, names: Sequence[str], urls: Sequence[str], problems: ValidationErrors) -> None:
    """Check that every file a component shows is there."""
    for path, component in walked:
        for place, shown in c.media(component, path):
            scheme, _separator, name = shown["url"].partition("://")
            missing = scheme == "attachment" and name not in names
            if missing or (component["type"] == c.FILE and scheme != "attachment" and shown["url"] not in urls):
                why = "The referenced attachment was not found"
                problems.add((*place, "url"), "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", why)


def utf16_length(content: str) -> int:
    """Measure a text as JavaScript does: what lies beyond the first 65,536 characters counts twice."""
    return len(content.encode("utf-16-le")) // 2


# --- messages -----------------------------------------------------------------------------------------

_LINK = url(2048, ("http", "https", "attachment"))
_EMBED_PARTS: dict[str, Check] = {
    "footer": fields_of({"text": text(0, 2048), "icon_url": _LINK}),
    "author": fields_of({"name": text(0, 256), "url": url(2048), "icon_url": _LINK}),
    "fields": list_of(fields_of({"name": text(1, 256), "value": text(1, 1024), "inline": switch}, "name value"), 0, 25),
}
_EMBED = fields_of(
    {
        "title": text(0, 256),
        "description": text(0, 4096),
        "url": url(2048),
        "color": number(0, 0xFFFFFF),
        "image": fields_of({"url": _LINK}, "url"),
        "thumbnail": fields_of({"url": _LINK}, "url"),
    }
    | _EMBED_PARTS
)
_ATTACHMENT = fields_of({"id": snowflake, "filename": text(1, 1024), "description": text(0, 1024)}, "id")
_MENTIONS = fields_of(
    {
        "parse": list_of(one_of("users", "roles", "everyone"), 0, 3),
        "users": list_of(snowflake, 0, 100),
        "roles": list_of(snowflake, 0, 100),
        "replied_user": switch,
    }
)
_BODY: dict[str, Check] = {
    "content": text(0, 2000),
    "embeds": list_of(_EMBED, 0, 10),
    "attachments": list_of(_ATTACHMENT, 0, 10),
    "allowed_mentions": _MENTIONS,
    "flags": number(0, (1 << 31) - 1),
    "tts": switch,
}
_PLAIN = fields_of(_BODY | {"components": _ROWS})
_LAID_OUT = fields_of(_BODY | {"components": _LAYOUT})
_LEGACY = ("content", "embeds", "poll", "sticker_ids")


def message(body: Json, names: Sequence[str], *, v2: bool, urls: Sequence[str] = ()) -> Json:
    """Check a message's body.

    ``names`` are the files that come with it or stay, ``urls`` the addresses of the latter; ``v2``
    says whether the message is, or already was, made of components alone.
    """
    problems = ValidationErrors()
    (_LAID_OUT if v2 else _PLAIN)(body, (), problems)
    if v2:
        _legacy([name for name in _LEGACY if body.get(name)], problems)
    if problems.count == 0:
        walked = list(c.walk(body.get("components") or (), ("components",)))
        _unique_ids(walked, problems)
        _whole_layout(walked, problems)
        _references(walked, names, urls, problems)
        _embeds_size(body.get("embeds") or [], problems)
    return problems.tree


def left_behind(body: Json, *, content: bool, embeds: bool) -> Json:
    """Check that a message turned into components alone gives up what it had before."""
    problems = ValidationErrors()
    had = [name for name, there in (("content", content), ("embeds", embeds)) if there]
    _legacy([name for name in had if name not in body], problems)
    return problems.tree


def _legacy(names: Sequence[str], problems: ValidationErrors) -> None:
    for name in names:
        why = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
        problems.add((name,), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", why)


def _embeds_size(embeds: Sequence[Json], problems: ValidationErrors) -> None:
    total = 0
    for embed in embeds:
        parts = [embed, *(embed.get("fields") or ()), embed.get("footer") or {}, embed.get("author") or {}]
        total += sum(len(p.get(n) or "") for p in parts for n in ("title", "description", "name", "value", "text"))
    if total > MAX_EMBEDS:
        why = f"Embed size exceeds maximum size of {MAX_EMBEDS}"
        problems.add(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", why)


# --- first responses ----------------------------------------------------------------------------------


def response(body: Any, kinds: Sequence[int]) -> Json:
    """Check the frame of a first response, which must be of one of these kinds."""
    problems = ValidationErrors()
    fields_of({"type": one_of(*kinds), "data": fields_of({})}, "type")(body, (), problems)
    return problems.tree


_LABELLED = kind_of(
    _SELECTS
    | {
        c.TEXT_INPUT: fields_of(
            _SHARED
            | {
                "custom_id": _CUSTOM_ID,
                "style": one_of(1, 2),
                "label": text(1, 45),
                "value": text(0, 4000),
                "placeholder": text(0, 100),
                "required": switch,
                "min_length": number(0, 4000),
                "max_length": number(1, 4000),
            },
            "custom_id style",
        ),
        c.FILE_UPLOAD: fields_of(
            _SHARED
            | {
                "custom_id": _CUSTOM_ID,
                "min_values": number(0, 10),
                "max_values": number(1, 10),
                "required": switch,
            },
            "custom_id",
        ),
        c.RADIO_GROUP: fields_of(
            _SHARED | {"custom_id": _CUSTOM_ID, "required": switch, "options": list_of(_OPTION, 2, 10)},
            "custom_id options",
        ),
        c.CHECKBOX_GROUP: fields_of(
            _SHARED
            | {
                "custom_id": _CUSTOM_ID,
                "min_values": number(0, 10),
                "max_values": number(1, 10),
                "required": switch,
                "options": list_of(_OPTION, 1, 10),
            },
            "custom_id options",
        ),
        c.CHECKBOX: fields_of(_SHARED | {"custom_id": _CUSTOM_ID, "default": switch}, "custom_id"),
    }
)
_MODAL = fields_of(
    {
        "custom_id": _CUSTOM_ID,
        "title": text(1, 45),
        "components": list_of(
            kind_of(
                {
                    c.ROW: fields_of(_SHARED | {"components": list_of(_LABELLED, 1, 1)}, "components"),
                    c.TEXT: _TEXT,
                    c.LABEL: fields_of(
                        _SHARED | {"label": text(1, 45), "description": text(1, 100), "component": _LABELLED},
                        "label component",
                    ),
                }
            ),
            1,
            5,
        ),
    },
    "custom_id title components",
    lambda body, path, problems: _unique_ids(list(c.walk(body["components"], (*path, "components"))), problems),
)


def modal(data: Json) -> Json:
    """Check the modal of a first response."""
    problems = ValidationErrors()
    _MODAL(data, (), problems)
    return problems.tree
