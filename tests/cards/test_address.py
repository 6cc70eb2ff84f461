"""Addresses: what a button holds leads to its card, and nothing else leads anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.address import Address, NoSuchAddress

WORDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True).filter(lambda word: len(word) <= 20)
ADDRESSES = st.builds(
    Address, st.lists(WORDS, min_size=1, max_size=4).map(tuple), st.integers(1, 9999), st.integers(0, 99)
)


@given(ADDRESSES)
def test_an_address_reads_as_it_was_written(address: Address) -> None:
    assert Address.parse(str(address)) == address


@given(ADDRESSES, st.integers(1, 40))
def test_every_copy_of_a_button_leads_to_its_address(address: Address, copy: int) -> None:
    assert Address.from_custom_id(address.custom_id(copy)) == address


@given(ADDRESSES, st.integers(1, 39))
def test_two_buttons_to_one_address_are_told_apart(address: Address, copy: int) -> None:
    assert address.custom_id(copy) != address.custom_id(copy + 1)


def test_the_first_page_is_the_address_itself() -> None:
    assert str(Address.to("cast", "seo-i-jun")) == "cast/seo-i-jun"
    assert str(Address.to("cast", page=2)) == "cast~2"
    assert Address.to("cast", page=2).with_page(1) == Address.to("cast")


def test_a_level_stands_before_the_page() -> None:
    assert str(Address.to("cast", "seo-i-jun", level=8)) == "cast/seo-i-jun@8"
    assert str(Address.to("cast", page=2).at_level(8)) == "cast@8~2"
    assert str(Address.to("cast", level=8).at_level(0)) == "cast"


FORGED = [
    "", " ", "1:", "cast", "2:cast", "1:cast/", "1:/cast", "1:cast//x", "1:Cast", "1:cast/서이준", "1:cast~0",
    "1:cast~-1", "1:cast~01", "1:cast~99999", "1:cast~1~2", "1:cast#", "1:cast#x", "1:cast\n", "1:cast/../show",
    "1:cast/seo i-jun", "1:cast#1#2",
    "1:cast@0", "1:cast@-1", "1:cast@08", "1:cast@1000", "1:cast@", "1:cast@x", "1:cast@1@2", "1:cast~2@1",
    "1:cast@٢", "1:ｃａｓｔ", "1:cast~٢", "11:cast", "1:1:cast", "1:cast/||x||", "1:" + "a" * 101,
]  # fmt: skip


@pytest.mark.parametrize("custom_id", FORGED)
def test_a_forged_button_leads_nowhere(custom_id: str) -> None:
    with pytest.raises(NoSuchAddress):
        Address.from_custom_id(custom_id)


@given(st.text(max_size=120))
def test_any_text_is_an_address_or_leads_nowhere(text: str) -> None:
    try:
        address = Address.parse(text)
    except NoSuchAddress:
        return
    assert Address.parse(str(address)) == address
    assert len(str(address)) <= 100
