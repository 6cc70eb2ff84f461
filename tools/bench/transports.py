"""What an answer costs over each transport: the gateway, and HTTP with one or two copies behind the load balancer.

Only what copies of the bot spend is counted, not the balancer nor those who ask. A process that sleeps between two
answers finds its caches cold and needs more of a core for each, whoever its neighbours are: two to three times as much
at 200 answers a second as without a pause. So one copy and two are compared at the same rate *each*, in turns, by
askers that make as little ado as can be: bytes that were signed before, over open connections.
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import orjson

from bot.preview.client.client import LocalDiscord
from bot.preview.server import models, payloads
from bot.preview.server.endpoint import EndpointDelivery
from tests.ports import haproxy_program
from tools.bench.processes import Copy, Process, balanced

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

AT_ONCE = 16
"""Questions that are open at a time, for each copy of the bot."""
RATE = 250
"""Answers a second of each copy, where it is given time to breathe; a fast bot is then idle for most of it."""
CORE_MONTH = 5.0
"""Dollars for a rented core and a month, as small machines cost in 2026."""
A_DAY, PEAK = 100, 10
"""Questions of a lively server in a day, and how many times the average the worst minute has."""


@dataclass
class Transport:
    """One way to reach the bot; ``paced`` and ``flat_out`` are microseconds of CPU for each answer, by round."""

    name: str
    copies: list[Process]
    asker: Callable[[int], Awaitable[Callable[[], Awaitable[object]]]]
    """Prepares a number of questions; gives what asks one of them."""
    paced: list[float] = field(default_factory=list)
    flat_out: list[float] = field(default_factory=list)

    def processor_seconds(self) -> float:
        """Return the seconds of a core that all copies have used."""
        return sum(copy.processor_seconds() for copy in self.copies)

    async def measure(self, calls: int) -> None:
        """One round."""
        number = calls * len(self.copies)
        self.paced.append(await self._asked(number, RATE * len(self.copies)))
        self.flat_out.append(await self._asked(number * 4, None))  # or it would be over in a tenth of a second

    async def _asked(self, number: int, rate: float | None) -> float:
        """Microseconds of a core that the copies spent on each of so many answers."""
        ask = await self.asker(number)
        before, began = self.processor_seconds(), time.perf_counter()
        left = iter(range(number))

        async def fan() -> None:
            for turn in left:
                if rate and (early := began + turn / rate - time.perf_counter()) > 0:
                    await asyncio.sleep(early)
                await ask()

        await asyncio.gather(*(fan() for _ in range(AT_ONCE * len(self.copies))))
        return (self.processor_seconds() - before) / number * 1e6


class Connection(asyncio.Protocol):
    """A connection to the endpoint that sends requests as they are and looks at answers no closer than it has to."""

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Keep the connection."""
        self._transport = transport
        self._read = bytearray()

    def ask(self, request: bytes) -> asyncio.Future[None]:
        """Send a request; the future is done when it is answered."""
        self._answered = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._answered

    def close(self) -> None:
        """Close the connection."""
        self._transport.close()

    def data_received(self, data: bytes) -> None:
        """Note the end of a response."""
        self._read += data
        head, end, body = self._read.partition(b"\r\n\r\n")
        if end and len(body) >= int(head.lower().partition(b"content-length: ")[2].partition(b"\r")[0]):
            assert head.startswith(b"HTTP/1.1 200 "), bytes(self._read)
            self._read.clear()
            self._answered.set_result(None)

    def connection_lost(self, problem: Exception | None) -> None:
        """Fail the request that is under way."""
        if not self._answered.done():
            self._answered.set_exception(problem or ConnectionResetError())


def over_http(
    discord: LocalDiscord, post: EndpointDelivery, *ports: int
) -> Callable[[int], Awaitable[Callable[[], object]]]:
    """Ask at these ports by turns."""
    idle: dict[int, list[Connection]] = {port: [] for port in ports}

    async def asker(number: int) -> Callable[[], Awaitable[None]]:
        for lines in idle.values():
            while lines:  # of the round before; they may have been closed meanwhile
                lines.pop().close()
        turns = itertools.cycle(ports)
        requests = iter([_request(discord, post) for _ in range(number)])

        async def ask() -> None:
            lines = idle[port := next(turns)]
            if not lines:
                _, line = await asyncio.get_running_loop().create_connection(Connection, "127.0.0.1", port)
                lines.append(line)
            line = lines.pop()
            await line.ask(next(requests))
            lines.append(line)

        return ask

    return asker


def _request(discord: LocalDiscord, post: EndpointDelivery) -> bytes:
    """Somebody asks ``/cast``, signed."""
    fan = discord.client("Ann")
    act = models.Interaction(
        id=discord.state.next_snowflake(),
        token=models.new_token(),
        kind=models.COMMAND,
        data={"id": "1", "name": "cast", "type": 1},
        user=fan.user,
        locale=fan.locale,
        channel=fan.channel,
        integration_owners={"0": str(discord.state.home_guild.id)},
        created_at=discord.clock.now(),
    )
    body = orjson.dumps(payloads.interaction(act, discord.state))
    head = "".join(f"{name}: {value}\r\n" for name, value in post.signed_headers(body).items())
    return f"POST /interactions HTTP/1.1\r\nHost: bot\r\n{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


async def transports(rounds: int, calls: int, print_progress: Callable[[str], None]) -> str:
    """Measure them all; returns a table and what follows from it."""
    async with AsyncExitStack() as stack:
        transports = await _opened(stack)
        for transport in transports:
            await transport.measure(calls)  # warms up
            transport.paced, transport.flat_out = [], []
        for number in range(rounds):
            for transport in transports[:: 1 if number % 2 else -1]:
                await transport.measure(calls)
            print_progress(f"transports {number + 1} of {rounds}")
    return "\n\n".join(["\n".join(_table(transports)), *_conclusions(transports)])


async def _opened(stack: AsyncExitStack) -> list[Transport]:
    """Every transport, with processes of its own."""
    heard = await stack.enter_async_context(LocalDiscord())
    gateway = await stack.enter_async_context(Process(heard, "bot"))
    await heard.wait_for_bot(30)
    fan = heard.client("Ann")

    async def at_gateway(_number: int) -> Callable[[], Awaitable[object]]:
        return lambda: fan.slash("cast")

    discord = await stack.enter_async_context(LocalDiscord())
    post = await stack.enter_async_context(EndpointDelivery(discord))
    one, two, three = [await stack.enter_async_context(Copy(discord)) for _ in range(3)]
    found = [
        Transport("gateway, one process", [gateway], at_gateway),
        Transport("HTTP, one copy", [one], over_http(discord, post, one.port)),
    ]
    if haproxy_program():
        first, second, third = [await stack.enter_async_context(balanced(copy)) for copy in (one, two, three)]
        both = await stack.enter_async_context(balanced(two, three))
        found += [
            Transport("HTTP, one copy behind haproxy", [one], over_http(discord, post, first)),
            Transport(
                "HTTP, two copies, each behind one of its own", [two, three], over_http(discord, post, second, third)
            ),
            Transport("HTTP, two copies behind haproxy", [two, three], over_http(discord, post, both)),
        ]
    return found


def _table(transports: Sequence[Transport]) -> list[str]:
    heads = "flat out: CPU of an answer, ms", "answers a second of a core", f"{RATE} a second each: CPU, ms"
    lines = [f"| | {' | '.join(heads)} | a million answers, core hours |", "|---|---|---|---|---|"]
    for transport in transports:
        busy, calm = statistics.median(transport.flat_out), statistics.median(transport.paced)
        lines.append(
            f"| {transport.name} | {busy / 1000:.2f} | {1e6 / busy:,.0f} | {calm / 1000:.2f} "
            f"| {busy / 3600:.2f} to {calm / 3600:.2f} |"
        )
    return lines


def _conclusions(transports: Sequence[Transport]) -> list[str]:
    """What two copies cost beside one, what a million answers cost, and what one small machine is good for."""
    said: list[str] = []
    if len(transports) == 5:
        _gateway, _direct, one, apart, two = transports
        calm, busy = _ratio(one.paced, two.paced), _ratio(one.flat_out, two.flat_out)
        apart_busy = _ratio(apart.flat_out, two.flat_out)
        said.append(
            f"Two copies behind haproxy spend {calm} times one copy's CPU on an answer when each is asked {RATE} times "
            f"a second. Flat out, when copies, balancer and askers fight for the cores, they spend {apart_busy} times "
            f"what the same copies spend behind a balancer each, and {busy} times what one copy spends that has more "
            f"of the machine to itself. (Medians of {len(two.paced)} paired rounds, with quartiles.)"
        )
    worst = max(statistics.median(transport.paced) for transport in transports[:2])
    core_hour = CORE_MONTH / 730
    said.append(
        f"A million answers are at most {worst / 3600:.2f} hours of one core: "
        f"{worst / 3600 * core_hour * 100:.1f} cents where a core costs {CORE_MONTH:.0f} dollars a month."
    )
    a_second = min(1e6 / statistics.median(transport.flat_out) for transport in transports[:2]) / 2
    servers = a_second / (A_DAY * PEAK / 86400)
    said.append(
        f"One core, half of it in use, gives {a_second:,.0f} answers a second. If a server asks {A_DAY} times a day, "
        f"and {PEAK} times as often in the worst minute, that is enough for {round(servers, -4):,.0f} servers."
    )
    return said


def _ratio(one: Sequence[float], two: Sequence[float]) -> str:
    """The median of paired rounds, and its quartiles."""
    low, middle, high = statistics.quantiles((b / a for a, b in zip(one, two, strict=True)), n=4)
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"
