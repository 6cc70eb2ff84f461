"""The paper on which pictures are drawn: size, colours, letters, and the finished file.

Lengths are pixels, from the top left corner down. A picture is 1080 wide: three pixels for each of the 360 points that
a phone has, so that the smallest letters are 10 points high there. It brings its own dark ground, on which every
colour is legible in Discord's dark theme as well as in its light one.
"""

# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false
# (The libraries' own types are partly unknown, and packages of fonts have none.)

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

import fontpkg_sarabun
import noto_cjk_sans_jp_bold
import noto_cjk_sans_jp_regular
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path as Outline
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.text import Text

WIDTH = 1080
MARGIN = 48
FOOT = 84
"""Kept free at the bottom: Discord puts a button there that shows the alt text."""
DPI = 72
"""So that a point of matplotlib is a pixel."""
LARGEST_FILE = 150_000
"""Bytes of a finished picture."""
PALETTES = (128, 64, 32, 16)
"""Numbers of colours, tried in turn until the file is small enough."""

GROUND = "#1b1f2e"
PANEL = "#272d42"
RULE = "#4a5372"
INK = "#f6f3ec"
SOFT = "#c3cade"
GOLD = "#f5c451"
SKY = "#74c7ff"
ROSE = "#ff9dbb"

TITLE, NORMAL, SMALL = 48, 34, 31
"""Sizes of letters."""
LEADING = 1.28
"""Height of a line, in sizes of its letters."""

Across = Literal["left", "center", "right"]


class TooLarge(Exception):
    """A picture that takes more than :data:`LARGEST_FILE`, however few colours it has."""


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether they have an area in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def lies_in(self, other: Box) -> bool:
        """Whether all of it is inside the other one."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


FONTS = {
    "Noto Sans CJK JP": (
        Path(noto_cjk_sans_jp_regular.__file__).parent / "NotoSansCJKjp-Regular.otf",
        Path(noto_cjk_sans_jp_bold.__file__).parent / "NotoSansCJKjp-Bold.otf",
    ),
    "Sarabun": tuple(fontpkg_sarabun.ROOT / "files" / f"Sarabun-{weight}.ttf" for weight in ("Regular", "Bold")),
    "DejaVu Sans": (),
}
"""Families in order of preference: Latin, Vietnamese, Russian, Korean, Japanese, Chinese; Thai; the rest of Cyrillic
and Greek, which come with matplotlib. Han characters take the shapes of the reader's language."""


@cache
def _faces() -> dict[str, FT2Font]:
    for files in FONTS.values():
        for file in files:
            font_manager.fontManager.addfont(file)
    return {family: FT2Font(font_manager.findfont(FontProperties(family=[family]))) for family in FONTS}


@cache
def letters(text: str, size: float, *, bold: bool) -> FontProperties:
    """The font of a text: first the family that has all of it, so that no word is a mix of two."""
    signs = [ord(char) for char in text if char > " "]
    whole = [family for family, face in _faces().items() if all(map(face.get_char_index, signs))]
    families = list(dict.fromkeys([*whole[:1], *FONTS]))
    return FontProperties(family=families, size=size, weight="bold" if bold else "normal")


class Paper:
    """One picture in the making."""

    def __init__(self, language: str, height: float) -> None:
        self.language = language
        self.height = height = round(height) + FOOT
        self.figure = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=GROUND)
        self.canvas = FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
        self.axes.set_axis_off()
        self.texts: list[Text] = []

    def text(
        self,
        x: float,
        y: float,
        said: str,
        size: float = NORMAL,
        colour: str = INK,
        *,
        bold: bool = False,
        across: Across = "left",
    ) -> Box:
        """Write a line whose middle has the height ``y``."""
        font = letters(said, size, bold=bold)
        text = self.axes.text(x, y, said, color=colour, font=font, ha=across, va="center_baseline", zorder=7)
        text.set_language(self.language)
        text.set_parse_math(False)
        self.texts.append(text)
        return self.box(text)

    def box(self, text: Text) -> Box:
        """Where a text stands."""
        extent = text.get_window_extent(cast("Any", self.canvas.get_renderer()))
        return Box(extent.x0, self.height - extent.y1, extent.x1, self.height - extent.y0)

    def badge(self, box: Box, colour: str) -> None:
        """A ground of its own behind words that stand on a drawing."""
        self.panel(Box(box.left - 14, box.top - 8, box.right + 14, box.bottom + 8), colour, radius=12, above=6)

    def star(self, x: float, y: float, colour: str = GOLD, size: float = 34) -> None:
        """The sign of what is told from the rest."""
        self.line([x], [y], INK, marker="*", markersize=size, markeredgecolor=colour, markeredgewidth=3, zorder=6)

    def panel(self, box: Box, colour: str = PANEL, *, edge: str = "none", radius: float = 18, above: int = 1) -> None:
        """A rectangle with round corners."""
        left, top, right, bottom = box
        style = f"round,pad=0,rounding_size={min(radius, (right - left) / 2, (bottom - top) / 2)}"
        shape = FancyBboxPatch((left, top), right - left, bottom - top, boxstyle=style)
        shape.set(facecolor=colour, edgecolor=edge, linewidth=3, zorder=above)
        self.axes.add_patch(shape)

    def line(self, xs: Sequence[float], ys: Sequence[float], colour: str = RULE, width: float = 2, **how: Any) -> None:
        """A line through points; ``how`` is what matplotlib calls dashes, markers and the like."""
        self.axes.add_line(Line2D(xs, ys, color=colour, linewidth=width, **how))

    def curve(self, points: Sequence[tuple[float, float]], colour: str, width: float) -> None:
        """A smooth line behind everything written: a start, and three points of a cubic curve, again and again."""
        outline = Outline(points, [Outline.MOVETO, *[Outline.CURVE4] * (len(points) - 1)])
        self.axes.add_patch(PathPatch(outline, facecolor="none", edgecolor=colour, linewidth=width, zorder=2))

    def fill(self, xs: Sequence[float], ys: Sequence[float], base: float, colour: str) -> None:
        """A faint area between a line and its base."""
        self.axes.fill_between(xs, ys, base, color=colour, alpha=0.14, zorder=2, linewidth=0)

    def head(self, title: str, subtitle: str) -> float:
        """The title at the top, in as many lines as it takes; returns the height at which the picture may begin."""
        y = MARGIN - 8
        for line in wrapped(title, TITLE, WIDTH - 2 * MARGIN, bold=True):
            y += TITLE * LEADING
            self.text(MARGIN, y - TITLE * LEADING / 2, line, TITLE, bold=True)
        for line in wrapped(subtitle, SMALL, WIDTH - 2 * MARGIN):
            y += SMALL * LEADING
            self.text(MARGIN, y - SMALL * LEADING / 2, line, SMALL, SOFT)
        return y + 24

    def png(self) -> bytes:
        """The finished file: the same bytes for the same drawing; raises :class:`TooLarge`."""
        self.canvas.draw()
        pixels = self.canvas.buffer_rgba()
        image = Image.frombytes("RGBA", (WIDTH, self.height), bytes(pixels)).convert("RGB")
        for colours in PALETTES:
            file = io.BytesIO()
            image.quantize(colours, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
            if file.tell() <= LARGEST_FILE:
                return file.getvalue()
        raise TooLarge(f"more than {LARGEST_FILE} bytes even with {PALETTES[-1]} colours")


@cache
def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line is."""
    paper = _scratch()
    written = paper.axes.text(0, 0, text, font=letters(text, size, bold=bold))
    extent = written.get_window_extent(cast("Any", paper.canvas.get_renderer()))
    written.remove()
    return extent.width


@cache
def _scratch() -> Paper:
    return Paper("en", 100)


def wrapped(text: str, size: float, room: float, *, bold: bool = False, lines: int = 9) -> list[str]:
    """A text in lines that fit: broken between words, inside a word that is too long, and cut after the last line."""
    found: list[str] = []
    for word in text.split():
        joined = f"{found[-1]} {word}" if found else word
        if found and width(joined, size, bold=bold) <= room:
            found[-1] = joined
        else:
            found.extend(_broken(word, size, room, bold=bold))
    if len(found) > lines:
        last = f"{found[lines - 1]}…"
        while width(last, size, bold=bold) > room:
            last = f"{last[:-2]}…"
        found[lines - 1 :] = [last]
    return found


def _broken(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    if width(word, size, bold=bold) <= room:
        return [word]
    pieces = [""]
    for part in re.findall(r"[^-]*-|[^-]+", word):
        for piece in [part] if width(part, size, bold=bold) <= room else part:
            if pieces[-1] and width(pieces[-1] + piece, size, bold=bold) > room:
                pieces.append("")
            pieces[-1] += piece
    return pieces


def head_height(title: str, subtitle: str) -> float:
    """How much of a picture :meth:`Paper.head` takes."""
    rows = len(wrapped(title, TITLE, WIDTH - 2 * MARGIN, bold=True)) * TITLE
    rows += len(wrapped(subtitle, SMALL, WIDTH - 2 * MARGIN)) * SMALL
    return MARGIN - 8 + rows * LEADING + 24
