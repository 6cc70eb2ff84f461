"""The real bot with the invented show on a local Discord; its payloads are held against the description."""

from __future__ import annotations

import asyncio
import functools
import itertools
import json
import os
import re
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from bot.app import FanBot
from bot.preview.server.connect import redirect_discordpy
from bot.preview.server.endpoint import EndpointDelivery
from bot.transports.http import Endpoint, EndpointBot
from tests.openapi import DESCRIPTION
from tests.shows import knowledge_of
from tests.waiting import PatientDiscord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator, Iterator

    from bot.preview.client.client import LocalDiscord, UserClient
    from bot.preview.server.transcript import Exchange
    from data.records import Show

ROUTES = {
    r"/interactions/\d+/[^/]+/callback$": "/interactions/{interaction_id}/{interaction_token}/callback",
    r"/applications/\d+/commands$": "/applications/{application_id}/commands",
    r"/webhooks/\d+/[^/]+$": "/webhooks/{webhook_id}/{webhook_token}",
}
"""What the bot sends bodies to, and the route of the description."""


class Running:
    """A bot on a local Discord, which can be stopped and started again."""

    def __init__(self, discord: LocalDiscord, show: Show, kind: type[FanBot] = FanBot) -> None:
        self.discord = discord
        self.show = show
        self.kind = kind
        self.bot: FanBot | None = None
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> FanBot:
        self.bot = self.kind(knowledge_of(self.show), report_url="https://example.org/report")
        self._task = asyncio.create_task(self.bot.start(self.discord.token))
        await self.discord.wait_for_bot()
        await self.bot.sync_commands()
        return self.bot

    async def stop(self) -> None:
        if self.bot and self._task:
            await self.bot.close()
            await asyncio.gather(self._task, return_exceptions=True)


class CogsOnly(FanBot):
    """The bot whose interactions all go through discord.py and the cogs."""

    async def setup_hook(self) -> None:
        self.responder.respond_to_payload = lambda _payload: False
        await super().setup_hook()


class RunningBehindEndpoint(Running):
    """The same, without the gateway: interactions come as signed posts."""

    def __init__(self, discord: LocalDiscord, show: Show, post: EndpointDelivery) -> None:
        super().__init__(discord, show)
        self._post = post

    async def start(self) -> FanBot:
        self.bot = EndpointBot(knowledge_of(self.show), report_url="https://example.org/report")
        await self.bot.login(self.discord.token)
        self._endpoint = Endpoint(self.bot, "127.0.0.1", 0)
        await self._post.set_url(await self._endpoint.__aenter__())
        await self.bot.sync_commands()
        return self.bot

    async def stop(self) -> None:
        await self._endpoint.__aexit__()
        await self.bot.close()


@pytest.fixture(scope="session")
async def discord() -> AsyncIterator[LocalDiscord]:
    async with PatientDiscord() as discord:
        with redirect_discordpy(discord):
            yield discord


@pytest.fixture(scope="session", params=["gateway", "cogs", "http"])
async def running(request: pytest.FixtureRequest, discord: LocalDiscord, harbour: Show) -> AsyncIterator[Running]:
    async with EndpointDelivery(discord) as post:
        kind = CogsOnly if request.param == "cogs" else FanBot
        over_http = request.param == "http"
        running = RunningBehindEndpoint(discord, harbour, post) if over_http else Running(discord, harbour, kind)
        await running.start()
        yield running
        await running.stop()


@pytest.fixture
def fan(discord: LocalDiscord, running: Running) -> UserClient:
    return discord.client("Ann")


@pytest.fixture
def korean_fan(discord: LocalDiscord, running: Running) -> UserClient:
    return discord.client("Min-ji", locale="ko")


@pytest.fixture(scope="session")
def description() -> dict[str, Any] | None:
    """Discord's official description of its API; CI must have it."""
    if not DESCRIPTION.exists():
        assert not os.environ.get("CI"), (
            f"CI must check payloads against Discord's description; {DESCRIPTION} is missing"
        )
        return None
    return json.loads(DESCRIPTION.read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def described(request: pytest.FixtureRequest, description: dict[str, Any] | None) -> Iterator[None]:
    """Hold what the bot sent during the test against the description, when there is one."""
    discord = request.getfixturevalue("discord") if "discord" in request.fixturenames else None
    before = len(list(discord.transcript)) if discord else 0
    yield
    if discord and description:
        for exchange in list(discord.transcript)[before:]:
            check(exchange, description)


def check(exchange: Exchange, description: dict[str, Any]) -> bool:
    """Whether the exchange has a body that the description speaks of; fails the test when it contradicts it."""
    route = next((route for pattern, route in ROUTES.items() if re.search(pattern, exchange.path)), None)
    if route is None or exchange.body is None or exchange.method not in {"POST", "PUT"}:
        return False
    errors = _errors(route, exchange.method.lower(), id(description), json.dumps(exchange.body))
    assert not errors, f"{exchange.method} {exchange.path}: {errors}"
    return True


@functools.cache
def _errors(route: str, method: str, description: int, body: str) -> list[str]:
    """What contradicts the description. The same bodies are sent by all ways in, and validating one takes long."""
    errors = _validator(route, method, description).iter_errors(json.loads(body))
    return [error.message[:300] for error in itertools.islice(errors, 3)]


@functools.cache
def _validator(route: str, method: str, _description: int) -> Draft202012Validator:
    whole = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    schema = whole["paths"][route][method]["requestBody"]["content"]["application/json"]["schema"]
    return Draft202012Validator({**schema, "components": whole["components"]})


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: Any, call: Any) -> Generator[None, Any, Any]:
    report = yield
    local = getattr(item, "funcargs", {}).get("discord")
    if report.failed and local is not None:
        report.sections.append(("what went over the wire", str(local.transcript)[-6000:]))
    return report
