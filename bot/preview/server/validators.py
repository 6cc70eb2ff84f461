"""Validators of single JSON values, and the error tree that they fill.

Error codes and messages are Discord's own. Lengths are counted in characters. As in Discord, unknown fields
are ignored.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeGuard

from yarl import URL

from bot.preview.server.components import Path

if TYPE_CHECKING:
    from bot.preview.server.models import Json


def is_object(value: Any) -> TypeGuard[Json]:
    """Return whether a value is a JSON object."""
    return isinstance(value, dict)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Return whether a value is a JSON array."""
    return isinstance(value, list)


class ValidationErrors:
    """The validation errors of a body, by path."""

    def __init__(self) -> None:
        self.tree: Json = {}
        self.count = 0

    def add(self, path: Path, code: str, message: str) -> None:
        """Add an error at a path."""
        self.count += 1
        node = self.tree
        for name in path:
            node = node.setdefault(name, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})


Validator = Callable[[Any, Path, ValidationErrors], None]
"""Validates a value at a path and adds its errors."""


def text(minimum: int, maximum: int) -> Validator:
    """Return the validator of a string with this many characters."""

    def validate(value: Any, path: Path, errors: ValidationErrors) -> None:
        if not isinstance(value, str):
            errors.add(path, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
        elif len(value) > maximum or len(value) < minimum:
            _bad_length(path, errors, minimum, maximum)

    return validate


def number(minimum: float, maximum: float, kind: str = "int") -> Validator:
    """Return the validator of a number; ``kind`` is ``int`` or ``float``."""
    types = (int,) if kind == "int" else (int, float)

    def validate(value: Any, path: Path, errors: ValidationErrors) -> None:
        if not isinstance(value, types) or isinstance(value, bool):
            errors.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not {kind}.')
        elif value < minimum:
            errors.add(path, "NUMBER_TYPE_MIN", f"{kind} value should be greater than or equal to {minimum}.")
        elif value > maximum:
            errors.add(path, "NUMBER_TYPE_MAX", f"{kind} value should be less than or equal to {maximum}.")

    return validate


def one_of(*allowed: Any) -> Validator:
    """Return the validator of an enumeration."""
    shown = ", ".join(map(repr, allowed))

    def validate(value: Any, path: Path, errors: ValidationErrors) -> None:
        if value not in allowed or isinstance(value, bool):
            errors.add(path, "BASE_TYPE_CHOICES", f"Value must be one of {{{shown}}}.")

    return validate


def boolean(value: Any, path: Path, errors: ValidationErrors) -> None:
    """Validate a boolean."""
    if not isinstance(value, bool):
        errors.add(path, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.")


def snowflake(value: Any, path: Path, errors: ValidationErrors) -> None:
    """Validate a snowflake."""
    if not str(value).isdecimal():
        errors.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')


def url(maximum: int, schemes: tuple[str, ...] = ("http", "https", "discord")) -> Validator:
    """Return the validator of a URL with at maximum this many characters."""
    length = text(1, maximum)

    def validate(value: Any, path: Path, errors: ValidationErrors) -> None:
        length(value, path, errors)
        scheme, found, _rest = str(value).partition("://")
        if found and scheme not in schemes:
            known = ", ".join(map(repr, schemes))
            shown = f'Scheme "{scheme}" is not supported. Scheme must be one of ({known}).'
            errors.add(path, "URL_TYPE_INVALID_SCHEME", shown)
        elif not found or not _has_host(str(value)):
            errors.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")

    return validate


def _has_host(address: str) -> bool:
    if any(letter.isspace() for letter in address):
        return False
    try:
        return bool(URL(address).host)
    except ValueError:
        return False


def list_of(of: Validator, minimum: int = 0, maximum: int | None = None) -> Validator:
    """Return the validator of a list with this many values; each must pass a validator."""

    def validate(value: Any, path: Path, errors: ValidationErrors) -> None:
        if not is_list(value):
            errors.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return
        if len(value) < minimum or (maximum is not None and len(value) > maximum):
            _bad_length(path, errors, minimum, maximum)
        for index, item in enumerate(value):
            of(item, (*path, str(index)), errors)

    return validate


def object_of(fields: dict[str, Validator], required: str = "", then: Validator | None = None) -> Validator:
    """Return the validator of an object with these fields; those not ``required`` may be null or missing.

    ``then`` validates the whole object if every field is valid.
    """
    required_names = frozenset(required.split())

    def validate(value: Any, path: Path, errors: ValidationErrors) -> None:
        if not is_object(value):
            errors.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
            return
        before = errors.count
        for name, validator in fields.items():
            given = value.get(name)
            if given is not None:
                validator(given, (*path, name), errors)
            elif name in required_names:
                errors.add((*path, name), "BASE_TYPE_REQUIRED", "This field is required")
        if then is not None and errors.count == before:
            then(value, path, errors)

    return validate


def union_of(of: dict[int, Validator]) -> Validator:
    """Return the validator of an object that is selected by its ``type``."""
    shown = ", ".join(map(str, of))

    def validate(value: Any, path: Path, errors: ValidationErrors) -> None:
        kind = value.get("type") if is_object(value) else None
        validator = of.get(kind) if isinstance(kind, int) and not isinstance(kind, bool) else None
        if validator is None:
            errors.add((*path, "type"), "UNION_TYPE_CHOICES", f'Value of field "type" must be one of ({shown}).')
        else:
            validator(value, path, errors)

    return validate


def _bad_length(path: Path, errors: ValidationErrors, minimum: int, maximum: int | None) -> None:
    if maximum is None:
        errors.add(path, "BASE_TYPE_MIN_LENGTH", f"Must be {minimum} or more in length.")
    elif minimum == 0:
        errors.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {maximum} or fewer in length.")
    else:
        errors.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {minimum} and {maximum} in length.")
