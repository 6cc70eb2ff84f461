"""How a typed line becomes a command and its option."""

from __future__ import annotations

from typing import Any

import pytest

from bot.preview.client.command_picker import PickerEntry, parse_line


def option(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "type": 3, **more}


ENTRIES = [
    PickerEntry("ask", "", [option("private"), option("question", required=True)]),
    PickerEntry("cast", "", [option("who"), option("private")]),
    PickerEntry("help", "", []),
    PickerEntry("quiz", "", []),
    PickerEntry("quiz daily", "", [option("level")]),
]


@pytest.mark.parametrize(
    ("line", "command", "typed"),
    [
        ("/ask what is the highest rated episode", "ask", {"question": "what is the highest rated episode"}),
        ("  /ask  who?  ", "ask", {"question": "who?"}),
        ("/Ask who?", "ask", {"question": "who?"}),
        ("/ask /cast", "ask", {"question": "/cast"}),
        ("/ask", "ask", {}),
        ("/cast", "cast", {}),
        ("/cast ㅅㅇㅈ", "cast", {"who": "ㅅㅇㅈ"}),
        ("/help me", "help", {}),
        ("/quiz daily", "quiz daily", {}),
        ("/quiz daily hard", "quiz daily", {"level": "hard"}),
        ("/quiz dailyhard", "quiz", {}),
    ],
)
def test_a_line_that_begins_with_a_command_runs_it(line: str, command: str, typed: dict[str, str]) -> None:
    assert parse_line(line, ENTRIES) == (command, typed)


@pytest.mark.parametrize("line", ["", "/", "hello", "ask me", "see /ask", "/asking", "/castle x", "//ask x", "/ ask x"])
def test_any_other_line_is_a_message(line: str) -> None:
    assert parse_line(line, ENTRIES) is None
