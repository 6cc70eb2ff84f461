"""Answers that depend on more than the facts: matches, points, and what is stored. Imported when one is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.interactions.match import MatchHost
from bot.interactions.points import PointsDesk
from bot.storage.database import StorageUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.cards.reader import Reader
    from bot.discordpy.interaction_api import InteractionApi
    from bot.interactions.request import InteractionRequest
    from bot.interactions.responder import InteractionResponder
    from bot.interactions.response import Response
    from bot.storage.store import Store


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
        open_memory: Callable[[], Store] | None,
        observer: PointsObserver | None = None,
    ) -> None:
        """``open_memory`` opens a store in memory for matches, if they may be kept without a database."""
        self.matches = MatchHost(responder.reader, api, store, open_memory)
        self._decide = responder.decide
        self.points = PointsDesk(store)
        if observer:
            self.matches.count, self.matches.count_answer = observer.count_match, observer.count_quiz_answer
            self.points.count_deletion = observer.count_deletion
            if store:
                store.database.observer = observer.observe_storage
        self._store = store

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
        """End everything that was started."""
        await self.matches.close()
