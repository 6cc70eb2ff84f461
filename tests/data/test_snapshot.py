"""Starting again is quick, and never on old facts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data import BrokenFacts, load, load_cached

HARBOUR = Path(__file__).parents[1] / "shows" / "harbour_lights"


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(HARBOUR, tmp_path / "show"))


def test_the_second_start_gives_the_same_facts_as_the_first(folder, tmp_path):
    first, second = (load_cached(folder, tmp_path / "cache") for _ in range(2))

    assert first == second == load(folder)
    assert first.translations == second.translations
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_the_languages_of_a_show_share_its_sources(folder, tmp_path):
    for show in (load_cached(folder, tmp_path / "cache") for _ in range(2)):
        assert all(translation.sources is show.sources for translation in show.translations.values())


def test_a_translation_names_a_publisher_anew_and_keeps_the_others(folder, tmp_path):
    with (folder / "translations" / "ko.toml").open("a", encoding="utf-8") as texts:
        texts.write('\n[publisher.recap-corner]\nname = "요약 코너"\n')

    for show in (load_cached(folder, tmp_path / "cache") for _ in range(2)):
        korean = show.in_language("ko").publishers
        assert {key for key, one in korean.items() if one != show.publishers[key]} == {"recap-corner"}
        assert korean["recap-corner"].name == "요약 코너"


def test_a_changed_fact_is_read_anew_and_the_old_snapshot_goes(folder, tmp_path):
    load_cached(folder, tmp_path / "cache")
    file = folder / "cast" / "ok-mi-rae.toml"
    file.write_text(file.read_text().replace("Keeper of the lighthouse.", "Keeper of the fog horn."))

    roles = [member.role for member in load_cached(folder, tmp_path / "cache").members]
    assert "Keeper of the fog horn." in roles
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_a_damaged_snapshot_is_read_over(folder, tmp_path):
    load_cached(folder, tmp_path / "cache")
    kept = next((tmp_path / "cache").iterdir())
    kept.write_bytes(kept.read_bytes()[:100])

    assert load_cached(folder, tmp_path / "cache") == load(folder)


def test_a_cache_that_cannot_be_written_costs_only_time(folder, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")

    assert load_cached(folder, tmp_path / "cache") == load(folder)


def test_broken_facts_are_never_hidden_by_a_snapshot(folder, tmp_path):
    load_cached(folder, tmp_path / "cache")
    (folder / "cast" / "ok-mi-rae.toml").write_text("[[membr]]")

    with pytest.raises(BrokenFacts):
        load_cached(folder, tmp_path / "cache")
