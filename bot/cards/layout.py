"""The layout of a card: what goes on which page, in which components, within Discord's limits."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.cards.address import LEVEL_SELECT_ID, SELECT_ID, Address
from bot.cards.components import action_row, button, container, link_button, option, picture, select, text_display
from bot.cards.text import display_width, shorten, utf16_length
from bot.pictures.cache import PictureState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.cards.components import Component
    from bot.cards.reader import Reader
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


class Card(NamedTuple):
    """A finished message, and the picture that belongs to it."""

    address: Address
    components: bytes
    """What Discord receives: a JSON list of one container."""
    picture: Picture | None
    has_bars: bool
    """Whether it holds spoilers behind bars."""


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


class Page(NamedTuple):
    """What one page of a card shows."""

    reader: Reader
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

    def components(self) -> bytes:
        """The page as a JSON list of one container."""
        return container(self.reader, *self._texts(), *self._controls(_CustomIds(self.address.level)))

    def _texts(self) -> Iterable[Component]:
        """Opening, picture and blocks."""
        yield text_display(self.opening)
        body = [block.text for block in self.blocks]
        if self.picture and self.picture_state is PictureState.READY:
            yield picture(f"attachment://{self.picture.filename}", self.picture.alt)
        if self.picture and self.picture_state is PictureState.FAILED:
            body = [f"-# {self.reader.words('chart-missing')}", *body]
        if body:
            yield text_display("\n".join(body))
        if self.withheld_line:
            yield text_display(f"-# {self.withheld_line}")

    def _controls(self, custom_ids: _CustomIds) -> Iterable[Component]:
        """The selects, web links, pager, the buttons in one row if they fit, and the line of sources."""
        if self.last_level:
            yield action_row(self._level_select(custom_ids))
        options = [block.option for block in self.blocks if block.option] + list(self.options)
        if options:
            yield action_row(self._select(options, custom_ids))
        if self.web_links:
            yield action_row(*(link_button(label, url) for label, url in self.web_links))
        if self.page_count > 1:
            yield action_row(*self._pager(custom_ids))
        for row in self._button_rows():
            yield action_row(*(custom_ids.button(link) for link in row))
        if self.source_line:
            yield text_display(f"-# {self.source_line}")

    def _button_rows(self) -> Iterable[Sequence[Link]]:
        buttons = [*self.links, *self.footer_links]
        if 0 < len(buttons) <= BUTTONS_PER_ROW:
            yield buttons
            return
        for start in range(0, len(self.links), BUTTONS_PER_ROW):
            yield self.links[start : start + BUTTONS_PER_ROW]
        if self.footer_links:
            yield self.footer_links[:BUTTONS_PER_ROW]

    def _pager(self, custom_ids: _CustomIds) -> Iterable[Component]:
        here, last, words = self.address.page, self.page_count, self.reader.words
        previous = Link(words("page-previous"), self.address.with_page(max(here - 1, 1)))
        current = Link(words("page-here", page=here, pages=last), self.address)
        following = Link(words("page-next"), self.address.with_page(min(here + 1, last)))
        yield custom_ids.button(previous, disabled=here == 1)
        yield custom_ids.button(current, disabled=True)
        yield custom_ids.button(following, disabled=here == last)

    def _select(self, options: Sequence[SelectOption], custom_ids: _CustomIds) -> Component:
        unique = list({one.address: one for one in reversed(options)}.values())[::-1]
        shown = [
            option(shorten(label, MAX_OPTION), str(custom_ids.at_level(address)), shorten(description, MAX_OPTION))
            for label, address, description in unique[:MAX_OPTIONS]
        ]
        return select(custom_ids.next(SELECT_ID), self.placeholder, shown)

    def _level_select(self, custom_ids: _CustomIds) -> Component:
        """The select "I have seen up to episode ...", which opens this card at that level."""
        first_page, here, words = self.address.with_page(1), self.address.level, self.reader.words
        options = [
            option(label, str(first_page.at_level(level)), default=0 < level == here)
            for level, label in level_labels(words, self.last_level).items()
        ]
        return select(custom_ids.next(LEVEL_SELECT_ID), words("level-placeholder"), options)


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
        self._copies: dict[Address, int] = {}

    def at_level(self, address: Address) -> Address:
        is_lower = address.level < self._level and address not in (SELECT_ID, LEVEL_SELECT_ID)
        return address.at_level(self._level) if is_lower else address

    def next(self, address: Address) -> str:
        address = self.at_level(address)
        self._copies[address] = self._copies.get(address, 0) + 1
        return address.custom_id(self._copies[address])

    def button(self, link: Link, *, disabled: bool = False) -> Component:
        return button(shorten(link.label, MAX_LABEL), self.next(link.address), disabled=disabled)
