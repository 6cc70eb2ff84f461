"""A small real bot whose cards contain every kind of component."""

from __future__ import annotations

import asyncio
import io
import struct
import zlib
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.preview.server.connect import redirect_discordpy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.preview.client.client import LocalDiscord

KOREAN = {
    "Everyone aboard, or one person’s card": "등장인물 모두, 또는 한 사람의 카드",
    "A name in any spelling": "이름 (어떤 표기든)",
}
CAST = {"yoon-ha-rin": "Yoon Ha-rin 윤하린", "seo-i-jun": "Seo I-jun 서이준", "captain-oh": "Captain Oh 오 선장"}

TEXT = """# Harbour Lights
A pilot comes home, and **nobody** asks _why_. See </cast:1>, <@{user}> and <#{channel}>.
## What is *known*
- First aired <t:1711800000:D>, or <t:1711800000:R>
  - at __nine__ in the evening
- ~~12~~ 16 episodes; `code` and [a masked link](https://example.org/harbour)
In order:
1. One
2. Two
> Quoted, with https://example.org/bare.
### The end
||He **leaves** for Busan.||
```
fixed   width
```
-# Source: *Harbour Daily*, 1 March 2024"""


def picture(colour: tuple[int, int, int], width: int = 240, height: int = 150) -> bytes:
    """A PNG that shades one colour into black."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes(part * (height - y // 2) // height for part in colour) * width for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"".join(rows)))
        + chunk(b"IEND", b"")
    )


def files() -> list[discord.File]:
    colours = {"lights.png": (240, 160, 60), "pier.png": (60, 140, 220), "end.png": (200, 60, 120)}
    return [discord.File(io.BytesIO(picture(colour)), name) for name, colour in colours.items()] + [
        discord.File(io.BytesIO(b"episode,rating\n1,5.9\n"), "ratings.csv")
    ]


def showcase(interaction: discord.Interaction) -> ui.LayoutView:
    """A card with every component."""
    view = ui.LayoutView(timeout=None)
    text = TEXT.format(user=interaction.user.id, channel=interaction.channel_id)
    view.add_item(
        ui.Container(
            ui.Section(
                ui.TextDisplay("# The cast"),
                ui.TextDisplay("Three people and a lighthouse"),
                accessory=ui.Thumbnail("attachment://lights.png", description="The lighthouse at dusk"),
            ),
            ui.Section(ui.TextDisplay("**Yoon Ha-rin** 윤하린"), accessory=go("Her card", "cast/yoon-ha-rin")),
            ui.Separator(),
            ui.TextDisplay(text),
            ui.Separator(visible=False, spacing=discord.SeparatorSpacing.large),
            ui.MediaGallery(
                discord.MediaGalleryItem("attachment://pier.png", description="The pier, empty"),
                discord.MediaGalleryItem("attachment://end.png", description="The last evening", spoiler=True),
            ),
            ui.File("attachment://ratings.csv"),
            buttons(),
            menu("Somebody else"),
            menu("Two people", most=2),
            ui.ActionRow(ui.UserSelect(custom_id="somebody")),
            accent_colour=0xE0A030,
        )
    )
    view.add_item(ui.Container(ui.TextDisplay("Everybody leaves."), accent_colour=0xB03060, spoiler=True))
    return view


def go(label: str, address: str, **more: Any) -> ui.Button[Any]:
    return ui.Button(label=label, custom_id=f"1:{address}", **more)


def buttons() -> ui.ActionRow[Any]:
    return ui.ActionRow(
        go("Open", "cast/seo-i-jun", style=discord.ButtonStyle.primary, emoji="⚓"),
        go("Ask", "form"),
        go("Never answers", "silence", style=discord.ButtonStyle.danger),
        go("Closed", "closed", style=discord.ButtonStyle.success, disabled=True),
        ui.Button(label="Source", url="https://example.org/source"),
    )


def menu(placeholder: str, *, most: int = 1) -> ui.ActionRow[Any]:
    options = [discord.SelectOption(label=name, value=key, description=key) for key, name in CAST.items()]
    custom_id = f"1:menu/{most}"
    return ui.ActionRow(ui.Select(custom_id=custom_id, placeholder=placeholder, max_values=most, options=options))


def card(key: str) -> ui.LayoutView:
    """One person's card, on which one turns to the others."""
    names = list(CAST)
    following = names[(names.index(key) + 1) % len(names)]
    view = ui.LayoutView(timeout=None)
    view.add_item(
        ui.Container(
            ui.TextDisplay(f"# {CAST[key]}\nHarbour pilot; the elder of the two siblings.\n||Leaves for Busan.||"),
            ui.ActionRow(go("Next", f"cast/{following}"), go("Everyone", "cast")),
        )
    )
    return view


def said(text: str) -> ui.LayoutView:
    return ui.LayoutView(timeout=None).add_item(ui.Container(ui.TextDisplay(text)))


class Form(ui.Modal, title="A question"):
    who = ui.Label(
        text="About whom",
        component=ui.Select(options=[discord.SelectOption(label=name, value=key) for key, name in CAST.items()]),
    )
    words = ui.Label(text="Your question", description="In a few words", component=ui.TextInput(max_length=50))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        who, words = self.who.component, self.words.component
        assert isinstance(who, ui.Select)
        assert isinstance(words, ui.TextInput)
        text = f"{CAST[who.values[0]]}: {discord.utils.escape_markdown(words.value)}"
        await interaction.response.send_message(view=said(text), ephemeral=True)


class Translations(app_commands.Translator):
    async def translate(self, string: app_commands.locale_str, locale: discord.Locale, _context: Any) -> str | None:
        return KOREAN.get(string.message) if locale is discord.Locale.korean else None


class ShowcaseBot(commands.Bot):
    def __init__(self) -> None:
        super().__init__(
            commands.when_mentioned,
            intents=discord.Intents.none(),
            help_command=None,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )

    async def setup_hook(self) -> None:
        await self.tree.set_translator(Translations())
        for command in (cast, show, think, silence, echo):
            self.tree.add_command(command)
        await self.tree.sync()

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Open whatever address a button or the menu holds; somebody else gets a private copy."""
        if interaction.type is not discord.InteractionType.component or not interaction.message:
            return
        data: Any = interaction.data
        address = data["values"][0] if "values" in data else data["custom_id"].removeprefix("1:")
        key = address.removeprefix("cast/")
        if len(data.get("values", ())) > 1:
            await interaction.response.send_message(view=said(" and ".join(CAST[key] for key in data["values"])))
        elif address == "form":
            await interaction.response.send_modal(Form())
        elif key in CAST or address == "cast":
            asker = interaction.message.interaction_metadata
            view = card(key) if key in CAST else card("yoon-ha-rin")
            if asker and asker.user == interaction.user:
                await interaction.response.edit_message(view=view, attachments=[])
            else:
                await interaction.response.send_message(view=view, ephemeral=True)


@app_commands.command(description=app_commands.locale_str("Everyone aboard, or one person’s card"))
@app_commands.describe(who=app_commands.locale_str("A name in any spelling"))
async def cast(interaction: discord.Interaction, who: str | None = None) -> None:
    if who is None:
        await interaction.response.send_message(view=showcase(interaction), files=files())
    elif who in CAST:
        await interaction.response.send_message(view=card(who))
    else:
        text = f"Nobody is called {discord.utils.escape_markdown(who)}."
        await interaction.response.send_message(view=said(text), ephemeral=True)


@cast.autocomplete("who")
async def complete_who(_interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    found = [(key, name) for key, name in CAST.items() if typed.casefold() in name.casefold()]
    return [app_commands.Choice(name=name, value=key) for key, name in found]


@app_commands.command(description="What the show is about")
async def show(interaction: discord.Interaction) -> None:
    await interaction.response.send_message(view=said("Two siblings, one harbour."))


@app_commands.command(description="Takes its time")
async def think(interaction: discord.Interaction) -> None:
    await interaction.response.defer(thinking=True)
    await ShowcaseGate.opened.wait()
    await interaction.followup.send(view=said("It was the lighthouse keeper."))


@app_commands.command(description="Never answers")
async def silence(interaction: discord.Interaction) -> None:
    """Do nothing at all."""


@app_commands.command(description="Says it again")
@app_commands.describe(words="What to say", times="How often", loud="In capitals")
@app_commands.choices(times=[app_commands.Choice(name=word, value=n) for n, word in enumerate(("Once", "Twice"), 1)])
async def echo(interaction: discord.Interaction, words: str, times: int = 1, loud: bool = False) -> None:
    text = discord.utils.escape_markdown(" ".join([words.upper() if loud else words] * times))
    await interaction.response.send_message(view=said(text))


class ShowcaseGate:
    """Lets ``/think`` go on."""

    opened = asyncio.Event()


@asynccontextmanager
async def running(local: LocalDiscord) -> AsyncIterator[ShowcaseBot]:
    """Run the bot against a local Discord until the block ends."""
    with redirect_discordpy(local):
        bot = ShowcaseBot()
        task = asyncio.create_task(bot.start(local.token))
        try:
            await local.wait_for_bot()
            yield bot
        finally:
            await bot.close()
            with suppress(asyncio.CancelledError):
                await task
