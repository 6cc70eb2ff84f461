"""``ratings``: finale, record and table; ``ratings/<episode>``, ``ratings/ladder``, ``ratings/netflix``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards import charts
from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import Jump, Offer, Sheet, plain, shelved
from bot.cards.formatting import bilingual

if TYPE_CHECKING:
    from bot.cards.builder import Reader
    from data.records import Episode, Rating


def sheet(reader: Reader, address: Address) -> Sheet:
    """The card at an address of this family; raises :class:`NoSuchAddress`."""
    match address.path:
        case ("ratings",):
            return _overview(reader)
        case ("ratings", "ladder"):
            return _ladder(reader)
        case ("ratings", "netflix"):
            return _netflix(reader)
        case ("ratings", number):
            episodes = {str(episode.number): episode for episode in reader.library.show.episodes}
            return _episode(reader, shelved(episodes, number))
        case _:
            raise NoSuchAddress(str(address))


def address(reader: Reader, episode: str) -> Address:
    """The card of the episode that a fan named, or the whole run when none is; raises NoMatch."""
    library = reader.library
    return Address.to("ratings", *(() if library.is_blank(episode) else (str(library.episode(episode).number),)))


def offers(reader: Reader, typed: str) -> list[Offer]:
    """Episodes by number."""
    return [Offer(suggestion(reader, one), one.key) for one in reader.library.find_episodes(typed)]


def suggestion(reader: Reader, episode: Episode) -> str:
    """An episode as autocomplete offers it; nothing of its plot."""
    return f"{reader.words('episode', number=episode.number)} · {reader.words.date(episode.aired)}"


def _overview(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = Sheet(reader, Address.to("ratings"))
    title = words("ratings-title", show=plain(library.show.about.title.in_language(words.language)))
    last = library.ratings.get(max(library.ratings, default=0))
    sheet.head(title, _finale(sheet, last) if last else words("ratings-none"), *_places(sheet))
    sheet.picture(charts.curve(reader))
    for rating in library.show.ratings:
        _row(sheet, rating)
    sheet.text(f"-# {words('ratings-measure')}")
    sheet.facts(words("ratings-facts-heading"), library.facts("ratings"))
    sheet.facts(words("milestones-heading"), library.facts("milestones"), dated=True)
    sheet.disagreements("ratings", "episodes")
    if library.show.ladders:
        sheet.link(words("ladder-button"), "ratings", "ladder")
    if library.show.weeks:
        sheet.link(words("netflix-button"), "ratings", "netflix")
    sheet.foot(words("show-button"), "show")
    return sheet


def _finale(sheet: Sheet, rating: Rating) -> str:
    words, library = sheet.words, sheet.reader.library
    sheet.cite(words("episode", number=rating.episode), rating)
    episode = library.episodes.get(rating.episode)
    record = "ratings-finale-record" if library.best_rating() == rating else "ratings-finale"
    return words(
        record,
        rating=f"**{words.percent(rating.nationwide)}**",
        episode=rating.episode,
        date=sheet.date(episode.aired) if episode else "",
    )


def _places(sheet: Sheet) -> list[str]:
    words, library = sheet.words, sheet.reader.library
    lines: list[str] = []
    for ladder in library.show.ladders:
        if place := library.place_on(ladder):
            day = sheet.date(ladder.as_of)
            lines.append(words("ratings-place", place=place, ladder=plain(ladder.name), date=day))
            sheet.cite(ladder.claim, ladder)
    return lines


def _row(sheet: Sheet, rating: Rating) -> None:
    words, library = sheet.words, sheet.reader.library
    episode = library.episodes.get(rating.episode)
    day = f" · {words.weekday(episode.aired)} {words.short_date(episode.aired)}" if episode else ""
    seoul = f" · {words('rating-seoul', rating=words.percent(rating.seoul))}" if rating.seoul is not None else ""
    name = words("episode", number=rating.episode)
    jump = Jump(f"{name} · {words.percent(rating.nationwide)}", Address.to("ratings", str(rating.episode)))
    line = f"`{rating.episode:>2}` **{words.percent(rating.nationwide)}**{seoul}{day}{sheet.mark(rating.sure)}"
    sheet.text(line, jump if episode else None)
    sheet.cite(f"{name}: {words.percent(rating.nationwide)}", rating)


def _episode(reader: Reader, episode: Episode) -> Sheet:
    words, library = reader.words, reader.library
    sheet = Sheet(reader, Address.to("ratings", str(episode.number)))
    rating = library.ratings.get(episode.number)
    name = words("episode", number=episode.number)
    sheet.head(f"{name} · {sheet.date(episode.aired)}", _drawn(sheet, rating) if rating else words("rating-unknown"))
    if rating:
        _figures(sheet, rating)
    sheet.text(f"*{plain(episode.hint)}*")
    sheet.cite(episode.hint, episode)
    if episode.content_note:
        sheet.text(f"{words('content-note')} {sheet.kept(plain(episode.content_note), episode.number)}")
    sheet.text(sheet.kept(plain(episode.synopsis), episode.number) + sheet.mark(episode.sure))
    if episode.minutes:
        sheet.cite_named(words("minutes", minutes=episode.minutes), episode.minutes_sources)
    _songs_heard(sheet, episode)
    keys = [episode.key, *([rating.key] if rating else [])]
    sheet.facts(words("facts-heading"), library.facts_about(episode.key))
    sheet.disagreements(*keys)
    for number, word in ((episode.number - 1, "episode-before"), (episode.number + 1, "episode-after")):
        if number in library.episodes:
            sheet.foot(words(word), "ratings", str(number))
    sheet.foot(words("ratings-button"), "ratings")
    return sheet


def _drawn(sheet: Sheet, rating: Rating) -> str:
    words, library = sheet.words, sheet.reader.library
    seoul = words("rating-seoul", rating=words.percent(rating.seoul)) if rating.seoul is not None else ""
    place = words("rating-in-run", place=library.place_in_run(rating), count=len(library.show.ratings))
    sheet.cite(words.percent(rating.nationwide), rating)
    drawn = words("rating-drawn", rating=f"**{words.percent(rating.nationwide)}**") + sheet.mark(rating.sure)
    return " · ".join(filter(None, [drawn, seoul, place]))


def _figures(sheet: Sheet, rating: Rating) -> None:
    words = sheet.words
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
            sheet.text(f"- {words(key, figure=written(figure))}")
    if rating.peak is not None:
        sheet.cite_named(words("rating-peak", figure=words.percent(rating.peak)), rating.peak_sources)
    if rating.seoul is not None:
        sheet.cite_named(words("rating-seoul", rating=words.percent(rating.seoul)), rating.seoul_sources)
    episode = sheet.reader.library.episodes[rating.episode]
    if episode.minutes:
        sheet.text(f"- {words('minutes', minutes=episode.minutes)}")
    if rating.note:
        sheet.text(f"-# {plain(rating.note)}")


def _songs_heard(sheet: Sheet, episode: Episode) -> None:
    heard = sheet.reader.library.heard_in(episode)
    if heard:
        sheet.heading(sheet.words("songs-heading"))
    for track, scene in heard:
        title = f"**{bilingual(sheet.reader, track.title)}**"
        sheet.text(f"- {title}: {sheet.stated(scene.text, scene)}")
    for track in dict.fromkeys(track.key for track, _scene in heard):
        title = sheet.reader.library.tracks[track].title.in_language(sheet.words.language)
        sheet.link(sheet.words("track-link", title=title), "ost", track)


def _ladder(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = Sheet(reader, Address.to("ratings", "ladder"))
    sheet.head(words("ladder-title"), *_places(sheet))
    sheet.picture(charts.ladders(reader))
    for ladder in library.show.ladders:
        sheet.heading(words("ladder-heading", ladder=plain(ladder.name), date=sheet.date(ladder.as_of)))
        sheet.text(f"{plain(ladder.claim)}{sheet.mark(ladder.sure)}")
        for place, rung in enumerate(ladder.rungs, start=1):
            title = f"**{plain(rung.title)}**" if rung.this_show else plain(rung.title)
            behind = [rung.channel or "", sheet.date(rung.aired) if rung.aired else "", plain(rung.note or "")]
            more = ", ".join(filter(None, behind))
            line = f"{place}. {title} {words.percent(rung.rating)}" + (f" ({more})" if more else "")
            sheet.text(line + sheet.mark(rung.sure))
            sheet.cite_named(f"{rung.title}: {words.percent(rung.rating)}", rung.sources, rung.sure)
        if ladder.note:
            sheet.text(f"-# {plain(ladder.note)}")
        sheet.disagreements(ladder.key)
    sheet.foot(words("ratings-button"), "ratings")
    return sheet


def _netflix(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = Sheet(reader, Address.to("ratings", "netflix"))
    weeks, totals = library.show.weeks, library.show.totals
    answer = ""
    if weeks and totals:
        last = max(totals, key=lambda total: total.as_of)
        hours = words("hours", hours=words.number(last.hours))
        best = min(week.rank for week in weeks)
        answer = words("netflix-lead", weeks=len(weeks), best=best, hours=hours, date=sheet.date(last.as_of))
    sheet.head(words("netflix-title"), answer)
    sheet.picture(charts.weeks(reader))
    for week in weeks:
        row = words(
            "netflix-week",
            week=week.number,
            end=words.short_date(week.ends),
            rank=week.rank,
            hours=words.number(week.hours),
            views=words.number(week.views),
        )
        note = f"\n  -# {plain(week.note)}" if week.note else ""
        sheet.text(f"{row}{note}")
        sheet.cite(row, week)
    _totals(sheet)
    sheet.facts(words("facts-heading"), library.facts("netflix", "reading-figures"))
    sheet.disagreements("netflix")
    sheet.foot(words("ratings-button"), "ratings")
    return sheet


def _totals(sheet: Sheet) -> None:
    words, show = sheet.words, sheet.reader.library.show
    if show.totals:
        sheet.heading(words("totals-heading"))
    for total in show.totals:
        views = words("views", views=words.number(total.views)) if total.views is not None else ""
        figures = " · ".join(filter(None, [words("hours", hours=words.number(total.hours)), views]))
        note = f"\n  -# {plain(total.note)}" if total.note else ""
        line = f"{words('total-up-to', date=sheet.date(total.as_of))} {figures}"
        sheet.text(f"- {line}{sheet.mark(total.sure)}{note}")
        sheet.cite(line, total)
    if show.reports:
        sheet.heading(words("reports-heading"))
    for report in show.reports:
        views = words("views", views=words.number(report.views)) if report.views is not None else ""
        parts = [words("hours", hours=words.number(report.hours)), views, plain(report.rank or "")]
        line = f"**{plain(report.period)}**: {' · '.join(filter(None, parts))}"
        note = f"\n  -# {plain(report.note)}" if report.note else ""
        sheet.text(f"- {line}{sheet.mark(report.sure)}{note}")
        sheet.cite(f"{report.period}: {report.hours}", report)
