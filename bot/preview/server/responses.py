"""The routes by which the bot responds: callbacks, edits, follow-ups, and messages of channels."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from bot.preview.server import command_rules, components, models, payloads, rules
from bot.preview.server.request import ApiError, raise_if_invalid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.preview.server.models import Attachment, Interaction, Json, Message
    from bot.preview.server.request import ApiRequest, Upload
    from bot.preview.server.state import DiscordState

MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, AUTOCOMPLETE_RESULT, MODAL = 4, 5, 6, 7, 8, 9
"""Interaction callback types."""
_MAX_USER_INSTALL_FOLLOW_UPS = 5
_SETTABLE_FLAGS = models.EPHEMERAL | models.COMPONENTS_V2 | 1 << 2 | 1 << 12
"""Flags that a bot may set: ephemeral, components v2, suppress embeds, suppress notifications."""
_NOT_IMPLEMENTED = ("poll", "sticker_ids", "message_reference", "thread_name", "applied_tags")
_CONTENT = ("content", "embeds", "components")
_PNG = b"\x89PNG\r\n\x1a\n"


class ResponseRoutes:
    """The routes of interactions, their webhooks and channels. Each method returns the JSON of the response."""

    def __init__(self, state: DiscordState) -> None:
        self.base_url = ""
        """Scheme, host and port where files are served; set when the server listens."""
        self._state = state

    def respond(self, request: ApiRequest) -> Json | None:
        """Handle the first response to an interaction."""
        interaction = self._state.interactions.get(int(request.params["interaction"]))
        if interaction is None or interaction.token != request.params["token"]:
            raise ApiError(404, 10062, "Unknown interaction")
        if interaction.acknowledged.is_set():
            raise ApiError(400, 40060, "Interaction has already been acknowledged.")
        if self._state.clock.now() >= interaction.created_at + self._state.response_deadline:
            raise ApiError(404, 10062, "Unknown interaction")
        raise_if_invalid(rules.response(request.json, _allowed_types(interaction)))
        kind: int = request.json["type"]
        self._respond(interaction, kind, request.json.get("data") or {}, request.uploads)
        self._state.acknowledge(interaction, request.json, finished=kind not in (DEFERRED_MESSAGE, DEFERRED_UPDATE))
        return payloads.callback(interaction) if request.flag("with_response") else None

    def follow_up(self, request: ApiRequest) -> Json:
        """Handle a follow-up; the first one after a deferral replaces the loading message."""
        interaction = self._acknowledged(request)
        if interaction.response is not None and interaction.response.flags & models.LOADING:
            self._change(interaction.response, request.json, request.uploads)
            self._state.finish(interaction)
            return payloads.message(interaction.response)
        if interaction.user_installed_only and len(interaction.followups) >= _MAX_USER_INSTALL_FOLLOW_UPS:
            raise ApiError(400, 40094, "This interaction has reached the maximum number of follow up messages.")
        message = self._create(interaction, request.json, request.uploads, replies_to=interaction.response)
        interaction.followups.append(message)
        self._state.finish(interaction)
        return payloads.message(message)

    def webhook_message(self, request: ApiRequest) -> Json:
        """Return ``@original`` or a follow-up."""
        return payloads.message(self._of_interaction(request)[1])

    def edit_webhook_message(self, request: ApiRequest) -> Json:
        """Edit ``@original``, which ends a deferral, or a follow-up."""
        interaction, message = self._of_interaction(request)
        self._change(message, request.json, request.uploads)
        if message is interaction.response:
            interaction.edited = message is interaction.message
            self._state.finish(interaction)
        return payloads.message(message)

    def delete_webhook_message(self, request: ApiRequest) -> None:
        """Delete ``@original``, which ends a deferral, or a follow-up."""
        interaction, message = self._of_interaction(request)
        self._state.delete_message(message)
        self._state.finish(interaction)

    def message(self, request: ApiRequest) -> Json:
        """Return a message of a channel that the bot is in."""
        return payloads.message(self._of_channel(request))

    def edit_message(self, request: ApiRequest) -> Json:
        """Edit the bot's own message in a channel."""
        message = self._of_channel(request)
        if message.author != self._state.bot:
            raise ApiError(403, 50005, "Cannot edit a message authored by another user")
        self._change(message, request.json, request.uploads)
        return payloads.message(message)

    def delete_message(self, request: ApiRequest) -> None:
        """Delete the bot's own message in a channel."""
        message = self._of_channel(request)
        if message.author != self._state.bot:
            raise ApiError(403, 50013, "Missing Permissions")
        self._state.delete_message(message)

    def _respond(self, interaction: Interaction, kind: int, data: Json, uploads: list[Upload]) -> None:
        if kind == MODAL:
            raise_if_invalid(rules.modal(data), "data")
        elif kind == AUTOCOMPLETE_RESULT:
            raise_if_invalid(command_rules.choices(data, _focused_kind(interaction)), "data")
        elif kind == DEFERRED_MESSAGE:
            interaction.response = self._post(
                interaction, (data.get("flags") or 0) & models.EPHEMERAL | models.LOADING, interaction.message
            )
            self._state.add_message(interaction.response)
        elif kind == MESSAGE:
            interaction.response = self._create(interaction, data, uploads, "data", replies_to=interaction.message)
        else:
            if interaction.message is not None and interaction.message.deleted:
                raise ApiError(404, 10008, "Unknown Message")
            if kind == UPDATE and interaction.message is not None:
                self._change(interaction.message, data, uploads, "data")
                interaction.edited = True
            interaction.response = interaction.message

    def _acknowledged(self, request: ApiRequest) -> Interaction:
        """Return the interaction of a webhook route's token, if it is acknowledged and not expired."""
        interaction = self._state.interactions_by_token.get(request.params["token"])
        if interaction is None or request.params["app"] != str(self._state.bot.id):
            raise ApiError(404, 10015, "Unknown Webhook")
        if self._state.clock.now() >= interaction.created_at + models.TOKEN_LIFETIME:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        if not interaction.acknowledged.is_set() or interaction.kind == models.AUTOCOMPLETE:
            raise ApiError(404, 10015, "Unknown Webhook")
        return interaction

    def _of_interaction(self, request: ApiRequest) -> tuple[Interaction, Message]:
        interaction = self._acknowledged(request)
        named = request.params["message"]
        for message in (interaction.response, *interaction.followups):
            original = named == "@original" and message is interaction.response
            if message and not message.deleted and (original or named == str(message.id)):
                return interaction, message
        raise ApiError(404, 10008, "Unknown Message")

    def _of_channel(self, request: ApiRequest) -> Message:
        channel = self._state.channels.get(int(request.params["channel"]))
        if channel is None:
            raise ApiError(404, 10003, "Unknown Channel")
        if not channel.has_bot:
            raise ApiError(403, 50001, "Missing Access")
        message = self._state.messages.get(int(request.params["message"]))
        if message is None or message.channel is not channel or message.flags & models.EPHEMERAL:
            raise ApiError(404, 10008, "Unknown Message")
        return message

    def _create(
        self, interaction: Interaction, body: Json, uploads: list[Upload], *path: str, replies_to: Message | None
    ) -> Message:
        flags = (body.get("flags") or 0) & _SETTABLE_FLAGS
        raise_if_invalid(
            rules.message(body, [u.filename for u in uploads], v2=bool(flags & models.COMPONENTS_V2)), *path
        )
        _check_implemented(body)
        _check_not_empty(uploads, *(body.get(name) for name in _CONTENT))
        message = self._post(interaction, flags, replies_to)
        self._fill(message, body, uploads)
        self._state.add_message(message)
        return message

    def _post(self, interaction: Interaction, flags: int, replies_to: Message | None) -> Message:
        return models.Message(
            id=self._state.next_snowflake(),
            channel=interaction.channel,
            author=self._state.bot,
            kind=payloads.message_kind(interaction, replies_to),
            created_at=self._state.clock.now(),
            flags=flags,
            interaction=interaction,
            replies_to=replies_to,
        )

    def _change(self, message: Message, body: Json, uploads: list[Upload], *path: str) -> None:
        """Edit a message: fields of the body replace the old ones, all others stay."""
        v2 = bool(((body.get("flags") or 0) | message.flags) & models.COMPONENTS_V2)
        kept = _kept_files(message, body)
        names = [upload.filename for upload in uploads] + [file.filename for file in kept]
        raise_if_invalid(rules.message(body, names, v2=v2, urls=[file.url for file in kept]), *path)
        if v2 and not message.flags & models.COMPONENTS_V2:
            raise_if_invalid(rules.left_behind(body, content=bool(message.content), embeds=bool(message.embeds)), *path)
        _check_implemented(body)
        _check_not_empty(uploads, kept, *(body.get(name, getattr(message, name)) for name in _CONTENT))
        message.files = kept
        message.flags = message.flags & ~models.LOADING | (models.COMPONENTS_V2 if v2 else 0)
        self._fill(message, body, uploads)
        self._state.edit_message(message)

    def _fill(self, message: Message, body: Json, uploads: Sequence[Upload]) -> None:
        described = {str(sent["id"]): sent.get("description") for sent in body.get("attachments") or ()}
        message.files += [self._stored(message, upload, described.get(upload.attachment_id)) for upload in uploads]
        if "content" in body:
            message.content = (body["content"] or "").strip()
        if "embeds" in body:
            message.embeds = body["embeds"] or []
        if "components" in body:
            message.components = components.as_returned(body["components"] or [], message.files)

    def _stored(self, message: Message, upload: Upload, description: str | None) -> Attachment:
        """Store a file for the local CDN."""
        file_id = self._state.next_snowflake()
        data = upload.data
        size = _image_size(data)
        url = f"{self.base_url}/attachments/{message.channel.id}/{file_id}/{upload.filename}"
        kind = mimetypes.guess_type(upload.filename, strict=False)[0] or "application/octet-stream"
        file = models.Attachment(file_id, upload.filename, kind, data, url, description, size)
        self._state.attachments[file_id] = file
        return file


def _check_not_empty(*parts: object) -> None:
    """Raise ApiError if a message has no content except blanks."""
    if not any(part.strip() if isinstance(part, str) else part for part in parts):
        raise ApiError(400, 50006, "Cannot send an empty message")


def _check_implemented(body: Json) -> None:
    """Raise 501 for fields that Discord knows and the local Discord does not."""
    for name in _NOT_IMPLEMENTED:
        if body.get(name):
            raise ApiError(501, 0, f"The local Discord does not implement the message field {name!r}")


def _allowed_types(interaction: Interaction) -> tuple[int, ...]:
    """Return the callback types that are valid for an interaction."""
    if interaction.kind == models.AUTOCOMPLETE:
        return (AUTOCOMPLETE_RESULT,)
    edits = (DEFERRED_UPDATE, UPDATE) if interaction.message is not None else ()
    modal = () if interaction.kind == models.MODAL_SUBMIT else (MODAL,)
    return (MESSAGE, DEFERRED_MESSAGE, *edits, *modal)


def _focused_kind(interaction: Interaction) -> int:
    """Return the type of the focused option."""
    options: list[Json] = interaction.data["options"]
    while "options" in options[0]:  # subcommands
        options = options[0]["options"]
    return next(option["type"] for option in options if option.get("focused"))


def _kept_files(message: Message, body: Json) -> list[Attachment]:
    """Return the files that an edit keeps: those in ``attachments``, or all if the field is missing."""
    listed = body.get("attachments")
    if listed is None:
        return list(message.files)
    ids = {str(sent.get("id")) for sent in listed}
    return [file for file in message.files if str(file.id) in ids]


def _image_size(data: bytes) -> tuple[int, int] | None:
    """Return the width and height of a PNG or a lossless WebP; None for any other file."""
    if data.startswith(_PNG):
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if data[8:16] == b"WEBPVP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None
