"""``cast/who-is-who``: how people hang together; ``cast/spoilers``: what comes out about that in the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards import charts
from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import Citation, Sheet, plain

if TYPE_CHECKING:
    from bot.cards.builder import Reader

SAFE, SPOILERS = "who-is-who", "spoilers"
"""The last words of the two addresses."""


def sheet(reader: Reader, *, spoilers: bool) -> Sheet:
    """One of the two cards; raises :class:`NoSuchAddress` where the facts hold no such relations."""
    words, language = reader.words, reader.words.language
    cast = charts.Cast(reader, spoilers=spoilers)
    address = Address.to("cast", SPOILERS if spoilers else SAFE)
    if not cast.ties:
        raise NoSuchAddress(str(address))
    sheet = Sheet(reader, address)
    key = "who-spoilers" if spoilers else "who"
    show = plain(reader.library.show.about.title.in_language(language))
    sheet.head(words(f"{key}-title", show=show), words(f"{key}-lead"))
    sheet.picture(charts.what_comes_out(reader) if spoilers else charts.who_is_who(reader))
    sheet.heading(words("who-ties-heading"))
    for tie in sorted(cast.ties, key=lambda tie: tie.after_episode):
        of, to = (plain(member.character.in_language(language)) for member in (tie.of, tie.to))
        said = words("who-pair" if tie.mutual else "who-tie", of=of, to=to, word=tie.word(words))
        sheet.text(f"- {sheet.kept(said, tie.after_episode)}{sheet.mark(tie.relation.sure)}")
        cited = f"{of} · {to}: {tie.word(words)}"
        sheet.citations.append(Citation(cited, tie.relation.sure, tie.relation.sources, tie.after_episode))
    other = charts.Cast(reader, spoilers=not spoilers)
    if other.ties:
        button = words("who-button" if spoilers else "who-spoilers-button")
        sheet.link(button, "cast", SAFE if spoilers else SPOILERS)
    sheet.foot(words("cast-button"), "cast")
    return sheet
