"""The words for a relation, in the three forms that cards and charts need.

``gender`` is the gender of the person whom the word describes, ``of`` that of the other person: some languages have
other words for a man's older sister than for a woman's. Either may be unknown. All forms come from one message, whose
attributes replace the wording that :func:`label` and :func:`line` derive from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.i18n.messages import Catalog


def noun(words: Catalog, kind: str, gender: str | None, of: str | None) -> str:
    """The word in a sentence: "mother"."""
    return words(f"relation-{kind}", gender=gender or "other", of=of or "other")


def label(words: Catalog, kind: str, gender: str | None, of: str | None) -> str:
    """The word in front of a name on somebody's card: "Mother", "Rescued by"."""
    return _form("label", words, kind, gender, of)


def line(words: Catalog, kind: str, gender: str | None, of: str | None) -> str:
    """The word on a line from one person to the other: "Mother of", "Siblings"."""
    return _form("line", words, kind, gender, of)


def _form(form: str, words: Catalog, kind: str, gender: str | None, of: str | None) -> str:
    if words.has_attribute(f"relation-{kind}", form):
        return words(f"relation-{kind}.{form}", gender=gender or "other", of=of or "other")
    return words(f"{form}-from-word", word=noun(words, kind, gender, of))
