"""The same answers in servers, direct messages and private channels, installed by a server or by a person."""

from __future__ import annotations

import pytest

PLACES = [("guild", "guild"), ("dm", "guild"), ("dm", "user"), ("private", "user"), ("guild", "user")]


@pytest.mark.parametrize(("where", "install"), PLACES)
@pytest.mark.parametrize("locale", ["en-US", "en-GB", "ko", "de", "ja", "pt-BR"])
async def test_every_command_answers_everywhere_in_every_locale(discord, running, where, install, locale):
    fan = discord.client("Traveller", locale=locale, context=where, install=install)
    for command in ("cast", "ost", "ratings", "season2", "show", "help"):
        answer = await fan.slash(command)

        assert answer.text
        assert ("하버" in answer.text or any("가" <= char <= "힣" for char in answer.text)) or locale != "ko"


async def test_commands_are_not_sent_again_when_nothing_changed(discord, running):
    discord.transcript.clear()
    await running.stop()
    await running.start()

    methods = [one.method for one in discord.transcript if one.path.endswith("/commands")]
    assert methods == ["GET"]
