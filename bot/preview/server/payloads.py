"""Serializes the local Discord's objects as REST and the gateway do."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.preview.server import models

if TYPE_CHECKING:
    from bot.preview.server.models import Attachment, Channel, Guild, Interaction, Json, Message, User
    from bot.preview.server.state import DiscordState

FILE_LIMIT = 10 * 1024 * 1024
"""Maximum bytes of one file."""

MEMBER_PERMISSIONS = sum(1 << bit for bit in (6, 10, 11, 14, 15, 16, 18, 31, 50))
"""Permissions of an ordinary member: view, send, react, attach files, use apps."""
ALL_PERMISSIONS = (1 << 53) - 1
_APP_PERMISSIONS = str(MEMBER_PERMISSIONS)
_JOINED = "2024-01-01T00:00:00+00:00"
_REPLY, _SLASH, _MENU = 19, 20, 23
"""Message types: reply, slash command response, context menu response."""


def timestamp(seconds: float) -> str:
    """Return a time (seconds since 1970) in ISO 8601."""
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def user(person: User) -> Json:
    """Return a user."""
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
    """Return the bot's own user."""
    return user(state.bot) | {"verified": True, "mfa_enabled": False, "email": None, "locale": "en-US"}


def member(person: User) -> Json:
    """Return a guild member without permissions."""
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


def channel(shown: Channel, bot: User) -> Json:
    """Return a channel; the recipients of a DM are the people in it."""
    shared = {"id": str(shown.id), "type": shown.kind, "last_message_id": None, "flags": 0}
    if shown.guild is not None:
        return shared | {
            "guild_id": str(shown.guild.id),
            "name": shown.name,
            "position": 0,
            "topic": None,
            "nsfw": False,
            "parent_id": None,
            "rate_limit_per_user": 0,
            "permission_overwrites": [],
        }
    recipients = [user(person) for person in shown.members.values()] or [user(bot)]
    if shown.kind == 1:
        return shared | {"recipients": recipients}
    return shared | {"recipients": recipients, "name": shown.name, "icon": None, "owner_id": recipients[0]["id"]}


def guild(server: Guild, bot: User) -> Json:
    """Return a guild for GUILD_CREATE, with one channel, one role and the bot as its only member."""
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
    """Return the application, which can be installed to guilds and users."""
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
    """Return an attachment."""
    payload: Json = {
        "id": str(file.id),
        "filename": file.filename,
        "size": len(file.data),
        "url": file.url,
        "proxy_url": file.url,
        "content_type": file.content_type,
    }
    if file.size is not None:
        payload["width"], payload["height"] = file.size
    if file.description is not None:
        payload["description"] = file.description
    if ephemeral:
        payload["ephemeral"] = True
    return payload


def message(sent: Message) -> Json:
    """Return a message."""
    ephemeral = bool(sent.flags & models.EPHEMERAL)
    payload: Json = {
        "id": str(sent.id),
        "channel_id": str(sent.channel.id),
        "type": sent.kind,
        "author": user(sent.author),
        "content": sent.content,
        "embeds": sent.embeds,
        "components": sent.components,
        # With components v2, files appear only in components.
        "attachments": []
        if sent.flags & models.COMPONENTS_V2
        else [attachment(file, ephemeral=ephemeral) for file in sent.files],
        "flags": sent.flags,
        "timestamp": timestamp(sent.created_at),
        "edited_timestamp": None if sent.edited_at is None else timestamp(sent.edited_at),
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
        "pinned": False,
        "tts": False,
    }
    if sent.poll:
        payload["poll"] = sent.poll
    if sent.snapshots:
        payload["message_snapshots"] = [{"message": snapshot} for snapshot in sent.snapshots]
    if sent.replies_to is not None:
        payload["message_reference"] = _reference(sent.replies_to)
    if sent.interaction is not None:
        payload |= _from_interaction(sent, sent.interaction)
    return payload


def message_kind(answered: Interaction, replies_to: Message | None) -> int:
    """Return the type of a message that responds to an interaction."""
    if replies_to is not None:
        return _REPLY
    return _SLASH if answered.data.get("type", 1) == 1 else _MENU


def interaction(interaction: Interaction, state: DiscordState) -> Json:
    """Return the payload of INTERACTION_CREATE."""
    payload: Json = {
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
        payload["user"] = user(interaction.user)
    else:
        permissions = ALL_PERMISSIONS if interaction.user.id in state.moderators else MEMBER_PERMISSIONS
        payload["member"] = member(interaction.user) | {"permissions": str(permissions)}
        payload["guild_id"] = str(server.id)
        payload["guild"] = {"id": str(server.id), "locale": server.locale, "features": []}
        payload["guild_locale"] = server.locale
    if interaction.message is not None:
        payload["message"] = message(interaction.message)
    return payload


def callback(interaction: Interaction) -> Json:
    """Return the callback response for ``with_response=true``."""
    answered: Json = {"id": str(interaction.id), "type": interaction.kind, "channel_id": str(interaction.channel.id)}
    if interaction.channel.guild is not None:
        answered["guild_id"] = str(interaction.channel.guild.id)
    payload: Json = {"interaction": answered}
    if interaction.response is None:
        return payload
    answered |= {
        "response_message_id": str(interaction.response.id),
        "response_message_loading": bool(interaction.response.flags & models.LOADING),
        "response_message_ephemeral": bool(interaction.response.flags & models.EPHEMERAL),
    }
    # A deferral has the type of what it defers: 4 a new message, 7 an update.
    resource_type = 7 if interaction.response is interaction.message else 4
    payload["resource"] = {"type": resource_type, "message": message(interaction.response)}
    return payload


def _reference(original: Message) -> Json:
    reference = {"type": 0, "channel_id": str(original.channel.id), "message_id": str(original.id)}
    server = original.channel.guild
    return reference if server is None else reference | {"guild_id": str(server.id)}


def _from_interaction(sent: Message, interaction: Interaction) -> Json:
    author = str(sent.author.id)
    metadata = _metadata(interaction)
    if interaction.response is not None and interaction.response is not sent and sent is not interaction.message:
        metadata["original_response_message_id"] = str(interaction.response.id)
    payload: Json = {"application_id": author, "webhook_id": author, "interaction_metadata": metadata}
    if interaction.kind == models.COMMAND:
        payload["interaction"] = {
            "id": str(interaction.id),
            "type": interaction.kind,
            "name": interaction.data["name"],
            "user": user(interaction.user),
        }
    return payload


def _metadata(interaction: Interaction) -> Json:
    payload: Json = {
        "id": str(interaction.id),
        "type": interaction.kind,
        "user": user(interaction.user),
        "authorizing_integration_owners": interaction.integration_owners,
    }
    if interaction.kind == models.COMPONENT and interaction.message is not None:
        payload["interacted_message_id"] = str(interaction.message.id)
    elif interaction.kind == models.MODAL_SUBMIT and interaction.trigger is not None:
        payload["triggering_interaction_metadata"] = _metadata(interaction.trigger)
    elif interaction.data.get("type") == 2:
        payload["target_user"] = interaction.data["resolved"]["users"][interaction.data["target_id"]]
    elif interaction.data.get("type") == 3:
        payload["target_message_id"] = interaction.data["target_id"]
    return payload
