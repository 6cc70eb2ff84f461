"""Texts that atheris makes up, led by the code that they reach: ``python -m tools.fuzz.guided -max_total_time=60``.

Atheris runs on few machines and is not installed with the rest: ``pip install atheris`` first.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import atheris

with atheris.instrument_imports(include=["bot", "data"]):
    from bot.cards import router
    from bot.cards.address import Address
    from bot.cards.commands import COMMANDS
    from bot.cards.reader import BotInfo, Reader
    from bot.domain.knowledge_base import KnowledgeBase
    from bot.i18n.catalog import catalog, languages
    from bot.interactions.responder import EXPECTED
    from bot.transports.signature import RequestVerifier
    from data import load
    from tools.fuzz.targets import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 6000
"""Characters that an option may have at most."""

_KNOWLEDGE = KnowledgeBase(load(HARBOUR))
_READERS = [Reader(_KNOWLEDGE.in_language(name), catalog(name), BotInfo()) for name in sorted(languages())]
_VERIFIER = RequestVerifier("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")


def _forged(_reader: Reader, text: str) -> None:
    assert not _VERIFIER.verify(text, text[-10:], text.encode(), 0)


def _press(reader: Reader, text: str) -> None:
    router.build(reader, Address.from_custom_id("1:" + text))


def _opened(name: str) -> Callable[[Reader, str], object]:
    return lambda reader, text: router.build(reader, COMMANDS[name].address(reader, text))


DOORS = [_forged, _press, *map(_opened, COMMANDS), *(command.suggest for command in COMMANDS.values())]


def attempt(sent: bytes) -> None:
    """Knock at one door; what is raised there and is not expected ends the run."""
    made = atheris.FuzzedDataProvider(sent)
    door, reader = made.PickValueInList(DOORS), made.PickValueInList(_READERS)
    with suppress(*EXPECTED):
        door(reader, made.ConsumeUnicodeNoSurrogates(LONGEST))


if __name__ == "__main__":
    atheris.Setup(sys.argv, attempt)
    atheris.Fuzz()
