"""The benchmark measures what the README shows; how fast anything is, no test asks."""

from __future__ import annotations

import gc
import re
import sys

import pytest

from tests.ports import haproxy_program
from tests.shows import HARBOUR, cache_folder
from tests.waiting import PatientDiscord
from tools.bench import ask, comparison, transports
from tools.bench.quiz import quiz


class EndlesslyPatientDiscord(PatientDiscord):
    """One that also waits as long as it takes for a bot that the benchmark gives 30 seconds."""

    async def wait_for_bot(self, *_timeout: float) -> None:
        await super().wait_for_bot()


@pytest.fixture(autouse=True)
def small_and_patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bots have the invented show, which starts sooner; no machine is too slow for them."""
    monkeypatch.setenv("SHOW", str(HARBOUR))
    monkeypatch.setenv("CACHE", str(cache_folder(HARBOUR)))
    for module in (comparison, transports):
        monkeypatch.setattr(module, "LocalDiscord", EndlesslyPatientDiscord)


async def test_the_bot_is_measured_beside_the_minimal_one():
    progress: list[str] = []
    table = await comparison.speed(1, 2, progress.append)

    assert progress == ["cold start 1 of 1", "answers 1 of 1"]
    for act in ("/cast", "/cast who", "/ost track", "/ratings", "/season2", "autocomplete", "button"):
        assert re.search(rf"^\| {act}, CPU s per 1,000 \|( [\d.,]+ \|){{3}}$", table, re.MULTILINE)


async def test_every_way_in_is_measured_and_what_a_million_answers_cost():
    text = await transports.transports(2, 4, lambda progress: None)

    assert re.search(r"^\| gateway, one process \|", text, re.MULTILINE)
    assert re.search(r"^A million answers are at most [\d.]+ hours of one core", text, re.MULTILINE)
    if haproxy_program():
        assert re.search(r"^\| HTTP, two copies behind haproxy \|", text, re.MULTILINE)
        assert re.search(r"^Two copies behind haproxy spend [\d.]+ \(", text, re.MULTILINE)


async def test_starts_are_measured_in_ever_more_servers():
    table = await comparison.guilds(1, lambda progress: None, counts=(1, 300))

    assert len(re.findall(r"^\| 300 servers: .+ \|( [\d.,]+ \|){3}$", table, re.MULTILINE)) == 2


def test_each_press_of_a_quiz_is_measured():
    table = quiz(2)

    for press in ("first question", "answer", "next question", "result"):
        assert re.search(rf"^\| {press} \|( [\d.]+ \|){{3}}$", table, re.MULTILINE)


def test_questions_of_every_kind_are_measured_and_the_memory_that_they_need(monkeypatch, capsys, request):
    request.addfinalizer(gc.unfreeze)
    monkeypatch.setattr(ask, "QUESTIONS", 60)
    monkeypatch.setattr(ask, "SHOW", HARBOUR)
    monkeypatch.setattr(ask, "CACHE", cache_folder(HARBOUR))
    table = ask.ask([ask.Question("samples", "ko", "누구야?")])

    assert re.search(r"^\| samples \| 1 \|", table, re.MULTILINE)
    assert re.search(r"^\| all \| 60 \|( [\d.]+ \|){3}$", table, re.MULTILINE)
    monkeypatch.setattr(sys, "stdin", ['["samples", "ko", "누구야?"]'])
    ask.print_memory()
    assert re.search(r"^\| all of `/ask` \| \| -?[\d.]+ \|$", capsys.readouterr().out, re.MULTILINE)
