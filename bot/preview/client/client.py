"""The local Discord as a whole, and a person at the keyboard, who does only what a person can do."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any, Self

from bot.preview.client import forms
from bot.preview.client import options as o
from bot.preview.client.answer import Answer, Choice, written_on
from bot.preview.client.options import CannotDo
from bot.preview.server import components as c
from bot.preview.server import payloads, responses
from bot.preview.server import state as w
from bot.preview.server.clock import SystemClock
from bot.preview.server.emulator import Emulator
from bot.preview.server.gateway import Limits
from bot.preview.server.transcript import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.preview.server.clock import Clock
    from bot.preview.server.state import Guild, Install, Json, Message, User, Where, World
    from bot.preview.server.transcript import Transcript

__all__ = ["Answer", "CannotDo", "Choice", "Fan", "LocalDiscord"]


class LocalDiscord:
    """A Discord on a port of this computer; use it with ``async with``.

    ``port`` 0 takes any that is free. ``first_answer`` is how many seconds the first response may take,
    and ``patience`` how many a fan waits for more when it brought no content yet. ``shards`` is how many
    the bot is told to have, and ``identify_every`` the seconds that must lie between two of its shards'
    beginnings. ``heartbeat_every`` is how often, in seconds, it is asked for a heartbeat.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        clock: Clock | None = None,
        patience: float = 3.0,
        first_answer: float = w.FIRST_ANSWER,
        privileged_intents: bool = False,
        bot_name: str = "Bot",
        shards: int = 1,
        identify_every: float = 0,
        heartbeat_every: float = 41.25,
    ) -> None:
        self.clock: Clock = clock or SystemClock()
        self.patience = patience
        self.world = w.World(self.clock, bot_name, first_answer)
        self.token = w.new_bot_token(self.world.bot.id)
        """The bot's token, the only one that is accepted."""
        limits = Limits(privileged_intents, shards, identify_every, heartbeat_every)
        self._emulator = Emulator(self.world, self.token, limits, port=port)
        self.deliver: Callable[[w.Interaction], None] = self._emulator.gateway.send_interaction
        """What brings an interaction to the bot: the gateway, unless an endpoint takes its place."""

    async def __aenter__(self) -> Self:
        await self._emulator.start()
        return self

    async def __aexit__(self, *_exception: object) -> None:
        await self._emulator.stop()

    @property
    def url(self) -> str:
        """Scheme, host and port."""
        return self._emulator.url

    @property
    def api_url(self) -> str:
        """What stands in place of ``https://discord.com/api/v10``."""
        return self._emulator.url + "/api/v10"

    @property
    def gateway_url(self) -> str:
        """What stands in place of ``wss://gateway.discord.gg/``."""
        return self._emulator.gateway.url

    @property
    def transcript(self) -> Transcript:
        """What went over the wire."""
        return self._emulator.transcript

    @property
    def connected(self) -> bool:
        """Whether the bot is connected."""
        return self._emulator.gateway.connected

    async def ready(self, timeout: float = 10.0, *, commands: bool = True) -> None:  # noqa: ASYNC109
        """Wait until the bot is connected and, unless ``commands`` is false, has registered commands.

        Raises TimeoutError after that many seconds.
        """
        with self.world.subscribe() as events:
            try:
                async with asyncio.timeout(timeout):
                    while not (self.connected and (not commands or any(self.world.commands.values()))):
                        await anext(events)
            except TimeoutError:
                what = "registered no commands" if self.connected else "did not connect"
                raise TimeoutError(f"the bot {what} within {timeout} s") from None

    def fan(
        self, name: str, *, locale: str = "en-US", where: Where | Guild = "guild", install: Install = "guild"
    ) -> Fan:
        """Return a person of this name, who is the same at every call, in this place and language."""
        return Fan(self, self.world.person(name), locale, where, install)

    def fail(
        self,
        method: str,
        path: str,
        *,
        times: int = 1,
        status: int = 500,
        retry_after: float = 0.05,
        everywhere: bool = False,
    ) -> None:
        """Let the next requests whose path this regular expression finds fail with a status.

        ``retry_after`` (seconds) goes with a 429, which is said of this route alone or of ``everywhere``.
        """
        self._emulator.plan(Fault(method, re.compile(path), times, status, retry_after, everywhere))

    def drop(self, method: str, path: str, *, times: int = 1, obeyed: bool = False) -> None:
        """Let the next requests whose path this regular expression finds end without an answer.

        If ``obeyed`` they are acted upon, and only the answer is lost.
        """
        self._emulator.plan(Fault(method, re.compile(path), times, None, obeyed=obeyed))

    def delay(self, method: str, path: str, seconds: float, *, times: int = 1) -> None:
        """Let the next requests whose path this regular expression finds wait before anything is done with them."""
        self._emulator.plan(Fault(method, re.compile(path), times, 0, obeyed=True, late=seconds))

    async def close_gateway(self, code: int) -> None:
        """Close the bot's websockets with this code; 1006 cuts them off without one."""
        await self._emulator.gateway.close(code)

    def tear_gateway(self) -> None:
        """Let the next message to the bot break off in the middle, and the connection with it."""
        self._emulator.gateway.tear()

    def damage_gateway(self, how: Callable[[bytes], bytes]) -> None:
        """Let the next message to the bot arrive whole and changed in this way, as it goes over the wire."""
        self._emulator.gateway.damage(how)

    def ignore_heartbeats(self, *, ignore: bool = True) -> None:
        """Acknowledge no heartbeats any more, or do so again."""
        self._emulator.gateway.acknowledging = not ignore

    def ask_to_reconnect(self) -> None:
        """Ask the bot to come back on a new connection."""
        self._emulator.gateway.ask_to_reconnect()

    def invalidate_session(self, *, resumable: bool = False) -> None:
        """Tell the bot that its session is over or, if resumable, that it has to resume it."""
        self._emulator.gateway.invalidate(resumable=resumable)

    def send(self, act: w.Interaction) -> None:
        """Bring a person's act to the bot."""
        self.world.open_interaction(act)
        self.deliver(act)

    def take(self, act: w.Interaction, response: bytes) -> None:
        """Take the first response to an act that came in the body of an endpoint's response."""
        self._emulator.take(act, response)


class Fan:
    """A person in one place, who speaks one language; several can be the same ``user``."""

    def __init__(self, discord: LocalDiscord, user: User, locale: str, where: Where | Guild, install: Install) -> None:
        self.user = user
        self.locale = locale
        self.channel = discord.world.place(user, where, install)
        self._discord = discord
        self._world: World = discord.world
        guild = self.channel.guild
        self._owners = {"1": str(user.id)} if install == "user" else {"0": str(guild.id) if guild else "0"}

    async def slash(self, name: str, /, **options: Any) -> Answer:
        """Send a slash command; a subcommand is named ``"command subcommand"``.

        Waits for the content, also if the bot asks for time first. Raises CannotDo if the client would
        not send this.
        """
        root, *path = name.split() or [""]
        command = self._command(root, o.SLASH)
        filled = o.fill(o.leaf(command, path), self._entered(options), self.locale)
        data = self._data(command) | o.resolved(self._world, filled, self.channel)
        o.nest(data, path, filled)
        return await self._done(w.COMMAND, data)

    async def autocomplete(self, name: str, option: str, typed: Any, /, **others: Any) -> list[Choice]:
        """Type into an option that suggests, with others already filled in, and return what is suggested.

        Raises TimeoutError if nothing comes in time.
        """
        root, *path = name.split() or [""]
        command = self._command(root, o.SLASH)
        options = o.leaf(command, path)
        filled = o.fill(options, self._entered(others), self.locale, partly=True)
        focused = [one for one in options if one["name"] == option and one.get("autocomplete")]
        if not focused:
            raise CannotDo(f"/{name} has no option {option!r} that suggests anything")
        filled.append({"name": option, "type": focused[0]["type"], "value": str(typed), "focused": True})
        data = self._data(command)
        o.nest(data, path, filled)
        answer = await self._done(w.AUTOCOMPLETE, data)
        if answer.failed:
            raise TimeoutError("Loading options failed")
        return answer.choices

    async def menu(self, name: str, target: Answer | Message | Fan | User) -> Answer:
        """Use a command of the menu that opens on a message or on a person."""
        if isinstance(target, Fan):
            target = target.user
        if isinstance(target, w.User):
            command = self._command(name, o.USER_MENU)
            there = o.people([target], self.channel)
            return await self._used(command, target.id, there)
        message = self._visible(target)
        command = self._command(name, o.MESSAGE_MENU)
        return await self._used(command, message.id, {"messages": {str(message.id): payloads.message(message)}})

    async def press(self, on: Answer | Message, button: str) -> Answer:
        """Press the button of a message that has this custom id or on which this is written."""
        message = self._visible(on)
        buttons = [part for _path, part in c.walk(message.components) if part["type"] == c.BUTTON]
        found = [one for one in buttons if one.get("custom_id") == button] or [
            one for one in buttons if written_on(one) == button
        ]
        if not found:
            raise CannotDo(f"there is no button {button!r}; there are {[written_on(one) for one in buttons]}")
        if len(found) > 1:
            raise CannotDo(f"{button!r} stands on {len(found)} buttons: {[one.get('custom_id') for one in found]}")
        if found[0].get("disabled") or "custom_id" not in found[0]:
            raise CannotDo(f"the button {button!r} is disabled or a link")
        return await self._pressed(message, found[0])

    async def press_raw(self, on: Answer | Message, custom_id: str) -> Answer:
        """Send a press that no honest client sends: of a button that may not be there."""
        return await self._pressed(self._visible(on), {"type": c.BUTTON, "id": 1, "custom_id": custom_id})

    async def choose(self, on: Answer | Message, select: str | None, *options: str) -> Answer:
        """Choose by label or value, in the menu of this placeholder or custom id (``None``: the only one)."""
        message = self._visible(on)
        selects = [part for _path, part in c.walk(message.components) if part["type"] in c.SELECTS]
        found = [one for one in selects if select is None or select in (one["custom_id"], one.get("placeholder"))]
        if len(found) != 1:
            raise CannotDo(f"there are {len(found)} menus {select!r} of {len(selects)}")
        if found[0].get("disabled"):
            raise CannotDo(f"the menu {select!r} is disabled")
        return await self._pressed(message, found[0], forms.selected(found[0], options))

    async def submit(self, form: Answer, values: Mapping[str, Any]) -> Answer:
        """Fill in and send a modal; the values by label or custom id."""
        if form.modal is None:
            raise CannotDo("no form is open")
        opened = form.interaction
        if opened.user != self.user:
            raise CannotDo("the form is open on somebody else's screen")
        data = {"custom_id": form.modal["custom_id"], "components": forms.filled(form.modal, values)}
        return await self._done(w.MODAL_SUBMIT, data, message=opened.message, trigger=opened)

    def say(self, text: str) -> Message:
        """Write an ordinary message into the channel."""
        now = self._world.clock.now()
        message = w.Message(self._world.snowflake(), self.channel, self.user, 0, now, content=text)
        self._world.add_message(message)
        return message

    def _command(self, name: str, kind: int) -> w.Command:
        return o.find(self._world, name, [kind], self.channel, self._owners)

    def _data(self, command: w.Command) -> Json:
        data: Json = {"id": str(command.id), "name": command.body["name"], "type": command.body["type"]}
        return data if command.guild_id is None else data | {"guild_id": str(command.guild_id)}

    def _entered(self, values: Mapping[str, Any]) -> Json:
        """Return the values of options, with people as users."""
        return {name: value.user if isinstance(value, Fan) else value for name, value in values.items()}

    def _visible(self, on: Answer | Message) -> Message:
        """Return the message that is meant, if this person has it on the screen."""
        message = on.shown if isinstance(on, Answer) else on
        if message is None or not self._world.sees(self.user, message):
            raise CannotDo(f"{self.user.name} does not see that message")
        return message

    async def _used(self, command: w.Command, target: int, there: Json) -> Answer:
        return await self._done(w.COMMAND, self._data(command) | {"target_id": str(target), "resolved": there})

    async def _pressed(self, message: Message, part: Json, values: list[str] | None = None) -> Answer:
        data: Json = {"id": part["id"], "component_type": part["type"], "custom_id": part["custom_id"]}
        if values is not None:
            data["values"] = values
        return await self._done(w.COMPONENT, data, message=message)

    async def _done(
        self, kind: int, data: Json, *, message: Message | None = None, trigger: w.Interaction | None = None
    ) -> Answer:
        """Act, and wait for what comes of it."""
        # What is done on a message happens where the message is, and as the app was authorized for it.
        origin = trigger or (message.answers if message else None)
        act = w.Interaction(
            id=self._world.snowflake(),
            token=w.new_token(),
            kind=kind,
            data=data,
            user=self.user,
            locale=self.locale,
            channel=origin.channel if origin else self.channel,
            owners=origin.owners if origin else self._owners,
            created_at=self._world.clock.now(),
            message=message,
            trigger=trigger,
        )
        self._discord.send(act)
        await self._settled(act)
        return Answer(act)

    async def _settled(self, act: w.Interaction) -> None:
        """Wait for the answer; give up when the client would, or when patience ends."""
        clock = self._world.clock
        if not await clock.wait(act.acknowledged, self._world.first_answer):
            self._world.fail(act)
            return
        promised = act.callback is not None and act.callback["type"] == responses.DEFER
        # Nothing more may come after a press that was only acknowledged: that is no failure.
        if not await clock.wait(act.finished, self._discord.patience) and promised:
            self._world.fail(act)
