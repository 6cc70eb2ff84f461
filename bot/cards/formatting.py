"""Lines that several cards have in common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.cards.builder import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.cards.builder import Sheet
    from data.records import Award, Name, Work


_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")


def has_hangul(text: str) -> bool:
    """Whether a text holds a Korean letter, whole or in the making."""
    return bool(_HANGUL.search(text))


def both(name: Name, language: str) -> str:
    """A name in the reader's script, and in the other one behind it."""
    first = name.written(language)
    second = name.ko if first == name.en else name.en
    return f"{plain(first)} {plain(second)}" if second else plain(first)


def works(sheet: Sheet, found: Sequence[Work]) -> None:
    """What else somebody played in or made."""
    if found:
        sheet.heading(sheet.words("works-heading"))
        sheet.text(" · ".join(_work(work) for work in found))
    for work in found:
        sheet.cite_named(work.title, work.sources)


def _work(work: Work) -> str:
    year = f"{work.year}–{work.until}" if work.until else str(work.year or "")
    behind = ", ".join(filter(None, [year, plain(work.note or "")]))
    return plain(work.title) + (f" ({behind})" if behind else "")


def awards(sheet: Sheet, found: Iterable[Award], *, recipient: bool = False) -> None:
    """Prizes won and missed, newest first; with ``recipient`` where the card is not the recipient's own."""
    ordered = sorted(found, key=lambda award: award.date, reverse=True)
    if ordered:
        sheet.heading(sheet.words("awards-heading"))
    for award in ordered:
        won = sheet.words(f"award-{award.result}")
        to = f", {plain(award.recipient)}" if recipient else ""
        note = f" {plain(award.note)}" if award.note else ""
        day = sheet.date(award.date, award.precision)
        line = f"- {won}: **{plain(award.category)}**{to} · {plain(award.award)} ({day}){sheet.mark(award.sure)}"
        sheet.text(f"{line}\n  -# {note.strip()}" if note else line)
        sheet.cite(f"{award.award}: {award.category}, {award.recipient}", award)
