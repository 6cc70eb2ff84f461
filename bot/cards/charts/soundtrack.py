"""The singles by release date, beside the episodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.charts.common import chart, show_title
from bot.pictures import specs

if TYPE_CHECKING:
    from bot.cards.reader import Reader
    from bot.pictures.cache import Picture


def soundtrack_chart(reader: Reader) -> Picture | None:
    """The singles by release date, next to the episodes, or None if no date is known."""
    words, library = reader.words, reader.library
    released = {track.key: track.release.date for track in library.songs() if track.release}
    if not released:
        return None
    aired = [episode.aired for episode in library.show.episodes]
    days = sorted({*released.values(), *aired})
    years = dict.fromkeys(words.date(day, "year") for day in days)
    one_year = len(years) == 1
    rows: list[specs.Day] = []
    for before, day in zip([days[0], *days], days, strict=False):
        tracks = [library.tracks[key] for key, date in released.items() if date == day]
        releases = (
            specs.Release(
                part=words.number(track.part or 0),
                title=track.title.in_language(words.language),
                singer=library.singers[track.singer].name.in_language(words.language) if track.singer else "",
            )
            for track in tracks
        )
        episodes = tuple(words.number(episode.number) for episode in library.show.episodes if episode.aired == day)
        written = words.day_of_year(day) if one_year else words.short_date(day)
        rows.append(specs.Day(day=written, gap=(day - before).days, episodes=episodes, releases=tuple(releases)))
    spec = specs.Timeline(
        language=words.language,
        title=words("chart-ost-title", show=show_title(reader)),
        subtitle=words("chart-ost-subtitle", year="–".join([*years][:: max(len(years) - 1, 1)])),
        column_titles=(words("chart-day"), words("chart-episode"), words("chart-single")),
        days=tuple(rows),
    )
    alt = words(
        "chart-ost-alt",
        show=show_title(reader),
        count=len(released),
        first=words.date(min(released.values())),
        last=words.date(max(released.values())),
    )
    return chart("soundtrack", alt, spec)
