"""Season 2, the specials, who made it, where and when it was shown, prizes, the ending, and single statements."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.domain.questions.answer_sentence import Country, Day, Item, Prose, cited
from bot.domain.questions.answers.context import SHOW, say, stated
from bot.domain.questions.answers.people import name_of
from bot.domain.questions.answers.viewership import synopsis
from bot.domain.questions.entity_linker import slug
from bot.domain.questions.relation_paths import follow_relations
from bot.domain.questions.statements import REPLIES, prize, statement_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.domain.questions.answer_sentence import AnswerSentence
    from bot.domain.questions.answers.context import AnswerContext, Card
    from data.records import Award, Place, Topic

JOBS: Final[Mapping[str, tuple[str, ...]]] = {
    "write": ("writer",),
    "direct": ("director",),
    "music-of-show": ("music", "composer"),
    "camera": ("camera",),
    "edit": ("editor",),
    "crew": ("writer", "director", "music"),
}
"""The jobs of those who did something for the show."""
_MOST_PLACES, _MOST_AWARDS, _MOST_TITLES, _MOST_OF_THE_END, _MOST_OF_SOMEBODY = 4, 6, 6, 6, 3
_SEASON2: Final = ("season2",)
_MAKERS: Final = ("show", "makers")
_AWARDS: Final = ("show", "awards")
_EXTRAS: Final = ("show", "extras")


def topic(
    *topics: Topic, card: Card = SHOW, most: int = 1, concept: str = "", gap: str = "", about: str = "show"
) -> Callable[..., list[AnswerSentence]]:
    """What the facts say about topics, or that ``gap`` was not found about a record or section."""

    def answer(context: AnswerContext, *_said: str) -> list[AnswerSentence]:
        found = context.facts(*topics, most=most, card=card, concept=concept)
        return found or (context.missing(gap, about, card=card) if gap else [])

    return answer


def watch(context: AnswerContext, *asked: str) -> list[AnswerSentence]:
    """Where it can be watched; whether a company that is asked about shows it."""
    facts = context.library.facts("watch")
    is_there = {"netflix", "polar"} <= set(asked)
    told = [
        fact
        for fact in facts
        if context.texts.names(fact.text) & set(asked) or (is_there and "netflix" in context.texts.concepts(fact.text))
    ]
    return [replace(stated(fact, SHOW), holds=True) for fact in told[:1]] or [stated(fact, SHOW) for fact in facts[:2]]


def season2(context: AnswerContext, *said: str) -> list[AnswerSentence]:
    """Whether there is a second season, and what is official."""
    verdict = context.library.show.verdict
    if not verdict:
        return [say("season2-none", {}, card=_SEASON2, is_known=False)]
    arguments = {"text": Prose(verdict.text), "date": Day(verdict.as_of, verdict.precision)}
    official = stated(verdict, _SEASON2, text=verdict.official)
    holds = verdict.announced if said else None
    return [say("ask-season2", arguments, verdict, card=_SEASON2, holds=holds), official]


def season2_why(context: AnswerContext) -> list[AnswerSentence]:
    """Why there is none, as named sources argue."""
    reasons = [statement_at(context.library, ("reason", one.key)) for one in context.library.show.reasons[:2]]
    return season2(context)[:1] + [one.sentence() for one in reasons]


def specials(context: AnswerContext, *asked: str) -> list[AnswerSentence]:
    """The programmes beside the episodes; first what is in them, whether they go on, or where they are shown."""
    numbers = [one for one in asked if one.isdigit()]
    found = [one for one in context.library.show.specials if not numbers or str(one.number) in numbers]
    if not found:
        return []
    items = [Item("ask-special", {"name": one.name, "date": Day(one.aired)}) for one in found]
    count = say("ask-specials", {"count": len(found), "specials": items}, *found, card=_EXTRAS)
    goes_on = context.facts("specials", concept="continue-story", card=_EXTRAS)
    contents = [stated(one, _EXTRAS) for one in found]
    dated = [replace(count, after_episode=0)]
    if not {"continue-story", "premise"}.isdisjoint(asked):
        return [*(goes_on or contents), *dated]
    if not {"watch", "netflix"}.isdisjoint(asked):
        return [*context.facts("specials", concept="netflix", card=_EXTRAS), *dated]
    if "happen" in asked:
        return [*contents, *goes_on, *dated]
    return [*dated, *(contents if numbers else ()), *goes_on]


def makers(context: AnswerContext, *asked: str) -> list[AnswerSentence]:
    """Who wrote it, directed it, and so on."""
    parts: list[AnswerSentence] = []
    for job in asked:
        if job in {"produce", "producer"}:
            parts += context.facts("production", concept="" if job == "produce" else job, card=_MAKERS)
        if people := context.library.behind(*JOBS.get(job, ())):
            names = [credit.name for credit in people]
            parts.append(say(f"ask-made-{job}", {"names": names, "count": len(names)}, *people, card=_MAKERS))
    return parts


def credit(context: AnswerContext, key: str, *said: str) -> list[AnswerSentence]:
    """Who somebody behind the camera is; whether that one did what is asked about."""
    one = context.library.credits[key]
    job = Item(f"ask-job-{one.job}", {})
    jobs = [job for name in said for job in JOBS.get(name, ())]
    holds = one.job in jobs if jobs and "polar" in said else None
    return [
        say("ask-credit", {"name": one.name, "job": job}, one, card=_MAKERS, holds=holds),
        *(stated(fact, _MAKERS) for fact in one.facts[:1]),
    ]


def tracks_by(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """Which tracks somebody wrote."""
    name = context.library.credits[key].name
    tracks = [(one, one.writing) for one in context.library.show.tracks if one.writing]
    found = [(one, writing) for one, writing in tracks if key in (*writing.music, *writing.lyrics)]
    arguments = {"name": name, "tracks": [one.title for one, _ in found]}
    return [say("ask-wrote", arguments, *(writing for _, writing in found), card=("ost",))] if found else []


def company(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """What a company had to do with it."""
    return [
        say("ask-company", {"name": one.name, "part": Prose(one.part)}, one, card=_MAKERS)
        for one in context.library.show.companies
        if one.key == key
    ]


def episode_count(context: AnswerContext) -> list[AnswerSentence]:
    """How many episodes there are."""
    episodes, extra = context.library.show.episodes, context.library.show.specials
    sources = cited(*context.library.facts("episodes")) or cited(*episodes)
    message = "ask-episodes-specials" if extra else "ask-episodes"
    return [say(message, {"count": len(episodes), "specials": len(extra)}, card=("ratings",), sources=sources)]


def run(context: AnswerContext) -> list[AnswerSentence]:
    """From when to when it was shown."""
    episodes = context.library.show.episodes
    if not episodes:
        return context.facts("run")
    sources = cited(*context.library.facts("run")) or cited(episodes[0], episodes[-1])
    return [say("ask-run", {"first": Day(episodes[0].aired), "last": Day(episodes[-1].aired)}, sources=sources)]


def slot(context: AnswerContext) -> list[AnswerSentence]:
    """At what time it was shown, and on which days."""
    return context.facts("slot") + context.facts("network")


def filming(context: AnswerContext) -> list[AnswerSentence]:
    """When and for how long it was filmed."""
    card = ("show", "story")
    return [
        part
        for one in ("place", "days-of-work")
        for part in context.facts("timeline", concept=one, but="announced", card=card)
    ]


def awards(context: AnswerContext, *about: str) -> list[AnswerSentence]:
    """Prizes: of the show or of somebody, at a ceremony, in a year, won or missed."""
    pairs = zip(context.library.show.awards, context.original.show.awards, strict=True)
    polar, about = "polar" in about, tuple(one for one in about if one != "polar")
    found = [award for award, original in pairs if all(_is_about(context, one, award, original) for one in about)]
    whose = next((name for one in about if (name := _named(context, one))), None)
    parts = [
        _prizes(f"ask-{result}" + ("-by" if whose else ""), [one for one in found if one.result == result], whose)
        for result in ("won", "nominated")
    ]
    told = [stated(fact, _AWARDS) for fact in context.library.facts("awards") if not set(fact.about).isdisjoint(about)]
    known = [part for part in parts if part]
    if known and polar:
        known[0] = replace(known[0], holds=bool(parts[0]) or "lost" in about)
    return known or told or context.missing("awards", "awards", card=_AWARDS)


def _is_about(context: AnswerContext, word: str, award: Award, original: Award) -> bool:
    """Whether a prize is what one argument of the question asks for."""
    if word == "lost":
        return award.result == "nominated"
    if word == "song":
        return not context.library.tracks.keys().isdisjoint(award.to)
    if word.isdecimal():
        return str(award.date.year) == word or word in award.award
    tracks = {track.key for track in context.library.show.tracks if track.singer == word}
    return word in award.to or not tracks.isdisjoint(award.to) or word == slug(original.award)


def _named(context: AnswerContext, key: str) -> object:
    library = context.library
    if key in library.tracks:
        return library.tracks[key].title
    record = library.members.get(key) or library.singers.get(key) or library.credits.get(key)
    return record and name_of(record)


def _prizes(message: str, found: Sequence[Award], whose: object) -> AnswerSentence | None:
    if not found:
        return None
    shown = sorted(found, key=lambda award: award.date)[:_MOST_AWARDS]
    items = [prize(one, "ask-prize" if whose else "ask-prize-to") for one in shown]
    arguments = {"prizes": items, "count": len(found), "more": len(found) - len(shown), "whose": whose or ""}
    return say(message, arguments, *shown, card=_AWARDS)


def places(context: AnswerContext, *said: str) -> list[AnswerSentence]:
    """Where it was filmed: the countries, and some places of each; whether in a country that is asked about."""
    card = ("show", "places")
    countries = [one for one in said if one != "polar"]
    by_country: dict[str, list[Place]] = defaultdict(list)
    for place in context.library.show.places:
        if not place.after_episode and (not countries or place.country.lower() in countries):
            by_country[place.country].append(place)
    holds = bool(by_country) if "polar" in said else None
    told = [replace(one, holds=holds) for one in context.facts("production", concept="place", card=card)]
    for country, found in by_country.items():
        some = found[:_MOST_PLACES]
        arguments = {"country": Country(country), "places": [Prose(place.place) for place in some]}
        told.append(say("ask-places", arguments, *some, card=card))
    return told


def titles(context: AnswerContext, *languages: str) -> list[AnswerSentence]:
    """What the show is called in a language, or in several."""
    card = ("show", "titles")
    found = [one for one in context.library.show.titles if not languages or one.code.partition("-")[0] in languages]
    if not found:
        return context.missing("title", "show", card=card) if languages else []
    items = [Item("ask-title", {"language": Prose(one.language), "title": Prose(one.title)}) for one in found]
    return [say("ask-titles", {"titles": items[:_MOST_TITLES]}, *found, card=card)]


_OF_COUPLES: Final = frozenset({"remarry", "have-child"})


def ending(context: AnswerContext, *about: str) -> list[AnswerSentence]:
    """The end of the story, or of an episode, or what becomes of somebody or of two together."""
    finale = context.library.last_episode
    if about and about[0].isdecimal() and int(about[0]) != finale:
        return synopsis(context, about[0])[1:]
    keys = [key for key in about if key in context.library.members]
    if len(keys) > 1 and not _OF_COUPLES.isdisjoint(about):
        one, other = (context.library.members[key] for key in keys)
        if all(path.member is not other for path in follow_relations(context.library, one, ["love"])):
            return []
    if len(keys) == 1 or any(context.library.members[key].billing != "lead" for key in keys):
        return _last_of(context, keys)
    return [stated(fact, ("show", "ending"), finale) for fact in context.library.ending()[-_MOST_OF_THE_END:]]


def _last_of(context: AnswerContext, keys: Sequence[str]) -> list[AnswerSentence]:
    """What the story tells of some characters at its end; nothing where they are gone by then."""
    told = [beat for beat in context.library.beats_about("ending") if set(keys) <= set(beat.who)]
    told.sort(key=lambda beat: (not set(keys) <= set(beat.about), len(beat.who)))
    return [stated(beat, ("cast", keys[0])) for beat in told[:_MOST_OF_SOMEBODY]]


def says(context: AnswerContext, *place: str) -> list[AnswerSentence]:
    """One statement of the facts, after the yes or no that the question gets."""
    holds = REPLIES.get(place[-1])
    sentence = statement_at(context.library, place if holds is None else place[:-1]).sentence()
    return [sentence if holds is None else replace(sentence, holds=holds)]
