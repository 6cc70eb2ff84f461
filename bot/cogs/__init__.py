"""Commands: each file declares one and hands its address to the desk."""

_NAMES = ("ask", "cast", "soundtrack", "ratings", "season2", "show", "help", "press")
EXTENSIONS = tuple(f"bot.cogs.{name}" for name in _NAMES)
"""What the app loads."""
