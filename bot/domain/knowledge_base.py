"""Everything that answers about one show: its facts, the search for names, and the answerer of questions."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Final

from bot.domain.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.questions.answerer import Answerer
    from bot.domain.questions.segmenter import Segmenter
    from bot.domain.search.name_finder import NameFinder
    from bot.domain.search.name_index import NameIndex
    from data.records import Show

_LAZY_MODULES: Final = (
    "rapidfuzz.distance",
    "rapidfuzz.process",
    "bot.domain.search.phonetics",
    "bot.domain.search.index_forms",
    "bot.domain.search.name_finder",
    "bot.domain.search.name_index",
    "bot.domain.questions.segmenter",
    "bot.domain.questions.slot_filling",
    "bot.domain.questions.answers",
    "bot.domain.questions.answerer",
)
"""What the search and the answerer import, in the order of their imports."""


class KnowledgeBase:
    """One show in one language; :meth:`in_language` gives the same show in another one.

    The search and the answerer are imported and built when they are first needed.
    """

    def __init__(self, show: Show, original: KnowledgeBase | None = None) -> None:
        self.library = Library(show)
        self._original = original or self
        self._translations = {language: KnowledgeBase(other, self) for language, other in show.translations.items()}

    def in_language(self, language: str) -> KnowledgeBase:
        """The same show with its prose in ``language``, or this one where there is no translation."""
        return self._translations.get(language, self)

    @cached_property
    def names(self) -> NameFinder:
        """Finds records by name."""
        from bot.domain.search.name_finder import NameFinder  # noqa: PLC0415 - the start does not pay for it

        return NameFinder(self.library, self._original._name_index)

    @cached_property
    def answerer(self) -> Answerer:
        """Understands questions in any words and answers them."""
        from bot.domain.questions.answerer import Answerer  # noqa: PLC0415 - the start does not pay for it

        return Answerer(self.library, self._original.library, self._original._segmenter)

    @cached_property
    def _name_index(self) -> NameIndex:
        """The names of all languages, which every translation shares."""
        from bot.domain.search.name_index import NameIndex  # noqa: PLC0415 - the start does not pay for it

        return NameIndex(self.library.show)

    @cached_property
    def _segmenter(self) -> Segmenter:
        """Knows the words and names of all languages, so every translation shares it."""
        from bot.domain.questions.entity_linker import EntityLinker  # noqa: PLC0415 - the start does not pay for it
        from bot.domain.questions.lexicon import lexicons, vocabulary_lexicons  # noqa: PLC0415
        from bot.domain.questions.segmenter import Segmenter  # noqa: PLC0415

        return Segmenter((*lexicons(), *vocabulary_lexicons(self.library.show)), EntityLinker(self.library))

    def warm_up(self) -> Iterator[None]:
        """Import and build everything that the first search and the first question would, in small steps.

        Call it on the default language. Let the event loop run between two steps; a step takes a few milliseconds.
        """
        for name in _LAZY_MODULES:
            import_module(name)
            yield
        yield from self._name_index.warm_up()
        from bot.domain.questions.lexicon import lexicon_files, read_lexicon  # noqa: PLC0415
        from bot.domain.questions.question_types import question_types  # noqa: PLC0415

        for path in lexicon_files():
            read_lexicon(path)
            yield
        question_types()
        yield
        yield from self._segmenter.warm_up()
        for knowledge in (self, *self._translations.values()):
            yield from knowledge.answerer.warm_up()
