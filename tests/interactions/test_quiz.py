"""The quiz: private games that live in their buttons, and the question of the day, which everybody answers alone."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from discord.utils import time_snowflake

from bot.cards.address import Address
from bot.cards.quiz import play
from bot.cards.quiz_game import Player
from bot.cards.reader import BotInfo, Reader
from bot.domain.knowledge_base import KnowledgeBase
from bot.i18n.catalog import catalog

BEGIN, OF_DAY, POST = "10 questions", "Question of the day", "Post it here"
STALE = "This quiz is somebody else’s, or its facts have changed since."


def options(answer) -> list[str]:
    """The custom ids of the four options, in their order."""
    return [button["custom_id"] for button in answer.buttons.values()][:4]


async def right_option(fan, question) -> int:
    """Which option is right. The local Discord lets a modified client press a button that is gone."""
    for at, custom_id in enumerate(options(question)):  # read before the first press, which edits the message
        if "**Right:**" in (await fan.press_raw(question, custom_id)).text:
            return at
    raise AssertionError("no option is right")


async def test_a_quiz_is_private_from_its_start_on(fan):
    start = await fan.slash("quiz")
    assert start.ephemeral
    assert "10 questions from sourced facts" in start.text
    assert list(start.buttons) == [BEGIN, OF_DAY]  # nothing about points, which this bot does not keep
    question = await fan.press(start, BEGIN)
    assert question.edited
    assert "Question 1 of 10 · 0 right" in question.text
    assert len(options(question)) == 4
    assert not re.search(r"\]\(<http", question.text)


async def test_an_answer_says_what_is_right_with_sources_and_leads_on(fan):
    question = await fan.press(await fan.slash("quiz"), BEGIN)
    labels, custom_ids = list(question.buttons), options(question)
    right = await right_option(fan, question)
    wrong = await fan.press_raw(question, custom_ids[right - 1])
    assert wrong.edited
    told = re.escape(labels[right]) + r"( \(\*.+\*\))?, not " + re.escape(labels[right - 1])
    assert re.search(rf"\*\*Not quite:\*\* it’s {told}$", wrong.text, re.MULTILINE)
    assert "· 0 right" in wrong.text
    correct = await fan.press_raw(question, custom_ids[right])
    assert f"**Right:** {labels[right]}" in correct.text
    assert "· 1 right" in correct.text
    assert re.search(r"^-# \[.+\]\(<http.+ · checked ", correct.text, re.MULTILINE)
    assert correct.links == {"Report a mistake": "https://example.org/report"}
    following = await fan.press(correct, "Next question")
    assert following.edited
    assert "Question 2 of 10 · 1 right" in following.text


async def test_a_whole_game_ends_with_its_result_which_can_be_shown_to_everybody(fan, korean_fan):
    card = await fan.press(await fan.slash("quiz"), BEGIN)
    for number in range(10):
        card = await fan.press_raw(card, options(card)[number % 4])
        longest = max(len(button["custom_id"]) for button in card.buttons.values())
        card = await fan.press(card, "Next question" if number < 9 else "Show my result")
    assert longest <= 100
    score = re.match(r"## (\d+) of 10 right", card.text)
    assert score
    assert card.text.count("\n- ") == 10 - int(score[1])
    shown = await fan.press(card, "Show it here")
    assert not shown.ephemeral
    assert shown.text.startswith(f"<@{fan.user.id}> got {score[1]} of 10 right in the quiz.\n-# ")
    assert shown.text.count("✗") == 10 - int(score[1])
    assert shown.payload["data"]["allowed_mentions"] == {"parse": []}
    joined = await korean_fan.press(shown, "Quiz")
    assert joined.ephemeral
    assert "10문제 풀기" in joined.buttons


async def test_a_game_can_be_stopped_and_counts_what_was_answered(fan):
    question = await fan.press(await fan.slash("quiz"), BEGIN)
    answered = await fan.press_raw(question, options(question)[0])
    stopped = await fan.press(answered, "Stop")

    assert re.match(r"## [01] of 1 right", stopped.text)
    again = await fan.press(stopped, "Play again")
    assert "Question 1 of 10" in again.text


async def test_a_game_goes_on_after_a_restart(fan, running):
    question = await fan.press(await fan.slash("quiz"), BEGIN)
    await running.stop()
    await running.start()
    answered = await fan.press_raw(question, options(question)[0])

    assert answered.edited
    assert "Next question" in answered.buttons


async def test_a_game_is_over_when_its_facts_or_the_token_of_the_bot_have_changed(fan, running, monkeypatch, show):
    question = await fan.press(await fan.slash("quiz"), BEGIN)
    posted = await fan.press(await fan.press(await fan.slash("quiz"), OF_DAY), POST)
    changes = {"quiz_secret": b"another token", "knowledge": KnowledgeBase(show)}
    for name, value in changes.items():
        with monkeypatch.context() as changed:
            changed.setattr(running.bot.responder, name, value)
            for card in (question, posted):
                refused = await fan.press_raw(card, options(card)[0])
                assert refused.ephemeral
                assert not refused.edited
                assert STALE in refused.text


async def test_the_level_goes_along(fan):
    start = await fan.slash("quiz")
    seen = await fan.choose(start, "I have seen up to episode …", "Episode 3")
    question = await fan.press(seen, BEGIN)

    assert question.text.startswith("-# For those who have seen up to episode 3\n")
    assert all(custom_id.endswith("@3") for custom_id in options(question))
    answered = await fan.press_raw(question, options(question)[0])
    assert answered.text.startswith("-# For those who have seen up to episode 3\n")


async def test_a_quiz_can_be_about_one_topic(fan):
    start = await fan.slash("quiz")
    about = await fan.choose(start, "About: Everything", "The show")
    assert "6 questions" in about.text
    assert "About: The show" in about.selects
    question = await fan.press(about, "6 questions")
    assert "Question 1 of 6" in question.text


async def test_the_question_of_the_day_is_one_for_all_and_never_shows_its_answer_in_public(fan, korean_fan):
    private = await fan.press(await fan.slash("quiz"), OF_DAY)
    assert private.edited
    posted = await fan.press(private, POST)
    assert not posted.ephemeral
    assert options(posted) == options(private)
    mine = await fan.press_raw(posted, options(posted)[0])
    his = await korean_fan.press_raw(posted, options(posted)[0])
    for answer in (mine, his):
        assert answer.ephemeral
        assert not answer.edited
    assert ("**Right:**" in mine.text) == ("**정답이에요:**" in his.text)
    assert re.search(r"<t:\d+:R>", posted.text)
    assert "Right" not in posted.text


def test_the_answer_to_a_question_of_the_day_counts_on_that_day_only(harbour):
    reader = Reader(KnowledgeBase(harbour), catalog("en"), BotInfo())
    day = dt.datetime(2026, 2, 28, 23, 59, tzinfo=dt.UTC)
    ids = [time_snowflake(day + dt.timedelta(minutes=minutes)) for minutes in (0, 2)]
    asked = play(reader, Address.parse("quiz/post"), Player("1", b"secret", ids[0]))
    (option, *_more) = re.findall(rb"quiz/d/[^\"]+", asked.components)
    in_time, late = (play(reader, Address.parse(option.decode()), Player("2", b"secret", one)) for one in ids)

    assert in_time.day == day.toordinal()
    assert late.day == 0
    assert late.components == in_time.components


@pytest.mark.parametrize("choice", ["", "12", "0/0"])
async def test_an_option_that_the_question_of_the_day_never_had_is_refused(fan, caplog, choice):
    posted = await fan.press(await fan.press(await fan.slash("quiz"), OF_DAY), POST)
    refused = await fan.press_raw(posted, options(posted)[0].removesuffix("0") + choice)

    assert refused.ephemeral
    assert "no longer exists" in refused.text
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize(
    "forge",
    [
        lambda parts: [*parts[:3], "2", *parts[4:]],  # another question
        lambda parts: [*parts[:2], "abc", *parts[3:]],  # another game
        lambda parts: [*parts[:6], "aaaaaaaa", *parts[7:]],  # another signature
        lambda parts: [*parts[:5], "cast", *parts[6:]],  # another topic
    ],
)
async def test_a_forged_state_is_refused(fan, forge):
    question = await fan.press(await fan.slash("quiz"), BEGIN)
    parts = options(question)[0].split("/")
    refused = await fan.press_raw(question, "/".join(forge(parts)))

    assert refused.ephemeral
    assert not refused.edited
    assert STALE in refused.text or "no longer exists" in refused.text


async def test_somebody_elses_button_is_refused_in_the_own_language(fan, korean_fan):
    question = await fan.press(await fan.slash("quiz"), BEGIN)
    own = await korean_fan.press(await korean_fan.slash("quiz"), "10문제 풀기")
    refused = await korean_fan.press_raw(own, options(question)[0])

    assert refused.ephemeral
    assert "다른 사람의 퀴즈이거나" in refused.text
    assert list(refused.buttons) == ["퀴즈"]


@pytest.mark.parametrize(
    "custom_id",
    [
        "1:quiz/s",
        "1:quiz/s/1/1/0/all/aaaaaaaa/9",
        "1:quiz/s/1/99/0/all/aaaaaaaa/0",
        "1:quiz/s/1/1/ff/all/aaaaaaaa",
        "1:quiz/s/zz/1/0/all/aaaaaaaa",
        "1:quiz/new/nothing",
        "1:quiz/new/all@99",
        "1:quiz/d/999999999999/aaaaaaaa/0",
        "1:quiz/d/0/aaaaaaaa/0",
        "1:quiz/d/739949/aaaaaaaa/0",
        "1:quiz/d/739949/aaaaaaaa/23",
        "1:quiz/share/1/1/0/all/aaaaaaaa",
        "1:quiz/r/1/1/0/all/aaaaaaaa/0",
        "1:quiz/nothing",
        "0:quiz/s/1/1/0/all/aaaaaaaa/0",
    ],
)
async def test_what_was_never_a_button_is_a_clear_private_answer(fan, caplog, custom_id):
    refused = await fan.press_raw(await fan.slash("quiz"), custom_id)

    assert refused.ephemeral
    assert STALE in refused.text or "no longer exists" in refused.text
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_the_quiz_of_the_help_opens_in_private_even_for_the_asker(fan):
    pressed = await fan.press(await fan.slash("help"), "Quiz")

    assert pressed.ephemeral
    assert not pressed.edited
