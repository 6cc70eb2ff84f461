"""A match in a channel: every press counts once, and nothing is ever stuck."""

from __future__ import annotations

import asyncio
import contextlib
import re
from typing import TYPE_CHECKING

import pytest

from bot.cards import match as cards
from bot.cards.quiz_text import option_label, question_text
from bot.cards.reader import BotInfo, Reader
from bot.domain.knowledge_base import KnowledgeBase
from bot.i18n.catalog import catalog
from bot.preview.server.clock import ManualClock
from bot.storage import snowflakes
from bot.storage.connect import open_memory, open_store
from bot.storage.records import Answer
from bot.storage.store import day_of
from tests.cards.walking import BUTTON
from tests.cards.walking import Shown as Card
from tests.resilience.once import running
from tests.waiting import PatientDiscord, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.app import FanBot
    from bot.domain.quiz import Question
    from bot.preview.client.answer import Answer as Shown
    from bot.preview.client.client import LocalDiscord, UserClient
    from bot.storage.store import Store
    from data.records import Show

ROUND = 31
"""Seconds of a round, with the one that its delivery may take."""


class Fans:
    """Fans in a server of their own, and Discord's clock."""

    def __init__(self, discord: LocalDiscord, bot: FanBot) -> None:
        self.discord = discord
        self.bot = bot
        self.guild = discord.state.add_guild("Fans")
        self.ann, self.bea, self.cem = (self.fan(name) for name in ("Ann", "Bea", "Cem"))

    def fan(self, name: str, locale: str = "en-US") -> UserClient:
        return self.discord.client(f"{name} of {self.guild.id}", locale=locale, context=self.guild)

    def wait(self, seconds: float) -> None:
        clock = self.discord.clock
        assert isinstance(clock, ManualClock)
        clock.advance(seconds)

    def question(self, match: Shown, number: int) -> Question:
        seed = int(next(iter(match.buttons.values()))["custom_id"].split("/")[1])
        return self.bot.responder.knowledge.quiz.deck(0).pick(seed, number)

    async def answer(self, match: Shown, number: int, fan: UserClient, *, right: bool = True) -> Shown:
        """Press the right button, or a wrong one."""
        question = self.question(match, number)
        choice = question.right if right else (question.right + 1) % 4
        return await fan.press(match, custom_ids(match)[choice])

    async def play(self, match: Shown, rounds: range, *players: UserClient) -> None:
        """Let everybody answer right; after the last press of a round, time passes and somebody presses again."""
        for number in rounds:
            for fan in players:
                assert "You chose" in (await self.answer(match, number, fan)).text
            self.wait(ROUND + 2)
            await self.answer(match, number, players[0])


def custom_ids(match: Shown) -> list[str]:
    return [button["custom_id"] for button in match.buttons.values()]


def store_of(bot: FanBot, match: Shown) -> Store:
    game = bot.stateful_answers().matches._games[int(custom_ids(match)[0].split("/")[1])]
    return game.store


@pytest.fixture(scope="module")
async def local() -> AsyncIterator[LocalDiscord]:
    async with PatientDiscord(clock=ManualClock()) as local:
        yield local


@pytest.fixture(scope="module")
async def bot(local: LocalDiscord, harbour: Show) -> AsyncIterator[FanBot]:
    """A bot with a database of its own, in memory so that it is quick."""
    async with running(local, harbour, store=open_memory(), report_url="https://example.org/report") as bot:
        yield bot


@pytest.fixture
def fans(local: LocalDiscord, bot: FanBot) -> Fans:
    return Fans(local, bot)


async def test_a_match_is_public_and_each_press_is_confirmed_in_private(fans):
    match = await fans.ann.slash("match")
    pressed = await fans.answer(match, 1, fans.bea)

    assert not match.ephemeral
    assert "Question 1 of 10" in match.text
    assert list(match.buttons)[4:] == ["In my language", "Show the answer", "Stop"]
    assert pressed.ephemeral
    assert pressed.text.startswith("You chose **")
    assert "Question 1 of 10" in match.text


async def test_a_match_goes_on_without_timers_by_presses_after_the_time_until_the_final_score(fans):
    match = await fans.ann.slash("match", questions=5)
    await fans.answer(match, 1, fans.ann)
    await fans.answer(match, 1, fans.bea, right=False)
    fans.wait(ROUND + 2)
    late = await fans.answer(match, 1, fans.cem)
    assert late.edited
    assert "Question 2 of 5" in match.text
    assert f"Right: <@{fans.ann.user.id}>\n" in match.text
    assert f"<@{fans.bea.user.id}>" not in match.text
    assert "checked" in match.text, "the sources"
    await fans.play(match, range(2, 6), fans.ann, fans.bea)

    assert f"**1** <@{fans.ann.user.id}> 15 points, 5 right\n**2** <@{fans.bea.user.id}> 12 points" in match.text
    assert list(match.buttons) == ["Keep my points", "Board", "New match"]
    assert match.links == {"Report a mistake": "https://example.org/report"}


async def test_the_last_press_counts_and_a_late_one_does_not(fans):
    match = await fans.ann.slash("match", questions=5)
    await fans.answer(match, 1, fans.ann, right=False)
    await fans.answer(match, 1, fans.bea)
    fans.wait(20)
    await fans.answer(match, 1, fans.ann)
    await fans.answer(match, 1, fans.bea, right=False)
    fans.wait(ROUND)
    await fans.answer(match, 1, fans.cem)

    assert f"Right: <@{fans.ann.user.id}>\n" in match.text
    store = store_of(fans.bot, match)
    standings = await store.standings(int(custom_ids(match)[0].split("/")[1]))
    assert [(one.person, one.points) for one in standings] == [(fans.ann.user.id, 2), (fans.bea.user.id, 0)]


async def test_a_private_copy_in_ones_own_language_takes_answers_and_moves_the_match_on(fans):
    korean = fans.fan("Min-ji", "ko")
    match = await fans.ann.slash("match")
    copy = await korean.press(match, "In my language")
    assert copy.ephemeral
    assert re.search("[가-힣]", copy.text)
    chosen = await korean.press(copy, custom_ids(copy)[fans.question(match, 1).right])
    assert chosen.edited
    assert "골랐어요" in chosen.text
    fans.wait(ROUND + 2)
    moved = await korean.press(copy, custom_ids(copy)[0])

    assert moved.edited
    assert "골랐어요" not in moved.text
    await until(lambda: "Question 2 of 10" in match.text)
    assert f"Right: <@{korean.user.id}>" in match.text


async def test_the_process_that_started_a_match_moves_it_on_by_itself_and_ends_it_after_two_empty_rounds(
    fans, monkeypatch
):
    monkeypatch.setattr("bot.interactions.match.MatchHost._seconds_until", lambda _host, _when: 0.0)
    match = await fans.ann.slash("match")
    await until(lambda: "Final score" in match.text)

    assert "Two questions in a row went unanswered" in match.text
    assert "Nobody answered." in match.text
    assert list(match.buttons) == ["New match"]


async def test_only_the_starter_or_a_moderator_shows_the_answer_early_or_stops(fans):
    match = await fans.ann.slash("match")
    for label in ("Show the answer", "Stop"):
        refused = await fans.bea.press(match, label)
        assert refused.ephemeral
        assert "Only whoever started the match" in refused.text
    assert "Question 1 of 10" in match.text
    assert (await fans.ann.press(match, "Show the answer")).edited
    assert "Question 2 of 10" in match.text
    fans.discord.state.moderators.add(fans.cem.user.id)
    assert (await fans.cem.press(match, "Stop")).edited

    assert "The match was stopped." in match.text


async def test_everybody_may_press_show_the_answer_when_the_time_is_over(fans):
    match = await fans.ann.slash("match")
    await fans.answer(match, 1, fans.ann)
    fans.wait(ROUND + 2)

    assert (await fans.bea.press(match, "Show the answer")).edited
    assert "Question 2 of 10" in match.text


@pytest.mark.parametrize("questions", [5, 10])
async def test_a_second_match_in_the_channel_is_refused_and_new_match_starts_another(fans, questions):
    match = await fans.ann.slash("match", questions=questions, seconds=20)
    assert "already running" in (await fans.bea.slash("match")).text
    await fans.ann.press(match, "Stop")
    assert "just started" in (await fans.ann.press(match, "New match")).text
    again = await fans.bea.press(match, "New match")

    assert not again.ephemeral
    assert f"Question 1 of {questions}" in again.text
    assert "already running" in (await fans.cem.press(match, "New match")).text


def test_a_match_with_a_level_stands_behind_bars_and_shows_letters(show):
    """The bundled show has questions that spoil something."""
    knowledge = KnowledgeBase(show)
    reader = Reader(knowledge, catalog("en"), BotInfo())
    deck = knowledge.quiz.deck(knowledge.library.last_episode)
    question = deck.pick(4, 1)
    assert question.level
    asked = cards.Round(1, 1, 10, 0, question)
    last = cards.Solution(1, question, [Answer(5, question.right, 9)])
    shown = Card(cards.round_card(reader, asked, last).page())
    labels = [button["label"] for button in Card(cards.round_card(reader, asked, None).page()).of_type(BUTTON)]
    outside = re.sub(r"\|\|.*?\|\|", "", shown.text)

    assert labels[:4] == ["A", "B", "C", "D"]
    assert "Behind bars: spoilers" in outside
    for option in question.options:
        label = option_label(reader.words, option)
        assert label not in outside
        assert label in shown.text
    assert question_text(reader.words, question) not in outside


async def test_who_presses_like_mad_is_acknowledged_and_not_stored(fans):
    match = await fans.ann.slash("match")
    for _ in range(5):
        assert "You chose" in (await fans.answer(match, 1, fans.bea)).text
    pressing = asyncio.create_task(fans.answer(match, 1, fans.bea, right=False))
    await until(lambda: [*fans.discord.state.interactions.values()][-1].callback == {"type": 6})
    pressing.cancel()
    fans.wait(2)

    assert "You chose" in (await fans.answer(match, 1, fans.bea)).text


FORGED = ("match/1/1/0", "match/{0}/1/9", "match/{0}/9/0", "match/{0}/x/0", "match/{0}/1/0/0",
          "match/99999999999999999999/1/0", "match", "match/{0}/1/keep", "match/{0}/0/0")  # fmt: skip


@pytest.mark.parametrize("custom_id", FORGED)
async def test_a_forged_button_does_nothing(fans, custom_id):
    match = await fans.ann.slash("match")
    named = custom_ids(match)[0].split("/")[1]
    pressed = await fans.bea.press_raw(match, "1:" + custom_id.format(named))

    assert not pressed.failed
    assert "Question 1 of 10" in match.text
    if not pressed.edited:
        assert pressed.ephemeral
        assert "You chose" not in pressed.text


async def test_a_button_that_is_copied_into_another_channel_counts_nothing(fans, local, bot):
    match = await fans.ann.slash("match")
    elsewhere = Fans(local, bot)
    card = await elsewhere.ann.slash("show")
    pressed = await elsewhere.ann.press_raw(card, custom_ids(match)[0])

    assert "is over" in pressed.text
    assert await store_of(bot, match).answers(int(custom_ids(match)[0].split("/")[1]), 1) == []


async def test_a_match_whose_message_is_deleted_ends_and_makes_room(fans, local):
    match = await fans.ann.slash("match")
    fans.wait(ROUND + 2)
    shown = match.shown
    pressing = asyncio.create_task(fans.bea.press(match, "Show the answer"))
    await asyncio.sleep(0)  # it is sent
    local.state.delete_message(shown)
    assert "was deleted" in (await pressing).text

    fans.wait(60)
    assert not (await fans.ann.slash("match")).ephemeral


async def test_an_old_match_ends_with_a_word_to_whoever_presses_it(fans, bot):
    match = await fans.ann.slash("match")
    store, named = store_of(bot, match), int(custom_ids(match)[0].split("/")[1])
    fans.wait(3 * 3600)
    now = snowflakes.from_ms(round(fans.discord.clock.now() * 1000))
    await store.purge(day_of(now), now)

    assert "is over, or was cut short" in (await fans.ann.press(match, custom_ids(match)[0])).text
    assert await store.match(named) is None


async def test_points_are_kept_after_consent_for_this_match_and_shown_on_the_board(fans):
    match = await fans.ann.slash("match", questions=5)
    await fans.play(match, range(1, 6), fans.ann, fans.bea)
    asked = await fans.ann.press(match, "Keep my points")
    assert asked.ephemeral
    assert "your Discord id, this server’s id, the day and your points" in asked.text
    assert "Nothing is stored." in (await fans.ann.press(asked, "No")).text
    assert "No points yet" in (await fans.bea.press(match, "Board")).text
    asked = await fans.ann.press(match, "Keep my points")
    assert "kept from now on" in (await fans.ann.press(asked, "Keep them")).text
    board = await fans.ann.press(match, "Board")
    assert board.ephemeral
    assert f"**1** <@{fans.ann.user.id}> 15 points, 5 of 5 right\n-# You: no. 1, 15 points" in board.text
    assert (await fans.ann.press(board, "All time")).edited
    public = await fans.ann.press(board, "Show it here")

    assert not public.ephemeral
    assert "You: no." not in public.text


async def test_privacy_shows_exports_hides_and_deletes(fans):
    match = await fans.ann.slash("match", questions=5)
    await fans.play(match, range(1, 6), fans.ann, fans.bea)
    await fans.ann.press(await fans.ann.press(match, "Keep my points"), "Keep them")
    privacy = await fans.ann.slash("privacy")
    assert privacy.ephemeral
    assert "Points: 15 on 1 day in 1 server." in privacy.text
    export = await fans.ann.press(privacy, "Export")
    assert export.ephemeral
    assert b'"points": 15' in next(iter(fans.discord.state.attachments.values())).data or export.shown.files
    assert "Boards leave you out." in (await fans.ann.press(privacy, "Hide me on boards")).text
    assert "No points yet" in (await fans.bea.press(match, "Board")).text
    await fans.ann.press(privacy, "Show me on boards")
    seen = await fans.ann.choose(privacy, "Remember how far I have seen", "Episode 2")
    assert "you have seen up to episode 2" in seen.text
    sure = await fans.ann.press(privacy, "Delete everything")
    assert "has been deleted" in (await fans.ann.press(sure, "Yes, delete")).text

    assert "Nothing." in (await fans.ann.slash("privacy")).text
    assert "No points yet" in (await fans.bea.press(match, "Board")).text


async def test_a_moderator_clears_the_board(fans):
    match = await fans.ann.slash("match", questions=5)
    await fans.play(match, range(1, 6), fans.ann, fans.bea)
    await fans.ann.press(await fans.ann.press(match, "Keep my points"), "Keep them")
    board = await fans.bea.press(match, "Board")
    assert "Clear the board" not in board.buttons
    assert "no longer exists" in (await fans.bea.press_raw(board, "1:board/all/clear/yes")).text
    fans.discord.state.moderators.add(fans.cem.user.id)
    sure = await fans.cem.press(await fans.cem.press(match, "Board"), "Clear the board")

    assert "No points yet" in (await fans.cem.press(sure, "Yes, delete")).text


async def answer_of_the_day(fan: UserClient) -> Shown:
    """Open the question of the day and press its first answer."""
    asked = await fan.press(await fan.slash("quiz"), "Question of the day")
    return await fan.press(asked, next(one for one in custom_ids(asked) if "/d/" in one))


async def test_the_question_of_the_day_counts_once_a_day_for_those_who_agree(fans):
    answer = await answer_of_the_day(fans.ann)
    asked = await fans.ann.press(answer, "Keep my points")
    await fans.ann.press(asked, "Keep them")
    first, again = await answer_of_the_day(fans.ann), await answer_of_the_day(fans.ann)
    fans.wait(24 * 3600)
    next_day = await answer_of_the_day(fans.ann)

    assert re.search(r"-# (Counted|5 points) · 1 day in a row$", first.text)
    assert "Only your first answer of the day counts." in again.text
    assert "· 2 days in a row" in next_day.text
    assert "Keep my points" not in next_day.buttons


async def test_a_remembered_level_is_used_for_private_answers_only(fans):
    privacy = await fans.ann.slash("privacy")
    assert privacy.selects == {}, "nothing is remembered without consent"
    await fans.ann.press(await fans.ann.press(privacy, "Keep my points"), "Keep them")
    await fans.ann.choose(await fans.ann.slash("privacy"), "Remember how far I have seen", "Episode 3")
    private, public, other = (
        await fans.ann.slash("cast", who="cha-dan-u", private=True),
        await fans.ann.slash("cast", who="cha-dan-u"),
        await fans.bea.slash("cast", who="cha-dan-u", private=True),
    )
    chosen = await fans.ann.slash("cast", who="cha-dan-u", private=True, seen="1")

    assert private.text.startswith("-# For those who have seen up to episode 3\n")
    assert chosen.text.startswith("-# For those who have seen up to episode 1\n")
    assert "For those" not in public.text + other.text


async def test_behind_the_endpoint_a_match_needs_a_database_and_says_so(harbour):
    async with PatientDiscord() as local, running(local, harbour, "endpoint"):
        fan = local.client("Ann")
        answer = await fan.slash("match")
        privacy = await fan.slash("privacy")

    assert answer.ephemeral
    assert "need a database" in answer.text
    assert "has set no storage" in privacy.text


async def test_without_a_database_a_match_runs_in_memory_and_is_cut_short_by_a_restart(harbour):
    async with PatientDiscord() as local:
        async with running(local, harbour):
            match = await local.client("Ann").slash("match", seconds=60)
            assert not match.ephemeral
            assert "You chose" in (await local.client("Ann").press(match, custom_ids(match)[0])).text
        async with running(local, harbour):
            pressed = await local.client("Ann").press(match, custom_ids(match)[0])

    assert pressed.ephemeral
    assert "cut short by a restart" in pressed.text


async def test_with_a_database_a_match_survives_a_restart(harbour, tmp_path):
    url = f"sqlite:///{tmp_path / 'points.db'}"
    async with PatientDiscord(clock=ManualClock()) as local:
        async with running(local, harbour, store=open_store(url)) as bot:
            fans = Fans(local, bot)
            match = await fans.ann.slash("match")
            await fans.answer(match, 1, fans.ann)
        async with running(local, harbour, store=open_store(url)) as bot:
            assert "You chose" in (await fans.answer(match, 1, fans.bea, right=False)).text
            fans.wait(ROUND + 2)
            await fans.answer(match, 1, fans.cem)

    assert "Question 2 of 10" in match.text
    assert f"Right: <@{fans.ann.user.id}>\n" in match.text


async def test_a_database_that_is_unreachable_costs_the_points_and_not_the_match(harbour, tmp_path: Path, caplog):
    store = open_store(f"sqlite:///{tmp_path / 'missing' / 'points.db'}")
    async with PatientDiscord() as local, running(local, harbour, store=store):
        fan = local.client("Ann")
        match = await fan.slash("match", seconds=60)
        pressed = await fan.press(match, custom_ids(match)[0])
        privacy, daily = await fan.slash("privacy"), await answer_of_the_day(fan)

    assert "Points cannot be kept right now" in daily.text
    assert "Points cannot be kept right now" in match.text
    assert "You chose" in pressed.text
    assert "cannot be kept" in privacy.text
    assert [record.levelname for record in caplog.records].count("ERROR") == 1


async def test_a_database_that_fails_in_a_match_is_told_and_the_match_goes_on_when_it_is_back(fans, bot, monkeypatch):
    match = await fans.ann.slash("match")
    database = store_of(bot, match).database
    with monkeypatch.context() as patch, contextlib.suppress(AssertionError):
        patch.setattr(type(database), "errors", (ZeroDivisionError,))
        patch.setattr(database, "_fetch", lambda *_: 1 / 0)
        assert "cannot reach its database" in (await fans.answer(match, 1, fans.ann)).text

    assert "You chose" in (await fans.answer(match, 1, fans.ann)).text
