"""How far somebody has seen the show: they say so themselves, and nobody else's card changes."""

from __future__ import annotations

import re

import pytest

SEEN = "I have seen up to episode …"
LATE = "Captain Pyo"
"""Who is a spoiler until episode 3."""


async def test_a_card_in_a_channel_holds_no_spoiler_and_says_how_much_waits(fan):
    answer = await fan.slash("cast", who="cha-dan-u")

    assert not answer.ephemeral
    assert "||" not in answer.text
    assert LATE not in answer.text
    assert re.search(r"-# \d more facts?, from episode \d on\n", answer.text)


async def test_who_says_how_far_they_have_seen_gets_a_private_copy_that_tells_as_much(fan):
    answer = await fan.slash("cast", who="cha-dan-u")
    early, late = await fan.choose(answer, SEEN, "Episode 2"), await fan.choose(answer, SEEN, "Episode 3")

    assert early.ephemeral
    assert late.ephemeral
    assert early.text.startswith("-# For those who have seen up to episode 2\n")
    assert late.text.startswith("-# For those who have seen up to episode 3\n")
    assert LATE not in early.text
    assert LATE in late.text
    assert LATE not in answer.text


async def test_nothing_yet_opens_a_private_copy_without_spoilers(fan):
    copy = await fan.choose(await fan.slash("cast", who="cha-dan-u"), SEEN, "Nothing yet")

    assert copy.ephemeral
    assert LATE not in copy.text


async def test_the_level_of_a_private_card_goes_along_and_can_be_changed_in_place(fan):
    copy = await fan.choose(await fan.slash("cast", who="cha-dan-u"), SEEN, "Everything")
    assert copy.text.startswith("-# For those who have seen everything\n")
    cast = await fan.press(copy, "Cast")
    assert cast.edited
    assert cast.text.startswith("-# For those who have seen everything\n")
    earlier = await fan.choose(cast, SEEN, "Episode 1")
    assert earlier.edited
    assert earlier.text.startswith("-# For those who have seen up to episode 1\n")
    guests = await fan.press(earlier, "Guests")
    assert LATE not in guests.text
    nothing = await fan.choose(guests, SEEN, "Nothing yet")
    assert nothing.edited
    assert "For those who" not in nothing.text


async def test_a_level_survives_a_restart(fan, running):
    copy = await fan.slash("cast", who="cha-dan-u", seen="3")
    await running.stop()
    await running.start()
    pressed = await fan.press(copy, "Cast")

    assert pressed.edited
    assert pressed.text.startswith("-# For those who have seen up to episode 3\n")


async def test_somebody_else_has_a_level_of_their_own(fan, korean_fan):
    answer = await fan.slash("cast", who="cha-dan-u")
    hers = await fan.choose(answer, SEEN, "Episode 3")
    his = await korean_fan.press(answer, "Cast")
    assert his.ephemeral
    assert not his.text.startswith("-#")
    chosen = await korean_fan.choose(answer, SEEN, "Episode 2")

    assert chosen.text.startswith("-# 2회까지 본 분을 위한 카드\n")
    assert hers.text.startswith("-# For those who have seen up to episode 3\n")
    assert "||" not in answer.text


async def test_a_page_that_is_a_spoiler_opens_in_private_even_for_the_asker(fan, korean_fan):
    answer = await fan.slash("show")
    for person, label in ((fan, "Ending (spoiler)"), (korean_fan, "Ending (spoiler)")):
        ending = await person.press(answer, label)
        assert ending.ephemeral
        assert not ending.edited
    episode = await fan.slash("ratings", episode="2")
    synopsis = await fan.press(episode, "Story (spoiler)")

    assert synopsis.ephemeral
    assert synopsis.text.startswith("-# For those who have seen up to episode 2\n")
    assert "||" not in synopsis.text
    assert "Story" not in str(list(synopsis.buttons))


@pytest.mark.parametrize(
    ("command", "option"), [("cast", {"who": "cha-dan-u"}), ("ost", {}), ("ratings", {}), ("show", {})]
)
async def test_the_option_opens_a_private_card_at_once(fan, command, option):
    answer = await fan.slash(command, seen="3", **option)

    assert answer.ephemeral
    assert answer.text.startswith("-# For those who have seen up to episode 3\n")


async def test_a_public_card_for_a_level_bars_what_it_allows_and_leads_on_without_it(fan, korean_fan):
    answer = await fan.slash("cast", who="cha-dan-u", seen="3", private=False)
    assert not answer.ephemeral
    assert answer.text.startswith("-# Behind bars: spoilers up to episode 3\n")
    assert f"Safe after episode 3: ||{LATE} 표 선장||" in answer.text
    assert not any("@" in button.get("custom_id", "") for button in answer.buttons.values())
    copy = await korean_fan.press(answer, "Cast")
    assert not copy.text.startswith("-#")
    turned = await fan.press(answer, "Cast")
    assert turned.edited
    assert "||" not in turned.text


async def test_the_option_suggests_everything_and_the_episodes_in_every_language(fan, korean_fan):
    assert (await fan.autocomplete("cast", "seen", ""))[:2] == [("Everything", "4"), ("Episode 1", "1")]
    assert await fan.autocomplete("ask", "seen", "2", question="who plays I-jun?") == [("Episode 2", "2")]
    assert (await korean_fan.autocomplete("show", "seen", "끝"))[0] == ("끝까지 봤어요", "4")


@pytest.mark.parametrize("seen", ["everything", "Episode 4", "ep 4", "4", " 4 "])
async def test_what_is_typed_without_choosing_is_understood(fan, seen):
    assert (await fan.slash("show", seen=seen)).text.startswith("-# For those who have seen everything\n")


@pytest.mark.parametrize("seen", ["99", "0", "lots", "||x||"])
async def test_an_episode_that_there_is_not_is_no_level(fan, seen):
    answer = await fan.slash("cast", who="cha-dan-u", seen=seen)

    assert answer.ephemeral
    assert LATE not in answer.text
    assert "There is no episode" in answer.text


@pytest.mark.parametrize("forged", ["1:cast@0", "1:cast@-1", "1:cast@99", "1:cast@5", "1:cast@", "1:cast~1@3"])
async def test_a_forged_level_leads_nowhere(fan, forged):
    pressed = await fan.press_raw(await fan.slash("show"), forged)

    assert pressed.ephemeral
    assert "no longer exists" in pressed.text


async def test_a_level_forged_onto_a_public_card_changes_nothing_for_the_others(fan):
    answer = await fan.slash("show")
    pressed = await fan.press_raw(answer, "1:cast/cha-dan-u@3")

    assert pressed.ephemeral
    assert not pressed.edited
    assert LATE not in answer.text


async def test_a_question_whose_answer_is_a_spoiler_is_answered_behind_bars_or_in_private(fan):
    question = "who does cha dan-u play?"
    answer = await fan.slash("ask", question=question)
    assert not answer.ephemeral
    assert "Safe after episode 3: ||" in answer.text
    copy = await fan.choose(answer, SEEN, "Episode 3")
    assert copy.ephemeral
    assert LATE in copy.text
    assert "||" not in copy.text
    at_once = await fan.slash("ask", question=question, seen="3")
    assert at_once.text == copy.text


async def test_the_sources_of_a_barred_answer_open_in_private(fan):
    answer = await fan.slash("ask", question="who does cha dan-u play?")
    sources = await fan.press(answer, "Sources")

    assert sources.ephemeral
    assert not sources.edited
    assert "||" not in (await fan.slash("cast", who="cha-dan-u")).text
