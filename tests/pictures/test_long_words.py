"""Pictures have room for the words of any language: as long as German ones are."""

from __future__ import annotations

import itertools
from typing import Any

import msgspec
import pytest

from bot.pictures.drawing.__main__ import draw
from bot.pictures.drawing.canvas import WIDTH, Box
from bot.pictures.specs import AnyChart
from tests.pictures.drawings import pictures

WORDS = {
    "title",
    "subtitle",
    "heading",
    "label",
    "detail",
    "text",
    "x_title",
    "second_peak",
    "first_name",
    "second_name",
}
"""What a picture says in words, which are longer in other languages; names and figures are not."""


def stretched(value: Any, key: str = "") -> Any:
    """The chart with two fifths more in all its words."""
    if isinstance(value, dict):
        is_group = "people" in value  # the name of a family is words, that of a person is not
        return {name: stretched(one, "label" if is_group and name == "name" else name) for name, one in value.items()}
    if isinstance(value, list):
        return [stretched(one, key) for one in value]
    return f"{value} {value[: len(value) * 2 // 5]}".strip() if key in WORDS and isinstance(value, str) else value


@pytest.mark.parametrize("name", ["ratings", "ladder", "netflix", "soundtrack", "who-is-who", "circle"])
def test_a_picture_has_room_for_long_words(name: str) -> None:
    spec = next(msgspec.json.decode(one.spec) for one in pictures("bundled", "en") if one.name == name)
    longer = stretched(spec)
    canvas = draw(msgspec.json.decode(msgspec.json.encode(longer), type=AnyChart))

    assert len(str(longer)) > len(str(spec)) + 10
    boxes = [(text.content, text.box) for text in canvas.texts]
    page = Box(0, 0, WIDTH, canvas.height)
    assert [text for text, box in boxes if not box.is_inside(page) or text.endswith("…")] == []
    assert [
        (one, two) for (one, here), (two, there) in itertools.combinations(boxes, 2) if here.intersects(there)
    ] == []
