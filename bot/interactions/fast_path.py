"""Answers that need no more than Discord's payload: read from it, and written as the bytes that Discord is sent.

They are the answers of the ordinary path, which goes through discord.py, without the objects that it builds on the way.
Whatever is out of the ordinary (a name that nothing has, a picture that is still to be drawn, anything that fails) is
left to that path.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from bot.cards.commands import COMMANDS, pressed
from bot.interactions.callback_client import EPHEMERAL, Body, ResponseKind
from bot.pictures.cache import PictureState

if TYPE_CHECKING:
    from bot.cards.address import Address
    from bot.cards.reader import Reader
    from bot.interactions.responder import InteractionResponder

CHAT_INPUT = 1
"""Discord's kind of command that is typed."""


class Ready(NamedTuple):
    """An answer, and what the log calls it."""

    body: Body
    command: str
    outcome: str


def ready(responder: InteractionResponder, payload: dict[str, Any]) -> Ready | None:
    """The answer to an interaction, unless that is the ordinary path's."""
    try:
        kind = _KINDS.get(payload["type"])
        return kind(responder, payload) if kind else None
    except Exception:  # noqa: BLE001 - the ordinary path meets the same, and tells the fan and the log
        return None


def _command(responder: InteractionResponder, payload: dict[str, Any]) -> Ready | None:
    data = payload["data"]
    if data["type"] != CHAT_INPUT:
        return None
    name = data["name"]
    command = COMMANDS[name]
    given = {option["name"]: option["value"] for option in data.get("options", ())}
    reader = responder.reader(payload["locale"])
    address = command.address(reader, given.get(command.option, ""))
    return _card(
        responder,
        payload,
        reader,
        address,
        ResponseKind.EPHEMERAL if given.get("private") else ResponseKind.MESSAGE,
        name,
    )


def _press(responder: InteractionResponder, payload: dict[str, Any]) -> Ready | None:
    data = payload["data"]
    address = pressed(data["custom_id"], data.get("values", ()))
    way = ResponseKind.UPDATE if _is_own(payload) else ResponseKind.EPHEMERAL
    return _card(responder, payload, responder.reader(payload["locale"]), address, way, "component")


def _is_own(payload: dict[str, Any]) -> bool:
    """Whether the message that was pressed answers the very person who pressed."""
    message = payload["message"]
    user = payload["member"]["user"] if "member" in payload else payload["user"]
    asked_by = message.get("interaction_metadata")
    return bool(message["flags"] & EPHEMERAL or (asked_by and asked_by["user"]["id"] == user["id"]))


def _card(
    responder: InteractionResponder,
    payload: dict[str, Any],
    reader: Reader,
    address: Address,
    way: ResponseKind,
    command: str,
) -> Ready | None:
    card, drawn, file = responder.written(reader, address, payload["attachment_size_limit"])
    if card.picture and drawn is PictureState.PENDING:
        return None
    return Ready(Body.of_card(way, card.components, file), command, "answered")


def _suggestions(responder: InteractionResponder, payload: dict[str, Any]) -> Ready | None:
    data = payload["data"]
    typed = next(option for option in data["options"] if option.get("focused"))
    if typed["name"] != COMMANDS[data["name"]].option:
        return None
    return Ready(suggested(responder.reader(payload["locale"]), data["name"], typed["value"]), data["name"], "offered")


@lru_cache(maxsize=1000)
def suggested(reader: Reader, command: str, typed: str) -> Body:
    """What is suggested while a fan types; many type the same."""
    choices = [offer._asdict() for offer in COMMANDS[command].offers(reader, typed)]
    return Body.of_json(orjson.dumps({"type": 8, "data": {"choices": choices}}))


_KINDS = {2: _command, 3: _press, 4: _suggestions}
"""By Discord's kinds of interaction: a command, a press on a button or a select, suggestions wanted."""
