"""What Discord's client lets a person do with a command: find it, and fill in its options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.preview.server import payloads
from bot.preview.server.state import User

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.preview.server.state import Channel, Command, Json, World

SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
_SUBCOMMAND, _STRING, _INTEGER, _BOOLEAN, _USER, _MENTIONABLE, _NUMBER = 1, 3, 4, 5, 6, 9, 10
_INSTALLS = {"0": 0, "1": 1}


class CannotDo(Exception):
    """Discord's client would not let a person do this."""


def find(world: World, name: str, kinds: Sequence[int], channel: Channel, owners: Mapping[str, str]) -> Command:
    """Return the command of this name that a person can use here; the guild's own before a global one."""
    guild_id = channel.guild.id if channel.guild and channel.guild.installed else None
    for scope in dict.fromkeys((guild_id, None)):
        for kind in kinds:
            command = world.commands[scope].get((kind, name))
            if command is not None:
                _check_available(command, channel, owners)
                return command
    known = sorted(known for scope in world.commands.values() for kind, known in scope if kind in kinds)
    raise CannotDo(f"there is no command {name!r}; there are {known}")


def _check_available(command: Command, channel: Channel, owners: Mapping[str, str]) -> None:
    body = command.body
    contexts = body.get("contexts")
    if command.guild_id is None:
        allowed = contexts or ((0, 1, 2) if body["dm_permission"] else (0,))
        if channel.context not in allowed:
            raise CannotDo(f"/{body['name']} is not offered in this kind of channel ({channel.context})")
        if not {_INSTALLS[owner] for owner in owners} & set(body["integration_types"]):
            raise CannotDo(f"/{body['name']} is not offered by an app installed like this")
    if channel.kind == 3 and "1" not in owners:
        raise CannotDo("among themselves people are only offered apps that they installed for themselves")
    needed = body["default_member_permissions"]
    if channel.guild and needed is not None and (needed == "0" or int(needed) & ~payloads.MEMBER_PERMISSIONS):
        raise CannotDo(f"/{body['name']} takes permissions that ordinary members do not have")
    if channel.guild and body["nsfw"]:
        raise CannotDo(f"/{body['name']} is only offered in age-restricted channels")


def leaf(command: Command, path: Sequence[str]) -> list[Json]:
    """Return the options of a command or, following the path, of its subcommand."""
    options: list[Json] = command.body.get("options") or []
    for step in path:
        inner = [option for option in options if option["name"] == step and option["type"] <= _SUBCOMMAND + 1]
        if not inner:
            raise CannotDo(f"/{command.body['name']} has no subcommand {step!r}")
        options = inner[0].get("options") or []
    if any(option["type"] <= _SUBCOMMAND + 1 for option in options):
        raise CannotDo(f"/{command.body['name']} is only used by its subcommands")
    return options


def fill(options: Sequence[Json], values: Mapping[str, Any], locale: str, *, partly: bool = False) -> list[Json]:
    """Return the options as the client sends them; ``partly`` while the person is still typing."""
    known = {option["name"]: option for option in options}
    for name in values:
        if name not in known:
            raise CannotDo(f"there is no option {name!r}; there are {sorted(known)}")
    missing = [option["name"] for option in options if option.get("required") and option["name"] not in values]
    if missing and not partly:
        raise CannotDo(f"the options {missing} are required")
    return [
        {"name": name, "type": known[name]["type"], "value": _value(known[name], value, locale)}
        for name, value in values.items()
    ]


def nest(data: Json, path: Sequence[str], options: list[Json]) -> None:
    """Put the options where a subcommand's belong."""
    for depth, step in enumerate(reversed(path)):
        options = [{"name": step, "type": _SUBCOMMAND + (depth > 0), "options": options}]
    if options:
        data["options"] = options


def resolved(world: World, options: Sequence[Json], channel: Channel) -> Json:
    """Return the users that options name, in full."""
    named = [world.users[int(one["value"])] for one in options if one["type"] in (_USER, _MENTIONABLE)]
    if not named:
        return {}
    return {"resolved": people(named, channel)}


def people(users: Sequence[User], channel: Channel) -> Json:
    """Write users that an interaction speaks of, and in a guild what they are there."""
    written: Json = {"users": {str(user.id): payloads.user(user) for user in users}}
    if channel.guild is not None:
        written["members"] = {
            str(user.id): {name: value for name, value in payloads.member(user).items() if name != "user"}
            | {"permissions": str(payloads.MEMBER_PERMISSIONS)}
            for user in users
        }
    return written


def _value(option: Json, value: Any, locale: str) -> Any:
    """Return a value as sent, if the client would let a person enter it."""
    name, kind = option["name"], option["type"]
    if option.get("choices"):
        return _picked(option, value, locale)
    if kind in (_USER, _MENTIONABLE) and isinstance(value, User):
        return str(value.id)
    fits: dict[int, bool] = {
        _STRING: isinstance(value, str),
        _INTEGER: isinstance(value, int) and not isinstance(value, bool),
        _BOOLEAN: isinstance(value, bool),
        _NUMBER: isinstance(value, (int, float)) and not isinstance(value, bool),
    }
    if kind not in fits and kind not in (_USER, _MENTIONABLE):
        raise NotImplementedError(f"the local Discord plays no options of type {kind} ({name})")
    if not fits.get(kind):
        raise CannotDo(f"{value!r} cannot be entered for option {name!r} (type {kind})")
    size = len(str(value)) if kind == _STRING else value
    ends = ("min_length", "max_length") if kind == _STRING else ("min_value", "max_value")
    least, most = (option.get(end) for end in ends)
    if kind != _BOOLEAN and ((least is not None and size < least) or (most is not None and size > most)):
        raise CannotDo(f"{value!r} is outside of what option {name!r} takes")
    return value


def _picked(option: Json, value: Any, locale: str) -> Any:
    """Return the value of the choice that is meant by its value or by what is shown of it."""
    for choice in option["choices"]:
        shown = localized(choice, locale)
        if value in (choice["value"], shown):
            return choice["value"]
    offered = [choice["name"] for choice in option["choices"]]
    raise CannotDo(f"option {option['name']!r} offers {offered}, not {value!r}")


def localized(choice: Json, locale: str) -> str:
    """Return what a person of this language is shown of a choice."""
    translated: Json = choice.get("name_localizations") or {}
    return translated.get(locale, choice["name"])
