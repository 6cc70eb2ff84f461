"""The ``/show`` command: the show at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.interactions.responder import InteractionResponder


class Show(commands.Cog):
    """Declares the command for discord.py."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @app_commands.command(name="show", description=_("command-show"))
    @app_commands.describe(seen=_("command-seen"), private=_("command-private"))
    async def show(self, interaction: discord.Interaction, seen: str = "", private: bool = False) -> None:
        """Show the overview."""
        await self.responder.respond_to_interaction(interaction)

    @show.autocomplete("seen")
    async def suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest episodes up to which somebody has seen the show."""
        return await self.responder.choices(interaction)
