"""A word is read as something typed only beside the argument that its type needs."""

from __future__ import annotations

import pytest

from bot.domain.questions.interpreter import Interpreter

OF_THE_PLOT = {
    "en": [
        "Does I-jun love Da-on?",
        "Why does I-jun hate Da-on?",
        "Does I-jun like Da-on?",
        "Does I-jun like Da-on's family?",
        "Does I-jun get Da-on back?",
        "Does I-jun win her back?",
        "Does I-jun find Da-on?",
        "Does I-jun fall?",
        "What does I-jun do to Da-on?",
        "Is it over between them?",
        "Do they make up?",
        "Where does she run to?",
        "What is her position?",
        "When does he start again?",
        "Which episode does I-jun find out?",
        "What number did she call?",
        "Who wrote the will?",
        "Where did the money go?",
        "Who knows about I-jun?",
        "Who took I-jun?",
        "Can I watch it with my kids?",
        "Is the set still there?",
        "Is I-jun's promise nice?",
        "What did Yoon Ha-rin say about season 2?",
        "Do they get back together in the end?",
        "Is I-jun part of the family tree?",
    ],
    "es": [
        "¿I-jun ama a Da-on?",
        "I-jun perdona a Da-on",
        "¿I-jun salva a Da-on?",
        "¿I-jun encuentra a Da-on?",
        "¿Quién sigue a I-jun?",
        "¿Qué le hace I-jun a Da-on?",
        "¿Qué canción le canta?",
        "¿Quién le dice la verdad a I-jun?",
        "¿Dónde está el dinero?",
        "¿Qué dijo Yoon Ha-rin de la temporada 2?",
        "¿Al final vuelven a estar juntos?",
    ],
}
TYPED = {
    "en": {
        "Who does I-jun love?": "relation",
        "Which awards did Yoon Ha-rin win?": "awards",
        "What are I-jun and Da-on to each other?": "related",
        "I-jun Da-on": "related",
        "How much did it cost to make?": "budget",
        "When did it run?": "run",
        "Is there a part 2?": "season2",
        "Who sings part 2?": "singer",
        "Where have I seen the guy who plays I-jun?": "works",
        "Which episodes is Da-on's sister in?": "appears",
        "How old is Yoon Ha-rin?": "born",
        "How old is Yoon Ha-rin in the drama?": "age",
    },
    "es": {
        "¿Quién hace de I-jun?": "plays",
        "¿Cuánto costó hacer la serie?": "budget",
        "¿Está en Netflix?": "watch",
        "kien hace de I-jun": "plays",
        "ba aver segunda temporada": "season2",
        "kuántos capítulos son": "episode-count",
    },
}


@pytest.mark.parametrize(
    ("language", "question"), [(one, text) for one, texts in OF_THE_PLOT.items() for text in texts]
)
def test_what_people_of_the_story_do_is_read_as_nothing_typed(knowledge, language, question):
    assert Interpreter(knowledge.library, knowledge._segmenters[language]).interpret(question) == ()


@pytest.mark.parametrize(
    ("language", "question", "intent"),
    [(one, text, intent) for one, texts in TYPED.items() for text, intent in texts.items()],
)
def test_the_same_words_beside_their_argument_are_typed(knowledge, language, question, intent):
    queries = Interpreter(knowledge.library, knowledge._segmenters[language]).interpret(question)

    assert [query.intent for query in queries] == [intent]
