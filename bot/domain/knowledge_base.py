"""Everything that answers about one show: its facts, the search for names, and the answerer of questions."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Final

from bot.domain.library import Library
from bot.domain.regional import with_decimal_mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.domain.questions.answerer import Answerer
    from bot.domain.questions.entity_linker import EntityLinker
    from bot.domain.questions.languages import Segmenters
    from bot.domain.questions.statement_indexes import StatementIndexes
    from bot.domain.quiz import QuestionBank
    from bot.domain.search.name_finder import NameFinder
    from bot.domain.search.name_index import NameIndex
    from data.records import Show

_LAZY_MODULES: Final = (
    "rapidfuzz.distance",
    "rapidfuzz.process",
    "bot.domain.text.positions",
    "bot.domain.search.phonetics",
    "bot.domain.search.index_forms",
    "bot.domain.search.name_finder",
    "bot.domain.search.name_index",
    "bot.domain.questions.languages",
    "bot.domain.questions.schema",
    "bot.domain.questions.answerer",
)
"""What the search and the answerer import, in the order of their imports."""


class KnowledgeBase:
    """One show in one language; :meth:`in_language` gives the same show in another one.

    The search and the answerer are imported and built when they are first needed. ``cache`` is a folder that keeps what
    is costly to build; where it is not there yet, the warm-up lets another process build it from the folder ``facts``.
    """

    def __init__(
        self,
        show: Show,
        original: KnowledgeBase | None = None,
        *,
        cache: Path | None = None,
        facts: Path | None = None,
    ) -> None:
        self.library = Library(show)
        self.original = original or self
        """The same show in the language in which its facts are written."""
        self._cache = cache
        self._facts = facts
        self._translations: dict[str, KnowledgeBase] = {}
        self._regions: dict[tuple[str, str], KnowledgeBase] = {}

    def in_language(self, language: str) -> KnowledgeBase:
        """The same show with its prose in ``language``, or this one where there is no translation."""
        if language not in self.library.show.translations:
            return self
        if language not in self._translations:
            self._translations[language] = KnowledgeBase(self.library.show.translations[language], self)
        return self._translations[language]

    def in_region(self, old: str, new: str) -> KnowledgeBase:
        """The same show with the decimal mark ``new`` for ``old`` in its prose."""
        if old == new:
            return self
        if (old, new) not in self._regions:
            self._regions[old, new] = KnowledgeBase(with_decimal_mark(self.library.show, old, new), self.original)
        return self._regions[old, new]

    @cached_property
    def names(self) -> NameFinder:
        """Finds records by name."""
        from bot.domain.search.name_finder import NameFinder  # noqa: PLC0415 - the start does not pay for it

        return NameFinder(self.library, self.original._name_index, self._described, self._told)

    def _described(self, text: str) -> list[str]:
        """The keys of the members whom a text describes by relations, or names with a kin word."""
        from bot.domain.questions.parsed_question import described_members  # noqa: PLC0415

        segmenters = self.original._segmenters
        language = segmenters.language_of(text, self.library.show.language)
        return described_members(self.library, segmenters[language].segments(text))

    def _told(self, text: str, tables: tuple[str, ...]) -> list[str]:
        """The keys of the records of which statements of some tables say what a text says."""
        from bot.domain.questions.statement_index import tokens_of  # noqa: PLC0415 - the start does not pay for it

        original = self.original
        language = original._segmenters.language_of(text, self.library.show.language)
        index = original.statement_indexes.get(language)
        if index is None:
            return []
        tokens = tokens_of(original._segmenters[language].segments(text))
        return list(dict.fromkeys(place[1] for place in index.described(tokens, tables)))

    @cached_property
    def answerer(self) -> Answerer:
        """Understands questions in any words and answers them."""
        from bot.domain.questions.answerer import Answerer  # noqa: PLC0415 - the start does not pay for it

        return Answerer(self.library, self.original.library, self.original._segmenters, self.original.statement_indexes)

    @cached_property
    def quiz(self) -> QuestionBank:
        """The quiz questions that the facts make."""
        from bot.domain.quiz import QuestionBank  # noqa: PLC0415 - the start does not pay for it

        return QuestionBank(self.library)

    @cached_property
    def _name_index(self) -> NameIndex:
        """The names of all languages, which every translation shares."""
        from bot.domain.search.name_index import NameIndex  # noqa: PLC0415 - the start does not pay for it

        return NameIndex(self.library.show)

    @cached_property
    def _segmenters(self) -> Segmenters:
        """Segmenters know the names of all languages, so every translation shares them."""
        from bot.domain.questions.languages import Segmenters  # noqa: PLC0415 - the start does not pay for it

        return Segmenters(self.library.show, self._entity_linker)

    @cached_property
    def _entity_linker(self) -> EntityLinker:
        """Knows the names of all languages."""
        from bot.domain.questions.entity_linker import EntityLinker  # noqa: PLC0415 - the start does not pay for it

        return EntityLinker(self.library)

    @cached_property
    def statement_indexes(self) -> StatementIndexes:
        """The statements of each language, which every translation shares."""
        from bot.domain.questions.statement_indexes import StatementIndexes  # noqa: PLC0415

        return StatementIndexes(self.library.show, self._segmenters, self._cache)

    def warm_up(self) -> Iterator[None]:
        """Import and build everything that the first search and the first question would, in small steps.

        Call it on the default language, in a thread: steps take up to 30 ms. It can be ended between two of them.
        """
        for name in _LAZY_MODULES:
            import_module(name)
            yield
        yield from self._name_index.warm_up()
        for _translation in self.library.show.translations.values():  # each is decoded when it is first read
            yield
        yield from self._segmenters.warm_up()
        yield from self.statement_indexes.warm_up(self._facts)
