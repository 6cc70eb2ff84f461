"""Who and what a question can be about: everything in the facts that has a name, under all its spellings."""

from __future__ import annotations

import math
import re
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.questions.statements import statements
from bot.domain.search import Choices, Found, Index, Spelling, Target
from bot.domain.search.namesakes import surname_length
from bot.domain.text.hangul import decompose, has_hangul
from bot.domain.text.tokens import begins, is_unspaced, joined, script_of, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.domain.library import Library
    from bot.domain.search import Hit
    from bot.domain.text.tokens import Token
    from data.records import Name

EntityKind = Literal[
    "character", "actor", "singer", "credit", "company", "track", "work", "rival", "ceremony", "show", "lead"
]  # fmt: skip
"""A cast member is named as ``character`` or as ``actor``: a question about one is not a question about the other.

``lead`` is nobody named: the lead of the gender that the key says, or either, from whom "her aunt" is understood.
"""

SOFT: Final = frozenset({"show", "company"})
"""Names that may stand in a question without being what it asks about."""
_MISSPELLED: Final = frozenset({"character", "actor", "singer", "credit", "track", "show"})
"""Names that are recognized where they are misspelled."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_ASIDE: Final = re.compile(r"[()（）:–—〜~]")
_HASH: Final = 0xFFFFFFFF
"""What is kept of the hash of a word."""
_DOT: Final = "・"
"""Stands between the parts of a name in kana."""
_HIRAGANA: Final = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
"""Names in katakana are also typed in hiragana."""
_ALIKE: Final = {code: _HIRAGANA[code] for code in map(ord, "ヘベペ")}
"""Katakana that look like their hiragana."""
_COUNTED: Final = re.compile(r"^(?:\d+(?:st|nd|rd|th)\s+|제?\d+회\s*)|\s*\b(?:19|20)\d\d\b\s*", re.IGNORECASE)
_SHORTEST_INITIALS: Final = 3
_LONG_COMPOUND: Final = 5
"""Syllables from which on a Korean name of one word is called by its first two."""
_SHORTEST_PLAIN: Final = 6
"""Letters of a plain word; shorter ones may be a syllable of a Korean name."""
_TAIL: Final = 3
"""Syllables that its last part often has, "awards"."""
_MOST_TOKENS: Final = 14
"""Of a name."""
_RESEMBLANCE: Final = 0.57
"""The share of letters that a misspelled or differently romanized name has in common with the name."""
_SHORTEST: Final = {"exact": 3, "near": 5}
"""Latin letters from which on a text may be a name by this rule of the search; 4 by all others."""
_LIKE_THE_TITLE: Final = 0.79
"""The share of letters that a misspelled title of the show has in common with it."""
_SHORTEST_OF_TITLE: Final = 6
"""Letters from which on a part of a title may mean the track."""
_TRANSCRIBED: Final = ("アイウ", "абв")
"""Names of nobody in the scripts into which names are transcribed when the first one is typed."""


class Entity(NamedTuple):
    """Something with a name; the key is its record's, or a slug of the name where it has no record of its own."""

    kind: EntityKind
    key: str


_Names = dict[str, tuple[Entity, ...]]
"""What is called so, by name without blanks; several where a name is shared."""


class EntityLinker:
    """The names of one show in all languages, for finding them inside a sentence."""

    longest: Final = _MOST_TOKENS

    def __init__(self, library: Library) -> None:
        self._library = library
        self.resembles = lru_cache(maxsize=128)(self._resembles)
        """Whether a text of several words is enough like a name to be looked up; most are not."""
        self.without_names = lru_cache(maxsize=8)(self._without_names)
        """The tokens of a text that are in no whole name of at least two tokens: what tells its language."""
        self.near = lru_cache(maxsize=128)(self._near)
        """Whom or what a misspelled, romanized or abbreviated name means; the clauses of a question ask it again."""

    @cached_property
    def exact(self) -> _Names:
        """Everything by its whole names."""
        people = ((entity, text) for entity, name in _people(self._library) for text in _full_names(name))
        return _by_name(chain(people, _other_names(self._library)))

    @cached_property
    def given(self) -> _Names:
        """People by given name or initials: weaker than a whole name, and than a word of the lexicon."""
        return _by_name(
            (entity, text)
            for entity, name in _people(self._library)
            for text in _short_names(name, by_given_name=self._known_by_given_name(entity))
        )

    def is_word(self, text: str) -> bool:
        """Whether a text is a word of the facts, and so no slip of another one."""
        return _has(self._words, text)

    def may_be_in_name(self, token: Token) -> bool:
        """Whether a word of a spaced script is not a long one of the facts that no name holds."""
        text, is_long = token.text, len(token.text) >= _SHORTEST_PLAIN and token.text.isascii()
        return not token.script and not (is_long and self.is_word(text) and not self.is_part(text))

    def is_part(self, text: str) -> bool:
        """Whether a text is a word of a name that may be misspelled."""
        return _has(self._parts, text)

    @cached_property
    def _parts(self) -> array[int]:
        """The hashes of the words of names that may be misspelled."""
        names = chain(_show_titles(self._library), (one.text for target in self._targets() for one in target.spellings))
        return _hashes(token.text for text in names for token in tokenize(text))

    @cached_property
    def _words(self) -> array[int]:
        """The hashes of all words of the facts: the words themselves take 15 times as much memory."""
        shows = (self._library.show, *self._library.show.translations.values())
        return _hashes(
            word.casefold() for show in shows for one in statements(show) for word in _WORD.findall(one.text)
        )

    def _without_names(self, tokens: tuple[Token, ...]) -> list[Token]:
        rest: list[Token] = []
        at = 0
        while at < len(tokens):
            key, end = tokens[at].text, 0
            for stop in range(at + 1, min(len(tokens), at + _MOST_TOKENS)):
                key += tokens[stop].text
                end = stop + 1 if key in self.exact or key in self.given else end
                if not self.begins(key):
                    break
            rest += () if end else tokens[at : at + 1]
            at = end or at + 1
        return rest

    def begins(self, key: str) -> bool:
        """Whether a name begins with this text without blanks."""
        return begins(self._sorted, key)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted({*self.exact, *self.given})

    def warm_up(self) -> Iterator[None]:
        """Build what misspelled names need, in small steps."""
        for name in ("exact", "given", "_parts", "_words", "_keys", "_index"):
            getattr(self, name)
            yield
        for text in _TRANSCRIBED:
            self._index.find(text, 1)
            yield

    def _resembles(self, text: str) -> bool:
        key = decompose(text.replace(" ", ""))
        script = _script(key)
        if script == "transcribed":
            return True
        shortest, longest = math.ceil(_RESEMBLANCE * len(key)), int(len(key) / _RESEMBLANCE)
        keys = self._keys.get(script, [])
        keys = keys[bisect_left(keys, shortest, key=len) : bisect_right(keys, longest, key=len)]
        return process.extractOne(key, keys, scorer=OSA.normalized_similarity, score_cutoff=_RESEMBLANCE) is not None

    @cached_property
    def _keys(self) -> Mapping[str, list[str]]:
        """The names that a misspelled text is compared with, without blanks, by script, the shortest first."""
        keys: dict[str, list[str]] = {}
        for name in self._sorted:
            if any(entity.kind in _MISSPELLED for entity in (*self.exact.get(name, ()), *self.given.get(name, ()))):
                keys.setdefault(_script(name), []).append(decompose(name))
        return {script: sorted(some, key=len) for script, some in keys.items()}

    def _near(self, text: str) -> tuple[Entity, ...]:
        """Whom or what a misspelled, romanized or abbreviated name means; nothing where it is no name."""
        if len(text.replace(" ", "")) < _shortest("exact", text):
            return ()
        return tuple(dict.fromkeys(self._decided(text))) or self._nearly_the_show(text.replace(" ", ""))

    def _nearly_the_show(self, key: str) -> tuple[Entity, ...]:
        """The show, where a text is nearly its title in a language."""
        near = process.extractOne(key, self._titles, scorer=OSA.normalized_similarity, score_cutoff=_LIKE_THE_TITLE)
        return (Entity("show", self._library.show.about.key),) if near else ()

    @cached_property
    def _titles(self) -> list[str]:
        """The title of the show in every language without blanks."""
        return sorted(
            {joined(tokenize(text)) for text in _show_titles(self._library) if len(text) >= _SHORTEST["near"]}
        )

    def _decided(self, text: str) -> Iterator[Entity]:
        if not self._index.find(text, 1):
            return  # without a look for near misses, which no question needs
        result = self._index.decide(text)
        hits = (result.hit,) if isinstance(result, Found) else result.hits if isinstance(result, Choices) else ()
        for hit in hits:
            if _is_meant(text, hit):
                kind, _, key = hit.key.partition(":")
                named = hit.spelling.kind if kind == "member" else kind
                yield Entity(named, key)  # type: ignore[arg-type] - the targets below have these kinds

    @cached_property
    def _index(self) -> Index:
        return Index(self._targets())

    def _targets(self) -> Iterator[Target]:
        """What may be misspelled: people and tracks."""
        show = self._library.show
        for rank, member in enumerate(show.members):
            spellings = (*_spellings(member.character, "character"), *_spellings(member.actor, "actor"))
            yield Target(f"member:{member.key}", spellings, rank)
        for rank, record in enumerate((*show.singers, *show.credits), start=len(show.members)):
            kind = "singer" if record.key in self._library.singers else "credit"
            yield Target(f"{kind}:{record.key}", tuple(_spellings(record.name, "singer")), rank)
        for rank, track in enumerate(show.tracks):
            yield Target(f"track:{track.key}", tuple(_spellings(track.title, "title")), rank)

    def _known_by_given_name(self, entity: Entity) -> bool:
        """Characters are; of the actors only those in a lead, or else any famous namesake would be taken for one."""
        return entity.kind == "character" or (
            entity.kind == "actor" and self._library.members[entity.key].billing == "lead"
        )


def _by_name(named: Iterable[tuple[Entity, str]]) -> _Names:
    table: _Names = {}
    for entity, text in named:
        key = joined(tokenize(text))
        if key and entity not in table.get(key, ()):
            table[key] = (*table.get(key, ()), entity)
    shared = {entities: entities for entities in table.values()}
    return {key: shared[entities] for key, entities in table.items()}


def _hashes(words: Iterable[str]) -> array[int]:
    return array("I", sorted({hash(word) & _HASH for word in words}))


def _has(hashes: array[int], word: str) -> bool:
    at = bisect_left(hashes, hash(word) & _HASH)
    return at < len(hashes) and hashes[at] == hash(word) & _HASH


def _script(key: str) -> str:
    """In what a name is written; what is all in katakana or in Cyrillic may be transcribed Korean."""
    if key.isascii() or has_hangul(key):
        return "latin" if key.isascii() else "hangul"
    return "transcribed" if {"han", "hiragana"}.isdisjoint(map(script_of, key)) else "japanese"


def _shortest(reason: str, text: str) -> int:
    """How long a text must be to mean a name; shorter ones are like too many."""
    return 2 if has_hangul(text) else _SHORTEST.get(reason, 4)


def slug(text: str) -> str:
    """A name as part of an address; Latin letters and digits only."""
    return "-".join(token.text for token in tokenize(text) if token.text.isascii())[:50].strip("-.")


def _spellings(name: Name | None, kind: str) -> Iterator[Spelling]:
    for text in name.spellings if name else ():
        yield Spelling(text, kind)


def _is_meant(text: str, hit: Hit) -> bool:
    """Whether a text in a question says as much of a name as nobody types by chance."""
    if hit.reason == "exact":
        return True
    if hit.reason not in {"prefix", "word"}:
        return len(text) >= _shortest(hit.reason, text)
    if hit.key.startswith("track:") and len(text) < _SHORTEST_OF_TITLE:
        return False  # "spy" stands in a title, but asks for no song
    # "sea" begins a name, but says it no more than any other word does
    return set(tokenize(text)) <= {token._replace(attached=False) for token in tokenize(hit.spelling.text)}


def _people(library: Library) -> Iterator[tuple[Entity, Name]]:
    for member in library.show.members:
        yield Entity("character", member.key), member.character
        if member.actor:
            yield Entity("actor", member.key), member.actor
    for singer in library.show.singers:
        yield Entity("singer", singer.key), singer.name
        for person in singer.people:
            yield Entity("singer", singer.key), person
    for credit in library.show.credits:
        yield Entity("credit", credit.key), credit.name


def _written(name: Name) -> Iterable[str]:
    """Every spelling of a name; in katakana also as it is typed in hiragana."""
    return dict.fromkeys(text.translate(table) for text in name.spellings for table in ({}, _HIRAGANA, _ALIKE))


def _romanized(text: str) -> tuple[Token, ...]:
    """The family name and two syllables of a Korean name in Latin letters, such as "Yoon Ha-rin"; none otherwise."""
    tokens = tokenize(text)
    return tokens if len(tokens) == 3 and _DOT not in text and not is_unspaced(text) else ()


def _full_names(name: Name) -> Iterator[str]:
    """Every spelling of a name, also with the family name last: "Ha-rin Yoon"."""
    for text in _written(name):
        yield text
        if tokens := _romanized(text):
            yield joined((*tokens[1:], tokens[0]))


def _short_names(name: Name, *, by_given_name: bool) -> Iterator[str]:
    """The initials of a name, the given name before a foreign family name, and other given names if told so."""
    for text in _written(name):
        if has_hangul(text):
            family = surname_length(text)
            if family and by_given_name:
                yield text[family:]
            first, _, last = text.partition(" ")
            if len(last) == 1:  # a foreign name, with the family name behind it
                yield first
        elif _DOT in text:
            first, _, last = text.partition(_DOT)
            if by_given_name:  # a family name of one character behind the dot is that of a foreign name
                yield first if len(last) == 1 else last
        elif tokens := _romanized(text):
            if by_given_name:
                yield joined(tokens[1:])
            yield "".join(token.text[0] for token in tokens)


def _other_names(library: Library) -> Iterator[tuple[Entity, str]]:
    """Everything but people that has a name, with each way to say it."""
    yield from _of_the_show(library)
    for track in library.show.tracks:
        for text in (*track.title.spellings, track.romanized or ""):
            yield Entity("track", track.key), text
    groups = {singer.name.latin for singer in library.show.singers}
    for singer in library.show.singers:
        if singer.group and singer.group not in groups:
            yield Entity("singer", singer.key), singer.group
    keys: dict[str, str] = {}
    for kind, original, text in dict.fromkeys(_works_and_ceremonies(library)):
        key = keys.get(original) or keys.setdefault(original, slug(original))
        for part in {text, *(_ASIDE.split(text) if kind != "ceremony" else ())}:
            yield Entity(kind, key), part
        if text.count(" ") >= _SHORTEST_INITIALS:
            yield Entity(kind, key), _initials(text)


def _show_titles(library: Library) -> Iterable[str]:
    """The title of the show in every language."""
    return (*library.show.about.title.spellings, *(title.title for title in library.show.titles))


def _of_the_show(library: Library) -> Iterator[tuple[Entity, str]]:
    show = library.show
    here = Entity("show", show.about.key)
    for text in _show_titles(library):
        yield here, text
        yield here, _initials(text)
    for company in show.companies:
        for text in company.name.spellings:
            yield Entity("company", company.key), text


def _works_and_ceremonies(library: Library) -> Iterator[tuple[EntityKind, str, str]]:
    """Works, rivals and ceremonies: the English title, and the title in each language."""
    for language in (library.show, *library.show.translations.values()):
        for record, other in zip(
            (*library.show.members, *library.show.credits), (*language.members, *language.credits), strict=True
        ):
            for work, translated in zip(record.works, other.works, strict=True):
                yield "work", work.title, translated.title
        for ranking, other in zip(library.show.rankings, language.rankings, strict=True):
            for entry, translated in zip(ranking.entries, other.entries, strict=True):
                if not entry.this_show:
                    yield "rival", entry.title, translated.title
        for award, other in zip(library.show.awards, language.awards, strict=True):
            yield "ceremony", award.award, other.award
            for part in _short_ceremony_names(other.award):
                yield "ceremony", award.award, part


def _short_ceremony_names(text: str) -> Iterator[str]:
    """Shorter ways to name a ceremony: without number and place, with a word left out, and what it begins with."""
    plain = _COUNTED.sub("", re.sub(r"[(（].*?[)）]", "", text)).strip()
    yield plain
    yield plain.removesuffix("s")
    words = plain.split()
    if has_hangul(words[0]) and len(words[0]) >= _LONG_COMPOUND:
        yield words[0][:2]
        yield words[0][:-_TAIL]
    for at in range(1, len(words) - 1 if len(words) > _SHORTEST_INITIALS else 0):
        yield " ".join((*words[:at], *words[at + 1 :]))
    for end in range(1, len(words)):
        if end > 1 or len(words[0]) > 3:
            yield " ".join(words[:end])


def _initials(text: str) -> str:
    words = [word for word in re.split(r"[\s-]+", text) if word[:1].isalnum()]
    initials = "".join(word[0] for word in words)
    return initials if len(initials) >= _SHORTEST_INITIALS and initials.isascii() else ""
