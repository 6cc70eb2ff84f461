"""Everything that answers about one show: its facts, the search for names, and the answerer of questions."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bot.domain.library import Library

if TYPE_CHECKING:
    from bot.domain.questions.answerer import Answerer
    from bot.domain.search.name_finder import NameFinder
    from bot.domain.search.name_index import NameIndex
    from data.records import Show


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

        return Answerer(self.library, self._original.library)

    @cached_property
    def _name_index(self) -> NameIndex:
        """The names of all languages, which every translation shares."""
        from bot.domain.search.name_index import NameIndex  # noqa: PLC0415 - the start does not pay for it

        return NameIndex(self.library.show)
