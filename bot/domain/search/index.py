"""The search itself: rules from the certain to the daring, and what their hits are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.hangul import compose, is_syllable
from bot.domain.search.answers import Blank, Choices, Decision, Found, Hit, Nothing, Spelling, Target
from bot.domain.search.forms import INSIDE, NAME, PEOPLE, TURNED, WORD, Forms
from bot.domain.search.slips import is_slip_of_a_person, is_slip_of_a_title, most_slips
from bot.domain.search.typed import FILLERS, Typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_WORTH: Final = {
    # (where the typed text begins in a spelling, whether it goes on to the end): how well it fits, and by which rule
    (NAME, True): (1.0, "exact"),
    (TURNED, True): (0.98, "order"),
    (NAME, False): (0.9, "prefix"),
    (TURNED, False): (0.87, "prefix"),
    (WORD, True): (0.84, "word"),
    (WORD, False): (0.8, "word"),
    (INSIDE, True): (0.72, "word"),
    (INSIDE, False): (0.7, "word"),
}
_BY_SOUND: Final = 0.97
_WEAK_READING: Final = 0.02
_BY_INITIALS: Final = 0.95
_BY_LAYOUT: Final = 0.96
_GROWN: Final = 0.99
"""The last typed syllable still grows: 이 fits 임철수, but 이준 better."""
_COMBINED: Final = 0.94
_COMBINED_IN_PART: Final = 0.86
_WORDS_LEFT_OUT: Final = 0.78
_SLIP: Final = 0.75
_LESSER_KINDS: Final = {"role": 0.95, "member": 0.99}

_MOST_WORDS: Final = 12
_MOST_WORDS_OF_A_NAME: Final = 8
_FEWEST_WORDS: Final = 3
"""Fewer words than this are too little of a title with words left out."""
_MOST_OF_A_TITLE: Final = 0.6
_RESEMBLES: Final = 0.6
"""From which likeness (0 to 1) on a name is offered as a near miss."""

_AS_GOOD: Final = 0.03
"""Scores that lie closer together than this are about equal."""
_CLEAR: Final = 3
"""Fewer letters than this (a syllable is two) open nothing, unless they are the whole name."""


class Match(NamedTuple):
    """A spelling that fits, before it is weighed against the others of its target."""

    spelling: int
    score: float
    reason: str


class Span(NamedTuple):
    """A whole name within a text: its first word, the word after its last one, and the spelling."""

    start: int
    end: int
    spelling: int


class Index:
    """The names of some targets, ready to be found as people type them."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._targets = tuple(targets)
        self._by_key = {target.key: target for target in self._targets}
        self._forms = Forms(self._targets)
        self._stages: tuple[tuple[Callable[[Typed], Iterable[Match]], ...], ...] = (
            # A stage is asked only if those before it found nothing.
            (self._as_spelled, self._as_heard, self._by_initials, self._by_number),
            (self._without_fillers, self._other_layout),
            (self._combined, self._words_left_out),
            (self._slips,),
        )

    def find(self, typed: str, limit: int = 25) -> list[Hit]:
        """Return what the text means, best first. A near miss is no hit."""
        return self._find(Typed.read(typed))[:limit]

    def near(self, typed: str, limit: int = 5) -> list[Hit]:
        """Return what the text may have been meant to be, best first: plausible, but no hit."""
        text = Typed.read(typed)
        if text.too_long:
            return []
        hits = {hit.key for hit in self._find(text)}
        return [hit for hit in self._ranked(self._resembling(text)) if hit.key not in hits][:limit]

    def decide(self, typed: str) -> Decision:
        """Say what a text means that was sent without picking a suggestion."""
        text = Typed.read(typed)
        if not text.words:
            return Blank()
        hits = self._find(text)
        if not hits:
            return Nothing(tuple(self.near(typed)))
        best = hits[0]
        rivals = [hit for hit in hits if best.score - hit.score < _AS_GOOD]
        if len(rivals) > 1 and not _same_name(self._by_key[best.key], rivals):
            return Choices(tuple(hits))
        if best.score < _WORTH[NAME, False][0] + _AS_GOOD and text.size < _CLEAR:
            return Choices(tuple(hits))
        return Found(best)

    def _find(self, typed: Typed) -> list[Hit]:
        if typed.too_long:
            return []
        for stage in self._stages:
            if hits := self._ranked(match for rule in stage for match in rule(typed)):
                return hits
        return []

    def _ranked(self, matches: Iterable[Match]) -> list[Hit]:
        """Keep the best match of each target, best first; then by rank, then in the order of the targets."""
        best: dict[int, Match] = {}
        for match in matches:
            target = self._forms.targets[match.spelling]
            if target not in best or best[target].score < match.score:
                best[target] = match
        order = sorted(best, key=lambda target: (-best[target].score, self._targets[target].rank, target))
        return [self._hit(target, best[target]) for target in order]

    def _hit(self, target: int, match: Match) -> Hit:
        spelling = self._forms.spellings[match.spelling]
        return Hit(self._targets[target].key, round(match.score, 3), spelling, match.reason)

    def _match(self, spelling: int, place: int, *, whole: bool, times: float = 1.0, reason: str = "") -> Match:
        score, rule = _WORTH[place, whole]
        times *= _LESSER_KINDS.get(self._forms.spellings[spelling].kind, 1.0)
        return Match(spelling, score * times, reason or rule)

    # The rules.

    def _as_spelled(self, typed: Typed) -> Iterator[Match]:
        """Find names that begin so, or have a word that does."""
        if not typed.keys:
            return
        inside = len(typed.hangul)
        for text, place, spelling in self._forms.beginning_with(typed.keys):
            whole = len(text) == len(typed.keys)
            if place == INSIDE and inside < (2 if whole else 3):
                continue
            grown = typed.hangul and not whole and typed.text not in self._forms.texts[spelling]
            yield self._match(spelling, place, whole=whole, times=_GROWN if grown else 1.0)

    def _as_heard(self, typed: Typed) -> Iterator[Match]:
        """Find names that sound so, however they are romanized."""
        for heard, weak in typed.readings:
            for place, whole, spelling, of_latin in self._forms.sounds.get(heard, ()):
                if of_latin or not typed.hangul:  # Hangul against Hangul is no matter of hearing
                    times = _BY_SOUND - weak * _WEAK_READING
                    yield self._match(spelling, place, whole=whole, times=times, reason="romanization")

    def _by_initials(self, typed: Typed) -> Iterator[Match]:
        """Find syllables that begin with these consonants: ㅎㅇ, 윤ㅎ."""
        if len(typed.initials) < 1:
            return
        for first, place, spelling, text in self._forms.initials_beginning_with(typed.initials):
            if all(mine == yours for mine, yours in zip(typed.text, text, strict=False) if is_syllable(mine)):
                whole = len(first) == len(typed.initials)
                yield self._match(spelling, place, whole=whole, times=_BY_INITIALS, reason="initials")

    def _by_number(self, typed: Typed) -> Iterator[Match]:
        """Find what has this number."""
        for kind, number, said in typed.numbers:
            for spelling in self._forms.numbers.get((kind, number), ()):
                yield Match(spelling, 1.0 if said else 0.95, "number")

    def _without_fillers(self, typed: Typed) -> Iterator[Match]:
        """Find the name without what was only said along with it."""
        if typed.without_fillers:
            yield from self._as_spelled(typed.without_fillers)
            yield from self._as_heard(typed.without_fillers)

    def _other_layout(self, typed: Typed) -> Iterator[Match]:
        """Find what the same keys write with the other keyboard layout."""
        for keys in typed.other_layout:
            for text, place, spelling in self._forms.beginning_with(keys):
                whole = len(text) == len(keys)
                if whole or (place != INSIDE and len(keys) > 3):
                    yield self._match(spelling, place, whole=whole, times=_BY_LAYOUT, reason="keyboard")

    def _combined(self, typed: Typed) -> Iterator[Match]:
        """Find what several of its names are said of at once: actor and character, title and singer."""
        typed = typed.by_syllable
        end = len(typed.words)
        if not 2 <= end <= _MOST_WORDS:
            return
        for target, spans in self._names_within(typed).items():
            left, right = _explained(typed.words, spans)
            spelling = spans[0].spelling
            if left == end:
                yield Match(spelling, _COMBINED, "combined")
            elif any(self._fits_partly(target, typed, *rest) for rest in {(left, end), (0, right), (left, right)}):
                yield Match(spelling, _COMBINED_IN_PART, "combined")

    def _names_within(self, typed: Typed) -> dict[int, list[Span]]:
        """Return the whole names that stand within a text, by target."""
        spans: dict[int, list[Span]] = {}
        count = len(typed.words)
        for start in range(count):
            for end in range(start + 1, min(start + _MOST_WORDS_OF_A_NAME, count) + 1):
                for match in self._whole(typed.part(start, end)):
                    target = self._forms.targets[match]
                    spans.setdefault(target, []).append(Span(start, end, match))
        return spans

    def _whole(self, typed: Typed) -> Iterator[int]:
        """Yield the spellings of which this is the full name, the given name, the title or the number."""
        for form in self._forms.wholes.get(typed.keys, ()):
            yield form.spelling
        for heard, _ in typed.readings:
            for found in self._forms.sounds.get(heard, ()):
                if found.whole and (found.of_latin or not typed.hangul):
                    yield found.spelling
        for kind, number, _ in typed.numbers:
            yield from self._forms.numbers.get((kind, number), ())

    def _fits_partly(self, target: int, typed: Typed, start: int, end: int) -> bool:
        """Say whether the words that are left are part of a name of this target, or a slip of one."""
        rest = typed.part(start, end)
        if start >= end or len(rest.words) == len(typed.words):
            return False
        return any(self._is_partly(spelling, rest, typed) for spelling in self._forms.of_target[target])

    def _is_partly(self, spelling: int, rest: Typed, typed: Typed) -> bool:
        form = self._forms.keys[spelling]
        begins = form.startswith(rest.keys)
        if self._forms.spellings[spelling].kind in PEOPLE:
            # A family name and somebody else's given name are the name of a third.
            return (begins and rest.size > 4 and not typed.is_possible_name) or is_slip_of_a_person(rest, form)
        title = self._forms.word_lists[spelling]
        return (begins and rest.size > 1) or _is_run(rest.words, title) or is_slip_of_a_title(rest, form, title)

    def _words_left_out(self, typed: Typed) -> Iterator[Match]:
        """Find titles of which a word or two are missing."""
        if not _FEWEST_WORDS <= len(typed.words) <= _MOST_WORDS:
            return
        with_word = [self._forms.with_word.get(word, frozenset[int]()) for word in typed.words]
        for spelling in frozenset.intersection(*with_word):
            left = iter(self._forms.word_lists[spelling])
            in_order = all(word in left for word in typed.words)
            if in_order and len(typed.keys) > _MOST_OF_A_TITLE * len(self._forms.keys[spelling]):
                yield Match(spelling, _WORDS_LEFT_OUT, "word")

    def _slips(self, typed: Typed) -> Iterator[Match]:
        """Find what was misspelled."""
        most = most_slips(len(typed.keys))
        near_lengths = range(len(typed.keys) - most, len(typed.keys) + most + 1)
        candidates = [form for length in near_lengths for form in self._forms.by_length.get(length, ())]
        for form, slips, _ in process.extract(
            typed.keys, candidates, scorer=OSA.distance, score_cutoff=most, limit=None
        ):
            for _, _, spelling in self._forms.wholes[form]:
                if self._is_slip(typed, form, spelling):
                    yield Match(spelling, _SLIP - slips / len(form) / 2, "near")

    def _is_slip(self, typed: Typed, form: str, spelling: int) -> bool:
        if self._forms.spellings[spelling].kind in PEOPLE:
            return is_slip_of_a_person(typed, form)
        return is_slip_of_a_title(typed, form, self._forms.word_lists[spelling])

    def _resembling(self, typed: Typed) -> Iterator[Match]:
        """Find what looks somewhat like the text."""
        length = len(typed.keys)
        near_lengths = range(int(length * _RESEMBLES), int(length / _RESEMBLES) + 1)
        candidates = [form for near in near_lengths for form in self._forms.by_length.get(near, ())]
        for form, likeness, _ in process.extract(
            typed.keys, candidates, scorer=OSA.normalized_similarity, score_cutoff=_RESEMBLES, limit=None
        ):
            for _, _, spelling in self._forms.wholes[form]:
                yield Match(spelling, likeness / 2, "near")


def _explained(words: tuple[str, ...], spans: list[Span]) -> tuple[int, int]:
    """Return how far names explain the words from the left, and from where on they explain them to the end."""
    left, right = {0}, {len(words)}
    for at, word in enumerate(words):
        if at in left:
            left.update(span.end for span in spans if span.start == at)
            left.update({at + 1} if word in FILLERS else ())
    for at in range(len(words), 0, -1):
        if at in right:
            right.update(span.start for span in spans if span.end == at)
            right.update({at - 1} if words[at - 1] in FILLERS else ())
    return max(left), min(right)


def _is_run(some: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """Say whether these words stand in a title one after the other, and are not just a little one."""
    return len("".join(some)) > 3 and f" {' '.join(some)} " in f" {' '.join(title)} "


def _same_name(best: Target, hits: list[Hit]) -> bool:
    """Say whether all are hit by a name of the best: the grown-up and the child have one, and the rank decides."""
    names = {spelling.text for spelling in best.spellings if spelling.kind != "alias"}
    return all(hit.spelling.text in names for hit in hits)
