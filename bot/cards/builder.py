"""Builds a card from top to bottom: answer first, then what the reader's spoiler level allows, sources last.

What does not fit on one message goes on further pages, so no amount of facts can exceed a limit of Discord.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from bot.cards import components
from bot.cards.address import FAILURE, Address, NoSuchAddress
from bot.cards.layout import (
    BUTTONS_PER_ROW,
    MAX_BUTTONS,
    MAX_OPTIONS,
    PAGE_LENGTH,
    PICTURE_ROWS,
    SOURCE_LINE_WIDTH,
    Block,
    Card,
    Controls,
    Link,
    SelectOption,
    WebLink,
    button_rows,
    paginate,
)
from bot.cards.text import display_width, escape, split, spoiler, unescape
from bot.pictures.cache import PictureState
from data.records import Beat

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.cards.components import Component
    from bot.cards.reader import Reader
    from bot.i18n.messages import Catalog
    from bot.pictures.cache import Picture
    from data.records import (
        Confidence,
        Dispute,
        Fact,
        FalseClaim,
        Precision,
        Publisher,
        PublisherKind,
        ShowFact,
        Sourced,
        Unknown,
    )

K = TypeVar("K")
T = TypeVar("T")
D = TypeVar("D", bound="_Dated")


class _Supported(Protocol):
    """A fact with its confidence and the keys of its sources."""

    @property
    def confidence(self) -> Confidence: ...
    @property
    def sources(self) -> tuple[str, ...]: ...


class _Dated(Protocol):
    """A fact that is safe after an episode."""

    @property
    def after_episode(self) -> int: ...


class Citation(NamedTuple):
    """A statement, its confidence, and the keys of its sources."""

    text: str
    confidence: Confidence
    sources: tuple[str, ...]
    after_episode: int = 0


class TitleOnly(Exception):
    """Ends the building of a card of which only this title is needed."""


def record_or_404(records: Mapping[K, T], key: K) -> T:
    """The record that an address names. Raises :class:`NoSuchAddress`."""
    if key not in records:
        raise NoSuchAddress(str(key))
    return records[key]


def audience_line(reader: Reader) -> str:
    """For whom a card is that holds spoilers; "" for one that is for everybody."""
    if not reader.level:
        return ""
    key = "audience-bars" if reader.is_public else "audience"
    return f"-# {reader.words(key, episode=reader.level, left=reader.library.last_episode - reader.level)}"


@lru_cache(maxsize=500)
def publisher_name(words: Catalog, publisher: Publisher) -> str:
    """The name of a publisher; a blog is called one."""
    return words("publisher", name=escape(publisher.name), kind=publisher.kind)


class CardBuilder:
    """A card under construction."""

    def __init__(self, reader: Reader, address: Address, *, options_per_page: int = MAX_OPTIONS) -> None:
        self.reader = reader
        self.words = reader.words
        self.address = address.with_page(1)
        self.citations: list[Citation] = []
        self.disputed_keys: tuple[str, ...] = ()
        """The records and sections whose disputes have a card of their own behind a button."""
        self.opening = ""
        """The title and the answer below it."""
        self._blocks: list[Block] = []
        self._heading = ""
        self._links: list[Link] = []
        self._options: list[SelectOption] = []
        self._web_links: list[WebLink] = []
        self._footer_links: list[Link] = []
        self._picture: Picture | None = None
        self._options_per_page = options_per_page
        self.placeholder = self.words("select-placeholder")
        """What the select says while nothing is chosen."""
        self.offers_levels = False
        """Whether readers can choose their spoiler level even if nothing is withheld."""
        self._withheld: list[int] = []
        """The episodes after which the withheld facts are safe."""
        self._has_bars = False

    # Spoilers.

    def allows(self, episode: int) -> bool:
        """Whether the card may tell what is safe after an episode. What it may not tell is counted, and left out."""
        if episode > self.reader.level:
            self._withheld.append(episode)
        return episode <= self.reader.level

    def allowed(self, facts: Iterable[D], *, after: int = 0) -> list[D]:
        """The facts that the card may tell, in the same order. The others are counted, and left out.

        ``after`` is the episode after which their subject is safe; no fact about it is safe earlier.
        """
        return [fact for fact in facts if self.allows(max(after, fact.after_episode))]

    def spoiler_after(self, text: str, episode: int) -> str:
        """Markdown that is safe after an episode: open, behind bars on a public card, "" if the reader may not see it.

        Nothing is counted here; ask :meth:`allows` first.
        """
        if episode > self.reader.level:
            return ""
        return text if episode <= self.reader.open_level else self.barred(text, episode)

    def barred(self, text: str, episode: int) -> str:
        """Markdown behind bars, labelled with the episode after which it is safe."""
        self._has_bars = True
        return self.words.sentences([self.words("spoiler-after", episode=episode), spoiler(text)])

    # Content, from top to bottom.

    def title(self, title: str, *answer: str) -> None:
        """The title, and directly below it the answer to the obvious question."""
        self.opening = "\n".join([f"## {title}", *filter(None, answer)])
        if self.reader.needs_title:
            raise TitleOnly(self.title_text)

    def intro(self, *sentences: str) -> None:
        """Sentences at the top, without a title: an answer, which may have to be a spoiler."""
        self.opening = "\n".join(sentences)

    def picture(self, picture: Picture | None) -> None:
        """The picture below the answer on the first page, or None if there is nothing to draw."""
        self._picture = picture

    def heading(self, text: str) -> None:
        """The heading of a section. It stays on one page with the paragraph after it."""
        self._heading = f"### {text}\n"

    def text(self, text: str, option: SelectOption | None = None) -> None:
        """A paragraph or line. One that is too long for a page is split between its lines."""
        pieces = split(self._heading + text, PAGE_LENGTH)
        self._heading = ""
        self._blocks += [Block(piece, None if index else option) for index, piece in enumerate(pieces)]

    def facts(
        self, heading: str, facts: Sequence[Fact | ShowFact | Beat], *, dated: bool = False, after: int = 0
    ) -> None:
        """A section that lists facts, the safe ones first. Without facts, there is no section.

        ``after`` is the episode after which their subject is safe; no fact about it is safe earlier.
        """
        facts = self.allowed(facts, after=after)
        if facts:
            self.heading(heading)
        for fact in sorted(facts, key=lambda fact: fact.after_episode):
            day = self._day(fact) if dated else ""
            self.text(f"- {day}{self.cited(fact.text, fact, after=after)}")

    def _day(self, fact: Fact | ShowFact | Beat) -> str:
        """The date in front of a dated fact. What happens in the story has none."""
        if isinstance(fact, Beat) or not fact.date:
            return ""
        return f"**{self.date(fact.date, fact.precision)}** "

    def cited(self, text: str, record: Sourced, *, after: int = 0) -> str:
        """A sentence from the facts, with its citation noted, labelled if not confirmed; "" if it is not allowed."""
        episode = max(after, record.after_episode)
        if not self.allows(episode):
            return ""
        self.cite_sources(text, record.sources, record.confidence, after=episode)
        return self.spoiler_after(escape(text), episode) + self.confidence_label(record)

    def confidence_label(self, record: _Supported) -> str:
        """A label such as "(one source)" or "(fan sites only)"; "" if independent, reliable publishers confirm it."""
        is_weak = record.confidence != "confirmed" or self._weak_kind(record)
        return self.words.aside(f"*{self.confidence(record)}*") if is_weak else ""

    def confidence(self, record: _Supported) -> str:
        """How well a fact is confirmed, in words. Weak kinds of publishers are named if it rests on them alone."""
        kind = self._weak_kind(record)
        grade = record.confidence
        return self.words(f"weak-{grade}", kind=kind) if kind else self.words(f"confidence-{grade}")

    def _weak_kind(self, record: _Supported) -> PublisherKind | None:
        """The best kind of publisher behind a fact if all of them are weak."""
        if record.confidence not in ("confirmed", "single"):
            return None
        return self.reader.library.weak_kind(record.sources)

    def dispute_block(self, dispute: Dispute) -> None:
        """Where sources differ: each claim with its publishers, and how we read them."""
        lines = [
            f"- {escape(claim.says)}{self.words.aside(self.words.listed(self.publishers(claim.sources)))}"
            for claim in dispute.claims
        ]
        reading = [self.words("dispute-reading", reading=escape(dispute.reading))] if dispute.reading else []
        for claim in dispute.claims:
            self.cite_sources(claim.says, claim.sources, "disputed", after=dispute.after_episode)
        if dispute.after_episode > self.reader.open_level:
            hidden = " / ".join(line.removeprefix("- ") for line in [escape(dispute.topic), *lines, *reading])
            self.text(f"{self.words('dispute-spoiler')} {self.spoiler_after(hidden, dispute.after_episode)}")
        else:
            topic = self.words("dispute-topic", topic=escape(dispute.topic))
            self.text("\n".join([f"**{topic}**", *lines, *(f"-# {line}" for line in reading)]))

    def false_claims(self, claims: Iterable[FalseClaim]) -> None:
        """Common claims that are wrong, and why."""
        for claim in claims:
            self.cite(claim.verdict, claim)
            text = self.words("false-claim", claim=escape(claim.claim), verdict=escape(claim.verdict))
            self.text(f"- {self.spoiler_after(text, claim.after_episode)}")

    def unknown(self, unknowns: Sequence[Unknown]) -> None:
        """What was looked for and not found."""
        if unknowns:
            self.heading(self.words("unknown-heading"))
        for unknown in unknowns:
            self.text(f"- {self.spoiler_after(escape(unknown.text), unknown.after_episode)}")

    def disputes_section(self, *keys: str) -> None:
        """Disputes, false claims and known gaps about records or sections."""
        library = self.reader.library
        if disputes := self.allowed(library.disputes_about(*keys)):
            self.heading(self.words("dispute-heading"))
        for dispute in disputes:
            self.dispute_block(dispute)
        if claims := self.allowed(library.false_claims_about(*keys)):
            self.heading(self.words("false-claim-heading"))
            self.false_claims(claims)
        self.unknown(self.allowed(library.unknown_about(*keys)))

    # Links.

    def link(self, label: str, *path: str, level: int = 0) -> None:
        """A button to another card. One that says that it opens a spoiler may raise the spoiler level to ``level``."""
        self._links.append(Link(label, Address.to(*path, level=level)))

    def detail(self, label: str, card: CardBuilder, *, is_counted: bool = True) -> None:
        """A button to a card with details of this one, unless it has none. What it withholds is counted here too."""
        self._withheld += card._withheld if is_counted else []
        if card._blocks or card._picture:
            self.link(label, *card.address.path)

    def disputes_link(self, *keys: str) -> None:
        """A button to what is disputed or unknown about records or sections, if the card may tell any of it."""
        self.disputed_keys = keys
        if self.allowed(self._disputes):
            self.link(self.words("disputed-button"), "disputed", *self.address.path)

    @property
    def has_disputes(self) -> bool:
        """Whether anything is disputed or unknown about what the card is about."""
        return bool(self._disputes)

    @property
    def _disputes(self) -> list[Dispute | FalseClaim | Unknown]:
        library, keys = self.reader.library, self.disputed_keys
        return [*library.disputes_about(*keys), *library.false_claims_about(*keys), *library.unknown_about(*keys)]

    def option(self, label: str, address: Address, description: str = "") -> None:
        """A select option to another card, on every page of this one."""
        self._options.append(SelectOption(label, address, description))

    def web_link(self, label: str, url: str) -> None:
        """A button to a web page."""
        self._web_links.append(WebLink(label, url))

    def report_link(self) -> None:
        """A button to the page for mistakes, where the operator has one."""
        if self.reader.bot_info.report_url:
            self.web_link(self.words("help-report"), self.reader.bot_info.report_url)

    def footer_link(self, label: str, *path: str) -> None:
        """A button at the very end: to the parent card or to a neighbour."""
        self._footer_links.append(Link(label, Address.to(*path)))

    # Sources.

    def cite(self, text: str, record: Sourced) -> None:
        """Cite the sources of a record."""
        self.cite_sources(text, record.sources, record.confidence, after=record.after_episode)

    def cite_sources(
        self, text: str, sources: tuple[str, ...], confidence: Confidence = "single", *, after: int = 0
    ) -> None:
        """Cite sources of a part of a record that has its own. Those of what is not allowed are left out."""
        if sources and after <= self.reader.level:
            self.citations.append(Citation(text, confidence, sources, after))

    def publishers(self, sources: Iterable[str]) -> list[str]:
        """The publishers of some sources, each once, the most trustworthy first."""
        library = self.reader.library
        return list(dict.fromkeys(self._publisher(key) for key in library.best_first(sources)))

    def _publisher(self, key: str) -> str:
        return publisher_name(self.words, self.reader.library.publisher_of(key))

    def source_link(self, key: str, *, after: int = 0, dated: bool = True) -> str:
        """The publisher of a source as a link to its page, and the date. No link if the page is a spoiler.

        ``after`` is the episode after which all is safe that the source is cited for.
        """
        source = self.reader.library.show.sources[key]
        day = self.date(source.published, source.precision) if dated and source.published else ""
        name = self._publisher(key)
        is_safe = max(source.after_episode, after) <= self.reader.open_level
        return self.words.listed(filter(None, [f"[{name}](<{source.url}>)" if is_safe else name, day]))

    def source_line(self) -> str:
        """One line of small print: the best publishers, and when the facts were reviewed."""
        date = self.words.short_month(self.reader.library.show.about.version)
        return self.words("sources-line", sources=self.best_publishers(self.citations), date=date)

    def best_publishers(self, citations: Sequence[Citation]) -> str:
        """The most trustworthy publishers of some citations, each once, and how many there are besides."""
        library = self.reader.library
        by_publisher: dict[str, str] = {}
        for key in library.best_first(key for citation in citations for key in citation.sources):
            by_publisher.setdefault(library.publisher_of(key).name, key)
        shown: list[str] = []
        room = SOURCE_LINE_WIDTH
        for name, key in by_publisher.items():
            width = display_width(f"{name}, ")
            if not shown or width <= room:
                shown.append(key)
                room -= width
        links = self.words.listed(
            self.source_link(key, after=min(one.after_episode for one in citations if key in one.sources), dated=False)
            for key in shown
        )
        more = len(by_publisher) - len(shown)
        return f"{links} {self.words('sources-more', count=more)}" if more else links

    def date(self, day: dt.date, precision: Precision = "day") -> str:
        """A day as the reader writes it."""
        return self.words.date(day, precision)

    # The finished card.

    @property
    def title_text(self) -> str:
        """The title without its markup, for a button to this card."""
        return unescape(self.opening.split("\n", 1)[0].removeprefix("## "))

    def page_count(self) -> int:
        """How many messages the card takes."""
        return len(self._pages())

    def page(self, number: int = 1, picture_state: PictureState = PictureState.READY) -> Card:
        """One page as a finished card; the last one if there are fewer, as on cards that were longer once."""
        pages = self._pages()
        number = min(number, len(pages))
        address = self.address.with_page(number).at_level(self.reader.open_level)
        picture = self._picture if number == 1 else None
        texts = self._texts(pages[number - 1], picture, picture_state)
        controls = self._controls(pages[number - 1], address, len(pages))
        return Card(address, components.container(self.reader, *texts, *controls), picture, self._has_bars)

    def _texts(self, blocks: Sequence[Block], picture: Picture | None, state: PictureState) -> Iterator[Component]:
        """Opening, picture and blocks, and how many facts are withheld."""
        yield components.text_display(self._whole_opening)
        body = [block.text for block in blocks]
        if picture and state is PictureState.READY:
            yield components.picture(f"attachment://{picture.filename}", picture.alt)
        if picture and state is PictureState.FAILED:
            body = [f"-# {self.words('chart-missing')}", *body]
        if body:
            yield components.text_display("\n".join(body))
        if self._withheld:
            withheld = self.words("withheld", count=len(self._withheld), episode=min(self._withheld))
            yield components.text_display(f"-# {withheld}")

    def _controls(self, blocks: Sequence[Block], address: Address, page_count: int) -> Iterator[Component]:
        """The selects, web links, pager, the buttons in one row if they fit, and the line of sources."""
        controls = Controls(address, self.words)
        can_reopen = self.address != FAILURE
        if can_reopen and (self.offers_levels or self._withheld or self._has_bars or self.reader.level):
            yield components.action_row(controls.level_select(self.reader.library.last_episode))
        if options := [block.option for block in blocks if block.option] + self._options:
            yield components.action_row(controls.select(options, self.placeholder))
        if self._web_links:
            yield components.action_row(*(components.link_button(*link) for link in self._web_links[:BUTTONS_PER_ROW]))
        if page_count > 1:
            yield components.action_row(*controls.pager(page_count))
        footer_links = self._footer_links + (self._sources_link(address) if can_reopen else [])
        for row in button_rows(self._links[:MAX_BUTTONS], footer_links):
            yield components.action_row(*map(controls.button, row))
        if self.citations:
            yield components.text_display(f"-# {self.source_line()}")

    def _pages(self) -> list[list[Block]]:
        picture_rows = PICTURE_ROWS if self._picture else 0
        return paginate(self._whole_opening, self._blocks, self._options_per_page, picture_rows)

    @property
    def _whole_opening(self) -> str:
        """The opening, below a line that says for whom the card is if it holds spoilers."""
        audience = audience_line(self.reader)
        return f"{audience}\n{self.opening}" if audience else self.opening

    def _sources_link(self, address: Address) -> list[Link]:
        """The button to the sources of a page, if the card cites any."""
        if not self.citations:
            return []
        return [Link(self.words("sources-button"), Address.to("sources", *address.path))]
