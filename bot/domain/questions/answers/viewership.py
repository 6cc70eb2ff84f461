"""Ratings, places among other shows, and what was watched on the streaming service."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.domain.questions.answer_sentence import Day, Item, Millions, Percent, Prose
from bot.domain.questions.answers.context import say, stated
from bot.domain.questions.entity_linker import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.questions.answer_sentence import AnswerSentence
    from bot.domain.questions.answers.context import AnswerContext, Card
    from data.records import Ranking, Rating, Report, Week

_CARD: Final = ("ratings",)
_NETFLIX: Final = ("ratings", "netflix")
_MEASURES: Final[Mapping[str, tuple[str, str, str]]] = {
    "minute": ("peak", "peak_seoul", "peak_sources"),
    "viewers": ("viewers", "viewers_seoul", ""),
    "young-viewers": ("age_20_49", "age_20_49_seoul", ""),
    "seoul": ("seoul", "", "seoul_sources"),
}
"""What is measured beside the nationwide rating: its field, that of the capital area, and that of its sources."""


def rating(context: AnswerContext, number: str, *said: str) -> list[AnswerSentence]:
    """The rating of an episode, by every measure that is asked for; whether it reached a mark."""
    found = context.library.ratings.get(int(number))
    if not found:
        return _no_episode(context, number)
    card = (*_CARD, number) if int(number) in context.library.episodes else _CARD
    parts = [part for measure in said if measure in _MEASURES for part in _measured(context, found, measure, card)]
    marks = [_mark(one) for one in said if one not in _MEASURES and one != "highest"]
    holds = found.nationwide >= max(marks) if marks else None
    best = highest(context) if "highest" in said else []
    return parts or [replace(_drawn(context, found, "ask-rating", card), holds=holds), *best]


def _mark(said: str) -> float:
    """A figure of an address: "3-5" is 3.5."""
    return float(said.replace("-", "."))


def ratings_of_each(context: AnswerContext, *said: str) -> list[AnswerSentence]:
    """The ratings of several episodes, the highest first to compare; whether the one named first is higher or lower."""
    numbers = [one for one in said if one.isdecimal()]
    ratings = context.library.ratings
    drawn = {one: ratings[int(one)].nationwide if int(one) in ratings else 0.0 for one in numbers}
    order = numbers if numbers == list(said) else sorted(numbers, key=lambda one: -drawn[one])
    parts = [part for one in order for part in rating(context, one)]
    if "polar" in said:
        first, second = (drawn[one] for one in numbers[:2])
        holds = first < second if {"below", "lowest"} & set(said) else first > second
        parts[0] = replace(parts[0], holds=holds)
    return parts


def extreme(context: AnswerContext, *said: str, order: str) -> list[AnswerSentence]:
    """The best or the worst episode, or the one that takes a place counted from it, by the measure asked for."""
    place = next((int(one) for one in said if one.isdecimal()), 1)
    measure = next((one for one in _MEASURES if one in said), "")
    field = _MEASURES[measure][0] if measure else "nationwide"
    known = [one for one in context.library.show.ratings if getattr(one, field) is not None]
    known.sort(key=lambda one: getattr(one, field), reverse=order == "highest")
    for one in known[place - 1 : place] if place > 0 else ():
        card = (*_CARD, str(one.episode))
        if measure and (order == "highest" or measure != "seoul"):
            return _measured(context, one, measure, card)
        return [_drawn(context, one, f"ask-{order}" if place == 1 else "ask-rating", card)]
    return context.missing(measure, "ratings") if measure else []


highest = partial(extreme, order="highest")
lowest = partial(extreme, order="lowest")


def first_drop(context: AnswerContext) -> list[AnswerSentence]:
    """The first episode with a lower rating than the one before."""
    for before, found in pairwise(context.library.show.ratings):
        if found.nationwide < before.nationwide:
            figures = {"rating": Percent(found.nationwide), "before": Percent(before.nationwide)}
            arguments = {"episode": str(found.episode), **figures}
            return [say("ask-first-drop", arguments, found, before, card=(*_CARD, str(found.episode)))]
    return []


def above(context: AnswerContext, mark: str, *said: str) -> list[AnswerSentence]:
    """The first episode above a mark, and how many were."""
    limit = _mark(mark)
    field, where = ("seoul", "-seoul") if "seoul" in said else ("nationwide", "")
    ratings = [one for one in context.library.show.ratings if getattr(one, field) is not None]
    over = [one for one in ratings if getattr(one, field) > limit]
    if not over:
        none = say(f"ask-none-above{where}", {"mark": Percent(limit)}, *ratings, card=_CARD)
        return [none, *highest(context, *said)]
    first, card = over[0], (*_CARD, str(over[0].episode))
    arguments = {"episode": str(first.episode), "rating": Percent(getattr(first, field)), "mark": Percent(limit)}
    counts = {"count": len(over), "total": len(ratings)}
    holds = True if "polar" in said else None
    return [say(f"ask-above{where}", {**counts, **arguments}, first, card=card, holds=holds)]


def ratings(context: AnswerContext) -> list[AnswerSentence]:
    """The run in two sentences: the last episode, the best and the average."""
    found = context.library.show.ratings
    if not found:
        return []
    best = highest(context)[: context.library.best_rating() is not found[-1]]
    average = context.facts("ratings", concept="average", card=_CARD)
    return [_drawn(context, found[-1], "ask-rating", _CARD), *best, *average]


def _drawn(context: AnswerContext, found: Rating, message: str, card: Card) -> AnswerSentence:
    arguments = {
        "episode": str(found.episode),
        "rating": Percent(found.nationwide),
        "seoul": Percent(found.seoul) if found.seoul is not None else "",
        "place": context.library.place_in_run(found),
    }
    return say(message if found.seoul is not None else f"{message}-nationwide", arguments, found, card=card)


def _measured(context: AnswerContext, found: Rating, measure: str, card: Card) -> list[AnswerSentence]:
    field, field_seoul, sources = _MEASURES[measure]
    figure, in_seoul = getattr(found, field), getattr(found, field_seoul, None)
    if figure is None:
        return context.missing(measure, found.key, "ratings", card=card)
    unit = int if measure == "viewers" else Percent
    message = f"ask-rating-{measure}" + ("-nationwide" if in_seoul is None and measure != "seoul" else "")
    arguments = {"figure": unit(figure), "seoul": "" if in_seoul is None else unit(in_seoul)}
    cited: tuple[str, ...] = getattr(found, sources, ())
    return [say(message, {"episode": str(found.episode), **arguments}, found, card=card, sources=cited)]


def _no_episode(context: AnswerContext, number: str) -> list[AnswerSentence]:
    """That an episode does not exist."""
    arguments = {"episode": number, "count": len(context.library.episodes)}
    return [say("ask-no-episode", arguments, card=_CARD, is_known=False)]


def compare(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """Whether the show did better than another one."""
    for ranking, original in zip(context.library.show.rankings, context.original.show.rankings, strict=True):
        ours = next((entry for entry in ranking.entries if entry.this_show), None)
        pairs = zip(ranking.entries, original.entries, strict=True)
        theirs = next((entry for entry, titled in pairs if slug(titled.title) == key), None)
        if ours and theirs:
            message = "ask-above-rival" if ours.rating > theirs.rating else "ask-below-rival"
            arguments = {"ours": Percent(ours.rating), "theirs": Percent(theirs.rating), "title": Prose(theirs.title)}
            return [say(message, arguments, ours, theirs, card=("ratings", "ladder"))]
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
    over = [
        Item("ask-rung", {"title": Prose(one.title), "rating": Percent(one.rating)})
        for one in ranking.entries[: place - 1]
    ]
    best = Percent(ranking.entries[place - 1].rating)
    arguments = {"place": place, "ranking": Prose(ranking.name), "date": Day(ranking.as_of), "rating": best}
    message = "ask-stands-below" if over else "ask-stands-first"
    return [say(message, {"above": over, **arguments}, ranking, card=("ratings", "ladder"))]


def aired(context: AnswerContext, number: str) -> list[AnswerSentence]:
    """On which day an episode was shown."""
    episode = context.library.episodes.get(int(number))
    if not episode:
        return _no_episode(context, number)
    return [say("ask-aired", {"episode": number, "date": Day(episode.aired)}, episode, card=(*_CARD, number))]


def synopsis(context: AnswerContext, number: str) -> list[AnswerSentence]:
    """What happens in an episode, for those who have seen it."""
    episode = context.library.episodes.get(int(number))
    if not episode:
        return _no_episode(context, number)
    card = (*_CARD, number)
    return [stated(episode, card, text=episode.hint), stated(episode, card, episode.number, episode.synopsis)]


def minutes(context: AnswerContext, number: str) -> list[AnswerSentence]:
    """How long an episode is."""
    episode = context.library.episodes.get(int(number))
    if not episode or not episode.minutes:
        general = context.facts("runtime", concept="average", card=("show", "extras"))
        return context.missing("how-long", "episodes", card=_CARD) + general
    arguments = {"episode": number, "minutes": episode.minutes}
    return [say("ask-minutes", arguments, card=(*_CARD, number), sources=episode.minutes_sources)]


def netflix_weeks(context: AnswerContext) -> list[AnswerSentence]:
    """For how many weeks it stood in the chart."""
    weeks = context.library.show.weeks
    if not weeks:
        return []
    dates = {"first": Day(weeks[0].starts), "last": Day(weeks[-1].ends)}
    return [say("ask-weeks", {"weeks": len(weeks), **dates}, *weeks, card=_NETFLIX)]


def netflix_first(context: AnswerContext, *said: str) -> list[AnswerSentence]:
    """Whether and when it stood first."""
    first = [week for week in context.library.show.weeks if week.rank == 1]
    holds = bool(first) if said else None
    if not first:
        return [replace(part, holds=holds) for part in netflix_rank(context)]
    spans = [_span(week) for week in first]
    return [say("ask-weeks-first", {"weeks": len(first), "spans": spans}, *first, card=_NETFLIX, holds=holds)]


def netflix_rank(context: AnswerContext) -> list[AnswerSentence]:
    """Its best place, and when."""
    weeks = context.library.show.weeks
    if not weeks:
        return []
    best = min(weeks, key=lambda week: week.rank)
    arguments = {"rank": best.rank, "span": _span(best), "start": weeks[0].rank, "week": best.number}
    return [say("ask-best-rank", arguments, best, card=_NETFLIX)]


def netflix_week(context: AnswerContext, number: str) -> list[AnswerSentence]:
    """One week of the chart."""
    week = next(week for week in context.library.show.weeks if week.number == int(number))
    figures = {"rank": week.rank, "hours": Millions(week.hours), "views": Millions(week.views)}
    return [say("ask-week", {"week": number, "span": _span(week), **figures}, week, card=_NETFLIX)]


def netflix_hours(context: AnswerContext, period: str = "") -> list[AnswerSentence]:
    """How many hours were watched: in a period, or by the newest counts."""
    show = context.library.show
    if period:
        return [_reported(report) for report in show.reports if period in _periods(report)]
    if show.reports:
        longest = max(show.reports, key=lambda report: (report.ends - report.starts).days)
        return [_reported(longest), *(_reported(report) for report in show.reports[:1] if report is not longest)]
    return [
        say("ask-total", {"date": Day(last.as_of), "hours": Millions(last.hours)}, last, card=_NETFLIX)
        for last in show.totals[-1:]
    ]


def netflix_best_week(context: AnswerContext) -> list[AnswerSentence]:
    """The weeks with the most hours and the most views."""
    weeks = context.library.show.weeks
    if not weeks:
        return []
    by_hours, by_views = max(weeks, key=lambda week: week.hours), max(weeks, key=lambda week: week.views)
    hours = {"hours": Millions(by_hours.hours), "span": _span(by_hours)}
    views = {"views": Millions(by_views.views), "other": _span(by_views)}
    return [say("ask-best-week", {**hours, **views}, by_hours, by_views, card=_NETFLIX)]


def _span(week: Week) -> Item:
    return Item("ask-span", {"first": Day(week.starts), "last": Day(week.ends)})


def _reported(report: Report) -> AnswerSentence:
    figures = {"hours": Millions(report.hours), "views": Millions(report.views or 0)}
    message = "ask-report-views" if report.views is not None else "ask-report"
    return say(
        message, {"period": Prose(report.period), "rank": Prose(report.rank or ""), **figures}, report, card=_NETFLIX
    )


def _periods(report: Report) -> set[str]:
    """The ways in which a question may name the period of a report."""
    year = str(report.starts.year)
    if report.starts.year != report.ends.year:
        return set()
    months = (report.starts.month, report.ends.month)
    halves = {(1, 6): {"h1", f"{year}-h1"}, (7, 12): {"h2", f"{year}-h2"}, (1, 12): {year}}
    return halves.get(months, set())
