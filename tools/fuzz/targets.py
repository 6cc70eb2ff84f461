"""The doors that somebody outside can knock at, and what each must never do."""

from __future__ import annotations

import asyncio
import json
import secrets
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import aiohttp
from nacl.signing import SigningKey

from bot.preview.client.options import ActionUnavailable
from bot.preview.server.command_rules import LOCALES
from data import BrokenFacts, load

if TYPE_CHECKING:
    import random

    from bot.preview.client.client import LocalDiscord
    from bot.preview.server.endpoint import EndpointDelivery

HARBOUR = Path(__file__).parents[2] / "tests" / "shows" / "harbour_lights"
PIECES = (
    *(
        "1:",
        "2:",
        "cast",
        "ost",
        "ratings",
        "/",
        "//",
        "..",
        "~",
        "~0",
        "~99999",
        "#",
        "#2",
        "sources",
        "season2",
        "go",
        *("today", "02-30", "quiz", "new", "s", "r", "d", "share", "all", "1", "ff", "739949", "aaaaaaaa"),
    ),
    *("yoon-ha-rin", "seo-i-jun", "%2e", "\0", "\n", "\u202e", "한", "😀", "é", "@everyone", "<@1>", "||", "`", "**"),
    *("[x](http://x)", "http://127.0.0.1/", "file:///etc/passwd", "{}", "%s", "' OR 1=1", "<script>"),
)
ODD_HEADERS = (
    *(b"Content-Length: 5", b"Content-Length: -5", b"Content-Length: 99999999999", b"Transfer-Encoding: chunked"),
    *(b"Content-Encoding: gzip", b"Content-Encoding: br", b"Connection: upgrade", b"Upgrade: websocket"),
    *(
        b"Expect: 100-continue",
        b"X-Signature-Timestamp: \xff\xfe",
        b"Content-Type: \xff",
        b"Host: y",
        b"A: " + b"a" * 9000,
    ),
)
SIGNATURE, TIMESTAMP = "X-Signature-Ed25519", "X-Signature-Timestamp"
PING = b'{"type":1}'


class Target:
    """One door; an attempt returns what was wrong with the bot's reaction, or nothing."""

    name = ""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.tried = 0
        self.problems: list[str] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_exception: object) -> None:
        pass

    async def attempt(self) -> str | None:
        """Try once; returns what was wrong with the reaction, or None."""
        raise NotImplementedError

    def text(self, longest: int) -> str:
        """Words of ours and signs of all kinds, up to so many characters."""
        dice, made = self.dice, ""
        for _ in range(dice.randint(0, 8)):
            made += dice.choice(PIECES) if dice.random() < 0.7 else chr(dice.choice((dice.randrange(32, 127),
                dice.randrange(0xA0, 0xD7FF), dice.randrange(0x10000, 0x10FFFF))))  # fmt: skip
        return (made * dice.choice((1, 1, 1, 20)))[:longest]

    def bytes(self) -> bytes:
        """JSON that is nearly an interaction, or nothing of the kind."""
        dice = self.dice
        if dice.random() < 0.2:
            return dice.randbytes(dice.randrange(200))
        value = lambda: dice.choice((None, True, -1, 2**70, "1", [], {}, [[]], {"id": "1"}, self.text(50)))  # noqa: E731
        names = ("id", "token", "data", "user", "member", "channel", "locale", "entitlements", "message", "guild_id")
        made = {name: value() for name in dice.sample(names, dice.randint(0, len(names)))}
        return json.dumps({"type": dice.choice((1, 2, 3, 4, 5, 6, None, "2", 2.5))} | made).encode()


class Addresses(Target):
    """Presses of buttons that nobody made."""

    name = "custom ids"

    def __init__(self, dice: random.Random, discord: LocalDiscord) -> None:
        super().__init__(dice)
        self.discord = discord

    async def __aenter__(self) -> Self:
        self.fan = self.discord.client("Eve")
        self.on = await self.fan.slash("help")
        self.message = self.on.shown
        return self

    async def attempt(self) -> str | None:
        """Press a button with an invented custom id."""
        custom_id = "1:" * (self.dice.random() < 0.6) + self.text(98)
        answer = await self.fan.press_raw(self.message, custom_id or "x")
        return _bad(answer.failed, answer.text, custom_id) or _forget(self.discord)


class Options(Target):
    """Values that no suggestion offered, submitted and typed."""

    name = "option values"

    def __init__(self, dice: random.Random, discord: LocalDiscord) -> None:
        super().__init__(dice)
        self.discord = discord

    async def attempt(self) -> str | None:
        """Send an invented option value."""
        command, option = self.dice.choice((("cast", "who"), ("ost", "track"), ("ratings", "episode")))
        fan, text = self.discord.client("Eve", locale=self.dice.choice(sorted(LOCALES))), self.text(6000)
        try:
            if self.dice.random() < 0.3:
                await fan.autocomplete(command, option, text)
                return None
            answer = await fan.slash(command, **{option: text})
        except ActionUnavailable:  # longer than a client would send
            return None
        return _bad(answer.failed, answer.text, text) or _forget(self.discord)


class Forgeries(Target):
    """Requests to the endpoint that Discord did not sign."""

    name = "forged requests"

    def __init__(self, dice: random.Random, url: str, post: EndpointDelivery) -> None:
        super().__init__(dice)
        self.url, self.post = url, post
        self.stranger = SigningKey.generate()

    async def __aenter__(self) -> Self:
        self.session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=32))
        return self

    async def __aexit__(self, *_exception: object) -> None:
        await self.session.close()

    async def attempt(self) -> str | None:
        """Send a forged request."""
        dice = self.dice
        body = PING if dice.random() < 0.3 else self.bytes()
        if dice.random() < 0.001:
            body = b" " * (1024 * 1024 + 1)
        headers, body = self.forged(body)
        try:
            async with self.session.post(self.url, data=body, headers=headers) as response:
                refused = response.status in (401, 408, 413)
                return None if refused else f"{response.status} for {headers} {body[:100]!r}"
        except (ValueError, aiohttp.ClientError):
            return None  # a header that no client sends, or that the server hung up on

    def forged(self, body: bytes) -> tuple[dict[str, str], bytes]:
        """What is nearly right: signature, time or body are not those that Discord signed."""
        dice, headers = self.dice, self.post.signed_headers(body)
        good, now = headers[SIGNATURE], int(time.time())
        kind = dice.randrange(9)
        if kind == 0:
            headers[SIGNATURE] = secrets.token_hex(dice.choice((0, 1, 32, 63, 64, 65, 500)))
        elif kind == 1:
            at = dice.randrange(len(good))
            headers[SIGNATURE] = good[:at] + format(int(good[at], 16) ^ dice.randint(1, 15), "x") + good[at + 1 :]
        elif kind == 2:
            headers[TIMESTAMP] = dice.choice(("", "0", "-1", "NaN", "1e9", f"+{now}", f" {now}0", f"0{now}", "9" * 400))
        elif kind == 3:
            headers = self.post.signed_headers(body, age=dice.choice((-1, 1)) * dice.randint(400, 10**8))
        elif kind == 4:
            body += b" "
        elif kind == 5:
            headers[SIGNATURE] = self.stranger.sign(headers[TIMESTAMP].encode() + body).signature.hex()
        elif kind == 6:
            del headers[dice.choice((SIGNATURE, TIMESTAMP))]
        elif kind == 7:
            headers[SIGNATURE] = self.post.signed_headers(body + b"x")[SIGNATURE]
        else:
            headers[dice.choice((SIGNATURE, TIMESTAMP))] = self.text(300).replace("\n", "").replace("\0", "") or "x"
        return headers, body


class Signed(Target):
    """What Discord itself would sign and never send."""

    name = "signed nonsense"

    def __init__(self, dice: random.Random, url: str, post: EndpointDelivery) -> None:
        super().__init__(dice)
        self.url, self.post = url, post

    async def attempt(self) -> str | None:
        """Send a signed request that is no interaction."""
        body = self.bytes()
        status, _said = await self.post.post(self.url, body, self.post.signed_headers(body))
        return None if status in (200, 202, 400, 408) else f"{status} for {body[:200]!r}"


class Raw(Target):
    """Bytes that are hardly a request."""

    name = "broken requests"

    def __init__(self, dice: random.Random, url: str) -> None:
        super().__init__(dice)
        self.host, self.port = url.split("/")[2].split(":")

    async def attempt(self) -> str | None:
        """Send broken bytes."""
        sent = self.spoilt()
        reader, writer = await asyncio.open_connection(self.host, int(self.port))
        try:
            writer.write(sent)
            writer.write_eof()
            status = (await reader.readline()).split()[1:2]
        except ConnectionError:
            return None  # hung up on
        finally:
            writer.close()
        return None if not status or status[0].startswith(b"4") else f"{status[0]!r} for {sent[:300]!r}"

    def spoilt(self) -> bytes:
        """Return a request that is broken somewhere."""
        dice = self.dice
        lines = [b"POST /interactions HTTP/1.1", b"Host: x", b"X-Signature-Ed25519: " + b"00" * 64]
        lines += dice.sample(ODD_HEADERS, dice.randint(0, 3))
        if dice.random() < 0.3:
            lines[dice.randrange(3)] = dice.choice((dice.randbytes(20), b"", b"PRI * HTTP/2.0", b"a" * 9000))
        whole = b"\r\n".join(lines) + b"\r\n\r\n" + dice.choice((b"{}", b"5\r\nhello\r\nzz", b"0\r\n\r\n", b""))
        at = dice.randrange(len(whole))
        return whole[:at] + dice.randbytes(dice.randint(0, 3)) + whole[at + dice.randint(0, 3) :]


class Facts(Target):
    """Files of facts with slips of every kind: they load, or every slip is told."""

    name = "facts files"

    async def __aenter__(self) -> Self:
        self.folder = tempfile.TemporaryDirectory()
        self.show = Path(self.folder.name) / "show"
        shutil.copytree(HARBOUR, self.show)
        self.files = {file: file.read_bytes() for file in sorted(self.show.rglob("*.toml"))}
        return self

    async def __aexit__(self, *_exception: object) -> None:
        self.folder.cleanup()

    async def attempt(self) -> str | None:
        """Load facts of which one file is damaged."""
        file = self.dice.choice(list(self.files))
        whole = self.files[file]
        file.write_bytes(self.spoilt(whole))
        try:
            load(self.show)
        except BrokenFacts:
            pass
        except Exception as failure:  # noqa: BLE001 - whatever it is, it is a finding
            return f"{file.name}: {failure!r}"
        finally:
            file.write_bytes(whole)
        return None

    def spoilt(self, whole: bytes) -> bytes:
        """Return a damaged file."""
        dice = self.dice
        if dice.random() < 0.3:
            at = dice.randrange(len(whole))
            return whole[:at] + dice.randbytes(dice.randint(0, 4)) + whole[at + dice.randint(0, 40) :]
        lines = whole.decode().split("\n")
        filled = [at for at, line in enumerate(lines) if " = " in line]
        if filled:
            at = dice.choice(filled)
            name = lines[at].split(" = ")[0]
            values = ("1", "-1", "1e400", "nan", "true", "[]", "{}", '""', "[[1]]", "2024-01-01", "9" * 30, '["x"]',
                      '{ en = 1 }', json.dumps(self.text(200)))  # fmt: skip
            lines[at] = dice.choice(
                (f"{name} = {dice.choice(values)}", f"{name}x = 1", "", lines[at] + "\n" + lines[at])
            )
        return "\n".join(lines).encode()


class Preview(Target):
    """Requests to the preview page: from elsewhere they are refused, from here nothing falls over."""

    name = "preview page"

    def __init__(self, dice: random.Random, url: str) -> None:
        super().__init__(dice)
        self.url = url

    async def __aenter__(self) -> Self:
        self.session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_exception: object) -> None:
        await self.session.close()

    async def attempt(self) -> str | None:
        """Send a request to the page, from it or from elsewhere."""
        dice = self.dice
        path = dice.choice(
            ("/", "/say", "/suggest", "/press", "/submit", "/dismiss", "/use", "/static/../x", "/media/9")
        )
        query = {name: self.text(20) for name in dice.sample(("user", "locale", "place", "theme"), dice.randint(0, 4))}
        foreign = dice.random() < 0.3
        host = self.url.removeprefix("http://")
        headers = {"Host": host, "Origin": self.url}
        if foreign:
            headers[dice.choice(("Host", "Origin"))] = dice.choice(
                ("evil.example", f"{host}.evil.example", "null", "x:1")
            )
        method = "GET" if path in ("/", "/media/9") or path.startswith("/static") else "POST"
        async with self.session.request(
            method, self.url + path, params=query, headers=headers, data=self.body()
        ) as answer:
            if foreign and answer.status != 403:
                return f"{answer.status} for a page from elsewhere: {path} {headers}"
            return f"{answer.status} at {path}" if answer.status >= 500 else None

    def body(self) -> bytes:
        """Return a body that is nearly right."""
        dice = self.dice
        if dice.random() < 0.2:
            return self.bytes()
        filled = {"text": self.text(200), "command": dice.choice(("cast", "help", self.text(30))),
                  "options": {dice.choice(("who", self.text(10))): self.text(50)}, "focused": dice.choice(("", "who")),
                  "message": dice.randrange(2**64), "custom_id": self.text(100), "id": dice.randrange(2**70),
                  "interaction": dice.randrange(2**64), "values": {}}  # fmt: skip
        return json.dumps(filled).encode()


def _bad(failed: bool, said: str, given: str) -> str | None:
    """What went wrong; a failure that nobody expects stands in the log besides."""
    return f"no answer to {given!r}" if failed or not said else None


def _forget(discord: LocalDiscord) -> None:
    """Let the local Discord keep no more than the latest answers."""
    state = discord.state
    for kept, most in ((state.interactions, 200), (state.interactions_by_token, 200)):
        while len(kept) > most:
            del kept[next(iter(kept))]
    for message in list(state.messages)[1:-200]:
        del state.messages[message]
