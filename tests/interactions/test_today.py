"""What happened on a day of the year: today, or any day that can be written."""

from __future__ import annotations

import re

import pytest
from discord.utils import snowflake_time


async def test_a_day_tells_what_happened_with_year_and_sources(fan):
    answer = await fan.slash("today", date="January 5")

    assert not answer.ephemeral
    assert answer.text.startswith("## On this day: January 5\n")
    assert "- **2025** Episode 2 first aired. (*one source*)" in answer.text
    assert r"- **2025** “\*Low\* Tide” by Saltwind came out. (*one source*)" in answer.text
    assert re.search(r"^-# \[.+\]\(<http", answer.text, re.MULTILINE)
    assert {"Episode 2", "Sources", "Earlier: January 4"} <= set(answer.buttons)


@pytest.mark.parametrize("date", ["Jan 4", "1/4", "4 January 2025", "2025-01-04", "01-04", "1월 4일", "January 4"])
async def test_a_date_is_understood_however_it_is_written(fan, date):
    assert (await fan.slash("today", date=date)).text.startswith("## On this day: January 4\n")


@pytest.mark.parametrize("date", [{}, {"date": " Today"}])
async def test_without_a_date_it_is_the_day_of_the_press_in_utc(fan, date):
    answer = await fan.slash("today", **date)
    day = snowflake_time(answer.interaction.id)

    assert answer.text.startswith(f"## On this day: {day:%B} {day.day}\n")


async def test_an_empty_day_names_the_nearest_ones(fan):
    answer = await fan.slash("today", date="July 7")
    assert "My sources have nothing about this day." in answer.text
    assert "The nearest days with something to tell: June 2 and January 4." in answer.text
    pressed = await fan.press(answer, "Earlier: June 2")
    assert pressed.edited
    assert "- **1994** Yoon Ha-rin was born. (*one source, a fan site*)" in pressed.text


@pytest.mark.parametrize("date", ["31 February", "13/13", "January", "soon", "||@everyone||", "9" * 500])
async def test_what_is_no_date_gets_a_clear_private_answer(fan, date):
    answer = await fan.slash("today", date=date)

    assert answer.ephemeral
    assert "as a date." in answer.text
    assert "Write a day and a month, such as" in answer.text
    assert list(answer.buttons) == ["On this day"]


async def test_days_with_something_to_tell_are_suggested(fan, korean_fan):
    assert ("January 4", "01-04") in await fan.autocomplete("today", "date", "")
    assert await fan.autocomplete("today", "date", "jan 4") == [("January 4", "01-04")]
    assert await fan.autocomplete("today", "date", "July 7") == [("July 7", "07-07")]
    assert await fan.autocomplete("today", "date", "someday") == []
    assert await korean_fan.autocomplete("today", "date", "6월") == [("6월 2일", "06-02")]


async def test_who_says_how_far_they_have_seen_gets_a_private_copy(fan):
    answer = await fan.slash("today", date="January 4", seen="3")

    assert answer.ephemeral
    assert answer.text.startswith("-# For those who have seen up to episode 3\n")
