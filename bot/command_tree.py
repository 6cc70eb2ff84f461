"""The command tree: where commands may be used, and a sync that sends only what differs."""

from __future__ import annotations

import asyncio
import logging
import random
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import discord
import orjson
from discord import app_commands
from discord.http import Route

from bot.i18n.catalog import LOCALES
from bot.i18n.translator import CatalogTranslator
from data.snapshot import digest_of_files, store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

log = logging.getLogger(__name__)

COMMANDS_ROUTE = "/applications/{application_id}/commands?with_localizations=true"
"""Discord's list of commands; without the parameter it leaves out descriptions in other languages."""

POLL_DELAYS = (0, 3, 10, 60)
"""Seconds between the checks of a process whether another one has synced the commands."""

MIN_JITTER = 0.2
"""The least part of :attr:`FanTree.jitter` to wait: as long as another process may need to sync."""

LOCALIZED = ("name_localizations", "description_localizations")
COMPARED = ("type", "name", "description", "options", "required", "autocomplete", "choices", "value", "min_value",
            "max_value", "min_length", "max_length", *LOCALIZED,
            "default_member_permissions", "nsfw", "contexts", "integration_types")  # fmt: skip
"""The fields of a command that the bot sets; Discord adds its own (id, version ...)."""


class FanTree(app_commands.CommandTree[discord.Client]):
    """Commands for servers, direct messages and private channels, installed by a server or by a person."""

    def __init__(self, client: discord.Client) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.cache: Path | None = None
        """The folder that keeps the translated commands: to translate them anew takes 60 ms."""
        self.jitter = 0.0
        """Seconds over which primary processes that may start together spread their syncs."""
        self.running: set[asyncio.Task[Any]] = set()
        """The tasks in which discord.py calls commands."""

    async def interaction_check(self, _interaction: discord.Interaction[discord.Client], /) -> bool:
        """Note the task that calls a command; every command may be used."""
        if task := asyncio.current_task():
            self.running.add(task)
            task.add_done_callback(self.running.discard)
        return True

    async def sync_changes(self, *, is_primary: bool = True) -> dict[str, int]:
        """Make Discord's commands those of the tree if they differ; return their ids by name.

        Of several processes only the primary one sends; the others poll until it has. Where all are primary, each
        waits for a random time and checks again before it sends.
        """
        again = (random.uniform(MIN_JITTER, 1) * self.jitter,) if self.jitter else ()  # noqa: S311 - no secret
        payload: list[dict[str, Any]] = []
        for delay in (0, *again) if is_primary else POLL_DELAYS:
            await asyncio.sleep(delay)
            known, payload = await asyncio.gather(self._known_commands(), self.payload())
            if _normalized(known) == _normalized(payload):
                log.info("commands are up to date")
                return {command["name"]: int(command["id"]) for command in known}
        if not is_primary:
            log.warning("the commands are not up to date; the process with shard 0 syncs them")
            return {}
        synced = await self.client.http.bulk_upsert_global_commands(self.client.application_id or 0, payload)
        log.info("commands synced: %s", ", ".join(command["name"] for command in synced))
        return {command["name"]: int(command["id"]) for command in synced}

    async def _known_commands(self) -> list[dict[str, Any]]:
        route = Route("GET", COMMANDS_ROUTE, application_id=self.client.application_id or 0)
        return cast("list[dict[str, Any]]", await self.client.http.request(route))

    async def payload(self) -> list[dict[str, Any]]:
        """The commands as Discord receives them, with descriptions in every language."""
        types = (discord.AppCommandType.chat_input, discord.AppCommandType.message)
        commands = [one for kind in types for one in self.get_commands(type=kind)]
        path = self.cache and self.cache / f"{_digest([one.to_dict(self) for one in commands])}.commands"
        with suppress(OSError, orjson.JSONDecodeError):
            if path:
                return orjson.loads(path.read_bytes())
        if self.translator is None:
            await self.set_translator(CatalogTranslator())
        translator = cast("app_commands.Translator", self.translator)
        translated = [_in_english(await one.get_translated_payload(self, translator)) for one in commands]
        if path:
            store(path, orjson.dumps(translated))
        return translated


def _in_english(command: dict[str, Any]) -> dict[str, Any]:
    """A command or option with English descriptions in place of the keys of their messages."""
    if localizations := command.get("description_localizations"):
        command["description"] = localizations.pop("en-US")
    for option in command.get("options", ()):
        _in_english(option)
    return command


def _digest(commands: Sequence[Mapping[str, Any]]) -> str:
    """A digest of the commands, and of everything that translates them."""
    code = Path(__file__)
    patterns = (LOCALES, "**/*.ftl"), (LOCALES.parent, "*.py"), (code.parent, code.name)
    return digest_of_files(*patterns, start=orjson.dumps(commands))


def _normalized(commands: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Commands in a form that is equal for equal commands."""
    return sorted((_normalized_value(command) for command in commands), key=lambda command: command["name"])


def _normalized_value(value: Any) -> Any:
    """A command without what Discord adds, and without empty fields, which Discord leaves out."""
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        kept = {
            key: part if key in LOCALIZED else _normalized_value(part)
            for key, part in fields.items()
            if key in COMPARED
        }
        return {key: part for key, part in kept.items() if key in COMPARED and part not in (None, False, "", [], {})}
    if isinstance(value, list):
        parts = [_normalized_value(part) for part in cast("list[Any]", value)]
        return sorted(parts) if all(isinstance(part, int) for part in parts) else parts
    return value
