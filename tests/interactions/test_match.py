"""A match by every way in; how it is played is tested with the storage."""

from __future__ import annotations

from tests.interactions.conftest import RunningBehindEndpoint


async def test_a_match_starts_answers_and_stops(fan, korean_fan, running):
    match = await fan.slash("match", questions=5, seconds=60)
    if isinstance(running, RunningBehindEndpoint):
        assert match.ephemeral
        assert "need a database" in match.text
        return
    first = next(iter(match.buttons))
    assert f"You chose **{first}**" in (await fan.press(match, first)).text
    copy = await korean_fan.press(match, "In my language")
    assert (await korean_fan.press(copy, next(iter(copy.buttons)))).edited
    assert (await korean_fan.press(match, "Stop")).ephemeral
    stopped = await fan.press(match, "Stop")

    assert stopped.edited
    assert "The match was stopped." in match.text


async def test_without_a_database_privacy_says_that_nothing_is_stored(fan):
    privacy = await fan.slash("privacy")

    assert privacy.ephemeral
    assert "has set no storage" in privacy.text
    assert list(privacy.buttons) == []
