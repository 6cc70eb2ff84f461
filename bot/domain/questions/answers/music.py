"""Who sings what, when it came out, where it is heard, and what the album holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.domain.questions.answer_sentence import Day, Item, Language, Part, Prose, cited, lowest_confidence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.domain.questions.answers.registry import Desk
    from data.records import Confidence, Name, Track


def singer(desk: Desk, key: str, *_said: str) -> list[Part]:
    """Who sings a track."""
    track, card = desk.library.tracks[key], ("ost", key)
    sung_by = desk.library.singers.get(track.singer or "")
    if not sung_by:
        return desk.missing("sing plays", key, card=card)
    arguments = {
        "track": track.title,
        "singer": sung_by.name,
        "people": list(sung_by.people),
        "part": Item("ask-part", {"part": str(track.part)}) if track.part else "",
    }
    message = "ask-singer-group" if sung_by.people else "ask-singer"
    return [Part(message, arguments, cited(track, sung_by), track.confidence, card=card)]


def group(desk: Desk, key: str) -> list[Part]:
    """The group that a singer belongs to; of a member of a group that sings, who sings along."""
    one, card = desk.library.singers[key], ("ost", "singer", key)
    if one.people:
        return in_group(desk, key)
    if not one.group:
        return desk.missing("group-of", key, card=card)
    return [
        Part("ask-stated-about", {"name": one.name, "text": Prose(one.group)}, one.sources, one.confidence, card=card)
    ]


def in_group(desk: Desk, key: str) -> list[Part]:
    """The members of a group, with what it sings; nothing of somebody who sings alone."""
    one = desk.library.singers[key]
    return [part for track in desk.library.tracks_of(one)[:1] for part in singer(desk, track.key)] if one.people else []


def songs(desk: Desk, key: str) -> list[Part]:
    """What a singer, or an actor who sings, has on the soundtrack."""
    library = desk.library
    if key in library.singers:
        sung_by = library.singers[key]
        found, name, card = library.tracks_of(sung_by), sung_by.name, ("ost", "singer", key)
    else:
        member = library.members[key]
        found, name, card = library.sung_by(member), member.actor, ("cast", key)
    if not found:
        return [Part("ask-sings-nothing", {"singer": name}, card=card, known=False)]
    card = ("ost", found[0].key) if len(found) == 1 else card
    items = [_listed(track) for track in found]
    return [
        Part(
            "ask-songs",
            {"singer": name, "tracks": items},
            cited(*found),
            lowest_confidence(t.confidence for t in found),
            card=card,
        )
    ]


def released(desk: Desk, key: str, *_said: str) -> list[Part]:
    """When a single came out."""
    track, card = desk.library.tracks[key], ("ost", key)
    if not track.release:
        return desk.missing("release", key, card=card)
    arguments = {"track": track.title, "date": Day(track.release.date), "time": track.release.time or ""}
    message = "ask-released-time" if track.release.time else "ask-released"
    return [Part(message, arguments, track.release.sources, track.release.confidence, card=card)]


def heard(desk: Desk, key: str, *_said: str) -> list[Part]:
    """In which episodes a track is heard."""
    track, card = desk.library.tracks[key], ("ost", key)
    scenes = [scene for scene in track.scenes if scene.episode]
    if scenes:
        numbers = [str(number) for number in sorted({scene.episode for scene in scenes if scene.episode})]
        arguments = {"track": track.title, "episodes": numbers, "count": len(numbers)}
        parts = [
            Part(
                "ask-heard",
                arguments,
                cited(*scenes),
                lowest_confidence(scene.confidence for scene in scenes),
                card=card,
            )
        ]
        return parts + [desk.stated(scene.text, scene, *card) for scene in scenes[:2]]
    told = [desk.stated(scene.text, scene, *card) for scene in track.scenes[:2]]
    return desk.missing("episode heard", key, card=card) + told


def songs_in(desk: Desk, number: str) -> list[Part]:
    """Which tracks are heard in an episode."""
    episode = desk.library.episodes[int(number)]
    found = desk.library.heard_in(episode)
    card = ("ratings", number)
    if not found:
        return [Part("ask-no-song-known", {"episode": number}, card=card, known=False)]
    tracks = list(dict.fromkeys(one.track.key for one in found))
    items = [_listed(desk.library.tracks[key]) for key in tracks]
    sources = cited(*(one.scene for one in found))
    return [
        Part(
            "ask-songs-in",
            {"episode": number, "tracks": items},
            sources,
            lowest_confidence(one.scene.confidence for one in found),
            card=card,
        )
    ]


def composer(desk: Desk, key: str, *said: str) -> list[Part]:
    """Who wrote the music of a track, and the words where they are asked for as well."""
    parts = _writers(desk, key, "music")
    return parts + (_writers(desk, key, "lyrics") if "lyricist" in said else [])


def lyricist(desk: Desk, key: str, *_said: str) -> list[Part]:
    """Who wrote the words of a track."""
    return _writers(desk, key, "lyrics")


def _writers(desk: Desk, key: str, what: str) -> list[Part]:
    track, card = desk.library.tracks[key], ("ost", key)
    writing = track.writing
    keys = () if writing is None else writing.music if what == "music" else writing.lyrics
    if writing is None or not keys:
        idea = "compose" if what == "music" else "lyricist lyrics"
        return desk.hole(idea, key, card=card) or desk.missing(idea, "album", card=card)
    names = [desk.library.credits[one].name for one in keys]
    sources = writing.lyrics_sources or writing.sources if what == "lyrics" else writing.sources
    confidence: Confidence = "single" if what == "lyrics" and len(sources) == 1 else writing.confidence
    return [Part(f"ask-{what}-by", {"track": track.title, "names": names}, sources, confidence, card=card)]


def arranger(desk: Desk, key: str, *_said: str) -> list[Part]:
    """Who arranged a track."""
    return desk.missing("arrange", key, "album", card=("ost", key))


def lengths(desk: Desk, key: str) -> list[Part]:
    """How long a track is."""
    return desk.missing("how-long", key, "album", card=("ost", key))


def track(desk: Desk, key: str, *_said: str) -> list[Part]:
    """A track in a sentence: part, singer, day."""
    one = desk.library.tracks[key]
    sung_by = desk.library.singers.get(one.singer or "")
    arguments: dict[str, object] = {"track": one.title, "kind": Item(f"track-kind-{one.kind}", {})}
    message = "ask-track-bare"
    if sung_by and one.part and one.release:
        message = "ask-track"
        arguments |= {"singer": sung_by.name, "part": str(one.part), "date": Day(one.release.date)}
    elif sung_by:
        message = "ask-singer"
        arguments |= {"singer": sung_by.name, "part": ""}
    return [Part(message, arguments, cited(one), one.confidence, card=("ost", key))]


def title(desk: Desk, key: str) -> list[Part]:
    """Answer what a track is called in the other languages."""
    one = desk.library.tracks[key]
    if not one.title.scripts:
        return desk.missing("title", key, "album", card=("ost", key))
    others = [Item("ask-title", {"language": Language(tag), "title": text}) for tag, text in one.title.scripts.items()]
    arguments: dict[str, object] = {"title": one.title.latin, "others": others, "also": list(one.title.also[:4])}
    message = "ask-track-title-also" if one.title.also else "ask-track-title"
    return [Part(message, arguments, one.sources, one.confidence, card=("ost", key))]


def chart(desk: Desk, key: str) -> list[Part]:
    """Where a track stood in the charts."""
    found = [chart for chart in desk.library.show.charts if chart.track == key]
    if not found:
        return desk.missing("chart", key, "album", card=("ost", key))
    items = [
        Item("ask-chart-peak" if chart.peak else "ask-chart", {"chart": Prose(chart.chart), "peak": str(chart.peak)})
        for chart in found
    ]
    arguments = {"track": desk.library.tracks[key].title, "charts": items}
    return [
        Part(
            "ask-charts",
            arguments,
            cited(*found),
            lowest_confidence(chart.confidence for chart in found),
            card=("ost", key),
        )
    ]


def views(desk: Desk, key: str) -> list[Part]:
    """How often the video of a track was seen."""
    found = [fact for fact in desk.library.facts_about(key) if fact.unit == "views"]
    return [desk.stated(fact.text, fact, "ost", key) for fact in found] or desk.missing("views", key, card=("ost", key))


def videos(desk: Desk) -> list[Part]:
    """How often the videos of the songs were watched, as far as that is known."""
    return desk.facts("charts", idea="views", most=3, card=("ost",))


def single(desk: Desk, *which: str) -> list[Part]:
    """The first or the last single."""
    songs = desk.library.songs()
    if not songs:
        return []
    one = songs[-1 if "last" in which else 0]
    sung_by = desk.library.singers.get(one.singer or "")
    if not (sung_by and one.release):
        return track(desk, one.key)
    message = "ask-last-single" if "last" in which else "ask-first-single"
    arguments = {"track": one.title, "singer": sung_by.name, "date": Day(one.release.date), "part": str(one.part)}
    return [Part(message, arguments, cited(one), one.confidence, card=("ost", one.key))]


def song_count(desk: Desk) -> list[Part]:
    """How many singles there are, and how many lines the discs have."""
    songs, show = desk.library.songs(), desk.library.show
    first = [
        Part(
            "ask-song-count",
            {"count": len(songs)},
            cited(*songs),
            lowest_confidence(s.confidence for s in songs),
            card=("ost",),
        )
    ]
    return first + (discs(desk) if show.discs else [])


def singers(desk: Desk) -> list[Part]:
    """Everybody who sings a single."""
    songs = desk.library.songs()
    keys = dict.fromkeys(song.singer for song in songs if song.singer)
    names: list[Name] = [desk.library.singers[key].name for key in keys]
    return [Part("ask-singers", {"names": names, "count": len(names)}, cited(*songs), card=("ost",))] if names else []


def song_list(desk: Desk) -> list[Part]:
    """The titles of the singles."""
    songs = desk.library.songs()
    return [
        Part(
            "ask-song-list",
            {"tracks": [song.title for song in songs], "count": len(songs)},
            cited(*songs),
            card=("ost",),
        )
    ]


def music(desk: Desk) -> list[Part]:
    """Who made the music of the show."""
    found = desk.library.behind("music", "composer")
    if not found:
        return []
    names = [credit.name for credit in found]
    confidence = lowest_confidence(credit.confidence for credit in found)
    return [Part("ask-music", {"names": names}, cited(*found), confidence, card=("show", "makers"))]


def lyrics_unknown(desk: Desk) -> list[Part]:
    """Who wrote the words of the songs."""
    return desk.missing("lyricist lyrics", "album", card=("ost", "album"))


def album(desk: Desk) -> list[Part]:
    """The album in a sentence or two."""
    return desk.facts("album", idea="album", card=("ost", "album")) + discs(desk)


def discs(desk: Desk) -> list[Part]:
    """How many discs there are, and what each holds."""
    found = desk.library.show.discs
    if not found:
        return []
    items = [Item("ask-disc-item", {"name": Prose(one.name), "total": one.total}) for one in found]
    return [
        Part(
            "ask-discs",
            {"count": len(found), "discs": items},
            cited(*found),
            lowest_confidence(one.confidence for one in found),
            card=("ost", "album"),
        )
    ]


def disc(desk: Desk, number: str) -> list[Part]:
    """What stands on a disc."""
    one = next(disc for disc in desk.library.show.discs if disc.number == int(number))
    titles = [desk.library.tracks[key].title for key in one.listing]
    arguments = {
        "number": number,
        "name": Prose(one.name),
        "total": one.total,
        "known": len(one.listing),
        "tracks": titles[:5],
    }
    message = "ask-disc" if len(one.listing) == one.total else "ask-disc-in-part"
    return [Part(message, arguments, one.sources, one.confidence, card=("ost", "disc", number))]


def disc_score(desk: Desk) -> list[Part]:
    """The disc with the score."""
    tracks = desk.library.tracks
    found = [one for one in desk.library.show.discs if any(tracks[key].kind == "score" for key in one.listing)]
    return [part for one in found[-1:] for part in disc(desk, str(one.number))]


def album_released(desk: Desk) -> list[Part]:
    """When the album came out."""
    found = [fact for fact in desk.library.facts("album") if fact.date and "release" in desk.recall.ideas(fact.text)]
    found.sort(key=lambda fact: "pre-order" in desk.recall.ideas(fact.text))
    parts = [desk.stated(fact.text, fact, "ost", "album") for fact in found[:1]]
    return parts or desk.missing("release", "album", card=("ost", "album"))


def sold_out(desk: Desk) -> list[Part]:
    """Whether the album sold out."""
    return desk.facts("sales", idea="sold-out", card=("ost", "album"), most=2)


def copies(desk: Desk) -> list[Part]:
    """How many copies were sold."""
    figures = [fact for fact in desk.library.facts("sales") if fact.unit == "copies"]
    told = [desk.stated(fact.text, fact, "ost", "album") for fact in figures]
    return told or desk.missing("copies", "album", card=("ost", "album"))


def price(desk: Desk) -> list[Part]:
    """What the album cost."""
    return desk.missing("price", "album", card=("ost", "album"))


def editions(desk: Desk) -> list[Part]:
    """What lies in the box of each edition."""
    return [
        Part(
            "ask-edition",
            {"name": Prose(one.name), "contents": [Prose(item.text) for item in one.contents]},
            one.sources,
            one.confidence,
            one.after_episode,
            ("ost", "album"),
        )
        for one in desk.library.show.editions
    ]


def label(desk: Desk) -> list[Part]:
    """Who published the record."""
    return desk.facts("label", most=2, card=("ost", "album"))


def pre_order(desk: Desk) -> list[Part]:
    """When the album could be ordered."""
    return desk.facts("album", idea="pre-order", card=("ost", "album"))


def album_chart(desk: Desk) -> list[Part]:
    """Where the album stood in the charts."""
    return desk.missing("chart", "album", card=("ost", "charts"))


def charts(desk: Desk) -> list[Part]:
    """How the songs did in the charts."""
    keys = dict.fromkeys(chart.track for chart in desk.library.show.charts if chart.track)
    return [part for key in list(keys)[:1] for part in chart(desk, key)]


def _listed(one: Track) -> Item:
    if one.part and one.release:
        return Item("ask-song-part", {"track": one.title, "part": str(one.part), "date": Day(one.release.date)})
    return Item("ask-song", {"track": one.title})


ANSWERS: Final[Mapping[str, Callable[..., list[Part]]]] = {
    "singer": singer,
    "songs": songs,
    "group": group,
    "in-group": in_group,
    "released": released,
    "heard": heard,
    "songs-in": songs_in,
    "composer": composer,
    "lyricist": lyricist,
    "arranger": arranger,
    "lengths": lengths,
    "track": track,
    "track-title": title,
    "track-chart": chart,
    "track-views": views,
    "videos": videos,
    "single": single,
    "song-count": song_count,
    "singers": singers,
    "song-list": song_list,
    "music": music,
    "lyrics-unknown": lyrics_unknown,
    "album": album,
    "discs": discs,
    "disc": disc,
    "disc-score": disc_score,
    "album-released": album_released,
    "sold-out": sold_out,
    "copies": copies,
    "price": price,
    "editions": editions,
    "label": label,
    "pre-order": pre_order,
    "album-chart": album_chart,
    "charts": charts,
}
