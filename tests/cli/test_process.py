"""The command line: settings, messages and signals of a bot process."""

from __future__ import annotations

import asyncio
import signal
import socket
from typing import TYPE_CHECKING

import aiohttp
import pytest

from bot.config.settings import InvalidSettings, Settings
from tests.processes import HARBOUR, launch
from tests.waiting import PatientDiscord, until

if TYPE_CHECKING:
    from pathlib import Path

    from bot.preview.client.client import LocalDiscord

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB"


async def outcome(
    folder: Path, *arguments: str, discord: LocalDiscord | None = None, **settings: str
) -> tuple[int, str]:
    """Run ``python -m bot`` to its end; return the exit code and the output."""
    process = await launch(*arguments, folder=folder, discord=discord, **settings)
    return await process.ended(), process.log


@pytest.fixture
async def own_discord():
    async with PatientDiscord() as discord:
        yield discord


async def test_without_a_token_the_preview_starts_and_says_so(tmp_path):
    process = await launch(folder=tmp_path, PREVIEW_PORT="0")
    await process.says("Try the bot in your browser: http://127.0.0.1:")

    assert await process.stopped(signal.SIGINT) == 0
    assert "DISCORD_TOKEN is not set" in process.log
    assert "Traceback" not in process.log


def test_all_invalid_settings_are_reported_together(here):
    code, output = here(
        DISCORD_TOKEN="nonsense", SHOW="/nowhere", REPORT_URL="mail me", LOG_LEVEL="LOUD", PREVIEW_PORT="x"
    )

    assert code == 1
    for name in ("DISCORD_TOKEN", "SHOW", "REPORT_URL", "LOG_LEVEL", "PREVIEW_PORT"):
        assert f"{name}: " in output
    assert "nonsense" not in output
    assert "Traceback" not in output


def test_an_unreadable_env_file_is_reported_in_one_line(here, tmp_path):
    (tmp_path / ".env").write_bytes(b"REPORT_URL=\xff\xfe\x00")
    code, output = here("check")

    assert code == 1
    assert output.startswith(".env cannot be read")
    assert len(output.splitlines()) == 1


def test_invalid_lines_of_the_env_file_are_reported(here, tmp_path):
    (tmp_path / ".env").write_text("LOG_LEVEL=INFO\nREPORT_URL=\"https://example.org\nDISCORD_TOKEN='abc\n")
    code, output = here("check")

    assert (code, output) == (1, ".env: cannot parse line 2, 3; write NAME=value on one line, without quotes\n")


def test_a_token_on_the_line_below_its_name_is_reported_and_not_shown(here, tmp_path):
    (tmp_path / ".env").write_text(f"\n# The token:\nDISCORD_TOKEN=\n\n{TOKEN}\n")
    code, output = here("check")

    assert (code, output) == (1, ".env: cannot parse line 5; write NAME=value on one line, without quotes\n")


def test_a_setting_whose_name_is_one_letter_off_is_reported_with_the_right_name(here, tmp_path):
    slips = ("DISCORD_TOKN", "DICSORD_TOKEN", "LOGLEVEL", "CACHEE", "prot", "report_url")
    (tmp_path / ".env").write_text("COMPOSE_PROJECT_NAME=bot\n" + "".join(f"\n{name}=1\n" for name in slips))
    code, output = here("check")

    assert code == 1
    rights = ("DISCORD_TOKEN", "DISCORD_TOKEN", "LOG_LEVEL", "CACHE", "PORT", "REPORT_URL")
    assert output.splitlines() == [
        f".env: line {number}: {slip} is not a setting; did you mean {right}?"
        for number, slip, right in zip(range(3, 15, 2), slips, rights, strict=True)
    ]


def test_a_folder_may_begin_with_the_sign_for_the_home_folder(here, tmp_path):
    code, output = here("find", "x", HOME=tmp_path, CACHE="~/cache", SHOW=HARBOUR)

    assert code == 0, output
    assert list((tmp_path / "cache").iterdir())
    assert not (tmp_path / "~").exists()


def test_a_home_folder_that_does_not_exist_is_reported(here):
    code, output = here("check", CACHE="~nobody-of-this-name/cache")

    assert code == 1
    assert "CACHE: '~nobody-of-this-name/cache' names no home folder" in output


def test_settings_are_read_from_the_env_file(here, tmp_path):
    (tmp_path / ".env").write_text("LOG_LEVEL=LOUD\n")
    code, output = here("check")

    assert code == 1
    assert "LOG_LEVEL: 'LOUD' is not a log level; choose DEBUG" in output


async def test_a_token_that_discord_rejects_is_reported_in_one_line(tmp_path, own_discord):
    code, output = await outcome(tmp_path, discord=own_discord, DISCORD_TOKEN=TOKEN)

    assert code == 1
    assert "Discord rejects DISCORD_TOKEN" in output
    assert "Traceback" not in output
    assert TOKEN not in output


async def test_an_unreachable_discord_is_reported_in_one_line(tmp_path):
    async with PatientDiscord() as discord:
        pass
    code, output = await outcome(tmp_path, discord=discord, DISCORD_TOKEN=discord.token)

    assert code == 1
    assert "cannot reach Discord" in output
    assert "Traceback" not in output


@pytest.mark.parametrize("command", ["run", "serve", "sync"])
async def test_a_refused_login_is_reported_in_one_line(tmp_path, own_discord, command):
    own_discord.fail_requests("GET", "/users/@me$", status=403)
    code, output = await outcome(tmp_path, command, discord=own_discord, DISCORD_TOKEN=own_discord.token)

    assert code == 1
    assert "Discord refuses the login (403 " in output
    assert "Traceback" not in output


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (4004, "Discord rejects DISCORD_TOKEN; reset the token"),
        (4011, "remove SHARD_COUNT"),
        (4014, "Bot page of your application"),
    ],
)
async def test_a_gateway_that_closes_for_good_is_reported_in_one_sentence(tmp_path, own_discord, code, advice):
    process = await launch(folder=tmp_path, discord=own_discord, DISCORD_TOKEN=own_discord.token)
    await own_discord.wait_for_bot()
    await own_discord.close_gateway(code)

    assert await process.ended() == 1
    assert process.log.splitlines()[-1].startswith(f"Discord has closed the connection (code {code}): ")
    assert advice in process.log
    assert "Traceback" not in process.log
    assert " ERROR " not in process.log


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_stops_the_bot_after_it_has_answered_every_interaction(tmp_path, own_discord, number):
    process = await launch(folder=tmp_path, discord=own_discord, DISCORD_TOKEN=own_discord.token)
    await own_discord.wait_for_bot()
    fan = own_discord.client("Ann")
    asked = [asyncio.create_task(fan.slash("cast", who=name)) for name in ("", "zzz") * 20]
    await until(lambda: len(own_discord.state.interactions) == len(asked))

    assert await process.stopped(number) == 0
    assert all(answer.text for answer in await asyncio.gather(*asked))
    assert "Traceback" not in process.log


async def test_the_log_has_one_line_for_each_interaction_and_no_names_or_tokens(tmp_path, own_discord):
    process = await launch(folder=tmp_path, discord=own_discord, DISCORD_TOKEN=own_discord.token)
    await own_discord.wait_for_bot()
    await own_discord.client("Ann", locale="ko").slash("cast", who="somebody unheard of")
    await process.says("cast ko NoMatch")
    await process.stopped()

    assert process.log.count(" cast ko NoMatch ") == 1
    assert "unheard" not in process.log
    assert "Ann" not in process.log
    assert own_discord.token not in process.log


async def test_all_mistakes_in_facts_are_reported_and_the_bot_does_not_start(tmp_path):
    (tmp_path / "show.toml").write_text('[about]\nkey = "x"\n[[membr]]\n')
    code, output = await outcome(tmp_path, "run", SHOW=str(tmp_path), DISCORD_TOKEN=TOKEN)

    assert code == 1
    assert "unknown table; did you mean 'member'?" in output
    assert "title: is missing" in output or "'title'" in output
    assert "Traceback" not in output


def test_check_prints_every_problem(here, tmp_path):
    code, output = here("check", SHOW=tmp_path)

    assert code == 1
    assert "contains no facts" in output


async def test_a_busy_port_is_reported_in_one_line(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, output = await outcome(tmp_path, "preview", "--port", str(port))

    assert code == 1
    assert f"cannot listen on port {port} " in output
    assert "choose another one with PREVIEW_PORT or preview --port" in output
    assert "Traceback" not in output


@pytest.mark.parametrize("port", ["99999", "-5", "http"])
def test_a_port_that_cannot_be_is_reported_like_a_setting(here, port):
    code, output = here("preview", f"--port={port}")

    assert code == 1
    assert output == f"--port: {port!r} is not a port; choose a number from 0 (any free port) to 65535\n"


@pytest.mark.parametrize("command", ["run", "serve"])
async def test_a_url_with_an_address_of_ipv6_can_be_opened(tmp_path, own_discord, command):
    process = await launch(
        command, folder=tmp_path, discord=own_discord, DISCORD_TOKEN=own_discord.token, LISTEN="::1", METRICS_PORT="0",
        PORT="0",
    )  # fmt: skip
    url = await process.says(r"metrics at (http://\[::1\]:\d+)\n")
    async with aiohttp.ClientSession() as session, session.get(f"{url}/livez") as response:
        assert response.status == 200
    if command == "serve":
        await process.says(r"interactions at http://\[::1\]:\d+/interactions\n")
    assert await process.stopped() == 0


async def test_sync_registers_the_commands_and_exits(tmp_path, own_discord):
    code, output = await outcome(tmp_path, "sync", discord=own_discord, DISCORD_TOKEN=own_discord.token)

    assert code == 0
    assert "commands synced" in output


def test_the_repr_of_the_settings_does_not_contain_the_token():
    assert TOKEN not in repr(Settings.from_env({"DISCORD_TOKEN": TOKEN}))


def test_an_invalid_token_is_not_printed():
    with pytest.raises(InvalidSettings) as told:
        Settings.from_env({"DISCORD_TOKEN": "s3cret"})

    assert "s3cret" not in str(told.value)


def test_find_shows_what_a_text_finds_and_why(here, tmp_path):
    code, output = here("find", "tjdlwns", SHOW=str(HARBOUR), CACHE=str(tmp_path))

    assert code == 0
    assert "keyboard" in output
    assert "seo-i-jun" in output
    assert "/ost: no match" in output
