"""Every source behind a card, fact by fact, and how sure each fact is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.builder import Sheet, plain, shortened

if TYPE_CHECKING:
    from bot.cards.address import Address
    from bot.cards.builder import Citation, Reader

FACT = 160
"""UTF-16 units of a fact that are repeated here; the card itself has it whole."""


def sheet(reader: Reader, address: Address, of: Sheet) -> Sheet:
    """The sources of the card ``of``."""
    paper = Sheet(reader, address)
    keys = {key for citation in of.citations for key in citation.sources}
    paper.head(reader.words("sources-title"), reader.words("sources-lead", facts=len(of.citations), sources=len(keys)))
    for citation in of.citations:
        paper.text("\n".join([_fact(paper, citation), *(f"-# {paper.source_link(key)}" for key in citation.sources)]))
    paper.foot(reader.words("sources-back"), *of.address.path)
    return paper


def _fact(paper: Sheet, citation: Citation) -> str:
    said = paper.kept(plain(shortened(citation.text, FACT)), citation.after_episode)
    return f"- {said} **{paper.words(f'sure-{citation.sure}')}**"
