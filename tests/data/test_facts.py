"""The facts of the bundled show: what a reader may rely on, record by record, and the figures taken together."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bot.domain.text.hangul import has_hangul
from data.records import PUBLISHER_KINDS, Claim, Member, Name, Source, Sourced, Work
from data.tables import SINGLE, TABLES
from tests.prose import fields_of, inside, records, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records import Record, Show

MARKUP = re.compile(r"\|\||~~|[*_`\\@<]|\]\(|^\s*(?:[#>-]|\d+\.) ")
"""What Discord would take for formatting, a mention, a link or a spoiler's edge."""
WEAK = re.compile(
    r"\b(?:TODO|FIXME|XXX|TBD|N/A|lorem|the sheet|derived from|see above)\b|\?\?|  |\.\.\.", re.IGNORECASE
)
IN_BRACKETS = re.compile(r"\([^()]*\)")
ABOUT_KOREAN_SPELLING = {
    "track more-than-enough", "dispute moh-spelling", "dispute grace-name", "dispute roche-name",
    "place bridge-in-germany", "fact special-title",
}  # fmt: skip
"""Records whose English text is about how something is written in Korean; elsewhere Hangul stands in brackets."""
AS_IT_IS = re.compile(r"(?:(?:[A-Z\d][^\s]*|tvN|of|on|for) ?)+")
"""A figure, a foreign name or a title, which Korean may leave as it is."""

EN_EPISODES = re.compile(r"[Ee]pisodes? (\d+(?:(?:, | and | or | to |[-–])\d+)*)")
KO_EPISODES = re.compile(r"((?:\d+회?(?:, ?|·|~|[-–]|와 |과 ))*\d+)회(?! [가-힣]*(?:상|어워즈|대상|시상식)\b)")

FIRST_NEWS = dt.date(2022, 1, 1)
"""No news of the show is older; pages about what came before it are."""
BEFORE = dt.date(2008, 1, 1)


@pytest.fixture(scope="module")
def all_records(show: Show) -> dict[str, Record]:
    """Every record of the bundled show."""
    return records(show)


@pytest.fixture(scope="module")
def in_korean(show: Show) -> dict[str, Record]:
    """The same in Korean."""
    return records(show.translations["ko"])


@pytest.mark.parametrize("kind", [*SINGLE, *TABLES])
def test_a_record_is_fit_to_be_shown(
    show: Show, all_records: dict[str, Record], in_korean: dict[str, Record], kind: str
) -> None:
    faults = [
        f"{name} {fault}"
        for name, record in all_records.items()
        if name.split()[0] == kind
        for fault in _faults(show, name, record, in_korean[name])
    ]

    assert faults == []


def test_there_are_records_of_every_kind(all_records: dict[str, Record]) -> None:
    assert len(all_records) > 1000
    assert {name.split()[0] for name in all_records} == {*SINGLE, *TABLES}
    assert sum(text.safe_after > 0 for record in all_records.values() for text in texts(record)) > 100


def _faults(show: Show, name: str, record: Record, korean: Record) -> Iterator[str]:
    yield from _source_faults(show, record)
    yield from _text_faults(name, record)
    yield from _korean_faults(record, korean)
    yield from _name_faults(record)
    yield from _date_faults(show, record)
    yield from _work_faults(show, record)
    yield from _early_spoilers(record)
    yield from _early_spoilers(korean)


def _source_faults(show: Show, record: Record) -> Iterator[str]:
    """A fact names pages that exist, and is called confirmed only where two that are independent stand behind it."""
    for path, part, _safe in inside(record):
        if not isinstance(part, Sourced | Claim):
            continue
        sources = [show.sources[key] for key in part.sources]
        if not sources:
            yield f"{path} names no source"
        if getattr(part, "confidence", "") == "confirmed" and len({source.witness for source in sources}) == 1:
            yield f"{path} is called confirmed by one witness"


def _text_faults(name: str, record: Record) -> Iterator[str]:
    for path, text, _safe, translated in texts(record):
        if MARKUP.search(text):
            yield f"{path} holds markup: {text}"
        if WEAK.search(text) or text != text.strip():
            yield f"{path} is unfinished: {text}"
        if translated and name not in ABOUT_KOREAN_SPELLING and has_hangul(IN_BRACKETS.sub("", text)):
            yield f"{path} has Korean outside brackets: {text}"


def _korean_faults(record: Record, korean: Record) -> Iterator[str]:
    for english, translated in zip(texts(record), texts(korean), strict=True):
        if not english.translated:
            continue
        said = translated.text
        if not has_hangul(said) and not AS_IT_IS.fullmatch(said):
            yield f"{english.path} is not Korean: {said}"
        if MARKUP.search(said) or WEAK.search(said) or said != said.strip():
            yield f"{english.path} is unfinished or holds markup: {said}"
        if _figures(english.text, _ENGLISH) != _figures(said, _KOREAN):
            yield f"{english.path} gives other figures in Korean: {said}"


_ENGLISH = re.compile(r"(?P<ones>\d[\d,]*(?:\.\d+)?)(?:[- ](?P<unit>thousand|million|billion))?")
_KOREAN = re.compile(r"(?:(?P<eok>\d[\d,.]*)억 ?)?(?:(?P<man>\d[\d,.]*)만 ?)?(?P<ones>\d[\d,]*(?:\.\d+)?)?")
_WORTH = {"ones": 1, "man": 10**4, "eok": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9}


def _figures(text: str, written: re.Pattern[str]) -> set[float]:
    """The figures of a text as numbers; days, months and hours are left out, which languages write differently."""
    figures: set[float] = set()
    for found in written.finditer(text):
        parts = {place: digits for place, digits in found.groupdict().items() if digits}
        worth = _WORTH[parts.pop("unit", "ones")]
        total = sum(float(digits.replace(",", "")) * _WORTH[place] * worth for place, digits in parts.items())
        figures.add(round(total, 4))
    return {figure for figure in figures if figure > 31 or figure % 1}


def _name_faults(record: Record) -> Iterator[str]:
    """A name is Latin here and Korean there, and every other spelling is really another one."""
    for path, part, _safe in inside(record):
        if isinstance(part, Name):
            if has_hangul(part.latin) or not has_hangul(part.scripts.get("ko", "가")):
                yield f"{path} has its scripts mixed up: {part}"
            if len(set(part.spellings)) < len(part.spellings):
                yield f"{path} repeats a spelling: {part}"
    if isinstance(record, Member) and (record.actor is None) != (record.billing == "uncast"):
        yield "is uncast and has an actor, or neither"


def _date_faults(show: Show, record: Record) -> Iterator[str]:
    """Nothing is dated before there was news of the show or after the facts were last looked over."""
    for path, part, _safe in inside(record):
        for field in fields_of(type(part)):
            day = getattr(part, field.name)
            if not isinstance(day, dt.date):
                continue
            if field.name in ("aired", "release", "starts", "ends", "as_of") and path.split(".")[0] != "entry":
                first = FIRST_NEWS
            elif path == "born":
                first = dt.date(1930, 1, 1)
            else:
                first = BEFORE
            if not first <= day <= show.about.version:
                yield f"{path} {field.name} is {day}"


def _work_faults(show: Show, record: Record) -> Iterator[str]:
    """What people are known for is named once, and made in their time."""
    works = [part for _path, part, _safe in inside(record) if isinstance(part, Work)]
    titles = [work.title for work in works]
    yield from (f"names {title} twice" for title in {*titles} if titles.count(title) > 1)
    for work in works:
        first, last = work.year or 1960, work.until or work.year or 1960
        if not 1960 <= first <= last <= show.about.version.year:
            yield f"{work.title} is of {work.year} to {work.until}"


def _early_spoilers(record: Record) -> Iterator[str]:
    """A spoiler that speaks of an episode is not said to be safe before that episode."""
    for path, text, safe_after, _translated in texts(record):
        if not safe_after or path.startswith("appears"):
            continue
        for found in [*EN_EPISODES.finditer(text), *KO_EPISODES.finditer(text)]:
            episodes = [int(number) for number in re.findall(r"\d+", found[1])]
            if max(episodes) > safe_after:
                yield f"{path} is said to be safe after episode {safe_after}: {text}"


def test_spoilers_do_speak_of_episodes(all_records: dict[str, Record], in_korean: dict[str, Record]) -> None:
    told = [
        text for record in (*all_records.values(), *in_korean.values()) for text in texts(record) if text.safe_after
    ]

    assert sum(bool(EN_EPISODES.search(text.text)) for text in told) >= 5
    assert sum(bool(KO_EPISODES.search(text.text)) for text in told) >= 5


@pytest.mark.parametrize(
    "text", ["In episode 9 he leaves.", "Seen in episodes 3, 5 and 9.", "9회에서 떠난다.", "3·9회"]
)
def test_an_episode_that_a_text_speaks_of_is_seen(text: str) -> None:
    found = EN_EPISODES.search(text) or KO_EPISODES.search(text)

    assert found
    assert max(map(int, re.findall(r"\d+", found[1]))) == 9


def test_the_figures_of_a_text_are_read_in_both_languages() -> None:
    assert _figures("56 billion won on 4 May 2024, 24.85 per cent", _ENGLISH) == {56e9, 2024, 24.85}
    assert _figures("2024년 5월 4일 560억 원, 24.85%, 6억 5390만 시간", _KOREAN) == {56e9, 2024, 24.85, 653_900_000}


DEPENDS_ON_ITS_DAY = re.compile(
    r"\b(?:so far|currently|as of|to date|by now|is now|still (?:called|the|has|is|on Netflix))\b"
)


def test_a_fact_that_can_change_says_of_which_day_it_is(show: Show) -> None:
    facts = [fact for fact in show.facts if DEPENDS_ON_ITS_DAY.search(fact.text)]

    assert len(facts) >= 3
    assert [fact.key for fact in facts if not fact.as_of] == []


# The facts taken together.


def test_every_source_is_cited(show: Show, all_records: dict[str, Record]) -> None:
    cited = {
        key
        for record in all_records.values()
        for _path, part, _safe in inside(record)
        for field in fields_of(type(part))
        if field.name == "sources" or field.name.endswith("_sources")
        for key in getattr(part, field.name)
    }

    assert cited == show.sources.keys()


def test_one_publisher_is_spelled_in_one_way(show: Show) -> None:
    spellings: dict[str, set[str]] = {}
    for publisher in show.publishers.values():
        bare = "".join(filter(str.isalnum, publisher.name.casefold()))
        spellings.setdefault(bare, set()).add(publisher.key)

    assert len(spellings) > 100
    assert [keys for keys in spellings.values() if len(keys) > 1] == []


def test_every_publisher_has_a_kind_and_a_page_is_at_most_weaker_than_its_publisher(show: Show) -> None:
    rank = PUBLISHER_KINDS.index

    assert {publisher.kind for publisher in show.publishers.values()} == {*PUBLISHER_KINDS}
    for source in show.sources.values():
        kind = show.publishers[source.publisher].kind
        assert rank(source.kind or kind) >= rank(kind), source.key


def test_pages_that_repeat_one_text_count_as_one_witness(show: Show) -> None:
    repeated = [source for source in show.sources.values() if source.origin]

    assert repeated
    assert all(source.witness == source.origin for source in repeated)


def test_what_is_called_disputed_has_a_dispute_to_show(show: Show, all_records: dict[str, Record]) -> None:
    about = {key for dispute in show.disputes for key in dispute.about}
    disputed = [record for record in all_records.values() if getattr(record, "confidence", "") == "disputed"]

    assert len(disputed) >= 5
    assert len(show.disputes) >= 5
    assert [record.key for record in disputed if not about & {record.key, *_cards(record)}] == []


def _cards(record: Record) -> set[str]:
    """The sections on whose cards a record shows."""
    by_topic = {"slot": "show", "music": "album", "budget": "show", "netflix": "netflix"}
    return {by_topic.get(getattr(record, "topic", ""), {"Week": "netflix"}.get(type(record).__name__, ""))}


def test_the_verdict_is_as_new_as_what_it_stands_on(show: Show) -> None:
    verdict = show.verdict
    assert verdict
    said = [statement.date for statement in show.statements if statement.level in ("official", "reported")]

    assert verdict.as_of == max(said)
    assert verdict.as_of in {show.sources[key].published for key in verdict.sources}


def test_episodes_and_ratings_follow_each_other_without_a_hole(show: Show) -> None:
    numbers = list(range(1, len(show.episodes) + 1))

    assert len(numbers) >= 10
    assert [episode.number for episode in show.episodes] == numbers
    assert [rating.episode for rating in show.ratings] == numbers
    assert all(before.aired < after.aired for before, after in pairwise(show.episodes))


def test_a_peak_is_no_lower_than_the_rating(show: Show) -> None:
    pairs = [(rating.nationwide, rating.peak) for rating in show.ratings]
    pairs += [(rating.seoul, rating.peak_seoul) for rating in show.ratings]
    known = [(average, peak) for average, peak in pairs if average is not None and peak is not None]

    assert known
    assert all(average <= peak for average, peak in known)


def test_a_ranking_is_sorted_best_first_and_holds_the_show_once(show: Show) -> None:
    assert show.rankings
    for ranking in show.rankings:
        ratings = [entry.rating for entry in ranking.entries]
        assert ratings == sorted(ratings, reverse=True), ranking.key
        assert [entry.this_show for entry in ranking.entries].count(True) == 1, ranking.key


def test_weeks_are_weeks_and_follow_each_other(show: Show) -> None:
    assert [week.number for week in show.weeks] == list(range(1, len(show.weeks) + 1))
    assert all(week.ends - week.starts == dt.timedelta(days=6) for week in show.weeks)
    assert all(before.ends < after.starts for before, after in pairwise(show.weeks))


def test_hours_counted_up_to_a_day_only_grow(show: Show) -> None:
    totals = sorted(show.totals, key=lambda total: total.as_of)

    assert len(totals) > 1
    assert all(before.hours <= after.hours for before, after in pairwise(totals))


def test_parts_of_the_soundtrack_are_released_in_their_order(show: Show) -> None:
    songs = sorted((track for track in show.tracks if track.part), key=lambda track: track.part or 0)
    days = [track.release.date for track in songs if track.release]

    assert [track.part for track in songs] == list(range(1, len(songs) + 1))
    assert days == sorted(days)


def test_every_track_stands_on_a_disc_and_no_disc_is_fuller_than_it_is(show: Show) -> None:
    assert {key for disc in show.discs for key in disc.listing} == {track.key for track in show.tracks}
    assert all(len(disc.listing) <= disc.total for disc in show.discs)


def test_nobody_is_related_to_themselves_or_twice_in_the_same_way(show: Show) -> None:
    pairs = [(frozenset((relation.of, relation.to)), relation.kind) for relation in show.relations]

    assert all(len(people) == 2 for people, _kind in pairs)
    assert len(set(pairs)) == len(pairs)


def test_a_source_is_in_a_language_and_on_a_page_of_its_own(show: Show) -> None:
    assert all(isinstance(source, Source) for source in show.sources.values())
    assert len({source.url for source in show.sources.values()}) == len(show.sources) > 100
