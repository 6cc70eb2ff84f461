"""The command picker of a client: available slash commands, and how a typed line is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.preview.client import options as command_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.preview.server.models import Channel, Json
    from bot.preview.server.state import DiscordState

_INTEGER, _BOOLEAN, _USER, _NUMBER = 4, 5, 6, 10
"""Option types whose value is not a text."""
_NESTED = (1, 2)
"""Option types that hold options: subcommand and group."""


@dataclass(frozen=True, slots=True)
class PickerEntry:
    """A slash command or subcommand (``"command subcommand"``), localized, with its options."""

    name: str
    description: str
    options: list[Json]


def picker_entries(
    state: DiscordState, channel: Channel, integration_owners: Mapping[str, str], locale: str
) -> list[PickerEntry]:
    """Return the commands that are available in a channel for this kind of installation."""
    names = {name for scope in state.commands.values() for kind, name in scope if kind == command_options.SLASH}
    found: list[PickerEntry] = []
    for name in sorted(names):
        try:
            command = command_options.find_command(state, name, [command_options.SLASH], channel, integration_owners)
        except command_options.ActionUnavailable:
            continue
        found += _leaves(command.body, name, locale)
    return found


def parse_line(line: str, entries: Iterable[PickerEntry]) -> tuple[str, dict[str, str]] | None:
    """Return the command that a line begins with and the text of its option, or None if it begins with none.

    What follows the name goes to the first required option, or to the first option if none is required.
    """
    typed = line.strip()
    for entry in sorted(entries, key=lambda entry: len(entry.name), reverse=True):
        command, text = typed[: len(entry.name) + 1], typed[len(entry.name) + 1 :]
        if command.lower() == f"/{entry.name}" and text[:1].strip() == "":
            required = [option for option in entry.options if option.get("required")]
            option = next(iter(required or entry.options), None)
            return entry.name, {option["name"]: text.strip()} if option and text else {}
    return None


def client_choices(option: Json, state: DiscordState, locale: str, strings: Mapping[str, str]) -> list[tuple[str, Any]]:
    """Return the names and values that the client itself offers for an option."""
    if option["type"] == _BOOLEAN:
        return [(strings["yes"], "true"), (strings["no"], "false")]
    if option["type"] == _USER:
        return [(user.name, user.id) for user in state.users.values()]
    return [(command_options.localized(choice, locale), choice["value"]) for choice in option.get("choices") or ()]


def has_choices(option: Json) -> bool:
    """Return whether the client shows a list of choices for an option."""
    return bool(option.get("autocomplete") or option.get("choices") or option["type"] in (_BOOLEAN, _USER))


def parse_values(options: Sequence[Json], typed: Mapping[str, str], state: DiscordState) -> dict[str, Any]:
    """Convert typed texts to the types of their options; empty ones are left out."""
    kinds = {option["name"]: option["type"] for option in options}
    return {name: _parse_value(kinds.get(name), text.strip(), state) for name, text in typed.items() if text.strip()}


def _parse_value(kind: int | None, text: str, state: DiscordState) -> Any:
    """Convert a text; an invalid one stays a text, which the client then refuses."""
    try:
        if kind == _INTEGER:
            return int(text)
        if kind == _NUMBER:
            return float(text)
        if kind == _USER:
            return state.users[int(text)]
    except (ValueError, KeyError):
        return text
    return {"true": True, "false": False}.get(text, text) if kind == _BOOLEAN else text


def _leaves(body: Json, name: str, locale: str) -> Iterator[PickerEntry]:
    """Yield the entry of a command, or the entries of its subcommands."""
    options: list[Json] = body.get("options") or []
    inner = [option for option in options if option["type"] in _NESTED]
    for option in inner:
        yield from _leaves(option, f"{name} {option['name']}", locale)
    if not inner:
        shown = [
            option | {"description": _description(option, locale), "has_choices": has_choices(option)}
            for option in options
        ]
        yield PickerEntry(name, _description(body, locale), shown)


def _description(body: Json, locale: str) -> str:
    translated: Json = body.get("description_localizations") or {}
    return translated.get(locale) or body["description"]
