"""How the house is built: imports point one way, code holds no facts, and nothing happens on import."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from data.scripts import LATIN, script_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records import Show

ROOT = Path(__file__).parents[2]
OURS = ("bot", "data")

LAYERS = tuple(
    layer.split()
    for layer in (
        "data",
        "bot.domain",
        "bot.i18n",
        "bot.cards",
        "bot.interactions",
        "bot.cogs",
        "bot.app bot.command_tree",
        "bot.transports",
        "bot.cli bot.run bot.render bot.preview bot.__main__",
    )
)
"""From the facts up to the command line: a module imports what stands before it, or beside it."""

LEAVES = {"bot.pictures", "bot.operations", "bot.config", "bot.storage", "bot.discordpy"}
"""Rooms that are passed in: every layer may import them, and they import no layer."""

MOST_LOOSE = 7
"""Modules that may lie in ``bot`` outside a folder."""

UNAWARE = {
    "data": {"bot", "discord", "aiohttp"},
    "bot.domain": {"bot.cards", "bot.i18n", "discord", "aiohttp"},
    "bot.pictures": {"bot.cards", "bot.i18n", "bot.domain", "data", "discord", "aiohttp"},
    "bot.i18n": {"bot.cards", "data", "aiohttp"},
    "bot.cogs": {"bot.domain", "data", "aiohttp"},
    "bot.preview.server": {"bot.cards", "bot.i18n", "bot.domain", "bot.cogs", "bot.app", "bot.pictures", "data"},
    "bot.preview.client": {"bot.cards", "bot.i18n", "bot.domain", "bot.cogs", "bot.app", "bot.pictures", "data"},
    "bot.preview.page": {"bot.cards", "bot.i18n", "bot.domain", "bot.cogs", "bot.app", "bot.pictures", "data"},
}
"""What a room does not import, not even for its types; only cogs may name the types that they are handed."""

PREVIEWING = {"bot.run"}
"""Who may start a local Discord."""


class Module(NamedTuple):
    """A module of ours and what it imports: when it runs, and only for its types."""

    name: str
    path: Path
    imports: frozenset[str]
    for_types: frozenset[str]

    @property
    def room(self) -> str:
        """The folder in ``bot``, or the module beside the folders."""
        return room(self.name)

    @property
    def all_imports(self) -> frozenset[str]:
        """Everything it imports, for its types too."""
        return self.imports | self.for_types


def room(name: str) -> str:
    """Return the folder in ``bot``, or the module beside the folders, that a dotted name belongs to."""
    return "data" if name.split(".", maxsplit=1)[0] == "data" else ".".join(name.split(".")[:2])


class _Imports(ast.NodeVisitor):
    def __init__(self) -> None:
        self.found: set[str] = set()
        self.for_types: set[str] = set()

    def visit_If(self, node: ast.If) -> None:
        if ast.unparse(node.test) != "TYPE_CHECKING":
            self.generic_visit(node)
            return
        inner = _Imports()
        inner.generic_visit(node)
        self.for_types |= inner.found

    def visit_Import(self, node: ast.Import) -> None:
        self.found |= {alias.name for alias in node.names}

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        assert not node.level, "imports are written whole"
        self.found |= {f"{node.module}.{alias.name}" for alias in node.names}


@cache
def modules() -> tuple[Module, ...]:
    found: list[Module] = []
    for path in sorted(path for package in OURS for path in (ROOT / package).rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        imports = _Imports()
        imports.visit(ast.parse(path.read_text(encoding="utf-8")))
        found.append(Module(name, path, frozenset(imports.found), frozenset(imports.for_types)))
    return tuple(found)


def below(name: str, packages: set[str] | frozenset[str]) -> set[str]:
    """The packages that a dotted name is, or is in."""
    return {package for package in packages if f"{name}.".startswith(f"{package}.")}


def test_every_module_belongs_to_a_layer_or_is_a_leaf() -> None:
    known = {one for layer in LAYERS for one in layer} | LEAVES

    assert len(modules()) > 60
    assert {module.room for module in modules()} - {"bot"} <= known


def test_imports_point_one_way() -> None:
    ranks = {one: rank for rank, layer in enumerate(LAYERS) for one in layer}
    wrong = [
        f"{module.name} imports {name}"
        for module in modules()
        for name in module.all_imports
        if (there := room(name)) in ranks and there != module.room
        if module.room in LEAVES or ranks[there] > ranks.get(module.room, 0)
    ]

    assert wrong == []


def test_few_modules_lie_outside_the_folders() -> None:
    loose = [module.name for module in modules() if module.path.parent == ROOT / "bot" and module.name != "bot"]

    assert len(loose) <= MOST_LOOSE


@pytest.mark.parametrize("layer", UNAWARE)
def test_a_layer_knows_nothing_of_what_is_none_of_its_business(layer: str) -> None:
    inside = [module for module in modules() if below(module.name, {layer})]
    seen = [
        f"{module.name} imports {name}"
        for module in inside
        for name in module.imports | (frozenset() if layer == "bot.cogs" else module.for_types)
        if below(name, UNAWARE[layer])
    ]

    assert inside
    assert seen == []


def circles(graph: dict[str, set[str]]) -> list[str]:
    """Return the first circle that is met from each node of a graph."""
    found: list[str] = []
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        if name in way:
            found.append(" -> ".join([*way[way.index(name) :], name]))
        elif name not in done:
            for inner in sorted(graph[name] - {name}):
                visit(inner, (*way, name))
            done.add(name)

    for name in graph:
        visit(name, ())
    return found


def test_no_modules_import_each_other_in_a_circle() -> None:
    names = frozenset(module.name for module in modules())
    graph = {module.name: {_module(name, names) for name in module.all_imports} & names for module in modules()}

    assert circles(graph) == []


def test_no_rooms_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {module.room: set() for module in modules()}
    for module in modules():
        graph[module.room] |= {room(name) for name in module.all_imports} & graph.keys()

    assert circles(graph) == []


def test_a_circle_would_be_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == ["a -> b -> c -> a"]


def _module(name: str, names: frozenset[str]) -> str:
    """The module that an imported name is, or is in; a name that a package hands on is the package's own."""
    return name if name in names else name.rpartition(".")[0]


def test_only_the_trial_and_the_command_line_start_a_local_discord() -> None:
    users = {module.name for module in modules() if any(below(name, {"bot.preview"}) for name in module.imports)}

    assert {name for name in users if not name.startswith("bot.preview")} <= PREVIEWING
    assert len(users) > len(PREVIEWING)


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr.replace("audioop", "")


def test_every_module_can_be_imported_without_an_environment_and_in_silence() -> None:
    names = [module.name for module in modules()]
    code = f"import importlib, warnings; warnings.simplefilter('ignore'); [importlib.import_module(n) for n in {names}]"

    assert len(names) > 60
    assert _run(code) == ""


def test_a_bot_that_runs_on_discord_loads_nothing_of_the_local_one() -> None:
    code = "import sys, warnings; warnings.simplefilter('ignore'); import bot.cli, bot.run; print(*sys.modules)"

    assert not [name for name in _run(code).split() if name.startswith("bot.preview")]


# Facts stand in data/, and nowhere else.

COMMON = {
    "とめて",
    "好きです",
    "プロポーズ",
    "Crush",
    "Dispatch",
    "MyDramaList",
    "Netflix",
    "Promise",
    "SEVENTEEN",
    "The Fact",
}
"""Names that are common words in some case, or say what a card or a refused question is about."""


def names_of(show: Show) -> Iterator[str]:
    """Whatever would tell which show the bot is about."""
    yield from show.about.title.spellings
    for member in show.members:
        yield member.key
        yield from member.character.spellings
        if member.actor:
            yield from member.actor.spellings
    for track in show.tracks:
        yield from (track.key, track.romanized or "", *track.title.spellings)
    for singer in show.singers:
        yield from (singer.key, singer.group or "", *singer.name.spellings)
        for person in singer.people:
            yield from person.spellings
    for maker in (*show.credits, *show.companies):
        yield from (maker.key, *maker.name.spellings)
    for publisher in show.publishers.values():
        yield publisher.name


def _tells(name: str) -> bool:
    """Whether a name is nobody else's: two words, three letters of another script, or a rare word with a capital."""
    if script_of(name) != LATIN:
        return len(name) > 2
    return bool(re.search(r"\w[ -]\w", name)) or (len(name) > 4 and not name.islower())


def _stands_in(name: str, text: str) -> bool:
    """Whether a case-folded text has a name, in any case: as a word of its own, or before a particle."""
    name = name.casefold()
    return name in text and bool(script_of(name) != LATIN or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def facts_in(show: Show, files: list[Path]) -> list[str]:
    names = sorted({name for name in names_of(show) if _tells(name) and name not in COMMON})
    assert len(names) > 400
    texts = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").casefold() for path in files}
    return [f"{path}: {name}" for path, text in texts.items() for name in names if _stands_in(name, text)]


def test_no_fact_of_the_bundled_show_stands_in_the_bot(show: Show) -> None:
    kinds = {".py", ".ftl", ".toml", ".html", ".js", ".css"}
    files = [path for path in sorted((ROOT / "bot").rglob("*")) if path.suffix in kinds]

    assert len(files) > 80
    assert facts_in(show, files) == []


def test_no_fact_of_the_bundled_show_stands_in_the_tests_of_the_rules(show: Show) -> None:
    about_the_show = {"data", "test_card_heights.py"}  # the facts, and how much room their cards take
    files = [
        path
        for path in sorted((ROOT / "tests").rglob("*"))
        if path.suffix in {".py", ".toml"} and not about_the_show & set(path.relative_to(ROOT / "tests").parts)
    ]

    assert len(files) > 20
    assert facts_in(show, files) == []


def test_a_fact_in_the_code_would_be_found(show: Show) -> None:
    named = show.members[0].character

    assert _stands_in(named.latin, f"# for {named.latin}: the first".casefold())
    assert all(_stands_in(form, f'"{form}은"') for form in named.scripts.values())
    assert not _stands_in(named.latin, f"# for {named.latin}x".casefold())


# Tests are about the bot as it is.


def test_no_test_mocks_anything_of_discord() -> None:
    files = sorted((ROOT / "tests").rglob("*.py"))
    mocking = re.compile(r"^\s*(?:from|import) .*\b(?:mock|mocker|pytest_mock)\b", re.MULTILINE)

    assert len(files) > 20
    assert [path for path in files if mocking.search(path.read_text(encoding="utf-8"))] == []
