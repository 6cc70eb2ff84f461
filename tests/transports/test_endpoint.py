"""Who knocks at the endpoint, and what they hear."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import re
import secrets
import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

import aiohttp
import pytest
from discord import File
from nacl.signing import SigningKey

from bot.app import FanBot
from bot.cogs import add_cogs
from bot.preview.server.connect import redirect_discordpy
from bot.preview.server.endpoint import InvalidEndpoint
from bot.transports.http import Endpoint, EndpointBot
from bot.transports.signature import RequestVerifier
from tests.processes import ROOT
from tests.shows import HARBOUR, knowledge_of, loaded
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.command_tree import FanTree

PING = b'{"type":1}'
SIGNATURE, TIMESTAMP = "X-Signature-Ed25519", "X-Signature-Timestamp"


@pytest.fixture
async def url(discord, post, knowledge) -> AsyncIterator[str]:
    """A bot's endpoint, which Discord uses."""
    with redirect_discordpy(discord):
        async with EndpointBot(knowledge) as bot:
            await bot.login(discord.token)
            async with Endpoint(bot, "127.0.0.1", 0) as url:
                await post.set_url(url)
                await bot.sync_commands()
                yield url


async def test_a_ping_that_discord_signed_is_answered(post, url):
    assert await post.post(url, PING, post.signed_headers(PING)) == (200, b'{"type":1}')


def without(name):
    return lambda headers: {key: value for key, value in headers.items() if key != name}


def with_(name, value):
    return lambda headers: headers | {name: value}


async def test_a_signed_ping_at_another_path_is_told_to_the_operator(post, url, caplog):
    """Somebody has entered the URL at Discord without its path, or with one letter more."""
    for path in ("/", "/interactions/"):
        assert (await post.post(url.replace("/interactions", path), PING, post.signed_headers(PING)))[0] == 404
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == [
        f"Discord called {path}; the interactions endpoint URL must end with /interactions"
        for path in ("/", "/interactions/")
    ]


async def test_others_who_look_for_another_path_write_nothing_into_the_log(post, url, caplog):
    for headers in ({}, post.signed_headers(b"another body")):
        assert (await post.post(url.replace("/interactions", "/admin"), PING, headers))[0] == 404
    assert not [record for record in caplog.records if record.levelno > logging.INFO]


FORGERIES = {
    "no signature": without(SIGNATURE),
    "no timestamp": without(TIMESTAMP),
    "another signature": with_(SIGNATURE, secrets.token_hex(64)),
    "half a signature": with_(SIGNATURE, "ab" * 32),
    "no hexadecimal": with_(SIGNATURE, "z" * 128),
    "no Latin": with_(SIGNATURE, "\u00e9" * 128),
    "another time": with_(TIMESTAMP, "1700000000"),
    "no time": with_(TIMESTAMP, "soon"),
    "an empty time": with_(TIMESTAMP, ""),
    "a key that is not Discord's": lambda headers: (
        headers | {SIGNATURE: SigningKey.generate().sign(headers[TIMESTAMP].encode() + PING).signature.hex()}
    ),
}


@pytest.mark.parametrize("forged", FORGERIES.values(), ids=FORGERIES)
async def test_who_is_not_discord_hears_the_same_401_whatever_is_wrong(post, url, forged):
    status, said = await post.post(url, PING, forged(post.signed_headers(PING)))

    assert status == 401
    assert said == b"401: this is not signed by Discord, or too old\n"


async def test_a_signature_over_other_bytes_is_refused(post, url):
    headers = post.signed_headers(PING)

    assert (await post.post(url, b'{"type": 1}', headers))[0] == 401
    assert (await post.post(url, b"", headers))[0] == 401


@pytest.mark.parametrize(("age", "status"), [(290, 200), (310, 401), (-290, 200), (-310, 401)])
async def test_a_request_that_was_kept_for_five_minutes_is_worth_nothing(post, url, age, status):
    assert (await post.post(url, PING, post.signed_headers(PING, age=age)))[0] == status


@pytest.mark.parametrize("kind", [0, 6, 99, -1, "command", None, [2], {}])
async def test_an_unknown_kind_of_interaction_is_a_clear_400(post, url, kind):
    body = json.dumps({"type": kind}).encode()
    status, said = await post.post(url, body, post.signed_headers(body))

    assert status == 400
    assert said.startswith(b"400: ")
    assert b"interaction" in said


@pytest.mark.parametrize("body", [b"", b"no json", b"[]", b"1", b"null", b'{"typ":1}', b'{"type":2}', b'{"type":3}'])
async def test_a_signed_body_that_is_no_interaction_is_a_clear_400(post, url, body):
    status, said = await post.post(url, body, post.signed_headers(body))

    assert (status, said) == (400, b"400: this is no interaction\n")


async def test_a_body_over_the_limit_is_refused_before_it_is_looked_at(post, url):
    body = b" " * (1024 * 1024 + 1)

    assert (await post.post(url, body, post.signed_headers(body)))[0] == 413


async def pieces(size):
    for _ in range(size // 4096):
        yield bytes(4096)


async def test_a_body_in_pieces_has_the_same_limit(url):
    async with aiohttp.ClientSession() as session, session.post(url, data=pieces(2 * 1024 * 1024)) as response:
        assert response.status == 413


async def test_what_is_packed_is_not_unpacked(post, url, caplog):
    packed = gzip.compress(bytes(100 * 1024 * 1024))
    headers = post.signed_headers(packed) | {"Content-Encoding": "gzip"}

    assert (await post.post(url, packed, headers))[0] == 400
    assert (await post.post(url, b"hello", headers))[0] == 401


BROKEN = {
    "no HTTP": b"\x16\x03\x01\x02\r\n\r\n",
    "a header without end": b"POST /interactions HTTP/1.1\r\nA: " + b"a" * 9000 + b"\r\n\r\n",
    "a length below zero": b"POST /interactions HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
    "no piece of a body": b"POST /interactions HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello",
    "half of a body": b"POST /interactions HTTP/1.1\r\nContent-Length: 50\r\n\r\nhello",
}


@pytest.mark.parametrize("sent", BROKEN.values(), ids=BROKEN)
async def test_a_broken_request_is_refused_and_is_no_error_in_the_log(url, caplog, sent):
    host, port = url.removeprefix("http://").removesuffix("/interactions").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(sent)
    writer.write_eof()
    heard = await reader.read()
    writer.close()

    assert not heard or b" 400 " in heard.splitlines()[0]
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_a_browser_is_told_that_there_is_nothing_to_see(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:
            assert response.status == 405
            assert response.headers["Allow"] == "POST"
            assert response.content_type == "text/plain"
            assert "answers Discord" in await response.text()
        async with session.get(url.replace("/interactions", "/")) as response:
            assert response.status == 404
            assert await response.text() == "404: nothing is here\n"


async def test_a_request_whose_rest_does_not_come_is_not_waited_for(monkeypatch, url):
    monkeypatch.setattr("bot.transports.http.REQUEST_TIMEOUT", 0.1)
    host, port = url.removeprefix("http://").removesuffix("/interactions").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(b"POST /interactions HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{")

    assert b" 408 " in await reader.readline()
    writer.close()


async def test_an_endpoint_that_takes_forgeries_or_no_pings_is_not_taken_by_discord(post, url):
    with pytest.raises(InvalidEndpoint, match="answers a ping with 404"):
        await post.set_url(url + "/elsewhere")


async def test_the_answer_is_the_response_and_nothing_else_goes_to_discord(discord, url):
    discord.transcript.clear()
    answer = await discord.client("Ann").slash("cast")

    assert "Yoon Ha-rin" in answer.text
    posted, answered = discord.transcript
    assert (posted.path, posted.status) == (url, 200)
    assert (answered.path.endswith("/callback"), answered.status) == (True, 204)


async def test_what_the_bot_says_beyond_its_first_words_takes_the_ordinary_routes(discord, post, knowledge):
    """A promise first, a picture with it or more messages after it cannot all be one response."""

    class Talkative(EndpointBot):
        async def setup_hook(self):
            @self.tree.command(description="Takes its time")
            async def slow(interaction) -> None:
                await interaction.response.defer(thinking=True)
                await interaction.followup.send("after all")

            @self.tree.command(description="Shows something")
            async def picture(interaction) -> None:
                await interaction.response.send_message("look", file=File(BytesIO(b"x"), "x.txt"))

            @self.tree.command(description="Says two things")
            async def twice(interaction) -> None:
                await interaction.response.send_message("first")
                await discord.state.interactions[interaction.id].acknowledged.wait()
                await interaction.followup.send("second")

    with redirect_discordpy(discord):
        async with Talkative(knowledge) as bot:
            await bot.login(discord.token)
            await bot.tree.sync()
            async with Endpoint(bot, "127.0.0.1", 0) as url:
                await post.set_url(url)
                slow = await discord.client("Ann").slash("slow")
                picture = await discord.client("Ann").slash("picture")
                twice = await discord.client("Ann").slash("twice")
                await until(lambda: twice.followups)

    assert (slow.deferred, slow.text) == (True, "after all")
    assert [exchange.status for exchange in discord.transcript if exchange.path == url] == [202, 202, 202]
    assert [file["filename"] for file in picture.attachments] == ["x.txt"]
    assert twice.text == "first"
    assert [message["content"] for message in twice.followups] == ["second"]


@pytest.mark.parametrize("key", ["", "ab", "z" * 64, "0" * 63])
def test_what_is_no_key_is_refused_at_start(key):
    with pytest.raises(ValueError, match=r"key|hex"):
        RequestVerifier(key)


@pytest.mark.parametrize(
    ("module", "gone", "said"),
    [
        ("internals", "del discord.state.ConnectionState.parse_interaction_create", "parses events differently"),
        ("interaction_api", "adapter.request = lambda self, it: it", "sends responses differently"),
        ("retries", "import discord.shard; del discord.shard.DiscordWebSocket", "connects shards differently"),
    ],
)
def test_another_discord_py_that_works_otherwise_is_noticed_at_start(module, gone, said):
    program = (
        f"import discord; adapter = discord.webhook.async_.AsyncWebhookAdapter; {gone}; import bot.discordpy.{module}"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert re.search(f"ImportError: this version of discord.py .*{said}", ended.stderr)


async def test_a_bot_that_starts_again_need_not_translate_its_commands(tmp_path):
    async def payload() -> list[dict[str, Any]]:
        bot = FanBot(knowledge_of(loaded(HARBOUR)), cache=tmp_path)
        await add_cogs(bot, bot.responder)
        return await cast("FanTree", bot.tree).payload()

    first = await payload()
    assert first[0]["description_localizations"].keys() >= {"ja", "ko"}
    (kept,) = tmp_path.glob("*.commands")
    assert await payload() == first

    kept.write_bytes(b"[")
    assert await payload() == first
