"""Matches: what a press does, and when the next question comes.

The state of a match is in the store alone. Every process that has seen a press sleeps until the round is over and then
tries to move the match on; one of them succeeds. If all of them die, the next press does it. Times are Discord's: a
press carries its own in its id, and what a process knows of Discord's clock comes from there.
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zlib import crc32

import aiohttp
import discord
from cachetools import LRUCache, TTLCache

from bot.cards import match as cards
from bot.cards.address import Address, NoSuchAddress
from bot.cards.commands import seen_level
from bot.cards.components import container, text_display
from bot.domain.quiz import LONGEST_GAME, TOPICS
from bot.interactions.request import RequestKind
from bot.interactions.response import NO_CHANGE, AnswerCounter, Response, ResponseBody, ResponseKind
from bot.storage import snowflakes
from bot.storage.database import StorageUnavailable
from bot.storage.records import Match
from bot.storage.store import MAX_SILENT_ROUNDS, MIN_PLAYERS, MIN_ROUNDS, StartRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.cards.builder import CardBuilder
    from bot.cards.reader import Reader
    from bot.discordpy.interaction_api import InteractionApi
    from bot.domain.quiz import Deck, Question, Topic
    from bot.interactions.request import InteractionRequest
    from bot.storage.store import Store

log = logging.getLogger(__name__)

QUESTIONS, SECONDS = 10, 30
"""What a match has if nothing else is chosen."""
MAX_DURATION = 12 * 60
"""Seconds of all rounds: the token through which the message is edited lives 15 minutes."""
DELIVERY = 1.0
"""Seconds that a question may take to reach everybody; they are added to its time."""
ARRIVAL = 1.0
"""Seconds after a round in which presses that were made in time may still arrive."""
DUPLICATE_DELAY = 1.5
"""Seconds after which a process answers a command for which another one has started the match."""
RETRY_DELAY = 5.0
MAX_RETRIES = 12
"""How often a process tries to move a match on while the database is unreachable."""
BURST, BURST_SECONDS = 5, 2
"""More presses of one person in so many seconds are acknowledged and not stored."""
MANAGE_MESSAGES = 1 << 13
UNKNOWN_MESSAGE = 10008
STEPS: Final = ("mine", "show", "stop", "again")
REFUSALS = {
    StartRefused.Reason.DUPLICATE: "match-running",
    StartRefused.Reason.CHANNEL: "match-running",
    StartRefused.Reason.GUILD: "match-server-full",
    StartRefused.Reason.STARTER: "match-too-soon",
}


class Plan(NamedTuple):
    """What a match asks, and in which language. Its text is stored with the match."""

    locale: str
    level: int
    topic: str
    fingerprint: int
    """Differs as soon as a question does: then this process cannot go on with a match of another one."""

    @classmethod
    def parse(cls, text: str) -> Plan:
        """Read a plan that :meth:`__str__` has written."""
        locale, level, topic, fingerprint = text.split()
        return cls(locale, int(level), topic, int(fingerprint))

    def __str__(self) -> str:
        return f"{self.locale} {self.level} {self.topic} {self.fingerprint}"


class Game(NamedTuple):
    """What of a match does not change while it runs."""

    match: int
    plan: Plan
    total: int
    seconds: int
    store: Store


class MatchHost:
    """Runs the matches of a bot."""

    def __init__(
        self,
        reader: Callable[[str], Reader],
        api: InteractionApi,
        store: Store | None,
        open_memory: Callable[[], Store] | None,
    ) -> None:
        """``open_memory`` opens a store in the memory of this process, for a bot that answers every press in it."""
        self.count: Callable[[str], None] | None = None
        """Called with what has happened to a match: ``started``, ``ended``, ``stopped`` or ``cut short``."""
        self.count_answer: AnswerCounter | None = None
        self._reader = reader
        self._api = api
        self._store, self._open_memory = store, open_memory
        self.memory: Store | None = None
        """Where matches are kept without a database, once there is one."""
        self._presses: TTLCache[tuple[int, int], int] = TTLCache(10_000, BURST_SECONDS)
        self._games: LRUCache[int, Game] = LRUCache(1_000)
        self._drivers: dict[int, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._clock_offset = 0.0
        """Discord's time in seconds, less that of the monotonic clock."""

    async def answer(self, request: InteractionRequest, reader: Reader) -> Response:
        """Answer ``/match``, or a press of a button of a match."""
        self._set_clock(request)
        try:
            if request.kind is RequestKind.COMMAND:
                return await self._start(request, reader, _wanted(request, reader))
            match, number, step = _parse(request)
            if step == "again":
                return await self._again(request, reader, match)
            return await self._press(request, reader, match, number, step)
        except StorageUnavailable:
            return self._private(reader, "match-unavailable")

    async def close(self) -> None:
        """Stop moving matches on; other processes or presses do it."""
        tasks = [*self._drivers.values(), *self._tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self.memory:
            await self.memory.close()

    # Starting.

    async def _start(self, request: InteractionRequest, reader: Reader, wanted: tuple[Plan, int, int]) -> Response:
        plan, questions, seconds = wanted
        match, deck = int(request.id), _deck(reader, plan)
        total = min(questions, MAX_DURATION // seconds, LONGEST_GAME, len(deck))
        if not total:
            return self._private(reader, "quiz-too-few")
        plan = plan._replace(fingerprint=_fingerprint(deck, match, total))
        ends = snowflakes.after(match, seconds + DELIVERY)
        new = Match(match, request.channel, request.guild, request.user, request.token, str(plan), seconds, total, ends)
        try:
            store = await self._begin(new, deck.pick(match, 1).right)
        except StartRefused as refused:
            if refused.reason is StartRefused.Reason.DUPLICATE:  # another process answers, unless it dies now
                await asyncio.sleep(DUPLICATE_DELAY)
            return self._private(reader, REFUSALS[refused.reason], refused.reason.value)
        if store is None:
            return self._private(reader, "match-unavailable" if self._store else "match-no-storage")
        game = self._games[match] = Game(match, plan, total, seconds, store)
        self._count("started")
        asked = cards.Round(match, 1, total, _seconds(ends), deck.pick(match, 1))
        body = _body(ResponseKind.MESSAGE, cards.round_card(reader, asked, None, self._notice(reader, game)))

        def on_sent(is_sent: bool) -> None:
            if is_sent:
                self._drive(game)
            else:
                self._run(self._discard(game))

        return Response(body, "answered", on_sent=on_sent)

    async def _discard(self, game: Game) -> None:
        """Forget a match that nobody has seen."""
        self._games.pop(game.match, None)
        with suppress(StorageUnavailable):
            await game.store.discard(game.match)

    async def _begin(self, new: Match, right: int) -> Store | None:
        """Start a match where it can be kept; in memory if the database fails. Returns where, or None."""
        if self._store:
            try:
                await self._store.begin(new, right)
            except StorageUnavailable:
                pass  # the log says so
            else:
                return self._store
        if self._open_memory:
            self.memory = self.memory or self._open_memory()
            self.memory.start()
            await self.memory.begin(new, right)
        return self.memory

    async def _again(self, request: InteractionRequest, reader: Reader, match: int) -> Response:
        """Start a match like one that is over."""
        game = await self._game(match)
        if game is None:
            return self._private(reader, "match-gone")
        plan = game.plan._replace(locale=request.locale)
        return await self._start(request, reader, (plan, game.total, game.seconds))

    # Presses.

    async def _press(self, request: InteractionRequest, reader: Reader, match: int, number: int, step: str) -> Response:
        game = await self._game(match)
        if game is None:
            return self._private(reader, "match-gone", "gone")
        pressed = int(request.id)
        if step not in STEPS:
            if self._is_burst(request.user, pressed):
                return Response(NO_CHANGE, "too many presses")
            if await game.store.answer(match, request.channel, number, request.user, int(step), pressed):
                self._drive(game)
                if not request.is_on_private_message:
                    return _told(reader, cards.chosen_text(reader, self._question(reader, game, number), int(step)))
        state = await game.store.match(match)
        if state is None or state.channel != request.channel:
            return self._private(reader, "match-gone", "gone")
        if number > state.number:
            raise NoSuchAddress(request.name)
        if state.running and number == state.number and pressed < state.ends:
            self._drive(game)
            return await self._in_time(request, reader, game, state, step)
        return await self._late(request, reader, game, state, number)

    async def _in_time(
        self, request: InteractionRequest, reader: Reader, game: Game, state: Match, step: str
    ) -> Response:
        """Answer a press on what is asked now, except for an answer on the public message."""
        if step in ("show", "stop"):
            if request.user != state.starter and not request.permissions & MANAGE_MESSAGES:
                return self._private(reader, "match-not-yours")
            if step == "stop":
                if await game.store.stop(game.match, int(request.id)):
                    self._count("stopped")
            else:
                await self._advance(game, state, int(request.id), token=request.token, early=True)
            return await self._update(reader, game)
        return self._copy(request, reader, game, state, None if step in STEPS else int(step))

    async def _late(
        self, request: InteractionRequest, reader: Reader, game: Game, state: Match, number: int
    ) -> Response:
        """Move the match on if its time is up, and show what is asked now where the button was pressed."""
        is_public = not request.is_on_private_message
        if state.running and number == state.number:
            await asyncio.sleep(self._seconds_until(snowflakes.after(state.ends, ARRIVAL)))
            now = max(int(request.id), snowflakes.after(state.ends, ARRIVAL))
            if await self._advance(game, state, now, token=request.token if is_public else "") and not is_public:
                self._run(self._edit(game))
            self._drive(game)
        if is_public:
            return await self._update(reader, game)
        current = await game.store.match(game.match)
        if current is None or not current.running:
            return Response(_body(ResponseKind.UPDATE, cards.notice_card(reader, "match-gone")), "answered")
        return self._copy(request, reader, game, current)

    def _copy(
        self, request: InteractionRequest, reader: Reader, game: Game, state: Match, chosen: int | None = None
    ) -> Response:
        """A private copy of what is asked now; in place where there is one."""
        kind = ResponseKind.private(in_place=request.is_on_private_message)
        return Response(_body(kind, cards.copy_card(reader, self._round(reader, game, state), chosen)), "answered")

    async def _update(self, reader: Reader, game: Game) -> Response:
        """Edit the public message, whose button was pressed."""
        body = _body(ResponseKind.UPDATE, await self._public_card(game))
        deleted = _body(ResponseKind.EPHEMERAL, cards.notice_card(reader, "match-deleted"))

        def on_sent(is_sent: bool) -> None:
            if not is_sent:
                self._run(self._cut_short(game))

        return Response(body, "answered", if_deleted=deleted, on_sent=on_sent)

    def _is_burst(self, user: int, pressed: int) -> bool:
        key = user, snowflakes.to_ms(pressed) // (BURST_SECONDS * 1000)
        self._presses[key] = self._presses.get(key, 0) + 1
        return self._presses[key] > BURST

    # Moving on.

    def _drive(self, game: Game) -> None:
        """Have this process move a match on whenever a round is over."""
        if game.match not in self._drivers:
            task = self._drivers[game.match] = asyncio.create_task(self._move_on(game), name=f"match {game.match}")
            task.add_done_callback(lambda _task: self._drivers.pop(game.match, None))

    async def _move_on(self, game: Game) -> None:
        retries = 0
        while retries <= MAX_RETRIES:
            try:
                state = await game.store.match(game.match)
                if state is None or not state.running:
                    return
                over = snowflakes.after(state.ends, ARRIVAL)
                await asyncio.sleep(self._seconds_until(over))
                if await self._advance(game, state, over):
                    await self._edit(game)
                retries = 0
            except StorageUnavailable:
                retries += 1
                await asyncio.sleep(RETRY_DELAY)

    async def _advance(self, game: Game, state: Match, now: int, *, token: str = "", early: bool = False) -> bool:
        """Move a match on to its next round; returns whether this process has done it."""
        deck = _deck(self._reader(game.plan.locale), game.plan)
        if game.plan.fingerprint != _fingerprint(deck, game.match, game.total):
            log.warning("a match was started with other facts, so it ends")
            await self._cut_short(game)
            return False
        number = state.number + 1
        right = deck.pick(game.match, number).right if number <= game.total else 0
        ends = snowflakes.after(now, game.seconds + DELIVERY)
        moved = await game.store.advance(game.match, state.number, now, ends, right, token=token, early=early)
        if moved is None:
            return False
        if not moved[0].running:
            self._count("ended")
        if self.count_answer:
            question = deck.pick(game.match, state.number)
            for answer in moved[1]:
                self.count_answer(question.kind, is_right=answer.choice == question.right)
        return True

    async def _edit(self, game: Game) -> None:
        """Show the present state of a match on its public message."""
        state = await game.store.match(game.match)
        if state is None:
            return
        try:
            card = await self._public_card(game)
            await self._api.edit(state.token, ResponseBody.edit(card.page().components))
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            if isinstance(error, discord.HTTPException) and error.code == UNKNOWN_MESSAGE:
                await self._cut_short(game)
            else:  # the next press shows it
                log.warning("could not edit the message of a match: %s", error)

    async def _cut_short(self, game: Game) -> None:
        """End a match that nobody sees any more."""
        with suppress(StorageUnavailable):  # it makes way for a new one by itself
            if await game.store.stop(game.match, self._now()):
                self._count("cut short")

    async def _public_card(self, game: Game) -> CardBuilder:
        """What the public message shows now."""
        reader, store, match = self._reader(game.plan.locale), game.store, game.match
        state = await store.match(match)
        if state is None:
            return cards.notice_card(reader, "match-gone")
        last = None
        if state.number > 1:
            over = state.number - 1
            last = cards.Solution(over, self._question(reader, game, over), await store.answers(match, over))
        if state.running:
            return cards.round_card(reader, self._round(reader, game, state), last, self._notice(reader, game))
        standings = await store.standings(match)
        counts = state.number > MIN_ROUNDS and len(standings) >= MIN_PLAYERS
        reason = ""
        if state.number <= state.total:
            reason = "match-ended-silent" if state.silent >= MAX_SILENT_ROUNDS else "match-ended-stopped"
        can_keep = store is self._store and bool(state.guild)
        return cards.ending_card(reader, cards.Ending(match, reason, standings, counts, can_keep), last)

    # What a match is.

    async def _game(self, match: int) -> Game | None:
        """A match that runs or has ended lately, wherever it is kept."""
        if match not in self._games:
            for store in filter(None, (self.memory, self._store)):
                if state := await store.match(match):
                    self._games[match] = Game(match, Plan.parse(state.plan), state.total, state.seconds, store)
        return self._games.get(match)

    def _round(self, reader: Reader, game: Game, state: Match) -> cards.Round:
        question = self._question(reader, game, state.number)
        return cards.Round(game.match, state.number, state.total, _seconds(state.ends), question)

    def _question(self, reader: Reader, game: Game, number: int) -> Question:
        return _deck(reader, game.plan).pick(game.match, number)

    def _notice(self, reader: Reader, game: Game) -> str:
        """What has to be said about a match that is not kept in the database that there should be, or ""."""
        return reader.words("match-not-kept") if self._store and game.store is not self._store else ""

    # Clock, tasks and responses.

    def _set_clock(self, request: InteractionRequest) -> None:
        offset = snowflakes.to_ms(int(request.id)) / 1000 - time.monotonic()
        self._clock_offset = max(offset, self._clock_offset)  # the higher, the less time the request has taken

    def _now(self) -> int:
        return snowflakes.from_ms(round((time.monotonic() + self._clock_offset) * 1000))

    def _seconds_until(self, snowflake: int) -> float:
        return max(0.0, (snowflakes.to_ms(snowflake) - snowflakes.to_ms(self._now())) / 1000)

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _count(self, what: str) -> None:
        if self.count:
            self.count(what)

    def _private(self, reader: Reader, message: str, outcome: str = "answered") -> Response:
        return Response(_body(ResponseKind.EPHEMERAL, cards.notice_card(reader, message)), outcome)


def _wanted(request: InteractionRequest, reader: Reader) -> tuple[Plan, int, int]:
    """The plan, the number of questions and the seconds that the options of a command ask for. Raises NoMatch."""
    options = request.options
    level = seen_level(reader, request.seen) if request.seen else 0
    plan = Plan(request.locale, level, str(options.get("about", "all")), 0)
    return plan, int(options.get("questions", QUESTIONS)), int(options.get("seconds", SECONDS))


def _parse(request: InteractionRequest) -> tuple[int, int, str]:
    """The match, the number of the question and the step of a button. Raises :class:`NoSuchAddress`."""
    match Address.from_custom_id(request.name).path:
        case ("match", match, number, step) if (
            len(match) < 20 and match.isdecimal() and number.isdecimal() and (step in STEPS or step in tuple("0123"))
        ):
            return int(match), int(number), step
        case _:
            raise NoSuchAddress(request.name)


def _deck(reader: Reader, plan: Plan) -> Deck:
    topic: Topic | None = next((topic for topic in TOPICS if topic == plan.topic), None)
    return reader.knowledge.quiz.deck(plan.level, topic)


def _fingerprint(deck: Deck, match: int, total: int) -> int:
    return crc32(" ".join(deck.pick(match, number).content for number in range(1, total + 1)).encode())


def _seconds(snowflake: int) -> int:
    return snowflakes.to_ms(snowflake) // 1000


def _body(kind: ResponseKind, card: CardBuilder) -> ResponseBody:
    return ResponseBody.card(kind, card.page().components)


def _told(reader: Reader, text: str) -> Response:
    """A private sentence, built without a card: it answers every press."""
    components = container(reader, text_display(text))
    return Response(ResponseBody.card(ResponseKind.EPHEMERAL, components), "answered")
