"""Facts as a region writes them: the same records, with other decimal marks in their texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import Struct, structs

if TYPE_CHECKING:
    from data.records import Show

T = TypeVar("T")


def with_decimal_mark(show: Show, old: str, new: str) -> Show:
    """Return a show whose texts have the decimal mark ``new`` for ``old``; what has no decimals is shared."""
    decimals = re.compile(rf"(?<=\d){re.escape(old)}(?=\d)")

    def rewritten(value: T) -> T:
        if isinstance(value, str):
            return cast("T", decimals.sub(new, value)) if old in value else value
        if isinstance(value, tuple):
            items = cast("tuple[Any, ...]", value)
            changed = tuple(map(rewritten, items))
            is_same = all(one is other for one, other in zip(items, changed, strict=True))
            return cast("T", items if is_same else changed)
        if isinstance(value, Struct):
            fields = {name: getattr(value, name) for name in value.__struct_fields__}
            others = {name: other for name, one in fields.items() if (other := rewritten(one)) is not one}
            return structs.replace(value, **others) if others else value
        return value

    return rewritten(show)
