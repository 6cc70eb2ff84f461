"""Finding names as fans type them: in part, in Hangul, by initial consonants, misspelled, romanized in any way.

``index_forms`` makes every way to write a spelling, ``query`` every way to read what was typed; ``index`` brings the
two together and ranks. Hangul and its romanizations meet in ``phonetics``; ``namesakes`` tells slips from other names.
"""

from bot.domain.search.index import Index
from bot.domain.search.results import Blank, Choices, Found, Hit, Nothing, Result, Spelling, Target

__all__ = ["Blank", "Choices", "Found", "Hit", "Index", "Nothing", "Result", "Spelling", "Target"]
