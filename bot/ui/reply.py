"""The only place that answers an interaction: a new message, an edit in place, or a private copy."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import secrets
import time
from typing import TYPE_CHECKING

import discord
from discord import app_commands, ui

from bot.domain.library import Ambiguous, NoMatch
from bot.i18n import language_of, words_in
from bot.ui import cards, failures
from bot.ui.address import NoSuchAddress
from bot.ui.theme import Place, Reader

if TYPE_CHECKING:
    from bot.app import Interaction
    from bot.domain.library import Library
    from bot.ui.address import Address
    from bot.ui.theme import Card

log = logging.getLogger(__name__)

EXPECTED = (NoMatch, Ambiguous, NoSuchAddress)
"""What a fan can cause; anything else is ours to mend and is logged as an error."""


class Desk:
    """Answers with cards. Holds no state about anybody."""

    def __init__(self, library: Library, place: Place = Place()) -> None:  # noqa: B008 - immutable
        self.library = library
        self.place = place

    def reader(self, interaction: Interaction) -> Reader:
        """Whoever pressed or typed, in the language of that person's Discord."""
        language = language_of(interaction.locale.value)
        today = dt.datetime.now(dt.UTC).date()
        return Reader(self.library.in_language(language), words_in(language), today, self.place)

    async def open(self, interaction: Interaction, address: Address, *, private: bool = False) -> None:
        """Answer with the card at ``address``: in place when the asker presses a button, privately when others do."""
        card = cards.card(self.reader(interaction), address)
        if interaction.type is discord.InteractionType.component and _is_own(interaction):
            await _edit(interaction, card)
        else:
            private = private or interaction.type is discord.InteractionType.component
            await _send(interaction, card, private=private)
        _log(interaction, "answered")

    async def fail(self, interaction: Interaction, failure: BaseException) -> None:
        """Say privately what went wrong; what nobody expects is logged with a reference that a fan can quote."""
        cause = _cause(failure)
        if isinstance(cause, discord.NotFound) and cause.code == UNKNOWN_INTERACTION:
            _log(interaction, "too late")
            return
        reference = secrets.token_hex(4)
        expected = isinstance(cause, EXPECTED)
        if not expected:
            log.error("unexpected failure %s", reference, exc_info=cause)
        _log(interaction, type(cause).__name__)
        if interaction.type is discord.InteractionType.autocomplete:
            return
        card = failures.sheet(self.reader(interaction), cause, reference).page()
        await _send(interaction, card, private=True)


UNKNOWN_INTERACTION = 10062
"""Discord's error code for an interaction that nobody answered in time."""


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


async def _send(interaction: Interaction, card: Card, *, private: bool) -> None:
    if interaction.response.is_done():
        await interaction.followup.send(view=_view(card), ephemeral=private)
    else:
        await interaction.response.send_message(view=_view(card), ephemeral=private)


async def _edit(interaction: Interaction, card: Card) -> None:
    await interaction.response.edit_message(view=_view(card))


def _log(interaction: Interaction, outcome: str) -> None:
    command = interaction.command.qualified_name if interaction.command else interaction.type.name
    took = (time.time() - interaction.created_at.timestamp()) * 1000
    log.info("%s %s %s %d ms", command, interaction.locale.value, outcome, took)


async def drained(patience: float) -> None:
    """Wait until no interaction is being answered, ``patience`` seconds at most."""
    names = ("CommandTree-", "discord.py: on_interaction")
    running = [task for task in asyncio.all_tasks() if task.get_name().startswith(names)]
    if running:
        await asyncio.wait(running, timeout=patience)
