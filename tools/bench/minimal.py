"""The least that a discord.py bot can be: one command, one fixed sentence, one button, one autocomplete."""

from __future__ import annotations

import os

import discord
from discord import app_commands


class Minimal(discord.Client):
    """Answers everything with the same sentence."""

    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        """Register the button and the commands."""
        self.add_view(Panel())
        await self.tree.sync()


class Panel(discord.ui.View):
    """One button that lives for ever."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="Next", custom_id="next")
    async def turn(self, interaction: discord.Interaction, _button: discord.ui.Button) -> None:
        """Answer a press."""
        await interaction.response.edit_message(content="The next sentence.")


client = Minimal()
panel = None


@client.tree.command(name="fixed", description="Always the same")
async def fixed(interaction: discord.Interaction, name: str = "") -> None:
    """Answer a command."""
    await interaction.response.send_message("One fixed sentence.")


@fixed.autocomplete("name")
async def complete(_interaction: discord.Interaction, _typed: str) -> list[app_commands.Choice[str]]:
    """Suggest one value."""
    return [app_commands.Choice(name="fixed", value="fixed")]


@client.tree.command(name="button", description="A sentence with a button")
async def button(interaction: discord.Interaction) -> None:
    """Answer with a button."""
    await interaction.response.send_message("One fixed sentence.", view=Panel())


if __name__ == "__main__":
    client.run(os.environ["DISCORD_TOKEN"], log_handler=None)
