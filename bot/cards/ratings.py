"""Ratings at ``ratings``: the finale and the curve.

``ratings/all`` has the figures of every episode, ``ratings/<episode>`` one of them, with its details at
``ratings/<episode>/figures`` and its story at ``ratings/<episode>/story``. ``ratings/records`` has averages and
milestones, ``ratings/ladder`` the rankings, ``ratings/netflix`` the weeks there, ``ratings/totals`` the hours viewed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards import suggestions
from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import CardBuilder, record_or_404
from bot.cards.charts.netflix import netflix_chart
from bot.cards.charts.rankings import rankings_chart
from bot.cards.charts.ratings import ratings_chart
from bot.cards.formatting import bilingual
from bot.cards.layout import SelectOption, Suggestion
from bot.cards.text import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.cards.reader import Reader
    from data.records import Episode, Rating

MOST_SONGS = 2
"""Songs of an episode with a button of their own."""


def build(reader: Reader, address: Address) -> CardBuilder:
    """The card at an address of this command. Raises :class:`NoSuchAddress`."""
    match address.path:
        case ("ratings",):
            return _overview(reader)
        case ("ratings", page) if page in PAGES:
            return PAGES[page](reader)
        case ("ratings", number):
            return _episode(reader, _numbered(reader, number))
        case ("ratings", number, page) if page in DETAILS:
            return DETAILS[page](reader, _numbered(reader, number))
        case _:
            raise NoSuchAddress(str(address))


def address(reader: Reader, episode: str) -> Address:
    """The address of the episode that is named, or of all ratings if the text is blank. Raises NoMatch."""
    # Without text there is nothing to look up, so the first answer after a start need not load the search.
    if not episode or reader.knowledge.names.is_blank(episode):
        return Address.to("ratings")
    key = suggestions.key_of(reader, episode, _shown_names)
    return Address.to("ratings", str(reader.knowledge.names.episode(key or episode).number))


def suggest(reader: Reader, typed: str) -> list[Suggestion]:
    """Suggest episodes by number or date."""
    found = [episode.key for episode in reader.knowledge.names.find_episodes(typed)]
    keys = suggestions.completed(reader, typed, _shown_names, found)
    episodes = {episode.key: episode for episode in reader.library.show.episodes}
    return [Suggestion(suggestion_name(reader, episodes[key]), key) for key in keys]


def _shown_names(reader: Reader) -> Iterator[tuple[str, str]]:
    for episode in reader.library.show.episodes:
        yield episode.key, suggestion_name(reader, episode)


def suggestion_name(reader: Reader, episode: Episode) -> str:
    """The name of a suggestion: number and date, nothing of the plot."""
    return f"{reader.words('episode', number=episode.number)} · {reader.words.date(episode.aired)}"


def _numbered(reader: Reader, number: str) -> Episode:
    return record_or_404({str(episode.number): episode for episode in reader.library.show.episodes}, number)


def _overview(reader: Reader) -> CardBuilder:
    """The rating of the finale, its rank, and the curve."""
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("ratings"))
    title = words("ratings-title", show=escape(library.show.about.title.in_language(words.language)))
    last = library.ratings.get(max(library.ratings, default=0))
    card.title(title, _finale(card, last) if last else words("ratings-none"), *_places(card))
    card.picture(ratings_chart(reader))
    card.placeholder = words("ratings-select")
    for rating in library.show.ratings:
        if rating.episode in library.episodes:
            card.option(*_option(reader, rating))
    card.detail(words("ratings-all-button"), _all(reader))
    card.detail(words("records-button"), _records(reader))
    if library.show.rankings:
        card.link(words("rankings-button"), "ratings", "ladder")
    if library.show.weeks:
        card.link(words("netflix-button"), "ratings", "netflix")
    return card


def _all(reader: Reader) -> CardBuilder:
    """The figures of every episode as text."""
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("ratings", "all"))
    card.title(words("ratings-all-title"), f"-# {words('ratings-measure')}")
    card.placeholder = words("ratings-select")
    for rating in library.show.ratings:
        _row(card, rating)
    card.disputes_link("episodes")
    card.footer_link(words("ratings-button"), "ratings")
    return card


def _records(reader: Reader) -> CardBuilder:
    """Averages, records and milestones."""
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("ratings", "records"))
    card.title(words("records-title"))
    card.facts(words("ratings-facts-heading"), library.facts("ratings"))
    card.facts(words("milestones-heading"), library.facts("milestones"), dated=True)
    card.disputes_link("ratings")
    card.footer_link(words("ratings-button"), "ratings")
    return card


def _finale(card: CardBuilder, rating: Rating) -> str:
    words, library = card.words, card.reader.library
    card.cite(words("episode", number=rating.episode), rating)
    episode = library.episodes.get(rating.episode)
    record = "ratings-finale-record" if library.best_rating() == rating else "ratings-finale"
    return words(
        record,
        rating=f"**{words.percent(rating.nationwide)}**",
        episode=rating.episode,
        date=card.date(episode.aired) if episode else "",
    )


def _places(card: CardBuilder) -> list[str]:
    words, library = card.words, card.reader.library
    lines: list[str] = []
    for ranking in library.show.rankings:
        if place := library.place_on(ranking):
            lines.append(words("ratings-place", place=place, ranking=escape(ranking.name)))
            card.cite(ranking.claim, ranking)
    return lines


def _option(reader: Reader, rating: Rating) -> SelectOption:
    name = reader.words("episode", number=rating.episode)
    label = f"{name} · {reader.words.percent(rating.nationwide)}"
    return SelectOption(label, Address.to("ratings", str(rating.episode)))


def _row(card: CardBuilder, rating: Rating) -> None:
    words, library = card.words, card.reader.library
    episode = library.episodes.get(rating.episode)
    day = f" · {words.day_of_year(episode.aired)}" if episode else ""
    seoul = f" · {words('rating-seoul', rating=words.percent(rating.seoul))}" if rating.seoul is not None else ""
    name = words("episode", number=rating.episode)
    confidence = card.confidence_label(rating)
    line = f"`{rating.episode:>2}` **{words.percent(rating.nationwide)}**{seoul}{day}{confidence}"
    card.text(line, _option(card.reader, rating) if episode else None)
    card.cite(words.labelled(name, words.percent(rating.nationwide)), rating)


def _episode(reader: Reader, episode: Episode) -> CardBuilder:
    """The rating, a hint at the story, and the songs, with buttons to the details."""
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("ratings", str(episode.number)))
    rating = library.ratings.get(episode.number)
    answer = _rating_line(card, rating) if rating else words("rating-unknown")
    card.title(f"{words('episode', number=episode.number)} · {card.date(episode.aired)}", answer)
    card.text(f"*{escape(episode.hint)}*")
    card.cite(episode.hint, episode)
    songs = list(dict.fromkeys(track.key for track, _scene in library.heard_in(episode)))
    titles = {key: library.tracks[key].title.in_language(words.language) for key in songs}
    if titles:
        card.text(words("episode-songs", titles=words.listed(f"**{escape(title)}**" for title in titles.values())))
    # The button says that it opens a spoiler, so it need not be said how much waits.
    card.link(words("episode-story-button"), "ratings", str(episode.number), "story", level=episode.number)
    card.detail(words("episode-figures-button"), _figures_and_scenes(reader, episode))
    card.disputes_link(*[episode.key, *([rating.key] if rating else [])])
    for key, title in list(titles.items())[:MOST_SONGS]:
        card.link(words("track-link", title=title), "ost", key)
    for number in (episode.number - 1, episode.number + 1):
        if number in library.episodes:
            card.footer_link(words("episode", number=number), "ratings", str(number))
    card.footer_link(words("ratings-button"), "ratings")
    return card


def _details(reader: Reader, episode: Episode, page: str) -> CardBuilder:
    """A detail page with a title and the way back, still without content."""
    name = reader.words("episode", number=episode.number)
    card = CardBuilder(reader, Address.to("ratings", str(episode.number), page))
    card.title(reader.words(f"episode-{page}-title", episode=name))
    card.footer_link(name, "ratings", str(episode.number))
    card.footer_link(reader.words("ratings-button"), "ratings")
    return card


def _story(reader: Reader, episode: Episode) -> CardBuilder:
    """What happens in an episode: in short, then an event or reason a line."""
    card = _details(reader, episode, "story")
    if episode.content_note and card.allows(episode.number):
        note = card.spoiler_after(escape(episode.content_note), episode.number)
        card.text(f"{reader.words('content-note')} {note}")
    if card.allows(episode.number):
        synopsis = card.spoiler_after(escape(episode.synopsis), episode.number)
        card.text(synopsis + card.confidence_label(episode))
        card.cite_sources(episode.synopsis, episode.sources, episode.confidence, after=episode.number)
    for beat in card.allowed(reader.library.beats_in(episode)):
        card.text(f"- {card.cited(beat.text, beat)}")
    return card


def _figures_and_scenes(reader: Reader, episode: Episode) -> CardBuilder:
    """All figures of an episode, where its songs play, and what else is known."""
    words, library = reader.words, reader.library
    card = _details(reader, episode, "figures")
    rating = library.ratings.get(episode.number)
    if rating:
        card.cite(words.percent(rating.nationwide), rating)
        _figures(card, rating)
    if episode.minutes:
        card.text(f"- {words('minutes', minutes=episode.minutes)}")
        card.cite_sources(words("minutes", minutes=episode.minutes), episode.minutes_sources)
    if rating and rating.note:
        card.text(f"-# {escape(rating.note)}")
    _songs_heard(card, episode)
    card.facts(words("facts-heading"), library.facts_about(episode.key))
    return card


DETAILS: Mapping[str, Callable[[Reader, Episode], CardBuilder]] = {"story": _story, "figures": _figures_and_scenes}
"""The detail pages of an episode, in the order of their buttons."""


def _rating_line(card: CardBuilder, rating: Rating) -> str:
    words, library = card.words, card.reader.library
    seoul = words("rating-seoul", rating=words.percent(rating.seoul)) if rating.seoul is not None else ""
    place = words("rating-in-run", place=library.place_in_run(rating), count=len(library.show.ratings))
    card.cite(words.percent(rating.nationwide), rating)
    nationwide = words("rating-drawn", rating=f"**{words.percent(rating.nationwide)}**") + card.confidence_label(rating)
    return "\n".join([" · ".join(filter(None, [nationwide, seoul])), place])


def _figures(card: CardBuilder, rating: Rating) -> None:
    words = card.words
    pairs = [
        ("rating-peak", rating.peak, words.percent),
        ("rating-peak-seoul", rating.peak_seoul, words.percent),
        ("rating-viewers", rating.viewers, words.number),
        ("rating-viewers-seoul", rating.viewers_seoul, words.number),
        ("rating-young", rating.age_20_49, words.percent),
        ("rating-young-seoul", rating.age_20_49_seoul, words.percent),
    ]
    for key, figure, written in pairs:
        if figure is not None:
            card.text(f"- {words(key, figure=written(figure))}")
    if rating.peak is not None:
        card.cite_sources(words("rating-peak", figure=words.percent(rating.peak)), rating.peak_sources)
    if rating.seoul is not None:
        card.cite_sources(words("rating-seoul", rating=words.percent(rating.seoul)), rating.seoul_sources)


def _songs_heard(card: CardBuilder, episode: Episode) -> None:
    heard = [one for one in card.reader.library.heard_in(episode) if card.allows(one.scene.after_episode)]
    if heard:
        card.heading(card.words("songs-heading"))
    for track, scene in heard:
        title = f"**{bilingual(card.reader, track.title)}**"
        card.text("- " + card.words.labelled(title, card.cited(scene.text, scene)))


def _ladder(reader: Reader) -> CardBuilder:
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("ratings", "ladder"))
    card.title(words("rankings-title"), *_places(card))
    card.picture(rankings_chart(reader))
    for ranking in library.show.rankings:
        card.heading(words("rankings-heading", ranking=escape(ranking.name), date=card.date(ranking.as_of)))
        card.text(f"{escape(ranking.claim)}{card.confidence_label(ranking)}")
        for place, entry in enumerate(ranking.entries, start=1):
            title = f"**{escape(entry.title)}**" if entry.this_show else escape(entry.title)
            behind = words.listed(filter(None, [entry.channel, card.date(entry.aired) if entry.aired else ""]))
            line = f"{place}. {title} {words.percent(entry.rating)}{words.aside(behind)}"
            note = f"\n  -# {escape(entry.note)}" if entry.note else ""
            card.text(f"{line}{card.confidence_label(entry)}{note}")
            cited = words.labelled(entry.title, words.percent(entry.rating))
            card.cite_sources(cited, entry.sources, entry.confidence)
        if ranking.note:
            card.text(f"-# {escape(ranking.note)}")
    card.disputes_link(*(ranking.key for ranking in library.show.rankings))
    card.detail(words("buzz-heading"), _buzz(reader))
    card.footer_link(words("ratings-button"), "ratings")
    return card


def _buzz(reader: Reader) -> CardBuilder:
    """How much the show was talked about, and what critics said."""
    card = CardBuilder(reader, Address.to("ratings", "buzz"))
    card.title(reader.words("buzz-heading"))
    for fact in reader.library.facts("buzz", "reviews"):
        day = f"**{card.date(fact.date, fact.precision)}** " if fact.date else ""
        card.text(f"- {day}{card.cited(fact.text, fact)}")
    card.footer_link(reader.words("rankings-button"), "ratings", "ladder")
    card.footer_link(reader.words("ratings-button"), "ratings")
    return card


def _netflix(reader: Reader) -> CardBuilder:
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("ratings", "netflix"))
    weeks, totals = library.show.weeks, library.show.totals
    answer = ""
    if weeks and totals:
        last = max(totals, key=lambda total: total.as_of)
        hours = words("hours", hours=last.hours)
        best = min(week.rank for week in weeks)
        answer = words("netflix-lead", weeks=len(weeks), best=best, hours=hours, date=card.date(last.as_of))
    card.title(words("netflix-title"), answer)
    card.picture(netflix_chart(reader))
    for week in weeks:
        row = words(
            "netflix-week",
            week=week.number,
            end=words.day_of_year(week.ends),
            rank=week.rank,
            hours=week.hours,
            views=week.views,
        )
        note = f"\n-# {escape(week.note)}" if week.note else ""
        card.text(f"{row}{note}")
        card.cite(row, week)
    card.detail(words("totals-button"), _totals(reader))
    card.disputes_link("netflix")
    card.footer_link(words("ratings-button"), "ratings")
    return card


def _totals(reader: Reader) -> CardBuilder:
    """How many hours were viewed in all, and what else is known about the figures."""
    words, show = reader.words, reader.library.show
    card = CardBuilder(reader, Address.to("ratings", "totals"))
    card.title(words("totals-title"))
    if show.totals:
        card.heading(words("totals-heading"))
    for total in show.totals:
        views = words("views", views=total.views) if total.views is not None else ""
        figures = " · ".join(filter(None, [words("hours", hours=total.hours), views]))
        note = f"\n  -# {escape(total.note)}" if total.note else ""
        line = f"{words('total-up-to', date=card.date(total.as_of))} {figures}"
        card.text(f"- {line}{card.confidence_label(total)}{note}")
        card.cite(line, total)
    if show.reports:
        card.heading(words("reports-heading"))
    for report in show.reports:
        views = words("views", views=report.views) if report.views is not None else ""
        parts = [words("hours", hours=report.hours), views, escape(report.rank or "")]
        line = words.labelled(f"**{escape(report.period)}**", " · ".join(filter(None, parts)))
        note = f"\n  -# {escape(report.note)}" if report.note else ""
        card.text(f"- {line}{card.confidence_label(report)}{note}")
        card.cite(words.labelled(report.period, parts[0]), report)
    card.facts(words("facts-heading"), reader.library.facts("netflix", "reading-figures"))
    card.footer_link(words("netflix-button"), "ratings", "netflix")
    card.footer_link(words("ratings-button"), "ratings")
    return card


PAGES: Mapping[str, Callable[[Reader], CardBuilder]] = {
    "all": _all,
    "records": _records,
    "ladder": _ladder,
    "buzz": _buzz,
    "netflix": _netflix,
    "totals": _totals,
}
"""The cards behind the first one."""
