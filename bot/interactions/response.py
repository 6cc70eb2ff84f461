"""Responses as the bytes that Discord receives."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, Protocol

import orjson

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.cards.layout import Suggestion
    from bot.pictures.cache import Picture

COMPONENTS_V2 = 1 << 15
EPHEMERAL = 1 << 6

JSON = "application/json"
_BOUNDARY = "card-and-picture-6f1b0c9d2e"
_MULTIPART = f"multipart/form-data; boundary={_BOUNDARY}"
_PART_HEAD = '--{}\r\nContent-Disposition: form-data; name="{}"{}\r\nContent-Type: {}\r\n\r\n'
_MENTION_NOBODY = b',"allowed_mentions":{"parse":[]}}'


class AnswerCounter(Protocol):
    """Counts answers to quiz questions."""

    def __call__(self, kind: str, *, is_right: bool) -> None:
        """Count an answer to a question of this kind."""
        ...


class ResponseKind(Enum):
    """How a card reaches its reader: the response's JSON up to the components."""

    MESSAGE = b'{"type":4,"data":{"flags":%d,"components":' % COMPONENTS_V2
    EPHEMERAL = b'{"type":4,"data":{"flags":%d,"components":' % (COMPONENTS_V2 | EPHEMERAL)
    UPDATE = b'{"type":7,"data":{"flags":%d,"components":' % COMPONENTS_V2

    @classmethod
    def private(cls, *, in_place: bool) -> ResponseKind:
        """A card for one reader: in place of a private message whose button was pressed, or else a new one."""
        return cls.UPDATE if in_place else cls.EPHEMERAL


class Attachment(NamedTuple):
    """A file that is sent with a card."""

    filename: str
    alt: str
    content: bytes
    content_type: str = "image/webp"


class ResponseBody(NamedTuple):
    """A body of HTTP, in parts so that no picture is copied."""

    content_type: str
    parts: tuple[bytes, ...]

    @classmethod
    def card(cls, kind: ResponseKind, components: bytes, attachment: Attachment | None = None) -> ResponseBody:
        """A card as the first response; ``components`` is their JSON list."""
        # An update names the files that stay: none. Otherwise it would keep the picture of the previous card.
        files = _described(attachment) if attachment or kind is ResponseKind.UPDATE else b""
        return cls._with_attachment(kind.value + components + files + _MENTION_NOBODY + b"}", attachment)

    @classmethod
    def edit(cls, components: bytes) -> ResponseBody:
        """A card that replaces an earlier response."""
        head = b'{"flags":%d,"components":' % COMPONENTS_V2
        return cls(JSON, (head + components + _MENTION_NOBODY,))

    @classmethod
    def choices(cls, suggestions: Iterable[Suggestion]) -> ResponseBody:
        """Choices of autocomplete."""
        choices = [suggestion._asdict() for suggestion in suggestions]
        return cls(JSON, (orjson.dumps({"type": 8, "data": {"choices": choices}}),))

    @classmethod
    def _with_attachment(cls, json: bytes, attachment: Attachment | None) -> ResponseBody:
        if attachment is None:
            return cls(JSON, (json,))
        before = _PART_HEAD.format(_BOUNDARY, "payload_json", "", JSON).encode()
        name = f'; filename="{attachment.filename}"'
        between = "\r\n" + _PART_HEAD.format(_BOUNDARY, "files[0]", name, attachment.content_type)
        return cls(
            _MULTIPART, (before + json + between.encode(), attachment.content, f"\r\n--{_BOUNDARY}--\r\n".encode())
        )


NO_CHANGE = ResponseBody(JSON, (b'{"type":6}',))
"""Answers a press and changes nothing that anybody sees."""


class Response(NamedTuple):
    """What answers an interaction."""

    body: ResponseBody
    outcome: str
    """What logs and metrics call it: ``answered``, ``suggested``, or the name of the failure."""
    missing_picture: Picture | None = None
    """What has to be drawn first. The body is what is sent if that fails."""
    is_logged: bool = False
    """Whether the log already tells why this is an error card."""
    if_deleted: ResponseBody | None = None
    """What is sent instead if the message that it would edit was deleted."""
    daily: tuple[int, bool] | None = None
    """If it answers the question of a day: the ordinal of the day, and whether the answer was right."""
    on_sent: Callable[[bool], None] | None = None
    """Called with whether the response has reached Discord."""


def _described(attachment: Attachment | None) -> bytes:
    files = [{"id": 0, "filename": attachment.filename, "description": attachment.alt}] if attachment else []
    return b',"attachments":' + orjson.dumps(files)
