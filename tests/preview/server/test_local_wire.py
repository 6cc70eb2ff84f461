"""The REST API and gateway of the local Discord: protocol, errors, faults."""

from __future__ import annotations

import asyncio
import json
import sys
import zlib
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import pytest
import zstandard
from discord.ext import commands

from bot.preview.server.connect import redirect_discordpy
from tests.preview.server.tiny_bot import running
from tests.waiting import HANG_GUARD, PatientDiscord, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.preview.client.client import LocalDiscord

ROOT = Path(__file__).parents[3]


@pytest.fixture
async def rest(local: LocalDiscord) -> AsyncIterator[aiohttp.ClientSession]:
    headers = {"Authorization": f"Bot {local.token}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        yield session


async def asked(session: aiohttp.ClientSession, method: str, url: str, **more: Any) -> tuple[int, Any]:
    async with session.request(method, url, **more) as response:
        assert response.status == 204 or response.headers["Content-Type"] == "application/json"
        return response.status, None if response.status == 204 else await response.json()


class Socket:
    """A raw connection to the gateway."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, compression: str) -> None:
        self.socket = socket
        if compression == "zlib-stream":
            self._inflate = zlib.decompressobj().decompress
        elif compression == "zstd-stream":
            self._inflate = zstandard.ZstdDecompressor().decompressobj().decompress
        else:
            self._inflate = str.encode

    async def receive(self) -> dict[str, Any]:
        frame = await self.socket.receive(timeout=HANG_GUARD)
        if frame.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED):
            return {"closed": self.socket.close_code}
        return json.loads(self._inflate(frame.data))

    async def send(self, op: int, data: Any) -> None:
        await self.socket.send_json({"op": op, "d": data})


@asynccontextmanager
async def connected(local: LocalDiscord, compression: str = "", version: int = 10) -> AsyncIterator[Socket]:
    query = {"v": version, "encoding": "json"} | ({"compress": compression} if compression else {})
    async with aiohttp.ClientSession() as session, session.ws_connect(local.gateway_url, params=query) as socket:
        yield Socket(socket, compression)


def identity(local: LocalDiscord, **more: Any) -> dict[str, Any]:
    return {"token": local.token, "intents": 0, "properties": {}} | more


# --- who may ask --------------------------------------------------------------------------------------


async def test_a_wrong_token_does_not_log_in(local):
    with redirect_discordpy(local):
        bot = commands.Bot("!", intents=discord.Intents.none())
        with pytest.raises(discord.LoginFailure):
            await bot.start("wrong")
        await bot.close()


async def test_the_gateway_rejects_a_wrong_token(local):
    async with connected(local) as socket:
        await socket.receive()
        await socket.send(2, identity(local, token="wrong"))
        assert await socket.receive() == {"closed": 4004}


async def test_discord_py_is_restored_when_the_block_ends(local):
    before = discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY
    with redirect_discordpy(local):
        assert discord.http.Route("GET", "/gateway").url == f"{local.url}/api/v10/gateway"

    assert before == (discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY)


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}])
@pytest.mark.parametrize("path", ["/api/v10/users/@me", "/gateway", "/attachments/1/2/x.png"])
async def test_requests_from_other_hosts_are_refused(rest, local, headers, path):
    status, body = await asked(rest, "GET", local.url + path, headers=headers)

    assert status == 403
    assert "this computer" in body["message"]


async def test_requests_from_local_pages_are_allowed(rest, local):
    status, _me = await asked(rest, "GET", local.api_url + "/users/@me", headers={"Origin": "http://localhost:8000"})

    assert status == 200


# --- what is played -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/api/v10/guilds/1"), ("POST", "/api/v10/channels/1/messages"), ("GET", "/elsewhere")]
)
async def test_a_route_that_is_not_implemented_is_named(rest, local, method, path):
    status, body = await asked(rest, method, local.url + path)

    assert status == 501
    assert f"{method} {path}" in body["message"]


async def test_a_poll_is_reported_as_not_implemented(rest, ann, local):
    answer = await ann.slash("cast")
    url = f"{local.api_url}/webhooks/{local.state.bot.id}/{answer.interaction.token}"
    status, body = await asked(rest, "POST", url, json={"poll": {"question": {"text": "?"}}})

    assert status == 501
    assert "poll" in body["message"]


async def test_the_bot_receives_the_url_of_the_gateway(rest, local):
    _status, body = await asked(rest, "GET", local.api_url + "/gateway/bot")

    assert body["url"] == local.gateway_url
    assert body["shards"] == 1


async def test_broken_json_is_refused(rest, local):
    url = f"{local.api_url}/applications/{local.state.bot.id}/commands"
    status, body = await asked(rest, "PUT", url, data=b"{", headers={"Content-Type": "application/json"})

    assert (status, body["code"]) == (400, 50109)


# --- commands -----------------------------------------------------------------------------------------


COMMAND = {"name": "cast", "description": "Who is in it", "description_localizations": {"ko": "출연진"}}


async def test_a_command_keeps_its_id_and_unless_it_changes_its_version(rest, local):
    url = f"{local.api_url}/applications/{local.state.bot.id}/commands"
    _status, [first] = await asked(rest, "PUT", url, json=[COMMAND])
    _status, [same] = await asked(rest, "PUT", url, json=[COMMAND])
    _status, [other] = await asked(rest, "PUT", url, json=[COMMAND | {"description": "Who plays"}])

    assert same == first
    assert other["id"] == first["id"]
    assert other["version"] != first["version"]


async def test_localizations_are_listed_on_request(rest, local):
    url = f"{local.api_url}/applications/{local.state.bot.id}/commands"
    await asked(rest, "PUT", url, json=[COMMAND])
    _status, [plain] = await asked(rest, "GET", url)
    _status, [full] = await asked(rest, "GET", url, params={"with_localizations": "1"})

    assert "description_localizations" not in plain
    assert full["description_localizations"] == {"ko": "출연진"}


@pytest.mark.parametrize("scope", ["", "/guilds/{home}"])
async def test_single_commands_are_created_edited_and_deleted(rest, local, scope):
    url = f"{local.api_url}/applications/{local.state.bot.id}{scope.format(home=local.state.home_guild.id)}/commands"
    _status, made = await asked(rest, "POST", url, json=COMMAND)
    one = f"{url}/{made['id']}"
    _status, changed = await asked(rest, "PATCH", one, json={"description": "Who plays"})
    _status, read = await asked(rest, "GET", one)

    assert changed == read
    assert (read["id"], read["description"], read["name"]) == (made["id"], "Who plays", "cast")
    assert (await asked(rest, "DELETE", one))[0] == 204
    assert await asked(rest, "GET", one) == (404, {"message": "Unknown application command", "code": 10063})
    assert await asked(rest, "GET", url) == (200, [])


async def test_commands_of_a_server_without_the_bot_are_forbidden(rest, local):
    app, guild = local.state.bot.id, local.state.other_guild.id
    status, body = await asked(rest, "GET", f"{local.api_url}/applications/{app}/guilds/{guild}/commands")

    assert (status, body["code"]) == (403, 50001)


# --- answers ------------------------------------------------------------------------------------------


async def test_a_second_answer_is_refused(rest, ann, local):
    act = (await ann.slash("cast")).interaction
    url = f"{local.api_url}/interactions/{act.id}/{act.token}/callback"

    assert await asked(rest, "POST", url, json={"type": 4, "data": {"content": "again"}}) == (
        400,
        {"message": "Interaction has already been acknowledged.", "code": 40060},
    )


async def test_an_unknown_interaction_cannot_be_answered(rest, local):
    body = {"type": 4, "data": {"content": "?"}}
    status, body = await asked(rest, "POST", f"{local.api_url}/interactions/1/x/callback", json=body)

    assert (status, body["code"]) == (404, 10062)


async def test_an_answer_that_is_too_long_is_refused_with_the_place(clock):
    async with PatientDiscord(clock=clock) as local, running(local) as bot:
        asking = asyncio.create_task(local.client("Ann").slash("broken"))
        await until(lambda: bot.errors)
        clock.advance(3)
        answer = await asking
    refused = [exchange for exchange in local.transcript if exchange.status == 400]

    assert answer.failed
    assert refused[0].response == {
        "message": "Invalid Form Body",
        "code": 50035,
        "errors": {
            "data": {
                "components": {
                    "_errors": [
                        {
                            "code": "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                            "message": "Total text size of all displayable components exceeds maximum size of 4000",
                        }
                    ]
                }
            }
        },
    }
    assert "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED" in str(local.transcript)
    assert isinstance(bot.errors[0], discord.HTTPException)


async def test_messages_are_read_edited_and_deleted_where_the_bot_is(rest, ann, local):
    answer = await ann.slash("more", times=0)
    url = f"{local.api_url}/channels/{answer.message['channel_id']}/messages/{answer.message['id']}"
    said = ann.say("hello")

    assert (await asked(rest, "GET", url))[1] == answer.message
    assert (await asked(rest, "PATCH", url, json={"content": "better"}))[1]["content"] == "better"
    assert (await asked(rest, "DELETE", url))[0] == 204
    assert (await asked(rest, "GET", url))[1]["code"] == 10008
    foreign = f"{local.api_url}/channels/{said.channel.id}/messages/{said.id}"
    assert (await asked(rest, "PATCH", foreign, json={"content": "mine"}))[1]["code"] == 50005
    assert (await asked(rest, "DELETE", foreign))[1]["code"] == 50013


async def test_an_ephemeral_answer_is_reached_only_by_its_token(rest, ann, local):
    answer = await ann.slash("cast", private=True)
    url = f"{local.api_url}/channels/{answer.message['channel_id']}/messages/{answer.message['id']}"
    hook = f"{local.api_url}/webhooks/{local.state.bot.id}/{answer.interaction.token}/messages/@original"

    assert (await asked(rest, "GET", url))[1]["code"] == 10008
    assert (await asked(rest, "GET", hook))[1] == answer.message


async def test_a_text_message_becomes_components_v2_without_its_text(rest, ann, local):
    act = (await ann.slash("more", times=0)).interaction
    url = f"{local.api_url}/webhooks/{local.state.bot.id}/{act.token}/messages/@original"
    body = {"components": [{"type": 10, "content": "# Card"}], "flags": 1 << 15}

    assert (await asked(rest, "PATCH", url, json={"content": ""}))[1]["code"] == 50006
    status, refusal = await asked(rest, "PATCH", url, json=body)
    assert status == 400
    assert "content" in refusal["errors"]
    status, message = await asked(rest, "PATCH", url, json=body | {"content": None})
    assert (status, message["content"], message["flags"]) == (200, "", 1 << 15)


class RawBot:
    """A bot that speaks to the local Discord without discord.py."""

    def __init__(self, local: LocalDiscord, rest: aiohttp.ClientSession, socket: Socket) -> None:
        self.local, self.rest, self.socket = local, rest, socket
        self.act: dict[str, Any] = {}

    async def hear(self) -> None:
        self.act = (await self.socket.receive())["d"]

    async def answer(self, kind: int, data: Any = None, **query: str) -> tuple[int, Any]:
        url = f"{self.local.api_url}/interactions/{self.act['id']}/{self.act['token']}/callback"
        return await asked(self.rest, "POST", url, json={"type": kind, "data": data}, params=query)

    async def follow_up(self, **body: Any) -> tuple[int, Any]:
        return await asked(self.rest, "POST", self.webhook, json=body)

    @property
    def webhook(self) -> str:
        return f"{self.local.api_url}/webhooks/{self.local.state.bot.id}/{self.act['token']}"


@pytest.fixture
async def raw(local: LocalDiscord, rest: aiohttp.ClientSession) -> AsyncIterator[RawBot]:
    option = {"type": 3, "name": "who", "description": "A name", "autocomplete": True}
    url = f"{local.api_url}/applications/{local.state.bot.id}/commands"
    await asked(rest, "PUT", url, json=[COMMAND | {"options": [option]}])
    async with connected(local) as socket:
        await socket.receive()
        await socket.send(2, identity(local))
        await socket.receive()
        yield RawBot(local, rest, socket)


async def test_without_with_response_a_callback_returns_nothing(local, raw):
    asking = asyncio.create_task(local.client("Ann").slash("cast"))
    await raw.hear()

    assert await raw.answer(4, {"content": "here"}) == (204, None)
    assert (await asking).text == "here"


async def test_with_response_returns_the_message(local, raw):
    asking = asyncio.create_task(local.client("Ann").slash("cast"))
    await raw.hear()
    status, said = await raw.answer(5, {"flags": 1 << 6}, with_response="true")

    assert status == 200
    assert said["interaction"]["response_message_loading"]
    assert said["interaction"]["response_message_ephemeral"]
    assert said["resource"]["message"]["flags"] == 1 << 6 | 1 << 7
    await raw.follow_up(content="here")
    assert (await asking).message["id"] == said["interaction"]["response_message_id"]


@pytest.mark.parametrize("kind", [1, 6, 7, 8, 12, "4", None])
async def test_an_invalid_callback_type_is_refused_and_a_valid_one_accepted(local, raw, kind):
    asking = asyncio.create_task(local.client("Ann").slash("cast"))
    await raw.hear()
    status, refusal = await raw.answer(kind)

    assert (status, refusal["code"]) == (400, 50035)
    assert "type" in refusal["errors"]
    assert (await raw.answer(4, {"content": "here"}))[0] == 204
    assert (await asking).text == "here"


async def test_a_follow_up_before_the_first_response_is_refused(local, raw):
    asking = asyncio.create_task(local.client("Ann").slash("cast"))
    await raw.hear()

    assert (await raw.follow_up(content="too early"))[1]["code"] == 10015
    assert (await raw.answer(4, {"content": " "}))[1]["code"] == 50006
    await raw.answer(4, {"content": "here"})
    await asking


async def test_a_picture_that_was_not_sent_cannot_be_shown(local, raw):
    asking = asyncio.create_task(local.client("Ann").slash("cast"))
    await raw.hear()
    gallery = {"type": 12, "items": [{"media": {"url": "attachment://chart.png"}}]}
    _status, refusal = await raw.answer(4, {"flags": 1 << 15, "components": [gallery]})

    [found] = refusal["errors"]["data"]["components"]["0"]["items"]["0"]["media"]["url"]["_errors"]
    assert found["code"] == "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"
    await raw.answer(4, {"content": "here"})
    await asking


async def test_too_large_a_file_is_refused(local, raw):
    asking = asyncio.create_task(local.client("Ann").slash("cast"))
    await raw.hear()
    await raw.answer(5)
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("payload_json", '{"content": "here"}')
    form.add_field("files[0]", b"x" * (10 * 1024 * 1024 + 1), filename="a b.bin")
    assert await asked(raw.rest, "POST", raw.webhook, data=form) == (
        413,
        {"message": "Request entity too large", "code": 40005},
    )
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("payload_json", '{"content": "here"}')
    form.add_field("files[0]", b"x", filename="a b.bin")
    _status, message = await asked(raw.rest, "POST", raw.webhook, data=form)
    assert message["attachments"][0]["filename"] == "a_b.bin"
    assert (await asking).text == "here"


async def test_more_than_25_suggestions_are_refused_and_none_is_loaded(clock):
    async with PatientDiscord(clock=clock) as local, running(local) as bot:
        bot.suggestions = 26
        typing = asyncio.create_task(local.client("Ann").autocomplete("cast", "who", "x"))
        await until(lambda: 400 in [exchange.status for exchange in local.transcript])
        clock.advance(3)
        with pytest.raises(TimeoutError, match="Loading options failed"):
            await typing


# --- gateway ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("compression", ["", "zlib-stream", "zstd-stream"])
async def test_every_transport_compression_is_understood(local, compression):
    async with connected(local, compression) as socket:
        hello = await socket.receive()
        await socket.send(1, None)
        ack = await socket.receive()
        await socket.send(2, identity(local, intents=1))
        ready, guild = await socket.receive(), await socket.receive()

    assert (hello["op"], ack["op"]) == (10, 11)
    assert (ready["t"], ready["d"]["resume_gateway_url"]) == ("READY", local.gateway_url)
    assert ready["d"]["guilds"] == [{"id": str(local.state.home_guild.id), "unavailable": True}]
    assert (guild["t"], guild["d"]["name"]) == ("GUILD_CREATE", local.state.home_guild.name)


@pytest.mark.parametrize(
    ("op", "data", "code"),
    [
        (2, {"shard": [1, 1]}, 4010),
        (2, {"intents": 1 << 40}, 4013),
        (2, {"intents": 1 << 15}, 4014),
        (2, {"token": ""}, 4004),
        (99, {}, 4001),
        (3, {}, 4003),
    ],
)
async def test_the_gateway_closes_with_the_code_that_says_why(local, op, data, code):
    async with connected(local) as socket:
        await socket.receive()
        await socket.send(op, identity(local, **data))
        assert await socket.receive() == {"closed": code}


async def test_what_is_not_json_closes_the_connection(local):
    async with connected(local) as socket:
        await socket.receive()
        await socket.socket.send_str("no json")
        assert await socket.receive() == {"closed": 4002}


async def test_another_gateway_version_is_refused(local):
    async with connected(local, version=9) as socket:
        assert await socket.receive() == {"closed": 4012}


async def test_privileged_intents_can_be_allowed():
    async with PatientDiscord(privileged_intents=True) as local, connected(local) as socket:
        await socket.receive()
        await socket.send(2, identity(local, intents=1 << 15))
        assert (await socket.receive())["t"] == "READY"


async def test_each_shard_receives_its_own_guilds(local):
    for shard in (0, 1):
        async with connected(local) as socket:
            await socket.receive()
            await socket.send(2, identity(local, shard=[shard, 2]))
            guilds = (await socket.receive())["d"]["guilds"]
            assert bool(guilds) is ((local.state.home_guild.id >> 22) % 2 == shard)


async def test_a_bot_of_several_shards_is_served(local):
    class Sharded(commands.AutoShardedBot):
        async def before_identify_hook(self, shard_id, *, initial=False) -> None:
            """Connect the second shard at once."""

        async def on_interaction(self, interaction: discord.Interaction) -> None:
            await interaction.response.send_message("here")

    with redirect_discordpy(local):
        bot = Sharded("!", intents=discord.Intents.none(), shard_count=2)
        bot.tree.command(name="hello", description="Says hello")(say_nothing)
        running = asyncio.create_task(bot.start(local.token))
        await local.wait_for_bot(commands=False)
        await until(lambda: len(bot.shards) == 2)
        await bot.tree.sync()
        for where in ("guild", "dm"):
            assert (await local.client("Ann", context=where).slash("hello")).text == "here"
        await bot.close()
        await running


async def say_nothing(interaction: discord.Interaction) -> None:
    """Leave the answer to on_interaction."""


async def test_a_dropped_connection_loses_nothing(local, bot, ann):
    answer = await ann.slash("cast")
    await local.close_gateway(4000)
    pressed = await ann.press(answer, "Next")

    assert pressed.edited
    assert len(bot.seen) == 2


@pytest.mark.parametrize("resumable", [True, False])
async def test_the_bot_comes_back_from_an_invalid_session(local, bot, ann, resumable):
    with local.state.subscribe() as events:
        local.invalidate_session(resumable=resumable)
        names = [type(await anext(events)).__name__ for _ in range(2)]

    assert names == ["BotDisconnected", "BotConnected"]
    assert (await ann.slash("cast")).text


async def test_the_bot_reconnects_when_asked_to(local, bot, ann):
    with local.state.subscribe() as events:
        local.request_reconnect()
        assert type(await anext(events)).__name__ == "BotDisconnected"
        back = await anext(events)

    assert back.resumed
    assert (await ann.slash("cast")).text


async def test_a_session_that_is_not_known_starts_anew(local):
    async with connected(local) as socket:
        await socket.receive()
        await socket.send(6, {"token": local.token, "session_id": "gone", "seq": 3})
        assert (await socket.receive())["op"] == 9


async def test_messages_are_told_to_who_asked_for_them(local):
    guild_messages, direct_messages = 1 << 9, 1 << 12
    async with running(local, intents=1 | guild_messages | direct_messages) as bot:
        local.client("Ann").say("unseen words")
        local.client("Ann", context="dm").say("hello bot")
        local.client("Ann", context="private").say("not for bots")
        await until(lambda: len(bot.heard) == 2)

    assert bot.heard == ["", "hello bot"]


async def test_a_bot_of_another_process_is_served(local):
    program = """
import os, discord
from discord.ext import commands
discord.http.Route.BASE = os.environ["API"]
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = __import__("yarl").URL(os.environ["GATEWAY"])
bot = commands.Bot("!", intents=discord.Intents.none())
@bot.tree.command(description="Says hello")
async def hello(interaction: discord.Interaction): await interaction.response.send_message("hello")
@bot.event
async def setup_hook(): await bot.tree.sync()
bot.run(os.environ["TOKEN"], log_handler=None)
"""
    environment = {"API": local.api_url, "GATEWAY": local.gateway_url, "TOKEN": local.token}
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", program, env=environment, cwd=ROOT)
    try:
        await local.wait_for_bot()
        assert (await local.client("Ann").slash("hello")).text == "hello"
    finally:
        other.kill()
        await other.wait()


# --- faults -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [429, 500, 502])
async def test_a_passing_fault_is_survived(local, bot, ann, status):
    local.fail_requests("POST", "/callback$", status=status, retry_after=0.01)
    answer = await ann.slash("cast")

    assert "everybody" in answer.text
    assert [exchange.status for exchange in local.transcript if exchange.method == "POST"] == [status, 200]


async def test_a_dropped_answer_never_arrives(clock):
    async with PatientDiscord(clock=clock) as local, running(local) as bot:
        local.drop_requests("POST", "/callback$")
        asking = asyncio.create_task(local.client("Ann").slash("cast"))
        await until(lambda: bot.errors)
        clock.advance(3)
        answer = await asking

    assert answer.failed
    assert isinstance(bot.errors[0], aiohttp.ClientError)


async def test_a_fault_only_hits_what_it_is_meant_for(local, bot, ann):
    local.fail_requests("PATCH", "/messages/@original$", times=5, status=403)
    answer = await ann.slash("cast")

    assert answer.text
    assert not bot.errors


async def test_the_latency_of_an_idle_bot_is_small_and_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    interval = 0.5
    latencies: list[float] = []
    async with PatientDiscord(heartbeat_interval=interval) as local, running(local) as bot:
        caplog.clear()
        while len(latencies) < 4:
            await bot.wait_for("socket_raw_receive", check=lambda message: json.loads(message)["op"] == 11)
            latencies.append(bot.latency)

    assert min(latencies) < interval  # if an acknowledgement comes too early, discord.py measures from the one before
    assert "Can't keep up" not in caplog.text
