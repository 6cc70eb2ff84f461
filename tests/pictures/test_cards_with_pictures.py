"""Cards with pictures."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from bot.interactions import responder
from bot.pictures import cache, renderer
from bot.preview.server import components as c
from tests.shows import HARBOUR, ROOT
from tests.waiting import HANG_GUARD

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bot.preview.client.answer import Answer
    from tests.pictures.drawings import Running

MISSING = "This picture can’t be shown right now"


def gallery(answer: Answer) -> list[dict[str, Any]]:
    assert answer.shown
    return [item for _, part in c.walk(answer.shown.components) if part["type"] == c.GALLERY for item in part["items"]]


async def test_a_card_whose_picture_is_not_drawn_yet_is_sent_once_and_complete(running: Running) -> None:
    answer = await running.discord.client("Ann").slash("ratings")

    assert "Ratings of Harbour Lights" in answer.text
    assert [item["description"][:10] for item in gallery(answer)] == ["Line chart"]
    assert [file["filename"] for file in answer.attachments] == ["ratings.webp"]
    await running.complete(answer)
    assert answer.shown
    assert answer.shown.edited_at is None


async def test_a_card_whose_picture_takes_too_long_is_sent_without_and_the_next_one_with_it(
    running: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(responder, "PICTURE_TIMEOUT", 0)
    answer = await running.discord.client("Ann").slash("ratings")

    assert MISSING in answer.text
    assert answer.attachments == []
    assert "picture ratings is not drawn after 0 seconds" in caplog.text

    monkeypatch.setattr(responder, "PICTURE_TIMEOUT", HANG_GUARD)
    again = await running.discord.client("Ann").slash("ratings")
    assert [file["filename"] for file in again.attachments] == ["ratings.webp"]


async def test_a_cached_picture_is_sent_with_the_card(prepared: Running) -> None:
    await prepared.complete(await prepared.discord.client("Ann").slash("ratings"))
    answer = await prepared.discord.client("Bea").slash("ratings")

    assert len(gallery(answer)) == 1
    assert answer.attachments[0]["description"] == gallery(answer)[0]["description"]
    assert answer.attachments[0]["content_type"] == "image/webp"
    assert answer.payload
    assert answer.payload["type"] == 4


async def test_each_card_has_its_own_picture(prepared: Running) -> None:
    ann = prepared.discord.client("Ann")
    ladder = await ann.press(await ann.slash("ratings"), "Rankings")
    await prepared.complete(ladder)
    assert [file["filename"] for file in ladder.attachments] == ["ladder.webp"]

    ratings = await ann.press(ladder, "Ratings")
    await prepared.complete(ratings)
    assert [file["filename"] for file in ratings.attachments] == ["ratings.webp"]

    episodes = await ann.press(ratings, "All episodes")
    assert episodes.edited
    assert episodes.attachments == []
    assert gallery(episodes) == []

    again = await ann.press(await ann.press(episodes, "Ratings"), "Rankings")
    assert [file["filename"] for file in again.attachments] == ["ladder.webp"]


async def test_a_picture_with_spoilers_is_for_one_reader_only(prepared: Running) -> None:
    ann = prepared.discord.client("Ann")
    who = await ann.press(await ann.slash("cast"), "Who’s who")
    await prepared.complete(who)
    assert "In love" not in who.text

    told = await ann.press(who, "Who’s who (spoilers)")
    await prepared.complete(told)
    assert told.ephemeral
    assert len(gallery(told)) == 1
    assert "**Ok Mi-rae** and **Seo Da-on** · In love" in told.text


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
    assert caplog.text.count("cannot show picture ratings") == 1


async def test_a_bot_without_the_drawing_libraries_says_so_on_the_card_and_in_one_line(
    running: Running, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderer, "DRAWING_LIBRARIES", ("no_such_library",))
    answer = await running.discord.client("Ann").slash("ratings")

    assert MISSING in answer.text
    assert caplog.text.count("cannot show picture ratings: the drawing libraries") == 1


async def test_an_image_shows_the_pictures_that_were_drawn_when_it_was_built(
    running: Running, cached_pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderer, "DRAWING_LIBRARIES", ("no_such_library",))
    monkeypatch.setattr(cache, "BUNDLED", cached_pictures)
    answer = await running.discord.client("Ann").slash("ratings")

    assert [file["filename"] for file in answer.attachments] == ["ratings.webp"]


async def test_a_press_by_another_fan_opens_a_private_card_with_its_picture(prepared: Running) -> None:
    ratings = await prepared.discord.client("Ann").slash("ratings")
    ladder = await prepared.discord.client("Bea").press(ratings, "Rankings")
    await prepared.complete(ladder)

    assert ladder.ephemeral
    assert [file["filename"] for file in ladder.attachments] == ["ladder.webp"]


async def test_a_picture_arrives_after_a_server_error_of_discord(prepared: Running) -> None:
    await prepared.complete(await prepared.discord.client("Ann").slash("ratings"))
    prepared.discord.fail_requests("POST", "/callback$", times=1, status=500)
    answer = await prepared.discord.client("Ann").slash("ratings")

    assert [file["filename"] for file in answer.attachments] == ["ratings.webp"]


async def test_fans_who_ask_at_once_all_get_the_picture(running: Running) -> None:
    fans = [running.discord.client(name) for name in ("Ann", "Bea", "Cho", "Dan")]
    answers = await asyncio.gather(*(fan.slash("ratings") for fan in fans))
    for answer in answers:
        await running.complete(answer)

    assert all([file["filename"] for file in answer.attachments] == ["ratings.webp"] for answer in answers)


async def test_pictures_are_sent_over_http(over_http: Running) -> None:
    ann = over_http.discord.client("Ann")
    ratings = await ann.slash("ratings")
    assert [file["filename"] for file in ratings.attachments] == ["ratings.webp"]

    again = await ann.slash("ratings")
    assert [file["filename"] for file in again.attachments] == ["ratings.webp"]

    episodes = await ann.press(again, "All episodes")
    assert episodes.edited
    assert episodes.attachments == []


PROCESS = """
import asyncio, sys
from pathlib import Path
from bot.app import FanBot
from bot.domain.knowledge_base import KnowledgeBase
from bot.interactions import responder
from bot.preview.server.connect import redirect_discordpy
from bot.preview.client.client import LocalDiscord
from data import load

responder.PICTURE_TIMEOUT = 600

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
    command = [sys.executable, "-c", PROCESS, str(HARBOUR), str(tmp_path / "cache")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "'discord'" in done.stdout
    for library in ("PIL", "resvg_py", "uharfbuzz"):
        assert f"'{library}'" not in done.stdout
