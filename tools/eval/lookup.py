"""Judges what ``/cast`` and ``/ost`` make of typed text: what they suggest, and what they open unpicked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tools.eval.reading import bare, heading, labels

if TYPE_CHECKING:
    from bot.preview.client.client import Answer, UserClient
    from data.records import Show

OPTIONS = {"cast": "who", "ost": "track"}
SEVERAL = {"ambiguous", "prefix", "half-typed", "choseong"}
"""Kinds of text that may fit several cards, so that asking back is right as well."""


@dataclass
class Outcome:
    """How one text fared; ``shown`` says what came instead, for the list of what went wrong."""

    kind: str
    said: str
    top1: bool
    top5: bool
    direct: bool
    shown: str

    @property
    def good(self) -> bool:
        """Whether nothing is to be listed."""
        return self.top1 and self.top5 and self.direct


class LookupJudge:
    """Types and submits as a fan does. Knows which names are those of somebody's younger self: another card."""

    def __init__(self, fan: UserClient, show: Show) -> None:
        self._fan = fan
        self._younger = {
            bare(name)
            for member in show.members
            if member.billing == "child" and not member.after_episode
            for name in member.character.forms
        }

    async def judged(self, case: dict[str, Any]) -> Outcome:
        """Autocomplete first, then the text as it stands."""
        command, typed = case["command"], case["typed"]
        choices = [name for name, _value in await self._fan.autocomplete(command, OPTIONS[command], typed)]
        answer = await self._fan.slash(command, **{OPTIONS[command]: typed})
        said = f"/{command} {typed!r}"
        shown = f"suggested {choices[:5]}, opened {heading(answer)!r}"
        if case["none"]:
            nothing = case["kind"] == "negative-blank" or not choices
            return Outcome(case["kind"], said, nothing, nothing, self._opens_nobody(case, answer), shown)
        groups = case.get("expect_all") or [case["expect"]]
        top1 = bool(choices) and any(self._hits(group, choices[0]) for group in groups)
        top5 = all(any(self._hits(group, one) for one in choices[:5]) for group in groups)
        return Outcome(case["kind"], said, top1, top5, self._opens(case, answer), shown)

    def _opens(self, case: dict[str, Any], answer: Answer) -> bool:
        if not answer.ephemeral:
            return self._hits(case["expect"], heading(answer))
        return case["kind"] in SEVERAL and any(self._hits(case["expect"], label) for label in labels(answer))

    def _opens_nobody(self, case: dict[str, Any], answer: Answer) -> bool:
        if case["kind"] != "negative-blank":
            return answer.ephemeral
        return not any(bare(label) and bare(heading(answer)) in bare(label) for label in labels(answer))

    def _hits(self, expected: list[str], shown: str) -> bool:
        text = bare(shown)
        named = [name for name in map(bare, expected) if name in text]
        younger = [name for name in self._younger if name in text]
        meant = any(young in bare(name) for young in self._younger for name in expected)
        return bool(named) and (meant or not younger)
