"""Finding names as fans type them: in part, in Hangul, by initial consonants, misspelled, romanized in any way.

``forms`` makes every way to write a spelling, ``typed`` every way to read what was typed, ``index`` brings the two
together and ranks. ``sound`` is where Hangul and its romanizations meet, ``namesakes`` tells a slip from somebody else.
"""

from bot.domain.search.index import Index
from bot.domain.search.results import Blank, Choices, Decision, Found, Hit, Nothing, Spelling, Target

__all__ = ["Blank", "Choices", "Decision", "Found", "Hit", "Index", "Nothing", "Spelling", "Target"]
