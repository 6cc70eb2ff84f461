"""``/cast``: who plays whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.app import FanBot, Interaction
    from bot.interactions.responder import InteractionResponder


class Cast(commands.Cog):
    """Knows the desk; never the bot."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @app_commands.command(name="cast", description=_("command-cast"))
    @app_commands.describe(who=_("command-cast-who"), private=_("command-private"))
    async def cast(self, interaction: Interaction, who: str = "", private: bool = False) -> None:
        """Open one member's card, or the whole cast when nobody is named."""
        await self.responder.answer(interaction, "cast", who, private=private)

    @cast.autocomplete("who")
    async def complete_who(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Members under every spelling."""
        return self.responder.choices(interaction, "cast", typed)


async def setup(bot: FanBot) -> None:
    """Load the cog."""
    await bot.add_cog(Cast(bot.responder))
