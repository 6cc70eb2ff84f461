"""The only place that answers an interaction: a new message, an edit in place, or a private copy."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
import logging
import secrets
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord import app_commands, ui
from discord.utils import DISCORD_EPOCH

from bot.cards import errors, router
from bot.cards.address import NoSuchAddress
from bot.cards.commands import COMMANDS
from bot.cards.reader import BotInfo, Reader
from bot.domain.errors import Ambiguous, NoMatch
from bot.domain.questions import DontKnow, Unclear
from bot.i18n.catalog import catalog, language_of
from bot.interactions.callback_client import File, ResponseKind
from bot.pictures.cache import PictureState, PictureUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.app import Interaction
    from bot.cards.address import Address
    from bot.cards.layout import Card
    from bot.cards.router import SerializedCard
    from bot.domain.knowledge_base import KnowledgeBase
    from bot.pictures.cache import PictureCache

log = logging.getLogger(__name__)

EXPECTED = (NoMatch, Ambiguous, NoSuchAddress, DontKnow, Unclear)
"""What a fan can cause; anything else is ours to mend and is logged as an error."""


InteractionObserver = Callable[[str, str, str, float], None]
"""Counts an interaction: command, locale, outcome, and the seconds since its creation."""


class InteractionResponder:
    """Answers with cards. Holds no state about anybody."""

    def __init__(self, knowledge: KnowledgeBase, place: BotInfo | None = None) -> None:
        self.knowledge = knowledge
        self.place = place or BotInfo()
        self.pictures: PictureCache | None = None
        """Where pictures are kept; without such a place, cards come without them."""
        self.observer: InteractionObserver | None = None
        self._adding: set[asyncio.Task[None]] = set()

    def reader(self, locale: str) -> Reader:
        """Whoever pressed or typed, in the language of that person's Discord."""
        language = language_of(locale)
        today = dt.datetime.now(dt.UTC).date()
        return Reader(self.knowledge.in_language(language), catalog(language), today, self.place)

    async def answer(self, interaction: Interaction, command: str, text: str = "", *, private: bool = False) -> None:
        """Answer a command with the card that the text in its option leads to."""
        address = COMMANDS[command].address(self.reader(interaction.locale.value), text)
        await self.open(interaction, address, private=private)

    def choices(self, interaction: Interaction, command: str, typed: str) -> list[app_commands.Choice[str]]:
        """What a command suggests while its option is typed."""
        offers = COMMANDS[command].offers(self.reader(interaction.locale.value), typed)
        self.note(interaction, "offered")
        return [app_commands.Choice(name=offer.name, value=offer.value) for offer in offers]

    async def open(self, interaction: Interaction, address: Address, *, private: bool = False) -> None:
        """Answer with the card at ``address``: in place when the asker presses a button, privately when others do."""
        reader = self.reader(interaction.locale.value)
        pressed = interaction.type is discord.InteractionType.component
        way = (
            ResponseKind.UPDATE
            if pressed and _is_own(interaction)
            else ResponseKind.EPHEMERAL
            if pressed or private
            else ResponseKind.MESSAGE
        )
        card, drawn, file = self.written(reader, address, interaction.filesize_limit)
        await _answer(interaction, way, router.card(reader, address, drawn), file)
        self.note(interaction, "answered")
        if self.pictures and card.picture and drawn is PictureState.PENDING:
            adding = _put_in(self.pictures, interaction, reader, address)
            self._adding.add(task := asyncio.create_task(adding, name=f"put in {card.picture.name}"))
            task.add_done_callback(self._adding.discard)

    def written(
        self, reader: Reader, address: Address, largest: int
    ) -> tuple[SerializedCard, PictureState, File | None]:
        """The card at an address as it can be sent now, and its picture, if that is there and not too large."""
        card = router.serialize(reader, address)
        if card.picture is None:
            return card, PictureState.READY, None
        drawn, png = self.pictures.lookup(card.picture) if self.pictures else (PictureState.PENDING, b"")
        if len(png) > largest:
            log.warning("%d bytes of picture are too many for this place", len(png))
            drawn, png = PictureState.FAILED, b""
        file = File(card.picture.filename, card.picture.alt, png) if png else None
        return card if drawn is PictureState.READY else router.serialize(reader, address, drawn), drawn, file

    async def fail(self, interaction: Interaction, failure: BaseException) -> None:
        """Say privately what went wrong; what nobody expects is logged with a reference that a fan can quote."""
        cause = _cause(failure)
        if isinstance(cause, discord.HTTPException) and cause.code in TOO_LATE:
            self.note(interaction, TOO_LATE[cause.code])
            return
        reference = secrets.token_hex(4)
        if not isinstance(cause, EXPECTED):
            log.error("unexpected failure %s", reference, exc_info=cause)
        self.note(interaction, type(cause).__name__)
        if interaction.type is not discord.InteractionType.autocomplete:
            card = errors.build(self.reader(interaction.locale.value), cause, reference).page()
            try:
                await _answer(interaction, ResponseKind.EPHEMERAL, card)
            except discord.HTTPException as refusal:
                if refusal.code not in TOO_LATE:
                    raise
                log.info("an apology came to nothing: %s", TOO_LATE[refusal.code])

    def note(self, interaction: Interaction, outcome: str) -> None:
        """Write down how an interaction ended."""
        command = interaction.command.qualified_name if interaction.command else interaction.type.name
        self.write_down({"id": interaction.id, "locale": interaction.locale.value}, command, outcome)

    def write_down(self, interaction: Mapping[str, Any], command: str, outcome: str) -> None:
        """Write the one line that the log has of an interaction, and count it where somebody counts."""
        locale = interaction["locale"]
        seconds = time.time() - (DISCORD_EPOCH + (int(interaction["id"]) >> 22)) / 1000
        said = {"command": command, "locale": locale, "outcome": outcome, "ms": round(seconds * 1000)}
        log.info("%(command)s %(locale)s %(outcome)s %(ms)d ms", said)
        if self.observer:
            self.observer(command, locale, outcome, seconds)


TOO_LATE = {10062: "too late", 40060: "answered before"}
"""Discord's error codes for an interaction that can no longer be answered, and what the log calls it."""
GONE = 10008
"""Discord's error code for a message that was deleted."""


def _cause(failure: BaseException) -> Exception:
    """What was raised, inside the wrappers of discord.py."""
    while isinstance(failure, app_commands.CommandInvokeError | app_commands.TransformerError):
        inner = failure.original if isinstance(failure, app_commands.CommandInvokeError) else failure.__cause__
        if inner is None:
            break
        failure = inner
    return failure if isinstance(failure, Exception) else RuntimeError(str(failure))


def _is_own(interaction: Interaction) -> bool:
    """Whether the message that was pressed answers the very person who pressed."""
    message = interaction.message
    if message is None:
        return False
    asked_by = message.interaction_metadata
    return message.flags.ephemeral or (asked_by is not None and asked_by.user.id == interaction.user.id)


def _view(card: Card) -> ui.LayoutView:
    """The card as discord.py sends it; stopped, so that nothing of it is kept: its buttons are addresses."""
    view = ui.LayoutView(timeout=None)
    view.add_item(card.container)
    view.stop()
    return view


def _upload(file: File | None) -> list[discord.File]:
    """A picture as discord.py sends it."""
    return [discord.File(io.BytesIO(file.data), file.name, description=file.alt)] if file else []


async def _answer(interaction: Interaction, way: ResponseKind, card: Card, file: File | None = None) -> None:
    """The ordinary path, which is always right."""
    view, files = _view(card), _upload(file)
    if interaction.response.is_done():
        await interaction.followup.send(view=view, files=files, ephemeral=way is not ResponseKind.MESSAGE)
    elif way is ResponseKind.UPDATE:
        try:
            await interaction.response.edit_message(view=view, attachments=files)
        except discord.NotFound as refusal:
            if refusal.code != GONE:
                raise
            await _answer(interaction, ResponseKind.EPHEMERAL, card, file)
    else:
        await interaction.response.send_message(view=view, files=files, ephemeral=way is ResponseKind.EPHEMERAL)


async def _put_in(pictures: PictureCache, interaction: Interaction, reader: Reader, address: Address) -> None:
    """Add the picture to a card that was answered without it, unless the message shows another card by now."""
    before = router.serialize(reader, address, PictureState.PENDING)
    if before.picture is None:
        return
    try:
        png = await pictures.render(before.picture)
        drawn, file = PictureState.READY, File(before.picture.filename, before.picture.alt, png)
    except PictureUnavailable:
        drawn, file = PictureState.FAILED, None
    shown = router.card(reader, address, PictureState.PENDING)
    try:
        message = await interaction.original_response()
        if _custom_ids(message.components) == _custom_ids(shown.container.children):
            view = _view(router.card(reader, address, drawn))
            await interaction.edit_original_response(view=view, attachments=_upload(file))
    except (discord.HTTPException, aiohttp.ClientError) as error:
        log.info("a picture came too late for its card: %s", error)


def _custom_ids(parts: Iterable[object]) -> list[str]:
    """The addresses of a message's buttons and menus: what tells one card from another."""
    found: list[str] = []
    for part in parts:
        found += filter(None, [getattr(part, "custom_id", None)])
        found += _custom_ids(getattr(part, "children", ()))
    return found
