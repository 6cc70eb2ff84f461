"""The canvas of a picture: its size, colours, fonts and shapes, and the PNG file.

Lengths are pixels from the top left corner. A picture is 1080 pixels wide, three for each of the 360 points of a
phone's screen, so the smallest text is 10 points high there. It has a dark background of its own, so its colours are
legible in Discord's dark and light themes.
"""

# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false
# (The libraries are partly untyped, and the font packages have no types.)

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
FOOTER = 84
"""Height that stays free at the bottom, where Discord shows the button for the alt text."""
DPI = 72
"""With this value matplotlib's points are pixels."""
MAX_FILE_SIZE = 150_000
"""Bytes of a finished picture."""
PALETTES = (128, 64, 32, 16)
"""Palette sizes, tried in this order until the file is small enough."""

BACKGROUND = "#1b1f2e"
PANEL = "#272d42"
GRID = "#4a5372"
TEXT = "#f6f3ec"
MUTED = "#c3cade"
GOLD = "#f5c451"
SKY = "#74c7ff"
ROSE = "#ff9dbb"

TITLE_SIZE, TEXT_SIZE, SMALL_SIZE = 48, 34, 31
"""Font sizes."""
LINE_HEIGHT = 1.28
"""Line height in font sizes."""

Align = Literal["left", "center", "right"]


class FileTooLarge(Exception):
    """The file exceeds :data:`MAX_FILE_SIZE` even with the smallest palette."""


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def intersects(self, other: Box) -> bool:
        """Whether the rectangles overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def is_inside(self, other: Box) -> bool:
        """Whether this rectangle lies within ``other``."""
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
"""Font files by family, in order of preference.

Noto covers Latin, Vietnamese, Russian, Korean, Japanese and Chinese (with the Han shapes of the reader's language),
Sarabun covers Thai, and DejaVu, which comes with matplotlib, the rest of Cyrillic and Greek.
"""


@cache
def _faces() -> dict[str, FT2Font]:
    for files in FONTS.values():
        for file in files:
            font_manager.fontManager.addfont(file)
    return {family: FT2Font(font_manager.findfont(FontProperties(family=[family]))) for family in FONTS}


@cache
def font_properties(text: str, size: float, *, bold: bool) -> FontProperties:
    """Return the font of a text, preferring a family that has all its characters, so that no word mixes two fonts."""
    codepoints = [ord(char) for char in text if char > " "]
    complete = [family for family, face in _faces().items() if all(map(face.get_char_index, codepoints))]
    families = list(dict.fromkeys([*complete[:1], *FONTS]))
    return FontProperties(family=families, size=size, weight="bold" if bold else "normal")


class Canvas:
    """One picture that is being drawn."""

    def __init__(self, language: str, height: float) -> None:
        self.language = language
        self.height = height = round(height) + FOOTER
        self.figure = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=BACKGROUND)
        self.surface = FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
        self.axes.set_axis_off()
        self.texts: list[Text] = []

    def text(
        self,
        x: float,
        y: float,
        content: str,
        size: float = TEXT_SIZE,
        colour: str = TEXT,
        *,
        bold: bool = False,
        align: Align = "left",
    ) -> Box:
        """Draw a line of text that is centred vertically on ``y``; return its bounding box."""
        font = font_properties(content, size, bold=bold)
        text = self.axes.text(x, y, content, color=colour, font=font, ha=align, va="center_baseline", zorder=7)
        text.set_language(self.language)
        text.set_parse_math(False)
        self.texts.append(text)
        return self.box(text)

    def box(self, text: Text) -> Box:
        """Return the bounding box of a text."""
        extent = text.get_window_extent(cast("Any", self.surface.get_renderer()))
        return Box(extent.x0, self.height - extent.y1, extent.x1, self.height - extent.y0)

    def badge(self, box: Box, colour: str) -> None:
        """Draw a background behind a text that lies on a chart."""
        self.panel(Box(box.left - 14, box.top - 8, box.right + 14, box.bottom + 8), colour, radius=12, zorder=6)

    def star(self, x: float, y: float, colour: str = GOLD, size: float = 34) -> None:
        """Draw a star, which marks a highlighted value."""
        self.line([x], [y], TEXT, marker="*", markersize=size, markeredgecolor=colour, markeredgewidth=3, zorder=6)

    def panel(self, box: Box, colour: str = PANEL, *, edge: str = "none", radius: float = 18, zorder: int = 1) -> None:
        """Draw a rectangle with rounded corners."""
        left, top, right, bottom = box
        style = f"round,pad=0,rounding_size={min(radius, (right - left) / 2, (bottom - top) / 2)}"
        shape = FancyBboxPatch((left, top), right - left, bottom - top, boxstyle=style)
        shape.set(facecolor=colour, edgecolor=edge, linewidth=3, zorder=zorder)
        self.axes.add_patch(shape)

    def line(self, xs: Sequence[float], ys: Sequence[float], colour: str = GRID, width: float = 2, **how: Any) -> None:
        """Draw a line through points; ``how`` takes the properties of matplotlib's ``Line2D``."""
        self.axes.add_line(Line2D(xs, ys, color=colour, linewidth=width, **how))

    def curve(self, points: Sequence[tuple[float, float]], colour: str, width: float) -> None:
        """Draw a Bézier curve behind all text: a start point, then three points for each cubic segment."""
        outline = Outline(points, [Outline.MOVETO, *[Outline.CURVE4] * (len(points) - 1)])
        self.axes.add_patch(PathPatch(outline, facecolor="none", edgecolor=colour, linewidth=width, zorder=2))

    def fill(self, xs: Sequence[float], ys: Sequence[float], base: float, colour: str) -> None:
        """Fill the area between a line and its base with a faint colour."""
        self.axes.fill_between(xs, ys, base, color=colour, alpha=0.14, zorder=2, linewidth=0)

    def draw_header(self, title: str, subtitle: str) -> float:
        """Draw title and subtitle at the top; return the ``y`` at which the chart can begin."""
        y = MARGIN - 8
        for line in wrap_text(title, TITLE_SIZE, WIDTH - 2 * MARGIN, bold=True):
            y += TITLE_SIZE * LINE_HEIGHT
            self.text(MARGIN, y - TITLE_SIZE * LINE_HEIGHT / 2, line, TITLE_SIZE, bold=True)
        for line in wrap_text(subtitle, SMALL_SIZE, WIDTH - 2 * MARGIN):
            y += SMALL_SIZE * LINE_HEIGHT
            self.text(MARGIN, y - SMALL_SIZE * LINE_HEIGHT / 2, line, SMALL_SIZE, MUTED)
        return y + 24

    def png(self) -> bytes:
        """Return the PNG file, the same bytes for the same drawing; raise :class:`FileTooLarge`."""
        self.surface.draw()
        pixels = self.surface.buffer_rgba()
        image = Image.frombytes("RGBA", (WIDTH, self.height), bytes(pixels)).convert("RGB")
        for colours in PALETTES:
            file = io.BytesIO()
            image.quantize(colours, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
            if file.tell() <= MAX_FILE_SIZE:
                return file.getvalue()
        raise FileTooLarge(f"more than {MAX_FILE_SIZE} bytes even with {PALETTES[-1]} colours")


@cache
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of text."""
    canvas = _scratch()
    written = canvas.axes.text(0, 0, text, font=font_properties(text, size, bold=bold))
    extent = written.get_window_extent(cast("Any", canvas.surface.get_renderer()))
    written.remove()
    return extent.width


@cache
def _scratch() -> Canvas:
    return Canvas("en", 100)


def wrap_text(text: str, size: float, room: float, *, bold: bool = False, lines: int = 9) -> list[str]:
    """Break a text into lines that fit into ``room``, splitting words that are too long; cut it after ``lines``."""
    found: list[str] = []
    for word in text.split():
        joined = f"{found[-1]} {word}" if found else word
        if found and text_width(joined, size, bold=bold) <= room:
            found[-1] = joined
        else:
            found.extend(_split_word(word, size, room, bold=bold))
    if len(found) > lines:
        last = f"{found[lines - 1]}…"
        while text_width(last, size, bold=bold) > room:
            last = f"{last[:-2]}…"
        found[lines - 1 :] = [last]
    return found


def _split_word(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    if text_width(word, size, bold=bold) <= room:
        return [word]
    pieces = [""]
    for part in re.findall(r"[^-]*-|[^-]+", word):
        for piece in [part] if text_width(part, size, bold=bold) <= room else part:
            if pieces[-1] and text_width(pieces[-1] + piece, size, bold=bold) > room:
                pieces.append("")
            pieces[-1] += piece
    return pieces


def header_height(title: str, subtitle: str) -> float:
    """Return the height that :meth:`Canvas.draw_header` takes."""
    rows = len(wrap_text(title, TITLE_SIZE, WIDTH - 2 * MARGIN, bold=True)) * TITLE_SIZE
    rows += len(wrap_text(subtitle, SMALL_SIZE, WIDTH - 2 * MARGIN)) * SMALL_SIZE
    return MARGIN - 8 + rows * LINE_HEIGHT + 24
