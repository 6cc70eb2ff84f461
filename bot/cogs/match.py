"""The ``/match`` command: a quiz for everybody in a channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n.translator import localized as _

if TYPE_CHECKING:
    from bot.interactions.responder import InteractionResponder

TOPICS = {"cast": "cast-button", "songs": "ost-button", "ratings": "ratings-button", "show": "show-button"}
"""The messages that name what a match can be about."""


class Match(commands.Cog):
    """Declares the command for discord.py."""

    def __init__(self, responder: InteractionResponder) -> None:
        self.responder = responder

    @app_commands.command(name="match", description=_("command-match"))
    @app_commands.describe(
        questions=_("command-match-questions"),
        seconds=_("command-match-seconds"),
        about=_("command-match-about"),
        seen=_("command-match-seen"),
    )
    @app_commands.choices(about=[app_commands.Choice(name=_(message), value=key) for key, message in TOPICS.items()])
    async def match(
        self,
        interaction: discord.Interaction,
        questions: Literal[5, 10, 15] = 10,
        seconds: Literal[20, 30, 60] = 30,
        about: str = "all",
        seen: str = "",
    ) -> None:
        """Start a match."""
        await self.responder.respond_to_interaction(interaction)

    @match.autocomplete("seen")
    async def suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest episodes up to which questions may go."""
        return await self.responder.choices(interaction)
