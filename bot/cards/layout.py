"""The layout of a card: what goes on which page, in which components, within Discord's limits."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import orjson
from discord import ButtonStyle, MediaGalleryItem, ui
from discord import SelectOption as DiscordOption

from bot.cards.address import LEVEL_SELECT_ID, SELECT_ID, Address
from bot.cards.text import display_width, shorten, utf16_length
from bot.pictures.cache import PictureState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.i18n.messages import Catalog
    from bot.pictures.cache import Picture

MAX_LABEL = 38
"""UTF-16 units of a button's label, as Discord's design guide asks. The hard limit is 80."""
MAX_OPTION = 100
"""UTF-16 units of a select option, of its description, and of an autocomplete choice."""
BUTTONS_PER_ROW = 5
MAX_BUTTONS = 10
"""Buttons on a card, not counting those that turn pages and those at the end."""
MAX_OPTIONS = 25
"""Options of a select."""
PAGE_ROWS = 50
"""Lines of text on a page above its buttons and sources, on a phone that shows 40 columns: two screens in all."""
PICTURE_ROWS = 18
PHONE_COLUMNS = 40
PAGE_LENGTH = 1800
"""UTF-16 units of text on a page above its sources: two screens of a phone. Discord's limit is 4,000 in all."""
SOURCE_LINE_WIDTH = 28
"""Columns of the publishers in the line of sources, so that it is one line on a phone."""

_URL = re.compile(r"\]\(<[^>]*>\)")
"""The address of a link, which is not shown."""


class Link(NamedTuple):
    """A button that opens a card."""

    label: str
    address: Address


class WebLink(NamedTuple):
    """A button that opens a web page."""

    label: str
    url: str


class SelectOption(NamedTuple):
    """An option of a select that opens a card."""

    label: str
    address: Address
    description: str = ""


class Suggestion(NamedTuple):
    """An autocomplete choice: the name that is shown and the key that is sent."""

    name: str
    value: str


class Block(NamedTuple):
    """A paragraph that stays on one page, with the option that it adds to the page's select."""

    text: str
    option: SelectOption | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A finished message: one container, and the picture that belongs to it."""

    address: Address
    container: ui.Container[ui.LayoutView]
    picture: Picture | None = None
    has_bars: bool = False
    """Whether it holds spoilers behind bars."""

    def serialized(self) -> bytes:
        """The card as Discord receives it: a JSON list of components."""
        return orjson.dumps([self.container.to_component_dict()])


def paginate(opening: str, blocks: Iterable[Block], options_per_page: int, picture_rows: int = 0) -> list[list[Block]]:
    """Distribute blocks over pages. ``opening`` stands on each of them, the picture on the first one."""
    empty = (PAGE_LENGTH - utf16_length(opening), PAGE_ROWS - _rows(opening), options_per_page)
    pages: list[list[Block]] = [[]]
    room, rows, options = empty
    rows -= picture_rows
    for block in blocks:
        length, height = utf16_length(block.text) + 1, _rows(block.text)
        if pages[-1] and (length > room or height > rows or (block.option and not options)):
            pages.append([])
            room, rows, options = empty
        pages[-1].append(block)
        room, rows, options = room - length, rows - height, options - (block.option is not None)
    return pages


def _rows(text: str) -> int:
    """About how many lines a text takes on a phone. A heading has space above and below it."""
    lines = _URL.sub("", text).split("\n")
    return sum(max(1, -(-display_width(line) // PHONE_COLUMNS)) + line.startswith("#") for line in lines)


@dataclass(frozen=True, slots=True)
class Page:
    """What one page of a card shows."""

    words: Catalog
    address: Address
    page_count: int
    opening: str
    blocks: Sequence[Block]
    options: Sequence[SelectOption]
    placeholder: str
    links: Sequence[Link]
    web_links: Sequence[WebLink]
    source_line: str
    """The sources, or "" if the card cites none."""
    withheld_line: str
    """How much waits for readers who have seen more, or ""."""
    last_level: int
    """The last episode that the select of spoiler levels offers; 0 if the page has no such select."""
    footer_links: Sequence[Link]
    picture: Picture | None
    picture_state: PictureState

    def container(self, colour: int) -> ui.Container[ui.LayoutView]:
        """The page as one container with an accent colour."""
        container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=colour)
        custom_ids = _CustomIds(self.address.level)
        for part in (*self._texts(), *self._controls(custom_ids)):
            container.add_item(part)
        return container

    def _texts(self) -> Iterable[ui.Item[ui.LayoutView]]:
        """Opening, picture and blocks."""
        yield ui.TextDisplay(self.opening)
        body = [block.text for block in self.blocks]
        if self.picture and self.picture_state is PictureState.READY:
            url = f"attachment://{self.picture.filename}"
            yield ui.MediaGallery(MediaGalleryItem(url, description=self.picture.alt))
        if self.picture and self.picture_state is PictureState.FAILED:
            body = [f"-# {self.words('chart-missing')}", *body]
        if body:
            yield ui.TextDisplay("\n".join(body))
        if self.withheld_line:
            yield ui.TextDisplay(f"-# {self.withheld_line}")

    def _controls(self, custom_ids: _CustomIds) -> Iterable[ui.Item[ui.LayoutView]]:
        """The selects, web links, pager, the buttons in one row if they fit, and the line of sources."""
        if self.last_level:
            yield ui.ActionRow(self._level_select(custom_ids))
        options = [block.option for block in self.blocks if block.option] + list(self.options)
        if options:
            yield ui.ActionRow(self._select(options, custom_ids))
        if self.web_links:
            yield ui.ActionRow(*(ui.Button[ui.LayoutView](label=label, url=url) for label, url in self.web_links))
        if self.page_count > 1:
            yield ui.ActionRow(*self._pager(custom_ids))
        for row in self._button_rows():
            yield ui.ActionRow(*(_button(link, custom_ids) for link in row))
        if self.source_line:
            yield ui.TextDisplay(f"-# {self.source_line}")

    def _button_rows(self) -> Iterable[Sequence[Link]]:
        buttons = [*self.links, *self.footer_links]
        if 0 < len(buttons) <= BUTTONS_PER_ROW:
            yield buttons
            return
        for start in range(0, len(self.links), BUTTONS_PER_ROW):
            yield self.links[start : start + BUTTONS_PER_ROW]
        if self.footer_links:
            yield self.footer_links[:BUTTONS_PER_ROW]

    def _pager(self, custom_ids: _CustomIds) -> Iterable[ui.Button[ui.LayoutView]]:
        here, last = self.address.page, self.page_count
        previous = Link(self.words("page-previous"), self.address.with_page(max(here - 1, 1)))
        current = Link(self.words("page-here", page=here, pages=last), self.address)
        following = Link(self.words("page-next"), self.address.with_page(min(here + 1, last)))
        yield _button(previous, custom_ids, disabled=here == 1)
        yield _button(current, custom_ids, disabled=True)
        yield _button(following, custom_ids, disabled=here == last)

    def _select(self, options: Sequence[SelectOption], custom_ids: _CustomIds) -> ui.Select[ui.LayoutView]:
        unique = list({option.address: option for option in reversed(options)}.values())[::-1]
        return ui.Select(
            custom_id=custom_ids.next(SELECT_ID),
            placeholder=self.placeholder,
            options=[
                DiscordOption(
                    label=shorten(option.label, MAX_OPTION),
                    value=str(custom_ids.at_level(option.address)),
                    description=shorten(option.description, MAX_OPTION) or None,
                )
                for option in unique[:MAX_OPTIONS]
            ],
        )

    def _level_select(self, custom_ids: _CustomIds) -> ui.Select[ui.LayoutView]:
        """The select "I have seen up to episode ...", which opens this card at that level."""
        first_page, here = self.address.with_page(1), self.address.level
        return ui.Select(
            custom_id=custom_ids.next(LEVEL_SELECT_ID),
            placeholder=self.words("level-placeholder"),
            options=[
                DiscordOption(label=label, value=str(first_page.at_level(level)), default=0 < level == here)
                for level, label in level_labels(self.words, self.last_level).items()
            ],
        )


@lru_cache(maxsize=64)
def level_labels(words: Catalog, last: int) -> dict[int, str]:
    """The spoiler levels that a select offers, and how they are called; the same on all cards of a show."""
    step = -(-last // (MAX_OPTIONS - 1))
    labels = {0: words("level-nothing")}
    labels |= {level: words("episode", number=level) for level in range(last % step or step, last, step)}
    labels[last] = words("level-everything")
    return labels


class _CustomIds:
    """Gives each button of a message its own custom id, even if several open the same card.

    Everything that a card leads to has at least the card's spoiler level.
    """

    def __init__(self, level: int) -> None:
        self._level = level
        self._copies: Counter[Address] = Counter()

    def at_level(self, address: Address) -> Address:
        return address if address in (SELECT_ID, LEVEL_SELECT_ID) else address.at_level(max(address.level, self._level))

    def next(self, address: Address) -> str:
        address = self.at_level(address)
        self._copies[address] += 1
        return address.custom_id(self._copies[address])


def _button(link: Link, custom_ids: _CustomIds, *, disabled: bool = False) -> ui.Button[ui.LayoutView]:
    return ui.Button(
        label=shorten(link.label, MAX_LABEL),
        custom_id=custom_ids.next(link.address),
        style=ButtonStyle.secondary,
        disabled=disabled,
    )
