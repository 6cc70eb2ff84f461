"""The canvas of a picture: its size, colours and shapes, as SVG, and the file.

Lengths are pixels from the top left corner. A picture is 1080 pixels wide, three for each of the 360 points of a
phone's screen. It has a dark background of its own, so its colours are legible in Discord's dark and light themes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal, NamedTuple

import resvg_py
from PIL import Image

from bot.pictures.drawing.fonts import Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH = 1080
MARGIN = 48
RIGHT = WIDTH - MARGIN
FOOTER = 84
"""Height that stays free at the bottom, where Discord shows the button for the alt text."""

BACKGROUND = "#1b1f2e"
PANEL = "#272d42"
GRID = "#4a5372"
TEXT = "#f6f3ec"
MUTED = "#c3cade"
GOLD = "#f5c451"
SKY = "#74c7ff"
ROSE = "#ff9dbb"

TITLE_SIZE, TEXT_SIZE, SMALL_SIZE = 48, 34, 30
"""The type scale: titles; headings, names and values; everything else."""
MIDDLE = 0.37
"""How far the middle of a capital letter or a Han character is above the baseline, in font sizes."""
STAR = "M0-10 2.9-4 9.5-3.1 4.8 1.5 5.9 8.1 0 5-5.9 8.1-4.8 1.5-9.5-3.1-2.9-4Z"

Align = Literal["left", "center", "right"]
Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The distance from the left to the right edge."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The distance from the top to the bottom edge."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def moved(self, x: float, y: float) -> Box:
        """Return this rectangle at another place."""
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def grown(self, x: float, y: float | None = None) -> Box:
        """Return this rectangle with a margin around it."""
        y = x if y is None else y
        return Box(self.left - x, self.top - y, self.right + x, self.bottom + y)

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


class Text(NamedTuple):
    """A line of text on the canvas, and the rectangle that bounds its ink."""

    content: str
    size: float
    colour: str
    box: Box


class Canvas:
    """One picture that is being drawn, from top to bottom; set ``height`` when all is drawn."""

    def __init__(self, language: str) -> None:
        self.type = Typesetter(language)
        self.height = 0
        self.texts: list[Text] = []
        self._layers: dict[int, list[str]] = {}
        self._glyphs: dict[str, str] = {}

    def finish(self, bottom: float) -> Canvas:
        """Set the height from the bottom edge of what is drawn."""
        self.height = round(bottom) + FOOTER
        return self

    # Text.

    def line_height(self, size: float) -> float:
        """Return the distance between two lines."""
        return size * self.type.leading

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
        """Draw a line of text that is centred vertically on ``y``; return the rectangle that bounds its ink."""
        line = self.type.shape(content, bold=bold)
        x -= line.width * size * {"left": 0, "center": 0.5, "right": 1}[align]
        y += MIDDLE * size
        scale = size / 1000
        uses: list[str] = []
        for name, outline, glyph_x, glyph_y in line.glyphs:
            self._glyphs[name] = outline
            uses.append(f'<use href="#{name}" x="{glyph_x * 1000:.0f}" y="{glyph_y * 1000:.0f}"/>')
        place = f"translate({x:.1f} {y:.1f}) scale({scale:.5f})"
        self._add(7, f'<g fill="{colour}" transform="{place}">{"".join(uses)}</g>')
        box = Box(x, y + line.top * size, x + line.width * size, y + line.bottom * size)
        self.texts.append(Text(content, size, colour, box))
        return box

    def lines(
        self,
        x: float,
        y: float,
        lines: Iterable[str],
        size: float = TEXT_SIZE,
        colour: str = TEXT,
        *,
        bold: bool = False,
        align: Align = "left",
    ) -> float:
        """Draw lines of text below ``y``; return their bottom edge."""
        for line in lines:
            self.text(x, y + self.line_height(size) / 2, line, size, colour, bold=bold, align=align)
            y += self.line_height(size)
        return y

    def header(self, title: str, subtitle: str) -> float:
        """Draw title and subtitle at the top; return the ``y`` at which the chart can begin."""
        room = RIGHT - MARGIN
        y = self.lines(MARGIN, MARGIN - 12, self.type.wrap(title, TITLE_SIZE, room, bold=True), TITLE_SIZE, bold=True)
        if subtitle:
            y = self.lines(MARGIN, y + 2, self.type.wrap(subtitle, SMALL_SIZE, room), SMALL_SIZE, MUTED)
        return y + 28

    # Shapes. Those of a higher layer cover those of a lower one; text is on layer 7.

    def panel(self, box: Box, colour: str = PANEL, *, edge: str = "", radius: float = 18, layer: int = 1) -> None:
        """Draw a rectangle with rounded corners."""
        radius = min(radius, box.width / 2, box.height / 2)
        stroke = f' stroke="{edge}" stroke-width="3"' if edge else ""
        self._add(
            layer,
            f'<rect x="{box.left:.1f}" y="{box.top:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
            f' rx="{radius:.1f}" fill="{colour}"{stroke}/>',
        )

    def line(
        self, points: Sequence[Point], colour: str = GRID, width: float = 2, *, dashes: str = "", layer: int = 2
    ) -> None:
        """Draw straight lines from point to point; ``dashes`` is SVG's ``stroke-dasharray``."""
        self.path("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points), colour, width, dashes=dashes, layer=layer)

    def path(self, data: str, colour: str, width: float, *, dashes: str = "", layer: int = 2) -> None:
        """Draw a line along SVG path data."""
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self._add(
            layer,
            f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"'
            f' stroke-linecap="round"{dashed}/>',
        )

    def area(self, points: Sequence[Point], colour: str, *, layer: int = 1) -> None:
        """Fill a polygon."""
        self._add(layer, f'<path d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in points)}Z" fill="{colour}"/>')

    def circle(self, x: float, y: float, radius: float, colour: str, *, edge: str = "", layer: int = 4) -> None:
        """Draw a filled circle."""
        stroke = f' stroke="{edge}" stroke-width="4"' if edge else ""
        self._add(layer, f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{colour}"{stroke}/>')

    def triangle(self, x: float, y: float, size: float, colour: str, *, turn: int = 0, layer: int = 4) -> None:
        """Draw a triangle that points up, or is turned clockwise by ``turn`` degrees."""
        self._add(
            layer,
            f'<path d="M0-1 .9.7-.9.7Z" fill="{colour}"'
            f' transform="translate({x:.1f} {y:.1f}) rotate({turn}) scale({size})"/>',
        )

    def star(self, x: float, y: float, size: float = 34, *, colour: str = GOLD, edge: str = BACKGROUND) -> None:
        """Draw a star, which marks a highlighted value."""
        self._add(
            6,
            f'<path d="{STAR}" fill="{colour}" stroke="{edge}" stroke-width="1.6" stroke-linejoin="round"'
            f' transform="translate({x:.1f} {y:.1f}) scale({size / 20:.3f})"/>',
        )

    def _add(self, layer: int, shape: str) -> None:
        self._layers.setdefault(layer, []).append(shape)

    # The file.

    def svg(self) -> str:
        """Return the picture as SVG."""
        glyphs = "".join(f'<path id="{name}" d="{outline}"/>' for name, outline in self._glyphs.items())
        shapes = "".join(shape for layer in sorted(self._layers) for shape in self._layers[layer])
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{self.height}"><defs>{glyphs}</defs>'
            f'<rect width="100%" height="100%" fill="{BACKGROUND}"/>{shapes}</svg>'
        )

    def webp(self) -> bytes:
        """Return the picture as lossless WebP, the same bytes for the same drawing."""
        png = resvg_py.svg_to_bytes(svg_string=self.svg(), skip_system_fonts=True)
        file = io.BytesIO()
        Image.open(io.BytesIO(png)).convert("RGB").save(file, "WEBP", lossless=True, quality=60, method=4)
        return file.getvalue()
