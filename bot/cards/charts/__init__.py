"""What the pictures of a show contain, and their alt texts. Nothing is drawn here.

A chart for which the show has no facts is None. A chart shows what its reader's spoiler level allows.
"""

from __future__ import annotations

from functools import partial
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


def charts_for(reader: Reader) -> Iterator[Picture]:
    """Every picture of a show for a reader's language and spoiler level."""
    makers = [ratings_chart, rankings_chart, netflix_chart, soundtrack_chart, relationships_chart, spoilers_chart]
    makers += [partial(ego_chart, member=member) for member in reader.library.show.members]
    yield from filter(None, (make(reader) for make in makers))


def all_charts(reader: Reader) -> list[Picture]:
    """Every picture of a show in a language, for readers of every spoiler level. Levels may share pictures."""
    levels = range(reader.library.last_episode + 1)
    found = [picture for level in levels for picture in charts_for(reader._replace(level=level))]
    return list({picture.digest: picture for picture in found}.values())
