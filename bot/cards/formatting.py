"""Names and sections that several cards share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.text import escape
from data.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.cards.builder import CardBuilder
    from bot.cards.reader import Reader
    from bot.i18n.messages import Catalog
    from data.records import Award, Name, Work


def bilingual(reader: Reader, name: Name) -> str:
    """A name as the reader writes it, followed by its form in the show's original language."""
    first = name.in_language(reader.words.language)
    second = name.in_language(reader.library.show.about.original_language)
    return f"{escape(first)} {escape(second)}" if second != first else escape(first)


def other_spellings(reader: Reader, name: Name) -> list[str]:
    """The other spellings of a name in the scripts of the reader and of the show."""
    about = reader.library.show.about
    scripts = {script_of(name.in_language(language)) for language in (reader.words.language, about.original_language)}
    return [spelling for spelling in name.also if script_of(spelling) in scripts]


def suggestion_labels(reader: Reader, typed: str, label: Callable[[Callable[[Name], str]], str]) -> tuple[str, str]:
    """A label in the script that the fan types in, or else reads, and the same label in another script.

    ``label`` builds it from names with the function that it gets. Both labels are equal if no name has another script.
    """
    languages = (reader.words.language, reader.library.show.about.original_language)

    def first(name: Name) -> str:
        return name.in_script_of(typed, *languages) if typed.strip() else name.in_language(languages[0])

    def second(name: Name) -> str:
        return name.beside(first(name), *languages) or name.latin

    return label(first), label(second)


def works(card: CardBuilder, found: Sequence[Work]) -> None:
    """A section of other works by somebody."""
    if found:
        card.heading(card.words("works-heading"))
        card.text(works_line(card, found))


def works_line(card: CardBuilder, found: Sequence[Work]) -> str:
    """Works in one line, their sources cited."""
    for work in found:
        card.cite_sources(work.title, work.sources)
    return " · ".join(_work(card.words, work) for work in found)


def _work(words: Catalog, work: Work) -> str:
    year = f"{work.year}–{work.until}" if work.until else str(work.year or "")
    return escape(work.title) + words.aside(words.listed(filter(None, [year, escape(work.note or "")])))


def awards(card: CardBuilder, found: Iterable[Award], *, recipient: bool = False, heading: bool = True) -> None:
    """A section of awards and nominations, newest first. ``recipient`` adds who got them."""
    ordered = sorted(found, key=lambda award: award.date, reverse=True)
    if ordered and heading:
        card.heading(card.words("awards-heading"))
    for award in ordered:
        won = card.words(f"award-{award.result}")
        note = f" {escape(award.note)}" if award.note else ""
        day = card.date(award.date, award.precision)
        confidence = card.confidence_label(award)
        what = card.words.listed([f"**{escape(award.category)}**", *([escape(award.recipient)] if recipient else [])])
        line = f"- {card.words.labelled(won, what)} · {escape(award.award)}{card.words.aside(day)}{confidence}"
        card.text(f"{line}\n  -# {note.strip()}" if note else line)
        card.cite(card.words.labelled(award.award, card.words.listed([award.category, award.recipient])), award)
