"""Sets lines of text: HarfBuzz shapes them, and their glyphs are drawn as outlines.

Outlines rather than SVG's ``<text>``, because resvg ignores the language (which decides the shapes of Han characters)
and loses the bold weight of Thai.
"""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportAttributeAccessIssue=false
# pyright: reportUnknownVariableType=false, reportUnknownParameterType=false, reportUnknownLambdaType=false, reportUnknownArgumentType=false
# (The font packages have no types, and those of uharfbuzz are incomplete.)

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import fontpkg_noto_sans
import fontpkg_sarabun
import noto_cjk_sans_jp_bold
import noto_cjk_sans_jp_regular
import uharfbuzz as hb

LEADING = {"th": 1.5, "vi": 1.36}
"""Line heights in font sizes for languages whose marks need more room than :data:`USUAL_LEADING`."""
USUAL_LEADING = 1.28


class MissingGlyph(Exception):
    """No font has a character."""


class FontFile(NamedTuple):
    """A font, and its weight if the file has more than one."""

    path: Path
    weight: int | None = None


_SARABUN, _NOTO = fontpkg_sarabun.ROOT / "files", fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf"
FAMILIES = (
    (
        FontFile(Path(noto_cjk_sans_jp_regular.__file__).parent / "NotoSansCJKjp-Regular.otf"),
        FontFile(Path(noto_cjk_sans_jp_bold.__file__).parent / "NotoSansCJKjp-Bold.otf"),
    ),
    (FontFile(_SARABUN / "Sarabun-Regular.ttf"), FontFile(_SARABUN / "Sarabun-Bold.ttf")),
    (FontFile(_NOTO, 400), FontFile(_NOTO, 700)),
)
"""The regular and the bold font of each family, in order of preference.

Noto CJK covers Latin, Vietnamese, Russian, Korean, Japanese and Chinese, Sarabun Thai, Noto Sans the rest of Cyrillic.
"""


class Glyph(NamedTuple):
    """A glyph of a line: the name and the outline of its shape, and where it stands, in font sizes."""

    name: str
    outline: str
    x: float
    y: float


class Line(NamedTuple):
    """A line of text at font size 1, from its start on the baseline; ``top`` and ``bottom`` bound its ink."""

    glyphs: tuple[Glyph, ...]
    width: float
    top: float
    bottom: float


@cache
def _font(family: int, bold: bool) -> hb.Font:
    file = FAMILIES[family][bold]
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(file.path))))
    if file.weight:
        font.set_variations({"wght": file.weight})
    return font


@cache
def _has(family: int, char: str) -> bool:
    return bool(_font(family, False).get_nominal_glyph(ord(char)))


def missing_characters(text: str) -> list[str]:
    """Return the characters of a text that no font has."""
    every = range(len(FAMILIES))
    return [
        char for char in dict.fromkeys(text) if not char.isspace() and not any(_has(family, char) for family in every)
    ]


def _families(text: str) -> list[int]:
    """Return the family of each character; one for all if one has them all, so that no word mixes two."""
    written = {char for char in text if not char.isspace()}
    every = range(len(FAMILIES))
    if complete := [family for family in every if all(_has(family, char) for char in written)]:
        return [complete[0]] * len(text)
    found: list[int] = []
    for char in text:
        having = [family for family in every if _has(family, char)]
        if not having and char in written:
            raise MissingGlyph(f"no font has the character {char!a}")
        found.append(having[0] if char in written else (found or [0])[-1])
    return found


@lru_cache(maxsize=4000)
def shape(text: str, language: str, *, bold: bool) -> Line:
    """Shape a line of text. Raises :class:`MissingGlyph`."""
    glyphs: list[Glyph] = []
    x, top, bottom = 0.0, 0.0, 0.0
    for family, run in groupby(zip(_families(text), text, strict=True), key=lambda pair: pair[0]):
        font = _font(family, bold)
        em = font.face.upem
        buffer = hb.Buffer()
        buffer.add_str("".join(char for _, char in run))
        buffer.guess_segment_properties()
        buffer.language = language
        hb.shape(font, buffer)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            outline, high, low = _outline(family, bold, info.codepoint)
            rise = position.y_offset / em
            if outline:
                name = f"g{family}{'b' if bold else 'r'}{info.codepoint}"
                glyphs.append(Glyph(name, outline, x + position.x_offset / em, -rise))
                top, bottom = min(top, high - rise), max(bottom, low - rise)
            x += position.x_advance / em
    return Line(tuple(glyphs), x, top, bottom)


@cache
def _outline(family: int, bold: bool, glyph: int) -> tuple[str, float, float]:
    """Return a glyph's outline as SVG path data, and the top and bottom of its ink."""
    font = _font(family, bold)
    em = font.face.upem
    outline = _Outline(1000 / em)
    font.draw_glyph(glyph, _pen(), outline)
    extents = font.get_glyph_extents(glyph)
    if extents is None or not outline.parts:
        return "", 0, 0
    return "".join(outline.parts), -extents.y_bearing / em, -(extents.y_bearing + extents.height) / em


class _Outline:
    """SVG path data that is being written, 1000 units for a font size."""

    def __init__(self, scale: float) -> None:
        self.parts: list[str] = []
        self.scale = scale

    def add(self, command: str, *numbers: float) -> None:
        """Add a command; a font's y axis points up, SVG's points down."""
        signs = (1, -1, 1, -1, 1, -1)
        scaled = (number * self.scale * sign for number, sign in zip(numbers, signs, strict=False))
        self.parts.append(command + " ".join(f"{number:.0f}" for number in scaled))


@cache
def _pen() -> hb.DrawFuncs:
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, outline: outline.add("M", x, y))
    pen.set_line_to_func(lambda x, y, outline: outline.add("L", x, y))
    pen.set_quadratic_to_func(lambda x1, y1, x, y, outline: outline.add("Q", x1, y1, x, y))
    pen.set_cubic_to_func(lambda x1, y1, x2, y2, x, y, outline: outline.add("C", x1, y1, x2, y2, x, y))
    pen.set_close_path_func(lambda outline: outline.add("Z"))
    return pen


class Typesetter:
    """Measures and breaks the texts of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.leading = LEADING.get(language, USUAL_LEADING)

    def shape(self, text: str, *, bold: bool = False) -> Line:
        """Shape a line of text."""
        return shape(text, self.language, bold=bold)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of a line of text."""
        return self.shape(text, bold=bold).width * size

    def wrap(self, text: str, size: float, room: float, *, bold: bool = False, lines: int = 9) -> list[str]:
        """Break a text into lines that fit into ``room``, splitting words that are too long; cut it after ``lines``."""
        found: list[str] = []
        for word in text.split():
            joined = f"{found[-1]} {word}" if found else word
            if found and self.width(joined, size, bold=bold) <= room:
                found[-1] = joined
            else:
                found.extend(self._split(word, size, room, bold=bold))
        if len(found) > lines:
            last = f"{found[lines - 1]}…"
            while self.width(last, size, bold=bold) > room:
                last = f"{last[:-2]}…"
            found[lines - 1 :] = [last]
        return found

    def _split(self, word: str, size: float, room: float, *, bold: bool) -> list[str]:
        """Split a word at hyphens and middle dots, and a part that is still too long between any characters."""
        if self.width(word, size, bold=bold) <= room:
            return [word]
        pieces = [""]
        for part in re.findall(r"[^-・]*[-・]|[^-・]+", word):
            for piece in [part] if self.width(part, size, bold=bold) <= room else _clusters(part):
                if pieces[-1] and self.width(pieces[-1] + piece, size, bold=bold) > room:
                    pieces.append("")
                pieces[-1] += piece
        return pieces


_NEVER_FIRST = frozenset("ะาำๅๆー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
"""Letters that do not begin a line."""


def _clusters(word: str) -> list[str]:
    """Split a word into what stays on one line: a character with its marks and the closing punctuation after it."""
    found: list[str] = []
    for char in word:
        stays = unicodedata.category(char) in {"Mn", "Mc", "Pe", "Pf", "Po"} or char in _NEVER_FIRST
        if found and (stays or unicodedata.category(found[-1][-1]) in {"Ps", "Pi"} or found[-1] in [*"เแโใไ"]):
            found[-1] += char
        else:
            found.append(char)
    return found
