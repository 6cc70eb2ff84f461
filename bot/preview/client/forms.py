"""Selects and modals as Discord's client handles them: which values it accepts, and how it sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.preview.client.options import ActionUnavailable
from bot.preview.server import components as c

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.preview.server.models import Json


def select_values(select: Json, wanted: Sequence[str]) -> list[str]:
    """Return the values of the options with these labels or values."""
    if select["type"] not in (c.SELECT, c.RADIO_GROUP, c.CHECKBOX_GROUP):
        raise NotImplementedError(f"the local Discord does not implement selects of type {select['type']}")
    values = [_option_value(select["options"], one) for one in wanted]
    least = select.get("min_values", 1) if select.get("required") is not False else 0
    most = select.get("max_values", len(select["options"]) if select["type"] == c.CHECKBOX_GROUP else 1)
    if not least <= len(values) <= most:
        raise ActionUnavailable(f"{least} to {most} options can be chosen, not {len(values)}")
    return values


def fill_modal(modal: Json, values: Mapping[str, Any]) -> list[Json]:
    """Return a modal's components as they are sent, with values by label or custom id."""
    remaining = dict(values)
    components = [_submitted(component, remaining) for component in c.as_returned(modal["components"], ())]
    if remaining:
        raise ActionUnavailable(f"the form has no fields {sorted(remaining)}")
    return components


def _option_value(options: Sequence[Json], wanted: str) -> str:
    for option in options:
        if wanted in (option["value"], option["label"]):
            return option["value"]
    raise ActionUnavailable(f"{wanted!r} is not an option; the options are {[option['label'] for option in options]}")


def _submitted(component: Json, remaining: dict[str, Any]) -> Json:
    """Return one component of a modal as it is sent, and remove its value from those remaining."""
    frame: Json = {"type": component["type"], "id": component["id"]}
    if component["type"] == c.LABEL:
        return frame | {"component": _field(component["component"], component["label"], remaining)}
    if component["type"] == c.ROW:
        field = component["components"][0]
        return frame | {"components": [_field(field, field["label"], remaining)]}
    return frame


def _field(field: Json, label: str, remaining: dict[str, Any]) -> Json:
    sent: Json = {"type": field["type"], "id": field["id"], "custom_id": field["custom_id"]}
    key = field["custom_id"] if field["custom_id"] in remaining else label
    value = remaining.pop(key, None)
    kind = field["type"]
    if kind == c.TEXT_INPUT:
        return sent | {"value": _text_value(field, field.get("value", "") if value is None else value)}
    if kind == c.CHECKBOX:
        return sent | {"value": bool(field.get("default")) if value is None else bool(value)}
    if value is None:
        value = [option["value"] for option in field.get("options") or () if option.get("default")]
    picked = select_values(field, [value] if isinstance(value, str) else value)
    if kind == c.RADIO_GROUP:
        return sent | {"value": picked[0] if picked else None}
    return sent | {"values": picked}


def _text_value(field: Json, text: str) -> str:
    if not text and field.get("required") is not False:
        raise ActionUnavailable(f"the field {field['custom_id']!r} must be filled in")
    if text and not field.get("min_length", 0) <= len(text) <= field.get("max_length", 4000):
        raise ActionUnavailable(f"the field {field['custom_id']!r} does not accept a text of {len(text)} characters")
    return text
