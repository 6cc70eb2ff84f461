"""The bot's own words: every message that the code names exists, in every language, and none is left over."""

from __future__ import annotations

import ast
import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from threading import Event
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import msgspec
import pytest
from fluent.runtime import FluentResource
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.cards import cast, ratings, relation_words, show
from bot.cards.router import ROUTES as COMMANDS
from bot.domain.errors import Kind
from bot.domain.quiz import KINDS
from bot.domain.relations import RELATIONS
from bot.domain.text.hangul import has_hangul
from bot.i18n.catalog import LOCALES, SOURCE, catalog, language_of, languages, message_files, regions
from bot.i18n.messages import FUNCTIONS, Catalog, read_messages
from data.records import Award, Billing, Confidence, Credit, Level, Record, Track
from tests.locales import COMPLETE, FULL
from tests.waiting import HANG_GUARD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BOT = LOCALES.parents[1]


def choices(record: type[Record], field: str) -> set[str]:
    """The words that a field of a record may hold."""
    (kind,) = (one.type for one in msgspec.structs.fields(record) if one.name == field)
    return set(_literals(kind))


def _literals(kind: Any) -> Iterator[str]:
    for inner in get_args(kind):
        if isinstance(inner, str):
            yield inner
        else:
            yield from _literals(inner)


PAGES = {*show.PARTS, *show.MORE, *cast.PARTS, *cast.DETAILS}
"""Detail pages that name their button and title after themselves."""

FAMILIES: dict[str, set[str]] = {
    "all-{}": set(get_args(Kind)),
    "no-match-{}": set(get_args(Kind)),
    "award-{}": choices(Award, "result"),
    "billing-{}": set(get_args(Billing)),
    "billing-{}-heading": set(cast.PARTS["guests"]),
    "chart-{}": {"finale", "record", "finale-record"},
    "episode-{}-title": set(ratings.DETAILS),
    "help-{}": {*COMMANDS} - {"help"},
    "job-{}": {*show.JOBS, *choices(Credit, "job")},
    "level-{}": set(get_args(Level)),
    "relation-{}": set(RELATIONS),
    "confidence-{}": set(get_args(Confidence)),
    "weak-{}": {"confirmed", "single"},
    "track-kind-{}": choices(Track, "kind"),
    "track-unknown-{}": choices(Track, "unknown"),
    "{}-from-word": {"label", "line"},
    "show-{}": set(show.LINES),
    "quiz-{}": set(KINDS),
    "{}-button": {*COMMANDS, *PAGES} - {"help"},
    "{}-lead": {*show.PARTS, *show.MORE, "who", "who-spoilers"},
    "{}-title": {*PAGES, "who", "who-spoilers"},
}
"""Messages that the code names by a word of the facts, and the words that can stand there."""


def _message(family: str, word: str) -> str:
    """The message of a family for a word; one that is built of two is for both together."""
    return family.replace("{}", word, 1).replace("{}", "")


class Named(NamedTuple):
    """What a module of the bot names."""

    messages: dict[str, str]
    """Messages by id, with the place that names them."""
    families: dict[str, str]
    """Patterns of ids, with the place that builds them."""
    texts: set[str]
    """Every other text in the code, with ``{}`` where it depends on something: a variable may name a message."""
    given: list[tuple[str, set[str], str]]
    """Message, arguments and place of every call that shows both."""


@cache
def named() -> Named:
    found = Named({}, {}, set(), [])
    for path in sorted(BOT.rglob("*.py")):
        if "preview" in path.parts:  # speaks for itself, not for the bot
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
                found.texts.add(_pattern(node))
            if isinstance(node, ast.Call) and node.args and _name(node.func) in ("words", "_", "localized"):
                place = f"{path.relative_to(BOT.parent)}:{node.lineno}"
                pattern = _pattern(node.args[0]).partition(".")[0]  # the rest names an attribute
                if pattern and "{}" in pattern:
                    found.families[pattern] = place
                elif pattern:
                    found.messages[pattern] = place
                    given = {keyword.arg or "**" for keyword in node.keywords}
                    found.given.append((pattern, given, place))
    return found


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _pattern(node: ast.expr) -> str:
    """A text with ``{}`` where it depends on something; "" where nothing of it stands in the code."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    if isinstance(node, ast.BinOp):
        return "".join(_pattern(side) or "{}" for side in (node.left, node.right))
    return ""


@cache
def messages(language: str) -> dict[str, ftl.Message]:
    """The messages of a language by id."""
    found: dict[str, ftl.Message] = {}
    for path in (*sorted((LOCALES / language).glob("*.ftl")), *LOCALES.glob(f"{language}.ftl")):
        for entry in FluentParser(with_spans=False).parse(read_messages(path)).body:
            assert not isinstance(entry, ftl.Junk), f"{path}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{path} has {entry.id.name} again"
                found[entry.id.name] = entry
    return found


class _Read(Visitor):
    """What a message is given: ``variables``; of these ``shown``, and those that only choose a wording."""

    def __init__(self) -> None:
        self.shown: set[str] = set()
        self.choosing: set[str] = set()
        self.figures: set[str] = set()
        self.functions: set[str] = set()

    @property
    def variables(self) -> set[str]:
        return self.shown | self.choosing

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - called by this name
        self.shown.add(node.id.name)

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:  # noqa: N802
        self.functions.add(node.id.name)
        given = {word.id.name for word in node.arguments.positional if isinstance(word, ftl.VariableReference)}
        (self.choosing if node.id.name == "PARTICLE" else self.shown).update(given)
        self.figures.update(given if node.id.name == "MYRIADS" else ())

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        assert isinstance(node.selector, ftl.VariableReference)
        self.choosing.add(node.selector.id.name)
        keys = {getattr(variant.key, "name", "") or variant.key.value for variant in node.variants}
        if keys <= {"zero", "one", "two", "few", "many", "other", *map(str, range(10))}:
            self.figures.add(node.selector.id.name)
        for variant in node.variants:
            self.visit(variant.value)


def read(message: ftl.Message) -> _Read:
    found = _Read()
    found.visit(message)
    return found


def test_every_message_that_the_code_names_exists() -> None:
    named_here = named().messages

    assert len(named_here) > 80
    assert {name: place for name, place in named_here.items() if name not in messages(SOURCE)} == {}


def test_every_message_is_given_the_arguments_that_it_has() -> None:
    given = [call for call in named().given if "**" not in call[1]]

    assert len(given) > 100
    assert [call for call in given if call[1] != _variables(call[0])] == []


def _variables(name: str) -> set[str]:
    """What a message is given for any language."""
    return set().union(*(read(messages(language)[name]).variables for language in FULL))


def test_the_families_of_messages_are_those_that_the_code_builds() -> None:
    assert named().families.keys() == FAMILIES.keys()


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_a_message_for_every_word_of_the_facts(family: str) -> None:
    assert FAMILIES[family]
    assert {name for word in FAMILIES[family] if (name := _message(family, word)) not in messages(SOURCE)} == set()


@pytest.mark.parametrize("language", FULL)
def test_a_language_has_one_word_for_each_relation(language: str) -> None:
    words = {name.removeprefix("relation-") for name in messages(language) if name.startswith("relation-")}

    assert words == RELATIONS.keys()


def test_a_relation_needs_no_more_than_its_word() -> None:
    assert relation_words.noun(catalog(SOURCE), "grandparent", "female", None) == "grandmother"
    assert relation_words.label(catalog(SOURCE), "grandparent", "female", None) == "Grandmother"
    assert relation_words.line(catalog(SOURCE), "grandparent", "female", None) == "Grandmother of"


def test_a_relation_may_read_differently_on_a_card_and_on_a_line() -> None:
    assert relation_words.label(catalog(SOURCE), "rescuer", None, None) == "Rescued by"
    assert relation_words.line(catalog(SOURCE), "rescuer", None, None) == "Rescues"


@pytest.mark.parametrize(("of", "said"), [("female", "언니"), ("male", "누나")])
def test_a_word_may_depend_on_the_gender_of_the_other_person(of: str, said: str) -> None:
    assert relation_words.label(catalog("ko"), "older-sibling", "female", of) == said


def test_no_message_is_left_over() -> None:
    built = {_message(family, word) for family, words in FAMILIES.items() for word in words}
    left = messages(SOURCE).keys() - named().messages.keys() - built - named().texts
    begins = tuple(text.partition("{}")[0] for text in named().texts if re.match(r"[a-z]+-[a-z0-9-]*\{\}", text))

    assert {name for name in left if not name.startswith(begins)} == set()


@pytest.mark.parametrize("language", COMPLETE)
def test_a_language_has_the_messages_of_english_with_the_same_arguments(language: str) -> None:
    english = {name: read(message).shown for name, message in messages(SOURCE).items()}

    assert len(english) > 200
    assert {name: read(message).shown for name, message in messages(language).items()} == english


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_message_calls_no_function_that_there_is_not(language: str) -> None:
    assert {name for message in messages(language).values() for name in read(message).functions} <= FUNCTIONS.keys()


@pytest.mark.parametrize("figure", [0, 1, 2, 5, 100])
@pytest.mark.parametrize("gender", ["female", "male", "other"])
@pytest.mark.parametrize("language", sorted(languages()))
def test_every_message_reads_as_text_whatever_its_arguments(language: str, gender: str, figure: int) -> None:
    for name, message in messages(language).items():
        found = read(message)
        arguments: dict[str, Any] = dict.fromkeys(found.variables, "윤하린")
        arguments |= dict.fromkeys(found.choosing, gender) | dict.fromkeys(found.figures, figure)
        said = catalog(language)(name, **arguments)
        assert said.strip(), name
        assert not re.search(r"[{}]|\$|\u2068", said), f"{name}: {said}"
        if not found.choosing:
            assert said.count("윤하린") >= len(found.shown - found.figures), f"{name} leaves an argument out: {said}"


def test_korean_is_korean_and_english_has_none_of_it() -> None:
    assert [name for name in messages(SOURCE) if has_hangul(_letters(SOURCE, name))] == []
    assert [
        name for name in messages("ko") if re.search(r"[A-Za-z]{2}", re.sub("OST|CD", "", _letters("ko", name)))
    ] == []


def _letters(language: str, name: str) -> str:
    """The words of a message without its arguments."""
    return re.sub(r"\{[^{}]*\}|`[^`]*`", "", _source(messages(language)[name].value))


def _source(pattern: ftl.Pattern | None) -> str:
    texts: list[str] = []
    for element in pattern.elements if pattern else ():
        if isinstance(element, ftl.TextElement):
            texts.append(element.value)
        elif isinstance(element, ftl.Placeable) and isinstance(element.expression, ftl.SelectExpression):
            texts += [_source(variant.value) for variant in element.expression.variants]
    return "".join(texts)


@pytest.mark.parametrize("language", sorted(languages()))
def test_descriptions_fit_into_the_list_of_commands(language: str) -> None:
    described = {name: catalog(language)(name) for name in messages(SOURCE) if name.startswith("command-")}

    assert {f"command-{command}" for command in COMMANDS} <= described.keys()
    assert {name: text for name, text in described.items() if not 1 <= len(text) <= 100} == {}


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("등불", "OST 등불을 불렀어요."),
        ("**밤배**", "OST **밤배**를 불렀어요."),
        ("**썰물 Low Tide**", "OST **썰물 Low Tide**를 불렀어요."),
        ("Night Song", "OST Night Song을 불렀어요."),
        ("하루 (Inst.)", "OST 하루 (Inst.)를 불렀어요."),
        ("‘별’", "OST ‘별’을 불렀어요."),
    ],
)
def test_a_korean_particle_fits_the_word_before_it(title: str, said: str) -> None:
    assert catalog("ko")("person-sings", title=title) == said


@pytest.mark.parametrize(
    ("millions", "said"), [(682.6, "6億8260万時間"), (4.3, "430万時間"), (100, "1億時間"), (0, "0万時間")]
)
def test_japanese_counts_in_steps_of_four_digits(millions: float, said: str) -> None:
    assert catalog("ja")("hours", hours=millions) == said


def test_a_list_of_titles_takes_the_particle_of_its_last() -> None:
    assert catalog("ko")("singer-lead", count=2, titles="등불, 밤배") == "등불, 밤배를 불렀어요."


@pytest.mark.parametrize("path", sorted(LOCALES.glob("*/*.ftl")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_file_of_messages_stands_in_every_language(path: Path) -> None:
    assert [language for language in languages() if not (LOCALES / language / path.name).exists()] == []


@pytest.mark.parametrize("region", sorted(regions()))
def test_a_region_only_has_messages_that_read_differently_from_its_language(region: str) -> None:
    own, others = messages(region), messages(language_of(region))

    assert own.keys() <= others.keys()
    assert {name for name, message in own.items() if message.equals(others[name])} == set()
    assert {name: read(message).shown for name, message in own.items()} == {
        name: read(others[name]).shown for name in own
    }


def test_a_region_writes_words_and_numbers_in_its_own_way() -> None:
    spain, america = catalog("es-ES"), catalog("es-419")

    assert (spain("cast-button"), america("cast-button")) == ("Reparto", "Elenco")
    assert (spain.number(1103.5), america.number(1103.5)) == ("1.103,5", "1,103.5")
    assert (spain("hours", hours=653.9), america("hours", hours=653.9)) == (
        "653,9 millones de horas",
        "653.9 millones de horas",
    )
    assert spain("ost-part", part=2) == america("ost-part", part=2)


def test_a_message_that_two_threads_need_at_once_is_there_for_both(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Catalog(SOURCE, SOURCE, message_files(SOURCE), None)
    parsing, parsed = Event(), Event()

    def parse(text: str) -> FluentResource:
        if not parsing.is_set():
            parsing.set()
            assert parsed.wait(HANG_GUARD)
        return FluentResource(text)

    monkeypatch.setattr("bot.i18n.messages.FluentResource", parse)
    with ThreadPoolExecutor() as warm_up:
        other = warm_up.submit(words, "list", rest="a", last="b", count=2)
        assert parsing.wait(HANG_GUARD)
        try:
            mine = words("list", rest="a", last="b", count=2)
        finally:
            parsed.set()

    assert mine == other.result() == "a and b"
