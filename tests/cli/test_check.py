"""``python -m bot check`` names every slip in the catalogs."""

from __future__ import annotations

import shutil

import pytest

from bot.i18n import catalog, lint


@pytest.fixture
def locales(tmp_path, monkeypatch):
    folder = tmp_path / "bot" / "i18n" / "locales"
    shutil.copytree(catalog.LOCALES, folder)
    for module in (catalog, lint):
        monkeypatch.setattr(module, "LOCALES", folder)
    catalog.clear_caches()
    yield folder
    monkeypatch.undo()
    catalog.clear_caches()


def test_the_catalogs_of_the_bot_have_no_problems():
    assert lint.problems() == []


def test_every_slip_is_named_with_its_file_and_what_to_do(locales):
    with (locales / "ko" / "failures.ftl").open("a") as file:
        file.write("\nbroken = { $x\nno-such-message = x\nunexpected = { $refrence }\nall-cast = { unexpected } ♥\n")

    told = lint.problems()
    assert len(told) == 4
    assert all(line.startswith("bot/i18n/locales/ko/failures.ftl: ") for line in told)
    assert any("cannot be read from 'broken" in line for line in told)
    assert any("no-such-message is no message of en" in line for line in told)
    assert any("$refrence" in line for line in told)
    assert any("all-cast refers to unexpected" in line for line in told)


def test_a_language_that_is_begun_is_no_problem(locales):
    (locales / "fr").mkdir()
    (locales / "fr" / "failures.ftl").write_text("all-cast = Toute la distribution\n")
    catalog.clear_caches()

    assert lint.problems() == []
