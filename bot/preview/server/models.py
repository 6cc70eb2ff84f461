"""The objects of Discord that the local server keeps: users, channels, messages, interactions."""

from __future__ import annotations

import asyncio
import base64
import secrets
from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
"""A JSON object as it is sent or received."""

Context = Literal["guild", "dm", "private"]
"""Where an interaction happens: in a guild, in the DM with the bot, or in a group DM without it."""
IntegrationType = Literal["guild", "user"]
"""Whether the app is installed to a guild or to a user."""

RESPONSE_DEADLINE = 3.0
"""Seconds in which Discord expects the first response to an interaction."""
TOKEN_LIFETIME = 15 * 60.0
"""Seconds for which an interaction's token is valid for edits and follow-ups."""

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
"""Interaction types."""

EPHEMERAL, LOADING, COMPONENTS_V2 = 1 << 6, 1 << 7, 1 << 15
"""Message flags."""

GUILD_TEXT, DM, GROUP_DM = 0, 1, 3
"""Channel types."""


@dataclass(slots=True, frozen=True)
class User:
    """A person or the bot."""

    id: int
    name: str
    bot: bool = False


@dataclass(slots=True)
class Channel:
    """A channel; ``kind`` is Discord's channel type."""

    id: int
    kind: int
    name: str
    guild: Guild | None = None
    members: dict[int, User] = field(default_factory=dict[int, User])
    """Who is in a DM or group DM. Everybody is in a guild's channel."""

    @property
    def context(self) -> int:
        """The interaction context type: 0 guild, 1 bot DM, 2 private channel."""
        return {GUILD_TEXT: 0, DM: 1, GROUP_DM: 2}[self.kind]

    @property
    def has_bot(self) -> bool:
        """Whether the bot is a member here, and so receives messages and may edit them."""
        return self.kind != GROUP_DM and (self.guild is None or self.guild.installed)


@dataclass(slots=True)
class Guild:
    """A guild; if the app is ``installed`` to it, the bot is a member."""

    id: int
    name: str
    installed: bool
    channel: Channel
    locale: str = "en-US"


@dataclass(slots=True)
class Command:
    """A registered application command; ``body`` is what REST returns."""

    id: int
    guild_id: int | None
    body: Json

    @property
    def key(self) -> tuple[int, str]:
        """Type and name, which are unique within a scope."""
        return self.body["type"], self.body["name"]


@dataclass(slots=True)
class Attachment:
    """A file of a message, served by the local CDN."""

    id: int
    filename: str
    content_type: str
    data: bytes
    url: str
    description: str | None = None
    size: tuple[int, int] | None = None
    """Width and height of an image in pixels."""


@dataclass(slots=True)
class Message:
    """A message in its current state; ``components`` have the form that Discord returns."""

    id: int
    channel: Channel
    author: User
    kind: int
    created_at: float
    content: str = ""
    embeds: list[Json] = field(default_factory=list[Json])
    components: list[Json] = field(default_factory=list[Json])
    poll: Json | None = None
    snapshots: list[Json] = field(default_factory=list[Json])
    """The messages that this one forwards."""
    flags: int = 0
    files: list[Attachment] = field(default_factory=list[Attachment])
    edited_at: float | None = None
    interaction: Interaction | None = None
    """The interaction that this message responds to."""
    replies_to: Message | None = None
    deleted: bool = False

    @property
    def private_to(self) -> User | None:
        """The only user who can see an ephemeral message."""
        return self.interaction.user if self.interaction and self.flags & EPHEMERAL else None


@dataclass(slots=True)
class Interaction:
    """Something a person did that the bot has to answer, and the progress of the answer."""

    id: int
    token: str
    kind: int
    data: Json
    user: User
    locale: str
    channel: Channel
    integration_owners: dict[str, str]
    """Who installed the app here: ``{"0": guild id}``, ``{"1": user id}`` or both."""
    created_at: float
    message: Message | None = None
    """The message whose component was used."""
    trigger: Interaction | None = None
    """For a submitted modal: the interaction that opened it."""

    callback: Json | None = None
    """The body of the first response, once it is accepted."""
    response: Message | None = None
    """The message that ``@original`` refers to."""
    followups: list[Message] = field(default_factory=list[Message])
    edited: bool = False
    """Whether the message whose component was used has been edited in place."""
    failed: bool = False
    """Whether the client shows that the application did not respond."""
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)
    finished: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the person sees the answer itself, not only that the bot is thinking."""

    @property
    def status(self) -> Literal["waiting", "failed", "deferred", "answered"]:
        """The progress of the answer."""
        if self.failed:
            return "failed"
        if not self.acknowledged.is_set():
            return "waiting"
        return "answered" if self.finished.is_set() else "deferred"

    @property
    def user_installed_only(self) -> bool:
        """Whether the guild has not installed the app, which limits its follow-ups."""
        return self.channel.guild is not None and "0" not in self.integration_owners


def new_bot_token(application: int) -> str:
    """Return a bot token in Discord's form: the encoded application id, a time stamp and a secret."""
    owner = base64.urlsafe_b64encode(str(application).encode()).decode().rstrip("=")
    return f"{owner}.{secrets.token_urlsafe(4)}.{secrets.token_urlsafe(28)}"


def new_token() -> str:
    """Return a random token for an interaction or a session."""
    return secrets.token_urlsafe(24)
