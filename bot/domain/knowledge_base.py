"""Everything that answers about one show: its facts, the search for names, and the answerer of questions."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from bot.domain.library import Library
from data.snapshot import digest_of, store

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from bot.domain.questions.answerer import Answerer
    from bot.domain.questions.entity_linker import EntityLinker
    from bot.domain.questions.languages import Segmenters
    from bot.domain.questions.statement_index import StatementIndex
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
    is costly to build.
    """

    def __init__(self, show: Show, original: KnowledgeBase | None = None, *, cache: Path | None = None) -> None:
        self.library = Library(show)
        self._original = original or self
        self._cache = cache
        self._indexes: dict[str, StatementIndex] = {}
        self._translations: dict[str, KnowledgeBase] = {}

    def in_language(self, language: str) -> KnowledgeBase:
        """The same show with its prose in ``language``, or this one where there is no translation."""
        if language not in self.library.show.translations:
            return self
        if language not in self._translations:
            self._translations[language] = KnowledgeBase(self.library.show.translations[language], self)
        return self._translations[language]

    @cached_property
    def names(self) -> NameFinder:
        """Finds records by name."""
        from bot.domain.search.name_finder import NameFinder  # noqa: PLC0415 - the start does not pay for it

        return NameFinder(self.library, self._original._name_index, self._described)

    def _described(self, text: str) -> list[str]:
        """The keys of the members whom a text describes by relations, or names with a kin word."""
        from bot.domain.questions.parsed_question import described_members  # noqa: PLC0415

        segmenters = self._original._segmenters
        language = segmenters.language_of(text, self.library.show.language)
        return described_members(self.library, segmenters[language].segments(text))

    @cached_property
    def answerer(self) -> Answerer:
        """Understands questions in any words and answers them."""
        from bot.domain.questions.answerer import Answerer  # noqa: PLC0415 - the start does not pay for it

        return Answerer(
            self.library, self._original.library, self._original._segmenters, self._original._statement_indexes
        )

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
    def _statement_indexes(self) -> dict[str, StatementIndex]:
        """The statements of each language, which every translation shares."""
        for _step in self._index_statements():
            pass
        return self._indexes

    def _index_statements(self) -> Iterator[None]:
        """Read the indexes of statements from the cache, or build them step by step and keep them there."""
        from bot.domain.questions.statement_index import StatementIndex  # noqa: PLC0415 - the start does not pay for it

        version = self._cache and index_version(self.library.show)
        for knowledge in (self, *map(self.in_language, self.library.show.translations)):
            language = knowledge.library.show.language
            if language in self._indexes:
                continue
            path = self._cache and self._cache / f"{version}.statements-{language}"
            with suppress(OSError, msgspec.DecodeError):
                if path:
                    self._indexes[language] = StatementIndex.decode(path.read_bytes())
            yield
            if language not in self._indexes:
                content = yield from knowledge._build_index(self._segmenters)
                yield
                self._indexes[language] = StatementIndex.decode(content)
                if path:
                    store(path, content)

    def _build_index(self, segmenters: Segmenters) -> Generator[None, None, bytes]:
        from bot.domain.questions.statement_index import IndexBuilder, tokens_of  # noqa: PLC0415
        from bot.domain.questions.statements import statements  # noqa: PLC0415

        builder, segmenter = IndexBuilder(), segmenters[self.library.show.language]
        for one in statements(self.library.show):
            text, *forms = (tokens_of(segmenter.plain(part)) for part in (one.text, *one.forms))
            builder.add(one, text, forms)
            yield
        return (yield from builder.encode())

    def warm_up(self) -> Iterator[None]:
        """Import and build everything that the first search and the first question would, in small steps.

        Call it on the default language. Let the event loop run between two steps; a step takes a few milliseconds.
        """
        for name in _LAZY_MODULES:
            import_module(name)
            yield
        yield from self._name_index.warm_up()
        _ = self._entity_linker
        yield
        yield from self._segmenters.warm_up()
        yield from self._index_statements()


def index_version(show: Show) -> str:
    """A digest of everything that an index of statements depends on: the facts, and the code that reads them."""
    digest = blake2b(digest_of(show).encode(), digest_size=16)
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in {".py", ".toml"}:
            with suppress(OSError):
                digest.update(path.read_bytes())
    return digest.hexdigest()
