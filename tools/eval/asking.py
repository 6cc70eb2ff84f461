"""Judges what ``/ask`` answers: right, wrong, or refused although there is an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from tools.eval.reading import barred, closed, visible

if TYPE_CHECKING:
    from bot.preview.client.client import Answer, UserClient

SAYS_SO = re.compile(
    r"don.?t know|no answer|can.?t answer|cannot answer|I only know|not known|모르|모릅|찾지 못|알 수 없", re.IGNORECASE
)
"""How a refusal reads."""

Mark = Literal["right", "refused", "wrong"]


@dataclass
class Outcome:
    """How one question fared, and what is to be said about it."""

    kind: str
    said: str
    mark: Mark
    why: str
    shown: str


class AskJudge:
    """Asks as fans do, each in the own language."""

    def __init__(self, fans: dict[str, UserClient]) -> None:
        self._fans = fans

    async def judged(self, case: dict[str, Any]) -> Outcome:
        """One question and its answer."""
        answer = await self._fans[case["lang"]].slash("ask", question=case["question"])
        text = visible(answer)
        mark, why = refusal(case, answer, text) if case["refuse"] else answered(case, answer, text)
        return Outcome(case["kind"], case["question"], mark, why, text)


def refusal(case: dict[str, Any], answer: Answer, text: str) -> tuple[Mark, str]:
    """Judge the answer to a question that has none."""
    if leaked := _found(case["must_not"], text):
        return "wrong", f"says {leaked!r}"
    if answer.ephemeral or SAYS_SO.search(text):
        return "right", ""
    if case["must"] and not _missing(case["must"], [text]):
        return "right", ""
    return "wrong", "answers what has no answer"


def answered(case: dict[str, Any], answer: Answer, text: str) -> tuple[Mark, str]:
    """Judge the answer to a question that has one."""
    if answer.failed or answer.shown is None:
        return "wrong", "no answer came"
    if leaked := _found(case["must_not"], closed(text)):
        return "wrong", f"shows {leaked!r}"
    places = barred(text) if case.get("spoiler") else [text]
    if missing := _missing(case["must"], places):
        refused = answer.ephemeral or (SAYS_SO.search(text) and case["kind"] != "season-2")
        return "refused" if refused else "wrong", f"lacks {missing!r}"
    return "right", ""


def _missing(patterns: list[str], places: list[str]) -> str:
    return next((one for one in patterns if not any(re.search(one, place, re.IGNORECASE) for place in places)), "")


def _found(patterns: list[str], text: str) -> str:
    return next((found[0] for one in patterns if (found := re.search(one, text, re.IGNORECASE))), "")
