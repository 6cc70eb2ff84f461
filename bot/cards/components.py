"""Discord's components as JSON, for answers that are built for each press: that takes a third of a card's time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import orjson
from discord import ButtonStyle, ComponentType

if TYPE_CHECKING:
    from bot.cards.address import Address
    from bot.cards.reader import Reader

Component = dict[str, Any]

_CONTAINER, _TEXT, _ROW, _BUTTON = (
    kind.value
    for kind in (ComponentType.container, ComponentType.text_display, ComponentType.action_row, ComponentType.button)
)
_SECONDARY: Final = ButtonStyle.secondary.value
_LINK: Final = ButtonStyle.link.value


def container(reader: Reader, *components: Component) -> bytes:
    """A message of one container in the colour of the show."""
    colour = int(reader.library.show.about.colour.removeprefix("#"), 16)
    return orjson.dumps([{"type": _CONTAINER, "accent_color": colour, "components": components}])


def text_display(text: str) -> Component:
    """A text."""
    return {"type": _TEXT, "content": text}


def action_row(*buttons: Component) -> Component:
    """A row of at most five buttons."""
    return {"type": _ROW, "components": buttons}


def button(label: str, address: Address) -> Component:
    """A button that opens the card at an address."""
    return {"type": _BUTTON, "style": _SECONDARY, "label": label, "custom_id": address.custom_id()}


def link_button(label: str, url: str) -> Component:
    """A button that opens a web page."""
    return {"type": _BUTTON, "style": _LINK, "label": label, "url": url}
