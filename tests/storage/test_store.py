"""What is stored, and for how long; the same on every database."""

from __future__ import annotations

import asyncio
import os
import random
import re
import stat
import time
from typing import TYPE_CHECKING

import pytest

from bot.storage import snowflakes
from bot.storage.connect import open_store
from bot.storage.database import MIGRATIONS, StorageUnavailable, statements
from bot.storage.records import Match, Standing
from bot.storage.store import DAILY_POINTS, MAX_POINTS_PER_DAY, RETENTION_DAYS, StartRefused, day_of, streak

if TYPE_CHECKING:
    from pathlib import Path

    from bot.storage.store import Store

GUILD, CHANNEL = 7, 70
ANN, BEA, CEM = 901, 902, 903
TODAY = 20_000
START = snowflakes.from_ms(TODAY * 86_400_000 + 1_000)


def later(seconds: float) -> int:
    return snowflakes.after(START, seconds)


def new_match(**changes: int) -> Match:
    plain = Match(START, CHANNEL, GUILD, ANN, "token", "plan", seconds=30, total=5, ends=later(30))
    return plain._replace(**changes)


async def play(store, match: Match, hits: dict[int, int], rounds: int = 5) -> None:
    """Play a match in which each person presses the right choice in so many rounds, at once."""
    await store.begin(match, correct=1)
    for number in range(1, rounds + 1):
        ends = snowflakes.after(match.ends, 30 * (number - 1))
        for person, hit in hits.items():
            choice = 1 if number <= hit else 0
            assert await store.answer(match.match, match.channel, number, person, choice, snowflakes.after(ends, -20))
        assert await store.advance(match.match, number, ends, snowflakes.after(ends, 30), correct=1)


async def rows_about(store, person: int) -> dict[str, int]:
    """How many rows of each table hold an id, in any column."""
    found = {}
    schema = "".join(path.read_text() for path in sorted(MIGRATIONS.glob("*.sql")))
    for table in re.findall(r"CREATE TABLE (\w+)", schema):
        rows = await store.database.fetch(f"SELECT * FROM {table}")  # noqa: S608
        if count := sum(person in tuple(row) for row in rows):
            found[table] = count
    return found


async def test_nobody_is_stored_without_having_agreed(store):
    assert await store.answer_daily(ANN, GUILD, TODAY, hit=True) is None
    await play(store, new_match(starter=BEA), {ANN: 5, CEM: 5})

    assert await store.person(ANN) is None
    assert await store.board(GUILD, 0, 10) == []
    assert await store.count_people() == 0
    assert set(await rows_about(store, ANN)) == {"answer"}, "until the match is deleted"


async def test_what_is_deleted_leaves_no_row_with_the_id_in_any_table(store):
    await store.agree(ANN, TODAY)
    await store.remember_level(ANN, 3)
    await store.answer_daily(ANN, GUILD, TODAY, hit=True)
    await play(store, new_match(), {ANN: 5, BEA: 2})
    assert set(await rows_about(store, ANN)) == {"person", "score", "daily", "match", "answer", "claim"}
    assert await store.delete(ANN)

    assert await rows_about(store, ANN) == {}
    assert await store.export(ANN) == {}
    assert not await store.delete(ANN)
    assert await store.standings(START) == [Standing(BEA, 6, 2, 5)]


async def test_the_export_holds_every_row_about_a_person(store):
    await store.agree(ANN, TODAY)
    await store.answer_daily(ANN, GUILD, TODAY, hit=True)
    await play(store, new_match(), {ANN: 5, BEA: 2})
    export = await store.export(ANN)

    about = await rows_about(store, ANN)
    assert {table: len(rows) for table, rows in export.items()} == {
        table: count for table, count in about.items() if table != "match"
    }
    assert export["score"] == [{"guild": GUILD, "day": TODAY, "points": 15 + DAILY_POINTS, "asked": 6, "hit": 6}]


async def test_old_rows_leave_and_people_without_any_with_them(store):
    for person, days in ((ANN, RETENTION_DAYS + 1), (BEA, RETENTION_DAYS)):
        await store.agree(person, TODAY - days)
        await store.answer_daily(person, GUILD, TODAY - days, hit=True)
    await play(store, new_match(match=later(-4000), ends=later(-3970)), {BEA: 1, CEM: 1})
    await store.purge(TODAY, START)

    assert await rows_about(store, ANN) == {}
    assert await rows_about(store, CEM) == {}
    assert await store.person(BEA)
    assert await store.match(later(-4000)) is None


async def test_the_first_answer_of_a_day_counts_and_days_in_a_row_are_a_streak(store):
    await store.agree(ANN, TODAY)
    assert await store.answer_daily(ANN, GUILD, TODAY, hit=True) == (True, DAILY_POINTS, 1)
    assert await store.answer_daily(ANN, 8, TODAY, hit=True) == (False, 0, 1)
    assert await store.answer_daily(ANN, GUILD, TODAY + 1, hit=False) == (True, 0, 2)
    assert await store.answer_daily(ANN, GUILD, TODAY + 3, hit=True) == (True, DAILY_POINTS, 3)
    assert await store.answer_daily(ANN, GUILD, TODAY + 6, hit=True) == (True, DAILY_POINTS, 1)

    assert [entry.points for entry in await store.board(GUILD, TODAY, 10)] == [3 * DAILY_POINTS]
    assert await store.board(8, 0, 10) == []


@pytest.mark.parametrize(("days", "length"), [([], 0), ([9], 1), ([9, 8, 7], 3), ([9, 7, 5], 3), ([9, 6, 5], 1)])
def test_a_single_missed_day_ends_no_streak(days, length):
    assert streak(days) == length


async def test_a_board_ranks_by_points_and_leaves_out_who_hides(store):
    people = {ANN: 5, BEA: 3, CEM: 3}
    for person in people:
        await store.agree(person, TODAY)
    await play(store, new_match(), people)
    board = await store.board(GUILD, TODAY, 10)
    assert [(entry.rank, entry.person, entry.points) for entry in board] == [(1, ANN, 15), (2, BEA, 9), (2, CEM, 9)]
    await store.hide(ANN, hidden=True)

    assert [entry.person for entry in await store.board(GUILD, TODAY, 1)] == [BEA]
    assert await store.rank(GUILD, TODAY, ANN) is None
    assert (await store.rank(GUILD, TODAY, CEM)).rank == 1
    assert await store.board(GUILD, TODAY + 1, 10) == []
    await store.clear_board(GUILD)
    assert await store.board(GUILD, 0, 10) == []


async def test_right_answers_in_the_first_half_earn_a_little_more(store):
    await store.begin(new_match(), correct=2)
    for person, choice, seconds in ((ANN, 2, 14.9), (BEA, 2, 15.1), (CEM, 0, 1)):
        assert await store.answer(START, CHANNEL, 1, person, choice, later(seconds))
    await store.advance(START, 1, later(31), later(61), correct=0)

    assert await store.standings(START) == [Standing(ANN, 3, 1, 1), Standing(BEA, 2, 1, 1), Standing(CEM, 0, 0, 1)]


async def test_the_last_press_counts_by_discords_clock_in_whatever_order_presses_arrive(store):
    await store.begin(new_match(), correct=2)
    for seconds, choice in ((9, 1), (20, 2), (5, 3), (12, 0)):
        await store.answer(START, CHANNEL, 1, ANN, choice, later(seconds))

    assert [(answer.person, answer.choice) for answer in await store.answers(START, 1)] == [(ANN, 2)]


async def test_a_press_counts_only_in_time_in_its_channel_and_in_a_round_that_was_asked(store):
    await store.begin(new_match(), correct=2)

    assert not await store.answer(START, CHANNEL, 1, ANN, 2, later(30))
    assert not await store.answer(START, CHANNEL + 1, 1, ANN, 2, later(1))
    assert not await store.answer(START, CHANNEL, 2, ANN, 2, later(1))
    assert not await store.answer(START + 1, CHANNEL, 1, ANN, 2, later(1))
    assert await store.answers(START, 1) == []


async def test_a_press_in_time_counts_even_if_it_arrives_after_the_round(store):
    await store.begin(new_match(), correct=2)
    await store.answer(START, CHANNEL, 1, BEA, 1, later(1))
    await store.advance(START, 1, later(31), later(61), correct=0)
    assert await store.answer(START, CHANNEL, 1, ANN, 2, later(29))

    assert (await store.standings(START))[0] == Standing(ANN, 2, 1, 1)


async def test_an_answer_that_is_shown_early_closes_the_round(store):
    await store.begin(new_match(), correct=2)
    assert await store.advance(START, 1, later(5), later(35), correct=0) is None
    assert await store.advance(START, 1, later(5), later(35), correct=0, early=True)

    assert not await store.answer(START, CHANNEL, 1, ANN, 2, later(6))
    assert await store.answer(START, CHANNEL, 1, ANN, 2, later(4))


async def test_only_one_of_many_processes_moves_a_match_on(store):
    await store.begin(new_match(), correct=2)
    moves = await asyncio.gather(*(store.advance(START, 1, later(31), later(61), correct=0) for _ in range(8)))

    assert sum(move is not None for move in moves) == 1
    assert (await store.match(START)).number == 2


async def test_two_empty_rounds_end_a_match(store):
    await store.begin(new_match(), correct=2)
    first, _ = await store.advance(START, 1, later(31), later(61), correct=0)
    await store.answer(START, CHANNEL, 2, ANN, 1, later(40))
    second, answers = await store.advance(START, 2, later(61), later(91), correct=0)
    third, _ = await store.advance(START, 3, later(91), later(121), correct=0)
    fourth, _ = await store.advance(START, 4, later(121), later(151), correct=0)

    assert len(answers) == 1
    assert [match.silent for match in (first, second, third, fourth)] == [1, 0, 1, 2]
    assert [match.running for match in (first, second, third, fourth)] == [True, True, True, False]
    assert await store.advance(START, 5, later(151), later(181), correct=0) is None


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, StartRefused.Reason.DUPLICATE),
        ({"match": later(20), "starter": BEA}, StartRefused.Reason.CHANNEL),
        ({"match": later(59), "channel": 71}, StartRefused.Reason.STARTER),
    ],
)
async def test_a_second_match_is_refused(store, changes, reason):
    await store.begin(new_match(), correct=0)
    with pytest.raises(StartRefused) as refused:
        await store.begin(new_match(**changes), correct=0)

    assert refused.value.reason is reason


async def test_a_server_has_at_most_three_matches_and_direct_messages_as_many_as_there_are_people(store):
    for guild in (GUILD, 0):
        for number in range(3):
            match = START + guild + number
            await store.begin(new_match(match=match, channel=match, starter=match, guild=guild), correct=0)
    with pytest.raises(StartRefused) as refused:
        await store.begin(new_match(match=START + 99), correct=0)
    await store.begin(new_match(match=START + 98, guild=0, starter=98), correct=0)

    assert refused.value.reason is StartRefused.Reason.GUILD


async def test_a_match_that_no_process_moves_on_makes_way_for_a_new_one(store):
    await store.begin(new_match(), correct=0)
    await store.begin(new_match(match=later(90), ends=later(120)), correct=0)

    assert not (await store.match(START)).running
    assert await store.advance(START, 1, later(91), later(121), correct=0) is None


async def test_of_many_that_start_at_once_in_a_channel_one_does(store):
    async def begin(number: int) -> bool:
        try:
            await store.begin(new_match(match=START + number, starter=number), correct=0)
        except StartRefused:
            return False
        return True

    assert sum(await asyncio.gather(*map(begin, range(1, 9)))) == 1


async def test_points_are_claimed_once_and_only_after_a_match_that_counts(store):
    await store.agree(BEA, TODAY)
    await play(store, new_match(), {ANN: 5, BEA: 4})
    assert not await store.claim(START, ANN, later(200))
    await store.agree(ANN, TODAY)
    assert [await store.claim(START, ANN, later(200)) for _ in range(2)] == [True, True]
    assert await store.claim(START, BEA, later(200))

    assert {entry.person: entry.points for entry in await store.board(GUILD, TODAY, 10)} == {ANN: 15, BEA: 12}


@pytest.mark.parametrize(("hits", "rounds"), [({ANN: 5}, 5), ({ANN: 4, BEA: 4}, 4)])
async def test_a_match_of_one_person_or_of_few_questions_brings_no_points(store, hits, rounds):
    await store.agree(ANN, TODAY)
    await play(store, new_match(), hits, rounds)
    await store.stop(START, later(160))

    assert not await store.claim(START, ANN, later(161))
    assert await store.board(GUILD, TODAY, 10) == []


async def test_a_stopped_match_counts_without_its_open_question(store):
    await store.agree(ANN, TODAY)
    await play(store, new_match(total=10), {ANN: 5, BEA: 4})
    await store.answer(START, CHANNEL, 6, ANN, 1, later(151))
    stopped = await store.stop(START, later(160))

    assert not stopped.running
    assert await store.stop(START, later(161)) is None
    assert (await store.board(GUILD, TODAY, 10))[0].points == 15


async def test_points_count_on_one_server_a_minute_and_up_to_a_limit_a_day(store):
    await store.agree(ANN, TODAY)
    await play(store, new_match(), {ANN: 5, BEA: 1})
    await play(store, new_match(match=later(70), channel=71, guild=8, ends=later(45)), {ANN: 5, BEA: 1})
    assert await store.board(8, TODAY, 10) == []
    for number in range(1, 11):
        start = later(1000 * number)
        await play(store, new_match(match=start, ends=snowflakes.after(start, 30)), {ANN: 5, BEA: 1})

    assert [entry.points for entry in await store.board(GUILD, TODAY, 10)] == [MAX_POINTS_PER_DAY]


async def test_an_exception_in_a_transaction_leaves_nothing(store):
    async def fail() -> None:
        async with store.database.transaction() as connection:
            await connection.fetch("INSERT INTO person (person, since) VALUES ($1, $2)", ANN, TODAY)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()

    assert await store.count_people() == 0


async def test_two_processes_share_a_database_and_migrate_it_once(database_url):
    stores = [open_store(database_url) for _ in range(2)]
    await asyncio.gather(*(store.agree(ANN, TODAY) for store in stores))
    await asyncio.gather(*(store.agree(BEA, TODAY) for store in stores))

    assert [await store.count_people() for store in stores] == [2, 2]
    for store in stores:
        await store.database.close()


async def test_of_forty_fans_on_two_processes_the_last_presses_count_even_if_one_process_dies(database_url):
    dice, match = random.Random(7), new_match()  # noqa: S311 - no secret
    stores = [open_store(database_url) for _ in range(2)]
    await stores[0].begin(match, correct=2)
    presses = [(person, dice.randrange(4), later(dice.uniform(1, 29))) for person in range(1, 41) for _ in range(10)]
    dice.shuffle(presses)

    async def press(number: int, store: Store) -> None:
        person, choice, pressed = presses[number]
        assert await store.answer(START, CHANNEL, 1, person, choice, pressed)

    await asyncio.gather(*(press(number, dice.choice(stores)) for number in range(200)))
    await stores[0].database.close()
    again = dice.sample(range(200), 50)
    await asyncio.gather(*(press(number, stores[1]) for number in (*range(200, 400), *again)))
    moved = await asyncio.gather(*(stores[1].advance(START, 1, later(31), later(61), correct=0) for _ in range(3)))
    last = {press[0]: press for press in sorted(presses, key=lambda press: press[2])}
    answers = await stores[1].answers(START, 1)
    await stores[1].database.close()

    assert sum(move is not None for move in moved) == 1
    assert {answer.person: tuple(answer) for answer in answers} == last


def versions() -> list[int]:
    return [number for number, _ in enumerate(sorted(MIGRATIONS.glob("*.sql")))]


@pytest.mark.parametrize("version", versions())
async def test_a_database_of_every_version_is_migrated(store, version):
    database = store.database
    await database._connect()
    await database._fetch("CREATE TABLE migration (number INT PRIMARY KEY)")
    for file in sorted(MIGRATIONS.glob("*.sql"))[:version]:
        for statement in statements(file.read_text()):
            await database._fetch(statement)
        await database._fetch("INSERT INTO migration (number) VALUES ($1)", int(file.name[:4]))
    await store.agree(ANN, TODAY)

    assert await store.person(ANN)


def test_migrations_are_numbered_without_gaps():
    assert [int(path.name[:4]) for path in sorted(MIGRATIONS.glob("*.sql"))] == [number + 1 for number in versions()]


async def test_a_database_that_cannot_be_opened_is_one_kind_of_failure_and_one_line(tmp_path: Path, caplog):
    store = open_store(f"sqlite:///{tmp_path / 'missing' / 'points.db'}")
    for _ in range(3):
        with pytest.raises(StorageUnavailable):
            await store.agree(ANN, TODAY)
    await store.database.close()

    assert len(caplog.records) == 1


async def test_a_statement_that_comes_after_the_end_is_the_same_kind_of_failure(database_url):
    store = open_store(database_url)
    await store.agree(ANN, TODAY)
    await store.close()

    with pytest.raises(StorageUnavailable):
        await store.count_people()
    with pytest.raises(StorageUnavailable):
        await store.export(ANN)


async def test_a_server_that_is_unreachable_is_told_without_the_password(tmp_path: Path, caplog):
    store = open_store(f"postgresql://fan:hunter2@/postgres?host={tmp_path}")
    with pytest.raises(StorageUnavailable) as failure:
        await store.agree(ANN, TODAY)
    await store.database.close()

    assert "hunter2" not in str(failure.value) + caplog.text


async def test_a_full_database_is_one_kind_of_failure_and_can_be_used_again(store):
    if "Sqlite" not in type(store.database).__name__:
        pytest.skip("only SQLite can be told to be full")
    await store.agree(ANN, TODAY)
    pages = (await store.database.fetch("PRAGMA page_count"))[0][0]
    await store.database.fetch(f"PRAGMA max_page_count = {pages}")

    async def fill() -> None:
        for person in range(100_000):
            await store.agree(person, TODAY)

    with pytest.raises(StorageUnavailable, match="full"):
        await fill()
    await store.database.fetch("PRAGMA max_page_count = 1000000")
    await store.agree(BEA, TODAY)

    assert await store.person(BEA)


async def test_only_its_owner_may_read_the_file(tmp_path: Path):
    store = open_store(f"sqlite:///{tmp_path / 'points.db'}")
    await store.agree(ANN, TODAY)
    modes = {stat.S_IMODE(file.stat().st_mode) for file in os.scandir(tmp_path)}
    await store.database.close()

    assert modes == {0o600}


def test_a_snowflake_tells_its_day():
    assert day_of(START) == TODAY
    assert snowflakes.to_ms(snowflakes.from_ms(round(time.time()) * 1000)) == round(time.time()) * 1000
