"""Who sings what, when it came out, where it is heard, and what the album holds."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.domain.questions.answer_sentence import Day, Item, Language, Prose
from bot.domain.questions.answers.context import say, stated
from bot.domain.questions.statements import statement_at

if TYPE_CHECKING:
    from bot.domain.questions.answer_sentence import AnswerSentence
    from bot.domain.questions.answers.context import AnswerContext
    from data.records import Singer, Track

_OST: Final = ("ost",)
_ALBUM: Final = ("ost", "album")
_MOST_SCENES, _MOST_TRACKS, _MOST_SPELLINGS = 2, 5, 4


def singer(context: AnswerContext, key: str, *asked: str) -> list[AnswerSentence]:
    """Who sings a track; whether it is the one that is asked about."""
    track, card = context.library.tracks[key], (*_OST, key)
    sung_by = _singer(context, track)
    if not sung_by:
        return context.missing("sing plays", key, card=card)
    part = Item("ask-part", {"part": str(track.part)}) if track.part else ""
    arguments = {"track": track.title, "singer": sung_by.name, "people": list(sung_by.people), "part": part}
    message = "ask-singer-group" if sung_by.people else "ask-singer"
    holds = sung_by.key in asked if asked else None
    told = say(message, arguments, track, sung_by, card=card, holds=holds)
    return [replace(told, confidence=track.confidence)]


def in_group(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """The members of a group, with what it sings; nothing of somebody who sings alone."""
    one = context.library.singers[key]
    found = context.library.tracks_of(one)[:1] if one.people else ()
    return [part for track in found for part in singer(context, track.key)]


def songs(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """What a singer, or an actor who sings, has on the soundtrack."""
    library = context.library
    if key in library.singers:
        sung_by = library.singers[key]
        found, name, card = library.tracks_of(sung_by), sung_by.name, (*_OST, "singer", key)
    else:
        member = library.members[key]
        found, name, card = library.sung_by(member), member.actor, ("cast", key)
    if not found:
        return [say("ask-sings-nothing", {"singer": name}, card=card, is_known=False)]
    card = (*_OST, found[0].key) if len(found) == 1 else card
    return [say("ask-songs", {"singer": name, "tracks": [_listed(track) for track in found]}, *found, card=card)]


def released(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """When a single came out."""
    track, card = context.library.tracks[key], (*_OST, key)
    if not track.release:
        return context.missing("release", key, card=card)
    arguments = {"track": track.title, "date": Day(track.release.date), "time": track.release.time or ""}
    return [say("ask-released-time" if track.release.time else "ask-released", arguments, track.release, card=card)]


def heard(context: AnswerContext, key: str, *asked: str) -> list[AnswerSentence]:
    """In which episodes a track is heard; whether the one that is asked about is among them."""
    track, card = context.library.tracks[key], (*_OST, key)
    told = [stated(scene, card) for scene in track.scenes[:_MOST_SCENES]]
    scenes = [scene for scene in track.scenes if scene.episode]
    if not scenes:
        return context.missing("episode heard", key, card=card) + told
    numbers = [str(number) for number in sorted({scene.episode or 0 for scene in scenes})]
    arguments = {"track": track.title, "episodes": numbers, "count": len(numbers)}
    first = replace(say("ask-heard", arguments, *scenes, card=card), after_episode=0)
    holds = not set(numbers).isdisjoint(asked)
    first = replace(first, holds=True) if asked and holds else first
    return [first, *(stated(scene, card) for scene in scenes[:_MOST_SCENES])]


def songs_in(context: AnswerContext, number: str) -> list[AnswerSentence]:
    """Which tracks are heard in an episode."""
    card = ("ratings", number)
    found = context.library.heard_in(context.library.episodes[int(number)])
    if not found:
        return [say("ask-no-song-known", {"episode": number}, card=card, is_known=False)]
    tracks = [_listed(track) for track in {one.track.key: one.track for one in found}.values()]
    told = say("ask-songs-in", {"episode": number, "tracks": tracks}, *(one.scene for one in found), card=card)
    return [replace(told, after_episode=0)]


def writers(context: AnswerContext, key: str, *said: str, what: str) -> list[AnswerSentence]:
    """Who wrote the music or the words of a track; the words as well where they are asked for beside the music."""
    if said:
        return [*writers(context, key, what="music"), *writers(context, key, what="lyrics")]
    track, card = context.library.tracks[key], (*_OST, key)
    writing = track.writing
    keys = () if writing is None else writing.music if what == "music" else writing.lyrics
    if writing is None or not keys:
        concepts = "compose" if what == "music" else "lyricist lyrics"
        return context.known_gap(concepts, key, card=card) or context.missing(concepts, "album", card=card)
    names = [context.library.credits[one].name for one in keys]
    told = say(f"ask-{what}-by", {"track": track.title, "names": names}, writing, card=card)
    sources = writing.lyrics_sources if what == "lyrics" else ()
    return [replace(told, sources=sources, confidence="single") if len(sources) == 1 else told]


composer = partial(writers, what="music")
lyricist = partial(writers, what="lyrics")


def track(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """A track in a sentence: part, singer, day."""
    one, card = context.library.tracks[key], (*_OST, key)
    sung_by = _singer(context, one)
    if not sung_by:
        return [say("ask-track-bare", {"track": one.title, "kind": Item(f"track-kind-{one.kind}", {})}, one, card=card)]
    dated = {"date": Day(one.release.date)} if one.part and one.release else {}
    arguments = {"track": one.title, "singer": sung_by.name, "part": str(one.part) if dated else "", **dated}
    return [say("ask-track" if dated else "ask-singer", arguments, one, card=card)]


def title(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """What a track is called in the other languages."""
    one, card = context.library.tracks[key], (*_OST, key)
    if not one.title.scripts:
        return track(context, key)
    others = [Item("ask-title", {"language": Language(tag), "title": text}) for tag, text in one.title.scripts.items()]
    arguments = {"title": one.title.latin, "others": others, "also": list(one.title.also[:_MOST_SPELLINGS])}
    return [say("ask-track-title-also" if one.title.also else "ask-track-title", arguments, one, card=card)]


def chart(context: AnswerContext, key: str) -> list[AnswerSentence]:
    """Where a track stood in the charts."""
    card = (*_OST, key)
    found = [chart for chart in context.library.show.charts if chart.track == key]
    if not found:
        return context.missing("chart", key, "album", card=card)
    items = [
        Item("ask-chart-peak" if one.peak else "ask-chart", {"chart": Prose(one.chart), "peak": str(one.peak)})
        for one in found
    ]
    return [say("ask-charts", {"track": context.library.tracks[key].title, "charts": items}, *found, card=card)]


def single(context: AnswerContext, *which: str) -> list[AnswerSentence]:
    """The first or the last single."""
    found = context.library.songs()[-1 if "last" in which else 0 :][:1]
    return [part for one in found for part in track(context, one.key)]


def song_count(context: AnswerContext) -> list[AnswerSentence]:
    """How many singles there are, and how many lines the discs have."""
    found = context.library.songs()
    return [say("ask-song-count", {"count": len(found)}, *found, card=_OST), *discs(context)]


def singers(context: AnswerContext) -> list[AnswerSentence]:
    """Everybody who sings a single."""
    found = context.library.songs()
    names = [context.library.singers[key].name for key in dict.fromkeys(one.singer for one in found if one.singer)]
    return [say("ask-singers", {"names": names, "count": len(names)}, *found, card=_OST)] if names else []


def song_list(context: AnswerContext) -> list[AnswerSentence]:
    """The titles of the singles."""
    found = context.library.songs()
    return [say("ask-song-list", {"tracks": [one.title for one in found], "count": len(found)}, *found, card=_OST)]


def discs(context: AnswerContext) -> list[AnswerSentence]:
    """How many discs there are, and what each holds."""
    found = context.library.show.discs
    items = [Item("ask-disc-item", {"name": Prose(one.name), "total": one.total}) for one in found]
    return [say("ask-discs", {"count": len(found), "discs": items}, *found, card=_ALBUM)] if found else []


def disc(context: AnswerContext, number: str) -> list[AnswerSentence]:
    """What stands on a disc."""
    one = next(disc for disc in context.library.show.discs if disc.number == int(number))
    titles = [context.library.tracks[key].title for key in one.listing]
    message = "ask-disc" if len(titles) == one.total else "ask-disc-in-part"
    arguments = {"number": number, "name": Prose(one.name), "total": one.total, "known": len(titles)}
    return [say(message, {"tracks": titles[:_MOST_TRACKS], **arguments}, one, card=(*_OST, "disc", number))]


def album_released(context: AnswerContext) -> list[AnswerSentence]:
    """When the album came out."""
    told = {fact: context.texts.concepts(fact.text) for fact in context.library.facts("album") if fact.date}
    found = sorted((fact for fact in told if "release" in told[fact]), key=lambda fact: "pre-order" in told[fact])
    return [stated(fact, _ALBUM) for fact in found[:1]] or context.missing("release", "album", card=_ALBUM)


def editions(context: AnswerContext) -> list[AnswerSentence]:
    """What lies in the box of each edition."""
    return [statement_at(context.library, ("edition", one.key)).sentence() for one in context.library.show.editions]


def _singer(context: AnswerContext, one: Track) -> Singer | None:
    return context.library.singers.get(one.singer or "")


def _listed(one: Track) -> Item:
    if one.part and one.release:
        return Item("ask-song-part", {"track": one.title, "part": str(one.part), "date": Day(one.release.date)})
    return Item("ask-song", {"track": one.title})
