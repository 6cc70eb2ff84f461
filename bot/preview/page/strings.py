"""The texts of the preview page itself, which imitates a Discord client: one file a language in ``texts``.

They are separate from the bot's catalogs, and follow the locale of the chosen client.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import tomli
from babel import negotiate_locale

TEXTS = Path(__file__).parent / "texts"
SOURCE = "en"
"""The language in which every text exists."""


@cache
def strings(language: str) -> dict[str, str]:
    """The texts in a language, and in English what it lacks."""
    own: dict[str, str] = tomli.loads((TEXTS / f"{language}.toml").read_text(encoding="utf-8"))
    return own if language == SOURCE else strings(SOURCE) | {key: text for key, text in own.items() if text}


def negotiate(locale: str) -> str:
    """Return the language of the page for a client's locale: English if there is no better one."""
    return negotiate_locale([locale], [path.stem for path in TEXTS.glob("*.toml")], sep="-") or SOURCE
