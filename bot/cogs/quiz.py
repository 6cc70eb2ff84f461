"""The ``/quiz`` command: questions for one person, and the question of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.interactions.responder import InteractionResponder


class Quiz(commands.Cog):
    """Declares the command for discord.py."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @app_commands.command(name="quiz", description=_("command-quiz"))
    async def quiz(self, interaction: discord.Interaction) -> None:
        """Show the start of the quiz."""
        await self.responder.respond_to_interaction(interaction)
