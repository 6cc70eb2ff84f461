"""The languages of the bot: a locale of Discord for each, and which of them are complete."""

from __future__ import annotations

from bot.config.settings import SHOW
from bot.i18n.catalog import SOURCE, languages
from bot.preview.server.command_rules import LOCALES
from data.loader import TRANSLATIONS

COMPLETE = sorted(
    path.stem
    for path in (SHOW / TRANSLATIONS).glob("*.toml")
    if "\ncomplete = true" in path.read_text(encoding="utf-8")
)
"""The languages beside English that have every text; in others, English stands in for what is missing."""
FULL = [SOURCE, *COMPLETE]

_NAMES = sorted(LOCALES, reverse=True)
LOCALE_OF = {
    language: next(one for one in _NAMES if one.partition("-")[0] == language) for language in sorted(languages())
}
"""By language; ``en-US`` and ``es-ES`` where Discord has several."""
