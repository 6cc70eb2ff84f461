"""Judges what ``/ask`` answers, by what a reader sees first.

``right`` leads with the answer; ``offered`` is private and holds it, or is one press away from it; ``refused`` says
that it does not know; ``beside`` is public with the answer further down; ``wrong`` is everything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import orjson

from bot.cards.address import Address
from bot.domain.questions import to_path
from bot.interactions.request import MESSAGE_EPHEMERAL, InteractionRequest, RequestKind
from tools.eval.reading import barred, closed, leading, pressed, texts

if TYPE_CHECKING:
    from bot.domain.questions.query import Queries
    from bot.interactions.responder import InteractionResponder

SAYS_SO = re.compile(
    r"don.?t know|no answer|can.?t answer|cannot answer|I only know|not known|모르|모릅|찾지 못|알 수 없"
    r"|no (?:lo |la )?sé|no me consta|わかりません|分かりません|知りません",
    re.IGNORECASE,
)
"""How a refusal reads."""
PRESSES = 5
"""So many buttons and options are tried."""
ENGLISH = {"en": "en-US"}
"""The locale of Discord for a language of the cases, where its name is another one."""

Mark = Literal["right", "offered", "refused", "beside", "wrong"]
MARKS: tuple[Mark, ...] = ("right", "offered", "refused", "beside", "wrong")


@dataclass
class Outcome:
    """How one question fared, and what is to be said about it."""

    kind: str
    language: str
    said: str
    mark: Mark
    why: str
    shown: str


@dataclass
class Shown:
    """A response: whether only the asker sees it, and its components."""

    private: bool
    components: list[Any]

    @property
    def text(self) -> str:
        """Everything that is visible."""
        return "\n".join(texts(self.components))


class AskJudge:
    """Asks as fans do, each in the own language."""

    def __init__(self, responder: InteractionResponder) -> None:
        self._responder = responder
        self._leading = cache(self._leading_text)

    def leads(self, case: dict[str, Any], queries: Queries) -> bool:
        """Whether the answer to some queries would lead with what a case asks for."""
        return not case["refuse"] and not _missing(case, self._leading(locale_of(case), queries))

    def _leading_text(self, locale: str, queries: Queries) -> str:
        address = Address.to("ask", *to_path(queries))
        return leading(self._shown(RequestKind.COMPONENT, address.custom_id(), locale, {}).components)

    def judged(self, case: dict[str, Any]) -> Outcome:
        """One question and its answer."""
        locale = locale_of(case)
        shown = self._shown(RequestKind.COMMAND, "ask", locale, {"question": case["question"]})
        mark, why = _refusal(case, shown) if case["refuse"] else self._answer(case, shown, locale)
        return Outcome(case["kind"], case["lang"], case["question"], mark, why, shown.text)

    def _answer(self, case: dict[str, Any], shown: Shown, locale: str) -> tuple[Mark, str]:
        """Judge the answer to a question that has one."""
        if leaked := _found(case["must_not"], closed(shown.text)):
            return "wrong", f"shows {leaked!r}"
        missing = _missing(case, leading(shown.components))
        if not shown.private:
            if not missing:
                return "right", ""
            if not _missing(case, shown.text):
                return "beside", f"does not lead with {missing!r}"
            return ("refused" if SAYS_SO.search(leading(shown.components)) else "wrong"), f"lacks {missing!r}"
        presses = [one if ":" in one else Address.parse(one).custom_id() for one in pressed(shown.components)]
        opened = [self._shown(RequestKind.COMPONENT, one, locale, {}) for one in presses[:PRESSES]]
        held = [shown.text, *(leading(one.components) for one in opened)]
        return ("refused", f"lacks {missing!r}") if all(_missing(case, text) for text in held) else ("offered", "")

    def _shown(self, kind: RequestKind, name: str, locale: str, options: dict[str, Any]) -> Shown:
        response = self._responder.decide(InteractionRequest("0", "", kind, name, locale, 0, options)).body
        data = orjson.loads(response.parts[0])["data"]
        return Shown(bool(data["flags"] & MESSAGE_EPHEMERAL), data["components"])


def locale_of(case: dict[str, Any]) -> str:
    """The locale of Discord of somebody who asks in the language of a case."""
    language: str = case["lang"]
    return ENGLISH.get(language, language)


def _refusal(case: dict[str, Any], shown: Shown) -> tuple[Mark, str]:
    """Judge the answer to a question that has none."""
    if leaked := _found(case["must_not"], shown.text):
        return "wrong", f"says {leaked!r}"
    if shown.private or SAYS_SO.search(shown.text):
        return "right", ""
    if case["must"] and not _missing(case, leading(shown.components)):
        return "right", ""
    return "wrong", "answers what has no answer"


def _missing(case: dict[str, Any], text: str) -> str:
    """The first pattern that does not stand where it must; empty where all do."""
    places = barred(text) if case.get("spoiler") else [text]
    patterns: list[str] = case["must"]
    return next((one for one in patterns if not any(re.search(one, place, re.IGNORECASE) for place in places)), "")


def _found(patterns: list[str], text: str) -> str:
    return next((found[0] for one in patterns if (found := re.search(one, text, re.IGNORECASE))), "")
