"""Quiz questions made from facts.

``knowledge.quiz`` is the :class:`QuestionBank` of a show in one language. ``bank.deck(level, topic)`` gives the
questions that spoil nothing for somebody who has seen the show up to episode ``level``; ``deck.pick(seed, number)``
gives the question at place ``number`` of a game. Both are pure functions: the same facts, seed and number give the
same question in every process and with the same options in every language.
"""

from bot.domain.quiz.question import KINDS, LONGEST_GAME, OPTIONS, TOPICS, Choice, Question, Term, Topic
from bot.domain.quiz.question_bank import Deck, QuestionBank

__all__ = ["KINDS", "LONGEST_GAME", "OPTIONS", "TOPICS", "Choice", "Deck", "Question", "QuestionBank", "Term", "Topic"]
