"""The language of a question: the one whose lexicon knows most of it, whatever the reader's client is set to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.domain.questions.lexicon import LEXICONS, lexicon_languages, lexicon_of, read_lexicon
from bot.domain.questions.segmenter import Segmenter
from bot.domain.questions.statement_index import stem
from bot.domain.text.tokens import is_unspaced, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.domain.questions.entity_linker import EntityLinker
    from bot.domain.questions.segmenter import Segment
    from data.records import Show

_LIKE_A_WORD: Final = 6
"""Letters from which on a single unknown word may be a misspelled one."""
_FOREIGN: Final = 3
"""So many unknown words, and more of them than of known ones, are another language."""


class Segmenters:
    """The segmenter of each language that has a lexicon, made when it is first needed."""

    def __init__(self, show: Show, names: EntityLinker) -> None:
        self.languages = lexicon_languages()
        self._show = show
        self._names = names
        self._made: dict[str, Segmenter] = {}

    def __getitem__(self, language: str) -> Segmenter:
        """The segmenter of a language, or that of the facts' own language where it has no lexicon."""
        served = language if language in self.languages else self._show.language
        if served not in self._made:
            self._made[served] = Segmenter(lexicon_of(served, self._show), self._names)
        return self._made[served]

    def language_of(self, text: str, reader: str) -> str:
        """The language whose lexicon knows most of a text; of several the reader's, or the first one."""
        order = sorted(self.languages, key=lambda one: (one != reader, one != self._show.language))
        rest = self._names.without_names(tokenize(text))
        return max(order, key=lambda one: self[one].knows(rest))

    def warm_up(self) -> Iterator[None]:
        """Read every lexicon, and build what misspelled words and names need, in small steps."""
        for language in self.languages:
            read_lexicon(LEXICONS / f"{language}.toml")
            yield
            yield from self[language].warm_up()
        yield from self._names.warm_up()


def is_foreign(segments: Sequence[Segment], known: Callable[[str], bool]) -> bool:
    """Whether a text is hardly in the language whose lexicon made these segments.

    ``known`` tells whether the statements of that language have a word. Names say nothing about a language; neither
    does a short word that resembles a single one.
    """
    words = [one for one in segments if not one.ending and not one.entities and one.number is None]
    unknown = [one for one in words if (one.unknown or _is_doubtful(one)) and not known(stem(one.text))]
    read = len(words) - len(unknown)
    if any(is_unspaced(one.text) for one in segments):
        return False
    if len(words) == len(segments) == 1:
        return False  # a single word by itself says nothing
    if not read:
        return bool(unknown)
    return len(unknown) >= _FOREIGN and len(unknown) > read


def _is_doubtful(segment: Segment) -> bool:
    """Whether it resembles a word, but is too short for that to say anything."""
    return segment.guessed and len(segment.text) < _LIKE_A_WORD
