"""``/cast``: who plays whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.i18n import localized as _
from bot.ui.address import Address
from bot.ui.cast import suggestion

if TYPE_CHECKING:
    from bot.app import FanBot, Interaction
    from bot.ui.reply import Desk


class Cast(commands.Cog):
    """Knows the desk; never the bot."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @app_commands.command(name="cast", description=_("command-cast"))
    @app_commands.describe(who=_("command-cast-who"), private=_("command-private"))
    async def cast(self, interaction: Interaction, who: str = "", private: bool = False) -> None:
        """Open one member's card, or the whole cast when nobody is named."""
        library = self.desk.library
        named = () if library.is_blank(who) else (library.cast_member(who).key,)
        await self.desk.open(interaction, Address.to("cast", *named), private=private)

    @cast.autocomplete("who")
    async def complete_who(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Members under every spelling."""
        language = self.desk.reader(interaction).words.language
        found = self.desk.library.find_cast(typed)
        self.desk.note(interaction, "offered")
        return [app_commands.Choice(name=suggestion(one, typed, language), value=one.key) for one in found]


async def setup(bot: FanBot) -> None:
    """Load the cog."""
    await bot.add_cog(Cast(bot.desk))
