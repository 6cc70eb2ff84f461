"""``python -m bot check --links`` and ``--age``: what an editor is told about old facts and dead pages."""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
import socket
from collections import Counter
from typing import TYPE_CHECKING

import msgspec
import pytest
from aiohttp import web

from bot.operations.link_check import AGENT, Outcome, Visit, visit_pages
from data.freshness import aging, citations
from tests.ports import free_port
from tests.processes import launch
from tests.shows import HARBOUR, cache_folder, loaded

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

ROBOTS = "User-agent: *\nDisallow: /private\n"
ANSWERS = {
    "/gone": (410, ""),
    "/moved": (301, "/new"),
    "/for-a-while": (302, "/new"),
    "/front": (302, "/"),
    "/refused": (403, ""),
    "GET /head-only": (405, ""),
}


class Site:
    """A web site on the loopback interface that notes who asks for what."""

    def __init__(self) -> None:
        self.origin = ""
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.robots_status = 200
        self.closing = asyncio.Event()
        self.at_once = self.most_at_once = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(f"{request.method} {request.path}")
        self.agents.add(request.headers["User-Agent"])
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0)
        self.at_once -= 1
        if request.path == "/slow":
            await self.closing.wait()
        if request.path == "/robots.txt":
            return web.Response(text=ROBOTS, status=self.robots_status)
        status, location = ANSWERS.get(f"{request.method} {request.path}") or ANSWERS.get(request.path, (200, ""))
        return web.Response(status=status, headers={"Location": location} if location else {})

    async def visit(self, *paths: str, request_timeout: float = 30) -> dict[str, Visit]:
        visits: list[Visit] = []
        urls = [self.origin + path for path in paths]
        await visit_pages(urls, visits.append, pause=0, request_timeout=request_timeout)
        return {visit.url.removeprefix(self.origin): visit for visit in visits}


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", site.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    site.origin = f"http://127.0.0.1:{port}"
    yield site
    site.closing.set()
    await runner.cleanup()


@pytest.mark.parametrize(
    ("path", "outcome", "detail"),
    [
        ("/page", Outcome.FOUND, ""),
        ("/gone", Outcome.DEAD, "answers 410"),
        ("/moved", Outcome.MOVED, "is now at {origin}/new"),
        ("/for-a-while", Outcome.FOUND, ""),
        ("/front", Outcome.MOVED, "is now at {origin}/"),
        ("/refused", Outcome.UNCLEAR, "answers 403"),
        ("/head-only", Outcome.FOUND, ""),
        ("/private/page", Outcome.EXCLUDED, "robots.txt asks not to visit it"),
    ],
)
async def test_what_became_of_a_page_is_told(site: Site, path: str, outcome: Outcome, detail: str) -> None:
    visits = await site.visit(path)

    assert visits[path] == (site.origin + path, outcome, detail.format(origin=site.origin))


async def test_a_host_is_visited_politely(site: Site) -> None:
    paths = ["/a", "/private/b", "/c", "/c", "/head-only"]
    visits = await site.visit(*paths)

    assert set(visits) == set(paths)
    assert site.asked == ["GET /robots.txt", "GET /a", "GET /c", "GET /head-only", "HEAD /head-only"]
    assert site.most_at_once == 1
    assert all(agent.startswith(AGENT) for agent in site.agents)


@pytest.mark.parametrize(("status", "outcome"), [(404, Outcome.FOUND), (503, Outcome.EXCLUDED)])
async def test_a_host_without_rules_may_be_visited_and_one_that_fails_may_not(
    site: Site, status: int, outcome: Outcome
) -> None:
    site.robots_status = status

    assert (await site.visit("/private/page"))["/private/page"].outcome is outcome


async def test_a_page_that_does_not_answer_holds_nothing_up(site: Site) -> None:
    visits = await site.visit("/slow", "/page", request_timeout=1)

    assert visits["/slow"] == (f"{site.origin}/slow", Outcome.UNCLEAR, "does not answer in time")
    assert visits["/page"].outcome is Outcome.FOUND


async def test_a_host_that_is_not_known_is_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_arguments: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    visits: list[Visit] = []
    await visit_pages(["http://no-such-host.invalid/page"], visits.append, pause=0)

    assert [visit.outcome for visit in visits] == [Outcome.DEAD]


async def test_the_check_names_dead_and_moved_sources_and_what_cites_them(site: Site, tmp_path: Path) -> None:
    folder = shutil.copytree(HARBOUR, tmp_path / "show")
    sources = (folder / "sources.toml").read_text(encoding="utf-8")
    for source in loaded(HARBOUR).sources.values():
        path = {"daily": "gone", "blog": "moved"}.get(source.key, source.key)
        sources = sources.replace(f'"{source.url}"', f'"{site.origin}/{path}"')
    (folder / "sources.toml").write_text(sources, encoding="utf-8")

    process = await launch("check", "--links", "--pause", "0", folder=tmp_path, SHOW=folder)

    assert await process.ended() == 1
    dead = next(line for line in process.log.splitlines() if line.startswith("dead: "))
    assert dead.startswith(f"dead: source daily {site.origin}/gone answers 410; cited by ")
    assert "statement paper-hopes" in dead
    assert f"moved: source blog {site.origin}/moved is now at {site.origin}/new; cited by " in process.log
    counts = Counter(found=len(loaded(HARBOUR).sources) - 2, moved=1, dead=1)
    assert f"{counts['found']} found, 1 moved, 1 dead, 0 unclear, 0 excluded" in process.log
    assert "pages visited" in process.log


async def test_without_a_network_the_check_does_not_pass(tmp_path: Path) -> None:
    folder = shutil.copytree(HARBOUR, tmp_path / "show")
    sources = (folder / "sources.toml").read_text(encoding="utf-8")
    (folder / "sources.toml").write_text(
        sources.replace("https://", f"http://127.0.0.1:{free_port()}/"), encoding="utf-8"
    )

    process = await launch("check", "--links", "--pause", "0", folder=tmp_path, SHOW=folder)

    assert await process.ended() == 1
    assert "0 found" in process.log


def test_the_check_tells_what_can_change_and_how_old_it_is(here: Callable[..., tuple[int, str]]) -> None:
    code, output = here("check", "--age", "1", SHOW=HARBOUR, CACHE=cache_folder(HARBOUR))

    assert code == 0
    assert "Reviewed as a whole on " in output
    assert "Can change, and 1 months old or older:" in output
    assert "verdict" in output


def test_what_states_its_day_is_aging_and_the_oldest_comes_first() -> None:
    show = loaded(HARBOUR)
    day = dt.date(2024, 1, 31)
    fact = msgspec.structs.replace(show.facts[0], as_of=day)
    old = aging(msgspec.structs.replace(show, facts=(fact, *show.facts[1:])), dt.date(2025, 3, 1))

    assert old[0] == (f"fact {fact.key}", day, 12)
    assert [one.as_of for one in old] == sorted(one.as_of for one in old)
    assert "verdict" in {one.record for one in old}


def test_every_source_is_cited_by_something_that_is_named() -> None:
    show = loaded(HARBOUR)

    assert citations(show).keys() == show.sources.keys()
    assert "member seo-i-jun" in citations(show)["blog"]
