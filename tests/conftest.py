"""What every test has: an environment without settings, no way out of this machine, and two shows."""

from __future__ import annotations

import dataclasses
import gc
import ipaddress
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from bot.config.settings import SHOW, Settings
from tests.shows import HARBOUR, knowledge_of, loaded

if TYPE_CHECKING:
    from bot.domain.knowledge_base import KnowledgeBase
    from data.records import Show

SETTINGS = [field.name.upper() for field in dataclasses.fields(Settings)]


class ReachedOut(BaseException):
    """A test tried to talk to another machine; no ``except Exception`` may hide it."""


def _is_loopback(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode()
    if host in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def _stay_here(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse connections and name lookups that would leave this machine; sockets of the file system may be used."""
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        if isinstance(address, tuple) and not _is_loopback(address[0]):
            raise ReachedOut(f"{event} {address}")
    elif event == "socket.getaddrinfo" and not _is_loopback(arguments[0]):
        raise ReachedOut(f"{event} {arguments[0]}")


gc.disable()  # imports and collected tests leave no garbage
sys.addaudithook(_stay_here)
sys.modules["rfc3987_syntax"] = (
    None  # jsonschema would compile 38 grammars, in each worker, for formats that no test checks
)

settings.register_profile("patient", deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
settings.load_profile("patient")  # however slow the machine is, no property takes too long

ROOT = Path(__file__).parent
SLOW_FIRST = ("cards", "interactions", "preview", "pictures", "tools", "transports", "resilience", "cli", "domain")
"""Folders in the order in which they begin; all others follow."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest."""
    order = {folder: number for number, folder in enumerate(SLOW_FIRST)}
    items.sort(key=lambda item: order.get(item.path.relative_to(ROOT).parts[0], len(order)))


def pytest_collection_finish() -> None:
    """Leave the tests out of garbage collections, which would walk all of them again and again."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
    gc.enable()


@pytest.fixture(autouse=True)
def bare_environment() -> None:
    """No setting of the person who runs the tests reaches them, least of all a token."""
    for name in SETTINGS:
        os.environ.pop(name, None)


@pytest.fixture(scope="session")
def show() -> Show:
    """The bundled show."""
    return loaded(SHOW)


@pytest.fixture(scope="session")
def harbour() -> Show:
    """The invented show; the tests of the bot's rules know no other."""
    return loaded(HARBOUR)


@pytest.fixture(scope="session")
def knowledge(harbour: Show) -> KnowledgeBase:
    """The invented show by key and by name."""
    return knowledge_of(harbour)
