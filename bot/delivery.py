"""The only module that reaches into discord.py: interactions from elsewhere than the gateway, and their answers.

An interaction is given to the parser that the gateway would have given it to, and from there on nothing knows how it
came. Its first response is then caught on the way to the callback route and becomes the response to the request, which
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

from bot.steady import SteadyAdapter
from bot.ui.express import Express, body

if TYPE_CHECKING:
    from bot.app import FanBot, Interaction
    from bot.ui.express import File, Way

Answer = asyncio.Future[bytes | None]
"""The first response as JSON, or None when it goes, or will go, through the callback route."""

LATER = (5, 6)
"""Kinds of response that only promise one: what follows them must not overtake them."""

_answer: ContextVar[Answer] = ContextVar("answer")
"""What the interaction that is being worked on waits for; every task that works on it inherits it."""

if not hasattr(ConnectionState, "parse_interaction_create"):
    raise ImportError("this discord.py has no ConnectionState.parse_interaction_create, which takes interactions")
if "params" not in inspect.signature(AsyncWebhookAdapter.create_interaction_response).parameters:
    raise ImportError("this discord.py sends first responses otherwise: they cannot be caught")


def deliver(bot: FanBot, payload: dict[str, Any]) -> Answer:
    """Hand over an interaction as though it had come from the gateway.

    Raises KeyError, TypeError or ValueError when the payload is none.
    """
    answer: Answer = asyncio.get_running_loop().create_future()
    _answer.set(answer)
    async_context.set(_ADAPTER)
    bot._connection.parse_interaction_create(cast("Any", payload))  # pyright: ignore[reportPrivateUsage]
    return answer


class _Catching(SteadyAdapter):
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


class CaughtExpress(Express):
    """The short way for written cards, into the response."""

    async def sent(self, interaction: Interaction, way: Way, components: bytes, file: File | None = None) -> bool:
        """Answer an interaction; whether that worked."""
        answer = _answer.get()
        if answer.done() or file:
            _pass_by(answer)
            return await super().sent(interaction, way, components, file)
        answer.set_result(body(way, components, None))
        return True


def _pass_by(answer: Answer) -> None:
    if not answer.done():
        answer.set_result(None)
