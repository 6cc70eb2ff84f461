"""From what a fan types to what is asked."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.domain.questions.entity_linker import Entity, Names
from bot.domain.questions.lexicon import lexicon
from bot.domain.questions.parsed_question import Figure, Frame, Mention, framed, loosened, starts_relation
from bot.domain.questions.query import Asked, DontKnow, Unclear
from bot.domain.questions.retrieval import Recall
from bot.domain.questions.segmenter import Cover
from bot.domain.questions.slot_filling import matched

if TYPE_CHECKING:
    from bot.domain.library import Library

_STOP: Final = re.compile(r"[?？;!]+")
_CARDS: Final = {"character": ("cast",), "actor": ("cast",), "track": ("ost",), "singer": ("ost", "singer")}
_ASKING: Final = frozenset({"who", "whose", "when", "where", "why", "what", "how-many", "how-much", "how-long"})
_EPISODES: Final = frozenset({"finale", "first-episode"})
_ONE_OF_ALL: Final = frozenset({"first", "last"})
"""What "it" is in a further part: the last song."""
_SONG: Final = frozenset({"song", "sing", "part"})
_MOST_PARTS: Final = 3


class Understanding:
    """Understands questions about one show."""

    def __init__(self, library: Library, original: Library) -> None:
        self._library = library
        self._original = original

    @cached_property
    def cover(self) -> Cover:
        """Reads the words of a question; made when the first one comes."""
        return Cover(lexicon(), Names(self._original))

    @cached_property
    def recall(self) -> Recall:
        """Remembers what the facts say in words."""
        return Recall(self._library, self.cover)

    def asked(self, text: str) -> tuple[Asked, ...]:
        """What a question asks, part by part; raises :class:`Unclear` or :class:`DontKnow`."""
        whole = self._framed(text)
        if whole.outside:
            raise DontKnow
        if self._is_more_than_one(text) and (asked := self._several(text)):
            return asked
        if one := matched(whole, self._finale):
            return (one,)
        if asked := self._several(text):
            return asked
        if one := self._one(whole):
            return (one,)
        if asked := self._by_job(whole) or self._by_singer(whole) or self._said(text):
            return asked
        raise DontKnow(_near(whole))

    def _framed(self, text: str) -> Frame:
        """A question taken apart; "part 3" is the track of that part, a day the episode that was shown on it."""
        frame = framed(self.cover.pieces(text))
        parts = {f"{track.part}": track.key for track in self._library.songs()}
        numbers = [figure.value for figure in frame.figures if figure.kind == "part"]
        named = {option for mention in frame.mentions for option in mention.options}
        meant = [(Entity("track", parts[number]), number) for number in numbers if number in parts]
        tracks = tuple(Mention((track,), number) for track, number in meant if track not in named)
        figures = tuple(
            Figure("episode", self._days[one.value]) if one.kind == "day" and one.value in self._days else one
            for one in frame.figures
            if one.kind != "part" or one.value not in parts
        )
        return replace(frame, mentions=(*frame.mentions, *tracks), figures=figures)

    def _is_more_than_one(self, text: str) -> bool:
        """Whether there are two sentences, or a question word in each part of one."""
        if sum(bool(part.strip()) for part in _STOP.split(text)) > 1:
            return True
        parts = [part for part in lexicon().joint.split(text) if part.strip()]
        return len(parts) > 1 and all(any(piece.ideas & _ASKING for piece in self.cover.plain(part)) for part in parts)

    def _by_job(self, frame: Frame) -> tuple[Asked, ...]:
        """A question about "the writer" or "the directors", asked about each of them by name."""
        for piece in frame.words:
            jobs = [idea.removeprefix("job:") for idea in piece.ideas if idea.startswith("job:")]
            words = tuple(word for word in frame.words if word is not piece)
            named = [Mention((Entity("credit", credit.key),), piece.text) for credit in self._library.behind(*jobs)]
            asked = [
                matched(replace(frame, mentions=(name, *frame.mentions), words=words), self._finale) for name in named
            ]
            if asked and all(asked):
                return tuple(one for one in asked if one)
        return ()

    def _by_singer(self, frame: Frame) -> tuple[Asked, ...]:
        """A question about "the song of So-and-so", who sings a single one, asked about that song."""
        if len(frame.mentions) != 1 or not frame.ideas & _SONG:
            return ()
        mention = frame.mentions[0]
        singers = {option.key for option in mention.options if option.kind == "singer"}
        tracks = [track for track in self._library.show.tracks if track.singer in singers]
        if mention.steps or len(tracks) != 1:
            return ()
        song = replace(frame, mentions=(Mention((Entity("track", tracks[0].key),), mention.text),))
        asked = matched(song, self._finale)
        return (asked,) if asked else ()

    def _said(self, text: str) -> tuple[Asked, ...]:
        """The statements that say what the question says: as it is written, or else as it may have been meant."""
        for pieces in (self.cover.plain(text), self.cover.pieces(text)):
            frame = framed(pieces)
            if said := self.recall.said(pieces, frame):
                return tuple(_asked_of(place, frame) for place in said)
        return ()

    def _one(self, frame: Frame) -> Asked | None:
        if asked := matched(frame, self._finale):
            return asked
        loose = loosened(frame)
        return matched(loose, self._finale) if loose else None

    @cached_property
    def _finale(self) -> int:
        return max(self._library.episodes, default=0)

    @cached_property
    def _days(self) -> dict[str, str]:
        """Which episode was shown on a day, by month and day."""
        return {f"{one.aired.month}-{one.aired.day}": f"{one.number}" for one in self._library.episodes.values()}

    def _several(self, text: str) -> tuple[Asked, ...]:
        """Two questions in one, each understood; what the first one is about goes for the second as well."""
        parts = [part for part in lexicon().joint.split(text) if part.strip()]
        if not 1 < len(parts) <= _MOST_PARTS:
            return ()
        asked: list[Asked] = []
        before: Frame | None = None
        for part in parts:
            frame = self._framed(part)
            if not (frame.words or frame.mentions or frame.figures):
                return ()  # an ending that looks like a border
            one = self._with(before, frame) if before else self._one(frame)
            if one is None:
                return ()
            asked.append(one)
            before = frame if frame.mentions or before is None else before
        return tuple(dict.fromkeys(asked))

    def _with(self, before: Frame, frame: Frame) -> Asked | None:
        """A further part of a question: about the same names, or asking the same of others, or by itself."""
        if any(starts_relation(piece) for piece in frame.words) and "pronoun" not in frame.ideas:
            before = replace(before, mentions=tuple(replace(one, steps=one.steps[:-1]) for one in before.mentions))
        candidates = [
            replace(frame, mentions=(*before.mentions, *frame.mentions)),
            replace(frame, figures=frame.figures or before.figures),
            frame,
            replace(frame, words=(*before.words, *frame.words), in_story=before.in_story),
        ]
        if all(piece.ideas & _EPISODES for piece in frame.words) or (
            not before.mentions and before.ideas & _ONE_OF_ALL
        ):
            candidates.reverse()
        if frame.mentions and [one.ideas for one in frame.words] == [one.ideas for one in before.words]:
            candidates.insert(0, frame)  # the same once more, of somebody else
        return next((asked for one in candidates if (asked := self._one(one))), None)


def _near(frame: Frame) -> tuple[str, ...]:
    """The card on which the answer may stand, if the question is about one person or track of the show."""
    if frame.outside or len(frame.mentions) != 1:
        return ()
    mention = frame.mentions[0]
    cards = {(*_CARDS[option.kind], option.key) for option in mention.options if option.kind in _CARDS}
    private = mention.steps and any(option.kind == "actor" for option in mention.options)
    return next(iter(cards)) if len(cards) == 1 and not private else ()


def _asked_of(place: tuple[str, ...], frame: Frame) -> Asked:
    """A statement as a question: who somebody is that the question only describes."""
    table, *keys = place
    if table == "role":
        return Asked("plays" if frame.ideas & {"plays", "actor", "irl"} else "who", tuple(keys))
    return Asked("says", place)


__all__ = ["Asked", "DontKnow", "Unclear", "Understanding"]
