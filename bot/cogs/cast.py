"""The ``/cast`` command: who plays whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.interactions.responder import InteractionResponder


class Cast(commands.Cog):
    """Declares the command for discord.py."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @app_commands.command(name="cast", description=_("command-cast"))
    @app_commands.describe(who=_("command-cast-who"), seen=_("command-seen"), private=_("command-private"))
    async def cast(
        self, interaction: discord.Interaction, who: str = "", seen: str = "", private: bool = False
    ) -> None:
        """Show one member, or the whole cast."""
        await self.responder.respond_to_interaction(interaction)

    @cast.autocomplete("who")
    @cast.autocomplete("seen")
    async def suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest members by any spelling of their names, and episodes up to which somebody has seen the show."""
        return await self.responder.choices(interaction)
