"""Every day of the year has a card that fits, and tells nothing too early."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.cards import today
from bot.cards.address import Address
from bot.cards.text import utf16_length
from tests.cards.walking import reader, shown

if TYPE_CHECKING:
    from data.records import Show


@pytest.fixture(params=["harbour", "show"])
def any_show(request: pytest.FixtureRequest) -> Show:
    return request.getfixturevalue(request.param)


def test_every_day_has_a_card_with_sources_or_names_the_nearest_days(any_show: Show) -> None:
    fan = reader(any_show, "en")
    eventful = []
    for month in range(1, 13):
        for day in range(1, 32):
            key = f"{month:02}-{day:02}"
            if not today.is_day(key):
                continue
            card = shown(fan, Address.to("today", key))
            assert sum(utf16_length(text) for text in card.texts) <= 4000
            assert len(card.components) <= 40
            if "nothing about this day" in card.text:
                assert "The nearest days with something to tell" in card.text
            else:
                assert "](<http" in card.texts[-1]
                eventful.append(key)

    assert len(eventful) >= 8


def test_an_event_that_is_a_spoiler_waits(harbour: Show) -> None:
    (first, *others) = harbour.statements
    late = msgspec.structs.replace(first, after_episode=3)
    fan = reader(msgspec.structs.replace(harbour, statements=(late, *others)), "en")
    address = Address.to("today", today.key_of(late.date))

    assert late.text not in shown(fan, address).text
    assert "1 more fact, from episode 3 on" in shown(fan, address).text
    assert late.text not in shown(fan, address.at_level(2)).text
    assert late.text in shown(fan, address.at_level(3)).visible
