"""How interactions reach discord.py: some are intercepted, and some are dispatched as if the gateway had sent them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from discord.state import ConnectionState

if TYPE_CHECKING:
    from collections.abc import Callable

    import discord

if not {"parse_interaction_create", "parse_ready"} <= set(dir(ConnectionState)):
    raise ImportError("this version of discord.py parses events differently: interactions cannot be intercepted")


def intercept_interactions(client: discord.Client, handler: Callable[[dict[str, Any]], bool]) -> None:
    """Give each interaction of the gateway to ``handler`` first; discord.py gets those for which it returns False.

    discord.py is also kept from storing the servers that READY lists, since nothing reads them.
    """
    parsers: dict[str, Callable[[Any], None]] = client._connection.parsers  # pyright: ignore[reportPrivateUsage]
    parse_interaction, parse_ready = parsers["INTERACTION_CREATE"], parsers["READY"]

    def intercept(payload: dict[str, Any]) -> None:
        if not handler(payload):
            parse_interaction(payload)

    parsers["INTERACTION_CREATE"] = intercept
    parsers["READY"] = lambda payload: parse_ready({**payload, "guilds": []})


def dispatch(client: discord.Client, payload: dict[str, Any]) -> None:
    """Give discord.py an interaction. Raises KeyError, TypeError or ValueError if the payload is malformed."""
    client._connection.parse_interaction_create(cast("Any", payload))  # pyright: ignore[reportPrivateUsage]
