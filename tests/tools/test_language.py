"""A new language is laid out: every English text beside an empty place, which shows English until it is filled."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import tomli
from fluent.syntax import FluentParser, ast

from bot.i18n.catalog import LOCALES, SOURCE
from bot.i18n.messages import read_messages
from data import load
from data.loader import TRANSLATIONS
from data.translating import laid_out, translated_shares
from tools import language

INVENTED = Path(__file__).parents[1] / "shows" / "harbour_lights"


def test_a_catalog_is_laid_out_with_its_english_texts_as_comments(tmp_path: Path) -> None:
    source = LOCALES / SOURCE / "errors.ftl"
    laid = tmp_path / "errors.ftl"
    laid.write_text(language.messages(source), encoding="utf-8")

    entries = [
        one for one in FluentParser().parse(source.read_text(encoding="utf-8")).body if isinstance(one, ast.Message)
    ]
    assert len(entries) > 5
    assert all(f"\n{one.id.name} =\n" in laid.read_text(encoding="utf-8") for one in entries)
    assert all(
        "\n# " + line in laid.read_text() for line in source.read_text(encoding="utf-8").splitlines() if "=" in line
    )
    assert not [one for one in FluentParser().parse(read_messages(laid)).body if not isinstance(one, ast.BaseComment)]


def test_a_translation_is_laid_out_and_counts_what_is_filled(tmp_path: Path) -> None:
    folder = tmp_path / "show"
    shutil.copytree(INVENTED, folder)
    place = folder / TRANSLATIONS / "fr.toml"
    place.write_text(laid_out(folder), encoding="utf-8")

    french = load(folder).in_language("fr")
    assert not french.is_complete
    assert french.members[0].role == load(folder).members[0].role
    assert all(done == 0 < whole for done, whole in translated_shares(folder, "fr").values())

    place.write_text(place.read_text().replace('\nrole = ""', '\nrole = "Pilote du port."', 1), encoding="utf-8")
    assert "Pilote du port." in {member.role for member in load(folder).in_language("fr").members}
    assert translated_shares(folder, "fr")["cast"][0] == 1


def test_a_lexicon_is_laid_out_with_all_its_tables_and_no_word() -> None:
    source = language.LEXICONS / f"{SOURCE}.toml"
    laid = tomli.loads(language.lexicon(source))

    assert laid.keys() == tomli.loads(source.read_text(encoding="utf-8")).keys()
    assert set(laid["words"]) > {"stopword", "episode", "rating"}
    assert not any(words for table in laid.values() for words in table.values())


@pytest.mark.parametrize("wrong", ["", "en_US.UTF-8", "C", "xx", "fr-fr", "../fr"])
def test_what_is_no_language_is_laid_out_nowhere(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert language.main([wrong]) == 1
    assert "LANG=fr" in capsys.readouterr().err
