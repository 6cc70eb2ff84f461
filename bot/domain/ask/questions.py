"""What can be asked: for each question the ideas it needs, those it allows, and what it takes.

The table knows no language: words become ideas in the lexicons. A question is understood only if every word of it is
needed or allowed, so that a word that was not reckoned with leads to "I don't know" and never to a wrong answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of question."""

    what: str
    takes: tuple[str, ...]
    """Names and figures, in the order of the answer's arguments; with "?" where one may be missing."""
    needs: tuple[frozenset[str], ...]
    """For each of these a word of its own with one of the ideas."""
    may: frozenset[str]
    """Ideas that other words may have."""
    flags: tuple[str, ...]
    """Ideas that become arguments when a word has them."""
    ignores: frozenset[str]
    """Kinds of names and figures that may stand in the question without changing it."""


def _question(what: str, takes: str = "", *needs: str, may: str = "", flags: str = "", ignores: str = "") -> Question:
    need = tuple(frozenset(ideas.split("|")) for ideas in needs)
    allowed = frozenset(may.split()) | frozenset(flags.split()) | {"who", "whose"}
    return Question(
        what, tuple(takes.split()), need, allowed.union(*need), tuple(flags.split()), frozenset(ignores.split())
    )


_q = _question

_PEOPLE: Final = (
    _q("plays", "character", "plays|actor|role|irl|cast|young", may="leads male female appear whose cameo related"),
    _q("role", "actor", "plays|actor|role|appear|cast|irl|leads|cameo", may="male female irl heard"),
    _q("relation", "kin", may="related leads announced how-many appear role irl"),
    _q("who", "character", may="job happen role premise leads related appear about irl cast cameo heard relation"),
    _q("role", "actor", may="job happen about role"),
    _q(
        "works",
        "actor",
        "else|works|watched",
        may="plays actor appear else works heard watch place release awards announced sing",
    ),
    _q(
        "works",
        "credit",
        "else|works",
        may="write direct compose produce else works announced music-of-show place camera edit sing release",
    ),
    _q("works", "character", "else|works", may="plays actor appear else works heard irl watch place release"),
    _q("in-work", "actor work", may="plays actor appear works else cast announced heard"),
    _q("in-work", "credit work", may="write direct compose produce works else announced music-of-show behind compare"),
    _q("work-people", "work", "else|cast", may="plays actor appear works leads related"),
    _q("age", "character", "age", may="how-many how-much"),
    _q("born", "actor", "age|born", may="when how-many"),
    _q("appears", "character", "appear|plays|heard|cameo", "episode|when", may="first last how-many cameo happen"),
    _q("appears", "actor", "appear|plays|heard|cameo", "episode|when", may="first last how-many cameo"),
    _q("is", "character kin", may="related whose irl"),
    _q("related", "character character", may="related whose relation"),
    _q("leads", "", "leads", may="plays actor cast role appear whose heard", flags="male female"),
    _q("cast", "", "cast|actor|plays", may="appear role plays actor leads heard how-many", ignores="show"),
    _q("cameos", "", "cameo", may="plays actor cast role appear heard how-many sing episode", ignores="show"),
)

_MUSIC: Final = (
    _q("singer", "track singer?", "sing|who", may="song part heard plays role album sing"),
    _q(
        "songs",
        "singer",
        "song|sing|part|release",
        may="when else how-many heard plays album release how-many part irl announced role appear",
    ),
    _q(
        "songs",
        "actor",
        "song|sing|part",
        may="when else how-many heard plays album release part irl announced appear role",
    ),
    _q("released", "track singer?", "release|air", "when", may="song part album announced heard plays appear first"),
    _q("released", "track singer?", "release", may="song part album announced heard plays appear first"),
    _q("released", "track singer?", "when", may="song part album"),
    _q(
        "heard",
        "track singer?",
        "heard|plays|appear|air",
        "episode|when|where",
        may="song first last end how-many part finale happen place",
    ),
    _q("heard", "track singer?", "heard|episode|where|appear", may="song first last end part"),
    _q("songs-in", "episode", "song|sing", may="heard plays appear sing how-many release end happen first part"),
    _q(
        "composer",
        "track singer?",
        "compose|write",
        may="song part music-of-show produce sing heard album announced",
        flags="lyricist",
    ),
    _q("lyricist", "track singer?", "lyricist", may="song part write"),
    _q("lyricist", "track singer?", "lyrics", "write|compose|who", may="song part"),
    _q("arranger", "track singer?", "arrange", may="song part"),
    _q("lengths", "track", "how-long", may="song part happen"),
    _q("track", "track singer?", may="song part premise happen heard how-many role about album which"),
    _q("track-title", "track", "title|lang", may="title language song part compose write"),
    _q(
        "track-chart",
        "track",
        "chart|rank|standing",
        may="song highest number-one how-much place top-10 above release first week compare",
    ),
    _q("track-views", "track", "views", may="song how-many watched highest how-much"),
    _q(
        "single",
        "",
        "first|last",
        "song|sing|part",
        may="release sing heard when announced plays part song air number first last",
        flags="first last",
    ),
    _q(
        "song-count",
        "",
        "how-many",
        "song|part",
        may="album disc release sing part instrumental heard appear edition plays announced",
    ),
    _q("singers", "", "sing", may="song album how-many cast appear plays heard actor part"),
    _q("song-list", "", "song", may="part album heard premise plays"),
    _q(
        "music",
        "",
        "compose|music-of-show",
        "song|instrumental|music-of-show",
        may="who produce instrumental write direct",
    ),
    _q("lyrics-unknown", "", "lyricist", may="song album write compose"),
    _q("lyrics-unknown", "", "lyrics", "write|compose|who", may="song album"),
    _q("album", "", "album", may="song premise happen title"),
    _q("discs", "", "disc", may="how-many album song edition part"),
    _q("disc", "disc", may="song how-many heard edition instrumental album part disc"),
    _q("disc-score", "", "instrumental", may="album disc song how-many edition heard"),
    _q("album-released", "", "album|disc", "when|release", may="song release air when album announced"),
    _q("sold-out", "", "sold-out", may="album song edition when disc copies"),
    _q("copies", "", "copies", may="how-many album song how-much disc sold-out"),
    _q("price", "", "price|budget", "album|edition|disc", may="how-much album song edition disc price"),
    _q("price", "", "how-much", "album|edition|disc", may="album song edition disc price"),
    _q("editions", "", "edition", may="album song disc how-many first happen"),
    _q("label", "", "label", "album|song|disc", may="who release produce song album disc"),
    _q("label", "", "release|produce", "album", "who", may="who song"),
    _q("pre-order", "", "pre-order", may="album when song release air disc first"),
    _q("album-chart", "", "chart", "album", may="rank standing highest song number-one"),
    _q("charts", "", "chart", may="song rank standing highest number-one first how-much top-10 appear"),
)

_FIGURES: Final = (
    _q(
        "rating",
        "episode",
        "rating|viewers|watched|seoul|nationwide|minute",
        may="how-much how-many nationwide rating viewers watched percent air heard release finale",
        flags="seoul minute viewers young-viewers",
    ),
    _q(
        "highest",
        "",
        "highest",
        "rating|episode|viewers",
        may="episode how-much how-many when nationwide percent rating viewers watched finale",
        flags="seoul minute viewers",
    ),
    _q(
        "lowest",
        "",
        "lowest",
        "rating|episode|viewers",
        may="episode how-much how-many when nationwide percent rating viewers watched",
        flags="seoul",
    ),
    _q("average", "", "average", may="rating episode how-much nationwide percent viewers", flags="seoul"),
    _q(
        "above",
        "percent",
        "above|first|rating|first-episode|episode|percent",
        may="above first rating first-episode episode percent when nationwide how-many highest compare release viewers double-digit last",
        flags="seoul",
    ),
    _q(
        "ratings",
        "",
        "rating",
        may="how-much how-many nationwide seoul percent episode channel end",
        ignores="company show",
    ),
    _q(
        "compare",
        "rival",
        "compare|rating|highest|standing|above|lowest",
        may="compare rating highest standing above how-much finale episode when channel cable nationwide percent end first number-one viewers happen",
        ignores="show company",
    ),
    _q(
        "standing",
        "",
        "standing|highest|number-one",
        "channel|cable|standing|rating",
        may="rating highest standing cable channel number-one how-much first compare above watched when air episode percent",
        flags="cable",
        ignores="company show",
    ),
    _q(
        "standing",
        "",
        "compare|above",
        "rating",
        may="rating highest standing cable channel compare above how-many",
        flags="cable",
        ignores="company show",
    ),
    _q(
        "special-rating",
        "special?",
        "rating|viewers|watched",
        "special",
        may="how-much how-many first last rating percent special episode nationwide highest",
        ignores="",
    ),
    _q(
        "special-rating",
        "special",
        "rating|viewers|watched",
        may="how-much how-many percent nationwide",
        ignores="",
    ),
    _q("measure", "", "measure", "rating", may="rating how-many", ignores="company"),
    _q("aired", "episode", "when|air|release|slot", may="when air release slot announced heard place finale end"),
    _q("synopsis", "episode", "happen|premise|end", may="happen premise end about finale"),
    _q("minutes", "episode", "how-long", may="runtime finale air heard happen"),
    _q("runtime", "", "runtime|how-long", "episode|runtime", may="episode average how-much runtime how-many"),
    _q(
        "netflix-weeks",
        "",
        "week",
        "how-many|how-long|number",
        may="netflix top-10 rank air standing appear watched first how-many how-long last above",
        ignores="company show",
    ),
    _q(
        "netflix-weeks",
        "weeks",
        "netflix|top-10",
        may="netflix top-10 rank standing week appear",
        ignores="company show",
    ),
    _q(
        "netflix-first",
        "",
        "number-one",
        may="week netflix top-10 how-many when rank above country first standing highest compare how-long reach watched",
        ignores="company show",
    ),
    _q(
        "netflix-rank",
        "",
        "rank|highest|standing|top-10",
        "netflix|top-10",
        may="week highest rank how-much number-one when first top-10 standing above chart watched appear",
        ignores="company show",
    ),
    _q(
        "netflix-week",
        "week",
        may="netflix top-10 rank hours views watched how-many how-much standing highest",
        ignores="company show",
    ),
    _q(
        "netflix-hours",
        "period?",
        "hours|views|watched|viewers",
        "netflix|how-many|how-much|hours|views|total",
        may="netflix how-many how-much hours views watched total whole-year first-half second-half announced rating viewers release",
        flags="",
        ignores="company show",
    ),
    _q(
        "netflix-hours",
        "period",
        "netflix|hours|views|watched",
        may="netflix how-many how-much hours views watched whole-year first-half second-half rank standing highest",
        ignores="company show",
    ),
    _q(
        "netflix-best-week",
        "",
        "highest",
        "week|hours|views",
        may="week hours views watched netflix when how-many",
        ignores="company show",
    ),
    _q(
        "netflix-countries",
        "",
        "country",
        may="netflix top-10 how-many number-one rank first standing appear watched watch",
        ignores="company show",
    ),
    _q(
        "netflix-standing",
        "period?",
        "highest|standing|rank",
        "netflix|watched",
        may="watched rank standing netflix whole-year first-half second-half highest number-one",
        ignores="company show",
    ),
    _q(
        "netflix-dropped",
        "",
        "drop-out|last",
        "netflix|top-10|week",
        may="when top-10 netflix week",
        ignores="company show",
    ),
    _q("netflix", "", "netflix", may=" standing how-much rating top-10 chart", ignores="company show"),
)

_MORE: Final = (
    _q("season2-why", "", "season-2", "why", may="announced end happen", ignores="show company actor character credit"),
    _q(
        "season2",
        "",
        "season-2",
        may="announced when release air how-many episode plays cast appear leads watch netflix channel write direct produce first last end why where actor else happen continue-story heard place works role what premise",
        ignores="show company actor character credit singer year",
    ),
    _q(
        "specials",
        "special?",
        "special",
        may="how-many when air continue-story season-2 watch premise happen episode netflix plays appear announced cast actor first release end place title heard leads works edit episode produce",
        ignores="company show actor character specials",
    ),
    _q(
        "specials",
        "special",
        may="when air continue-story watch premise happen episode netflix plays appear cast actor release title",
        ignores="company show specials",
    ),
    _q(
        "remake",
        "",
        "remake",
        may="season-2 announced air when cast leads plays produce channel country how-many end actor release where happen premise watch title write lang:tr",
        ignores="show company",
    ),
)

_SHOW: Final = (
    _q(
        "makers",
        "",
        "write|direct|camera|edit|produce|music-of-show|crew",
        may="role job works announced compose place song behind how-many instrumental air",
        flags="write direct music-of-show camera edit produce crew",
        ignores="show",
    ),
    _q(
        "credit",
        "credit",
        may="write direct compose produce music-of-show camera edit job crew role about happen song behind announced place",
    ),
    _q(
        "tracks-by",
        "credit",
        "song|part",
        may="write compose produce heard how-many music-of-show album announced part lyricist",
    ),
    _q("company", "company", "produce|job|role|crew", may="produce job role announced channel", ignores="show"),
    _q("episode-count", "", "episode", "how-many", may="special air channel finale", ignores="show company"),
    _q("episode-count", "", "episode", may="how-long air how-many", ignores="show company"),
    _q(
        "run",
        "",
        "air",
        "when|how-long|first|last",
        may="first last finale first-episode how-long channel episode week release end when announced netflix",
        flags="",
        ignores="show company year",
    ),
    _q(
        "run",
        "",
        "air|when",
        may="first last release end channel first-episode episode announced",
        ignores="show company year",
    ),
    _q("slot", "", "slot", may="air when channel episode how-many heard", ignores="show company"),
    _q("slot-neighbour", "", "neighbour", may="air slot when else drama channel first", ignores="show company"),
    _q("channel", "", "channel", may="air where produce", ignores="show company"),
    _q("channel", "", "air", "where", may="", ignores="show company"),
    _q("genre", "", "genre", may="premise", ignores="show"),
    _q("budget", "", "budget", may="how-much produce episode announced price place how-many average", ignores="show"),
    _q("budget", "", "how-much", "produce|place", may="budget", ignores="show"),
    _q("income", "", "sales-income", may="how-much budget", ignores="show"),
    _q(
        "watch",
        "",
        "watch|netflix",
        may="where watch netflix watched country episode air release lang:en",
        ignores="show company",
    ),
    _q("watch", "", "where", "watch|watched|air|release", may="episode netflix", ignores="show company"),
    _q("dub", "", "dub", may="watch netflix lang:en language where", ignores="show company"),
    _q("premise", "", "premise|happen|about", may="premise happen about", ignores="show"),
    _q("titles", "lang", "title|language|lang", may="title language appear", ignores="show"),
    _q("titles", "", "title", may="language title else", ignores="show"),
    _q(
        "filming",
        "",
        "place|days-of-work",
        "when|how-long|days-of-work|how-many",
        may="days-of-work air end first last how-much produce",
        ignores="show year",
    ),
    _q("places", "country", "place|where|happen", may="where place happen country how-many else", ignores="show"),
    _q("places", "", "place", may="where country which happen how-many else", ignores="show"),
    _q("places", "", "where", "place|happen|produce|direct", may="country", ignores="show"),
    _q(
        "awards",
        "ceremony? year?",
        "awards",
        may="how-many when song lost highest cast who first appear announced",
        flags="lost",
        ignores="show company",
    ),
    _q("awards", "ceremony year?", may="awards lost when how-many highest appear", ignores="show"),
    _q(
        "awards",
        "actor ceremony? year?",
        "awards",
        may="how-many when lost plays role highest leads actor release first cast",
        flags="lost",
        ignores="show",
    ),
    _q("awards", "actor ceremony year?", may="awards lost when", ignores="show"),
    _q(
        "awards",
        "character ceremony? year?",
        "awards",
        may="how-many when lost plays role actor",
        flags="lost",
        ignores="show",
    ),
    _q("awards", "singer ceremony? year?", "awards", may="how-many when lost song sing", flags="lost", ignores="show"),
    _q(
        "awards",
        "track singer? ceremony? year?",
        "awards",
        may="how-many when lost song sing",
        flags="lost",
        ignores="show",
    ),
    _q(
        "awards",
        "credit ceremony? year?",
        "awards",
        may="how-many when lost write direct compose",
        flags="lost",
        ignores="show",
    ),
)

STORY: Final = ("die", "have-child", "remarry", "divorce", "memory", "illness", "cured", "prison", "shot")
"""What befalls people in a story. A question about it is answered behind bars."""

_ENDING: Final = (
    _q(
        "fate",
        "",
        "die|have-child|remarry|divorce|memory|illness|cured|prison|shot",
        may="end happen finale last leads who how-many kin:child kin:child-female kin:child-male kin:spouse kin:love",
        flags=" ".join(STORY),
        ignores="show",
    ),
    _q(
        "fate",
        "character",
        "die|have-child|remarry|divorce|memory|illness|cured|prison|shot",
        may="end happen finale last kin:child kin:child-female kin:child-male kin:spouse how-many related",
        flags=" ".join(STORY),
        ignores="show",
    ),
    _q(
        "fate",
        "character character",
        "die|have-child|remarry|divorce|memory|illness|cured|prison|shot",
        may="end happen finale last kin:child kin:child-female kin:child-male kin:spouse related",
        flags=" ".join(STORY),
        ignores="show",
    ),
    _q(
        "ending",
        "",
        "end",
        may="happen finale premise remarry end last episode kin:child have-child",
        ignores="show episode",
    ),
    _q("ending", "character", "end|happen", may="happen finale premise end last", ignores="show episode"),
    _q(
        "ending",
        "character character",
        "end|remarry",
        may="happen finale premise remarry end last",
        ignores="show episode",
    ),
)

QUESTIONS: Final = (*_PEOPLE, *_MUSIC, *_FIGURES, *_MORE, *_SHOW, *_ENDING)


def ideas(questions: Iterable[Question] = QUESTIONS) -> frozenset[str]:
    """Every idea that some question knows."""
    return frozenset(idea for one in questions for idea in one.may)
