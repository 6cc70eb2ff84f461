"""``make eval``: how well names are found and questions are answered, by the running bot on the local Discord.

The project's own cases stand beside this file. Samples from outside are judged as well when ``EVAL_SAMPLES`` (default
``../shared/eval``) holds them. ``make eval ARGS=lookup`` asks only that half.
``make eval ARGS="train FILE ..."`` fits the decision of ``/ask`` to development questions.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bot.app import FanBot
from bot.config.settings import SHOW
from bot.domain.knowledge_base import KnowledgeBase
from bot.interactions.responder import InteractionResponder
from bot.preview.client.client import LocalDiscord
from bot.preview.server.connect import redirect_discordpy
from data import load
from tools.eval.asking import LOCALES, MARKS, AskJudge
from tools.eval.lookup import LookupJudge
from tools.eval.training import train

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.eval.asking import Outcome as Answered
    from tools.eval.lookup import Outcome as Found

OWN = Path(__file__).parent
SAMPLES = Path(os.environ.get("EVAL_SAMPLES") or OWN.parents[2] / "shared" / "eval")


async def look_up(knowledge: KnowledgeBase) -> None:
    """Run the bot over the bundled show on the local Discord, and type every name."""
    async with LocalDiscord(response_deadline=60, answer_timeout=60) as discord:
        with redirect_discordpy(discord):
            async with FanBot(knowledge) as bot:
                running = asyncio.create_task(bot.start(discord.token))
                await discord.wait_for_bot()
                await bot.sync_commands()
                judge = LookupJudge(discord.client("Ann"), knowledge.library.show)
                for name, cases in _files("lookup*.yaml"):
                    print_lookups(name, [await judge.judged(case) for case in cases])
                await bot.close()
                running.cancel()


def main(halves: Sequence[str]) -> None:
    """Evaluate one half or both."""
    knowledge = KnowledgeBase(load(SHOW))
    if halves[:1] == ["train"]:
        cases = [case for case in _cases(OWN / "ask.yaml") if case["refuse"]]
        cases += [case for path in halves[1:] for case in _cases(Path(path)) if not case.get("unseen")]
        print(train(knowledge, cases))
        return
    if "lookup" in halves:
        asyncio.run(look_up(knowledge))
    if "ask" in halves:
        judge = AskJudge(InteractionResponder(knowledge))
        for name, cases in _files("ask*.yaml"):
            print_answers(name, [judge.judged(case) for case in cases])
        print_pace(knowledge, [case for _name, cases in _files("ask*.yaml") for case in cases])


def _files(pattern: str) -> Iterable[tuple[str, list[dict[str, Any]]]]:
    for folder in (OWN, SAMPLES):
        for path in sorted(folder.glob(pattern)):
            cases = _cases(path)
            if served := [case for case in cases if case.get("lang", "en") in LOCALES]:
                yield f"{path.parent.name}/{path.name}", served


def _cases(path: Path) -> list[dict[str, Any]]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def print_lookups(name: str, outcomes: list[Found]) -> None:
    """Top-1, top-5 and direct hits by kind, then what went wrong."""
    print(f"\n{name}: {len(outcomes)} texts\n{'kind':18} {'n':>4} {'top-1':>6} {'top-5':>6} {'direct':>6}")
    for kind, some in [*_by_kind(outcomes), ("all", outcomes)]:
        shares = [sum(getattr(one, field) for one in some) / len(some) for field in ("top1", "top5", "direct")]
        print(f"{kind:18} {len(some):4} " + " ".join(f"{share:6.1%}" for share in shares))
    for one in outcomes:
        if not one.good:
            misses = [field for field in ("top1", "top5", "direct") if not getattr(one, field)]
            print(f"  {one.kind} {one.said}: misses {', '.join(misses)}; {one.shown}")


def print_answers(name: str, outcomes: list[Answered]) -> None:
    """Shares of each mark by kind and language, then what was not right, wrong ones first."""
    print(f"\n{name}: {len(outcomes)} questions\n{'':18} {'n':>4} " + " ".join(f"{mark:>8}" for mark in MARKS))
    languages = [(lang, [one for one in outcomes if one.language == lang]) for lang in _languages(outcomes)]
    for kind, some in [*_by_kind(outcomes), *languages, ("all", outcomes)]:
        shares = [sum(one.mark == mark for one in some) / len(some) for mark in MARKS]
        print(f"{kind:18} {len(some):4} " + " ".join(f"{share:8.1%}" for share in shares))
    for one in sorted(outcomes, key=lambda one: -MARKS.index(one.mark)):
        if one.mark != "right":
            shown = one.shown.replace("\n", " ⏎ ")[:200]
            print(f"  {one.mark} {one.kind} {one.said!r}: {one.why}; shown: {shown}")


def _languages(outcomes: Iterable[Answered]) -> list[str]:
    return list(dict.fromkeys(one.language for one in outcomes))


def print_pace(knowledge: KnowledgeBase, cases: list[dict[str, Any]]) -> None:
    """How long understanding and looking up take, without Discord."""
    took: list[float] = []
    for case in cases:
        start = time.perf_counter()
        with suppress(LookupError):  # a refusal, which takes its time as well
            knowledge.in_language(case["lang"]).answerer.interpret(case["question"])
        took.append((time.perf_counter() - start) * 1000)
    print(f"\n{len(took)} questions: median {statistics.median(took):.2f} ms, slowest {max(took):.2f} ms")


def _by_kind(outcomes: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    kinds: dict[str, list[Any]] = defaultdict(list)
    for one in outcomes:
        kinds[one.kind].append(one)
    return list(kinds.items())


if __name__ == "__main__":
    main(sys.argv[1:] or ["lookup", "ask"])
