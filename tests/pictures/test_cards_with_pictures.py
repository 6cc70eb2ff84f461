"""Cards with pictures."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from bot.pictures import renderer
from bot.preview.server import components as c
from tests.pictures.drawings import FOLDERS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bot.preview.client.answer import Answer
    from tests.pictures.drawings import Running

MISSING = "This picture can’t be shown right now"


def gallery(answer: Answer) -> list[dict[str, Any]]:
    assert answer.shown
    return [item for _, part in c.walk(answer.shown.components) if part["type"] == c.GALLERY for item in part["items"]]


async def test_a_card_is_sent_at_once_and_its_picture_is_edited_in(running: Running) -> None:
    answer = await running.discord.client("Ann").slash("ratings")

    assert "Ratings of Harbour Lights" in answer.text
    assert gallery(answer) == []
    assert MISSING not in answer.text

    await running.complete(answer)

    assert [item["description"][:10] for item in gallery(answer)] == ["Line chart"]
    assert [file["filename"] for file in answer.attachments] == ["ratings.png"]
    assert "Ratings of Harbour Lights" in answer.text


async def test_a_cached_picture_is_sent_with_the_card(prepared: Running) -> None:
    await prepared.complete(await prepared.discord.client("Ann").slash("ratings"))
    answer = await prepared.discord.client("Bea").slash("ratings")

    assert len(gallery(answer)) == 1
    assert answer.attachments[0]["description"] == gallery(answer)[0]["description"]
    assert answer.attachments[0]["content_type"] == "image/png"
    assert answer.payload
    assert answer.payload["type"] == 4


async def test_each_card_has_its_own_picture(prepared: Running) -> None:
    ann = prepared.discord.client("Ann")
    ladder = await ann.press(await ann.slash("ratings"), "Rankings")
    await prepared.complete(ladder)
    assert [file["filename"] for file in ladder.attachments] == ["ladder.png"]

    ratings = await ann.press(ladder, "Ratings")
    await prepared.complete(ratings)
    assert [file["filename"] for file in ratings.attachments] == ["ratings.png"]

    show = await ann.press(ratings, "The show")
    assert show.edited
    assert show.attachments == []
    assert gallery(show) == []

    again = await ann.press(await ann.press(show, "Ratings"), "Rankings")
    assert [file["filename"] for file in again.attachments] == ["ladder.png"]


async def test_a_late_picture_does_not_replace_another_card(running: Running) -> None:
    ann = running.discord.client("Ann")
    ratings = await ann.slash("ratings")
    show = await ann.press(ratings, "The show")
    await running.complete(show)

    assert show.attachments == []
    assert "Harbour Lights" in show.text
    assert "Ratings of" not in show.text


async def test_a_picture_with_spoilers_is_blurred(prepared: Running) -> None:
    ann = prepared.discord.client("Ann")
    who = await ann.press(await ann.slash("cast"), "Relationship chart")
    await prepared.complete(who)
    assert [item["spoiler"] for item in gallery(who)] == [False]

    blurred = await ann.press(who, "Relationship chart with spoilers")
    await prepared.complete(blurred)
    assert [item["spoiler"] for item in gallery(blurred)] == [True]
    assert "In love" in blurred.text
    assert "||**Ok Mi-rae** and **Seo Da-on**: In love||" in blurred.text


async def test_a_card_says_that_its_picture_failed(
    running: Running, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderer.sys, "executable", "/bin/false")
    answer = await running.discord.client("Ann").slash("ratings")
    await running.complete(answer)

    assert MISSING in answer.text
    assert answer.attachments == []
    assert "cannot show picture ratings" in caplog.text

    again = await running.discord.client("Ann").slash("ratings")
    assert MISSING in again.text


async def test_a_press_by_another_fan_opens_a_private_card_with_its_picture(prepared: Running) -> None:
    ratings = await prepared.discord.client("Ann").slash("ratings")
    ladder = await prepared.discord.client("Bea").press(ratings, "Rankings")
    await prepared.complete(ladder)

    assert ladder.ephemeral
    assert [file["filename"] for file in ladder.attachments] == ["ladder.png"]


async def test_a_picture_arrives_after_a_server_error_of_discord(prepared: Running) -> None:
    await prepared.complete(await prepared.discord.client("Ann").slash("ratings"))
    prepared.discord.fail_requests("POST", "/callback$", times=1, status=500)
    answer = await prepared.discord.client("Ann").slash("ratings")

    assert [file["filename"] for file in answer.attachments] == ["ratings.png"]


async def test_fans_who_ask_at_once_all_get_the_picture(running: Running) -> None:
    fans = [running.discord.client(name) for name in ("Ann", "Bea", "Cho", "Dan")]
    answers = await asyncio.gather(*(fan.slash("ost") for fan in fans))
    for answer in answers:
        await running.complete(answer)

    assert all([file["filename"] for file in answer.attachments] == ["soundtrack.png"] for answer in answers)


async def test_pictures_are_sent_over_http(over_http: Running) -> None:
    ann = over_http.discord.client("Ann")
    ratings = await ann.slash("ratings")
    assert ratings.attachments == []
    await over_http.complete(ratings)
    assert [file["filename"] for file in ratings.attachments] == ["ratings.png"]

    again = await ann.slash("ratings")
    assert [file["filename"] for file in again.attachments] == ["ratings.png"]

    show = await ann.press(again, "The show")
    assert show.edited
    assert show.attachments == []


PROCESS = """
import asyncio, sys
from pathlib import Path
from bot.app import FanBot
from bot.domain.knowledge_base import KnowledgeBase
from bot.preview.server.connect import redirect_discordpy
from bot.preview.client.client import LocalDiscord
from data import load

async def main(show, cache):
    async with LocalDiscord(response_deadline=600, answer_timeout=600) as discord:
        with redirect_discordpy(discord):
            async with FanBot(KnowledgeBase(load(Path(show))), cache=Path(cache)) as bot:
                task = asyncio.create_task(bot.start(discord.token))
                await discord.wait_for_bot(600)
                answer = await discord.client("Ann").slash("ratings")
                await bot.responder.wait_until_idle(600)
                assert answer.attachments
                print(sorted({name.partition(".")[0] for name in sys.modules}))
                await bot.close()
                await asyncio.gather(task, return_exceptions=True)

asyncio.run(main(*sys.argv[1:]))
"""


def test_a_bot_that_shows_pictures_never_imports_the_drawing_libraries(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROCESS, str(FOLDERS["invented"]), str(tmp_path / "cache")]
    done = subprocess.run(command, cwd=FOLDERS["bundled"].parent.parent, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "'discord'" in done.stdout
    for library in ("matplotlib", "numpy", "PIL", "pygraphviz", "fontTools"):
        assert f"'{library}'" not in done.stdout
