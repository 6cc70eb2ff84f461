"""A Discord of our own on 127.0.0.1, to which a real discord.py bot connects unchanged.

``world`` holds everything that exists, once. Two windows show it: ``emulator`` as REST (its routes are
in ``registry`` for commands and ``replies`` for answers) and ``gateway`` as events; ``payloads`` and
``components`` know how Discord writes things down. ``rules`` and ``command_rules`` refuse what Discord
would refuse. ``fan`` acts as a person at a keyboard, within what Discord's client offers (``options``,
``forms``), and reads the ``answer``. ``connect`` points this process's discord.py here and back again.
``wire`` keeps what went over the wire and breaks it on demand; ``clock`` spares tests the waiting.

None of these knows our commands or cards: the command tests and the preview page stand on them alike.
What discord.py does not need for interactions is not played: it answers 501 and says its name.
"""
