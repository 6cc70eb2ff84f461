"""People whom a question describes instead of naming them: "the writer", "the villain", "her aunt"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.questions.answers.show import JOBS
from bot.domain.questions.entity_linker import Entity
from bot.domain.questions.lexicon import DESCRIBED, SOMEBODY
from bot.domain.questions.parsed_question import Mention
from bot.domain.questions.relation_paths import follow_relations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.library import Library
    from bot.domain.questions.parsed_question import ParsedQuestion
    from bot.domain.questions.query import Query
    from data.records import Member

_JOB: Final = "job:"
_ASKS_FOR_SOMEBODY: Final = frozenset({"who", "plays", "actor", "role", "naming", "age", "job", "works"})
_PLAYED: Final = frozenset({"plays", "actor", "role"})
"""What is asked of each of two."""
_WORKS: Final = frozenset({"work", "rival"})
_MOST: Final = 2
"""Of more people than these nobody is meant who is only called "the brother"."""


class Described(NamedTuple):
    """A question with the name of somebody in the place of the words that describe that one."""

    question: ParsedQuestion
    description: str = ""
    """The entry of the vocabulary whose words describe; empty where the description gives nothing away."""


def described(library: Library, question: ParsedQuestion) -> list[Described]:
    """The question asked about each person whom one of its words describes; nothing where none does.

    Nor where it asks whether somebody is that one, which a relation between the two does not tell.
    """
    if question.polar and (question.mentions or SOMEBODY in question.concepts):
        return []
    is_elsewhere = any(option.kind in _WORKS for mention in question.mentions for option in mention.options)
    for segment in question.words:
        words = tuple(word for word in question.words if word is not segment)
        if not words and any(not one.soft for one in question.mentions):
            continue  # "X is a bad person" asks whether the one is the other, though no word says so
        for concept in sorted(segment.concepts):
            found = [
                Described(
                    question._replace(mentions=(Mention((entity,), segment.text), *question.mentions), words=words), key
                )
                for entity, key in _people(library, concept)
                if not (is_elsewhere and entity.kind == "credit")
            ]
            if found:
                return found
    return []


def _people(library: Library, concept: str) -> Iterator[tuple[Entity, str]]:
    """Whom a concept describes, and the entry of the vocabulary where that gives something away."""
    if concept.startswith(_JOB):
        yield from ((Entity("credit", one.key), "") for one in library.behind(concept.removeprefix(_JOB)))
    for entry in library.show.vocabulary if concept.startswith(DESCRIBED) else ():
        for key, after_episode in entry.who.items() if concept == f"{DESCRIBED}{entry.key}" else ():
            yield Entity("character", key), entry.key if after_episode else ""


def of_makers(library: Library, query: Query, question: ParsedQuestion) -> list[Described]:
    """The question asked about those who made it, whom another query asks for: "and what else did they write"."""
    jobs = [job for said in query.arguments for job in JOBS.get(said, ())] if query.intent == "makers" else []
    return [
        Described(question._replace(mentions=(Mention((Entity("credit", one.key),), ""),)))
        for one in (library.behind(*jobs) if jobs and not question.mentions else ())
    ]


def of_leads(library: Library, question: ParsedQuestion) -> list[Described]:
    """The question with the names of the leads in the place of nobody named, from whose side "the aunt" is one."""
    mentions = [one for one in question.mentions if one.options[0].kind == "lead"]
    if len(mentions) != 1 or not question.concepts & _ASKS_FOR_SOMEBODY:
        return []
    mention = mentions[0]
    leads = [one for one in _couple(library) if mention.options[0].key in {"", one.gender}]
    reached: dict[frozenset[str], Member] = {}
    for lead in leads:
        safe = [path for path in follow_relations(library, lead, mention.steps) if not path.after_episode]
        if safe:
            reached.setdefault(frozenset(path.member.key for path in safe), lead)
    if len(frozenset[str]().union(*reached)) > _MOST:
        return []
    named = [mention._replace(options=(Entity("character", lead.key),)) for lead in reached.values()]
    return [
        Described(question._replace(mentions=tuple(one if other is mention else other for other in question.mentions)))
        for one in named
    ]


def of_couple(library: Library, question: ParsedQuestion) -> list[Described]:
    """The question about "the two" asked about both leads by name, together or who plays each."""
    words = tuple(word for word in question.words if "couple" not in word.concepts)
    if question.mentions or len(words) == len(question.words):
        return []
    names = [Mention((Entity("actor", one.key), Entity("character", one.key)), "") for one in _couple(library)]
    apart = [(name,) for name in names] if words and question.concepts & _PLAYED else [tuple(names)]
    return [Described(question._replace(mentions=some, words=words)) for some in apart]


def _couple(library: Library) -> list[Member]:
    """The first lead of each gender."""
    leads = sorted((one for one in library.show.members if one.billing == "lead"), key=lambda one: one.order)
    return list({one.gender: one for one in reversed(leads)}.values())[::-1]
