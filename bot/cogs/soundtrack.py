"""``/ost``: the soundtrack, or one track."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.app import FanBot, Interaction
    from bot.interactions.responder import InteractionResponder


class Soundtrack(commands.Cog):
    """Knows the desk; never the bot."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @app_commands.command(name="ost", description=_("command-ost"))
    @app_commands.describe(track=_("command-ost-track"), private=_("command-private"))
    async def ost(self, interaction: Interaction, track: str = "", private: bool = False) -> None:
        """Open one track's card, or the whole soundtrack when none is named."""
        await self.responder.answer(interaction, "ost", track, private=private)

    @ost.autocomplete("track")
    async def complete_track(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Tracks by title, singer or part."""
        return self.responder.choices(interaction, "ost", typed)


async def setup(bot: FanBot) -> None:
    """Load the cog."""
    await bot.add_cog(Soundtrack(bot.responder))
