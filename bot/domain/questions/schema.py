"""What can be asked: one row for each attribute of a person, a track, an episode or the whole show.

A row has ways to ask for it, parted by "|". A way names what it takes ("character", "track episode!"), and behind a
colon the concepts that it needs: for each of them a word of its own, where slashes part those that will do. "?" marks
what may be missing, "~" what may stand there for nothing, "!" what a yes/no question compares with the answer. Words
become concepts in the lexicons, so the table knows no language. A question fits a way only if every word of it has a
place in the row or in its section.

A new attribute is one row here; a new concept also needs a word in each lexicon.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.questions.answers import music, people, show, viewership
from bot.domain.questions.answers.people import along
from bot.domain.questions.answers.show import topic
from bot.domain.questions.query import DontKnow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.domain.questions.answer_sentence import AnswerSentence
    from bot.domain.questions.answers.context import AnswerContext
    from bot.domain.questions.query import Queries

    Answer = Callable[..., list[AnswerSentence]]


class Way(NamedTuple):
    """One way to ask for an attribute."""

    slots: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    allowed: frozenset[str]
    """Concepts that words of the question may have without changing what is asked."""


class Attribute(NamedTuple):
    """Something that can be asked for, and the answer to it."""

    name: str
    answer: Answer
    ways: tuple[Way, ...]
    says: tuple[str, ...]
    """Concepts that become arguments when a word has them, or their values (``plot:illness``)."""
    never: frozenset[str]
    """Concepts that make it another question."""
    ignores: frozenset[str]
    """Kinds of names and figures that may stand in the question without changing it."""


def _row(
    name: str, answer: Answer, ways: str, *, also: str = "", says: str = "", never: str = "", ignores: str = ""
) -> Attribute:
    parsed: list[Way] = []
    for way in ways.split("|"):
        slots, _, needs = way.partition(":")
        concepts = tuple(frozenset(need.split("/")) for need in needs.split())
        allowed = frozenset((*also.split(), *says.split())).union(*concepts)
        parsed.append(Way(tuple(slots.split()), concepts, allowed))
    return Attribute(
        name, answer, tuple(parsed), tuple(says.split()), frozenset(never.split()), frozenset(ignores.split())
    )


def _section(also: str, ignores: str, *rows: Attribute) -> tuple[Attribute, ...]:
    """Rows that share what goes along with any of their questions."""
    shared, kinds = frozenset(("who", "whose", *also.split())), frozenset(("show", *ignores.split()))
    return tuple(
        row._replace(
            ways=tuple(way._replace(allowed=way.allowed | shared) for way in row.ways), ignores=row.ignores | kinds
        )
        for row in rows
    )


_ALBUM: Final = ("ost", "album")
_RATINGS: Final = ("ratings",)
_NETFLIX: Final = ("ratings", "netflix")
_STORY: Final = ("show", "story")
_ABROAD: Final = "country:KR"
"""What the streaming service publishes is worldwide."""
_BONDS: Final = "kin:relative kin:sibling kin:spouse kin:love kin:friend kin:parent kin:child kin:enemy kin:rival"
_PLACED: Final = "where how-many place country else happen"
UNREAD: Final = frozenset({
    "theme", "other-show", "home", "based-on", "taken", "award-category", "die", "divorce",
    "arrange", "sold-out", "sales-income", "dub", "copies", "deed", "remake",
    "original", "measure", "pre-order", "group-of",
})  # fmt: skip
"""Concepts that no row takes: statements answer what has such a word."""
_MORE: Final = (
    "announced making when release air how-many episode plays cast appear leads watch netflix channel write direct "
    "produce first last end ended where actor else happen continue-story heard place works role premise come-back "
    "how-much how-long remarry crew season-2 now"
)


def answer_queries(context: AnswerContext, queries: Queries) -> list[AnswerSentence]:
    """The sentences that answer, each once; raises :class:`DontKnow` where there are none."""
    sentences: list[AnswerSentence] = []
    for query in queries:
        try:
            sentences += attributes()[query.intent].answer(context, *query.arguments)
        except (IndexError, KeyError, StopIteration, TypeError, ValueError):  # the address is forged or outdated
            raise DontKnow from None
    if not sentences:
        raise DontKnow
    return [  # the same fact may lead to two cards
        one
        for number, one in enumerate(sentences)
        if all(replace(one, card=other.card) != other for other in sentences[:number])
    ]


def _described(context: AnswerContext, key: str, intent: str, member: str, *rest: str) -> list[AnswerSentence]:
    """What is asked of somebody whom a description means, where that gives something away."""
    after = next(entry.who[member] for entry in context.library.show.vocabulary if entry.key == key)
    told = attributes()[intent].answer(context, member, *rest)
    return [replace(one, after_episode=max(one.after_episode, after), card=("cast",)) for one in told]


@cache
def attributes() -> Mapping[str, Attribute]:
    """The answers by the names of their rows; rows of one name have the same one."""
    return {row.name: row for row in ROWS}


ROWS: Final = (
    *_section(
        "plays actor role irl cast leads male female",
        "",
        _row("plays", people.plays, "younger actor!? | character actor! actor!?", also="naming", never="real-name"),
    ),
    *_section(
        "plays actor role irl cast appear related heard",
        "",
        _row("plays", people.plays, "character: plays/actor/role/irl/cast/young",
             also="leads male female cameo naming", never="real-name", ignores="episode"),
        _row("role", people.role, "actor: plays/actor/role/appear/cast/irl/leads/cameo | actor",
             also="job male female", says="leads cameo polar", never="real-name"),
        _row("work-people", people.work_people, "work: else/cast/works/cameo", also="else works", says="cameo"),
        _row("works", along(people.works),
             "actor work~: else/works | credit work~: else/works | character work~: else/works"
             " | character: actor/plays where",
             also="else works announced watch watched place release sing where direct write compose produce "
             "music-of-show camera edit song"),
        _row("in-work", people.in_work, "actor work: appear | actor work | credit work | character work: actor/role",
             also="else works announced watched write direct compose produce music-of-show compare place"),
        _row("leads", people.leads, ": leads", also="how-many sing leads", says="male female"),
        _row("cast", people.leads, ": cast", also="how-many"),
        _row("cameos", people.cameos, ": cameo", also="how-many cameo sing episode else making produce"),
    ),
    *_section(
        "related leads appear role irl cast heard",
        "",
        _row("relation", people.relation, "kin", also="announced how-many naming", says="naming"),
        _row("who", along(people.who), "character | character: where job | kin: job",
             also="job cameo naming", says="naming", never="real-name"),
        _row("is", people.is_related, "person kin kin?"),
        _row("related", people.related, "person person: related", also=_BONDS, never="actor plays have-child"),
        _row("related", people.related, "person person", also=_BONDS, never="actor plays yes-no have-child"),
        _row("families", people.families, ": family-tree | character~: family-tree",
             also="kin:relative", never="yes-no"),
    ),
    *_section(
        "how-many",
        "",
        _row("age", along(people.age), "character: age", also="how-much role"),
        _row("births", people.births, "actor actor: age/born", also="compare when", says="young polar"),
        _row("ages", people.ages, "person person: age",
             also="kin:sibling kin:spouse compare how-much highest lowest", says="young polar"),
        _row("oldest", people.oldest, ": age role/cast/highest/lowest", also="age role cast plays", says="lowest"),
        _row("born", people.born, "actor: age/born", also="age when"),
        _row("appears", along(people.appears),
             "character episode!?: appear/plays/heard/cameo episode/when/how-many"
             " | actor episode!?: appear/plays/heard/cameo episode/when/how-many | character episode!: appear/plays",
             also="first last happen appear episode when", never="who"),
        _row("appears", along(people.appears), "character: episode", also="first last", never="who how-many"),
    ),
    *_section(
        "song part album heard plays",
        "",
        _row("singer", music.singer, "track singer!?: sing", also="role cast actor"),
        _row("in-group", music.in_group, "singer: group-member/appear", also="sing how-many group-member"),
        _row("songs", music.songs, "singer: song/sing/part/release/heard | actor: song/sing/part | singer",
             also="how-many release announced appear sing song when else irl role title actor",
             never="group-of real-name"),
        _row("released", music.released,
             "track singer~: release/air when | track singer~: release | track singer~: when",
             also="announced appear first release air"),
        _row("heard", music.heard,
             "track episode!: heard/plays/appear/song/scene"
             " | track singer~: heard/plays/appear/air episode/when/where/scene"
             " | track singer~: heard/episode/where/appear/scene",
             also="first how-many appear when episode last end finale happen place"),
        _row("songs-in", music.songs_in, "episode: song/sing",
             also="appear how-many release first sing end happen scene"),
        _row("composer", music.composer, "track singer~: compose/write", also="sing announced music-of-show produce",
             says="lyricist"),
        _row("lyricist", music.lyricist, "track singer~: lyricist | track singer~: lyrics write/compose/who",
             also="write compose"),
        _row("track", music.track, "track singer~", also="how-many premise happen role"),
        _row("track-title", music.title, "track singer~: title/naming/meaning/lang:ko/lang:en",
             also="title naming meaning language compose"),
        _row("track-chart", music.chart, "track singer~: chart/rank/standing",
             also="release first highest number-one how-much place top-10 above week compare"),
        _row("single", music.single, ": first/last song/sing/part", also="release sing announced when air",
             says="first last"),
        _row("song-count", music.song_count, ": how-many song/part",
             also="release sing appear announced disc instrumental edition"),
        _row("singers", music.singers, ": sing", also="how-many appear"),
        _row("song-list", music.song_list, ": song", also="premise title"),
        _row("album", topic("album", concept="album", card=_ALBUM), ": album", also="premise happen title"),
        _row("discs", music.discs, ": disc how-many | : disc", also="how-many edition"),
        _row("disc", music.disc, "disc", also="how-many edition instrumental disc"),
        _row("album-released", music.album_released, ": album/disc when/release", also="release announced air"),
        _row("editions", music.editions, ": edition", also="how-many first release disc happen"),
        _row("label", topic("label", most=2, card=_ALBUM),
             ": label album/song/disc | : release/produce/firm album who/firm | : produce/firm release",
             also="release firm produce"),
        _row("videos", topic("charts", concept="views", most=3, card=("ost",)), ": video | : views song",
             also="how-many views watched watch highest how-much compare standing"),
    ),
    *_section(
        "rating how-much how-many percent episode nationwide watched viewers air",
        "company year",
        _row("rating", viewership.rating, "episode percent!?: rating/viewers/watched/seoul/nationwide/minute/above",
             also="heard release announced", says="seoul minute viewers young-viewers highest"),
        _row("ratings-of-each", viewership.ratings_of_each,
             "episode episode episode?: rating/viewers/watched/compare/highest/lowest/below", also="standing above",
             says="compare highest below lowest polar"),
        _row("highest", viewership.highest, "place?: highest rating/episode/viewers", also="when standing",
             says="seoul minute viewers"),
        _row("lowest", viewership.lowest, "place?: lowest rating/episode/viewers", also="when",
             says="seoul minute viewers"),
        _row("first-drop", viewership.first_drop,
             ": drop rating/viewers/episode first/first-episode/when/episode",
             also="lowest happen below where"),
        _row("average", topic("ratings", concept="average", gap="average", about="ratings", card=_RATINGS),
             ": average rating/how-much/nationwide/seoul/viewers/episode/percent"),
        _row("above", viewership.above, "percent: above/first/rating/first-episode/episode/percent",
             also="when highest compare release last announced", says="seoul polar", never="below"),
        _row("ratings", viewership.ratings, ": rating", also="seoul channel"),
        _row("compare", viewership.compare, "rival: compare/highest/standing/above/lowest/below",
             also="finale when channel cable end first number-one happen"),
        _row("standing", viewership.standing,
             "company: highest/standing/number-one | : standing/highest/number-one channel/cable/standing/rating"
             " | : standing/number-one/rank cable/channel | : standing | : compare/above rating/cable/channel",
             also="where highest cable channel number-one first compare above when rank announced", says="cable"),
        _row("aired", viewership.aired, "episode: when/air/release/slot/weekday | episode: episode",
             also="announced heard place ended"),
        _row("synopsis", viewership.synopsis, "episode: happen/premise | episode", also="end"),
        _row("minutes", viewership.minutes, "episode: how-long", also="runtime heard happen"),
        _row("runtime", topic("runtime", most=2, card=("show", "extras"), gap="how-long", about="episodes"),
             ": runtime/how-long episode/runtime | : runtime", also="average"),
    ),
    *_section(
        "netflix top-10 rank standing watched how-many how-much week chart first when appear highest number-one "
        "announced",
        "company",
        _row("netflix-best-week", viewership.netflix_best_week, ": highest week/hours/views", also="viewers",
             never=_ABROAD),
        _row("netflix-first", viewership.netflix_first, ": number-one week | : week first | : number-one",
             also="how-long above country compare", says="polar", never=_ABROAD),
        _row("netflix-weeks", viewership.netflix_weeks,
             ": week how-many/how-long | : week netflix/top-10 | : how-long netflix/top-10"
             " | : drop-out/last top-10/week", also="air last above", never=_ABROAD),
        _row("netflix-countries", topic("netflix", concept="country", gap="country", about="netflix", card=_NETFLIX),
             ": country netflix/number-one/top-10 | : country",
             also="watch"),
        _row("netflix-rank", viewership.netflix_rank, ": rank/highest/standing/top-10 netflix/top-10",
             also="above where", never=f"{_ABROAD} watched hours views"),
        _row("netflix-week", viewership.netflix_week, "week", also="hours views", never=_ABROAD),
        _row("netflix-hours", viewership.netflix_hours,
             "period?: hours/views/watched/viewers netflix/how-many/how-much/hours/views"
             " | period: netflix/hours/views/watched",
             also="hours views whole-year first-half second-half rating viewers release how-long", never=_ABROAD),
        _row("netflix", viewership.netflix_weeks, ": netflix standing/how-much/rating/compare/chart", never=_ABROAD),
    ),
    *_section(
        _MORE,
        "company year",
        _row("season2-why", show.season2_why, ": season-2 why", ignores="actor character credit"),
        _row("season2-why", show.season2_why, ": come-back why"),
        _row("season2", show.season2, ": season-2", says="polar", never="remark",
             ignores="actor character credit singer"),
        _row("season2", show.season2, ": season-2 remark", says="polar"),
        _row("season2", show.season2, ": come-back", says="polar"),
    ),
    *_section(
        "how-many when air continue-story premise happen episode netflix plays appear cast actor release title",
        "company",
        _row("specials", show.specials,
             "special?: special watch/netflix | : special how-many/episode | special?: special | special",
             also="season-2 announced first ended end place heard leads works edit produce else country where",
             says="premise happen continue-story watch netflix polar", ignores="actor character"),
    ),
    *_section(
        "happen finale premise ended last episode",
        "",
        _row("ending", show.ending, ": end"),
        _row("ending", show.ending, "person person episode~: end/remarry", also="kin:child",
             says="remarry have-child"),
        _row("ending", show.ending, "person episode~: end/happen | episode: end"),
    ),
    *_section(
        "",
        "company",
        _row("makers", show.makers, ": write/direct/camera/edit/produce/music-of-show/crew",
             also="how-many air where release role job making compose place song instrumental firm",
             says="write direct music-of-show camera edit produce producer crew"),
        _row("credit", show.credit, "credit",
             also="compose produce job role happen song place",
             says="write direct music-of-show camera edit crew polar"),
        _row("tracks-by", show.tracks_by, "credit: song/part",
             also="how-many announced write compose produce heard music-of-show album lyricist"),
        _row("company", show.company, "company", also="channel air where produce job role crew watch appear"),
        _row("episode-count", show.episode_count, ": special episode how-many | : episode how-many | : episode",
             also="air channel episode special finale ended how-long"),
        _row("run", show.run, ": air/ended when/how-long/first/last | : air | : ended",
             also="first last how-long release when week end netflix first-episode", ignores="year"),
        _row("slot", show.slot, ": slot", also="air when channel episode how-many heard ended weekday"),
        _row("weekday", topic("network"), ": weekday", also="air when channel episode how-many heard ended"),
        _row("slot-neighbour", topic("neighbours", card=_STORY), ": neighbour",
             also="air when channel slot weekday else first"),
        _row("channel", topic("network"), ": channel | : air where", also="air where produce"),
        _row("genre", topic("genre"), ": genre", also="premise"),
        _row("budget", topic("budget", gap="budget"),
             ": budget | : cost how-much/produce/making/episode/average | : how-much produce/place",
             also="how-much produce making place how-many episode price average announced"),
        _row("watch", show.watch,
             "company! country~: watch/netflix | country~: watch/netflix | country~: where watch/watched/air/release",
             also="where episode air release country watched netflix appear now", says="netflix polar"),
        _row("premise", topic("premise"), ": premise", also="happen"),
        _row("titles", show.titles, "lang: title/naming/language | : title", also="appear naming language else"),
        _row("filming", show.filming, ": place/days-of-work when/how-long/days-of-work/how-many/ended",
             also="air when how-long how-many end first last how-much produce", ignores="year"),
        _row("places", show.places, "country: place/where", also=_PLACED, says="polar", never="who"),
        _row("places", show.places, ": place", also=_PLACED, never="who yes-no"),
        _row("awards", show.awards,
             "ceremony? year?: awards | ceremony year? | actor ceremony? year?: awards | actor ceremony year?"
             " | person ceremony? year?: awards | singer ceremony? year?: awards"
             " | track singer~ ceremony? year?: awards",
             also="how-many when awards cast first appear announced plays role leads actor song sing",
             says="lost song polar", never="highest"),
        _row("awards", show.awards, "credit ceremony? year?: awards", also="how-many when write direct compose",
             says="lost polar"),
    ),
    _row("says", show.says, "statement"),
    _row("described", _described, "description"),
)  # fmt: skip
"""The table. Of two rows that fit, the one with more needs and slots wins, then the one that stands first."""
