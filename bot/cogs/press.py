"""Buttons and selects of any age: what they hold is an address, and the desk opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import discord
from discord.ext import commands

from bot.ui.address import Address
from bot.ui.theme import JUMP

if TYPE_CHECKING:
    from bot.app import FanBot, Interaction
    from bot.ui.reply import Desk


class Press(commands.Cog):
    """Answers every press, since no view is kept that could."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        """Open the address that was pressed or chosen."""
        if interaction.type is not discord.InteractionType.component:
            return
        try:
            await self.desk.open(interaction, _pressed(cast("dict[str, Any]", interaction.data or {})))
        except Exception as failure:  # noqa: BLE001 - a press passes by the tree's error door; this is its own
            await self.desk.fail(interaction, failure)


def _pressed(data: dict[str, Any]) -> Address:
    address = Address.of_custom_id(data.get("custom_id", ""))
    return Address.parse(data["values"][0]) if address == JUMP and data.get("values") else address


async def setup(bot: FanBot) -> None:
    """Load the cog."""
    await bot.add_cog(Press(bot.desk))
