"""Season 2, the specials, who made it, where and when it was shown, prizes, and single statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.domain.questions.answer_sentence import AnswerSentence, Country, Day, Item, Prose, cited, lowest_confidence
from bot.domain.questions.entity_linker import slug
from bot.domain.questions.statements import statements

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.domain.questions.answers.context import AnswerContext
    from data.records import Award, Place, Topic

_JOBS: Final[Mapping[str, tuple[str, ...]]] = {
    "write": ("writer",),
    "direct": ("director",),
    "music-of-show": ("music", "composer"),
    "camera": ("camera",),
    "edit": ("editor",),
    "crew": ("writer", "director", "music"),
}
_MOST_PLACES, _MOST_AWARDS = 4, 6
_SEASON2 = ("season2",)


def season2(context: AnswerContext) -> list[AnswerSentence]:
    """Whether there is a second season, and what is official."""
    verdict = context.library.show.verdict
    if not verdict:
        return [AnswerSentence("season2-none", card=_SEASON2, known=False)]
    arguments = {"text": Prose(verdict.text), "date": Day(verdict.as_of, verdict.precision)}
    return [
        AnswerSentence("ask-season2", arguments, verdict.sources, verdict.confidence, card=_SEASON2),
        context.stated(verdict.official, verdict, *_SEASON2),
    ]


def season2_why(context: AnswerContext) -> list[AnswerSentence]:
    """Why there is none, as named sources argue."""
    card = ("season2", "why")
    reasons = [
        AnswerSentence(
            "ask-reason",
            {"who": Prose(one.who), "text": Prose(one.text)},
            one.sources,
            one.confidence,
            one.after_episode,
            card,
        )
        for one in context.library.show.reasons[:2]
    ]
    return season2(context)[:1] + reasons


def specials(context: AnswerContext, *number: str) -> list[AnswerSentence]:
    """The programmes beside the episodes."""
    found = [one for one in context.library.show.specials if not number or str(one.number) == number[0]]
    if not found:
        return []
    card = ("show", "extras")
    items = [Item("ask-special", {"name": one.name, "date": Day(one.aired)}) for one in found]
    count = AnswerSentence(
        "ask-specials",
        {"count": len(found), "specials": items},
        cited(*found),
        lowest_confidence(o.confidence for o in found),
        card=card,
    )
    told = [context.stated(one.text, one, *card) for one in found[:1] if number]
    return [count, *told, *context.facts("specials", concept="continue-story", card=card)]


def remake(context: AnswerContext) -> list[AnswerSentence]:
    """What was made of it elsewhere."""
    return context.facts("adaptation", most=2, card=("season2", "why"))


def makers(context: AnswerContext, *asked: str) -> list[AnswerSentence]:
    """Who wrote it, directed it, and so on."""
    parts: list[AnswerSentence] = []
    for job in asked:
        if job == "produce":
            parts += context.facts("production", card=("show", "makers"))
        if job == "producer":
            parts += context.facts("production", concept="producer", card=("show", "makers"))
        people = context.library.behind(*_JOBS.get(job, ()))
        if people:
            names = [credit.name for credit in people]
            confidence = lowest_confidence(credit.confidence for credit in people)
            parts.append(
                AnswerSentence(
                    f"ask-made-{job}",
                    {"names": names, "count": len(names)},
                    cited(*people),
                    confidence,
                    card=("show", "makers"),
                )
            )
    return parts


def credit(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """Who somebody behind the camera is."""
    one = context.library.credits[key]
    card = ("show", "makers")
    arguments = {"name": one.name, "job": Item(f"ask-job-{one.job}", {})}
    told = [context.stated(fact.text, fact, *card) for fact in one.facts[:1]]
    return [AnswerSentence("ask-credit", arguments, one.sources, one.confidence, card=card), *told]


def tracks_by(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """Which tracks somebody wrote."""
    one = context.library.credits[key]
    found = [t for t in context.library.show.tracks if t.writing and key in (*t.writing.music, *t.writing.lyrics)]
    if not found:
        return []
    sources = tuple(dict.fromkeys(source for t in found if t.writing for source in t.writing.sources))
    confidence = lowest_confidence(t.writing.confidence for t in found if t.writing)
    return [
        AnswerSentence(
            "ask-wrote", {"name": one.name, "tracks": [t.title for t in found]}, sources, confidence, card=("ost",)
        )
    ]


def company(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """What a company had to do with it."""
    one = next(company for company in context.library.show.companies if company.key == key)
    return [
        AnswerSentence(
            "ask-company",
            {"name": one.name, "part": Prose(one.part)},
            one.sources,
            one.confidence,
            card=("show", "makers"),
        )
    ]


def episode_count(context: AnswerContext, *_count: str) -> list[AnswerSentence]:
    """How many episodes there are."""
    episodes, extra = context.library.show.episodes, context.library.show.specials
    facts = context.library.facts("episodes")
    sources = cited(*facts) or cited(*episodes)
    message = "ask-episodes-specials" if extra else "ask-episodes"
    return [AnswerSentence(message, {"count": len(episodes), "specials": len(extra)}, sources, card=("ratings",))]


def run(context: AnswerContext) -> list[AnswerSentence]:
    """From when to when it was shown."""
    episodes = context.library.show.episodes
    if not episodes:
        return context.facts("run")
    first, last = episodes[0], episodes[-1]
    arguments = {"first": Day(first.aired), "last": Day(last.aired)}
    return [
        AnswerSentence("ask-run", arguments, cited(*context.library.facts("run")) or cited(first, last), card=("show",))
    ]


def awards(context: AnswerContext, *about: str) -> list[AnswerSentence]:
    """Prizes: of the show or of somebody, at a ceremony, in a year, won or missed."""
    found = [
        (award, original)
        for award, original in zip(context.library.show.awards, context.original.show.awards, strict=True)
        if all(_is_about(context, one, award, original) for one in about)
    ]
    whose = next((_named(context, one) for one in about if _named(context, one)), None)
    parts = [
        _prizes(
            f"ask-{result}" + ("-by" if whose else ""), [award for award, _ in found if award.result == result], whose
        )
        for result in ("won", "nominated")
    ]
    return [part for part in parts if part] or _not_won(context, *about)


def _not_won(context: AnswerContext, *about: str) -> list[AnswerSentence]:
    """What the facts say of the prizes of somebody whom they know of none."""
    card = ("show", "awards")
    told = [fact for fact in context.library.facts("awards") if not set(fact.about).isdisjoint(about)]
    return [context.stated(fact.text, fact, *card) for fact in told] or context.missing("awards", "awards", card=card)


def _is_about(context: AnswerContext, word: str, award: Award, original: Award) -> bool:
    """Whether a prize is what one argument of the question asks for."""
    if word == "lost":
        return award.result == "nominated"
    if word == "song":
        return not context.library.tracks.keys().isdisjoint(award.to)
    if word.isdecimal():
        return str(award.date.year) == word or word in award.award
    if word == slug(original.award):
        return True
    tracks = {track.key for track in context.library.show.tracks if track.singer == word}
    return word in award.to or not tracks.isdisjoint(award.to)


def _named(context: AnswerContext, word: str) -> object:
    library = context.library
    if word in library.members:
        return library.members[word].actor or library.members[word].character
    record = library.tracks.get(word)
    if record:
        return record.title
    other = library.singers.get(word) or library.credits.get(word)
    return other.name if other else None


def _prizes(message: str, found: Sequence[Award], whose: object) -> AnswerSentence | None:
    if not found:
        return None
    shown = sorted(found, key=lambda award: award.date)[:_MOST_AWARDS]
    items = [
        Item(
            "ask-prize" if whose else "ask-prize-to",
            {
                "category": Prose(one.category),
                "award": Prose(one.award),
                "recipient": Prose(one.recipient),
                "date": Day(one.date, one.precision),
            },
        )
        for one in shown
    ]
    arguments = {"prizes": items, "count": len(found), "more": len(found) - len(shown), "whose": whose or ""}
    return AnswerSentence(
        message, arguments, cited(*shown), lowest_confidence(one.confidence for one in shown), card=("show", "awards")
    )


def places(context: AnswerContext, *countries: str) -> list[AnswerSentence]:
    """Where it was filmed: the countries, and some places of each."""
    card = ("show", "places")
    parts = context.facts("production", concept="place", card=card)
    by_country: dict[str, list[Place]] = {}
    for place in context.library.show.places:
        if not place.after_episode and (not countries or place.country.lower() in countries):
            by_country.setdefault(place.country, []).append(place)
    for country, some in by_country.items():
        shown = some[:_MOST_PLACES]
        arguments = {"country": Country(country), "places": [Prose(place.place) for place in shown]}
        parts.append(
            AnswerSentence(
                "ask-places", arguments, cited(*shown), lowest_confidence(p.confidence for p in shown), card=card
            )
        )
    return parts


def titles(context: AnswerContext, *language: str) -> list[AnswerSentence]:
    """What the show is called in a language, or in several."""
    card = ("show", "titles")
    found = [one for one in context.library.show.titles if not language or one.code.partition("-")[0] == language[0]]
    if not found:
        return context.missing("title", "show", card=card) if language else []
    items = [Item("ask-title", {"language": Prose(one.language), "title": Prose(one.title)}) for one in found[:6]]
    return [
        AnswerSentence(
            "ask-titles",
            {"titles": items},
            cited(*found),
            lowest_confidence(one.confidence for one in found),
            card=card,
        )
    ]


def filming(context: AnswerContext) -> list[AnswerSentence]:
    """When and for how long it was filmed."""
    return context.facts("timeline", concept="place", card=("show", "story")) + context.facts(
        "timeline", concept="days-of-work", card=("show", "story")
    )


def slot(context: AnswerContext) -> list[AnswerSentence]:
    """At what time it was shown, and on which days."""
    return context.facts("slot") + context.facts("network")


def _topic(
    *topics: Topic, card: tuple[str, ...] = ("show",), most: int = 1, concept: str = "", hole: str = ""
) -> Callable[[AnswerContext], list[AnswerSentence]]:
    def answer(context: AnswerContext, *_said: str) -> list[AnswerSentence]:
        found = context.facts(*topics, most=most, card=card, concept=concept)
        return found or (context.missing(hole, "show", card=card) if hole else [])

    return answer


def says(context: AnswerContext, *place: str) -> list[AnswerSentence]:
    """One statement of the facts."""
    return [one.sentence() for one in statements(context.library.show) if one.place == place]


ANSWERS: Final[Mapping[str, Callable[..., list[AnswerSentence]]]] = {
    "season2": season2,
    "season2-why": season2_why,
    "specials": specials,
    "remake": remake,
    "makers": makers,
    "credit": credit,
    "tracks-by": tracks_by,
    "company": company,
    "episode-count": episode_count,
    "run": run,
    "slot": slot,
    "slot-neighbour": _topic("neighbours", card=("show", "story")),
    "channel": _topic("network"),
    "genre": _topic("genre"),
    "budget": _topic("budget", hole="budget"),
    "income": _topic("budget", concept="sales-income"),
    "watch": _topic("watch", most=2),
    "dub": _topic("watch", concept="dub"),
    "premise": _topic("premise"),
    "titles": titles,
    "filming": filming,
    "places": places,
    "awards": awards,
    "says": says,
}
