"""The quiz: its start at ``quiz`` or ``quiz/<topic>``, games for one person, and the question of the day.

Most of its cards are no pure function of reader and address: they depend on who presses. They are built for each
press, as JSON at once, since that takes a third of the time of other cards. :mod:`bot.cards.quiz_game` tells what
their addresses hold.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from discord.utils import snowflake_time

from bot.cards.address import Address, NoSuchAddress
from bot.cards.builder import CardBuilder, audience_line
from bot.cards.components import Component, action_row, button, container, link_button, text_display
from bot.cards.layout import SelectOption
from bot.cards.quiz_game import ALL, FEWEST_QUESTIONS, GAME_LENGTH, SEEDS, Game, Player, topic_of
from bot.cards.quiz_text import option_label, question_text
from bot.cards.text import escape, unescape
from bot.domain.quiz import OPTIONS, TOPICS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.cards.reader import Reader
    from bot.domain.quiz import Deck, Question, Topic
    from data.records import Confidence

EVERYBODY: Final = ("post", "share")
"""The steps that everybody in the channel sees. All other cards of the quiz are private."""


ANYBODY: Final = "anybody"
"""Whose the question of the day is."""
CHOICES: Final = tuple(map(str, range(OPTIONS)))
EPOCH_DAY: Final = dt.date(1970, 1, 1).toordinal()


class QuizCard(NamedTuple):
    """A card of the quiz as Discord receives it."""

    components: bytes
    day: int = 0
    """The day, as an ordinal, whose question was answered on that day. Later answers bring nothing."""
    is_right: bool = False
    """Whether it was answered right."""
    kind: str = ""
    """The kind of question that was answered."""


# Cards that depend on nobody.


def build(reader: Reader, address: Address) -> CardBuilder:
    """The start of the quiz. Raises :class:`NoSuchAddress`."""
    word = address.path[1] if len(address.path) > 1 else ALL
    if len(address.path) > 2 or word not in (ALL, *TOPICS):
        raise NoSuchAddress(str(address))
    words, bank, topic = reader.words, reader.knowledge.quiz, topic_of(word)
    deck = bank.deck(reader.level, topic)
    card = CardBuilder(reader, address)
    if len(deck) < FEWEST_QUESTIONS:
        card.title(words("quiz-button"), words("quiz-too-few"))
        card.footer_link(words("help-button"), "help")
        return card
    card.title(words("quiz-button"), words("quiz-lead", count=len(deck)))
    card.offers_levels = True
    topics: dict[Topic | None, str] = {None: words("quiz-everything")}
    topics |= {one: words(f"{_FAMILIES[one]}-button") for one in TOPICS}
    card.placeholder = words("quiz-about", topic=topics[topic])
    for one, label in topics.items():
        if len(bank.deck(reader.level, one)) >= FEWEST_QUESTIONS:
            card.option(label, Address.to("quiz", one) if one else Address.to("quiz"))
    card.link(words("quiz-begin", count=min(GAME_LENGTH, len(deck))), "quiz", "new", topic or ALL)
    card.link(words("quiz-day-button"), "quiz", "today")
    if reader.bot_info.keeps_points:
        card.link(words("board-button"), "board", "week")
        card.link(words("privacy-title"), "privacy")
    return card


_FAMILIES: dict[Topic, str] = {"cast": "cast", "songs": "ost", "ratings": "ratings", "show": "show"}
"""The command whose button names a topic."""


# Cards of a press.


def is_play(address: Address) -> bool:
    """Whether the card at an address depends on who presses."""
    return address.path[0] == "quiz" and len(address.path) > 1 and address.path[1] not in (ALL, *TOPICS)


def play(reader: Reader, address: Address, player: Player) -> QuizCard:
    """The card that answers a press. Raises :class:`NoSuchAddress` or NotYourQuiz."""
    if address.level > reader.library.last_episode or address.page > 1:
        raise NoSuchAddress(str(address))
    reader = reader._replace(level=address.level)
    match address.path[1:]:
        case ("new", topic):
            return QuizCard(_new(reader, topic, player))
        case ("s", *_):
            return _step(reader, address, player)
        case ("r" | "share" as step, *_):
            return QuizCard(_end(reader, address, player, is_public=step == "share"))
        case ("today" | "post" as step,):
            day = snowflake_time(player.interaction_id).toordinal()
            return QuizCard(_ask_of_day(reader, day, player, is_public=step == "post"))
        case ("d", day, signature, choice) if day.isdecimal() and choice in CHOICES:
            return _answer_of_day(reader, int(day), signature, int(choice), player)
        case _:
            raise NoSuchAddress(str(address))


def _deck(reader: Reader, topic: Topic | None = None) -> Deck:
    deck = reader.knowledge.quiz.deck(reader.level, topic)
    if len(deck) < FEWEST_QUESTIONS:
        raise NoSuchAddress("quiz")
    return deck


# A game for one person.


def _new(reader: Reader, word: str, player: Player) -> bytes:
    try:
        topic = topic_of(word)
    except ValueError:
        raise NoSuchAddress(word) from None
    # The low bits of Discord's ids hardly differ; multiplied, all of them count.
    seed = (player.interaction_id * 0x9E3779B97F4A7C15 >> 40) % SEEDS
    return _ask(reader, Game(seed, 1, 0, topic, reader.level), _deck(reader, topic), player)


def _step(reader: Reader, address: Address, player: Player) -> QuizCard:
    """Ask a question, or answer it if an option was chosen."""
    game, signature, choice = Game.parse(address)
    deck = _deck(reader, game.topic)
    question = deck.pick(game.seed, game.number)
    player.verify(signature, game.state, question.content)
    if choice is None:
        return QuizCard(_ask(reader, game, deck, player))
    is_right = choice == question.right
    after = game._replace(number=game.number + 1, right=game.right | is_right << (game.number - 1))
    heading = _heading(reader, _progress(reader, after, game.number, deck))
    if game.number == _length(deck):
        buttons = [_result_button(reader, "quiz-finish", after, player)]
    else:
        signed = player.sign(after.state, deck.pick(after.seed, after.number).content)
        buttons = [
            button(reader.words("quiz-next"), after.address("s", signed).custom_id()),
            _result_button(reader, "quiz-stop", after, player),
        ]
    return QuizCard(_answer(reader, heading, question, choice, buttons), is_right=is_right, kind=question.kind)


def _ask(reader: Reader, game: Game, deck: Deck, player: Player) -> bytes:
    question = deck.pick(game.seed, game.number)
    signature = player.sign(game.state, question.content)
    options = [game.address("s", signature, choice) for choice in range(len(question.options))]
    stop = action_row(_result_button(reader, "quiz-stop", game, player)) if game.number > 1 else None
    heading = _heading(reader, _progress(reader, game, game.number, deck))
    return _question(reader, heading, question, options, *filter(None, [stop]))


def _end(reader: Reader, address: Address, player: Player, *, is_public: bool) -> bytes:
    """The result: in private with what was missed, in public without a word of the questions."""
    game, signature, _choice = Game.parse(address)
    player.verify(signature, game.state, "result")
    words, asked = reader.words, game.number - 1
    if is_public:
        marks = [words("quiz-mark", mark="right" if game.right >> at & 1 else "wrong") for at in range(asked)]
        told = words("quiz-shared", player=f"<@{player.user_id}>", right=game.score, count=asked)
        more = button(words("quiz-button"), Address.to("quiz").custom_id())
        return container(reader, text_display(f"{told}\n-# {' '.join(marks)}"), action_row(more))
    card = CardBuilder(reader, Address.to("quiz"))
    card.title(words("quiz-result", right=game.score, count=asked))
    deck = _deck(reader, game.topic)
    missed = [deck.pick(game.seed, number) for number in range(1, game.number) if not game.right >> number - 1 & 1]
    for question in missed:
        text, answer = question_text(words, question), option_label(words, question.options[question.right])
        option = SelectOption(answer, Address.to(*_card_behind(question)), unescape(text))
        card.text(f"- {text} **{escape(answer)}**", option)
    card.link(words("quiz-again"), "quiz", "new", game.topic or ALL)
    card.link(words("quiz-share"), *game.address("share", signature).path)
    return card.page().components


def _card_behind(question: Question) -> tuple[str, ...]:
    """The address of the card that tells more."""
    _kind, about, *_more = question.key.split("/")
    match question.kind:
        case "plays" | "role" | "age" | "born" | "relation":
            return "cast", about
        case "award":
            return "ost", "charts"
        case "week":
            return "ratings", "netflix"
        case "ranking":
            return "ratings", "ladder"
        case "crew":
            return ("show",)
        case _:
            return "ost" if question.topic == "songs" else "ratings", about


def _length(deck: Deck) -> int:
    return min(GAME_LENGTH, len(deck))


def _progress(reader: Reader, game: Game, number: int, deck: Deck) -> str:
    return reader.words("quiz-progress", number=number, count=_length(deck), right=game.score)


def _result_button(reader: Reader, message: str, game: Game, player: Player) -> Component:
    return button(reader.words(message), game.address("r", player.sign(game.state, "result")).custom_id())


# The question of the day, which is the same for everybody.


def _ask_of_day(reader: Reader, day: int, player: Player, *, is_public: bool) -> bytes:
    question = _deck(reader._replace(level=0)).of_day(dt.date.fromordinal(day))
    signature = player._replace(user_id=ANYBODY).sign(str(day), question.content)
    level = 0 if is_public else reader.level
    options = [
        Address.to("quiz", "d", str(day), signature, str(choice), level=level)
        for choice in range(len(question.options))
    ]
    post = action_row(button(reader.words("quiz-post"), Address.to("quiz", "post").custom_id()))
    note = text_display(f"-# {reader.words('quiz-day-note', next=_next_day(day))}")
    heading = reader.words("quiz-day", date=reader.words.date(dt.date.fromordinal(day)))
    return _question(reader, f"-# {heading}", question, options, *([] if is_public else [post]), note)


def _answer_of_day(reader: Reader, day: int, signature: str, choice: int, player: Player) -> QuizCard:
    try:
        question = _deck(reader._replace(level=0)).of_day(dt.date.fromordinal(day))
    except (ValueError, OverflowError):
        raise NoSuchAddress(str(day)) from None
    player._replace(user_id=ANYBODY).verify(signature, str(day), question.content)
    words = reader.words
    heading = words("quiz-day", date=words.date(dt.date.fromordinal(day)))
    more = button(words("quiz-button"), Address.to("quiz", level=reader.level).custom_id())
    is_right = choice == question.right
    card = _answer(reader, f"-# {heading}", question, choice, [more])
    is_in_time = day == snowflake_time(player.interaction_id).toordinal()
    return QuizCard(card, day if is_in_time else 0, is_right, question.kind)


def _next_day(day: int) -> str:
    """When the next question comes, as Discord tells each reader."""
    return f"<t:{(day + 1 - EPOCH_DAY) * 86_400}:R>"


# Components.


def _question(reader: Reader, heading: str, question: Question, options: Sequence[Address], *below: Component) -> bytes:
    words = reader.words
    buttons = [
        button(option_label(words, option), address.custom_id())
        for option, address in zip(question.options, options, strict=True)
    ]
    text = text_display(f"{heading}\n### {question_text(words, question)}")
    return container(reader, text, action_row(*buttons), *below)


def _answer(reader: Reader, heading: str, question: Question, choice: int, buttons: list[Component]) -> bytes:
    words = reader.words
    label, source_line = _sources(reader, question.sources, question.confidence)
    answer = escape(option_label(words, question.options[question.right])) + label
    if choice == question.right:
        told = words("quiz-right", answer=answer)
    else:
        told = words("quiz-wrong", answer=answer, chosen=escape(option_label(words, question.options[choice])))
    if url := reader.bot_info.report_url:
        buttons.append(link_button(words("help-report"), url))
    text = text_display(f"{heading}\n### {question_text(words, question)}\n{told}")
    return container(reader, text, action_row(*buttons), text_display(f"-# {source_line}"))


@lru_cache(maxsize=500)
def _sources(reader: Reader, sources: tuple[str, ...], confidence: Confidence) -> tuple[str, str]:
    """How sure an answer is, and its sources."""
    card = CardBuilder(reader, Address.to("quiz"))
    card.cite_sources("", sources, confidence)
    return card.confidence_label(card.citations[0]), card.source_line()


def _heading(reader: Reader, progress: str) -> str:
    return "\n".join(filter(None, (audience_line(reader), f"-# {progress}")))
