"""The layout of a card: what goes on which page, in which components, within Discord's limits."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.cards.address import LEVEL_SELECT_ID, SELECT_ID, Address
from bot.cards.components import button, option, select
from bot.cards.text import display_width, shorten, utf16_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.cards.components import Component
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


def button_rows(links: Sequence[Link], footer_links: Sequence[Link]) -> Iterable[Sequence[Link]]:
    """The buttons in one row if they fit, or else those at the end in a row of their own."""
    if len(links) + len(footer_links) <= BUTTONS_PER_ROW:
        rows = [[*links, *footer_links]]
    else:
        rows = [links[start : start + BUTTONS_PER_ROW] for start in range(0, len(links), BUTTONS_PER_ROW)]
        rows.append(footer_links[:BUTTONS_PER_ROW])
    return filter(None, rows)


@lru_cache(maxsize=64)
def level_labels(words: Catalog, last: int) -> dict[int, str]:
    """The spoiler levels that a select offers, and how they are called; the same on all cards of a show."""
    step = -(-last // (MAX_OPTIONS - 1))
    labels = {0: words("level-nothing")}
    labels |= {level: words("episode", number=level) for level in range(last % step or step, last, step)}
    labels[last] = words("level-everything")
    return labels


class Controls:
    """The selects and buttons of one message; each has its own custom id, even if several open the same card.

    Everything that a card leads to has at least the card's spoiler level.
    """

    def __init__(self, address: Address, words: Catalog) -> None:
        self._address = address
        self._words = words
        self._copies: dict[Address, int] = {}

    def button(self, link: Link, *, disabled: bool = False) -> Component:
        """A button that opens a card."""
        return button(shorten(link.label, MAX_LABEL), self._next_id(link.address), disabled=disabled)

    def pager(self, page_count: int) -> Iterable[Component]:
        """The buttons to the pages before and after this one."""
        here, address, words = self._address.page, self._address, self._words
        previous = Link(words("page-previous"), address.with_page(max(here - 1, 1)))
        current = Link(words("page-here", page=here, pages=page_count), address)
        following = Link(words("page-next"), address.with_page(min(here + 1, page_count)))
        yield self.button(previous, disabled=here == 1)
        yield self.button(current, disabled=True)
        yield self.button(following, disabled=here == page_count)

    def select(self, options: Sequence[SelectOption], placeholder: str) -> Component:
        """A select that opens cards, each of them once."""
        unique = list({one.address: one for one in reversed(options)}.values())[::-1]
        shown = [
            option(shorten(label, MAX_OPTION), str(self._at_level(address)), shorten(description, MAX_OPTION))
            for label, address, description in unique[:MAX_OPTIONS]
        ]
        return select(self._next_id(SELECT_ID), placeholder, shown)

    def level_select(self, last_level: int) -> Component:
        """The select "I have seen up to episode ...", which opens this card at that level."""
        first_page, here = self._address.with_page(1), self._address.level
        options = [
            option(label, str(first_page.at_level(level)), default=0 < level == here)
            for level, label in level_labels(self._words, last_level).items()
        ]
        return select(self._next_id(LEVEL_SELECT_ID), self._words("level-placeholder"), options)

    def _at_level(self, address: Address) -> Address:
        is_lower = address.level < self._address.level and address not in (SELECT_ID, LEVEL_SELECT_ID)
        return address.at_level(self._address.level) if is_lower else address

    def _next_id(self, address: Address) -> str:
        address = self._at_level(address)
        self._copies[address] = self._copies.get(address, 0) + 1
        return address.custom_id(self._copies[address])
