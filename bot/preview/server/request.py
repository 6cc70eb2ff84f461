"""One REST request as the routes see it, and how they turn it down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import orjson
from aiohttp import BodyPartReader, web

from bot.preview.server.payloads import FILE_LIMIT
from bot.preview.server.validators import is_object

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.preview.server.state import Json

MAX_FILES = 10
MAX_BODY = (MAX_FILES + 1) * FILE_LIMIT
"""Bytes of a whole request."""


class Refused(Exception):
    """A request that Discord would turn down, with its HTTP status and JSON error code."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.body: Json = {"message": message, "code": code}
        if errors is not None:
            self.body["errors"] = errors


def refuse(errors: Json, *under: str) -> None:
    """Turn a body down if the rules found errors in it; ``under`` names the part they looked at."""
    if not errors:
        return
    for name in reversed(under):
        errors = {name: errors}
    raise Refused(400, 50035, "Invalid Form Body", errors)


@dataclass(slots=True)
class Upload:
    """A file that came with a request; ``place`` is the number by which the JSON describes it."""

    place: str
    filename: str
    content_type: str
    data: bytes


@dataclass(slots=True)
class Call:
    """One request as a route's method sees it."""

    params: Mapping[str, str]
    query: Mapping[str, str]
    body: Any = None
    uploads: list[Upload] = field(default_factory=list[Upload])

    @property
    def json(self) -> Json:
        """The body, which has to be an object."""
        if is_object(self.body):
            return self.body
        problem = {"code": "MODEL_TYPE_CONVERT", "message": "Only dictionaries may be used in a ModelType"}
        raise Refused(400, 50035, "Invalid Form Body", {"_errors": [problem]})

    @property
    def logged(self) -> Any:
        """What the transcript keeps of the body: the JSON, and of files their names and sizes."""
        if not self.uploads:
            return self.body
        return {"payload_json": self.body, "files": {file.filename: len(file.data) for file in self.uploads}}

    def asks(self, name: str) -> bool:
        """Say whether a switch is on in the query."""
        return self.query.get(name, "").lower() in ("1", "true")


async def read(request: web.Request, call: Call) -> None:
    """Read the body: JSON, or a form with the JSON in one field and files in the others."""
    if not request.can_read_body:
        return
    try:
        if request.content_type.startswith("multipart/"):
            await _read_form(request, call)
        else:
            call.body = orjson.loads(await request.read())
    except orjson.JSONDecodeError:
        raise Refused(400, 50109, "The request body contains invalid JSON.") from None
    except web.HTTPRequestEntityTooLarge:
        raise _too_large() from None


async def _read_form(request: web.Request, call: Call) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise Refused(400, 50035, "Invalid Form Body")
        data = bytes(await part.read())
        if part.name == "payload_json":
            call.body = orjson.loads(data)
            continue
        place = (part.name or "").removeprefix("files[").removesuffix("]")
        # Discord stores names without spaces, and a component must refer to the stored name.
        filename = (part.filename or "unknown").replace(" ", "_")
        call.uploads.append(Upload(place, filename, part.headers.get("Content-Type", ""), data))
    if len(call.uploads) > MAX_FILES or any(len(upload.data) > FILE_LIMIT for upload in call.uploads):
        raise _too_large()


def _too_large() -> Refused:
    return Refused(413, 40005, "Request entity too large")
