"""The show at a glance at ``show``, and the crew, story, places, awards and ending at ``show/<part>``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import CardBuilder
from bot.cards.formatting import awards, bilingual, works_line
from bot.cards.text import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.cards.reader import Reader
    from data.records import Topic

LINES: Mapping[str, tuple[Topic, ...]] = {
    "run": ("network", "run", "episodes"),
    "made": ("writing", "directing"),
    "watch": ("watch",),
}
"""The lines of the first card, and the topics of their facts."""
MOST_FACTS = 2
"""Facts of a topic on the first card."""
JOBS = (
    "writer", "director", "music", "composer", "chief-producer", "executive-producer", "producer", "camera", "editor",
)  # fmt: skip


def build(reader: Reader, address: Address) -> CardBuilder:
    """The card at an address of this command. Raises :class:`NoSuchAddress`."""
    match address.path:
        case ("show",):
            return _glance(reader)
        case ("show", part) if part in PARTS:
            return PARTS[part](reader)
        case ("show", part) if part in MORE:
            return MORE[part](reader)
        case _:
            raise NoSuchAddress(str(address))


def _glance(reader: Reader) -> CardBuilder:
    """The premise, and in a line each who made it, when it ran and where to watch it."""
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("show"))
    premise = [card.cited(fact.text, fact) for fact in library.facts("premise")]
    card.title(bilingual(reader, library.show.about.title), *premise)
    for name, topics in LINES.items():
        facts = [fact for topic in topics for fact in card.allowed(library.facts(topic))[:MOST_FACTS]]
        if facts:
            card.text(words(f"show-{name}", facts=words.sentences(card.cited(fact.text, fact) for fact in facts)))
    won = sum(award.result == "won" for award in library.show.awards)
    for part in PARTS:
        level = library.last_episode if part == "ending" else 0
        card.link(words(f"{part}-button", won=won), "show", part, level=level)
    for family in ("cast", "ost", "ratings", "season2"):
        card.footer_link(words(f"{family}-button"), family)
    return card


def _makers(reader: Reader) -> CardBuilder:
    words, library = reader.words, reader.library
    card = _part(reader, "makers")
    card.facts(words("makers-heading"), library.facts("writing", "directing", "production"))
    for job in JOBS:
        people = library.behind(job)
        if people:
            card.heading(words(f"job-{job}"))
        for credit in people:
            card.cite(words.labelled(words(f"job-{job}"), credit.name.in_language(words.language)), credit)
            # One paragraph, so that no name stays behind at the end of a page.
            lines = [f"**{bilingual(reader, credit.name)}**{card.confidence_label(credit)}"]
            lines += [f"- {card.cited(fact.text, fact)}" for fact in card.allowed(credit.facts)]
            if credit.works:
                lines.append(f"-# {works_line(card, credit.works)}")
            card.text("\n".join(lines))
    card.facts(words("job-music"), library.facts("music"))
    if library.show.companies:
        card.heading(words("companies-heading"))
    for company in library.show.companies:
        confidence = card.confidence_label(company)
        part = words.labelled(f"**{bilingual(reader, company.name)}**", escape(company.part))
        card.text(f"- {part}{confidence}")
        card.cite(words.labelled(company.name.in_language(words.language), company.part), company)
    return card


def _places(reader: Reader) -> CardBuilder:
    words, library = reader.words, reader.library
    card = _part(reader, "places")
    countries = dict.fromkeys(place.country for place in library.show.places)
    for country in countries:
        card.heading(words.country(country))
        for place in library.show.places:
            if place.country == country and card.allows(place.after_episode):
                used = card.cited(place.used_for, place)
                note = f"\n  -# {card.spoiler_after(escape(place.note), place.after_episode)}" if place.note else ""
                card.text(f"- {words.labelled(f'**{escape(place.place)}**', used)}{note}")
    return card


def _awards(reader: Reader) -> CardBuilder:
    card = _part(reader, "awards")
    results = Counter(award.result for award in reader.library.show.awards)
    if results:
        card.text(reader.words("awards-count", won=results["won"], nominated=results["nominated"]))
    awards(card, reader.library.show.awards, recipient=True, heading=False)
    card.facts(card.words("facts-heading"), reader.library.facts("awards"))
    card.disputes_link("awards")
    return card


def _story(reader: Reader) -> CardBuilder:
    words, library = reader.words, reader.library
    card = _part(reader, "story")
    card.facts(words("broadcast-heading"), library.facts("genre", "network", "run", "slot", "episodes", "neighbours"))
    card.facts(words("watch-heading"), library.facts("watch"))
    card.facts(words("budget-heading"), library.facts("budget"))
    card.facts(words("timeline-heading"), library.facts("timeline"), dated=True)
    for part, build_part in MORE.items():
        card.detail(words(f"{part}-button"), build_part(reader))
    card.disputes_link("show")
    return card


def _extras(reader: Reader) -> CardBuilder:
    words, library = reader.words, reader.library
    card = _part(reader, "extras")
    specials = card.allowed(library.show.specials)
    if specials:
        card.heading(words("specials-heading"))
    for special in specials:
        name = bilingual(reader, special.name)
        told = words.labelled(name, card.cited(special.text, special))
        card.text(f"- **{card.date(special.aired)}** · {told}")
    card.facts(
        words("facts-heading"), library.facts("specials", "runtime", "adaptation", "trivia", "events"), dated=True
    )
    card.footer_link(words("story-button"), "show", "story")
    return card


def _titles(reader: Reader) -> CardBuilder:
    words, library = reader.words, reader.library
    card = _part(reader, "titles")
    for title in library.show.titles:
        titled = words.labelled(escape(title.language), f"**{escape(title.title)}**")
        card.text(f"- {titled}{card.confidence_label(title)}")
        card.cite(words.labelled(title.language, title.title), title)
    card.facts(words("titles-notes-heading"), library.facts("titles"))
    card.footer_link(words("story-button"), "show", "story")
    return card


def _ending(reader: Reader) -> CardBuilder:
    library = reader.library
    card = _part(reader, "ending")
    for fact in card.allowed(library.ending()):
        card.text(f"- {card.cited(fact.text, fact)}")
    for finale in library.show.episodes[-1:]:
        if not card.allows(finale.number):
            continue
        card.text(f"- {card.spoiler_after(escape(finale.synopsis), finale.number)}")
        card.cite_sources(finale.synopsis, finale.sources, finale.confidence, after=finale.number)
    return card


def _part(reader: Reader, name: str) -> CardBuilder:
    card = CardBuilder(reader, Address.to("show", name))
    card.title(reader.words(f"{name}-title"), reader.words(f"{name}-lead"))
    card.footer_link(reader.words("show-button"), "show")
    return card


PARTS: Mapping[str, Callable[[Reader], CardBuilder]] = {
    "makers": _makers,
    "places": _places,
    "awards": _awards,
    "story": _story,
    "ending": _ending,
}
"""The cards behind the first one, in the order of their buttons."""
MORE: Mapping[str, Callable[[Reader], CardBuilder]] = {
    "extras": _extras,
    "titles": _titles,
}
"""The cards behind that of the broadcast and the timeline."""
