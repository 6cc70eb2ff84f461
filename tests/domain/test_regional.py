"""Facts as a region writes them."""

from __future__ import annotations

from msgspec import structs

from bot.domain.regional import with_decimal_mark
from data import load
from tests.shows import HARBOUR


def test_a_region_reads_decimals_in_its_own_way_and_shares_every_other_fact() -> None:
    show = load(HARBOUR)
    first, *others = show.facts
    show = structs.replace(show, facts=(structs.replace(first, text="2,5 a day, from 3, 4 and 1,5"), *others))

    regional = with_decimal_mark(show, ",", ".")

    assert regional.facts[0].text == "2.5 a day, from 3, 4 and 1.5"
    assert regional.facts[1] is show.facts[1]
    assert regional.members is show.members
