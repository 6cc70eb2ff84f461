"""``show``: the show at a glance; its makers, story, places, awards, broadcast, ending and what is disputed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import Sheet, plain
from bot.cards.formatting import awards, bilingual, works

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.cards.builder import Reader
    from data.records import Topic

GLANCE: tuple[tuple[str, tuple[Topic, ...]], ...] = (
    ("broadcast-heading", ("genre", "network", "run", "slot", "episodes")),
    ("makers-heading", ("writing", "directing", "production")),
    ("budget-heading", ("budget",)),
    ("watch-heading", ("watch",)),
)
"""The parts of the first card and the topics of their facts."""

JOBS = (
    "writer", "director", "music", "composer", "chief-producer", "executive-producer", "producer", "camera", "editor",
)  # fmt: skip


def sheet(reader: Reader, address: Address) -> Sheet:
    """The card at an address of this family; raises :class:`NoSuchAddress`."""
    match address.path:
        case ("show",):
            return _glance(reader)
        case ("show", part) if part in PARTS:
            return PARTS[part](reader)
        case _:
            raise NoSuchAddress(str(address))


def _glance(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = Sheet(reader, Address.to("show"))
    premise = [sheet.stated(fact.text, fact) for fact in library.facts("premise")]
    sheet.head(bilingual(reader, library.show.about.title), *premise)
    for heading, topics in GLANCE:
        sheet.facts(words(heading), library.facts(*topics))
    results = Counter(award.result for award in library.show.awards)
    if results:
        sheet.heading(words("awards-heading"))
        sheet.text(f"- {words('awards-count', won=results['won'], nominated=results['nominated'])}")
    sheet.disagreements("show")
    for part in PARTS:
        sheet.link(words(f"{part}-button"), "show", part)
    for family in ("cast", "ost", "ratings", "season2"):
        sheet.foot(words(f"{family}-button"), family)
    return sheet


def _makers(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = _part(reader, "makers")
    for job in JOBS:
        people = library.behind(job)
        if people:
            sheet.heading(words(f"job-{job}"))
        for credit in people:
            sheet.text(f"**{bilingual(reader, credit.name)}**{sheet.mark(credit.sure)}")
            sheet.cite(f"{words(f'job-{job}')}: {credit.name.latin}", credit)
            for fact in credit.facts:
                sheet.text(f"- {sheet.stated(fact.text, fact)}")
            works(sheet, credit.works)
    sheet.facts(words("job-music"), library.facts("music"))
    if library.show.companies:
        sheet.heading(words("companies-heading"))
    for company in library.show.companies:
        sheet.text(f"- **{bilingual(reader, company.name)}**: {plain(company.part)}{sheet.mark(company.sure)}")
        sheet.cite(f"{company.name.latin}: {company.part}", company)
    return sheet


def _places(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = _part(reader, "places")
    countries = dict.fromkeys(place.country for place in library.show.places)
    for country in countries:
        sheet.heading(words.country(country))
        for place in library.show.places:
            if place.country == country:
                used = sheet.stated(place.used_for, place)
                note = f"\n  -# {sheet.kept(plain(place.note), place.after_episode)}" if place.note else ""
                sheet.text(f"- **{plain(place.place)}**: {used}{note}")
    return sheet


def _awards(reader: Reader) -> Sheet:
    sheet = _part(reader, "awards")
    awards(sheet, reader.library.show.awards, recipient=True)
    sheet.facts(sheet.words("facts-heading"), reader.library.facts("awards"))
    sheet.disagreements("awards")
    return sheet


def _story(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = _part(reader, "story")
    sheet.facts(words("timeline-heading"), library.facts("timeline", "neighbours", "runtime"), dated=True)
    if library.show.specials:
        sheet.heading(words("specials-heading"))
    for special in library.show.specials:
        name = bilingual(reader, special.name)
        sheet.text(f"- **{sheet.date(special.aired)}** · {name}: {sheet.stated(special.text, special)}")
    sheet.facts(words("facts-heading"), library.facts("specials", "adaptation", "trivia"), dated=True)
    if library.show.titles:
        sheet.heading(words("titles-heading"))
    for title in library.show.titles:
        sheet.text(f"- {plain(title.language)}: **{plain(title.title)}**{sheet.mark(title.sure)}")
        sheet.cite(f"{title.language}: {title.title}", title)
    sheet.facts(words("titles-notes-heading"), library.facts("titles"))
    return sheet


def _ending(reader: Reader) -> Sheet:
    library = reader.library
    sheet = _part(reader, "ending")
    for fact in library.facts("ending"):
        sheet.text(f"- {sheet.stated(fact.text, fact)}")
    for finale in library.show.episodes[-1:]:
        sheet.text(f"- {sheet.kept(plain(finale.synopsis), finale.number)}")
        sheet.cite_named(finale.synopsis, finale.sources, finale.sure, after=finale.number)
    return sheet


def _part(reader: Reader, name: str) -> Sheet:
    sheet = Sheet(reader, Address.to("show", name))
    sheet.head(reader.words(f"{name}-title"), reader.words(f"{name}-lead"))
    sheet.foot(reader.words("show-button"), "show")
    return sheet


PARTS: Mapping[str, Callable[[Reader], Sheet]] = {
    "makers": _makers,
    "places": _places,
    "awards": _awards,
    "story": _story,
    "ending": _ending,
}
"""The further cards of the family, in the order of their buttons."""
