"""Commands as Discord's client handles them: which are available, and which option values it accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.preview.server import payloads
from bot.preview.server.models import GROUP_DM, User

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.preview.server.models import Channel, Command, Json
    from bot.preview.server.state import DiscordState

SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
_SUBCOMMAND, _STRING, _INTEGER, _BOOLEAN, _USER, _MENTIONABLE, _NUMBER = 1, 3, 4, 5, 6, 9, 10
_INSTALLS = {"0": 0, "1": 1}


class ActionUnavailable(Exception):
    """Discord's client does not allow this action; the message says why."""


def find_command(
    state: DiscordState, name: str, kinds: Sequence[int], channel: Channel, integration_owners: Mapping[str, str]
) -> Command:
    """Return the command with this name that is available here; a guild's own comes before a global one.

    Raises ActionUnavailable if there is none.
    """
    guild_id = channel.guild.id if channel.guild and channel.guild.installed else None
    for scope in dict.fromkeys((guild_id, None)):
        for kind in kinds:
            command = state.commands[scope].get((kind, name))
            if command is not None:
                _check_available(command, channel, integration_owners)
                return command
    known = sorted(known for scope in state.commands.values() for kind, known in scope if kind in kinds)
    raise ActionUnavailable(f"there is no command {name!r}; there are {known}")


def _check_available(command: Command, channel: Channel, integration_owners: Mapping[str, str]) -> None:
    body = command.body
    contexts = body.get("contexts")
    if command.guild_id is None:
        allowed = contexts or ((0, 1, 2) if body["dm_permission"] else (0,))
        if channel.context not in allowed:
            raise ActionUnavailable(f"/{body['name']} is not available in this context ({channel.context})")
        if not {_INSTALLS[owner] for owner in integration_owners} & set(body["integration_types"]):
            raise ActionUnavailable(f"/{body['name']} is not available for this kind of installation")
    if channel.kind == GROUP_DM and "1" not in integration_owners:
        raise ActionUnavailable("in a group DM only user-installed apps are available")
    needed = body["default_member_permissions"]
    if channel.guild and needed is not None and (needed == "0" or int(needed) & ~payloads.MEMBER_PERMISSIONS):
        raise ActionUnavailable(f"/{body['name']} needs permissions that ordinary members do not have")
    if channel.guild and body["nsfw"]:
        raise ActionUnavailable(f"/{body['name']} is only available in age-restricted channels")


def leaf_options(command: Command, path: Sequence[str]) -> list[Json]:
    """Return the options of a command or, following the path, of its subcommand."""
    options: list[Json] = command.body.get("options") or []
    for step in path:
        inner = [option for option in options if option["name"] == step and option["type"] <= _SUBCOMMAND + 1]
        if not inner:
            raise ActionUnavailable(f"/{command.body['name']} has no subcommand {step!r}")
        options = inner[0].get("options") or []
    if any(option["type"] <= _SUBCOMMAND + 1 for option in options):
        raise ActionUnavailable(f"/{command.body['name']} can only be used by its subcommands")
    return options


def fill_options(
    options: Sequence[Json], values: Mapping[str, Any], locale: str, *, partial: bool = False
) -> list[Json]:
    """Return the options as the client sends them; ``partial`` while the person is still typing."""
    known = {option["name"]: option for option in options}
    for name in values:
        if name not in known:
            raise ActionUnavailable(f"there is no option {name!r}; there are {sorted(known)}")
    missing = [option["name"] for option in options if option.get("required") and option["name"] not in values]
    if missing and not partial:
        raise ActionUnavailable(f"the options {missing} are required")
    return [
        {"name": name, "type": known[name]["type"], "value": _value(known[name], value, locale)}
        for name, value in values.items()
    ]


def nest_options(data: Json, path: Sequence[str], options: list[Json]) -> None:
    """Put the options into the data, below their subcommand if there is one."""
    for depth, step in enumerate(reversed(path)):
        options = [{"name": step, "type": _SUBCOMMAND + (depth > 0), "options": options}]
    if options:
        data["options"] = options


def resolved_data(state: DiscordState, options: Sequence[Json], channel: Channel) -> Json:
    """Return the ``resolved`` data for users that are option values."""
    named = [state.users[int(one["value"])] for one in options if one["type"] in (_USER, _MENTIONABLE)]
    if not named:
        return {}
    return {"resolved": resolved_users(named, channel)}


def resolved_users(users: Sequence[User], channel: Channel) -> Json:
    """Return users, and in a guild members, as ``resolved`` data."""
    written: Json = {"users": {str(user.id): payloads.user(user) for user in users}}
    if channel.guild is not None:
        written["members"] = {
            str(user.id): {name: value for name, value in payloads.member(user).items() if name != "user"}
            | {"permissions": str(payloads.MEMBER_PERMISSIONS)}
            for user in users
        }
    return written


def _value(option: Json, value: Any, locale: str) -> Any:
    """Return a value as it is sent; raises ActionUnavailable if the client would not accept it."""
    name, kind = option["name"], option["type"]
    if option.get("choices"):
        return _choice_value(option, value, locale)
    if kind in (_USER, _MENTIONABLE) and isinstance(value, User):
        return str(value.id)
    fits: dict[int, bool] = {
        _STRING: isinstance(value, str),
        _INTEGER: isinstance(value, int) and not isinstance(value, bool),
        _BOOLEAN: isinstance(value, bool),
        _NUMBER: isinstance(value, (int, float)) and not isinstance(value, bool),
    }
    if kind not in fits and kind not in (_USER, _MENTIONABLE):
        raise NotImplementedError(f"the local Discord does not implement options of type {kind} ({name!r})")
    if not fits.get(kind):
        raise ActionUnavailable(f"{value!r} is not a valid value for option {name!r} (type {kind})")
    size = len(str(value)) if kind == _STRING else value
    ends = ("min_length", "max_length") if kind == _STRING else ("min_value", "max_value")
    least, most = (option.get(end) for end in ends)
    if kind != _BOOLEAN and ((least is not None and size < least) or (most is not None and size > most)):
        raise ActionUnavailable(f"{value!r} is outside the limits of option {name!r}")
    return value


def _choice_value(option: Json, value: Any, locale: str) -> Any:
    """Return the value of the choice with this value or name."""
    for choice in option["choices"]:
        shown = localized(choice, locale)
        if value in (choice["value"], shown):
            return choice["value"]
    offered = [choice["name"] for choice in option["choices"]]
    raise ActionUnavailable(f"option {option['name']!r} has the choices {offered}, not {value!r}")


def localized(choice: Json, locale: str) -> str:
    """Return the name of a choice in this language."""
    translated: Json = choice.get("name_localizations") or {}
    return translated.get(locale, choice["name"])
