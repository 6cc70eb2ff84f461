"""The part of an interaction that decides its response."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.interactions.message_text import visible_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    import discord

MESSAGE_EPHEMERAL = 1 << 6
"""Discord's flag of a message that only one person sees."""


LEVELLED = frozenset({"ask", "cast", "ost", "ratings", "show", "today"})
"""The commands whose cards tell more to those who have seen more."""


_AFTER_FIRST_WORD = re.compile("[/@~#]")


class RequestKind(Enum):
    """What somebody did, by the two numbers with which Discord says so: of the interaction and of the command."""

    COMMAND = (2, 1)
    USER_COMMAND = (2, 2)
    MESSAGE_COMMAND = (2, 3)
    COMPONENT = (3, 0)
    AUTOCOMPLETE = (4, 1)


class InteractionRequest(NamedTuple):
    """One interaction, read from Discord's payload."""

    id: str
    token: str
    kind: RequestKind
    name: str
    """The name of the command, or the custom id of the component."""
    locale: str
    """The language of the person's client, such as ``en-US``."""
    max_file_size: int
    """Bytes of a file that may be sent to where the interaction comes from."""
    options: Mapping[str, Any] = {}
    """The options of a command; for autocomplete, as far as they are typed."""
    focused_option: str = ""
    """The option that is being typed."""
    values: tuple[str, ...] = ()
    """What was chosen in a select."""
    message_text: str = ""
    """The text of the message whose menu was used."""
    is_invoker: bool = False
    """Whether the pressed message answers the same person, so that it may be edited in place."""
    is_on_private_message: bool = False
    """Whether nobody else sees the pressed message."""
    user: int = 0
    channel: int = 0
    guild: int = 0
    """0 in direct messages."""
    permissions: int = 0
    """What the person may do in this channel, as Discord's bits."""

    @property
    def seen(self) -> str:
        """How far the person has seen the show, in the words of the option for it; "" if they did not say."""
        return str(self.options.get("seen", "")).strip() if self.kind is RequestKind.COMMAND else ""

    @property
    def is_private(self) -> bool:
        """Whether a new response is only for the person who asked, as it is if they say how far they have seen."""
        if self.kind is not RequestKind.COMMAND:
            return True
        return bool(self.options.get("private", self.seen))

    @property
    def takes_level(self) -> bool:
        """Whether it asks for a private card without saying how far the person has seen the show."""
        return self.name in LEVELLED and bool(self.options.get("private")) and "seen" not in self.options

    @property
    def needs_search(self) -> bool:
        """Whether names or questions may have to be looked up: not for plain commands and buttons to most cards."""
        if self.kind is RequestKind.COMPONENT:
            return any("ask/" in address for address in (self.name, *self.values))
        return self.kind is not RequestKind.COMMAND or any(isinstance(value, str) for value in self.options.values())

    @property
    def family(self) -> str:
        """The first word of the address that a component leads to, or the name of a command; "" for autocomplete."""
        if self.kind is not RequestKind.COMPONENT:
            return self.name if self.kind is RequestKind.COMMAND else ""
        address = self.values[0] if self.values else self.name.partition(":")[2]
        return _AFTER_FIRST_WORD.split(address, maxsplit=1)[0]

    @property
    def label(self) -> str:
        """What logs and metrics call it: the command, or ``component``, whose custom ids are too many."""
        return "component" if self.kind is RequestKind.COMPONENT else self.name

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> InteractionRequest:
        """Read a payload. Raises KeyError, TypeError or ValueError if it is malformed or of an unsupported kind."""
        data = payload["data"]
        options = data.get("options", ())
        messages = data.get("resolved", {}).get("messages", {})
        member = payload.get("member")
        user = int((member or payload)["user"]["id"])
        return cls(
            payload["id"],
            payload["token"],
            RequestKind((payload["type"], data.get("type", 1) if "name" in data else 0)),
            data["name"] if "name" in data else data["custom_id"],
            payload["locale"],
            payload["attachment_size_limit"],
            {option["name"]: option["value"] for option in options if "value" in option},
            next((option["name"] for option in options if option.get("focused")), ""),
            tuple(data.get("values", ())),
            visible_text(messages[data["target_id"]]) if messages else "",
            "message" in payload and _is_invoker(payload["message"], user),
            "message" in payload and _is_private(payload["message"]),
            user,
            int(payload.get("channel_id") or 0),
            int(payload.get("guild_id") or 0),
            int(member["permissions"]) if member else 0,
        )

    @classmethod
    def from_interaction(cls, interaction: discord.Interaction) -> InteractionRequest:
        """Read an interaction of discord.py, which keeps ``data`` as Discord sent it. Raises as ``from_payload``."""
        payload: dict[str, Any] = {
            "id": str(interaction.id),
            "token": interaction.token,
            "type": interaction.type.value,
            "data": interaction.data,
            "locale": interaction.locale.value,
            "attachment_size_limit": interaction.filesize_limit,
            "channel_id": interaction.channel_id,
            "guild_id": interaction.guild_id,
            "member": {"user": {"id": interaction.user.id}, "permissions": interaction.permissions.value},
        }
        if interaction.message:
            invoked = interaction.message.interaction_metadata
            payload["message"] = {
                "flags": interaction.message.flags.value,
                "interaction_metadata": invoked and {"user": {"id": invoked.user.id}},
            }
        return cls.from_payload(payload)


def _is_invoker(message: Mapping[str, Any], user: int) -> bool:
    invoked = message.get("interaction_metadata")
    return _is_private(message) or bool(invoked and int(invoked["user"]["id"]) == user)


def _is_private(message: Mapping[str, Any]) -> bool:
    return bool(message["flags"] & MESSAGE_EPHEMERAL)
