"""What Discord's client lets a person enter into menus and modals, and how it sends that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.preview.client.options import CannotDo
from bot.preview.server import components as c

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.preview.server.state import Json


def selected(select: Json, wanted: Sequence[str]) -> list[str]:
    """Return the values of the options that are meant by label or value."""
    if select["type"] not in (c.SELECT, c.RADIO_GROUP, c.CHECKBOX_GROUP):
        raise NotImplementedError(f"the local Discord plays no menus of type {select['type']}")
    values = [_meant(select["options"], one) for one in wanted]
    least = select.get("min_values", 1) if select.get("required") is not False else 0
    most = select.get("max_values", len(select["options"]) if select["type"] == c.CHECKBOX_GROUP else 1)
    if not least <= len(values) <= most:
        raise CannotDo(f"{least} to {most} options can be chosen, not {len(values)}")
    return values


def filled(modal: Json, values: Mapping[str, Any]) -> list[Json]:
    """Return a modal's fields as sent, with the values given by label or custom id."""
    left = dict(values)
    sent = [_sent(component, left) for component in c.as_returned(modal["components"], ())]
    if left:
        raise CannotDo(f"the form has no fields {sorted(left)}")
    return sent


def _meant(options: Sequence[Json], wanted: str) -> str:
    for option in options:
        if wanted in (option["value"], option["label"]):
            return option["value"]
    raise CannotDo(f"{wanted!r} is not offered; offered are {[option['label'] for option in options]}")


def _sent(component: Json, left: dict[str, Any]) -> Json:
    """Return one part of a modal as sent, and take its value out of those left."""
    frame: Json = {"type": component["type"], "id": component["id"]}
    if component["type"] == c.LABEL:
        return frame | {"component": _field(component["component"], component["label"], left)}
    if component["type"] == c.ROW:
        field = component["components"][0]
        return frame | {"components": [_field(field, field["label"], left)]}
    return frame


def _field(field: Json, label: str, left: dict[str, Any]) -> Json:
    sent: Json = {"type": field["type"], "id": field["id"], "custom_id": field["custom_id"]}
    key = field["custom_id"] if field["custom_id"] in left else label
    value = left.pop(key, None)
    kind = field["type"]
    if kind == c.TEXT_INPUT:
        return sent | {"value": _typed(field, field.get("value", "") if value is None else value)}
    if kind == c.CHECKBOX:
        return sent | {"value": bool(field.get("default")) if value is None else bool(value)}
    if value is None:
        value = [option["value"] for option in field.get("options") or () if option.get("default")]
    picked = selected(field, [value] if isinstance(value, str) else value)
    if kind == c.RADIO_GROUP:
        return sent | {"value": picked[0] if picked else None}
    return sent | {"values": picked}


def _typed(field: Json, text: str) -> str:
    if not text and field.get("required") is not False:
        raise CannotDo(f"the field {field['custom_id']!r} must be filled in")
    if text and not field.get("min_length", 0) <= len(text) <= field.get("max_length", 4000):
        raise CannotDo(f"the field {field['custom_id']!r} takes no text of {len(text)} characters")
    return text
