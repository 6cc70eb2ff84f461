"""The HTTP server of the preview page: access, limits and errors."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from yarl import URL

from bot.preview.page.page import Page, PageView, locale_names
from bot.preview.page.strings import SOURCE, TEXTS, strings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.preview.client.client import LocalDiscord
    from bot.preview.page.server import PreviewServer


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def ours(server: PreviewServer, **headers: str) -> dict[str, str]:
    return {"Origin": server.url} | headers


async def test_the_page_loads_and_runs_only_its_own_files(server: PreviewServer, http: aiohttp.ClientSession) -> None:
    for path in ("/", "/static/page.js", "/nowhere"):
        async with http.get(server.url + path) as response:
            policy = response.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "script-src 'self';" in policy
            assert "unsafe" not in policy
            assert response.headers["X-Content-Type-Options"] == "nosniff"


async def test_another_name_for_this_computer_is_refused(server: PreviewServer, http: aiohttp.ClientSession) -> None:
    for path in ("/", "/events", "/static/page.js"):
        async with http.get(server.url + path, headers={"Host": "evil.example"}) as response:
            assert response.status == 403


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:1", "null", None])
async def test_another_site_cannot_send_actions(
    server: PreviewServer, local: LocalDiscord, http: aiohttp.ClientSession, origin: str | None
) -> None:
    headers = {} if origin is None else {"Origin": origin}
    async with http.post(server.url + "/say", json={"text": "forged"}, headers=headers) as response:
        assert response.status == 403
    assert not local.state.messages


async def test_another_site_cannot_read_events(server: PreviewServer, http: aiohttp.ClientSession) -> None:
    async with http.get(server.url + "/events", headers={"Origin": "https://evil.example"}) as response:
        assert response.status == 403


def test_the_server_listens_on_loopback_only(server: PreviewServer) -> None:
    port = int(server.url.rpartition(":")[2])
    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127."):
        own = "127.0.0.2"
    with pytest.raises(OSError), socket.create_connection((own, port), timeout=1):  # noqa: PT011
        pass


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/say", "{", 400),
        ("/say", '{"text": 1}', 400),
        ("/press", '{"message": 1, "custom_id": "1:cast"}', 409),
        ("/submit", '{"interaction": 1, "values": {}}', 409),
        ("/use", '{"command": "nonsense", "options": {}}', 409),
        ("/use", '{"command": "echo", "options": {"words": "a", "times": "many"}}', 409),
        ("/suggest", '{"command": "nonsense", "options": {"who": "a"}, "focused": "who"}', 409),
        ("/suggest", '{"command": "cast", "options": {}, "focused": "who"}', 409),
        ("/dismiss", '{"id": "1"}', 204),
    ],
)
async def test_an_unavailable_action_is_explained(
    server: PreviewServer, http: aiohttp.ClientSession, path: str, body: str, status: int
) -> None:
    async with http.post(server.url + path, data=body, headers=ours(server)) as response:
        assert response.status == status


async def test_too_long_a_body_is_refused(server: PreviewServer, http: aiohttp.ClientSession) -> None:
    async with http.post(server.url + "/say", data=b" " * (1024 * 1024 + 1), headers=ours(server)) as response:
        assert response.status == 413


async def test_a_body_that_does_not_arrive_times_out(server: PreviewServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.preview.page.server._BODY_TIMEOUT", 0.1)
    host = server.url.removeprefix("http://")
    reader, writer = await asyncio.open_connection(*host.split(":"))
    head = f"POST /say HTTP/1.1\r\nHost: {host}\r\nOrigin: {server.url}\r\nContent-Length: 10\r\n\r\n{{"
    writer.write(head.encode())

    assert b" 408 " in await reader.readline()
    writer.close()


@pytest.mark.parametrize("path", ["../server.py", "%2e%2e/server.py", "..%2fserver.py", "/etc/passwd", "%2fetc/passwd"])
async def test_no_file_but_the_pages_own_is_served(
    server: PreviewServer, http: aiohttp.ClientSession, path: str
) -> None:
    async with http.get(URL(f"{server.url}/static/{path}", encoded=True)) as response:
        assert response.status in (403, 404)


async def test_a_file_of_a_message_comes_from_the_page_itself(
    server: PreviewServer, local: LocalDiscord, http: aiohttp.ClientSession
) -> None:
    answer = await local.client("Ann").slash("cast")
    assert answer.shown
    for file in answer.shown.files:
        async with http.get(f"{server.url}/media/{file.id}") as response:
            assert await response.read() == file.data
    async with http.get(f"{server.url}/media/1") as response:
        assert response.status == 404


@pytest.mark.parametrize(
    ("address", "view"),
    [
        ({}, PageView()),
        ({"user": "2", "locale": "ko", "place": "dm", "theme": "dark"}, PageView(2, "ko", "dm", "dark")),
        ({"user": "9", "locale": "xx", "place": "<b>", "theme": ""}, PageView()),
    ],
)
def test_the_query_sets_the_view_and_invalid_values_are_ignored(address: dict[str, str], view: PageView) -> None:
    assert PageView.from_query(address) == view


def test_the_page_renders_in_every_locale(local: LocalDiscord) -> None:
    assert len(locale_names()) > 30
    for locale in locale_names():
        page = Page(local, PageView(locale=locale), set())
        assert f'value="{locale}" lang="{locale}" selected' in page.shell()


def test_all_languages_of_the_page_have_the_same_texts() -> None:
    for language in (path.stem for path in TEXTS.glob("*.toml")):
        assert strings(language).keys() == strings(SOURCE).keys()
        assert all(fields(text) == fields(strings(SOURCE)[key]) for key, text in strings(language).items())


def fields(text: str) -> set[Any]:
    return {part.partition("}")[0] for part in text.split("{")[1:]}
