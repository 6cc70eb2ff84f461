"""``/ask``: a question in any words; and the same of a message, from its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.app import FanBot, Interaction
    from bot.interactions.responder import InteractionResponder


class Ask(commands.Cog):
    """Knows the desk; never the bot."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder
        self.menu = app_commands.ContextMenu(name=_("menu-answer"), callback=self.answer_message)

    @app_commands.command(name="ask", description=_("command-ask"))
    @app_commands.describe(question=_("command-ask-question"), private=_("command-private"))
    async def ask(self, interaction: Interaction, question: str, private: bool = False) -> None:
        """Answer a question, or say privately that there is no answer."""
        await self.responder.answer(interaction, "ask", question, private=private)

    async def answer_message(self, interaction: Interaction, message: discord.Message) -> None:
        """Answer privately what somebody else's message asks."""
        await self.responder.answer(interaction, "ask", message.content, private=True)


async def setup(bot: FanBot) -> None:
    """Load the cog and its menu."""
    cog = Ask(bot.responder)
    await bot.add_cog(cog)
    bot.tree.add_command(cog.menu)
