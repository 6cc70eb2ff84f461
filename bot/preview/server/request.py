"""A REST request as the routes see it, and the errors they raise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import orjson
from aiohttp import BodyPartReader, web

from bot.preview.server.payloads import FILE_LIMIT
from bot.preview.server.validators import is_object

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.preview.server.models import Json

MAX_FILES = 10
MAX_BODY = (MAX_FILES + 1) * FILE_LIMIT
"""Bytes of a whole request."""


class ApiError(Exception):
    """An error response of Discord: the HTTP status, the JSON error code and the error tree."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.body: Json = {"message": message, "code": code}
        if errors is not None:
            self.body["errors"] = errors


def raise_if_invalid(errors: Json, *path: str) -> None:
    """Raise ApiError if a body has validation errors; ``path`` is where the validated part stands."""
    if not errors:
        return
    for name in reversed(path):
        errors = {name: errors}
    raise ApiError(400, 50035, "Invalid Form Body", errors)


@dataclass(slots=True)
class Upload:
    """An uploaded file; ``attachment_id`` is the id under which the JSON describes it."""

    attachment_id: str
    filename: str
    content_type: str
    data: bytes


@dataclass(slots=True)
class ApiRequest:
    """A request: path parameters, query, JSON body and uploaded files."""

    params: Mapping[str, str]
    query: Mapping[str, str]
    body: Any = None
    uploads: list[Upload] = field(default_factory=list[Upload])

    @property
    def json(self) -> Json:
        """The body; raises ApiError if it is not an object."""
        if is_object(self.body):
            return self.body
        problem = {"code": "MODEL_TYPE_CONVERT", "message": "Only dictionaries may be used in a ModelType"}
        raise ApiError(400, 50035, "Invalid Form Body", {"_errors": [problem]})

    @property
    def logged(self) -> Any:
        """The body for the transcript: the JSON, and the names and sizes of files."""
        if not self.uploads:
            return self.body
        return {"payload_json": self.body, "files": {file.filename: len(file.data) for file in self.uploads}}

    def flag(self, name: str) -> bool:
        """Return whether a boolean query parameter is true."""
        return self.query.get(name, "").lower() in ("1", "true")


async def read_body(http_request: web.Request, request: ApiRequest) -> None:
    """Read the body: JSON, or a form with the JSON in ``payload_json`` and files in other fields."""
    if not http_request.can_read_body:
        return
    try:
        if http_request.content_type.startswith("multipart/"):
            await _read_form(http_request, request)
        else:
            request.body = orjson.loads(await http_request.read())
    except orjson.JSONDecodeError:
        raise ApiError(400, 50109, "The request body contains invalid JSON.") from None
    except web.HTTPRequestEntityTooLarge:
        raise _too_large() from None


async def _read_form(http_request: web.Request, request: ApiRequest) -> None:
    async for part in await http_request.multipart():
        if not isinstance(part, BodyPartReader):
            raise ApiError(400, 50035, "Invalid Form Body")
        data = bytes(await part.read())
        if part.name == "payload_json":
            request.body = orjson.loads(data)
            continue
        attachment_id = (part.name or "").removeprefix("files[").removesuffix("]")
        # Discord replaces spaces in file names, and a component must use the stored name.
        filename = (part.filename or "unknown").replace(" ", "_")
        request.uploads.append(Upload(attachment_id, filename, part.headers.get("Content-Type", ""), data))
    if len(request.uploads) > MAX_FILES or any(len(upload.data) > FILE_LIMIT for upload in request.uploads):
        raise _too_large()


def _too_large() -> ApiError:
    return ApiError(413, 40005, "Request entity too large")
