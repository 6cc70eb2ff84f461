"""Each show in each language, and its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cards.editions import EDITIONS, all_cards

if TYPE_CHECKING:
    from tests.cards.walking import Shown


@pytest.fixture(params=EDITIONS, ids="-".join, scope="module")
def edition(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A show in a language."""
    return request.param


@pytest.fixture
def found(edition: tuple[str, str]) -> dict[str, Shown]:
    """All its cards."""
    return all_cards(*edition)
