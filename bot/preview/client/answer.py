"""What a person sees of the bot's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from bot.preview.client.options import localized
from bot.preview.server import components as c
from bot.preview.server import payloads, responses
from bot.preview.server import state as w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.preview.server.state import Interaction, Json, Message


class Choice(NamedTuple):
    """A suggestion of autocomplete: what is shown, and what is sent if it is picked."""

    name: str
    value: Any


class Answer:
    """The answer to one act of a person, always as it now stands."""

    def __init__(self, interaction: Interaction) -> None:
        self.interaction = interaction

    def __repr__(self) -> str:
        state = self.interaction.state
        return f"<Answer {state}{' in private' if self.ephemeral else ''}: {self.text or self.modal or '-'!r}>"

    @property
    def shown(self) -> Message | None:
        """The message that answers: a new one, the pressed one if it was edited, or the first follow-up."""
        act = self.interaction
        message = act.response
        if message is act.message and not act.edited:
            message = act.followups[0] if act.followups else None
        if message is None or message.deleted or message.flags & w.LOADING:
            return None
        return message

    @property
    def message(self) -> Json | None:
        """The message as it goes over the wire."""
        return self.shown and payloads.message(self.shown)

    @property
    def followups(self) -> list[Json]:
        """The further messages, as they go over the wire."""
        return [payloads.message(message) for message in self.interaction.followups if not message.deleted]

    @property
    def payload(self) -> Json | None:
        """The body of the bot's first response."""
        return self.interaction.callback

    @property
    def failed(self) -> bool:
        """Whether the person was told that the application did not respond."""
        return self.interaction.failed

    @property
    def deferred(self) -> bool:
        """Whether the bot asked for time first."""
        return self._kind in (responses.DEFER, responses.DEFER_EDIT)

    @property
    def edited(self) -> bool:
        """Whether the pressed message was changed in place."""
        return self.interaction.edited

    @property
    def ephemeral(self) -> bool:
        """Whether only this person sees it."""
        return bool(self.shown and self.shown.flags & w.EPHEMERAL)

    @property
    def modal(self) -> Json | None:
        """The form that opened, if one did."""
        return self._data if self._kind == responses.MODAL else None

    @property
    def choices(self) -> list[Choice]:
        """The suggestions that autocomplete offers, in this person's language."""
        locale = self.interaction.locale
        offered: list[Json] = self._data.get("choices") or []
        return [Choice(localized(one, locale), one["value"]) for one in offered]

    @property
    def text(self) -> str:
        """Everything there is to read, without buttons and selects."""
        if self.shown is None:
            return ""
        displays = [part["content"] for part in self._parts(c.TEXT)]
        return "\n".join(filter(None, [self.shown.content, *map(_embed_text, self.shown.embeds), *displays]))

    @property
    def buttons(self) -> dict[str, Json]:
        """The buttons that do something, by what stands on them."""
        return {written_on(button): button for button in self._parts(c.BUTTON) if button["style"] != c.LINK}

    @property
    def links(self) -> dict[str, str]:
        """The addresses that buttons lead to, by what stands on them."""
        return {written_on(button): button["url"] for button in self._parts(c.BUTTON) if button["style"] == c.LINK}

    @property
    def selects(self) -> dict[str, Json]:
        """The menus to choose from, by placeholder, or by custom id where there is none."""
        found = self._parts(*c.SELECTS)
        return {select.get("placeholder") or select["custom_id"]: select for select in found}

    @property
    def attachments(self) -> list[Json]:
        """The files, also those that only a component shows."""
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


def written_on(button: Json) -> str:
    """Return what a person reads on a button: its label, or its emoji."""
    emoji: Json = button.get("emoji") or {}
    return button.get("label") or emoji.get("name") or ""


def _embed_text(embed: Json) -> str:
    fields: list[Json] = embed.get("fields") or []
    footer: Json = embed.get("footer") or {}
    parts = [embed.get("title"), embed.get("description")]
    parts += [part for one in fields for part in (one["name"], one["value"])]
    return "\n".join(filter(None, [*parts, footer.get("text")]))
