"""The preview page as one person sees it: from the local Discord's state and events to HTML.

The page is a shell into which patches are put: pieces of HTML that replace the piece of the same id,
or are added where they belong. Whatever changes in the world becomes patches for everyone who sees it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import discord
from babel import Locale
from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from bot.preview.client.answer import Answer, written_on
from bot.preview.client.command_picker import choices, entered, offers
from bot.preview.client.options import CannotDo
from bot.preview.page.markdown import Markdown
from bot.preview.page.strings import words
from bot.preview.server import components as c
from bot.preview.server import payloads, rules
from bot.preview.server import state as w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.preview.client.client import Fan, LocalDiscord
    from bot.preview.client.command_picker import Offer
    from bot.preview.server.state import Event, Install, Interaction, Json, Message, Where
    from bot.preview.server.transcript import Exchange

FANS = ("Ann", "Minji")
"""The people one can be; ``user=1`` is the first."""
PLACES: dict[str, tuple[Where, Install]] = {
    "guild": ("guild", "guild"),
    "user": ("guild", "user"),
    "dm": ("dm", "guild"),
    "private": ("private", "user"),
}
"""Where one can be, and who added the bot there."""
THEMES = ("auto", "dark", "light")
LOCALES = {
    str(locale): Locale.parse(str(locale), sep="-").get_display_name() or str(locale) for locale in discord.Locale
}
"""The languages of Discord's clients, each by its own name."""
_MAX_CUSTOM_ID = 100

_TEMPLATES = Environment(
    loader=PackageLoader("bot.preview.page"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def compile_templates() -> None:
    """Compile every template, so that the first answer does not have to wait for that."""
    for name in _TEMPLATES.list_templates():
        _TEMPLATES.get_template(name)


@dataclass(frozen=True, slots=True)
class View:
    """Who looks at the page, from where and in which language; it stands in the page's address."""

    user: int = 1
    locale: str = "en-US"
    place: str = "guild"
    theme: str = "auto"

    @classmethod
    def of(cls, query: Mapping[str, str]) -> View:
        """Read an address; what it leaves out or says wrongly is as in a fresh page."""
        user, fresh = query.get("user", ""), cls()
        return cls(
            user=int(user) if user in map(str, range(1, len(FANS) + 1)) else fresh.user,
            locale=query["locale"] if query.get("locale") in LOCALES else fresh.locale,
            place=query["place"] if query.get("place") in PLACES else fresh.place,
            theme=query["theme"] if query.get("theme") in THEMES else fresh.theme,
        )

    def fan(self, local: LocalDiscord) -> Fan:
        """Return the person in the local Discord who looks."""
        where, install = PLACES[self.place]
        return local.fan(FANS[self.user - 1], locale=self.locale, where=where, install=install)


@dataclass(frozen=True, slots=True)
class Patch:
    """A piece of the page: it replaces the one of this id or else is put at the end of ``into``.

    Without HTML it takes the piece away. ``focus`` asks the page to move the keyboard's focus there.
    """

    id: str
    html: str = ""
    into: str = "log"
    focus: bool = False


@dataclass(frozen=True)
class Page:
    """Renders the page for one view. ``dismissed`` are the messages and acts that people closed, by id."""

    local: LocalDiscord
    view: View
    dismissed: set[int]
    problems: Sequence[str] = field(default=())

    @cached_property
    def fan(self) -> Fan:
        """The person who looks."""
        return self.view.fan(self.local)

    def shell(self) -> str:
        """Return the whole page without what patches bring."""
        return self._rendered("page.html", locales=LOCALES, fans=FANS, places=tuple(PLACES), themes=THEMES)

    def everything(self) -> list[Patch]:
        """Return what fills a fresh shell, or brings one up to date that was cut off."""
        return [self._log(), self._status(), self._picker(), self.problem_list(), self._wire()]

    def after(self, event: Event) -> Iterator[Patch]:
        """Return what an event changes on this page."""
        match event:
            case w.MessageCreated(message) | w.MessageEdited(message) if self._sees(message):
                if message.answers is not None:
                    yield Patch(f"i{message.answers.id}")  # the notice that the command is on its way
                yield Patch(f"m{message.id}", self._message(message), focus=self._leads_to(event))
                if message.answers in self._my_acts()[-1:]:
                    yield self._wire()
            case w.MessageDeleted(message) if message.channel is self.fan.channel:
                yield Patch(f"m{message.id}")
            case w.InteractionChanged(act) if act.user == self.fan.user:
                yield from self._acted(act)
            case w.CommandsSynced():
                yield from (self._log(), self._picker())
            case w.BotConnected() | w.BotDisconnected():
                yield self._status()
            case _:
                pass

    def problem_list(self) -> Patch:
        """Return the problems that the facts or catalogs have."""
        return Patch("problems", self._rendered("problems.html", problems=self.problems))

    def entered(self, command: str, typed: Mapping[str, str]) -> dict[str, Any]:
        """Return what is typed into a command's options as their values."""
        return entered(self._options(command), typed, self.local.world)

    async def suggestions(self, command: str, focused: str, typed: Mapping[str, str]) -> str:
        """Return the list that opens under an option: what the bot suggests, or what the command lists.

        Raises CannotDo if there is no such option.
        """
        option = next((one for one in self._options(command) if one["name"] == focused), None)
        if option is None or focused not in typed:
            raise CannotDo(f"/{command} has no option {focused!r} in which somebody types")
        others = {name: text for name, text in typed.items() if name != focused}
        if not option.get("autocomplete"):
            wanted = typed[focused].strip().casefold()
            known = choices(option, self.local.world, self.view.locale, self._words)
            return self._suggested([one for one in known if wanted in one[0].casefold()])
        try:
            filled = self.entered(command, others)
            return self._suggested(await self.fan.autocomplete(command, focused, typed[focused], **filled))
        except TimeoutError:
            return self._suggested(None)

    def _suggested(self, offered: Sequence[tuple[str, Any]] | None) -> str:
        return self._rendered("suggestions.html", offered=offered)

    def _options(self, command: str) -> list[Json]:
        return [option for offer in self._offers() if offer.name == command for option in offer.options]

    @cached_property
    def _words(self) -> dict[str, str]:
        return words(self.view.locale)

    def _my_acts(self) -> list[Interaction]:
        return [act for act in self.local.world.interactions.values() if act.user == self.fan.user]

    def _rendered(self, template: str, /, **more: Any) -> Markup:
        channel, world = self.fan.channel, self.local.world
        names = {user.id: f"@{user.name}" for user in world.users.values()}
        names |= {place.id: f"#{place.name}" for place in world.channels.values()}
        html = _TEMPLATES.get_template(template).render(
            t=self._words,
            view=self.view,
            me=self.fan.user,
            bot=world.bot,
            here=f"@{world.bot.name}" if channel.kind == 1 else f"#{channel.name}",
            md=Markdown(self.view.locale, names, world.clock.now(), self._words["show_spoiler"]),
            **more,
        )
        return Markup(html)  # noqa: S704  # the templates escape whatever they are given

    def _sees(self, message: Message) -> bool:
        visible = self.local.world.sees(self.fan.user, message) and message.id not in self.dismissed
        return visible and message.channel is self.fan.channel

    def _log(self) -> Patch:
        world = self.local.world
        entries = [(message.id, self._message(message)) for message in world.messages.values() if self._sees(message)]
        entries += [(act.id, self._open_act(act)) for act in world.interactions.values() if self._stands_open(act)]
        html = Markup("").join(entry for _id, entry in sorted(entries))
        return Patch("log", self._rendered("log.html", entries=html, offers=self._offers()))

    def _message(self, message: Message) -> Markup:
        return self._rendered(
            "message.html",
            m=message,
            line=_command_line(message.answers),
            loading=bool(message.flags & w.LOADING),
            loose_files=[] if message.flags & w.COMPONENTS_V2 else _loose_files(message),
            failed=any(act.failed for act in [act for act in self._my_acts() if act.message is message][-1:]),
        )

    def _leads_to(self, event: Event) -> bool:
        """Say whether a new message is what somebody got for pressing a button."""
        act = event.message.answers if isinstance(event, w.MessageCreated) else None
        return act is not None and act.kind != w.COMMAND and act.user == self.fan.user

    def _stands_open(self, act: Interaction) -> bool:
        """Say whether a command still shows that it is on its way, or that nobody answered at all."""
        mine = act.kind == w.COMMAND and act.user == self.fan.user and act.channel is self.fan.channel
        return mine and not act.acknowledged.is_set() and act.id not in self.dismissed

    def _open_act(self, act: Interaction) -> Markup:
        return self._rendered("act.html", act=act, line=_command_line(act))

    def _acted(self, act: Interaction) -> Iterator[Patch]:
        if act.kind == w.COMMAND and act.channel is self.fan.channel:
            yield Patch(f"i{act.id}", self._open_act(act) if self._stands_open(act) else "")
        if act.message is not None and act.state != "waiting":
            ending = self._rendered("ending.html", m=act.message, failed=act.failed)
            yield Patch(f"f{act.message.id}", ending, into=f"m{act.message.id}")
        if act.failed and act.response is not None and self._sees(act.response):
            yield Patch(f"m{act.response.id}", self._message(act.response))
        modal = Answer(act).modal
        if modal is not None:
            yield Patch(f"d{act.id}", self._rendered("modal.html", act=act, modal=modal), into="modals")
        if act.state != "waiting":
            yield self._wire()

    def _status(self) -> Patch:
        return Patch("status", self._rendered("status.html", online=self.local.connected))

    def _picker(self) -> Patch:
        return Patch("picker", self._rendered("picker.html", offers=self._offers()))

    def _offers(self) -> list[Offer]:
        owners = {"1" if PLACES[self.view.place][1] == "user" else "0": ""}
        return offers(self.local.world, self.fan.channel, owners, self.view.locale)

    def _wire(self) -> Patch:
        mine = self._my_acts()
        act = mine[-1] if mine else None
        message = act and (Answer(act).shown or act.response)
        parts = [part for _path, part in c.walk(message.components)] if message else []
        html = self._rendered(
            "wire.html",
            exchanges=[_told(one) for one in self.local.transcript if act and _is_about(one, act)],
            limits=_limits(parts),
            addresses=[(self._label(part), part["custom_id"]) for part in parts if part.get("custom_id")],
        )
        return Patch("wire", html)

    def _label(self, part: Json) -> str:
        return written_on(part) or part.get("placeholder") or self._words["select"]


def _loose_files(message: Message) -> list[Json]:
    """Return the files of a message that has no component to show them."""
    written = (payloads.attachment(file, ephemeral=False) for file in message.files)
    return [file | {"attachment_id": file["id"]} for file in written]


def _command_line(act: Interaction | None) -> tuple[str, str]:
    """Return the name of the command that somebody used, and its options as they were filled in."""
    if act is None or act.kind != w.COMMAND:
        return "", ""
    name: str = act.data["name"]
    filled: list[Json] = act.data.get("options") or []
    while filled and filled[0]["type"] in (1, 2):
        name, filled = f"{name} {filled[0]['name']}", filled[0].get("options") or []
    return name, " ".join(f"{option['name']}: {option['value']}" for option in filled)


def _is_about(exchange: Exchange, act: Interaction) -> bool:
    if exchange.method == "DISPATCH":
        return exchange.path == "INTERACTION_CREATE" and exchange.response["id"] == str(act.id)
    return act.token in exchange.path


def _told(exchange: Exchange) -> Json:
    """Return an exchange as the page tells it: a line, whether the bot spoke, and the JSON of both sides."""
    sides = [("→", exchange.body), ("←", exchange.response)]
    return {
        "from_bot": exchange.method != "DISPATCH",
        "line": _short(exchange),
        "status": exchange.status,
        "sides": [
            (sign, json.dumps(side, indent=2, ensure_ascii=False), len(json.dumps(side).encode()))
            for sign, side in sides
            if side is not None
        ],
    }


def _short(exchange: Exchange) -> str:
    """Name an exchange; of a route's ids and tokens, which nobody reads, the beginning is enough."""
    if exchange.method == "DISPATCH":
        return exchange.path
    route = "/".join(part if len(part) < 17 else f"{part[:3]}…" for part in exchange.path.split("/"))
    return f"{exchange.method} {route}"


def _limits(parts: Sequence[Json]) -> list[tuple[str, int, int]]:
    """Return what of a message Discord limits: the name of its word, how much there is, how much may be."""
    texts = [part["content"] for part in parts if part["type"] == c.TEXT]
    ids: list[str] = [part["custom_id"] for part in parts if part.get("custom_id")]
    return [
        ("count", len(parts), rules.MAX_COMPONENTS),
        ("characters", sum(map(rules.utf16_length, texts)), rules.MAX_TEXT),
        ("longest", max(map(len, ids), default=0), _MAX_CUSTOM_ID),
    ]
