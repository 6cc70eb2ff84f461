"""The kinds of questions: which facts make one, and what is a plausible wrong option that is certainly wrong.

A question rests on a relation with one right value, of which nothing is disputed. Wrong options are of the same kind
as the answer. People and characters without a name of their own are no options.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from bot.domain.questions.answer_sentence import Day, Percent, RelationTerm, lowest_confidence
from bot.domain.questions.relation_paths import follow_relations
from bot.domain.quiz.question import Choice, Span, Template, Term, Value
from data.records import Name
from data.scripts import LATIN, script_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Container, Iterable, Iterator

    from bot.domain.library import Library
    from data.records import Confidence, Credit, Member, Rating, Track

ADULT_AGE: Final = 18
KIN: Final = ("parent", "spouse", "older-sibling", "younger-sibling", "aunt-uncle", "parent-in-law")
"""Relations that questions ask for, where only one person of a gender has it."""
CLOSE_KIN: Final = {"parent", "child", "spouse", "older-sibling", "younger-sibling", "sibling", "grandchild"}
"""Whoever has one of these to somebody is hardly taken for having another."""
CREW: Final = {"writer": "writer", "director": "director", "music": "music", "composer": "music", "editor": "editor"}
"""The jobs that questions ask for, and what they call them."""
RANKS: Final = range(1, 11)
"""The places of the streaming chart."""
OFFSETS: Final = (2, -2, 3, -3, 4, -4, 6, -6, 9, -9)
"""How far wrong ages are from the right one."""
PEOPLE: Final = ("actor", "character", "singer", "credit")
"""Options that name people. In some languages only a few of them have a name in the language's own script."""
RATING_MARGIN: Final = 1.0
"""Percentage points between a rating and a wrong option."""
COMPARED_MARGIN: Final = 0.5
"""Percentage points between the highest or lowest rating and the others."""
UNSPACED: Final = ("HANGUL", "CJK")
"""Scripts in which a family name of one character and the given name are written as one word."""

_NAME: Final = re.compile(r"[^\W\d_a-z]\S*(?:\s+[^\W\d_a-z]\S*)*")
"""A name of one's own: every word begins with a capital letter. Others are descriptions, "Voice on the radio"."""
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")

Fact: TypeAlias = "tuple[tuple[str, ...], Confidence]"
"""The sources of a fact, and its confidence."""


class _Supported(Protocol):
    """A record with sources."""

    @property
    def sources(self) -> tuple[str, ...]: ...
    @property
    def confidence(self) -> Confidence: ...


def templates(library: Library) -> Iterator[Template]:
    """All questions of a show; :class:`QuestionBank` keeps those that have enough wrong options."""
    for kind in _KINDS:
        yield from kind(library)


def _template(
    key: str,
    answer: Choice,
    wrong: Iterable[Choice],
    fact: Fact,
    *,
    level: int = 0,
    **arguments: Value,
) -> Iterator[Template]:
    """The question of a fact, its sources and confidence; none if the fact is disputed or tells its own answer."""
    sources, confidence = fact
    if confidence == "disputed":
        return
    others = list({one.key: one for one in wrong if one.key != answer.key}.values())
    scripts = _scripts(answer.value)
    if answer.key.startswith(PEOPLE):
        others = [one for one in others if _scripts(one.value) == scripts]  # a script of its own would tell the answer
    else:
        others.sort(key=lambda one: _scripts(one.value) != scripts)
    told = _words(answer.value) & {word for value in arguments.values() for word in _words(value)}
    alike = frozenset(one.key for one in others if told <= _words(one.value)) if told else frozenset[str]()
    if not told or alike:
        yield Template(key, arguments, answer, tuple(others), sources, confidence, level, alike)


def _fact(record: _Supported) -> Fact:
    return record.sources, record.confidence


def _compared(sources: tuple[str, ...]) -> Fact:
    """The fact of a question whose answer is worked out from the sources of all options."""
    return sources, "derived"


def _scripts(value: Value) -> frozenset[tuple[str, str]]:
    """The languages in which a name is not written in Latin letters, and their scripts."""
    written = (
        {(language, script_of(form)) for language, form in value.scripts.items()} if isinstance(value, Name) else ()
    )
    return frozenset(one for one in written if one[1] != LATIN)


def _words(value: Value) -> frozenset[str]:
    """The words of a name in all its forms, and the family and given name where they are written as one word."""
    if not isinstance(value, Name):
        return frozenset()
    found: set[str] = set()
    for form in value.forms:
        words = _WORD.findall(form.casefold())
        found.update(words)
        if script_of(form) in UNSPACED and len(words) == 1:
            found.update((words[0][:1], words[0][1:]))
    return frozenset(found - {""})


# People.


def _people(library: Library) -> Iterator[Template]:
    """Who plays whom, how old a character is, in which year an actor was born."""
    for member in library.show.members:
        if member.actor and _has_own_name(library, member.character):
            yield from _casting(library, member, member.actor)
        if member.age and member.age > max(OFFSETS) and _has_own_name(library, member.character):
            yield from _template(
                f"age/{member.key}",
                _number(member.age),
                map(_number, _around(member.age)),
                (member.age_sources or member.sources, member.confidence),
                level=member.after_episode,
                character=member.character,
            )
        if member.actor and member.born:
            year = member.born.date.year
            yield from _template(
                f"born/{member.key}", _number(year), map(_number, _around(year)), _fact(member.born), actor=member.actor
            )


def _casting(library: Library, member: Member, actor: Name) -> Iterator[Template]:
    others = [
        other
        for other in sorted(library.show.members, key=lambda other: abs(other.order - member.order))
        if other.actor
        and other is not member
        and member.gender
        and other.gender == member.gender
        and _is_child(other) == _is_child(member)
        and _has_own_name(library, other.character)
    ]
    fact = _fact(member)
    level = member.after_episode
    actors = [_actor(other) for other in others]
    yield from _template(f"plays/{member.key}", _actor(member), actors, fact, level=level, character=member.character)
    characters = [_character(other) for other in others]
    yield from _template(f"role/{member.key}", _character(member), characters, fact, level=level, actor=actor)


def _family(library: Library) -> Iterator[Template]:
    """Who is somebody's mother, husband, older sister."""
    named = [
        member
        for member in library.show.members
        if _has_own_name(library, member.character) and not _is_translated(member.character)
    ]
    elders = {
        one.of
        for one in library.show.relations
        if one.kind == "parent" and not one.after_episode and not _is_child(library.members[one.to])
    }
    for subject in named:
        once_married = {one.member.key for one in library.related(subject) if one.kind == "former-spouse"}
        close = {one.member.key for one in library.related(subject) if one.kind in CLOSE_KIN}
        for kind in KIN:
            if once_married and kind == "parent-in-law":
                continue
            paths = follow_relations(library, subject, [kind])
            excluded = {path.member.key for path in paths} | {subject.key}
            for gender in ("female", "male"):
                found = [path for path in paths if path.member.gender in (gender, None)]
                if len(found) != 1 or found[0].member not in named or found[0].member.key in once_married:
                    continue  # a second one, or one that did not last, makes other options true as well
                (path,) = found
                if len(path.relations) > 1 and kind != "parent-in-law":
                    continue  # what follows from several relations is not what people call each other
                others = [
                    other
                    for other in sorted(named, key=lambda other: _distance(path.member, other, close, elders))
                    if other.gender == gender
                    and other.key not in excluded
                    and _is_child(other) == _is_child(path.member)
                ]
                yield from _template(
                    f"relation/{subject.key}/{kind}-{gender}",
                    _character(path.member),
                    map(_character, others),
                    (
                        tuple(source for relation in path.relations for source in relation.sources),
                        lowest_confidence(relation.confidence for relation in path.relations),
                    ),
                    level=path.after_episode,
                    character=subject.character,
                    relation=RelationTerm(kind, gender, subject.gender or ""),
                    gender=gender,
                )


def _distance(
    member: Member, other: Member, close: Container[str], elders: Container[str]
) -> tuple[bool, bool, bool, int]:
    """How implausible one is in place of the other: close in another way, of another generation, family, importance."""
    generation = (member.key in elders) != (other.key in elders)
    return other.key in close, generation, other.group != member.group, abs(other.order - member.order)


def _actor(member: Member) -> Choice:
    return Choice(f"actor/{member.key}", member.actor or "", member.after_episode)


def _character(member: Member) -> Choice:
    return Choice(f"character/{member.key}", member.character, member.after_episode)


def _has_own_name(library: Library, name: Name) -> bool:
    """Whether a name is no description, and known in the original language."""
    return bool(_NAME.fullmatch(name.latin)) and "(" not in name.latin and _is_known(library, name)


def _is_translated(name: Name) -> bool:
    """Whether a name holds a word of a language, such as a title, by which nobody calls a relative."""
    return any(script_of(form) == LATIN for form in name.scripts.values())


def _is_known(library: Library, name: Name) -> bool:
    about = library.show.about
    return about.original_language in name.scripts or about.original_language not in about.title.scripts


def _is_child(member: Member) -> bool:
    return member.billing == "child" or (member.age is not None and member.age < ADULT_AGE)


# Songs.


def _songs(library: Library) -> Iterator[Template]:
    """Who sings what, which single is which part, and when it came out."""
    singles = [track for track in library.songs() if track.confidence != "disputed"]
    for track in singles:
        fact = _fact(track)
        if singer := library.singers.get(track.singer or ""):
            strangers = [other for other in _nearest(singles, track) if _are_strangers(library, track, other)]
            singers = [_singer(library, other) for other in strangers]
            key = track.key
            yield from _template(f"sings/{key}", _singer(library, track), singers, fact, title=track.title)
            if len(library.tracks_of(singer)) == 1:
                songs = map(_song, strangers)
                yield from _template(f"song/{key}", _song(track), songs, fact, singer=singer.name)
        if track.part and not library.disputes_about(track.key):
            parts = [_term("ost-part", "part", other.part) for other in _nearest(singles, track) if other.part]
            answer = _term("ost-part", "part", track.part)
            yield from _template(f"part/{track.key}", answer, parts, fact, title=track.title)
    yield from _releases(library, singles)
    yield from _awards(library, singles)


def _releases(library: Library, singles: list[Track]) -> Iterator[Template]:
    dated = [
        track
        for track in singles
        if track.release and track.release.confidence != "disputed" and not library.disputes_about(track.key)
    ]
    for track, release in ((track, track.release) for track in dated if track.release):
        fact = _fact(release)
        others = [other for other in _nearest(dated, track) if other.release]
        days = [_day(other.release.date) for other in others if other.release]
        yield from _template(f"released/{track.key}", _day(release.date), days, fact, title=track.title)
        later = [
            _song(other, other.release.sources)
            for other in others
            if other.release and other.release.date > release.date
        ]
        yield from _template(f"first/{track.key}", _song(track), later, _compared(release.sources))


def _awards(library: Library, singles: list[Track]) -> Iterator[Template]:
    for award in library.show.awards:
        winners = [track for track in singles if track.key in award.to]
        if award.result == "won" and len(winners) == len(award.to) == 1:
            (track,) = winners
            others = [_song(other) for other in _nearest(singles, track) if other.key not in award.to]
            fact = _fact(award)
            yield from _template(
                f"award/{award.key}", _song(track), others, fact, award=award.award, category=award.category
            )


def _nearest(singles: list[Track], track: Track) -> list[Track]:
    """The other singles, those first that came out at about the same time."""
    return sorted(
        (other for other in singles if other is not track), key=lambda other: abs((other.part or 0) - (track.part or 0))
    )


def _are_strangers(library: Library, track: Track, other: Track) -> bool:
    """Whether two tracks have nothing to do with each other's singers: neither the same, nor a group and its member."""
    one, two = (library.singers.get(which.singer or "") for which in (track, other))
    if not one or not two or one is two:
        return False
    return one.group not in two.name.spellings and two.group not in one.name.spellings


def _singer(library: Library, track: Track) -> Choice:
    singer = library.singers[track.singer or ""]
    return Choice(f"singer/{singer.key}", singer.name, max(track.after_episode, singer.after_episode))


def _song(track: Track, sources: tuple[str, ...] = ()) -> Choice:
    return Choice(f"track/{track.key}", track.title, track.after_episode, sources)


# Episodes and figures.


def _episodes(library: Library) -> Iterator[Template]:
    """Which episode was on air when, and how many watched it."""
    episodes = library.show.episodes
    for episode in (one for one in episodes if not library.disputes_about(one.key)):
        others = sorted(
            (other for other in episodes if other is not episode and other.aired != episode.aired),
            key=lambda other: abs(other.number - episode.number),
        )
        fact = _fact(episode)
        answer = _episode(episode.number)
        days = [_day(other.aired) for other in others]
        yield from _template(f"aired/{episode.number}", _day(episode.aired), days, fact, number=episode.number)
        numbers = [_episode(other.number) for other in others]
        if sum(other.aired == episode.aired for other in episodes) == 1:
            yield from _template(f"episode/{episode.number}", answer, numbers, fact, date=Day(episode.aired))
    yield from _ratings(library)


def _ratings(library: Library) -> Iterator[Template]:
    ratings = [
        one
        for one in library.show.ratings
        if one.confidence != "disputed" and not library.disputes_about(one.key, f"episode-{one.episode}")
    ]
    for rating in ratings:
        number = rating.episode
        near = sorted(ratings, key=lambda other: abs(other.nationwide - rating.nationwide))
        figures = [_percent(other) for other in near if _apart(rating, other) >= RATING_MARGIN]
        fact = _fact(rating)
        yield from _template(f"rating/{number}", _percent(rating), figures, fact, number=number)
        apart = [other for other in near if _apart(rating, other) >= COMPARED_MARGIN]
        answer, compared = _episode(number), _compared(rating.sources)
        lower = [_episode(one.episode, one.sources) for one in apart if one.nationwide < rating.nationwide]
        yield from _template(f"highest/{number}", answer, lower, compared)
        higher = [_episode(one.episode, one.sources) for one in apart if one.nationwide > rating.nationwide]
        yield from _template(f"lowest/{number}", answer, higher, compared)


def _apart(rating: Rating, other: Rating) -> float:
    return abs(rating.nationwide - other.nationwide)


def _charts(library: Library) -> Iterator[Template]:
    """Which place a streaming week or a ranking gave the show and others."""
    for week in library.show.weeks:
        if not library.disputes_about(week.key):
            ranks = [_place(rank) for rank in sorted(RANKS, key=lambda rank: abs(rank - week.rank))]
            span = Span(week.starts, week.ends)
            yield from _template(f"week/{week.number}", _place(week.rank), ranks, _fact(week), span=span)
    for ranking in library.show.rankings:
        choices = {
            place: Choice(f"entry/{ranking.key}/{entry.key}", entry.title)
            for place, entry in enumerate(ranking.entries, start=1)
            if entry.confidence != "disputed"
        }
        for place, entry in enumerate(ranking.entries, start=1):
            key = f"entry/{ranking.key}/{entry.key}"
            yield from _template(
                f"ranking/{ranking.key}/{entry.key}",
                Choice(key, entry.title),
                [choices[other] for other in sorted(choices, key=lambda other: abs(other - place))],
                ((*ranking.sources, *entry.sources), entry.confidence),
                place=place,
                ranking=ranking.name,
                date=Day(ranking.as_of),
            )


# The making of the show.


def _making(library: Library) -> Iterator[Template]:
    """Who made it."""
    crew = [one for one in library.show.credits if one.job in CREW and _is_known(library, one.name)]
    for one in crew:
        others = [_credit(other) for other in crew if CREW[other.job] != CREW[one.job]]
        yield from _template(f"crew/{one.key}", _credit(one), others, _fact(one), job=CREW[one.job])


def _credit(credit: Credit) -> Choice:
    return Choice(f"credit/{credit.key}", credit.name, credit.after_episode)


# Values.


def _day(day: dt.date) -> Choice:
    return Choice(f"day/{day}", Day(day))


def _term(message: str, argument: str, number: int) -> Choice:
    return Choice(f"{message}/{number}", Term(message, argument, number))


def _episode(number: int, sources: tuple[str, ...] = ()) -> Choice:
    return Choice(f"episode/{number}", Term("episode", "number", number), sources=sources)


def _place(rank: int) -> Choice:
    return _term("quiz-place", "place", rank)


def _number(number: int) -> Choice:
    return Choice(f"number/{number}", number)


def _percent(rating: Rating) -> Choice:
    return Choice(f"percent/{rating.nationwide}", Percent(rating.nationwide))


def _around(number: int) -> Iterator[int]:
    return (number + offset for offset in OFFSETS)


_KINDS: Final = (_people, _family, _songs, _episodes, _charts, _making)
