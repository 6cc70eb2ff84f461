"""What the bot answers: first responses, edits, follow-ups, and the messages they make."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from bot.preview.server import command_rules, components, payloads, rules
from bot.preview.server import state as w
from bot.preview.server.request import Refused, refuse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.preview.server.request import Call, Upload
    from bot.preview.server.state import Attachment, Interaction, Json, Message, World

SEND, DEFER, DEFER_EDIT, EDIT, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
"""Kinds of first response."""
_MAX_FOLLOW_UPS_AS_GUEST = 5
_ASKED_FLAGS = w.EPHEMERAL | w.COMPONENTS_V2 | 1 << 2 | 1 << 12
"""Flags a bot may set: private, made of components, embeds suppressed, sent silently."""
_NOT_PLAYED = ("poll", "sticker_ids", "message_reference", "thread_name", "applied_tags")
_CONTENT = ("content", "embeds", "components")
_PNG = b"\x89PNG\r\n\x1a\n"


class Replies:
    """The routes of interactions, their webhooks and channels; each returns what goes back as JSON."""

    def __init__(self, world: World) -> None:
        self.base = ""
        """Scheme, host and port under which files are served; known once the server listens."""
        self._world = world

    def respond(self, call: Call) -> Json | None:
        """Take the first response to an interaction."""
        act = self._world.interactions.get(int(call.params["interaction"]))
        if act is None or act.token != call.params["token"]:
            raise Refused(404, 10062, "Unknown interaction")
        if act.acknowledged.is_set():
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        if self._world.clock.now() >= act.created_at + self._world.first_answer:
            raise Refused(404, 10062, "Unknown interaction")
        refuse(rules.response(call.json, _allowed(act)))
        kind: int = call.json["type"]
        self._respond(act, kind, call.json.get("data") or {}, call.uploads)
        self._world.acknowledge(act, call.json, finished=kind not in (DEFER, DEFER_EDIT))
        return payloads.callback(act) if call.asks("with_response") else None

    def follow_up(self, call: Call) -> Json:
        """Take a further message; after a deferral the first one takes the place of the bot's thinking."""
        act = self._acknowledged(call)
        if act.response is not None and act.response.flags & w.LOADING:
            self._change(act.response, call.json, call.uploads)
            self._world.finish(act)
            return payloads.message(act.response)
        if act.user_installed_only and len(act.followups) >= _MAX_FOLLOW_UPS_AS_GUEST:
            raise Refused(400, 40094, "This interaction has reached the maximum number of follow up messages.")
        message = self._create(act, call.json, call.uploads, replies_to=act.response)
        act.followups.append(message)
        self._world.finish(act)
        return payloads.message(message)

    def webhook_message(self, call: Call) -> Json:
        """Return ``@original`` or a follow-up."""
        return payloads.message(self._of_interaction(call)[1])

    def edit_webhook_message(self, call: Call) -> Json:
        """Edit ``@original`` or a follow-up; the former ends a deferral."""
        act, message = self._of_interaction(call)
        self._change(message, call.json, call.uploads)
        if message is act.response:
            act.edited = message is act.message
            self._world.finish(act)
        return payloads.message(message)

    def delete_webhook_message(self, call: Call) -> None:
        """Delete ``@original``, whereupon nobody waits for it any more, or a follow-up."""
        act, message = self._of_interaction(call)
        self._world.delete_message(message)
        self._world.finish(act)

    def message(self, call: Call) -> Json:
        """Return a message of a channel in which the bot is."""
        return payloads.message(self._of_channel(call))

    def edit_message(self, call: Call) -> Json:
        """Edit the bot's own message in a channel."""
        message = self._of_channel(call)
        if message.author != self._world.bot:
            raise Refused(403, 50005, "Cannot edit a message authored by another user")
        self._change(message, call.json, call.uploads)
        return payloads.message(message)

    def delete_message(self, call: Call) -> None:
        """Delete the bot's own message in a channel."""
        message = self._of_channel(call)
        if message.author != self._world.bot:
            raise Refused(403, 50013, "Missing Permissions")
        self._world.delete_message(message)

    def _respond(self, act: Interaction, kind: int, data: Json, uploads: list[Upload]) -> None:
        if kind == MODAL:
            refuse(rules.modal(data), "data")
        elif kind == CHOICES:
            refuse(command_rules.choices(data, _focused_kind(act)), "data")
        elif kind == DEFER:
            act.response = self._post(act, (data.get("flags") or 0) & w.EPHEMERAL | w.LOADING, act.message)
            self._world.add_message(act.response)
        elif kind == SEND:
            act.response = self._create(act, data, uploads, "data", replies_to=act.message)
        else:
            if act.message is not None and act.message.deleted:
                raise Refused(404, 10008, "Unknown Message")
            if kind == EDIT and act.message is not None:
                self._change(act.message, data, uploads, "data")
                act.edited = True
            act.response = act.message

    def _acknowledged(self, call: Call) -> Interaction:
        """Return the interaction whose token a webhook's route carries, if it may still be answered."""
        act = self._world.by_token.get(call.params["token"])
        if act is None or call.params["app"] != str(self._world.bot.id):
            raise Refused(404, 10015, "Unknown Webhook")
        if self._world.clock.now() >= act.created_at + w.TOKEN_LIFE:
            raise Refused(401, 50027, "Invalid Webhook Token")
        if not act.acknowledged.is_set() or act.kind == w.AUTOCOMPLETE:
            raise Refused(404, 10015, "Unknown Webhook")
        return act

    def _of_interaction(self, call: Call) -> tuple[Interaction, Message]:
        act = self._acknowledged(call)
        named = call.params["message"]
        for message in (act.response, *act.followups):
            original = named == "@original" and message is act.response
            if message and not message.deleted and (original or named == str(message.id)):
                return act, message
        raise Refused(404, 10008, "Unknown Message")

    def _of_channel(self, call: Call) -> Message:
        channel = self._world.channels.get(int(call.params["channel"]))
        if channel is None:
            raise Refused(404, 10003, "Unknown Channel")
        if channel.kind == 3 or (channel.guild and not channel.guild.installed):
            raise Refused(403, 50001, "Missing Access")
        message = self._world.messages.get(int(call.params["message"]))
        if message is None or message.channel is not channel or message.flags & w.EPHEMERAL:
            raise Refused(404, 10008, "Unknown Message")
        return message

    def _create(
        self, act: Interaction, body: Json, uploads: list[Upload], *under: str, replies_to: Message | None
    ) -> Message:
        flags = (body.get("flags") or 0) & _ASKED_FLAGS
        refuse(rules.message(body, [u.filename for u in uploads], v2=bool(flags & w.COMPONENTS_V2)), *under)
        _stop_at_gaps(body)
        _refuse_emptiness(uploads, *(body.get(name) for name in _CONTENT))
        message = self._post(act, flags, replies_to)
        self._fill(message, body, uploads)
        self._world.add_message(message)
        return message

    def _post(self, act: Interaction, flags: int, replies_to: Message | None) -> Message:
        return w.Message(
            id=self._world.snowflake(),
            channel=act.channel,
            author=self._world.bot,
            kind=payloads.message_kind(act, replies_to),
            created_at=self._world.clock.now(),
            flags=flags,
            answers=act,
            replies_to=replies_to,
        )

    def _change(self, message: Message, body: Json, uploads: list[Upload], *under: str) -> None:
        """Edit a message: what the body names is replaced, what it does not name stays."""
        v2 = bool(((body.get("flags") or 0) | message.flags) & w.COMPONENTS_V2)
        kept = _kept(message, body)
        names = [upload.filename for upload in uploads] + [file.filename for file in kept]
        refuse(rules.message(body, names, v2=v2, urls=[file.url for file in kept]), *under)
        if v2 and not message.flags & w.COMPONENTS_V2:
            refuse(rules.left_behind(body, content=bool(message.content), embeds=bool(message.embeds)), *under)
        _stop_at_gaps(body)
        _refuse_emptiness(uploads, kept, *(body.get(name, getattr(message, name)) for name in _CONTENT))
        message.files = kept
        message.flags = message.flags & ~w.LOADING | (w.COMPONENTS_V2 if v2 else 0)
        self._fill(message, body, uploads)
        self._world.edit_message(message)

    def _fill(self, message: Message, body: Json, uploads: Sequence[Upload]) -> None:
        described = {str(sent["id"]): sent.get("description") for sent in body.get("attachments") or ()}
        message.files += [self._stored(message, upload, described.get(upload.place)) for upload in uploads]
        if "content" in body:
            message.content = (body["content"] or "").strip()
        if "embeds" in body:
            message.embeds = body["embeds"] or []
        if "components" in body:
            message.components = components.as_returned(body["components"] or [], message.files)

    def _stored(self, message: Message, upload: Upload, description: str | None) -> Attachment:
        """Put a file where the local CDN finds it."""
        file_id = self._world.snowflake()
        data = upload.data
        size = (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) if data.startswith(_PNG) else None
        url = f"{self.base}/attachments/{message.channel.id}/{file_id}/{upload.filename}"
        kind = mimetypes.guess_type(upload.filename)[0] or "application/octet-stream"
        file = w.Attachment(file_id, upload.filename, kind, data, url, description, size)
        self._world.attachments[file_id] = file
        return file


def _refuse_emptiness(*parts: object) -> None:
    """Refuse a message of which no part is there, or only blanks."""
    if not any(part.strip() if isinstance(part, str) else part for part in parts):
        raise Refused(400, 50006, "Cannot send an empty message")


def _stop_at_gaps(body: Json) -> None:
    """Say by name what a message may have at Discord and cannot have here."""
    for name in _NOT_PLAYED:
        if body.get(name):
            raise Refused(501, 0, f"The local Discord does not play {name} in a message")


def _allowed(act: Interaction) -> tuple[int, ...]:
    """Return the kinds of first response that fit an interaction."""
    if act.kind == w.AUTOCOMPLETE:
        return (CHOICES,)
    edits = (DEFER_EDIT, EDIT) if act.message is not None else ()
    modal = () if act.kind == w.MODAL_SUBMIT else (MODAL,)
    return (SEND, DEFER, *edits, *modal)


def _focused_kind(act: Interaction) -> int:
    """Return the kind of the option that the person is typing in."""
    options: list[Json] = act.data["options"]
    while "options" in options[0]:  # subcommands
        options = options[0]["options"]
    return next(option["type"] for option in options if option.get("focused"))


def _kept(message: Message, body: Json) -> list[Attachment]:
    """Return the files that an edit leaves on a message: those it lists, or all if it lists none."""
    listed = body.get("attachments")
    if listed is None:
        return list(message.files)
    ids = {str(sent.get("id")) for sent in listed}
    return [file for file in message.files if str(file.id) in ids]
