"""What Discord refuses of commands and of what autocomplete suggests: its limits, as an error tree.

Every public function returns the tree that goes with "Invalid Form Body" (50035), empty if nothing is
wrong. Where Discord's own code for a mistake is not known, the name here follows its habit.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

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
)

if TYPE_CHECKING:
    from bot.preview.server.components import Path
    from bot.preview.server.models import Json

MAX_COMMAND = 8_000
"""Characters of a command's names, descriptions and values, the longest translation of each counted."""
MAX_CHOICES = 25
"""Choices of an option, and suggestions of autocomplete."""

# fmt: off
LOCALES = frozenset({
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu",
    "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN",
    "zh-TW",
})
# fmt: on
_INT53 = (1 << 53) - 1
_SUBCOMMAND, _GROUP, _STRING, _INTEGER, _CHANNEL, _NUMBER = 1, 2, 3, 4, 7, 10
"""Kinds of option that have rules of their own."""


_VALUES: dict[int, Check] = {
    _STRING: text(1, 100),
    _INTEGER: number(-_INT53, _INT53),
    _NUMBER: number(-_INT53, _INT53, "float"),
}


def _translations(rule: Check) -> Check:
    """Return the check for an object of texts by locale, each of which passes a check."""

    def check(value: Any, path: Path, problems: ValidationErrors) -> None:
        if not is_object(value):
            problems.add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
            return
        for locale, translated in value.items():
            if locale not in LOCALES:
                problems.add((*path, locale), "BASE_TYPE_CHOICES", "Value must be one of Discord's locales.")
            rule(translated, (*path, locale), problems)

    return check


def _choice_of(kind: int) -> Check:
    """Return what a choice for an option of this kind must be."""
    name = text(1, 100)
    fields = {"name": name, "name_localizations": _translations(name), "value": _VALUES[kind]}
    return fields_of(fields, "name value")


_CHOICES: dict[int, Check] = {kind: list_of(_choice_of(kind), 0, MAX_CHOICES) for kind in _VALUES}


def choices(data: Json, kind: int) -> Json:
    """Check the suggestions for an option of this kind."""
    problems = ValidationErrors()
    fields_of({"choices": _CHOICES[kind]})(data, (), problems)
    return problems.tree


def _command_name(value: Any, path: Path, problems: ValidationErrors) -> None:
    """The name of a slash command or an option: letters, digits, ``-`` ``_`` ``'``; lower case."""
    text(1, 32)(value, path, problems)
    name = str(value)
    if name != name.lower() or not all(x in "-_'" or unicodedata.category(x)[0] in "LNM" for x in name):
        problems.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _option_whole(body: Json, path: Path, problems: ValidationErrors) -> None:
    if body.get("autocomplete") and body.get("choices"):
        why = "Choices and autocomplete cannot be used together"
        problems.add(path, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_MUTUALLY_EXCLUSIVE", why)
    names = [choice["name"] for choice in body.get("choices") or ()]
    if len(set(names)) < len(names):
        why = "Option choice names must be unique"
        problems.add((*path, "choices"), "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", why)
    for least, most in (("min_value", "max_value"), ("min_length", "max_length")):
        if body.get(least) is not None and body.get(most) is not None and body[least] > body[most]:
            problems.add((*path, least), "NUMBER_TYPE_MAX", f"value should be less than or equal to {body[most]}.")


def _options_whole(body: Json, path: Path, problems: ValidationErrors) -> None:
    """Check the options of a command or subcommand against each other."""
    seen: set[str] = set()
    optional = False
    kinds = {option["type"] in (_SUBCOMMAND, _GROUP) for option in body.get("options") or ()}
    if len(kinds) > 1:
        why = "Sub-command and sub-command group option types are mutually exclusive to all other types"
        problems.add((*path, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", why)
    for place, option in enumerate(body.get("options") or ()):
        here = (*path, "options", str(place))
        if option["name"] in seen:
            why = "Option name already exists"
            problems.add((*here, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", why)
        seen.add(option["name"])
        if option.get("required") and optional:
            why = "Required options must be placed before non-required options"
            problems.add(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", why)
        optional = optional or not option.get("required")


_NAMES: dict[str, Check] = {"name": _command_name, "name_localizations": _translations(_command_name)}
_DESCRIPTION = text(1, 100)
_NAMED: dict[str, Check] = _NAMES | {
    "description": _DESCRIPTION,
    "description_localizations": _translations(_DESCRIPTION),
}


def _option(more: dict[str, Check], then: Check = _option_whole) -> Check:
    return fields_of(_NAMED | {"required": switch} | more, "name description", then)


_BOUND = number(-_INT53, _INT53, "float")
_VALUE_OPTIONS: dict[int, Check] = {kind: _option({}) for kind in (5, 6, 8, 9, 11)} | {
    _STRING: _option(
        {
            "choices": _CHOICES[_STRING],
            "autocomplete": switch,
            "min_length": number(0, 6000),
            "max_length": number(1, 6000),
        }
    ),
    _INTEGER: _option(
        {"choices": _CHOICES[_INTEGER], "autocomplete": switch, "min_value": _BOUND, "max_value": _BOUND}
    ),
    _NUMBER: _option({"choices": _CHOICES[_NUMBER], "autocomplete": switch, "min_value": _BOUND, "max_value": _BOUND}),
    _CHANNEL: _option({"channel_types": list_of(number(0, 16))}),
}
_SUBCOMMANDS: dict[int, Check] = {
    _SUBCOMMAND: _option({"options": list_of(kind_of(_VALUE_OPTIONS), 0, 25)}, _options_whole)
}
_GROUPS: dict[int, Check] = {_GROUP: _option({"options": list_of(kind_of(_SUBCOMMANDS), 0, 25)}, _options_whole)}
_AVAILABLE: dict[str, Check] = {
    "contexts": list_of(one_of(0, 1, 2), 1, 3),
    "integration_types": list_of(one_of(0, 1), 1, 2),
    "default_member_permissions": snowflake,
    "dm_permission": switch,
    "nsfw": switch,
}
_SLASH = fields_of(
    _NAMED | _AVAILABLE | {"options": list_of(kind_of(_VALUE_OPTIONS | _SUBCOMMANDS | _GROUPS), 0, 25)},
    "name description",
    _options_whole,
)
_MENU_NAME = text(1, 32)
_MENU = fields_of(
    _AVAILABLE
    | {
        "name": _MENU_NAME,
        "name_localizations": _translations(_MENU_NAME),
        "description": text(0, 0),
        "options": list_of(kind_of({}), 0, 0),
    },
    "name",
)
_COMMAND = kind_of({1: _SLASH, 2: _MENU, 3: _MENU})


def _command(body: Any, path: Path, problems: ValidationErrors) -> None:
    before = problems.count
    _COMMAND({"type": 1} | body if is_object(body) else body, path, problems)
    if problems.count == before and _command_size(body) > MAX_COMMAND:
        problems.add(path, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({MAX_COMMAND})")


def _command_size(body: Json) -> int:
    """Count a command's names, descriptions and values, the longest translation of each."""
    size = len(str(body.get("value") or ""))
    for name in ("name", "description"):
        translated: Json = body.get(f"{name}_localizations") or {}
        size += max(map(len, [body.get(name) or "", *translated.values()]))
    inner: list[Json] = [*(body.get("options") or ()), *(body.get("choices") or ())]
    return size + sum(map(_command_size, inner))


def command(body: Any) -> Json:
    """Check one command."""
    problems = ValidationErrors()
    _command(body, (), problems)
    return problems.tree


def commands(bodies: Any) -> Json:
    """Check all commands of a scope, which together must have different names."""
    problems = ValidationErrors()
    list_of(_command, 0, 110)(bodies, (), problems)
    if problems.count == 0:
        seen: set[tuple[int, str]] = set()
        for place, body in enumerate(bodies):
            key = (body.get("type") or 1, body["name"])
            if key in seen:
                why = "Application command names must be unique"
                problems.add((str(place), "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", why)
            seen.add(key)
    return problems.tree
