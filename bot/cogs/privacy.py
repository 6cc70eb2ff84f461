"""The ``/privacy`` command: what is stored about somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.interactions.responder import InteractionResponder


class Privacy(commands.Cog):
    """Declares the command for discord.py."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @app_commands.command(name="privacy", description=_("command-privacy"))
    async def privacy(self, interaction: discord.Interaction) -> None:
        """Show it."""
        await self.responder.respond_to_interaction(interaction)
