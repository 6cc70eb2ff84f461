"""The slash commands that a client offers somebody, in their language, and what is typed into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.preview.client import options as o

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.preview.server.state import Channel, Json, World

_INTEGER, _BOOLEAN, _USER, _NUMBER = 4, 5, 6, 10
_INNER = (1, 2)
"""Kinds of option: subcommand and group, which hold further options; and those whose value is no text."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A slash command, or a subcommand (``"command subcommand"``), and its options with their descriptions."""

    name: str
    description: str
    options: list[Json]


def offers(world: World, channel: Channel, owners: Mapping[str, str], locale: str) -> list[Offer]:
    """Return what the picker lists for a person in a channel, for whom ``owners`` added the bot."""
    names = {name for scope in world.commands.values() for kind, name in scope if kind == o.SLASH}
    found: list[Offer] = []
    for name in sorted(names):
        try:
            command = o.find(world, name, [o.SLASH], channel, owners)
        except o.CannotDo:
            continue
        found += _leaves(command.body, name, locale)
    return found


def choices(option: Json, world: World, locale: str, words: Mapping[str, str]) -> list[tuple[str, Any]]:
    """Return names and values that the client itself suggests for an option."""
    if option["type"] == _BOOLEAN:
        return [(words["yes"], "true"), (words["no"], "false")]
    if option["type"] == _USER:
        return [(user.name, user.id) for user in world.users.values()]
    return [(o.localized(choice, locale), choice["value"]) for choice in option.get("choices") or ()]


def suggests(option: Json) -> bool:
    """Say whether a list opens under an option."""
    return bool(option.get("autocomplete") or option.get("choices") or option["type"] in (_BOOLEAN, _USER))


def entered(options: Sequence[Json], typed: Mapping[str, str], world: World) -> dict[str, Any]:
    """Return what is typed or picked as values of the options' kinds; empty options are left out."""
    kinds = {option["name"]: option["type"] for option in options}
    return {name: _value(kinds.get(name), text.strip(), world) for name, text in typed.items() if text.strip()}


def _value(kind: int | None, text: str, world: World) -> Any:
    """Return the value; a text that is none of its kind stays a text, which the client then refuses."""
    try:
        if kind == _INTEGER:
            return int(text)
        if kind == _NUMBER:
            return float(text)
        if kind == _USER:
            return world.users[int(text)]
    except (ValueError, KeyError):
        return text
    return {"true": True, "false": False}.get(text, text) if kind == _BOOLEAN else text


def _leaves(body: Json, name: str, locale: str) -> Iterator[Offer]:
    """Yield a command in the reader's words, or what is inside if it only holds subcommands."""
    options: list[Json] = body.get("options") or []
    inner = [option for option in options if option["type"] in _INNER]
    for option in inner:
        yield from _leaves(option, f"{name} {option['name']}", locale)
    if not inner:
        shown = [
            option | {"description": _described(option, locale), "suggests": suggests(option)} for option in options
        ]
        yield Offer(name, _described(body, locale), shown)


def _described(body: Json, locale: str) -> str:
    translated: Json = body.get("description_localizations") or {}
    return translated.get(locale) or body["description"]
