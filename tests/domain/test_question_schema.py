"""Every row of the schema can be asked for in every language: the table and the lexicons make the questions."""

from __future__ import annotations

from functools import cache
from itertools import islice, product
from typing import TYPE_CHECKING

import pytest
import tomli

from bot.domain.questions import AmbiguousQuestion
from bot.domain.questions.interpreter import Interpreter
from bot.domain.questions.lexicon import LEXICONS, read_lexicon
from bot.domain.questions.parsed_question import ALWAYS
from bot.domain.questions.schema import ROWS, UNREAD
from bot.domain.text.tokens import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.knowledge_base import KnowledgeBase
    from bot.domain.questions.schema import Attribute, Way

LANGUAGES = sorted(path.stem for path in LEXICONS.glob("*.toml"))
NAMES = {
    "character": "Seo I-jun",
    "person": "Seo I-jun",
    "actor": "Yoon Ha-rin",
    "track": "Low Tide",
    "singer": "Saltwind",
    "credit": "Gil Na-mu",
    "work": "Paper Boats",
    "rival": "The Long Winter",
}
OTHERS = {"character": "Seo Da-on", "person": "Seo Da-on", "actor": "Noh Ga-eul"}
NUMBERED = {"episode": "episode", "disc": "disc", "week": "week", "special": "special", "percent": "percent"}
UNASKED = {"says", "described"}
"""Rows that no question is matched with."""
GRAMMAR = {"asking", "pronoun", "owner-female", "owner-male", "somebody", "countable", "double-digit", "most", "couple"}
"""Concepts that take a question apart, and ask for nothing."""
MOST_PHRASES, MOST_QUESTIONS = 12, 150


@cache
def phrases(language: str) -> dict[str, list[str]]:
    """The phrases of a lexicon by concept."""
    found: dict[str, list[str]] = {}
    for phrase, concepts in read_lexicon(LEXICONS / f"{language}.toml").phrases.items():
        for concept in concepts:
            found.setdefault(concept, []).append(phrase)
    return found


@cache
def tables(language: str) -> dict[str, dict[str, list[str]]]:
    return tomli.loads((LEXICONS / f"{language}.toml").read_text(encoding="utf-8"))


def slot_texts(knowledge: KnowledgeBase, kind: str, language: str, *, second: bool) -> list[str]:
    """Texts that fill a slot."""
    said, table, show = phrases(language), tables(language), knowledge.library.show
    if kind in NUMBERED:
        words, number = said[NUMBERED[kind]][:MOST_PHRASES], "2" if second else "1"
        first = kind == "percent" or any(map(is_unspaced, words))
        return [f"{number} {word}" if first else f"{word} {number}" for word in words]
    if kind in {"kin", "younger"}:
        words = said["young"] if kind == "younger" else table["kin"]["parent-male"]
        return [f"Seo Da-on {word}" for word in words[:MOST_PHRASES]]
    names = OTHERS if second and kind in OTHERS else NAMES
    texts = {
        "company": [company.name.latin for company in show.companies],
        "ceremony": [award.award for award in show.awards],
        "place": list(table["ordinals"]),
        "year": ["2024"],
        "period": ["2024"],
        "lang": [word for words in table["languages"].values() for word in words],
        "country": [word for words in table["countries"].values() for word in words],
    }
    return [names[kind]] if kind in names else texts[kind]


def questions(knowledge: KnowledgeBase, way: Way, language: str) -> Iterator[str]:
    """Questions in no particular grammar: what the way takes, then a word for each concept that it needs."""
    slots = [slot for slot in way.slots if not set("?~") & set(slot)]
    parts: list[list[str]] = []
    for at, slot in enumerate(slots):
        parts.append(slot_texts(knowledge, slot.strip("!"), language, second=slot in slots[:at]))
    for need in way.needs:
        words = [word for concept in sorted(need) for word in phrases(language).get(concept, ())[:MOST_PHRASES]]
        parts.append(words[: MOST_PHRASES * 3])
    for texts in islice(product(*parts), MOST_QUESTIONS):
        yield " ".join(texts)
    for texts in islice(product(*map(reversed, parts)), MOST_QUESTIONS):
        yield " ".join(texts)


def asks_for(interpreter: Interpreter, row: Attribute, question: str) -> bool:
    try:
        queries = interpreter.interpret(question)
    except AmbiguousQuestion as unclear:
        queries = unclear.choices[0][0]
    return any(query.intent == row.name for query in queries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_attribute_can_be_asked_for(knowledge, language):
    interpreter = Interpreter(knowledge.library, knowledge._segmenters[language])
    silent = [
        row.name
        for row in ROWS
        if row.name not in UNASKED
        and not any(
            asks_for(interpreter, row, question) for way in row.ways for question in questions(knowledge, way, language)
        )
    ]

    assert silent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_lexicon_has_words_for_a_concept_that_nothing_reads(language):
    read = {concept for row in ROWS for way in row.ways for concept in way.allowed}
    read |= {concept for row in ROWS for concept in (*row.says, *row.never)}

    assert set(tables(language)["words"]) <= read | ALWAYS | GRAMMAR | UNREAD
