"""Declarations of the commands for discord.py. How they are answered is decided by the responder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cogs.ask import Ask
from bot.cogs.cast import Cast
from bot.cogs.help import Help
from bot.cogs.match import Match
from bot.cogs.press import Press
from bot.cogs.privacy import Privacy
from bot.cogs.quiz import Quiz
from bot.cogs.ratings import Ratings
from bot.cogs.season2 import Season2
from bot.cogs.show import Show
from bot.cogs.soundtrack import Soundtrack
from bot.cogs.today import Today

if TYPE_CHECKING:
    from discord.ext import commands

    from bot.interactions.responder import InteractionResponder


async def add_cogs(bot: commands.AutoShardedBot, responder: InteractionResponder) -> None:
    """Add every cog and the menu of messages to a bot."""
    ask = Ask(responder)
    bot.tree.add_command(ask.menu)
    for cog in (
        ask,
        *(
            kind(responder)
            for kind in (Cast, Soundtrack, Ratings, Season2, Show, Today, Quiz, Match, Privacy, Help, Press)
        ),
    ):
        await bot.add_cog(cog)
