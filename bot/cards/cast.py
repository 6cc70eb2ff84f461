"""``cast``: the cast by billing; ``cast/<key>``: one actor and character. ``who`` has the charts of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards import charts, relationships
from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import OPTION, Citation, Jump, Offer, Sheet, plain, shelved, shortened
from bot.cards.formatting import awards, bilingual, suggestion_labels, works

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.cards.builder import Reader
    from bot.domain.library import RelatedMember
    from data.records import Member, Name

PER_PAGE = 12
CLOSEST = 5
"""People who get a button; all of them are in the select."""


def sheet(reader: Reader, address: Address) -> Sheet:
    """The card at an address of this family; raises :class:`NoSuchAddress`."""
    match address.path:
        case ("cast",):
            return _overview(reader)
        case ("cast", relationships.SAFE | relationships.SPOILERS as which):
            return relationships.sheet(reader, spoilers=which == relationships.SPOILERS)
        case ("cast", key):
            return _person(reader, shelved(reader.library.members, key))
        case _:
            raise NoSuchAddress(str(address))


def address(reader: Reader, who: str) -> Address:
    """The card of whom a fan named, or the whole cast when nobody is; raises NoMatch or Ambiguous."""
    library = reader.library
    return Address.to("cast", *(() if library.is_blank(who) else (library.cast_member(who).key,)))


def offers(reader: Reader, typed: str) -> list[Offer]:
    """Members under every spelling."""
    return [Offer(suggestion(reader, one, typed), one.key) for one in reader.library.find_cast(typed)]


def label(member: Member, language: str) -> str:
    """Return a short label for places that cannot hide text: only the actor when the part itself is a spoiler."""
    return _label(member, lambda name: name.in_language(language))


def _label(member: Member, form: Callable[[Name], str]) -> str:
    actor = member.actor and form(member.actor)
    if member.after_episode:
        return actor or "…"
    character = form(member.character)
    return f"{character} · {actor}" if actor else character


def suggestion(reader: Reader, member: Member, typed: str) -> str:
    """Return the autocomplete label of a member: in the script that the fan types in, then in another one."""
    shown, other = suggestion_labels(reader, typed, lambda form: _label(member, form))
    return shortened(shown if shown == other else f"{shown} ({other})", OPTION)


def _overview(reader: Reader) -> Sheet:
    words, library = reader.words, reader.library
    sheet = Sheet(reader, Address.to("cast"), per_page=PER_PAGE)
    played = [member for member in library.show.members if member.actor]
    sheet.head(
        words("cast-title", show=plain(library.show.about.title.in_language(words.language))),
        words("cast-lead", count=len(played)),
    )
    billing = None
    for member in played:
        if member.billing != billing:
            sheet.heading(words(f"billing-{member.billing}-heading"))
            billing = member.billing
        jump = Jump(label(member, words.language), Address.to("cast", member.key), _hint(member))
        sheet.text(_line(sheet, member), jump)
        sheet.cite(label(member, words.language), member)
    sheet.disagreements("cast")
    if charts.Cast(reader, spoilers=False).ties:
        sheet.link(words("who-button"), "cast", relationships.SAFE)
    sheet.foot(words("show-button"), "show")
    sheet.foot(words("ost-button"), "ost")
    return sheet


def _line(sheet: Sheet, member: Member) -> str:
    actor = bilingual(sheet.reader, member.actor) if member.actor else sheet.words("cast-nobody")
    character = bilingual(sheet.reader, member.character)
    if member.after_episode:
        return f"{actor} — {sheet.kept(character, member.after_episode)}"
    return sheet.words("cast-line", actor=actor, character=f"**{character}**")


def _hint(member: Member) -> str:
    return "" if member.after_episode else member.role


def _person(reader: Reader, member: Member) -> Sheet:
    sheet = Sheet(reader, Address.to("cast", member.key))
    sheet.cite(member.role, member)
    _head(sheet, member)
    sheet.picture(charts.circle(reader, member))
    _about(sheet, member)
    _relations(sheet, member)
    _songs(sheet, member)
    works(sheet, member.works)
    facts = (*member.facts, *reader.library.facts_about(member.key))
    sheet.facts(sheet.words("facts-heading"), facts, after=member.after_episode)
    awards(sheet, reader.library.awards_to(member.key))
    sheet.disagreements(member.key)
    sheet.foot(sheet.words("cast-button"), "cast")
    return sheet


def _head(sheet: Sheet, member: Member) -> None:
    words = sheet.words
    character = bilingual(sheet.reader, member.character)
    actor = bilingual(sheet.reader, member.actor) if member.actor else ""
    billing = words(f"billing-{member.billing}")
    if not member.after_episode:
        answer = words("person-played-by", actor=f"**{actor}**", billing=billing) if actor else words("person-uncast")
        sheet.head(character, answer + sheet.mark(member.sure))
        return
    answer = words("person-plays", character=sheet.kept(character, member.after_episode), billing=billing)
    sheet.head(actor or words("person-unnamed"), answer + sheet.mark(member.sure))


def _about(sheet: Sheet, member: Member) -> None:
    words = sheet.words
    sheet.text(sheet.kept(plain(member.role), member.after_episode))
    group = next(group.name for group in sheet.reader.library.show.groups if group.key == member.group)
    lines: list[str] = []
    if not member.after_episode:
        lines.append(words("person-side", side=plain(group)))
        if member.character.also:
            lines.append(words("person-also", names=", ".join(map(plain, member.character.also))))
    if member.age is not None and not member.after_episode:
        lines.append(words("person-age", age=member.age))
        sheet.cite_named(words("person-age", age=member.age), member.age_sources)
    if member.appears:
        where = sheet.kept(plain(member.appears.text), member.after_episode)  # how long they stay gives things away
        lines.append(words("person-appears", where=where))
        sheet.cite_named(member.appears.text, member.appears.sources, after=member.after_episode)
    if member.born:
        born = words("person-born", date=sheet.date(member.born.date)) + sheet.mark(member.born.sure)
        lines.append(born)
        sheet.cite_named(words("person-born", date=sheet.date(member.born.date)), member.born.sources, member.born.sure)
    if lines:
        sheet.text("\n".join(f"-# {line}" for line in lines))


def _relations(sheet: Sheet, member: Member) -> None:
    related = sheet.reader.library.related(member)
    if not related:
        return
    sheet.heading(sheet.words("relations-heading"))
    safe = [one for one in related if not _after(one)]
    for one in safe:
        sheet.text(f"- {_relation(sheet, one)}")
    for one in sorted(related, key=_after):
        if _after(one):
            sheet.text(f"- {sheet.kept(_relation(sheet, one), _after(one))}")
    for one in related:
        said = (
            f"{one.member.character.latin}: {sheet.words('relation-' + one.kind, gender=one.member.gender or 'other')}"
        )
        sheet.citations.append(Citation(said, one.relation.sure, one.relation.sources, _after(one)))
    _relation_links(sheet, safe)


def _after(one: RelatedMember) -> int:
    """From which episode on a relation is safe: not before both people are."""
    return max(one.relation.after_episode, one.member.after_episode, one.subject.after_episode)


def _relation(sheet: Sheet, one: RelatedMember) -> str:
    word = sheet.words(f"relation-{one.kind}", gender=one.member.gender or "other")
    name = bilingual(sheet.reader, one.member.character)
    detail = f" ({plain(one.relation.detail)})" if one.relation.detail else ""
    return f"{word}: **{name}**{detail}{sheet.mark(one.relation.sure)}"


def _relation_links(sheet: Sheet, safe: list[RelatedMember]) -> None:
    language = sheet.words.language
    people = {one.member.key: one for one in reversed(safe)}
    ordered = [people[key] for key in dict.fromkeys(one.member.key for one in safe)]
    for one in ordered[:CLOSEST]:
        word = sheet.words(f"relation-{one.kind}", gender=one.member.gender or "other")
        sheet.link(f"{word}: {one.member.character.in_language(language)}", "cast", one.member.key)
    for one in ordered[CLOSEST:]:
        word = sheet.words(f"relation-{one.kind}", gender=one.member.gender or "other")
        sheet.jump(label(one.member, language), Address.to("cast", one.member.key), word)


def _songs(sheet: Sheet, member: Member) -> None:
    for track in sheet.reader.library.sung_by(member):
        title = track.title.in_language(sheet.words.language)
        sheet.text(sheet.words("person-sings", title=f"**{bilingual(sheet.reader, track.title)}**"))
        sheet.link(sheet.words("track-link", title=title), "ost", track.key)
