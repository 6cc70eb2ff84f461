"""The ``/season2`` command: whether there is a second season."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.interactions.responder import InteractionResponder


class Season2(commands.Cog):
    """Declares the command for discord.py."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @app_commands.command(name="season2", description=_("command-season2"))
    @app_commands.describe(private=_("command-private"))
    async def season2(self, interaction: discord.Interaction, private: bool = False) -> None:
        """Show the verdict."""
        await self.responder.respond_to_interaction(interaction)
