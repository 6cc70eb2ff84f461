"""The only module that reaches into discord.py: how interactions come to it, and where their answers go.

On the gateway the bot looks at an interaction before discord.py does, and may answer it then. From elsewhere one is
given to the parser that the gateway would have given it to, and from there on nothing knows how it came. Its first
response is then caught on the way to the callback route and becomes the response to the request, which
spares a request to Discord; what cannot go there (files, a promise to answer later) takes the callback route as ever.
That the names it needs still exist is checked when this module is imported.
"""

from __future__ import annotations

import asyncio
import inspect
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, cast

import orjson
from discord.state import ConnectionState
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

from bot.discordpy.retries import RetryingWebhookAdapter

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.app import FanBot

Answer = asyncio.Future[bytes | None]
"""The first response as JSON, or None when it goes, or will go, through the callback route."""

LATER = (5, 6)
"""Kinds of response that only promise one: what follows them must not overtake them."""

_answer: ContextVar[Answer] = ContextVar("answer")
"""What the interaction that is being worked on waits for; every task that works on it inherits it."""

if not {"parse_interaction_create", "parse_ready"} <= set(dir(ConnectionState)):
    raise ImportError("this discord.py parses events otherwise: interactions cannot be handed to it")
if "params" not in inspect.signature(AsyncWebhookAdapter.create_interaction_response).parameters:
    raise ImportError("this discord.py sends first responses otherwise: they cannot be caught")


def intercept_interactions(bot: FanBot, taken: Callable[[dict[str, Any]], bool]) -> None:
    """Ask ``taken`` of every interaction of the gateway; discord.py gets those for which it says no.

    Of the servers that the bot is in, which Discord lists when it greets the bot, nothing is kept: nobody reads them.
    """
    parsers: dict[str, Callable[[Any], None]] = bot._connection.parsers  # pyright: ignore[reportPrivateUsage]
    interaction, greeting = parsers["INTERACTION_CREATE"], parsers["READY"]

    def look(payload: dict[str, Any]) -> None:
        if not taken(payload):
            interaction(payload)

    parsers["INTERACTION_CREATE"] = look
    parsers["READY"] = lambda payload: greeting({**payload, "guilds": []})


def parse(bot: FanBot, payload: dict[str, Any]) -> None:
    """Give discord.py an interaction. Raises KeyError, TypeError or ValueError when the payload is none."""
    bot._connection.parse_interaction_create(cast("Any", payload))  # pyright: ignore[reportPrivateUsage]


def deliver(bot: FanBot, payload: dict[str, Any]) -> Answer:
    """Hand over an interaction as :func:`parse` does; its first response is what is returned."""
    answer: Answer = asyncio.get_running_loop().create_future()
    _answer.set(answer)
    async_context.set(_ADAPTER)
    parse(bot, payload)
    return answer


class _Catching(RetryingWebhookAdapter):
    """Discord.py's way to interactions, which keeps first responses here."""

    async def create_interaction_response(self, interaction_id: int, token: str, **sent: Any) -> Any:
        """Respond to an interaction; returns what discord.py wants to know of the response."""
        answer = _answer.get()
        payload = sent["params"].payload
        if answer.done() or not payload or payload["type"] in LATER:
            _pass_by(answer)
            return await super().create_interaction_response(interaction_id, token, **sent)
        answer.set_result(orjson.dumps(payload))
        return {"interaction": {"id": interaction_id, "type": payload["type"]}}


_ADAPTER = _Catching()


def _pass_by(answer: Answer) -> None:
    if not answer.done():
        answer.set_result(None)
