"""Who sings what, when it came out, where it is heard, and what the album holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.domain.questions.answer_sentence import AnswerSentence, Day, Item, Language, Prose, cited, lowest_confidence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.domain.questions.answers.context import AnswerContext
    from data.records import Confidence, Name, Track


def singer(context: AnswerContext, key: str, *_said: str) -> list[AnswerSentence]:
    """Who sings a track."""
    track, card = context.library.tracks[key], ("ost", key)
    sung_by = context.library.singers.get(track.singer or "")
    if not sung_by:
        return context.missing("sing plays", key, card=card)
    arguments = {
        "track": track.title,
        "singer": sung_by.name,
        "people": list(sung_by.people),
        "part": Item("ask-part", {"part": str(track.part)}) if track.part else "",
    }
    message = "ask-singer-group" if sung_by.people else "ask-singer"
    return [AnswerSentence(message, arguments, cited(track, sung_by), track.confidence, card=card)]


def group(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """The group that a singer belongs to; of a member of a group that sings, who sings along."""
    one, card = context.library.singers[key], ("ost", "singer", key)
    if one.people:
        return in_group(context, key)
    if not one.group:
        return context.missing("group-of", key, card=card)
    return [
        AnswerSentence(
            "ask-stated-about", {"name": one.name, "text": Prose(one.group)}, one.sources, one.confidence, card=card
        )
    ]


def in_group(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """The members of a group, with what it sings; nothing of somebody who sings alone."""
    one = context.library.singers[key]
    return (
        [part for track in context.library.tracks_of(one)[:1] for part in singer(context, track.key)]
        if one.people
        else []
    )


def songs(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """What a singer, or an actor who sings, has on the soundtrack."""
    library = context.library
    if key in library.singers:
        sung_by = library.singers[key]
        found, name, card = library.tracks_of(sung_by), sung_by.name, ("ost", "singer", key)
    else:
        member = library.members[key]
        found, name, card = library.sung_by(member), member.actor, ("cast", key)
    if not found:
        return [AnswerSentence("ask-sings-nothing", {"singer": name}, card=card, known=False)]
    card = ("ost", found[0].key) if len(found) == 1 else card
    items = [_listed(track) for track in found]
    return [
        AnswerSentence(
            "ask-songs",
            {"singer": name, "tracks": items},
            cited(*found),
            lowest_confidence(t.confidence for t in found),
            card=card,
        )
    ]


def released(context: AnswerContext, key: str, *_said: str) -> list[AnswerSentence]:
    """When a single came out."""
    track, card = context.library.tracks[key], ("ost", key)
    if not track.release:
        return context.missing("release", key, card=card)
    arguments = {"track": track.title, "date": Day(track.release.date), "time": track.release.time or ""}
    message = "ask-released-time" if track.release.time else "ask-released"
    return [AnswerSentence(message, arguments, track.release.sources, track.release.confidence, card=card)]


def heard(context: AnswerContext, key: str, *_said: str) -> list[AnswerSentence]:
    """In which episodes a track is heard."""
    track, card = context.library.tracks[key], ("ost", key)
    scenes = [scene for scene in track.scenes if scene.episode]
    if scenes:
        numbers = [str(number) for number in sorted({scene.episode for scene in scenes if scene.episode})]
        arguments = {"track": track.title, "episodes": numbers, "count": len(numbers)}
        parts = [
            AnswerSentence(
                "ask-heard",
                arguments,
                cited(*scenes),
                lowest_confidence(scene.confidence for scene in scenes),
                card=card,
            )
        ]
        return parts + [context.stated(scene.text, scene, *card) for scene in scenes[:2]]
    told = [context.stated(scene.text, scene, *card) for scene in track.scenes[:2]]
    return context.missing("episode heard", key, card=card) + told


def songs_in(context: AnswerContext, number: str) -> list[AnswerSentence]:
    """Which tracks are heard in an episode."""
    episode = context.library.episodes[int(number)]
    found = context.library.heard_in(episode)
    card = ("ratings", number)
    if not found:
        return [AnswerSentence("ask-no-song-known", {"episode": number}, card=card, known=False)]
    tracks = list(dict.fromkeys(one.track.key for one in found))
    items = [_listed(context.library.tracks[key]) for key in tracks]
    sources = cited(*(one.scene for one in found))
    return [
        AnswerSentence(
            "ask-songs-in",
            {"episode": number, "tracks": items},
            sources,
            lowest_confidence(one.scene.confidence for one in found),
            card=card,
        )
    ]


def composer(context: AnswerContext, key: str, *said: str) -> list[AnswerSentence]:
    """Who wrote the music of a track, and the words where they are asked for as well."""
    parts = _writers(context, key, "music")
    return parts + (_writers(context, key, "lyrics") if "lyricist" in said else [])


def lyricist(context: AnswerContext, key: str, *_said: str) -> list[AnswerSentence]:
    """Who wrote the words of a track."""
    return _writers(context, key, "lyrics")


def _writers(context: AnswerContext, key: str, what: str) -> list[AnswerSentence]:
    track, card = context.library.tracks[key], ("ost", key)
    writing = track.writing
    keys = () if writing is None else writing.music if what == "music" else writing.lyrics
    if writing is None or not keys:
        concept = "compose" if what == "music" else "lyricist lyrics"
        return context.known_gap(concept, key, card=card) or context.missing(concept, "album", card=card)
    names = [context.library.credits[one].name for one in keys]
    sources = writing.lyrics_sources or writing.sources if what == "lyrics" else writing.sources
    confidence: Confidence = "single" if what == "lyrics" and len(sources) == 1 else writing.confidence
    return [AnswerSentence(f"ask-{what}-by", {"track": track.title, "names": names}, sources, confidence, card=card)]


def arranger(context: AnswerContext, key: str, *_said: str) -> list[AnswerSentence]:
    """Who arranged a track."""
    return context.missing("arrange", key, "album", card=("ost", key))


def lengths(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """How long a track is."""
    return context.missing("how-long", key, "album", card=("ost", key))


def track(context: AnswerContext, key: str, *_said: str) -> list[AnswerSentence]:
    """A track in a sentence: part, singer, day."""
    one = context.library.tracks[key]
    sung_by = context.library.singers.get(one.singer or "")
    arguments: dict[str, object] = {"track": one.title, "kind": Item(f"track-kind-{one.kind}", {})}
    message = "ask-track-bare"
    if sung_by and one.part and one.release:
        message = "ask-track"
        arguments |= {"singer": sung_by.name, "part": str(one.part), "date": Day(one.release.date)}
    elif sung_by:
        message = "ask-singer"
        arguments |= {"singer": sung_by.name, "part": ""}
    return [AnswerSentence(message, arguments, cited(one), one.confidence, card=("ost", key))]


def title(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """Answer what a track is called in the other languages."""
    one = context.library.tracks[key]
    if not one.title.scripts:
        return context.missing("title", key, "album", card=("ost", key))
    others = [Item("ask-title", {"language": Language(tag), "title": text}) for tag, text in one.title.scripts.items()]
    arguments: dict[str, object] = {"title": one.title.latin, "others": others, "also": list(one.title.also[:4])}
    message = "ask-track-title-also" if one.title.also else "ask-track-title"
    return [AnswerSentence(message, arguments, one.sources, one.confidence, card=("ost", key))]


def chart(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """Where a track stood in the charts."""
    found = [chart for chart in context.library.show.charts if chart.track == key]
    if not found:
        return context.missing("chart", key, "album", card=("ost", key))
    items = [
        Item("ask-chart-peak" if chart.peak else "ask-chart", {"chart": Prose(chart.chart), "peak": str(chart.peak)})
        for chart in found
    ]
    arguments = {"track": context.library.tracks[key].title, "charts": items}
    return [
        AnswerSentence(
            "ask-charts",
            arguments,
            cited(*found),
            lowest_confidence(chart.confidence for chart in found),
            card=("ost", key),
        )
    ]


def views(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """How often the video of a track was seen."""
    found = [fact for fact in context.library.facts_about(key) if fact.unit == "views"]
    return [context.stated(fact.text, fact, "ost", key) for fact in found] or context.missing(
        "views", key, card=("ost", key)
    )


def videos(context: AnswerContext) -> list[AnswerSentence]:
    """How often the videos of the songs were watched, as far as that is known."""
    return context.facts("charts", concept="views", most=3, card=("ost",))


def single(context: AnswerContext, *which: str) -> list[AnswerSentence]:
    """The first or the last single."""
    songs = context.library.songs()
    if not songs:
        return []
    one = songs[-1 if "last" in which else 0]
    sung_by = context.library.singers.get(one.singer or "")
    if not (sung_by and one.release):
        return track(context, one.key)
    message = "ask-last-single" if "last" in which else "ask-first-single"
    arguments = {"track": one.title, "singer": sung_by.name, "date": Day(one.release.date), "part": str(one.part)}
    return [AnswerSentence(message, arguments, cited(one), one.confidence, card=("ost", one.key))]


def song_count(context: AnswerContext) -> list[AnswerSentence]:
    """How many singles there are, and how many lines the discs have."""
    songs, show = context.library.songs(), context.library.show
    first = [
        AnswerSentence(
            "ask-song-count",
            {"count": len(songs)},
            cited(*songs),
            lowest_confidence(s.confidence for s in songs),
            card=("ost",),
        )
    ]
    return first + (discs(context) if show.discs else [])


def singers(context: AnswerContext) -> list[AnswerSentence]:
    """Everybody who sings a single."""
    songs = context.library.songs()
    keys = dict.fromkeys(song.singer for song in songs if song.singer)
    names: list[Name] = [context.library.singers[key].name for key in keys]
    return (
        [AnswerSentence("ask-singers", {"names": names, "count": len(names)}, cited(*songs), card=("ost",))]
        if names
        else []
    )


def song_list(context: AnswerContext) -> list[AnswerSentence]:
    """The titles of the singles."""
    songs = context.library.songs()
    return [
        AnswerSentence(
            "ask-song-list",
            {"tracks": [song.title for song in songs], "count": len(songs)},
            cited(*songs),
            card=("ost",),
        )
    ]


def music(context: AnswerContext) -> list[AnswerSentence]:
    """Who made the music of the show."""
    found = context.library.behind("music", "composer")
    if not found:
        return []
    names = [credit.name for credit in found]
    confidence = lowest_confidence(credit.confidence for credit in found)
    return [AnswerSentence("ask-music", {"names": names}, cited(*found), confidence, card=("show", "makers"))]


def lyrics_unknown(context: AnswerContext) -> list[AnswerSentence]:
    """Who wrote the words of the songs."""
    return context.missing("lyricist lyrics", "album", card=("ost", "album"))


def album(context: AnswerContext) -> list[AnswerSentence]:
    """The album in a sentence or two."""
    return context.facts("album", concept="album", card=("ost", "album")) + discs(context)


def discs(context: AnswerContext) -> list[AnswerSentence]:
    """How many discs there are, and what each holds."""
    found = context.library.show.discs
    if not found:
        return []
    items = [Item("ask-disc-item", {"name": Prose(one.name), "total": one.total}) for one in found]
    return [
        AnswerSentence(
            "ask-discs",
            {"count": len(found), "discs": items},
            cited(*found),
            lowest_confidence(one.confidence for one in found),
            card=("ost", "album"),
        )
    ]


def disc(context: AnswerContext, number: str) -> list[AnswerSentence]:
    """What stands on a disc."""
    one = next(disc for disc in context.library.show.discs if disc.number == int(number))
    titles = [context.library.tracks[key].title for key in one.listing]
    arguments = {
        "number": number,
        "name": Prose(one.name),
        "total": one.total,
        "known": len(one.listing),
        "tracks": titles[:5],
    }
    message = "ask-disc" if len(one.listing) == one.total else "ask-disc-in-part"
    return [AnswerSentence(message, arguments, one.sources, one.confidence, card=("ost", "disc", number))]


def disc_score(context: AnswerContext) -> list[AnswerSentence]:
    """The disc with the score."""
    tracks = context.library.tracks
    found = [one for one in context.library.show.discs if any(tracks[key].kind == "score" for key in one.listing)]
    return [part for one in found[-1:] for part in disc(context, str(one.number))]


def album_released(context: AnswerContext) -> list[AnswerSentence]:
    """When the album came out."""
    found = [
        fact for fact in context.library.facts("album") if fact.date and "release" in context.texts.concepts(fact.text)
    ]
    found.sort(key=lambda fact: "pre-order" in context.texts.concepts(fact.text))
    parts = [context.stated(fact.text, fact, "ost", "album") for fact in found[:1]]
    return parts or context.missing("release", "album", card=("ost", "album"))


def sold_out(context: AnswerContext) -> list[AnswerSentence]:
    """Whether the album sold out."""
    return context.facts("sales", concept="sold-out", card=("ost", "album"), most=2)


def copies(context: AnswerContext) -> list[AnswerSentence]:
    """How many copies were sold."""
    figures = [fact for fact in context.library.facts("sales") if fact.unit == "copies"]
    told = [context.stated(fact.text, fact, "ost", "album") for fact in figures]
    return told or context.missing("copies", "album", card=("ost", "album"))


def price(context: AnswerContext) -> list[AnswerSentence]:
    """What the album cost."""
    return context.missing("price", "album", card=("ost", "album"))


def editions(context: AnswerContext) -> list[AnswerSentence]:
    """What lies in the box of each edition."""
    return [
        AnswerSentence(
            "ask-edition",
            {"name": Prose(one.name), "contents": [Prose(item.text) for item in one.contents]},
            one.sources,
            one.confidence,
            one.after_episode,
            ("ost", "album"),
        )
        for one in context.library.show.editions
    ]


def label(context: AnswerContext) -> list[AnswerSentence]:
    """Who published the record."""
    return context.facts("label", most=2, card=("ost", "album"))


def pre_order(context: AnswerContext) -> list[AnswerSentence]:
    """When the album could be ordered."""
    return context.facts("album", concept="pre-order", card=("ost", "album"))


def album_chart(context: AnswerContext) -> list[AnswerSentence]:
    """Where the album stood in the charts."""
    return context.missing("chart", "album", card=("ost", "charts"))


def charts(context: AnswerContext) -> list[AnswerSentence]:
    """How the songs did in the charts."""
    keys = dict.fromkeys(chart.track for chart in context.library.show.charts if chart.track)
    return [part for key in list(keys)[:1] for part in chart(context, key)]


def _listed(one: Track) -> Item:
    if one.part and one.release:
        return Item("ask-song-part", {"track": one.title, "part": str(one.part), "date": Day(one.release.date)})
    return Item("ask-song", {"track": one.title})


ANSWERS: Final[Mapping[str, Callable[..., list[AnswerSentence]]]] = {
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
