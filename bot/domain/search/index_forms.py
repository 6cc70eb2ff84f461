"""Every form in which a spelling may be typed, made once and laid out for looking up."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from bot.domain.search import phonetics, transcriptions
from bot.domain.search.namesakes import SURNAMES, is_surname, surname_length
from bot.domain.text.hangul import decompose, initials, is_syllable
from bot.domain.text.normalization import clean, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.domain.search.results import Spelling, Target
    from bot.domain.search.transcriptions import Script

PEOPLE: Final = frozenset({"character", "actor", "alias", "singer", "member"})
"""Kinds that name somebody: they may be turned round, and a namesake is somebody else."""

FULL_NAMES: Final = PEOPLE - {"alias"}
NUMBERED: Final = frozenset({"part", "episode"})

# Where in a spelling a form begins: at its start, at its start once the given name is put first, at a word,
# within a word.
NAME, REVERSED, WORD, INSIDE = range(4)

_ASIDE: Final = re.compile(r"[()（）\[\]]|\s/\s")
_ARTICLES: Final = frozenset({"a", "the"})
_MOST_STARTS: Final = 12
_GIVEN_SYLLABLES: Final = 2
_ASSIMILATIONS: Final = (
    # What neighbours do to each other, as in 없는 (eomneun): for titles, since names are spelled without it.
    (re.compile(r"(?<!n)g(?=[nm])"), "ng"),
    (re.compile(r"b(?=[nm])"), "m"),
    (re.compile(r"d(?=[nm])"), "n"),
    (re.compile(r"nr|rn"), "rr"),
    (re.compile(r"(?<=[mg])r"), "n"),
)


class Form(NamedTuple):
    """Something that may be typed, where in its spelling it begins, and the number of that spelling."""

    text: str
    place: int
    spelling: int


class Sound(NamedTuple):
    """How a spelling sounds, from where on, whether to its end, and whether that is read from Latin letters."""

    sound: str
    place: int
    whole: bool
    spelling: int
    of_latin: bool = False


class Syllables(NamedTuple):
    """Initial consonants, and the syllables they are of."""

    initials: str
    place: int
    spelling: int
    text: str


T = TypeVar("T", Form, Syllables)


class IndexForms:
    """The forms of all spellings of all targets. A spelling is known by its number."""

    def __init__(self, targets: Sequence[Target]) -> None:
        self.spellings: list[Spelling] = []
        self.targets: list[int] = []
        """The number of the target of each spelling."""
        self.texts: list[str] = []
        """Each spelling without blanks."""
        self.keys: list[str] = []
        """Each spelling in keystrokes."""
        self.words: list[tuple[str, ...]] = []
        self.of_target: list[list[int]] = [[] for _ in targets]
        """The spellings of each target."""
        self.wholes: dict[str, list[Form]] = {}
        """Full names, given names and titles, by keystrokes."""
        self.swapped: dict[str, list[int]] = {}
        """Full Korean names whose given name is said the wrong way round, by keystrokes."""
        self.sounds: dict[str, list[Sound]] = {}
        self.numbered: dict[str, list[int]] = {}
        """Spellings that are numbers, by kind."""
        self._beginnings: list[Form] = []
        self._transcribed: dict[Script, list[Form]] = {}
        self._syllables: list[Syllables] = []
        for number, target in enumerate(targets):
            hangul = {spelling.kind for spelling in target.spellings if _has_hangul(spelling.text)}
            for spelling in target.spellings:
                self._add(number, spelling, hangul)
        self.with_word = self._titles_with_word()
        """Titles in which a word stands."""
        self._beginnings.sort()
        self._syllables.sort()
        self._by_length: dict[int, list[str]] = {}
        for text in self.wholes:
            self._by_length.setdefault(len(text), []).append(text)

    def beginning_with(self, typed: str) -> list[Form]:
        """Forms that begin with these keystrokes."""
        return _beginning_with(self._beginnings, typed)

    def with_initials(self, typed: str) -> list[Syllables]:
        """Runs of syllables whose initial consonants begin so."""
        return _beginning_with(self._syllables, typed)

    def transcribed(self, script: Script, typed: str) -> list[Form]:
        """Names in Hangul or in a script that sound so in that script, or begin so."""
        if script not in self._transcribed:  # few people type so: what nobody asks for costs nothing
            self._transcribed[script] = sorted(self._in_script(script))
        return _beginning_with(self._transcribed[script], typed)

    def _in_script(self, script: Script) -> Iterator[Form]:
        for number, spelling in enumerate(self.spellings):
            for spelt in _asides(spelling.text, self.words[number]):
                if all(map(is_syllable, "".join(spelt))):
                    family = surname_length(spelt[0]) if spelling.kind in PEOPLE and len(spelt) == 1 else 0
                    parts = (spelt[0][:family], spelt[0][family:]) if family else spelt
                    heard = transcriptions.of_hangul
                elif all(transcriptions.script_of(word) is script for word in spelt):
                    parts, heard = spelt, _heard_as_written
                else:
                    continue
                yield Form(heard(parts, script), NAME, number)
                for start in range(1, len(parts)):
                    yield Form(heard(parts[start:], script), WORD, number)
                if spelling.kind in PEOPLE and len(parts) == 2:
                    yield Form(heard(parts[::-1], script), REVERSED, number)

    def as_long_as(self, shortest: int, longest: int) -> list[str]:
        """Whole names of so many keystrokes."""
        return [form for length in range(shortest, longest + 1) for form in self._by_length.get(length, ())]

    def _add(self, target: int, spelling: Spelling, hangul_kinds: set[str]) -> None:
        number = len(self.spellings)
        self.spellings.append(spelling)
        self.targets.append(target)
        all_words = words(clean(spelling.text.replace("・", " ")))
        self.texts.append("".join(all_words))
        self.keys.append(decompose(self.texts[number]))
        self.words.append(all_words)
        self.of_target[target].append(number)
        if spelling.kind in NUMBERED:
            self.numbered.setdefault(spelling.kind, []).append(number)
            return
        person = spelling.kind in PEOPLE
        for spelt in _asides(spelling.text, all_words):
            self._add_plain(number, spelt, person=person)
            if all(map(is_syllable, "".join(spelt))):
                self._add_hangul(number, spelt, person=person)
            elif not hangul_kinds or (spelling.kind in FULL_NAMES and spelling.kind not in hangul_kinds):
                self._add_latin_sounds(number, spelt)

    def _add_plain(self, number: int, spelt: tuple[str, ...], *, person: bool) -> None:
        keys = [decompose(word) for word in spelt]
        # Of "Yoon Ha-rin" Ha-rin is a part that people use, but not "rin".
        korean = person and len(keys) == 3 and len(keys[2]) <= 6 and is_surname(keys[0])
        if korean and keys[1] != keys[2]:
            self.swapped.setdefault(keys[0] + keys[2] + keys[1], []).append(number)
        for start in range(min(len(keys), 2 if korean else _MOST_STARTS)):
            form = Form("".join(keys[start:]), WORD if start else NAME, number)
            self._beginnings.append(form)
            if start == 0 or (start == 1 and korean):
                self._add_whole(form)
        if person and (turned := _turned(keys, self.spellings[number])):
            self._add_whole(form := Form("".join(turned), REVERSED, number))
            self._beginnings.append(form)

    def _add_whole(self, form: Form) -> None:
        self.wholes.setdefault(form.text, []).append(form)

    def _add_hangul(self, number: int, spelt: tuple[str, ...], *, person: bool) -> None:
        text = "".join(spelt)
        starts = set(accumulate((len(word) for word in spelt[:-1]), initial=0))
        if person and len(spelt) == 1 and (family := surname_length(text)):
            starts.add(family)
            self._add_given_name(number, text, family)
        elif not person:
            self._beginnings.extend(
                Form(decompose(text[at:]), INSIDE, number) for at in range(len(text)) if at not in starts
            )
        for at in starts:
            place = WORD if at else NAME
            self._syllables.append(Syllables(initials(text[at:]), place, number, text[at:]))
            if not (person and at and len(spelt) > 1):
                # A single syllable says enough only where it is a family name.
                fewest = 1 if person and not at and text[0] in SURNAMES else 2
                self._add_sounds(number, place, phonetics.of_hangul(text[at:]), fewest, person=person)

    def _add_given_name(self, number: int, text: str, family: int) -> None:
        given = Form(decompose(text[family:]), WORD, number)
        turned = Form(decompose(text[family:] + text[:family]), REVERSED, number)
        if len(text) == family + _GIVEN_SYLLABLES and text[-1] != text[-2]:
            self.swapped.setdefault(decompose(text[:family] + text[:-3:-1]), []).append(number)
        for form in (given, turned):
            self._beginnings.append(form)
            self._add_whole(form)
        heard = phonetics.join([*phonetics.of_hangul(text[family:]), *phonetics.of_hangul(text[:family])])
        self._add_sound(Sound(heard, REVERSED, whole=True, spelling=number))

    def _add_sounds(self, number: int, place: int, syllables: list[str], fewest: int, *, person: bool) -> None:
        """Add what a reader hears up to each syllable."""
        heard = ""
        for count, syllable in enumerate(syllables, start=1):
            heard = phonetics.join((heard, syllable))
            if count >= fewest:
                self._add_sound(Sound(heard, place, count == len(syllables), number))
        if not person and (assimilated := _assimilated(heard)) != heard:
            self._add_sound(Sound(assimilated, place, whole=True, spelling=number))

    def _add_latin_sounds(self, number: int, spelt: tuple[str, ...]) -> None:
        for start in range(min(2, len(spelt) - 1)):
            for heard, weak in phonetics.together([phonetics.of_latin(word) for word in spelt[start:]]):
                if not weak:
                    place = WORD if start else NAME
                    self._add_sound(Sound(heard, place, whole=True, spelling=number, of_latin=True))

    def _add_sound(self, heard: Sound) -> None:
        self.sounds.setdefault(phonetics.key(heard.sound), []).append(heard)

    def _titles_with_word(self) -> dict[str, frozenset[int]]:
        found: dict[str, list[int]] = {}
        for number, spelling in enumerate(self.spellings):
            for word in () if spelling.kind in PEOPLE else self.words[number]:
                found.setdefault(word, []).append(number)
        return {word: frozenset(numbers) for word, numbers in found.items()}


def _heard_as_written(parts: Sequence[str], script: Script) -> str:
    return transcriptions.of_typed(tuple(parts), script)[0]


def _beginning_with(forms: list[T], typed: str) -> list[T]:
    if not typed:
        return []
    start = bisect_left(forms, typed, key=itemgetter(0))
    return forms[start : bisect_left(forms, typed + "\uffff", start, key=itemgetter(0))]


def _has_hangul(text: str) -> bool:
    return not text.isascii() and any(map(is_syllable, text))


def _asides(text: str, all_words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name as it stands, without its articles, and the parts of "Name (Group)" and "Name / Name"."""
    yield all_words
    if not _ARTICLES.isdisjoint(all_words[:1]) or "the" in all_words:
        without = tuple(word for at, word in enumerate(all_words) if word != "the" and (at or word != "a"))
        if without:
            yield without
    if _ASIDE.search(text):
        yield from filter(None, (words(clean(part)) for part in _ASIDE.split(text)))


def _turned(keys: Sequence[str], spelling: Spelling) -> Sequence[str]:
    """Put the family name of a Latin name where it was not: "Yoon Ha-rin" becomes "Ha-rin Yoon", and back."""
    if " " not in spelling.text or not 2 <= len(keys) <= 3:
        return ()
    if len(keys) == 2:
        given_alone = spelling.kind == "alias" and all(map(phonetics.of_latin, keys))
        return () if given_alone else keys[::-1]
    if is_surname(keys[0]):
        return (*keys[1:], keys[0])
    return (keys[-1], *keys[:-1])


def _assimilated(heard: str) -> str:
    for neighbours, said in _ASSIMILATIONS:
        heard = neighbours.sub(said, heard)
    return phonetics.join((heard,))
