"""A question in any words, answered from the facts: no model, no guess, no network.

``units`` and ``cover`` turn a text into what its words say, by the ``lexicon`` and the ``names`` of the facts;
``frame`` takes it apart, ``match`` finds the one question of the table in ``questions`` in which every word has its
place, and ``recall`` the statement that has all the words. What is asked is an :class:`Asked`, as small as an address;
``answers`` looks it up and says it in :class:`Part` by :class:`Part`. Sentences are made by whoever shows them.
"""

from bot.domain.questions.answer_sentence import Part
from bot.domain.questions.query import Asked, DontKnow, Unclear, of_path, path

__all__ = ["Asked", "DontKnow", "Part", "Unclear", "of_path", "path"]
