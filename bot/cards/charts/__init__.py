"""What the pictures of a show contain, and their alt texts. Nothing is drawn here.

A chart for which the show has no facts is None. A chart shows what its reader's spoiler level allows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.charts.ego import ego_chart
from bot.cards.charts.netflix import netflix_chart
from bot.cards.charts.rankings import rankings_chart
from bot.cards.charts.ratings import ratings_chart
from bot.cards.charts.relationships import relationships_chart, spoilers_chart
from bot.cards.charts.soundtrack import soundtrack_chart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cards.reader import Reader
    from bot.pictures.cache import Picture


def all_charts(reader: Reader) -> Iterator[Picture]:
    """Every picture of a show in one language: those without spoilers, and the chart of all spoilers."""
    shared = (ratings_chart, rankings_chart, netflix_chart, soundtrack_chart, relationships_chart)
    for make in shared:
        if found := make(reader):
            yield found
    if found := spoilers_chart(reader._replace(level=reader.library.last_episode)):
        yield found
    for member in reader.library.show.members:
        if found := ego_chart(reader, member):
            yield found
