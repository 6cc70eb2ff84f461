"""For whom a card is made, and what it needs to know about the bot."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bot.i18n.catalog import catalog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.knowledge_base import KnowledgeBase
    from bot.domain.library import Library
    from bot.i18n.messages import Catalog


@dataclass(frozen=True, eq=False, slots=True)
class BotInfo:
    """What cards show of the running bot. It is compared by identity, so that cached cards are found quickly."""

    report_url: str = ""
    """Where mistakes can be reported, or "" if the operator has set no address."""
    command_ids: Mapping[str, int] = field(default_factory=dict[str, int])
    """Discord's ids of the commands, known once they are synced."""
    keeps_points: bool = False
    """Whether points and levels of those who agree are stored."""

    def mention(self, command: str) -> str:
        """A clickable mention of a command, or its name while its id is unknown."""
        known = self.command_ids.get(command)
        return f"</{command}:{known}>" if known else f"`/{command}`"


class Reader(NamedTuple):
    """The reader of a card: facts and messages in one language, and the spoiler level."""

    knowledge: KnowledgeBase
    words: Catalog
    bot_info: BotInfo
    level: int = 0
    """The episode up to which the card may tell the story. What is safe later is not on the card."""
    is_public: bool = False
    """Whether others see the card as well, so that what its level allows stands behind bars."""
    needs_title: bool = False
    """Whether nothing of a card is needed but its title."""

    @classmethod
    def of(cls, knowledge: KnowledgeBase, words: Catalog, info: BotInfo) -> Reader:
        """The reader who reads ``words``. Numbers in the facts are written as in the messages."""
        written = knowledge.in_language(words.language)
        return cls(written.in_region(catalog(words.language).decimal_mark, words.decimal_mark), words, info)

    @property
    def open_level(self) -> int:
        """The episode up to which spoilers stand open, in pictures too: 0 if they stand behind bars."""
        return 0 if self.is_public else self.level

    @property
    def library(self) -> Library:
        """The facts."""
        return self.knowledge.library
