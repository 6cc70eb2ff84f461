"""The short way to Discord for an answer that is already bytes: one request over an open connection.

It knows one good outcome, Discord's ``204 No Content``; at anything else it says that it failed, and the ordinary path
of discord.py, with its retries, takes over.
"""

from __future__ import annotations

import asyncio
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, cast
from urllib.parse import quote

import orjson
from discord.http import Route
from yarl import URL

if TYPE_CHECKING:
    from collections.abc import Sequence

COMPONENTS_V2 = 1 << 15
EPHEMERAL = 1 << 6
PATIENCE = 2.0
"""Seconds; Discord wants the first response within three, and what is left is the ordinary path's."""
IDLE = 100
"""Open connections that are kept for the next answers."""


class ResponseKind(Enum):
    """How a card reaches its reader: the beginning of the callback's body, up to the components."""

    MESSAGE = b'{"type":4,"data":{"flags":%d,"components":' % COMPONENTS_V2
    EPHEMERAL = b'{"type":4,"data":{"flags":%d,"components":' % (COMPONENTS_V2 | EPHEMERAL)
    UPDATE = b'{"type":7,"data":{"flags":%d,"components":' % COMPONENTS_V2


MENTIONS_NOBODY = b',"allowed_mentions":{"parse":[]}}}'
_BOUNDARY = b"card-and-picture-6f1b0c9d2e"
JSON = b"application/json"
_FORM = b"multipart/form-data; boundary=" + _BOUNDARY
_PART = b'--%b\r\nContent-Disposition: form-data; name="%b"%b\r\nContent-Type: %b\r\n\r\n'


class File(NamedTuple):
    """A picture that goes along with a card."""

    name: str
    alt: str
    data: bytes


class Body(NamedTuple):
    """What a callback is sent; in parts, so that no picture is copied."""

    kind: bytes
    """The media type."""
    parts: tuple[bytes, ...]

    @classmethod
    def of_json(cls, content: bytes) -> Body:
        """A body without files."""
        return cls(JSON, (content,))

    @classmethod
    def of_card(cls, way: ResponseKind, components: bytes, file: File | None) -> Body:
        """A card, given as the JSON list of its components, and its picture."""
        described = [{"id": 0, "filename": file.name, "description": file.alt}] if file else []
        # An edit always says which files stay: none. Else the picture of the card before would.
        files = b',"attachments":' + orjson.dumps(described) if file or way is ResponseKind.UPDATE else b""
        said = way.value + components + files + MENTIONS_NOBODY
        if file is None:
            return cls.of_json(said)
        before = _PART % (_BOUNDARY, b"payload_json", b"", JSON) + said + b"\r\n"
        before += _PART % (_BOUNDARY, b"files[0]", b'; filename="%b"' % file.name.encode(), b"image/png")
        return cls(_FORM, (before, file.data, b"\r\n--%b--\r\n" % _BOUNDARY))


class _Line(asyncio.Protocol):
    """One connection, which carries one request at a time."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._read = b""
        self._outcome: asyncio.Future[bool] | None = None
        self._timer: asyncio.TimerHandle | None = None

    @property
    def is_open(self) -> bool:
        """Whether it can be asked."""
        return self._transport is not None and not self._transport.is_closing()

    def ask(self, request: Sequence[bytes]) -> asyncio.Future[bool]:
        """Send a request; whether it was answered with 204 in time."""
        self._read = b""
        outcome = self._outcome = self._loop.create_future()
        self._timer = self._loop.call_later(PATIENCE, self._decide, False)
        if self._transport is None or self._transport.is_closing():
            self._decide(good=False)
        else:
            self._transport.writelines(request)
        return outcome

    def close(self) -> None:
        """Hang up."""
        if self._transport:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._read += data
        if b"\r\n\r\n" in self._read:
            self._decide(self._read.startswith(b"HTTP/1.1 204 ") and b"connection: close" not in self._read.lower())

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - whatever the reason
        self._decide(good=False)

    def _decide(self, good: bool) -> None:
        if self._timer:
            self._timer.cancel()
        if self._outcome and not self._outcome.done():
            self._outcome.set_result(good)


class CallbackClient:
    """Keeps connections to Discord for callbacks."""

    def __init__(self, user_agent: str) -> None:
        base = URL(Route.BASE)
        self._host, self._port, self._tls = base.host or "", base.port or 443, base.scheme == "https"
        self._path = base.path
        self._headers = f"Host: {base.authority}\r\nUser-Agent: {user_agent}\r\n"
        self._idle: list[_Line] = []
        self.sending: set[asyncio.Future[bool]] = set()
        """The answers on their way."""

    def send(self, interaction: str, token: str, body: Body) -> asyncio.Future[bool]:
        """Answer an interaction; whether Discord took the answer. At once, where a connection is open."""
        whom = f"{quote(interaction, safe='')}/{quote(token, safe='')}"
        head = (
            f"POST {self._path}/interactions/{whom}/callback HTTP/1.1\r\n{self._headers}"
            f"Content-Type: {body.kind.decode()}\r\nContent-Length: {sum(map(len, body.parts))}\r\n\r\n"
        )
        request = (head.encode(), *body.parts)
        line = self._line()
        sent = self._asked(line, request) if line else asyncio.ensure_future(self._connected(request))
        self.sending.add(sent)
        sent.add_done_callback(self.sending.discard)
        return sent

    async def close(self) -> None:
        """Hang up everywhere."""
        while self._idle:
            self._idle.pop().close()

    def _line(self) -> _Line | None:
        """An open connection that is not in use."""
        while self._idle:
            line = self._idle.pop()
            if line.is_open:
                return line
        return None

    async def _connected(self, request: Sequence[bytes]) -> bool:
        """Ask over a new connection."""
        try:
            async with asyncio.timeout(PATIENCE):
                connect = asyncio.get_running_loop().create_connection
                _transport, line = await connect(_Line, self._host, self._port, ssl=self._tls or None)
                return await self._asked(line, request)
        except (OSError, TimeoutError):
            return False

    def _asked(self, line: _Line, request: Sequence[bytes]) -> asyncio.Future[bool]:
        asked = line.ask(request)
        asked.add_done_callback(lambda outcome: self._keep(line, outcome))
        return asked

    def _keep(self, line: _Line, outcome: asyncio.Future[bool]) -> None:
        """Put a connection by for the next answer, unless something was wrong with it."""
        if not outcome.cancelled() and outcome.result() and len(self._idle) < IDLE:
            self._idle.append(line)
        else:
            line.close()
