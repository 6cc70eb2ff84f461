"""Pictures are drawn once, in a process of their own, and are available whatever happens to it."""

from __future__ import annotations

import asyncio
import os
import signal
import tempfile
from typing import TYPE_CHECKING

import pytest

from bot.cards import charts
from bot.pictures import cache, renderer
from bot.pictures.cache import PictureCache, PictureState, PictureUnavailable
from bot.pictures.drawing import __main__ as drawing
from tests.pictures.drawings import reader

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.pictures.cache import Picture
    from data.records import Show


@pytest.fixture
async def pictures(tmp_path: Path) -> AsyncIterator[PictureCache]:
    pictures = PictureCache(tmp_path / "cache")
    yield pictures
    await pictures.close()


@pytest.fixture
def curve(harbour: Show) -> Picture:
    found = charts.ratings_chart(reader(harbour, "en"))
    assert found
    return found


async def test_a_picture_is_stored_for_the_next_process(pictures: PictureCache, curve: Picture) -> None:
    assert pictures.lookup(curve) == (PictureState.MISSING, b"")
    webp = await pictures.render(curve)

    assert PictureCache(pictures.folder).lookup(curve) == (PictureState.READY, webp)
    assert [file.name for file in pictures.folder.glob("*.webp")] == [pictures.path(curve).name]


async def test_fans_who_ask_at_the_same_time_share_one_drawing(pictures: PictureCache, curve: Picture) -> None:
    one, two = await asyncio.gather(pictures.render(curve), pictures.render(curve))

    assert one is two


async def test_other_words_make_another_picture(pictures: PictureCache, harbour: Show, curve: Picture) -> None:
    korean = charts.ratings_chart(reader(harbour, "ko"))

    assert korean
    assert pictures.path(korean) != pictures.path(curve)
    assert charts.ratings_chart(reader(harbour, "en")) == curve


@pytest.mark.parametrize("left", [b"", b"RIFF\x00\x10\x00\x00WEBPVP8Lhalf a pic"])
async def test_a_truncated_file_is_drawn_again(pictures: PictureCache, curve: Picture, left: bytes) -> None:
    pictures.folder.mkdir()
    pictures.path(curve).write_bytes(left)

    assert pictures.lookup(curve)[0] is PictureState.MISSING
    webp = await pictures.render(curve)
    assert len(webp) == int.from_bytes(webp[4:8], "little") + 8


async def test_old_temporary_files_of_a_crash_are_removed(pictures: PictureCache, curve: Picture) -> None:
    pictures.folder.mkdir()
    old, new = (pictures.folder / name for name in ("old.part", "new.part"))
    for file in (old, new):
        file.write_bytes(b"half")
    os.utime(old, (0, 0))
    await pictures.render(curve)

    assert not old.exists()
    assert new.exists()


async def test_no_picture_is_lost_when_the_renderer_is_killed(
    pictures: PictureCache, harbour: Show, curve: Picture
) -> None:
    await pictures.render(curve)
    os.kill(_process(pictures), signal.SIGKILL)
    others = [charts.rankings_chart(reader(harbour, "en")), charts.netflix_chart(reader(harbour, "en"))]

    drawn = await asyncio.gather(*(pictures.render(other) for other in others if other))
    assert len(drawn) == 2


async def test_a_renderer_that_cannot_start_is_logged(
    pictures: PictureCache, curve: Picture, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(renderer.sys, "executable", "/bin/false")
    with pytest.raises(PictureUnavailable):
        await pictures.render(curve)

    assert "the renderer process ended" in caplog.text


async def test_without_a_writable_folder_pictures_go_into_a_temporary_one(
    tmp_path: Path, curve: Picture, harbour: Show, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("no folder")
    pictures = PictureCache(tmp_path / "file" / "cache")
    try:
        webp = await pictures.render(curve)
        other = charts.rankings_chart(reader(harbour, "en"))
        assert other
        await pictures.render(other)
        pictures._memory_cache.clear()

        assert pictures.lookup(curve) == (PictureState.READY, webp)
    finally:
        await pictures.close()

    (told,) = [record.getMessage() for record in caplog.records if record.levelname != "INFO"]
    assert told.startswith("pictures are stored only until the bot stops")
    assert str(tmp_path / "file") in told
    assert "set CACHE to a folder" in told


async def test_without_any_writable_folder_one_warning_says_so_and_cards_have_no_pictures(
    tmp_path: Path, curve: Picture, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "file" / "tmp"))
    pictures = PictureCache(tmp_path / "file" / "cache")
    for _ in range(3):
        with pytest.raises(PictureUnavailable):
            await pictures.render(curve)

    assert pictures.lookup(curve) == (PictureState.FAILED, b"")
    (told,) = [(record.levelname, record.getMessage()) for record in caplog.records]
    assert told[0] == "WARNING"
    assert "set CACHE to a folder" in told[1]


def test_a_full_disk_leaves_no_partial_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(drawing.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        drawing.write_atomically(tmp_path / "picture.webp", b"drawn")

    assert list(tmp_path.iterdir()) == []


async def test_a_picture_that_is_too_large_is_not_shown(
    pictures: PictureCache, curve: Picture, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(cache, "MAX_FILE_SIZE", 1000)
    with pytest.raises(PictureUnavailable):
        await pictures.render(curve)

    assert "exceed the limit" in caplog.text


async def test_a_picture_that_takes_too_long_is_given_up(
    pictures: PictureCache, curve: Picture, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(renderer, "RENDER_TIMEOUT", 0.01)
    with pytest.raises(PictureUnavailable):
        await pictures.render(curve)

    assert "longer than" in caplog.text


async def test_an_idle_renderer_exits(pictures: PictureCache, curve: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer, "IDLE_TIMEOUT", 0.0)
    await pictures.render(curve)
    process = pictures._renderer._process

    assert process
    assert await process.wait() == 0


async def test_memory_holds_only_the_pictures_that_were_shown_last(
    pictures: PictureCache, harbour: Show, curve: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await pictures.render(curve)
    other = charts.rankings_chart(reader(harbour, "en"))
    assert other
    second = await pictures.render(other)
    monkeypatch.setattr(cache, "MEMORY_LIMIT", max(len(first), len(second)))
    small = PictureCache(pictures.folder)

    assert small.lookup(curve) == (PictureState.READY, first)
    assert small.lookup(other) == (PictureState.READY, second)
    assert list(small._memory_cache) == [other.digest]


def _process(pictures: PictureCache) -> int:
    process = pictures._renderer._process
    assert process
    return process.pid
