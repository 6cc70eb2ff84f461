"""How Discord writes things down: from the store to the objects of REST and gateway."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.preview.server import models

if TYPE_CHECKING:
    from bot.preview.server.models import Attachment, Channel, Guild, Interaction, Json, Message, User
    from bot.preview.server.state import DiscordState

FILE_LIMIT = 10 * 1024 * 1024
"""Bytes that one file of an answer may have."""

MEMBER_PERMISSIONS = sum(1 << bit for bit in (6, 10, 11, 14, 15, 16, 18, 31, 50))
"""What an ordinary member may do: look, write, react, attach and use apps; nothing that moderates."""
_APP_PERMISSIONS = str(MEMBER_PERMISSIONS)
_JOINED = "2024-01-01T00:00:00+00:00"
_REPLY, _SLASH, _MENU = 19, 20, 23
"""Kinds of message: a reply, a slash command's answer, a context menu's answer."""


def when(moment: float) -> str:
    """Write a moment (seconds since 1970) as Discord does."""
    return datetime.fromtimestamp(moment, UTC).isoformat()


def user(person: User) -> Json:
    """Write a user."""
    return {
        "id": str(person.id),
        "username": person.name,
        "global_name": None if person.bot else person.name,
        "discriminator": "0",
        "avatar": None,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
        **({"bot": True} if person.bot else {}),
    }


def current_user(state: DiscordState) -> Json:
    """Write the bot as it sees itself."""
    return user(state.bot) | {"verified": True, "mfa_enabled": False, "email": None, "locale": "en-US"}


def member(person: User) -> Json:
    """Write a guild's member, without permissions."""
    return {
        "user": user(person),
        "nick": None,
        "avatar": None,
        "roles": [],
        "joined_at": _JOINED,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
        "communication_disabled_until": None,
    }


def channel(place: Channel, bot: User) -> Json:
    """Write a channel; the recipients of one outside of guilds are the people in it."""
    shared = {"id": str(place.id), "type": place.kind, "last_message_id": None, "flags": 0}
    if place.guild is not None:
        return shared | {
            "guild_id": str(place.guild.id),
            "name": place.name,
            "position": 0,
            "topic": None,
            "nsfw": False,
            "parent_id": None,
            "rate_limit_per_user": 0,
            "permission_overwrites": [],
        }
    recipients = [user(person) for person in place.members.values()] or [user(bot)]
    if place.kind == 1:
        return shared | {"recipients": recipients}
    return shared | {"recipients": recipients, "name": place.name, "icon": None, "owner_id": recipients[0]["id"]}


def guild(server: Guild, bot: User) -> Json:
    """Write a guild as GUILD_CREATE tells it: one channel, one role, and of the members only the bot."""
    everyone = {
        "id": str(server.id),
        "name": "@everyone",
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "icon": None,
        "unicode_emoji": None,
        "position": 0,
        "permissions": str(MEMBER_PERMISSIONS),
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    return {
        "id": str(server.id),
        "name": server.name,
        "owner_id": str(bot.id),
        "icon": None,
        "preferred_locale": server.locale,
        "features": [],
        "roles": [everyone],
        "emojis": [],
        "stickers": [],
        "channels": [channel(server.channel, bot)],
        "threads": [],
        "members": [member(bot)],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "member_count": 1,
        "joined_at": _JOINED,
        "large": False,
        "unavailable": False,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "system_channel_flags": 0,
    }


def application(state: DiscordState) -> Json:
    """Write the application; it can be installed by servers and by people."""
    return {
        "id": str(state.bot.id),
        "name": state.bot.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": user(state.bot),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": state.verify_key,
        "flags": 0,
        "flags_new": "0",
        "integration_types_config": {"0": {}, "1": {}},
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user(state.owner),
        "approximate_guild_count": sum(server.installed for server in state.guilds.values()),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
    }


def attachment(file: Attachment, *, ephemeral: bool) -> Json:
    """Write a file of a message."""
    written: Json = {
        "id": str(file.id),
        "filename": file.filename,
        "size": len(file.data),
        "url": file.url,
        "proxy_url": file.url,
        "content_type": file.content_type,
    }
    if file.size is not None:
        written["width"], written["height"] = file.size
    if file.description is not None:
        written["description"] = file.description
    if ephemeral:
        written["ephemeral"] = True
    return written


def message(posted: Message) -> Json:
    """Write a message as REST returns it and as a component's interaction carries it."""
    ephemeral = bool(posted.flags & models.EPHEMERAL)
    written: Json = {
        "id": str(posted.id),
        "channel_id": str(posted.channel.id),
        "type": posted.kind,
        "author": user(posted.author),
        "content": posted.content,
        "embeds": posted.embeds,
        "components": posted.components,
        # Files of such a message show only where a component names them, and are listed nowhere else.
        "attachments": []
        if posted.flags & models.COMPONENTS_V2
        else [attachment(file, ephemeral=ephemeral) for file in posted.files],
        "flags": posted.flags,
        "timestamp": when(posted.created_at),
        "edited_timestamp": None if posted.edited_at is None else when(posted.edited_at),
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
        "pinned": False,
        "tts": False,
    }
    if posted.replies_to is not None:
        written["message_reference"] = _reference(posted.replies_to)
    if posted.interaction is not None:
        written |= _from_interaction(posted, posted.interaction)
    return written


def message_kind(answered: Interaction, replies_to: Message | None) -> int:
    """Return the kind of a message that answers this interaction."""
    if replies_to is not None:
        return _REPLY
    return _SLASH if answered.data.get("type", 1) == 1 else _MENU


def interaction(interaction: Interaction, state: DiscordState) -> Json:
    """Write INTERACTION_CREATE."""
    written: Json = {
        "id": str(interaction.id),
        "application_id": str(state.bot.id),
        "type": interaction.kind,
        "data": interaction.data,
        "token": interaction.token,
        "version": 1,
        "locale": interaction.locale,
        "channel_id": str(interaction.channel.id),
        "channel": channel(interaction.channel, state.bot) | {"permissions": _APP_PERMISSIONS},
        "context": interaction.channel.context,
        "app_permissions": _APP_PERMISSIONS,
        "authorizing_integration_owners": interaction.integration_owners,
        "entitlements": [],
        "attachment_size_limit": FILE_LIMIT,
    }
    server = interaction.channel.guild
    if server is None:
        written["user"] = user(interaction.user)
    else:
        written["member"] = member(interaction.user) | {"permissions": str(MEMBER_PERMISSIONS)}
        written["guild_id"] = str(server.id)
        written["guild"] = {"id": str(server.id), "locale": server.locale, "features": []}
        written["guild_locale"] = server.locale
    if interaction.message is not None:
        written["message"] = message(interaction.message)
    return written


def callback(interaction: Interaction) -> Json:
    """Write what ``with_response=true`` returns for an interaction just answered."""
    answered: Json = {"id": str(interaction.id), "type": interaction.kind, "channel_id": str(interaction.channel.id)}
    if interaction.channel.guild is not None:
        answered["guild_id"] = str(interaction.channel.guild.id)
    written: Json = {"interaction": answered}
    if interaction.response is None:
        return written
    answered |= {
        "response_message_id": str(interaction.response.id),
        "response_message_loading": bool(interaction.response.flags & models.LOADING),
        "response_message_ephemeral": bool(interaction.response.flags & models.EPHEMERAL),
    }
    # A deferral, too, is written as what it promises: 4 a new message, 7 a changed one.
    promised = 7 if interaction.response is interaction.message else 4
    written["resource"] = {"type": promised, "message": message(interaction.response)}
    return written


def _reference(original: Message) -> Json:
    reference = {"type": 0, "channel_id": str(original.channel.id), "message_id": str(original.id)}
    server = original.channel.guild
    return reference if server is None else reference | {"guild_id": str(server.id)}


def _from_interaction(posted: Message, interaction: Interaction) -> Json:
    author = str(posted.author.id)
    metadata = _metadata(interaction)
    if interaction.response is not None and interaction.response is not posted and posted is not interaction.message:
        metadata["original_response_message_id"] = str(interaction.response.id)
    written: Json = {"application_id": author, "webhook_id": author, "interaction_metadata": metadata}
    if interaction.kind == models.COMMAND:
        written["interaction"] = {
            "id": str(interaction.id),
            "type": interaction.kind,
            "name": interaction.data["name"],
            "user": user(interaction.user),
        }
    return written


def _metadata(interaction: Interaction) -> Json:
    written: Json = {
        "id": str(interaction.id),
        "type": interaction.kind,
        "user": user(interaction.user),
        "authorizing_integration_owners": interaction.integration_owners,
    }
    if interaction.kind == models.COMPONENT and interaction.message is not None:
        written["interacted_message_id"] = str(interaction.message.id)
    elif interaction.kind == models.MODAL_SUBMIT and interaction.trigger is not None:
        written["triggering_interaction_metadata"] = _metadata(interaction.trigger)
    elif interaction.data.get("type") == 2:
        written["target_user"] = interaction.data["resolved"]["users"][interaction.data["target_id"]]
    elif interaction.data.get("type") == 3:
        written["target_message_id"] = interaction.data["target_id"]
    return written
