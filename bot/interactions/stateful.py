"""Answers that depend on more than the facts: matches, points, and what is stored. Imported when one is needed."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
from typing import TYPE_CHECKING, Protocol

from bot.interactions.match import MatchHost
from bot.interactions.points import PointsDesk
from bot.storage import snowflakes
from bot.storage.database import StorageUnavailable
from bot.storage.store import day_of

if TYPE_CHECKING:
    from bot.cards.reader import Reader
    from bot.discordpy.interaction_api import InteractionApi
    from bot.interactions.request import InteractionRequest
    from bot.interactions.responder import InteractionResponder
    from bot.interactions.response import Response
    from bot.storage.store import Store

log = logging.getLogger(__name__)

MAINTENANCE_INTERVAL = dt.timedelta(hours=1)


class PointsObserver(Protocol):
    """Counts what happens, without ids."""

    def count_quiz_answer(self, kind: str, *, is_right: bool) -> None:
        """Count an answer to a question of this kind."""
        ...

    def count_match(self, event: str) -> None:
        """Count a match that was ``started``, ``ended``, ``stopped`` or ``cut short``."""
        ...

    def count_deletion(self) -> None:
        """Count somebody who deleted everything about them."""
        ...

    def observe_storage(self, seconds: float) -> None:
        """Count a statement or transaction of the database, and its duration in seconds."""
        ...


class StatefulAnswers:
    """Answers requests of the families that the responder calls stateful."""

    def __init__(
        self,
        responder: InteractionResponder,
        api: InteractionApi,
        store: Store | None,
        fallback: Store | None,
        observer: PointsObserver | None = None,
    ) -> None:
        """``fallback`` keeps matches without a database, in memory."""
        self.matches = MatchHost(responder.reader, api, store, fallback)
        self._decide = responder.decide
        self.points = PointsDesk(store)
        if observer:
            self.matches.count, self.matches.count_answer = observer.count_match, observer.count_quiz_answer
            self.points.count_deletion = observer.count_deletion
            if store:
                store.database.observer = observer.observe_storage
        self.people = 0
        """How many people have agreed to be stored, as of the last maintenance."""
        self._store = store
        self._maintenance = asyncio.create_task(self._maintain(store), name="purge") if store else None

    async def answer(self, request: InteractionRequest, reader: Reader) -> Response:
        """Answer a request; raises what a card raises."""
        if request.family == "quiz":
            return await self.points.keep_daily(request, reader, self._decide(request))
        answers = self.matches if request.family == "match" else self.points
        return await answers.answer(request, reader)

    async def remember(self, request: InteractionRequest) -> InteractionRequest:
        """Add the level that somebody has asked to remember, or none."""
        level = None
        if self._store:
            try:
                person = await self._store.person(request.user)
                level = person and person.seen
            except StorageUnavailable:
                pass  # the answer is that for somebody who has said nothing
        return request._replace(options={**request.options, "seen": str(level or "")})

    async def close(self) -> None:
        """End everything that was started, and disconnect."""
        if self._maintenance:
            self._maintenance.cancel()
        await self.matches.close()
        if self._store:
            await self._store.database.close()

    async def _maintain(self, store: Store) -> None:
        """Connect, delete what is too old, and count; again every hour."""
        while True:
            try:
                now = snowflakes.from_ms(round(time.time() * 1000))
                await store.purge(day_of(now), now)
                self.people = await store.count_people()
            except StorageUnavailable:
                pass  # the log says so
            await asyncio.sleep(MAINTENANCE_INTERVAL.total_seconds())
