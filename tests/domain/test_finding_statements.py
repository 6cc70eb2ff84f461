"""Statements of the bundled show are found by questions that nobody wrote down word for word."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from bot.config.settings import SHOW
from bot.domain.questions import NOT_ANSWERED, Query
from bot.domain.questions.decision import candidates
from bot.domain.questions.statement_index import IndexBuilder, StatementIndex, tokens_of
from bot.domain.questions.statements import statements
from bot.i18n.catalog import languages
from tests.shows import knowledge_of, loaded

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.domain.knowledge_base import KnowledgeBase
    from data.records import Show

LANGUAGES = sorted(languages())
LEFT_OUT = 2
"""So many of the questions of each beat are left out of the index, and asked."""
ROUNDS = 5
"""So often, with other questions, for the beats that are not found."""
FOUND = 6
"""A statement is found if it is among so many, all of which are judged."""
AROUND = {
    "en": ("hello! {}? thanks", "omg just finished it. {}"),
    "ko": ("안녕하세요! {}? 감사합니다", "정주행 끝냈어요. {}"),
    "ja": ("こんにちは！{}？ありがとうございます", "一気見しました。{}"),
    "es": ("¡hola! {}, muchas gracias", "acabo de terminarla. {}"),
}


@pytest.fixture(scope="module")
def knowledge() -> KnowledgeBase:
    return knowledge_of(loaded(SHOW))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_beat_is_found_by_a_question_that_is_not_in_the_index(knowledge: KnowledgeBase, language: str) -> None:
    told = list(knowledge.statement_indexes.tokens(language))
    missed = {one.place for one, _text, _forms in told if one.table == "beat"}
    for start in range(0, ROUNDS * LEFT_OUT, LEFT_OUT):
        builder = IndexBuilder()
        for one, text, forms in told:
            out = slice(start, start + LEFT_OUT) if one.place in missed else slice(0)
            builder.add(one, text, [form for form in forms if form not in forms[out]])
        index = StatementIndex.decode(builder.encode())
        missed -= {
            one.place
            for one, _text, forms in told
            if one.place in missed
            for asked in forms[start : start + LEFT_OUT]
            if any(index.places[match.number] == one.place for match in index.search(asked, FOUND))
        }
        if not missed:
            break
    assert not missed


@pytest.mark.parametrize("language", AROUND)
def test_greetings_and_thanks_do_not_change_the_answer(knowledge: KnowledgeBase, language: str) -> None:
    answerer = knowledge.in_language(language).answerer
    changed: list[str] = []
    beats = [one for one in statements(knowledge.in_language(language).library.show) if one.table == "beat"]
    for number, one in enumerate(beats[::10]):
        plain = one.forms[0]
        try:
            expected = answerer.interpret(plain)[0]
        except NOT_ANSWERED:
            continue
        chatty = AROUND[language][number % 2].format(plain)
        try:
            if answerer.interpret(chatty)[0] != expected:
                changed.append(chatty)
        except NOT_ANSWERED:
            pass  # less sure, but not wrong
    assert not changed[1:], changed


def test_a_work_that_is_also_the_name_of_a_character_is_meant_by_whoever_was_in_it(knowledge: KnowledgeBase) -> None:
    members = knowledge.library.show.members
    both = [
        (part.key, actor.key)
        for part in members
        for actor in members
        if {work.title for work in actor.works} & set(part.character.spellings)
    ]
    assert both
    for arguments in both:
        holds = [answer.holds for answer in knowledge.answerer.answer((Query("plays", arguments),))]
        assert holds, arguments
        assert False not in holds, arguments


def _with_large_kana(question: str) -> str:
    """A question with small kana typed large."""
    return question.translate(str.maketrans("ァィゥェォャュョッ", "アイウエオヤユヨツ"))


def _with_the_topic_last(question: str) -> str:
    """A Japanese question whose topic is added at the end."""
    return re.sub("^(.{2,8}?(?:は|って))(.{4,}?)？?$", r"\2、\1", question)


def _without_accents(question: str) -> str:
    """A question as one types it in a hurry: no accents, no opening marks."""
    letters = unicodedata.normalize("NFD", question.lower().strip("¿?¡!"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _with_the_question_word_last(question: str) -> str:
    """A Spanish question that is asked like a statement: "se divorcian en qué capítulo"."""
    return re.sub("^¿?(en qué capítulo|por qué|cuándo|dónde) (.+?)[?]?$", r"\2 \1", question)


@pytest.mark.parametrize(
    ("language", "paraphrase"),
    [
        ("ja", _with_large_kana),
        ("ja", _with_the_topic_last),
        ("es", _without_accents),
        ("es", _with_the_question_word_last),
    ],
)
def test_a_slip_or_another_order_of_words_does_not_change_the_answer(
    knowledge: KnowledgeBase, language: str, paraphrase: Callable[[str], str]
) -> None:
    answerer = knowledge.in_language(language).answerer
    compared = 0
    changed: list[str] = []
    beats = [one for one in statements(knowledge.in_language(language).library.show) if one.table == "beat"]
    for plain in (form for one in beats[::4] for form in one.forms[:2]):
        with suppress(*NOT_ANSWERED):  # less sure, but not wrong
            before, after = answerer.interpret(plain), answerer.interpret(paraphrase(plain))
            compared += plain != paraphrase(plain)
            if after[0].arguments[:2] != before[0].arguments[:2]:  # a yes or no may be left out
                changed.append(paraphrase(plain))
    assert compared
    assert len(changed) <= compared / 12, changed


def test_of_two_statements_with_nearly_the_same_question_the_one_that_names_nobody_else_answers(
    harbour: Show,
) -> None:
    segmenter = knowledge_of(harbour).answerer.segmenters["en"]
    of_both, of_one = (
        one for one in statements(harbour) if one.place in (("beat", "both-stay"), ("role", "seo-da-on"))
    )
    builder = IndexBuilder()
    for one, forms in (
        (of_both, ["why did Da-on sell I-jun the old boat", "why did I-jun sell Da-on the old boat"]),
        (of_one, ["why did Da-on sell the old boat"]),
    ):
        builder.add(one, tokens_of(segmenter.plain(one.text)), [tokens_of(segmenter.plain(form)) for form in forms])
    question = tokens_of(segmenter.plain("why did Da-on sell the old boat"))
    found = candidates(StatementIndex.decode(builder.encode()), question, {"left-out": 0.0})

    assert [one.is_known for one in found] == [True, True]
    assert found[0].place == of_one.place
