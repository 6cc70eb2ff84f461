"""What Discord refuses: its limits, and the error tree of "Invalid Form Body" (50035) that says so.

Every public function returns that tree, empty if nothing is wrong. Texts are measured in characters,
but the text of a whole message in UTF-16 units, to be on the safe side. As Discord does, unknown
fields are passed over.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from yarl import URL

from bot.preview import components as c

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.preview.components import Path
    from bot.preview.world import Json

MAX_COMPONENTS = 40
"""Components of a message, nested ones counted."""
MAX_TEXT = 4_000
"""UTF-16 units over all text displays of a message."""
MAX_EMBEDS = 6_000
"""Characters over all embeds of a message."""
MAX_COMMAND = 8_000
"""Characters of a command's names, descriptions and values, the longest translation of each counted."""

LOCALES = frozenset(  # one string reads better than a list of 34
    ["ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW"]
)
_INT53 = (1 << 53) - 1
_SUBCOMMAND, _GROUP, _STRING, _INTEGER, _CHANNEL, _NUMBER = 1, 2, 3, 4, 7, 10
"""Kinds of option that have rules of their own."""


class Problems:
    """What is wrong with a body, and where."""

    def __init__(self) -> None:
        self.tree: Json = {}
        self.count = 0

    def add(self, path: Path, code: str, message: str) -> None:
        """Note a problem at this place."""
        self.count += 1
        node = self.tree
        for name in path:
            node = node.setdefault(name, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})


Check = Callable[[Any, "Path", Problems], None]


# --- what a value must be -----------------------------------------------------------------------------


def _text(least: int, most: int) -> Check:
    def check(value: Any, path: Path, problems: Problems) -> None:
        if not isinstance(value, str):
            problems.add(path, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
        elif len(value) > most or len(value) < least:
            _bad_length(path, problems, least, most)

    return check


def _number(least: float, most: float, kind: str = "int") -> Check:
    types = (int,) if kind == "int" else (int, float)

    def check(value: Any, path: Path, problems: Problems) -> None:
        if not isinstance(value, types) or isinstance(value, bool):
            problems.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not {kind}.')
        elif value < least:
            problems.add(path, "NUMBER_TYPE_MIN", f"{kind} value should be greater than or equal to {least}.")
        elif value > most:
            problems.add(path, "NUMBER_TYPE_MAX", f"{kind} value should be less than or equal to {most}.")

    return check


def _choice(*allowed: Any) -> Check:
    shown = ", ".join(map(repr, allowed))

    def check(value: Any, path: Path, problems: Problems) -> None:
        if value not in allowed or isinstance(value, bool):
            problems.add(path, "BASE_TYPE_CHOICES", f"Value must be one of {{{shown}}}.")

    return check


def _switch(value: Any, path: Path, problems: Problems) -> None:
    if not isinstance(value, bool):
        problems.add(path, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.")


def _snowflake(value: Any, path: Path, problems: Problems) -> None:
    if not str(value).isdecimal():
        problems.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')


def _url(most: int, schemes: tuple[str, ...] = ("http", "https", "discord")) -> Check:
    length = _text(1, most)

    def check(value: Any, path: Path, problems: Problems) -> None:
        length(value, path, problems)
        scheme, found, rest = str(value).partition("://")
        if found and scheme not in schemes:
            known = ", ".join(map(repr, schemes))
            shown = f'Scheme "{scheme}" is not supported. Scheme must be one of ({known}).'
            problems.add(path, "URL_TYPE_INVALID_SCHEME", shown)
        elif not found or not _has_host(str(value), rest):
            problems.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")

    return check


def _has_host(url: str, rest: str) -> bool:
    if any(letter.isspace() for letter in url):
        return False
    try:
        return bool(URL(url).host) or (url.startswith("attachment://") and bool(rest))
    except ValueError:
        return False


def _list(of: Check, least: int = 0, most: int | None = None) -> Check:
    def check(value: Any, path: Path, problems: Problems) -> None:
        if not isinstance(value, list):
            problems.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return
        inner: list[Any] = value
        if len(inner) < least or (most is not None and len(inner) > most):
            _bad_length(path, problems, least, most)
        for place, item in enumerate(inner):
            of(item, (*path, str(place)), problems)

    return check


def _object(fields: dict[str, Check], required: str = "", then: Check | None = None) -> Check:
    """Check an object's fields; one not required may also be null. ``then`` looks at the whole if all are good."""
    needed = frozenset(required.split())

    def check(value: Any, path: Path, problems: Problems) -> None:
        if not isinstance(value, dict):
            problems.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
            return
        body: Json = value
        before = problems.count
        for name, rule in fields.items():
            given = body.get(name)
            if given is not None:
                rule(given, (*path, name), problems)
            elif name in needed:
                problems.add((*path, name), "BASE_TYPE_REQUIRED", "This field is required")
        if then is not None and problems.count == before:
            then(body, path, problems)

    return check


def _kinds(of: dict[int, Check]) -> Check:
    """Check a value by its type, which must be one of these."""
    shown = ", ".join(map(str, of))

    def check(value: Any, path: Path, problems: Problems) -> None:
        kind: Any = value.get("type") if isinstance(value, dict) else None  # pyright: ignore[reportUnknownMemberType]
        rule = of.get(kind) if isinstance(kind, int) else None
        if rule is None:
            problems.add((*path, "type"), "UNION_TYPE_CHOICES", f'Value of field "type" must be one of ({shown}).')
        else:
            rule(value, path, problems)

    return check


def _bad_length(path: Path, problems: Problems, least: int, most: int | None) -> None:
    if most is None:
        problems.add(path, "BASE_TYPE_MIN_LENGTH", f"Must be {least} or more in length.")
    elif least == 0:
        problems.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
    else:
        problems.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")


# --- components ---------------------------------------------------------------------------------------


def _emoji(value: Any, path: Path, problems: Problems) -> None:
    """An emoji of a component: one of a server by its id, or a Unicode one by itself."""
    name: Any = value.get("name") if isinstance(value, dict) else None  # pyright: ignore[reportUnknownMemberType]
    if not isinstance(name, str):
        problems.add((*path, "name"), "BASE_TYPE_REQUIRED", "This field is required")
    elif value.get("id") or name.isascii() or any(letter.isalpha() for letter in name):
        # The world has no emoji of its own, so that no id can be right.
        problems.add((*path, "id" if value.get("id") else "name"), "COMPONENT_INVALID_EMOJI", "Invalid emoji")


def _button_whole(body: Json, path: Path, problems: Problems) -> None:
    custom_id, url, style = body.get("custom_id"), body.get("url"), body["style"]
    if custom_id and url:
        text = "A custom id and url cannot both be specified"
        problems.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", text)
    elif style == c.LINK and not url:
        problems.add((*path, "url"), "BUTTON_COMPONENT_URL_REQUIRED", "A url is required")
    elif style == c.PREMIUM and not body.get("sku_id"):
        problems.add((*path, "sku_id"), "BASE_TYPE_REQUIRED", "This field is required")
    elif style not in (c.LINK, c.PREMIUM) and not custom_id:
        problems.add((*path, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
    if style != c.PREMIUM and not body.get("label") and not body.get("emoji"):
        problems.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or an emoji is required")


def _select_whole(body: Json, path: Path, problems: Problems) -> None:
    least, most = body.get("min_values"), body.get("max_values")
    least, most = 1 if least is None else least, 1 if most is None else most
    if least > most:
        problems.add((*path, "min_values"), "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")
    options: list[Json] | None = body.get("options")
    if options is None:
        return
    if most > len(options):
        text = f"int value should be less than or equal to {len(options)}."
        problems.add((*path, "max_values"), "NUMBER_TYPE_MAX", text)
    seen: set[str] = set()
    for place, option in enumerate(options):
        if option["value"] in seen:
            text = "The specified option value is already used"
            problems.add((*path, "options", str(place)), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", text)
        seen.add(option["value"])
    if sum(bool(option.get("default")) for option in options) > most:
        text = "The number of default options exceeds the maximum of selectable ones"
        problems.add((*path, "options"), "SELECT_COMPONENT_TOO_MANY_DEFAULTS", text)


def _row_whole(body: Json, path: Path, problems: Problems) -> None:
    kinds = [child["type"] for child in body["components"]]
    if len(kinds) > 1 and set(kinds) != {c.BUTTON}:
        text = "The specified component exceeds the maximum width"
        problems.add((*path, "components", "1"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", text)


_CUSTOM_ID = _text(1, 100)
_ID = _number(0, (1 << 31) - 1)
_SHARED: dict[str, Check] = {"id": _ID}
_ALT_TEXT: dict[str, Check] = {"description": _text(1, 1024), "spoiler": _switch}
_MEDIA = _object({"url": _url(2048, ("http", "https", "attachment"))}, "url")
_OPTION = _object(
    {
        "label": _text(1, 100),
        "value": _text(1, 100),
        "description": _text(0, 100),
        "default": _switch,
        "emoji": _emoji,
    },
    "label value",
)
_SELECT: dict[str, Check] = _SHARED | {
    "custom_id": _CUSTOM_ID,
    "placeholder": _text(0, 150),
    "min_values": _number(0, 25),
    "max_values": _number(1, 25),
    "disabled": _switch,
    "required": _switch,
}
_DEFAULT_VALUE = _object({"type": _choice("user", "role", "channel"), "id": _snowflake}, "type id")
_PICK: dict[str, Check] = _SELECT | {"default_values": _list(_DEFAULT_VALUE, 0, 25)}
_SELECTS: dict[int, Check] = {
    c.SELECT: _object(_SELECT | {"options": _list(_OPTION, 1, 25)}, "custom_id options", _select_whole),
    c.USER_SELECT: _object(_PICK, "custom_id", _select_whole),
    c.ROLE_SELECT: _object(_PICK, "custom_id", _select_whole),
    c.MENTIONABLE_SELECT: _object(_PICK, "custom_id", _select_whole),
    c.CHANNEL_SELECT: _object(_PICK | {"channel_types": _list(_ID)}, "custom_id", _select_whole),
}
_BUTTON = _object(
    _SHARED
    | {
        "custom_id": _CUSTOM_ID,
        "style": _choice(1, 2, 3, 4, c.LINK, c.PREMIUM),
        "label": _text(0, 80),
        "disabled": _switch,
        "url": _url(512),
        "sku_id": _snowflake,
        "emoji": _emoji,
    },
    "style",
    _button_whole,
)
_TEXT = _object(_SHARED | {"content": _text(1, MAX_TEXT)}, "content")
_THUMBNAIL = _object(_SHARED | _ALT_TEXT | {"media": _MEDIA}, "media")
_ROW = _object(_SHARED | {"components": _list(_kinds({c.BUTTON: _BUTTON} | _SELECTS), 1, 5)}, "components", _row_whole)
_IN_CONTAINER: dict[int, Check] = {
    c.ROW: _ROW,
    c.SECTION: _object(
        _SHARED
        | {
            "components": _list(_kinds({c.TEXT: _TEXT}), 1, 3),
            "accessory": _kinds({c.BUTTON: _BUTTON, c.THUMBNAIL: _THUMBNAIL}),
        },
        "components accessory",
    ),
    c.TEXT: _TEXT,
    c.GALLERY: _object(_SHARED | {"items": _list(_object(_ALT_TEXT | {"media": _MEDIA}, "media"), 1, 10)}, "items"),
    c.FILE: _object(_SHARED | {"spoiler": _switch, "file": _MEDIA}, "file"),
    c.SEPARATOR: _object(_SHARED | {"spacing": _choice(1, 2), "divider": _switch}),
}
_CONTAINER = _object(
    _SHARED
    | {
        "accent_color": _number(0, 0xFFFFFF),
        "components": _list(_kinds(_IN_CONTAINER), 1, MAX_COMPONENTS),
        "spoiler": _switch,
    },
    "components",
)
_LAYOUT = _list(_kinds(_IN_CONTAINER | {c.CONTAINER: _CONTAINER}), 0, MAX_COMPONENTS)
_ROWS = _list(_kinds({c.ROW: _ROW}), 0, 5)


def _unique_ids(components: Sequence[Json], under: Path, problems: Problems) -> None:
    seen: set[str] = set()
    for path, component in c.walk(components, under):
        custom_id = component.get("custom_id")
        if custom_id is not None and custom_id in seen:
            text = "Component custom id cannot be duplicated"
            problems.add((*path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", text)
        seen.add(custom_id or "")


def _whole_layout(components: Sequence[Json], problems: Problems) -> None:
    """Check what no single component can break."""
    walked = [component for _path, component in c.walk(components)]
    if len(walked) > MAX_COMPONENTS:
        text = f"Total number of components exceeds maximum of {MAX_COMPONENTS}"
        problems.add(("components",), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", text)
    if sum(utf16_length(part["content"]) for part in walked if part["type"] == c.TEXT) > MAX_TEXT:
        text = f"Total text size of all displayable components exceeds maximum size of {MAX_TEXT}"
        problems.add(("components",), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", text)


def _references(components: Sequence[Json], names: Sequence[str], urls: Sequence[str], problems: Problems) -> None:
    """Check that every file a component shows is there."""
    for path, component in c.walk(components, ("components",)):
        for place, shown in c.media(component, path):
            scheme, _separator, name = shown["url"].partition("://")
            missing = scheme == "attachment" and name not in names
            if missing or (component["type"] == c.FILE and scheme != "attachment" and shown["url"] not in urls):
                text = "The referenced attachment was not found"
                problems.add((*place, "url"), "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", text)


def utf16_length(text: str) -> int:
    """Measure a text as JavaScript does: what lies beyond the first 65,536 characters counts twice."""
    return len(text) + sum(letter > "\uffff" for letter in text)


# --- messages -----------------------------------------------------------------------------------------

_LINK = _url(2048, ("http", "https", "attachment"))
_EMBED_PARTS: dict[str, Check] = {
    "footer": _object({"text": _text(0, 2048), "icon_url": _LINK}),
    "author": _object({"name": _text(0, 256), "url": _url(2048), "icon_url": _LINK}),
    "fields": _list(_object({"name": _text(1, 256), "value": _text(1, 1024), "inline": _switch}, "name value"), 0, 25),
}
_EMBED = _object(
    {
        "title": _text(0, 256),
        "description": _text(0, 4096),
        "url": _url(2048),
        "color": _number(0, 0xFFFFFF),
        "image": _object({"url": _LINK}, "url"),
        "thumbnail": _object({"url": _LINK}, "url"),
    }
    | _EMBED_PARTS
)
_ATTACHMENT = _object({"id": _snowflake, "filename": _text(1, 1024), "description": _text(0, 1024)}, "id")
_MENTIONS = _object(
    {
        "parse": _list(_choice("users", "roles", "everyone"), 0, 3),
        "users": _list(_snowflake, 0, 100),
        "roles": _list(_snowflake, 0, 100),
        "replied_user": _switch,
    }
)
_BODY: dict[str, Check] = {
    "content": _text(0, 2000),
    "embeds": _list(_EMBED, 0, 10),
    "attachments": _list(_ATTACHMENT, 0, 10),
    "allowed_mentions": _MENTIONS,
    "flags": _number(0, (1 << 31) - 1),
    "tts": _switch,
}
_PLAIN = _object(_BODY | {"components": _ROWS})
_LAID_OUT = _object(_BODY | {"components": _LAYOUT})
_LEGACY = ("content", "embeds", "poll", "sticker_ids")


def message(body: Json, names: Sequence[str], *, v2: bool, urls: Sequence[str] = ()) -> Json:
    """Check a message's body.

    ``names`` are the files that come with it or stay, ``urls`` the addresses of the latter; ``v2``
    says whether the message is, or already was, made of components alone.
    """
    problems = Problems()
    (_LAID_OUT if v2 else _PLAIN)(body, (), problems)
    if v2:
        _legacy([name for name in _LEGACY if body.get(name)], problems)
    if problems.count == 0:
        components: list[Json] = body.get("components") or []
        _unique_ids(components, ("components",), problems)
        _whole_layout(components, problems)
        _references(components, names, urls, problems)
        _embeds_size(body.get("embeds") or [], problems)
    return problems.tree


def left_behind(body: Json, *, content: bool, embeds: bool) -> Json:
    """Check that a message turned into components alone gives up what it had before."""
    problems = Problems()
    had = [name for name, there in (("content", content), ("embeds", embeds)) if there]
    _legacy([name for name in had if name not in body], problems)
    return problems.tree


def _legacy(names: Sequence[str], problems: Problems) -> None:
    for name in names:
        text = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
        problems.add((name,), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", text)


def _embeds_size(embeds: Sequence[Json], problems: Problems) -> None:
    total = 0
    for embed in embeds:
        parts = [embed, *(embed.get("fields") or ()), embed.get("footer") or {}, embed.get("author") or {}]
        total += sum(len(p.get(n) or "") for p in parts for n in ("title", "description", "name", "value", "text"))
    if total > MAX_EMBEDS:
        text = f"Embed size exceeds maximum size of {MAX_EMBEDS}"
        problems.add(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", text)


# --- first responses ----------------------------------------------------------------------------------


def response(body: Any, kinds: Sequence[int]) -> Json:
    """Check the frame of a first response, which must be of one of these kinds."""
    problems = Problems()
    _object({"type": _choice(*kinds), "data": _object({})}, "type")(body, (), problems)
    return problems.tree


_LABELLED = _kinds(
    _SELECTS
    | {
        c.TEXT_INPUT: _object(
            _SHARED
            | {
                "custom_id": _CUSTOM_ID,
                "style": _choice(1, 2),
                "label": _text(1, 45),
                "value": _text(0, 4000),
                "placeholder": _text(0, 100),
                "required": _switch,
                "min_length": _number(0, 4000),
                "max_length": _number(1, 4000),
            },
            "custom_id style",
        ),
        c.FILE_UPLOAD: _object(
            _SHARED
            | {
                "custom_id": _CUSTOM_ID,
                "min_values": _number(0, 10),
                "max_values": _number(1, 10),
                "required": _switch,
            },
            "custom_id",
        ),
        c.RADIO_GROUP: _object(
            _SHARED | {"custom_id": _CUSTOM_ID, "required": _switch, "options": _list(_OPTION, 2, 10)},
            "custom_id options",
        ),
        c.CHECKBOX_GROUP: _object(
            _SHARED
            | {
                "custom_id": _CUSTOM_ID,
                "min_values": _number(0, 10),
                "max_values": _number(1, 10),
                "required": _switch,
                "options": _list(_OPTION, 1, 10),
            },
            "custom_id options",
        ),
        c.CHECKBOX: _object(_SHARED | {"custom_id": _CUSTOM_ID, "default": _switch}, "custom_id"),
    }
)
_MODAL = _object(
    {
        "custom_id": _CUSTOM_ID,
        "title": _text(1, 45),
        "components": _list(
            _kinds(
                {
                    c.ROW: _object(_SHARED | {"components": _list(_LABELLED, 1, 1)}, "components"),
                    c.TEXT: _TEXT,
                    c.LABEL: _object(
                        _SHARED | {"label": _text(1, 45), "description": _text(1, 100), "component": _LABELLED},
                        "label component",
                    ),
                }
            ),
            1,
            5,
        ),
    },
    "custom_id title components",
    lambda body, path, problems: _unique_ids(body["components"], (*path, "components"), problems),
)


def modal(data: Json) -> Json:
    """Check the modal of a first response."""
    problems = Problems()
    _MODAL(data, (), problems)
    return problems.tree


_VALUES: dict[int, Check] = {
    _STRING: _text(1, 100),
    _INTEGER: _number(-_INT53, _INT53),
    _NUMBER: _number(-_INT53, _INT53, "float"),
}


def _translations(rule: Check) -> Check:
    def check(value: Any, path: Path, problems: Problems) -> None:
        if not isinstance(value, dict):
            problems.add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
            return
        texts: Json = value
        for locale, text in texts.items():
            if locale not in LOCALES:
                problems.add((*path, locale), "BASE_TYPE_CHOICES", "Value must be one of Discord's locales.")
            rule(text, (*path, locale), problems)

    return check


def _choice_of(kind: int) -> Check:
    """Return what a choice for an option of this kind must be."""
    name = _text(1, 100)
    fields = {"name": name, "name_localizations": _translations(name), "value": _VALUES[kind]}
    return _object(fields, "name value")


_CHOICES: dict[int, Check] = {kind: _list(_choice_of(kind), 0, 25) for kind in _VALUES}


def choices(data: Json, kind: int) -> Json:
    """Check the suggestions for an option of this kind."""
    problems = Problems()
    _object({"choices": _CHOICES[kind]})(data, (), problems)
    return problems.tree


# --- commands -----------------------------------------------------------------------------------------


def _command_name(value: Any, path: Path, problems: Problems) -> None:
    """The name of a slash command or an option: letters, digits, ``-`` ``_`` ``'``; lower case."""
    _text(1, 32)(value, path, problems)
    text = str(value)
    if text != text.lower() or not all(x in "-_'" or unicodedata.category(x)[0] in "LNM" for x in text):
        problems.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _option_whole(body: Json, path: Path, problems: Problems) -> None:
    if body.get("autocomplete") and body.get("choices"):
        text = "Choices and autocomplete cannot be used together"
        problems.add(path, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_MUTUALLY_EXCLUSIVE", text)
    names = [choice["name"] for choice in body.get("choices") or ()]
    if len(set(names)) < len(names):
        text = "Option choice names must be unique"
        problems.add((*path, "choices"), "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", text)
    for least, most in (("min_value", "max_value"), ("min_length", "max_length")):
        if body.get(least) is not None and body.get(most) is not None and body[least] > body[most]:
            problems.add((*path, least), "NUMBER_TYPE_MAX", f"value should be less than or equal to {body[most]}.")


def _options_whole(body: Json, path: Path, problems: Problems) -> None:
    """Check the options of a command or subcommand against each other."""
    seen: set[str] = set()
    optional = False
    kinds = {option["type"] in (_SUBCOMMAND, _GROUP) for option in body.get("options") or ()}
    if len(kinds) > 1:
        text = "Sub-command and sub-command group option types are mutually exclusive to all other types"
        problems.add((*path, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", text)
    for place, option in enumerate(body.get("options") or ()):
        here = (*path, "options", str(place))
        if option["name"] in seen:
            text = "Option name already exists"
            problems.add((*here, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", text)
        seen.add(option["name"])
        if option.get("required") and optional:
            text = "Required options must be placed before non-required options"
            problems.add(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", text)
        optional = optional or not option.get("required")


_NAMES: dict[str, Check] = {"name": _command_name, "name_localizations": _translations(_command_name)}
_DESCRIPTION = _text(1, 100)
_NAMED: dict[str, Check] = _NAMES | {
    "description": _DESCRIPTION,
    "description_localizations": _translations(_DESCRIPTION),
}


def _option(more: dict[str, Check], then: Check = _option_whole) -> Check:
    return _object(_NAMED | {"required": _switch} | more, "name description", then)


_BOUND = _number(-_INT53, _INT53, "float")
_VALUE_OPTIONS: dict[int, Check] = {kind: _option({}) for kind in (5, 6, 8, 9, 11)} | {
    _STRING: _option(
        {
            "choices": _CHOICES[_STRING],
            "autocomplete": _switch,
            "min_length": _number(0, 6000),
            "max_length": _number(1, 6000),
        }
    ),
    _INTEGER: _option(
        {"choices": _CHOICES[_INTEGER], "autocomplete": _switch, "min_value": _BOUND, "max_value": _BOUND}
    ),
    _NUMBER: _option({"choices": _CHOICES[_NUMBER], "autocomplete": _switch, "min_value": _BOUND, "max_value": _BOUND}),
    _CHANNEL: _option({"channel_types": _list(_ID)}),
}
_SUBCOMMANDS: dict[int, Check] = {
    _SUBCOMMAND: _option({"options": _list(_kinds(_VALUE_OPTIONS), 0, 25)}, _options_whole)
}
_GROUPS: dict[int, Check] = {_GROUP: _option({"options": _list(_kinds(_SUBCOMMANDS), 0, 25)}, _options_whole)}
_AVAILABLE: dict[str, Check] = {
    "contexts": _list(_choice(0, 1, 2), 1, 3),
    "integration_types": _list(_choice(0, 1), 1, 2),
    "default_member_permissions": _snowflake,
    "dm_permission": _switch,
    "nsfw": _switch,
}
_SLASH = _object(
    _NAMED | _AVAILABLE | {"options": _list(_kinds(_VALUE_OPTIONS | _SUBCOMMANDS | _GROUPS), 0, 25)},
    "name description",
    _options_whole,
)
_MENU_NAME = _text(1, 32)
_MENU = _object(
    _AVAILABLE
    | {
        "name": _MENU_NAME,
        "name_localizations": _translations(_MENU_NAME),
        "description": _text(0, 0),
        "options": _list(_kinds({}), 0, 0),
    },
    "name",
)
_COMMAND = _kinds({1: _SLASH, 2: _MENU, 3: _MENU})


def _command(body: Any, path: Path, problems: Problems) -> None:
    before = problems.count
    typed: Any = {"type": 1} | body if isinstance(body, dict) else body  # pyright: ignore[reportUnknownVariableType]
    _COMMAND(typed, path, problems)
    if problems.count == before and _command_size(typed) > MAX_COMMAND:
        problems.add(path, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({MAX_COMMAND})")


def _command_size(body: Json) -> int:
    """Count a command's names, descriptions and values, the longest translation of each."""
    size = len(str(body.get("value") or ""))
    for name in ("name", "description"):
        texts = [body.get(name) or "", *(body.get(f"{name}_localizations") or {}).values()]
        size += max(map(len, texts))
    inner: list[Json] = [*(body.get("options") or ()), *(body.get("choices") or ())]
    return size + sum(map(_command_size, inner))


def command(body: Any) -> Json:
    """Check one command."""
    problems = Problems()
    _command(body, (), problems)
    return problems.tree


def commands(bodies: Any) -> Json:
    """Check all commands of a scope, which together must have different names."""
    problems = Problems()
    _list(_command, 0, 110)(bodies, (), problems)
    if problems.count == 0:
        seen: set[tuple[int, str]] = set()
        for place, body in enumerate(bodies):
            key = (body.get("type") or 1, body["name"])
            if key in seen:
                text = "Application command names must be unique"
                problems.add((str(place), "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", text)
            seen.add(key)
    return problems.tree
