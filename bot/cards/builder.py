"""How every card looks: one accent, answer first, spoilers barred, sources last, and never over Discord's limits.

A card is written on a :class:`Sheet` from top to bottom. What does not fit on one message becomes further pages, so no
amount of facts can break a limit.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from unicodedata import category

from discord import ButtonStyle, MediaGalleryItem, SelectOption, ui
from discord.utils import escape_markdown

from bot.cards.address import Address, NoSuchAddress
from bot.pictures.cache import PictureState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from bot.domain.library import Library
    from bot.i18n.translator import Words
    from bot.pictures.cache import Picture
    from data.records import Dispute, Fact, FalseClaim, Precision, ShowFact, Source, Sourced, Sure, Unknown

K = TypeVar("K")
T = TypeVar("T")

LABEL = 38
"""A button's label by Discord's design guide; 80 is the hard limit."""
OPTION = 100
"""An option of a select, its description, and a choice of autocomplete."""
ROW = 5
"""Buttons in a row."""
BUTTONS = 10
"""Buttons on a card, beside the pager and the foot."""
OPTIONS = 25
"""Options of a select."""
BODY = 1800
"""UTF-16 units of text on a page above its sources: two screens of a phone. Discord takes 4,000 in all."""
FOOT = 760
"""UTF-16 units that the line of sources may take, addresses included."""
FOOT_SOURCES = 3

JUMP = Address.to("go")
"""What a select holds: the address to go to is the chosen option."""


@dataclass(frozen=True, eq=False, slots=True)
class Place:
    """What a card knows of the bot that shows it; one object until something in it changes."""

    report_url: str = ""
    """Where mistakes can be reported; "" when the operator names no place."""
    command_ids: Mapping[str, int] = field(default_factory=dict[str, int])
    """Discord's ids of the commands, known once they are synced."""

    def mention(self, command: str) -> str:
        """A command that can be clicked, or its name while its id is not known."""
        known = self.command_ids.get(command)
        return f"</{command}:{known}>" if known else f"`/{command}`"


class Reader(NamedTuple):
    """For whom a card is made: facts and words in one language, and the day on which it is read."""

    library: Library
    words: Words
    today: dt.date
    place: Place


class Link(NamedTuple):
    """A button that leads to a card."""

    label: str
    address: Address


class Offer(NamedTuple):
    """A choice that is suggested while a fan types: what is shown, and the key that is sent."""

    name: str
    value: str


class Jump(NamedTuple):
    """An option that leads to a card."""

    label: str
    address: Address
    description: str = ""


class Block(NamedTuple):
    """A paragraph that stays together, and the option that it puts into the page's select."""

    text: str
    jump: Jump | None = None
    aside: bool = False
    """Whether it tells where sources differ, and so is left to the card itself where that stands under an answer."""


class Citation(NamedTuple):
    """A stated fact, how sure it is, and the sources behind it."""

    text: str
    sure: Sure
    sources: tuple[str, ...]
    after_episode: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """One message: a container and what it is called in a log."""

    address: Address
    container: ui.Container[ui.LayoutView]
    picture: Picture | None = None


def shelved(shelf: Mapping[K, T], key: K) -> T:
    """The record that an address names; raises :class:`NoSuchAddress`."""
    if key not in shelf:
        raise NoSuchAddress(str(key))
    return shelf[key]


def units(text: str) -> int:
    """Length as Discord may count it: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def shortened(text: str, limit: int) -> str:
    """At most ``limit`` UTF-16 units, with an ellipsis where something was cut, and no bars or markup left open."""
    if units(text) <= limit:
        return text
    kept = _first(text, limit - 1).rstrip("\\ ")
    if kept.count("||") % 2:  # cut within a spoiler: room for its bars, unless nothing of it is left
        kept = kept[:-2].rstrip("|")
        kept += "||" if kept.count("||") % 2 else ""
    return kept + "…"


def _first(text: str, limit: int) -> str:
    """The beginning of a text, at most ``limit`` UTF-16 units; no character is cut in half."""
    return text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", "ignore")


def plain(text: str) -> str:
    """Text from the facts, shown as it is written."""
    return escape_markdown(text)


_HIDDEN = {"Cc", "Cf", "Co", "Cn", "Zl", "Zp"}
"""Categories of characters that show nothing, or turn the line around."""
_FILLERS = "\u115f\u1160\u3164\uffa0"
"""Hangul letters that show nothing."""
_OPENERS = re.compile(r"://|[@<\[]")
"""What a mention, a link, a time or an emoji of a server begins with."""


def quoted(typed: str, limit: int = 60) -> str:
    """What a user typed, echoed so that it can neither ping, format, link, hide nor turn the line around."""
    seen = (" " if category(char) in _HIDDEN or char in _FILLERS else char for char in typed)
    said = escape_markdown(shortened(" ".join("".join(seen).split()), limit), ignore_links=False)
    return _OPENERS.sub(lambda opener: f"{opener[0][0]}\u200b{opener[0][1:]}", said)


def barred(text: str) -> str:
    """A spoiler; bars inside it cannot close it early."""
    return f"||{text.replace('||', '| |')}||"


class Sheet:
    """A card in the making."""

    def __init__(self, reader: Reader, address: Address, *, per_page: int = OPTIONS) -> None:
        self.reader = reader
        self.words = reader.words
        self.address = address._replace(page=1)
        self.citations: list[Citation] = []
        self._head = ""
        self._blocks: list[Block] = []
        self._heading = ""
        self._links: list[Link] = []
        self._jumps: list[Jump] = []
        self._web: list[tuple[str, str]] = []
        self._foot: list[Link] = []
        self._picture: Picture | None = None
        self._per_page = per_page
        self._aside = False

    # What a card says, from top to bottom.

    def head(self, title: str, *answer: str) -> None:
        """The title, and right under it the answer to the plain question."""
        self._head = "\n".join([f"## {title}", *filter(None, answer)])

    def lead(self, *sentences: str) -> None:
        """Sentences above everything, without a title: an answer, which may have to be barred."""
        self._head = "\n".join(sentences)

    def under(self, card: Sheet, label: str) -> None:
        """The fitting card under an answer: all but where sources differ, for which ``label`` opens it whole."""
        self._blocks += [Block(card.top), *(block for block in card._blocks if not block.aside)]
        self._links += card.links
        self._jumps += card.jumps
        self._web += card.web_links
        self.citations += card.citations
        self.foot(label, *card.address.path)

    def picture(self, picture: Picture | None) -> None:
        """The picture right under the answer, on the first page; None where there is nothing to draw."""
        self._picture = picture

    def heading(self, text: str) -> None:
        """The title of a part; it stays with the paragraph after it."""
        self._heading = f"### {text}\n"

    def text(self, text: str, jump: Jump | None = None) -> None:
        """A paragraph or line; one that is too long for a page is split between its lines."""
        pieces = _split(self._heading + text, BODY)
        self._heading = ""
        jumps = [jump] + [None] * len(pieces)
        self._blocks.extend(Block(piece, jumps[index], self._aside) for index, piece in enumerate(pieces))

    def facts(self, heading: str, facts: Sequence[Fact | ShowFact], *, dated: bool = False, after: int = 0) -> None:
        """A part that lists facts, the safe ones first; nothing at all when there are none.

        ``after`` is the episode from which the subject itself is safe: no fact about it is safe before.
        """
        if facts:
            self.heading(heading)
        for fact in sorted(facts, key=lambda fact: fact.after_episode):
            day = f"**{self.date(fact.date, fact.precision)}** " if dated and fact.date else ""
            self.text(f"- {day}{self.stated(fact.text, fact, after=after)}")

    def stated(self, text: str, record: Sourced, *, after: int = 0) -> str:
        """A sentence of the facts, cited: barred where it gives something away, marked where it is not confirmed."""
        episode = max(after, record.after_episode)
        self.citations.append(Citation(text, record.sure, record.sources, episode))
        return self.kept(plain(text), episode) + self.mark(record.sure)

    def kept(self, said: str, episode: int) -> str:
        """Finished text behind bars, with the episode from which it is safe; as it is where that is 0."""
        return f"{self.words('spoiler-after', episode=episode)} {barred(said)}" if episode else said

    def mark(self, sure: Sure) -> str:
        """How sure a fact is, in words; nothing where two independent publishers confirm it."""
        return "" if sure == "confirmed" else f" *({self.words(f'sure-{sure}')})*"

    def disputes(self, disputes: Iterable[Dispute]) -> None:
        """Where sources differ: every claim with who makes it, and our reading."""
        for dispute in disputes:
            lines = [f"- {plain(claim.says)} ({', '.join(self.publishers(claim.sources))})" for claim in dispute.claims]
            reading = [self.words("dispute-reading", reading=plain(dispute.reading))] if dispute.reading else []
            topic = self.words("dispute-topic", topic=plain(dispute.topic))
            for claim in dispute.claims:
                self.citations.append(Citation(claim.says, "disputed", claim.sources, dispute.after_episode))
            if dispute.after_episode:
                said = " / ".join(line.removeprefix("- ") for line in [plain(dispute.topic), *lines, *reading])
                self.text(f"{self.words('dispute-barred')} {self.kept(said, dispute.after_episode)}")
            else:
                self.text("\n".join([f"**{topic}**", *lines, *reading]))

    def false_claims(self, claims: Iterable[FalseClaim]) -> None:
        """Wrong claims that go round, and why they are wrong."""
        for claim in claims:
            self.cite(claim.verdict, claim)
            said = self.words("false-claim", claim=plain(claim.claim), verdict=plain(claim.verdict))
            self.text(f"- {self.kept(said, claim.after_episode)}")

    def unknown(self, unknowns: Sequence[Unknown]) -> None:
        """What was looked for and not found."""
        if unknowns:
            self.heading(self.words("unknown-heading"))
        for unknown in unknowns:
            self.text(f"- {self.kept(plain(unknown.text), unknown.after_episode)}")

    def disagreements(self, *keys: str) -> None:
        """The usual end of a card: disputes, wrong claims and holes about a record or a section."""
        library = self.reader.library
        self._aside = True
        if disputes := library.disputes_about(*keys):
            self.heading(self.words("dispute-heading"))
            self.disputes(disputes)
        if claims := library.false_claims_about(*keys):
            self.heading(self.words("false-claim-heading"))
            self.false_claims(claims)
        self.unknown(library.unknown_about(*keys))
        self._aside = False

    # Where it leads.

    def link(self, label: str, *path: str) -> None:
        """A button to another card."""
        self._links.append(Link(label, Address.to(*path)))

    def jump(self, label: str, address: Address, description: str = "") -> None:
        """An option to another card, on every page of this one."""
        self._jumps.append(Jump(label, address, description))

    def web(self, label: str, url: str) -> None:
        """A button that leads out of Discord."""
        self._web.append((label, url))

    def foot(self, label: str, *path: str) -> None:
        """A button at the very end: the way up, or to a neighbour."""
        self._foot.append(Link(label, Address.to(*path)))

    # Where it comes from.

    def cite(self, text: str, record: Sourced) -> None:
        """Name a fact's sources at the end of the card."""
        self.citations.append(Citation(text, record.sure, record.sources, record.after_episode))

    def cite_named(self, text: str, sources: tuple[str, ...], sure: Sure = "single", *, after: int = 0) -> None:
        """Name sources of a part of a record that has its own, or is safe only ``after`` an episode."""
        if sources:
            self.citations.append(Citation(text, sure, sources, after))

    def publishers(self, sources: Iterable[str]) -> list[str]:
        """Who says it, each publisher once."""
        return list(dict.fromkeys(plain(self.source(key).publisher) for key in sources))

    def source(self, key: str) -> Source:
        """A source by its key."""
        return self.reader.library.show.sources[key]

    def source_link(self, key: str) -> str:
        """Publisher and date of a source, leading to its page."""
        source = self.source(key)
        day = f", {self.date(source.published, source.precision)}" if source.published else ""
        return f"[{plain(source.publisher)}](<{source.url}>){day}"

    def date(self, day: dt.date, precision: Precision = "day") -> str:
        """A day as the reader writes it."""
        return self.words.date(day, precision)

    # The finished card.

    def page(self, number: int = 1, drawn: PictureState = PictureState.READY) -> Card:
        """One page as a card; raises :class:`NoSuchAddress` for a page that there is not."""
        pages = self._pages()
        if number > len(pages):
            raise NoSuchAddress(str(self.address.turned_to(number)))
        address = self.address.turned_to(number)
        container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=_colour(self.reader.library))
        layout = _Layout(self, pages[number - 1], address, len(pages))
        picture = self._picture if number == 1 else None
        for part in (*layout.top(picture, drawn), *layout.parts()):
            container.add_item(part)
        return Card(address, container, picture)

    def page_count(self) -> int:
        """How many messages the card takes."""
        return len(self._pages())

    def _pages(self) -> list[list[Block]]:
        pages: list[list[Block]] = [[]]
        room, options = BODY - units(self._head), self._per_page
        for block in self._blocks:
            needed = units(block.text) + 1
            if pages[-1] and (needed > room or (block.jump and not options)):
                pages.append([])
                room, options = BODY - units(self._head), self._per_page
            pages[-1].append(block)
            room -= needed
            options -= block.jump is not None
        return pages

    def foot_line(self) -> str:
        """The line of sources: three at most, different publishers first."""
        keys = list(dict.fromkeys(key for citation in self.citations for key in citation.sources))
        by_publisher = {self.source(key).publisher: key for key in reversed(keys)}
        wanted = [key for key in keys if key in by_publisher.values()] + keys
        shown: list[str] = []
        for key in dict.fromkeys(wanted):
            link = self.source_link(key)
            if len(shown) < FOOT_SOURCES and units(" · ".join([*shown, link])) <= FOOT:
                shown.append(link)
        more = len(keys) - len(shown)
        return self.words("sources-line", sources=" · ".join(shown), more=more)

    @property
    def links(self) -> list[Link]:
        """The buttons of the body."""
        return self._links[:BUTTONS]

    @property
    def web_links(self) -> list[tuple[str, str]]:
        """The buttons that lead out of Discord."""
        return self._web[:ROW]

    @property
    def jumps(self) -> list[Jump]:
        """The options of every page."""
        return self._jumps

    @property
    def feet(self) -> list[Link]:
        """The buttons at the end."""
        return self._foot

    @property
    def top(self) -> str:
        """Title and answer."""
        return self._head

    @property
    def title(self) -> str:
        """The title alone, as a button to the card says it."""
        return self._head.split("\n", 1)[0].removeprefix("## ")


class _Layout:
    """The components of one page, in order."""

    def __init__(self, sheet: Sheet, blocks: list[Block], address: Address, pages: int) -> None:
        self.sheet = sheet
        self.words = sheet.words
        self.blocks = blocks
        self.address = address
        self.pages = pages
        self._copies: Counter[Address] = Counter()

    def top(self, picture: Picture | None, drawn: PictureState) -> Iterable[ui.Item[ui.LayoutView]]:
        """Heading, picture, text; without a picture heading and text are one."""
        body = [block.text for block in self.blocks]
        if picture is None or drawn is PictureState.PENDING:
            yield ui.TextDisplay("\n".join([self.sheet.top, *body]))
            return
        if drawn is PictureState.FAILED:
            yield ui.TextDisplay("\n".join([self.sheet.top, f"-# {self.words('chart-missing')}", *body]))
            return
        yield ui.TextDisplay(self.sheet.top)
        shown = f"attachment://{picture.filename}"
        yield ui.MediaGallery(MediaGalleryItem(shown, description=picture.alt, spoiler=picture.spoiler))
        if body:
            yield ui.TextDisplay("\n".join(body))

    def parts(self) -> Iterable[ui.Item[ui.LayoutView]]:
        """Select, buttons, pager, sources, foot."""
        jumps = [block.jump for block in self.blocks if block.jump] + self.sheet.jumps
        if jumps:
            yield ui.ActionRow(self._select(jumps))
        for start in range(0, len(self.sheet.links), ROW):
            yield ui.ActionRow(*(self._button(link) for link in self.sheet.links[start : start + ROW]))
        if self.sheet.web_links:
            buttons = (ui.Button[ui.LayoutView](label=label, url=url) for label, url in self.sheet.web_links)
            yield ui.ActionRow(*buttons)
        if self.pages > 1:
            yield ui.ActionRow(*self._pager())
        feet = self._feet()
        if self.sheet.citations or feet:
            yield ui.Separator()
        if self.sheet.citations:
            yield ui.TextDisplay(f"-# {self.sheet.foot_line()}")
        if feet:
            yield ui.ActionRow(*feet[:ROW])

    def _feet(self) -> list[ui.Button[ui.LayoutView]]:
        feet = [self._button(link) for link in self.sheet.feet]
        if self.sheet.citations:
            link = Link(self.words("sources-button"), Address.to("sources", *self.address.path))
            feet.append(self._button(link))
        return feet

    def _button(self, link: Link, *, disabled: bool = False) -> ui.Button[ui.LayoutView]:
        return ui.Button(
            label=shortened(link.label, LABEL),
            custom_id=self._custom_id(link.address),
            style=ButtonStyle.secondary,
            disabled=disabled,
        )

    def _custom_id(self, address: Address) -> str:
        self._copies[address] += 1
        return address.custom_id(self._copies[address])

    def _pager(self) -> Iterable[ui.Button[ui.LayoutView]]:
        here = self.address.page
        before, after = max(here - 1, 1), min(here + 1, self.pages)
        yield self._button(Link(self.words("page-previous"), self.address.turned_to(before)), disabled=here == 1)
        label = self.words("page-here", page=here, pages=self.pages)
        yield self._button(Link(label, self.address), disabled=True)
        yield self._button(Link(self.words("page-next"), self.address.turned_to(after)), disabled=here == self.pages)

    def _select(self, jumps: Sequence[Jump]) -> ui.Select[ui.LayoutView]:
        unique = list({jump.address: jump for jump in reversed(jumps)}.values())[::-1]
        options = [
            SelectOption(
                label=shortened(jump.label, OPTION),
                value=str(jump.address),
                description=shortened(jump.description, OPTION) or None,
            )
            for jump in unique[:OPTIONS]
        ]
        return ui.Select(custom_id=self._custom_id(JUMP), placeholder=self.words("jump-placeholder"), options=options)


def _colour(library: Library) -> int:
    return int(library.show.about.colour.removeprefix("#"), 16)


def _split(text: str, limit: int) -> list[str]:
    """Pieces of at most ``limit`` units, cut between lines where there are any."""
    pieces = [""]
    for line in text.split("\n"):
        for part in _cut(line, limit):
            joined = f"{pieces[-1]}\n{part}" if pieces[-1] else part
            if units(joined) <= limit:
                pieces[-1] = joined
            else:
                pieces.append(part)
    return pieces


def _cut(line: str, limit: int) -> list[str]:
    """Pieces of a line, cut at blanks where there are any; a spoiler that is cut is barred in every piece."""
    if units(line) <= limit:
        return [line]
    kept = _first(line, limit - 2)
    kept = kept[: kept.rfind(" ") + 1] or kept.rstrip("|\\") or kept
    rest = line[len(kept) :]
    within = kept.count("||") % 2
    return [kept + "||", *_cut("||" + rest, limit)] if within else [kept, *_cut(rest, limit)]
