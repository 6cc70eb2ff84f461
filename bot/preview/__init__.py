"""A Discord of our own on 127.0.0.1, to which a real discord.py bot connects unchanged.

``world`` holds everything that exists, once. Two windows show it: ``emulator`` as REST answers and
``gateway`` as websocket events; ``payloads`` and ``components`` know how Discord writes it down.
``rules`` refuses what Discord would refuse. ``fan`` acts as a person at a keyboard does, and reads
the answers; ``connect`` points discord.py of this process here and back again. ``wire`` keeps what
went over the wire and breaks it on demand; ``clock`` lets a test reach a deadline without waiting.

Nothing here knows our commands or cards: the command tests and the preview page both stand on it.
What discord.py never asks for is not played: it answers 501 and says its name.
"""
