"""Discord's components as JSON: discord.py's objects for them would take a third of the time of a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import orjson
from discord import ButtonStyle, ComponentType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.cards.reader import Reader

Component = dict[str, Any]

_CONTAINER, _TEXT, _GALLERY, _ROW, _BUTTON, _SELECT = (
    kind.value
    for kind in (
        ComponentType.container,
        ComponentType.text_display,
        ComponentType.media_gallery,
        ComponentType.action_row,
        ComponentType.button,
        ComponentType.select,
    )
)
_SECONDARY: Final = ButtonStyle.secondary.value
_LINK: Final = ButtonStyle.link.value
_CHOOSE_ONE: Final = {"min_values": 1, "max_values": 1, "disabled": False, "required": True}


def container(reader: Reader, *components: Component) -> bytes:
    """A message of one container in the colour of the show."""
    colour = int(reader.library.show.about.colour.removeprefix("#"), 16)
    return orjson.dumps([{"type": _CONTAINER, "accent_color": colour, "spoiler": False, "components": components}])


def text_display(text: str) -> Component:
    """A text."""
    return {"type": _TEXT, "content": text}


def picture(url: str, alt: str) -> Component:
    """A picture."""
    return {"type": _GALLERY, "items": [{"media": {"url": url}, "spoiler": False, "description": alt}]}


def action_row(*components: Component) -> Component:
    """A row of at most five buttons, or of one select."""
    return {"type": _ROW, "components": components}


def button(label: str, custom_id: str, *, disabled: bool = False) -> Component:
    """A button that opens the card at the address in its custom id."""
    return {"type": _BUTTON, "style": _SECONDARY, "disabled": disabled, "label": label, "custom_id": custom_id}


def link_button(label: str, url: str) -> Component:
    """A button that opens a web page."""
    return {"type": _BUTTON, "style": _LINK, "disabled": False, "label": label, "url": url}


def select(custom_id: str, placeholder: str, options: Sequence[Component]) -> Component:
    """A select of one option."""
    return {"type": _SELECT, "custom_id": custom_id, **_CHOOSE_ONE, "placeholder": placeholder, "options": options}


def option(label: str, value: str, description: str = "", *, default: bool = False) -> Component:
    """An option of a select; ``default`` says that it is chosen already."""
    described = {"description": description} if description else {}
    return {"label": label, "value": value, "default": default, **described}
