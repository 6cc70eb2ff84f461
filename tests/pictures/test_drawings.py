"""Every picture is legible on a phone, in both of Discord's themes and in every script."""

from __future__ import annotations

import io
import itertools

import msgspec
import pytest
from PIL import Image

from bot.pictures.drawing import bars, relationship_chart
from bot.pictures.drawing.canvas import BACKGROUND, GOLD, MUTED, PANEL, ROSE, SKY, TEXT, WIDTH, Box
from bot.pictures.drawing.fonts import MissingGlyph, Typesetter
from bot.pictures.specs import Bar, BarChart, Group, Person, Ranking, Relation, RelationshipChart
from tests.pictures.drawings import Drawing, drawings, on_canvas

SENTENCES = {
    "en": "Where it stands, no. 1",
    "ko": "항구의 불빛 시청률",
    "ja": "視聴率と人物相関図",
    "zh-CN": "收视率与人物关系图",
    "zh-TW": "收視率與人物關係圖",
    "th": "เรตติ้งและแผนผังความสัมพันธ์",
    "vi": "Tỷ suất người xem và sơ đồ quan hệ",
    "ru": "Рейтинги и схема отношений",
    "uk": "Рейтинги її серій, ґрунт і є",
}


def test_the_bundled_show_has_every_kind_of_picture() -> None:
    names = [drawing.picture.name for drawing in drawings("bundled", "en")]

    assert {"ratings", "ladder", "netflix", "soundtrack", "who-is-who", "spoilers", "circle"} == set(names)
    assert names.count("circle") > 5


def test_every_picture_has_three_pixels_for_each_point_of_a_phone(all_drawings: list[Drawing]) -> None:
    for picture, canvas, webp in all_drawings:
        image = Image.open(io.BytesIO(webp))
        assert image.size == (WIDTH, canvas.height), picture.name
        assert 250 <= canvas.height <= 1700, picture.name


def test_no_file_is_too_large(all_drawings: list[Drawing]) -> None:
    assert len(all_drawings) >= 5
    for drawing in all_drawings:
        assert 5_000 < len(drawing.webp) <= 120_000, drawing.picture.name


def test_no_text_overlaps_another_one_or_leaves_the_picture(all_drawings: list[Drawing]) -> None:
    for picture, canvas, _ in all_drawings:
        boxes = [(text.content, text.box) for text in canvas.texts]
        assert len(boxes) >= 5, picture.name
        page = Box(0, 0, WIDTH, canvas.height)
        assert [text for text, box in boxes if not box.is_inside(page)] == [], picture.name
        met = [(one, two) for (one, here), (two, there) in itertools.combinations(boxes, 2) if here.intersects(there)]
        assert met == [], picture.name


def test_the_corner_under_discords_alt_button_is_free(all_drawings: list[Drawing]) -> None:
    for picture, canvas, _ in all_drawings:
        corner = Box(0, canvas.height - 78, 130, canvas.height)
        assert [text.content for text in canvas.texts if text.box.intersects(corner)] == [], picture.name


def test_no_text_is_smaller_than_nine_points_on_a_phone(all_drawings: list[Drawing]) -> None:
    for picture, canvas, _ in all_drawings:
        assert min(text.size for text in canvas.texts) >= 27, picture.name


def test_the_same_facts_give_the_same_bytes() -> None:
    for picture, _, webp in drawings("invented", "ko"):
        assert on_canvas(picture).webp() == webp, picture.name


@pytest.mark.parametrize("colour", [TEXT, MUTED, GOLD, SKY, ROSE])
@pytest.mark.parametrize("background", [BACKGROUND, PANEL])
def test_text_has_enough_contrast_on_its_background(colour: str, background: str) -> None:
    assert contrast(colour, background) >= 4.5


def test_every_text_has_one_of_the_text_colours(all_drawings: list[Drawing]) -> None:
    for picture, canvas, _ in all_drawings:
        assert {text.colour for text in canvas.texts} <= {TEXT, MUTED, GOLD, SKY, ROSE}, picture.name


def ranking(language: str, text: str, *, marked: bool = False) -> bytes:
    """A picture in which every text is ``text``."""
    bar = Bar(rank="1", label=text, value=1, value_text="1", highlighted=marked)
    return bars.draw(BarChart(language=language, title=text, rankings=(Ranking(heading=text, bars=(bar,)),))).webp()


def contrast(one: str, two: str) -> float:
    """The contrast ratio of WCAG 2."""
    darker, lighter = sorted(map(_luminance, (one, two)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("bold", [False, True])
def test_the_fonts_cover_the_scripts_of_future_languages(language: str, bold: bool) -> None:
    assert Typesetter(language).shape(SENTENCES[language], bold=bold).width > 1


def test_a_character_that_no_font_has_is_named() -> None:
    with pytest.raises(MissingGlyph, match=r"\\U0001f980"):
        ranking("en", "Crab 🦀")


def test_han_characters_have_the_shapes_of_the_readers_language() -> None:
    assert ranking("zh-CN", "直骨") != ranking("ja", "直骨")


def test_a_long_word_is_split_and_a_long_text_is_cut() -> None:
    english = Typesetter("en")
    lines = english.wrap("Unbreakable" * 9 + " and then some more words", 34, 300, lines=3)

    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(english.width(line, 34) <= 300 for line in lines)


def test_a_name_that_is_too_wide_breaks_at_its_hyphen() -> None:
    assert Typesetter("en").wrap("Dong-woo", 40, 130) == ["Dong-", "woo"]


def test_a_chart_with_too_many_people_is_refused() -> None:
    crowd = tuple(Person(key=f"p{number}", name=f"Somebody Longname {number}") for number in range(12))
    relations = tuple(
        Relation(source=f"p{number}", target=f"p{number + 1}", line="descent", label="Follower of")
        for number in range(11)
    )
    with pytest.raises(relationship_chart.TooCrowded):
        relationship_chart.draw(
            RelationshipChart(
                language="en", title="Crowd", groups=(Group(name="All", people=crowd),), relations=relations
            )
        )


def test_a_spec_is_json_with_its_kind_and_language(all_drawings: list[Drawing]) -> None:
    for drawing in all_drawings:
        job = msgspec.json.decode(drawing.picture.spec)
        assert job["kind"]
        assert job["language"] in {"en", "ko"}
