"""A language of questions is a lexicon and nothing else: tiny lexicons teach the bot two languages more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.domain.knowledge_base import KnowledgeBase
from bot.domain.questions import UnknownLanguage, lexicon, to_path
from bot.domain.questions.lexicon import LEXICONS

if TYPE_CHECKING:
    from pathlib import Path

SPANISH = """
[words]
stopword = ["el", "la", "los", "las", "en", "a", "se", "es", "tiene", "que", "cual", "fue", "del", "de la serie"]
what = ["qué", "cuál"]
of = ["de", "del"]
article = ["el", "la", "los", "las"]
copula = ["es"]
who = ["quién", "quiénes"]
where = ["dónde"]
when = ["cuándo"]
how-many = ["cuántos", "cuántas"]
plays = ["interpreta", "hace de"]
episode = ["episodio", "episodios", "capítulo", "capítulos"]
sing = ["canta", "cantante"]
song = ["canción", "canciones"]
rating = ["audiencia", "rating"]
place = ["grabó", "rodó"]
[kin]
sibling-male = ["hermano"]
parent-male = ["padre"]
spouse-male = ["marido", "esposo"]
"""

JAPANESE = """
[words]
stopword = ["は", "教えて", "です", "人", "の", "第"]
what = ["何", "なに", "どの"]
who = ["誰", "だれ"]
how-many = ["何", "いくつ", "何話"]
plays = ["演じ", "演じた", "役"]
actor = ["俳優", "役者"]
episode = ["話", "回", "エピソード"]
sing = ["歌っ", "歌手", "歌う"]
rating = ["視聴率"]
[kin]
younger-sibling-male = ["弟"]
sibling = ["兄弟", "きょうだい"]
[endings]
words = ["は", "が", "を", "の", "に", "で", "た", "て", "いる", "ている", "か", "です", "ですか", "なの"]
subject = ["は", "が", "を"]
copula = ["です", "ですか"]
alone = ["ですか"]
"""

QUESTIONS = {
    "es": {
        "¿Quién interpreta a Seo I-jun?": "plays/seo-i-jun",
        "quien es el hermano de i-jun": "relation/seo-i-jun/sibling-male",
        "¿Quién es el padre del hermano de I-jun?": "relation/seo-i-jun/sibling-male/parent-male",
        "¿Cuántos capitulos tiene?": "episode-count",
        "¿Quién canta «Low Tide»?": "singer/low-tide",
        "¿Qué audiencia fue la del episodio 2?": "rating/2",
        "¿Dónde se grabó?": "places",
    },
    "ja": {
        "イジュンを演じた俳優は誰ですか？": "plays/seo-i-jun",
        "イ・ジュンの弟は？": "relation/seo-i-jun/younger-sibling-male",
        "イジュンの兄弟は誰": "relation/seo-i-jun/sibling",
        "引き潮を歌っているのは誰？": "singer/low-tide",
        "第2話の視聴率": "rating/2",
        "2話の視聴率は？": "rating/2",
    },
}


@pytest.fixture(scope="module")
def polyglot(knowledge: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """The invented show with lexicons for two more languages."""
    folder: Path = tmp_path_factory.mktemp("lexicons")
    for path in LEXICONS.glob("*.toml"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "es.toml").write_text(SPANISH, encoding="utf-8")
    (folder / "ja.toml").write_text(JAPANESE, encoding="utf-8")
    show = knowledge.library.show
    titled = [
        msgspec.structs.replace(one, title=msgspec.structs.replace(one.title, also=("引き潮",)))
        if one.key == "low-tide"
        else one
        for one in show.tracks
    ]
    named = [
        msgspec.structs.replace(one, character=msgspec.structs.replace(one.character, also=("イジュン",)))
        if one.key == "seo-i-jun"
        else one
        for one in show.members
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexicon, "LEXICONS", folder)
        show = msgspec.structs.replace(show, tracks=tuple(titled), members=tuple(named), translations={})
        polyglot = KnowledgeBase(show)
        for language in polyglot._segmenters.languages:
            _ = polyglot._segmenters[language]
    return polyglot


@pytest.mark.parametrize(
    ("language", "question"), [(language, question) for language, some in QUESTIONS.items() for question in some]
)
def test_another_language_needs_a_lexicon_and_no_code(polyglot, language, question):
    assert polyglot._segmenters.language_of(question, "en") == language
    assert "/".join(to_path(polyglot.answerer.interpret(question))) == QUESTIONS[language][question]


FOREIGN = [
    "I-jun morre?",
    "Quem interpreta I-jun?",
    "qui est le mari de I-jun",
    "come finisce la serie",
    "Wer singt Low Tide in der letzten Folge?",
    "siapa pemeran I-jun",
    "Сколько серий?",
    "这部剧有几集",
]
SHORT = ["elenco", "cuántos caps", "dónde la veo", "se muere?", "la mamá", "quién canta", "final explicado"]


@pytest.mark.parametrize("question", SHORT)
def test_a_short_question_in_spanish_is_not_taken_for_a_foreign_one(knowledge, question):
    segmenters = knowledge._segmenters

    assert segmenters.language_of(question, "es") == "es"
    assert not segmenters.is_foreign(question, "es", lambda _stem: False)


@pytest.mark.parametrize("question", FOREIGN)
def test_a_question_in_a_language_without_a_lexicon_is_not_misread(knowledge, question):
    with pytest.raises(UnknownLanguage) as unknown:
        knowledge.answerer.interpret(question)

    assert set(unknown.value.languages) >= {"en", "ko"}


def test_the_question_decides_its_language_and_not_the_client(knowledge):
    segmenters = knowledge._segmenters

    assert segmenters.language_of("who is 서이준", "ko") == "en"
    assert segmenters.language_of("OST 누가 불렀어?", "en") == "ko"
    assert segmenters.language_of("Low Tide", "ko") == "ko"
