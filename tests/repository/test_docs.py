"""The documents say what the program does: whoever follows them gets what they promise."""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from discord import app_commands
from markdown_it import MarkdownIt

from bot.app import FanBot
from bot.cogs import add_cogs
from bot.config.settings import Settings
from tests.shows import knowledge_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from data.records import Show

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ENV_EXAMPLE = ROOT / ".env.example"
DOCUMENTS = sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md"))


@pytest.fixture
async def commands(show: Show) -> AsyncIterator[list[app_commands.Command[Any, ..., Any]]]:
    """The commands that the bot would register."""
    async with FanBot(knowledge_of(show)) as bot:
        await add_cogs(bot, bot.responder)
        yield [one for one in bot.tree.get_commands() if isinstance(one, app_commands.Command)]


def _example() -> dict[str, str]:
    """Every setting of the example, also those that are left to be set."""
    return dict(re.findall(r"^#?([A-Z_]+)=(.*)$", ENV_EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE))


def test_an_operator_finds_every_setting_in_the_example_and_no_other():
    settings = {field.name.upper() for field in dataclasses.fields(Settings)}

    assert settings
    assert set(_example()) == settings


def test_the_example_says_what_each_setting_is_for():
    lines = ["", *ENV_EXAMPLE.read_text(encoding="utf-8").splitlines()]
    unexplained = [
        line for above, line in pairwise(lines) if re.match(r"#?[A-Z_]+=", line) and not above.startswith("# ")
    ]

    assert not unexplained


def test_the_example_holds_the_defaults(monkeypatch):
    monkeypatch.chdir(ROOT)
    example = Settings.from_env(_example())

    assert dataclasses.replace(example, show=example.show.resolve()) == Settings()


def test_the_example_sets_nothing_but_the_token():
    """Docker takes the file as it is: what it set would count for more than what the image knows of itself."""
    lines = ENV_EXAMPLE.read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if line and not line.startswith("#")] == ["DISCORD_TOKEN="]


async def test_a_fan_finds_every_command_and_its_options_in_the_readme(commands):
    rows = re.findall(r"^\| `/([\w-]+)((?: \[[\w-]+\])*)` \|", README, re.MULTILINE)
    documented = {name: set(re.findall(r"[\w-]+", options)) for name, options in rows}

    assert documented
    assert documented == {
        command.name: {option.name for option in command.parameters} - {"private", "seen"} for command in commands
    }


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
async def test_a_document_names_no_command_that_is_not_there(document, commands):
    text = document.read_text(encoding="utf-8")

    assert set(re.findall(r"`/([\w-]+)", text)) <= {command.name for command in commands}


def test_the_readme_shows_the_help_of_the_command_line():
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "bot", "--help"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)

    assert f"```\n$ .venv/bin/python -m bot --help\n{done.stdout}```\n" in README


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_that_a_document_names_is_there(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make ([a-z][\w-]*)", re.sub(r"^ +", "", text, flags=re.MULTILINE), re.MULTILINE))
    targets = set(re.findall(r"^([a-z][\w-]*):(?!=)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert named
    assert named <= targets


def _links(document: Path) -> Iterator[str]:
    """Where a document leads and which pictures it shows, in Markdown or in HTML."""
    pending = MarkdownIt("commonmark").parse(document.read_text(encoding="utf-8"))
    while pending:
        token = pending.pop()
        pending += token.children or []
        if token.type in ("link_open", "image"):
            yield str(token.attrs.get("href") or token.attrs.get("src"))
        elif token.type.startswith("html_"):
            yield from re.findall(r'(?:href|src|srcset)="([^"\s]+)', token.content)


def _headings(document: Path) -> set[str]:
    """The anchors of a document's headings."""
    titles = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_nothing_that_a_document_links_to_is_missing(document):
    missing = []
    for link in _links(document):
        path, _, anchor = unquote(link).partition("#")
        target = document.parent / path if path else document
        if re.match(r"[a-z]+:", link):
            continue
        if not target.exists() or (anchor and anchor not in _headings(target)):
            missing.append(link)

    assert not missing


def test_links_were_found_at_all():
    assert sum(1 for document in DOCUMENTS for _ in _links(document)) >= 10
    assert len(DOCUMENTS) >= 5
