"""Discord's official description of its API, which the tests may check payloads against."""

from __future__ import annotations

import os
from pathlib import Path

_RELATIVE = "shared/discord-api/openapi.json"
_BESIDE = (folder / _RELATIVE for folder in Path(__file__).resolve().parents)
DESCRIPTION = Path(os.environ.get("DISCORD_OPENAPI") or next((file for file in _BESIDE if file.exists()), _RELATIVE))
"""The file: what DISCORD_OPENAPI names, or one beside the checkout or beside a folder around it. It may be missing."""
