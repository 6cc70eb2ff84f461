"""``make eval``: how well names are found and questions are answered, by the running bot on the local Discord.

The project's own cases stand beside this file. Samples from outside are judged as well when ``EVAL_SAMPLES`` (default
``../shared/eval``) holds them. ``make eval ARGS=lookup`` asks only that half; ``ARGS="ask FILE ..."`` judges these
files instead, and ``--seen`` or ``--unseen`` only the cases that are, or are not, for development.
``make eval ARGS="train FILE ..."`` fits the decision of ``/ask`` to development questions.
"""

from __future__ import annotations

import argparse
import asyncio
import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bot.app import FanBot
from bot.config.settings import CACHE, SHOW
from bot.domain.knowledge_base import KnowledgeBase
from bot.i18n.catalog import languages
from bot.interactions.responder import InteractionResponder
from bot.preview.client.client import LocalDiscord
from bot.preview.server.connect import redirect_discordpy
from data import load
from tools.bench.ask import Question, ask, memory
from tools.eval.asking import MARKS, AskJudge, Mark, locale_of
from tools.eval.lookup import LookupJudge
from tools.eval.training import train

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.eval.asking import Outcome as Answered
    from tools.eval.lookup import Outcome as Found

COLUMNS: dict[str, set[Mark]] = {
    "right": {"right"},
    "right or offered": {"right", "offered"},
    "refused": {"refused"},
    "beside or wrong": {"beside", "wrong"},
}
OWN = Path(__file__).parent
Samples = list[tuple[str, list[dict[str, Any]]]]
SAMPLES = Path(os.environ.get("EVAL_SAMPLES") or OWN.parents[2] / "shared" / "eval")


def main(arguments: Sequence[str] | None = None) -> None:
    """Evaluate one half or both, or train."""
    parser = argparse.ArgumentParser(prog="python -m tools.eval", description=__doc__)
    parser.add_argument("half", nargs="?", choices=["lookup", "ask", "train"])
    parser.add_argument("files", nargs="*", type=Path)
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--seen", dest="unseen", action="store_const", const=False)
    group.add_argument("--unseen", dest="unseen", action="store_const", const=True)
    chosen = parser.parse_intermixed_args(arguments)
    knowledge = KnowledgeBase(load(SHOW), cache=CACHE / "eval")
    if chosen.half == "train":
        own = [case for path in sorted(OWN.glob("ask*.yaml")) for case in _cases(path)]
        print(train(knowledge, [case for path in chosen.files for case in _cases(path, unseen=False)], own))
    if chosen.half in {"lookup", None}:
        asyncio.run(look_up(knowledge, _samples("lookup*.yaml", chosen)))
    if chosen.half in {"ask", None}:
        samples = _samples("ask*.yaml", chosen)
        judge = AskJudge(InteractionResponder(knowledge))
        for name, cases in samples:
            print_answers(name, [judge.judged(case) for case in cases])
        if not chosen.files:
            asked = [
                Question("samples", locale_of(case), case["question"]) for _name, cases in samples for case in cases
            ]
            print(f"\n{ask(asked)}\n\n{memory()}")


async def look_up(knowledge: KnowledgeBase, samples: Samples) -> None:
    """Run the bot over the bundled show on the local Discord, and type every name."""
    async with LocalDiscord(response_deadline=60, answer_timeout=60) as discord:
        with redirect_discordpy(discord):
            async with FanBot(knowledge) as bot:
                running = asyncio.create_task(bot.start(discord.token))
                await discord.wait_for_bot()
                await bot.sync_commands()
                judge = LookupJudge(discord.client("Ann"), knowledge.library.show)
                for name, cases in samples:
                    print_lookups(name, [await judge.judged(case) for case in cases])
                await bot.close()
                running.cancel()


def _samples(pattern: str, chosen: argparse.Namespace) -> Samples:
    """The cases of each file that are in a language of the bot and in the chosen part."""
    found: Samples = []
    for path in chosen.files or [path for folder in (OWN, SAMPLES) for path in sorted(folder.glob(pattern))]:
        if cases := _cases(path, chosen.unseen):
            found.append((f"{path.parent.name}/{path.name}", cases))
    return found


def _cases(path: Path, unseen: bool | None = None) -> list[dict[str, Any]]:
    """The cases of a file in languages that the bot has; all, or those that are or are not kept unseen."""
    return [
        case
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
        if case.get("lang", "en").partition("-")[0] in languages()
        and (unseen is None or bool(case.get("unseen")) == unseen)
    ]


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
    """Shares of marks by kind and language, then what was not right, wrong ones first."""
    print(f"\n{name}: {len(outcomes)} questions\n{'':18} {'n':>4} " + " ".join(f"{title:>16}" for title in COLUMNS))
    languages = [(lang, [one for one in outcomes if one.language == lang]) for lang in _languages(outcomes)]
    for kind, some in [*_by_kind(outcomes), *languages, ("all", outcomes)]:
        shares = [sum(one.mark in marks for one in some) / len(some) for marks in COLUMNS.values()]
        print(f"{kind:18} {len(some):4} " + " ".join(f"{share:16.1%}" for share in shares))
    for one in sorted(outcomes, key=lambda one: -MARKS.index(one.mark)):
        if one.mark != "right":
            shown = one.shown.replace("\n", " ⏎ ")[:200]
            print(f"  {one.mark} {one.kind} {one.said!r}: {one.why}; shown: {shown}")


def _languages(outcomes: Iterable[Answered]) -> list[str]:
    return list(dict.fromkeys(one.language for one in outcomes))


def _by_kind(outcomes: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    kinds: dict[str, list[Any]] = defaultdict(list)
    for one in outcomes:
        kinds[one.kind].append(one)
    return list(kinds.items())


if __name__ == "__main__":
    main()
