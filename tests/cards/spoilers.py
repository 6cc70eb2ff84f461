"""What must not be read by somebody who has not seen enough: the words of all spoilers that no safe text has, too."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.cards import relation_words
from bot.domain.relations import RELATIONS
from tests.prose import records, texts

if TYPE_CHECKING:
    from bot.cards.reader import Reader
    from data.records import Member, Show

Window = tuple[str, ...]

LONGEST = 4
"""So many words in a row tell a spoiler."""
_TELLING = 3
"""So many letters has a word that tells something beside names."""
OPEN = re.compile(r"actor\.|work\.|appears\.|born\.|who$|place$")
"""What gives nothing away whatever it belongs to: who acts or speaks, and where something was filmed."""


def windows_within(text: str, shortest: int = 1) -> set[Window]:
    """Every few words in a row of a text."""
    words = _words(text)
    sizes = range(shortest, LONGEST + 1)
    return {tuple(words[start : start + size]) for size in sizes for start in range(len(words) - size + 1)}


@lru_cache(maxsize=8192)
def windows_within_label(text: str) -> frozenset[Window]:
    """The same of a short text that stands on many cards."""
    return frozenset(windows_within(text))


def _words(text: str) -> list[str]:
    """The words of a text without figures and signs such as those of years after them, which stand in many places."""
    return re.findall(r"(?!\d)[\w'’-]+", re.sub(r"\d+[^\W\d]\b", " ", text.casefold()))


def windows_of_spoilers(show: Show, level: int = 0) -> set[Window]:
    """The words in a row that only spoilers after episode ``level`` have; one of fewer words counts as a whole."""
    spoilers: set[Window] = set()
    safe: set[Window] = set()
    members = {member.key: member.after_episode for member in show.members}
    for name, record in records(show).items():
        after = max(members.get(getattr(record, end, ""), 0) for end in ("of", "to")) if name[:8] == "relation" else 0
        for text in texts(record):
            if name.startswith("episode ") and text.path in ("synopsis", "content_note"):
                hidden = record.number > level  # type: ignore[attr-defined]
            else:
                hidden = max(text.safe_after, after) > level and not OPEN.match(text.path)
            if hidden:
                spoilers |= windows_within(text.text, min(len(_words(text.text)), LONGEST))
            else:
                safe |= windows_within(text.text)
    names = {word for one in show.members if one.after_episode <= level for word in _words(_spellings(one))}
    return {at for at in spoilers - safe if not all(word in names or len(word) < _TELLING for word in at)}


def _spellings(member: Member) -> str:
    return " ".join(member.character.spellings)


def told_relations(reader: Reader, level: int = 0) -> dict[str, set[str]]:
    """What no card of a member may say at a level: "Father: Captain Pyo" and "Captain Pyo: Father", by member."""
    library, words = reader.library, reader.words
    hidden: dict[str, set[str]] = {}
    known: dict[str, set[str]] = {}
    for relation in library.show.relations:
        of, to = library.members[relation.of], library.members[relation.to]
        after = max(relation.after_episode, of.after_episode, to.after_episode)
        for here, there, kind in ((to, of, relation.kind), (of, to, RELATIONS[relation.kind].inverse)):
            word = relation_words.label(words, kind, there.gender, here.gender)
            names = {there.character.latin, there.character.in_language(words.language)}
            phrases = {words.labelled(*pair) for name in names for pair in ((word, name), (name, word))}
            (hidden if after > level else known).setdefault(here.key, set()).update(phrases)
    return {key: phrases - known.get(key, set()) for key, phrases in hidden.items()}
