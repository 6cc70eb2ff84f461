"""Season 2, the specials, who made it, where and when it was shown, prizes, and single statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.domain.questions.answer_sentence import Country, Day, Item, Part, Prose, cited, lowest_confidence
from bot.domain.questions.entity_linker import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.domain.questions.answers.registry import Desk
    from data.records import Award, Fact, Name, Place, Topic

_JOBS: Final[Mapping[str, tuple[str, ...]]] = {
    "write": ("writer",),
    "direct": ("director",),
    "music-of-show": ("music", "composer"),
    "camera": ("camera",),
    "edit": ("editor",),
    "crew": ("writer", "director", "music"),
}
_MOST_PLACES, _MOST_AWARDS = 4, 6
_SEASON2 = ("season2",)


def season2(desk: Desk) -> list[Part]:
    """Whether there is a second season, and what is official."""
    verdict = desk.library.show.verdict
    if not verdict:
        return [Part("season2-none", card=_SEASON2, known=False)]
    arguments = {"text": Prose(verdict.text), "date": Day(verdict.as_of, verdict.precision)}
    return [
        Part("ask-season2", arguments, verdict.sources, verdict.confidence, card=_SEASON2),
        desk.stated(verdict.official, verdict, *_SEASON2),
    ]


def season2_why(desk: Desk) -> list[Part]:
    """Why there is none, as named sources argue."""
    card = ("season2", "why")
    reasons = [
        Part(
            "ask-reason",
            {"who": Prose(one.who), "text": Prose(one.text)},
            one.sources,
            one.confidence,
            one.after_episode,
            card,
        )
        for one in desk.library.show.reasons[:2]
    ]
    return season2(desk)[:1] + reasons


def specials(desk: Desk, *number: str) -> list[Part]:
    """The programmes beside the episodes."""
    found = [one for one in desk.library.show.specials if not number or str(one.number) == number[0]]
    if not found:
        return []
    card = ("show", "story")
    items = [Item("ask-special", {"name": one.name, "date": Day(one.aired)}) for one in found]
    count = Part(
        "ask-specials",
        {"count": len(found), "specials": items},
        cited(*found),
        lowest_confidence(o.confidence for o in found),
        card=card,
    )
    told = [desk.stated(one.text, one, *card) for one in found[:1] if number]
    return [count, *told, *desk.facts("specials", idea="continue-story", card=card)]


def remake(desk: Desk) -> list[Part]:
    """What was made of it elsewhere."""
    return desk.facts("adaptation", most=2, card=("season2", "why"))


def makers(desk: Desk, *asked: str) -> list[Part]:
    """Who wrote it, directed it, and so on."""
    parts: list[Part] = []
    for job in asked:
        if job == "produce":
            parts += desk.facts("production", card=("show", "makers"))
        if job == "producer":
            parts += desk.facts("production", idea="producer", card=("show", "makers"))
        people = desk.library.behind(*_JOBS.get(job, ()))
        if people:
            names = [credit.name for credit in people]
            confidence = lowest_confidence(credit.confidence for credit in people)
            parts.append(
                Part(
                    f"ask-made-{job}",
                    {"names": names, "count": len(names)},
                    cited(*people),
                    confidence,
                    card=("show", "makers"),
                )
            )
    return parts


def credit(desk: Desk, key: str) -> list[Part]:
    """Who somebody behind the camera is."""
    one = desk.library.credits[key]
    card = ("show", "makers")
    arguments = {"name": one.name, "job": Item(f"ask-job-{one.job}", {})}
    told = [desk.stated(fact.text, fact, *card) for fact in one.facts[:1]]
    return [Part("ask-credit", arguments, one.sources, one.confidence, card=card), *told]


def tracks_by(desk: Desk, key: str) -> list[Part]:
    """Which tracks somebody wrote."""
    one = desk.library.credits[key]
    found = [t for t in desk.library.show.tracks if t.writing and key in (*t.writing.music, *t.writing.lyrics)]
    if not found:
        return []
    sources = tuple(dict.fromkeys(source for t in found if t.writing for source in t.writing.sources))
    confidence = lowest_confidence(t.writing.confidence for t in found if t.writing)
    return [
        Part("ask-wrote", {"name": one.name, "tracks": [t.title for t in found]}, sources, confidence, card=("ost",))
    ]


def company(desk: Desk, key: str) -> list[Part]:
    """What a company had to do with it."""
    one = next(company for company in desk.library.show.companies if company.key == key)
    return [
        Part(
            "ask-company",
            {"name": one.name, "part": Prose(one.part)},
            one.sources,
            one.confidence,
            card=("show", "makers"),
        )
    ]


def episode_count(desk: Desk, *_count: str) -> list[Part]:
    """How many episodes there are."""
    episodes, extra = desk.library.show.episodes, desk.library.show.specials
    facts = desk.library.facts("episodes")
    sources = cited(*facts) or cited(*episodes)
    message = "ask-episodes-specials" if extra else "ask-episodes"
    return [Part(message, {"count": len(episodes), "specials": len(extra)}, sources, card=("ratings",))]


def run(desk: Desk) -> list[Part]:
    """From when to when it was shown."""
    episodes = desk.library.show.episodes
    if not episodes:
        return desk.facts("run")
    first, last = episodes[0], episodes[-1]
    arguments = {"first": Day(first.aired), "last": Day(last.aired)}
    return [Part("ask-run", arguments, cited(*desk.library.facts("run")) or cited(first, last), card=("show",))]


def awards(desk: Desk, *about: str) -> list[Part]:
    """Prizes: of the show or of somebody, at a ceremony, in a year, won or missed."""
    found = [
        (award, original)
        for award, original in zip(desk.library.show.awards, desk.original.show.awards, strict=True)
        if all(_is_about(desk, one, award, original) for one in about)
    ]
    whose = next((_named(desk, one) for one in about if _named(desk, one)), None)
    parts = [
        _prizes(
            f"ask-{result}" + ("-by" if whose else ""), [award for award, _ in found if award.result == result], whose
        )
        for result in ("won", "nominated")
    ]
    return [part for part in parts if part] or _not_won(desk, *about)


def _not_won(desk: Desk, *about: str) -> list[Part]:
    """What the facts say of the prizes of somebody whom they know of none."""
    card = ("show", "awards")
    told = [fact for fact in desk.library.facts("awards") if not set(fact.about).isdisjoint(about)]
    return [desk.stated(fact.text, fact, *card) for fact in told] or desk.missing("awards", "awards", card=card)


def _is_about(desk: Desk, word: str, award: Award, original: Award) -> bool:
    """Whether a prize is what one argument of the question asks for."""
    if word == "lost":
        return award.result == "nominated"
    if word == "song":
        return not desk.library.tracks.keys().isdisjoint(award.to)
    if word.isdecimal():
        return str(award.date.year) == word or word in award.award
    if word == slug(original.award):
        return True
    tracks = {track.key for track in desk.library.show.tracks if track.singer == word}
    return word in award.to or not tracks.isdisjoint(award.to)


def _named(desk: Desk, word: str) -> object:
    library = desk.library
    if word in library.members:
        return library.members[word].actor or library.members[word].character
    record = library.tracks.get(word)
    if record:
        return record.title
    other = library.singers.get(word) or library.credits.get(word)
    return other.name if other else None


def _prizes(message: str, found: Sequence[Award], whose: object) -> Part | None:
    if not found:
        return None
    shown = sorted(found, key=lambda award: award.date)[:_MOST_AWARDS]
    items = [
        Item(
            "ask-prize" if whose else "ask-prize-to",
            {
                "category": Prose(one.category),
                "award": Prose(one.award),
                "recipient": Prose(one.recipient),
                "date": Day(one.date, one.precision),
            },
        )
        for one in shown
    ]
    arguments = {"prizes": items, "count": len(found), "more": len(found) - len(shown), "whose": whose or ""}
    return Part(
        message, arguments, cited(*shown), lowest_confidence(one.confidence for one in shown), card=("show", "awards")
    )


def places(desk: Desk, *countries: str) -> list[Part]:
    """Where it was filmed: the countries, and some places of each."""
    card = ("show", "places")
    parts = desk.facts("production", idea="place", card=card)
    by_country: dict[str, list[Place]] = {}
    for place in desk.library.show.places:
        if not place.after_episode and (not countries or place.country.lower() in countries):
            by_country.setdefault(place.country, []).append(place)
    for country, some in by_country.items():
        shown = some[:_MOST_PLACES]
        arguments = {"country": Country(country), "places": [Prose(place.place) for place in shown]}
        parts.append(
            Part("ask-places", arguments, cited(*shown), lowest_confidence(p.confidence for p in shown), card=card)
        )
    return parts


def titles(desk: Desk, *language: str) -> list[Part]:
    """What the show is called in a language, or in several."""
    card = ("show", "story")
    found = [one for one in desk.library.show.titles if not language or one.code.partition("-")[0] == language[0]]
    if not found:
        return desk.missing("title", "show", card=card) if language else []
    items = [Item("ask-title", {"language": Prose(one.language), "title": Prose(one.title)}) for one in found[:6]]
    return [
        Part(
            "ask-titles",
            {"titles": items},
            cited(*found),
            lowest_confidence(one.confidence for one in found),
            card=card,
        )
    ]


def filming(desk: Desk) -> list[Part]:
    """When and for how long it was filmed."""
    return desk.facts("timeline", idea="place", card=("show", "story")) + desk.facts(
        "timeline", idea="days-of-work", card=("show", "story")
    )


def slot(desk: Desk) -> list[Part]:
    """At what time it was shown, and on which days."""
    return desk.facts("slot") + desk.facts("network")


def _topic(
    *topics: Topic, card: tuple[str, ...] = ("show",), most: int = 1, idea: str = "", hole: str = ""
) -> Callable[[Desk], list[Part]]:
    def answer(desk: Desk) -> list[Part]:
        found = desk.facts(*topics, most=most, card=card, idea=idea)
        return found or (desk.missing(hole, "show", card=card) if hole else [])

    return answer


def says(desk: Desk, table: str, *keys: str) -> list[Part]:
    """One statement of the facts."""
    return STATEMENTS[table](desk, *keys)


def _member(desk: Desk, key: str, inner: str) -> list[Part]:
    member = desk.library.members[key]
    fact = next(one for one in member.facts if one.key == inner)
    return [_told(member.character, fact, ("cast", key), after=member.after_episode)]


def _singer(desk: Desk, key: str, inner: str) -> list[Part]:
    singer = desk.library.singers[key]
    return [_told(singer.name, one, ("ost", "singer", key)) for one in singer.facts if one.key == inner]


def _credit(desk: Desk, key: str, inner: str) -> list[Part]:
    person = desk.library.credits[key]
    return [_told(person.name, one, ("show", "makers")) for one in person.facts if one.key == inner]


def _track(desk: Desk, key: str, inner: str) -> list[Part]:
    track = desk.library.tracks[key]
    return [_told(track.title, one, ("ost", key)) for one in track.facts if one.key == inner]


def _scene(desk: Desk, key: str, inner: str) -> list[Part]:
    track = desk.library.tracks[key]
    scene = next(one for one in track.scenes if one.key == inner)
    message = "ask-stated-about-episode" if scene.episode else "ask-stated-about"
    arguments = {"name": track.title, "text": Prose(scene.text), "episode": str(scene.episode or "")}
    return [Part(message, arguments, scene.sources, scene.confidence, scene.after_episode, ("ost", key))]


def _told(name: Name, fact: Fact, card: tuple[str, ...], after: int = 0) -> Part:
    arguments = {"name": name, "text": Prose(fact.text), "episode": ""}
    return Part("ask-stated-about", arguments, fact.sources, fact.confidence, max(after, fact.after_episode), card)


def _fact(desk: Desk, key: str) -> list[Part]:
    fact = next(one for one in desk.library.show.facts if one.key == key)
    return [desk.stated(fact.text, fact, *CARDS.get(fact.topic, ("show",)))]


def _special(desk: Desk, key: str) -> list[Part]:
    special = next(one for one in desk.library.show.specials if one.key == key)
    arguments = {"name": special.name, "text": Prose(special.text), "episode": ""}
    return [
        Part(
            "ask-stated-about", arguments, special.sources, special.confidence, special.after_episode, ("show", "story")
        )
    ]


def _place(desk: Desk, key: str) -> list[Part]:
    place = next(one for one in desk.library.show.places if one.key == key)
    arguments = {"place": Prose(place.place), "used": Prose(place.used_for)}
    return [Part("ask-place", arguments, place.sources, place.confidence, place.after_episode, ("show", "places"))]


def _statement(desk: Desk, key: str) -> list[Part]:
    one = next(one for one in desk.library.show.statements if one.key == key)
    arguments = {
        "who": Prose(one.who),
        "level": Item(f"level-{one.level}", {}),
        "date": Day(one.date, one.precision),
        "text": Prose(one.text),
    }
    card = ("season2", "history")
    told = Part("ask-statement", arguments, one.sources, one.confidence, one.after_episode, card)
    return [told, *season2(desk)[:1]]


def _award(desk: Desk, key: str) -> list[Part]:
    award = next(one for one in desk.library.show.awards if one.key == key)
    part = _prizes(f"ask-{award.result}", [award], None)
    return [part] if part else []


def _edition(desk: Desk, key: str) -> list[Part]:
    edition = next(one for one in desk.library.show.editions if one.key == key)
    arguments = {"name": Prose(edition.name), "contents": [Prose(item.text) for item in edition.contents]}
    return [
        Part("ask-edition", arguments, edition.sources, edition.confidence, edition.after_episode, ("ost", "album"))
    ]


def _false_claim(desk: Desk, key: str) -> list[Part]:
    claim = next(one for one in desk.library.show.false_claims if one.key == key)
    arguments = {"claim": Prose(claim.claim), "verdict": Prose(claim.verdict)}
    return [
        Part("ask-false", arguments, claim.sources, claim.confidence, claim.after_episode, _card_of(desk, claim.about))
    ]


def _unknown(desk: Desk, key: str) -> list[Part]:
    unknown = next(one for one in desk.library.show.unknowns if one.key == key)
    card = _card_of(desk, unknown.about)
    return [
        Part("ask-hole", {"text": Prose(unknown.text)}, card=card, after_episode=unknown.after_episode, known=False)
    ]


def _card_of(desk: Desk, about: Sequence[str]) -> tuple[str, ...]:
    """The card of the first record or section that has one."""
    for key in about:
        if key in desk.library.members:
            return ("cast", key)
        if key in desk.library.tracks:
            return ("ost", key)
        if key in desk.library.singers:
            return ("ost", "singer", key)
        if key in SECTIONS:
            return SECTIONS[key]
    return ("show",)


SECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "cast": ("cast",),
    "album": ("ost", "album"),
    "ratings": ("ratings",),
    "episodes": ("ratings",),
    "netflix": ("ratings", "netflix"),
    "season2": ("season2",),
    "awards": ("show", "awards"),
}
"""On which card a section of the facts stands."""

CARDS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("album", "label", "sales", "line-up"), ("ost", "album")),
    **dict.fromkeys(("charts", "trivia"), ("ost", "charts")),
    **dict.fromkeys(("ratings", "milestones"), ("ratings",)),
    **dict.fromkeys(("netflix", "reading-figures"), ("ratings", "netflix")),
    **dict.fromkeys(("timeline", "neighbours", "runtime", "specials", "titles"), ("show", "story")),
    **dict.fromkeys(("music", "writing", "directing", "production"), ("show", "makers")),
    "adaptation": ("season2", "why"),
    "silence": ("season2",),
    "awards": ("show", "awards"),
    "ending": ("show", "ending"),
}
"""On which card a fact of a topic stands; elsewhere on the first one of the show."""

STATEMENTS: Final[Mapping[str, Callable[..., list[Part]]]] = {
    "member": _member,
    "singer": _singer,
    "credit": _credit,
    "track": _track,
    "scene": _scene,
    "fact": _fact,
    "special": _special,
    "place": _place,
    "statement": _statement,
    "award": _award,
    "edition": _edition,
    "false-claim": _false_claim,
    "unknown": _unknown,
}

ANSWERS: Final[Mapping[str, Callable[..., list[Part]]]] = {
    "season2": season2,
    "season2-why": season2_why,
    "specials": specials,
    "remake": remake,
    "makers": makers,
    "credit": credit,
    "tracks-by": tracks_by,
    "company": company,
    "episode-count": episode_count,
    "run": run,
    "slot": slot,
    "slot-neighbour": _topic("neighbours", card=("show", "story")),
    "channel": _topic("network"),
    "genre": _topic("genre"),
    "budget": _topic("budget", hole="budget"),
    "income": _topic("budget", idea="sales-income"),
    "watch": _topic("watch", most=2),
    "dub": _topic("watch", idea="dub"),
    "premise": _topic("premise"),
    "titles": titles,
    "filming": filming,
    "places": places,
    "awards": awards,
    "says": says,
}
