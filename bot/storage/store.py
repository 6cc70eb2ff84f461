"""Everything that the bot stores and reads, in SQL that SQLite and PostgreSQL understand."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bot.storage import snowflakes
from bot.storage.database import StorageUnavailable
from bot.storage.records import Answer, BoardEntry, DailyResult, Match, Person, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.storage.database import Connection, Database
    from bot.storage.records import Export

RETENTION_DAYS = 400
"""Days until points and answers to questions of the day are deleted."""
MATCH_RETENTION = 25 * 60.0
"""Seconds for which a finished match is kept, so that points can still be claimed. PRIVACY.md says half an hour."""
MAINTENANCE_INTERVAL = 5 * 60.0
"""Seconds between two purges."""
STALE_AFTER = 10.0
"""Seconds after the end of a round in which no process has moved the match on: then a new one may replace it."""

MAX_MATCHES_PER_GUILD = 3
START_INTERVAL = 60.0
"""Seconds between two matches that one person starts."""
MAX_SILENT_ROUNDS = 2
"""Rounds in a row without any answer that end a match."""
MIN_ROUNDS, MIN_PLAYERS = 5, 2
"""The least that makes a match count on the board."""
CLAIM_INTERVAL = 60.0
"""Seconds in which points of one person count on one server only."""
MAX_POINTS_PER_DAY = 150
FAST_POINTS, SLOW_POINTS, DAILY_POINTS = 3, 2, 5

MATCH_COLUMNS = ", ".join(Match._fields)


class StartRefused(Exception):
    """A match may not start now."""

    class Reason(Enum):
        """Why not."""

        DUPLICATE = "duplicate"
        """Another process has started the very same match."""
        CHANNEL = "channel"
        GUILD = "guild"
        STARTER = "starter"

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Store:
    """People, points and matches in a database. All methods raise ``StorageUnavailable``."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.people = 0
        """How many people have agreed to be stored, as of the last purge."""
        self._maintenance: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Connect, delete what is too old, and do that again and again."""
        self._maintenance = self._maintenance or asyncio.create_task(self._maintain(), name="maintenance")

    async def close(self) -> None:
        """Disconnect."""
        if self._maintenance:
            self._maintenance.cancel()
            await asyncio.gather(self._maintenance, return_exceptions=True)
        await self.database.close()

    async def _maintain(self) -> None:
        while True:
            now = snowflakes.from_ms(round(time.time() * 1000))
            with suppress(StorageUnavailable):  # the log says so
                await self.purge(day_of(now), now)
                self.people = await self.count_people()
            await asyncio.sleep(MAINTENANCE_INTERVAL)

    # People: only those who have agreed are stored.

    async def agree(self, person: int, today: int) -> None:
        """Remember that somebody has agreed to be stored."""
        await self.database.fetch(
            "INSERT INTO person (person, since) VALUES ($1, $2) ON CONFLICT (person) DO NOTHING", person, today
        )

    async def person(self, person: int) -> Person | None:
        """What is stored about somebody, or None if they have not agreed."""
        rows = await self.database.fetch("SELECT since, hidden, seen FROM person WHERE person = $1", person)
        return Person(rows[0][0], bool(rows[0][1]), rows[0][2]) if rows else None

    async def count_people(self) -> int:
        """How many people have agreed."""
        return (await self.database.fetch("SELECT COUNT(*) FROM person"))[0][0]

    async def hide(self, person: int, *, hidden: bool) -> None:
        """Leave somebody out of all boards, or show them again."""
        await self.database.fetch("UPDATE person SET hidden = $2 WHERE person = $1", person, int(hidden))

    async def remember_level(self, person: int, seen: int | None) -> None:
        """Remember up to which episode somebody has seen the show, or forget it."""
        await self.database.fetch("UPDATE person SET seen = $2 WHERE person = $1", person, seen)

    async def export(self, person: int) -> Export:
        """Return every row about somebody by table; an empty dictionary if there is none."""
        columns = {
            "person": "since, hidden, seen",
            "score": "guild, day, points, asked, hit",
            "daily": "day, hit",
            "answer": "match, number, choice, pressed",
            "claim": "match, guild, claimed",
        }
        export: Export = {}
        async with self.database.transaction() as connection:
            for table, names in columns.items():
                rows = await connection.fetch(f"SELECT {names} FROM {table} WHERE person = $1", person)
                export[table] = [dict(zip(names.split(", "), row, strict=True)) for row in rows]
        return {table: rows for table, rows in export.items() if rows}

    async def delete(self, person: int) -> bool:
        """Delete everything about somebody at once; returns whether they had agreed to be stored."""
        async with self.database.transaction() as connection:
            await connection.fetch("DELETE FROM answer WHERE person = $1", person)
            await connection.fetch("UPDATE match SET starter = 0 WHERE starter = $1", person)
            # Scores, answers to questions of the day and claims go with the person.
            return bool(await connection.fetch("DELETE FROM person WHERE person = $1 RETURNING person", person))

    async def purge(self, today: int, now: int) -> None:
        """Delete what is too old: points, people without any, and matches."""
        oldest = today - RETENTION_DAYS
        async with self.database.transaction() as connection:
            for table in ("score", "daily"):
                await connection.fetch(f"DELETE FROM {table} WHERE day < $1", oldest)
            await connection.fetch(
                "DELETE FROM person WHERE since < $1"
                " AND NOT EXISTS (SELECT 1 FROM score WHERE score.person = person.person)"
                " AND NOT EXISTS (SELECT 1 FROM daily WHERE daily.person = person.person)",
                oldest,
            )
            await connection.fetch("DELETE FROM match WHERE ends < $1", snowflakes.after(now, -MATCH_RETENTION))

    # Points.

    async def answer_daily(self, person: int, guild: int, day: int, *, hit: bool) -> DailyResult | None:
        """Count the answer to the question of a day if it is the first; None if the person has not agreed."""
        async with self.database.transaction() as connection:
            if not await connection.fetch("SELECT 1 FROM person WHERE person = $1", person):
                return None
            inserted = await connection.fetch(
                "INSERT INTO daily (person, day, hit) VALUES ($1, $2, $3) ON CONFLICT (person, day) DO NOTHING"
                " RETURNING day",
                *(person, day, int(hit)),
            )
            points = DAILY_POINTS if inserted and hit else 0
            if inserted:
                await _add_score(connection, guild, person, day, Standing(person, points, int(hit), 1))
            rows = await connection.fetch(
                "SELECT day FROM daily WHERE person = $1 AND day <= $2 ORDER BY day DESC", person, day
            )
        return DailyResult(bool(inserted), points, streak([row[0] for row in rows]))

    async def board(self, guild: int, since: int, limit: int) -> list[BoardEntry]:
        """The people of a server with the most points since a day, without those who hide."""
        rows = await self.database.fetch(f"{_RANKING} ORDER BY place, hits DESC, person LIMIT $3", guild, since, limit)
        return [BoardEntry(*row) for row in rows]

    async def rank(self, guild: int, since: int, person: int) -> BoardEntry | None:
        """Somebody's own line of a board."""
        rows = await self.database.fetch(f"{_RANKING} WHERE person = $3", guild, since, person)
        return BoardEntry(*rows[0]) if rows else None

    async def clear_board(self, guild: int) -> None:
        """Delete all points of a server."""
        await self.database.fetch("DELETE FROM score WHERE guild = $1", guild)

    # Matches.

    async def begin(self, new: Match, correct: int) -> None:
        """Start a match with its first question. Raises :class:`StartRefused`."""
        reason = StartRefused.Reason
        async with self.database.transaction() as connection:
            await connection.fetch(
                "UPDATE match SET running = 0 WHERE running = 1 AND ends < $1",
                snowflakes.after(new.match, -STALE_AFTER),
            )
            recent = await connection.fetch(
                "SELECT match, channel, guild, starter, running FROM match"
                " WHERE channel = $1 OR guild = $2 OR starter = $3",
                *(new.channel, new.guild, new.starter),
            )
            if any(match == new.match for match, *_ in recent):
                raise StartRefused(reason.DUPLICATE)
            if any(channel == new.channel and running for _, channel, _, _, running in recent):
                raise StartRefused(reason.CHANNEL)
            in_guild = sum(guild == new.guild and running for _, _, guild, _, running in recent)
            if new.guild and in_guild >= MAX_MATCHES_PER_GUILD:
                raise StartRefused(reason.GUILD)
            earliest = snowflakes.after(new.match, -START_INTERVAL)
            if any(starter == new.starter and match > earliest for match, _, _, starter, _ in recent):
                raise StartRefused(reason.STARTER)
            started = await connection.fetch(
                f"INSERT INTO match ({MATCH_COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
                " ON CONFLICT DO NOTHING RETURNING match",
                *(*new[:-1], int(new.running)),
            )
            if not started:  # another process was faster, which the queries above could not see
                raise StartRefused(reason.CHANNEL)
            await _open_round(connection, new.match, 1, correct, new.ends, new.seconds)

    async def match(self, match: int) -> Match | None:
        """A match that runs or has ended lately."""
        rows = await self.database.fetch(f"SELECT {MATCH_COLUMNS} FROM match WHERE match = $1", match)
        return _match(rows[0]) if rows else None

    async def answer(self, match: int, channel: int, number: int, person: int, choice: int, pressed: int) -> bool:
        """Store an answer; returns whether it came in time. The last press by Discord's clock counts.

        An answer that was pressed in time counts even if it arrives after the round was moved on.
        """
        rows = await self.database.fetch(
            "INSERT INTO answer (match, number, person, choice, pressed)"
            " SELECT round.match, round.number, CAST($3 AS BIGINT), CAST($4 AS INT), CAST($5 AS BIGINT)"
            " FROM round JOIN match ON match.match = round.match"
            " WHERE round.match = $1 AND round.number = $2 AND channel = $6 AND running = 1 AND round.ends > $5"
            " ON CONFLICT (match, number, person) DO UPDATE SET"
            " choice = CASE WHEN excluded.pressed > answer.pressed THEN excluded.choice ELSE answer.choice END,"
            " pressed = CASE WHEN excluded.pressed > answer.pressed THEN excluded.pressed ELSE answer.pressed END"
            " RETURNING choice",
            *(match, number, person, choice, pressed, channel),
        )
        return bool(rows)

    async def answers(self, match: int, number: int) -> list[Answer]:
        """The answers to a question of a match."""
        return await _answers(self.database, match, number)

    async def advance(
        self, match: int, number: int, now: int, ends: int, correct: int, *, token: str = "", early: bool = False
    ) -> tuple[Match, list[Answer]] | None:
        """Move a match on to its next round, which ends at ``ends``, or end it.

        Returns the match and the answers to the question that is over; None if its time is not up, or if another
        process was faster. ``correct`` is the right choice of the next question, ``token`` that of a new interaction
        through which the message is edited from now on.
        """
        async with self.database.transaction() as connection:
            rows = await connection.fetch(
                "UPDATE match SET number = number + 1, ends = $3, token = CASE WHEN $4 = '' THEN token ELSE $4 END"
                " WHERE match = $1 AND number = $2 AND running = 1 AND (ends <= $5 OR $6 = 1)"
                f" RETURNING {MATCH_COLUMNS}",
                *(match, number, ends, token, now, int(early)),
            )
            if not rows:
                return None
            moved = _match(rows[0])
            answers = await _answers(connection, match, number)
            moved = moved._replace(silent=0 if answers else moved.silent + 1)
            moved = moved._replace(running=moved.number <= moved.total and moved.silent < MAX_SILENT_ROUNDS)
            if not moved.running:
                moved = moved._replace(ends=now)
            if early:
                await connection.fetch(
                    "UPDATE round SET ends = $3 WHERE match = $1 AND number = $2 AND ends > $3", match, number, now
                )
            await connection.fetch(
                "UPDATE match SET silent = $2, running = $3, ends = $4 WHERE match = $1",
                *(match, moved.silent, int(moved.running), moved.ends),
            )
            if moved.running:
                await _open_round(connection, match, moved.number, correct, ends, moved.seconds)
            else:
                await _claim_all(connection, moved, now)
        return moved, answers

    async def discard(self, match: int) -> None:
        """Delete a match that nobody has seen."""
        await self.database.fetch("DELETE FROM match WHERE match = $1", match)

    async def stop(self, match: int, now: int) -> Match | None:
        """End a match at once; None if it does not run. The question that is still open does not count."""
        async with self.database.transaction() as connection:
            rows = await connection.fetch(
                f"UPDATE match SET running = 0, ends = $2 WHERE match = $1 AND running = 1 RETURNING {MATCH_COLUMNS}",
                *(match, now),
            )
            if not rows:
                return None
            stopped = _match(rows[0])
            await _claim_all(connection, stopped, now)
        return stopped

    async def standings(self, match: int) -> list[Standing]:
        """What everybody has reached in the rounds of a match that are over, the best first."""
        return await _standings(self.database, match)

    async def claim(self, match: int, person: int, now: int) -> bool:
        """Put somebody's points of a finished match on the board, once; returns whether they are there now."""
        async with self.database.transaction() as connection:
            rows = await connection.fetch(f"SELECT {MATCH_COLUMNS} FROM match WHERE match = $1", match)
            if rows and not (finished := _match(rows[0])).running:
                await _claim_all(connection, finished, now, person)
            return bool(await connection.fetch("SELECT 1 FROM claim WHERE match = $1 AND person = $2", match, person))


_RANKING = (
    "SELECT * FROM (SELECT RANK() OVER (ORDER BY SUM(points) DESC) AS place, score.person AS person,"
    " SUM(points) AS points, SUM(hit) AS hits, SUM(asked) AS asked FROM score"
    " JOIN person ON person.person = score.person"
    " WHERE guild = $1 AND day >= $2 AND hidden = 0 GROUP BY score.person HAVING SUM(score.points) > 0) AS ranking"
)


def streak(days: list[int]) -> int:
    """How many of these days, newest first, follow each other. One missed day between two of them is forgiven."""
    length = min(len(days), 1)
    for later, earlier in pairwise(days):
        if later - earlier > 2:  # more than one day lies between them
            break
        length += 1
    return length


def _match(row: Sequence[Any]) -> Match:
    return Match(*row[:-1], running=bool(row[-1]))


async def _open_round(connection: Connection, match: int, number: int, correct: int, ends: int, seconds: int) -> None:
    await connection.fetch(
        "INSERT INTO round (match, number, correct, half, ends) VALUES ($1, $2, $3, $4, $5)",
        *(match, number, correct, snowflakes.after(ends, -seconds / 2), ends),
    )


async def _answers(connection: Connection, match: int, number: int) -> list[Answer]:
    rows = await connection.fetch(
        "SELECT person, choice, pressed FROM answer WHERE match = $1 AND number = $2 ORDER BY pressed", match, number
    )
    return [Answer(*row) for row in rows]


async def _standings(connection: Connection, match: int) -> list[Standing]:
    rows = await connection.fetch(
        "SELECT answer.person,"
        f" SUM(CASE WHEN choice <> correct THEN 0 WHEN pressed < half THEN {FAST_POINTS} ELSE {SLOW_POINTS} END)"
        " AS points, SUM(CASE WHEN choice = correct THEN 1 ELSE 0 END) AS hits, MIN(match.number - 1)"
        " FROM answer JOIN round ON round.match = answer.match AND round.number = answer.number"
        " JOIN match ON match.match = answer.match WHERE answer.match = $1 AND answer.number < match.number"
        " GROUP BY answer.person ORDER BY points DESC, hits DESC, answer.person",
        match,
    )
    return [Standing(*row) for row in rows]


async def _claim_all(connection: Connection, match: Match, now: int, only: int = 0) -> None:
    """Put the points of a finished match on the board, for those who have agreed."""
    standings = await _standings(connection, match.match)
    if not match.guild or match.number <= MIN_ROUNDS or len(standings) < MIN_PLAYERS:
        return
    for standing in standings:
        if only in (0, standing.person) and await _claim(connection, match, standing.person, now):
            await _add_score(connection, match.guild, standing.person, day_of(now), standing)


async def _claim(connection: Connection, match: Match, person: int, now: int) -> bool:
    rows = await connection.fetch(
        "INSERT INTO claim (match, person, guild, claimed)"
        " SELECT CAST($1 AS BIGINT), person, CAST($3 AS BIGINT), CAST($4 AS BIGINT) FROM person WHERE person = $2"
        " AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.person = $2 AND claim.guild <> $3 AND claimed > $5)"
        " ON CONFLICT (match, person) DO NOTHING RETURNING match",
        *(match.match, person, match.guild, now, snowflakes.after(now, -CLAIM_INTERVAL)),
    )
    return bool(rows)


async def _add_score(connection: Connection, guild: int, person: int, day: int, standing: Standing) -> None:
    await connection.fetch(
        "INSERT INTO score (guild, person, day, points, asked, hit) VALUES ($1, $2, $3, $4, $5, $6)"
        " ON CONFLICT (guild, person, day) DO UPDATE SET asked = score.asked + excluded.asked,"
        f" hit = score.hit + excluded.hit, points = CASE WHEN score.points + excluded.points > {MAX_POINTS_PER_DAY}"
        f" THEN {MAX_POINTS_PER_DAY} ELSE score.points + excluded.points END",
        *(guild, person, day, standing.points, standing.asked, standing.hits),
    )


def day_of(snowflake: int) -> int:
    """The day of a snowflake, in UTC."""
    return snowflakes.to_ms(snowflake) // 86_400_000
