"""What can happen in the local Discord, and a queue that collects it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.preview.server.models import Interaction, Message


@dataclass(slots=True, frozen=True)
class MessageCreated:
    """A message was sent."""

    message: Message


@dataclass(slots=True, frozen=True)
class MessageEdited:
    """A message was edited."""

    message: Message


@dataclass(slots=True, frozen=True)
class MessageDeleted:
    """A message was deleted."""

    message: Message


@dataclass(slots=True, frozen=True)
class InteractionChanged:
    """An interaction was created, or its ``status`` changed."""

    interaction: Interaction


@dataclass(slots=True, frozen=True)
class CommandsSynced:
    """The commands of a guild, or with ``None`` the global ones, were replaced."""

    guild_id: int | None


@dataclass(slots=True, frozen=True)
class BotConnected:
    """A shard of the bot identified or resumed."""

    shard: int
    resumed: bool


@dataclass(slots=True, frozen=True)
class BotDisconnected:
    """A shard's connection ended."""

    shard: int


Event = (
    MessageCreated
    | MessageEdited
    | MessageDeleted
    | InteractionChanged
    | CommandsSynced
    | BotConnected
    | BotDisconnected
)


class Subscription:
    """The events since the subscription began; read them with ``async for``."""

    def __init__(self) -> None:
        self._events: asyncio.Queue[Event] = asyncio.Queue()

    def put(self, event: Event) -> None:
        """Add an event."""
        self._events.put_nowait(event)

    def __aiter__(self) -> Subscription:
        return self

    async def __anext__(self) -> Event:
        return await self._events.get()
