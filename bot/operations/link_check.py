"""Visits web pages politely and tells which are gone or have moved.

Each host is visited over one connection, page after page with a pause, and as its robots.txt allows.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import aiohttp
from yarl import URL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

AGENT: Final = "reference-bot-link-check"
PAUSE: Final = 1.0
"""Seconds between two requests to a host, where its robots.txt asks for no longer delay."""
LONGEST_PAUSE: Final = 30.0
TIMEOUT: Final = 20.0
"""Seconds for a request."""
HOSTS_AT_ONCE: Final = 16
MAX_ROBOTS: Final = 512 * 1024
"""Bytes of a robots.txt that are read, as RFC 9309 asks."""

GONE: Final = frozenset({404, 410})
NOT_FOR_GET: Final = frozenset({403, 405, 406, 429, 501})
"""Answers to GET after which HEAD is tried."""
PERMANENT: Final = frozenset({301, 308})


class Outcome(StrEnum):
    """What became of a page."""

    FOUND = "found"
    MOVED = "moved"
    DEAD = "dead"
    UNCLEAR = "unclear"
    """The host answered with an error that may pass, or did not answer."""
    EXCLUDED = "excluded"
    """The robots.txt of the host asks not to visit the page."""


class Visit(NamedTuple):
    """A page, what became of it, and details in words."""

    url: str
    outcome: Outcome
    detail: str = ""


class _Answer(NamedTuple):
    status: int
    url: str
    moved: bool


async def visit_pages(
    urls: Iterable[str], visited: Callable[[Visit], None], *, pause: float = PAUSE, request_timeout: float = TIMEOUT
) -> None:
    """Visit each page once and call ``visited`` with each result, as they come."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        hosts[f"{urlsplit(url).scheme}://{urlsplit(url).netloc}"].append(url)
    gate = asyncio.Semaphore(HOSTS_AT_ONCE)
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit_per_host=1, resolver=aiohttp.ThreadedResolver()),
        headers={"User-Agent": f"{AGENT}/1.0", "Accept": "*/*"},
        timeout=aiohttp.ClientTimeout(total=request_timeout),
    ) as session:

        async def visit_host(host: str, pages: Sequence[str]) -> None:
            async with gate:
                robots = await _robots(session, host)
                wait = min(max(pause, float(robots.crawl_delay(AGENT) or 0)), LONGEST_PAUSE)
                for url in pages:
                    if not robots.can_fetch(AGENT, url):
                        visited(Visit(url, Outcome.EXCLUDED, "robots.txt asks not to visit it"))
                        continue
                    await asyncio.sleep(wait)
                    visited(await _visit(session, url))

        async with asyncio.TaskGroup() as group:
            for host, pages in hosts.items():
                group.create_task(visit_host(host, pages))


async def _robots(session: aiohttp.ClientSession, host: str) -> RobotFileParser:
    """The rules of a host. As RFC 9309 says, none of them apply if there is no file, all if the host fails."""
    robots = RobotFileParser()
    robots.modified()  # otherwise the parser refuses everything
    try:
        async with session.get(f"{host}/robots.txt") as response:
            if response.ok:
                text = await response.content.read(MAX_ROBOTS)
                robots.parse(text.decode(errors="replace").splitlines())
            elif response.status >= 500:
                robots.parse(["User-agent: *", "Disallow: /"])
    except (aiohttp.ClientError, TimeoutError):
        pass  # the visit of the page tells why the host cannot be reached
    return robots


async def _visit(session: aiohttp.ClientSession, url: str) -> Visit:
    try:
        answer = await _request(session, "GET", url)
        if answer.status in NOT_FOR_GET:
            head = await _request(session, "HEAD", url)
            answer = head if head.status < 400 else answer
    except aiohttp.ClientConnectorDNSError:
        return Visit(url, Outcome.DEAD, "its host is not known")
    except TimeoutError:
        return Visit(url, Outcome.UNCLEAR, "does not answer in time")
    except (aiohttp.ClientError, ValueError) as error:
        return Visit(url, Outcome.UNCLEAR, f"cannot be read: {type(error).__name__}")
    if answer.status in GONE:
        return Visit(url, Outcome.DEAD, f"answers {answer.status}")
    if answer.status >= 400:
        return Visit(url, Outcome.UNCLEAR, f"answers {answer.status}")
    return Visit(url, Outcome.MOVED, f"is now at {answer.url}") if answer.moved else Visit(url, Outcome.FOUND)


async def _request(session: aiohttp.ClientSession, method: str, url: str) -> _Answer:
    """Ask for a page without reading it. It moved if a redirect is permanent or ends at the front page of a site."""
    async with session.request(method, URL(url, encoded=True), allow_redirects=True) as response:
        to_the_front = bool(response.history) and urlsplit(url).path not in ("", "/") and response.url.path == "/"
        permanent = any(step.status in PERMANENT for step in response.history)
        return _Answer(response.status, str(response.url), to_the_front or (permanent and str(response.url) != url))
