"""The cast at ``cast`` and one person at ``cast/<key>``, with details such as ``cast/<key>/relations``.

``cast/supporting`` and ``cast/guests`` list those who are not leads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards import relation_words, relationships, suggestions
from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import CardBuilder, record_or_404
from bot.cards.charts.ego import ego_chart
from bot.cards.charts.relationships import REGULARS, RelationshipGraph
from bot.cards.formatting import awards, bilingual, other_spellings, suggestion_labels, works
from bot.cards.layout import MAX_OPTION, SelectOption, Suggestion
from bot.cards.text import escape, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.cards.reader import Reader
    from bot.domain.library import RelatedMember
    from data.records import Billing, Member, Name

CLOSEST = 4
"""Relations on the first card of a person."""
PARTS: Mapping[str, tuple[Billing, ...]] = {
    "supporting": ("supporting",),
    "guests": ("special-appearance", "minor", "child", "photograph"),
}
"""The lists behind the first card, and the billings in them."""


def build(reader: Reader, address: Address) -> CardBuilder:
    """The card at an address of this command. Raises :class:`NoSuchAddress`."""
    match address.path:
        case ("cast",):
            return _overview(reader)
        case ("cast", relationships.SAFE | relationships.SPOILERS as which):
            return relationships.build(reader, spoilers=which == relationships.SPOILERS)
        case ("cast", part) if part in PARTS:
            return _part(reader, part)
        case ("cast", key):
            return _person(reader, record_or_404(reader.library.members, key))
        case ("cast", key, page) if page in DETAILS:
            return DETAILS[page](reader, record_or_404(reader.library.members, key))
        case _:
            raise NoSuchAddress(str(address))


def address(reader: Reader, who: str) -> Address:
    """The address of the member who is named, or of the whole cast if blank. Raises NoMatch or Ambiguous."""
    # Without text there is nothing to look up, so the first answer after a start need not load the search.
    if not who or reader.knowledge.names.is_blank(who):
        return Address.to("cast")
    key = suggestions.key_of(reader, who, _shown_names)
    return Address.to("cast", key or reader.knowledge.names.cast_member(who).key)


def suggest(reader: Reader, typed: str) -> list[Suggestion]:
    """Suggest members. Any spelling of their names finds them."""
    found = [member.key for member in reader.knowledge.names.find_cast(typed)]
    keys = suggestions.completed(reader, typed, _shown_names, found)
    return [Suggestion(suggestion_name(reader, reader.library.members[key], typed), key) for key in keys]


def _shown_names(reader: Reader) -> Iterator[tuple[str, str]]:
    for member in reader.knowledge.names.find_cast("", limit=len(reader.library.members)):
        names = (member.character, member.actor) if member.actor else (member.character,)
        for typed in suggestions.one_of_each_script(names):
            yield member.key, suggestion_name(reader, member, typed)


def short_name(member: Member, language: str) -> str:
    """The character, or the actor if the character is a spoiler."""
    if member.after_episode:
        return member.actor.in_language(language) if member.actor else "…"
    return member.character.in_language(language)


def label(member: Member, language: str) -> str:
    """A short label for places that cannot hide text: only the actor if the character is a spoiler."""
    return _label(member, lambda name: name.in_language(language))


def _label(member: Member, form: Callable[[Name], str]) -> str:
    actor = member.actor and form(member.actor)
    if member.after_episode:
        return actor or "…"
    character = form(member.character)
    return f"{character} · {actor}" if actor else character


def suggestion_name(reader: Reader, member: Member, typed: str) -> str:
    """The name of a suggestion: in the script that the fan types in, then in another one."""
    shown, other = suggestion_labels(reader, typed, lambda form: _label(member, form))
    return shorten(shown if shown == other else shown + reader.words.aside(other), MAX_OPTION)


def _overview(reader: Reader) -> CardBuilder:
    """The leads with their characters, and the actors of each family or side."""
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("cast"))
    safe = [member for member in library.show.members if member.actor and not member.after_episode]
    leads = [member for member in safe if member.billing == "lead"]
    supporting = [member for member in safe if member.billing == "supporting"]
    title = words("cast-title", show=escape(library.show.about.title.in_language(words.language)))
    card.title(title, *(f"- {_short_line(card, member)}" for member in leads))
    for group in library.show.groups:
        actors = [
            escape(one.actor.in_language(words.language)) for one in supporting if one.group == group.key and one.actor
        ]
        if actors:
            card.text(words("cast-group", group=escape(group.name), actors=words.listed(actors)))
    for member in (*leads, *supporting):
        card.option(label(member, words.language), Address.to("cast", member.key), _hint(member))
        _cite_part(card, member)
    card.placeholder = words("cast-select")
    if RelationshipGraph(reader, spoilers=False, level=reader.level).ties:
        card.link(words("who-button"), "cast", relationships.SAFE)
    for part in PARTS:
        card.detail(words(f"{part}-button"), _part(reader, part), is_counted=False)
    card.footer_link(words("show-button"), "show")
    card.footer_link(words("ost-button"), "ost")
    return card


def _short_line(card: CardBuilder, member: Member) -> str:
    language = card.words.language
    actor = escape(member.actor.in_language(language)) if member.actor else card.words("cast-nobody")
    character = escape(member.character.in_language(language))
    return card.words("cast-line", actor=actor, character=f"**{character}**") + card.confidence_label(member)


def _part(reader: Reader, part: str) -> CardBuilder:
    """The cast members of some billings: who plays whom, in both scripts."""
    words = reader.words
    card = CardBuilder(reader, Address.to("cast", part))
    card.title(words(f"{part}-title"))
    card.placeholder = words("cast-select")
    groups = [group.key for group in reader.library.show.groups]
    members = [one for one in reader.library.show.members if one.actor and one.billing in PARTS[part]]
    if part != "guests":
        members.sort(key=lambda one: groups.index(one.group))
    section = None
    for member in members:
        heading = _section(reader, member, part)
        if heading != section:
            card.heading(heading)
            section = heading
        option = SelectOption(label(member, words.language), Address.to("cast", member.key), _hint(member))
        card.text(_line(card, member), option)
        _cite_part(card, member)
    if part == "guests":
        card.disputes_link("cast")
    for other in PARTS:
        if other != part:
            card.footer_link(words(f"{other}-button"), "cast", other)
    card.footer_link(words("cast-button"), "cast")
    return card


def _cite_part(card: CardBuilder, member: Member) -> None:
    """Cite who somebody is. Even if the character is a spoiler, it is none that the actor is in the show."""
    if member.after_episode > card.reader.level:
        card.cite_sources(label(member, card.words.language), member.sources, member.confidence)
    else:
        card.cite(member.role, member)


def _section(reader: Reader, member: Member, part: str) -> str:
    """The heading above a member: the family or side, or for guests the billing."""
    if part == "guests":
        return reader.words(f"billing-{member.billing}-heading")
    return escape(_group(reader, member))


def _group(reader: Reader, member: Member) -> str:
    return next(group.name for group in reader.library.show.groups if group.key == member.group)


def _line(card: CardBuilder, member: Member) -> str:
    actor = bilingual(card.reader, member.actor) if member.actor else card.words("cast-nobody")
    character = bilingual(card.reader, member.character)
    if not card.allows(member.after_episode):
        return actor
    if member.after_episode:
        return f"{actor} — {card.spoiler_after(character, member.after_episode)}"
    return card.words("cast-line", actor=actor, character=f"**{character}**")


def _hint(member: Member) -> str:
    return "" if member.after_episode else member.role


def _person(reader: Reader, member: Member) -> CardBuilder:
    """Who plays whom, the role, the closest relations, and buttons to the details."""
    words = reader.words
    card = CardBuilder(reader, Address.to("cast", member.key))
    _cite_part(card, member)
    _head(card, member)
    if card.allows(member.after_episode):
        card.text(card.spoiler_after(escape(member.role), member.after_episode))
    _closest(card, member)
    for track in reader.library.sung_by(member):
        title = track.title.in_language(words.language)
        card.text(words("person-sings", title=f"**{escape(title)}**"))
        card.cite(track.title.in_language(card.words.language), track)
        card.link(words("track-link", title=title), "ost", track.key)
    for page, build_page in DETAILS.items():
        card.detail(words(f"{page}-button"), build_page(reader, member))
    card.disputes_link(member.key)
    card.footer_link(words("cast-button"), "cast")
    return card


def _head(card: CardBuilder, member: Member) -> None:
    words = card.words
    character = bilingual(card.reader, member.character)
    actor = bilingual(card.reader, member.actor) if member.actor else ""
    billing = words(f"billing-{member.billing}")
    if not member.after_episode:
        answer = words("person-played-by", actor=f"**{actor}**", billing=billing) if actor else words("person-uncast")
        card.title(character, answer + card.confidence_label(member))
        return
    answer = billing
    if member.after_episode <= card.reader.level:
        character = card.spoiler_after(character, member.after_episode)
        answer = words("person-plays", character=character, billing=billing)
    card.title(actor or words("person-unnamed"), answer + card.confidence_label(member))


def _closest(card: CardBuilder, member: Member) -> None:
    """The closest relations that give nothing away."""
    related = [
        one
        for one in card.reader.library.related(member)
        if not _after(one) and one.member.billing in REGULARS and one.kind != "younger-self"
    ]
    shown = list({one.member.key: one for one in reversed(related)}.values())[::-1][:CLOSEST]
    for one in shown:
        card.text("- " + card.words.labelled(_relation_label(card, one), f"**{_name(card, one.member)}**"))
        _cite_relation(card, one)


def _details(reader: Reader, member: Member, page: str) -> CardBuilder:
    """A detail page with a title and the way back, still without content."""
    words = reader.words
    name = short_name(member, words.language)
    card = CardBuilder(reader, Address.to("cast", member.key, page))
    card.title(words(f"{page}-title", name=escape(name)))
    card.footer_link(name, "cast", member.key)
    card.footer_link(words("cast-button"), "cast")
    return card


def _relations(reader: Reader, member: Member) -> CardBuilder:
    card = _details(reader, member, "relations")
    card.picture(ego_chart(reader, member))
    card.placeholder = reader.words("cast-select")
    for one in sorted(reader.library.related(member), key=_after):
        if not card.allows(_after(one)):
            continue
        card.text(f"- {card.spoiler_after(_relation(card, one), _after(one))}")
        _cite_relation(card, one)
        if not _after(one):
            word = _relation_label(card, one)
            card.option(label(one.member, reader.words.language), Address.to("cast", one.member.key), word)
    return card


def _after(one: RelatedMember) -> int:
    """The episode after which a relation is safe. Both people have to be safe as well."""
    return max(one.relation.after_episode, one.member.after_episode, one.subject.after_episode)


def _relation_label(card: CardBuilder, one: RelatedMember) -> str:
    return relation_words.label(card.words, one.kind, one.member.gender, one.subject.gender)


def _relation(card: CardBuilder, one: RelatedMember) -> str:
    word = _relation_label(card, one)
    name = bilingual(card.reader, one.member.character)
    detail = card.words.aside(escape(one.relation.detail or ""))
    return card.words.labelled(word, f"**{name}**{detail}{card.confidence_label(one.relation)}")


def _cite_relation(card: CardBuilder, one: RelatedMember) -> None:
    cited = card.words.labelled(one.member.character.in_language(card.words.language), _relation_label(card, one))
    card.cite_sources(cited, one.relation.sources, one.relation.confidence, after=_after(one))


def _name(card: CardBuilder, member: Member) -> str:
    return escape(member.character.in_language(card.words.language))


def _about(reader: Reader, member: Member) -> CardBuilder:
    """What else is known: the person in short, then the facts."""
    card = _details(reader, member, "about")
    if lines := list(_profile(card, member)):
        card.text("\n".join(lines))
    facts = (*reader.library.told_of(member), *reader.library.facts_about(member.key))
    for fact in sorted(card.allowed(facts, after=member.after_episode), key=lambda one: one.after_episode):
        card.text(f"- {card.cited(fact.text, fact, after=member.after_episode)}")
    return card


def _profile(card: CardBuilder, member: Member) -> Iterator[str]:
    words = card.words
    if not member.after_episode:
        group = _group(card.reader, member)
        yield words("person-side", side=escape(group))
        card.cite(words("person-side", side=group), member)
        if also := other_spellings(card.reader, member.character):
            yield words("person-also", names=words.listed(map(escape, also)))
    if member.age is not None and not member.after_episode:
        yield words("person-age", age=member.age)
        card.cite_sources(words("person-age", age=member.age), member.age_sources)
    if member.appears and card.allows(member.after_episode):
        # How long somebody stays in the show can be a spoiler.
        where = card.spoiler_after(escape(member.appears.text), member.after_episode)
        yield words("person-appears", where=where)
        card.cite_sources(member.appears.text, member.appears.sources, after=member.after_episode)
    if member.born:
        born = words("person-born", date=card.date(member.born.date))
        yield born + card.confidence_label(member.born)
        card.cite_sources(born, member.born.sources, member.born.confidence)


def _works(reader: Reader, member: Member) -> CardBuilder:
    card = _details(reader, member, "works")
    works(card, member.works)
    awards(card, reader.library.awards_to(member.key))
    return card


DETAILS: Mapping[str, Callable[[Reader, Member], CardBuilder]] = {
    "relations": _relations,
    "about": _about,
    "works": _works,
}
"""The detail pages of a person, in the order of their buttons."""
