"""People whom a question describes instead of naming them. All of it over the invented show."""

from __future__ import annotations

import msgspec
import pytest

from bot.domain.knowledge_base import KnowledgeBase
from bot.domain.questions import to_path
from bot.domain.questions.interpreter import Interpreter
from data.records import Vocabulary

QUESTIONS = {
    "en": {
        "her brother, who plays that one": "plays/seo-i-jun/sibling-male",
        "her grumpy brother, who plays that one": "plays/seo-i-jun/sibling-male",
        "the sister, name of the actress?": "plays/seo-da-on/sibling-female",
        "who plays the keeper": "plays/ok-mi-rae",
        "where have i seen the keeper before": "works/ok-mi-rae",
        "villain actor": "described/villain/plays/cha-dan-u",
        "other works of the villain": "described/villain/works/cha-dan-u",
        "is Da-on the brother of Mi-rae or I-jun": "is/seo-da-on/ok-mi-rae/sibling-male/seo-i-jun/sibling-male",
        "i-jun's father and brother": "relation/seo-i-jun/parent-male/and/relation/seo-i-jun/sibling-male",
        "who wrote it and what else did they write": "makers/write/and/works/gil-na-mu",
    },
    "ko": {
        "누나 역 배우분 성함": "plays/seo-da-on/older-sibling-female",
        "등대지기 역 배우": "plays/ok-mi-rae",
        "악역 배우": "described/villain/plays/cha-dan-u",
        "이준이 아빠랑 동생 누구": "relation/seo-i-jun/parent-male/and/relation/seo-i-jun/younger-sibling",
    },
    "es": {
        "la hermana, ¿qué actriz es?": "plays/seo-da-on/sibling-female",
        "actor del villano": "described/villain/plays/cha-dan-u",
        "el padre y el hermano de I-jun": "relation/seo-i-jun/sibling-male/and/relation/seo-i-jun/parent-male",
    },
    "ja": {
        "お姉さん役の女優さん": "plays/seo-da-on/older-sibling-female",
        "悪役の俳優さん": "described/villain/plays/cha-dan-u",
        "I-junの父と弟": "relation/seo-i-jun/parent-male/and/relation/seo-i-jun/younger-sibling-male",
    },
}
UNREAD = {"en": "Mi-rae villain", "ko": "미래 악역", "ja": "I-junは悪役", "es": "Mi-rae villana"}
CASES = [(language, question) for language, some in QUESTIONS.items() for question in some]


@pytest.fixture(scope="module")
def described(knowledge):
    """The invented show with words for two of its people."""
    words = {"en": ("keeper",), "ko": ("등대지기",)}
    vocabulary = (
        Vocabulary(key="villain", who={"cha-dan-u": 4}),
        Vocabulary(key="keeper", who={"ok-mi-rae": 0}, words=words),
    )
    return KnowledgeBase(msgspec.structs.replace(knowledge.library.show, vocabulary=vocabulary, translations={}))


@pytest.mark.parametrize(("language", "question"), CASES)
def test_somebody_who_is_only_described_is_found(described, language, question):
    assert described._segmenters.language_of(question, "en") == language
    assert "/".join(to_path(described.answerer.interpret(question))) == QUESTIONS[language][question]


def test_whom_a_description_gives_away_is_barred(described):
    for part in described.answerer.answer(described.answerer.interpret("who is the villain")):
        assert part.after_episode == 4
        assert part.card == ("cast",)


@pytest.mark.parametrize(("language", "question"), UNREAD.items())
def test_a_name_beside_a_description_asks_for_nobody_else(described, language, question):
    assert Interpreter(described.library, described._segmenters[language]).interpret(question) == ()
