"""Everything that exists in the local Discord: one store, which REST and the gateway both show."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.preview.server import events
from bot.preview.server.events import Subscription
from bot.preview.server.models import GROUP_DM, TOKEN_LIFETIME, Channel, Guild, User

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from bot.preview.server.clock import Clock
    from bot.preview.server.events import Event
    from bot.preview.server.models import Attachment, Command, Context, IntegrationType, Interaction, Json, Message

DISCORD_EPOCH = 1_420_070_400
"""The start of 2015, from which snowflakes count, in seconds since 1970."""


class DiscordState:
    """Users, channels, messages, commands and interactions. Every change is published as an event.

    There are two guilds: ``home_guild`` has installed the app. ``other_guild`` has not, so only people who
    installed the app for themselves can use it there. Each person also has a DM channel with the bot, and
    all of them share one group DM.
    """

    def __init__(self, clock: Clock, bot_name: str, response_deadline: float) -> None:
        self.clock = clock
        self.response_deadline = response_deadline
        """Seconds in which an interaction must get its first response."""
        self.verify_key = "0" * 64
        """The public key (hex) with which an app verifies that a request comes from Discord."""
        self.users: dict[int, User] = {}
        self.channels: dict[int, Channel] = {}
        self.guilds: dict[int, Guild] = {}
        self.messages: dict[int, Message] = {}
        self.attachments: dict[int, Attachment] = {}
        self.interactions: dict[int, Interaction] = {}
        self.interactions_by_token: dict[str, Interaction] = {}
        self.moderators: set[int] = set()
        """The ids of people who may do everything in every guild."""
        self.commands: dict[int | None, dict[tuple[int, str], Command]] = {None: {}}
        """By guild id (``None``: global), then by type and name."""
        self._last_id = 0
        self._listeners: list[Callable[[Event], None]] = []
        self._dm_channels: dict[int, Channel] = {}
        self.bot = self._add_user(bot_name, bot=True)
        self.owner = self._add_user("Owner")
        self.home_guild = self.add_guild("Fan club", installed=True)
        self.other_guild = self.add_guild("Another server", installed=False)
        self.group_dm = self._add_channel(GROUP_DM, "Friends")

    def next_snowflake(self) -> int:
        """Return a new id. It is greater than all earlier ones and holds the current time."""
        milliseconds = int((self.clock.now() - DISCORD_EPOCH) * 1000)
        self._last_id = max(self._last_id + 1, milliseconds << 22)
        return self._last_id

    def user_named(self, name: str) -> User:
        """Return the person with this name, who is created on first use."""
        for user in self.users.values():
            if user.name == name and not user.bot:
                return user
        return self._add_user(name)

    def add_guild(self, name: str, *, installed: bool = True) -> Guild:
        """Add a guild with one channel."""
        channel = self._add_channel(0, "general")
        guild = Guild(self.next_snowflake(), name, installed, channel)
        channel.guild = guild
        self.guilds[guild.id] = guild
        self.commands[guild.id] = {}
        return guild

    def channel_for(self, user: User, context: Context | Guild, install: IntegrationType) -> Channel:
        """Return the channel in which a person uses the bot in this context."""
        if isinstance(context, Guild):
            return context.channel
        if context == "guild":
            return (self.home_guild if install == "guild" else self.other_guild).channel
        if context == "private":
            self.group_dm.members[user.id] = user
            return self.group_dm
        if user.id not in self._dm_channels:
            self._dm_channels[user.id] = self._add_channel(1, user.name)
            self._dm_channels[user.id].members[user.id] = user
        return self._dm_channels[user.id]

    def can_see(self, user: User, message: Message) -> bool:
        """Return whether a message is visible to a person."""
        channel, recipient = message.channel, message.private_to
        in_channel = channel.guild is not None or user.id in channel.members
        return in_channel and not message.deleted and recipient in (None, user)

    def open_interaction(self, interaction: Interaction) -> None:
        """Add an interaction, and drop old ones whose tokens expired long ago."""
        expired = self.clock.now() - 2 * TOKEN_LIFETIME
        while (old := next(iter(self.interactions.values()), None)) and old.created_at < expired:
            del self.interactions[old.id], self.interactions_by_token[old.token]
        self.interactions[interaction.id] = self.interactions_by_token[interaction.token] = interaction
        self.publish(events.InteractionChanged(interaction))

    def acknowledge(self, interaction: Interaction, callback: Json, *, finished: bool) -> None:
        """Store the first response; ``finished`` is false if it only defers the answer."""
        interaction.callback = callback
        interaction.acknowledged.set()
        if finished:
            interaction.finished.set()
        self.publish(events.InteractionChanged(interaction))

    def finish(self, interaction: Interaction) -> None:
        """Record that a deferred answer has arrived."""
        if not interaction.finished.is_set():
            interaction.finished.set()
            self.publish(events.InteractionChanged(interaction))

    def fail(self, interaction: Interaction) -> None:
        """Record that the client shows "The application did not respond"."""
        interaction.failed = True
        self.publish(events.InteractionChanged(interaction))

    def add_message(self, message: Message) -> None:
        """Store a new message."""
        self.messages[message.id] = message
        self.publish(events.MessageCreated(message))

    def edit_message(self, message: Message) -> None:
        """Record that the fields of a message have changed."""
        message.edited_at = self.clock.now()
        self.publish(events.MessageEdited(message))

    def delete_message(self, message: Message) -> None:
        """Delete a message."""
        message.deleted = True
        del self.messages[message.id]
        self.publish(events.MessageDeleted(message))

    def publish(self, event: Event) -> None:
        """Send an event to all listeners."""
        for listener in self._listeners:
            listener(event)

    def add_listener(self, listener: Callable[[Event], None]) -> None:
        """Call a function for each event from now on."""
        self._listeners.append(listener)

    @contextmanager
    def subscribe(self) -> Generator[Subscription]:
        """Collect the events that happen inside a ``with`` block."""
        subscription = Subscription()
        self._listeners.append(subscription.put)
        try:
            yield subscription
        finally:
            self._listeners.remove(subscription.put)

    def _add_user(self, name: str, *, bot: bool = False) -> User:
        user = User(self.next_snowflake(), name, bot)
        self.users[user.id] = user
        return user

    def _add_channel(self, kind: int, name: str) -> Channel:
        channel = Channel(self.next_snowflake(), kind, name)
        self.channels[channel.id] = channel
        return channel
