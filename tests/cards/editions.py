"""The cards of each show in each language; a process walks them once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.i18n.catalog import languages
from tests.cards.walking import Shown, reader, walked
from tests.shows import SHOWS, loaded

if TYPE_CHECKING:
    from bot.cards.reader import Reader

LANGUAGES = sorted(languages())
EDITIONS = [(show, language) for show in SHOWS for language in LANGUAGES]


@cache
def fan(show: str, language: str) -> Reader:
    """Somebody who reads about a show in a language."""
    return reader(loaded(SHOWS[show]), language)


@cache
def all_cards(show: str, language: str) -> dict[str, Shown]:
    """All cards for somebody who has seen nothing."""
    return walked(fan(show, language))
