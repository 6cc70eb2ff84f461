"""The routes of application commands: list, register, edit, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.preview.server import command_rules
from bot.preview.server.events import CommandsSynced
from bot.preview.server.models import Command
from bot.preview.server.request import ApiError, raise_if_invalid

if TYPE_CHECKING:
    from bot.preview.server.models import Json
    from bot.preview.server.request import ApiRequest
    from bot.preview.server.state import DiscordState

_MAX_COMMANDS = 100
_LOCALIZATIONS = ("name_localizations", "description_localizations")

Scope = dict[tuple[int, str], Command]


class CommandRoutes:
    """The routes below ``/applications/{app}``. Each method returns the JSON of the response."""

    def __init__(self, state: DiscordState) -> None:
        self._state = state

    def list_all(self, request: ApiRequest) -> list[Json]:
        """List the commands of a scope, with localizations only if ``with_localizations`` is set."""
        bodies = [command.body for command in self._scope(request)[1].values()]
        return bodies if request.flag("with_localizations") else [_without_localizations(body) for body in bodies]

    def get(self, request: ApiRequest) -> Json:
        """Return one command."""
        return self._command(request).body

    def overwrite(self, request: ApiRequest) -> list[Json]:
        """Replace all commands of a scope."""
        guild_id, known = self._scope(request)
        raise_if_invalid(command_rules.commands(request.body))
        commands = [self._build(sent, guild_id, known) for sent in request.body]
        known.clear()
        known |= {command.key: command for command in commands}
        self._state.publish(CommandsSynced(guild_id))
        return [command.body for command in commands]

    def create(self, request: ApiRequest) -> Json:
        """Add a command, or replace the one of the same kind and name."""
        guild_id, known = self._scope(request)
        raise_if_invalid(command_rules.command(request.json))
        command = self._build(request.json, guild_id, known)
        if command.key not in known and len(known) >= _MAX_COMMANDS:
            raise ApiError(400, 30032, f"Maximum number of application commands reached ({_MAX_COMMANDS}).")
        return self._store(command, known)

    def edit(self, request: ApiRequest) -> Json:
        """Change the fields of a command that the body contains."""
        guild_id, known = self._scope(request)
        old = self._command(request)
        sent = old.body | request.json
        raise_if_invalid(command_rules.command(sent))
        del known[old.key]
        return self._store(self._build(sent, guild_id, {(sent["type"], sent["name"]): old}), known)

    def delete(self, request: ApiRequest) -> None:
        """Remove a command."""
        guild_id, known = self._scope(request)
        del known[self._command(request).key]
        self._state.publish(CommandsSynced(guild_id))

    def _scope(self, request: ApiRequest) -> tuple[int | None, Scope]:
        """Return the guild id of the request (``None``: global) and the commands of that scope."""
        if request.params["app"] != str(self._state.bot.id):
            raise ApiError(403, 20012, "You are not authorized to perform this action on this application")
        if "guild" not in request.params:
            return None, self._state.commands[None]
        guild = self._state.guilds.get(int(request.params["guild"]))
        if guild is None or not guild.installed:
            raise ApiError(403, 50001, "Missing Access")
        return guild.id, self._state.commands[guild.id]

    def _command(self, request: ApiRequest) -> Command:
        for command in self._scope(request)[1].values():
            if str(command.id) == request.params["command"]:
                return command
        raise ApiError(404, 10063, "Unknown application command")

    def _store(self, command: Command, known: Scope) -> Json:
        known[command.key] = command
        self._state.publish(CommandsSynced(command.guild_id))
        return command.body

    def _build(self, sent: Json, guild_id: int | None, known: Scope) -> Command:
        """Build a command from a body. An existing one keeps its id and, if nothing changed, its version."""
        content = _content(sent, guild_id)
        old = known.get((content["type"], content["name"]))
        command_id = old.id if old else self._state.next_snowflake()
        unchanged = old is not None and content.items() <= old.body.items()
        version = old.body["version"] if old and unchanged else str(self._state.next_snowflake())
        identity: Json = {"id": str(command_id), "application_id": str(self._state.bot.id), "version": version}
        return Command(command_id, guild_id, identity | content)


def _content(sent: Json, guild_id: int | None) -> Json:
    """Return the fields of a command with Discord's defaults."""
    content: Json = {
        "type": sent.get("type") or 1,
        "name": sent["name"],
        "name_localizations": sent.get("name_localizations"),
        "description": sent.get("description") or "",
        "description_localizations": sent.get("description_localizations"),
        "default_member_permissions": _text(sent.get("default_member_permissions")),
        "nsfw": bool(sent.get("nsfw")),
    }
    if guild_id is None:
        content |= {
            "contexts": sent.get("contexts"),
            "integration_types": sent.get("integration_types") or [0, 1],
            "dm_permission": sent.get("dm_permission") is not False,
        }
    else:
        content["guild_id"] = str(guild_id)
    if sent.get("options"):
        content["options"] = [_option(option) for option in sent["options"]]
    return content


def _option(sent: Json) -> Json:
    """Return an option as Discord lists it: without false flags and empty lists."""
    option = {name: value for name, value in sent.items() if value not in (False, None, [])}
    option |= {name: sent.get(name) for name in _LOCALIZATIONS}
    if "options" in option:
        option["options"] = [_option(inner) for inner in option["options"]]
    if "choices" in option:
        blank = {"name_localizations": None}
        option["choices"] = [blank | choice for choice in option["choices"]]
    return option


def _text(permissions: int | str | None) -> str | None:
    return None if permissions is None else str(permissions)


def _without_localizations(body: Json) -> Json:
    """Return a command without the localizations of its texts, options and choices."""
    copy = {name: value for name, value in body.items() if name not in _LOCALIZATIONS}
    for inner in ("options", "choices"):
        if inner in copy:
            copy[inner] = [_without_localizations(option) for option in copy[inner]]
    return copy
