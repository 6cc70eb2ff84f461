"""The rules by which a text may mean a name, and what they are worth."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.search import phonetics
from bot.domain.search.index_forms import INSIDE, NAME, PEOPLE, REVERSED, WORD, Form, IndexForms, Sound
from bot.domain.search.namesakes import Namesake
from bot.domain.search.query import SearchQuery
from bot.domain.search.typos import is_slip, is_slip_of_a_person, most_slips
from bot.domain.text.hangul import VOWELS, is_syllable
from bot.domain.text.positions import LAST, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

WORTH: Final = {
    # (where the typed text begins in a spelling, whether it goes on to the end): how well it fits, and why
    (NAME, True): (1.0, "exact"),
    (REVERSED, True): (0.98, "order"),
    (NAME, False): (0.9, "prefix"),
    (WORD, True): (0.84, "word"),
    (REVERSED, False): (0.82, "prefix"),
    (WORD, False): (0.8, "word"),
    (INSIDE, True): (0.72, "word"),
    (INSIDE, False): (0.7, "word"),
}
NUMBERS: Final = {
    # (whether it is said what is numbered, whether it is this number or only begins so)
    (True, True): 1.0,
    (False, True): 0.95,
    (True, False): 0.85,
    (False, False): 0.8,
}
NUMBER_WORD: Final = 0.9
""""First" or "last" without what is counted, which may as well be the beginning of a title."""
COMBINED: Final = 0.94
COMBINED_IN_PART: Final = 0.86
WORDS_LEFT_OUT: Final = 0.78
SWAPPED: Final = 0.7
SLIP: Final = 0.75
"""Less a half of the share of letters that are wrong."""

# By how much a name is worth less if it is found in another way than as it is spelled.
BY_SOUND: Final = 0.97
WEAK_READING: Final = 0.02
BY_LAYOUT: Final = 0.96
BY_INITIALS: Final = 0.95
WITH_AFFIX: Final = 0.99
GROWN: Final = 0.99
"""The last typed syllable still grows: 서 fits 성하린, but 서이준 better."""
LESSER_KINDS: Final = {"member": 0.99, "role": 0.95}

RESEMBLES: Final = 0.6
"""From which likeness (0 to 1) on a name is a near miss."""

_RECENT_WORDS: Final = 128
_MOST_WORDS: Final = 12
_MOST_WORDS_OF_A_NAME: Final = 8
_MOST_WORDS_HEARD: Final = 3
_FEWEST_WORDS: Final = 3
"""Fewer are too little of a title with words left out."""
_SHARE_OF_A_TITLE: Final = 0.6
_FEWEST_TRANSCRIBED: Final = 3
"""Letters of kana (counted twice) or Cyrillic; fewer would find half of the cast."""
_FEWEST_LETTERS: Final = 5
"""Fewer are a family name, which says little beside another name."""


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


class Rules:
    """Every rule takes a text and yields the spellings that it may mean."""

    def __init__(self, forms: IndexForms) -> None:
        self._forms = forms
        self._whole_names = lru_cache(maxsize=_RECENT_WORDS)(self._find_whole_names)
        """The spellings of which some words are the whole name; texts that overlap ask for the same words."""
        self.stages = (
            # From the certain to the daring: a stage counts only if those before it found nothing.
            (self.as_spelled, self.as_heard, self.as_transcribed, self.by_initials, self.by_number),
            (self.with_affix, self.other_layout),
            (self.combined, self.words_left_out),
            (self.slips, self.swapped_syllables),
        )

    def _match(self, spelling: int, place: int, *, whole: bool, times: float = 1.0, reason: str = "") -> Match:
        score, rule = WORTH[place, whole]
        times *= LESSER_KINDS.get(self._forms.spellings[spelling].kind, 1.0)
        return Match(spelling, score * times, reason or rule)

    def as_spelled(self, typed: SearchQuery) -> Iterator[Match]:
        """Find names that begin so, or have a word that does."""
        for text, place, spelling in self._forms.beginning_with(typed.keys):
            whole = len(text) == len(typed.keys)
            if place == INSIDE and len(typed.hangul) < (2 if whole else 3):
                continue
            grown = typed.hangul and not whole and typed.text not in self._forms.texts[spelling]
            if grown and typed.namesake is Namesake.KNOWN and text[len(typed.keys)] in VOWELS:
                continue  # 태우 is on the way to 태원, but is somebody else
            yield self._match(spelling, place, whole=whole, times=GROWN if grown else 1.0)

    def as_heard(self, typed: SearchQuery) -> Iterator[Match]:
        """Find names that sound so, however they are romanized."""
        for found, weak in self._heard(typed):
            if weak and not (found.whole and found.place in {NAME, REVERSED}):
                continue  # an unusual reading must make sense of a whole name
            times = BY_SOUND - weak * WEAK_READING
            yield self._match(found.spelling, found.place, whole=found.whole, times=times, reason="romanization")

    def _heard(self, typed: SearchQuery) -> Iterator[tuple[Sound, int]]:
        """The sounds that a text may stand for. Hangul against Hangul is no matter of hearing."""
        for heard, weak in typed.pronunciations:
            for found in self._forms.sounds.get(phonetics.key(heard), ()):
                if found.of_latin or (not typed.hangul and phonetics.agree(heard, found.sound)):
                    yield found, weak

    def as_transcribed(self, typed: SearchQuery) -> Iterator[Match]:
        """Find Korean names in kana or Cyrillic, with or without what stands between their parts."""
        if typed.text.isascii() or typed.script is None or typed.size < _FEWEST_TRANSCRIBED:
            return
        for heard in typed.transcribed:
            for text, place, spelling in self._forms.transcribed(typed.script, heard):
                whole = len(text) == len(heard)
                yield self._match(spelling, place, whole=whole, times=BY_SOUND, reason="transcription" if whole else "")

    def by_initials(self, typed: SearchQuery) -> Iterator[Match]:
        """Find syllables that begin with these consonants: ㅎㄹ, 윤ㅎ. All that begin so are as good."""
        for first, place, spelling, text in self._forms.with_initials(typed.initials):
            if all(mine == yours for mine, yours in zip(typed.text, text, strict=False) if is_syllable(mine)):
                whole = place == NAME and len(first) == len(typed.initials)
                yield self._match(spelling, NAME, whole=whole, times=BY_INITIALS, reason="initials")

    def by_number(self, typed: SearchQuery) -> Iterator[Match]:
        """Find what has this number, or one that begins so; "part" alone finds all parts."""
        position = typed.position if self._forms.numbered else None
        for kind, spellings in self._forms.numbered.items():
            if typed.size > 1 and kind_of(typed.text) == kind:
                yield from (Match(spelling, NUMBERS[True, False], "number") for spelling in spellings)
            if not position or position.kind not in ("", kind):
                continue
            texts = {spelling: self._forms.texts[spelling] for spelling in spellings}
            number = str(position.resolve(max(map(int, texts.values()))))
            said = not typed.text.isdecimal()
            for spelling, text in texts.items():
                if text == number:
                    is_word = not position.kind and not typed.has_digits
                    yield Match(spelling, NUMBER_WORD if is_word else NUMBERS[said, True], "number")
                elif typed.has_digits and text.startswith(number):
                    yield Match(spelling, NUMBERS[said, False], "number")

    def with_affix(self, typed: SearchQuery) -> Iterator[Match]:
        """Find the whole name in 이준아, 이준준 and 이준배우."""
        for name in typed.without_affixes:
            for _, place, spelling in self._forms.wholes.get(name.keys, ()):
                yield self._match(spelling, place, whole=True, times=WITH_AFFIX)

    def other_layout(self, typed: SearchQuery) -> Iterator[Match]:
        """Find what the same keys write with the other keyboard layout."""
        for meant in typed.other_layout:
            for rule in (self.as_spelled, self.as_heard, self.by_number):
                for spelling, score, _ in rule(meant):
                    yield Match(spelling, score * BY_LAYOUT, "keyboard")

    def combined(self, typed: SearchQuery) -> Iterator[Match]:
        """Find what several of its names are said of at once: actor and character, title and singer."""
        typed = typed.by_syllable
        end = len(typed.words)
        if not 2 <= end <= _MOST_WORDS:
            return
        for spans in self._names_within(typed).values():
            left, right = _explained(end, spans)
            if left == end:
                yield Match(spans[0].spelling, COMBINED, "combined")
            elif any(self._fits_partly(spans, typed, *rest) for rest in {(left, end), (0, right), (left, right)}):
                yield Match(spans[0].spelling, COMBINED_IN_PART, "combined")

    def _names_within(self, typed: SearchQuery) -> dict[int, list[Span]]:
        """The whole names that stand within a text, by target."""
        spans: dict[int, list[Span]] = {}
        count = len(typed.words)
        for start in range(count):
            for end in range(start + 1, min(start + _MOST_WORDS_OF_A_NAME, count) + 1):
                for spelling in self._whole_names(typed.words[start:end]):
                    spans.setdefault(self._forms.targets[spelling], []).append(Span(start, end, spelling))
        return spans

    def _find_whole_names(self, words: tuple[str, ...]) -> tuple[int, ...]:
        return tuple(self._whole(SearchQuery(words)))

    def _whole(self, typed: SearchQuery) -> Iterator[int]:
        """The spellings of which this is the full name, the given name, the title or the number."""
        yield from (form.spelling for form in self._forms.wholes.get(typed.keys, ()))
        if len(typed.words) <= _MOST_WORDS_HEARD:
            yield from (found.spelling for found, _ in self._heard(typed) if found.whole)
        if not typed.text.isascii():
            yield from (match.spelling for match in self.as_transcribed(typed) if match.reason)
        if self._forms.numbered and typed.position and typed.position.number != LAST:
            yield from (match.spelling for match in self.by_number(typed) if match.score >= NUMBERS[False, True])

    def _fits_partly(self, spans: list[Span], typed: SearchQuery, start: int, end: int) -> bool:
        """Whether the words that are left are part of another name of the target, or a slip of one."""
        rest = typed.part(start, end)
        if not 0 < len(rest.words) < len(typed.words):
            return False
        # A given name with the family name of another one is a third person's.
        people = all(self._forms.spellings[span.spelling].kind in PEOPLE for span in spans)
        third = typed.namesake is not Namesake.NOBODY or (people and rest.size < _FEWEST_LETTERS)
        others = self._forms.of_target[self._forms.targets[spans[0].spelling]]
        return any(self._is_partly(other, rest, beginnings=not third) for other in others)

    def _is_partly(self, spelling: int, rest: SearchQuery, *, beginnings: bool) -> bool:
        keys = self._forms.keys[spelling]
        if beginnings and rest.size > 1 and keys.startswith(rest.keys):
            return True
        if self._forms.spellings[spelling].kind not in PEOPLE and _is_run(rest.words, self._forms.words[spelling]):
            return True
        return self._is_slip(rest, Form(keys, NAME, spelling))

    def words_left_out(self, typed: SearchQuery) -> Iterator[Match]:
        """Find titles of which a word or two are missing."""
        if not _FEWEST_WORDS <= len(typed.words) <= _MOST_WORDS:
            return
        first, *others = (self._forms.with_word.get(word, frozenset[int]()) for word in typed.words)
        for spelling in first.intersection(*others):
            left = iter(self._forms.words[spelling])
            in_order = all(word in left for word in typed.words)
            if in_order and len(typed.keys) > _SHARE_OF_A_TITLE * len(self._forms.keys[spelling]):
                yield Match(spelling, WORDS_LEFT_OUT, "word")

    def slips(self, typed: SearchQuery) -> Iterator[Match]:
        """Find what was misspelled."""
        most = most_slips(len(typed.keys))
        candidates = self._forms.as_long_as(len(typed.keys) - most, len(typed.keys) + most)
        found = process.extract(typed.keys, candidates, scorer=OSA.distance, score_cutoff=most, limit=None)
        for text, slips, _ in found:
            for form in self._forms.wholes[text]:
                if self._is_slip(typed, form):
                    yield Match(form.spelling, SLIP - slips / len(text) / 2, "near")

    def swapped_syllables(self, typed: SearchQuery) -> Iterator[Match]:
        """Find full names whose given name is said the wrong way round; what others are called is no actor's name."""
        for spelling in self._forms.swapped.get(typed.keys, ()):
            if self._forms.spellings[spelling].kind == "character" or typed.namesake is not Namesake.KNOWN:
                yield Match(spelling, SWAPPED, "near")

    def _is_slip(self, typed: SearchQuery, meant: Form) -> bool:
        if typed.script and self._forms.spellings[meant.spelling].kind in PEOPLE:
            return False  # another letter of kana or Cyrillic is another name
        words = self._forms.words[meant.spelling] if meant.place == NAME else ()
        if self._forms.spellings[meant.spelling].kind in PEOPLE:
            return is_slip_of_a_person(typed, meant.text, words, reversed_order=meant.place == REVERSED)
        return is_slip(typed, meant.text, words)

    def resembling(self, typed: SearchQuery) -> Iterator[Match]:
        """Find what looks somewhat like the text: no hit, but a guess worth offering."""
        length = len(typed.keys)
        candidates = self._forms.as_long_as(int(length * RESEMBLES), int(length / RESEMBLES))
        found = process.extract(
            typed.keys, candidates, scorer=OSA.normalized_similarity, score_cutoff=RESEMBLES, limit=None
        )
        for text, likeness, _ in found:
            yield from (Match(form.spelling, likeness / 2, "near") for form in self._forms.wholes[text])


def _explained(count: int, spans: list[Span]) -> tuple[int, int]:
    """How far names explain a text of ``count`` words from the left, and from which word on to its end."""
    left, right = {0}, {count}
    for span in sorted(spans):
        if span.start in left:
            left.add(span.end)
    for span in sorted(spans, key=lambda span: -span.end):
        if span.end in right:
            right.add(span.start)
    return max(left), min(right)


def _is_run(some: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """Whether these words stand in a title one after the other, and are not just a little one."""
    return len("".join(some)) > 3 and f" {' '.join(some)} " in f" {' '.join(title)} "
