"""Everything that the facts say in words: one statement a record, with the questions that it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bot.domain.questions.answer_sentence import AnswerSentence, Day, Item, Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bot.domain.library import Library
    from data.records import Award, Confidence, Name, Show, Topic

REPLIES: Final = {"yes": True, "no": False}
"""Marks of questions for yes or no, and whether what such a question asks is so."""
_REPLY: Final = re.compile(r"(yes|no): ")
_OF_TRACKS: Final = frozenset({"scene", "track"})

Place = tuple[str, ...]
"""Where a statement stands, as words of an address: ``("scene", "low-tide", "opening")``."""


class Statement(NamedTuple):
    """One statement of a show."""

    place: Place
    text: str
    record: Any
    owner: Any = None
    """The record that holds this one; None where it stands by itself."""
    keys: tuple[str, ...] = ()
    """The records that it is about."""
    implied: tuple[str, ...] = ()
    """Concepts that go without saying: a place was filmed at."""
    singer: Name | None = None
    """Who sings the track that it is about."""

    @property
    def asked(self) -> tuple[str, ...]:
        """Questions that it answers, as fans ask them."""
        return tuple(_REPLY.sub("", form) for form in getattr(self.record, "asked", ()))

    @property
    def forms(self) -> tuple[str, ...]:
        """What a question for it may be like: what fans ask, or else what it says in short."""
        return self.asked or _TABLES[self.table].short(self.record)

    def question(self, number: int) -> str:
        """One of the questions that it answers, or else its text."""
        return self.forms[min(number, len(self.forms) - 1)] if self.forms else self.text

    def reply(self, number: int) -> str:
        """Whether one of the questions that it answers gets a "yes" or a "no"; empty where it gets neither."""
        mark = _REPLY.match("".join(getattr(self.record, "asked", ())[number : number + 1]))
        return mark[1] if mark else ""

    @property
    def table(self) -> str:
        """The kind of record."""
        return self.place[0]

    @property
    def after_episode(self) -> int:
        """The episode after which it is no spoiler."""
        own: int = getattr(self.record, "after_episode", 0)
        return max(own, getattr(self.owner, "after_episode", 0))

    @property
    def episode(self) -> int:
        """The episode in which it happens; 0 where it is about no single one."""
        return getattr(self.record, "episode", None) or 0

    def sentence(self) -> AnswerSentence:
        """The statement as an answer."""
        return _TABLES[self.table].sentence(self)


@dataclass(frozen=True)
class _Table:
    """One kind of record: where its records are, what they say, and how that is answered."""

    records: Callable[[Show], Iterable[tuple[Any, Any]]]
    """Each record after its owner, which may be None."""
    text: Callable[[Any], str]
    sentence: Callable[[Statement], AnswerSentence]
    about: Callable[[Any], tuple[str, ...]] = lambda _record: ()
    implied: Callable[[Any], tuple[str, ...]] = lambda _record: ()
    short: Callable[[Any], tuple[str, ...]] = lambda _record: ()
    """What stands for a question where none is written down."""


def statements(show: Show) -> Iterator[Statement]:
    """Every statement of a show."""
    for name, table in _TABLES.items():
        for owner, record in table.records(show):
            yield _statement(show, name, owner, record)


def statement_at(library: Library, place: Place) -> Statement:
    """The statement at a place. Raises KeyError if there is none."""
    table, *keys = place
    return _statement(library.show, table, *_records(library, table)[tuple(keys)])


@lru_cache(maxsize=100)
def _records(library: Library, table: str) -> Mapping[Place, tuple[Any, Any]]:
    """The records of a table behind their owners, by the keys of both."""
    records = _TABLES[table].records(library.show)
    return {(record.key,) if owner is None else (owner.key, record.key): (owner, record) for owner, record in records}


def _statement(show: Show, name: str, owner: Any, record: Any) -> Statement:
    table = _TABLES[name]
    owners = () if owner is None else (owner.key,)
    singer = (owner.singer,) if name in _OF_TRACKS and owner and owner.singer else ()
    return Statement(
        (name, *owners, record.key),
        table.text(record),
        record,
        owner,
        (*owners, *singer, *table.about(record)),
        table.implied(record),
        next((one.name for one in show.singers if one.key in singer), None),
    )


def _answer(
    one: Statement, message: str, arguments: Mapping[str, object], *card: str, known: bool = True
) -> AnswerSentence:
    confidence: Confidence = getattr(one.record, "confidence", "confirmed")
    return AnswerSentence(
        message, arguments, getattr(one.record, "sources", ()), confidence, one.after_episode, card, known
    )


def _told_of(name: Callable[[Any], Name], *card: str) -> Callable[[Statement], AnswerSentence]:
    """What is told of somebody or something with a name, on whose card it stands."""

    def answer(one: Statement) -> AnswerSentence:
        owner = one.owner or one.record
        arguments = {"name": name(owner), "text": Prose(one.text), "episode": ""}
        return _answer(one, "ask-stated-about", arguments, *card, *((owner.key,) if card[:1] != ("show",) else ()))

    return answer


def _stated(one: Statement, *card: str) -> AnswerSentence:
    return _answer(one, "ask-stated", {"text": Prose(one.text)}, *card)


def _scene(one: Statement) -> AnswerSentence:
    song = Item("ask-sung", {"name": one.owner.title, "singer": one.singer}) if one.singer else one.owner.title
    message = "ask-stated-about-episode" if one.episode else "ask-stated-about"
    arguments = {"name": song, "text": Prose(one.text), "episode": str(one.episode or "")}
    return _answer(one, message, arguments, "ost", one.owner.key)


def _place(one: Statement) -> AnswerSentence:
    arguments = {"place": Prose(one.record.place), "used": Prose(one.record.used_for)}
    return _answer(one, "ask-place", arguments, "show", "places")


def _said(one: Statement) -> AnswerSentence:
    said = one.record
    arguments = {"who": Prose(said.who), "level": Item(f"level-{said.level}", {}), "text": Prose(said.text)}
    page = "history" if said.is_report else "opinions"
    return _answer(one, "ask-statement", {**arguments, "date": Day(said.date, said.precision)}, "season2", page)


def _reason(one: Statement) -> AnswerSentence:
    return _answer(one, "ask-reason", {"who": Prose(one.record.who), "text": Prose(one.record.text)}, "season2", "why")


def _award(one: Statement) -> AnswerSentence:
    arguments = {"prizes": [prize(one.record)], "count": 1, "more": 0}
    return _answer(one, f"ask-{one.record.result}", arguments, "show", "awards")


def prize(one: Award, message: str = "ask-prize-to") -> Item:
    """A prize as a part of a sentence."""
    texts = {name: Prose(getattr(one, name)) for name in ("category", "award", "recipient")}
    return Item(message, {**texts, "date": Day(one.date, one.precision)})


def _edition(one: Statement) -> AnswerSentence:
    arguments = {"name": Prose(one.record.name), "contents": [Prose(item.text) for item in one.record.contents]}
    return _answer(one, "ask-edition", arguments, "ost", "album")


def _false_claim(one: Statement) -> AnswerSentence:
    arguments = {"claim": Prose(one.record.claim), "verdict": Prose(one.record.verdict)}
    return _answer(one, "ask-false", arguments, *card_of(one.record.about))


def _unknown(one: Statement) -> AnswerSentence:
    return _answer(one, "ask-hole", {"text": Prose(one.text)}, *card_of(one.record.about), known=False)


def _dispute(one: Statement) -> AnswerSentence:
    told: Prose | Item
    told, *others = (Prose(claim.says) for claim in reversed(one.record.claims))
    for claim in others:
        told = Item("ask-claims", {"claim": claim, "rest": told})
    arguments = {"claims": told, "topic": Prose(one.record.topic), "reading": Prose(one.record.reading or "")}
    sources = tuple(dict.fromkeys(key for claim in one.record.claims for key in claim.sources))
    card = card_of(one.record.about)
    return AnswerSentence("ask-dispute", arguments, sources, "disputed", one.after_episode, card)


def _beat(one: Statement) -> AnswerSentence:
    return _stated(one, "ratings", str(one.record.episode), "story")


def card_of(about: Iterable[str]) -> tuple[str, ...]:
    """The card of the first section of the facts among some keys, or of the first record that may have one."""
    keys = list(about)
    return next((SECTION_CARDS[key] for key in keys if key in SECTION_CARDS), ("show",))


SECTION_CARDS: Final[Mapping[str, tuple[str, ...]]] = {
    "cast": ("cast",),
    "album": ("ost", "album"),
    "ratings": ("ratings",),
    "episodes": ("ratings",),
    "netflix": ("ratings", "netflix"),
    "season2": ("season2",),
    "awards": ("show", "awards"),
    "ending": ("show", "ending"),
}
"""On which card a section of the facts stands."""

TOPIC_CARDS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("album", "label", "sales", "line-up"), ("ost", "album")),
    "charts": ("ost", "charts"),
    **dict.fromkeys(("ratings", "milestones"), ("ratings", "records")),
    **dict.fromkeys(("buzz", "reviews"), ("ratings", "buzz")),
    **dict.fromkeys(("netflix", "reading-figures"), ("ratings", "netflix")),
    **dict.fromkeys(
        ("genre", "network", "run", "slot", "neighbours", "watch", "budget", "timeline"), ("show", "story")
    ),
    **dict.fromkeys(("runtime", "specials", "trivia", "events"), ("show", "extras")),
    "titles": ("show", "titles"),
    **dict.fromkeys(("music", "writing", "directing", "production"), ("show", "makers")),
    "adaptation": ("season2", "why"),
    "silence": ("season2", "open"),
    "awards": ("show", "awards"),
    "ending": ("show", "ending"),
}
"""On which card a fact of a topic stands; elsewhere on the first one of the show."""

TOPIC_CONCEPTS: Final[Mapping[Topic, tuple[str, ...]]] = {
    "album": ("album", "song", "release"),
    "sales": ("album", "song"),
    "label": ("album", "label", "song"),
    "line-up": ("song", "sing", "album"),
    "charts": ("song", "chart"),
    "music": ("song",),
    "ratings": ("rating", "episode"),
    "milestones": ("rating", "episode"),
    "reading-figures": ("rating",),
    "buzz": ("rank",),
    "reviews": ("rating",),
    "netflix": ("netflix", "watched", "rank"),
    "watch": ("watch", "where"),
    "specials": ("special",),
    "adaptation": ("remake",),
    "awards": ("awards",),
    "timeline": ("place", "making"),
    "runtime": ("runtime", "how-long"),
    "titles": ("title",),
    "ending": ("end",),
    "budget": ("budget",),
    "slot": ("air", "slot"),
    "neighbours": ("air",),
    "silence": ("season-2", "announced"),
    "production": ("produce", "making"),
}
"""What goes without saying in a fact of a topic."""


def _facts_of(table: str) -> Callable[[Show], Iterable[tuple[Any, Any]]]:
    return lambda show: ((owner, fact) for owner in getattr(show, table) for fact in owner.facts)


def _alone(table: str) -> Callable[[Show], Iterable[tuple[Any, Any]]]:
    return lambda show: ((None, record) for record in getattr(show, table))


def _text(record: Any) -> str:
    return record.text


def _about(record: Any) -> tuple[str, ...]:
    return record.about


_TABLES: Final[Mapping[str, _Table]] = {
    "role": _Table(
        _alone("members"), lambda one: one.role, _told_of(lambda one: one.character, "cast"),
        lambda one: (one.key,), lambda _one: ("role", "who", "actor", "plays"),
        lambda one: tuple(re.split(r"[.;]\s*", one.role.rstrip("."))),
    ),
    "member": _Table(_facts_of("members"), _text, _told_of(lambda one: one.character, "cast")),
    "credit": _Table(_facts_of("credits"), _text, _told_of(lambda one: one.name, "show", "makers")),
    "singer": _Table(_facts_of("singers"), _text, _told_of(lambda one: one.name, "ost", "singer")),
    "track": _Table(_facts_of("tracks"), _text, _told_of(lambda one: one.title, "ost")),
    "scene": _Table(
        lambda show: ((track, scene) for track in show.tracks for scene in track.scenes), _text, _scene,
        implied=lambda _one: ("song", "heard", "scene"),
    ),
    "edition": _Table(
        _alone("editions"), lambda one: f"{one.name}: {', '.join(item.text for item in one.contents)}", _edition,
        implied=lambda _one: ("edition", "album"),
    ),
    "fact": _Table(
        _alone("facts"), _text, lambda one: _stated(one, *TOPIC_CARDS.get(one.record.topic, ("show",))), _about,
        lambda one: TOPIC_CONCEPTS.get(one.topic, ()),
    ),
    "special": _Table(
        _alone("specials"), _text, _told_of(lambda one: one.name, "show", "extras"), implied=lambda _one: ("special",)
    ),
    "place": _Table(
        _alone("places"), lambda one: f"{one.place}. {one.used_for}. {one.note or ''}", _place,
        implied=lambda one: ("place", "where", f"country:{one.country}"), short=lambda one: (one.place, one.used_for),
    ),
    "statement": _Table(
        _alone("statements"), lambda one: f"{one.who}: {one.text}", _said,
        implied=lambda _one: ("season-2", "announced"),
    ),
    "reason": _Table(
        _alone("reasons"), lambda one: f"{one.who}: {one.text}", _reason, implied=lambda _one: ("season-2", "why")
    ),
    "award": _Table(
        _alone("awards"), lambda one: f"{one.award}. {one.category}. {one.recipient}.", _award,
        lambda one: one.to, lambda _one: ("awards", "award-category", "who"), lambda one: (one.category,),
    ),
    "false-claim": _Table(
        _alone("false_claims"), lambda one: f"{one.claim} {one.verdict}", _false_claim, _about,
        short=lambda one: (one.claim,),
    ),
    "unknown": _Table(_alone("unknowns"), _text, _unknown, _about),
    "dispute": _Table(
        _alone("disputes"),
        lambda one: " ".join([one.topic, *(claim.says for claim in one.claims), one.reading or ""]), _dispute, _about,
    ),
    "beat": _Table(
        _alone("beats"), _text, _beat, lambda one: (*one.who, *one.about), lambda one: ("why",) if one.reason else ()
    ),
}  # fmt: skip
