"""Addresses of cards. Every card has one, as a web page has a URL, and the custom id of a button is an address.

An address reads ``cast/seo-i-jun`` or, for a further page, ``cast~2``. That of a private card for somebody who has seen
the show up to episode 8 says so: ``cast/seo-i-jun@8``, ``cast@8~2``. A custom id has a version before the address, and
a number after it if a message holds the same address twice: ``1:cast/seo-i-jun#2``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

VERSION = "1"
MAX_LENGTH = 100
"""Discord's limit for a custom id."""

_ADDRESS = re.compile(
    r"(?P<path>[a-z0-9-]+(?:/[a-z0-9-]+)*)(?:@(?P<level>[1-9][0-9]{0,2}))?(?:~(?P<page>[1-9][0-9]{0,3}))?", re.ASCII
)
_CUSTOM_ID = re.compile(rf"{VERSION}:(?P<address>[a-z0-9/@~-]+)(?:#[0-9]+)?", re.ASCII)


class NoSuchAddress(LookupError):
    """Not an address, or the address of a card that does not exist (any more)."""


class Address(NamedTuple):
    """The address of a card: a path of kebab-case words, a page number, and a spoiler level."""

    path: tuple[str, ...]
    page: int = 1
    level: int = 0
    """The episode up to which its reader has seen the show; 0 if that is unknown."""

    @classmethod
    def to(cls, *path: str, page: int = 1, level: int = 0) -> Address:
        """The address with this path."""
        return cls(path, page, level)

    @classmethod
    def parse(cls, text: str) -> Address:
        """Parse an address. Raises :class:`NoSuchAddress`."""
        found = _ADDRESS.fullmatch(text)
        if not found or len(text) > MAX_LENGTH:
            raise NoSuchAddress(text)
        return cls(tuple(found["path"].split("/")), int(found["page"] or 1), int(found["level"] or 0))

    @classmethod
    def from_custom_id(cls, custom_id: str) -> Address:
        """The address in a custom id. Raises :class:`NoSuchAddress` if it is forged or of another version."""
        found = _CUSTOM_ID.fullmatch(custom_id)
        if not found:
            raise NoSuchAddress(custom_id)
        return cls.parse(found["address"])

    def with_page(self, page: int) -> Address:
        """Another page of the same card."""
        return self._replace(page=page)

    def at_level(self, level: int) -> Address:
        """The same card for somebody who has seen up to episode ``level``."""
        return self._replace(level=level)

    def custom_id(self, copy: int = 1) -> str:
        """The custom id of a button to this address. ``copy`` tells two buttons of one message apart."""
        return f"{VERSION}:{self}" + (f"#{copy}" if copy > 1 else "")

    def __str__(self) -> str:
        level = f"@{self.level}" if self.level else ""
        return "/".join(self.path) + level + (f"~{self.page}" if self.page > 1 else "")


SELECT_ID = Address.to("go")
"""The custom id of every select of cards. The chosen option is the address to open."""
LEVEL_SELECT_ID = Address.to("seen")
"""The custom id of the select of spoiler levels. The chosen option is the address of a private copy at that level."""
FAILURE = Address.to("failure")
"""The address of a card about a failure, which cannot be opened again."""
EVERYONE = "everyone"
"""Before the address of an answer: the asker shows it in the channel."""
