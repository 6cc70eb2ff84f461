"""The ``/ask`` command, and the menu of messages that answers what a message asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.interactions.responder import InteractionResponder

MENU = app_commands.locale_str("Answer this", key="menu-answer")
"""The name of the menu, by which discord.py finds it: the text of the message in English."""


class Ask(commands.Cog):
    """Declares the command and the menu for discord.py."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder
        self.menu = app_commands.ContextMenu(name=MENU, callback=self.answer_message)

    @app_commands.command(name="ask", description=_("command-ask"))
    @app_commands.describe(question=_("command-ask-question"), seen=_("command-seen"), private=_("command-private"))
    async def ask(self, interaction: discord.Interaction, question: str, seen: str = "", private: bool = False) -> None:
        """Answer a question."""
        await self.responder.respond_to_interaction(interaction)

    @ask.autocomplete("seen")
    async def suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest episodes up to which somebody has seen the show."""
        return await self.responder.choices(interaction)

    async def answer_message(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Answer the question of somebody's message privately."""
        await self.responder.respond_to_interaction(interaction)
