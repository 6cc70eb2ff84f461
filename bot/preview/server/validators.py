"""The kit that the rules are made of: checks of single values, and the error tree they fill.

Codes and wording are Discord's own. Texts are measured in characters. As Discord does, fields that
no check knows are passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeGuard

from yarl import URL

from bot.preview.server.components import Path

if TYPE_CHECKING:
    from bot.preview.server.models import Json


def is_object(value: Any) -> TypeGuard[Json]:
    """Say whether a value is a JSON object."""
    return isinstance(value, dict)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Say whether a value is a JSON array."""
    return isinstance(value, list)


class ValidationErrors:
    """What is wrong with a body, and where."""

    def __init__(self) -> None:
        self.tree: Json = {}
        self.count = 0

    def add(self, path: Path, code: str, message: str) -> None:
        """Note a problem at this place."""
        self.count += 1
        node = self.tree
        for name in path:
            node = node.setdefault(name, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})


Check = Callable[[Any, Path, ValidationErrors], None]
"""Looks at the value at a place of the body, and notes what is wrong with it."""


def text(least: int, most: int) -> Check:
    """Return the check for a text of so many characters."""

    def check(value: Any, path: Path, problems: ValidationErrors) -> None:
        if not isinstance(value, str):
            problems.add(path, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
        elif len(value) > most or len(value) < least:
            _bad_length(path, problems, least, most)

    return check


def number(least: float, most: float, kind: str = "int") -> Check:
    """Return the check for a number; ``kind`` is ``int`` or ``float``."""
    types = (int,) if kind == "int" else (int, float)

    def check(value: Any, path: Path, problems: ValidationErrors) -> None:
        if not isinstance(value, types) or isinstance(value, bool):
            problems.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not {kind}.')
        elif value < least:
            problems.add(path, "NUMBER_TYPE_MIN", f"{kind} value should be greater than or equal to {least}.")
        elif value > most:
            problems.add(path, "NUMBER_TYPE_MAX", f"{kind} value should be less than or equal to {most}.")

    return check


def one_of(*allowed: Any) -> Check:
    """Return the check for one of these values."""
    shown = ", ".join(map(repr, allowed))

    def check(value: Any, path: Path, problems: ValidationErrors) -> None:
        if value not in allowed or isinstance(value, bool):
            problems.add(path, "BASE_TYPE_CHOICES", f"Value must be one of {{{shown}}}.")

    return check


def switch(value: Any, path: Path, problems: ValidationErrors) -> None:
    """Check for true or false."""
    if not isinstance(value, bool):
        problems.add(path, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.")


def snowflake(value: Any, path: Path, problems: ValidationErrors) -> None:
    """Check for an id."""
    if not str(value).isdecimal():
        problems.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')


def url(most: int, schemes: tuple[str, ...] = ("http", "https", "discord")) -> Check:
    """Return the check for an address of so many characters."""
    length = text(1, most)

    def check(value: Any, path: Path, problems: ValidationErrors) -> None:
        length(value, path, problems)
        scheme, found, _rest = str(value).partition("://")
        if found and scheme not in schemes:
            known = ", ".join(map(repr, schemes))
            shown = f'Scheme "{scheme}" is not supported. Scheme must be one of ({known}).'
            problems.add(path, "URL_TYPE_INVALID_SCHEME", shown)
        elif not found or not _has_host(str(value)):
            problems.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")

    return check


def _has_host(address: str) -> bool:
    if any(letter.isspace() for letter in address):
        return False
    try:
        return bool(URL(address).host)
    except ValueError:
        return False


def list_of(of: Check, least: int = 0, most: int | None = None) -> Check:
    """Return the check for a list of so many values, each of which passes a check."""

    def check(value: Any, path: Path, problems: ValidationErrors) -> None:
        if not is_list(value):
            problems.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return
        if len(value) < least or (most is not None and len(value) > most):
            _bad_length(path, problems, least, most)
        for place, item in enumerate(value):
            of(item, (*path, str(place)), problems)

    return check


def fields_of(fields: dict[str, Check], required: str = "", then: Check | None = None) -> Check:
    """Return the check for an object with these fields, of which those not required may also be null.

    ``then`` looks at the whole if every field is good.
    """
    needed = frozenset(required.split())

    def check(value: Any, path: Path, problems: ValidationErrors) -> None:
        if not is_object(value):
            problems.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
            return
        before = problems.count
        for name, rule in fields.items():
            given = value.get(name)
            if given is not None:
                rule(given, (*path, name), problems)
            elif name in needed:
                problems.add((*path, name), "BASE_TYPE_REQUIRED", "This field is required")
        if then is not None and problems.count == before:
            then(value, path, problems)

    return check


def kind_of(of: dict[int, Check]) -> Check:
    """Return the check for an object whose type is one of these, by the check of that type."""
    shown = ", ".join(map(str, of))

    def check(value: Any, path: Path, problems: ValidationErrors) -> None:
        kind = value.get("type") if is_object(value) else None
        rule = of.get(kind) if isinstance(kind, int) and not isinstance(kind, bool) else None
        if rule is None:
            problems.add((*path, "type"), "UNION_TYPE_CHOICES", f'Value of field "type" must be one of ({shown}).')
        else:
            rule(value, path, problems)

    return check


def _bad_length(path: Path, problems: ValidationErrors, least: int, most: int | None) -> None:
    if most is None:
        problems.add(path, "BASE_TYPE_MIN_LENGTH", f"Must be {least} or more in length.")
    elif least == 0:
        problems.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
    else:
        problems.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
