"""``ask/<what>/<about>``: the answer to a question in a sentence, and the fitting card under it.

An address holds what is asked, not its words: so the answer can be made again at any press, in any language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from bot.cards import relation_words
from bot.cards.address import MAX_LENGTH, Address, NoSuchAddress
from bot.cards.builder import CardBuilder
from bot.cards.text import escape, utf16_length
from bot.domain.questions import DontKnow, of_path, path
from bot.domain.questions.answer_sentence import Bond, Country, Day, Item, Language, Millions, Percent, Prose, Whose
from data.records import Name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bot.cards.reader import Reader
    from bot.domain.questions import Asked, Part

ANSWER_LENGTH = 900
"""UTF-16 units after which no further sentence begins."""
PAGE_SUFFIX = len("1:sources/~99#9")
"""Characters that an address leaves free, so that a button can open any page of the answer or of its sources."""


def address(reader: Reader, question: str) -> Address:
    """The answer to a question in any words; raises DontKnow or Unclear."""
    return _fitting(reader.knowledge.answerer.asked(question))


def _fitting(asked: tuple[Asked, ...]) -> Address:
    """Where an answer lives; where so much is asked that it fits no button, as many parts as do."""
    addresses = [Address.to("ask", *path(asked[:most])) for most in range(len(asked), 0, -1)]
    return next((one for one in addresses if len(str(one)) <= MAX_LENGTH - PAGE_SUFFIX), addresses[-1])


def build(reader: Reader, address: Address, build_card: Callable[[Reader, Address], CardBuilder]) -> CardBuilder:
    """The answer at an address of this family. Raises :class:`NoSuchAddress`."""
    try:
        parts = reader.knowledge.answerer.answer(of_path(address.path[1:]))
    except DontKnow:
        raise NoSuchAddress(str(address)) from None
    card = CardBuilder(reader, address)
    card.intro(*_within(ANSWER_LENGTH, (_sentence(card, part, first=part is parts[0]) for part in parts)))
    cards = list(dict.fromkeys(part.card for part in parts if part.card))
    for place in cards[1:]:
        other = build_card(reader, Address.to(*place))
        card.link(other.title_text, *place)
    if cards:
        card.append_card(build_card(reader, Address.to(*cards[0])), reader.words("ask-whole-card"))
    return card


def _within(room: int, sentences: Iterable[str]) -> Iterable[str]:
    """As many sentences as leave the card under them its place; the first one in any case."""
    for sentence in sentences:
        if room > 0:
            yield sentence
        room -= utf16_length(sentence)


def _sentence(card: CardBuilder, part: Part, *, first: bool) -> str:
    said = " ".join(card.words(part.message, **_arguments(card.reader, part.arguments)).split())
    if part.sources:
        card.cite_sources(said, part.sources, part.confidence, after=part.after_episode)
    marked = card.confidence_label(part.confidence) if part.sources else ""
    if part.after_episode:
        return card.spoiler_after(said, part.after_episode) + marked
    return (f"**{said}**" if first else said) + marked


def _arguments(reader: Reader, arguments: Mapping[str, object]) -> dict[str, object]:
    return {key: _written(reader, value) for key, value in arguments.items()}


def _written(reader: Reader, value: object) -> object:
    """A value of the domain as the reader writes it; a number stays one, since messages choose by it."""
    if isinstance(value, list):
        return reader.words.join([str(_written(reader, one)) for one in cast("list[object]", value)])
    write = WRITERS.get(type(value))
    return write(reader, value) if write else value


def _name(reader: Reader, name: Name) -> str:
    """A name as the reader writes it, followed by its form in the show's original language."""
    first = name.in_language(reader.words.language)
    second = name.beside(first, reader.library.show.about.original_language)
    return reader.words("ask-name", name=escape(first), other=escape(second)) if second else escape(first)


def _bond(reader: Reader, bond: Bond) -> str:
    return relation_words.noun(reader.words, bond.kind, bond.gender, bond.of)


def _whose(reader: Reader, whose: Whose) -> str:
    said = _name(reader, whose.name)
    for bond in whose.bonds:
        said = reader.words("ask-whose", whose=said, bond=_bond(reader, bond))
    return said


def _item(reader: Reader, item: Item) -> str:
    return reader.words(item.message, **_arguments(reader, item.arguments))


WRITERS: Mapping[type, Callable[[Reader, Any], str]] = {
    str: lambda _reader, text: escape(text),
    Prose: lambda _reader, prose: escape(prose.text),
    Day: lambda reader, day: reader.words.date(day.date, day.precision),
    Percent: lambda reader, percent: reader.words.percent(percent.value),
    Millions: lambda reader, millions: reader.words.number(millions.value),
    Country: lambda reader, country: reader.words.country(country.code),
    Language: lambda reader, language: reader.words.language_name(language.tag),
    Name: _name,
    Bond: _bond,
    Whose: _whose,
    Item: _item,
}
"""How each kind of value is written."""
