"""The ``/today`` command: what happened on a day of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.interactions.responder import InteractionResponder


class Today(commands.Cog):
    """Declares the command for discord.py."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @app_commands.command(name="today", description=_("command-today"))
    @app_commands.describe(date=_("command-today-date"), seen=_("command-seen"), private=_("command-private"))
    async def today(
        self, interaction: discord.Interaction, date: str = "", seen: str = "", private: bool = False
    ) -> None:
        """Show what happened on a day."""
        await self.responder.respond_to_interaction(interaction)

    @today.autocomplete("date")
    @today.autocomplete("seen")
    async def suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest days on which something happened, and episodes up to which somebody has seen the show."""
        return await self.responder.choices(interaction)
