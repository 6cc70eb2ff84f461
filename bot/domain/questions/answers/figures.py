"""Ratings, places among other shows, and what was watched on the streaming service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.domain.questions.answer_sentence import Day, Item, Millions, Part, Percent, Prose, cited, lowest_confidence
from bot.domain.questions.entity_linker import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.domain.questions.answers.registry import Desk
    from data.records import Ranking, Rating, Report, Week

_CARD = ("ratings",)
_NETFLIX = ("ratings", "netflix")


def rating(desk: Desk, number: str, *measures: str) -> list[Part]:
    """The rating of an episode, by every measure that is asked for."""
    found = desk.library.ratings.get(int(number))
    card = ("ratings", number) if int(number) in desk.library.episodes else _CARD
    if not found:
        return [
            Part("ask-no-episode", {"episode": number, "count": len(desk.library.episodes)}, card=_CARD, known=False)
        ]
    parts = [part for measure in measures for part in _measured(desk, found, measure, card)]
    return parts or [_drawn(desk, found, "ask-rating", card)]


def ratings_of_each(desk: Desk, *numbers: str) -> list[Part]:
    """The ratings of several episodes, one beside the other."""
    return [part for number in numbers for part in rating(desk, number)]


def _drawn(desk: Desk, found: Rating, message: str, card: tuple[str, ...], **more: object) -> Part:
    arguments = {
        "episode": str(found.episode),
        "rating": Percent(found.nationwide),
        "seoul": Percent(found.seoul) if found.seoul is not None else "",
        "place": desk.library.place_in_run(found),
        **more,
    }
    return Part(
        message if found.seoul is not None else f"{message}-nationwide",
        arguments,
        found.sources,
        found.confidence,
        card=card,
    )


def _measured(desk: Desk, found: Rating, measure: str, card: tuple[str, ...]) -> list[Part]:
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
        return desk.missing(measure, found.key, "ratings", card=card)
    shown = [
        value if measure == "viewers" or value is None else Percent(float(str(value))) for value in (figure, in_seoul)
    ]
    arguments = {"episode": str(found.episode), "figure": shown[0], "seoul": shown[1] if shown[1] is not None else ""}
    message = (
        f"ask-rating-{measure}" if shown[1] is not None or measure == "seoul" else f"ask-rating-{measure}-nationwide"
    )
    return [Part(message, arguments, sources or found.sources, found.confidence, card=card)]


def highest(desk: Desk, *measures: str) -> list[Part]:
    """The best episode, by the measure that is asked for."""
    ratings = desk.library.show.ratings
    if not ratings:
        return []
    for measure, field in (("minute", "peak"), ("viewers", "viewers"), ("seoul", "seoul")):
        if measure in measures:
            known = [one for one in ratings if getattr(one, field) is not None]
            best = max(known, key=lambda one: getattr(one, field), default=None)
            return (
                _measured(desk, best, measure, ("ratings", str(best.episode)))
                if best
                else desk.missing(measure, "ratings")
            )
    best = max(ratings, key=lambda one: one.nationwide)
    return [_drawn(desk, best, "ask-highest", ("ratings", str(best.episode)))]


def lowest(desk: Desk, *measures: str) -> list[Part]:
    """The episode with the fewest viewers."""
    ratings = desk.library.show.ratings
    if not ratings:
        return []
    if "seoul" in measures:
        worst = min((one for one in ratings if one.seoul is not None), key=lambda one: one.seoul or 0.0)
    else:
        worst = min(ratings, key=lambda one: one.nationwide)
    return [_drawn(desk, worst, "ask-lowest", ("ratings", str(worst.episode)))]


def nth_highest(desk: Desk, place: str) -> list[Part]:
    """The episode that takes a place in the run, counted from the best."""
    ratings = sorted(desk.library.show.ratings, key=lambda one: -one.nationwide)
    return [_drawn(desk, one, "ask-rating", ("ratings", str(one.episode))) for one in _at(ratings, place)]


def nth_lowest(desk: Desk, place: str) -> list[Part]:
    """The episode that takes a place in the run, counted from the lowest."""
    ratings = sorted(desk.library.show.ratings, key=lambda one: one.nationwide)
    return [_drawn(desk, one, "ask-rating", ("ratings", str(one.episode))) for one in _at(ratings, place)]


def _at(ratings: Sequence[Rating], place: str) -> Sequence[Rating]:
    return ratings[int(place) - 1 : int(place)] if int(place) > 0 else ()


def average(desk: Desk, *_measures: str) -> list[Part]:
    """The average of the run."""
    return desk.facts("ratings", idea="average", card=_CARD) or desk.missing("average", "ratings", card=_CARD)


def above(desk: Desk, mark: str, *measures: str) -> list[Part]:
    """The first episode above a mark, and how many were."""
    limit = float(mark.replace("-", "."))
    field = "seoul" if "seoul" in measures else "nationwide"
    ratings = [one for one in desk.library.show.ratings if getattr(one, field) is not None]
    over = [one for one in ratings if getattr(one, field) > limit]
    where = "-seoul" if field == "seoul" else ""
    if not over:
        return [Part(f"ask-none-above{where}", {"mark": Percent(limit)}, cited(*ratings), card=_CARD)]
    first = over[0]
    arguments = {
        "episode": str(first.episode),
        "rating": Percent(getattr(first, field)),
        "mark": Percent(limit),
        "count": len(over),
        "total": len(ratings),
    }
    return [Part(f"ask-above{where}", arguments, first.sources, first.confidence, card=("ratings", str(first.episode)))]


def ratings(desk: Desk) -> list[Part]:
    """The run in two sentences: the last episode, the best and the average."""
    found = desk.library.show.ratings
    if not found:
        return []
    last = found[-1]
    return [
        _drawn(desk, last, "ask-rating", _CARD),
        *highest(desk)[: desk.library.best_rating() is not last],
        *average(desk),
    ]


def compare(desk: Desk, key: str) -> list[Part]:
    """Whether the show did better than another one."""
    for ranking, original in zip(desk.library.show.rankings, desk.original.show.rankings, strict=True):
        ours = next((entry for entry in ranking.entries if entry.this_show), None)
        places = [at for at, entry in enumerate(original.entries) if slug(entry.title) == key]
        if ours and places:
            theirs = ranking.entries[places[0]]
            message = "ask-above-rival" if ours.rating > theirs.rating else "ask-below-rival"
            arguments = {"ours": Percent(ours.rating), "theirs": Percent(theirs.rating), "title": Prose(theirs.title)}
            sources = tuple(dict.fromkeys((*ours.sources, *theirs.sources)))
            return [
                Part(
                    message,
                    arguments,
                    sources,
                    lowest_confidence((ours.confidence, theirs.confidence)),
                    card=("ratings", "ladder"),
                )
            ]
    return []


def standing(desk: Desk, *kinds: str) -> list[Part]:
    """Which place the show takes among others."""
    rankings = list(desk.library.show.rankings)
    if "cable" in kinds:
        rankings = [one for one in rankings if "cable" in desk.recall.ideas(one.name)] or rankings
    return [part for one in rankings for part in _stands(desk, one)]


def _stands(desk: Desk, ranking: Ranking) -> list[Part]:
    place = desk.library.place_on(ranking)
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
        Part(
            "ask-stands-below" if over else "ask-stands-first",
            arguments,
            ranking.sources,
            ranking.confidence,
            card=("ratings", "ladder"),
        )
    ]


def special_rating(desk: Desk, *_number: str) -> list[Part]:
    """What a special drew."""
    specials = [special.key for special in desk.library.show.specials]
    return desk.missing("special", "ratings", *specials, card=_CARD)


def measure(desk: Desk) -> list[Part]:
    """Who measures the ratings."""
    return desk.facts("reading-figures", idea="rating", card=_CARD)


def aired(desk: Desk, number: str) -> list[Part]:
    """On which day an episode was shown."""
    episode = desk.library.episodes.get(int(number))
    if not episode:
        return [
            Part("ask-no-episode", {"episode": number, "count": len(desk.library.episodes)}, card=_CARD, known=False)
        ]
    arguments = {"episode": number, "date": Day(episode.aired)}
    return [Part("ask-aired", arguments, episode.sources, episode.confidence, card=("ratings", number))]


def synopsis(desk: Desk, number: str) -> list[Part]:
    """What happens in an episode, for those who have seen it."""
    episode = desk.library.episodes.get(int(number))
    if not episode:
        return [
            Part("ask-no-episode", {"episode": number, "count": len(desk.library.episodes)}, card=_CARD, known=False)
        ]
    hint = desk.stated(episode.hint, episode, "ratings", number)
    return [hint, desk.stated(episode.synopsis, episode, "ratings", number, after=episode.number)]


def minutes(desk: Desk, number: str) -> list[Part]:
    """How long an episode is."""
    episode = desk.library.episodes.get(int(number))
    if not episode or not episode.minutes:
        return desk.missing("how-long", "episodes", card=_CARD) + desk.facts(
            "runtime", idea="average", card=("show", "story")
        )
    arguments = {"episode": number, "minutes": episode.minutes}
    return [Part("ask-minutes", arguments, episode.minutes_sources, card=("ratings", number))]


def runtime(desk: Desk) -> list[Part]:
    """How long the episodes are."""
    return desk.facts("runtime", most=2, card=("show", "story")) or desk.missing("how-long", "episodes", card=_CARD)


def netflix(desk: Desk) -> list[Part]:
    """How it did on the streaming service, in short."""
    return [*netflix_weeks(desk), *netflix_rank(desk), *netflix_hours(desk)]


def netflix_weeks(desk: Desk, *_said: str) -> list[Part]:
    """For how many weeks it stood in the chart."""
    weeks = desk.library.show.weeks
    if not weeks:
        return []
    arguments = {"weeks": len(weeks), "first": Day(weeks[0].starts), "last": Day(weeks[-1].ends)}
    return [
        Part("ask-weeks", arguments, cited(*weeks), lowest_confidence(week.confidence for week in weeks), card=_NETFLIX)
    ]


def netflix_first(desk: Desk) -> list[Part]:
    """Whether and when it stood first."""
    weeks = desk.library.show.weeks
    if not weeks:
        return []
    first = [week for week in weeks if week.rank == 1]
    if not first:
        return netflix_rank(desk)
    items = [_span(week) for week in first]
    return [
        Part(
            "ask-weeks-first",
            {"weeks": len(first), "spans": items},
            cited(*first),
            lowest_confidence(w.confidence for w in first),
            card=_NETFLIX,
        )
    ]


def netflix_rank(desk: Desk) -> list[Part]:
    """Its best place, and when."""
    weeks = desk.library.show.weeks
    if not weeks:
        return []
    best = min(weeks, key=lambda week: week.rank)
    arguments = {"rank": best.rank, "span": _span(best), "start": weeks[0].rank, "week": best.number}
    return [Part("ask-best-rank", arguments, cited(best), best.confidence, card=_NETFLIX)]


def netflix_week(desk: Desk, number: str) -> list[Part]:
    """One week of the chart."""
    week = next((week for week in desk.library.show.weeks if week.number == int(number)), None)
    if not week:
        return []
    arguments = {
        "week": number,
        "span": _span(week),
        "rank": week.rank,
        "hours": Millions(week.hours),
        "views": Millions(week.views),
    }
    return [Part("ask-week", arguments, week.sources, week.confidence, card=_NETFLIX)]


def netflix_hours(desk: Desk, period: str = "") -> list[Part]:
    """How many hours were watched: in a period, or by the newest counts."""
    show = desk.library.show
    if period:
        found = [report for report in show.reports if period in _periods(report)]
        return [_reported(report) for report in found]
    if show.reports:
        longest = max(show.reports, key=lambda report: (report.ends - report.starts).days)
        return [_reported(longest), *(_reported(report) for report in show.reports[:1] if report is not longest)]
    if show.totals:
        last = show.totals[-1]
        arguments = {"date": Day(last.as_of), "hours": Millions(last.hours)}
        return [Part("ask-total", arguments, last.sources, last.confidence, card=_NETFLIX)]
    return []


def netflix_best_week(desk: Desk) -> list[Part]:
    """The weeks with the most hours and the most views."""
    weeks = desk.library.show.weeks
    if not weeks:
        return []
    by_hours, by_views = max(weeks, key=lambda week: week.hours), max(weeks, key=lambda week: week.views)
    arguments = {
        "hours": Millions(by_hours.hours),
        "span": _span(by_hours),
        "views": Millions(by_views.views),
        "other": _span(by_views),
    }
    return [Part("ask-best-week", arguments, cited(by_hours, by_views), card=_NETFLIX)]


def netflix_countries(desk: Desk) -> list[Part]:
    """In how many countries it was in the chart."""
    parts = desk.facts("netflix", idea="country", card=_NETFLIX)
    return parts or desk.missing("country", "netflix", card=_NETFLIX)


def netflix_standing(desk: Desk, period: str = "") -> list[Part]:
    """Which place it took among everything on the service."""
    reports = [
        report for report in desk.library.show.reports if report.rank and (not period or period in _periods(report))
    ]
    return [
        Part(
            "ask-report-rank",
            {"period": Prose(one.period), "rank": Prose(one.rank or "")},
            one.sources,
            one.confidence,
            card=_NETFLIX,
        )
        for one in reports
    ]


def netflix_dropped(desk: Desk) -> list[Part]:
    """When it left the chart."""
    return netflix_weeks(desk)


def _span(week: Week) -> Item:
    return Item("ask-span", {"first": Day(week.starts), "last": Day(week.ends)})


def _reported(report: Report) -> Part:
    arguments = {
        "period": Prose(report.period),
        "hours": Millions(report.hours),
        "views": Millions(report.views or 0),
        "rank": Prose(report.rank or ""),
    }
    message = "ask-report-views" if report.views is not None else "ask-report"
    return Part(message, arguments, report.sources, report.confidence, card=_NETFLIX)


def _periods(report: Report) -> set[str]:
    """The ways in which a question may name the period of a report."""
    year = str(report.starts.year)
    if report.starts.year != report.ends.year:
        return set()
    months = (report.starts.month, report.ends.month)
    halves = {(1, 6): {"h1", f"{year}-h1"}, (7, 12): {"h2", f"{year}-h2"}, (1, 12): {year}}
    return halves.get(months, set())


ANSWERS: Final[Mapping[str, Callable[..., list[Part]]]] = {
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
