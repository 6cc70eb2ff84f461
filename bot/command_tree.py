"""The command tree: where every command may be used, the one error door, and a sync that sends only what differs."""

from __future__ import annotations

import asyncio
import logging
import random
from typing import TYPE_CHECKING, Any, cast

import discord
from discord import app_commands
from discord.http import Route

from bot.i18n.translator import CatalogTranslator

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.app import FanBot, Interaction

log = logging.getLogger(__name__)

COMMANDS = "/applications/{application_id}/commands?with_localizations=true"
"""Discord's list of commands, which leaves out descriptions in other languages unless it is asked for them."""

POLL_DELAYS = (0, 3, 10, 60)
"""Seconds between the looks of a process at what another one is to send."""

MIN_JITTER = 0.2
"""What part of :attr:`FanTree.spread` is waited at least: as long as another one may need to send."""

LOCALIZED = ("name_localizations", "description_localizations")
COMPARED = ("type", "name", "description", "options", "required", "autocomplete", "choices", "value", "min_value",
            "max_value", "min_length", "max_length", *LOCALIZED,
            "default_member_permissions", "nsfw", "contexts", "integration_types")  # fmt: skip
"""The fields of a command that are ours to set; Discord adds its own (id, version ...)."""


class FanTree(app_commands.CommandTree["FanBot"]):
    """Commands for servers, direct messages and private channels, installed by a server or by a person."""

    def __init__(self, client: FanBot) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.spread = 0.0
        """Seconds over which processes that all lead, and may start together, spread what they send."""

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Every failure of a command ends here."""
        await self.client.responder.fail(interaction, error)

    async def sync_changes(self, *, leads: bool = True) -> dict[str, int]:
        """Make Discord's commands ours, sending nothing when they already are; returns their ids by name.

        Of many processes only the one that ``leads`` sends; the others look now and then whether it has. Where all
        lead, each waits for a while that is partly chance and looks again before it sends.
        """
        again = (random.uniform(MIN_JITTER, 1) * self.spread,) if self.spread else ()  # noqa: S311 - no secret
        for pause in (0, *again) if leads else POLL_DELAYS:
            await asyncio.sleep(pause)
            route = Route("GET", COMMANDS, application_id=self.client.application_id or 0)
            known: list[dict[str, Any]] = await self.client.http.request(route)
            if _compared(known) == _compared(await self.payload()):
                log.info("commands are up to date")
                return {command["name"]: int(command["id"]) for command in known}
        if not leads:
            log.warning("the commands are not up to date; the process of shard 0 makes them so")
            return {}
        synced = await self.sync()
        log.info("commands synced: %s", ", ".join(command.name for command in synced))
        return {command.name: command.id for command in synced}

    async def payload(self) -> list[dict[str, Any]]:
        """The commands as Discord is sent them, descriptions in every language."""
        if self.translator is None:
            await self.set_translator(CatalogTranslator())
        translator = cast("app_commands.Translator", self.translator)
        commands = self.get_commands(type=discord.AppCommandType.chat_input)
        menus = self.get_commands(type=discord.AppCommandType.message)
        return [await one.get_translated_payload(self, translator) for one in (*commands, *menus)]


def _compared(commands: Sequence[Mapping[str, Any]]) -> list[Any]:
    return sorted((_bare(command) for command in commands), key=lambda command: command["name"])


def _bare(value: Any) -> Any:
    """A command without what Discord adds, and without what it leaves out because it is empty."""
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        bare = {key: part if key in LOCALIZED else _bare(part) for key, part in fields.items() if key in COMPARED}
        return {key: part for key, part in bare.items() if part not in (None, False, "", [], {})}
    if isinstance(value, list):
        parts = [_bare(part) for part in cast("list[Any]", value)]
        return sorted(parts) if all(isinstance(part, int) for part in parts) else parts
    return value
