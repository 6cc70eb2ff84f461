"""A small real bot that uses every feature of the local Discord."""

from __future__ import annotations

import asyncio
import io
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui
from discord.ext import commands
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

from bot.preview.server.connect import redirect_discordpy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.preview.client.client import LocalDiscord

NAMES = ("Yoon Ha-rin", "Seo I-jun")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (320).to_bytes(4) + (200).to_bytes(4) + b"\x08\x02\x00\x00\x00"


def card(heading: str, *more: ui.Item[Any]) -> ui.LayoutView:
    """A card with every kind of button, and a menu."""
    row: ui.ActionRow[Any] = ui.ActionRow(
        ui.Button(label="Next", custom_id="next"),
        ui.Button(label="Private copy", custom_id="copy"),
        ui.Button(label="Closed", custom_id="closed", disabled=True),
        ui.Button(label="Source", url="https://example.org/source"),
        ui.Button(label="Write", custom_id="form"),
    )
    menu: ui.ActionRow[Any] = ui.ActionRow(
        ui.Select(
            custom_id="who", placeholder="Somebody else", options=[discord.SelectOption(label=name) for name in NAMES]
        )
    )
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(ui.TextDisplay(f"# {heading}"), *more, ui.Separator(), row, menu))
    view.add_item(ui.TextDisplay("-# Harbour Lights"))
    return view


class Question(ui.Modal, title="Your question"):
    subject = ui.Label(text="About", component=ui.Select(options=[discord.SelectOption(label=name) for name in NAMES]))
    words = ui.Label(text="Question", component=ui.TextInput(max_length=50))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        about, words = self.subject.component, self.words.component
        assert isinstance(about, ui.Select)
        assert isinstance(words, ui.TextInput)
        view = card(f"{about.values[0]}: {words.value}")
        if interaction.message is None:
            await interaction.response.send_message(view=view)
        else:
            await interaction.response.edit_message(view=view)


class TinyBot(commands.Bot):
    """Keeps what goes wrong in ``errors``, and whom it saw in ``seen``."""

    def __init__(self, intents: discord.Intents, *, sync: bool) -> None:
        super().__init__(
            commands.when_mentioned,
            intents=intents,
            help_command=None,
            enable_debug_events=True,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
        self.errors: list[BaseException] = []
        self.heard: list[str] = []
        self.seen: list[discord.Interaction] = []
        self.suggestions = 0
        self.go_on = asyncio.Event()
        self._sync = sync
        self.tree.error(self._keep)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Come back at once: the local Discord does not limit how often."""

    async def setup_hook(self) -> None:
        add_commands(self)
        if self._sync:
            await self.tree.sync()

    async def _keep(self, _interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
        self.errors.append(getattr(error, "original", error))

    async def on_message(self, message: discord.Message, /) -> None:
        self.heard.append(message.content)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        self.seen.append(interaction)
        if interaction.type is discord.InteractionType.component:
            await self.pressed(interaction, interaction.data or {})

    async def pressed(self, interaction: discord.Interaction, data: Any) -> None:
        response = interaction.response
        match data["custom_id"]:
            case "next":
                await response.edit_message(view=card("Next card"))
            case "copy":
                await response.send_message(view=card(f"For {interaction.user.name}"), ephemeral=True)
            case "form":
                await response.send_modal(Question())
            case "who":
                await response.edit_message(view=card(data["values"][0]))
            case "later":
                await response.defer()
                await interaction.edit_original_response(view=card("Changed later"))
            case "nothing":
                await response.defer()
            case other:
                await response.send_message(f"Nothing is called {other}", ephemeral=True)


def add_commands(bot: TinyBot) -> None:  # noqa: C901 - a list of commands
    tree = bot.tree

    @tree.command(description="One person or all")
    @app_commands.choices(part=[app_commands.Choice(name="Actor", value="actor")])
    async def cast(
        interaction: discord.Interaction, who: str = "everybody", private: bool = False, part: str = "all"
    ) -> None:
        await interaction.response.send_message(view=card(f"{who} {part} {interaction.locale}"), ephemeral=private)

    @cast.autocomplete("who")
    async def complete_who(_interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        names = [name for name in NAMES if typed in name.lower()] + [str(n) for n in range(bot.suggestions)]
        return [app_commands.Choice(name=name, value=name.lower()) for name in names]

    @tree.command(description="Takes its time")
    async def slow(interaction: discord.Interaction, how: str, private: bool = False) -> None:
        await interaction.response.defer(ephemeral=private, thinking=True)
        match how:
            case "edit":
                await interaction.edit_original_response(view=card("After all"))
            case "follow":
                await interaction.followup.send(view=card("After all"))
            case "delete":
                await interaction.delete_original_response()
            case _:
                pass

    @tree.command(description="A picture")
    async def chart(interaction: discord.Interaction) -> None:
        gallery = ui.MediaGallery(discord.MediaGalleryItem("attachment://chart.png", description="A rising line"))
        file = discord.File(io.BytesIO(PNG), "chart.png", description="A rising line")
        await interaction.response.send_message(view=card("Ratings", gallery), file=file)

    @tree.command(description="A form")
    async def ask(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Question())

    @tree.command(description="Says several things")
    async def more(interaction: discord.Interaction, times: int) -> None:
        await interaction.response.send_message("first")
        for number in range(times):
            await interaction.followup.send(f"further {number}")

    @tree.command(description="Answers when told to")
    async def late(interaction: discord.Interaction, defer: bool = False) -> None:
        if defer:
            await interaction.response.defer()
        await bot.go_on.wait()
        await (interaction.edit_original_response if defer else interaction.response.send_message)(content="at last")

    @tree.command(description="Too long a card")
    async def broken(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(view=card("x", ui.TextDisplay("y" * 4000)))

    @tree.command(description="Whom one knows")
    async def known(interaction: discord.Interaction, person: discord.User) -> None:
        await interaction.response.send_message(person.name)

    @tree.command(description="For members with rights")
    @app_commands.default_permissions(manage_guild=True)
    async def rule(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("done")

    @tree.command(description="Only in servers")
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def here(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("here")

    group = app_commands.Group(name="season", description="Seasons")

    @group.command(description="The second one")
    async def second(interaction: discord.Interaction, year: app_commands.Range[int, 2000, 2100]) -> None:
        await interaction.response.send_message(f"second of {year}")

    tree.add_command(group)

    @tree.context_menu(name="Answer this")
    async def answer_this(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"You mean: {message.content}")

    @tree.context_menu(name="Who is this")
    async def who_is_this(interaction: discord.Interaction, user: discord.User) -> None:
        await interaction.response.send_message(f"That is {user.name}")


@asynccontextmanager
async def running(local: LocalDiscord, *, intents: int = 0, sync: bool = True) -> AsyncIterator[TinyBot]:
    """Run the bot against a local Discord until the block ends; a bot that gives up ends the test."""
    async_context.set(AsyncWebhookAdapter())  # a plain bot's own, whatever bot ran in this context before
    with redirect_discordpy(local):
        bot = TinyBot(discord.Intents._from_value(intents), sync=sync)
        task = asyncio.create_task(bot.start(local.token))
        waiting = asyncio.create_task(local.wait_for_bot())
        await asyncio.wait([task, waiting], return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            waiting.cancel()
            await bot.close()
            task.result()
        await waiting
        try:
            yield bot
        finally:
            await bot.close()
            with suppress(asyncio.CancelledError):
                await task
