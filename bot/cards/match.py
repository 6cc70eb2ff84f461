"""Matches: the public message with the last answer and the next question, private copies of it, and the final score.

The public message holds nothing above spoiler level 0, unless whoever started the match chose a level: then questions,
options and answers stand behind bars, and the buttons show letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bot.cards.address import Address
from bot.cards.builder import CardBuilder, audience_line
from bot.cards.quiz_text import option_label, question_text
from bot.cards.text import escape, spoiler

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.cards.reader import Reader
    from bot.domain.quiz import Question
    from bot.storage.records import Answer, Standing

LETTERS: Final = "ABCD"
MAX_NAMED: Final = 10
"""People who are named under an answer, or in the final score."""


class Round(NamedTuple):
    """A question that is asked."""

    match: int
    number: int
    total: int
    ends: int
    """Seconds since 1970."""
    question: Question


class Solution(NamedTuple):
    """A question that is over, and who answered what."""

    number: int
    question: Question
    answers: Sequence[Answer]


class Ending(NamedTuple):
    """How a match has ended."""

    match: int
    reason: str
    """A message that says why, or ""."""
    standings: Sequence[Standing]
    counts: bool
    """Whether its points may go on the board."""
    can_keep: bool
    """Whether points can be kept at all."""


def round_card(reader: Reader, asked: Round, last: Solution | None, notice: str = "") -> CardBuilder:
    """The public message while a question is open."""
    words, level = reader.words, asked.question.level
    card = CardBuilder(reader, Address.to("match"))
    card.intro(
        *filter(None, (_audience(reader, level), notice, last and _solution(card, last))),
        f"### {words('match-question', number=asked.number, total=asked.total)}",
        _barred(question_text(words, asked.question), level),
    )
    if level:
        options = _options(reader, asked.question)
        card.text("\n".join(f"{letter}. {spoiler(escape(one))}" for letter, one in zip(LETTERS, options, strict=False)))
    card.text(f"-# {words('match-ends', when=_relative(asked.ends))}")
    _choices(card, asked, LETTERS if level else _options(reader, asked.question))
    for label, step in (("match-own-language", "mine"), ("match-show", "show"), ("match-stop", "stop")):
        card.footer_link(words(label), *_path(asked, step))
    if last:
        card.report_link()
    return card


def copy_card(reader: Reader, asked: Round, chosen: int | None = None) -> CardBuilder:
    """A private copy of the question, in the language of whoever asked for it; and what they chose."""
    words, level = reader.words, asked.question.level
    card = CardBuilder(reader, Address.to("match"))
    card.intro(*filter(None, (_audience(reader, level, is_open=True), question_text(words, asked.question))))
    if chosen is not None:
        card.text(chosen_text(reader, asked.question, chosen))
    card.text(f"-# {words('match-ends', when=_relative(asked.ends))}")
    _choices(card, asked, _options(reader, asked.question))
    return card


def chosen_text(reader: Reader, question: Question, choice: int) -> str:
    """What somebody is told who has pressed an answer."""
    return reader.words("match-chosen", option=escape(_options(reader, question)[choice]))


def ending_card(reader: Reader, ending: Ending, last: Solution | None) -> CardBuilder:
    """The public message at the end: the last answer, and the final score."""
    words = reader.words
    card = CardBuilder(reader, Address.to("match"))
    level = last.question.level if last else 0
    card.intro(
        *filter(None, (_audience(reader, level), last and _solution(card, last))),
        f"### {words('match-result')}",
    )
    if ending.reason:
        card.text(words(ending.reason))
    scores = [one.points for one in ending.standings]
    for one in ending.standings[:MAX_NAMED]:
        rank = scores.index(one.points) + 1
        card.text(words("match-line", rank=rank, person=mention(one.person), points=one.points, hits=one.hits))
    if ending.standings and ending.can_keep:
        if ending.counts:
            card.footer_link(words("keep-button"), "privacy", "agree", str(ending.match))
            card.footer_link(words("board-button"), "board", "week")
        else:
            card.text(f"-# {words('match-counts-not')}")
    card.footer_link(words("match-again"), "match", str(ending.match), "0", "again")
    card.report_link()
    return card


def notice_card(reader: Reader, message: str) -> CardBuilder:
    """A private card of one sentence."""
    card = CardBuilder(reader, Address.to("match"))
    card.intro(reader.words(message))
    return card


def mention(person: int) -> str:
    """Somebody's name, as Discord shows it; nobody is notified."""
    return f"<@{person}>"


def _solution(card: CardBuilder, last: Solution) -> str:
    """A question, its answer, how often each option was chosen, who was right, and the sources."""
    reader, words, question = card.reader, card.words, last.question
    options = [escape(option) for option in _options(reader, question)]
    told = words(
        "match-solution",
        number=last.number,
        question=question_text(words, question),
        answer=options[question.right],
    )
    counts = [sum(answer.choice == index for answer in last.answers) for index in range(len(options))]
    shares = " · ".join(words.labelled(option, str(count)) for option, count in zip(options, counts, strict=True))
    lines = [_barred(told, question.level) + card.confidence_label(question)]
    if last.answers:
        right = [answer.person for answer in last.answers if answer.choice == question.right]
        lines += [f"-# {_barred(shares, question.level)}", _right_people(reader, right)]
    else:
        lines.append(words("match-nobody"))
    lines.append(f"-# {_source_line(reader, question)}")
    return "\n".join(lines)


def _right_people(reader: Reader, people: Sequence[int]) -> str:
    if not people:
        return reader.words("match-nobody-right")
    named, more = " ".join(mention(person) for person in people[:MAX_NAMED]), len(people) - MAX_NAMED
    if more > 0:
        named = reader.words("match-and-more", people=named, more=more)
    return reader.words("match-right", people=named)


def _source_line(reader: Reader, question: Question) -> str:
    level = question.level
    card = CardBuilder(reader._replace(level=level, is_public=bool(level)), Address.to("match"))
    card.cite_sources("", question.sources, question.confidence, after=level)
    return card.source_line()


def _audience(reader: Reader, level: int, *, is_open: bool = False) -> str:
    return audience_line(reader._replace(level=level, is_public=not is_open))


def _barred(text: str, level: int) -> str:
    return spoiler(text) if level else text


def _options(reader: Reader, question: Question) -> list[str]:
    return [option_label(reader.words, option) for option in question.options]


def _choices(card: CardBuilder, asked: Round, labels: Sequence[str]) -> None:
    for choice in range(len(asked.question.options)):
        card.link(labels[choice], *_path(asked, str(choice)))


def _path(asked: Round, step: str) -> tuple[str, ...]:
    return "match", str(asked.match), str(asked.number), step


def _relative(seconds: int) -> str:
    return f"<t:{seconds}:R>"
