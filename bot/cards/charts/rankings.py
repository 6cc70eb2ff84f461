"""Where the show ranks among other dramas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.charts.common import chart, show_title
from bot.pictures import specs

if TYPE_CHECKING:
    from bot.cards.reader import Reader
    from bot.pictures.cache import Picture
    from data.records import Ranking


def rankings_chart(reader: Reader) -> Picture | None:
    """The rankings that list the show, or None if none does."""
    words, library = reader.words, reader.library
    shown = [ranking for ranking in library.show.rankings if library.place_on(ranking)]
    if not shown:
        return None
    own = next(entry for entry in shown[0].entries if entry.this_show)
    places = [words("chart-rankings-place", place=library.place_on(ranking)) for ranking in shown]
    alt = words(
        "chart-rankings-alt",
        count=len(shown),
        show=show_title(reader),
        date=words.date(max(ranking.as_of for ranking in shown)),
        rating=words.percent(own.rating),
        places=words.join(places),
    )
    title = words("chart-rankings-title", show=show_title(reader))
    rankings = tuple(_ranking(reader, ranking) for ranking in shown)
    return chart("ladder", alt, specs.BarChart(language=words.language, title=title, rankings=rankings))


def _ranking(reader: Reader, ranking: Ranking) -> specs.Ranking:
    words = reader.words
    bars = (
        specs.Bar(
            rank=words.number(place),
            label=entry.title,
            value=entry.rating,
            value_text=words.percent(entry.rating),
            detail=" · ".join(filter(None, [entry.channel, words.short_date(entry.aired)])) if entry.aired else "",
            highlighted=entry.this_show,
        )
        for place, entry in enumerate(ranking.entries, start=1)
    )
    heading = words("rankings-heading", ranking=ranking.name, date=words.date(ranking.as_of))
    return specs.Ranking(heading=heading, bars=tuple(bars))
