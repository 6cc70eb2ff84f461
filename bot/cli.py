"""The command line. Modules are imported by the commands that need them, so that ``--help`` and ``find`` are quick."""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import logging
import os
import sys
from collections import Counter
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from bot.config.env_file import load_env_file
from bot.config.settings import Settings, StartupError, parse_port

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from data.records import Show

LOGIN_NEEDED = "DISCORD_TOKEN is not set; README.md explains how to get a token"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code."""
    options = _parser().parse_args(arguments)
    from data import BrokenFacts

    try:
        return COMMANDS[options.command or "run"](options)
    except (StartupError, BrokenFacts) as error:
        logging.shutdown()  # so that the message below is the last line
        with suppress(OSError):
            print(error, file=sys.stderr)
        return 1
    finally:
        _discard_unwritable_log()


def _discard_unwritable_log() -> None:
    """Discard what cannot be written to stderr: Python would try once more at the end, and exit with code 120."""
    logging.shutdown()
    try:
        if sys.stderr:
            sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot" if Path(sys.argv[0]).name == "__main__.py" else None,
        description="A Discord bot that answers questions about a TV show from sourced facts.",
        epilog="Settings are environment variables or lines of a file .env; .env.example documents them.",
    )
    commands = parser.add_subparsers(dest="command", metavar="command", title="commands")
    commands.add_parser("run", help="connect to Discord's gateway, or start the preview if no token is set (default)")
    commands.add_parser("serve", help="serve Discord's HTTP interactions endpoint instead of using the gateway")
    preview = commands.add_parser("preview", help="try the bot in a browser, on a local Discord without an account")
    preview.add_argument("--port", help="port on 127.0.0.1 (default: PREVIEW_PORT); 0 takes any free port")
    preview.add_argument("--open", action="store_true", help="open the page in the browser")
    commands.add_parser("sync", help="register this version's commands with Discord and exit")
    commands.add_parser("render", help="draw all pictures in advance, into the folder CACHE")
    check = commands.add_parser("check", help="check the facts and the message catalogs and list all problems")
    check.add_argument("--links", action="store_true", help="visit every source, and list the dead and the moved")
    check.add_argument("--pause", type=float, default=1.0, help="with --links: seconds between two visits of a host")
    check.add_argument(
        "--age",
        type=int,
        nargs="?",
        const=12,
        metavar="MONTHS",
        help="list the facts that can change, and which are older than so many months (default: 12)",
    )
    check.add_argument("--progress", action="store_true", help="show how much of each file every language has")
    find = commands.add_parser("find", help="show which names a text finds, and why")
    find.add_argument("text", nargs="+", help="the text as a user would type it")
    ask = commands.add_parser("ask", help="show how a question is understood: clauses, queries, candidates and scores")
    ask.add_argument("question", nargs="+", help="the question as a user would type it")
    ask.add_argument("--language", default="", help="language of the answer (default: that of the facts)")
    return parser


def _settings() -> Settings:
    load_env_file(Path(".env"))
    return Settings.from_env(os.environ)


def _settings_with_token() -> Settings:
    settings = _settings()
    if not settings.discord_token:
        raise StartupError(LOGIN_NEEDED)
    return settings


def _run(options: argparse.Namespace) -> int:
    settings = _settings()
    if not settings.discord_token:
        print("DISCORD_TOKEN is not set: starting the preview instead. README.md explains how to get a token.")
        return _preview(options)
    from bot.run import run_gateway

    run_gateway(settings)
    return 0


def _serve(_options: argparse.Namespace) -> int:
    settings = _settings_with_token()
    from bot.run import run_http

    run_http(settings)
    return 0


def _preview(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot.run import run_preview

    port = settings.preview_port
    if text := getattr(options, "port", None):
        try:
            port = parse_port(text)
        except ValueError as problem:
            raise StartupError(f"--port: {problem}") from None
    run_preview(settings, port, open_browser=getattr(options, "open", False))
    return 0


def _sync(_options: argparse.Namespace) -> int:
    settings = _settings_with_token()
    from bot.run import sync_commands

    sync_commands(settings)
    return 0


def _render(_options: argparse.Namespace) -> int:
    settings = _settings()
    from bot.run import render_pictures

    return 1 if render_pictures(settings) else 0


def _check(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot.i18n import lint
    from data import load

    show = load(settings.show)
    if problems := lint.problems(
        [show.language, *(code for code, other in show.translations.items() if other.is_complete)]
    ):
        raise StartupError("\n".join(["Problems in the message catalogs:", *(f"  {problem}" for problem in problems)]))
    if signs := _missing_characters(show):
        raise StartupError("\n".join(["Pictures cannot show everything:", *(f"  {sign}" for sign in signs)]))
    _build_indexes(show, settings.cache)
    languages = ", ".join([show.language, *show.translations])
    print(f"{show.about.title.latin}: {len(show.sources)} sources, languages {languages}, no problems")
    if options.progress:
        _print_progress(settings.show, sorted(show.translations.keys() | lint.languages() - {show.language}))
    if options.age is not None:
        _print_age(show, options.age)
    return _check_links(show, options.pause) if options.links else 0


def _build_indexes(show: Show, cache: Path) -> None:
    """Build what questions are looked up in, so that the first start finds it."""
    from bot.domain.knowledge_base import KnowledgeBase

    KnowledgeBase(show, cache=cache).statement_indexes.build_missing()


def _missing_characters(show: Show) -> list[str]:
    """Return what no font has; nothing where the libraries that draw are not installed."""
    if not find_spec("uharfbuzz"):
        return []
    from bot.domain.knowledge_base import KnowledgeBase
    from bot.render import missing_characters

    return missing_characters(KnowledgeBase(show))


def _print_progress(folder: Path, languages: Sequence[str]) -> None:
    """Print a table of the files that are translated: how many per cent of its texts each language has."""
    from bot.domain.questions.lexicon import translated_share
    from bot.i18n import lint
    from data.translating import translated_shares

    columns: list[dict[str, tuple[int, int]]] = []
    for language in languages:
        messages = {f"locales/{file}": share for file, share in lint.translated_shares(language).items()}
        facts = {f"facts/{file}": share for file, share in translated_shares(folder, language).items()}
        files = messages | {"lexicon": translated_share(language)} | facts
        columns.append(files | {"all": (sum(a for a, _ in files.values()), sum(b for _, b in files.values()))})
    print(f"{'':26}" + "".join(f"{language:>7}" for language in languages))
    for name in columns[0] if columns else ():
        print(f"{name:26}" + "".join(f"{100 * done // whole:>6}%" for done, whole in (one[name] for one in columns)))


def _print_age(show: Show, months: int) -> None:
    from data.freshness import aging, months_since

    today = dt.datetime.now(dt.UTC).date()
    reviewed = show.about.version
    print(f"Reviewed as a whole on {reviewed}, {months_since(reviewed, today)} months ago.")
    facts = aging(show, today)
    old = [fact for fact in facts if fact.months >= months]
    for heading, listed in (
        (f"Can change, and {months} months old or older:", old),
        ("Can change, and newer:", facts[len(old) :]),
    ):
        if listed:
            print(heading)
        for fact in listed:
            print(f"  {fact.as_of}  {fact.months:>3} months  {fact.record}")


def _check_links(show: Show, pause: float) -> int:
    """Visit every source and print what is wrong; returns 1 if a page is dead or none can be reached."""
    from tqdm import tqdm

    from bot.operations.link_check import Outcome, Visit, visit_pages
    from data.freshness import citations

    sources = {source.url: key for key, source in show.sources.items()}
    visits: list[Visit] = []
    with tqdm(total=len(sources), unit="page", disable=None) as progress:  # None: a progress bar on a terminal only

        def visited(visit: Visit) -> None:
            visits.append(visit)
            progress.update()
            if progress.disable and (len(visits) % 50 == 0 or len(visits) == len(sources)):
                print(f"{len(visits)} of {len(sources)} pages visited", flush=True)

        asyncio.run(visit_pages(sources, visited, pause=pause))
    cited = citations(show)
    for outcome in (Outcome.DEAD, Outcome.MOVED, Outcome.UNCLEAR):
        for visit in sorted(one for one in visits if one.outcome is outcome):
            key = sources[visit.url]
            print(f"{outcome}: source {key} {visit.url} {visit.detail}; cited by {', '.join(cited[key])}")
    counts = Counter(visit.outcome for visit in visits)
    print(", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome))
    return 1 if counts[Outcome.DEAD] or not counts[Outcome.FOUND] + counts[Outcome.MOVED] else 0


def _find(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot.domain.knowledge_base import KnowledgeBase
    from data import load_cached

    knowledge = KnowledgeBase(load_cached(settings.show, settings.cache), cache=settings.cache)
    for kind, hits in knowledge.names.hits(" ".join(options.text)).items():
        print(f"/{kind}" if hits else f"/{kind}: no match")
        for hit in hits:
            print(f"  {hit.score:.3f}  {hit.reason:<12}  {hit.key}  ({hit.spelling.kind} {hit.spelling.text!r})")
    return 0


def _ask(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot.domain.knowledge_base import KnowledgeBase
    from bot.domain.questions import UnsureQuestion, to_path
    from bot.domain.questions.decision import decision
    from data import load_cached

    knowledge = KnowledgeBase(load_cached(settings.show, settings.cache), cache=settings.cache)
    answerer, question = knowledge.in_language(options.language).answerer, " ".join(options.question)
    limits = decision()
    language = answerer.segmenters.language_of(question, knowledge.in_language(options.language).library.show.language)
    print(f"language {language}, sure from {limits.sure}, near from {limits.near}")
    for reading in answerer.readings(question):
        print(f"{reading.text!r}: parser {reading.queries or reading.ambiguous or 'does not read it'}")
        for one in reading.candidates[:3]:
            told = " ".join(f"{name}={value:.2f}" for name, value in one.features.items() if value)
            print(f"  {one.confidence:.3f}  {'/'.join(one.place)}  {told}")
    try:
        print("answer:", *answerer.interpret(question))
    except UnsureQuestion as failure:
        print("offered:", *("/".join(to_path(queries)) for queries in failure.closest))
        print("further:", *("/".join(statement.place) for statement, _question in failure.further))
    except LookupError as failure:
        print(f"no answer: {failure!r}")
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": _run,
    "serve": _serve,
    "preview": _preview,
    "sync": _sync,
    "render": _render,
    "check": _check,
    "find": _find,
    "ask": _ask,
}
