"""Payloads of the local Discord match Discord's OpenAPI schemas."""

from __future__ import annotations

import re

import aiohttp

from tests.preview.server.tiny_bot import NAMES
from tests.waiting import until

SHAPES = {
    r"GET /users/@me": "UserPIIResponse",
    r"GET /oauth2/applications/@me": "PrivateApplicationResponse",
    r"GET /gateway/bot": "GatewayBotResponse",
    r"(PUT|GET) /applications/\d+/commands": "ApplicationCommandResponse",
    r"POST /interactions/.*/callback": "InteractionCallbackResponse",
    r"(PATCH|GET|POST) /(webhooks|channels)/.*": "MessageResponse",
}


async def test_every_response_has_the_described_shape(local, ann, bea, described):
    card = await ann.slash("cast")
    await ann.autocomplete("cast", "who", "yoon")
    await bea.press(card, "Private copy")
    await ann.press(card, "Next")
    await ann.choose(card, None, NAMES[0])
    await ann.submit(await ann.press(card, "Write"), {"About": NAMES[0], "Question": "Who?"})
    await ann.slash("chart")
    await ann.slash("slow", how="edit")
    further = await ann.slash("more", times=1)
    await until(lambda: further.followups)
    await local.client("Ann", install="user").slash("cast")
    await ann.menu("Answer this", card)
    await ann.menu("Who is this", bea)
    async with aiohttp.ClientSession(headers={"Authorization": f"Bot {local.token}"}) as rest:
        channel = f"/channels/{card.message['channel_id']}/messages/{card.message['id']}"
        for path in ("/gateway/bot", f"/applications/{local.state.bot.id}/commands?with_localizations=1", channel):
            async with rest.get(local.api_url + path) as response:
                assert response.status == 200

    met = set()
    for exchange in local.transcript:
        for route, shape in SHAPES.items():
            if re.fullmatch(route, f"{exchange.method} {exchange.path}"):
                met.add(shape)
                for one in exchange.response if isinstance(exchange.response, list) else [exchange.response]:
                    problems = [f"{error.json_path}: {error.message}" for error in described(shape).iter_errors(one)]
                    assert not problems, (route, problems)
    assert met == set(SHAPES.values())
