"""The search: asks the rules in turn, ranks what they find, and decides what was meant."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.domain.search.index_forms import PEOPLE, IndexForms
from bot.domain.search.namesakes import Namesake
from bot.domain.search.query import SearchQuery
from bot.domain.search.results import Blank, Choices, Found, Hit, Nothing, Result, Target
from bot.domain.search.rules import Match, Rules
from bot.domain.text.normalization import clean, is_blank, words

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_HITS: Final = 25
MOST_NEAR: Final = 5

AS_GOOD: Final = 0.03
"""Scores that lie closer together than this are about equal."""
CLEAR_LETTERS: Final = 3
CLEAR_SHARE: Final = 0.3
"""A beginning or a word opens nothing if it is shorter than this, in letters or as a share of the title."""
RECENT: Final = 64
"""Texts whose answer is remembered, whoever typed them."""
MOST_OF_A_NAME: Final = 0.6
"""The beginning of a person's name must be longer, or whole words, and not what somebody else may be called."""


class Index:
    """The names of some targets, ready to be found as people type them.

    ``stopwords`` are phrases that people say along with any name and that tell nothing, such as the show's title.
    """

    def __init__(self, targets: Iterable[Target], stopwords: Iterable[str] = ()) -> None:
        self._targets = tuple(targets)
        self._forms = IndexForms(self._targets)
        self._rules = Rules(self._forms)
        self._stopwords = frozenset("".join(words(clean(phrase))) for phrase in stopwords)
        # Many fans type the same few names: what was found lately is not looked for again.
        self.decide = lru_cache(maxsize=RECENT)(self._decide)
        self._found = lru_cache(maxsize=RECENT)(self._find_anew)

    def find(self, typed: str, limit: int = MOST_HITS) -> list[Hit]:
        """What the text means, best first. A near miss is no hit."""
        return list(self._found(typed)[:limit])

    def _find_anew(self, typed: str) -> tuple[Hit, ...]:
        return tuple(self._find(SearchQuery.read(typed)))

    def near(self, typed: str, limit: int = MOST_NEAR) -> list[Hit]:
        """What the text may have been meant to be, best first: plausible, but no hit."""
        text = SearchQuery.read(typed)
        return self._near(text, self._find(text))[:limit]

    def _decide(self, typed: str) -> Result:
        """What a text means that was sent without picking a suggestion."""
        if is_blank(typed):
            return Blank()
        text = SearchQuery.read(typed)
        hits = list(self._found(typed))
        if not hits:
            return Nothing(tuple(self._near(text, hits)[:MOST_NEAR]))
        if self._is_one_name(hits) and _is_clear(text, hits[0]):
            return Found(hits[0])
        return Choices(tuple(hits[:MOST_HITS]))

    def _find(self, typed: SearchQuery) -> list[Hit]:
        hits = self._first_hits(typed)
        if lighter := typed.without(self._stopwords):
            others = self._first_hits(lighter)
            return others if others and (not hits or others[0].score > hits[0].score) else hits
        return hits

    def _first_hits(self, typed: SearchQuery) -> list[Hit]:
        """The hits of the first stage of rules that finds anything."""
        if typed.words and not typed.too_long:
            for stage in self._rules.stages:
                if hits := self._ranked(match for rule in stage for match in rule(typed)):
                    return hits
        return []

    def _near(self, typed: SearchQuery, hits: list[Hit]) -> list[Hit]:
        if not typed.words or typed.too_long:
            return []
        found = {hit.key for hit in hits}
        return [hit for hit in self._ranked(self._rules.resembling(typed)) if hit.key not in found]

    def _ranked(self, matches: Iterable[Match]) -> list[Hit]:
        """Keep the best match of each target, best first; then by rank, then in the order of the targets."""
        best: dict[int, Match] = {}
        for match in matches:
            target = self._forms.targets[match.spelling]
            rival = best.get(target)
            if rival is None or (-match.score, match.spelling) < (-rival.score, rival.spelling):
                best[target] = match
        order = sorted(best, key=lambda target: (-best[target].score, self._targets[target].rank, target))
        return [self._hit(target, best[target]) for target in order]

    def _hit(self, target: int, match: Match) -> Hit:
        spelling = self._forms.spellings[match.spelling]
        return Hit(self._targets[target].key, round(match.score, 3), spelling, match.reason)

    def _is_one_name(self, hits: list[Hit]) -> bool:
        """Whether the best hit stands alone, or beside others of its name only: a child beside the grown-up."""
        best, *others = hits
        rivals = [hit for hit in others if best.score - hit.score < AS_GOOD]
        target = next(target for target in self._targets if target.key == best.key)
        names = tuple(spelling.text for spelling in target.spellings if spelling.kind != "alias")
        return all(rival.spelling.text.startswith(names) for rival in rivals)


def _is_clear(typed: SearchQuery, hit: Hit) -> bool:
    """Whether a text means this hit, and is not only the beginning or a common word of it."""
    if hit.reason not in {"prefix", "word"}:
        return True
    name = SearchQuery.read(hit.spelling.text)
    if hit.reason == "prefix" and hit.spelling.kind in PEOPLE:
        in_words = typed.words == name.words[: len(typed.words)] and typed.size > CLEAR_LETTERS
        return typed.namesake is Namesake.NOBODY and (in_words or typed.size > MOST_OF_A_NAME * name.size)
    return typed.size >= max(CLEAR_LETTERS, CLEAR_SHARE * name.size)
