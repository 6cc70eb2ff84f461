"""Answers questions in any words from the facts: no model, no guess, no network.

``segmenter`` turns a text into segments with concepts, by the lexicons and the names that ``entity_linker`` knows.
``parsed_question`` takes them apart, ``slot_filling`` finds the one question type in which every word has its place,
and ``retrieval`` finds a statement that has all the words. The result is a :class:`Query`, as small as an address;
``answers`` looks it up and returns :class:`AnswerSentence` objects, which the cards put into words.
"""

from bot.domain.questions.answer_sentence import AnswerSentence
from bot.domain.questions.query import AmbiguousQuestion, DontKnow, Query, from_path, to_path

__all__ = ["AmbiguousQuestion", "AnswerSentence", "DontKnow", "Query", "from_path", "to_path"]
