"""The local Discord as a server: one state, shown by REST, the gateway and the CDN on one port."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Self

from aiohttp import web

from bot.preview.server import models
from bot.preview.server.clock import SystemClock
from bot.preview.server.faults import Fault, Faults, Hold
from bot.preview.server.gateway import GatewayOptions, LocalGateway
from bot.preview.server.rest import API, RestApi
from bot.preview.server.state import DiscordState
from bot.preview.server.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.preview.server.clock import Clock
    from bot.preview.server.models import Interaction


class LocalServer:
    """A Discord on a port of this computer; use it with ``async with``.

    ``port`` 0 takes any free port. All times are seconds: ``response_deadline`` is how long the first
    response may take, ``answer_timeout`` how long a client then waits for the content of a deferred answer,
    ``identify_interval`` the minimum time between two IDENTIFYs, and ``heartbeat_interval`` what HELLO asks
    for. ``shards`` is the recommended number of shards. Entering raises OSError if the port is taken.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        clock: Clock | None = None,
        answer_timeout: float = 3.0,
        response_deadline: float = models.RESPONSE_DEADLINE,
        privileged_intents: bool = False,
        bot_name: str = "Bot",
        shards: int = 1,
        identify_interval: float = 0,
        heartbeat_interval: float = 41.25,
    ) -> None:
        self.url = ""
        """Scheme, host and port; set when the server listens."""
        self.clock: Clock = clock or SystemClock()
        self.answer_timeout = answer_timeout
        self.state = DiscordState(self.clock, bot_name, response_deadline)
        self.token = models.new_bot_token(self.state.bot.id)
        """The only bot token that is accepted."""
        self.transcript = Transcript()
        self._faults = Faults()
        options = GatewayOptions(privileged_intents, shards, identify_interval, heartbeat_interval)
        self._gateway = LocalGateway(self.state, self.token, self.transcript, options)
        self._rest = RestApi(self.state, self.token, self._gateway, self.transcript, self._faults)
        self._port = port
        self._runner = web.AppRunner(self._rest.application(), access_log=None, shutdown_timeout=1)
        self.deliver: Callable[[Interaction], None] = self._gateway.send_interaction
        """Sends an interaction to the bot: by the gateway, or by what an EndpointDelivery puts here."""

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self._rest.set_base_url(self.url)
        self._gateway.url = self.url.replace("http", "ws") + "/gateway"
        return self

    async def __aexit__(self, *_exception: object) -> None:
        await self._gateway.close(1001)
        await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        """The URL that takes the place of ``https://discord.com/api/v10``."""
        return self.url + API

    @property
    def gateway_url(self) -> str:
        """The URL that takes the place of ``wss://gateway.discord.gg/``."""
        return self._gateway.url

    @property
    def connected(self) -> bool:
        """Whether a shard of the bot is connected."""
        return self._gateway.connected

    async def wait_for_bot(self, timeout: float = 10.0, *, commands: bool = True) -> None:  # noqa: ASYNC109
        """Wait until the bot is connected and, unless ``commands`` is false, has registered commands.

        Raises TimeoutError after ``timeout`` seconds.
        """
        with self.state.subscribe() as events:
            try:
                async with asyncio.timeout(timeout):
                    while not (self.connected and (not commands or any(self.state.commands.values()))):
                        await anext(events)
            except TimeoutError:
                problem = "registered no commands" if self.connected else "did not connect"
                raise TimeoutError(f"the bot {problem} within {timeout} s") from None

    def send_interaction(self, interaction: Interaction) -> None:
        """Store an interaction and send it to the bot."""
        self.state.open_interaction(interaction)
        self.deliver(interaction)

    def accept_response(self, interaction: Interaction, response: bytes) -> None:
        """Handle a first response that came in the body of an endpoint's HTTP response."""
        self._rest.accept_response(interaction, response)

    def fail_requests(
        self,
        method: str,
        path: str,
        *,
        times: int = 1,
        status: int = 500,
        retry_after: float = 0.05,
        global_limit: bool = False,
    ) -> None:
        """Answer the next requests whose path matches the regular expression with an error status.

        ``retry_after`` (seconds) and ``global_limit`` describe a 429.
        """
        self._faults.add(Fault(method, re.compile(path), times, status, retry_after, global_limit))

    def drop_requests(self, method: str, path: str, *, times: int = 1, processed: bool = False) -> None:
        """Drop the connection of the next requests whose path matches the regular expression.

        If they are ``processed``, they take effect and only the response is lost.
        """
        self._faults.add(Fault(method, re.compile(path), times, None, processed=processed))

    def delay_requests(self, method: str, path: str, seconds: float, *, times: int = 1) -> None:
        """Delay the next requests whose path matches the regular expression."""
        self._faults.add(Fault(method, re.compile(path), times, 0, processed=True, delay=seconds))

    def hold_requests(self, method: str, path: str, *, times: int = 1) -> Hold:
        """Keep the next requests whose path matches the regular expression waiting until they are released."""
        hold = Hold()
        self._faults.add(Fault(method, re.compile(path), times, 0, processed=True, hold=hold))
        return hold

    async def close_gateway(self, code: int) -> None:
        """Close the bot's websockets with this code; 1006 drops them without a closing handshake."""
        await self._gateway.close(code)

    def truncate_next_message(self) -> None:
        """Break the connection in the middle of the next gateway message."""
        self._gateway.truncate_next_message()

    def corrupt_next_message(self, corrupt: Callable[[bytes], bytes]) -> None:
        """Change the bytes of the next compressed gateway message with this function."""
        self._gateway.corrupt_next_message(corrupt)

    def ignore_heartbeats(self, *, ignore: bool = True) -> None:
        """Stop acknowledging heartbeats, or start again."""
        self._gateway.acknowledges_heartbeats = not ignore

    def request_reconnect(self) -> None:
        """Send RECONNECT to the bot."""
        self._gateway.request_reconnect()

    def invalidate_session(self, *, resumable: bool = False) -> None:
        """Send INVALID SESSION to the bot."""
        self._gateway.invalidate_sessions(resumable=resumable)
