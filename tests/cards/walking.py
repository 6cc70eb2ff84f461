"""Every card there is, as Discord is sent it: found by following all buttons, options and pages."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

import orjson

from bot.cards import router
from bot.cards.address import LEVEL_SELECT_ID, SELECT_ID, Address
from bot.cards.quiz import is_play
from bot.cards.reader import BotInfo, Reader
from bot.i18n.catalog import catalog
from bot.interactions.responder import STATEFUL
from bot.pictures.cache import PictureState
from tests.shows import knowledge_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cards.layout import Card
    from data.records import Show

COMMANDS = ("cast", "ost", "ratings", "season2", "show", "today", "quiz", "help")
DAYS = ("01-04", "04-28")
"""The days of the year that are walked. All others have cards of the same kind."""
CONTAINER, ROW, BUTTON, SELECT, TEXT, GALLERY, SEPARATOR = 17, 1, 2, 3, 10, 12, 14

_DAYS = [(day,) for day in DAYS]
_BARRED = re.compile(r"(?<!\\)\|\|.*?(?<!\\)\|\|", re.DOTALL)
_LEFT_OVER = re.compile(r"\{ ?\$|\{\}|(?<![\w-])(?:None|nan|inf)\b|\(\)|\S  +\S| [,;.]|· *(?:·|$)|: *$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([^\w\s])")


class Shown:
    """A card as it arrives."""

    def __init__(self, card: Card) -> None:
        self.address = card.address
        self.picture = card.picture
        self.components = list(_nested(orjson.loads(card.components)[0]))

    def of_type(self, kind: int) -> list[dict[str, Any]]:
        return [part for part in self.components if part["type"] == kind]

    @cached_property
    def texts(self) -> list[str]:
        return [part["content"] for part in self.of_type(TEXT)]

    @cached_property
    def text(self) -> str:
        return "\n".join(self.texts)

    @cached_property
    def visible(self) -> str:
        """What can be read without lifting a bar, as it is written. Only answers of /ask and public cards have bars."""
        return _ESCAPED.sub(r"\1", _BARRED.sub("", self.text))

    @cached_property
    def pictures(self) -> list[dict[str, Any]]:
        return [item for gallery in self.of_type(GALLERY) for item in gallery["items"]]

    @cached_property
    def options(self) -> list[dict[str, Any]]:
        return [
            option for select in self.of_type(SELECT) for option in select["options"] if select != self.level_select
        ]

    @cached_property
    def level_select(self) -> dict[str, Any] | None:
        """The select "I have seen up to episode ..."."""
        return next((one for one in self.of_type(SELECT) if one["custom_id"] == LEVEL_SELECT_ID.custom_id()), None)

    @cached_property
    def unbarred(self) -> list[str]:
        """Everything that nothing can be barred in: buttons, options, placeholders, alt texts."""
        labels = [button["label"] for button in self.of_type(BUTTON)]
        options = [option for select in self.of_type(SELECT) for option in select["options"]]
        described = [option.get(name, "") for option in options for name in ("label", "description")]
        placeholders = [select.get("placeholder", "") for select in self.of_type(SELECT)]
        return [*labels, *described, *placeholders, *(item.get("description", "") for item in self.pictures)]

    @property
    def left_over(self) -> list[str]:
        """What shows that a sentence is not finished, with what stands before it."""
        texts = [*self.texts, *self.unbarred]
        return [text[max(at.start() - 40, 0) : at.end()] for text in texts for at in _LEFT_OVER.finditer(text)]

    @cached_property
    def leads_to(self) -> list[Address]:
        """The cards behind its buttons and options, but for those that depend on who presses, and most days."""
        buttons = [Address.from_custom_id(part["custom_id"]) for part in self.of_type(BUTTON) if "custom_id" in part]
        cards = [one for one in buttons if one != SELECT_ID and one.path[0] not in STATEFUL and not is_play(one)]
        walked = [address for address in cards if address.path[0] != "today" or address.path[1:] in ((), *_DAYS)]
        return walked + [Address.parse(option["value"]) for option in self.options]


def reader(show: Show, language: str) -> Reader:
    """Somebody who reads in a language."""
    place = BotInfo("https://example.org/report", {name: 1000 + index for index, name in enumerate(COMMANDS)})
    return Reader(knowledge_of(show).in_language(language), catalog(language), place)


def shown(reader: Reader, address: Address, drawn: PictureState = PictureState.READY) -> Shown:
    """The card at an address."""
    return Shown(router.card(reader, address, drawn))


def walked(reader: Reader, level: int = 0) -> dict[str, Shown]:
    """All cards at a spoiler level by address, in the order in which they are met from the commands on."""
    found: dict[str, Shown] = {}
    waiting = [Address.to(command, level=level) for command in COMMANDS]
    waiting += [Address.to("today", day, level=level) for day in DAYS]
    while waiting:
        address = waiting.pop(0)
        if str(address) not in found:
            found[str(address)] = shown(reader, address)
            waiting += [one for one in found[str(address)].leads_to if one.level == level]
    return found


def _nested(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield part
    for inner in [*part.get("components", []), *filter(None, [part.get("accessory")])]:
        yield from _nested(inner)
