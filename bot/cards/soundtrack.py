"""The singles at ``ost`` and one track at ``ost/<track>``, with details at ``ost/<track>/about``.

Further cards are ``ost/timeline``, ``ost/album``, ``ost/disc/2``, ``ost/charts`` and ``ost/singer/<key>``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from bot.cards import cast, suggestions
from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import CardBuilder, Citation, record_or_404
from bot.cards.charts.soundtrack import soundtrack_chart
from bot.cards.formatting import awards, bilingual, suggestion_labels
from bot.cards.layout import MAX_OPTION, SelectOption, Suggestion
from bot.cards.text import escape, shorten, unescape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bot.cards.reader import Reader
    from data.records import Confidence, Disc, Name, Track

MUSIC_SERVICES = {
    "Spotify": "https://open.spotify.com/search/{}",
    "YouTube Music": "https://music.youtube.com/search?q={}",
    "Apple Music": "https://music.apple.com/search?term={}",
    "Melon": "https://www.melon.com/search/total/index.htm?q={}",
}
"""Search pages of music services. The facts have no addresses of recordings."""


def build(reader: Reader, address: Address) -> CardBuilder:
    """The card at an address of this command. Raises :class:`NoSuchAddress`."""
    match address.path:
        case ("ost",):
            return _overview(reader)
        case ("ost", page) if page in PAGES:
            return PAGES[page](reader)
        case ("ost", "disc", number):
            discs = {str(disc.number): disc for disc in reader.library.show.discs}
            return _disc(reader, record_or_404(discs, number))
        case ("ost", "singer", key):
            return _singer(reader, key)
        case ("ost", key):
            return _track(reader, record_or_404(reader.library.tracks, key))
        case ("ost", key, "about"):
            return _about(reader, record_or_404(reader.library.tracks, key))
        case _:
            raise NoSuchAddress(str(address))


def address(reader: Reader, track: str) -> Address:
    """The address of the track that is named, or of the soundtrack if blank. Raises NoMatch or Ambiguous."""
    # Without text there is nothing to look up, so the first answer after a start need not load the search.
    if not track or reader.knowledge.names.is_blank(track):
        return Address.to("ost")
    key = suggestions.key_of(reader, track, _shown_names)
    return Address.to("ost", key or reader.knowledge.names.track(track).key)


def suggest(reader: Reader, typed: str) -> list[Suggestion]:
    """Suggest tracks by title, singer, part or date."""
    found = [track.key for track in reader.knowledge.names.find_tracks(typed)]
    keys = suggestions.completed(reader, typed, _shown_names, found)
    return [Suggestion(suggestion_name(reader, reader.library.tracks[key], typed), key) for key in keys]


def _shown_names(reader: Reader) -> Iterator[tuple[str, str]]:
    for track in reader.library.show.tracks:
        singer = reader.library.singers.get(track.singer or "")
        for typed in suggestions.one_of_each_script((track.title, singer.name) if singer else (track.title,)):
            yield track.key, suggestion_name(reader, track, typed)


def label(reader: Reader, track: Track) -> str:
    """A short label: the title and the singer."""
    return _label(reader, track, lambda name: name.in_language(reader.words.language))


def _label(reader: Reader, track: Track, form: Callable[[Name], str]) -> str:
    singer = reader.library.singers.get(track.singer or "")
    return " · ".join(form(name) for name in ((track.title, singer.name) if singer else (track.title,)))


def suggestion_name(reader: Reader, track: Track, typed: str) -> str:
    """The name of a suggestion: in the script that the fan types in, then in another one."""
    first, second = suggestion_labels(reader, typed, lambda form: _label(reader, track, form))
    part = f" · {reader.words('ost-part', part=track.part)}" if track.part else ""
    return shorten(first + part + ("" if first == second else reader.words.aside(second)), MAX_OPTION)


def _overview(reader: Reader) -> CardBuilder:
    """The singles as a list: number, title and singer."""
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("ost"))
    songs = library.songs()
    card.title(words("ost-title", show=escape(library.show.about.title.in_language(words.language))), _run(card, songs))
    card.placeholder = words("ost-select")
    for track in songs:
        option = SelectOption(label(reader, track), Address.to("ost", track.key))
        singer = library.singers.get(track.singer or "")
        by = f" · {escape(singer.name.in_language(words.language))}" if singer else ""
        card.text(f"{track.part}. **{escape(track.title.in_language(words.language))}**{by}", option)
        card.cite(track.title.in_language(words.language), track)
    card.detail(words("timeline-button"), _timeline(reader))
    card.link(words("album-button"), "ost", "album")
    card.link(words("charts-button"), "ost", "charts")
    card.footer_link(words("cast-button"), "cast")
    card.footer_link(words("show-button"), "show")
    return card


def _run(card: CardBuilder, songs: list[Track]) -> str:
    """How many singles came out, and when."""
    days = sorted(track.release.date for track in songs if track.release)
    if not days:
        return ""
    return card.words("ost-lead", count=len(songs), first=card.date(days[0]), last=card.date(days[-1]))


def _timeline(reader: Reader) -> CardBuilder:
    """The singles by date, as a picture and as text."""
    words = reader.words
    card = CardBuilder(reader, Address.to("ost", "timeline"))
    songs = reader.library.songs()
    card.title(words("timeline-title"), _run(card, songs))
    card.placeholder = words("ost-select")
    card.picture(soundtrack_chart(reader))
    for track in songs:
        _listed(card, track, number=str(track.part))
    card.footer_link(words("ost-button"), "ost")
    return card


def _listed(card: CardBuilder, track: Track, number: str = "") -> None:
    singer = card.reader.library.singers.get(track.singer or "")
    by = f" — {bilingual(card.reader, singer.name)}" if singer else ""
    day = f" · {card.words.short_date(track.release.date)}" if track.release else ""
    option = SelectOption(label(card.reader, track), Address.to("ost", track.key))
    card.text(f"{number + '. ' if number else '- '}**{bilingual(card.reader, track.title)}**{by}{day}", option)
    title = track.title.in_language(card.words.language)
    card.cite(title, track)
    if track.release:
        released = card.words.labelled(title, card.date(track.release.date))
        card.cite_sources(released, track.release.sources, track.release.confidence)


def _disc(reader: Reader, disc: Disc) -> CardBuilder:
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("ost", "disc", str(disc.number)))
    known = words("disc-lead", known=len(disc.listing), total=disc.total)
    card.title(escape(disc.name), known + card.confidence_label(disc))
    card.cite(disc.name, disc)
    if disc.note:
        card.text(escape(disc.note))
    for place, key in enumerate(disc.listing, start=1):
        _listed(card, library.tracks[key], number=str(place) if disc.ordered else "")
    card.disputes_link(disc.key)
    for other in library.show.discs:
        if other is not disc:
            card.link(other.name, "ost", "disc", str(other.number))
    card.link(words("album-button"), "ost", "album")
    card.footer_link(words("ost-button"), "ost")
    return card


def _album(reader: Reader) -> CardBuilder:
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("ost", "album"))
    facts = card.allowed(library.facts("album", "sales", "label", "line-up"))
    card.title(words("album-title"), *(card.cited(fact.text, fact) for fact in facts[:1]))
    card.facts(words("album-heading"), facts[1:], dated=True)
    for edition in library.show.editions:
        card.heading(escape(edition.name))
        contents = "\n".join(f"- {escape(one.text)}" for one in edition.contents)
        note = f"\n-# {escape(edition.note)}" if edition.note else ""
        card.text(contents + card.confidence_label(edition) + note)
        card.cite(edition.name, edition)
    card.disputes_link("album")
    for disc in library.show.discs:
        card.link(disc.name, "ost", "disc", str(disc.number))
    card.footer_link(words("ost-button"), "ost")
    return card


def _charts(reader: Reader) -> CardBuilder:
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("ost", "charts"))
    card.title(words("charts-title"), words("charts-lead"))
    _chart_lines(card, None)
    card.facts(words("facts-heading"), library.facts("charts"))
    songs = {track.key for track in library.show.tracks}
    awards(card, [award for award in library.show.awards if songs & set(award.to)], recipient=True)
    for track in {chart.track: None for chart in library.show.charts if chart.track}:
        card.link(library.tracks[track].title.in_language(words.language), "ost", track)
    card.footer_link(words("ost-button"), "ost")
    return card


def _chart_lines(card: CardBuilder, track: Track | None) -> None:
    library = card.reader.library
    charts = [chart for chart in library.show.charts if track is None or chart.track == track.key]
    if charts:
        card.heading(card.words("charts-heading"))
    for chart in charts:
        title = ""
        if track is None and chart.track:
            title = f"**{escape(library.tracks[chart.track].title.in_language(card.words.language))}** "
        peak = card.words("chart-peak", peak=chart.peak) if chart.peak else ""
        line = title + escape(chart.chart) + card.words.aside(peak)
        line = card.words.labelled(line, escape(chart.detail)) if chart.detail else line
        card.text(f"- {line}{card.confidence_label(chart)}")
        card.cite(card.words.labelled(chart.chart, chart.detail) if chart.detail else chart.chart, chart)


def _singer(reader: Reader, key: str) -> CardBuilder:
    words, library = reader.words, reader.library
    singer = record_or_404(library.singers, key)
    tracks = library.tracks_of(singer)
    card = CardBuilder(reader, Address.to("ost", "singer", key))
    titles = words.join([f"**{bilingual(reader, track.title)}**" for track in tracks])
    card.title(bilingual(reader, singer.name), words("singer-lead", titles=titles, count=len(tracks)))
    card.cite(singer.name.in_language(card.words.language), singer)
    if singer.people:
        card.text(words("singer-people", names=words.listed(bilingual(reader, name) for name in singer.people)))
    if singer.group:
        card.text(words("singer-group", group=escape(singer.group)))
    card.facts(words("facts-heading"), singer.facts)
    for track in tracks:
        card.link(track.title.in_language(words.language), "ost", track.key)
        card.cite(track.title.in_language(words.language), track)
    if singer.member:
        member = library.members[singer.member]
        card.link(cast.label(member, words.language), "cast", member.key)
    awards(card, library.awards_to(key))
    card.disputes_link(key)
    card.footer_link(words("ost-button"), "ost")
    return card


def _track(reader: Reader, track: Track) -> CardBuilder:
    """Who sings it, when it came out, who wrote it and where it plays, with buttons to the details."""
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("ost", track.key))
    _track_head(card, track)
    _writing(card, track)
    if episodes := sorted({scene.episode for scene in track.scenes if scene.episode}):
        card.text(words("track-heard", episodes=words.join([str(number) for number in episodes]), count=len(episodes)))
    if track.unknown:
        missing = words.join([words(f"track-unknown-{what}") for what in track.unknown])
        card.text(f"-# {words('track-unknown', missing=missing)}")
    card.detail(words("track-about-button"), _about(reader, track))
    card.disputes_link(track.key)
    if singer := library.singers.get(track.singer or ""):
        card.link(words("singer-link", name=singer.name.in_language(words.language)), "ost", "singer", singer.key)
    if track.kind == "song":
        original = library.show.about.original_language
        names = (track.title, singer.name) if singer else (track.title,)
        sought = quote_plus(" ".join(name.in_language(original) for name in names))
        for name, url in MUSIC_SERVICES.items():
            card.web_link(name, url.format(sought))
    card.footer_link(words("ost-button"), "ost")
    return card


def _track_head(card: CardBuilder, track: Track) -> None:
    words = card.words
    singer = card.reader.library.singers.get(track.singer or "")
    part = words("ost-part", part=track.part) if track.part else words(f"track-kind-{track.kind}")
    sung = words("track-sung", singer=f"**{bilingual(card.reader, singer.name)}**") if singer else ""
    released = ""
    if track.release:
        released = card.date(track.release.date) + card.confidence_label(track.release)
        card.cite_sources(card.date(track.release.date), track.release.sources, track.release.confidence)
    title = bilingual(card.reader, track.title)
    international = escape(track.title.latin)  # as streaming services list it
    card.title(title, sung, " · ".join(filter(None, ["" if international in title else international, part, released])))
    card.cite(unescape(title), track)
    if singer:
        card.cite(singer.name.in_language(card.words.language), singer)


def _writing(card: CardBuilder, track: Track) -> None:
    writing = track.writing
    if not writing:
        return
    confidence_in_lyrics: Confidence = "single" if writing.lyrics_sources else writing.confidence
    _wrote(card, "track-music", writing.music, writing.confidence, writing.sources)
    _wrote(card, "track-lyrics", writing.lyrics, confidence_in_lyrics, writing.lyrics_sources or writing.sources)


def _wrote(
    card: CardBuilder, message: str, keys: Iterable[str], confidence: Confidence, sources: tuple[str, ...]
) -> None:
    names = [card.reader.library.credits[key].name.in_language(card.words.language) for key in keys]
    if names:
        said = card.words(message, names=card.words.join([escape(name) for name in names]))
        citation = Citation(card.words(message, names=card.words.join(names)), confidence, sources)
        card.citations.append(citation)
        card.text(said + card.confidence_label(citation))


def _about(reader: Reader, track: Track) -> CardBuilder:
    """Where a track plays, what else is known about it, and the neighbours in the soundtrack."""
    words, library = reader.words, reader.library
    title = track.title.in_language(words.language)
    card = CardBuilder(reader, Address.to("ost", track.key, "about"))
    card.title(words("track-about-title", title=escape(title)))
    for line in _notes(card, track):
        card.text(f"-# {line}")
    _scenes(card, track)
    card.facts(words("facts-heading"), (*track.facts, *library.facts_about(track.key)))
    _chart_lines(card, track)
    awards(card, library.awards_to(track.key), recipient=True)
    for number in sorted({scene.episode for scene in track.scenes if scene.episode in library.episodes}):
        card.link(words("episode", number=number), "ratings", str(number))
    card.footer_link(title, "ost", track.key)
    neighbours = library.songs()
    if track in neighbours:
        place = neighbours.index(track)
        if place:
            card.footer_link(words("track-before"), "ost", neighbours[place - 1].key)
        if place + 1 < len(neighbours):
            card.footer_link(words("track-after"), "ost", neighbours[place + 1].key)
    return card


def _notes(card: CardBuilder, track: Track) -> Iterator[str]:
    """The other names of a track, and the notes on its title, release and writers."""
    if names := dict.fromkeys(filter(None, [track.romanized, *track.title.also])):
        also = card.words("track-also", names=card.words.listed(map(escape, names)))
        yield also
        card.cite(unescape(also), track)
    if track.title_note:
        yield escape(track.title_note)
        card.cite(track.title_note, track)
    if track.release and track.release.note:
        yield escape(track.release.note)
        card.cite_sources(track.release.note, track.release.sources, track.release.confidence)
    if track.writing and track.writing.note:
        yield escape(track.writing.note)
        card.cite_sources(track.writing.note, track.writing.sources, track.writing.confidence)


def _scenes(card: CardBuilder, track: Track) -> None:
    scenes = card.allowed(track.scenes)
    if scenes:
        card.heading(card.words("scenes-heading"))
    for scene in scenes:
        text = card.cited(scene.text, scene)
        episode = card.words("episode", number=scene.episode) if scene.episode else ""
        card.text("- " + (card.words.labelled(f"**{episode}**", text) if episode else text))


PAGES: Mapping[str, Callable[[Reader], CardBuilder]] = {"timeline": _timeline, "album": _album, "charts": _charts}
"""The cards behind the first one."""
