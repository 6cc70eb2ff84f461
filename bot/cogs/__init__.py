"""Commands: each file declares one and hands its address to the desk."""

EXTENSIONS = tuple(f"bot.cogs.{name}" for name in ("ask", "cast", "soundtrack", "ratings", "season2", "show", "help", "press"))
"""What the app loads."""
