"""What all charts share."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from bot.cards.text import shorten
from bot.pictures.cache import Picture

if TYPE_CHECKING:
    from bot.cards.reader import Reader
    from bot.pictures import specs

MAX_ALT_TEXT = 256
"""UTF-16 units of an alt text."""


def chart(name: str, alt: str, spec: specs.AnyChart) -> Picture:
    """A picture to be drawn from ``spec``. It is identified by the digest of its spec."""
    encoded = msgspec.json.encode(spec)
    return Picture(name, shorten(alt, MAX_ALT_TEXT), encoded, hashlib.sha256(encoded).hexdigest())


def show_title(reader: Reader) -> str:
    """The title of the show in the reader's language."""
    return reader.library.show.about.title.in_language(reader.words.language)
