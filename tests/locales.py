"""A locale of Discord for each language of the bot."""

from __future__ import annotations

from bot.i18n.catalog import languages
from bot.preview.server.command_rules import LOCALES

_NAMES = sorted(LOCALES, reverse=True)
LOCALE_OF = {
    language: next(one for one in _NAMES if one.partition("-")[0] == language) for language in sorted(languages())
}
"""By language; ``en-US`` and ``es-ES`` where Discord has several."""
