"""What the texts of the facts say, in the concepts of the lexicons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.library import Library
    from bot.domain.questions.segmenter import Segmenter
    from data.records import Unknown


class TextConcepts:
    """Concepts and names in the texts of one show in one language, remembered once they are read."""

    def __init__(self, library: Library, segmenter: Segmenter) -> None:
        self._library = library
        self._segmenter = segmenter
        self._read: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def concepts(self, text: str) -> frozenset[str]:
        """Everything that the words of a text say."""
        return self._meaning(text)[0]

    def names(self, text: str) -> frozenset[str]:
        """The keys of everybody and everything that a text names."""
        return self._meaning(text)[1]

    def known_gap(self, concepts: set[str], *keys: str) -> Unknown | None:
        """What was looked for and not found about these records; of several the one that says least besides."""
        found = [one for one in self._library.unknown_about(*keys) if self.concepts(one.text) & concepts]
        return min(found, key=lambda one: (-len(self.concepts(one.text) & concepts), len(one.text)), default=None)

    def _meaning(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        if text not in self._read:
            segments = self._segmenter.plain(text)
            concepts = frozenset(concept for segment in segments for concept in segment.concepts)
            self._read[text] = (concepts, frozenset(one.key for segment in segments for one in segment.entities))
        return self._read[text]
