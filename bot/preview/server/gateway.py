"""The gateway: sessions over websockets, whose events a dropped connection does not lose."""

from __future__ import annotations

import asyncio
import zlib
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import orjson
import zstandard
from aiohttp import WSMsgType, web

from bot.preview.server import payloads
from bot.preview.server import state as w
from bot.preview.server.transcript import Exchange

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.preview.server.state import Channel, Event, Interaction, Json, Message, World
    from bot.preview.server.transcript import Transcript

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME = 0, 1, 2, 3, 4, 6
RECONNECT, MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 7, 8, 9, 10, 11
"""Opcodes."""
ABNORMAL = 1006
"""The code of a connection that ended without one."""

_LONG_BINARY = b"\x82\x7e"
"""The beginning of a websocket's binary frame whose length is written in two bytes."""
_REPLAYED = 1_000
"""Events that a session remembers for a bot that comes back."""

_GUILDS, _GUILD_MESSAGES, _DIRECT_MESSAGES, _MESSAGE_CONTENT = 1 << 0, 1 << 9, 1 << 12, 1 << 15
_PRIVILEGED = 1 << 1 | 1 << 8 | _MESSAGE_CONTENT
"""Intents that Discord's portal must first allow: members, presences and message content."""
_KNOWN_INTENTS = (1 << 26) - 1


class _Compressor(Protocol):
    def packed(self, payload: bytes) -> bytes: ...


class _Zlib:
    """One zlib stream over the whole connection."""

    def __init__(self) -> None:
        self._stream = zlib.compressobj()

    def packed(self, payload: bytes) -> bytes:
        return self._stream.compress(payload) + self._stream.flush(zlib.Z_SYNC_FLUSH)


class _Zstd:
    """One zstandard frame over the whole connection."""

    def __init__(self) -> None:
        self._stream = zstandard.ZstdCompressor().compressobj()

    def packed(self, payload: bytes) -> bytes:
        return self._stream.compress(payload) + self._stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)


_COMPRESSORS: dict[str, type[_Zlib | _Zstd]] = {"zlib-stream": _Zlib, "zstd-stream": _Zstd}


class Connection:
    """One websocket; whatever is to be sent goes out in the order in which it was handed over."""

    def __init__(
        self, socket: web.WebSocketResponse, compressor: _Compressor | None, transport: asyncio.BaseTransport | None
    ) -> None:
        self.socket = socket
        self.session: Session | None = None
        self.torn = False
        """Whether the next message breaks off in the middle, and the connection with it."""
        self.damage: Callable[[bytes], bytes] | None = None
        """What becomes of the next compressed message on its way."""
        self._transport = transport
        self._closed_here = False
        self._compressor = compressor
        self._outbox: asyncio.Queue[bytes] = asyncio.Queue()

    def send(self, op: int, data: Any = None) -> None:
        """Hand over a message that is not an event."""
        self._outbox.put_nowait(orjson.dumps({"op": op, "d": data, "s": None, "t": None}))

    def send_raw(self, payload: bytes) -> None:
        """Hand over an event that is already written."""
        self._outbox.put_nowait(payload)

    def _tear(self, packed: bytes) -> None:
        """Begin a frame, and end the connection in its middle."""
        self._closed_here = True
        if isinstance(self._transport, asyncio.Transport):
            self._transport.write(_LONG_BINARY + len(packed).to_bytes(2) + packed[: len(packed) // 2])
            self._transport.close()

    @property
    def left(self) -> bool:
        """Whether the bot took its leave, instead of being cut off."""
        return not self._closed_here and self.socket.close_code in (1000, 1001)

    async def close(self, code: int) -> None:
        """End the connection with this code."""
        self._closed_here = True
        if code == ABNORMAL:
            self._cut()
        else:
            await self.socket.close(code=code)

    def _cut(self) -> None:
        """End the connection without a word."""
        self._closed_here = True
        if isinstance(self._transport, asyncio.Transport):
            self._transport.abort()

    async def write(self) -> None:
        """Send what is handed over, until the connection ends."""
        with suppress(ConnectionError):
            while True:
                payload = await self._outbox.get()
                if self._compressor is None:
                    await self.socket.send_str(payload.decode())
                    continue
                packed = self._compressor.packed(payload)
                if self.torn:
                    self._tear(packed)
                    return
                if damage := self.damage:
                    packed, self.damage = damage(packed), None
                await self.socket.send_bytes(packed)


class Session:
    """One shard of the bot, across all the connections it has had since it identified."""

    def __init__(self, shard: tuple[int, int], intents: int) -> None:
        self.id = w.new_token()
        self.shard = shard
        self.intents = intents
        self.connection: Connection | None = None
        self._sequence = 0
        self._sent: deque[tuple[int, bytes]] = deque(maxlen=_REPLAYED)

    def dispatch(self, name: str, data: Json) -> None:
        """Send an event, or keep it until the bot resumes."""
        self._sequence += 1
        payload = orjson.dumps({"op": DISPATCH, "d": data, "s": self._sequence, "t": name})
        self._sent.append((self._sequence, payload))
        if self.connection is not None:
            self.connection.send_raw(payload)

    def resume(self, connection: Connection, seen: int) -> bool:
        """Send again what came after the last event seen; ``False`` if that is no longer known."""
        oldest = self._sent[0][0] if self._sent else 1
        if not oldest - 1 <= seen <= self._sequence:
            return False
        self.connection = connection
        for sequence, payload in self._sent:
            if sequence > seen:
                connection.send_raw(payload)
        return True


@dataclass(slots=True, frozen=True)
class Limits:
    """What the bot may do at the gateway."""

    privileged: bool
    """Whether it may have the privileged intents."""
    shards: int
    """How many it is told to have."""
    identify_every: float
    """Seconds that must lie between two identifies."""
    heartbeat_every: float
    """Seconds between the heartbeats that it is asked for."""


class Gateway:
    """All sessions of the bot, and the events that the store's changes mean to them."""

    def __init__(self, world: World, token: str, transcript: Transcript, limits: Limits) -> None:
        self.url = ""
        """Where a bot is to come back to; known once the server listens."""
        self._world = world
        self._token = token
        self._transcript = transcript
        self._limits = limits
        self.acknowledging = True
        """Whether heartbeats are acknowledged."""
        self._last_identify = 0.0
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        world.listen(self._announced)

    @property
    def connected(self) -> bool:
        """Whether any shard of the bot is connected."""
        return any(session.connection for session in self._sessions.values())

    def send_interaction(self, act: Interaction) -> None:
        """Bring an interaction to the shard that it belongs to."""
        payload = payloads.interaction(act, self._world)
        now = self._world.clock.now()
        self._transcript.add(Exchange(now, "DISPATCH", "INTERACTION_CREATE", None, None, payload))
        for session in self._responsible(act.channel):
            session.dispatch("INTERACTION_CREATE", payload)

    async def close(self, code: int) -> None:
        """Close every connection with this code."""
        for connection in list(self._connections):
            await connection.close(code)

    def ask_to_reconnect(self) -> None:
        """Ask every connected shard to come back on a new connection."""
        for connection in self._connections:
            connection.send(RECONNECT)

    def invalidate(self, *, resumable: bool) -> None:
        """Tell every connected shard that its session is over, or that it may still resume it."""
        for connection in self._connections:
            connection.send(INVALID_SESSION, resumable)
            if not resumable and connection.session is not None:
                self._sessions.pop(connection.session.id, None)

    def tear(self) -> None:
        """Let the next message of every connection break off in the middle."""
        for connection in self._connections:
            connection.torn = True

    def damage(self, how: Callable[[bytes], bytes]) -> None:
        """Let the next compressed message of every connection arrive whole, and not as it was sent."""
        for connection in self._connections:
            connection.damage = how

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Hold one websocket for as long as it lasts."""
        # A bot that hangs is not waited for longer than a second when its connection is closed.
        socket = web.WebSocketResponse(compress=False, timeout=1)
        await socket.prepare(request)
        if request.query.get("v", "10") != "10":
            await socket.close(code=4012, message=b"Invalid API version.")
            return socket
        compressor = _COMPRESSORS.get(request.query.get("compress", ""))
        connection = Connection(socket, compressor and compressor(), request.transport)
        self._connections.add(connection)
        writer = asyncio.create_task(connection.write())
        connection.send(HELLO, {"heartbeat_interval": round(self._limits.heartbeat_every * 1000)})
        try:
            await self._read(connection)
        finally:
            writer.cancel()
            self._connections.discard(connection)
            self._drop(connection)
        return socket

    async def _read(self, connection: Connection) -> None:
        async for frame in connection.socket:
            if frame.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                return
            try:
                received: Json = orjson.loads(frame.data)
                code = self._received(connection, received["op"], received.get("d"))
            except (orjson.JSONDecodeError, KeyError, TypeError):
                code = 4002
            if code is not None:
                await connection.close(code)
                return

    def _received(self, connection: Connection, op: int, data: Any) -> int | None:
        """Act on what the bot sent; return the code to close with if it may not do that."""
        if op == HEARTBEAT:
            if self.acknowledging:
                connection.send(HEARTBEAT_ACK)
            return None
        if op == IDENTIFY:
            return 4005 if connection.session else self._identify(connection, data)
        if op == RESUME:
            return 4005 if connection.session else self._resume(connection, data)
        if op not in (PRESENCE, VOICE, MEMBERS):
            return 4001
        return None if connection.session else 4003

    def _identify(self, connection: Connection, data: Json) -> int | None:
        if data["token"] != self._token:
            return 4004
        shard: list[int] = data.get("shard") or [0, 1]
        if not 0 <= shard[0] < shard[1]:
            return 4010
        intents: int = data["intents"]
        if intents & ~_KNOWN_INTENTS:
            return 4013
        if intents & _PRIVILEGED and not self._limits.privileged:
            return 4014
        now = self._world.clock.now()
        if now < self._last_identify + self._limits.identify_every:
            connection.send(INVALID_SESSION, data=False)
            return None
        self._last_identify = now
        session = connection.session = Session((shard[0], shard[1]), intents)
        session.connection = connection
        for abandoned in [s for s in self._sessions.values() if s.shard == session.shard and not s.connection]:
            del self._sessions[abandoned.id]
        self._sessions[session.id] = session
        self._greet(session)
        self._world.announce(w.BotConnected(shard[0], resumed=False))
        return None

    def _greet(self, session: Session) -> None:
        bot = self._world.bot
        guilds = [g for g in self._world.guilds.values() if g.installed and _on_shard(g.id, session.shard)]
        ready = {
            "v": 10,
            "user": payloads.me(self._world),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.url,
            "shard": list(session.shard),
            "application": {"id": str(bot.id), "flags": 0},
            "private_channels": [],
            "relationships": [],
            "user_settings": {},
            "geo_ordered_rtc_regions": [],
            "_trace": [],
        }
        session.dispatch("READY", ready)
        if session.intents & _GUILDS:
            for guild in guilds:
                session.dispatch("GUILD_CREATE", payloads.guild(guild, bot))

    def _resume(self, connection: Connection, data: Json) -> int | None:
        if data["token"] != self._token:
            return 4004
        session = self._sessions.get(data["session_id"])
        if session is None or not session.resume(connection, data["seq"] or 0):
            connection.send(INVALID_SESSION, data=False)
            return None
        connection.session = session
        session.dispatch("RESUMED", {"_trace": []})
        self._world.announce(w.BotConnected(session.shard[0], resumed=True))
        return None

    def _drop(self, connection: Connection) -> None:
        """Let the session wait for its bot, or end it if the bot took its leave."""
        session = connection.session
        if session is None or session.connection is not connection:
            return
        session.connection = None
        if connection.left:
            self._sessions.pop(session.id, None)
        self._world.announce(w.BotDisconnected(session.shard[0]))

    def _responsible(self, place: Channel) -> list[Session]:
        """Return the sessions of the shard that hears of this channel: the first for those outside of guilds."""
        guild_id = place.guild.id if place.guild else 0
        return [session for session in self._sessions.values() if _on_shard(guild_id, session.shard)]

    def _announced(self, event: Event) -> None:
        match event:
            case w.MessageCreated(message):
                self._tell("MESSAGE_CREATE", message)
            case w.MessageEdited(message):
                self._tell("MESSAGE_UPDATE", message)
            case w.MessageDeleted(message):
                self._tell("MESSAGE_DELETE", message)
            case _:
                pass

    def _tell(self, name: str, message: Message) -> None:
        """Send a message's event to the sessions that asked for such and whose bot is there to see it."""
        place = message.channel
        if place.kind == 3 or (place.guild and not place.guild.installed) or message.flags & w.EPHEMERAL:
            return
        wanted = _GUILD_MESSAGES if place.guild else _DIRECT_MESSAGES
        for session in self._responsible(place):
            if session.intents & wanted:
                session.dispatch(name, self._seen(session, name, message))

    def _seen(self, session: Session, name: str, message: Message) -> Json:
        written: Json = {"id": str(message.id), "channel_id": str(message.channel.id)}
        if name != "MESSAGE_DELETE":
            written = payloads.message(message)
            foreign = message.author != self._world.bot
            if foreign and message.channel.guild and not session.intents & _MESSAGE_CONTENT:
                written |= {"content": "", "embeds": [], "components": [], "attachments": []}
        if message.channel.guild is None:
            return written
        written["guild_id"] = str(message.channel.guild.id)
        if name != "MESSAGE_DELETE":
            written["member"] = payloads.member(message.author)
            del written["member"]["user"]
        return written


def _on_shard(guild_id: int, shard: tuple[int, int]) -> bool:
    """Say whether a guild (0: what is outside of guilds) belongs to this shard."""
    return (guild_id >> 22) % shard[1] == shard[0]
