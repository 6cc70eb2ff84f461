"""The ``/ost`` command: the soundtrack and its tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.interactions.responder import InteractionResponder


class Soundtrack(commands.Cog):
    """Declares the command for discord.py."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @app_commands.command(name="ost", description=_("command-ost"))
    @app_commands.describe(track=_("command-ost-track"), seen=_("command-seen"), private=_("command-private"))
    async def ost(
        self, interaction: discord.Interaction, track: str = "", seen: str = "", private: bool = False
    ) -> None:
        """Show one track, or the whole soundtrack."""
        await self.responder.respond_to_interaction(interaction)

    @ost.autocomplete("track")
    @ost.autocomplete("seen")
    async def suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest tracks by title, singer or part, and episodes up to which somebody has seen the show."""
        return await self.responder.choices(interaction)
