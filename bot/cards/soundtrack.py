"""``ost``: the singles; ``ost/disc/2``, ``ost/album``, ``ost/charts``, ``ost/singer/<key>``, ``ost/<track>``."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from bot.cards import cast, charts
from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import OPTION, Jump, Offer, Sheet, plain, shelved, shortened
from bot.cards.formatting import awards, bilingual, suggestion_labels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.cards.builder import Reader
    from data.records import Disc, Name, Sure, Track

PER_PAGE = 20

MUSIC_SERVICES = {
    "Spotify": "https://open.spotify.com/search/{}",
    "YouTube Music": "https://music.youtube.com/search?q={}",
    "Apple Music": "https://music.apple.com/search?term={}",
    "Melon": "https://www.melon.com/search/total/index.htm?q={}",
    "Deezer": "https://www.deezer.com/search/{}",
}
"""Where a track can be looked for; a search, since no address of a recording is among the facts."""


def sheet(reader: Reader, address: Address) -> Sheet:
    """The card at an address of this family; raises :class:`NoSuchAddress`."""
    match address.path:
        case ("ost",):
            return _overview(reader)
        case ("ost", "album"):
            return _album(reader)
        case ("ost", "charts"):
            return _charts(reader)
        case ("ost", "disc", number):
            discs = {str(disc.number): disc for disc in reader.library.show.discs}
            return _disc(reader, shelved(discs, number))
        case ("ost", "singer", key):
            return _singer(reader, key)
        case ("ost", key):
            return _track(reader, shelved(reader.library.tracks, key))
        case _:
            raise NoSuchAddress(str(address))


def address(reader: Reader, track: str) -> Address:
    """The card of the track that a fan named, or the soundtrack when none is; raises NoMatch or Ambiguous."""
    library = reader.library
    return Address.to("ost", *(() if library.is_blank(track) else (library.track(track).key,)))


def offers(reader: Reader, typed: str) -> list[Offer]:
    """Tracks by title, singer or part."""
    return [Offer(suggestion(reader, one, typed), one.key) for one in reader.library.find_tracks(typed)]


def label(reader: Reader, track: Track) -> str:
    """Return a track and its singer in few words."""
    return _label(reader, track, lambda name: name.in_language(reader.words.language))


def _label(reader: Reader, track: Track, form: Callable[[Name], str]) -> str:
    singer = reader.library.singers.get(track.singer or "")
    return " · ".join(form(name) for name in ((track.title, singer.name) if singer else (track.title,)))


def suggestion(reader: Reader, track: Track, typed: str) -> str:
    """Return the autocomplete label of a track: in the script that the fan types in, then in another one."""
    first, second = suggestion_labels(reader, typed, lambda form: _label(reader, track, form))
    part = f" · {reader.words('ost-part', part=track.part)}" if track.part else ""
    return shortened(first + part if first == second else f"{first}{part} ({second})", OPTION)


def _overview(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = Sheet(reader, Address.to("ost"), per_page=PER_PAGE)
    songs = library.songs()
    days = sorted(track.release.date for track in songs if track.release)
    sheet.head(
        words("ost-title", show=plain(library.show.about.title.in_language(words.language))),
        words("ost-lead", count=len(songs), first=sheet.date(days[0]), last=sheet.date(days[-1])) if days else "",
    )
    sheet.picture(charts.timeline(reader))
    for track in songs:
        _listed(sheet, track, number=str(track.part))
    for disc in library.show.discs:
        sheet.link(disc.name, "ost", "disc", str(disc.number))
    sheet.link(words("album-button"), "ost", "album")
    sheet.link(words("charts-button"), "ost", "charts")
    sheet.foot(words("cast-button"), "cast")
    sheet.foot(words("show-button"), "show")
    return sheet


def _listed(sheet: Sheet, track: Track, number: str = "") -> None:
    singer = sheet.reader.library.singers.get(track.singer or "")
    by = f" — {bilingual(sheet.reader, singer.name)}" if singer else ""
    day = f" · {sheet.words.short_date(track.release.date)}" if track.release else ""
    jump = Jump(label(sheet.reader, track), Address.to("ost", track.key))
    sheet.text(f"{number + '. ' if number else '- '}**{bilingual(sheet.reader, track.title)}**{by}{day}", jump)
    sheet.cite(track.title.latin, track)
    if track.release:
        sheet.cite_named(f"{track.title.latin}: {track.release.date}", track.release.sources, track.release.sure)


def _disc(reader: Reader, disc: Disc) -> Sheet:
    words, library = reader.words, reader.library
    sheet = Sheet(reader, Address.to("ost", "disc", str(disc.number)), per_page=PER_PAGE)
    known = words("disc-lead", known=len(disc.listing), total=disc.total)
    sheet.head(plain(disc.name), known + sheet.mark(disc.sure))
    sheet.cite(disc.name, disc)
    if disc.note:
        sheet.text(plain(disc.note))
    for place, key in enumerate(disc.listing, start=1):
        _listed(sheet, library.tracks[key], number=str(place) if disc.ordered else "")
    sheet.disagreements(disc.key)
    for other in library.show.discs:
        if other is not disc:
            sheet.link(other.name, "ost", "disc", str(other.number))
    sheet.link(words("album-button"), "ost", "album")
    sheet.foot(words("ost-button"), "ost")
    return sheet


def _album(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = Sheet(reader, Address.to("ost", "album"))
    facts = library.facts("album", "sales", "label", "line-up")
    sheet.head(words("album-title"), *(sheet.stated(fact.text, fact) for fact in facts[:1]))
    sheet.facts(words("album-heading"), facts[1:], dated=True)
    for edition in library.show.editions:
        sheet.heading(plain(edition.name))
        contents = "\n".join(f"- {plain(line)}" for line in edition.contents)
        note = f"\n-# {plain(edition.note)}" if edition.note else ""
        sheet.text(contents + sheet.mark(edition.sure) + note)
        sheet.cite(edition.name, edition)
    sheet.disagreements("album")
    for disc in library.show.discs:
        sheet.link(disc.name, "ost", "disc", str(disc.number))
    sheet.foot(words("ost-button"), "ost")
    return sheet


def _charts(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = Sheet(reader, Address.to("ost", "charts"))
    sheet.head(words("charts-title"), words("charts-lead"))
    _chart_lines(sheet, None)
    sheet.facts(words("facts-heading"), library.facts("charts"), dated=True)
    songs = {track.key for track in library.show.tracks}
    awards(sheet, [award for award in library.show.awards if songs & set(award.to)], recipient=True)
    for track in {chart.track: None for chart in library.show.charts if chart.track}:
        sheet.link(library.tracks[track].title.in_language(words.language), "ost", track)
    sheet.foot(words("ost-button"), "ost")
    return sheet


def _chart_lines(sheet: Sheet, track: Track | None) -> None:
    library = sheet.reader.library
    charts = [chart for chart in library.show.charts if track is None or chart.track == track.key]
    if charts:
        sheet.heading(sheet.words("charts-heading"))
    for chart in charts:
        title = ""
        if track is None and chart.track:
            title = f"**{plain(library.tracks[chart.track].title.in_language(sheet.words.language))}** "
        peak = f" {sheet.words('chart-peak', peak=chart.peak)}" if chart.peak else ""
        detail = f": {plain(chart.detail)}" if chart.detail else ""
        sheet.text(f"- {title}{plain(chart.chart)}{peak}{detail}{sheet.mark(chart.sure)}")
        sheet.cite(": ".join(filter(None, [chart.chart, chart.detail])), chart)


def _singer(reader: Reader, key: str) -> Sheet:
    words, library = reader.words, reader.library
    singer = shelved(library.singers, key)
    tracks = library.tracks_of(singer)
    sheet = Sheet(reader, Address.to("ost", "singer", key))
    titles = words.join([f"**{bilingual(reader, track.title)}**" for track in tracks])
    sheet.head(bilingual(reader, singer.name), words("singer-lead", titles=titles, count=len(tracks)))
    sheet.cite(singer.name.latin, singer)
    if singer.people:
        sheet.text(words("singer-people", names=", ".join(bilingual(reader, name) for name in singer.people)))
    if singer.group:
        sheet.text(words("singer-group", group=plain(singer.group)))
    sheet.facts(words("facts-heading"), singer.facts)
    for track in tracks:
        sheet.link(track.title.in_language(words.language), "ost", track.key)
        sheet.cite(track.title.latin, track)
    if singer.member:
        member = library.members[singer.member]
        sheet.link(cast.label(member, words.language), "cast", member.key)
    awards(sheet, library.awards_to(key))
    sheet.disagreements(key)
    sheet.foot(words("ost-button"), "ost")
    return sheet


def _track(reader: Reader, track: Track) -> Sheet:
    sheet = Sheet(reader, Address.to("ost", track.key))
    _track_head(sheet, track)
    _writing(sheet, track)
    _scenes(sheet, track)
    sheet.facts(sheet.words("facts-heading"), (*track.facts, *reader.library.facts_about(track.key)))
    _chart_lines(sheet, track)
    awards(sheet, reader.library.awards_to(track.key), recipient=True)
    if track.unknown:
        missing = sheet.words.join([sheet.words(f"track-unknown-{what}") for what in track.unknown])
        sheet.text(f"-# {sheet.words('track-unknown', missing=missing)}")
    sheet.disagreements(track.key)
    _track_links(sheet, track)
    return sheet


def _track_head(sheet: Sheet, track: Track) -> None:
    words = sheet.words
    singer = sheet.reader.library.singers.get(track.singer or "")
    part = words("ost-part", part=track.part) if track.part else words(f"track-kind-{track.kind}")
    sung = words("track-sung", singer=f"**{bilingual(sheet.reader, singer.name)}**") if singer else ""
    released = ""
    if track.release:
        time = words("track-time", time=track.release.time) if track.release.time else ""
        released = words("track-released", date=sheet.date(track.release.date), time=time)
        sheet.cite_named(released, track.release.sources, track.release.sure)
        released += sheet.mark(track.release.sure)
    sheet.head(bilingual(sheet.reader, track.title), " · ".join(filter(None, [sung, part, released])))
    sheet.cite(" ".join(track.title.forms), track)
    if singer:
        sheet.cite(singer.name.latin, singer)
    names = dict.fromkeys(filter(None, [track.romanized, *track.title.also]))
    if names:
        sheet.text(f"-# {words('track-also', names=', '.join(map(plain, names)))}")
    notes = [track.title_note, track.release.note if track.release else None]
    for note in filter(None, notes):
        sheet.text(f"-# {plain(note)}")


def _writing(sheet: Sheet, track: Track) -> None:
    writing = track.writing
    if not writing:
        return
    sure_of_lyrics: Sure = "single" if writing.lyrics_sources else writing.sure
    _wrote(sheet, "track-music", writing.music, writing.sure, writing.sources)
    _wrote(sheet, "track-lyrics", writing.lyrics, sure_of_lyrics, writing.lyrics_sources or writing.sources)
    if writing.note:
        sheet.text(f"-# {plain(writing.note)}")
        sheet.cite_named(writing.note, writing.sources, writing.sure)


def _wrote(sheet: Sheet, message: str, keys: Iterable[str], sure: Sure, sources: tuple[str, ...]) -> None:
    names = [sheet.reader.library.credits[key].name for key in keys]
    if names:
        said = sheet.words.join([bilingual(sheet.reader, name) for name in names])
        sheet.text(sheet.words(message, names=said) + sheet.mark(sure))
        cited = sheet.words.join([name.in_language(sheet.words.language) for name in names])
        sheet.cite_named(sheet.words(message, names=cited), sources, sure)


def _scenes(sheet: Sheet, track: Track) -> None:
    if track.scenes:
        sheet.heading(sheet.words("scenes-heading"))
    for scene in track.scenes:
        episode = f"**{sheet.words('episode', number=scene.episode)}**: " if scene.episode else ""
        sheet.text(f"- {episode}{sheet.stated(scene.text, scene)}")


def _track_links(sheet: Sheet, track: Track) -> None:
    words, library = sheet.words, sheet.reader.library
    singer = library.singers.get(track.singer or "")
    if singer:
        sheet.link(words("singer-link", name=singer.name.in_language(words.language)), "ost", "singer", singer.key)
    for number in sorted({scene.episode for scene in track.scenes if scene.episode in library.episodes}):
        sheet.link(words("episode", number=number), "ratings", str(number))
    if track.kind == "song":
        original = library.show.about.original_language
        names = (track.title, singer.name) if singer else (track.title,)
        sought = quote_plus(" ".join(name.in_language(original) for name in names))
        for name, url in MUSIC_SERVICES.items():
            sheet.web(words("listen", service=name), url.format(sought))
    neighbours = library.songs()
    if track in neighbours:
        place = neighbours.index(track)
        if place:
            sheet.foot(words("track-before"), "ost", neighbours[place - 1].key)
        if place + 1 < len(neighbours):
            sheet.foot(words("track-after"), "ost", neighbours[place + 1].key)
    sheet.foot(words("ost-button"), "ost")
