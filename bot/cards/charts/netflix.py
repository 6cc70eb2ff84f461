"""The weeks in the Netflix Top 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.charts.common import chart, show_title
from bot.pictures import specs

if TYPE_CHECKING:
    from bot.cards.reader import Reader
    from bot.pictures.cache import Picture


def netflix_chart(reader: Reader) -> Picture | None:
    """Hours viewed and rank of each week, or None without facts."""
    words, found = reader.words, reader.library.show.weeks
    if not found:
        return None
    best = min(week.rank for week in found)
    alt = words(
        "chart-netflix-alt",
        show=show_title(reader),
        weeks=len(found),
        first=words.date(found[0].starts),
        last=words.date(found[-1].ends),
        hours=max(week.hours for week in found),
        rank=best,
    )
    rows = (
        specs.Week(
            number=words.number(week.number),
            day=words.short_date(week.ends),
            value=week.hours,
            value_text=words.number(week.hours),
            rank=words("chart-rank-of", rank=week.rank),
            is_best=week.rank == best,
        )
        for week in found
    )
    spec = specs.WeeklyChart(
        language=words.language,
        title=words("chart-netflix-title", show=show_title(reader)),
        subtitle=words("chart-netflix-subtitle"),
        column_titles=(words("chart-week"), words("chart-hours"), words("chart-rank")),
        weeks=tuple(rows),
    )
    return chart("netflix", alt, spec)
