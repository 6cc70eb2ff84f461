"""Consent, what is stored about somebody, and the boards of servers."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import orjson

from bot.cards import privacy as cards
from bot.cards.address import Address, NoSuchAddress
from bot.cards.components import text_display
from bot.interactions.request import RequestKind
from bot.interactions.response import Attachment, Response, ResponseBody, ResponseKind
from bot.storage.database import StorageUnavailable
from bot.storage.store import day_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.cards.builder import CardBuilder
    from bot.cards.components import Component
    from bot.cards.reader import Reader
    from bot.interactions.request import InteractionRequest
    from bot.storage.store import Store

log = logging.getLogger(__name__)

BOARD_LENGTH = 10
MANAGE_GUILD = 1 << 5
EXPORT = "stored-about-me.json"
FILE_COMPONENT = 13


class PointsDesk:
    """Answers ``/privacy``, and the buttons of consent and of boards."""

    def __init__(self, store: Store | None) -> None:
        self.count_deletion: Callable[[], None] | None = None
        self._store = store

    async def answer(self, request: InteractionRequest, reader: Reader) -> Response:
        """Answer a request. Raises :class:`NoSuchAddress`."""
        path = ("privacy",) if request.kind is RequestKind.COMMAND else _address(request).path
        if self._store is None:
            return _private(request, cards.privacy_card(reader, {}, has_storage=False))
        try:
            if path[0] == "board":
                return await self._board(request, reader, self._store, path[1:])
            if path[1:] == ("export",):
                return _export(await self._store.export(request.user))
            return _private(request, await self._privacy(request, reader, self._store, path[1:]))
        except StorageUnavailable:
            return _private(request, cards.question_card(reader, "keep-unavailable"))

    async def keep_daily(self, request: InteractionRequest, reader: Reader, response: Response) -> Response:
        """Keep the first answer to the question of a day, and say below the answer what it has brought."""
        if self._store is None or response.daily is None:
            return response
        day, hit = response.daily
        try:
            kept = await self._store.answer_daily(request.user, request.guild, day - cards.EPOCH.toordinal(), hit=hit)
        except StorageUnavailable:
            return _with(response, _note(reader.words("keep-unavailable")))
        if kept is None:
            return _with(response, cards.keep_button(reader))
        note = reader.words("daily-points", points=kept.points, days=kept.streak)
        return _with(response, _note(note if kept.is_first else reader.words("daily-again")))

    async def _privacy(
        self, request: InteractionRequest, reader: Reader, store: Store, path: tuple[str, ...]
    ) -> CardBuilder:
        match path:
            case ("agree", *rest):
                return await self._consent(request, reader, store, rest)
            case ("delete",):
                yes, no = ("privacy-delete-yes", ("privacy", "delete", "yes")), ("back-button", ("privacy",))
                return cards.question_card(reader, "privacy-delete-sure", yes, no)
            case ("delete", "yes"):
                await store.delete(request.user)
                if self.count_deletion:
                    self.count_deletion()
                return cards.question_card(reader, "privacy-deleted")
            case ("hide" | "show" as step,):
                await store.hide(request.user, hidden=step == "hide")
            case ("seen", level) if level.isdecimal() and int(level) <= reader.library.last_episode:
                await store.remember_level(request.user, int(level) or None)
            case ():
                pass
            case _:
                raise NoSuchAddress("/".join(path))
        return cards.privacy_card(reader, await store.export(request.user), has_storage=True)

    async def _consent(self, request: InteractionRequest, reader: Reader, store: Store, path: list[str]) -> CardBuilder:
        """Ask somebody whether their points may be kept, once; then keep those of a match too, if one is named."""
        match path:
            case ["no"]:
                return cards.question_card(reader, "keep-declined")
            case [match, *step] if match.isdecimal() and len(match) < 20 and step in ([], ["yes"]):
                if not step and not await store.person(request.user):
                    yes, no = ("keep-yes", ("privacy", "agree", match, "yes")), ("keep-no", ("privacy", "agree", "no"))
                    return cards.question_card(reader, "keep-question", yes, no)
                await store.agree(request.user, day_of(int(request.id)))
                await store.claim(int(match), request.user, int(request.id))
                return cards.question_card(reader, "keep-done", ("privacy-title", ("privacy",)))
            case _:
                raise NoSuchAddress("/".join(path))

    async def _board(
        self, request: InteractionRequest, reader: Reader, store: Store, path: tuple[str, ...]
    ) -> Response:
        guild, may_clear = request.guild, bool(request.permissions & MANAGE_GUILD)
        match path:
            case _ if not guild:
                return _private(request, cards.question_card(reader, "board-only-servers"))
            case (period, *step) if period in cards.PERIODS and step in ([], ["post"]):
                since = cards.period_start(period, day_of(int(request.id)))
                entries = await store.board(guild, since, BOARD_LENGTH)
                if step:
                    card = cards.board_card(reader, period, entries, None, is_public=True, may_clear=False)
                    return Response(ResponseBody.card(ResponseKind.MESSAGE, card.page().components), "answered")
                own = await store.rank(guild, since, request.user)
                card = cards.board_card(reader, period, entries, own, is_public=False, may_clear=may_clear)
                return _private(request, card)
            case ("all", "clear") if may_clear:
                yes, no = ("privacy-delete-yes", ("board", "all", "clear", "yes")), ("back-button", ("board", "all"))
                return _private(request, cards.question_card(reader, "board-clear-sure", yes, no))
            case ("all", "clear", "yes") if may_clear:
                await store.clear_board(guild)
                card = cards.board_card(reader, "all", [], None, is_public=False, may_clear=False)
                return _private(request, card)
            case _:
                raise NoSuchAddress("/".join(path))


def _with(response: Response, component: Component) -> Response:
    """The same response with one more component at the end of its card."""
    body: dict[str, Any] = orjson.loads(response.body.parts[0])
    body["data"]["components"][0]["components"].append(component)
    return response._replace(body=response.body._replace(parts=(orjson.dumps(body),)))


def _note(text: str) -> Component:
    return text_display(f"-# {text}")


def _address(request: InteractionRequest) -> Address:
    return Address.parse(request.values[0]) if request.values else Address.from_custom_id(request.name)


def _private(request: InteractionRequest, card: CardBuilder) -> Response:
    kind = ResponseKind.private(in_place=request.is_on_private_message)
    return Response(ResponseBody.card(kind, card.page().components), "answered")


def _export(stored: dict[str, object]) -> Response:
    """A private message with a file."""
    content = orjson.dumps(stored, option=orjson.OPT_INDENT_2)
    components = orjson.dumps([{"type": FILE_COMPONENT, "file": {"url": f"attachment://{EXPORT}"}}])
    attachment = Attachment(EXPORT, "", content, "application/json")
    return Response(ResponseBody.card(ResponseKind.EPHEMERAL, components, attachment), "answered")
