"""Quiz questions: each has exactly one right option, gives nothing away, and does not tell its own answer."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bot.cards.quiz_text import option_label, question_text
from bot.cards.text import utf16_length
from bot.config.settings import SHOW
from bot.domain.knowledge_base import KnowledgeBase
from bot.domain.quiz import KINDS, OPTIONS, TOPICS
from bot.i18n.catalog import catalog, languages
from data import load
from data.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.quiz import Choice, Question, QuestionBank
    from data.records import Member, Show

HARBOUR = SHOW.parents[1] / "tests" / "shows" / "harbour_lights"
LANGUAGES = sorted(languages())
SEEDS = (1, 977)
EVERY_SEED = range(40)


@cache
def knowledge_of(name: str) -> KnowledgeBase:
    return KnowledgeBase(load({"bundled": SHOW, "invented": HARBOUR}[name]))


def bank(name: str, language: str = "en") -> QuestionBank:
    return knowledge_of(name).in_language(language).quiz


def asked(name: str, language: str = "en", seeds: tuple[int, ...] = SEEDS) -> Iterator[Question]:
    """Every question at every level, with the wrong options of some seeds."""
    for level in range(knowledge_of(name).library.last_episode + 1):
        deck = bank(name, language).deck(level)
        if level and deck is bank(name, language).deck(level - 1):
            continue
        for place in range(len(deck)):
            for seed in seeds:
                yield deck.of_day(dt.date.fromordinal(seed * len(deck) + place))


@pytest.fixture(params=["bundled", "invented"])
def name(request: pytest.FixtureRequest) -> str:
    return request.param


def test_the_bundled_show_gives_enough_questions_of_enough_kinds() -> None:
    at_first, in_all = bank("bundled").deck(), bank("bundled").deck(99)

    assert len(in_all) >= 180
    assert len(at_first) >= 140
    assert {key.split("/")[0] for key in at_first.keys} == set(KINDS)
    assert len(KINDS) >= 11
    assert set(at_first.keys) < set(in_all.keys)
    assert all(len(bank("bundled").deck(topic=topic)) >= 25 for topic in TOPICS)


def test_a_small_show_gives_a_small_quiz() -> None:
    assert 4 <= len(bank("invented").deck()) < 20


# R1: one option is right. Everything is derived again here, from the records alone.


def test_exactly_one_option_is_right(name: str) -> None:
    show = knowledge_of(name).library.show
    for question in asked(name):
        right = [index for index, option in enumerate(question.options) if is_right(show, question, option)]
        assert right == [question.right], (question.key, question.options)


def is_right(show: Show, question: Question, option: Choice) -> bool:
    """Whether the facts say that an option answers the question, at whatever level."""
    _kind, *about = question.key.split("/")
    key = option.key.split("/", 1)[1]
    return RULES[question.kind](show, question, about, key)


def _member(show: Show, key: str) -> Member:
    return next(member for member in show.members if member.key == key)


def _relation(show: Show, _question: Question, about: list[str], key: str) -> bool:
    """Whether somebody has a relation to somebody, by the rules of kinship."""
    subject, wanted = about[0], about[1]
    kind, gender = wanted.rsplit("-", 1)
    if _member(show, key).gender not in (gender, None):
        return False

    def stated(*kinds: str) -> set[tuple[str, str]]:
        return {(relation.of, relation.to) for relation in show.relations if relation.kind in kinds}

    parent = stated("parent", "biological-parent")
    wed = stated("spouse", "former-spouse")
    wed |= {(to, of) for of, to in wed}
    older = stated("older-sibling")
    sibling = stated("sibling") | older
    sibling |= {(to, of) for of, to in sibling}
    family = {
        "parent": parent,
        "spouse": wed,
        "older-sibling": older,
        "younger-sibling": {(to, of) for of, to in older},
        "aunt-uncle": stated("aunt-uncle") | {(a, child) for a, b in sibling for of, child in parent if of == b},
        "parent-in-law": stated("parent-in-law") | {(of, b) for a, b in wed for of, child in parent if child == a},
    }
    return (key, subject) in family[kind]


def _rated(show: Show, _question: Question, about: list[str], key: str) -> bool:
    return next(rating.nationwide for rating in show.ratings if str(rating.episode) == about[0]) == float(key)


def _compared(show: Show, question: Question, _about: list[str], key: str) -> bool:
    figures = {str(rating.episode): rating.nationwide for rating in show.ratings}
    offered = {number: figures[number] for number in (option.key.split("/")[1] for option in question.options)}
    best = max if question.kind == "highest" else min
    return offered[key] == best(offered.values())


def _released(show: Show, key: str) -> dt.date:
    return next(track.release.date for track in show.tracks if track.key == key and track.release)


def _first(show: Show, question: Question, _about: list[str], key: str) -> bool:
    return _released(show, key) == min(_released(show, option.key.split("/")[1]) for option in question.options)


def _singer(show: Show, track: str) -> str | None:
    return next(one.singer for one in show.tracks if one.key == track)


def _ranked(show: Show, question: Question, about: list[str], key: str) -> bool:
    ranking = next(one for one in show.rankings if one.key == about[0])
    return [entry.key for entry in ranking.entries].index(key.split("/")[1]) + 1 == question.arguments["place"]


def _crew(show: Show, question: Question, _about: list[str], key: str) -> bool:
    jobs = {"writer": ["writer"], "director": ["director"], "editor": ["editor"], "music": ["music", "composer"]}
    job = next(one.job for one in show.credits if one.key == key)
    return job in jobs[str(question.arguments["job"])]


RULES = {
    "plays": lambda show, question, _about, key: any(
        one.character == question.arguments["character"] and one.actor == _member(show, key).actor
        for one in show.members
    ),
    "role": lambda show, question, _about, key: any(
        one.actor == question.arguments["actor"] and one.character == _member(show, key).character
        for one in show.members
    ),
    "age": lambda show, _question, about, key: _member(show, about[0]).age == int(key),
    "born": lambda show, _question, about, key: _member(show, about[0]).born.date.year == int(key),
    "relation": _relation,
    "sings": lambda show, _question, about, key: _singer(show, about[0]) == key,
    "song": lambda show, _question, about, key: _singer(show, about[0]) == _singer(show, key),
    "part": lambda show, _question, about, key: any(
        one.key == about[0] and str(one.part) == key for one in show.tracks
    ),
    "released": lambda show, _question, about, key: str(_released(show, about[0])) == key,
    "first": _first,
    "award": lambda show, _question, about, key: any(one.key == about[0] and key in one.to for one in show.awards),
    "aired": lambda show, _question, about, key: any(
        (str(one.number), str(one.aired)) == (about[0], key) for one in show.episodes
    ),
    "episode": lambda show, question, _about, key: any(
        (str(one.number), one.aired) == (key, question.arguments["date"].date) for one in show.episodes
    ),
    "rating": _rated,
    "highest": _compared,
    "lowest": _compared,
    "week": lambda show, _question, about, key: any(
        (str(one.number), str(one.rank)) == (about[0], key) for one in show.weeks
    ),
    "ranking": _ranked,
    "crew": _crew,
}
"""Whether the facts say that a key is the answer, by the kind of question."""


# R2 and R7: nothing in it is a spoiler, and the wrong options are of the same kind.


def test_a_question_holds_nothing_that_its_reader_may_not_know(name: str) -> None:
    show = knowledge_of(name).library.show
    after = {f"{kind}/{one.key}": one.after_episode for one in show.members for kind in ("actor", "character")}
    after |= {f"track/{one.key}": one.after_episode for one in show.tracks}
    for question in asked(name):
        told = [after.get(option.key, 0) for option in question.options]
        about = question.key.split("/")[1]
        if question.kind in ("plays", "role", "age", "relation"):
            told.append(_member(show, about).after_episode)
        if question.kind == "relation" and "in-law" not in question.key:
            ends = {about, question.options[question.right].key.split("/")[1]}
            told.append(min(one.after_episode for one in show.relations if {one.of, one.to} == ends))
        assert max(told) <= question.level, question.key


def test_the_options_are_of_one_kind_one_gender_and_one_age(name: str) -> None:
    show = knowledge_of(name).library.show
    for question in asked(name):
        assert len(question.options) == OPTIONS
        assert len({option.key.split("/")[0] for option in question.options}) == 1, question.key
        if question.kind in ("plays", "role", "relation"):
            members = [_member(show, option.key.split("/")[1]) for option in question.options]
            assert len({member.gender for member in members}) == 1, question.key
            assert len({member.billing == "child" or (member.age or 99) < 18 for member in members}) == 1, question.key


def test_nobody_without_a_name_of_their_own_is_an_option(name: str) -> None:
    show = knowledge_of(name).library.show
    for question in asked(name):
        if question.kind in ("plays", "role", "relation"):
            for option in question.options:
                character = _member(show, option.key.split("/")[1]).character
                assert not re.search(r"(?:^|\s)[a-z]|\(|['’]s\b", character.latin), character
                assert question.kind != "relation" or "es" not in character.scripts, character  # "Secretary Kim"


# R5: nothing disputed, nothing close.


def test_nothing_disputed_is_asked(name: str) -> None:
    show = knowledge_of(name).library.show
    disputed = {key for dispute in show.disputes for key in dispute.about}
    for question in asked(name):
        assert question.confidence != "disputed"
        assert question.sources
        assert set(question.sources) <= show.sources.keys()
        about = question.key.split("/")[1]
        if question.kind in ("rating", "highest", "lowest"):
            assert not disputed & {f"rating-{option.key.split('/')[1]}" for option in question.options}
        if question.kind in ("part", "released", "first"):
            assert about not in disputed


def test_figures_differ_by_a_margin(name: str) -> None:
    for question in asked(name):
        if question.kind in ("rating", "age"):
            right, *others = sorted(
                (float(option.key.split("/")[1]) for option in question.options),
                key=lambda figure: figure != float(question.options[question.right].key.split("/")[1]),
            )
            assert all(abs(other - right) >= 1 for other in others), question.key


# R3 and R6, in the words that people read.


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_does_not_tell_its_answer(name: str, language: str) -> None:
    words = catalog(language)
    for question in asked(name, language, SEEDS[:1]):
        said = told_words(question_text(words, question))
        offered = [told_words(option_label(words, option)) for option in question.options]
        for word in said & offered[question.right]:
            assert sum(word in one for one in offered) >= 2, (question.key, word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_of_a_person_does_not_tell_the_answer(name: str, language: str) -> None:
    words = catalog(language)
    for question in asked(name, language):
        if question.kind in ("plays", "role", "relation", "sings", "crew"):
            labels = [option_label(words, option) for option in question.options]
            assert len({script_of(label) for label in labels}) == 1, labels


def test_the_place_of_the_right_figure_among_the_others_does_not_tell_it() -> None:
    ranks: Counter[int] = Counter()
    deck = bank("bundled").deck(topic="cast")
    for question in (deck.pick(seed, number) for seed in range(100) for number in range(1, 11)):
        if question.kind in ("age", "born"):
            right = question.options[question.right]
            ranks[sorted(option.key for option in question.options).index(right.key)] += 1

    assert all(ranks.total() / 6 < ranks[rank] < ranks.total() / 3 for rank in range(OPTIONS)), ranks


def told_words(text: str) -> set[str]:
    """The words of a text, and family names, which stand first where names are written without a blank."""
    found = set(re.findall(r"[^\W\d_](?:[\w'’-]{3,}|(?<=[가-힣])[가-힣]+)", text.casefold()))
    korean = {word for word in found if re.fullmatch("[가-힣]{3}", word)}
    return found | {word[0] for word in korean} | {word[1:] for word in korean}


@pytest.mark.parametrize("language", LANGUAGES)
def test_options_fit_on_buttons_and_differ(name: str, language: str) -> None:
    words = catalog(language)
    for question in asked(name, language):
        labels = [option_label(words, option) for option in question.options]
        assert all(0 < utf16_length(label) <= 38 for label in labels), labels
        assert not any("…" in label for label in labels), labels
        assert len({re.sub(r"[\W_]", "", label.casefold()) for label in labels}) == OPTIONS, labels


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_are_the_same_in_every_language_and_each_has_its_own_words(name: str, language: str) -> None:
    english, other = bank(name).deck(99), bank(name, language).deck(99)
    words = catalog(language)

    assert english.keys == other.keys
    for seed in SEEDS:
        one, two = english.pick(seed, 3), other.pick(seed, 3)
        assert one.content == two.content
    for question in asked(name, language, SEEDS[:1]):
        text = question_text(words, question)
        assert text.endswith(("?", "？")), text
        assert "{" not in text


# Games.


def test_a_game_asks_nothing_twice_and_nothing_about_the_same_in_a_row() -> None:
    deck = bank("bundled").deck()
    for seed in EVERY_SEED:
        game = [deck.pick(seed, number) for number in range(1, 16)]
        assert len({question.key for question in game}) == len(game)
        kinds = [question.kind for question in game]
        assert all(one != two for one, two in pairwise(kinds))


def test_the_same_seed_gives_the_same_game_elsewhere_and_another_one_another() -> None:
    elsewhere = KnowledgeBase(load(SHOW)).quiz.deck()
    games = set()
    for seed in EVERY_SEED:
        game = tuple(bank("bundled").deck().pick(seed, number).content for number in range(1, 11))
        assert game == tuple(elsewhere.pick(seed, number).content for number in range(1, 11))
        games.add(game)
    assert len(games) == len(EVERY_SEED)


def test_the_right_option_stands_at_every_place() -> None:
    deck = bank("bundled").deck()
    places = [deck.pick(seed, number).right for seed in EVERY_SEED for number in range(1, 11)]

    assert all(60 <= places.count(place) <= 140 for place in range(OPTIONS))


def test_a_question_of_the_day_does_not_come_again_before_all_were_asked() -> None:
    deck = bank("bundled").deck()
    start = len(deck) * (dt.date(2026, 1, 1).toordinal() // len(deck))
    keys = [deck.of_day(dt.date.fromordinal(start + day)).key for day in range(len(deck))]

    assert sorted(keys) == sorted(deck.keys)
    assert deck.of_day(dt.date.fromordinal(start)) == deck.of_day(dt.date.fromordinal(start))
