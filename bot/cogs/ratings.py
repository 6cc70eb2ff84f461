"""``/ratings``: the finale and the record, or one episode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.app import FanBot, Interaction
    from bot.interactions.responder import InteractionResponder


class Ratings(commands.Cog):
    """Knows the desk; never the bot."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @app_commands.command(name="ratings", description=_("command-ratings"))
    @app_commands.describe(episode=_("command-ratings-episode"), private=_("command-private"))
    async def ratings(self, interaction: Interaction, episode: str = "", private: bool = False) -> None:
        """Open one episode's card, or the whole run when none is named."""
        await self.responder.answer(interaction, "ratings", episode, private=private)

    @ratings.autocomplete("episode")
    async def complete_episode(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Episodes by number."""
        return self.responder.choices(interaction, "ratings", typed)


async def setup(bot: FanBot) -> None:
    """Load the cog."""
    await bot.add_cog(Ratings(bot.responder))
