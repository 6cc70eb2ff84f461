"""The language of a question: the one whose lexicon knows most of it, whatever the reader's client is set to."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import tomli

from bot.domain.questions.lexicon import LEXICONS, lexicon_languages, lexicon_of, normalize_phrase
from bot.domain.questions.segmenter import Segmenter
from bot.domain.questions.statement_index import stem
from bot.domain.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bot.domain.questions.entity_linker import EntityLinker
    from bot.domain.text.tokens import Token
    from data.records import Show

OTHERS: Final = Path(__file__).with_name("other_languages.toml")

_LIKE_A_WORD: Final = 6
"""Letters from which on a single unknown word may be a misspelled one."""
_FOREIGN: Final = 3
"""As many unknown words, and more than known ones, are of another language."""
_SCRIPT_OF_LEXICON: Final = {"": "latin", "hangul": "hangul", "hiragana": "kana", "katakana": "kana", "han": "kana"}
"""The script of the lexicons that may have a token, by the script of the token."""
_SCRIPTS: Final = {"hangul": re.compile(r"[가-힣]"), "kana": re.compile(r"[ぁ-ゟァ-ヿ]")}


class Segmenters:
    """The segmenter of each language that has a lexicon, made when it is first needed."""

    def __init__(self, show: Show, names: EntityLinker) -> None:
        self.languages = lexicon_languages()
        self._show = show
        self.names = names
        self._made: dict[str, Segmenter] = {}

    def __getitem__(self, language: str) -> Segmenter:
        """The segmenter of a language, or that of the facts' own language where it has no lexicon."""
        served = language if language in self.languages else self._show.language
        if served not in self._made:
            self._made[served] = Segmenter(lexicon_of(served, self._show), self.names)
        return self._made[served]

    def language_of(self, text: str, reader: str) -> str:
        """The language whose lexicon knows most of a text; of several the reader's, or the first one.

        Where the best one knows less than half, misspelled words count as well.
        """
        rest = self.names.without_names(tokenize(text))
        known: dict[str, int] = {}
        for language in self._in_scripts_of(rest, reader):
            known[language] = self[language].knows(rest)
            if known[language] == len(rest):
                return language
        best = max(known, key=known.__getitem__)
        if len(known) == 1 or known[best] * 2 >= sum(not token.script for token in rest):
            return best
        read = {one: sum(not segment.unknown for segment in self[one].segments(text)) for one in known}
        return max(known, key=lambda one: (read[one], known[one]))

    def is_foreign(self, text: str, language: str, known: Callable[[str], bool]) -> bool:
        """Whether a text is in none of the languages, though ``language`` knows most of it.

        ``known`` tells whether the statements of that language have a word. Names say nothing about a language; neither
        does a short word that resembles a single one.
        """
        segmenter = self[language]
        rest = self.names.without_names(tokenize(text))
        known_here = segmenter.knows(rest)
        for others in _others().values():
            some = [token for token in rest if token.text in others]
            if len(some) >= known_here and any(not segmenter.knows([token]) for token in some):
                return True
        if any(token.script for token in rest):
            return False
        words = [one for one in segmenter.segments(text) if not one.ending and not one.entities and one.number is None]
        doubtful = (one for one in words if one.unknown or (one.guessed and len(one.text) < _LIKE_A_WORD))
        unknown = [one for one in doubtful if not known(stem(one.text))]
        if len(unknown) == len(words):
            return any(not one.text.isascii() for one in unknown) or len(unknown) >= _FOREIGN
        return len(unknown) >= _FOREIGN and 2 * len(unknown) > len(words)

    def warm_up(self) -> Iterator[None]:
        """Read every lexicon, and build what misspelled words need, in small steps."""
        for language in self.languages:
            yield from self[language].warm_up()
        yield from self.names.warm_up()

    def _in_scripts_of(self, rest: Sequence[Token], reader: str) -> list[str]:
        """The languages that are written in a script of a text, the reader's first; all where it has no letters."""
        scripts = {_SCRIPT_OF_LEXICON[token.script] for token in rest if not token.is_number}
        order = sorted(self.languages, key=lambda one: (one != reader, one != self._show.language))
        return [one for one in order if _script_of_lexicon(one) in scripts] or order[:1]


@cache
def _script_of_lexicon(language: str) -> str:
    """In which script a lexicon is written, beside Latin words."""
    text = (LEXICONS / f"{language}.toml").read_text(encoding="utf-8")
    return next((name for name, letters in _SCRIPTS.items() if letters.search(text)), "latin")


@cache
def _others() -> Mapping[str, frozenset[str]]:
    """Common words of the languages that have no lexicon."""
    tables = tomli.loads(OTHERS.read_text(encoding="utf-8"))
    served = lexicon_languages()
    return {one: frozenset(map(normalize_phrase, words)) for one, words in tables.items() if one not in served}
