"""Buttons and selects of any age: their custom ids are addresses, so no view has to be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord.ext import commands

if TYPE_CHECKING:
    from bot.interactions.responder import InteractionResponder


class Press(commands.Cog):
    """Answers components."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Show the card whose button was pressed or whose option was chosen."""
        if interaction.type is discord.InteractionType.component:
            await self.responder.respond_to_interaction(interaction)
