"""Translations of what Discord shows before the bot responds: the descriptions of commands and options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import app_commands

from bot.i18n.catalog import SOURCE, catalog, language_of

if TYPE_CHECKING:
    from discord import Locale


def localized(key: str, **arguments: Any) -> app_commands.locale_str:
    """A description: its key now, its text in every language when the commands are synced."""
    return app_commands.locale_str(key, arguments=arguments)


class CatalogTranslator(app_commands.Translator):
    """Translates descriptions into every language that has a catalog."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 - the key says enough
    ) -> str | None:
        """The text in ``locale``, or None if the default text is in that language. en-US is always given.

        Raises :class:`bot.i18n.messages.MissingMessage`.
        """
        if not string.extras or (language_of(locale.value) == SOURCE and locale.value != "en-US"):
            return None
        key: str = string.extras.get("key", string.message)
        return catalog(locale.value)(key, **string.extras.get("arguments", {}))
