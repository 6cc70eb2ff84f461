"""Discord's validation rules for application commands and autocomplete choices.

Every public function returns an error tree in the form of "Invalid Form Body" (50035), which is empty if the
body is valid. Where Discord's own error code is not known, the name here follows Discord's style.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

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
)

if TYPE_CHECKING:
    from bot.preview.server.components import Path
    from bot.preview.server.models import Json

MAX_COMMAND = 8_000
"""Characters of a command's names, descriptions and values; the longest localization of each counts."""
MAX_CHOICES = 25
"""Choices of an option or an autocomplete result."""

# fmt: off
LOCALES = frozenset({
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu",
    "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN",
    "zh-TW",
})
# fmt: on
_INT53 = (1 << 53) - 1
_SUBCOMMAND, _GROUP, _STRING, _INTEGER, _CHANNEL, _NUMBER = 1, 2, 3, 4, 7, 10
"""Option types with rules of their own."""


_VALUES: dict[int, Validator] = {
    _STRING: text(1, 100),
    _INTEGER: number(-_INT53, _INT53),
    _NUMBER: number(-_INT53, _INT53, "float"),
}


def _localizations(validator: Validator) -> Validator:
    """Return the validator of an object of localized texts."""

    def validate(value: Any, path: Path, errors: ValidationErrors) -> None:
        if not is_object(value):
            errors.add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
            return
        for locale, translated in value.items():
            if locale not in LOCALES:
                errors.add((*path, locale), "BASE_TYPE_CHOICES", "Value must be one of Discord's locales.")
            validator(translated, (*path, locale), errors)

    return validate


def _choice_of(kind: int) -> Validator:
    """Return the validator of a choice for an option of this type."""
    name = text(1, 100)
    fields = {"name": name, "name_localizations": _localizations(name), "value": _VALUES[kind]}
    return object_of(fields, "name value")


_CHOICES: dict[int, Validator] = {kind: list_of(_choice_of(kind), 0, MAX_CHOICES) for kind in _VALUES}


def choices(data: Json, kind: int) -> Json:
    """Validate the autocomplete choices for an option of this type."""
    errors = ValidationErrors()
    object_of({"choices": _CHOICES[kind]})(data, (), errors)
    return errors.tree


def _command_name(value: Any, path: Path, errors: ValidationErrors) -> None:
    """Validate the name of a slash command or option: lower-case letters, digits, ``-``, ``_``, ``'``."""
    text(1, 32)(value, path, errors)
    name = str(value)
    if name != name.lower() or not all(x in "-_'" or unicodedata.category(x)[0] in "LNM" for x in name):
        errors.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _validate_option(body: Json, path: Path, errors: ValidationErrors) -> None:
    if body.get("autocomplete") and body.get("choices"):
        why = "Choices and autocomplete cannot be used together"
        errors.add(path, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_MUTUALLY_EXCLUSIVE", why)
    names = [choice["name"] for choice in body.get("choices") or ()]
    if len(set(names)) < len(names):
        why = "Option choice names must be unique"
        errors.add((*path, "choices"), "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", why)
    for minimum, maximum in (("min_value", "max_value"), ("min_length", "max_length")):
        if body.get(minimum) is not None and body.get(maximum) is not None and body[minimum] > body[maximum]:
            errors.add((*path, minimum), "NUMBER_TYPE_MAX", f"value should be less than or equal to {body[maximum]}.")


def _validate_options(body: Json, path: Path, errors: ValidationErrors) -> None:
    """Validate the options of a command or subcommand together."""
    seen: set[str] = set()
    optional = False
    kinds = {option["type"] in (_SUBCOMMAND, _GROUP) for option in body.get("options") or ()}
    if len(kinds) > 1:
        why = "Sub-command and sub-command group option types are mutually exclusive to all other types"
        errors.add((*path, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", why)
    for index, option in enumerate(body.get("options") or ()):
        here = (*path, "options", str(index))
        if option["name"] in seen:
            why = "Option name already exists"
            errors.add((*here, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", why)
        seen.add(option["name"])
        if option.get("required") and optional:
            why = "Required options must be placed before non-required options"
            errors.add(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", why)
        optional = optional or not option.get("required")


_NAMES: dict[str, Validator] = {"name": _command_name, "name_localizations": _localizations(_command_name)}
_DESCRIPTION = text(1, 100)
_NAMED: dict[str, Validator] = _NAMES | {
    "description": _DESCRIPTION,
    "description_localizations": _localizations(_DESCRIPTION),
}


def _option(more: dict[str, Validator], then: Validator = _validate_option) -> Validator:
    return object_of(_NAMED | {"required": boolean} | more, "name description", then)


_BOUND = number(-_INT53, _INT53, "float")
_VALUE_OPTIONS: dict[int, Validator] = {kind: _option({}) for kind in (5, 6, 8, 9, 11)} | {
    _STRING: _option(
        {
            "choices": _CHOICES[_STRING],
            "autocomplete": boolean,
            "min_length": number(0, 6000),
            "max_length": number(1, 6000),
        }
    ),
    _INTEGER: _option(
        {"choices": _CHOICES[_INTEGER], "autocomplete": boolean, "min_value": _BOUND, "max_value": _BOUND}
    ),
    _NUMBER: _option({"choices": _CHOICES[_NUMBER], "autocomplete": boolean, "min_value": _BOUND, "max_value": _BOUND}),
    _CHANNEL: _option({"channel_types": list_of(number(0, 16))}),
}
_SUBCOMMANDS: dict[int, Validator] = {
    _SUBCOMMAND: _option({"options": list_of(union_of(_VALUE_OPTIONS), 0, 25)}, _validate_options)
}
_GROUPS: dict[int, Validator] = {
    _GROUP: _option({"options": list_of(union_of(_SUBCOMMANDS), 0, 25)}, _validate_options)
}
_AVAILABLE: dict[str, Validator] = {
    "contexts": list_of(one_of(0, 1, 2), 1, 3),
    "integration_types": list_of(one_of(0, 1), 1, 2),
    "default_member_permissions": snowflake,
    "dm_permission": boolean,
    "nsfw": boolean,
}
_SLASH = object_of(
    _NAMED | _AVAILABLE | {"options": list_of(union_of(_VALUE_OPTIONS | _SUBCOMMANDS | _GROUPS), 0, 25)},
    "name description",
    _validate_options,
)
_MENU_NAME = text(1, 32)
_MENU = object_of(
    _AVAILABLE
    | {
        "name": _MENU_NAME,
        "name_localizations": _localizations(_MENU_NAME),
        "description": text(0, 0),
        "options": list_of(union_of({}), 0, 0),
    },
    "name",
)
_COMMAND = union_of({1: _SLASH, 2: _MENU, 3: _MENU})


def _command(body: Any, path: Path, errors: ValidationErrors) -> None:
    before = errors.count
    _COMMAND({"type": 1} | body if is_object(body) else body, path, errors)
    if errors.count == before and _command_size(body) > MAX_COMMAND:
        errors.add(path, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({MAX_COMMAND})")


def _command_size(body: Json) -> int:
    """Return the total length of a command's names, descriptions and values."""
    size = len(str(body.get("value") or ""))
    for name in ("name", "description"):
        translated: Json = body.get(f"{name}_localizations") or {}
        size += max(map(len, [body.get(name) or "", *translated.values()]))
    inner: list[Json] = [*(body.get("options") or ()), *(body.get("choices") or ())]
    return size + sum(map(_command_size, inner))


def command(body: Any) -> Json:
    """Validate one command."""
    errors = ValidationErrors()
    _command(body, (), errors)
    return errors.tree


def commands(bodies: Any) -> Json:
    """Validate all commands of a scope, whose names must be unique."""
    errors = ValidationErrors()
    list_of(_command, 0, 110)(bodies, (), errors)
    if errors.count == 0:
        seen: set[tuple[int, str]] = set()
        for index, body in enumerate(bodies):
            key = (body.get("type") or 1, body["name"])
            if key in seen:
                why = "Application command names must be unique"
                errors.add((str(index), "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", why)
            seen.add(key)
    return errors.tree
