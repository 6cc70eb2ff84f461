"""Discord's validation rules for messages, first responses and modals.

Every public function returns an error tree in the form of "Invalid Form Body" (50035), which is empty if the
body is valid. Where Discord's own error code is not known, the name here follows Discord's style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.preview.server import components as c
from bot.preview.server.validators import (
    ValidationErrors,
    Validator,
    boolean,
    is_object,
    list_of,
    number,
    object_of,
    one_of,
    snowflake,
    text,
    union_of,
    url,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.preview.server.components import Path
    from bot.preview.server.models import Json

    Walked = Sequence[tuple[Path, Json]]
    """The components of a tree with their paths."""

MAX_COMPONENTS = 40
"""Components of a message, including nested ones."""
MAX_TEXT = 4_000
"""Total length of a message's text displays, in UTF-16 code units, the stricter count."""
MAX_EMBEDS = 6_000
"""Characters of all embeds of a message."""


# --- components ---------------------------------------------------------------------------------------


def _emoji(value: Any, path: Path, errors: ValidationErrors) -> None:
    """Validate the emoji of a component."""
    if not is_object(value) or not isinstance(value.get("name"), str):
        errors.add((*path, "name"), "BASE_TYPE_REQUIRED", "This field is required")
    elif value.get("id") or value["name"].isascii() or any(x.isalpha() for x in value["name"].replace("ℹ", "")):
        # The state has no emoji of its own, so that no id can be right.
        errors.add((*path, "id" if value.get("id") else "name"), "COMPONENT_INVALID_EMOJI", "Invalid emoji")


def _validate_button(body: Json, path: Path, errors: ValidationErrors) -> None:
    custom_id, url, style = body.get("custom_id"), body.get("url"), body["style"]
    if custom_id and url:
        why = "A custom id and url cannot both be specified"
        errors.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", why)
    elif style == c.LINK and not url:
        errors.add((*path, "url"), "BUTTON_COMPONENT_URL_REQUIRED", "A url is required")
    elif style == c.PREMIUM and not body.get("sku_id"):
        errors.add((*path, "sku_id"), "BASE_TYPE_REQUIRED", "This field is required")
    elif style not in (c.LINK, c.PREMIUM) and not custom_id:
        errors.add((*path, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
    if style != c.PREMIUM and not body.get("label") and not body.get("emoji"):
        errors.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or an emoji is required")


def _validate_select(body: Json, path: Path, errors: ValidationErrors) -> None:
    minimum, maximum = body.get("min_values"), body.get("max_values")
    minimum, maximum = 1 if minimum is None else minimum, 1 if maximum is None else maximum
    if minimum > maximum:
        errors.add((*path, "min_values"), "NUMBER_TYPE_MAX", f"int value should be less than or equal to {maximum}.")
    options: list[Json] | None = body.get("options")
    if options is None:
        return
    if maximum > len(options):
        why = f"int value should be less than or equal to {len(options)}."
        errors.add((*path, "max_values"), "NUMBER_TYPE_MAX", why)
    seen: set[str] = set()
    for index, option in enumerate(options):
        if option["value"] in seen:
            why = "The specified option value is already used"
            errors.add((*path, "options", str(index)), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", why)
        seen.add(option["value"])
    if sum(bool(option.get("default")) for option in options) > maximum:
        why = "The number of default options exceeds the maximum of selectable ones"
        errors.add((*path, "options"), "SELECT_COMPONENT_TOO_MANY_DEFAULTS", why)


def _validate_row(body: Json, path: Path, errors: ValidationErrors) -> None:
    kinds = [child["type"] for child in body["components"]]
    if len(kinds) > 1 and set(kinds) != {c.BUTTON}:
        why = "The specified component exceeds the maximum width"
        errors.add((*path, "components", "1"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", why)


_CUSTOM_ID = text(1, 100)
_ID = number(0, (1 << 31) - 1)
_SHARED: dict[str, Validator] = {"id": _ID}
_ALT_TEXT: dict[str, Validator] = {"description": text(1, 1024), "spoiler": boolean}
_MEDIA = object_of({"url": url(2048, ("http", "https", "attachment"))}, "url")
_OPTION = object_of(
    {
        "label": text(1, 100),
        "value": text(1, 100),
        "description": text(0, 100),
        "default": boolean,
        "emoji": _emoji,
    },
    "label value",
)
_SELECT: dict[str, Validator] = _SHARED | {
    "custom_id": _CUSTOM_ID,
    "placeholder": text(0, 150),
    "min_values": number(0, 25),
    "max_values": number(1, 25),
    "disabled": boolean,
    "required": boolean,
}
_DEFAULT_VALUE = object_of({"type": one_of("user", "role", "channel"), "id": snowflake}, "type id")
_AUTO_SELECT: dict[str, Validator] = _SELECT | {"default_values": list_of(_DEFAULT_VALUE, 0, 25)}
_SELECTS: dict[int, Validator] = {
    c.SELECT: object_of(_SELECT | {"options": list_of(_OPTION, 1, 25)}, "custom_id options", _validate_select),
    c.USER_SELECT: object_of(_AUTO_SELECT, "custom_id", _validate_select),
    c.ROLE_SELECT: object_of(_AUTO_SELECT, "custom_id", _validate_select),
    c.MENTIONABLE_SELECT: object_of(_AUTO_SELECT, "custom_id", _validate_select),
    c.CHANNEL_SELECT: object_of(_AUTO_SELECT | {"channel_types": list_of(_ID)}, "custom_id", _validate_select),
}
_BUTTON = object_of(
    _SHARED
    | {
        "custom_id": _CUSTOM_ID,
        "style": one_of(1, 2, 3, 4, c.LINK, c.PREMIUM),
        "label": text(0, 80),
        "disabled": boolean,
        "url": url(512),
        "sku_id": snowflake,
        "emoji": _emoji,
    },
    "style",
    _validate_button,
)
_TEXT = object_of(_SHARED | {"content": text(1, MAX_TEXT)}, "content")
_THUMBNAIL = object_of(_SHARED | _ALT_TEXT | {"media": _MEDIA}, "media")
_ROW = object_of(
    _SHARED | {"components": list_of(union_of({c.BUTTON: _BUTTON} | _SELECTS), 1, 5)}, "components", _validate_row
)
_IN_CONTAINER: dict[int, Validator] = {
    c.ROW: _ROW,
    c.SECTION: object_of(
        _SHARED
        | {
            "components": list_of(union_of({c.TEXT: _TEXT}), 1, 3),
            "accessory": union_of({c.BUTTON: _BUTTON, c.THUMBNAIL: _THUMBNAIL}),
        },
        "components accessory",
    ),
    c.TEXT: _TEXT,
    c.GALLERY: object_of(
        _SHARED | {"items": list_of(object_of(_ALT_TEXT | {"media": _MEDIA}, "media"), 1, 10)}, "items"
    ),
    c.FILE: object_of(_SHARED | {"spoiler": boolean, "file": _MEDIA}, "file"),
    c.SEPARATOR: object_of(_SHARED | {"spacing": one_of(1, 2), "divider": boolean}),
}
_CONTAINER = object_of(
    _SHARED
    | {
        "accent_color": number(0, 0xFFFFFF),
        "components": list_of(union_of(_IN_CONTAINER), 1, MAX_COMPONENTS),
        "spoiler": boolean,
    },
    "components",
)
_LAYOUT = list_of(union_of(_IN_CONTAINER | {c.CONTAINER: _CONTAINER}), 0, MAX_COMPONENTS)
_ROWS = list_of(union_of({c.ROW: _ROW}), 0, 5)


def _unique_ids(walked: Walked, errors: ValidationErrors) -> None:
    seen: set[str] = set()
    for path, component in walked:
        custom_id = component.get("custom_id")
        if custom_id is not None and custom_id in seen:
            why = "Component custom id cannot be duplicated"
            errors.add((*path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", why)
        seen.add(custom_id or "")


def _validate_layout(walked: Walked, errors: ValidationErrors) -> None:
    """Validate the limits of the whole message."""
    if len(walked) > MAX_COMPONENTS:
        why = f"Total number of components exceeds maximum of {MAX_COMPONENTS}"
        errors.add(("components",), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", why)
    if sum(utf16_length(part["content"]) for _path, part in walked if part["type"] == c.TEXT) > MAX_TEXT:
        why = f"Total text size of all displayable components exceeds maximum size of {MAX_TEXT}"
        errors.add(("components",), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", why)


def _validate_references(walked: Walked, names: Sequence[str], urls: Sequence[str], errors: ValidationErrors) -> None:
    """Validate that every file of a component exists."""
    for path, component in walked:
        for media_path, media in c.media(component, path):
            scheme, _separator, name = media["url"].partition("://")
            missing = scheme == "attachment" and name not in names
            if missing or (component["type"] == c.FILE and scheme != "attachment" and media["url"] not in urls):
                why = "The referenced attachment was not found"
                errors.add((*media_path, "url"), "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", why)


def utf16_length(content: str) -> int:
    """Return the length of a text in UTF-16 code units, as JavaScript counts it."""
    return len(content.encode("utf-16-le")) // 2


# --- messages -----------------------------------------------------------------------------------------

_LINK = url(2048, ("http", "https", "attachment"))
_EMBED_PARTS: dict[str, Validator] = {
    "footer": object_of({"text": text(0, 2048), "icon_url": _LINK}),
    "author": object_of({"name": text(0, 256), "url": url(2048), "icon_url": _LINK}),
    "fields": list_of(
        object_of({"name": text(1, 256), "value": text(1, 1024), "inline": boolean}, "name value"), 0, 25
    ),
}
_EMBED = object_of(
    {
        "title": text(0, 256),
        "description": text(0, 4096),
        "url": url(2048),
        "color": number(0, 0xFFFFFF),
        "image": object_of({"url": _LINK}, "url"),
        "thumbnail": object_of({"url": _LINK}, "url"),
    }
    | _EMBED_PARTS
)
_ATTACHMENT = object_of({"id": snowflake, "filename": text(1, 1024), "description": text(0, 1024)}, "id")
_MENTIONS = object_of(
    {
        "parse": list_of(one_of("users", "roles", "everyone"), 0, 3),
        "users": list_of(snowflake, 0, 100),
        "roles": list_of(snowflake, 0, 100),
        "replied_user": boolean,
    }
)
_BODY: dict[str, Validator] = {
    "content": text(0, 2000),
    "embeds": list_of(_EMBED, 0, 10),
    "attachments": list_of(_ATTACHMENT, 0, 10),
    "allowed_mentions": _MENTIONS,
    "flags": number(0, (1 << 31) - 1),
    "tts": boolean,
}
_PLAIN = object_of(_BODY | {"components": _ROWS})
_LAID_OUT = object_of(_BODY | {"components": _LAYOUT})
_LEGACY = ("content", "embeds", "poll", "sticker_ids")


def message(body: Json, names: Sequence[str], *, v2: bool, urls: Sequence[str] = ()) -> Json:
    """Validate the body of a message.

    ``names`` are the names of all its files, and ``urls`` the URLs of those that an edit keeps. ``v2`` says
    whether the message uses components v2.
    """
    errors = ValidationErrors()
    (_LAID_OUT if v2 else _PLAIN)(body, (), errors)
    if v2:
        _legacy([name for name in _LEGACY if body.get(name)], errors)
    if errors.count == 0:
        walked = list(c.walk(body.get("components") or (), ("components",)))
        _unique_ids(walked, errors)
        _validate_layout(walked, errors)
        _validate_references(walked, names, urls, errors)
        _embeds_size(body.get("embeds") or [], errors)
    return errors.tree


def left_behind(body: Json, *, content: bool, embeds: bool) -> Json:
    """Validate that an edit to components v2 clears the old content and embeds."""
    errors = ValidationErrors()
    had = [name for name, there in (("content", content), ("embeds", embeds)) if there]
    _legacy([name for name in had if name not in body], errors)
    return errors.tree


def _legacy(names: Sequence[str], errors: ValidationErrors) -> None:
    for name in names:
        why = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
        errors.add((name,), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", why)


def _embeds_size(embeds: Sequence[Json], errors: ValidationErrors) -> None:
    total = 0
    for embed in embeds:
        parts = [embed, *(embed.get("fields") or ()), embed.get("footer") or {}, embed.get("author") or {}]
        total += sum(len(p.get(n) or "") for p in parts for n in ("title", "description", "name", "value", "text"))
    if total > MAX_EMBEDS:
        why = f"Embed size exceeds maximum size of {MAX_EMBEDS}"
        errors.add(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", why)


# --- first responses ----------------------------------------------------------------------------------


def response(body: Any, kinds: Sequence[int]) -> Json:
    """Validate a first response, which must have one of these types."""
    errors = ValidationErrors()
    object_of({"type": one_of(*kinds), "data": object_of({})}, "type")(body, (), errors)
    return errors.tree


_LABELLED = union_of(
    _SELECTS
    | {
        c.TEXT_INPUT: object_of(
            _SHARED
            | {
                "custom_id": _CUSTOM_ID,
                "style": one_of(1, 2),
                "label": text(1, 45),
                "value": text(0, 4000),
                "placeholder": text(0, 100),
                "required": boolean,
                "min_length": number(0, 4000),
                "max_length": number(1, 4000),
            },
            "custom_id style",
        ),
        c.FILE_UPLOAD: object_of(
            _SHARED
            | {
                "custom_id": _CUSTOM_ID,
                "min_values": number(0, 10),
                "max_values": number(1, 10),
                "required": boolean,
            },
            "custom_id",
        ),
        c.RADIO_GROUP: object_of(
            _SHARED | {"custom_id": _CUSTOM_ID, "required": boolean, "options": list_of(_OPTION, 2, 10)},
            "custom_id options",
        ),
        c.CHECKBOX_GROUP: object_of(
            _SHARED
            | {
                "custom_id": _CUSTOM_ID,
                "min_values": number(0, 10),
                "max_values": number(1, 10),
                "required": boolean,
                "options": list_of(_OPTION, 1, 10),
            },
            "custom_id options",
        ),
        c.CHECKBOX: object_of(_SHARED | {"custom_id": _CUSTOM_ID, "default": boolean}, "custom_id"),
    }
)
_MODAL = object_of(
    {
        "custom_id": _CUSTOM_ID,
        "title": text(1, 45),
        "components": list_of(
            union_of(
                {
                    c.ROW: object_of(_SHARED | {"components": list_of(_LABELLED, 1, 1)}, "components"),
                    c.TEXT: _TEXT,
                    c.LABEL: object_of(
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
    lambda body, path, errors: _unique_ids(list(c.walk(body["components"], (*path, "components"))), errors),
)


def modal(data: Json) -> Json:
    """Validate a modal."""
    errors = ValidationErrors()
    _MODAL(data, (), errors)
    return errors.tree
