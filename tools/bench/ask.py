"""How long ``/ask`` takes for 10,000 questions, and how much memory it needs."""

from __future__ import annotations

import gc
import json
import random
import subprocess
import sys
import time
from collections import deque
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import psutil

from bot.config.settings import CACHE, SHOW
from bot.domain.knowledge_base import KnowledgeBase
from bot.domain.library import Library
from bot.domain.questions.answerer import Answerer
from bot.domain.questions.entity_linker import EntityLinker
from bot.domain.questions.languages import Segmenters
from bot.domain.questions.statement_indexes import StatementIndexes
from bot.domain.questions.statements import statements
from bot.domain.search.name_index import NameIndex
from bot.i18n.catalog import language_of, languages
from bot.interactions.request import InteractionRequest, RequestKind
from bot.interactions.responder import InteractionResponder
from bot.run import freeze_heap
from data import load_cached

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from data.records import Show

QUESTIONS = 10_000
FIRST = "the first one in a language, which reads its texts"
LONGEST = 6_000
"""Characters that Discord lets a fan type into an option."""
LETTERS = {
    "latin": [chr(code) for code in range(ord("a"), ord("z") + 1)],
    "hangul": [chr(code) for code in range(ord("가"), ord("힣") + 1)],
    "jamo": [chr(code) for code in range(ord("ㄱ"), ord("ㅣ") + 1)],
    "kana": [chr(code) for code in range(ord("ぁ"), ord("ヿ") + 1)],
    "han": [chr(code) for code in range(ord("一"), ord("鿋") + 1)],
    "cyrillic": [chr(code) for code in range(ord("а"), ord("я") + 1)],
    "digits": list("0123456789.,%"),
}
CHATTER = (
    "hi!",
    "omg lol",
    "thanks so much 🙏",
    "ㅋㅋㅋ",
    "안녕하세요.",
    "감사합니다!",
    "こんにちは。",
    "ありがとう！",
    "hola!",
)
BORDERS = (" ", ", ", ". ", "? ", "! ", "\n", " - ", "; ", "、", "。", " and ", " pero ", " ㅋㅋ ")


class Question(NamedTuple):
    """What somebody asks, and of which kind it is."""

    kind: str
    locale: str
    text: str


def questions(show: Show, cases: Sequence[Question], seed: int = 1) -> list[Question]:
    """10,000 questions: the ``cases``, what the statements of the facts answer, and what is hard to read."""
    dice = random.Random(seed)  # noqa: S311 - questions, no secrets
    forms = {
        locale: [form for one in statements(show.translations.get(language, show)) for form in one.forms]
        for language in sorted(languages())
        if (locale := "en-US" if language == "en" else language)
    }
    kinds: dict[str, tuple[int, Callable[[list[str]], str]]] = {
        "a question of the facts": (30, dice.choice),
        "with a typo": (20, lambda some: _mistyped(dice, dice.choice(some))),
        "with chatter": (12, lambda some: " ".join((dice.choice(CHATTER), dice.choice(some), dice.choice(CHATTER)))),
        "two or three questions": (12, lambda some: " ".join(dice.sample(some, dice.randint(2, 3)))),
        "many clauses": (8, lambda some: _long(dice, some, 500)),
        "as long as can be": (6, lambda some: _long(dice, some, LONGEST)),
        "words in disorder": (6, lambda some: _shuffled(dice, " ".join(dice.sample(some, 6)))),
        "junk": (6, lambda _some: _junk(dice)),
    }
    found = list(cases)
    while len(found) < QUESTIONS:
        (kind,) = dice.choices(list(kinds), [share for share, _make in kinds.values()])
        locale = dice.choice(list(forms))
        found.append(Question(kind, locale, kinds[kind][1](forms[locale])))
    dice.shuffle(found)
    return found


def _mistyped(dice: random.Random, text: str) -> str:
    """A text with one or two letters left out, doubled, swapped or replaced."""
    for _ in range(dice.randint(1, 2)):
        at = dice.randrange(max(len(text) - 1, 1))
        one, two = text[at : at + 1], text[at + 1 : at + 2]
        text = text[:at] + dice.choice(["", one + one, two + one, dice.choice(text)]) + text[at + 1 :]
    return text


def _shuffled(dice: random.Random, text: str) -> str:
    words = text.split()
    dice.shuffle(words)
    return " ".join(words)


def _long(dice: random.Random, some: list[str], most: int) -> str:
    parts = chain.from_iterable((dice.choice(some).rstrip("?？"), dice.choice(BORDERS)) for _ in range(most // 8))
    return "".join(parts)[: dice.randint(most // 2, most)]


def _junk(dice: random.Random) -> str:
    """Letters of one script or of all, with blanks or without, up to any length."""
    letters = list(chain.from_iterable(dice.sample(list(LETTERS.values()), dice.choice([1, 1, 1, 2, len(LETTERS)]))))
    letters += [" "] * (len(letters) // 5 * dice.randint(0, 1)) + [","] * (len(letters) // 20 * dice.randint(0, 1))
    return "".join(dice.choices(letters, k=dice.choice([5, 20, 80, 300, LONGEST])))


def ask(cases: Sequence[Question] = ()) -> str:
    """Return a table of the CPU milliseconds that the answers to 10,000 questions take."""
    knowledge = KnowledgeBase(load_cached(SHOW, CACHE), cache=CACHE)
    asked = questions(knowledge.library.show, cases)
    responder = InteractionResponder(knowledge)
    deque(knowledge.warm_up(), 0)
    freeze_heap()
    took: dict[str, list[float]] = {}
    known: set[str] = set()
    for number, (kind, locale, text) in enumerate(asked):
        request = InteractionRequest(str(number), "", RequestKind.COMMAND, "ask", locale, 0, {"question": text})
        began = time.process_time()
        responder.decide(request)
        took.setdefault(kind if locale in known else FIRST, []).append((time.process_time() - began) * 1000)
        known.add(locale)
    lines = ["| `/ask`, from request to response | n | p50, CPU ms | p99 | worst |", "|---|---|---|---|---|"]
    for kind, some in (*took.items(), ("all", list(chain.from_iterable(took.values())))):
        some.sort()
        cuts = (some[len(some) // 2], some[len(some) * 99 // 100], some[-1])
        lines.append(f"| {kind} | {len(some):,} | {' | '.join(f'{cut:.2f}' for cut in cuts)} |")
    return "\n".join(lines)


def memory() -> str:
    """Return a table of what each part that questions need adds to the memory of a process of its own."""
    asked = questions(load_cached(SHOW, CACHE), ())[:1000]  # made here: 10,000 questions take 8 MiB themselves
    lines = "\n".join(map(json.dumps, asked))
    command = (sys.executable, "-m", __name__)
    return subprocess.run(command, check=True, capture_output=True, text=True, input=lines).stdout  # noqa: S603


def print_memory() -> None:
    """Print what :func:`memory` returns; in a process that has loaded nothing else. The questions are the input."""
    lines = ["| Memory | MiB | more |", "|---|---|---|"]
    usage = psutil.Process()
    sizes = [0.0]

    def note(part: str) -> None:
        gc.collect()
        sizes.append(usage.memory_info().rss / 2**20)
        lines.append(f"| {part} | {sizes[-1]:.1f} | {sizes[-1] - sizes[-2]:.1f} |")

    gc.disable()
    show = load_cached(SHOW, CACHE)
    for _step in chain(show.translations.values(), NameIndex(show).warm_up()):
        pass
    freeze_heap()
    note("facts in all languages, search for names")
    names = EntityLinker(Library(show))
    deque(names.warm_up(), 0)
    note("names in questions")
    segmenters = Segmenters(show, names)
    deque(segmenters.warm_up(), 0)
    note("lexicons")
    indexes = StatementIndexes(show, segmenters, CACHE)
    for language in indexes.languages:
        indexes[language].knows("")
    note("indexes of the statements")
    shows = {one.language: one for one in (show, *show.translations.values())}
    answerers = {one: Answerer(Library(shows[one]), Library(show), segmenters, indexes) for one in shows}
    for line in sys.stdin:
        _kind, locale, text = json.loads(line)
        with suppress(LookupError):
            answerers[language_of(locale)].answer(answerers[language_of(locale)].interpret(text))
    note("1,000 questions")
    lines.append(f"| all of `/ask` | | {sizes[-1] - sizes[1]:.1f} |")
    print("\n".join(lines))


if __name__ == "__main__":
    print_memory()
