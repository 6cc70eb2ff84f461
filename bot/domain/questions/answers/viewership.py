"""Ratings, places among other shows, and what was watched on the streaming service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.domain.questions.answer_sentence import (
    AnswerSentence,
    Day,
    Item,
    Millions,
    Percent,
    Prose,
    cited,
    lowest_confidence,
)
from bot.domain.questions.entity_linker import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.domain.questions.answers.context import AnswerContext
    from data.records import Ranking, Rating, Report, Week

_CARD = ("ratings",)
_NETFLIX = ("ratings", "netflix")


def rating(context: AnswerContext, number: str, *measures: str) -> list[AnswerSentence]:
    """The rating of an episode, by every measure that is asked for."""
    found = context.library.ratings.get(int(number))
    card = ("ratings", number) if int(number) in context.library.episodes else _CARD
    if not found:
        return [
            AnswerSentence(
                "ask-no-episode", {"episode": number, "count": len(context.library.episodes)}, card=_CARD, known=False
            )
        ]
    parts = [part for measure in measures for part in _measured(context, found, measure, card)]
    return parts or [_drawn(context, found, "ask-rating", card)]


def ratings_of_each(context: AnswerContext, *numbers: str) -> list[AnswerSentence]:
    """The ratings of several episodes, one beside the other."""
    return [part for number in numbers for part in rating(context, number)]


def _drawn(
    context: AnswerContext, found: Rating, message: str, card: tuple[str, ...], **more: object
) -> AnswerSentence:
    arguments = {
        "episode": str(found.episode),
        "rating": Percent(found.nationwide),
        "seoul": Percent(found.seoul) if found.seoul is not None else "",
        "place": context.library.place_in_run(found),
        **more,
    }
    return AnswerSentence(
        message if found.seoul is not None else f"{message}-nationwide",
        arguments,
        found.sources,
        found.confidence,
        card=card,
    )


def _measured(context: AnswerContext, found: Rating, measure: str, card: tuple[str, ...]) -> list[AnswerSentence]:
    figures: dict[str, tuple[object, object, tuple[str, ...]]] = {
        "seoul": (found.seoul, None, found.seoul_sources),
        "minute": (found.peak, found.peak_seoul, found.peak_sources),
        "viewers": (found.viewers, found.viewers_seoul, ()),
        "young-viewers": (found.age_20_49, found.age_20_49_seoul, ()),
    }
    if measure not in figures:
        return []
    figure, in_seoul, sources = figures[measure]
    if figure is None:
        return context.missing(measure, found.key, "ratings", card=card)
    shown = [
        value if measure == "viewers" or value is None else Percent(float(str(value))) for value in (figure, in_seoul)
    ]
    arguments = {"episode": str(found.episode), "figure": shown[0], "seoul": shown[1] if shown[1] is not None else ""}
    message = (
        f"ask-rating-{measure}" if shown[1] is not None or measure == "seoul" else f"ask-rating-{measure}-nationwide"
    )
    return [AnswerSentence(message, arguments, sources or found.sources, found.confidence, card=card)]


def highest(context: AnswerContext, *measures: str) -> list[AnswerSentence]:
    """The best episode, by the measure that is asked for."""
    ratings = context.library.show.ratings
    if not ratings:
        return []
    for measure, field in (("minute", "peak"), ("viewers", "viewers"), ("seoul", "seoul")):
        if measure in measures:
            known = [one for one in ratings if getattr(one, field) is not None]
            best = max(known, key=lambda one: getattr(one, field), default=None)
            return (
                _measured(context, best, measure, ("ratings", str(best.episode)))
                if best
                else context.missing(measure, "ratings")
            )
    best = max(ratings, key=lambda one: one.nationwide)
    return [_drawn(context, best, "ask-highest", ("ratings", str(best.episode)))]


def lowest(context: AnswerContext, *measures: str) -> list[AnswerSentence]:
    """The episode with the fewest viewers."""
    ratings = context.library.show.ratings
    if not ratings:
        return []
    if "seoul" in measures:
        worst = min((one for one in ratings if one.seoul is not None), key=lambda one: one.seoul or 0.0)
    else:
        worst = min(ratings, key=lambda one: one.nationwide)
    return [_drawn(context, worst, "ask-lowest", ("ratings", str(worst.episode)))]


def nth_highest(context: AnswerContext, place: str) -> list[AnswerSentence]:
    """The episode that takes a place in the run, counted from the best."""
    ratings = sorted(context.library.show.ratings, key=lambda one: -one.nationwide)
    return [_drawn(context, one, "ask-rating", ("ratings", str(one.episode))) for one in _at(ratings, place)]


def nth_lowest(context: AnswerContext, place: str) -> list[AnswerSentence]:
    """The episode that takes a place in the run, counted from the lowest."""
    ratings = sorted(context.library.show.ratings, key=lambda one: one.nationwide)
    return [_drawn(context, one, "ask-rating", ("ratings", str(one.episode))) for one in _at(ratings, place)]


def _at(ratings: Sequence[Rating], place: str) -> Sequence[Rating]:
    return ratings[int(place) - 1 : int(place)] if int(place) > 0 else ()


def average(context: AnswerContext, *_measures: str) -> list[AnswerSentence]:
    """The average of the run."""
    return context.facts("ratings", concept="average", card=_CARD) or context.missing("average", "ratings", card=_CARD)


def above(context: AnswerContext, mark: str, *measures: str) -> list[AnswerSentence]:
    """The first episode above a mark, and how many were."""
    limit = float(mark.replace("-", "."))
    field = "seoul" if "seoul" in measures else "nationwide"
    ratings = [one for one in context.library.show.ratings if getattr(one, field) is not None]
    over = [one for one in ratings if getattr(one, field) > limit]
    where = "-seoul" if field == "seoul" else ""
    if not over:
        none = AnswerSentence(f"ask-none-above{where}", {"mark": Percent(limit)}, cited(*ratings), card=_CARD)
        return [none, *highest(context, *measures)]
    first = over[0]
    arguments = {
        "episode": str(first.episode),
        "rating": Percent(getattr(first, field)),
        "mark": Percent(limit),
        "count": len(over),
        "total": len(ratings),
    }
    return [
        AnswerSentence(
            f"ask-above{where}", arguments, first.sources, first.confidence, card=("ratings", str(first.episode))
        )
    ]


def ratings(context: AnswerContext) -> list[AnswerSentence]:
    """The run in two sentences: the last episode, the best and the average."""
    found = context.library.show.ratings
    if not found:
        return []
    last = found[-1]
    return [
        _drawn(context, last, "ask-rating", _CARD),
        *highest(context)[: context.library.best_rating() is not last],
        *average(context),
    ]


def compare(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """Whether the show did better than another one."""
    for ranking, original in zip(context.library.show.rankings, context.original.show.rankings, strict=True):
        ours = next((entry for entry in ranking.entries if entry.this_show), None)
        places = [at for at, entry in enumerate(original.entries) if slug(entry.title) == key]
        if ours and places:
            theirs = ranking.entries[places[0]]
            message = "ask-above-rival" if ours.rating > theirs.rating else "ask-below-rival"
            arguments = {"ours": Percent(ours.rating), "theirs": Percent(theirs.rating), "title": Prose(theirs.title)}
            sources = tuple(dict.fromkeys((*ours.sources, *theirs.sources)))
            return [
                AnswerSentence(
                    message,
                    arguments,
                    sources,
                    lowest_confidence((ours.confidence, theirs.confidence)),
                    card=("ratings", "ladder"),
                )
            ]
    return []


def standing(context: AnswerContext, *kinds: str) -> list[AnswerSentence]:
    """Which place the show takes among others."""
    rankings = list(context.library.show.rankings)
    if "cable" in kinds:
        rankings = [one for one in rankings if "cable" in context.texts.concepts(one.name)] or rankings
    return [part for one in rankings for part in _stands(context, one)]


def _stands(context: AnswerContext, ranking: Ranking) -> list[AnswerSentence]:
    place = context.library.place_on(ranking)
    if place is None:
        return []
    best = next(entry for entry in ranking.entries if entry.this_show)
    over = [
        Item("ask-rung", {"title": Prose(entry.title), "rating": Percent(entry.rating)})
        for entry in ranking.entries[: place - 1]
    ]
    arguments = {
        "place": place,
        "ranking": Prose(ranking.name),
        "date": Day(ranking.as_of),
        "rating": Percent(best.rating),
        "above": over,
    }
    return [
        AnswerSentence(
            "ask-stands-below" if over else "ask-stands-first",
            arguments,
            ranking.sources,
            ranking.confidence,
            card=("ratings", "ladder"),
        )
    ]


def special_rating(context: AnswerContext, *_number: str) -> list[AnswerSentence]:
    """What a special drew."""
    specials = [special.key for special in context.library.show.specials]
    return context.missing("special", "ratings", *specials, card=_CARD)


def measure(context: AnswerContext) -> list[AnswerSentence]:
    """Who measures the ratings."""
    return context.facts("reading-figures", concept="rating", card=_CARD)


def aired(context: AnswerContext, number: str) -> list[AnswerSentence]:
    """On which day an episode was shown."""
    episode = context.library.episodes.get(int(number))
    if not episode:
        return [
            AnswerSentence(
                "ask-no-episode", {"episode": number, "count": len(context.library.episodes)}, card=_CARD, known=False
            )
        ]
    arguments = {"episode": number, "date": Day(episode.aired)}
    return [AnswerSentence("ask-aired", arguments, episode.sources, episode.confidence, card=("ratings", number))]


def synopsis(context: AnswerContext, number: str) -> list[AnswerSentence]:
    """What happens in an episode, for those who have seen it."""
    episode = context.library.episodes.get(int(number))
    if not episode:
        return [
            AnswerSentence(
                "ask-no-episode", {"episode": number, "count": len(context.library.episodes)}, card=_CARD, known=False
            )
        ]
    hint = context.stated(episode.hint, episode, "ratings", number)
    return [hint, context.stated(episode.synopsis, episode, "ratings", number, after=episode.number)]


def minutes(context: AnswerContext, number: str) -> list[AnswerSentence]:
    """How long an episode is."""
    episode = context.library.episodes.get(int(number))
    if not episode or not episode.minutes:
        return context.missing("how-long", "episodes", card=_CARD) + context.facts(
            "runtime", concept="average", card=("show", "extras")
        )
    arguments = {"episode": number, "minutes": episode.minutes}
    return [AnswerSentence("ask-minutes", arguments, episode.minutes_sources, card=("ratings", number))]


def runtime(context: AnswerContext) -> list[AnswerSentence]:
    """How long the episodes are."""
    return context.facts("runtime", most=2, card=("show", "extras")) or context.missing(
        "how-long", "episodes", card=_CARD
    )


def netflix(context: AnswerContext) -> list[AnswerSentence]:
    """How it did on the streaming service, in short."""
    return [*netflix_weeks(context), *netflix_rank(context), *netflix_hours(context)]


def netflix_weeks(context: AnswerContext, *_said: str) -> list[AnswerSentence]:
    """For how many weeks it stood in the chart."""
    weeks = context.library.show.weeks
    if not weeks:
        return []
    arguments = {"weeks": len(weeks), "first": Day(weeks[0].starts), "last": Day(weeks[-1].ends)}
    return [
        AnswerSentence(
            "ask-weeks", arguments, cited(*weeks), lowest_confidence(week.confidence for week in weeks), card=_NETFLIX
        )
    ]


def netflix_first(context: AnswerContext) -> list[AnswerSentence]:
    """Whether and when it stood first."""
    weeks = context.library.show.weeks
    if not weeks:
        return []
    first = [week for week in weeks if week.rank == 1]
    if not first:
        return netflix_rank(context)
    items = [_span(week) for week in first]
    return [
        AnswerSentence(
            "ask-weeks-first",
            {"weeks": len(first), "spans": items},
            cited(*first),
            lowest_confidence(w.confidence for w in first),
            card=_NETFLIX,
        )
    ]


def netflix_rank(context: AnswerContext) -> list[AnswerSentence]:
    """Its best place, and when."""
    weeks = context.library.show.weeks
    if not weeks:
        return []
    best = min(weeks, key=lambda week: week.rank)
    arguments = {"rank": best.rank, "span": _span(best), "start": weeks[0].rank, "week": best.number}
    return [AnswerSentence("ask-best-rank", arguments, cited(best), best.confidence, card=_NETFLIX)]


def netflix_week(context: AnswerContext, number: str) -> list[AnswerSentence]:
    """One week of the chart."""
    week = next((week for week in context.library.show.weeks if week.number == int(number)), None)
    if not week:
        return []
    arguments = {
        "week": number,
        "span": _span(week),
        "rank": week.rank,
        "hours": Millions(week.hours),
        "views": Millions(week.views),
    }
    return [AnswerSentence("ask-week", arguments, week.sources, week.confidence, card=_NETFLIX)]


def netflix_hours(context: AnswerContext, period: str = "") -> list[AnswerSentence]:
    """How many hours were watched: in a period, or by the newest counts."""
    show = context.library.show
    if period:
        found = [report for report in show.reports if period in _periods(report)]
        return [_reported(report) for report in found]
    if show.reports:
        longest = max(show.reports, key=lambda report: (report.ends - report.starts).days)
        return [_reported(longest), *(_reported(report) for report in show.reports[:1] if report is not longest)]
    if show.totals:
        last = show.totals[-1]
        arguments = {"date": Day(last.as_of), "hours": Millions(last.hours)}
        return [AnswerSentence("ask-total", arguments, last.sources, last.confidence, card=_NETFLIX)]
    return []


def netflix_best_week(context: AnswerContext) -> list[AnswerSentence]:
    """The weeks with the most hours and the most views."""
    weeks = context.library.show.weeks
    if not weeks:
        return []
    by_hours, by_views = max(weeks, key=lambda week: week.hours), max(weeks, key=lambda week: week.views)
    arguments = {
        "hours": Millions(by_hours.hours),
        "span": _span(by_hours),
        "views": Millions(by_views.views),
        "other": _span(by_views),
    }
    return [AnswerSentence("ask-best-week", arguments, cited(by_hours, by_views), card=_NETFLIX)]


def netflix_countries(context: AnswerContext) -> list[AnswerSentence]:
    """In how many countries it was in the chart."""
    parts = context.facts("netflix", concept="country", card=_NETFLIX)
    return parts or context.missing("country", "netflix", card=_NETFLIX)


def netflix_standing(context: AnswerContext, period: str = "") -> list[AnswerSentence]:
    """Which place it took among everything on the service."""
    reports = [
        report for report in context.library.show.reports if report.rank and (not period or period in _periods(report))
    ]
    return [
        AnswerSentence(
            "ask-report-rank",
            {"period": Prose(one.period), "rank": Prose(one.rank or "")},
            one.sources,
            one.confidence,
            card=_NETFLIX,
        )
        for one in reports
    ]


def netflix_dropped(context: AnswerContext) -> list[AnswerSentence]:
    """When it left the chart."""
    return netflix_weeks(context)


def _span(week: Week) -> Item:
    return Item("ask-span", {"first": Day(week.starts), "last": Day(week.ends)})


def _reported(report: Report) -> AnswerSentence:
    arguments = {
        "period": Prose(report.period),
        "hours": Millions(report.hours),
        "views": Millions(report.views or 0),
        "rank": Prose(report.rank or ""),
    }
    message = "ask-report-views" if report.views is not None else "ask-report"
    return AnswerSentence(message, arguments, report.sources, report.confidence, card=_NETFLIX)


def _periods(report: Report) -> set[str]:
    """The ways in which a question may name the period of a report."""
    year = str(report.starts.year)
    if report.starts.year != report.ends.year:
        return set()
    months = (report.starts.month, report.ends.month)
    halves = {(1, 6): {"h1", f"{year}-h1"}, (7, 12): {"h2", f"{year}-h2"}, (1, 12): {year}}
    return halves.get(months, set())


ANSWERS: Final[Mapping[str, Callable[..., list[AnswerSentence]]]] = {
    "rating": rating,
    "ratings-of-each": ratings_of_each,
    "highest": highest,
    "lowest": lowest,
    "nth-highest": nth_highest,
    "nth-lowest": nth_lowest,
    "average": average,
    "above": above,
    "ratings": ratings,
    "compare": compare,
    "standing": standing,
    "special-rating": special_rating,
    "measure": measure,
    "aired": aired,
    "synopsis": synopsis,
    "minutes": minutes,
    "runtime": runtime,
    "netflix": netflix,
    "netflix-weeks": netflix_weeks,
    "netflix-first": netflix_first,
    "netflix-rank": netflix_rank,
    "netflix-week": netflix_week,
    "netflix-hours": netflix_hours,
    "netflix-best-week": netflix_best_week,
    "netflix-countries": netflix_countries,
    "netflix-standing": netflix_standing,
    "netflix-dropped": netflix_dropped,
}
