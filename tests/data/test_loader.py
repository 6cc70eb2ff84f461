"""What an editor of the facts is told: everything that is wrong, at once, with file, record and field."""

from __future__ import annotations

import datetime as dt
import json
import math
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from data import BrokenFacts, Problem, load
from data.records import Name

if TYPE_CHECKING:
    import random

HARBOUR = Path(__file__).parents[1] / "shows" / "harbour_lights"


class Folder:
    """A copy of the invented show, to be damaged."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def replace(self, file: str, old: str, new: str) -> None:
        text = (self.path / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{file} has {text.count(old)} times {old!r}"
        (self.path / file).write_text(text.replace(old, new), encoding="utf-8")

    def add(self, file: str, text: str) -> None:
        with (self.path / file).open("a", encoding="utf-8") as end:
            end.write(f"\n{text}\n")

    def problems(self) -> list[Problem]:
        with pytest.raises(BrokenFacts) as caught:
            load(self.path)
        return caught.value.problems


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(Path(shutil.copytree(HARBOUR, tmp_path / "show")))


def test_the_invented_show_loads_whole() -> None:
    show = load(HARBOUR)

    assert show.about.title.in_language("ko") == "항구의 불빛"
    assert [len(records) for records in (show.members, show.tracks, show.singers, show.episodes)] == [6, 4, 3, 4]
    assert show.in_language("ko").members[0].role == "항구의 도선사. 남매 중 맏이."
    assert show.in_language("de") is show


def test_two_independent_witnesses_confirm_a_fact_and_one_does_not() -> None:
    members = {member.key: member for member in load(HARBOUR).members}

    assert members["seo-i-jun"].confidence == "confirmed"
    assert members["ok-mi-rae"].confidence == "single"


def test_pages_that_repeat_one_text_do_not_confirm_each_other(folder: Folder) -> None:
    for key in ("daily", "broadcaster"):
        folder.replace("sources.toml", f'key = "{key}"\n', f'key = "{key}"\norigin = "press-release"\n')

    assert load(folder.path).members[0].confidence == "single"


def test_a_confidence_given_in_a_file_is_kept(folder: Folder) -> None:
    folder.replace("cast/seo-i-jun.toml", "age = 31\n", 'age = 31\nconfidence = "disputed"\n')

    assert load(folder.path).members[0].confidence == "disputed"


def test_a_text_that_korean_leaves_out_shows_in_english_while_the_translation_is_not_called_complete(
    folder: Folder,
) -> None:
    folder.replace("translations/ko.toml", "complete = true\n", "")
    folder.replace("translations/ko.toml", 'role = "등대지기."\n', "")

    korean = {member.key: member for member in load(folder.path).in_language("ko").members}

    assert korean["ok-mi-rae"].role == "Keeper of the lighthouse."
    assert korean["seo-da-on"].role == "항구의 장부와 비밀을 지킨다."


def test_an_older_work_shifts_no_translation(folder: Folder) -> None:
    def titles() -> dict[str, str]:
        members = load(folder.path).in_language("ko").members
        return {f"{member.key} {work.key}": work.title for member in members for work in member.works}

    before = titles()
    folder.replace(
        "cast/seo-i-jun.toml",
        "[[member.work]]\n",
        '[[member.work]]\nkey = "older"\ntitle = "Older"\nyear = 2001\nsources = ["blog"]\n\n[[member.work]]\n',
    )

    assert before
    assert titles() == {"seo-i-jun older": "Older"} | before


def test_a_new_person_is_one_new_file(folder: Folder) -> None:
    (folder.path / "cast" / "pilot.toml").write_text(
        """
        [[member]]
        key = "pilot"
        billing = "minor"
        order = 15
        group = "harbour"
        character = { latin = "Pilot" }
        actor = { latin = "Gong Mu" }
        role = "Knows the rocks."
        sources = ["daily"]

        [[relation]]
        key = "pilot-and-keeper"
        of = "pilot"
        to = "ok-mi-rae"
        kind = "friend"
        sources = ["daily"]
        """
    )
    folder.replace("translations/ko.toml", "complete = true\n", "")
    show = load(folder.path)

    assert [member.key for member in show.members][:3] == ["seo-i-jun", "pilot", "seo-da-on"]
    assert "pilot-and-keeper" in {relation.key for relation in show.relations}


def test_the_cast_is_in_billing_order_whatever_the_files_are_called(folder: Folder) -> None:
    before = load(folder.path)
    for path in (folder.path / "cast").glob("*.toml"):
        path.rename(path.with_stem(path.stem[::-1]))

    assert load(folder.path).members == before.members
    assert load(folder.path).relations == before.relations


def test_a_beat_is_safe_after_its_episode() -> None:
    beats = {beat.key: beat for beat in load(HARBOUR).beats}

    assert [(beat.episode, beat.after_episode) for beat in beats.values()] == [(1, 1), (2, 2), (4, 4)]
    assert beats["why-the-debt-is-hidden"].reason


def test_questions_that_a_record_answers_are_kept_in_each_language() -> None:
    show = load(HARBOUR)

    english = ("where is the crew of the trawler", "who was on the burning ship", "why does the trawler not answer")
    assert show.beats[0].asked == english
    assert show.in_language("ko").beats[0].asked == ("저인망 어선 선원들 어디 갔어",)


def test_a_show_brings_words_of_its_own_for_questions(folder: Folder) -> None:
    (folder.path / "vocabulary.toml").write_text(
        '[[vocabulary]]\nkey = "illness"\nwords.en = ["sea fever"]\nwords.ko = ["뱃멀미", "멀미"]\n', encoding="utf-8"
    )

    (concept,) = load(folder.path).vocabulary
    assert (concept.key, concept.words) == ("illness", {"en": ("sea fever",), "ko": ("뱃멀미", "멀미")})


NAME = Name(latin="Yoon Ha-rin", scripts={"ko": "윤하린", "ja": "ユン・ハリン", "zh-Hans": "尹夏璘"})


@pytest.mark.parametrize(
    ("language", "form"),
    [("ko", "윤하린"), ("ja", "ユン・ハリン"), ("zh-CN", "尹夏璘"), ("en", "Yoon Ha-rin"), ("de", "Yoon Ha-rin")],
)
def test_each_reader_gets_the_name_in_their_script_or_else_in_latin(language: str, form: str) -> None:
    assert NAME.in_language(language) == form


@pytest.mark.parametrize(
    ("typed", "language", "form"),
    [("ha", "ko", "Yoon Ha-rin"), ("윤", "en", "윤하린"), ("ユ", "en", "ユン・ハリン"), ("ゆ", "ko", "ユン・ハリン"),
     ("Юн", "ja", "ユン・ハリン")],
)  # fmt: skip
def test_a_name_is_given_in_the_script_that_was_typed(typed: str, language: str, form: str) -> None:
    assert NAME.in_script_of(typed, language, "ko") == form


@pytest.mark.parametrize(
    ("form", "beside"), [("Yoon Ha-rin", "윤하린"), ("윤하린", "Yoon Ha-rin"), ("ユン・ハリン", "윤하린")]
)
def test_a_name_in_the_original_language_stands_beside_any_other_form(form: str, beside: str) -> None:
    assert NAME.beside(form, "ko") == beside
    assert Name(latin="Yoon Ha-rin").beside("Yoon Ha-rin", "ko") is None


class Damage(NamedTuple):
    """A slip of an editor, and the problem that is told."""

    file: str
    old: str
    new: str
    problem: Problem


def slip(file: str, old: str, new: str, record: str, field: str, what: str, told_of: str = "") -> Damage:
    return Damage(file, old, new, Problem(told_of or file, record, field, what))


ADD = ""
"""Nothing is replaced; the new text is added at the end."""

DAMAGES = {
    "an unknown table": slip(
        "crew.toml", ADD, '[[membr]]\nkey = "x"', "membr", "", "unknown table; did you mean 'member'?"
    ),
    "a table that stands once, as a list": slip(
        "season2.toml", "[verdict]", "[[verdict]]", "verdict", "", "write it as [verdict]"
    ),
    "a table of a list, alone": slip("crew.toml", ADD, "[reason]", "reason", "", "write it as [[reason]]"),
    "an unknown field": slip(
        "cast/ok-mi-rae.toml", 'gender = "female"\nrole = "Keeper', 'gendre = "female"\nrole = "Keeper',
        "member ok-mi-rae", "gendre", "unknown field; did you mean 'gender'?",
    ),
    "an unknown field further in": slip(
        "soundtrack.toml", 'text = "Recorded in a boathouse."\n', 'text = "Recorded in a boathouse."\nepisod = 3\n',
        "track low-tide", "fact.recorded.episod", "unknown field; did you mean 'after_episode'?",
    ),
    "a missing field": slip(
        "episodes.toml", 'hint = "The books do not add up."\n', "", "episode episode-2", "hint", "is missing; add it"
    ),
    "missing sources": slip(
        "crew.toml", 'part = "Broadcaster"\nsources = ["broadcaster"]', 'part = "Broadcaster"',
        "company channel-nine", "sources", "is missing; add it",
    ),
    "missing sources further in": slip(
        "cast/seo-i-jun.toml", 'note = "as a guest"\nsources = ["blog"]', 'note = "as a guest"',
        "member seo-i-jun", "work.paper-boats.sources", "is missing; add it",
    ),
    "an empty list of sources": slip(
        "viewership.toml", 'about = ["episode-4"]\nsources = ["daily"]', 'about = ["episode-4"]\nsources = []',
        "fact four-per-cent", "sources", "Expected array of length >= 1, but it is []",
    ),
    "a source that is not there": slip(
        "season2.toml", 'names nobody."\nsources = ["daily"]', 'names nobody."\nsources = ["dayly"]',
        "statement paper-hopes", "sources", "there is no source 'dayly'; did you mean 'daily'?",
    ),
    "a group that is not there": slip(
        "cast/dispatcher.toml", 'key = "dispatcher"\nbilling = "uncast"\norder = 60\ngroup = "harbour"',
        'key = "dispatcher"\nbilling = "uncast"\norder = 60\ngroup = "harbor"',
        "member dispatcher", "group", "there is no group 'harbor'; did you mean 'harbour'?",
    ),
    "a singer who is not there": slip(
        "soundtrack.toml", 'part = 2\nsinger = "yoon-ha-rin"', 'part = 2\nsinger = "somebody"',
        "track lamp", "singer", "there is no singer 'somebody'",
    ),
    "a member who is not there": slip(
        "cast/ok-mi-rae.toml", 'of = "ok-mi-rae"', 'of = "ok-mirae"',
        "relation keeper-and-clerk", "of", "there is no member 'ok-mirae'; did you mean 'ok-mi-rae'?",
    ),
    "a writer of a song who is not there": slip(
        "soundtrack.toml", 'music = ["tak-u-ju"]', 'music = ["tak-uju"]',
        "track low-tide", "writing.music", "there is no credit 'tak-uju'; did you mean 'tak-u-ju'?",
    ),
    "a dispute about nothing that is there": slip(
        "show.toml", 'about = ["cast", "episode-4"]', 'about = ["cast", "episode-40"]',
        "dispute who-lit-the-fire", "about", "there is no record 'episode-40'; did you mean 'episode-4'?",
    ),
    "a key that is used twice": slip(
        "cast/groups.toml", ADD, '[[group]]\nkey = "siblings"\nname = "The siblings again"',
        "group siblings", "key", "is used twice; give one of the two records another key",
    ),
    "a key that is used twice further in": slip(
        "cast/seo-i-jun.toml", 'key = "leaves"', 'key = "wears-the-ring"',
        "member seo-i-jun", "fact.wears-the-ring.key", "is used twice; give one of the two records another key",
    ),
    "a key that is a position": slip(
        "crew.toml", 'key = "first-series"', 'key = "1"',
        "credit gil-na-mu", "fact.1.key", "is only a number, which reads as a position; add a word",
    ),
    "a record further in without a key": slip(
        "show.toml", 'key = "claim-33"\n', "", "dispute age", "claim.2.key", "is missing; add it"
    ),
    "a place in the billing order that is taken": slip(
        "cast/dispatcher.toml", "order = 60", "order = 50", "member young-seo-i-jun", "order",
        "is the place of member dispatcher too; choose a number between others", "cast/young-seo-i-jun.toml",
    ),
    "a name that is a number in one script": slip(
        "cast/seo-da-on.toml", 'ko = "배이안"', "ko = 3",
        "member seo-da-on", "actor.ko", "Expected str, got int, but it is 3",
    ),
    "a beat without an episode": slip(
        "beats.toml", 'key = "empty-trawler"\nepisode = 1\n', 'key = "empty-trawler"\n',
        "beat empty-trawler", "episode", "is missing; add it",
    ),
    "a beat of an episode that is not there": slip(
        "beats.toml", 'key = "both-stay"\nepisode = 4\n', 'key = "both-stay"\nepisode = 5\n',
        "beat both-stay", "episode", "there is no episode 5",
    ),
    "a beat that is safe before its episode": slip(
        "beats.toml", 'reason = true\n', 'reason = true\nafter_episode = 1\n',
        "beat why-the-debt-is-hidden", "after_episode", "is before its episode, 2; correct or remove it",
    ),
    "a question that is no list": slip(
        "beats.toml", 'asked = ["why does he hide the debt"]', 'asked = "why does he hide the debt"',
        "beat why-the-debt-is-hidden", "asked", "Expected array, got str, but it is 'why does he hide the debt'",
    ),
    "an unknown kind of publisher": slip(
        "publishers.toml", 'kind = "fan"', 'kind = "fanzine"',
        "publisher quayside", "kind", "Invalid enum value 'fanzine', but it is 'fanzine'",
    ),
    "a publisher without a kind": slip(
        "publishers.toml", 'key = "recap-corner"\nname = "Recap Corner"\nkind = "web"',
        'key = "recap-corner"\nname = "Recap Corner"', "publisher recap-corner", "kind", "is missing; add it",
    ),
    "a source without a publisher": slip(
        "sources.toml", 'key = "album-notes"\npublisher = "lantern-records"\n', 'key = "album-notes"\n',
        "source album-notes", "publisher", "is missing; add it",
    ),
    "a publisher that is not there": slip(
        "sources.toml", 'publisher = "harbour-daily"', 'publisher = "harbor-daily"',
        "source daily", "publisher", "there is no publisher 'harbor-daily'; did you mean 'harbour-daily'?",
    ),
    "a page that is two sources": slip(
        "sources.toml", "https://tideline.example/chart", "https://ratings.example/daily",
        "source tideline", "url", "is also the page of source ratings-office; keep one of the two",
    ),
    "a spoiler that no card would bar": slip(
        "show.toml", 'note = "Decided by the audience."\n', 'note = "Decided by the audience."\nafter_episode = 3\n',
        "award best-song", "after_episode",
        "has no effect on this kind of record, because cards show it to everybody; remove it",
    ),
    "a date that is none": slip(
        "episodes.toml", "aired = 2025-01-11", 'aired = "the week after"',
        "episode episode-3", "aired", "Invalid RFC3339 encoded date, but it is 'the week after'",
    ),
    "a wrong type": slip(
        "viewership.toml", "number = 2\n", 'number = "two"\n',
        "week week-2", "number", "Expected int, got str, but it is 'two'",
    ),
    "a figure out of its bounds": slip(
        "viewership.toml", "nationwide = 2.1\n", "nationwide = 210.0\n",
        "rating rating-1", "nationwide", "Expected float <= 100.0, but it is 210.0",
    ),
    "a word that is none of those allowed": slip(
        "cast/young-seo-i-jun.toml", 'billing = "child"', 'billing = "kid"',
        "member young-seo-i-jun", "billing", "Invalid enum value 'kid', but it is 'kid'",
    ),
    "a text over its length": slip(
        "show.toml", 'used_for = "The harbour office"', f'used_for = "{"office " * 30}"',
        "place pier", "used_for", f"Expected str of length <= 160, but it is '{('office ' * 30)[:58]}…",
    ),
    "a key that is not kebab-case": slip(
        "soundtrack.toml", 'key = "harbour-theme"\nkind', 'key = "Harbour_Theme"\nkind',
        "track Harbour_Theme", "key",
        "a key consists of lower-case words and digits with hyphens between them, but it is 'Harbour_Theme'",
    ),
    "text where a table belongs": slip(
        "crew.toml", 'name = { latin = "Ma Eun-sol", ko = "마은솔" }', 'name = "Ma Eun-sol"',
        "credit ma-eun-sol", "name", "Expected object, got str, but it is 'Ma Eun-sol'",
    ),
    "a translation of a record that is not there": slip(
        "translations/ko.toml", ADD, '[group.ghosts]\nname = "유령들"',
        "group ghosts", "", "there is no such record; correct the key or remove the table",
    ),
    "a translation of a table that is not there": slip(
        "translations/ko.toml", ADD, '[ghost.white]\nname = "유령들"',
        "ghost white", "", "there is no such record; correct the key or remove the table",
    ),
    "a translation of a field that is not there": slip(
        "translations/ko.toml", 'role = "배들을 불러들인다."\n', 'role = "배들을 불러들인다."\nhint = "힌트"\n',
        "member dispatcher", "hint", "is not a text of this record; correct the name or remove it",
    ),
    "a translation by position": slip(
        "translations/ko.toml", 'work.the-ferry.title', 'work.1.title',
        "credit gil-na-mu", "work.1.title", "names its record by position; use the key of the record instead",
    ),
    "a translation of a key that is not there": slip(
        "translations/ko.toml", 'entry.the-long-winter.title', 'entry.long-winter.title',
        "ranking channel-ladder", "entry.long-winter.title",
        "is not a text of this record; correct the name or remove it",
    ),
    "a translation that is text where a table belongs": slip(
        "translations/ko.toml", 'appears.text = "4부작 전체"', 'appears = "4부작 전체"',
        "member seo-i-jun", "appears", "is not a text of this record; correct the name or remove it",
    ),
    "a record that is translated by text": slip(
        "translations/ko.toml", '[special.making-of]\ntext =', "[special]\nmaking-of =",
        "special making-of", "", "is not a table; write its texts under [special.making-of]",
    ),
    "a missing translation": slip(
        "translations/ko.toml", 'note = "누구나 들어갈 수 있다."\n', "",
        "place pier", "note", "is not translated; add it"
    ),
    "missing questions of fans": slip(
        "translations/ko.toml", 'asked = ["빚을 왜 숨겨"]\n', "",
        "beat why-the-debt-is-hidden", "asked", "is not translated; add it",
    ),
    "a missing translation further in": slip(
        "translations/ko.toml", 'scene.opening.text = "항구가 깨어난다."\n', "",
        "track low-tide", "scene.opening.text", "is not translated; add it",
    ),
    "a translation of the wrong type": slip(
        "translations/ko.toml", 'rank = "410위"', "rank = 410",
        "report report-first-half", "rank", "Expected str | null, got int, but it is 410",
    ),
}  # fmt: skip


def damage(folder: Folder, done: Damage) -> None:
    if done.old == ADD:
        folder.add(done.file, done.new)
    else:
        folder.replace(done.file, done.old, done.new)


@pytest.mark.parametrize("name", DAMAGES)
def test_a_slip_is_told_with_file_record_and_field(folder: Folder, name: str) -> None:
    damage(folder, DAMAGES[name])

    assert DAMAGES[name].problem in folder.problems()


def test_all_slips_are_told_at_once_in_one_message(folder: Folder) -> None:
    for done in DAMAGES.values():
        damage(folder, done)

    with pytest.raises(BrokenFacts) as caught:
        load(folder.path)

    assert [done.problem for done in DAMAGES.values() if done.problem not in caught.value.problems] == []
    assert all(str(done.problem) in str(caught.value) for done in DAMAGES.values())
    assert str(caught.value).startswith(f"{len(caught.value.problems)} problems in the facts:\n  ")


def test_a_problem_is_told_once_and_not_again_for_every_language(folder: Folder) -> None:
    damage(folder, DAMAGES["a wrong type"])

    assert folder.problems() == [DAMAGES["a wrong type"].problem]


def test_a_message_reads_as_a_sentence_that_leads_to_the_place(folder: Folder) -> None:
    damage(folder, DAMAGES["an unknown field"])

    with pytest.raises(BrokenFacts) as caught:
        load(folder.path)

    assert str(caught.value) == (
        "1 problem in the facts:\n"
        "  cast/ok-mi-rae.toml: member ok-mi-rae field 'gendre': unknown field; did you mean 'gender'?"
    )


def test_a_source_that_no_fact_names_is_told(folder: Folder) -> None:
    folder.add(
        "sources.toml",
        '[[source]]\nkey = "stray"\npublisher = "quayside"\ntitle = "T"\nurl = "https://p.example"\nlanguage = "en"',
    )

    assert folder.problems() == [Problem("sources.toml", "source stray", "", "no fact cites it; cite it or remove it")]


def test_a_publisher_of_no_source_is_told(folder: Folder) -> None:
    folder.add("publishers.toml", '[[publisher]]\nkey = "stray"\nname = "Stray"\nkind = "blog"')

    what = "no source is published by it; remove it"
    assert folder.problems() == [Problem("publishers.toml", "publisher stray", "", what)]


def test_two_texts_of_one_publisher_do_not_confirm_each_other(folder: Folder) -> None:
    folder.replace("sources.toml", 'publisher = "harbour-daily"', 'publisher = "channel-nine"')
    folder.replace(
        "publishers.toml", '[[publisher]]\nkey = "harbour-daily"\nname = "Harbour Daily"\nkind = "newspaper"\n', ""
    )

    assert load(folder.path).members[0].confidence == "single"


def test_an_invented_address_is_not_an_address(folder: Folder) -> None:
    folder.replace("sources.toml", '"https://quayside.example/notes"', '"javascript:alert(1)"')

    (problem,) = folder.problems()
    assert (problem.record, problem.field) == ("source blog", "url")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"[about\n", "Expected"), (b"\xff\xfe\x00", "utf-8"), (b'[about]\nkey = "a"\nkey = "b"\n', "overwrite")],
    ids=["not TOML", "not UTF-8", "a field twice"],
)
@pytest.mark.parametrize("file", ["extra.toml", "translations/fr.toml"])
def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    folder: Folder, file: str, content: bytes, said: str
) -> None:
    (folder.path / file).write_bytes(content)

    (problem,) = folder.problems()
    assert problem.file == file
    assert problem.what.startswith("cannot be read: ")
    assert said in problem.what


def test_a_folder_named_like_a_file_is_told(folder: Folder) -> None:
    (folder.path / "more.toml").mkdir()

    (problem,) = folder.problems()
    assert problem.file == "more.toml"
    assert "cannot be read" in problem.what


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_folder_without_facts_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()

    (problem,) = Folder(tmp_path / name).problems()
    assert str(problem) == f"{tmp_path / name}: contains no facts; choose a folder with .toml files"


def test_a_show_says_once_what_it_is(folder: Folder) -> None:
    about = (folder.path / "show.toml").read_text(encoding="utf-8").split("# At a glance")[0]
    (folder.path / "again.toml").write_text(about, encoding="utf-8")

    assert folder.problems() == [
        Problem(str(folder.path), "about", "", "a show needs exactly one table [about]; found 2")
    ]


def test_a_show_says_what_it_is(folder: Folder) -> None:
    folder.replace("show.toml", "[about]", "[abaut]")

    assert folder.problems() == [
        Problem("show.toml", "abaut", "", "unknown table; did you mean 'about'?"),
        Problem(str(folder.path), "about", "", "a show needs exactly one table [about]; found 0"),
    ]


# Anything at all in the place of anything.

SCALARS = (
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)
    | st.sampled_from(["seo-i-jun", "daily", "episode-1", "key", "2025-01-04"])
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.times()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["key", "en", "x", "sources", "1"]), inner)
    ),
    max_leaves=6,
)


def written(value: Any) -> str:
    """A value as TOML: JSON, but for dates, equals signs and figures that are none."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {written(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, float):
        return str(value) if math.isfinite(value) else "nan" if math.isnan(value) else "inf"
    return json.dumps(value, ensure_ascii=False)


def replaced(value: Any, by: Any, chance: random.Random) -> Any:
    """A copy of a value in which something, somewhere, is something else."""
    if isinstance(value, dict | list) and value and chance.random() < 0.8:
        places = list(value) if isinstance(value, dict) else list(range(len(value)))
        place = chance.choice(places)
        copy = value.copy()
        copy[place] = replaced(value[place], by, chance)
        return copy
    return by


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(HARBOUR, tmp_path_factory.mktemp("shows") / "playground"))


@settings(max_examples=100)
@given(
    file=st.sampled_from(sorted(path.relative_to(HARBOUR).as_posix() for path in HARBOUR.rglob("*.toml"))),
    by=VALUES,
    chance=st.randoms(use_true_random=False),
)
def test_whatever_stands_in_the_files_loads_or_is_told_in_words(
    playground: Path, file: str, by: Any, chance: random.Random
) -> None:
    tables = replaced(tomli.loads((HARBOUR / file).read_text(encoding="utf-8")), by, chance)
    lines = (
        [f"{json.dumps(kind)} = {written(value)}" for kind, value in tables.items()] if isinstance(tables, dict) else []
    )
    (playground / file).write_text("\n".join(lines), encoding="utf-8")

    try:
        load(playground)
    except BrokenFacts as broken:
        told = broken.problems
    else:
        return
    finally:
        shutil.copy(HARBOUR / file, playground / file)
    assert told
    assert all(problem.file and problem.what for problem in told)
