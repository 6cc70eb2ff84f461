"""Decides how an interaction is answered, once for every way in, and sends the response."""

from __future__ import annotations

import asyncio
import gc
import logging
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import orjson
from discord import app_commands
from discord.utils import DISCORD_EPOCH, snowflake_time

from bot.cards import errors, router
from bot.cards.address import EVERYONE, LEVEL_SELECT_ID, SELECT_ID, Address, NoSuchAddress
from bot.cards.commands import (
    COMMANDS,
    MESSAGE_COMMAND,
    SEEN,
    NoSuchCommand,
    NoTextInMessage,
    seen_level,
    suggest_levels,
)
from bot.cards.reader import BotInfo, Reader
from bot.domain.errors import Ambiguous, NoMatch, NoSuchDate, NotYourQuiz
from bot.domain.questions import NOT_ANSWERED
from bot.i18n.catalog import SOURCE, catalog, languages
from bot.interactions.request import InteractionRequest, RequestKind
from bot.interactions.response import JSON, AnswerCounter, Attachment, Response, ResponseBody, ResponseKind
from bot.pictures.cache import PictureState, PictureUnavailable, renderer_version

if TYPE_CHECKING:
    from collections.abc import Awaitable, Coroutine, Mapping
    from collections.abc import Set as AbstractSet

    from bot.cards.layout import Card
    from bot.discordpy.interaction_api import InteractionApi
    from bot.domain.knowledge_base import KnowledgeBase
    from bot.interactions.callback_client import CallbackClient
    from bot.pictures.cache import Picture, PictureCache

log = logging.getLogger(__name__)

EXPECTED = (NoMatch, Ambiguous, NoSuchAddress, NoSuchCommand, NoTextInMessage, NoSuchDate, NotYourQuiz, *NOT_ANSWERED)
"""What a fan can cause. Anything else is a bug and is logged as an error."""
UNSENT = (discord.HTTPException, aiohttp.ClientError)
"""What sending a response raises when Discord refuses it or cannot be reached."""
EXPIRED = {10062: "too late", 40060: "answered before"}
"""Discord's error codes for an interaction that can no longer be answered, and the outcome that is logged."""
UNKNOWN_MESSAGE = 10008
"""Discord's error code for a message that was deleted."""

WARM_UP_DELAY = 0.05
"""Seconds until the warm-up starts, so that it does not slow down the answers to what was asked before READY."""
MAX_WARM_UP_WAIT = 0.5
"""Seconds that a request waits for the warm-up. On a slow machine it is then answered with what is ready."""
PICTURE_TIMEOUT = 2.2
"""Seconds that a card waits until its picture is drawn. Discord waits three seconds for a response."""

STATEFUL = frozenset({"match", "board", "privacy"})
"""Commands, and first words of addresses, whose answers depend on more than the facts."""
DAILY_ANSWER = "1:quiz/d/"
"""How the custom ids of answers to the question of a day begin."""

InteractionObserver = Callable[[str, str, str, float], None]
"""Counts an interaction: command, locale, outcome, and the seconds since its creation."""


class InteractionResponder:
    """Answers with cards. Holds no state about anybody."""

    def __init__(self, knowledge: KnowledgeBase, bot_info: BotInfo | None = None) -> None:
        self.knowledge = knowledge
        self.bot_info = bot_info or BotInfo()
        self.quiz_secret = b""
        """The key of the signatures in the buttons of a quiz, the same for all copies of the bot."""
        self.pictures: PictureCache | None = None
        """Without a cache, cards are sent without their pictures."""
        self.observer: InteractionObserver | None = None
        self.stateful: Callable[[InteractionRequest, Reader], Awaitable[Response]] | None = None
        """Answers what is in ``STATEFUL``; and what may bring points, if they are stored."""
        self.count_quiz_answer: AnswerCounter | None = None
        self.remember: Callable[[InteractionRequest], Awaitable[InteractionRequest]] | None = None
        """Adds the level that somebody has asked to remember to a request for a private answer."""
        self.dispatched: AbstractSet[asyncio.Task[Any]] = frozenset()
        """The tasks in which discord.py calls commands."""
        self._tasks: set[asyncio.Task[object]] = set()
        self._warming_up: asyncio.Task[None] | None = None
        self._is_closed = False

    def connect(self, callback_client: CallbackClient, api: InteractionApi) -> None:
        """Set how responses are sent: with ``callback_client``, and with ``api`` if that fails."""
        self.callback_client = callback_client
        self._api = api

    def start_warm_up(self) -> None:
        """Build what the first question, name and picture need, in a thread.

        Requests that need it wait for it, so that none has to build everything in one go.
        """
        if self._warming_up is None:
            self._warming_up = asyncio.create_task(self._warm_up(), name="warm up")

    async def _warm_up(self) -> None:
        await asyncio.sleep(WARM_UP_DELAY)
        try:
            await asyncio.to_thread(renderer_version)
            await asyncio.to_thread(self._build)
            if gc.get_freeze_count():  # the program keeps its heap out of collections, which would hold the loop
                gc.freeze()
            log.info("names and questions are ready")
        except Exception:
            log.exception("could not prepare names and questions; the first ones will be answered late")

    def _build(self) -> None:
        for language in languages():
            catalog(language)
        for _step in self.knowledge.warm_up():
            if self._is_closed:
                return
        reader = self.reader(SOURCE)
        for command in COMMANDS.values():  # the names of all suggestions, by which their texts are found as well
            command.suggest(reader, "a")
        for member in reader.library.show.members[:1]:  # the messages of an answer
            question = {"question": member.character.latin}
            self.decide(InteractionRequest("0", "", RequestKind.COMMAND, "ask", SOURCE, 0, question))

    # How interactions come in.

    def respond_to_payload(self, payload: Mapping[str, Any]) -> bool:
        """Answer an interaction from its payload; False leaves it to discord.py and the cogs."""
        request = self.read(payload)
        if request:
            self._respond(request)
        return request is not None

    async def respond_inline(self, request: InteractionRequest) -> bytes | None:
        """Return the response as JSON; or None once it is sent to the callback route, as one with a picture is."""
        if self._must_wait(request) or self._is_stateful(request) or self._is_remembered(request):
            await asyncio.wait([self._respond(request)])
            return None
        response = self.decide(request)
        if response.body.content_type == JSON and not response.missing_picture:
            self._finish(request, response)
            return response.body.parts[0]
        await asyncio.wait([self._send(request, response)])
        return None

    async def respond_to_interaction(self, interaction: discord.Interaction) -> None:
        """Answer an interaction that discord.py gave to a cog."""
        self._respond(InteractionRequest.from_interaction(interaction))

    async def choices(self, interaction: discord.Interaction) -> list[app_commands.Choice[str]]:
        """Return the suggestions for the option that is being typed, for discord.py to send."""
        request = InteractionRequest.from_interaction(interaction)
        response = self.decide(request)
        self._finish(request, response)
        choices = orjson.loads(response.body.parts[0])["data"]["choices"]
        return [app_commands.Choice(name=choice["name"], value=choice["value"]) for choice in choices]

    async def respond_with_error(self, interaction: discord.Interaction, error: Exception) -> None:
        """Answer an interaction that discord.py could not give to its cog."""
        if interaction.type is not discord.InteractionType.autocomplete:
            request = InteractionRequest.from_interaction(interaction)
            self._send(request, self._error_response(request, error))

    def _respond(self, request: InteractionRequest) -> asyncio.Future[Any]:
        """Begin to answer; the future is done when the response is sent."""
        if self.stateful and self._is_stateful(request):
            return self._start(self._respond_statefully(self.stateful, request), f"respond {request.id}")
        if self.remember and self._is_remembered(request):
            return self._start(self._respond_remembering(self.remember, request), f"respond {request.id}")
        if self._warming_up and self._must_wait(request):
            return self._start(self._respond_after(self._warming_up, request), f"respond {request.id}")
        return self._send(request, self.decide(request))

    def _is_stateful(self, request: InteractionRequest) -> bool:
        return request.family in STATEFUL or (self.bot_info.keeps_points and request.name.startswith(DAILY_ANSWER))

    def _is_remembered(self, request: InteractionRequest) -> bool:
        """Whether a remembered level decides how much a card tells."""
        return self.bot_info.keeps_points and request.takes_level

    async def _respond_remembering(
        self, remember: Callable[[InteractionRequest], Awaitable[InteractionRequest]], request: InteractionRequest
    ) -> None:
        await self._respond(await remember(request))

    async def _respond_statefully(
        self, answer: Callable[[InteractionRequest, Reader], Awaitable[Response]], request: InteractionRequest
    ) -> None:
        try:
            response = await answer(request, self.reader(request.locale))
        except Exception as failure:  # noqa: BLE001 - the error is told to the fan and the log
            response = self._error_response(request, failure)
        is_sent = await self.callback_client.send(request.id, request.token, response.body)
        if is_sent:
            self._finish(request, response)
        else:
            is_sent = await self._send_again(request, response)
        if response.on_sent:
            response.on_sent(is_sent)

    async def _respond_after(self, task: asyncio.Task[None], request: InteractionRequest) -> None:
        await asyncio.wait([task], timeout=MAX_WARM_UP_WAIT)
        await self._send(request, self.decide(request))

    def _must_wait(self, request: InteractionRequest) -> bool:
        return request.needs_search and self._warming_up is not None and not self._warming_up.done()

    def read(self, payload: Mapping[str, Any]) -> InteractionRequest | None:
        """Read a payload; None if it is malformed or asks for something that is unknown here."""
        try:
            request = InteractionRequest.from_payload(payload)
        except (KeyError, TypeError, ValueError, AttributeError):
            return None
        if request.kind in (RequestKind.COMPONENT, RequestKind.MESSAGE_COMMAND):
            return request
        return request if request.kind is not RequestKind.USER_COMMAND and request.name in COMMANDS else None

    # What is answered.

    def reader(self, locale: str) -> Reader:
        """The reader with this locale."""
        return Reader.of(self.knowledge, catalog(locale), self.bot_info)

    def decide(self, request: InteractionRequest) -> Response:
        """Return the response to a request. It never raises: a failure is a response too."""
        try:
            reader = self.reader(request.locale)
            if request.kind is RequestKind.AUTOCOMPLETE:
                typed = str(request.options.get(request.focused_option, ""))
                return Response(_suggestions(reader, request.name, request.focused_option, typed), "suggested")
            address = _dated(_address(request, reader), request)
            if address.path[0] == "quiz":
                return self._quiz_response(request, reader, address)
            if address.level and not request.is_private:
                reader = reader._replace(is_public=True)
            return self._card_response(request, reader, address)
        except Exception as failure:  # noqa: BLE001 - the error is told to the fan and the log
            return self._error_response(request, failure)

    def _card_response(self, request: InteractionRequest, reader: Reader, address: Address) -> Response:
        is_shown, address = _shown_to_everyone(address)
        card, missing, attachment = _card(reader, address), None, None
        kind = ResponseKind.MESSAGE if is_shown else _kind(request, address, has_bars=card.has_bars)
        if card.picture:
            state, content = self._lookup(card.picture, request.max_file_size)
            if state is PictureState.READY:
                attachment = Attachment(card.picture.filename, card.picture.alt, content)
            else:
                if state is PictureState.MISSING and self.pictures:
                    missing, state = card.picture, PictureState.FAILED
                card = _card(reader, address, state)
        return Response(ResponseBody.card(kind, card.components, attachment), "answered", missing)

    def _quiz_response(self, request: InteractionRequest, reader: Reader, address: Address) -> Response:
        """A card of the quiz: private, unless it is to be shown in the channel."""
        from bot.cards import quiz  # noqa: PLC0415 - the start does not pay for it

        kind = ResponseKind.private(in_place=request.is_on_private_message)
        if quiz.is_play(address):
            player = quiz.Player(str(request.user), self.quiz_secret, int(request.id))
            card = quiz.play(reader, address, player)
            kind = ResponseKind.MESSAGE if address.path[1] in quiz.EVERYBODY else kind
            if card.kind and self.count_quiz_answer:
                self.count_quiz_answer(card.kind, is_right=card.is_right)
            daily = (card.day, card.is_right) if card.day else None
            return Response(ResponseBody.card(kind, card.components), "answered", daily=daily)
        return Response(ResponseBody.card(kind, _card(reader, address).components), "answered")

    def _lookup(self, picture: Picture, max_file_size: int) -> tuple[PictureState, bytes]:
        state, content = self.pictures.lookup(picture) if self.pictures else (PictureState.MISSING, b"")
        if len(content) > max_file_size:
            log.warning("picture of %d bytes exceeds this channel's upload limit", len(content))
            return PictureState.FAILED, b""
        return state, content

    def _error_response(self, request: InteractionRequest, failure: BaseException) -> Response:
        """A private card about a failure; an unexpected one is logged with the reference that the card shows."""
        cause, reference = _cause(failure), secrets.token_hex(4)
        is_logged = not isinstance(cause, EXPECTED)
        if isinstance(cause, UNSENT):  # Discord's reason says more than our traceback
            log.error("unexpected failure %s: could not send: %s", reference, "; ".join(str(cause).splitlines()))
        elif is_logged:
            log.error("unexpected failure %s", reference, exc_info=cause)
        if request.kind is RequestKind.AUTOCOMPLETE:
            body = ResponseBody.choices([])
        else:
            reader = self.reader(request.locale)
            with suppress(NoMatch):
                reader = reader._replace(level=seen_level(reader, request.seen) if request.seen else 0)
            card = errors.build(reader, cause, reference).page()
            body = ResponseBody.card(ResponseKind.EPHEMERAL, card.components)
        return Response(body, type(cause).__name__, is_logged=is_logged)

    # How it is sent.

    def _send(self, request: InteractionRequest, response: Response) -> asyncio.Future[Any]:
        if response.missing_picture and self.pictures:
            drawing = self._send_with_picture(request, response, self.pictures, response.missing_picture)
            return self._start(drawing, f"respond {request.id}")
        sending = self.callback_client.send(request.id, request.token, response.body)
        sending.add_done_callback(lambda sent: self._on_sent(request, response, sent))
        return sending

    async def _send_with_picture(
        self, request: InteractionRequest, response: Response, pictures: PictureCache, picture: Picture
    ) -> None:
        """Have the picture drawn and send the card with it; or without it if that fails or takes too long."""
        try:
            async with asyncio.timeout(PICTURE_TIMEOUT):
                await pictures.render(picture)
            response = self.decide(request)
        except PictureUnavailable:
            pass  # the cache has logged why
        except TimeoutError:
            log.warning("picture %s is not drawn after %g seconds", picture.name, PICTURE_TIMEOUT)
        await self._send(request, response._replace(missing_picture=None))

    def _on_sent(self, request: InteractionRequest, response: Response, sent: asyncio.Future[bool]) -> None:
        if sent.cancelled():  # the bot is closing
            return
        if sent.result():
            self._finish(request, response)
        else:
            self._start(self._send_again(request, response), f"respond {request.id}")

    async def _send_again(self, request: InteractionRequest, response: Response) -> bool:
        """Send a response through discord.py's session, which waits for rate limits and retries.

        Returns whether that very response was sent.
        """
        try:
            await self._api.respond(request.id, request.token, response.body)
        except (*UNSENT, OSError) as error:
            code = error.code if isinstance(error, discord.HTTPException) else 0
            if code in EXPIRED:
                self._log(request, EXPIRED[code])
            elif code == UNKNOWN_MESSAGE and response.if_deleted:
                await self._send_again(request, Response(response.if_deleted, response.outcome))
            elif code == UNKNOWN_MESSAGE and request.is_invoker:
                private = request._replace(is_invoker=False, is_on_private_message=False)
                await self._send_again(private, self.decide(private))
            elif not response.is_logged:
                await self._send_again(request, self._error_response(request, error))
            return False
        self._finish(request, response)
        return True

    def _finish(self, request: InteractionRequest, response: Response) -> None:
        self._log(request, response.outcome)

    def _start(self, work: Coroutine[Any, Any, object], name: str) -> asyncio.Task[object]:
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def close(self) -> None:
        """Cancel what is still going on: nothing can be sent any more."""
        self._is_closed = True
        running = [task for task in (*self._tasks, self._warming_up) if task]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def wait_until_idle(self, seconds: float) -> None:
        """Wait until every interaction is answered, at most for ``seconds``."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await asyncio.sleep(0)  # so that what has just been dispatched begins
                while running := {*self._tasks, *self.callback_client.sending, *self.dispatched}:
                    await asyncio.wait(running)
                    await asyncio.sleep(0)  # what has ended may have started something else

    def _log(self, request: InteractionRequest, outcome: str) -> None:
        """Write the one log line about an interaction, and count it."""
        seconds = time.time() - (DISCORD_EPOCH + (int(request.id) >> 22)) / 1000
        fields = {
            "command": request.label,
            "locale": request.locale,
            "outcome": outcome,
            "duration_ms": round(seconds * 1000),
        }
        log.info("%(command)s %(locale)s %(outcome)s %(duration_ms)d ms", fields)
        if self.observer:
            self.observer(request.label, request.locale, outcome, seconds)


def _card(reader: Reader, address: Address, state: PictureState = PictureState.READY) -> Card:
    return (router.card_at_level if address.level else router.card)(reader, address, state)


def _kind(request: InteractionRequest, address: Address, *, has_bars: bool) -> ResponseKind:
    """How a card reaches its reader.

    A press of the invoker edits the message in place. Anyone else gets a private copy; so does the invoker for a card
    with spoilers, unless the message is private already.
    """
    for_one_reader = address.level or has_bars or request.name.startswith(LEVEL_SELECT_ID.custom_id())
    if request.is_invoker and (request.is_on_private_message or not for_one_reader):
        return ResponseKind.UPDATE
    return ResponseKind.EPHEMERAL if request.is_private else ResponseKind.MESSAGE


def _address(request: InteractionRequest, reader: Reader) -> Address:
    """The address that a command, a button or the option of a select leads to. Raises one of ``EXPECTED``."""
    if request.kind is RequestKind.COMPONENT:
        address = Address.from_custom_id(request.name)
        is_select = address in (SELECT_ID, LEVEL_SELECT_ID)
        return Address.parse(request.values[0]) if is_select and request.values else address
    if request.kind is RequestKind.MESSAGE_COMMAND:
        if not request.message_text:
            raise NoTextInMessage
        return COMMANDS[MESSAGE_COMMAND].address(reader, request.message_text)
    command = COMMANDS[request.name]
    address = command.address(reader, request.options.get(command.option, ""))
    return address.at_level(seen_level(reader, request.seen)) if request.seen else address


def _shown_to_everyone(address: Address) -> tuple[bool, Address]:
    """Whether the asker shows an answer that was only offered in private, and its address."""
    family, *rest = address.path
    return (True, Address.to(*rest)) if family == EVERYONE and rest[:1] == ["ask"] else (False, address)


def _dated(address: Address, request: InteractionRequest) -> Address:
    """The address of a day instead of that of today, so that the card is the same whenever it is built."""
    if address.path != ("today",):
        return address
    return address._replace(path=("today", f"{snowflake_time(int(request.id)):%m-%d}"))


@lru_cache(maxsize=1000)
def _suggestions(reader: Reader, command: str, option: str, typed: str) -> ResponseBody:
    """What autocomplete shows; cached since many people type the same."""
    known = COMMANDS[command]
    if option == SEEN:
        return ResponseBody.choices(suggest_levels(reader, typed))
    return ResponseBody.choices(known.suggest(reader, typed) if option == known.option else [])


def _cause(failure: BaseException) -> Exception:
    """The exception inside of discord.py's wrappers."""
    while isinstance(failure, app_commands.CommandInvokeError | app_commands.TransformerError):
        inner = failure.original if isinstance(failure, app_commands.CommandInvokeError) else failure.__cause__
        if inner is None:
            break
        failure = inner
    if isinstance(failure, app_commands.CommandNotFound):  # Discord still offers a command of an earlier version
        return NoSuchCommand(failure.name)
    return failure if isinstance(failure, Exception) else RuntimeError(str(failure))
