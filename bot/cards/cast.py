"""The cast in billing order at ``cast``, and one actor and character at ``cast/<key>``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards import relation_words, relationships
from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import CardBuilder, Citation, record_or_404
from bot.cards.charts.ego import ego_chart
from bot.cards.charts.relationships import RelationshipGraph
from bot.cards.formatting import awards, bilingual, suggestion_labels, works
from bot.cards.layout import MAX_OPTION, SelectOption, Suggestion
from bot.cards.text import escape, shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.cards.reader import Reader
    from bot.domain.library import RelatedMember
    from data.records import Member, Name

PER_PAGE = 12
CLOSEST = 5
"""Related people who get a button. The others are options of the select."""


def build(reader: Reader, address: Address) -> CardBuilder:
    """The card at an address of this command. Raises :class:`NoSuchAddress`."""
    match address.path:
        case ("cast",):
            return _overview(reader)
        case ("cast", relationships.SAFE | relationships.SPOILERS as which):
            return relationships.build(reader, spoilers=which == relationships.SPOILERS)
        case ("cast", key):
            return _person(reader, record_or_404(reader.library.members, key))
        case _:
            raise NoSuchAddress(str(address))


def address(reader: Reader, who: str) -> Address:
    """The address of the member who is named, or of the whole cast if blank. Raises NoMatch or Ambiguous."""
    # Without text there is nothing to look up, so the first answer after a start need not load the search.
    if not who or reader.knowledge.names.is_blank(who):
        return Address.to("cast")
    return Address.to("cast", reader.knowledge.names.cast_member(who).key)


def suggest(reader: Reader, typed: str) -> list[Suggestion]:
    """Suggest members. Any spelling of their names finds them."""
    return [Suggestion(suggestion_name(reader, one, typed), one.key) for one in reader.knowledge.names.find_cast(typed)]


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
    return shorten(shown if shown == other else f"{shown} ({other})", MAX_OPTION)


def _overview(reader: Reader) -> CardBuilder:
    words, library = reader.words, reader.library
    card = CardBuilder(reader, Address.to("cast"), options_per_page=PER_PAGE)
    played = [member for member in library.show.members if member.actor]
    card.title(
        words("cast-title", show=escape(library.show.about.title.in_language(words.language))),
        words("cast-lead", count=len(played)),
    )
    billing = None
    for member in played:
        if member.billing != billing:
            card.heading(words(f"billing-{member.billing}-heading"))
            billing = member.billing
        option = SelectOption(label(member, words.language), Address.to("cast", member.key), _hint(member))
        card.text(_line(card, member), option)
        card.cite(label(member, words.language), member)
    card.disputes_section("cast")
    if RelationshipGraph(reader, spoilers=False).ties:
        card.link(words("who-button"), "cast", relationships.SAFE)
    card.footer_link(words("show-button"), "show")
    card.footer_link(words("ost-button"), "ost")
    return card


def _line(card: CardBuilder, member: Member) -> str:
    actor = bilingual(card.reader, member.actor) if member.actor else card.words("cast-nobody")
    character = bilingual(card.reader, member.character)
    if member.after_episode:
        return f"{actor} — {card.spoiler_after(character, member.after_episode)}"
    return card.words("cast-line", actor=actor, character=f"**{character}**")


def _hint(member: Member) -> str:
    return "" if member.after_episode else member.role


def _person(reader: Reader, member: Member) -> CardBuilder:
    card = CardBuilder(reader, Address.to("cast", member.key))
    card.cite(member.role, member)
    _head(card, member)
    card.picture(ego_chart(reader, member))
    _about(card, member)
    _relations(card, member)
    _songs(card, member)
    works(card, member.works)
    facts = (*reader.library.told_of(member), *reader.library.facts_about(member.key))
    card.facts(card.words("facts-heading"), facts, after=member.after_episode)
    awards(card, reader.library.awards_to(member.key))
    card.disputes_section(member.key)
    card.footer_link(card.words("cast-button"), "cast")
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
    answer = words("person-plays", character=card.spoiler_after(character, member.after_episode), billing=billing)
    card.title(actor or words("person-unnamed"), answer + card.confidence_label(member))


def _about(card: CardBuilder, member: Member) -> None:
    words = card.words
    card.text(card.spoiler_after(escape(member.role), member.after_episode))
    group = next(group.name for group in card.reader.library.show.groups if group.key == member.group)
    lines: list[str] = []
    if not member.after_episode:
        lines.append(words("person-side", side=escape(group)))
        if member.character.also:
            lines.append(words("person-also", names=", ".join(map(escape, member.character.also))))
    if member.age is not None and not member.after_episode:
        lines.append(words("person-age", age=member.age))
        card.cite_sources(words("person-age", age=member.age), member.age_sources)
    if member.appears:
        # How long somebody stays in the show can be a spoiler.
        where = card.spoiler_after(escape(member.appears.text), member.after_episode)
        lines.append(words("person-appears", where=where))
        card.cite_sources(member.appears.text, member.appears.sources, after=member.after_episode)
    if member.born:
        born = words("person-born", date=card.date(member.born.date)) + card.confidence_label(member.born)
        lines.append(born)
        card.cite_sources(
            words("person-born", date=card.date(member.born.date)), member.born.sources, member.born.confidence
        )
    if lines:
        card.text("\n".join(f"-# {line}" for line in lines))


def _relations(card: CardBuilder, member: Member) -> None:
    related = card.reader.library.related(member)
    if not related:
        return
    card.heading(card.words("relations-heading"))
    safe = [one for one in related if not _after(one)]
    for one in safe:
        card.text(f"- {_relation(card, one)}")
    for one in sorted(related, key=_after):
        if _after(one):
            card.text(f"- {card.spoiler_after(_relation(card, one), _after(one))}")
    for one in related:
        cited = f"{one.member.character.latin}: {_relation_label(card, one)}"
        card.citations.append(Citation(cited, one.relation.confidence, one.relation.sources, _after(one)))
    _relation_links(card, safe)


def _after(one: RelatedMember) -> int:
    """The episode after which a relation is safe. Both people have to be safe as well."""
    return max(one.relation.after_episode, one.member.after_episode, one.subject.after_episode)


def _relation_label(card: CardBuilder, one: RelatedMember) -> str:
    return relation_words.label(card.words, one.kind, one.member.gender, one.subject.gender)


def _relation(card: CardBuilder, one: RelatedMember) -> str:
    word = _relation_label(card, one)
    name = bilingual(card.reader, one.member.character)
    detail = f" ({escape(one.relation.detail)})" if one.relation.detail else ""
    return f"{word}: **{name}**{detail}{card.confidence_label(one.relation)}"


def _relation_links(card: CardBuilder, safe: list[RelatedMember]) -> None:
    language = card.words.language
    people = {one.member.key: one for one in reversed(safe)}
    ordered = [people[key] for key in dict.fromkeys(one.member.key for one in safe)]
    for one in ordered[:CLOSEST]:
        word = _relation_label(card, one)
        card.link(f"{word}: {one.member.character.in_language(language)}", "cast", one.member.key)
    for one in ordered[CLOSEST:]:
        word = _relation_label(card, one)
        card.option(label(one.member, language), Address.to("cast", one.member.key), word)


def _songs(card: CardBuilder, member: Member) -> None:
    for track in card.reader.library.sung_by(member):
        title = track.title.in_language(card.words.language)
        card.text(card.words("person-sings", title=f"**{bilingual(card.reader, track.title)}**"))
        card.link(card.words("track-link", title=title), "ost", track.key)
