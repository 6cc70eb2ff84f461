"""Dates in every form in which people write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text.dates import CalendarDate, DateReader

reader = DateReader(["en", "es", "ja", "ko"])

DATES = {
    "March 9": CalendarDate(3, 9),
    "mar 9th": CalendarDate(3, 9),
    "9 March 2024": CalendarDate(3, 9, 2024),
    "the 9th of March": CalendarDate(3, 9),
    "Saturday, March 9, 2024": CalendarDate(3, 9, 2024),
    "Sept. 9": CalendarDate(9, 9),
    "2024-03-09": CalendarDate(3, 9, 2024),
    "20240309": CalendarDate(3, 9, 2024),
    "2024/3/9": CalendarDate(3, 9, 2024),
    "2024. 3. 9.": CalendarDate(3, 9, 2024),
    "9.3.2024": CalendarDate(3, 9, 2024),
    "3월 9일": CalendarDate(3, 9),
    "3월9일(토)": CalendarDate(3, 9),
    "2024년 3월 9일 토요일": CalendarDate(3, 9, 2024),
    "24년 3월 9일": CalendarDate(3, 9, 2024),
    "３月９日": CalendarDate(3, 9),
    "9 de marzo": CalendarDate(3, 9),
    "El sábado 9 de marzo de 2024": CalendarDate(3, 9, 2024),
    "sabado, 9 mar. 2024": CalendarDate(3, 9, 2024),
    "marzo de 2024": CalendarDate(3, 0, 2024),
    "3月9日": CalendarDate(3, 9),
    "2024年3月9日（土）": CalendarDate(3, 9, 2024),
    "31/3": CalendarDate(3, 31),
    "March": CalendarDate(3),
    "2024-03": CalendarDate(3, 0, 2024),
}
NO_DATES = [
    "",
    "9",
    "ep 9",
    "top 10",
    "March 9 10",
    "March 40",
    "13/13",
    "9일",
    "2024",
    "3-9",
    "S1E4",
    "March of tears",
]


@pytest.mark.parametrize(("text", "date"), DATES.items(), ids=DATES.keys())
def test_a_date_is_read_in_any_usual_form(text: str, date: CalendarDate) -> None:
    assert date in reader.read(text)
    assert all(one.is_valid for one in reader.read(text))


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_not_wholly_a_date_is_none(text: str) -> None:
    assert reader.read(text) == []


def test_both_orders_of_day_and_month_are_kept() -> None:
    assert set(reader.read("3/9")) == {CalendarDate(3, 9), CalendarDate(9, 3)}


def test_a_date_without_a_year_is_that_day_of_any_year() -> None:
    assert CalendarDate(3, 9).includes(dt.date(2024, 3, 9))
    assert not CalendarDate(3, 9, 2025).includes(dt.date(2024, 3, 9))
    assert CalendarDate(3).includes(dt.date(2024, 3, 30))


@given(st.text(max_size=80))
def test_any_text_is_read_or_turned_down(text: str) -> None:
    reader.read(text)
