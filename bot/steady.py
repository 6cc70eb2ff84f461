"""Answers that survive a broken connection: discord.py gives up on most of them, this tries once more."""

from __future__ import annotations

from typing import Any

import aiohttp
from discord.webhook.async_ import AsyncWebhookAdapter, async_context


class SteadyAdapter(AsyncWebhookAdapter):
    """Discord.py's way to interactions, which opens a new connection when the one at hand breaks."""

    async def create_interaction_response(self, interaction_id: int, token: str, **sent: Any) -> Any:
        """Respond to an interaction; if Discord had heard it already, it says so with an error of its own."""
        try:
            return await super().create_interaction_response(interaction_id, token, **sent)
        except aiohttp.ClientConnectionError:
            return await super().create_interaction_response(interaction_id, token, **sent)


def steady() -> None:
    """Let this task, and those that it starts, respond to interactions that way."""
    async_context.set(SteadyAdapter())
