"""The ``/ratings`` command: the ratings of the show and of its episodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.interactions.responder import InteractionResponder


class Ratings(commands.Cog):
    """Declares the command for discord.py."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @app_commands.command(name="ratings", description=_("command-ratings"))
    @app_commands.describe(episode=_("command-ratings-episode"), seen=_("command-seen"), private=_("command-private"))
    async def ratings(
        self, interaction: discord.Interaction, episode: str = "", seen: str = "", private: bool = False
    ) -> None:
        """Show one episode, or the whole run."""
        await self.responder.respond_to_interaction(interaction)

    @ratings.autocomplete("episode")
    @ratings.autocomplete("seen")
    async def suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest episodes by number, and episodes up to which somebody has seen the show."""
        return await self.responder.choices(interaction)
