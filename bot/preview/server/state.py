"""What exists in the local Discord: one store, of which REST and the gateway are only two views."""

from __future__ import annotations

import asyncio
import base64
import secrets
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from bot.preview.server.clock import Clock

Json = dict[str, Any]
"""An object as it goes over the wire."""

Where = Literal["guild", "dm", "private"]
"""A guild's channel, the direct messages with the bot, or a group in which the bot is not."""
Install = Literal["guild", "user"]
"""Whether a server added the app, or the person did."""

DISCORD_EPOCH = 1_420_070_400
"""Seconds from 1970 to the first moment a snowflake can express: 2015."""

FIRST_ANSWER = 3.0
"""Seconds in which Discord wants an interaction first answered."""
TOKEN_LIFE = 15 * 60.0
"""Seconds in which an interaction's answer may be edited and followed up."""

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
"""Kinds of interaction."""

EPHEMERAL, LOADING, COMPONENTS_V2 = 1 << 6, 1 << 7, 1 << 15
"""Flags of a message."""


@dataclass(slots=True, frozen=True)
class User:
    """A person, or the bot."""

    id: int
    name: str
    bot: bool = False


@dataclass(slots=True)
class Channel:
    """A place where messages stand; ``kind`` is Discord's number: 0 in a guild, 1 direct, 3 a group."""

    id: int
    kind: int
    name: str
    guild: Guild | None = None
    members: dict[int, User] = field(default_factory=dict[int, User])
    """Who sees a channel outside of guilds; everybody sees a guild's."""

    @property
    def context(self) -> int:
        """Discord's number for what kind of place a command was used in."""
        return {0: 0, 1: 1, 3: 2}[self.kind]


@dataclass(slots=True)
class Guild:
    """A server; ``installed`` says whether it added the app, so that the bot is a member."""

    id: int
    name: str
    installed: bool
    channel: Channel
    locale: str = "en-US"


@dataclass(slots=True)
class Command:
    """An application command as registered; ``body`` is what REST returns of it."""

    id: int
    guild_id: int | None
    body: Json

    @property
    def key(self) -> tuple[int, str]:
        """What may exist only once in a scope: kind and name."""
        return self.body["type"], self.body["name"]


@dataclass(slots=True)
class Attachment:
    """A file that came with a message and is served from the local CDN."""

    id: int
    filename: str
    content_type: str
    data: bytes
    url: str
    description: str | None = None
    size: tuple[int, int] | None = None
    """Width and height of a picture in pixels."""


@dataclass(slots=True)
class Message:
    """A message as it now stands; ``components`` are in the form Discord returns them."""

    id: int
    channel: Channel
    author: User
    kind: int
    created_at: float
    content: str = ""
    embeds: list[Json] = field(default_factory=list[Json])
    components: list[Json] = field(default_factory=list[Json])
    flags: int = 0
    files: list[Attachment] = field(default_factory=list[Attachment])
    edited_at: float | None = None
    answers: Interaction | None = None
    """The interaction that this message came from."""
    replies_to: Message | None = None
    deleted: bool = False

    @property
    def private_to(self) -> User | None:
        """The only one who sees an ephemeral message."""
        return self.answers.user if self.answers and self.flags & EPHEMERAL else None


@dataclass(slots=True)
class Interaction:
    """Something a person did that the bot has to answer, and how far the answer has come."""

    id: int
    token: str
    kind: int
    data: Json
    user: User
    locale: str
    channel: Channel
    owners: dict[str, str]
    """Who authorized the app here: ``{"0": guild}``, ``{"1": user}`` or both, as Discord writes it."""
    created_at: float
    message: Message | None = None
    """The message whose button was pressed."""
    trigger: Interaction | None = None
    """For a submitted modal: the interaction that opened it."""

    callback: Json | None = None
    """The first response's body, once it was accepted."""
    response: Message | None = None
    """What ``@original`` means."""
    followups: list[Message] = field(default_factory=list[Message])
    edited: bool = False
    """The message whose button was pressed was changed in place."""
    failed: bool = False
    """The person has been told that the application did not respond."""
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)
    finished: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once the person sees the answer itself and no longer that the bot is thinking."""

    @property
    def state(self) -> Literal["waiting", "failed", "deferred", "answered"]:
        """How far the answer has come, in a word."""
        if self.failed:
            return "failed"
        if not self.acknowledged.is_set():
            return "waiting"
        return "answered" if self.finished.is_set() else "deferred"

    @property
    def user_installed_only(self) -> bool:
        """Whether the server did not add the app, so that Discord lets it say less."""
        return self.channel.guild is not None and "0" not in self.owners


@dataclass(slots=True, frozen=True)
class MessageCreated:
    """A message appeared."""

    message: Message


@dataclass(slots=True, frozen=True)
class MessageEdited:
    """A message changed."""

    message: Message


@dataclass(slots=True, frozen=True)
class MessageDeleted:
    """A message is gone."""

    message: Message


@dataclass(slots=True, frozen=True)
class InteractionChanged:
    """An interaction began, was acknowledged, finished or failed: see its ``state``."""

    interaction: Interaction


@dataclass(slots=True, frozen=True)
class CommandsSynced:
    """The commands of a guild, or with ``None`` the global ones, are now others."""

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
    """The events since the subscription began, to be read with ``async for``."""

    def __init__(self) -> None:
        self._events: asyncio.Queue[Event] = asyncio.Queue()

    def put(self, event: Event) -> None:
        """Add an event for the reader."""
        self._events.put_nowait(event)

    def __aiter__(self) -> Subscription:
        return self

    async def __anext__(self) -> Event:
        return await self._events.get()


class World:
    """Everything that exists; whoever changes it announces the change.

    There are two guilds: ``home`` added the app, ``elsewhere`` did not, and only people who installed
    the app for themselves can use it there. Outside of guilds every person has a direct channel with
    the bot, and all people share one group.
    """

    def __init__(self, clock: Clock, bot_name: str, first_answer: float) -> None:
        self.clock = clock
        self.first_answer = first_answer
        """Seconds in which an interaction must first be answered."""
        self.verify_key = "0" * 64
        """The public key (hex) by which an app knows that a post is Discord's."""
        self.users: dict[int, User] = {}
        self.channels: dict[int, Channel] = {}
        self.guilds: dict[int, Guild] = {}
        self.messages: dict[int, Message] = {}
        self.attachments: dict[int, Attachment] = {}
        self.interactions: dict[int, Interaction] = {}
        self.by_token: dict[str, Interaction] = {}
        self.commands: dict[int | None, dict[tuple[int, str], Command]] = {None: {}}
        """By guild (``None``: global), then by kind and name."""
        self._last_id = 0
        self._listeners: list[Callable[[Event], None]] = []
        self._direct: dict[int, Channel] = {}
        self.bot = self._add_user(bot_name, bot=True)
        self.owner = self._add_user("Owner")
        self.home = self.add_guild("Fan club", installed=True)
        self.elsewhere = self.add_guild("Another server", installed=False)
        self.group = self._add_channel(3, "Friends")

    def snowflake(self) -> int:
        """Return a new id, later than every earlier one and carrying the time of day."""
        milliseconds = int((self.clock.now() - DISCORD_EPOCH) * 1000)
        self._last_id = max(self._last_id + 1, milliseconds << 22)
        return self._last_id

    def person(self, name: str) -> User:
        """Return the person of that name, who exists from the first time they are named."""
        for user in self.users.values():
            if user.name == name and not user.bot:
                return user
        return self._add_user(name)

    def add_guild(self, name: str, *, installed: bool = True) -> Guild:
        """Let a server begin, with one channel."""
        channel = self._add_channel(0, "general")
        guild = Guild(self.snowflake(), name, installed, channel)
        channel.guild = guild
        self.guilds[guild.id] = guild
        self.commands[guild.id] = {}
        return guild

    def place(self, user: User, where: Where | Guild, install: Install) -> Channel:
        """Return the channel in which this person meets the bot."""
        if isinstance(where, Guild):
            return where.channel
        if where == "guild":
            return (self.home if install == "guild" else self.elsewhere).channel
        if where == "private":
            self.group.members[user.id] = user
            return self.group
        if user.id not in self._direct:
            self._direct[user.id] = self._add_channel(1, user.name)
            self._direct[user.id].members[user.id] = user
        return self._direct[user.id]

    def sees(self, user: User, message: Message) -> bool:
        """Say whether a person has this message on the screen."""
        channel, only = message.channel, message.private_to
        here = channel.guild is not None or user.id in channel.members
        return here and not message.deleted and only in (None, user)

    def open_interaction(self, interaction: Interaction) -> None:
        """Let a person's act begin, and forget those whose tokens have long been worthless."""
        worthless = self.clock.now() - 2 * TOKEN_LIFE
        while (old := next(iter(self.interactions.values()), None)) and old.created_at < worthless:
            del self.interactions[old.id], self.by_token[old.token]
        self.interactions[interaction.id] = self.by_token[interaction.token] = interaction
        self.announce(InteractionChanged(interaction))

    def acknowledge(self, interaction: Interaction, callback: Json, *, finished: bool) -> None:
        """Take the first response; ``finished`` unless the bot is only thinking."""
        interaction.callback = callback
        interaction.acknowledged.set()
        if finished:
            interaction.finished.set()
        self.announce(InteractionChanged(interaction))

    def finish(self, interaction: Interaction) -> None:
        """Note that a deferred answer has arrived."""
        if not interaction.finished.is_set():
            interaction.finished.set()
            self.announce(InteractionChanged(interaction))

    def fail(self, interaction: Interaction) -> None:
        """Tell the person that the application did not respond."""
        interaction.failed = True
        self.announce(InteractionChanged(interaction))

    def add_message(self, message: Message) -> None:
        """Let a message appear."""
        self.messages[message.id] = message
        self.announce(MessageCreated(message))

    def edit_message(self, message: Message) -> None:
        """Note that a message's fields were changed."""
        message.edited_at = self.clock.now()
        self.announce(MessageEdited(message))

    def delete_message(self, message: Message) -> None:
        """Let a message go."""
        message.deleted = True
        del self.messages[message.id]
        self.announce(MessageDeleted(message))

    def announce(self, event: Event) -> None:
        """Tell everybody who listens."""
        for listener in self._listeners:
            listener(event)

    def listen(self, listener: Callable[[Event], None]) -> None:
        """Call a function at each event from now on."""
        self._listeners.append(listener)

    @contextmanager
    def subscribe(self) -> Generator[Subscription]:
        """Follow the events inside a ``with`` block."""
        subscription = Subscription()
        self._listeners.append(subscription.put)
        try:
            yield subscription
        finally:
            self._listeners.remove(subscription.put)

    def _add_user(self, name: str, *, bot: bool = False) -> User:
        user = User(self.snowflake(), name, bot)
        self.users[user.id] = user
        return user

    def _add_channel(self, kind: int, name: str) -> Channel:
        channel = Channel(self.snowflake(), kind, name)
        self.channels[channel.id] = channel
        return channel


def new_bot_token(application: int) -> str:
    """Return a bot's token in Discord's form: whose it is, when it was made, and a secret."""
    owner = base64.urlsafe_b64encode(str(application).encode()).decode().rstrip("=")
    return f"{owner}.{secrets.token_urlsafe(4)}.{secrets.token_urlsafe(28)}"


def new_token() -> str:
    """Return a token that nobody can guess, for an interaction or a session."""
    return secrets.token_urlsafe(24)
