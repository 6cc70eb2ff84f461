"""Renders the preview page for one person, from the local Discord's state and events to HTML.

The page is a shell that receives patches: pieces of HTML that replace the element with the same id, or are
appended where they belong. Every event becomes patches for all pages that show what has changed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import discord
from babel import Locale
from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from bot.preview.client.answer import Answer, button_label
from bot.preview.client.command_picker import client_choices, parse_line, parse_values, picker_entries
from bot.preview.client.options import ActionUnavailable
from bot.preview.page.markdown import Markdown
from bot.preview.page.strings import negotiate, strings
from bot.preview.server import components as c
from bot.preview.server import events, models, payloads, rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.preview.client.client import LocalDiscord, UserClient
    from bot.preview.client.command_picker import PickerEntry
    from bot.preview.server.events import Event
    from bot.preview.server.models import Context, IntegrationType, Interaction, Json, Message
    from bot.preview.server.transcript import Exchange

USERS = ("Ann", "Minji")
"""The people that a visitor can be; ``user=1`` is the first."""
PLACES: dict[str, tuple[Context, IntegrationType]] = {
    "guild": ("guild", "guild"),
    "user": ("guild", "user"),
    "dm": ("dm", "guild"),
    "private": ("private", "user"),
}
"""Where a visitor can be: the context, and whether a guild or the user has installed the bot."""
THEMES = ("auto", "dark", "light")
_MAX_CUSTOM_ID = 100

_TEMPLATES = Environment(
    loader=PackageLoader("bot.preview.page"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


@cache
def locale_names() -> dict[str, str]:
    """Return the locales of Discord's clients with their names in their own language. The first call takes a while."""
    return {locale: Locale.parse(locale, sep="-").get_display_name() or locale for locale in map(str, discord.Locale)}


def compile_templates() -> None:
    """Compile all templates, so that the first answer does not wait for it."""
    for name in _TEMPLATES.list_templates():
        _TEMPLATES.get_template(name)


@dataclass(frozen=True, slots=True)
class PageView:
    """Who looks at the page, where and in which language; the query of the page's URL holds it."""

    user: int = 1
    locale: str = "en-US"
    place: str = "guild"
    theme: str = "auto"

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> PageView:
        """Parse a query; missing and invalid values get their defaults."""
        user, default = query.get("user", ""), cls()
        return cls(
            user=int(user) if user in map(str, range(1, len(USERS) + 1)) else default.user,
            locale=query["locale"] if query.get("locale") in locale_names() else default.locale,
            place=query["place"] if query.get("place") in PLACES else default.place,
            theme=query["theme"] if query.get("theme") in THEMES else default.theme,
        )

    def client(self, local: LocalDiscord) -> UserClient:
        """Return the client of the person who looks at the page."""
        context, install = PLACES[self.place]
        return local.client(USERS[self.user - 1], locale=self.locale, context=context, install=install)


@dataclass(frozen=True, slots=True)
class Patch:
    """Replaces the element with this id, or appends the HTML to ``into`` if there is none.

    Without HTML the element is removed. ``focus`` moves the keyboard focus there.
    """

    id: str
    html: str = ""
    into: str = "log"
    focus: bool = False


@dataclass(frozen=True)
class Page:
    """Renders the page for one view; ``dismissed`` holds the ids of closed messages and notices."""

    local: LocalDiscord
    view: PageView
    dismissed: set[int]
    problems: Sequence[str] = field(default=())

    @cached_property
    def client(self) -> UserClient:
        """The client of the person who looks at the page."""
        return self.view.client(self.local)

    def shell(self) -> str:
        """Return the page without the parts that patches fill."""
        return self._rendered("page.html", locales=locale_names(), users=USERS, places=tuple(PLACES), themes=THEMES)

    def everything(self) -> list[Patch]:
        """Return the patches that fill a new shell, or update one that lost its connection."""
        return [self._log(), self._status(), self._picker(), self.problem_list(), self._inspector()]

    def after(self, event: Event) -> Iterator[Patch]:
        """Return the patches for an event."""
        match event:
            case events.MessageCreated(message) | events.MessageEdited(message) if self._sees(message):
                if message.interaction is not None:
                    yield Patch(f"i{message.interaction.id}")  # the notice that the command is being sent
                yield Patch(f"m{message.id}", self._message(message), focus=self._takes_focus(event))
                if message.interaction in self._interactions()[-1:]:
                    yield self._inspector()
            case events.MessageDeleted(message) if message.channel is self.client.channel:
                yield Patch(f"m{message.id}")
            case events.InteractionChanged(interaction) if interaction.user == self.client.user:
                yield from self._after_interaction(interaction)
            case events.CommandsSynced():
                yield from (self._log(), self._picker())
            case events.BotConnected() | events.BotDisconnected():
                yield self._status()
            case _:
                pass

    def problem_list(self) -> Patch:
        """Return the list of problems in facts or catalogs."""
        return Patch("problems", self._rendered("problems.html", problems=self.problems))

    async def enter(self, line: str) -> None:
        """Run the command that a line begins with, or send the line as a message if it begins with none.

        Raises ActionUnavailable if the client would not send the command.
        """
        parsed = parse_line(line, self._picker_entries())
        if parsed is None:
            self.client.say(line)
        else:
            command, typed = parsed
            await self.use(command, typed)

    async def use(self, command: str, typed: Mapping[str, str]) -> None:
        """Use a slash command with the texts that are typed into its options."""
        await self.client.slash(command, **self.option_values(command, typed))

    def option_values(self, command: str, typed: Mapping[str, str]) -> dict[str, Any]:
        """Convert the texts that are typed into a command's options to values."""
        return parse_values(self._options(command), typed, self.local.state)

    async def suggestions(self, command: str, focused: str, typed: Mapping[str, str]) -> str:
        """Return the list of choices for an option: from the bot's autocomplete or the command itself.

        Raises ActionUnavailable if the command has no such option.
        """
        option = next((one for one in self._options(command) if one["name"] == focused), None)
        if option is None or focused not in typed:
            raise ActionUnavailable(f"/{command} has no option {focused!r} to type into")
        others = {name: text for name, text in typed.items() if name != focused}
        if not option.get("autocomplete"):
            text = typed[focused].strip().casefold()
            known = client_choices(option, self.local.state, self.view.locale, self._strings)
            return self._suggestion_list([one for one in known if text in one[0].casefold()])
        try:
            values = self.option_values(command, others)
            return self._suggestion_list(await self.client.autocomplete(command, focused, typed[focused], **values))
        except TimeoutError:
            return self._suggestion_list(None)

    def _suggestion_list(self, choices: Sequence[tuple[str, Any]] | None) -> str:
        return self._rendered("suggestions.html", choices=choices)

    def _options(self, command: str) -> list[Json]:
        return [option for entry in self._picker_entries() if entry.name == command for option in entry.options]

    @cached_property
    def _strings(self) -> dict[str, str]:
        return strings(negotiate(self.view.locale))

    def _interactions(self) -> list[Interaction]:
        return [
            interaction
            for interaction in self.local.state.interactions.values()
            if interaction.user == self.client.user
        ]

    def _rendered(self, template: str, /, **more: Any) -> Markup:
        channel, state = self.client.channel, self.local.state
        names = {user.id: f"@{user.name}" for user in state.users.values()}
        names |= {place.id: f"#{place.name}" for place in state.channels.values()}
        html = _TEMPLATES.get_template(template).render(
            t=self._strings,
            view=self.view,
            language=negotiate(self.view.locale),
            me=self.client.user,
            bot=state.bot,
            here=f"@{state.bot.name}" if channel.kind == 1 else f"#{channel.name}",
            md=Markdown(self.view.locale, names, state.clock.now(), self._strings["show_spoiler"]),
            **more,
        )
        return Markup(html)  # noqa: S704  # the templates escape all values

    def _sees(self, message: Message) -> bool:
        visible = self.local.state.can_see(self.client.user, message) and message.id not in self.dismissed
        return visible and message.channel is self.client.channel

    def _log(self) -> Patch:
        state = self.local.state
        entries = [(message.id, self._message(message)) for message in state.messages.values() if self._sees(message)]
        entries += [
            (interaction.id, self._pending_notice(interaction))
            for interaction in state.interactions.values()
            if self._is_pending(interaction)
        ]
        html = Markup("").join(entry for _id, entry in sorted(entries))
        return Patch("log", self._rendered("log.html", entries=html, picker_entries=self._picker_entries()))

    def _message(self, message: Message) -> Markup:
        return self._rendered(
            "message.html",
            m=message,
            line=_command_line(message.interaction),
            loading=bool(message.flags & models.LOADING),
            loose_files=[] if message.flags & models.COMPONENTS_V2 else _loose_files(message),
            failed=any(
                interaction.failed
                for interaction in [
                    interaction for interaction in self._interactions() if interaction.message is message
                ][-1:]
            ),
        )

    def _takes_focus(self, event: Event) -> bool:
        """Return whether an event is a new message that answers a component of this person."""
        interaction = event.message.interaction if isinstance(event, events.MessageCreated) else None
        return interaction is not None and interaction.kind != models.COMMAND and interaction.user == self.client.user

    def _is_pending(self, interaction: Interaction) -> bool:
        """Return whether a command of this person still has no response and its notice is shown."""
        mine = (
            interaction.kind == models.COMMAND
            and interaction.user == self.client.user
            and interaction.channel is self.client.channel
        )
        return mine and not interaction.acknowledged.is_set() and interaction.id not in self.dismissed

    def _pending_notice(self, interaction: Interaction) -> Markup:
        return self._rendered("pending.html", interaction=interaction, line=_command_line(interaction))

    def _after_interaction(self, interaction: Interaction) -> Iterator[Patch]:
        if interaction.kind == models.COMMAND and interaction.channel is self.client.channel:
            yield Patch(
                f"i{interaction.id}", self._pending_notice(interaction) if self._is_pending(interaction) else ""
            )
        if interaction.message is not None and interaction.status != "waiting":
            ending = self._rendered("ending.html", m=interaction.message, failed=interaction.failed)
            yield Patch(f"f{interaction.message.id}", ending, into=f"m{interaction.message.id}")
        if interaction.failed and interaction.response is not None and self._sees(interaction.response):
            yield Patch(f"m{interaction.response.id}", self._message(interaction.response))
        modal = Answer(interaction).modal
        if modal is not None:
            yield Patch(
                f"d{interaction.id}", self._rendered("modal.html", interaction=interaction, modal=modal), into="modals"
            )
        if interaction.status != "waiting":
            yield self._inspector()

    def _status(self) -> Patch:
        return Patch("status", self._rendered("status.html", online=self.local.connected))

    def _picker(self) -> Patch:
        return Patch("picker", self._rendered("picker.html", picker_entries=self._picker_entries()))

    def _picker_entries(self) -> list[PickerEntry]:
        integration_owners = {"1" if PLACES[self.view.place][1] == "user" else "0": ""}
        return picker_entries(self.local.state, self.client.channel, integration_owners, self.view.locale)

    def _inspector(self) -> Patch:
        mine = self._interactions()
        interaction = mine[-1] if mine else None
        message = interaction and (Answer(interaction).shown or interaction.response)
        parts = [part for _path, part in c.walk(message.components)] if message else []
        html = self._rendered(
            "inspector.html",
            exchanges=[
                _exchange_details(one) for one in self.local.transcript if interaction and _is_about(one, interaction)
            ],
            limits=_limits(parts),
            addresses=[(self._label(part), part["custom_id"]) for part in parts if part.get("custom_id")],
        )
        return Patch("inspector", html)

    def _label(self, part: Json) -> str:
        return button_label(part) or part.get("placeholder") or self._strings["select"]


def _loose_files(message: Message) -> list[Json]:
    """Return the files of a message without components."""
    written = (payloads.attachment(file, ephemeral=False) for file in message.files)
    return [file | {"attachment_id": file["id"]} for file in written]


def _command_line(interaction: Interaction | None) -> tuple[str, str]:
    """Return the name and the filled-in options of the command that was used."""
    if interaction is None or interaction.kind != models.COMMAND:
        return "", ""
    name: str = interaction.data["name"]
    filled: list[Json] = interaction.data.get("options") or []
    while filled and filled[0]["type"] in (1, 2):
        name, filled = f"{name} {filled[0]['name']}", filled[0].get("options") or []
    return name, " ".join(f"{option['name']}: {option['value']}" for option in filled)


def _is_about(exchange: Exchange, interaction: Interaction) -> bool:
    if exchange.method == "DISPATCH":
        return exchange.path == "INTERACTION_CREATE" and exchange.response["id"] == str(interaction.id)
    return interaction.token in exchange.path


def _exchange_details(exchange: Exchange) -> Json:
    """Return an exchange for the template: a summary line, the direction, and the JSON of both sides."""
    sides = [("→", exchange.body), ("←", exchange.response)]
    return {
        "from_bot": exchange.method != "DISPATCH",
        "line": _summary(exchange),
        "status": exchange.status,
        "sides": [
            (sign, json.dumps(side, indent=2, ensure_ascii=False), len(json.dumps(side).encode()))
            for sign, side in sides
            if side is not None
        ],
    }


def _summary(exchange: Exchange) -> str:
    """Return method and path of an exchange, with long ids and tokens shortened."""
    if exchange.method == "DISPATCH":
        return exchange.path
    route = "/".join(part if len(part) < 17 else f"{part[:3]}…" for part in exchange.path.split("/"))
    return f"{exchange.method} {route}"


def _limits(parts: Sequence[Json]) -> list[tuple[str, int, int]]:
    """Return the limits of a message: the key of the label, the current size and the maximum."""
    texts = [part["content"] for part in parts if part["type"] == c.TEXT]
    ids: list[str] = [part["custom_id"] for part in parts if part.get("custom_id")]
    return [
        ("count", len(parts), rules.MAX_COMPONENTS),
        ("characters", sum(map(rules.utf16_length, texts)), rules.MAX_TEXT),
        ("longest", max(map(len, ids), default=0), _MAX_CUSTOM_ID),
    ]
