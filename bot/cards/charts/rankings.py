"""Where the show ranks among other dramas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.charts.common import chart, show_title
from bot.pictures import specs

if TYPE_CHECKING:
    from bot.cards.reader import Reader
    from bot.pictures.cache import Picture
    from data.records import Ladder


def rankings_chart(reader: Reader) -> Picture | None:
    """Where the show stands among others."""
    words, library = reader.words, reader.library
    shown = [ladder for ladder in library.show.ladders if library.place_on(ladder)]
    if not shown:
        return None
    own = next(rung for rung in shown[0].rungs if rung.this_show)
    places = [words("chart-ladder-place", place=library.place_on(ladder)) for ladder in shown]
    alt = words(
        "chart-ladder-alt",
        count=len(shown),
        show=show_title(reader),
        date=words.date(max(ladder.as_of for ladder in shown)),
        rating=words.percent(own.rating),
        places=words.join(places),
    )
    title = words("chart-ladder-title", show=show_title(reader))
    rankings = tuple(_ranking(reader, ladder) for ladder in shown)
    return chart("ladder", alt, specs.BarChart(language=words.language, title=title, rankings=rankings))


def _ranking(reader: Reader, ladder: Ladder) -> specs.Ranking:
    words = reader.words
    bars = (
        specs.Bar(
            place=words.number(place),
            text=rung.title,
            value=rung.rating,
            figure=words.percent(rung.rating),
            detail=" · ".join(filter(None, [rung.channel, words.short_date(rung.aired)])) if rung.aired else "",
            marked=rung.this_show,
        )
        for place, rung in enumerate(ladder.rungs, start=1)
    )
    heading = words("ladder-heading", ladder=ladder.name, date=words.date(ladder.as_of))
    return specs.Ranking(heading=heading, bars=tuple(bars))
