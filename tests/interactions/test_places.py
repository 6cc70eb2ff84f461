"""The same answers in servers, direct messages and private channels, installed by a server or by a person."""

from __future__ import annotations

import pytest

from bot.i18n.catalog import catalog, language_of
from tests.locales import LOCALE_OF

PLACES = [("guild", "guild"), ("dm", "guild"), ("dm", "user"), ("private", "user"), ("guild", "user")]
READERS = [(*place, LOCALE_OF["en"]) for place in PLACES]
READERS += [(*PLACES[0], locale) for locale in ("en-GB", "es-419", "de", *LOCALE_OF.values())]


@pytest.mark.parametrize(("where", "install", "locale"), dict.fromkeys(READERS))
async def test_every_command_answers_everywhere_in_every_locale(discord, running, where, install, locale):
    fan = discord.client("Traveller", locale=locale, context=where, install=install)
    for command in ("cast", "ost", "ratings", "season2", "show", "help"):
        answer = await fan.slash(command)

        assert answer.text
        if command == "help":
            assert catalog(language_of(locale))("help-cast") in answer.text


async def test_commands_are_not_sent_again_when_nothing_changed(discord, running):
    discord.transcript.clear()
    await running.stop()
    await running.start()

    methods = [one.method for one in discord.transcript if one.path.endswith("/commands")]
    assert methods == ["GET"]
