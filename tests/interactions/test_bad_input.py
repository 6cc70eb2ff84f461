"""Whatever is typed, the answer is clear, private, translated, and pings nobody."""

from __future__ import annotations

import dataclasses

import pytest

NASTY = [
    "@everyone",
    "||spoiler||",
    "`code` ```block```",
    "[link](https://example.org)",
    "<@1> <#2> <:x:3>",
    "<#2>",
    "<3",
    "\u202ereversed",
    "zero\u200bwidth\u200d",
    "# heading\n> quote",
    "qwrtzp",
    "x" * 6000,
    "가" * 6000,
    "qwrt\x00zp",
]


@pytest.mark.parametrize("typed", NASTY, ids=lambda text: ascii(text)[:24])
@pytest.mark.parametrize(("command", "option"), [("cast", "who"), ("ost", "track"), ("ratings", "episode")])
async def test_an_unknown_name_is_a_private_apology_that_cannot_break_out(fan, command, option, typed):
    answer = await fan.slash(command, **{option: typed})

    assert answer.ephemeral
    assert "@everyone" not in answer.text
    assert "\u202e" not in answer.text
    assert answer.text.count("||") - answer.text.count("\\|\\|") <= 0
    assert len(answer.text) < 400
    assert answer.payload["data"].get("allowed_mentions", {}).get("parse", []) == []
    await fan.autocomplete(command, option, typed[:6000])


async def test_the_apology_is_in_the_language_of_the_client(korean_fan):
    answer = await korean_fan.slash("cast", who="qwrtzp")

    assert answer.ephemeral
    assert "찾지 못했어요" in answer.text


async def test_near_names_are_offered_as_buttons(fan):
    answer = await fan.slash("cast", who="Sea I-jam")

    assert answer.ephemeral
    if any("Seo I-jun" in label for label in answer.buttons):
        opened = await fan.press(answer, next(label for label in answer.buttons if "Seo I-jun" in label))
        assert opened.text.startswith("## Seo I-jun")


async def test_several_fitting_names_are_asked_back_privately(fan):
    answer = await fan.slash("cast", who="Seo")

    assert answer.ephemeral
    assert {"Seo I-jun · Yoon Ha-rin", "Seo Da-on · Bae I-an"} <= set(answer.buttons)


async def test_an_episode_out_of_range_is_answered_with_those_that_exist(fan):
    answer = await fan.slash("ratings", episode="99")

    assert answer.ephemeral
    assert "There is no episode “99”" in answer.text
    assert any("Episode 4" in label for label in answer.buttons)


@pytest.mark.parametrize("options", [[], [{"type": 1, "name": "of", "options": []}]], ids=["command", "subcommand"])
async def test_a_command_of_an_earlier_version_is_a_private_sentence_and_no_error(
    discord, fan, caplog, monkeypatch, options
):
    show = discord.state.commands[None][1, "show"]
    old = dataclasses.replace(show, body=show.body | {"name": "oldcommand", "options": options})
    monkeypatch.setitem(discord.state.commands[None], old.key, old)
    answer = await fan.slash("oldcommand of" if options else "oldcommand")

    assert answer.ephemeral
    assert "This command no longer exists." in answer.text
    assert list(answer.buttons) == ["All commands"]
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_a_menu_of_an_earlier_version_is_a_private_sentence_too(discord, korean_fan, caplog, monkeypatch):
    show = discord.state.commands[None][1, "show"]
    old = dataclasses.replace(show, body=show.body | {"name": "Old menu", "type": 2, "description": ""})
    monkeypatch.setitem(discord.state.commands[None], old.key, old)
    answer = await korean_fan.menu("Old menu", korean_fan)

    assert answer.ephemeral
    assert "이 명령어는 이제 없어요." in answer.text
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
