"""Where a card lives. Every card has an address, as a web page has a URL; a button *is* an address.

An address reads ``cast/seo-i-jun`` or, for a further page, ``cast~2``. Its ``custom_id`` carries a version
before it, and a number after it where one message holds the same address twice: ``1:cast/seo-i-jun#2``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

VERSION = "1"
LONGEST = 100
"""Discord's limit for a custom id."""

_WRITTEN = re.compile(r"(?P<path>[a-z0-9-]+(?:/[a-z0-9-]+)*)(?:~(?P<page>[1-9][0-9]{0,3}))?", re.ASCII)
_CUSTOM_ID = re.compile(rf"{VERSION}:(?P<address>[a-z0-9/~-]+)(?:#[0-9]+)?", re.ASCII)


class NoSuchAddress(LookupError):
    """Text that is no address, or an address at which no card lives (any more)."""


class Address(NamedTuple):
    """A card's place: a path of kebab-case words, and the page of a card that is too long for one message."""

    path: tuple[str, ...]
    page: int = 1

    @classmethod
    def to(cls, *path: str, page: int = 1) -> Address:
        """The address with these words."""
        return cls(path, page)

    @classmethod
    def parse(cls, text: str) -> Address:
        """The address that ``text`` writes; raises :class:`NoSuchAddress`."""
        found = _WRITTEN.fullmatch(text)
        if not found or len(text) > LONGEST:
            raise NoSuchAddress(text)
        return cls(tuple(found["path"].split("/")), int(found["page"] or 1))

    @classmethod
    def of_custom_id(cls, custom_id: str) -> Address:
        """The address that a button holds; raises :class:`NoSuchAddress` for a forged one or one of another version."""
        found = _CUSTOM_ID.fullmatch(custom_id)
        if not found:
            raise NoSuchAddress(custom_id)
        return cls.parse(found["address"])

    def turned_to(self, page: int) -> Address:
        """Another page of the same card."""
        return self._replace(page=page)

    def custom_id(self, copy: int = 1) -> str:
        """What a button to this address holds; ``copy`` tells two buttons of one message apart."""
        return f"{VERSION}:{self}" + (f"#{copy}" if copy > 1 else "")

    def __str__(self) -> str:
        return "/".join(self.path) + (f"~{self.page}" if self.page > 1 else "")
