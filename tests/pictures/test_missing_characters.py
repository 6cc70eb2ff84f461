"""A character that no font has is named with its record and picture before anybody sees a box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from bot.domain.knowledge_base import KnowledgeBase
from bot.render import missing_characters
from tests.shows import knowledge_of

if TYPE_CHECKING:
    from data.records import Show


def test_the_fonts_have_every_character_of_both_shows(show: Show, harbour: Show) -> None:
    assert missing_characters(knowledge_of(show)) == missing_characters(knowledge_of(harbour)) == []


def test_a_character_without_a_font_is_named_with_its_record_and_picture(harbour: Show) -> None:
    first, *others = harbour.tracks
    title = structs.replace(first.title, latin="Tide \U0001f980")
    broken = structs.replace(harbour, tracks=(structs.replace(first, title=title), *others))
    lines = missing_characters(KnowledgeBase(broken))

    assert any("U+1F980" in line and first.key in line and "soundtrack" in line for line in lines), lines
