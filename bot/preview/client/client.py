"""A person's Discord client: it types, presses and chooses, and shows the bot's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.preview.client import forms, options
from bot.preview.client.answer import Answer, Choice, button_label
from bot.preview.client.options import ActionUnavailable
from bot.preview.server import components as c
from bot.preview.server import models, payloads, responses
from bot.preview.server.server import LocalServer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.preview.server.models import Context, Guild, IntegrationType, Interaction, Json, Message, User

__all__ = ["ActionUnavailable", "Answer", "Choice", "LocalDiscord", "UserClient"]


class LocalDiscord(LocalServer):
    """The local Discord and the people who use it."""

    def client(
        self,
        name: str,
        *,
        locale: str = "en-US",
        context: Context | Guild = "guild",
        install: IntegrationType = "guild",
    ) -> UserClient:
        """Return the client of the person with this name, in this place and language."""
        return UserClient(self, self.state.user_named(name), locale, context, install)


class UserClient:
    """The client of one person in one channel and one language.

    Every method does only what Discord's client would allow, and raises ActionUnavailable otherwise.
    """

    def __init__(
        self, server: LocalServer, user: User, locale: str, context: Context | Guild, install: IntegrationType
    ) -> None:
        self.user = user
        self.locale = locale
        self.channel = server.state.channel_for(user, context, install)
        self._server = server
        self._state = server.state
        guild = self.channel.guild
        self._integration_owners = {"1": str(user.id)} if install == "user" else {"0": str(guild.id) if guild else "0"}

    async def slash(self, name: str, /, **values: Any) -> Answer:
        """Use a slash command and wait for its content; a subcommand is ``"command subcommand"``."""
        root, *path = name.split() or [""]
        command = self._command(root, options.SLASH)
        filled = options.fill_options(options.leaf_options(command, path), self._option_values(values), self.locale)
        data = self._data(command) | options.resolved_data(self._state, filled, self.channel)
        options.nest_options(data, path, filled)
        return await self._interact(models.COMMAND, data)

    async def autocomplete(self, name: str, option: str, typed: Any, /, **others: Any) -> list[Choice]:
        """Type into an option with autocomplete and return the choices; ``others`` are already filled in.

        Raises TimeoutError if the bot does not answer in time.
        """
        root, *path = name.split() or [""]
        command = self._command(root, options.SLASH)
        known = options.leaf_options(command, path)
        filled = options.fill_options(known, self._option_values(others), self.locale, partial=True)
        focused = [one for one in known if one["name"] == option and one.get("autocomplete")]
        if not focused:
            raise ActionUnavailable(f"/{name} has no option {option!r} with autocomplete")
        filled.append({"name": option, "type": focused[0]["type"], "value": str(typed), "focused": True})
        data = self._data(command)
        options.nest_options(data, path, filled)
        answer = await self._interact(models.AUTOCOMPLETE, data)
        if answer.failed:
            raise TimeoutError("Loading options failed")
        return answer.choices

    async def menu(self, name: str, target: Answer | Message | UserClient | User) -> Answer:
        """Use a context menu command on a message or a person."""
        if isinstance(target, UserClient):
            target = target.user
        if isinstance(target, models.User):
            command = self._command(name, options.USER_MENU)
            return await self._use_menu(command, target.id, options.resolved_users([target], self.channel))
        message = self._visible(target)
        command = self._command(name, options.MESSAGE_MENU)
        return await self._use_menu(command, message.id, {"messages": {str(message.id): payloads.message(message)}})

    async def press(self, on: Answer | Message, button: str) -> Answer:
        """Press the button of a message with this custom id or label."""
        message = self._visible(on)
        buttons = [part for _path, part in c.walk(message.components) if part["type"] == c.BUTTON]
        found = [one for one in buttons if one.get("custom_id") == button] or [
            one for one in buttons if button_label(one) == button
        ]
        if not found:
            labels = [button_label(one) for one in buttons]
            raise ActionUnavailable(f"there is no button {button!r}; there are {labels}")
        if len(found) > 1:
            custom_ids = [one.get("custom_id") for one in found]
            raise ActionUnavailable(f"{button!r} is the label of {len(found)} buttons: {custom_ids}")
        if found[0].get("disabled") or "custom_id" not in found[0]:
            raise ActionUnavailable(f"the button {button!r} is disabled or a link")
        return await self._use_component(message, found[0])

    async def press_raw(self, on: Answer | Message, custom_id: str) -> Answer:
        """Send a press of a button that may not exist, as only a modified client does."""
        return await self._use_component(self._visible(on), {"type": c.BUTTON, "id": 1, "custom_id": custom_id})

    async def choose(self, on: Answer | Message, select: str | None, *choices: str) -> Answer:
        """Choose options by label or value in a select, by its placeholder or custom id (``None``: the only one)."""
        message = self._visible(on)
        selects = [part for _path, part in c.walk(message.components) if part["type"] in c.SELECTS]
        found = [one for one in selects if select is None or select in (one["custom_id"], one.get("placeholder"))]
        if len(found) != 1:
            raise ActionUnavailable(f"{len(found)} of {len(selects)} selects match {select!r}")
        if found[0].get("disabled"):
            raise ActionUnavailable(f"the select {select!r} is disabled")
        return await self._use_component(message, found[0], forms.select_values(found[0], choices))

    async def submit(self, form: Answer, values: Mapping[str, Any]) -> Answer:
        """Fill in a modal, with values by label or custom id, and submit it."""
        if form.modal is None:
            raise ActionUnavailable("no form is open")
        opened = form.interaction
        if opened.user != self.user:
            raise ActionUnavailable("the form is open in somebody else's client")
        data = {"custom_id": form.modal["custom_id"], "components": forms.fill_modal(form.modal, values)}
        return await self._interact(models.MODAL_SUBMIT, data, message=opened.message, trigger=opened)

    def say(self, text: str) -> Message:
        """Send an ordinary message to the channel."""
        now = self._state.clock.now()
        message = models.Message(self._state.next_snowflake(), self.channel, self.user, 0, now, content=text)
        self._state.add_message(message)
        return message

    def _command(self, name: str, kind: int) -> models.Command:
        return options.find_command(self._state, name, [kind], self.channel, self._integration_owners)

    def _data(self, command: models.Command) -> Json:
        data: Json = {"id": str(command.id), "name": command.body["name"], "type": command.body["type"]}
        return data if command.guild_id is None else data | {"guild_id": str(command.guild_id)}

    def _option_values(self, values: Mapping[str, Any]) -> Json:
        return {name: value.user if isinstance(value, UserClient) else value for name, value in values.items()}

    def _visible(self, on: Answer | Message) -> Message:
        message = on.shown if isinstance(on, Answer) else on
        if message is None or not self._state.can_see(self.user, message):
            raise ActionUnavailable(f"{self.user.name} does not see that message")
        return message

    async def _use_menu(self, command: models.Command, target: int, resolved: Json) -> Answer:
        data = self._data(command) | {"target_id": str(target), "resolved": resolved}
        return await self._interact(models.COMMAND, data)

    async def _use_component(self, message: Message, component: Json, values: list[str] | None = None) -> Answer:
        data: Json = {
            "id": component["id"],
            "component_type": component["type"],
            "custom_id": component["custom_id"],
        }
        if values is not None:
            data["values"] = values
        return await self._interact(models.COMPONENT, data, message=message)

    async def _interact(
        self, kind: int, data: Json, *, message: Message | None = None, trigger: Interaction | None = None
    ) -> Answer:
        """Send an interaction and wait for its answer."""
        # A component's interaction happens in the channel of its message, under the same installation.
        origin = trigger or (message.interaction if message else None)
        interaction = models.Interaction(
            id=self._state.next_snowflake(),
            token=models.new_token(),
            kind=kind,
            data=data,
            user=self.user,
            locale=self.locale,
            channel=origin.channel if origin else self.channel,
            integration_owners=origin.integration_owners if origin else self._integration_owners,
            created_at=self._state.clock.now(),
            message=message,
            trigger=trigger,
        )
        self._server.send_interaction(interaction)
        await self._wait_for_answer(interaction)
        return Answer(interaction)

    async def _wait_for_answer(self, interaction: Interaction) -> None:
        clock = self._state.clock
        if not await clock.wait(interaction.acknowledged, self._state.response_deadline):
            self._state.fail(interaction)
            return
        deferred = interaction.callback is not None and interaction.callback["type"] == responses.DEFERRED_MESSAGE
        # After a deferred update nothing more has to come, so that a missing edit is no failure.
        if not await clock.wait(interaction.finished, self._server.answer_timeout) and deferred:
            self._state.fail(interaction)
