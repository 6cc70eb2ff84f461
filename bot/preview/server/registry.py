"""The application's commands: registered, compared with what is known, and listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.preview.server import command_rules
from bot.preview.server.request import Refused, refuse
from bot.preview.server.state import Command, CommandsSynced

if TYPE_CHECKING:
    from bot.preview.server.request import Call
    from bot.preview.server.state import Json, World

_MAX_COMMANDS = 100
_LOCALIZATIONS = ("name_localizations", "description_localizations")

Scope = dict[tuple[int, str], Command]


class Registry:
    """The routes below ``/applications/{app}``; each returns what goes back as JSON."""

    def __init__(self, world: World) -> None:
        self._world = world

    def all(self, call: Call) -> list[Json]:
        """List the commands of a scope, with their translations only on request."""
        bodies = [command.body for command in self._scope(call)[1].values()]
        return bodies if call.asks("with_localizations") else [_untranslated(body) for body in bodies]

    def one(self, call: Call) -> Json:
        """Return one command."""
        return self._named(call).body

    def overwrite(self, call: Call) -> list[Json]:
        """Replace all commands of a scope."""
        guild_id, known = self._scope(call)
        refuse(command_rules.commands(call.body))
        commands = [self._registered(sent, guild_id, known) for sent in call.body]
        known.clear()
        known |= {command.key: command for command in commands}
        self._world.announce(CommandsSynced(guild_id))
        return [command.body for command in commands]

    def create(self, call: Call) -> Json:
        """Add a command, or replace the one of the same kind and name."""
        guild_id, known = self._scope(call)
        refuse(command_rules.command(call.json))
        command = self._registered(call.json, guild_id, known)
        if command.key not in known and len(known) >= _MAX_COMMANDS:
            raise Refused(400, 30032, f"Maximum number of application commands reached ({_MAX_COMMANDS}).")
        return self._keep(command, known)

    def edit(self, call: Call) -> Json:
        """Change what the body names of a command."""
        guild_id, known = self._scope(call)
        old = self._named(call)
        sent = old.body | call.json
        refuse(command_rules.command(sent))
        del known[old.key]
        return self._keep(self._registered(sent, guild_id, {(sent["type"], sent["name"]): old}), known)

    def delete(self, call: Call) -> None:
        """Remove a command."""
        guild_id, known = self._scope(call)
        del known[self._named(call).key]
        self._world.announce(CommandsSynced(guild_id))

    def _scope(self, call: Call) -> tuple[int | None, Scope]:
        """Return the guild (``None``: global) that a call means, and its commands."""
        if call.params["app"] != str(self._world.bot.id):
            raise Refused(403, 20012, "You are not authorized to perform this action on this application")
        if "guild" not in call.params:
            return None, self._world.commands[None]
        guild = self._world.guilds.get(int(call.params["guild"]))
        if guild is None or not guild.installed:
            raise Refused(403, 50001, "Missing Access")
        return guild.id, self._world.commands[guild.id]

    def _named(self, call: Call) -> Command:
        for command in self._scope(call)[1].values():
            if str(command.id) == call.params["command"]:
                return command
        raise Refused(404, 10063, "Unknown application command")

    def _keep(self, command: Command, known: Scope) -> Json:
        known[command.key] = command
        self._world.announce(CommandsSynced(command.guild_id))
        return command.body

    def _registered(self, sent: Json, guild_id: int | None, known: Scope) -> Command:
        """Make a command of what was sent; a known one keeps its id and, if nothing changed, its version."""
        content = _content(sent, guild_id)
        old = known.get((content["type"], content["name"]))
        command_id = old.id if old else self._world.snowflake()
        unchanged = old is not None and content.items() <= old.body.items()
        version = old.body["version"] if old and unchanged else str(self._world.snowflake())
        identity: Json = {"id": str(command_id), "application_id": str(self._world.bot.id), "version": version}
        return Command(command_id, guild_id, identity | content)


def _content(sent: Json, guild_id: int | None) -> Json:
    """Return what a command says, with Discord's defaults for what it leaves out."""
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
    """Return an option as Discord lists it: without switches that are off and lists that are empty."""
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


def _untranslated(body: Json) -> Json:
    """Return a command without the translations of its texts, options and choices."""
    copy = {name: value for name, value in body.items() if name not in _LOCALIZATIONS}
    for inner in ("options", "choices"):
        if inner in copy:
            copy[inner] = [_untranslated(option) for option in copy[inner]]
    return copy
