"""Text for Discord's Markdown: its length, how it is shortened and split, and what makes it harmless."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, east_asian_width

from discord.utils import escape_markdown

_INVISIBLE = {"Cc", "Cf", "Co", "Cn", "Zl", "Zp"}
"""Unicode categories of characters that show nothing or change the direction of the line."""
_HANGUL_FILLERS = "\u115f\u1160\u3164\uffa0"
"""Hangul letters that show nothing."""
_MARKUP_START = re.compile(r"://|[@<\[]")
"""The beginning of a mention, a link, a timestamp or a custom emoji."""

_WIDE = re.compile("[ぁ-ゖァ-ー一-鿿가-힣、。「」]+")
"""Most wide characters of Japanese and Korean; a text of them is measured in one go."""
_MARKDOWN = re.compile(r"[_\\~|*`\[#>]|^\s*-", re.MULTILINE)
"""What Markdown cannot do without. Most texts have none of it, and need no closer look."""
_ESCAPED = re.compile(r"\\([^\w\s])")


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, which is how Discord counts."""
    return len(text.encode("utf-16-le")) // 2


def display_width(text: str) -> int:
    """Columns that a text takes. A wide character such as a Hangul syllable takes two."""
    rest = text if text.isascii() else _WIDE.sub("", text)
    return 2 * (len(text) - len(rest)) + (len(rest) if rest.isascii() else sum(map(_columns, rest)))


@lru_cache(4096)
def _columns(char: str) -> int:
    return 2 if east_asian_width(char) in "WF" else 1


def shorten(text: str, limit: int) -> str:
    """At most ``limit`` UTF-16 units, with an ellipsis if something was cut. A spoiler that is cut stays closed."""
    if utf16_length(text) <= limit:
        return text
    kept = _prefix(text, limit - 1).rstrip("\\ ")
    if kept.count("||") % 2:  # cut inside a spoiler: make room for its bars, or drop it if nothing of it is left
        kept = kept[:-2].rstrip("|")
        kept += "||" if kept.count("||") % 2 else ""
    return kept + "…"


def escape(text: str) -> str:
    """Text that Markdown shows exactly as it is written."""
    return escape_markdown(text) if _MARKDOWN.search(text) else text


def unescape(text: str) -> str:
    """Text that :func:`escape` has escaped, for places that show no Markdown."""
    return _ESCAPED.sub(r"\1", text)


def echo(typed: str, limit: int = 60) -> str:
    """User input, repeated on one line so that it cannot mention, format, link or hide anything."""
    visible = (" " if category(char) in _INVISIBLE or char in _HANGUL_FILLERS else char for char in typed)
    escaped = escape_markdown(shorten(" ".join("".join(visible).split()), limit), ignore_links=False)
    return _MARKUP_START.sub(lambda start: f"{start[0][0]}\u200b{start[0][1:]}", escaped)


def spoiler(text: str) -> str:
    """A spoiler. Bars inside the text cannot close it early."""
    return f"||{text.replace('||', '| |')}||"


def split(text: str, limit: int) -> list[str]:
    """Pieces of at most ``limit`` UTF-16 units, cut between lines where possible, then between words."""
    pieces = [""]
    for line in text.split("\n"):
        for part in _split_line(line, limit):
            joined = f"{pieces[-1]}\n{part}" if pieces[-1] else part
            if utf16_length(joined) <= limit:
                pieces[-1] = joined
            else:
                pieces.append(part)
    return pieces


def _split_line(line: str, limit: int) -> list[str]:
    """Pieces of a line, cut at spaces where possible. A spoiler that is cut has bars in every piece."""
    if utf16_length(line) <= limit:
        return [line]
    kept = _prefix(line, limit - 2)
    kept = kept[: kept.rfind(" ") + 1] or kept.rstrip("|\\") or kept
    rest = line[len(kept) :]
    if kept.count("||") % 2:
        return [kept + "||", *_split_line("||" + rest, limit)]
    return [kept, *_split_line(rest, limit)]


def _prefix(text: str, limit: int) -> str:
    """The first ``limit`` UTF-16 units of a text. No character is cut in half."""
    return text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", "ignore")
