"""The indexes of statements of one show, one a language: read from a cache or built when they are first needed.

``python -m bot.domain.questions.statement_indexes FACTS CACHE`` builds those that the cache lacks: a bot that finds
none lets a process of its own do that, since it takes some seconds and memory that is never given back.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from bot.domain.questions.statement_index import IndexBuilder, StatementIndex, tokens_of
from bot.domain.questions.statements import statements
from data.snapshot import digest_of_files, store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.domain.questions.languages import Segmenters
    from bot.domain.questions.statement_index import Tokens
    from bot.domain.questions.statements import Statement
    from data.records import Show

_CODE: Final = (Path(__file__).parent, Path(__file__).parents[1] / "text", Path(__file__).parents[1] / "search")
_POLL: Final = 0.1
"""Seconds."""


class StatementIndexes:
    """The statements of one show in each of its languages."""

    def __init__(self, show: Show, segmenters: Segmenters, cache: Path | None = None) -> None:
        self.languages = (show.language, *show.translations)
        self._show = show
        self._segmenters = segmenters
        self._cache = cache
        self._made: dict[str, StatementIndex] = {}
        self._is_building = False
        """Whether another process builds what the cache lacks."""

    def get(self, language: str) -> StatementIndex | None:
        """The statements in a language; None where the facts are not written in it."""
        return self[language] if language in self.languages else None

    def __getitem__(self, language: str) -> StatementIndex:
        """The statements in a language of the facts; none while another process builds the index."""
        if language not in self._made:
            index = self._read(language)
            if index is None and self._is_building:
                return StatementIndex.decode(IndexBuilder().encode())
            index = index or StatementIndex.decode(self.build(language))
            for other in self._made.values():
                if other.places == index.places:
                    index.places = other.places  # which are the same in all languages
            self._made[language] = index
        return self._made[language]

    def tokens(self, language: str) -> Iterator[tuple[Statement, Tokens, list[Tokens]]]:
        """Each statement in a language, with the tokens of its text and of each question that it answers."""
        segmenter = self._segmenters[language]
        for one in statements(self._show_in(language)):
            text, *forms = (tokens_of(segmenter.plain(part)) for part in (one.text, *one.forms))
            yield one, text, forms

    def build(self, language: str) -> bytes:
        """The content of an index, which the cache keeps."""
        builder = IndexBuilder()
        for one, text, forms in self.tokens(language):
            builder.add(one, text, forms)
        content = builder.encode()
        if self._cache:
            store(self._path(self._cache, language), content)
        return content

    def build_missing(self) -> None:
        """Build what the cache lacks."""
        for language in self.languages:
            if self._cache and not self._path(self._cache, language).exists():
                self.build(language)

    def warm_up(self, facts: Path | None) -> Iterator[None]:
        """Read the indexes; where the cache lacks any, let another process build them from ``facts``."""
        if self._cache and facts and not all(any(self._cache.glob(self._name(one, "*"))) for one in self.languages):
            command = [sys.executable, "-m", __name__, str(facts), str(self._cache)]
            with suppress(OSError), subprocess.Popen(command) as building:  # noqa: S603 - nothing of it is input
                self._is_building = True
                try:
                    while building.poll() is None:
                        with suppress(subprocess.TimeoutExpired):
                            building.wait(_POLL)
                        yield
                finally:
                    self._is_building = False
                    building.terminate()
        for language in self.languages:
            _ = self[language]
            yield

    def _read(self, language: str) -> StatementIndex | None:
        with suppress(OSError, msgspec.DecodeError):
            return StatementIndex.decode(self._path(self._cache, language).read_bytes()) if self._cache else None
        return None

    def _show_in(self, language: str) -> Show:
        return self._show if language == self._show.language else self._show.translations[language]

    def _path(self, cache: Path, language: str) -> Path:
        told = statements(self._show_in(language))
        return cache / self._name(language, _digest(line for one in told for line in _lines(one)))

    def _name(self, language: str, digest: str) -> str:
        return f"{self._version}-{digest}.statements-{language}"

    @cached_property
    def _version(self) -> str:
        """A digest of what every index depends on: the names in the facts, and the code that reads them."""
        patterns = ((folder, pattern) for folder in _CODE for pattern in ("**/*.py", "**/*.toml"))
        named = self._segmenters.names
        words = map(repr, (*named.exact.items(), *named.given.items(), *self._show.vocabulary))
        return digest_of_files(*patterns, start=_digest(sorted(words)).encode())  # processes order sets differently


def _lines(one: Statement) -> Iterator[str]:
    """All that the index of a language knows of a statement."""
    yield from (*one.place, one.text, *getattr(one.record, "asked", ()), *one.keys, *one.implied, f"{one.episode}")


def _digest(lines: Iterable[str]) -> str:
    """A digest of texts. Encoding the facts would leave a second copy of each in memory."""
    return blake2b("\n".join(lines).encode(), digest_size=8).hexdigest()


def main(facts: str, cache: str) -> None:
    """Build the indexes that a cache lacks."""
    from bot.domain.library import Library  # noqa: PLC0415 - nobody else needs these
    from bot.domain.questions.entity_linker import EntityLinker  # noqa: PLC0415
    from bot.domain.questions.languages import Segmenters  # noqa: PLC0415
    from data.snapshot import load_cached  # noqa: PLC0415

    show = load_cached(Path(facts), Path(cache))
    StatementIndexes(show, Segmenters(show, EntityLinker(Library(show))), Path(cache)).build_missing()


if __name__ == "__main__":
    main(*sys.argv[1:])
