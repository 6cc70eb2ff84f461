"""The ratings over the episodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.charts.common import chart, show_title
from bot.pictures import specs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cards.reader import Reader
    from bot.pictures.cache import Picture
    from data.records import Rating

MAX_GRID_LINES = 4
"""Lines of the grid above the baseline."""


def ratings_chart(reader: Reader) -> Picture | None:
    """The ratings by episode, or None if fewer than two are known."""
    words, library = reader.words, reader.library
    ratings = [library.ratings[number] for number in sorted(library.ratings)]
    best = library.best_rating()
    if best is None or len(ratings) < 2:
        return None
    seconds = [rating.seoul for rating in ratings if rating.seoul is not None]
    spec = specs.LineChart(
        language=words.language,
        title=words("chart-ratings-title", show=show_title(reader)),
        subtitle=words("chart-ratings-subtitle"),
        first_name=words("chart-nationwide"),
        second_name=words("chart-capital") if seconds else "",
        points=tuple(
            specs.Point(episode=rating.episode, value=rating.nationwide, second_value=rating.seoul)
            for rating in ratings
        ),
        annotations=tuple(_marks(reader, ratings[-1], best)),
        second_peak=words.percent(max(seconds)) if seconds else "",
        x_title=words("chart-episodes"),
        y_ticks={height: words.percent(height) for height in _ticks(max([best.nationwide, *seconds]))},
    )
    alt = words(
        "chart-ratings-alt",
        show=show_title(reader),
        first=ratings[0].episode,
        last=ratings[-1].episode,
        start=words.percent(ratings[0].nationwide),
        end=words.percent(ratings[-1].nationwide),
        best=words.percent(best.nationwide),
        record=best.episode,
    )
    return chart("ratings", alt, spec)


def _marks(reader: Reader, finale: Rating, best: Rating) -> Iterator[specs.Annotation]:
    told = {"finale": finale, "record": best} if finale is not best else {"finale-record": best}
    for what, rating in told.items():
        text = reader.words(f"chart-{what}", rating=reader.words.percent(rating.nationwide))
        yield specs.Annotation(episode=rating.episode, text=text)


def _ticks(highest: float) -> range:
    """Round values for the lines of the grid."""
    step = next(step for step in (1, 2, 5, 10, 20, 25) if highest / step < MAX_GRID_LINES + 1)
    return range(0, int(highest) + 1, step)
