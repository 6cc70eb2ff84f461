"""The local gateway: sessions that survive dropped websockets and replay missed events."""

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

from bot.preview.server import events, models, payloads
from bot.preview.server.transcript import Exchange

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.preview.server.events import Event
    from bot.preview.server.models import Channel, Interaction, Json, Message
    from bot.preview.server.state import DiscordState
    from bot.preview.server.transcript import Transcript

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE_UPDATE, VOICE_STATE_UPDATE, RESUME = 0, 1, 2, 3, 4, 6
RECONNECT, REQUEST_GUILD_MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 7, 8, 9, 10, 11
"""Opcodes."""
ABNORMAL_CLOSURE = 1006
"""The close code of a connection that was dropped without a closing handshake."""

HEARTBEAT_ACK_DELAY = 0.05
"""Seconds from a heartbeat to its acknowledgement, like a round trip to Discord.

discord.py notes when it has sent a heartbeat only after the send has returned. An acknowledgement that is
faster is measured from the heartbeat before, and logged as a gateway that cannot keep up.
"""
_BINARY_FRAME = b"\x82\x7e"
"""The start of a binary websocket frame with a two-byte length."""
_REPLAY_LIMIT = 1_000
"""Events that a session keeps for a resuming bot."""

_GUILDS, _GUILD_MESSAGES, _DIRECT_MESSAGES, _MESSAGE_CONTENT = 1 << 0, 1 << 9, 1 << 12, 1 << 15
_PRIVILEGED = 1 << 1 | 1 << 8 | _MESSAGE_CONTENT
"""Intents that must be enabled in the developer portal: members, presences and message content."""
_KNOWN_INTENTS = (1 << 26) - 1


class _Compressor(Protocol):
    def compress(self, payload: bytes) -> bytes: ...


class _Zlib:
    """One zlib stream over the whole connection."""

    def __init__(self) -> None:
        self._stream = zlib.compressobj()

    def compress(self, payload: bytes) -> bytes:
        return self._stream.compress(payload) + self._stream.flush(zlib.Z_SYNC_FLUSH)


class _Zstd:
    """One zstandard frame over the whole connection."""

    def __init__(self) -> None:
        self._stream = zstandard.ZstdCompressor().compressobj()

    def compress(self, payload: bytes) -> bytes:
        return self._stream.compress(payload) + self._stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)


_COMPRESSORS: dict[str, type[_Zlib | _Zstd]] = {"zlib-stream": _Zlib, "zstd-stream": _Zstd}


class Connection:
    """One websocket. Messages are sent in the order in which they were queued."""

    def __init__(
        self, socket: web.WebSocketResponse, compressor: _Compressor | None, transport: asyncio.BaseTransport | None
    ) -> None:
        self.socket = socket
        self.session: Session | None = None
        self.truncate_next = False
        """Whether the connection breaks in the middle of the next message."""
        self.corrupt_next: Callable[[bytes], bytes] | None = None
        """Changes the next compressed message."""
        self._transport = transport
        self.close_code: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        """The code with which this side closes the connection, once it is known."""
        self.ended = asyncio.Event()
        self._closed_here = False
        self._compressor = compressor
        self._outbox: asyncio.Queue[bytes] = asyncio.Queue()

    def send(self, op: int, data: Any = None) -> None:
        """Queue a message that is not an event."""
        self._outbox.put_nowait(orjson.dumps({"op": op, "d": data, "s": None, "t": None}))

    def send_raw(self, payload: bytes) -> None:
        """Queue an event that is already serialized."""
        self._outbox.put_nowait(payload)

    def _truncate(self, packed: bytes) -> None:
        """Send half of a frame, then drop the connection."""
        self._closed_here = True
        if isinstance(self._transport, asyncio.Transport):
            self._transport.write(_BINARY_FRAME + len(packed).to_bytes(2) + packed[: len(packed) // 2])
            self._transport.close()

    @property
    def closed_by_bot(self) -> bool:
        """Whether the bot closed the connection in an orderly way."""
        return not self._closed_here and self.socket.close_code in (1000, 1001)

    async def close(self, code: int) -> None:
        """Close the connection with this code, and wait until it is."""
        if code == ABNORMAL_CLOSURE:
            self._abort()
        else:
            self.refuse(code)
            await self.ended.wait()

    def refuse(self, code: int) -> None:
        """Close the connection with this code soon."""
        self._closed_here = True
        if not self.close_code.done():
            self.close_code.set_result(code)

    def _abort(self) -> None:
        """Drop the connection without a closing handshake."""
        self._closed_here = True
        if isinstance(self._transport, asyncio.Transport):
            self._transport.abort()

    async def write(self) -> None:
        """Send queued messages until the connection ends."""
        with suppress(ConnectionError):
            while True:
                payload = await self._outbox.get()
                if self._compressor is None:
                    await self.socket.send_str(payload.decode())
                    continue
                packed = self._compressor.compress(payload)
                if self.truncate_next:
                    self._truncate(packed)
                    return
                if corrupt := self.corrupt_next:
                    packed, self.corrupt_next = corrupt(packed), None
                await self.socket.send_bytes(packed)


class Session:
    """The session of one shard, over all its connections since it identified."""

    def __init__(self, shard: tuple[int, int], intents: int) -> None:
        self.id = models.new_token()
        self.shard = shard
        self.intents = intents
        self.connection: Connection | None = None
        self._sequence = 0
        self._sent: deque[tuple[int, bytes]] = deque(maxlen=_REPLAY_LIMIT)

    def dispatch(self, name: str, data: Json) -> None:
        """Send an event, and keep it in case the bot resumes."""
        self._sequence += 1
        payload = orjson.dumps({"op": DISPATCH, "d": data, "s": self._sequence, "t": name})
        self._sent.append((self._sequence, payload))
        if self.connection is not None:
            self.connection.send_raw(payload)

    def resume(self, connection: Connection, last_seen: int) -> bool:
        """Replay the events after ``last_seen``; return False if they are no longer stored."""
        oldest = self._sent[0][0] if self._sent else 1
        if not oldest - 1 <= last_seen <= self._sequence:
            return False
        self.connection = connection
        for sequence, payload in self._sent:
            if sequence > last_seen:
                connection.send_raw(payload)
        return True


@dataclass(slots=True, frozen=True)
class GatewayOptions:
    """The settings of a gateway."""

    privileged_intents: bool
    """Whether privileged intents are enabled."""
    shards: int
    """The recommended number of shards."""
    identify_interval: float
    """Minimum seconds between two IDENTIFYs."""
    heartbeat_interval: float
    """Seconds between two heartbeats."""


class LocalGateway:
    """All sessions of the bot. Changes of the state become events for them."""

    def __init__(self, state: DiscordState, token: str, transcript: Transcript, options: GatewayOptions) -> None:
        self.url = ""
        """The URL for connecting and resuming; set when the server listens."""
        self._state = state
        self._token = token
        self._transcript = transcript
        self.options = options
        self.acknowledges_heartbeats = True
        self._last_identify = 0.0
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        state.add_listener(self._on_event)

    @property
    def connected(self) -> bool:
        """Whether any shard of the bot is connected."""
        return any(session.connection for session in self._sessions.values())

    def send_interaction(self, interaction: Interaction) -> None:
        """Send an interaction to the shard that is responsible for its channel."""
        payload = payloads.interaction(interaction, self._state)
        now = self._state.clock.now()
        self._transcript.add(Exchange(now, "DISPATCH", "INTERACTION_CREATE", None, None, payload))
        for session in self._sessions_for(interaction.channel):
            session.dispatch("INTERACTION_CREATE", payload)

    async def close(self, code: int) -> None:
        """Close every connection with this code."""
        for connection in list(self._connections):
            await connection.close(code)

    def request_reconnect(self) -> None:
        """Ask every connected shard to reconnect."""
        for connection in self._connections:
            connection.send(RECONNECT)

    def invalidate_sessions(self, *, resumable: bool) -> None:
        """Tell every connected shard that its session is invalid; a ``resumable`` one may still be resumed."""
        for connection in self._connections:
            connection.send(INVALID_SESSION, resumable)
            if not resumable and connection.session is not None:
                self._sessions.pop(connection.session.id, None)

    def truncate_next_message(self) -> None:
        """Break every connection in the middle of its next message."""
        for connection in self._connections:
            connection.truncate_next = True

    def corrupt_next_message(self, corrupt: Callable[[bytes], bytes]) -> None:
        """Change the next compressed message of every connection."""
        for connection in self._connections:
            connection.corrupt_next = corrupt

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one websocket until it closes."""
        # Do not wait longer than a second for the closing handshake of a bot that hangs.
        socket = web.WebSocketResponse(compress=False, timeout=1)
        await socket.prepare(request)
        if request.query.get("v", "10") != "10":
            await socket.close(code=4012, message=b"Invalid API version.")
            return socket
        compressor = _COMPRESSORS.get(request.query.get("compress", ""))
        connection = Connection(socket, compressor and compressor(), request.transport)
        self._connections.add(connection)
        writer = asyncio.create_task(connection.write())
        connection.send(HELLO, {"heartbeat_interval": round(self.options.heartbeat_interval * 1000)})
        # Nothing reads while the connection is closed, or aiohttp would not wait for the bot to close its side, and
        # a bot that is busy would see a broken connection in place of the code.
        reader = asyncio.create_task(self._read(connection))
        try:
            await asyncio.wait({reader, connection.close_code}, return_when=asyncio.FIRST_COMPLETED)
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)
            if connection.close_code.done():
                await socket.close(code=connection.close_code.result())
        finally:
            connection.ended.set()
            reader.cancel()
            writer.cancel()
            self._connections.discard(connection)
        return socket

    async def _read(self, connection: Connection) -> None:
        """Handle what the bot sends. At the end it counts as disconnected, before it knows that it is."""
        try:
            await self._handle_frames(connection)
        finally:
            self._connections.discard(connection)
            self._detach(connection)

    async def _handle_frames(self, connection: Connection) -> None:
        async for frame in connection.socket:
            if frame.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                return
            try:
                received: Json = orjson.loads(frame.data)
                code = self._handle(connection, received["op"], received.get("d"))
            except (orjson.JSONDecodeError, KeyError, TypeError):
                code = 4002
            if code is not None:
                connection.refuse(code)
                return

    def _handle(self, connection: Connection, op: int, data: Any) -> int | None:
        """Handle a message of the bot; return a close code if it is not allowed."""
        if op == HEARTBEAT:
            if self.acknowledges_heartbeats:
                asyncio.get_running_loop().call_later(HEARTBEAT_ACK_DELAY, connection.send, HEARTBEAT_ACK)
            return None
        if op == IDENTIFY:
            return 4005 if connection.session else self._identify(connection, data)
        if op == RESUME:
            return 4005 if connection.session else self._resume(connection, data)
        if op not in (PRESENCE_UPDATE, VOICE_STATE_UPDATE, REQUEST_GUILD_MEMBERS):
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
        if intents & _PRIVILEGED and not self.options.privileged_intents:
            return 4014
        now = self._state.clock.now()
        if now < self._last_identify + self.options.identify_interval:
            connection.send(INVALID_SESSION, data=False)
            return None
        self._last_identify = now
        session = connection.session = Session((shard[0], shard[1]), intents)
        session.connection = connection
        for abandoned in [s for s in self._sessions.values() if s.shard == session.shard and not s.connection]:
            del self._sessions[abandoned.id]
        self._sessions[session.id] = session
        self._send_ready(session)
        self._state.publish(events.BotConnected(shard[0], resumed=False))
        return None

    def _send_ready(self, session: Session) -> None:
        bot = self._state.bot
        guilds = [g for g in self._state.guilds.values() if g.installed and _on_shard(g.id, session.shard)]
        ready = {
            "v": 10,
            "user": payloads.current_user(self._state),
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
        self._state.publish(events.BotConnected(session.shard[0], resumed=True))
        return None

    def _detach(self, connection: Connection) -> None:
        """Keep the session for a resume, or end it if the bot closed the connection."""
        session = connection.session
        if session is None or session.connection is not connection:
            return
        session.connection = None
        if connection.closed_by_bot:
            self._sessions.pop(session.id, None)
        self._state.publish(events.BotDisconnected(session.shard[0]))

    def _sessions_for(self, channel: Channel) -> list[Session]:
        """Return the sessions of the shard that receives a channel's events (DMs: the first shard)."""
        guild_id = channel.guild.id if channel.guild else 0
        return [session for session in self._sessions.values() if _on_shard(guild_id, session.shard)]

    def _on_event(self, event: Event) -> None:
        match event:
            case events.MessageCreated(message):
                self._dispatch_message("MESSAGE_CREATE", message)
            case events.MessageEdited(message):
                self._dispatch_message("MESSAGE_UPDATE", message)
            case events.MessageDeleted(message):
                self._dispatch_message("MESSAGE_DELETE", message)
            case _:
                pass

    def _dispatch_message(self, name: str, message: Message) -> None:
        """Send an event about a message to the sessions with the right intents, if the bot can see it."""
        channel = message.channel
        if not channel.has_bot or message.flags & models.EPHEMERAL:
            return
        intent = _GUILD_MESSAGES if channel.guild else _DIRECT_MESSAGES
        for session in self._sessions_for(channel):
            if session.intents & intent:
                session.dispatch(name, self._message_payload(session, name, message))

    def _message_payload(self, session: Session, name: str, message: Message) -> Json:
        written: Json = {"id": str(message.id), "channel_id": str(message.channel.id)}
        if name != "MESSAGE_DELETE":
            written = payloads.message(message)
            foreign = message.author != self._state.bot
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
    """Return whether events of a guild (0: of DMs) go to this shard."""
    return (guild_id >> 22) % shard[1] == shard[0]
