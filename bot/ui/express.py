"""The short way to Discord for a card that is already written: one request over an open connection.

It answers nothing that the ordinary path of discord.py would not answer with the same bytes. It knows one good outcome,
Discord's ``204 No Content``; at anything else it says that it failed, and the ordinary path, with its retries, takes
over.
"""

from __future__ import annotations

import asyncio
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, cast

import orjson
from discord.http import Route
from yarl import URL

if TYPE_CHECKING:
    from bot.app import Interaction

COMPONENTS_V2 = 1 << 15
EPHEMERAL = 1 << 6
PATIENCE = 2.0
"""Seconds; Discord wants the first response within three, and what is left is the ordinary path's."""
IDLE = 32
"""Open connections that are kept for the next answers."""


class Way(Enum):
    """How an answer reaches its reader: the beginning of the callback's body, up to the components."""

    NEW = b'{"type":4,"data":{"flags":%d,"components":' % COMPONENTS_V2
    PRIVATE = b'{"type":4,"data":{"flags":%d,"components":' % (COMPONENTS_V2 | EPHEMERAL)
    EDIT = b'{"type":7,"data":{"components":'


MENTIONS_NOBODY = b',"allowed_mentions":{"parse":[]}}}'


class File(NamedTuple):
    """A picture that goes along with a card."""

    name: str
    alt: str
    data: bytes


def body(way: Way, components: bytes, file: File | None) -> bytes:
    """What the callback is sent, but for the file itself: that is described here and follows in a part of its own."""
    described = [{"id": 0, "filename": file.name, "description": file.alt}] if file else []
    # An edit always says which files stay: none. Else the picture of the card before would.
    files = b',"attachments":' + orjson.dumps(described) if file or way is Way.EDIT else b""
    return way.value + components + files + MENTIONS_NOBODY


_BOUNDARY = b"card-and-picture-6f1b0c9d2e"
_JSON = b"application/json"
_FORM = b"multipart/form-data; boundary=" + _BOUNDARY
_PART = b'--%b\r\nContent-Disposition: form-data; name="%b"%b\r\nContent-Type: %b\r\n\r\n%b\r\n'


def form(said: bytes, file: File) -> bytes:
    """A body and its file in one."""
    name = b'; filename="%b"' % file.name.encode()
    return b"".join([
        _PART % (_BOUNDARY, b"payload_json", b"", _JSON, said),
        _PART % (_BOUNDARY, b"files[0]", name, b"image/png", file.data),
        b"--%b--\r\n" % _BOUNDARY,
    ])  # fmt: skip


class _Line(asyncio.Protocol):
    """One connection, which carries one request at a time."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self._read = b""
        self._outcome: asyncio.Future[bool] | None = None

    def ask(self, request: bytes) -> asyncio.Future[bool]:
        """Send a request; whether it was answered with 204."""
        self._read = b""
        self._outcome = asyncio.get_running_loop().create_future()
        if self.transport is None or self.transport.is_closing():
            self._outcome.set_result(False)
        else:
            self.transport.write(request)
        return self._outcome

    def close(self) -> None:
        """Hang up."""
        if self.transport:
            self.transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._read += data
        if b"\r\n\r\n" in self._read:
            self._decide(self._read.startswith(b"HTTP/1.1 204 ") and b"connection: close" not in self._read.lower())

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - whatever the reason
        self._decide(good=False)

    def _decide(self, good: bool) -> None:
        if self._outcome and not self._outcome.done():
            self._outcome.set_result(good)


class Express:
    """Keeps connections to Discord for callbacks."""

    def __init__(self, user_agent: str) -> None:
        base = URL(Route.BASE)
        self._host, self._port, self._tls = base.host or "", base.port or 443, base.scheme == "https"
        self._path = base.path
        authority = base.authority
        self._headers = f"Host: {authority}\r\nUser-Agent: {user_agent}\r\n"
        self._idle: list[_Line] = []

    async def sent(self, interaction: Interaction, way: Way, components: bytes, file: File | None = None) -> bool:
        """Answer an interaction; whether Discord took the answer."""
        content, kind = body(way, components, file), _JSON
        if file:
            content, kind = form(content, file), _FORM
        head = (
            f"POST {self._path}/interactions/{interaction.id}/{interaction.token}/callback HTTP/1.1\r\n"
            f"{self._headers}Content-Type: {kind.decode()}\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        line: _Line | None = None
        good = False
        try:
            async with asyncio.timeout(PATIENCE):
                line = await self._line()
                good = await line.ask(head.encode() + content)
        except (OSError, TimeoutError):
            pass
        finally:
            if line and good and len(self._idle) < IDLE:
                self._idle.append(line)
            elif line:
                line.close()
        return good

    async def _line(self) -> _Line:
        """An open connection, a new one where none is idle."""
        while self._idle:
            line = self._idle.pop()
            if line.transport and not line.transport.is_closing():
                return line
        loop = asyncio.get_running_loop()
        _transport, line = await loop.create_connection(_Line, self._host, self._port, ssl=self._tls or None)
        return line

    async def close(self) -> None:
        """Hang up everywhere."""
        while self._idle:
            self._idle.pop().close()
