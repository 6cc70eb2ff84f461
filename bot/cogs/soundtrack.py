"""``/ost``: the soundtrack, or one track."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.i18n import localized as _
from bot.ui.address import Address
from bot.ui.soundtrack import suggestion

if TYPE_CHECKING:
    from bot.app import FanBot, Interaction
    from bot.ui.reply import Desk


class Soundtrack(commands.Cog):
    """Knows the desk; never the bot."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @app_commands.command(name="ost", description=_("command-ost"))
    @app_commands.describe(track=_("command-ost-track"), private=_("command-private"))
    async def ost(self, interaction: Interaction, track: str = "", private: bool = False) -> None:
        """Open one track's card, or the whole soundtrack when none is named."""
        library = self.desk.library
        named = () if library.is_blank(track) else (library.track(track).key,)
        await self.desk.open(interaction, Address.to("ost", *named), private=private)

    @ost.autocomplete("track")
    async def complete_track(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Tracks by title, singer or part."""
        reader = self.desk.reader(interaction)
        found = self.desk.library.find_tracks(typed)
        self.desk.note(interaction, "offered")
        return [app_commands.Choice(name=suggestion(reader, one, typed), value=one.key) for one in found]


async def setup(bot: FanBot) -> None:
    """Load the cog."""
    await bot.add_cog(Soundtrack(bot.desk))
