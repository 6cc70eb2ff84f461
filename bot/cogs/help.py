"""``/help``: what the bot answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.app import FanBot, Interaction
    from bot.interactions.responder import InteractionResponder


class Help(commands.Cog):
    """Knows the desk; never the bot."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @app_commands.command(name="help", description=_("command-help"))
    @app_commands.describe(private=_("command-private"))
    async def help(self, interaction: Interaction, private: bool = False) -> None:
        """Open the card."""
        await self.responder.answer(interaction, "help", private=private)


async def setup(bot: FanBot) -> None:
    """Load the cog."""
    await bot.add_cog(Help(bot.responder))
