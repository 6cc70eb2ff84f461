"""``/ratings``: the finale and the record, or one episode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.i18n import localized as _
from bot.ui.address import Address
from bot.ui.ratings import suggestion

if TYPE_CHECKING:
    from bot.app import FanBot, Interaction
    from bot.ui.reply import Desk


class Ratings(commands.Cog):
    """Knows the desk; never the bot."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @app_commands.command(name="ratings", description=_("command-ratings"))
    @app_commands.describe(episode=_("command-ratings-episode"), private=_("command-private"))
    async def ratings(self, interaction: Interaction, episode: str = "", private: bool = False) -> None:
        """Open one episode's card, or the whole run when none is named."""
        library = self.desk.library
        named = () if library.is_blank(episode) else (str(library.episode(episode).number),)
        await self.desk.open(interaction, Address.to("ratings", *named), private=private)

    @ratings.autocomplete("episode")
    async def complete_episode(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Episodes by number."""
        reader = self.desk.reader(interaction)
        found = self.desk.library.find_episodes(typed)
        self.desk.note(interaction, "offered")
        return [app_commands.Choice(name=suggestion(reader, one), value=one.key) for one in found]


async def setup(bot: FanBot) -> None:
    """Load the cog."""
    await bot.add_cog(Ratings(bot.desk))
