"""Every picture is legible on a phone, in both of Discord's themes and in every script."""

from __future__ import annotations

import io
import itertools
from typing import TYPE_CHECKING

import msgspec
import pytest
from PIL import Image

from bot.i18n.catalog import languages
from bot.pictures.drawing import bars, relationship_chart
from bot.pictures.drawing import canvas as canvas_module
from bot.pictures.drawing.canvas import BACKGROUND, GOLD, MUTED, PANEL, ROSE, SKY, TEXT, WIDTH, Box
from bot.pictures.drawing.fonts import MissingGlyph, Typesetter
from bot.pictures.drawing.routing import CELL
from bot.pictures.specs import Bar, BarChart, Group, Person, Ranking, Relation, RelationshipChart
from tests.pictures.drawings import Drawing, drawings, on_canvas, pictures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.pictures.drawing.relationship_chart import Plan

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
FUTURE = [language for language in ("vi", "th", "zh-CN", "ru", "uk", "zh-TW") if language not in languages()][:3]
RELATIONSHIP_CHARTS = [("bundled", "who-is-who"), ("bundled", "spoilers"), ("invented", "spoilers")]


def encoded(drawings: list[Drawing]) -> list[Drawing]:
    """The drawings whose files are looked at: the tallest of each kind in English, the tallest in others."""
    by_height = sorted(drawings, key=lambda drawing: drawing.canvas.height)
    if b'"language":"en"' not in drawings[0].picture.spec:
        return by_height[-1:]
    return list({drawing.picture.name: drawing for drawing in by_height}.values())


def test_the_bundled_show_has_every_kind_of_picture() -> None:
    names = [drawing.picture.name for drawing in drawings("bundled", "en")]

    assert {"ratings", "ladder", "netflix", "soundtrack", "who-is-who", "spoilers", "circle"} == set(names)
    assert names.count("circle") > 5


def test_every_picture_has_three_pixels_for_each_point_of_a_phone(all_drawings: list[Drawing]) -> None:
    for drawing in all_drawings:
        assert 250 <= drawing.canvas.height <= 1800, drawing.picture.name
    for drawing in encoded(all_drawings):
        image = Image.open(io.BytesIO(drawing.webp))
        assert image.size == (WIDTH, drawing.canvas.height), drawing.picture.name


def test_no_file_is_too_large(all_drawings: list[Drawing]) -> None:
    assert len(all_drawings) >= 5
    for drawing in encoded(all_drawings):
        assert 5_000 < len(drawing.webp) <= 120_000, drawing.picture.name


def test_no_text_overlaps_another_one_or_leaves_the_picture(all_drawings: list[Drawing]) -> None:
    for picture, canvas in ((drawing.picture, drawing.canvas) for drawing in all_drawings):
        boxes = [(text.content, text.box) for text in canvas.texts]
        assert len(boxes) >= 5, picture.name
        page = Box(0, 0, WIDTH, canvas.height)
        assert [text for text, box in boxes if not box.is_inside(page)] == [], picture.name
        met = [(one, two) for (one, here), (two, there) in itertools.combinations(boxes, 2) if here.intersects(there)]
        assert met == [], picture.name


def test_the_corner_under_discords_alt_button_is_free(all_drawings: list[Drawing]) -> None:
    for picture, canvas in ((drawing.picture, drawing.canvas) for drawing in all_drawings):
        corner = Box(0, canvas.height - 78, 130, canvas.height)
        assert [text.content for text in canvas.texts if text.box.intersects(corner)] == [], picture.name


def test_no_text_is_smaller_than_nine_points_on_a_phone(all_drawings: list[Drawing]) -> None:
    for picture, canvas in ((drawing.picture, drawing.canvas) for drawing in all_drawings):
        assert min(text.size for text in canvas.texts) >= 27, picture.name


def test_the_same_facts_give_the_same_bytes() -> None:
    for drawing in drawings("invented", "ko"):
        assert on_canvas(drawing.picture).webp() == drawing.webp, drawing.picture.name


@pytest.mark.parametrize("colour", [TEXT, MUTED, GOLD, SKY, ROSE])
@pytest.mark.parametrize("background", [BACKGROUND, PANEL])
def test_text_has_enough_contrast_on_its_background(colour: str, background: str) -> None:
    assert contrast(colour, background) >= 4.5


def test_every_text_has_one_of_the_text_colours(all_drawings: list[Drawing]) -> None:
    for picture, canvas in ((drawing.picture, drawing.canvas) for drawing in all_drawings):
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
        assert job["language"] in languages()


def segments(line: list[tuple[float, float]]) -> Iterator[Box]:
    """The straight parts of a line as rectangles without width."""
    for (x1, y1), (x2, y2) in itertools.pairwise(line):
        yield Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def crossed(line: list[tuple[float, float]], box: Box) -> bool:
    """Whether a line runs through a rectangle; it may touch its edge."""
    inner = box.grown(-2)
    return any(
        part.left <= inner.right and inner.left <= part.right and part.top <= inner.bottom and inner.top <= part.bottom
        for part in segments(line)
    )


@pytest.mark.parametrize(("show", "name"), RELATIONSHIP_CHARTS)
@pytest.mark.parametrize("language", sorted(languages()))
def test_lines_cross_no_name_title_or_words_and_never_run_along_each_other(show: str, language: str, name: str) -> None:
    plan = next(drawing.plan for drawing in drawings(show, language) if drawing.picture.name == name)
    assert plan
    check_lines(plan)


@pytest.mark.parametrize("language", FUTURE)
def test_lines_cross_nothing_in_the_scripts_of_future_languages(language: str) -> None:
    picture = next(picture for picture in pictures("invented", "en") if picture.name == "spoilers")
    chart = in_words_of(language, msgspec.json.decode(picture.spec, type=RelationshipChart))
    check_lines(relationship_chart.make_plan(chart, canvas_module.Canvas(language)))


def check_lines(plan: Plan) -> None:
    """Assert that no line crosses names, titles or words, and that no two run along each other."""
    lines = [*plan.descents, *(line for route in plan.routes for line in route.lines)]
    boxes = {**plan.names, **{f"couple {key}": box for key, box in plan.couples.items()}}
    boxes |= {f"words {number}": route.box.grown(-6, 0) for number, route in enumerate(plan.routes)}
    boxes |= {frame.title.lines[0]: box for frame, box in plan.titles if frame.title}

    assert len(boxes) >= 3
    assert [(key, line) for key, box in boxes.items() for line in lines if crossed(line, box)] == []
    pairs = itertools.combinations(boxes.items(), 2)
    assert [(one, two) for (one, here), (two, there) in pairs if here.intersects(there)] == []
    parts = [[part for line in route.lines for part in segments(line)] for route in plan.routes]
    for one, two in itertools.combinations(parts, 2):
        assert [(a, b) for a in one for b in two if overlap(a, b) > CELL] == []


def overlap(one: Box, two: Box) -> float:
    """How far two parts of lines run on the same track."""
    across = min(one.right, two.right) - max(one.left, two.left)
    down = min(one.bottom, two.bottom) - max(one.top, two.top)
    return 0 if across < 0 or down < 0 else max(across, down)


def in_words_of(language: str, chart: RelationshipChart) -> RelationshipChart:
    """The chart in a language that the bot does not speak yet, with words of that language in place of names."""
    words = SENTENCES[language] * 3

    def word(number: int, length: int) -> str:
        return "".join(words[number % 7 : number % 7 + length].split()) or words[0]

    groups = tuple(
        msgspec.structs.replace(
            group,
            name=word(len(group.people), 8) if group.name else "",
            people=tuple(msgspec.structs.replace(one, name=word(n, 4)) for n, one in enumerate(group.people)),
        )
        for group in chart.groups
    )
    relations = tuple(
        msgspec.structs.replace(relation, label=word(len(relation.label), 4)) for relation in chart.relations
    )
    return msgspec.structs.replace(chart, language=language, groups=groups, relations=relations)
