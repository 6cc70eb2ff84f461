"""The bot's answer to an interaction, as the person sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from bot.preview.client.options import localized
from bot.preview.server import components as c
from bot.preview.server import models, payloads, responses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.preview.server.models import Interaction, Json, Message


class Choice(NamedTuple):
    """An autocomplete choice: the name that is shown, and the value that is sent."""

    name: str
    value: Any


class Answer:
    """The answer to one interaction, in its current state."""

    def __init__(self, interaction: Interaction) -> None:
        self.interaction = interaction

    def __repr__(self) -> str:
        status = self.interaction.status
        return f"<Answer {status}{' in private' if self.ephemeral else ''}: {self.text or self.modal or '-'!r}>"

    @property
    def shown(self) -> Message | None:
        """The message with the answer: a new one, the edited one with the component, or the first follow-up."""
        interaction = self.interaction
        message = interaction.response
        if message is interaction.message and not interaction.edited:
            message = interaction.followups[0] if interaction.followups else None
        if message is None or message.deleted or message.flags & models.LOADING:
            return None
        return message

    @property
    def message(self) -> Json | None:
        """The message as Discord's API returns it."""
        return self.shown and payloads.message(self.shown)

    @property
    def followups(self) -> list[Json]:
        """The follow-ups as Discord's API returns them."""
        return [payloads.message(message) for message in self.interaction.followups if not message.deleted]

    @property
    def payload(self) -> Json | None:
        """The body of the bot's first response."""
        return self.interaction.callback

    @property
    def failed(self) -> bool:
        """Whether the client shows that the application did not respond."""
        return self.interaction.failed

    @property
    def deferred(self) -> bool:
        """Whether the first response was a deferral."""
        return self._kind in (responses.DEFERRED_MESSAGE, responses.DEFERRED_UPDATE)

    @property
    def edited(self) -> bool:
        """Whether the message with the component was edited in place."""
        return self.interaction.edited

    @property
    def ephemeral(self) -> bool:
        """Whether only this person can see it."""
        return bool(self.shown and self.shown.flags & models.EPHEMERAL)

    @property
    def modal(self) -> Json | None:
        """The modal that opened, if one did."""
        return self._data if self._kind == responses.MODAL else None

    @property
    def choices(self) -> list[Choice]:
        """The autocomplete choices, in this person's language."""
        locale = self.interaction.locale
        choices: list[Json] = self._data.get("choices") or []
        return [Choice(localized(one, locale), one["value"]) for one in choices]

    @property
    def text(self) -> str:
        """All text, without buttons and selects."""
        if self.shown is None:
            return ""
        displays = [part["content"] for part in self._parts(c.TEXT)]
        return "\n".join(filter(None, [self.shown.content, *map(_embed_text, self.shown.embeds), *displays]))

    @property
    def buttons(self) -> dict[str, Json]:
        """The buttons that send an interaction, by label."""
        return {button_label(button): button for button in self._parts(c.BUTTON) if button["style"] != c.LINK}

    @property
    def links(self) -> dict[str, str]:
        """The URLs of link buttons, by label."""
        return {button_label(button): button["url"] for button in self._parts(c.BUTTON) if button["style"] == c.LINK}

    @property
    def selects(self) -> dict[str, Json]:
        """The selects by placeholder, or by custom id if they have none."""
        found = self._parts(*c.SELECTS)
        return {select.get("placeholder") or select["custom_id"]: select for select in found}

    @property
    def attachments(self) -> list[Json]:
        """The files, including those that only a component shows."""
        files = self.shown.files if self.shown else []
        return [payloads.attachment(file, ephemeral=self.ephemeral) for file in files]

    @property
    def _kind(self) -> int | None:
        return self.payload["type"] if self.payload else None

    @property
    def _data(self) -> Json:
        return (self.payload or {}).get("data") or {}

    def _parts(self, *kinds: int) -> list[Json]:
        tree: Sequence[Json] = self.shown.components if self.shown else ()
        return [component for _path, component in c.walk(tree) if component["type"] in kinds]


def button_label(button: Json) -> str:
    """Return the label of a button, or its emoji if it has none."""
    emoji: Json = button.get("emoji") or {}
    return button.get("label") or emoji.get("name") or ""


def _embed_text(embed: Json) -> str:
    fields: list[Json] = embed.get("fields") or []
    footer: Json = embed.get("footer") or {}
    parts = [embed.get("title"), embed.get("description")]
    parts += [part for one in fields for part in (one["name"], one["value"])]
    return "\n".join(filter(None, [*parts, footer.get("text")]))
