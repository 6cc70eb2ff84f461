"""Finding the statement of the facts that says what a question says, for all that no question of the table covers.

A statement answers only if it has every word of the question, or belongs to what the question names. Figures and days
are asked for only where the statement has some.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.ask.frame import ALWAYS
from bot.domain.ask.units import has_hangul

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.domain.ask.cover import Cover, Piece
    from bot.domain.ask.frame import Frame
    from bot.domain.ask.names import Entity
    from bot.domain.library import Library
    from data.records import Unknown

_ASKED: Final = frozenset({"who", "whose", "where", "when", "how-many", "how-much", "how-long", "why"})
_COUNTING: Final = frozenset({"when", "how-many", "how-much", "how-long"})
_LOOSE: Final = frozenset(
    "heard appear announced plays works release air compare standing rank happen produce else above "
    "cast role actor write compose watched highest end premise crew job title leads days-of-work episode award-category scene counted".split()
)
"""Ideas that so many words share that two words of one of them need not say the same."""
_RARE: Final = 0.06
"""A word in a smaller share of all statements than this is what the question is about."""
_DIGIT: Final = re.compile(r"\d")
_SUFFIX: Final = re.compile(r"(?:'s|ing|ings|ed|es|s|ly|er|ers|d|e)$")
_SHORTEST_STEM: Final = 3
_MOST = 3


class Statement(NamedTuple):
    """Something the facts say: where it stands, its words, and what it belongs to."""

    place: tuple[str, ...]
    """Table and keys: ``("scene", "low-tide", "opening")``."""
    text: str
    """Its words without the names in it."""
    stems: frozenset[str]
    ideas: frozenset[str]
    """Of its words, but for the loose ones, and of what it belongs to."""
    implied: frozenset[str]
    """Ideas that go without saying: a place was filmed at."""
    keys: frozenset[str]
    """Records that it belongs to."""
    names: frozenset[Entity]
    """Whom and what it names."""


class Recall:
    """All statements about one show in one language."""

    def __init__(self, library: Library, cover: Cover) -> None:
        self._library = library
        self._cover = cover

    @cached_property
    def statements(self) -> list[Statement]:
        """Read once, when the first question needs them."""
        return [self._statement(*one) for one in statements(self._library)]

    @cached_property
    def _frequency(self) -> Counter[str]:
        return Counter(stem for one in self.statements for stem in one.stems)

    def said(self, pieces: Sequence[Piece], frame: Frame) -> list[tuple[str, ...]]:
        """Where the facts say what the question says; nothing where no statement has all its words."""
        asked = frame.ideas & _ASKED
        if frame.outside or "why" in asked or any(mention.steps for mention in frame.mentions) or _elsewhere(frame) or "lyrics" in frame.ideas:
            return []
        words = [piece for piece in pieces if not piece.ending and not piece.ideas & (ALWAYS | _ASKED)]
        words = [
            piece
            for piece in words
            if not all(option.kind == "show" for option in piece.entities) or not piece.entities
        ]
        if not words:
            return []
        won = "awards" in frame.ideas  # else "the best song" is a matter of opinion
        found = [one for one in self.statements if (won or "awards" not in one.implied) and self._answers(one, words, asked)]
        if not found and len(words) > len(run := _run_together(words)):
            found = [one for one in self.statements if self._answers(one, run, asked)]
            words = run
        literal = {one.place: sum(self._says(one, piece) for piece in words) for one in found}
        most = max(literal.values(), default=0)
        found = [one for one in found if literal[one.place] == most]
        found.sort(
            key=lambda one: (one.place[0] == "unknown", len(one.stems))
        )  # what is known comes before what is not
        return [one.place for one in found if one.place[0] == found[0].place[0]][:_MOST]

    def hole(self, ideas: set[str], *keys: str) -> Unknown | None:
        """What the facts say was looked for and not found."""
        return next((one for one in self._library.unknown_about(*keys) if self.ideas(one.text) & ideas), None)

    def ideas(self, text: str) -> frozenset[str]:
        """Everything that the words of a text of the facts say."""
        return frozenset(idea for piece in self._cover.plain(text) for idea in piece.ideas)

    def _statement(self, place: tuple[str, ...], text: str, implied: Iterable[str], keys: Iterable[str]) -> Statement:
        pieces = self._cover.plain(text)
        rest = " ".join(piece.text.replace(" ", "_") for piece in pieces if not piece.entities or piece.ideas)
        ideas = {idea for piece in pieces for idea in piece.ideas} - _LOOSE
        return Statement(
            place,
            f" {rest.replace('_', '')} ",
            frozenset(stems(rest.replace('_', ' '))),
            frozenset(ideas),
            frozenset(implied),
            frozenset(keys),
            frozenset(option for piece in pieces for option in piece.entities),
        )

    def _answers(self, one: Statement, words: Sequence[Piece], asked: frozenset[str]) -> bool:
        if asked & _COUNTING and one.place[0] != "scene" and not _DIGIT.search(one.text):
            return False
        telling = False
        for piece in words:
            if any(option in one.names or option.key in one.keys for option in piece.entities):
                continue
            if self._says(one, piece) or piece.ideas & one.ideas:
                telling = telling or self._is_telling(piece)
            elif not piece.ideas & one.implied and not _figure(piece, one):
                return False
        return telling

    def _says(self, one: Statement, piece: Piece) -> bool:
        """Whether the statement has this very word."""
        if has_hangul(piece.text):
            stems_of = self._stems(piece.text)
            return any(f" {stem}" in one.text if len(stem) > 1 else f" {stem} " in one.text for stem in stems_of)
        return set(stems(piece.text)) <= one.stems

    def _stems(self, word: str) -> list[str]:
        """A Korean word as it stands, and without the endings that may hang on it."""
        bare = word.replace(" ", "")
        return [bare[:end] for end in range(len(bare), 0, -1) if end == len(bare) or self._cover.is_ending(bare[end:])]

    def _is_telling(self, piece: Piece) -> bool:
        """Whether few statements have this word."""
        if has_hangul(piece.text):
            count = sum(self._says(one, piece) for one in self.statements)
        else:
            count = max((self._frequency[stem] for stem in stems(piece.text)), default=0)
        if not count:  # it was another word of the same idea
            count = min(sum(idea in one.ideas for one in self.statements) for idea in piece.ideas)
        return 0 < count <= _RARE * len(self.statements)


def _run_together(words: Sequence[Piece]) -> list[Piece]:
    """Unknown words side by side as one, as a name with a hyphen may be written."""
    run: list[Piece] = []
    for piece in words:
        if run and run[-1].unknown and piece.unknown:
            run[-1] = replace(run[-1], text=run[-1].text + piece.text)
        else:
            run.append(piece)
    return run


def _elsewhere(frame: Frame) -> bool:
    """Whether another show is named."""
    return any(option.kind in {"work", "rival"} for mention in frame.mentions for option in mention.options)


def _figure(piece: Piece, one: Statement) -> bool:
    return piece.number is not None and f"number:{piece.number:g}" in one.implied


def stems(text: str) -> Iterator[str]:
    """The words of a text without what English hangs on them."""
    for word in re.findall(r"[^\W_]+", text.casefold().replace("’", "'").replace("'s", "")):
        stem = _SUFFIX.sub("", word)
        yield stem if len(stem) >= _SHORTEST_STEM else word


def statements(library: Library) -> Iterator[tuple[tuple[str, ...], str, Iterable[str], Iterable[str]]]:
    """Place, text, implied ideas and keys of every statement."""
    show = library.show
    for claim in show.false_claims:
        yield ("false-claim", claim.key), claim.claim, ("heard", "appear", "announced", "cast", "plays"), claim.about
    for member in show.members:
        keys = (member.key,)
        yield ("role", member.key), member.role, ("role", "job", "plays", "actor"), keys
        for fact in member.facts:
            yield ("member", member.key, fact.key), fact.text, (), keys
    for singer in show.singers:
        for fact in singer.facts:
            yield ("singer", singer.key, fact.key), fact.text, ("sing", "song"), (singer.key,)
    for credit in show.credits:
        for fact in credit.facts:
            yield ("credit", credit.key, fact.key), fact.text, (), (credit.key,)
    for track in show.tracks:
        keys = (track.key, track.singer or "")
        for fact in track.facts:
            yield ("track", track.key, fact.key), fact.text, ("song",), keys
        for scene in track.scenes:
            episode = ("episode", f"number:{scene.episode}") if scene.episode else ()
            yield (
                ("scene", track.key, scene.key),
                scene.text,
                ("song", "heard", "plays", "sing", "appear", "scene", *episode),
                keys,
            )
    for fact in show.facts:
        yield ("fact", fact.key), fact.text, TOPICS.get(fact.topic, ()), fact.about
    for special in show.specials:
        yield ("special", special.key), special.text, ("special", "appear", "episode"), (special.key,)
    for place in show.places:
        text = f"{place.place}. {place.used_for}. {place.note or ''}"
        yield ("place", place.key), text, ("place", "where", "heard", "happen", "scene"), ()
    for award in show.awards:
        text = f"{award.award}. {award.category}. {award.recipient}."
        yield ("award", award.key), text, ("awards", "song", "sing", *(("lost",) if award.result == "nominated" else ())), award.to
    for edition in show.editions:
        yield (
            ("edition", edition.key),
            f"{edition.name}: {', '.join(edition.contents)}",
            ("edition", "album", "song"),
            (),
        )
    for unknown in show.unknowns:
        yield ("unknown", unknown.key), unknown.text, (), unknown.about


TOPICS: Final = {
    "album": ("album", "song", "release"), "sales": ("album", "song"), "label": ("album", "label", "song"),
    "line-up": ("song", "sing", "album"), "charts": ("song", "chart"), "music": ("song",),
    "ratings": ("rating", "episode"), "milestones": ("rating", "episode"), "reading-figures": ("rating",),
    "netflix": ("netflix", "watched", "watch"), "watch": ("watch", "where"), "specials": ("special",),
    "adaptation": ("remake",), "awards": ("awards",), "timeline": ("place", "produce"), "runtime": ("runtime", "how-long"),
    "titles": ("title",), "trivia": (), "ending": ("end",), "budget": ("budget",), "slot": ("air", "slot"),
    "neighbours": ("air",), "silence": ("season-2", "announced"), "production": ("produce",),
}  # fmt: skip
"""What goes without saying in a fact of a topic."""
