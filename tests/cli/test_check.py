"""``python -m bot check`` names every slip in the catalogs."""

from __future__ import annotations

import shutil

import pytest

from bot.cli import main
from bot.config.settings import SHOW
from bot.i18n import catalog, lint
from tests.shows import cache_folder


@pytest.fixture
def locales(tmp_path, monkeypatch):
    folder = tmp_path / "bot" / "i18n" / "locales"
    for language in ("en", "ko"):
        shutil.copytree(catalog.LOCALES / language, folder / language)
    for module in (catalog, lint):
        monkeypatch.setattr(module, "LOCALES", folder)
    catalog.clear_caches()
    yield folder
    monkeypatch.undo()
    catalog.clear_caches()


def test_the_catalogs_of_the_bot_have_no_problems():
    assert lint.problems() == []


MISTAKES = """
broken = { $x
no-such-message = x
command-private = { $answer }
menu-answer = { gone } ♥
command-help = { SHOUT($x) }
all-cast = again
"""


def test_every_mistake_is_named_with_its_file_and_what_to_do(locales):
    with (locales / "ko" / "unsorted.ftl").open("w") as file:
        file.write(MISTAKES)
    (locales / "ko" / "commands.ftl").unlink()

    assert [line.removeprefix("bot/i18n/locales/ko/unsorted.ftl: ") for line in lint.problems()] == [
        "cannot be read from 'broken = { $x' on; look for a missing brace or indent",
        "all-cast is also in bot/i18n/locales/ko/errors.ftl; remove one of them",
        "no-such-message is not a message of en; correct its name or remove it",
        "command-private uses $answer, which the English message does not; correct the name",
        "menu-answer refers to gone, which does not exist; correct the name",
        "command-help uses $x, which the English message does not; correct the name",
        "command-help calls SHOUT, which does not exist; use one of CAPITALIZED, CONTRACTED, MYRIADS, PARTICLE",
    ]


def test_a_message_may_refer_to_a_message_and_a_term_of_another_file(locales):
    with (locales / "en" / "terms.ftl").open("w") as file:
        file.write("-card = card\nall-of-it = whole { -card }\n")
    (locales / "en" / "errors.ftl").write_text("all-cast = The { all-of-it }, the { -card }\n")
    catalog.clear_caches()

    assert catalog.catalog("en")("all-cast") == "The whole card, the card"


def test_a_complete_language_lacks_no_message(locales):
    (locales / "ko" / "errors.ftl").write_text("all-cast = \nall-ost = OST\n")
    catalog.clear_caches()

    assert lint.problems() == []
    assert "bot/i18n/locales/ko/errors.ftl: all-cast is missing; add it" in lint.problems(["ko"])
    assert not [line for line in lint.problems(["ko"]) if "all-ost" in line]
    assert lint.translated_shares("ko")["errors.ftl"][0] == 1


def test_the_facts_have_no_problems_and_the_progress_of_every_language_is_a_table(capsys, monkeypatch):
    monkeypatch.setenv("CACHE", str(cache_folder(SHOW)))
    assert main(["check", "--progress"]) == 0

    summary, header, *rows = capsys.readouterr().out.splitlines()
    assert "no problems" in summary
    assert header.split() == sorted(catalog.languages() - {catalog.SOURCE})
    assert len(rows) > 30
    assert all(len(row.split()) == 1 + len(header.split()) for row in rows)


def test_an_incomplete_language_is_no_problem(locales):
    (locales / "pt").mkdir()
    (locales / "pt" / "errors.ftl").write_text("all-cast = Toute la distribution\n")
    catalog.clear_caches()

    assert lint.problems() == []
