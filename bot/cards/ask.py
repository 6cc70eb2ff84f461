"""Answers to questions, at ``ask/<what>/<about>``: one or two sentences, with buttons to the cards behind them.

An address holds the meaning of the question, not its words, so any press can build the answer again in any language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from bot.cards import relation_words
from bot.cards.address import MAX_LENGTH, Address, NoSuchAddress
from bot.cards.builder import CardBuilder, Citation
from bot.cards.text import display_width, escape
from bot.domain.questions import DontKnow, from_path, to_path
from bot.domain.questions.answer_sentence import (
    Country,
    Day,
    Item,
    Language,
    Millions,
    Percent,
    Prose,
    RelationChain,
    RelationTerm,
)
from data.records import Name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bot.cards.reader import Reader
    from bot.domain.questions import AnswerSentence
    from bot.domain.questions.query import Queries

ANSWER_WIDTH = 250
"""Columns after which no further sentence begins."""
MOST_CARDS = 2
"""Cards behind an answer that get a button."""
PAGE_SUFFIX = len("1:sources/~99#9")
"""Characters that an address leaves free, so that a button can open any page of the answer or of its sources."""


def address(reader: Reader, question: str) -> Address:
    """The address of as many parts of an answer as fit into a custom id. Raises what ``NOT_ANSWERED`` names."""
    queries = reader.knowledge.answerer.interpret(question)
    addresses = [Address.to("ask", *to_path(queries[:count])) for count in range(len(queries), 0, -1)]
    return next((one for one in addresses if len(str(one)) <= MAX_LENGTH - PAGE_SUFFIX), addresses[-1])


def build(reader: Reader, address: Address, title_of: Callable[[Reader, tuple[str, ...]], str]) -> CardBuilder:
    """The answer at an address. Raises :class:`NoSuchAddress`."""
    try:
        parts = reader.knowledge.answerer.answer(from_path(address.path[1:]))
    except DontKnow:
        raise NoSuchAddress(str(address)) from None
    card = CardBuilder(reader, address)
    card.intro(*_fitting(ANSWER_WIDTH, (_sentence(card, part, first=part is parts[0]) for part in parts)))
    if (written := reader.library.show.language) != reader.words.language:
        card.text(f"-# {reader.words('ask-untranslated', language=reader.words.language_name(written))}")
    for path in list(dict.fromkeys(part.card for part in parts if part.card))[:MOST_CARDS]:
        card.link(title_of(reader, path), *path)
    return card


def offer(card: CardBuilder, asked: Iterable[Queries]) -> list[tuple[str, ...]]:
    """List answers that may be meant with their sources; return the addresses of the cards behind them, each once."""
    parts = [part for queries in asked for part in card.reader.knowledge.answerer.answer(queries)[:1]]
    for number, part in enumerate(parts, start=1):
        sentence = _sentence(card, part, first=False)
        sources = f"\n   -# {card.best_publishers([card.citations.pop()])}" if part.sources else ""
        card.text(f"{number}. {sentence}{sources}")
    return list(dict.fromkeys(part.card for part in parts if part.card))


def _fitting(room: int, sentences: Iterable[str]) -> Iterable[str]:
    """The first sentence, and further ones as long as there is room."""
    for sentence in sentences:
        if room > 0:
            yield sentence
        room -= display_width(sentence)


def _sentence(card: CardBuilder, part: AnswerSentence, *, first: bool) -> str:
    sentence = " ".join(card.words(part.message, **_arguments(card.reader, part.arguments)).split())
    if part.holds is not None:
        sentence = card.words("ask-yes" if part.holds else "ask-no", text=sentence)
    if part.sources:
        card.citations.append(Citation(sentence, part.confidence, part.sources, part.after_episode))
    label = card.confidence_label(part) if part.sources else ""
    if part.after_episode > card.reader.open_level:
        return card.barred(sentence, part.after_episode) + label
    return (f"**{sentence}**" if first else sentence) + label


def _arguments(reader: Reader, arguments: Mapping[str, object]) -> dict[str, object]:
    return {key: _localize(reader, value) for key, value in arguments.items()}


def _localize(reader: Reader, value: object) -> object:
    """A value as the reader writes it. A number stays a number, since messages select plural forms by it."""
    if isinstance(value, list):
        return reader.words.join([str(_localize(reader, one)) for one in cast("list[object]", value)])
    localize = LOCALIZERS.get(type(value))
    return localize(reader, value) if localize else value


def _name(reader: Reader, name: Name) -> str:
    """A name as the reader writes it, followed by its form in the show's original language."""
    first = name.in_language(reader.words.language)
    second = name.in_language(reader.library.show.about.original_language)
    return reader.words("ask-name", name=escape(first), other=escape(second)) if second != first else escape(first)


def _relation(reader: Reader, term: RelationTerm) -> str:
    return relation_words.noun(reader.words, term.kind, term.gender, term.of)


def _relation_chain(reader: Reader, chain: RelationChain) -> str:
    text = _name(reader, chain.name)
    for term in chain.bonds:
        text = reader.words("ask-whose", whose=text, bond=_relation(reader, term), gender=term.gender or "other")
    return text


def _item(reader: Reader, item: Item) -> str:
    return reader.words(item.message, **_arguments(reader, item.arguments))


LOCALIZERS: Mapping[type, Callable[[Reader, Any], str]] = {
    str: lambda _reader, text: escape(text),
    Prose: lambda _reader, prose: escape(prose.text),
    Day: lambda reader, day: reader.words.date(day.date, day.precision),
    Percent: lambda reader, percent: reader.words.percent(percent.value),
    Millions: lambda _reader, millions: millions.value,
    Country: lambda reader, country: reader.words.country(country.code),
    Language: lambda reader, language: reader.words.language_name(language.tag),
    Name: _name,
    RelationTerm: _relation,
    RelationChain: _relation_chain,
    Item: _item,
}
"""How a value of each type is localized. A number needs no entry."""
