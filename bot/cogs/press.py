"""Buttons and selects of any age: what they hold is an address, and the desk opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import discord
from discord.ext import commands

from bot.cards.commands import pressed

if TYPE_CHECKING:
    from bot.app import FanBot, Interaction
    from bot.interactions.responder import InteractionResponder


class Press(commands.Cog):
    """Answers every press, since no view is kept that could."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        """Open the address that was pressed or chosen."""
        if interaction.type is not discord.InteractionType.component:
            return
        try:
            data = cast("dict[str, Any]", interaction.data or {})
            await self.responder.open(interaction, pressed(data.get("custom_id", ""), data.get("values", ())))
        except Exception as failure:  # noqa: BLE001 - a press passes by the tree's error door; this is its own
            await self.responder.fail(interaction, failure)


async def setup(bot: FanBot) -> None:
    """Load the cog."""
    await bot.add_cog(Press(bot.responder))
