"""One table of relations, and everything that must agree with it."""

from __future__ import annotations

from typing import get_args

import pytest
import tomli

from bot.domain.questions.lexicon import LEXICONS
from bot.domain.questions.relation_paths import split_gender
from bot.domain.relations import RELATIONS
from data.records import RelationName


def _askable(language: str) -> set[str]:
    words = tomli.loads((LEXICONS / f"{language}.toml").read_text(encoding="utf-8"))["kin"]
    return {split_gender(step)[0] for step, phrases in words.items() if phrases}


def test_every_relation_that_facts_can_state_is_in_the_table() -> None:
    assert set(get_args(RelationName)) <= set(RELATIONS)


def test_a_relation_read_from_the_other_end_and_back_is_the_same_or_a_broader_one() -> None:
    for name, row in RELATIONS.items():
        back = RELATIONS[RELATIONS[row.inverse].inverse]
        assert name == back.name or back.name in row.broader, name


def test_a_row_refers_only_to_relations_of_the_table() -> None:
    for row in RELATIONS.values():
        others = {row.label, *row.broader, *(step for chain in row.derived_from for step in chain)}
        assert others <= set(RELATIONS), row.name


@pytest.mark.parametrize("language", sorted(path.stem for path in LEXICONS.glob("*.toml")))
def test_each_language_has_words_to_ask_for_every_askable_relation(language: str) -> None:
    assert _askable(language) == {name for name, row in RELATIONS.items() if row.asked}
